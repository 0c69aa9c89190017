"""The sentence around a place: what a rule reads to see whether a name or a year is told as history."""

from __future__ import annotations

from checks.finding import Span
from checks.patterns import Pattern

# “… năm 2025. Tiếp tục”, “…;”: the point of “TP. Hồ Chí Minh”, “TT. Tỉnh ủy” ends no sentence
_END = Pattern(r"(?<![A-ZĐ])[.;!?](?=\s)|\n")
REACH = 700
"""No sentence of a directive is longer; what is longer is cut there."""


def sentence(text: str, at: int, *, clauses: bool = True) -> Span:
    """The sentence that holds ``at``, without its final mark; ``clauses`` lets a semicolon end it too."""
    start = max(0, at - REACH)
    for mark in _END.finditer(text, start, at):
        if clauses or mark[0] != ";":
            start = mark.end()
    end = min(len(text), at + REACH)
    for mark in _END.finditer(text, at, end):
        if clauses or mark[0] != ";":
            end = mark.start()
            break
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
