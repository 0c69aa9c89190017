"""A text as lines, and what the lines of every head and foot look like."""

from __future__ import annotations

import re

from checks.finding import Span
from checks.values import NamedTuple

MOTTO = re.compile(
    r"C\wNG\s+H\w{1,2}(?:\s+X\w)?\s*H\wI\s+CH\w\s+NGH\w{1,2}(?!\w)|Đ\wc\s+l\wp\s*[-–—]\s*T\w{1,2}\s+do(?!\w)|"
    r"(?-i:Đ\wc\s+l\wp\s+T\w{1,2}\s+do\s+H\w{2,3}\s+ph\w{2,3})|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
"""The lines of every header, known by the shape of their words: a slip in one of them is for a rule to report."""
RECIPIENTS = re.compile(r"Nơi\s+nhận\s*:?", re.IGNORECASE)
GAP = "     "
"""So many blanks inside a line part two columns: a PDF or plain text keeps header and signature side by side."""


class Line(NamedTuple):
    """One line without its newline; ``bare`` is the text without heading marks, bold marks and outer blanks."""

    span: Span
    text: str
    bare: str

    @property
    def blank(self) -> bool:
        return not self.bare

    def within(self, start: int = 0, end: int | None = None) -> Span:
        """Where a part of ``bare``, or all of it, stands in the text."""
        at = self.span.start + self.text.find(self.bare)
        return Span(at + start, at + (len(self.bare) if end is None else end))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` with their places."""
    out, at = [], 0
    for raw in text.split("\n"):
        out.append(Line(Span(at, at + len(raw)), raw, bare_of(raw)))
        at += len(raw) + 1
    return tuple(out)


def bare_of(raw: str) -> str:
    """Without the marks of Markdown: “## **I. MỤC TIÊU**”, and without outer blanks."""
    bare = raw.strip()
    if bare.startswith("#"):
        bare = bare.lstrip("#")
    return bare.strip("* ")


def is_caps(text: str) -> bool:
    """Has letters and none of them lower case."""
    return text == text.upper() and any(letter.isalpha() for letter in text)
