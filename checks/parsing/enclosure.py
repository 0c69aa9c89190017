"""The launch that a decision brings into force in the same file, read as a document of its own."""

from __future__ import annotations

from checks.document import ENCLOSED_BY, Document
from checks.finding import Finding
from checks.parsing import head
from checks.parsing.kinds import kind_of
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

    @property
    def by(self) -> int:
        """How far what stands in the plan is from its place in the file."""
        return self.start - self.head

    def moved(self, finding: Finding) -> Finding | None:
        """``finding`` at its place in the file; None in the head, which the decision itself is judged by."""
        return finding.moved(self.by) if finding.span.start >= self.head else None

    def targets(self, doc: Document) -> tuple[Indicator, ...]:
        """The targets of the plan that comes with ``doc``, at their places in the file."""
        spans = [(one, one.span.moved(self.by)) for one in self.document.indicators]
        return tuple(one._replace(span=span, line=doc.line_at(span.start) + 1) for one, span in spans)


def enclosure(doc: Document) -> Enclosure | None:
    """The launch below the articles of the decision ``doc``; None where nothing of the kind comes with it.

    Ask ``Document.enclosure``, which reads it once.
    """
    if doc.frame.kind is None:
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
