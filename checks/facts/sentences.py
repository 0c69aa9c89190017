"""The sentence or clause around a place: what a rule reads to see whether a name or a year is told as history."""

from __future__ import annotations

import re

from checks.finding import Span
from checks.patterns import Pattern

# “… năm 2025. Tiếp tục”, “…;”
_MARK = Pattern(r"[.;!?](?=\s)")
LONG = 2_000
"""No clause begins further back: a megabyte on one line must not make every question a megabyte dear."""
REACH = 700
"""No sentence of a directive is longer; what is longer is cut there."""


def sentence(text: str, at: int, *, clauses: bool = True) -> Span:
    """The sentence that holds ``at``, without its final mark; ``clauses`` lets a semicolon end it too."""
    first, last = max(0, at - REACH), min(len(text), at + REACH)
    start, newline = text.rfind("\n", first, at) + 1 or first, text.find("\n", at, last)
    end = last if newline < 0 else newline
    for mark in _MARK.finditer(text, start, at):
        if _ends(text, mark, clauses=clauses):
            start = mark.end()
    for mark in _MARK.finditer(text, at, min(end + 1, last)):
        if _ends(text, mark, clauses=clauses):
            end = mark.start()
            break
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def clause_start(text: str, at: int, ends: str = ".;") -> int:
    """Where the clause that holds ``at`` begins: behind the last of ``ends``, which a blank follows, or the line's start."""
    first = max(0, at - LONG)
    start = text.rfind("\n", first, at) + 1 or first
    return max(start, *(text.rfind(f"{mark} ", start, at) + 1 for mark in ends))


def _ends(text: str, mark: re.Match[str], *, clauses: bool) -> bool:
    """Does a mark end a sentence? The point of “TP. Hồ Chí Minh”, “TT. Tỉnh ủy” does not."""
    before = text[mark.start() - 1 : mark.start()]
    return not ("A" <= before <= "Z" or before == "Đ") and (clauses or mark[0] != ";")
