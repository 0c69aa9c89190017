"""The table of several years in every form: text, JSON, a page to print, .csv and .xlsx."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from html import escape

from checks.comparison.years import Course, Years
from checks.facts.indicators import Indicator
from checks.facts.numbers import spell
from checks.report.comparison_words import amount
from checks.report.workbook import Cell, workbook

BOM = "\ufeff"
"""Excel reads a .csv as UTF-8 only if it begins so."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; the wide signs are those of East Asian keyboards."""
HEADS = ("Chỉ tiêu", "Thuộc", "Cách so sánh", "Đơn vị")


def as_text(table: Years) -> str:
    """One line a target: “Thu ngân sách: 2024 đạt 50 tỷ đồng | 2025 …”."""
    lines = [f"Lưu ý: {warning}" for warning in table.warnings]
    lines += [f"CHỈ TIÊU {table.years[0]} - {table.years[-1]}" + (f", {table.issuer}" if table.issuer else "")]
    for course in table.courses:
        told = (f"{year} {amount(one) if one else '–'}" for year, one in zip(table.years, course.stated, strict=True))
        lines.append(f"  {course.name}: {' | '.join(told)}")
    return "\n".join(lines if table.courses else [*lines, "  (không đọc được chỉ tiêu nào)"]) + "\n"


def as_json(table: Years) -> str:
    """Figures are strings with a decimal point, as in the comparison of two years."""
    rows = [
        {"name": course.name, "unit": course.unit, "values": [_stated(one) if one else None for one in course.stated]}
        for course in table.courses
    ]
    data = {"schema": 1, "issuer": table.issuer, "years": table.years, "indicators": rows, "warnings": table.warnings}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _stated(one: Indicator) -> dict[str, str | int | None]:
    ends = {"upper": one.upper, "of": one.of, "from": one.previous}
    told = {name: str(number) if number is not None else None for name, number in ends.items()}
    return {"value": str(one.value), "comparison": one.comparison, "line": one.line, **told}


def as_html(table: Years) -> str:
    """One page to print; the course of each target drawn as a line."""
    title = escape(f"Chỉ tiêu {table.years[0]} - {table.years[-1]}: {table.issuer}".removesuffix(": "))
    heads = "".join(f"<th>{escape(head)}</th>" for head in ("Chỉ tiêu", *map(str, table.years), ""))
    rows = "".join(_html_row(course) for course in table.courses)
    told = "".join(f"<p>{escape(warning)}</p>" for warning in table.warnings)
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        f"</head><body><h1>{title}</h1>{told}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        "</body></html>\n"
    )


_STYLE = """
body { font: 15px/1.5 "Times New Roman", serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #111; background: #fff; }
h1 { font-size: 1.4em; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; } td.n { text-align: right; }
polyline { fill: none; stroke: #14532d; stroke-width: 1.5; } circle { fill: #14532d; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
"""


def _html_row(course: Course) -> str:
    cells = "".join(f'<td class="n">{escape(amount(one)) if one else "–"}</td>' for one in course.stated)
    return f"<tr><td>{escape(course.name)}</td>{cells}<td>{_line(course)}</td></tr>"


def _line(course: Course, width: int = 120, height: int = 28) -> str:
    """The figures as points; a year without the target parts the line."""
    numbers = [one.value for one in course.stated if one]
    if len(numbers) < 2:
        return ""
    low, room = min(numbers), (max(numbers) - min(numbers)) or Decimal(1)
    runs: list[list[tuple[int, int]]] = [[]]
    for n, one in enumerate(course.stated):
        if one is None:
            runs.append([])
            continue
        x = 4 + (width - 8) * n // (len(course.stated) - 1)
        runs[-1].append((x, height - 4 - int((height - 8) * (one.value - low) / room)))
    drawn = "".join(
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in run)}"/>'
        + "".join(f'<circle cx="{x}" cy="{y}" r="2"/>' for x, y in run)
        for run in runs
        if run
    )
    return f'<svg width="{width}" height="{height}" role="img" aria-label="biểu đồ">{drawn}</svg>'


def as_csv(table: Years) -> str:
    """Semicolons and decimal commas, as Excel set to Vietnamese reads them; no cell can become a formula."""
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in _cells(table):
        writer.writerow([_spelled(cell) for cell in row])
    return out.getvalue()


def harmless(text: str) -> str:
    """``text`` for a cell: with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _spelled(cell: Cell) -> str:
    return format(cell, "f").replace(".", ",") if isinstance(cell, Decimal) else harmless(cell)


def as_xlsx(table: Years) -> bytes:
    """A workbook of one sheet: figures are numbers, all else is text."""
    return workbook("Chỉ tiêu", _cells(table))


def _cells(table: Years) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[*HEADS, *map(str, table.years)]]
    for course in table.courses:
        latest = next(one for one in reversed(course.stated) if one)
        unit = course.unit.removeprefix("x/x ")
        figures = [_figure(one) if one else "" for one in course.stated]
        rows.append([course.name, latest.scope, latest.comparison, unit, *figures])
    return rows


def _figure(one: Indicator) -> Cell:
    """A number; in words what a spreadsheet would take for a date, as “7/16” or “10 - 12”."""
    if one.of is not None:
        return f"{spell(one.value)} trên tổng số {spell(one.of)}"
    if one.upper is not None:
        return f"từ {spell(one.value)} đến {spell(one.upper)}"
    return one.value
