"""A text as lines, and the lines of a header or a tail whose columns or table cells share one line."""

from __future__ import annotations

import re

from checks.finding import Span
from checks.patterns import Pattern
from checks.values import NamedTuple

TABLE_ROWS = 8
"""A header table has no more."""
MOTTO = re.compile(
    r"C\wNG\s+H\w{1,2}(?:\s+X\w)?\s+H\wI\s+CH\w\s+NGH\w{1,2}(?!\w)|Đ\wc\s+l\wp\s*[-–—]\s*T\w{1,2}\s+do(?!\w)|"
    r"(?-i:Đ\wc\s+l\wp\s+T\w{1,2}\s+do\s+H\w{2,3}\s+ph\w{2,3})|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
"""The lines of every header, known by the shape of their words: a slip in one of them is for a rule to report."""
RECIPIENTS = re.compile(r"Nơi\s+nhận\s*:?", re.IGNORECASE)
_CELL_ENDS = Pattern(r"\||-{5,}")
"""Between the cells of a row, and the line drawn under the issuer."""
_CELL = Pattern(r"\S(?: {0,4}\S)*")

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


def columns_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Each column and each cell of a header table on a line of its own."""
    return _side_by_side(_rows_apart(lines))


def _rows_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The rows of a header table (“Số: 12/KH-UBND | Hà Tân, ngày … |”) as a line for each cell."""
    head = lines[:TABLE_ROWS]
    if not any(" |" in line.text and (MOTTO.search(line.text) or "NGHĨA VIỆT NAM" in line.text) for line in head):
        return lines
    out: list[Line] = []
    for line in head:
        if " |" not in line.text:
            out.append(line)
            continue
        at = 0
        for end in (*(match.start() for match in _CELL_ENDS.finditer(line.text)), len(line.text)):
            cell = line.text[at:end].strip(" |-")
            if cell:
                start = line.span.start + line.text.index(cell, at)
                out.append(Line(Span(start, start + len(cell)), cell, bare_of(cell)))
            at = end
    return (*out, *lines[TABLE_ROWS:])


def _side_by_side(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines that hold two columns as two lines; below “Nơi nhận” the left column first, then the right one."""
    if not any(GAP in line.text for line in lines):
        return lines
    out: list[Line] = []
    right: list[Line] = []
    tail = False
    for line in lines:
        parts = _cells(line)
        tail = tail or bool(parts and RECIPIENTS.match(parts[0].bare) and len(parts[0].bare) < 60)
        if tail and line.text.startswith(GAP * 4) and parts:
            right += parts
        elif tail and len(parts) > 1:
            out.append(parts[0])
            right += parts[1:]
        elif len(parts) > 1:
            out += parts
        else:
            out.append(line)
    return (*out, *right)


def _cells(line: Line) -> list[Line]:
    """The columns of one line; a blank of a draft (“Số:      /CT-UBND”, “ngày      tháng”) parts nothing."""
    spans: list[tuple[int, int]] = []
    for cell in _CELL.finditer(line.text):
        before = line.text[spans[-1][0] : spans[-1][1]] if spans else ""
        if before.lower().endswith(("số:", "số", "ngày", "tháng", "năm")) or cell[0].startswith(("/", "tháng", "năm")):
            spans[-1:] = [(spans[-1][0] if spans else cell.start(), cell.end())]
        else:
            spans.append(cell.span())
    at = line.span.start
    return [Line(Span(at + a, at + b), line.text[a:b], line.text[a:b].strip("* ")) for a, b in spans]
