"""This year's directive against last year's: what was kept, reworded, dropped and added, every target, every left-over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.comparison.details import CitationChange, Detail, citations, details, recipients
from checks.comparison.doubts import doubts
from checks.comparison.ledger import IndicatorChange, targets
from checks.comparison.leftovers import beside, leftovers
from checks.comparison.pairing import Pair
from checks.comparison.resolution import Against, against
from checks.comparison.sections import SectionChange, compare_sections
from checks.document import Document
from checks.facts.target_tables import lost
from checks.finding import Finding

__all__ = ["Comparison", "compare", "leftovers"]


NAMED = 3
"""So many open targets are named in a warning."""


class Comparison(NamedTuple):
    """Two years side by side. ``warnings``: Vietnamese sentences on why the pair may not be a pair."""

    previous: Document
    current: Document
    warnings: tuple[str, ...]
    sections: tuple[SectionChange, ...]
    indicators: tuple[IndicatorChange, ...]
    details: tuple[Detail, ...]
    citations: tuple[CitationChange, ...]
    recipients: tuple[Detail, ...]
    leftovers: tuple[Finding, ...]
    resolution: Against | None = None


def compare(
    previous: Document, current: Document, resolution: Document | None = None, pairs: Sequence[Pair] = ()
) -> Comparison:
    """Everything that changed from ``previous`` to ``current``; pure, and the same every time.

    Sentences that a PDF or a mail broke into lines are compared whole.
    ``resolution``: of the People's Council, which the targets of ``current`` are held against. ``pairs``: of targets,
    decided by a person.
    """
    previous, current = previous.flowing, current.flowing
    rows, undecided = targets(previous, current, pairs)
    unsure = {status for status, doc in (("new", previous), ("dropped", current)) if lost(doc)}
    rows = tuple(row for row in rows if row.status not in unsure)
    return Comparison(
        previous=previous,
        current=current,
        warnings=(*doubts(previous, current), *_unread(previous, current), *_open(undecided)),
        sections=_sections(previous, current),
        indicators=rows,
        details=details(previous, current),
        citations=citations(previous, current),
        recipients=recipients(previous, current),
        leftovers=tuple(beside(previous, current, rows, pairs)),
        resolution=against(resolution.flowing, current, pairs) if resolution is not None else None,
    )


def _unread(previous: Document, current: Document) -> Iterator[str]:
    """A table that a PDF lost has no targets: those of the other year are neither new nor dropped."""
    for year, doc in (("trước", previous), ("nay", current)):
        if lost(doc):
            yield (
                f"Bảng chỉ tiêu của văn bản năm {year} đã mất cột (thường do lấy từ PDF) nên không đọc được: "
                "các chỉ tiêu trong bảng chưa so sánh được; hãy dùng tệp Word."
            )
    counts = len(previous.indicators), len(current.indicators)
    if min(counts) == 0 and max(counts) >= NAMED and not (lost(previous) or lost(current)):
        year, said = ("trước", "mới") if counts[0] == 0 else ("nay", "bỏ")
        yield (
            f"Không đọc được chỉ tiêu nào của văn bản năm {year} (bảng chép từ PDF thường mất cột): "
            f"chỉ tiêu ghi “{said}” có thể có ở cả hai năm; hãy dùng tệp Word."
        )


def _open(undecided: Sequence[IndicatorChange]) -> Iterator[str]:
    """One sentence on the targets that cannot be compared yet."""
    if undecided:
        names = "; ".join(row.previous.name for row in undecided[:NAMED] if row.previous)
        more = "; …" if len(undecided) > NAMED else ""
        yield (
            f"Văn bản năm nay còn để trống con số của {len(undecided)} chỉ tiêu năm trước ({names}{more}): "
            "các chỉ tiêu này chưa so sánh được."
        )


def _sections(previous: Document, current: Document) -> tuple[SectionChange, ...]:
    """Of the documents, and of the plans that come with decisions: of each, at its place in the file."""
    before, after = previous.enclosure, current.enclosure
    if before is None and after is None:
        return compare_sections(previous, current)
    decided = compare_sections(previous, current) if previous.kind == current.kind else ()
    planned = compare_sections(before.document if before else previous, after.document if after else current)
    by = before.by if before else 0, after.by if after else 0
    return (*decided, *(_moved(row, *by) for row in planned))


def _moved(row: SectionChange, before: int, after: int) -> SectionChange:
    return row._replace(
        previous=row.previous._replace(span=row.previous.span.moved(before)) if row.previous else None,
        current=row.current._replace(span=row.current.span.moved(after)) if row.current else None,
        edits=tuple(one._replace(before=one.before.moved(before), after=one.after.moved(after)) for one in row.edits),
    )
