"""The parsed document: what every rule reads and no rule changes.

``parse`` accepts any text; what is missing is for a rule to report. Every part is found once, when first
asked for, and kept: rules share the lines, the tokens, the dates and the citations.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property

from checks.facts import citations as citing
from checks.facts import counts as counting
from checks.facts import dates as dating
from checks.facts import periods as timing
from checks.finding import Span
from checks.letters import composed, with_own_letters
from checks.parsing import flow, foot, head, kinds, markers, outline, structure
from checks.parsing import movement as moving
from checks.parsing.foot import Signature
from checks.parsing.lines import Line, lines_of
from checks.parsing.markers import Marker
from checks.parsing.outline import Section
from checks.parsing.structure import Frame
from checks.patterns import Pattern, occurrences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.facts.indicators import Indicator
    from checks.facts.mentions import Mention
    from checks.language.tokens import Tokens
    from checks.parsing.enclosure import Enclosure
    from checks.reading.source import Layout

__all__ = ["Document", "Line", "Marker", "Section", "Signature", "Span"]

DIGITS = Pattern(r"[0-9]+")
ENCLOSED_BY = 300
"""How far below the subject, in characters, “(Kèm theo Quyết định số … ngày …)” goes."""
TWO_TIER = date(2025, 7, 1)
"""No district level and 34 provinces since this day (Nghị quyết 202/2025/QH15, 203/2025/QH15)."""
LAW_2022 = date(2024, 1, 1)
"""Luật Thi đua, khen thưởng năm 2022 is in force since this day."""
DECREE_30 = date(2020, 3, 5)
"""Thông tư 01/2011/TT-BNV judges what is older (Nghị định 30/2020/NĐ-CP Điều 37)."""


class Document:
    """A document as text, plus the structure read from it; immutable by custom, parts are computed on demand."""

    def __init__(
        self,
        text: str,
        name: str = "<văn bản>",
        layout: Layout | None = None,
        issued: date | None = None,
        written: str | None = None,
    ) -> None:
        self.text = text
        self.written = text if written is None else written
        """As it stands in the file, where ``text`` is what rules read (``flowing``); both have the same places."""
        self.name = name
        self.layout = layout
        self._issued = issued

    @classmethod
    def parse(
        cls, text: str, name: str = "<văn bản>", layout: Layout | None = None, issued: date | None = None
    ) -> Document:
        """Any text, brought to NFC with ``\\n`` line ends. ``issued`` overrides the date the text states."""
        plain = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
        return cls(composed(plain), name, layout, issued)

    def with_text(self, text: str) -> Document:
        """The same document with other words: name, layout and date given from outside are kept."""
        return Document(text, self.name, self.layout, self._issued)

    @property
    def flowing(self) -> Document:
        """The document as rules read it: broken sentences whole, letters Vietnamese. Places stay the same."""
        return self._whole or self

    @cached_property
    def _whole(self) -> Document | None:
        """None where nothing differs: a document that held itself would stay in memory long after its check."""
        if self.written is not self.text:
            return None
        whole = flow.flowing(with_own_letters(self.text))
        return None if whole == self.text else Document(whole, self.name, self.layout, self._issued, self.text)

    @cached_property
    def parted(self) -> bool:
        """Did the text lose its line breaks, and were they put back by guess? Then its layout is judged by nobody."""
        return self.written is not self.text and any(self.written[at] == " " for at in occurrences("\n", self.text))

    # Lines, places and tokens

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _written_starts(self) -> list[int]:
        if self.written is self.text:
            return self._starts
        return [line.span.start for line in lines_of(self.written)]

    def line_at(self, offset: int) -> int:
        """Index of the line that holds ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point in the text as written, both from 1."""
        line = max(0, bisect_right(self._written_starts, offset) - 1)
        return line + 1, offset - self._written_starts[line] + 1

    @cached_property
    def tokens(self) -> Tokens:
        from checks.language.tokens import tokens

        return tokens(self.text)

    @cached_property
    def figures(self) -> list[tuple[int, int]]:
        """Where digits stand: “1.234” is two of them."""
        return [figure.span() for figure in DIGITS.finditer(self.text)]

    @cached_property
    def counts(self) -> list[int]:
        """Where a count of things begins: “04 đợt”, “ba nhiệm vụ”."""
        return counting.places(self.text, self.figures)

    @cached_property
    def touching(self) -> list[int]:
        """Where a letter and a figure stand together without a blank (“năm2026”, “12ha”)."""
        return counting.touching(self.text, self.figures)

    # The frame

    @cached_property
    def frame(self) -> Frame:
        return structure.frame(self.lines)

    @cached_property
    def framed(self) -> bool:
        """Is it a whole document? A pasted paragraph is not, and nobody asks it for a signature."""
        return head.framed(self.frame)

    @cached_property
    def open_ended(self) -> bool:
        """Is it the first part of a document? It has no recipients, no signature and no “./.” after its last words."""
        f = self.frame
        last = self.text[f.body.start : f.body.end].rstrip(' \n*_”")')
        return f.recipients_head is None and f.signature is None and not last.endswith(("./.", "./", "/."))

    @cached_property
    def cut(self) -> bool:
        """Does the first part end inside a sentence, as what was copied only so far?"""
        return self.open_ended and not self.text.rstrip(' \n*_”")').endswith((".", "!", "?", ";", ":"))

    @cached_property
    def torn(self) -> int:
        """Where a long text breaks off inside a sentence, perhaps inside a word: nothing is spelled wrong there. Else -1."""
        return flow.breaks_off(self.text) if self.cut else -1

    @cached_property
    def body(self) -> Span:
        return self.frame.body

    @cached_property
    def body_lines(self) -> tuple[Line, ...]:
        body = self.body
        first, last = self.line_at(body.start), self.line_at(max(body.start, body.end - 1))
        return self.lines[first : last + 1] if body.end > body.start else ()

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        return markers.markers(self.body_lines)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return outline.sections(self.body_lines, self.markers, self.body.end)

    def section(self, role: str) -> Section | None:
        """The first, highest section that plays ``role``, alone or among others."""
        return min((s for s in self.sections if role in s.roles), key=lambda s: (s.level, s.span.start), default=None)

    @cached_property
    def preface(self) -> Span:
        """The body before its first numbered heading."""
        first = next((s.span.start for s in self.sections), self.body.end)
        return Span(self.body.start, max(self.body.start, first))

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """Entries of “Nơi nhận” without bullet and closing mark, wrapped lines joined."""
        return head.recipients(self.frame.recipients)

    @property
    def signature(self) -> Signature | None:
        return self.frame.signature

    # What the frame says

    @cached_property
    def kind(self) -> str | None:
        """The kind of document, as Nghị định 30 names it; None where no heading says it."""
        return kinds.kind_of(self.frame.kind.bare) if self.frame.kind else None

    @cached_property
    def subject(self) -> str:
        """The subject (trích yếu) on one line; for a kind and subject printed on one line, what follows the kind."""
        return head.subject(self.frame, self.kind)

    @cached_property
    def number(self) -> str | None:
        """Number and symbol without “Số:” and blanks (“01/CT-UBND”); “/CT-UBND” where the number is left open."""
        return head.number(self.frame.number) if self.frame.number else None

    @cached_property
    def place_date(self) -> dating.DateMention | None:
        """The date of the place-and-date line, with its blanks."""
        line = self.frame.place_date
        return next(dating.mentions(self.text, *line.span), None) if line else None

    @property
    def issued(self) -> date | None:
        """The day of issue: what the caller states, else what the text states completely."""
        if self._issued:
            return self._issued
        stated = self.place_date
        if stated is None and self.enclosed:  # by the decision that it comes with
            stated = next(
                (m for m in self.dates if self.enclosed.start <= m.span.start < self.enclosed.end + ENCLOSED_BY), None
            )
        return stated.date if stated else None

    @cached_property
    def as_of(self) -> date | None:
        """The day whose law judges the document: the day of issue, else the month or year it states."""
        if self.issued:
            return self.issued
        stated = self.place_date
        if stated:
            possible = stated.year and 1 <= (stated.month or 1) <= 12
            return date(stated.year, stated.month or 1, 1) if possible else None
        return date(self.year, 1, 1) if self.year and 1900 < self.year < 2200 else None

    @cached_property
    def issuer(self) -> str:
        """The issuing body in sentence case (“Ủy ban nhân dân tỉnh Sơn Thủy”); empty where nothing says it."""
        from checks.parsing import naming

        return naming.issuer(self.frame.issuer, self.text[self.body.start : self.body.end], self.seat)

    @cached_property
    def seat(self) -> str:
        """The place before the date: “Cao Bằng”."""
        return head.seat(self.frame.place_date) if self.frame.place_date else ""

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """The proper names of the header in small letters, place and issuer: “thanh hòa”; nothing in them is a slip."""
        from checks.parsing import naming

        return naming.own_names(self.frame.issuer, self.seat)

    @cached_property
    def level(self) -> str:
        """ministry | province | department | district | commune | school | party | office; empty where unknown."""
        from checks.parsing import naming

        value = naming.level(self.issuer)
        # “thành phố Cẩm Phả” of before 2025 reports to “UBND tỉnh”; a city of the centre has no province above it.
        above = value == "province" and "thành phố" in self.issuer and any("UBND tỉnh" in r for r in self.recipients)
        return "district" if above else value

    @cached_property
    def party(self) -> bool:
        """A paper of the Party: it has a form of its own, and the law on emulation does not tell what it holds."""
        return self.level == "party" or "ĐẢNG CỘNG SẢN VIỆT NAM" in self.text[: self.body.start]

    @cached_property
    def enclosed(self) -> Span | None:
        """Where a text without a head of its own says what it comes with: “(Kèm theo Quyết định số …)”."""
        kind = self.frame.kind
        if kind is None or self.frame.number or self.frame.place_date:
            return None
        told = head.ENCLOSED.search(self.text, kind.span.end, self.body.start + ENCLOSED_BY)
        return Span(*told.span()) if told and f"{self.kind} này" not in told[0] else None

    @cached_property
    def own_form(self) -> bool:
        """A paper of the Party or a mass organisation: head, number, recipients and signature have their own form."""
        return self.party or head.of_an_organisation(self.text[: self.body.start], self.number)

    @cached_property
    def of_parties(self) -> bool:
        """A pact or pledge, “BẢN GIAO ƯỚC THI ĐUA”: who is bound signs it, and it is sent to nobody."""
        return head.titled(head.PACT, self.text, self.lines)

    @cached_property
    def province(self) -> str:
        """The province the issuer belongs to, where the header or the text says it."""
        from checks.parsing import naming

        return naming.province(self.frame.issuer, self.issuer, self.text)

    @cached_property
    def signer(self) -> str:
        """The person's name, without rank or academic title."""
        return foot.plain_name(self.signature.name) if self.signature else ""

    # The movement

    @cached_property
    def launch(self) -> bool:
        """Does it launch an emulation movement?"""
        subject = self.subject
        if not subject and self.kind is None and self.framed:
            subject = self.text[self.preface.start : self.preface.end][:600]
        return moving.is_launch(self.kind, subject, self.text[: self.body.start + 2500])

    @cached_property
    def movement(self) -> moving.Movement | None:
        """Annual, a campaign with its own dates, or over several years; None for what is no launch."""
        return moving.movement_of(self.subject, self.year) if self.launch else None

    @cached_property
    def school_year(self) -> bool:
        """Does the movement follow the school year? A school says so in its subject or right below it."""
        opening = self.text[self.body.start : self.body.start + 300].lower()
        return "năm học" in self.subject.lower() or (self.level == "school" and "năm học" in opening)

    @cached_property
    def year(self) -> int | None:
        """The year the document is for: of its subject, its opening order, its issue, its period."""
        stated = moving.year_of(self.subject, self.text[self.preface.start : self.preface.end])
        if stated:
            return stated
        if self.issued:
            return self.issued.year
        if self.place_date:
            return self.place_date.year
        period = self.section("period")
        ends = [m.year for m in self.dates if period and period.span.start <= m.span.start < period.span.end]
        return max(ends, default=None)

    @cached_property
    def theme(self) -> str:
        """The quoted theme or slogan of the movement; empty where none is quoted."""
        return moving.theme_of(self.text[self.body.start : self.body.end], self.subject)

    @cached_property
    def period_spans(self) -> tuple[Span, ...]:
        """Where the text says when the movement runs: its period sections, else the sentences that speak of it."""
        own = tuple(s.span for s in self.sections if s.role == "period" or ("period" in s.roles and s.level > 1))
        joint = tuple(s.span for s in self.sections if "period" in s.roles)
        if own or joint:
            return own or joint
        return timing.told(self.text, self.body.start, self.body.end)

    @cached_property
    def periods(self) -> tuple[timing.Period, ...]:
        """The stretches of time those places state."""
        # A section inside another states its periods once.
        found = (p for span in self.period_spans for p in timing.periods(self.text, span, self.year))
        return tuple(dict.fromkeys(found))

    # What it states

    @cached_property
    def dates(self) -> tuple[dating.DateMention, ...]:
        return tuple(dating.mentions(self.text))

    @cached_property
    def citations(self) -> tuple[citing.Citation, ...]:
        """Documents cited in the body; its own number in the header is none of them."""
        return tuple(citing.citations(self.text, self.body.start))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        from checks.facts.indicators import stated

        return stated(self)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every counted figure of the body with the words around it."""
        from checks.facts.mentions import mentions

        return tuple(mentions(self))

    @cached_property
    def enclosure(self) -> Enclosure | None:
        """The launch that comes with a decision in the same file; no other document has the module read."""
        if self.kind != "Quyết định":
            return None
        from checks.parsing.enclosure import enclosure

        return enclosure(self)

    # The regime of form

    @property
    def two_tier(self) -> bool:
        """Issued under two-tier local government?"""
        return self.as_of is not None and self.as_of >= TWO_TIER

    @property
    def decree_30(self) -> bool:
        """Judged by Nghị định 30/2020/NĐ-CP? What states no date is judged by today's form."""
        return self.as_of is None or self.as_of >= DECREE_30
