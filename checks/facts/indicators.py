"""The targets a directive sets: each as name, comparison, value or range, unit and scope, with its place.

They are read from the sections of targets, item by item; where a directive has no such section, from the
content, and then only what is said as a target (“phấn đấu trên 99% hồ sơ …”), not every number there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from checks.caching.answers import Answers
from checks.facts import target_tables
from checks.facts.clauses import LONGEST, Target, targets
from checks.facts.quantities import BEFORE
from checks.finding import Span
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document
    from checks.facts.clauses import Prose


class Indicator(NamedTuple):
    """One target. ``value`` is the amount or the lower end of a range, in ``unit`` as written."""

    name: str
    comparison: str
    """As the document says it: “”, đạt, tăng, giảm, duy trì, trên, dưới, tối thiểu, “giảm trở lên”, “từ … xuống …”."""
    value: Decimal
    upper: Decimal | None
    unit: str
    scope: str
    """What it is a part of (“trong đó …”, “Kết quả rèn luyện: …”); empty where it stands alone."""
    span: Span
    """Of the amount."""
    line: int
    """From 1."""
    previous: Decimal | None = None
    """The level it starts from: 13,18 in “từ 13,18% xuống 13,08%”."""
    of: Decimal | None = None
    """The whole: 16 in “07/16 xã”."""


# “II. CHỈ TIÊU CHỦ YẾU”, “Các chỉ tiêu kinh tế”; not “Thực hiện có hiệu quả các chỉ tiêu, nhiệm vụ …”
_TARGETS = re.compile(
    r"(?:(?:về|các|những|một số|hệ thống|mục tiêu|tiêu chí|nội dung|mục đích)[,;]? (?:và )?)*chỉ tiêu"
)
# “1. Mục tiêu thi đua”: where nothing is headed as targets, goals may state them
_GOALS = re.compile(r"(?:các )?mục tiêu(?! chung)")
_CLAUSE_END = re.compile(r";|\.(?=\s|$)|\.\n")
LONGEST_SUBJECT = 80
_BLANK = "………"
_OPEN = re.compile(r"…{3}")
_FILL = "997"
"""A figure that no directive states."""
_FILLED = re.compile(rf"(?<![\d.,]){_FILL}(?!\d|[.,]\d)")
_BULLET = re.compile(r"[-–+•*]+\s*")


def indicators(doc: Document) -> tuple[Indicator, ...]:
    """Every target of ``doc`` in reading order."""
    return _told_apart(doc, tuple(_indicator(doc, target) for target in _targets(doc)))


def several(doc: Document, few: int) -> bool:
    """Does ``doc`` state ``few`` targets or more? Of most the first paragraphs say so, and the rest need not be read."""
    own = 0 if _BLANK in doc.text else sum(1 for _ in islice(_targets(doc), few))
    return own == few or (own == 0 and len(doc.indicators) >= few)


def _targets(doc: Document) -> Iterator[Target]:
    spans: list[tuple[Span, Prose]] = [
        (s.body, "joint" if "content" in s.roles or "goal" in s.roles else "")
        for s in doc.sections
        if _TARGETS.match(s.heading.lower())
    ]
    if not spans:
        spans = [
            (s.body._replace(start=s.span.start), "content")
            for s in doc.sections
            if "content" in s.roles or (s.level == 1 and _GOALS.match(s.heading.lower()))
        ]
    if not spans and doc.launch:  # a directive that only lists its tasks
        spans = [
            (s.body._replace(start=s.span.start), "content")
            for s in doc.sections
            if s.level == 1 and (not s.roles or "targets" in s.roles)
        ]
    done = -1
    for span, prose in spans:
        if span.start < done:  # a part of the section before
            continue
        done = span.end
        yield from _section(doc, span, prose)


def _told_apart(doc: Document, found: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Targets of one name in several items are parts of what each item is about: “Dự án cầu Đá: tổng mức đầu tư 90 tỷ đồng”."""
    names = {(one.name.lower(), one.unit, one.line) for one in found if not one.scope}
    often = Counter((name, unit) for name, unit, _ in names)
    return tuple(
        one._replace(scope=_subject(doc, one)) if not one.scope and often[one.name.lower(), one.unit] > 1 else one
        for one in found
    )


def _subject(doc: Document, one: Indicator) -> str:
    """What the item of ``one`` is about, where a colon says it before anything else."""
    line = doc.lines[one.line - 1]
    at = next((m.text_at for m in doc.markers if m.line.span.start == line.span.start), line.span.start)
    head, colon, _ = doc.text[at : one.span.start].partition(": ")
    return head.strip(" -–+•") if colon and len(head) <= LONGEST_SUBJECT and not re.search(r"[;.]", head) else ""


def stated(doc: Document) -> tuple[Indicator, ...]:
    """The targets of ``doc`` and of the plan behind it that state their figure."""
    return _parted(doc)[0] if _BLANK in doc.text else _own(doc)


def open_targets(doc: Document) -> tuple[Indicator, ...]:
    """Targets whose figure is still a blank, “Thu ngân sách đạt ……… tỷ đồng”; their values say nothing."""
    return _parted(doc)[1] if _BLANK in doc.text else ()


def _own(doc: Document) -> tuple[Indicator, ...]:
    """The targets of ``doc``, else of the plan behind it."""
    return indicators(doc) or (doc.enclosure.targets(doc) if doc.enclosure else ())


@lru_cache(maxsize=2)
def _parted(doc: Document) -> tuple[tuple[Indicator, ...], tuple[Indicator, ...]]:
    """The targets that state their figure, and those whose figure is open.

    A blank stands for a figure: read as words, “đạt ……… tỷ đồng, trong đó” would be part of the next target's name.
    """
    filled = doc.with_text(_OPEN.sub(lambda blank: _FILL[-len(blank[0]) :], doc.text))
    named = [one._replace(name=_reopened(one.name), scope=_reopened(one.scope)) for one in _own(filled)]
    told = tuple(one for one in named if "…" not in doc.text[slice(*one.span)])
    return told, tuple(one for one in named if "…" in doc.text[slice(*one.span)])


def _reopened(name: str) -> str:
    """The blanks that stand in a name: “chiều dài từ ……… m trở lên”."""
    return _FILLED.sub(lambda figure: "…" * len(figure[0]), name)


class _Clause(NamedTuple):
    """A clause from ``start`` on, behind what may bear on it, and the head that goes on from the one before."""

    text: str
    start: int
    prefix: str
    prose: Prose


class _Told(Answers[_Clause, tuple[str, list[Target]]]):
    """What ``targets`` tells of clauses met lately: of a text that is typed on they are asked for again."""

    def find(self, clause: _Clause) -> tuple[str, list[Target]]:
        return targets(clause.text, clause.start, len(clause.text), clause.prefix, prose=clause.prose)


_TOLD = _Told()


def _indicator(doc: Document, target: Target) -> Indicator:
    amount = target.amount
    return Indicator(
        target.name,
        target.comparison,
        amount.value,
        amount.upper,
        amount.unit,
        target.scope,
        amount.span,
        doc.line_at(amount.span.start) + 1,
        amount.previous,
        amount.of,
    )


def _section(doc: Document, span: Span, prose: Prose) -> Iterator[Target]:
    yield from target_tables.rows(doc, span)
    for start, end in _items(doc, span):
        prefix = ""
        at = start
        for stop in [*(m.start() for m in _CLAUSE_END.finditer(doc.text, start, end)), end]:
            if stop > at:
                first = max(0, at - BEFORE)
                prefix, found = _TOLD[_Clause(doc.text[first : min(stop, at + LONGEST)], at - first, prefix, prose)]
                yield from (_moved(target, first) for target in found)
            at = stop + 1


def _moved(target: Target, by: int) -> Target:
    start, end = target.amount.span
    return target._replace(amount=target.amount._replace(span=Span(start + by, end + by)))


def _items(doc: Document, span: Span) -> Iterator[tuple[int, int]]:
    """Each list item or paragraph without its mark; a line that a page break cut is joined to the one before."""
    marks = {m.line.span.start: m.text_at for m in doc.markers}
    first, last = doc.line_at(span.start), doc.line_at(max(span.start, span.end - 1))
    start = end = -1
    for line in doc.lines[first : last + 1]:
        if line.blank or " | " in line.text:
            continue
        at = marks.get(line.span.start, line.span.start + len(line.text) - len(line.text.lstrip()))
        bullet = _BULLET.match(doc.text, at, line.span.end)
        joined = start >= 0 and not bullet and at == line.span.start and line.bare[0].islower()
        if joined and doc.text[end - 1] not in ".;:":
            end = line.span.end
            continue
        if start >= 0:
            yield max(start, span.start), min(end, span.end)
        start, end = (bullet.end() if bullet else at), line.span.end
    if start >= 0:
        yield max(start, span.start), min(end, span.end)
