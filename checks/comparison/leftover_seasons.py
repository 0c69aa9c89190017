"""Quarters, months, crop seasons and lunar years that were last year's, and the head's own number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.comparison.past import Years, looks_back, recall
from checks.document import Document
from checks.finding import Finding, Severity, Span

# “quý III/2025”, “tháng 6/2025”; after a day (“20/6/2025”) it is a date
_PART = re.compile(r"(?:[Qq]uý (?:[IV]+|\d)|(?<!ngày )[Tt]háng \d{1,2})\s?/\s?(?P<year>\d{4})(?![\d/])")
# “vụ Đông Xuân 2024 - 2025”, “niên vụ 2024/2025”
_SEASON = re.compile(r"(?<!\w)vụ\s(?:[^\W\d]+\s){0,3}(?P<first>\d{4})\s?[-–/]\s?(?P<last>\d{4})(?!\d)", re.IGNORECASE)
_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_FOURTH = 4
"""The year 4 of our calendar was Giáp Tý."""
_AS_BEFORE = re.compile(r"(?<!\w)(?<!mặt )(?:như|so với|bằng|hơn|của|sau|từ|kể từ|đã)\s(?:\S+\s){0,3}$", re.IGNORECASE)


def leftover_seasons(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """Parts of last year that stood in its directive and stand in this one as if they were to come."""
    past = recall(current, years.last)
    text, body = current.text, current.body
    before = previous.text[slice(*previous.body)].lower()
    for rule, span, message in (*_parts(text, body, years), *_seasons(text, body, years), *_lunar(text, body, years)):
        told = past.tells(span.start) or past.cites(span.start) or looks_back(text, span.start)
        if (
            not told
            and text[slice(*span)].lower() in before
            and not _AS_BEFORE.search(text[max(0, span.start - 40) : span.start])
        ):
            yield Finding(rule, Severity.WARNING, span, message)


def leftover_head(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """Number and day of issue both as last year: the head was not touched. A number alone may come again each year."""
    day = current.issued
    if day is None or day != previous.issued or years.this <= day.year:
        return
    mention = next((m for m in current.dates if m.date == day and m.span.start < current.body.start), None)
    if mention is not None:
        same = current.number and current.number == previous.number
        what = "Số và ngày ban hành" if same else "Ngày ban hành"
        yield Finding(
            "leftover-date", Severity.WARNING, mention.span,
            f"{what} vẫn là của văn bản năm {years.last}; hãy để trống hoặc ghi số, ngày của năm nay.",
        )  # fmt: skip


def lunar_year(year: int) -> str:
    """“Ất Tỵ” for 2025: the lunar year that begins in it."""
    return f"{_STEMS[(year - _FOURTH) % 10]} {_BRANCHES[(year - _FOURTH) % 12]}"


def _parts(text: str, body: Span, years: Years) -> Iterator[tuple[str, Span, str]]:
    for match in _PART.finditer(text, *body):
        if int(match["year"]) == years.last:
            yield (
                "leftover-date",
                Span(*match.span()),
                f"“{match[0]}” là thời hạn của năm trước; hãy thay bằng thời hạn của năm nay.",
            )


def _seasons(text: str, body: Span, years: Years) -> Iterator[tuple[str, Span, str]]:
    for match in _SEASON.finditer(text, *body):
        if int(match["last"]) == years.last and int(match["first"]) == years.last - 1:
            said = f"{years.this - 1} - {years.this}"
            yield "leftover-year", Span(*match.span()), f"“{match[0]}” là vụ của năm trước; ở đây cần vụ {said}."


def _lunar(text: str, body: Span, years: Years) -> Iterator[tuple[str, Span, str]]:
    last, this = lunar_year(years.last), lunar_year(years.this)
    pattern = re.escape(last).replace("Tỵ", "T[ỵị]").replace("Quý", "Qu[ýí]").replace("Kỷ", "K[ỷỉ]")
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text[: body.end]):
        if match.start() >= body.start:
            yield (
                "leftover-year",
                Span(*match.span()),
                f"Năm {match[0]} là năm {years.last}; năm {years.this} là năm {this}.",
            )
