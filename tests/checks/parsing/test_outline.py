"""How markers nest."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.document import Document
from checks.parsing.headings import roles_of
from checks.parsing.outline import Outermost

CORPUS = Path(__file__).parents[3] / "corpus"


def depths(*lines: str) -> list[tuple[str, int, int | None]]:
    return [(m.label, m.depth, m.expected) for m in Document.parse("\n".join(lines)).markers]


def test_items_counted_through_the_parts_of_a_list_go_on_in_the_next_part() -> None:
    lines = (
        "1. Mục tiêu",
        "2. Chỉ tiêu",
        "a) Kinh tế",
        "1. Chè",
        "2. Quế",
        "b) Xã hội",
        "3. Nhà ở",
        "4. Trường",
        "3. Nội dung",
    )
    assert depths(*lines)[-3:] == [("3.", 3, None), ("4.", 3, None), ("3.", 1, None)]


@pytest.mark.parametrize(("roman", "arabic"), [(".", "."), (" -", "/-"), (".-", ".-"), ("/", "/"), ("/.", ")")])
def test_a_heading_is_one_however_its_number_is_closed(roman: str, arabic: str) -> None:
    lines = "KẾ HOẠCH\nThi đua\n\nI{r} MỤC TIÊU\n\nVề đích.\n\nII{r} NỘI DUNG\n\n1{a} Nội dung thi đua\n\nDạy tốt.\n\n2{a} Thời gian\n\nCả năm.\n"
    doc = Document.parse(lines.format(r=roman, a=arabic))
    assert [section.role for section in doc.sections] == ["goal", "content", "content", "period"]


@pytest.mark.parametrize(
    "heading", ["Chuyển đổi số", "Phát triển kinh tế số, xã hội số", "Quan điểm", "Nhiệm vụ trọng điểm"]
)
def test_a_heading_that_ends_like_a_line_cut_short_is_whole(heading: str) -> None:
    assert [label for label, *_ in depths(f"1. {heading}", "a) Xã có 05 tổ.", "b) Bản.", "2. Nhà ở")] == [
        "1.",
        "a)",
        "b)",
        "2.",
    ]


def test_a_number_after_a_line_cut_short_opens_nothing() -> None:
    assert [
        label for label, *_ in depths("1. Căn cứ Quyết định số", "12/QĐ-UBND của tỉnh", "2. Theo Điều", "4. Luật")
    ] == ["1.", "2."]


def test_a_name_behind_a_dash_is_no_heading() -> None:
    doc = Document.parse("KẾ HOẠCH\nThi đua\n\nI. NỘI DUNG\n\nV - vitamin của bà con xã vùng cao.\n")
    assert [marker.label for marker in doc.markers] == ["I."]


def test_a_second_roman_one_is_a_section_beside_the_first() -> None:
    lines = (
        "KẾ HOẠCH",
        "Thi đua",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "2. Yêu cầu",
        "I. NỘI DUNG",
        "1. Trồng rừng",
        "III. TỔ CHỨC",
    )
    assert depths(*lines)[3:] == [("I.", 1, 2), ("1.", 2, None), ("III.", 1, 2)]


def test_letters_that_do_not_start_anew_are_out_of_order() -> None:
    assert depths("1. Mục tiêu", "a) Một", "b) Hai", "2. Nội dung", "c) Ba")[-1] == ("c)", 2, 1)


@pytest.mark.parametrize(
    ("heading", "of_the_period"),
    [
        ("Thời gian thi đua", True),
        ("ĐỐI TƯỢNG, PHẠM VI VÀ THỜI GIAN", True),
        ("Về thời gian", True),
        (". THỜI GIAN - ĐỊA ĐIỂM", True),
        ("Huấn luyện đạt 100% thời gian, nội dung", False),
        ("Ban hành kết luận thanh tra đúng thời hạn", False),
        ("Thời gian chờ trung bình dưới 15 phút mỗi lượt", False),
        ("Nội dung đăng ký phải rõ việc; chỉ tiêu rõ, thời hạn rõ", False),
    ],
)
def test_a_duty_or_target_that_speaks_of_time_is_not_the_part_on_the_period(heading: str, of_the_period: bool) -> None:
    assert ("period" in roles_of(heading)) is of_the_period


@pytest.mark.parametrize("name", ["xa-tan-phong-thuong-chi-thi-2026", "xa-hoa-binh-dong-dot-thi-dua-2025"])
def test_the_first_section_that_holds_a_place_is_found_by_halves(name: str) -> None:
    doc = Document.parse((CORPUS / name / "document.txt").read_text("utf-8"))
    over = Outermost(doc.sections)
    for at in range(0, len(doc.text) + 1, 7):
        assert over.at(at) == next((s for s in doc.sections if s.span.start <= at < s.span.end), None)
