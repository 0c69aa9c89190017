"""What a rule reports: one problem, at one place, with its repair."""

from __future__ import annotations

from enum import StrEnum

from checks.values import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points in ``Document.text``."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Do the two share a code point? An empty range meets what it lies inside."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The same range where the text before it has ``by`` more code points."""
        return Span(self.start + by, self.end + by)


class Severity(StrEnum):
    """How strongly a finding speaks: may not be issued, should be looked at again, a suggestion."""

    ERROR = "error"
    WARNING = "warning"
    STYLE = "style"

    @property
    def rank(self) -> int:
        """0 for an error; larger is milder."""
        return _RANK[self]

    @property
    def label(self) -> str:
        """The word an officer reads."""
        return _LABEL[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.STYLE: 2}
_LABEL = {Severity.ERROR: "lỗi", Severity.WARNING: "nên xem lại", Severity.STYLE: "gợi ý"}


class Fix(NamedTuple):
    """Replace the finding's span. ``safe``: exactly one right answer, no reader could object."""

    replacement: str
    safe: bool


class Finding(NamedTuple):
    """One problem at one place."""

    rule: str
    severity: Severity
    span: Span
    message: str
    fix: Fix | None = None
    subject: str = ""
    """What it is about, where several rules may tell of one thing at one place: the first of them is enough."""

    def moved(self, by: int) -> Finding:
        """The same finding where the text before it has ``by`` more code points."""
        return self._replace(span=self.span.moved(by))
