"""What rolling forward changes: edits of last year's text, settled by who spoke first, then applied."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date
from functools import cached_property
from typing import NamedTuple

from assistant.draft import BLANK, Provenance, Run
from assistant.request import Request
from checks.document import Document
from checks.finding import Span

# “Thân ái!”, “Trân trọng cảm ơn!”, “Kính chúc các đồng chí …” on a line of their own
FAREWELL = re.compile(
    r"(?m)^(?:Thân ái|Trân trọng|Chào thân ái|Chào quyết thắng|(?:Kính|Xin|Thân ái) chúc|Xin (?:trân trọng |chân thành )?cảm ơn)(?!\w)"
)


class Edit(NamedTuple):
    """Write ``text`` in place of ``span``. What equals the old text only protects it from later edits."""

    span: Span
    text: str
    what: str = ""
    """What belongs in the blanks of ``text``."""
    last: str = ""
    """What stood there last year."""
    note: str = ""
    """To be said of the paragraph, where the text is not blank but wants a second look."""
    requested: bool = False
    """The words come from the request."""


class Turn:
    """The turn of the year: last year's document and this year's request."""

    def __init__(self, last: Document, request: Request, id_: str, *, whole: bool = False) -> None:
        self.last = last
        self.request = request
        self.id = id_
        self.whole = whole
        """Is all of it rolled as it stands, head and foot too: a letter, a pact with several signers?"""

    @property
    def text(self) -> str:
        return self.last.text

    @cached_property
    def old(self) -> int:
        """The year of the last document; ``rollforward`` refuses one without it."""
        return self.last.year or self.request.year - 1

    @property
    def new(self) -> int:
        return self.request.year

    @cached_property
    def years(self) -> int:
        """How many years forward."""
        return self.request.year - self.old

    @cached_property
    def today(self) -> date:
        """The day whose law the draft must meet; without a date in the request, last year's day a year on."""
        written = self.last.as_of
        if self.request.date or self.request.period or written is None:
            return self.request.as_of
        return date(min(written.year + self.years, MAXYEAR), written.month, min(written.day, 28))

    @cached_property
    def campaign(self) -> bool:
        return self.last.movement in ("campaign", "multi-year")

    @cached_property
    def title(self) -> Span:
        """Kind and subject."""
        frame = self.last.frame
        lines = [line for line in (frame.kind, *frame.subject) if line]
        return Span(lines[0].span.start, lines[-1].span.end) if lines else Span(0, 0)

    @cached_property
    def annex(self) -> Span:
        """What follows the signature and the recipients."""
        end = len(self.text)
        return Span(self.last.frame.end, end) if self.last.frame.end > self.last.body.end else Span(end, end)

    @cached_property
    def area(self) -> tuple[Span, ...]:
        """What is rolled word by word: kind and subject, the body, the annexes."""
        if self.whole:
            return (Span(0, len(self.text)),)
        return self.title, self.last.body, self.annex

    @cached_property
    def farewell(self) -> int:
        """Where the closing words of a letter begin; the end of the opening where there are none."""
        end = self.last.preface.end
        found = FAREWELL.search(self.text, *self.last.preface)
        return found.start() if found else end

    def inside(self, at: int) -> bool:
        return any(span.start <= at < span.end for span in self.area)

    @cached_property
    def target_spans(self) -> tuple[Span, ...]:
        """The sections headed as targets; empty where they stand among other things."""
        return tuple(s.span for s in self.last.sections if "targets" in s.roles and s.heading and len(s.heading) < 90)

    def in_targets(self, at: int) -> bool:
        return any(span.start <= at < span.end for span in self.target_spans)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in the area that is rolled."""
        for span in self.area:
            yield from pattern.finditer(self.text, *span)

    def around(self, span: Span, words: int = 7) -> str:
        """The words about ``span`` with a blank in its place, for a note: “mở rộng ……… ha lúa”."""
        start = max(self.text.rfind(mark, 0, span.start) for mark in ("\n", ". ", ";", ":", " | ")) + 1
        start += len(self.text[start : span.start]) - len(self.text[start : span.start].lstrip(" |"))
        before = self.text[start : span.start].split()[-words:]
        stop = min(
            (at for mark in ("\n", ";", ". ", ".\n", "./", " | ") if (at := self.text.find(mark, span.end)) >= 0),
            default=len(self.text),
        )
        after = self.text[span.end : stop].split()[:words]
        return " ".join([*before, BLANK, *after])

    def line_end(self, at: int) -> int:
        """Where the line of ``at`` ends."""
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def section_at(self, at: int) -> str:
        """The heading of the innermost headed section that holds ``at``."""
        inside = [s for s in self.last.sections if s.span.start <= at < s.span.end and s.heading]
        return max(inside, key=lambda s: s.level).heading if inside else ""


class Edits:
    """The edits accepted so far; of two that overlap the first one stays."""

    def __init__(self) -> None:
        self._taken: list[Edit] = []

    def offer(self, edit: Edit) -> bool:
        """Take ``edit`` unless its place is taken."""
        if not self.free(edit.span):
            return False
        insort(self._taken, edit)
        return True

    def free(self, span: Span) -> bool:
        """Is no accepted edit within ``span``? An insertion (an empty span) only collides inside another edit."""
        at = bisect_left(self._taken, (span,))
        near = self._taken[max(0, at - 2) : at + 2]
        return not any(span.meets(e.span) for e in near)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._taken)


def keep(turn: Turn, span: Span) -> Edit:
    """Protects ``span``: what stands there is not a figure of last year."""
    return Edit(span, turn.text[slice(*span)])


def blank(turn: Turn, span: Span, what: str, text: str = BLANK) -> Edit:
    """Opens ``span``; the note says what stood there."""
    return Edit(span, text, what=what, last=shortened(turn.text[slice(*span)]))


def shortened(text: str, most: int = 280) -> str:
    """One line for a note."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: plain.rfind(" ", 0, most)] + " …"


def applied(turn: Turn, edits: Iterable[Edit], span: Span) -> Iterator[Run]:
    """``span`` of last year's text with the edits made."""
    at = span.start
    for edit in edits:
        if edit.span.end < span.start or edit.span.start > span.end or edit.span.start < at:
            continue
        if edit.span.start > at:
            yield from _kept(turn, at, edit.span.start)
        same = edit.text == turn.text[slice(*edit.span)]
        origin = Provenance(
            "request" if edit.requested else "previous",
            "" if edit.requested else turn.id,
            turn.section_at(edit.span.start),
            0.0,
        )
        yield Run(edit.text, origin, same, edit.what, edit.last, edit.note)
        at = edit.span.end
    if at < span.end:
        yield from _kept(turn, at, span.end)


def _kept(turn: Turn, start: int, end: int) -> Iterator[Run]:
    """Cut at section starts, so that every paragraph knows its section."""
    stops = sorted({s.span.start for s in turn.last.sections if start < s.span.start < end})
    for a, b in zip([start, *stops], [*stops, end], strict=True):
        yield Run(turn.text[a:b], Provenance("previous", turn.id, turn.section_at(a), 1.0), kept=True)
