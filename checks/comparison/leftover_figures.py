"""Last year's figures that stand where this year's belong: targets copied, results told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.comparison.ledger import IndicatorChange, standing
from checks.comparison.past import Years, recall
from checks.document import Document
from checks.facts.numbers import spell
from checks.facts.quantities import Quantity, quantities
from checks.finding import Finding, Severity, Span

LARGE = 100
"""A whole number below this may rightly be the same two years running: “05 sáng kiến”, “95%”."""


def leftover_figures(
    previous: Document, current: Document, years: Years, rows: Sequence[IndicatorChange]
) -> Iterator[Finding]:
    """Targets with exactly last year's figure, and results of the past year that were already last year's preface."""
    for row in rows:
        if row.current is not None and row.previous is not None and _copied(row) and not _sum_of_new(row, rows):
            unit = row.current.unit.removeprefix("x/x ")
            shown = f"{spell(row.current.value)}{'' if unit in '%‰' else ' '}{unit}"
            yield _finding(
                row.current.span,
                f"Chỉ tiêu “{row.name}” vẫn là {shown} như năm {years.last}; hãy xác nhận hoặc thay số của năm {years.this}.",
            )
        elif row.current is not None and row.previous is not None and _same_start(row):
            yield _finding(
                row.current.span,
                f"Mức xuất phát {spell(row.current.previous or Decimal(0))} là của năm {years.last}; năm nay phải tính từ kết quả năm trước.",
            )
    yield from _results(previous, current, years)


def _copied(row: IndicatorChange) -> bool:
    one = row.current
    assert one is not None, "a copied row has both sides"
    return row.status == "copied" and not standing(one) and specific(one.value)


def _sum_of_new(row: IndicatorChange, rows: Sequence[IndicatorChange]) -> bool:
    """Is the figure the sum of parts that were set anew? Then it was reckoned again, and is the same by chance."""
    one = row.current
    assert one is not None, "a copied row has both sides"
    parts = [r for r in rows if r.current and r.current.scope == one.name and r.current.unit == one.unit]
    figures = [part.current.value for part in parts if part.current]
    return any(part.status == "changed" for part in parts) and sum(figures) == one.value


def _same_start(row: IndicatorChange) -> bool:
    one, other = row.current, row.previous
    if one is None or other is None or one.previous is None or row.status == "unit-changed":
        return False
    return one.previous == other.previous and other.previous != other.value


def specific(value: Decimal) -> bool:
    """Would nobody set the same figure twice by chance?"""
    return value >= LARGE or value != value.to_integral_value()


def _results(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """A result told in both prefaces."""
    before = {(q.value, q.unit) for q in _told(previous, years.last - 1)}
    for amount in _told(current, years.last):
        if (amount.value, amount.unit) in before and specific(amount.value):
            yield _finding(
                amount.span,
                f"Số liệu này đã nêu trong văn bản năm {years.last}; hãy thay bằng kết quả của năm {years.last}.",
            )


def _told(doc: Document, year: int) -> Iterator[Quantity]:
    for span in recall(doc, year).told:
        yield from quantities(doc.text, *span)


def _finding(span: Span, message: str) -> Finding:
    return Finding("leftover-figure", Severity.STYLE, span, message)
