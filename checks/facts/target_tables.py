"""Targets given as a table: rows of cells joined by “ | ”, with or without a header row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.facts import numbers
from checks.facts.clauses import Target
from checks.facts.comparisons import comparison
from checks.facts.quantities import UNIT_AT, Quantity, quantities
from checks.facts.units import normal
from checks.finding import Span

if TYPE_CHECKING:
    from checks.document import Document

_UNIT_HEAD = re.compile(r"đơn vị(?: tính)?$|đvt|đơn vị đo", re.IGNORECASE)
_PAST_HEAD = re.compile(r"thực hiện|ước|kết quả|năm trước|so sánh|so với", re.IGNORECASE)
_VALUE_HEAD = re.compile(r"kế hoạch|chỉ tiêu năm|mục tiêu|phấn đấu|giao|số lượng|năm \d{4}|giá trị|mức", re.IGNORECASE)
_NAME_HEAD = re.compile(r"chỉ tiêu|nội dung|tên|danh mục", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?P<value>{numbers.FIGURE.pattern})(?:\s?/\s?(?P<of>\d[\d.]*)|\s?[-–]\s?(?P<upper>{numbers.FIGURE.pattern}))?"
)
# “Chỉ số sản xuất công nghiệp tăng”, “Tỷ lệ hộ nghèo giảm so với cuối năm 2025”
_MOVED = re.compile(r"\s(?P<move>tăng|giảm)(?=$| thêm$| so với| trong năm)", re.IGNORECASE)


def rows(doc: Document, span: Span) -> Iterator[Target]:
    """The targets in the table rows of ``doc.text[span]``."""
    unit_at = name_at = value_at = -1
    for line in doc.lines[doc.line_at(span.start) : doc.line_at(max(span.start, span.end - 1)) + 1]:
        if " | " not in line.text:
            unit_at = name_at = value_at = -1
            continue
        cells = _cells(line.text, line.span.start)
        header = _header([text for text, _ in cells])
        if header:
            name_at, unit_at, value_at = header
            continue
        built = _row(doc.text, cells, name_at, unit_at, value_at)
        if built:
            yield built


def _cells(text: str, start: int) -> list[tuple[str, int]]:
    out, at = [], 0
    for raw in text.split("|"):
        out.append((raw.strip(), start + at + len(raw) - len(raw.lstrip())))
        at += len(raw) + 1
    return out


def _header(cells: list[str]) -> tuple[int, int, int] | None:
    """Columns of name, unit and value where the row is a header."""
    name = next((i for i, c in enumerate(cells) if _NAME_HEAD.search(c) and not re.search(r"\d", c)), -1)
    unit = next((i for i, c in enumerate(cells) if _UNIT_HEAD.search(c)), -1)
    values = [
        i for i, c in enumerate(cells) if i not in (name, unit) and _VALUE_HEAD.search(c) and not _PAST_HEAD.search(c)
    ]
    if name < 0 or (unit < 0 and not values):
        return None
    return name, unit, values[-1] if values else -1


def _row(text: str, cells: list[tuple[str, int]], name_at: int, unit_at: int, value_at: int) -> Target | None:
    words = [i for i, (cell, _) in enumerate(cells) if re.search(r"[^\W\d_]{2}", cell) and not UNIT_AT.fullmatch(cell)]
    name_at = name_at if 0 <= name_at < len(cells) else (words[0] if words else -1)
    if name_at < 0:
        return None
    figures = [i for i, (cell, _) in enumerate(cells) if i > name_at and _FIGURE.search(cell)]
    value_at = value_at if value_at in figures else (figures[-1] if figures else -1)
    if value_at < 0:
        return None
    cell, at = cells[value_at]
    unit = cells[unit_at][0] if 0 <= unit_at < len(cells) else next((c for c, _ in cells if UNIT_AT.fullmatch(c)), "")
    inside = quantities(text, at, at + len(cell))
    match = _FIGURE.search(cell)
    if match is None or (not unit and not inside):
        return None
    name = " ".join(cells[name_at][0].split())
    moved = _MOVED.search(name)
    said = comparison(cell[: match.start()], cell[match.end() :], "", opens=True).word
    of = numbers.value(match["of"]) if match["of"] else None
    named = normal(unit) if unit else inside[0].unit.removeprefix("x/x ")
    amount = Quantity(
        Span(at + match.start(), at + match.end()),
        numbers.value(match["value"]),
        numbers.value(match["upper"]) if match["upper"] else None,
        of,
        None,
        "",
        named if of is None else f"x/x {named}",
        named,
    )
    return Target(name.removeprefix("Trong đó: "), said or (moved["move"].lower() if moved else ""), "", amount)
