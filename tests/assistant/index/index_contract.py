"""What every search engine must do. An engine's test module subclasses this and says how to open one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from assistant.index import ALL, NOBODY, Filters, Index, Near, SectionRecord

Open = Callable[[], Index]

GOAL = SectionRecord(
    precedent_id="ubnd-tinh-lang-ha-2025",
    position=1,
    role="goal",
    heading="1. Mục tiêu",
    text="Khơi dậy khí thế thi đua sôi nổi trong toàn tỉnh; mỗi xã chọn một việc khó để làm cho xong.",
    issuer="Ủy ban nhân dân tỉnh Lạng Hà",
    level="province",
    province="Lạng Hà",
    year=2025,
    kind="Chỉ thị",
    stamp="a",
)
TARGETS = replace(
    GOAL,
    position=2,
    role="targets",
    heading="2. Chỉ tiêu",
    text="Trồng mới 1.250 ha rừng; giảm 1,5% hộ nghèo; đón 300 nghìn lượt khách đến hồ Đá Dựng.",
)
WARD = replace(
    GOAL,
    precedent_id="ubnd-phuong-bai-sau-2024",
    text="Thi đua giữ sạch ngõ phố, giảm hộ nghèo, mỗi tổ dân phố có một điểm sinh hoạt chung.",
    issuer="Ủy ban nhân dân phường Bãi Sâu",
    level="commune",
    province="Đông Khê",
    year=2024,
    kind="Kế hoạch",
)


class IndexContract:
    """``open`` opens the same index each time it is called."""

    @pytest.fixture
    def index(self, open: Open) -> Iterator[Index]:  # noqa: A002
        index = open()
        index.add([GOAL, TARGETS, WARD])
        yield index
        index.close()

    def found(self, index: Index, query: str, filters: Filters = ALL, near: Near = NOBODY) -> list[SectionRecord]:
        return [hit.record for hit in index.search(query, filters, near=near)]

    def test_a_sentence_of_its_own_comes_before_a_list_of_duties(self, index: Index) -> None:
        duties = "Chấp hành kỷ luật hành chính, thực hành tiết kiệm, chống lãng phí, làm tốt công tác dân số, giữ an ninh trật tự."
        own = "Thực hành tiết kiệm từ việc nhỏ: giảm họp, giảm giấy tờ đem phát. Cắt giảm chi phí tiếp khách, chống lãng phí điện."
        index.add([replace(GOAL, precedent_id="a", text=duties), replace(GOAL, precedent_id="b", text=own)])
        assert self.found(index, "thực hành tiết kiệm, chống lãng phí")[0].precedent_id == "b"

    def test_a_record_comes_back_as_it_was_given(self, index: Index) -> None:
        assert self.found(index, "rừng") == [TARGETS]

    @pytest.mark.parametrize("query", ["giu sach ngo pho", "GIỮ SẠCH NGÕ PHỐ", "giữ sạch ngõ phố"])
    def test_a_query_without_diacritics_finds_the_same(self, index: Index, query: str) -> None:
        assert self.found(index, query) == [WARD]

    def test_d_is_found_for_đ(self, index: Index) -> None:
        assert self.found(index, "Da Dung") == [TARGETS]

    def test_a_decomposed_query_finds_composed_text(self, index: Index) -> None:
        assert self.found(index, "ngo\u0303 pho\u0302\u0301") == [WARD]

    def test_a_query_with_diacritics_puts_the_words_as_typed_first(self, index: Index) -> None:
        wrong = replace(GOAL, precedent_id="khac", heading="", text="Thị dừa: cây dừa, trái dừa, thị dừa bán ở chợ.")
        index.add([wrong])
        assert self.found(index, "thi đua")[-1] == wrong

    def test_words_of_the_heading_find_the_section(self, index: Index) -> None:
        assert self.found(index, "chi tieu")[0] == TARGETS

    def test_rare_words_weigh_more_than_words_of_every_section(self, index: Index) -> None:
        index.add([replace(GOAL, precedent_id=f"p{n}", text="Thi đua yêu nước. " * 3) for n in range(50)])
        assert self.found(index, "thi đua trồng rừng")[0] == TARGETS

    def test_a_figure_is_found(self, index: Index) -> None:
        assert self.found(index, "1.250 ha") == [TARGETS]

    @pytest.mark.parametrize("query", ["", "   ", "!!! “” — …", "xyzzy", '" OR NOT --', "NEAR(", "*", "heading:"])
    def test_a_query_without_a_known_word_finds_nothing(self, index: Index, query: str) -> None:
        assert self.found(index, query) == []

    @pytest.mark.parametrize("query", ['"giảm hộ" AND ) OR', "giảm* hộ^2 {a b}: -nghèo", "giảm\x00hộ"])
    def test_operators_of_the_engine_are_plain_characters(self, index: Index, query: str) -> None:
        assert {record.precedent_id for record in self.found(index, query)} == {GOAL.precedent_id, WARD.precedent_id}

    @pytest.mark.parametrize(
        "filters",
        [
            Filters(issuer="Bãi Sâu"),
            Filters(issuer="UBND phuong bai sau"),
            Filters(level="commune"),
            Filters(province="dong khe"),
            Filters(year=2024),
            Filters(kind="kế hoạch"),
            Filters(year=2024, role="goal"),
        ],
    )
    def test_a_filter_keeps_only_its_own(self, index: Index, filters: Filters) -> None:
        assert self.found(index, "giảm hộ nghèo", filters) == [WARD]

    @pytest.mark.parametrize("filters", [Filters(year=1999), Filters(issuer="Sâ"), Filters(year=2025, level="commune")])
    def test_a_filter_that_nothing_meets_finds_nothing(self, index: Index, filters: Filters) -> None:
        assert self.found(index, "giảm hộ nghèo", filters) == []

    def test_the_asking_issuer_comes_first_and_is_told_why(self, index: Index) -> None:
        near = Near(issuer="UBND phường Bãi Sâu", province="Đông Khê", year=2025, role="goal")
        first = index.search("giảm hộ nghèo", near=near)[0]
        assert (first.record, first.why) == (
            WARD,
            ("cùng cơ quan", "cùng tỉnh, thành phố", "cùng mục", "năm liền trước"),
        )

    def test_newer_comes_before_older_when_the_year_is_known(self, index: Index) -> None:
        old, new = (replace(WARD, precedent_id=f"n{year}", year=year) for year in (2015, 2023))
        index.add([old])
        index.add([new])
        years = [record.year for record in self.found(index, "giữ sạch ngõ phố", near=Near(year=2025))]
        assert years == [2024, 2023, 2015]

    def test_other_words_for_the_same_are_found_and_told(self, index: Index) -> None:
        index.add(
            [replace(WARD, precedent_id="lu", text="Nhà văn hóa phường là nơi nhận hàng cứu trợ, phát trong ngày.")]
        )
        (hit,) = index.search("quà từ thiện")
        marked = [hit.snippet.text[mark.start : mark.end] for mark in hit.snippet.marks]
        assert (hit.record.precedent_id, hit.why, marked) == ("lu", ("hiểu là “hàng cứu trợ”",), ["hàng cứu trợ"])

    def test_the_words_typed_come_before_others_for_the_same(self, index: Index) -> None:
        index.add([replace(WARD, text="Thi đua thoát nghèo, mỗi tổ dân phố có một điểm sinh hoạt chung.")])
        first, second = index.search("hộ nghèo")
        assert (first.record, first.why) == (TARGETS, ())
        assert second.why == ("hiểu là “thoát nghèo”",)

    def test_the_snippet_marks_the_words_asked_for(self, index: Index) -> None:
        snippet = index.search("trong moi rung")[0].snippet
        assert [snippet.text[mark.start : mark.end] for mark in snippet.marks] == ["Trồng", "mới", "rừng"]

    def test_a_word_typed_with_its_diacritics_marks_no_other(self, index: Index) -> None:
        index.add([replace(WARD, text="Xoá nhà tạm: tám nhà của ông Tâm, nhà tam cấp. Bổ sung nha khoa.")])
        (hit, *_) = index.search("xóa nhà tạm")
        marked = [hit.snippet.text[mark.start : mark.end] for mark in hit.snippet.marks]
        assert marked == ["Xoá", "nhà", "tạm", "nhà", "nhà", "tam"]

    def test_the_snippet_of_a_long_section_shows_where_the_words_are(self, index: Index) -> None:
        text = "Tăng cường kỷ luật. " * 100 + "Xây 12 cây cầu treo. " + "Đẩy mạnh cải cách. " * 100
        index.add([replace(GOAL, precedent_id="dai", text=text)])
        snippet = index.search("cầu treo")[0].snippet
        assert "cầu treo" in snippet.text
        assert len(snippet.text) < 260

    def test_a_whole_page_may_be_asked_for(self, index: Index) -> None:
        page = " ".join(f"chữ{n} thứ {n}," for n in range(20_000))
        assert self.found(index, f"trồng rừng {page}")[0] == TARGETS

    def test_the_limit_is_kept(self, index: Index) -> None:
        assert len(index.search("giảm hộ nghèo", limit=1)) == 1

    def test_adding_a_precedent_again_replaces_all_its_sections(self, index: Index) -> None:
        index.add([replace(GOAL, text="Chỉ còn một mục này.")])
        assert index.count() == 2
        assert self.found(index, "rừng") == []

    def test_what_is_removed_is_not_found_and_not_counted(self, index: Index) -> None:
        index.remove(GOAL.precedent_id)
        assert (index.count(), self.found(index, "rừng")) == (1, [])

    def test_a_cleared_index_is_empty_and_filled_again(self, index: Index) -> None:
        index.clear()
        assert (index.count(), index.stamps(), self.found(index, "rừng")) == (0, {}, [])
        index.add([TARGETS])
        assert (index.count(), self.found(index, "rừng")) == (1, [TARGETS])

    def test_removing_what_is_not_there_changes_nothing(self, index: Index) -> None:
        index.remove("khong-co")
        assert index.count() == 3

    def test_stamps_name_every_precedent_once(self, index: Index) -> None:
        assert index.stamps() == {GOAL.precedent_id: "a", WARD.precedent_id: "a"}

    def test_everything_is_there_when_opened_again(self, index: Index, open: Open) -> None:  # noqa: A002
        index.close()
        again = open()
        assert (again.count(), self.found(again, "rừng")) == (3, [TARGETS])
        again.close()

    def test_a_second_reader_sees_what_was_added(self, index: Index, open: Open) -> None:  # noqa: A002
        other = open()
        index.add([replace(GOAL, precedent_id="moi", text="Nuôi cá lồng trên hồ.")])
        assert [record.precedent_id for record in self.found(other, "nuôi cá lồng")] == ["moi"]
        other.close()

    def test_an_empty_index_finds_nothing(self, open: Open) -> None:  # noqa: A002
        index = open()
        assert (index.count(), index.search("thi đua"), index.stamps()) == (0, [], {})
        index.close()

    def test_a_failed_add_leaves_nothing_behind(self, index: Index) -> None:
        def broken() -> Iterator[SectionRecord]:
            yield replace(GOAL, text="Bỏ ngang nửa vời.")
            raise RuntimeError

        with pytest.raises(RuntimeError):
            index.add(broken())
        assert (index.count(), self.found(index, "bỏ ngang nửa vời"), self.found(index, "rừng")) == (
            3,
            [],
            [TARGETS],
        )
