"""Days, months and years of last year: moved on, opened, or left where they tell history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.draft import BLANK
from assistant.rolling.edits import Edit, Turn, blank, keep
from checks.facts import dates
from checks.facts.dates import DateMention
from checks.finding import Span

DAYS = re.compile(r"(?<!\d)(?P<n>\d{2,3})(?= ngày(?: và)? đêm)")
# “75 ngày đồng hành”, “Thời gian: 75 ngày”; another number there is a deadline: “trả lời trong 15 ngày”
SAME_DAYS = re.compile(
    r"(?:(?:đợt|cao điểm|thi đua|trong|hời gian:) |“)(?P<n>\d{2,3})(?= ngày(?! làm việc| (?:và )?đêm))"
)
SCHOOL = re.compile(r"(?P<a>20\d{2})(?P<dash> ?[-–] ?)(?P<b>20\d{2})")
YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d{2}(?!\d|[.,]\d)")
# “tháng 10/2025”, “tháng 3 năm 2026”, “từ ngày 01 đến ngày 20 tháng 12”, “trước ngày 20/6”, “quý 3”
MONTH = re.compile(
    r"(?:(?:[Tt]háng|[Qq]uý) (?P<n>0?[1-9]|1[0-2])|[Nn]gày (?P<d>\d{1,2}(?:[/-]\d{1,2})?))(?![\d.,]\d|\d|/\d{1,3}(?!\d))(?P<y>/(?P<year>\d{4}))?"
)
CYCLE = tuple(
    f"{stem} {branch}"
    for i in range(60)
    for stem in [("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")[i % 10]]
    for branch in [("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")[i % 12]]
)
"""The sixty years; 1980 was Canh Thân."""
TET = re.compile(rf"(?:{'|'.join(CYCLE)})(?!\w)")


def edits(turn: Turn) -> Iterator[Edit]:
    """Stretches of days, dates, school years, months, years."""
    if turn.campaign:
        yield from _days(turn)
    for mention in turn.last.dates:
        if turn.inside(mention.span.start):
            yield from _date(turn, mention)
    for match in turn.find(SCHOOL):
        if (
            int(match["b"]) == int(match["a"]) + 1
            and "năm học" in turn.text[max(0, match.start() - 40) : match.start()].lower()
        ):
            first = int(match["a"])
            moved = first if first < turn.old - 1 else first + turn.years
            yield Edit(Span(*match.span()), f"{moved}{match['dash']}{moved + 1}")
    for match in turn.find(MONTH):
        yield from _month(turn, match)
    for match in turn.find(YEAR):
        yield from _year(turn, match)
    for match in turn.find(TET):
        year = CYCLE.index(match[0])
        if any((y - 1980) % 60 == year for y in (turn.old, turn.old + 1)):
            yield Edit(Span(*match.span()), CYCLE[(year + turn.years) % 60])


def _days(turn: Turn) -> Iterator[Edit]:
    """“120 ngày đêm”: counted from the period of the request."""
    period, lengths = turn.request.period, _lengths(turn)
    for match in (*turn.find(DAYS), *(m for m in turn.find(SAME_DAYS) if m["n"] in lengths)):
        span = Span(*match.span("n"))
        if period:
            yield Edit(span, str((period.end - period.start).days + 1), requested=True)
        else:
            yield blank(turn, span, "Số ngày của đợt thi đua năm nay")


def _lengths(turn: Turn) -> set[str]:
    """How many days last year's movement was said to last; an office counts the first day or does not."""
    stated = {match["n"] for match in turn.find(DAYS)}
    stated.update(re.findall(r"(?<!\d)\d{2,3}(?= ngày)", turn.text[slice(*turn.title)]))
    main = _main_period(turn)
    return stated | ({str((main[1] - main[0]).days + more) for more in (0, 1)} if main else set())


def _date(turn: Turn, mention: DateMention) -> Iterator[Edit]:
    if mention.year > turn.old + 1:
        return
    if mention.date is None:
        if mention.impossible:  # last year's slip (31/6) must not be rolled on
            yield blank(turn, mention.span, "Mốc thời gian của năm nay", f"ngày {BLANK}" if mention.long else BLANK)
        return
    if turn.campaign and (turn.last.issued is None or mention.date >= turn.last.issued or _in_period(turn, mention)):
        yield _campaign_date(turn, mention)
    elif not _in_period(turn, mention) and turn.last.issued and mention.date < turn.last.issued:
        # A day that was past already: “chính quyền địa phương hai cấp từ ngày 01/7/2025”.
        told = f"Giữ ngày “{_written(turn, mention)}” của văn bản trước vì là việc đã qua: hãy kiểm tra."
        yield keep(turn, mention.span)._replace(note=told)
    elif mention.year >= turn.old - 1:
        yield _moved(turn, mention)


def _moved(turn: Turn, mention: DateMention) -> Edit:
    """The same day a year on; the end of the year needs no second look."""
    year = mention.year + turn.years
    if (mention.day, mention.month) == (29, 2):
        return blank(turn, mention.span, "Mốc thời gian của năm nay")
    text = re.sub(r"\d{4}$", str(year), _written(turn, mention))
    plain = (mention.day, mention.month) == (31, 12)
    note = "" if plain else f"Mốc “{text}” lấy theo “{_written(turn, mention)}” của văn bản trước: hãy kiểm tra."
    return Edit(mention.span, text, note=note)


def _campaign_date(turn: Turn, mention: DateMention) -> Edit:
    asked, last = turn.request.period, _main_period(turn)
    style = dates.spell if mention.long else dates.short
    if asked and last and mention.date in last:
        return Edit(mention.span, style(asked.start if mention.date == last[0] else asked.end), requested=True)
    return blank(turn, mention.span, "Ngày, tháng của đợt thi đua năm nay", f"ngày {BLANK}" if mention.long else BLANK)


def _main_period(turn: Turn) -> tuple[date, date] | None:
    """First and last day of the longest stretch last year's document states."""
    whole = [(p.start, p.end) for p in turn.last.periods if p.start and p.end]
    return max(whole, key=lambda p: (p[1] - p[0]).days, default=None)


def _in_period(turn: Turn, mention: DateMention) -> bool:
    return any(p.span.start <= mention.span.start < p.span.end for p in turn.last.periods)


def _month(turn: Turn, match: re.Match[str]) -> Iterator[Edit]:
    """A month or a day without its year comes round again; the paragraph says that it was taken over."""
    figure = "n" if match["n"] else "d"
    span = Span(match.start(figure), match.end())
    if match["year"]:
        year = int(match["year"])
        if turn.old - 1 <= year <= turn.old + 1:
            text = f"{match[figure]}/{year + turn.years}"
            yield Edit(span, text, note=f"Mốc “tháng {text}” lấy theo năm trước: hãy kiểm tra.")
        else:
            yield keep(turn, span)
        return
    note = f"Mốc “{match[0]}” lấy theo văn bản trước: hãy kiểm tra." if not turn.campaign else ""
    if turn.campaign:
        yield blank(turn, span, "Mốc thời gian của đợt thi đua năm nay")
    else:
        yield keep(turn, span)._replace(note=note)


def _year(turn: Turn, match: re.Match[str]) -> Iterator[Edit]:
    year, span = int(match[0]), Span(*match.span())
    before = turn.text[max(0, span.start - 24) : span.start]
    if year in (turn.old, turn.old + 1):
        yield Edit(span, str(year + turn.years))
    elif year == turn.old - 1:
        if re.search(r"(?:so với|của|bằng|cùng kỳ)(?: cùng kỳ)? năm (?:học )?$", before):
            yield Edit(span, str(year + turn.years))
        else:
            yield blank(turn, span, f"Năm của việc nêu ở đây (văn bản mới là của năm {turn.new})")
    else:
        note = (
            f"Giữ “{before.split(' ')[-2] if ' ' in before.strip() else ''} {year}” của văn bản trước: hãy kiểm tra."
            if year < turn.old
            else ""
        )
        yield keep(turn, span)._replace(note=note.replace("“ ", "“"))


def _written(turn: Turn, mention: DateMention) -> str:
    return turn.text[slice(*mention.span)]
