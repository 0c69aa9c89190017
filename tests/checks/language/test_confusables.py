"""Which slip is dearer."""

from __future__ import annotations

import pytest

from checks.language.confusables import FARTHEST, NEVER, cost


@pytest.mark.parametrize(
    ("written", "meant"),
    [("các", "cách"), ("tinh", "tỉnh"), ("khôi", "khối"), ("sử", "xử"), ("bức", "bứt"), ("sơ", "cơ"), ("manh", "mạnh")],
)
def test_a_slip_of_hand_or_ear_is_within_reach(written: str, meant: str) -> None:
    assert 0 < cost(written, meant) <= FARTHEST


@pytest.mark.parametrize(("written", "meant"), [("thi", "khen"), ("ban", "huyện"), ("xyz", "xã")])
def test_another_word_is_never_taken_for_it(written: str, meant: str) -> None:
    assert cost(written, meant) == NEVER


def test_a_lost_tone_is_cheaper_than_a_wrong_one() -> None:
    assert cost("tinh", "tỉnh") < cost("tính", "tỉnh")
