"""The launch that a decision brings into force in the same file, read as a document of its own."""

from __future__ import annotations

from checks import head
from checks.document import ENCLOSED_BY, Document
from checks.finding import Finding, Span
from checks.kinds import kind_of
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.facts.indicators import Indicator


class Enclosure(NamedTuple):
    """The plan below the head of its decision, which says who launches and when; places in it are ``moved`` back."""

    document: Document
    head: int
    """Where the plan begins in ``document``: the head of the decision stands before."""
    start: int
    """Where it begins in the file."""

    def moved(self, finding: Finding) -> Finding | None:
        """``finding`` at its place in the file; None in the head, which the decision itself is judged by."""
        start, end = finding.span
        by = self.start - self.head
        return finding._replace(span=Span(start + by, end + by)) if start >= self.head else None


def enclosure(doc: Document) -> Enclosure | None:
    """The launch below the articles of the decision ``doc``; None where nothing of the kind comes with it."""
    if doc.kind != "Quyết định" or doc.frame.kind is None:
        return None
    for line in doc.lines[doc.line_at(doc.body.start) :]:
        start = line.span.start
        if start < doc.body.start or not kind_of(line.bare) or kind_of(line.bare) == doc.kind:
            continue
        if start < doc.frame.end and not head.ENCLOSED.search(doc.text, line.span.end, line.span.end + ENCLOSED_BY):
            continue
        top = doc.text[: doc.frame.kind.span.start]
        plan = Document(top + doc.text[start:], doc.name, issued=doc.issued)
        return Enclosure(plan, len(top), start) if plan.launch else None
    return None


def matter(doc: Document) -> Document:
    """What is launched: the plan that comes with a decision, else ``doc`` itself."""
    plan = enclosure(doc)
    return plan.document if plan else doc


def targets(doc: Document) -> tuple[Indicator, ...]:
    """The targets of the plan that comes with ``doc``, at their places in the file."""
    plan = enclosure(doc)
    if plan is None:
        return ()
    by = plan.start - plan.head
    return tuple(_moved(doc, one, by) for one in plan.document.indicators)


def _moved(doc: Document, one: Indicator, by: int) -> Indicator:
    start, end = one.span
    return one._replace(span=Span(start + by, end + by), line=doc.line_at(start + by) + 1)
