"""“80 năm Quốc khánh (02/9/1945 - 02/9/2025)” becomes “81 năm Quốc khánh (02/9/1945 - 02/9/2026)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.rolling.edits import Edit, Turn, keep
from checks.finding import Span
from checks.surroundings import line_bounds

_DATE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-])?"
BRACKET = re.compile(
    rf"(?:\(\s*|(?<=\s)(?=\d{{1,2}}[/.-]))(?P<from>{_DATE}(?P<a>1[89]\d{{2}}|20\d{{2}}))\s*[-–]\s*(?P<day>{_DATE})(?P<b>20\d{{2}})(?!\d)(?:\s*\))?"
)
COUNT = re.compile(r"(?<!\d)(?P<n>\d{1,3}) năm (?=[^().;\n]*$)")
LONE = re.compile(
    r"(?:k[ỷỉ] niệm|chào mừng|mừng|thực hiện(?= \d+ năm [Dd]i chúc))(?: (?:lần thứ|tròn))? (?P<n>\d{1,3}) năm|"
    r"(?:truyền thống|lịch sử|chặng đường|hành trình|(?:sau|qua)(?: hơn)?) (?P<k>\d{1,3})(?= năm (?:xây dựng|hình thành|phát triển|thành lập|trưởng thành))|"
    r"lần thứ (?P<m>\d{1,3})(?= (?:năm )?[Nn]gày)",
    re.IGNORECASE,
)
# “kỷ niệm 101 năm Ngày … và 1972 năm khởi nghĩa …”
SECOND = re.compile(
    r"k[ỷỉ] niệm (?:lần thứ )?\d{1,4} năm [^.;\n()]{3,80}?(?:,| và) (?P<n>\d{1,4}) năm "
    r"(?=[Nn]gày|khởi nghĩa|thành lập|giải phóng|chiến thắng|Quốc khánh|Cách mạng)",
    re.IGNORECASE,
)
# “chào mừng 71 năm Ngày Thầy thuốc Việt Nam (…), 51 năm Ngày Giải phóng miền Nam”
NEXT = re.compile(
    r"(?:,|;| và) (?P<n>\d{1,3}) năm (?=[Nn]gày (?!công|đêm|tới|qua)|Quốc khánh|Cách mạng|khởi nghĩa|giải phóng|chiến thắng)"
)
CELEBRATED = re.compile(r"k[ỷỉ] niệm|mừng", re.IGNORECASE)
HOLIDAY = re.compile(
    r"(?<![\d/.-])(?:0?3[/-]0?2|0?8[/-]0?3|26[/-]0?3|30[/-]0?4|0?1[/-]0?5|19[/-]0?5|0?1[/-]0?6|11[/-]0?6|21[/-]0?6|28[/-]0?6|5[/-]0?6|27[/-]0?7|28[/-]0?7|19[/-]0?8|0?2[/-]0?9|13[/-]10|20[/-]10|20[/-]11|18[/-]11|22[/-]12|27[/-]0?2)"
    r"(?!\d|[/.-]\d)|\((?:ngày )?\d{1,2} tháng \d{1,2}\)"
)
"""Days of the year that stand without a year: “Quốc khánh 02/9”, “Ngày Thầy thuốc Việt Nam (27 tháng 02)”."""
NAMED_DAY = re.compile(r"(?:[Nn]gày|Quốc khánh|[Kk]ỷ niệm|chào mừng|dịp|lễ|Lễ|Cách mạng)[^\d.;]{0,50}$")


def edits(turn: Turn) -> Iterator[Edit]:
    """Anniversaries with their dates, those without, and holidays, which stay."""
    for match in turn.find(BRACKET):
        yield from _bracketed(turn, match)
    for match in turn.find(LONE):
        group = next(name for name in "nkm" if match[name])
        span = Span(match.start(group), match.end(group))
        yield _counted(turn, span, int(match[group]) + turn.years)
    for match in turn.find(SECOND):
        yield _counted(turn, Span(*match.span("n")), int(match["n"]) + turn.years)
    for match in turn.find(NEXT):
        if CELEBRATED.search(turn.text, line_bounds(turn.text, match.start())[0], match.start()):
            yield _counted(turn, Span(*match.span("n")), int(match["n"]) + turn.years)
    for match in turn.find(HOLIDAY):
        if NAMED_DAY.search(turn.text, max(0, match.start() - 60), match.start()):
            yield keep(turn, Span(*match.span()))


def _bracketed(turn: Turn, match: re.Match[str]) -> Iterator[Edit]:
    """The count is told by the two years: a slip of last year is not carried on."""
    first, last = int(match["a"]), int(match["b"])
    if last - first <= 1 and match["from"][:-4] != match["day"] and match["day"]:
        return  # “05/9/2025 - 20/11/2025”: from one day to another
    if not turn.old - 1 <= last <= turn.old + 1:
        yield keep(turn, Span(*match.span()))
        ahead = _count(turn, match)
        if ahead and last >= turn.new:  # “hướng tới kỷ niệm 50 năm (1977 - 2027)”
            yield keep(turn, ahead)
        return
    # A school document of 2024 celebrates in 2025; a slip (2021 in a text of 2020) is not worth following.
    reached = last + turn.years if turn.last.school_year or last <= turn.old else turn.new
    yield keep(turn, Span(match.start("from"), match.end("from")))
    yield Edit(Span(match.start("day"), match.end("b")), f"{match['day']}{reached}")
    if count := _count(turn, match):
        yield _counted(turn, count, reached - first)


def _count(turn: Turn, match: re.Match[str]) -> Span | None:
    """The “80” of “80 năm Quốc khánh (…)”."""
    start = line_bounds(turn.text, match.start())[0]
    counts = list(COUNT.finditer(turn.text, max(start, match.start() - 160), match.start()))
    return Span(*counts[-1].span("n")) if counts else None


def _counted(turn: Turn, span: Span, years: int) -> Edit:
    was = turn.text[slice(*span)]
    if was.lstrip("0") == str(years):
        return keep(turn, span)
    written = f"{years:02}" if was.startswith("0") else str(years)
    round_ = "" if years % 5 == 0 else " (không tròn: cân nhắc có nêu hay không)"
    return Edit(span, written, note=f"Kỷ niệm {was} năm nay là {years} năm{round_}.")
