"""When a movement runs: “từ ngày phát động đến hết ngày 31/12/2026”, “trong năm 2026”, “từ tháng 10/2025 đến hết tháng 3 năm 2026”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from checks.facts.sentences import clause_start
from checks.finding import Span
from checks.patterns import Pattern
from checks.values import NamedTuple

_DATE = (
    r"(?:ngày *(?P<{p}d>\d{{1,2}}) *tháng *(?P<{p}m>\d{{1,2}})(?: *năm *(?P<{p}y>\d{{4}}))?"
    r"|(?:ngày *)?(?P<{p}sd>\d{{1,2}})[/.\-](?P<{p}sm>\d{{1,2}})(?:[/.\-](?P<{p}sy>\d{{4}}))?(?![\d/])"
    r"|tháng *(?P<{p}om>\d{{1,2}})(?: *(?:/|năm) *(?P<{p}oy>\d{{4}}))?"
    r"|năm *(?P<{p}yy>\d{{4}})(?! *[-–]))"
)
# “đến hết ngày 31/12/2026”, “kết thúc vào ngày 31-12”, “tính đến hết năm 2026”
END = Pattern(r"(?:đến|kết thúc)(?: hết)?(?: vào)? *", flags=re.IGNORECASE)
_AT = Pattern(_DATE.format(p=""), flags=re.IGNORECASE)
# “từ ngày 19/8/2026”, “bắt đầu từ tháng 10 năm 2025”, “Từ 01/7/2026”
START = Pattern(r"từ(?: đầu)? *(?=(?:ngày|tháng|năm)? *\d)", flags=re.IGNORECASE)
WHOLE_YEAR = Pattern(r"(?:trong|cả)(?: cả)? năm *(?P<y>\d{4})(?! *[-–])", flags=re.IGNORECASE)
# “60 ngày đêm”, “đợt thi đua 100 ngày”; “trong 30 ngày” is a deadline of something else
DAYS = Pattern(
    r"(?P<n>\d{2,3}) ngày(?: và)? đêm|(?:đợt|cao điểm|thi đua) (?P<m>\d{2,3}) ngày(?:(?: và)? đêm)?(?! làm việc)",
    flags=re.IGNORECASE,
    hooks=(" ngày", " Ngày", " NGÀY"),
    back=len("cao điểm 100"),
)

_TOLD = Pattern(
    r"[Tt]hời gian (?:thi đua|thực hiện|phát động)|[Tt]ừ ngày [^.;\n]{0,40} đến ", needs=("hời gian ", "ừ ngày ")
)


# “Đợt 1: ”, “Giai đoạn II, ”, “Đợt 1: Từ ngày phát động ”, “Chặng 2 (30 ngày): ”: read backwards from a period
_STAGE = Pattern(
    r"(?P<name>[Cc]hặng|[Đđ]ợt|[Gg]iai đoạn|[Bb]ước|[Hh]ọc kỳ) (?P<n>\d|I{1,3}V?|IV|V)\b(?: \(\d{1,3} ngày(?: đêm)?\))?"
    r"[^\n]{0,6}?(?:[Tt]ừ [^.;:\n\d]{0,40})?$"
)


class Period(NamedTuple):
    """One stretch of time as written. A month or a year stands for its first or last day."""

    span: Span
    start: date | None
    end: date
    end_span: Span
    """Of the end date alone, “ngày” included."""
    year_stated: bool
    """Does the end state its year?"""
    exact: bool
    """Are both ends given to the day?"""


def periods(text: str, span: Span, year: int | None) -> Iterator[Period]:
    """The periods that ``text[span]`` states; ``year`` completes an end that names none (“đến hết 31/12”)."""
    for match in END.finditer(text, *span):
        end = _AT.match(text, match.end(), span.end)
        if end is None:
            continue
        stop, stated, exact_end = _day(end, year, last=True)
        if stop is None:
            continue
        line = max(text.rfind("\n", span.start, match.start()), text.rfind(";", span.start, match.start()), span.start)
        begin = None
        for candidate in START.finditer(text, max(line, match.start() - 120), match.start()):
            begin = candidate
        start, exact_start, from_at = None, False, match.start()
        if begin is not None:
            first = _AT.match(text, begin.end(), span.end)
            if first is not None:
                start, _, exact_start = _day(first, stop.year, last=False)
                from_at = begin.start()
        yield Period(
            Span(from_at, end.end()), start, stop, Span(end.start(), end.end()), stated, exact_start and exact_end
        )
    for match in WHOLE_YEAR.finditer(text, *span):
        y = int(match["y"])
        if 1900 < y < 2200:
            yield Period(Span(*match.span()), date(y, 1, 1), date(y, 12, 31), Span(*match.span()), True, False)


def days_stated(text: str, span: Span) -> Iterator[tuple[Span, int]]:
    """“60 ngày đêm”: where, and how many."""
    for match in DAYS.finditer(text, *span):
        group = "n" if match["n"] else "m"
        yield Span(match.start(group), match.end()), int(match[group])


def _day(match: re.Match[str], year: int | None, *, last: bool) -> tuple[date | None, bool, bool]:
    """The day meant, whether its year is stated, whether it is given to the day."""
    g = match.groupdict()
    stated = g["y"] or g["sy"] or g["oy"] or g["yy"]
    y = int(stated) if stated else year
    if y is None or not 1900 < y < 2200:
        return None, False, False
    month, day = g["m"] or g["sm"], g["d"] or g["sd"]
    try:
        if day:
            return date(y, int(month), int(day)), bool(stated), True
        if g["om"]:
            m = int(g["om"])
            return month_end(y, m) if last else date(y, m, 1), bool(stated), False
        return date(y, 12, 31) if last else date(y, 1, 1), bool(stated), False
    except ValueError:
        return None, bool(stated), False


def stage_of(text: str, period: Period) -> re.Match[str] | None:
    """The stage that a period is of, with its ``name`` and its number ``n``, right before it."""
    return _STAGE.search(text, max(0, period.span.start - 80), period.span.start)


def last_end(periods: Iterable[Period], year: int | None) -> date | None:
    """The day a movement of ``year`` ends; an end left over from last year is told by period-end."""
    return max((p.end for p in periods if p.year_stated and (year is None or p.end.year >= year)), default=None)


def month_end(year: int, month: int) -> date:
    """The last day of a month. Raises ValueError where there is no such month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(1) if month else date(year, month, 1)


def told(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The clauses of a body without a section on it that speak of when the movement runs."""
    # The words first, then their clause: a pattern that begins with “[^.;\n]*” is tried from every letter.
    found = dict.fromkeys(_clause(text, match.start(), match.end(), end) for match in _TOLD.finditer(text, 0, end))
    return tuple(span for span in found if span.start >= start)


def _clause(text: str, start: int, end: int, stop: int) -> Span:
    """The stretch around ``start`` and ``end`` between full stops, semicolons and line ends."""
    first = clause_start(text, start)
    stops = (text.find(mark, end, stop) for mark in ".;\n")
    return Span(first, min((at for at in stops if at >= 0), default=stop))
