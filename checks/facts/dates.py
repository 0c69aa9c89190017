"""Dates as directives write them: “ngày 31 tháng 12 năm 2026”, “31/12/2026”, “tháng 10/2025”, and blanks of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from checks.finding import Span
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

# “ngày 05 tháng 01 năm 2026”, “ngày tháng 01 năm 2020” (a blank), “ngày … tháng … năm 2026”
IN_WORDS = r"ngày *(?P<d>\d{1,2}|[.…_ ]*) *tháng *(?P<m>\d{1,2}|[.…_ ]*) *năm *(?P<y>\d{4})(?!\d)"
# In any case; the first letter is told apart, so that the engine leaps to it
LONG = re.compile(rf"[nN](?i:{IN_WORDS[1:]})")
# “31/12/2026”, “30-12-2022”, “01.9.2025”
# (what must not stand before is asked after the first digit: most letters are none, and none is looked behind of)
SHORT = re.compile(r"(?P<d>\d(?<![\d/.\-]\d)\d?)(?P<sep>[/.\-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?![\d/])")

BY_A_DAY = r" (?:trước|đến|đến hết) ngày (?:\d\d?/\d\d?/\d{4}|\d\d? tháng \d\d? năm \d{4})"
"""“ trước ngày 31/8/2026”, behind what is to be done by then."""


class DateMention(NamedTuple):
    """A complete date or a date with blanks, as written. ``day`` and ``month`` are None where left open."""

    span: Span
    day: int | None
    month: int | None
    year: int
    long: bool

    @property
    def date(self) -> date | None:
        """The calendar date; None where it is incomplete or impossible."""
        return _date(self.year, self.month, self.day)

    @property
    def impossible(self) -> bool:
        return self.day is not None and self.month is not None and self.date is None


@lru_cache(maxsize=512)
def _date(year: int, month: int | None, day: int | None) -> date | None:
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Every date in ``text[start:end]`` in reading order; spans count from the start of ``text``."""
    stop = len(text) if end is None else end
    found = [_mention(m, long=True) for m in LONG.finditer(text, start, stop)]
    found += [_mention(m, long=False) for m in SHORT.finditer(text, start, stop)]
    found.sort()
    yield from found


def _mention(match: re.Match[str], *, long: bool) -> DateMention:
    day, month = (int(part) if part.strip().isdigit() else None for part in (match["d"], match["m"]))
    return DateMention(Span(*match.span()), day, month, int(match["y"]), long)


def words(text: str, span: Span) -> Span | None:
    """The date in ``text[span]`` with its word “ngày”, without the comma and blanks before it."""
    found = LONG.search(text, *span) or SHORT.search(text, *span)
    if found is None:
        return None
    at = text.rfind("ngày", span.start, found.end())
    return Span(at if at >= 0 else found.start(), found.end())


def own_dates(doc: Document) -> list[DateMention]:
    """The dates of a text but for the days of the documents it cites."""
    cited = {one.date_span.end for one in doc.citations if one.date_span}
    return [one for one in doc.dates if one.span.end not in cited]


def with_word(text: str, stated: DateMention) -> Span:
    """The place of a date with its word “ngày”, where it has one."""
    return words(text, Span(max(0, stated.span.start - len(" ngày ")), stated.span.end)) or stated.span


def as_written(old: str, day: date) -> str:
    """``day`` in the form of ``old``: “ngày 07/4/2014”, “ngày 07 tháng 4 năm 2014”, “07/4/2014”."""
    return spell(day) if "tháng" in old else f"ngày {short(day)}" if old.startswith("ngày") else short(day)


def spell(day: date) -> str:
    """As Nghị định 30 writes it: days below 10 and months 1 and 2 take a leading zero."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short(day: date) -> str:
    """The same in figures: “05/01/2026”, “31/8/2026”."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
