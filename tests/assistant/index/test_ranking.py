"""What is listed first among sections that an engine found alike."""

from __future__ import annotations

from dataclasses import replace

from assistant.index import Near, SectionRecord
from assistant.index.ranking import Candidate, rank
from assistant.index.tokens import tokens
from assistant.index.topics import held
from tests.assistant.index.index_contract import GOAL, TARGETS, WARD


def listed(query: str, *found: tuple[SectionRecord, float]) -> list[SectionRecord]:
    hits = rank([Candidate(record, score, held(record)) for record, score in found], query, Near(), 10, tokens(query))
    return [hit.record for hit in hits]


def test_issuer_and_kind_of_section_named_together_are_both_meant() -> None:
    passing = replace(GOAL, position=3, role="implementation", heading="5. Tổ chức", text="Báo Lạng Hà nêu chỉ tiêu.")
    ward = replace(WARD, position=2, role="targets", heading="2. Chỉ tiêu", text="Giảm hộ nghèo.")
    assert listed("tỉnh Lạng Hà chỉ tiêu", (passing, 1.0), (ward, 0.6), (TARGETS, 0.6))[0] == TARGETS


def test_of_equals_the_newest_comes_first() -> None:
    older, newer = (replace(GOAL, precedent_id=f"ubnd-tinh-lang-ha-{year}", year=year) for year in (2025, 2026))
    assert listed("mục tiêu", (older, 1.0), (newer, 1.0 + 1e-9)) == [newer, older]
    assert listed("mục tiêu", (older, 1.0 + 1e-9), (newer, 1.0)) == [newer, older]


def test_work_to_be_done_is_sought_where_it_is_ordered() -> None:
    named = replace(GOAL, role="period", heading="4. Thời gian", text="Trồng cây đợt một đến tháng 3.")
    ordered = replace(WARD, role="content", heading="3. Nội dung", text="Trồng cây ven hồ Đá Dựng.")
    assert listed("trồng cây", (named, 1.0), (ordered, 0.9))[0] == ordered


def test_a_whole_section_comes_before_pieces_under_one_heading() -> None:
    piece = replace(GOAL, role="implementation", heading="V. TỔ CHỨC THỰC HIỆN", text="Sở Nội vụ theo dõi.")
    whole = replace(piece, precedent_id="phuong", text="Các tổ dân phố ký giao ước.")
    found = [(replace(piece, position=n), 1.0) for n in range(3)]
    assert listed("tổ chức thực hiện", *found, (whole, 0.8))[0] == whole


def test_a_section_about_it_comes_before_one_that_names_it_in_passing() -> None:
    passing = replace(
        GOAL, role="content", heading="3. Nội dung", text="Đón khách du lịch. Giữ chợ. Giữ đường. Giữ kênh."
    )
    about = replace(
        WARD, role="content", heading="3. Nội dung", text="Xây bến du lịch. Dạy nghề du lịch. Đón khách du lịch."
    )
    assert listed("du lịch", (passing, 1.0), (about, 0.9))[0] == about


def test_a_sentence_with_a_figure_comes_first() -> None:
    wish = replace(GOAL, role="targets", heading="2. Chỉ tiêu", text="Trồng thật nhiều cây xanh.")
    figure = replace(WARD, role="targets", heading="2. Chỉ tiêu", text="Trồng 2.400 cây xanh.")
    assert listed("trồng cây xanh", (wish, 1.0), (figure, 0.98))[0] == figure
