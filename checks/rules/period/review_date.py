"""Ngày sơ kết."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.dates import short
from checks.facts.periods import month_end, stage_of
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

# The review of this movement and no other: “sơ kết”, “sơ kết giai đoạn 1”, “Báo cáo sơ kết gửi”, then when
_OWN = (
    r"(?: (?:gửi|xong|lần (?:một|1|thứ nhất)|(?:phong trào|đợt)(?: thi đua)?|(?:chặng|giai đoạn|đợt) (?:\d|I{1,3}|một|hai)"
    r"|(?:6|sáu) tháng(?: đầu năm)?|năm|cả năm|việc thực hiện (?:Chỉ thị|Kế hoạch)(?: này)?|phong trào này|đợt này))*"
)
_WHEN = (
    r"(?:,|:)? (?:xong )?(?P<{0}when>(?:(?:[Tt]rước|[Cc]hậm nhất(?: là)?(?: vào)?|[Mm]uộn nhất(?: là)?(?: vào)?|[Vv]ào|[Tt]rong) )"
    r"(?:[Nn]gày (?P<{0}d>\d{{1,2}})(?:/| tháng )|(?:đầu |giữa |cuối )?tháng )(?P<{0}m>\d{{1,2}})(?:/| năm )(?P<{0}y>20\d\d))(?![\d/])"
)
# “Sơ kết chặng 1: Ngày 06 tháng 7 năm 2026” needs no “trước”
_ON_DAY = _WHEN.replace(") )", ") |(?=[Nn]gày ))", 1)
REVIEW = Pattern(r"[Ss]ơ kết" + _OWN + _ON_DAY.format("r"), hooks=("ơ kết",), back=1)
# “…, tổng kết đợt thi đua trước ngày 15/8/2026” in the same sentence
CLOSING = re.compile(r"(?:,| và|;|,? báo cáo| việc)*(?: báo cáo)? tổng kết" + _OWN + _WHEN.format("c"))
# “báo cáo kết quả đợt thi đua trước ngày 10/9/2026”
REPORT = Pattern(
    r"áo cáo kết quả (?:(?:thực hiện|tổ chức) )?(?:đợt|phong trào)(?: thi đua)?(?: này| cao điểm)?(?: về [^.;,:\n\d]{2,60})?"
    + _WHEN.format("r"),
    hooks=("áo cáo kết quả ",),
)
# “phát động xong trước ngày 18/12/2026”, “đăng ký thi đua gửi Văn phòng trước ngày …”
BEGIN = Pattern(
    r"(?P<what>[Pp]hát động|[Đđ]ăng ký|[Kk]ý (?:kết )?giao ước)[^.;,:\n\d]{0,70}?" + _WHEN.format("r"),
    hooks=("hát động", "ăng ký", "giao ước"),
    back=9,
)
TOTAL = Pattern(r"[Tt]ổng kết" + _OWN + _ON_DAY.format("r"), hooks=("ổng kết",), back=1)
# “học kỳ I tổng kết vào tháng 02”, “tổng kết đợt 1 trước ngày …”: of a part
PART = re.compile(
    r"(?:học kỳ|học kì|đợt|chặng|giai đoạn|bước|quý|tháng) (?:\d|I|một|hai|ba|đầu)|(?:6|sáu) tháng|năm \d{4}|hội (?:thi|nghị|thao)",
    re.IGNORECASE,
)
HALF = re.compile(r"(?:6|sáu) tháng")
JUNE = 6
LATE = 200
"""Days after its end within which a movement is summed up."""
# “báo cáo kết quả giai đoạn 1 trước ngày 05/5/2026”
OF_STAGE = Pattern(
    r"(?:[Ss]ơ kết|[Tt]ổng kết|kết quả) (?P<name>chặng|đợt|giai đoạn|bước) (?P<n>\d|I{1,3}V?)(?: (?:về|gửi) [^.;,:\n\d]{2,60})?"
    + _ON_DAY.format("r"),
    hooks=("ơ kết ", "ổng kết ", "kết quả "),
    back=1,
)
# “tổng hợp kết quả 6 tháng báo cáo Bộ trưởng trước ngày 15/5/2026”
HALF_YEAR = Pattern(
    r"kết quả (?:6|sáu|06) tháng(?: đầu năm)?(?! (?:cuối|thực hiện|triển khai))[^.;,\n\d]{0,60}" + _WHEN.format("r"),
    needs="kết quả ",
)
EARLY = 10
"""Days before its end at which a stage may be reported on."""
DONE = re.compile(r"\bđã\b")
HEAD = (
    "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\n"
    "II. THỜI GIAN THI ĐUA\n\nTừ ngày 05/5/2026 đến ngày 02/9/2026.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"
)
ANNUAL = HEAD.replace("đợt thi đua cao điểm chào mừng Quốc khánh", "phong trào thi đua năm 2026").replace(
    "Từ ngày 05/5/2026 đến ngày 02/9/2026", "Từ ngày ban hành đến hết ngày 31/12/2026"
)
STAGES = HEAD.replace(
    "Từ ngày 05/5/2026 đến ngày 02/9/2026.",
    "- Giai đoạn 1: Từ ngày 05/5/2026 đến ngày 30/6/2026.\n- Giai đoạn 2: Từ ngày 01/7/2026 đến ngày 02/9/2026.",
)


class ReviewDate(Rule):
    """Sơ kết trong thời gian thi đua, trước khi tổng kết; báo cáo kết quả khi thi đua đã bắt đầu.

    Sơ kết là đánh giá giữa chừng: ngày sơ kết trước khi bắt đầu, sau khi kết thúc hoặc sau ngày tổng kết thường do gõ nhầm tháng,
    năm. Sơ kết chương trình, đề án khác không bị xét; tổng kết trước ngày kết thúc là thường nên cũng không xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD.replace(
            "Từ ngày 05/5/2026 đến ngày 02/9/2026",
            "Từ ngày ban hành đến hết ngày 31/12/2026; cao điểm từ tháng 8 đến tháng 11",
        )
        + "Xã sơ kết trong tháng 7 năm 2026.\n",
        HEAD.replace("ngày 12 tháng 01 năm", "ngày ……… tháng ……… năm").replace(
            "Từ ngày 05/5/2026 đến ngày 02/9/2026",
            "Từ ngày ban hành đến hết ngày 31/12/2026; cao điểm từ ngày 17 tháng 10 đến ngày 18 tháng 11",
        )
        + "Xã sơ kết trong tháng 7 năm 2026.\n",
        HEAD.replace(
            "Từ ngày 05/5/2026 đến ngày 02/9/2026.",
            "a) Đợt 1: Từ ngày phát động đến hết ngày 30/6/2026.\n"
            "b) Đợt 2: Từ ngày 01/7/2026 đến ngày 31/12/2026. Tổng kết trước ngày 15/12/2026.",
        )
        + "Lập thành tích.\n",
        HEAD
        + "Học kỳ I tổng kết vào tháng 5/2026; các thôn tổng kết đợt 1 trước ngày 10/6/2026, tổng kết phong trào trước ngày 20/8/2026.\n",
        HEAD
        + "Các thôn báo cáo kết quả đợt thi đua trước ngày 10/9/2026; báo cáo kết quả phong trào thi đua năm trước trước ngày 25/4/2026.\n",
        HEAD + "Các thôn sơ kết trước ngày 30/6/2026, tổng kết trước ngày 20/8/2026.\n",
        HEAD
        + "Các thôn phát động xong trước ngày 20/5/2026, đăng ký trước ngày 31/6/2026; đã phát động điểm trước ngày 15/10/2026.\n",
        HEAD
        + "Huyện đã tổng kết phong trào trước ngày 20/5/2026; xã tổng kết phong trào trước ngày 31/6/2026, tổng kết đợt vào tháng 12/2026.\n",
        HEAD
        + "Báo cáo kết quả đợt thi đua trước ngày 05/5/2026; báo cáo kết quả đợt thi đua trước ngày 31/4/2026, báo cáo kết quả đợt thi đua"
        " trước ngày 25/12/2025; kết quả 6 tháng gửi trước ngày 15/5/2026; sơ kết 6 tháng trước ngày 15/5/2026.\n",
        ANNUAL
        + "Văn phòng tổng hợp kết quả 6 tháng trước ngày 15/6/2026, kết quả 6 tháng trước ngày 31/4/2026; kết quả 6 tháng cuối năm trước"
        " ngày 15/01/2027 và kết quả 6 tháng thực hiện trước ngày 15/5/2026; sơ kết 6 tháng trước ngày 15/6/2026; sơ kết trước ngày 15/5/2026.\n",
        STAGES
        + "Các thôn gửi báo cáo kết quả giai đoạn 1 trước ngày 20/6/2026, sơ kết giai đoạn 1 trước ngày 31/6/2026.\n",
        HEAD + "Các thôn sơ kết Đề án 06 trước ngày 30/12/2026; đã sơ kết vào tháng 12 năm 2025.\n",
        HEAD + "Sơ kết giai đoạn 1 vào tháng 9/2026, tổng kết vào tháng 9/2026; các xóm sơ kết trước ngày 31/6/2026.\n",
        HEAD.replace("Từ ngày 05/5/2026 đến ngày 02/9/2026", "Từ ngày 05/5/2025 đến ngày 02/9/2025")
        + "Các thôn sơ kết trước ngày 30/6/2026.\n",
    )
    bad = (
        ANNUAL
        + "Văn phòng tổng hợp kết quả 6 tháng báo cáo Chủ tịch [[trước ngày 15/5/2026]], kết quả cả năm trước ngày 15/12/2026.\n",
        ANNUAL + "Văn phòng sơ kết 6 tháng [[trước ngày 15/5/2026]].\n",
        STAGES + "Các thôn gửi báo cáo kết quả giai đoạn 1 [[trước ngày 05/6/2026]].\n",
        HEAD.replace(
            "Từ ngày 05/5/2026 đến ngày 02/9/2026.",
            "a) Đợt 1: Từ ngày phát động đến hết ngày 30/6/2026. Sơ kết [[trước ngày 15/5/2026]].\n"
            "b) Đợt 2: Từ ngày 01/7/2026 đến ngày 02/9/2026. Tổng kết [[trong tháng 7/2026]].",
        )
        + "Lập thành tích.\n",
        HEAD.replace(
            "Từ ngày 05/5/2026 đến ngày 02/9/2026.",
            "- Chặng 1 (57 ngày): Từ ngày 05/5/2026 đến ngày 30/6/2026.\n- Chặng 2: Từ ngày 01/7/2026 đến ngày 02/9/2026.",
        )
        + "Sơ kết chặng 1: [[Ngày 02/6/2026]].\n",
        HEAD + "Các thôn phát động xong [[trước ngày 15/10/2026]].\n",
        HEAD + "Văn phòng tham mưu tổng kết phong trào [[trước ngày 20/5/2026]].\n",
        HEAD + "Văn phòng tham mưu tổng kết phong trào [[vào tháng 9/2027]].\n",
        HEAD + "Các thôn báo cáo kết quả đợt thi đua [[trước ngày 25/4/2026]].\n",
        HEAD + "Các thôn sơ kết [[trước ngày 30/10/2026]], tổng kết trước ngày 20/11/2026.\n",
        HEAD + "Các thôn sơ kết [[trước ngày 15/9/2026]].\n",
        HEAD + "Báo cáo sơ kết gửi [[trước ngày 15 tháng 4 năm 2026]].\n",
        HEAD + "Sơ kết đợt 1 [[trong tháng 8/2026]], tổng kết trong tháng 7/2026.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        starts = [p.start for p in doc.periods if p.start and p.exact]
        for match in REPORT.finditer(doc.text, *doc.body) if len(starts) == 1 else ():
            reported = _days(match, "r")
            if reported and reported[1] < starts[0] and reported[1].year == starts[0].year:
                message = f"Báo cáo kết quả trước khi phong trào bắt đầu ({short(starts[0])})."
                yield self.finding(match.span("rwhen"), message)
        of_stages = list(self._of_stages(doc))
        yield from of_stages
        told = {tuple(found.span) for found in of_stages}
        yield from (found for found in self._around(doc) if tuple(found.span) not in told)
        for match in HALF_YEAR.finditer(doc.text, *doc.body) if doc.movement == "annual" else ():
            due = _days(match, "r")
            if due and due[1].month < JUNE and due[1].year == doc.year:
                yield self.finding(match.span("rwhen"), "Kết quả 6 tháng khi chưa hết 6 tháng.")
        for match in REVIEW.finditer(doc.text, *doc.body):
            review = _days(match, "r")
            if review is None or _done(doc.text, match) or match.span("rwhen") in told:
                continue
            said = _said_against(doc, *review, match)
            if not said and doc.movement == "annual" and HALF.search(match[0]) and review[1].month < JUNE:
                said = "Sơ kết 6 tháng khi chưa hết 6 tháng."
            if said:
                yield self.finding(match.span("rwhen"), said)

    def _of_stages(self, doc: Document) -> Iterator[Finding]:
        """A stage is reported on when it ends, not weeks before."""
        ends: dict[tuple[str, str], date] = {}
        for p in doc.periods:
            stage = stage_of(doc.text, p)
            if stage and p.end and p.exact and p.year_stated:
                ends.setdefault((stage["name"].lower(), stage["n"]), p.end)
        yield from self._beside(doc)
        for match in OF_STAGE.finditer(doc.text, *doc.body) if ends else ():
            due, end = _days(match, "r"), ends.get((match["name"], match["n"]))
            if due and end and (end - due[1]).days > EARLY and not _of_the_year(end, due[1], match):
                message = f"{match['name'].capitalize()} {match['n']} kết thúc ngày {short(end)}, sau hạn này."
                yield self.finding(match.span("rwhen"), message)

    def _beside(self, doc: Document) -> Iterator[Finding]:
        """“Đợt 1: Từ ngày … đến hết ngày 30/6/2026. Sơ kết trước ngày 15/5/2026”: told in the line of its stage."""
        for p in doc.periods:
            stage = stage_of(doc.text, p)
            if stage is None or not (p.end and p.year_stated and p.end_span.start < p.end_span.end):
                continue
            line = Span(p.span.end, max(doc.text.find("\n", p.span.end), p.span.end))
            for match in (*REVIEW.finditer(doc.text, *line), *TOTAL.finditer(doc.text, *line)):
                due = _days(match, "r")
                if due and (p.end - due[1]).days > EARLY and not _of_the_year(p.end, due[1], match):
                    message = f"{stage['name'].capitalize()} {stage['n']} kết thúc ngày {short(p.end)}, sau hạn này."
                    yield self.finding(match.span("rwhen"), message)

    def _around(self, doc: Document) -> Iterator[Finding]:
        """What opens a movement comes before its end, its summing up not before its half is over nor long after."""
        told = [p for p in doc.periods if p.start and p.end and p.exact and p.year_stated]
        last = _last_end(doc)
        if last is None:
            return
        for match in BEGIN.finditer(doc.text, *doc.body):
            due = _days(match, "r")
            if due and due[0] > last and not _done(doc.text, match):
                yield self.finding(match.span("rwhen"), f"Hạn này sau khi phong trào kết thúc ({short(last)}).")
        first = min((p.start for p in told if p.start), default=None)
        for match in TOTAL.finditer(doc.text, *doc.body) if first and first < last else ():
            due, clause = _days(match, "r"), clause_start(doc.text, match.start())
            if due is None or _done(doc.text, match) or PART.search(doc.text, clause, match.start("rwhen")):
                continue
            if first and first <= due[1] < first + (last - first) / 2:
                yield self.finding(
                    match.span("rwhen"), f"Tổng kết khi phong trào chưa qua một nửa (kết thúc {short(last)})."
                )
            elif (due[0] - last).days > LATE:
                yield self.finding(
                    match.span("rwhen"), f"Tổng kết quá lâu sau khi phong trào kết thúc ({short(last)})."
                )


def _said_against(doc: Document, first: date, last: date, match: re.Match[str]) -> str | None:
    """Why a review between ``first`` and ``last`` cannot be; None where it can."""
    closing = CLOSING.match(doc.text, match.end())
    closed = closing and _days(closing, "c")
    if closed and first > closed[1]:
        return f"Sơ kết sau khi tổng kết ({short(closed[1])})."
    end = _last_end(doc)
    if end and first > end:
        return f"Sơ kết sau khi phong trào kết thúc ({short(end)})."
    starts = [p.start for p in doc.periods if p.start]
    if any(p.start is None and p.end for p in doc.periods):  # “từ ngày ban hành đến hết ngày …”
        starts = [*starts, doc.issued] if doc.issued else []  # whatever stretches are told within
    if starts and last < min(starts):
        return f"Sơ kết trước khi phong trào bắt đầu ({short(min(starts))})."
    return None


def _of_the_year(end: date, due: date, match: re.Match[str]) -> bool:
    """Is the year summed up in its own December, as is usual?"""
    closes = match[0][:1] in "Tt" and (end.month, end.day) == (12, 31)
    return closes and (due.year, due.month) == (end.year, 12)


def _last_end(doc: Document) -> date | None:
    """The day the movement ends; an end left over from last year is told by period-end."""
    ends = (p.end for p in doc.periods if p.end and p.year_stated and p.end.year >= (doc.year or 0))
    return max(ends, default=None)


def _done(text: str, match: re.Match[str]) -> bool:
    """Does the clause tell what is done already?"""
    return DONE.search(text, clause_start(text, match.start()), match.start()) is not None


def _days(match: re.Match[str], which: str) -> tuple[date, date] | None:
    """The first and the last day that are meant; None where there is no such day."""
    year, month, day = int(match[f"{which}y"]), int(match[f"{which}m"]), match[f"{which}d"]
    try:
        return (date(year, month, int(day)),) * 2 if day else (date(year, month, 1), month_end(year, month))
    except ValueError:
        return None
