"""The contract between a rule, its page in the docs and its tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from checks.caching import modules
from checks.document import Document
from checks.finding import Finding, Fix, Severity, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    Scope = Literal["text", "document", "launch", "annual", "campaign", "word"]
    """What a rule judges: any text, a document with a frame, a launch of a movement, one kind of launch, or the form of a Word file."""

    Tier = Literal["luật", "thông lệ", "gợi ý"]
    """How strong the source is; only ``luật`` may say “quy định”."""

_OUTSIDE = {
    "document": "đoạn văn không có phần đầu và phần cuối của một văn bản",
    "launch": "không phải văn bản phát động phong trào thi đua",
    "annual": "không phải phong trào thi đua thường xuyên theo năm",
    "campaign": "không phải đợt thi đua có thời gian riêng",
    "word": "không phải tệp Word",
}


_LAYOUT = frozenset({"form", "structure", "numbering", "recipients", "signature"})
"""Folders of rules that judge how a text is laid out in lines."""
_LAUNCHING = frozenset({"Chỉ thị", "Kế hoạch", "Phát động"})
"""Kinds of document that say all of a launch; a telegram or a letter says what is urgent."""
_ENCLOSED = frozenset({"numbering", "period"})
"""Folders of rules that judge the plan which comes with a decision too, beside all rules on launches."""


@cache
def _name(of_class: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", of_class).lower()


def _wanting(doc: Document) -> str | None:
    """Why nothing need be said in ``doc`` of what the law wants a launch to say."""
    if doc.kind not in _LAUNCHING:
        return "chỉ xét chỉ thị, kế hoạch và văn bản phát động"
    if doc.cut:
        return "văn bản đứt giữa câu, không phải toàn văn"
    if doc.party:
        return "văn bản Đảng không theo Luật Thi đua, khen thưởng về nội dung phát động"
    return None


class Rule:
    """One check. Its docstring is its page, its examples are its tests.

    The first docstring line says in Vietnamese what the text must be; the rest says why.
    ``bad`` marks what must be found: ``[[sai→đúng]]`` where the rule knows the right text,
    ``[[sai]]`` where only a person can say, ``[[→thiếu]]`` where something is missing.
    An example needs as much of a document as the rule's scope asks for.
    """

    severity: ClassVar[Severity] = Severity.ERROR
    scope: ClassVar[Scope] = "text"
    tier: ClassVar[Tier]
    source: ClassVar[str]
    needs_end: ClassVar[bool] = False
    """Whether it judges nothing in a document that has neither recipients nor signature."""
    needs_whole: ClassVar[bool] = False
    """Whether it looks for what the law wants a launch to say: in a whole text, of an office that is under that law."""
    alone: ClassVar[bool] = False
    """Whether what it finds in a paragraph hangs on that, on the two beside it and on the head of the document alone."""
    sums_up: ClassVar[str] = ""
    """The folder of rules of whose findings together this one says something (``sum_up``)."""
    since: ClassVar[date | None] = None
    """Documents of before this day are judged by another law; those that state no day by today's."""
    apart: ClassVar[Sequence[str]] = ()
    """Texts that ``applies`` leaves unjudged, beside those outside its scope."""
    good: ClassVar[Sequence[str]]
    bad: ClassVar[Sequence[str]]

    if not TYPE_CHECKING:  # or a type checker would believe in every attribute

        def __getattr__(self, name):
            """The examples of a rule whose module was kept without them."""
            own = type(self)
            if name not in modules.EXAMPLES:
                raise AttributeError(f"{own.__name__} has no {name}")
            return getattr(modules.whole(own.__module__)[own.__name__], name)

    @classmethod
    def name(cls) -> str:
        """The rule's one name, kebab-case: ``PeriodEnd`` is ``period-end``."""
        return _name(cls.__name__)

    @classmethod
    def title(cls) -> str:
        """The first line of the docstring."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    def applies(self, doc: Document) -> str | None:
        """None when the rule can judge ``doc``; otherwise why not, in Vietnamese."""
        if self.since and doc.as_of and doc.as_of < self.since:
            return f"văn bản ban hành trước ngày {self.since:%d/%m/%Y}"
        if self.scope == "text":
            return None
        if doc.parted and _LAYOUT.intersection(type(self).__module__.split(".")):
            return "văn bản dồn vào một dòng nên không rõ bố cục"
        if not self._in_scope(doc):
            return _OUTSIDE[self.scope]
        if self.needs_end and doc.open_ended:
            return "văn bản không có phần cuối (nơi nhận, chữ ký)"
        return _wanting(doc) if self.needs_whole else None

    @property
    def of_plans(self) -> bool:
        """Does it judge the plan that a decision brings into force as it judges one that stands alone?"""
        folder = type(self).__module__.split(".")[-2]
        return self.scope in ("launch", "annual", "campaign") or (self.scope == "document" and folder in _ENCLOSED)

    def _in_scope(self, doc: Document) -> bool:
        if self.scope == "document":
            return doc.framed
        if self.scope == "word":
            return doc.layout is not None
        return doc.launch and self.scope in ("launch", doc.movement)

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding for each problem in ``doc``."""
        raise NotImplementedError

    def suspects(self, doc: Document) -> Iterator[Finding]:
        """What a rule that is ``alone`` finds in the paragraphs of ``doc``, before the whole is weighed."""
        return self.check(doc)

    def weigh(self, doc: Document, found: Iterable[Finding]) -> Iterator[Finding]:  # noqa: ARG002 - asked by those who weigh
        """What of the ``suspects`` counts in the whole of ``doc``."""
        return iter(found)

    def sum_up(self, doc: Document, found: Sequence[Finding]) -> tuple[list[Finding], str]:
        """What a rule that ``sums_up`` others says of all that they found, and why they are held back for it; "" keeps them."""
        raise NotImplementedError

    @staticmethod
    def anchor(doc: Document) -> Span:
        """Where a finding on the whole document stands: at its kind, else at its beginning."""
        kind = doc.frame.kind
        if kind is None:
            return Span(0, 0)
        start = kind.span.start + kind.text.find(kind.bare)
        return Span(start, start + len(kind.bare))

    def finding(
        self,
        span: tuple[int, int],
        message: str,
        fix: str | None = None,
        *,
        safe: bool = False,
        severity: Severity | None = None,
        subject: str = "",
    ) -> Finding:
        """A finding of this rule; ``span`` counts code points of ``Document.text``."""
        repair = None if fix is None else Fix(fix, safe)
        return Finding(self.name(), severity or self.severity, Span(*span), message, repair, subject)

    def wrong_total(
        self, span: tuple[int, int], stated: str, summed: str, *, of: str = "các phần", severity: Severity | None = None
    ) -> Finding:
        """A total that is not what ``of`` add up to; several rules find such, each by another form of words."""
        message = f"Tổng ghi {stated} nhưng {of} cộng lại là {summed}."
        return self.finding(span, message, severity=severity, subject="total")
