"""Counts told before what they count: “04 đợt”, “ba nhiệm vụ”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from checks.patterns import Pattern, occurrences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
COUNT = r"(?P<count>(?P<n>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám) "
"""The beginning of a pattern that goes on with what is counted and closes the bracket."""
# “12 xã”, but not “năm 2026”
_OF_THINGS = re.compile(COUNT + r"(?=[^\W\d_]))")


def places(text: str, figures: Iterable[tuple[int, int]]) -> list[int]:
    """Where the counts of ``text`` begin, whose ``figures`` are known."""
    words = (at for word in WORDS for at in occurrences(f"{word} ", text) if not text[at - 1 : at].isalpha())
    numbers = (max(start, end - 2) for start, end in figures)
    return sorted(at for at in chain(words, numbers) if _OF_THINGS.match(text, at))


def touching(text: str, figures: Iterable[tuple[int, int]]) -> list[int]:
    """Where a letter and a figure stand together without a blank, whose ``figures`` are known."""
    around = f" {text} "
    before = [start for start, _ in figures if around[start].isalpha()]
    behind = [end for _, end in figures if end < len(text) and around[end + 1].isalpha()]
    return sorted(before + behind)


def counted(pattern: Pattern, doc: Document) -> Iterator[re.Match[str]]:
    """Where the body of ``doc`` has a ``pattern`` that begins with ``COUNT``."""
    return pattern.behind(doc.counts, 0, doc.text, doc.body.start, doc.body.end)


def against(match: re.Match[str], told: int) -> str | None:
    """What to say where the count of ``match`` is not the ``told`` things that follow it; one thing is no list."""
    count = stated(match)
    return f"Văn bản nêu {count:02} {match['what']} nhưng kể ra {told:02}." if told >= 2 and told != count else None


def stated(match: re.Match[str]) -> int:
    """The count that ``COUNT`` met."""
    return WORDS.get(match["n"]) or int(match["n"])
