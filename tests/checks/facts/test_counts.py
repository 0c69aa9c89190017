"""Counts told in words or figures before what they count."""

from __future__ import annotations

import re

from checks.facts.counts import COUNT, stated

COUNTED = re.compile(COUNT + r"nhiệm vụ)")


def test_a_count_is_read_in_words_and_in_figures() -> None:
    told = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "9", "04")
    counts = [stated(match) for word in told if (match := COUNTED.search(f"tập trung {word} nhiệm vụ sau"))]
    assert counts == [2, 3, 4, 5, 6, 7, 8, 9, 4]
