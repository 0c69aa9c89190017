"""Tables as they stand in a text: rows of cells joined by “|” or tabs, one row a line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.facts.numbers import FIGURE, value
from checks.finding import Span
from checks.values import NamedTuple


class Cell(NamedTuple):
    """What a cell says, without the blanks around it, and where."""

    text: str
    span: Span

    @property
    def amount(self) -> Decimal | None:
        """The number it says; None where it says anything else."""
        return value(self.text) if FIGURE.fullmatch(self.text) else None


def tables(text: str) -> Iterator[list[list[Cell]]]:
    """The tables of ``text``, at least three rows of as many cells each."""
    if "|" not in text and "\t" not in text:
        return
    rows: list[list[Cell]] = []
    at = 0
    for line in f"{text}\n\n".split("\n"):
        row = _row(line, at, len(rows[-1]) if rows else 0)
        if row and rows and len(row) != len(rows[-1]):
            yield from _whole(rows)
            rows = []
        if row:
            rows.append(row)
        elif not ruled(line):
            yield from _whole(rows)
            rows = []
        at += len(line) + 1


def _whole(rows: list[list[Cell]]) -> Iterator[list[list[Cell]]]:
    if len(rows) > 2:
        yield rows


def ruled(line: str) -> bool:
    """Is it only the rule under a header, “|---|---|”?"""
    return line.startswith("|") and not line.strip("|-: ")


def _row(line: str, start: int, width: int) -> list[Cell]:
    """The cells of a line below a row of ``width`` cells; none where it is no row or only the rule under a header."""
    mark = "|" if line.count("|") > 1 or " | " in line else "\t"
    if mark not in line or ruled(line):
        return []
    found = cells(line, start, mark)
    if len(found) == width:  # “| Tổng cộng | 860 |” of a Word table: its first and last cells are empty
        return found
    if line.lstrip().startswith("|"):
        found = found[1:]
    return found[:-1] if line.rstrip().endswith("|") else found


def cells(line: str, start: int, mark: str = "|") -> list[Cell]:
    """What stands between the marks of a line that begins at ``start``."""
    found, at = [], start
    for raw in line.split(mark):
        begin = at + len(raw) - len(raw.lstrip())
        found.append(Cell(raw.strip(), Span(begin, begin + len(raw.strip()))))
        at += len(raw) + 1
    return found
