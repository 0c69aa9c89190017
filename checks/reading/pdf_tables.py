"""Ruled tables of a PDF page as rows of cells, as a Word file has them; what is not wholly told so stays lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from checks.values import NamedTuple

from .docx_tables import lay_out

_THIN, _REACH = 2.5, 3
"""Points: how thick a rule is at most, and how far apart two may be that are one."""
_MOST, _MOST_ROWS, _MOST_COLUMNS = 2_000, 200, 40
"""Shapes of a page, rows and columns of a table on it; a map or a chart has more."""


class Rule(NamedTuple):
    """A line of a table: across at height ``at``, or upright at ``at`` from the left edge."""

    at: float
    start: float
    end: float


class Table(NamedTuple):
    """The place of a table on its page, in points from the lower left, and its rows, “ | ” between cells."""

    left: float
    bottom: float
    right: float
    top: float
    rows: list[str]

    def holds(self, x: float | None, y: float) -> bool:
        return x is not None and self.left <= x <= self.right and self.bottom <= y <= self.top


def tables(page: Any, words: Any, kind: int) -> Iterator[Table]:
    """The tables of ``page``, whose text is ``words``; ``kind``: PDFium's number of a drawn shape."""
    across, upright = _rules(page, kind)
    for group in _groups(upright):
        bottom, top = min(one.start for one in group) - _REACH, max(one.end for one in group) + _REACH
        left, right = min(one.at for one in group) - _REACH, max(one.at for one in group) + _REACH
        heights = _apart(one.at for one in across if bottom <= one.at <= top and left <= one.start and one.end <= right)
        if len(heights) > _MOST_ROWS or len(_apart(one.at for one in group)) > _MOST_COLUMNS:
            continue
        rows = [_cells(words, group, *band) for band in pairwise(heights)][::-1]
        laid = lay_out([[[cell] if cell else [] for cell in row] for row in rows])
        # One block is a table of data; anything else places things side by side.
        if len(laid) == 1 and all(rows) and " | " in laid[0]:
            yield Table(left, bottom, right, top, laid[0].split("\n"))


def rejoined(row: str, rest: str) -> str | None:
    """A row that a page break cut through; None where ``rest`` has more than one cell that says something."""
    one, other = row.split("|"), rest.split("|")
    if len(one) != len(other) or other[0].strip() or sum(bool(cell.strip()) for cell in other) != 1:
        return None
    cells = (f"{a.strip()} {b.strip()}".strip() for a, b in zip(one, other, strict=True))
    return " | ".join(cells).strip()


def _rules(page: Any, kind: int) -> tuple[list[Rule], list[Rule]]:
    """Thin shapes: those across and those upright."""
    across, upright = [], []
    for shape in islice(page.get_objects(filter=[kind]), _MOST):
        left, bottom, right, top = shape.get_bounds()
        if top - bottom <= _THIN < right - left:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN < top - bottom:
            upright.append(Rule((left + right) / 2, bottom, top))
    return across, upright


def _groups(upright: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Upright rules that stand beside or above one another: of one table."""
    group: list[Rule] = []
    bottom = 0.0
    for one in sorted(upright, key=lambda rule: -rule.end):
        if group and one.end < bottom - _REACH:
            yield group
            group = []
        bottom = min(bottom, one.start) if group else one.start
        group.append(one)
    if group:
        yield group


def _cells(words: Any, upright: Sequence[Rule], bottom: float, top: float) -> list[str]:
    """What stands between the upright rules that pass between two heights."""
    middle = (bottom + top) / 2
    borders = _apart(one.at for one in upright if one.start <= middle <= one.end)
    found = (words.get_text_bounded(left, bottom, right, top) for left, right in pairwise(borders))
    return [" ".join(text.split()) for text in found]


def _apart(places: Iterator[float]) -> list[float]:
    """The places in order, one of those that are as good as the same."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _REACH:
            kept.append(place)
    return kept
