"""Counts told before what they count: “04 đợt”, “ba nhiệm vụ”."""

from __future__ import annotations

import re

WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
COUNT = r"(?P<count>(?P<n>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám) "
"""The beginning of a pattern that goes on with what is counted and closes the bracket."""


def stated(match: re.Match[str]) -> int:
    """The count that ``COUNT`` met."""
    return WORDS.get(match["n"]) or int(match["n"])
