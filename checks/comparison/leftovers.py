"""What is left over from last year's directive and should not be in this year's."""

from __future__ import annotations

from collections.abc import Sequence

from checks.comparison.ledger import IndicatorChange, targets
from checks.comparison.leftover_dates import leftover_dates, leftover_years
from checks.comparison.leftover_figures import leftover_figures
from checks.comparison.leftover_seasons import leftover_head, leftover_seasons
from checks.comparison.leftover_terms import TITLE, leftover_citations, leftover_terms, leftover_theme
from checks.comparison.pairing import Pair
from checks.comparison.past import years_of
from checks.document import Document
from checks.finding import Finding

RULES = {
    "leftover-year": "Năm trong văn bản phải là năm của phong trào thi đua này",
    "leftover-date": "Ngày, thời hạn phải là của năm nay",
    "leftover-figure": "Chỉ tiêu, số liệu của năm trước phải được thay hoặc xác nhận giữ nguyên",
    "leftover-term": "Nhiệm kỳ, giai đoạn, số thứ tự và số năm kỷ niệm phải đúng với năm nay",
    "leftover-citation": "Văn bản chỉ áp dụng cho năm trước không được dẫn lại cho năm nay",
    "leftover-theme": "Chủ đề, khẩu hiệu phải là của năm nay",
}
"""Names of these findings and what each asks for; they come from a comparison, not from ``checks/rules``."""


def leftovers(previous: Document, current: Document, by_hand: Sequence[Pair] = ()) -> list[Finding]:
    """Findings in ``current`` in reading order; none where the years do not follow one another.

    Silent: citations, results of the past year told in the preface, periods over several years, anniversaries.
    """
    previous, current = previous.flowing, current.flowing
    return beside(previous, current, targets(previous, current, by_hand)[0], by_hand)


def beside(
    previous: Document, current: Document, rows: Sequence[IndicatorChange], by_hand: Sequence[Pair] = ()
) -> list[Finding]:
    """The same where the texts flow and the ledger of their targets, ``rows``, is known."""
    found = _leftovers(previous, current, rows)
    plan = current.enclosure
    if plan is not None:
        last = previous.enclosure.document if previous.enclosure else previous
        told = any(plan.start <= row.current.span.start for row in rows if row.current)
        planned = () if told else targets(last, plan.document, by_hand)[0]
        moved = (plan.moved(one) for one in _leftovers(last, plan.document, planned))
        spans = {one.span for one in found}
        found += [one for one in moved if one is not None and one.span not in spans]
    return sorted(found, key=lambda f: (f.span, f.rule))


def _leftovers(previous: Document, current: Document, rows: Sequence[IndicatorChange]) -> list[Finding]:
    """Of two documents, whatever comes with them."""
    years = years_of(previous, current)
    if years is None:
        return []
    found = [
        *leftover_citations(previous, current, years),
        *leftover_theme(previous, current, years),
        *leftover_dates(previous, current, years),
        *leftover_years(current, years),
        *leftover_seasons(previous, current, years),
        *leftover_head(previous, current, years),
        *leftover_terms(previous, current, years),
        *leftover_figures(previous, current, years, rows),
    ]
    cited = [f.span.end for f in found if f.rule == "leftover-citation"]
    kept: dict[tuple[int, int], Finding] = {}
    for finding in found:
        titled = finding.rule == "leftover-year" and any(
            _in_title(current.text, end, finding.span.start) for end in cited
        )
        if not titled:
            kept.setdefault(finding.span, finding)
    return list(kept.values())


def _in_title(text: str, number_end: int, at: int) -> bool:
    """Does the year at ``at`` belong to the title of a document that is reported as a whole?"""
    return 0 <= at - number_end <= TITLE and not any(mark in text[number_end:at] for mark in (";", "\n", ". "))
