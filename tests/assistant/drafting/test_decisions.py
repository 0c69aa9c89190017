"""The open decisions of a draft: blanks, left-overs and what the resolution asks, each place once."""

from __future__ import annotations

from itertools import pairwise

from assistant.draft import Draft
from assistant.drafting.decisions import Decision, decisions
from assistant.rolling.rollforward import rollforward
from checks.comparison.pairing import Pair
from checks.document import Document
from tests.assistant.lung_van import asked, last

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


def resolved(text: str, resolution: str = RESOLUTION, pairs: tuple[Pair, ...] = ()) -> list[Decision]:
    found = decisions(with_text(text), last(), Document.parse(resolution), pairs)
    return [one for one in found if one.kind == "resolution"]


HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n2. Chỉ tiêu\n\n"
DRAFTED = HEAD + "- Tỷ lệ che phủ rừng đạt 56%.\n- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 97%.\n"


def test_targets_as_resolved_ask_nothing() -> None:
    assert resolved(DRAFTED) == []


def test_a_missing_target_is_asked_for_at_the_end_of_the_draft() -> None:
    text = HEAD + "- Tỷ lệ che phủ rừng đạt 56%.\n"
    (one,) = resolved(text)
    assert one.span.start == Document.parse(text).body.end
    assert "bảo hiểm y tế" in one.message


def test_a_target_in_another_unit_is_not_the_resolved_one() -> None:
    (one,) = resolved(DRAFTED.replace("đạt 56%", "đạt 56 ha"))
    assert one.message.startswith("Chưa có chỉ tiêu “Tỷ lệ che phủ rừng”")


def test_a_target_paired_by_hand_is_held_against_the_resolved_one() -> None:
    text = DRAFTED.replace("Tỷ lệ che phủ rừng đạt 56%", "Giữ rừng đạt 55%")
    (one,) = resolved(text, pairs=(Pair("Giữ rừng", "Tỷ lệ che phủ rừng", "%"),))
    assert "khác nghị quyết: đạt 55%. Nghị quyết: đạt 56%." in one.message
