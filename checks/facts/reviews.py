"""When a movement or one of its stages is reviewed and summed up: “sơ kết giai đoạn 1 trước ngày 05/6/2026”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from checks.facts.periods import Period, month_end, stage_of
from checks.facts.sentences import clause_start
from checks.finding import Span
from checks.patterns import Pattern
from checks.values import NamedTuple

_IN_TIME = r"(?:[Tt]rước|[Cc]hậm nhất(?: là)?(?: vào)?|[Mm]uộn nhất(?: là)?(?: vào)?|[Vv]ào|[Tt]rong) "
_DAY = r"(?:[Nn]gày (?P<d>\d{1,2})(?:/| tháng )|(?P<early>tuần đầu |đầu )?(?:tuần cuối |giữa |cuối )?tháng )(?P<m>\d{1,2})(?:/| năm )(?P<y>20\d\d)"
WHEN = rf"[,:]? (?:xong )?(?P<when>{_IN_TIME}{_DAY})(?![\d/])"
"""“ trước ngày 05/6/2026”, “, chậm nhất là vào tháng 6 năm 2026”: ends a pattern, and ``due`` reads it."""
ON_DAY = rf"[,:]? (?:xong )?(?P<when>(?:{_IN_TIME}|(?=[Nn]gày )){_DAY})(?![\d/])"
"""The same, without “trước”, too: “Sơ kết chặng 1: Ngày 06 tháng 7 năm 2026”."""
OWN = (
    r"(?: (?:gửi|xong|lần (?:một|1|thứ nhất)|(?:phong trào|đợt)(?: thi đua)?|(?:chặng|giai đoạn|đợt) (?:\d|I{1,3}|một|hai)"
    r"|(?:6|sáu) tháng(?: đầu năm)?|năm|cả năm|việc thực hiện (?:Chỉ thị|Kế hoạch)(?: này)?|phong trào này|đợt này))*"
)
"""What follows “sơ kết” where this movement and no other is meant: “sơ kết giai đoạn 1”, “báo cáo sơ kết gửi”."""
REVIEW = Pattern(r"[Ss]ơ kết" + OWN + ON_DAY, hooks=("ơ kết",), back=1)
SUMMING_UP = Pattern(r"[Tt]ổng kết" + OWN + ON_DAY, hooks=("ổng kết",), back=1)
# “báo cáo kết quả giai đoạn 1 gửi về Văn phòng trước ngày 05/5/2026”
_OF_STAGE = Pattern(
    r"(?:[Ss]ơ kết|[Tt]ổng kết|kết quả) (?P<name>chặng|đợt|giai đoạn|bước) (?P<n>\d|I{1,3}V?)(?: (?:về|gửi) [^.;,:\n\d]{2,60}?)?"
    + ON_DAY,
    hooks=("ơ kết ", "ổng kết ", "kết quả "),
    back=1,
)
_DONE = re.compile(r"\bđã\b")
FIRST_DAYS = 10
"""“Tuần đầu tháng 6”, “đầu tháng 6” is not later than this day."""
EARLY = 10
"""Days before its end at which a stage may be reviewed."""


class Early(NamedTuple):
    """A stage that is reviewed or summed up before it ends."""

    span: Span
    """Of the date, “trước” included."""
    stage: str
    end: date


def due(match: re.Match[str]) -> tuple[date, date] | None:
    """The first and the last day that a pattern which ends in WHEN means; None where there is no such day."""
    year, month, day = int(match["y"]), int(match["m"]), match["d"]
    try:
        last = date(year, month, FIRST_DAYS) if match["early"] else month_end(year, month)
        return (date(year, month, int(day)),) * 2 if day else (date(year, month, 1), last)
    except ValueError:
        return None


def done(text: str, match: re.Match[str]) -> bool:
    """Does the clause tell what is done already?"""
    return _DONE.search(text, clause_start(text, match.start()), match.start()) is not None


def early(text: str, body: Span, periods: Iterable[Period]) -> tuple[Early, ...]:
    """Where a stage is reviewed weeks before it ends: in the line of its own dates, or by its name anywhere."""
    stages = [
        (f"{told['name'].capitalize()} {told['n']}", p)
        for p in periods
        if p.year_stated and (told := stage_of(text, p))
    ]
    found: dict[Span, Early] = {}
    for match, stage, end in (*_beside(text, stages), *_named(text, body, stages)) if stages else ():
        days = due(match)
        if days and (end - days[1]).days > EARLY and not _in_its_december(match, end, days[1]):
            place = Span(*match.span("when"))
            found.setdefault(place, Early(place, stage, end))
    return tuple(found.values())


def _beside(text: str, stages: Iterable[tuple[str, Period]]) -> Iterator[tuple[re.Match[str], str, date]]:
    """“Đợt 1: Từ ngày … đến hết ngày 30/6/2026. Sơ kết trước ngày 15/5/2026”."""
    for stage, p in stages:
        line = Span(p.span.end, max(text.find("\n", p.span.end), p.span.end))
        for match in (*REVIEW.finditer(text, *line), *SUMMING_UP.finditer(text, *line)):
            yield match, stage, p.end


def _named(text: str, body: Span, stages: Iterable[tuple[str, Period]]) -> Iterator[tuple[re.Match[str], str, date]]:
    """“Báo cáo kết quả giai đoạn 1 trước ngày 05/6/2026”."""
    ends: dict[str, tuple[str, date]] = {}
    for stage, p in stages:
        if p.exact:
            ends.setdefault(stage.lower(), (stage, p.end))
    for match in _OF_STAGE.finditer(text, *body):
        told = ends.get(f"{match['name']} {match['n']}".lower())
        if told:
            yield match, *told


def _in_its_december(match: re.Match[str], end: date, due: date) -> bool:
    """Is a year summed up in its own December, as is usual?"""
    of_a_year = match[0][0] in "Tt" and (end.month, end.day) == (12, 31)
    return of_a_year and (due.year, due.month) == (end.year, 12)
