"""Tables as text: those that place the header and the signature side by side, and those that hold data."""

from __future__ import annotations

from itertools import groupby, zip_longest

Cell = list[str]
"""The paragraphs of a cell."""
Row = list[Cell]

_LAYOUT_COLUMNS = 2
_LAYOUT_ROWS = 3
_SIGNS = ("độc lập - tự do", "độc lập – tự do", "nơi nhận:")
"""Beginnings that only the header and the signature block have, however many rows their table was cut into."""


def lay_out(rows: list[Row]) -> list[str]:
    """The paragraphs of a table.

    Up to two columns and three rows place things side by side: each column is read from top to bottom, the left one
    first, as a reader does. Rows with another number of cells, such as a merged one, part the table into blocks.
    Anything larger holds data: one line a row, “ | ” between cells, all rows one paragraph.
    """
    rows = [row for row in rows if any(row)]
    columns = max((sum(map(bool, row)) for row in rows), default=0)
    if columns > 1 and (columns > _LAYOUT_COLUMNS or len(rows) > _LAYOUT_ROWS) and not _places(rows):
        return ["\n".join(map(_line, rows))]
    blocks = []
    for _, block in groupby(rows, key=len):
        for column in zip_longest(*block, fillvalue=[]):
            blocks += [paragraph for cell in column for paragraph in cell]
    return blocks


def holds_motto(rows: list[Row]) -> bool:
    """The national motto stands in the table."""
    return _begins(rows, _SIGNS[:2])


def _places(rows: list[Row]) -> bool:
    return _begins(rows, _SIGNS)


def _begins(rows: list[Row], signs: tuple[str, ...]) -> bool:
    """Does a line begin so? Many put “Độc lập - …” below the name of the state with a line break, in one paragraph."""
    return any(
        line.lstrip().lower().startswith(signs)
        for row in rows
        for cell in row
        for paragraph in cell
        for line in paragraph.split("\n")
    )


def _line(row: Row) -> str:
    cells = (" ".join(" ".join(cell).split("\n")).strip() for cell in row)
    return "|".join(f" {cell} " if cell else " " for cell in cells).strip()
