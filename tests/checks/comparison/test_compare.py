"""Two years side by side: sections, words, targets, recipients, warnings."""

from __future__ import annotations

import textwrap
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.compare import compare
from checks.comparison.ledger import ledger
from checks.comparison.sections import compare_sections, expected
from checks.comparison.words import difference, words
from checks.document import Document
from checks.finding import Span
from checks.report.comparison import change
from tests.checks.comparison.plants import CORPUS, load, pairs


def ids() -> list[str]:
    return sorted(path.parent.name for path in CORPUS.glob("*/document.txt"))


@pytest.mark.parametrize("name", ids())
def test_a_document_against_itself_has_nothing_changed(name: str) -> None:
    result = compare(load(name), load(name))
    assert {r.status for r in result.sections} | {i.status for i in result.indicators} <= {"kept", "copied"}
    assert (
        result.leftovers,
        {d.status for d in (*result.recipients, *result.details, *result.citations)} - {"kept"},
    ) == ((), set())


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_directive_that_a_mail_broke_into_lines_is_the_same_directive(width: int) -> None:
    whole = load("xa-tan-phong-thuong-chi-thi-2026")
    lines = (textwrap.fill(line, width, break_on_hyphens=False) or line for line in whole.text.split("\n"))
    result = compare(whole, Document.parse("\n".join(lines)))
    changed = {row.status for row in (*result.sections, *result.indicators, *result.recipients, *result.citations)}
    assert changed <= {"kept", "copied"}


@pytest.mark.parametrize("name", pairs())
def test_a_typical_pair_has_fewer_than_forty_rows_that_are_not_just_kept(name: str) -> None:
    rows = compare_sections(*pairs()[name])
    assert sum(row.status != "kept" for row in rows) < 40


@pytest.mark.parametrize("name", pairs())
def test_the_same_pair_gives_the_same_comparison(name: str) -> None:
    previous, current = pairs()[name]
    again = compare(Document.parse(previous.text), Document.parse(current.text))
    assert compare(previous, current)[2:] == again[2:]


@pytest.mark.parametrize("name", pairs())
def test_every_block_of_both_years_stands_in_one_row(name: str) -> None:
    rows = compare_sections(*pairs()[name])
    before = [r.previous.span for r in rows if r.previous]
    after = [r.current.span for r in rows if r.current]
    assert (len(before), len(after)) == (len(set(before)), len(set(after)))


def test_sections_are_found_again_under_other_numbers_and_titles() -> None:
    one = Document.parse(
        "CHỈ THỊ\nPhát động phong trào thi đua năm 2025\n\n1. Mục tiêu\n\nXây dựng quê hương giàu đẹp.\n\n2. Nội dung\n\n"
        "2.1. Thi đua trồng rừng trên đất trống đồi trọc ở các thôn vùng cao.\n\n2.2. Thi đua mở đường liên thôn bằng ngày công của dân.\n"
    )
    other = Document.parse(
        "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nI. MỤC ĐÍCH\n\nNâng cao đời sống.\n\nII. NỘI DUNG THI ĐUA\n\n"
        "Thứ nhất, thi đua trồng rừng trên đất trống đồi trọc ở các thôn vùng cao.\n\nThứ hai, thi đua mở đường liên thôn bằng ngày công của dân.\n"
    )
    rows = compare_sections(one, other)
    assert [r.status for r in rows] == ["reworded", "reworded", "kept", "kept"] or [
        r.status for r in rows if r.role == "content" and (r.previous and r.previous.number != "2.")
    ] == ["kept", "kept"]


def test_an_item_that_changed_its_place_is_moved(write) -> None:
    items = [
        "3.1. Thi đua trồng rừng trên đất trống.",
        "3.2. Thi đua mở đường liên thôn.",
        "3.3. Thi đua giữ gìn an ninh thôn bản.",
    ]
    turned = [items[2].replace("3.3", "3.1"), items[0].replace("3.1", "3.2"), items[1].replace("3.2", "3.3")]
    rows = compare_sections(write(2025, content="\n\n".join(items)), write(2026, content="\n\n".join(turned)))
    assert [r.current.number for r in rows if r.status == "moved" and r.current] == ["3.1."]


def test_a_year_that_only_went_on_is_no_change(write) -> None:
    rows = compare_sections(write(2025), write(2026))
    assert {r.status for r in rows} == {"kept"}


def changes(before: str, after: str) -> list[tuple[str, str]]:
    told = difference(words(before, Span(0, len(before))), words(after, Span(0, len(after))))
    return [(before[slice(*e.before)], after[slice(*e.after)]) for e in told.edits]


def test_compound_words_are_not_torn_apart() -> None:
    assert changes("đẩy mạnh tổ chức thực hiện", "đẩy mạnh tổ công tác") == [("tổ chức thực hiện", "tổ công tác")]


def test_punctuation_and_capitals_say_nothing() -> None:
    assert changes("Thi đua, khen thưởng.", "thi đua - Khen thưởng") == []


def test_the_verbatim_share_counts_runs_that_were_taken_over() -> None:
    one, other = (words(t, Span(0, len(t))) for t in ("một hai ba bốn năm", "một hai ba bốn sáu"))
    assert difference(one, other).verbatim == 0.8


RENAMED = {
    "Sản lượng khai thác hải sản cả năm": "Sản lượng khai thác hải sản",
    "Chỉnh trang, bê tông hóa ngõ phố": "Chỉnh trang, bê tông hóa ngõ phố còn lại",
    "Tỷ lệ hộ nghèo giảm so với cuối năm 2024": "Tỷ lệ hộ nghèo giảm so với cuối năm 2025",
    "giải cấp tỉnh": "giải học sinh giỏi cấp tỉnh",
    "mỗi giáo viên dạy tiết ứng dụng công nghệ thông tin mỗi tháng": "mỗi giáo viên dạy tiết có sử dụng học liệu số mỗi tháng",
    "tỷ lệ hồ sơ nộp trực tuyến": "tỷ lệ hồ sơ nộp trực tuyến toàn trình",
}
"""Targets of the shipped pairs that are one though their names differ; the rest was read through and is not."""


@pytest.mark.parametrize("name", pairs())
def test_targets_of_the_shipped_pairs_are_paired_as_a_reader_pairs_them(name: str) -> None:
    previous, current = pairs()[name]
    rows = ledger(previous.indicators, current.indicators)
    both = [(r.previous, r.current) for r in rows if r.previous and r.current]
    assert all(a.name.lower() == b.name.lower() or RENAMED.get(a.name) == b.name for a, b in both)
    gone = {(r.previous.name.lower(), r.previous.unit) for r in rows if r.previous and not r.current}
    assert not gone & {(r.current.name.lower(), r.current.unit) for r in rows if r.current and not r.previous}
    assert all(
        r.status == "unit-changed" or (r.previous and r.current and r.previous.unit == r.current.unit)
        for r in rows
        if r.change is not None
    )


def of(*lines: str):
    return Document.parse(
        "CHỈ THỊ\nPhát động phong trào thi đua\n\n2. Chỉ tiêu\n\n" + "\n".join(f"- {line}" for line in lines)
    ).indicators


def row(before: str, after: str):
    (found,) = ledger(of(before), of(after))
    return found


def test_a_target_is_paired_by_its_meaning_and_its_change_is_told() -> None:
    found = row("Thu ngân sách trên địa bàn đạt 50 tỷ đồng.", "Thu ngân sách nhà nước đạt 60 tỷ đồng.")
    assert (found.status, found.change, found.percent) == ("changed", 10, Decimal("20.0"))


def test_figures_of_different_units_are_never_subtracted() -> None:
    found = row("Diện tích trồng chè đạt 50 ha.", "Diện tích trồng chè đạt 12%.")
    assert (found.status, found.change) == ("unit-changed", None)


def test_a_rise_that_became_a_fall_is_told() -> None:
    assert "direction-reversed" in row("Số vụ hòa giải tăng 5%.", "Số vụ hòa giải giảm 4%.").notes


def test_a_lower_target_is_told_but_not_where_lower_is_better() -> None:
    assert "lower" in row("Trồng 50 ha chè.", "Trồng 40 ha chè.").notes
    assert not row("Tỷ lệ thất thoát nước từ 18% xuống 17%.", "Tỷ lệ thất thoát nước từ 17% xuống 16%.").notes
    assert not row("Tỷ lệ sinh con thứ ba còn 9,5%.", "Tỷ lệ sinh con thứ ba còn 8,2%.").notes
    assert row("Tỷ lệ hộ nghèo dưới 5%.", "Tỷ lệ hộ nghèo dưới 4%.").notes == ()
    assert "lower" in row("Giải quyết 40% đơn thư tồn đọng.", "Giải quyết 30% đơn thư tồn đọng.").notes
    assert "lower" in row("Tỷ lệ khám phá tội phạm đạt 80%.", "Tỷ lệ khám phá tội phạm đạt 75%.").notes


def as_a_pdf_has_it(year: int) -> str:
    return (
        f"TT Chỉ tiêu Đơn vị tính Thực hiện\n\nnăm {year - 1}\nKế hoạch năm\n{year}\n\n1 Thu ngân sách\ntrên địa bàn\nTỷ đồng 12,4 13,6\n\n"
        "2 Tỷ lệ che phủ\n\nrừng\n% 41,2 41,5"
    )


def test_of_a_table_that_lost_its_columns_nothing_is_said_to_be_new_or_dropped(write) -> None:
    known = "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch\n1 | Thu ngân sách trên địa bàn | Tỷ đồng | 13,6\n2 | Trồng chè | ha | 20"
    for last, now in ((known, as_a_pdf_has_it(2026)), (as_a_pdf_has_it(2025), known)):
        result = compare(write(2025, last), write(2026, now, theme="Kỷ cương"))
        assert result.indicators == result.leftovers == ()
        assert [warning.partition(" đã mất cột")[0] for warning in result.warnings] == [
            f"Bảng chỉ tiêu của văn bản năm {'nay' if last == known else 'trước'}"
        ]


def test_the_year_above_a_column_of_results_is_last_year(write) -> None:
    result = compare(write(2025, as_a_pdf_has_it(2025)), write(2026, as_a_pdf_has_it(2026), theme="Kỷ cương"))
    assert result.leftovers == ()
    assert len(result.warnings) == 2


def test_the_same_figure_is_copied_unless_it_is_one_that_stays() -> None:
    assert row("Trồng 620 ha chè.", "Trồng 620 ha chè.").status == "copied"
    assert row("Tiêm chủng đạt 100%.", "Tiêm chủng đạt 100%.").status == "kept"


def test_names_that_differ_in_the_word_that_tells_them_apart_are_two_targets() -> None:
    found = ledger(of("Có 28 giải học sinh giỏi cấp huyện."), of("Có 6 giải học sinh giỏi cấp tỉnh."))
    assert [r.status for r in found] == ["new", "dropped"]


def test_a_recipient_written_differently_is_changed_and_not_dropped(write) -> None:
    before, after = write(2025), write(2026)
    changed = after.with_text(after.text.replace("- Lưu: VT.", "- Lưu: VT, NV."))
    assert [d.status for d in compare(before, changed).recipients] == ["kept", "changed"]


@pytest.mark.parametrize(
    ("years", "said"),
    [((2026, 2025), "đổi thứ tự"), ((2025, 2028), "cách nhau 3 năm"), ((2026, 2026), "giống hệt nhau")],
)
def test_odd_input_is_told_in_one_sentence(write, years: tuple[int, int], said: str) -> None:
    (warning,) = compare(*map(write, years)).warnings
    assert said in warning


def test_two_offices_and_two_kinds_are_told(write) -> None:
    other = Document.parse(write(2026).text.replace("SUỐI MƠ", "ĐỒI CHÈ").replace("CHỈ THỊ", "KẾ HOẠCH"))
    assert len(compare(write(2025), other).warnings) == 2


def test_a_missing_year_is_told() -> None:
    doc = Document.parse("CHỈ THỊ\nPhát động phong trào thi đua\n\n1. Mục tiêu\n\nThi đua.\n")
    assert any("Không đọc được năm" in w for w in compare(doc, doc.with_text(doc.text + "Thêm.\n")).warnings)


def test_only_years_of_the_right_step_are_expected() -> None:
    one, other = Document.parse("năm 2025"), Document.parse("năm 2027")
    assert not any(
        expected(one, other, e) for e in difference(words("năm 2025", Span(0, 8)), words("năm 2027", Span(0, 8))).edits
    )


TEXT = st.text(st.sampled_from("aăâđ 0123456789.,;:%/-–()“”\nIVXabcCHỈTHỊ|"), max_size=400)


@given(TEXT, TEXT)
def test_any_two_texts_are_compared_without_a_crash(one: str, other: str) -> None:
    result = compare(Document.parse(one), Document.parse(other))
    assert all(0.0 <= r.verbatim <= 1.0 for r in result.sections)


@given(st.data())
def test_a_shipped_pair_with_lines_lost_and_swapped_is_compared_without_a_crash(data: st.DataObject) -> None:
    previous, current = pairs()[data.draw(st.sampled_from(sorted(pairs())))]
    lines = current.text.split("\n")
    for _ in range(data.draw(st.integers(1, 12))):
        i, j = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines[i], lines[j] = lines[j], lines[i][: len(lines[i]) // 2]
    result = compare(previous, Document.parse("\n".join(lines)))
    assert all(f.span.end <= len(result.current.text) for f in result.leftovers)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Năng suất lúa đạt 6,5 tấn/ha.", "Năng suất lúa đạt 68 tạ/ha.", "+3 tạ/ha; +4,6%"),
        ("Thu ngân sách đạt 950 triệu đồng.", "Thu ngân sách đạt 1,2 tỷ đồng.", "+0,25 tỷ đồng; +26,3%"),
    ],
)
def test_a_figure_in_another_unit_is_converted_where_both_measure_the_same(before: str, after: str, told: str) -> None:
    found = row(before, after)
    assert (found.status, change(found)) == ("unit-changed", told)
