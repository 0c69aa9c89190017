"""The open decisions of a draft: blanks, left-overs and what the resolution asks, each place once."""

from __future__ import annotations

from itertools import pairwise

from assistant.decisions import decisions
from assistant.draft import Draft
from assistant.rollforward import rollforward
from checks.document import Document

from .lung_van import asked, last

RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH LŨNG VÂN

Lũng Vân, ngày 09 tháng 12 năm 2025

NGHỊ QUYẾT
Về nhiệm vụ năm 2026

Điều 1. Chỉ tiêu năm 2026

- Tỷ lệ che phủ rừng đạt 56%.
- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 97%.
"""


def draft() -> Draft:
    return rollforward(last(), asked())


def with_text(text: str) -> Draft:
    return Draft(Document.parse(text, "dự thảo"), (), ())


def test_every_blank_is_a_decision_with_what_stood_there_last_year() -> None:
    open_ = [one for one in decisions(draft(), last()) if one.kind == "blank"]
    assert [one.span for one in open_] == sorted(blank.span for blank in draft().blanks)
    assert any("Năm trước: 55,5%." in one.message for one in open_)


def test_what_is_left_over_is_a_decision_too() -> None:
    stale = last().text.replace("năm 2025", "năm 2026").replace("2024", "2025")
    assert {one.kind for one in decisions(with_text(stale), last())} == {"leftover"}


def test_a_place_is_told_once_and_in_reading_order() -> None:
    found = decisions(draft(), last())
    spans = [one.span for one in found]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_targets_that_differ_from_the_resolution_are_decisions() -> None:
    drafted = last().text.replace("2025", "2026").replace("2024", "2025")
    found = [
        one for one in decisions(with_text(drafted), last(), Document.parse(RESOLUTION)) if one.kind == "resolution"
    ]
    assert "Nghị quyết: đạt 56%." in found[0].message
    assert "Chưa có chỉ tiêu" in found[1].message
