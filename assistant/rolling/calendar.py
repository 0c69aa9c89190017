"""Days, months and years of last year: moved on, opened, or left where they tell history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.draft import BLANK
from assistant.rolling.edits import Edit, Turn, blank, keep
from checks.comparison.leftover_dates import GOES_ON
from checks.comparison.past import LINE_OF_YEAR, beside, beyond
from checks.facts import dates
from checks.facts.dates import DateMention
from checks.finding import Span
from checks.surroundings import line_bounds

DAYS = re.compile(r"(?<!\d)(?P<n>\d{2,3})(?= ngày(?: và)? đêm)")
# “75 ngày đồng hành”, “Thời gian: 75 ngày”; another number there is a deadline: “trả lời trong 15 ngày”
SAME_DAYS = re.compile(
    r"(?:(?:đợt|cao điểm|thi đua|trong|hời gian:) |“)(?P<n>\d{2,3})(?= ngày(?! làm việc| (?:và )?đêm))"
)
STRETCH = re.compile(r"(?<![\d.,/])(?P<n>\d{2,3})(?= ngày(?! làm việc))")
SCHOOL = re.compile(r"(?P<a>20\d{2})(?P<dash> ?[-–] ?)(?P<b>20\d{2})")
# “quý III/2026”, “| IV/2026 |”
QUARTER = re.compile(r"(?<![\w/.-])(?:I{1,3}|IV)/(?P<year>20\d{2})(?![\d/])")
# “thidua2026@….vn”, “https://…/2026”: an address is no date
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s;,)]+")
# “Luật Nhà giáo có hiệu lực từ ngày 01 tháng 01 năm 2026”
IN_FORCE = re.compile(r"(?<!này )(?:có hiệu lực|hiệu lực thi hành|được thi hành)(?: thi hành)?,? (?:kể từ |từ )?$")
YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d{2}(?!\d|[.,]\d)")
# “tháng 10/2025”, “tháng 3 năm 2026”, “từ ngày 01 đến ngày 20 tháng 12”, “trước ngày 20/6”, “quý 3”
MONTH = re.compile(
    r"(?:(?:(?<!ỗi )(?<![ằà]ng )[Tt]háng|[Qq]uý) (?P<n>0?[1-9]|1[0-2])|"
    r"(?:[Nn]gày|[Tt]ừ(?= \d{1,2}/\d{1,2} đến (?:hết )?(?:ngày )?\d{1,2}/\d)) (?P<d>\d{1,2}(?:[/-]\d{1,2}|(?: tháng (?:0?[1-9]|1[0-2])(?![\d/]| năm)))?))"
    r"(?![\d.,]\d|\d|/\d{1,3}(?!\d))(?P<y>/(?P<year>\d{4}))?"
)
# “05 tháng 9 năm 2026” without “ngày”: the day of a date in brackets
DAY = re.compile(r"(?<![\d/.])(?<!ngày )(?<!Ngày )\d{1,2}(?= tháng \d{1,2} năm \d{4})")
# “trước ngày 25 hằng tháng”, “ngày 20 tháng cuối mỗi quý”: every year's
AGAIN = re.compile(
    r"(?:/\d{1,2}| tháng \d{1,2})? (?:hằng|hàng|mỗi) |,? tháng (?:cuối|đầu) (?:mỗi |hằng |hàng |của )?quý"
)
AGAIN_BEFORE = re.compile(r"(?:[Hh]ằng|[Hh]àng|[Mm]ỗi) (?:năm|quý|tháng)[^.;\n]{0,60}$")
# “căn cứ kết quả sản xuất, kinh doanh năm 2026”: of the year before, as last year's text had its own
RESULT = re.compile(
    r"[Kk]ết quả (?:thực hiện|hoạt động|sản xuất|công tác|phong trào|thi đua)[^.;:\n\d]{0,40}năm (?:học )?$"
)
# “| Thực hiện 2025 | Kế hoạch 2026 |”: a column tells the year before, next year's tells the next
COLUMN = re.compile(r"\|\s*(?:Ước )?(?:[Tt]hực hiện|TH|[Kk]ết quả|[Đđ]ạt)(?: được)?(?: năm)?(?: học)? $")
WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật")
# “thứ Sáu, ngày 05 tháng 6”, “Chủ nhật (ngày …”
WEEKDAY = re.compile(r"(?:[Tt]hứ (?P<day>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật)(?=,? \(?(?:ngày )?$)")
# “ngày 10 tháng 12 năm 2026 (thứ Năm)”
WEEKDAY_AFTER = re.compile(
    r"(?: ?\(|,? )(?P<named>[Tt]hứ (?P<day>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật)(?!\w)"
)
AHEAD = re.compile(r" năm (?P<year>\d{4})")
# “| 2026 | 2027 | 2028 | 2029 |”
ROW_OF_YEARS = re.compile(r"20\d{2}(?:\s*\|\s*20\d{2}){2,}")
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
    for match in turn.find(ADDRESS):
        told = f"Giữ địa chỉ “{match[0]}” của văn bản trước: hãy kiểm tra." if str(turn.old) in match[0] else ""
        yield keep(turn, Span(*match.span()))._replace(note=told)
    if turn.campaign:
        yield from _days(turn)
    else:
        yield from _same_stretch(turn)
    for match in turn.find(QUARTER):
        if turn.old - 1 <= int(match["year"]) <= turn.old + 1:
            yield Edit(Span(*match.span("year")), str(int(match["year"]) + turn.years))
    for mention in turn.last.dates:
        if turn.inside(mention.span.start):
            for edit in _date(turn, mention):
                yield from weekday(turn, mention, edit.text)
                yield edit
    yield from _lines_of_years(turn)
    for match in turn.find(DAY):
        if not turn.campaign:
            yield keep(turn, Span(*match.span()))
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


def _lines_of_years(turn: Turn) -> Iterator[Edit]:
    """A plan told year by year, beyond this one, keeps its years: moved on, two lines would be of one year."""
    for match in turn.find(ROW_OF_YEARS):
        if int(match[0][-4:]) > turn.new:
            yield keep(turn, Span(*match.span()))
    found = list(turn.find(LINE_OF_YEAR))
    if beyond(found, turn.new):
        for match in found:
            note = f"Giữ “năm {match['year']}” của kế hoạch nhiều năm: hãy kiểm tra."
            yield keep(turn, Span(*match.span("year")))._replace(note=note)


def _days(turn: Turn) -> Iterator[Edit]:
    """“120 ngày đêm”: counted from the period of the request."""
    period, lengths = turn.request.period, _lengths(turn)
    for match in (*turn.find(DAYS), *(m for m in turn.find(SAME_DAYS) if m["n"] in lengths)):
        span = Span(*match.span("n"))
        if period:
            yield Edit(span, str((period.end - period.start).days + 1), requested=True)
        else:
            yield blank(turn, span, "Số ngày của đợt thi đua năm nay")


def _same_stretch(turn: Turn) -> Iterator[Edit]:
    """“đợt thi đua 100 ngày, từ ngày 15/4 đến ngày 23/7/2026”: both days move on, so the stretch is as long."""
    for match in turn.find(STRETCH):
        start, end = line_bounds(turn.text, match.start())
        near = [p for p in turn.last.periods if p.start and start <= p.span.start < end]
        if any((p.end - p.start).days + more == int(match["n"]) for p in near if p.start for more in (0, 1)):
            yield keep(turn, Span(*match.span("n")))


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
    elif IN_FORCE.search(turn.text, max(0, mention.span.start - 60), mention.span.start):
        yield keep(turn, mention.span)._replace(note=f"Giữ ngày có hiệu lực “{_written(turn, mention)}”: hãy kiểm tra.")
    elif (
        not _in_period(turn, mention)
        and not _goes_on(turn, mention)
        and turn.last.issued
        and mention.date < turn.last.issued
    ):
        # A day that was past already: “chính quyền địa phương hai cấp từ ngày 01/7/2025”.
        told = f"Giữ ngày “{_written(turn, mention)}” của văn bản trước vì là việc đã qua: hãy kiểm tra."
        yield keep(turn, mention.span)._replace(note=told)
    elif mention.year >= turn.old - 1:
        yield _moved(turn, mention)


def _goes_on(turn: Turn, mention: DateMention) -> bool:
    """Is it the first day of a stretch that was not over when last year's text was written?"""
    if not GOES_ON.match(turn.text, mention.span.end) or not turn.last.issued:
        return False
    end = next((m.date for m in turn.last.dates if m.span.start > mention.span.start), None)
    return end is not None and end >= turn.last.issued


def weekday(turn: Turn, mention: DateMention, written: str) -> Iterator[Edit]:
    """“thứ Sáu, ngày 05 tháng 6 năm 2026” is a Saturday a year later; open where the day is."""
    start = max(0, mention.span.start - 24)
    before = WEEKDAY.search(turn.text[start : mention.span.start])
    match = before or WEEKDAY_AFTER.match(turn.text, mention.span.end)
    if match is None or written == _written(turn, mention):
        return
    span = Span(*match.span()).moved(start) if before else Span(*match.span("named"))
    new = next(iter(dates.mentions(written)), None)
    if new is None or new.date is None:
        yield blank(turn, span, "Thứ trong tuần của ngày ấy", f"thứ {BLANK}")
        return
    day, was = WEEKDAYS[new.date.weekday()], turn.text[slice(*span)]
    named = f"{'Thứ' if was.startswith('Thứ') else 'thứ'} {day}" if day != "nhật" else "Chủ nhật"
    if match["day"] is None or match["day"][0].isupper():
        named = named if day == "nhật" else f"{named[:4]}{day.capitalize()}"
    note = f"Dự thảo ghi “{named}” thay cho “{was}” của văn bản trước, tính theo lịch: hãy kiểm tra ngày."
    yield Edit(span, named, note=note)


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
    whole = [(p.start, p.end) for p in turn.last.periods if p.start]
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
    ahead = AHEAD.match(turn.text, match.end())
    if ahead and int(ahead["year"]) > turn.new:  # “tổng kết vào tháng 11 năm 2030”
        yield keep(turn, span)
        return
    note = f"Mốc “{match[0]}” lấy theo văn bản trước: hãy kiểm tra." if not turn.campaign else ""
    if turn.campaign and not _comes_again(turn, match):
        yield blank(turn, span, "Mốc thời gian của đợt thi đua năm nay")._replace(last=match[0])
    else:
        yield keep(turn, span)._replace(note=note)


def _comes_again(turn: Turn, match: re.Match[str]) -> bool:
    """Is it a day of every month, quarter or year: “trước ngày 25 hằng tháng”?"""
    return (
        AGAIN.match(turn.text, match.end()) is not None
        or AGAIN_BEFORE.search(turn.text, max(0, match.start() - 90), match.start()) is not None
    )


def _year(turn: Turn, match: re.Match[str]) -> Iterator[Edit]:
    year, span = int(match[0]), Span(*match.span())
    before = turn.text[max(0, span.start - 36) : span.start]
    if year in (turn.old, turn.old + 1):
        yield Edit(span, str(year + turn.years))
    elif year == turn.old - 1:
        if (
            re.search(
                r"(?:so với|của|bằng|cùng kỳ)(?: cùng kỳ)?(?: ước| dự toán)?(?: thực hiện| kết quả)?(?: cuối)? năm (?:học )?$",
                before,
            )
            or any(told.search(turn.text, max(0, span.start - 70), span.start) for told in (RESULT, COLUMN))
            or beside(turn.text, span.start)
        ):
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
