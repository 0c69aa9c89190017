"""What two parts of a directive say alike is found by its words, with the figure left out."""

from __future__ import annotations

import pytest

from checks.document import Document
from checks.facts.restated import figures_by_clause
from checks.finding import Span


def told(text: str) -> dict[str, list[str]]:
    doc = Document.parse(f"CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n{text}\n")
    found = figures_by_clause(doc, Span(doc.text.index(text), len(doc.text)))
    return {words: [doc.text[slice(*one.span)] for one in places] for words, places in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "- Tỷ lệ hộ nghèo toàn xã còn 2,3%.",
        "Phấn đấu trong năm 2026 tỷ lệ hộ nghèo toàn xã còn 2,3%.",
        "Đến hết năm 2026, đến cuối năm 2026 tỷ lệ hộ nghèo toàn xã còn 2,3%; các thôn thực hiện.",
        "2. Tỷ lệ hộ nghèo toàn xã còn 2,3%",
    ],
)
def test_a_target_is_the_same_whatever_leads_to_it(text: str) -> None:
    assert told(text) == {"tỷ lệ hộ nghèo toàn xã còn #%": ["2,3"]}


def test_a_figure_with_a_point_is_one_and_stands_at_its_place() -> None:
    assert told("Thu 12 tỷ đồng, trồng mới 1.210 ha rừng; chi hỗ trợ người nghèo đạt 45,6 tỷ đồng.") == {
        "trồng mới # ha rừng": ["1.210"],
        "chi hỗ trợ người nghèo đạt # tỷ đồng": ["45,6"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Tăng tỷ lệ thu gom rác thải thêm 5%.",
        "Đạt trên 12 tỷ đồng thu ngân sách.",
        "Thu 12 tỷ đồng.",
        "Thu ngân sách địa phương đạt 12 tỷ đồng đến 14 tỷ đồng.",
        "Riêng thôn biên giới có tỷ lệ hộ nghèo toàn thôn còn 9%.",
        "Năm trước kết quả giảm nghèo khá, tỷ lệ hộ nghèo toàn xã còn 4%.",
        "Tỷ lệ hộ nghèo toàn xã | còn 3% | giao các thôn",
        "Mọi người dân toàn xã có nước sạch.",
        "Thu gom rác thải sinh hoạt của các hộ dân " + "trên địa bàn các thôn trong toàn xã " * 5 + "đạt 90%.",
    ],
)
def test_what_has_no_figure_of_its_own_or_tells_of_a_part_is_left_alone(text: str) -> None:
    assert told(text) == {}
