"""Last year's years and dates that stand where this year's belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.comparison.past import (
    LINE_OF_YEAR,
    RANGE,
    YEAR,
    Years,
    beyond,
    looks_back,
    of_a_law,
    of_an_event,
    opening,
    recall,
    since,
    years_across,
)
from checks.document import Document
from checks.facts.dates import DateMention
from checks.finding import Finding, Fix, Severity, Span

# “trước ngày”, “đến hết ngày”, “kết thúc vào ngày”, “xong trước”
_DUE = re.compile(
    r"(?:trước|đến|đến hết|hết|kết thúc(?: vào)?|từ|chậm nhất(?: là| vào)?|xong|tính đến|vào|sang|[-–])\s*$",
    re.IGNORECASE,
)
# “21/11/2025 - 18/01/2026”: the first day of a stretch
GOES_ON = re.compile(r"\s?[-–]\s?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_SCHOOL = re.compile(r"năm học\s(?P<first>\d{4}) ?[-–] ?(?P<last>\d{4})", re.IGNORECASE)
_SCHOOL_ENDS = 6
"""The month in which plans of the next school year begin."""
_ORDER = re.compile(r"là năm (?!có nhiều|đầy)", re.IGNORECASE)


def leftover_years(current: Document, years: Years) -> Iterator[Finding]:
    """Mentions of last year as if it were this one."""
    last, this = years
    past = recall(current, last)
    text = current.text
    ranges = [Span(*m.span()) for m in RANGE.finditer(text)]
    dates = [m.span for m in current.dates]
    planned = _planned(current, years)
    for match in _SCHOOL.finditer(text, opening(current), current.body.end):
        school = _school_now(current, years, int(match["first"]))
        if school and not past.tells(match.start()) and not looks_back(text, match.start("first")):
            yield _finding(
                "leftover-year",
                Span(match.start("first"), match.end()),
                f"Năm học ở đây vẫn là của năm trước; cần là {school}.",
                school,
            )
    for match in YEAR.finditer(text, opening(current), current.body.end):
        at = match.start()
        if at in planned:
            continue
        if int(match[0]) != last or any(s.start <= at < s.end for s in (*ranges, *dates)) or past.cites(at):
            continue
        if of_a_law(text, at) or looks_back(text, at) or (past.tells(at) and not _this_year(text, match)):
            continue
        yield _finding(
            "leftover-year",
            Span(*match.span()),
            f"“Năm {last}” là của văn bản năm trước; ở đây cần năm {this}.",
            str(this),
        )


def _planned(current: Document, years: Years) -> set[int]:
    """Where a plan of several years names them line by line: “- Năm 2026: 5 tỷ đồng;”, “- Năm 2027: …”."""
    found = list(LINE_OF_YEAR.finditer(current.text, *current.body))
    return {match.start("year") for match in found} if beyond(found, years.this) else set()


def leftover_dates(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """Deadlines and terms whose date is last year's."""
    last = years.last
    past = recall(current, last)
    text = current.text
    before = {m.date for m in previous.dates if _due(previous, m)}
    for mention in current.dates:
        if not current.body.start <= mention.span.start < current.body.end or past.cites(mention.span.start):
            continue
        if of_a_law(text, mention.span.start) or past.tells(mention.span.start) or since(text, mention):
            continue
        if years_across(text, mention) > 1:
            continue
        copied = mention.date is not None and mention.date in before and _over(current, mention)
        stale = mention.year <= last and _due(current, mention) and not of_an_event(text, mention)
        if copied or (stale and mention.year >= last - 1):
            yield _finding(
                "leftover-date",
                mention.span,
                f"“{text[slice(*mention.span)]}” là ngày của năm trước; hãy thay bằng ngày của năm nay.",
                None,
            )


def _school_now(current: Document, years: Years, first: int) -> str | None:
    """The school year that should stand for the one that began in ``first``; None where that is not over.

    It is the title’s, else that of the day of issue: a plan of February 2027 rightly speaks of 2026 - 2027. A draft
    without either may be of any day of its year.
    """
    issued = current.issued
    if titled := _SCHOOL.search(current.subject):
        begins = int(titled["first"])
    else:
        begins = issued.year - (issued.month < _SCHOOL_ENDS) if issued else years.this - 1
    return f"{begins} - {begins + 1}" if years.last - 1 <= first < begins else None


def _this_year(text: str, match: re.Match[str]) -> bool:
    """Is the year spoken of as the current one: “Năm 2026 là năm …”, “Bảy tháng đầu năm 2026”?"""
    before = text[max(0, match.start() - 12) : match.start()]
    return (before.endswith("\nNăm ") and _ORDER.match(text, match.end() + 1) is not None) or before.endswith(
        "đầu năm "
    )


def _over(current: Document, mention: DateMention) -> bool:
    """Is the date past when the document is issued?"""
    issued = current.issued or current.as_of
    return mention.date is not None and (issued is None or mention.date < issued)


def _due(doc: Document, mention: DateMention) -> bool:
    before = doc.text[max(0, mention.span.start - 40) : mention.span.start]
    if not mention.long:
        before = re.sub(r"ngày\s*$", "", before)
    return _DUE.search(before) is not None or GOES_ON.match(doc.text, mention.span.end) is not None


def _finding(rule: str, span: Span, message: str, repair: str | None) -> Finding:
    return Finding(rule, Severity.WARNING, span, message, Fix(repair, safe=False) if repair else None)
