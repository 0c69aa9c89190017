"""What an officer must still decide before a draft is issued: its blanks, and what is still last year's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from assistant.draft import Draft, told
from checks.comparison.leftovers import leftovers
from checks.comparison.pairing import Pair
from checks.comparison.resolution import against
from checks.document import Document
from checks.finding import Finding, Span
from checks.report.comparison import amount

Kind = Literal["blank", "leftover", "resolution"]


class Decision(NamedTuple):
    """One open decision: ``message`` says in a sentence or two what is asked, ``line`` counts from 1."""

    kind: Kind
    span: Span
    line: int
    message: str


def decisions(
    draft: Draft, previous: Document | None, resolution: Document | None = None, pairs: Sequence[Pair] = ()
) -> tuple[Decision, ...]:
    """Everything open in ``draft`` in reading order, each place once: a blank there says what a left-over would.

    With a ``resolution``, also targets that differ from it; those that are missing stand at the end.
    """
    doc = draft.document
    blanks = [_at(doc, "blank", blank.span, told(blank.what, blank.last)) for blank in draft.blanks]
    taken = [blank.span for blank in draft.blanks]
    found = leftovers(previous, doc, pairs) if previous is not None else ()
    left = [_of(doc, finding) for finding in found if not _meets(finding.span, taken)]
    resolved = _resolved(doc, resolution, pairs) if resolution is not None else []
    return tuple(sorted([*blanks, *left, *resolved], key=lambda one: (one.span, one.kind)))


def _resolved(doc: Document, resolution: Document, pairs: Sequence[Pair]) -> list[Decision]:
    out = []
    for match in against(resolution, doc, pairs).matches:
        if match.resolved is None or match.status == "equal":
            continue
        asked = f"Nghị quyết: {amount(match.resolved)}."
        if match.drafted is None:
            end = Span(doc.body.end, doc.body.end)
            out.append(_at(doc, "resolution", end, f"Chưa có chỉ tiêu “{match.name}”. {asked}"))
        else:
            found = f"Chỉ tiêu “{match.name}” khác nghị quyết: {amount(match.drafted)}. {asked}"
            out.append(_at(doc, "resolution", match.drafted.span, found))
    return out


def _of(doc: Document, finding: Finding) -> Decision:
    return _at(doc, "leftover", finding.span, finding.message)


def _at(doc: Document, kind: Kind, span: Span, message: str) -> Decision:
    line, _ = doc.place(span.start)
    return Decision(kind, span, line, message)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(map(span.meets, others))
