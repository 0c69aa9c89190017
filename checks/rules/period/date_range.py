"""Khoảng “từ ngày … đến ngày …”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.dates import mentions, short
from checks.facts.periods import Period, periods
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

FROM = Pattern(
    r"[Tt]ừ (?:ngày )?(?=\d)[^.;\n]{0,30} đến ", hooks=("từ ngày ", "Từ ngày ", "từ 0", "từ 1", "từ 2", "từ 3")
)
# “từ tháng 9/2026 đến hết tháng 5/2026”: both with their year
MONTHS = Pattern(
    r"[Tt]ừ (?:đầu )?tháng (?P<am>\d{1,2})(?:/| năm )(?P<ay>20\d\d) đến (?:hết |cuối )?tháng (?P<bm>\d{1,2})(?:/| năm )(?P<by>20\d\d)(?!\d)",
    hooks=("ừ tháng ", "ừ đầu tháng "),
    back=1,
)
# “Giai đoạn 1 từ ngày 01/3/2026 đến ngày 30/6/2026; giai đoạn 2 từ ngày 01/7/2026 đến ngày 30/11/2026”
_DAY = r"(?:ngày )?(?P<{0}>\d{{1,2}}/\d{{1,2}}/20\d\d)"
STAGES = Pattern(
    r"(?P<what>[Gg]iai đoạn|[Đđ]ợt|[Cc]hặng) (?:1|I|một),?:? từ "
    + _DAY.format("a")
    + " đến (?:hết )?"
    + _DAY.format("b")
    + r"[;,.] (?i:(?P=what)) (?:2|II|hai),?:? (?P<second>từ "
    + _DAY.format("c")
    + r")(?!\d)",
    hooks=("iai đoạn ", "ợt ", "hặng "),
    back=1,
)
ENDED = Pattern(r" đến (?:hết )?(?:ngày )?\d")
LENGTH_BEFORE = Pattern(r"(?P<days>(?P<n>\d{2,3}) ngày(?: và)?(?: đêm)?)(?:,|:)? \(?(?:kể )?$")
HEAD = "KẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh năm 2026\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\n"
# “06 tháng, từ tháng 3/2026 đến tháng 8/2026”, “từ ngày 01/3/2026 đến ngày 31/5/2026 (03 tháng)”
MONTHS_BEFORE = Pattern(r"(?P<told>(?P<n>\d{1,2}) tháng)(?:,|:)? \(?(?:kể )?$")
MONTHS_BEHIND = Pattern(r" \((?P<told>(?P<n>\d{1,2}) tháng)\)")
LENGTH_BEHIND = Pattern(r" \((?P<days>(?P<n>\d{2,3}) ngày(?:(?: và)? đêm)?)\)")


MONTH, LOOSE = 30.4, 0.3
"""Days of a month, and what part of one more or less still is that many months."""


class DateRange(Rule):
    """Khoảng “từ ngày … đến ngày …” có ngày đầu không sau ngày cuối, hai giai đoạn không chồng nhau; số ngày nêu ngay bên cạnh khớp với hai ngày đó.

    Chỉ xét khi cả hai ngày ghi đủ ngày, tháng, năm. Số ngày được tính cả ngày cuối hay không. Thời gian của chính đợt thi đua là việc
    của phép kiểm campaign-period.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu các ngày nêu trong chính câu văn"
    good = (
        "Giai đoạn 1 từ ngày 01/3/2026 đến ngày 30/6/2026; giai đoạn 2 từ ngày 01/7/2026 đến ngày 30/11/2026.\n",
        "Thực hiện từ tháng 9/2026 đến hết tháng 5/2027; từ đầu tháng 3 năm 2026 đến tháng 3 năm 2026.\n",
        "Cao điểm 03 tháng, từ ngày 01/3/2026 đến ngày 31/5/2026; từ ngày 15/4/2026 đến ngày 15/6/2026 (02 tháng); "
        "8 tháng, từ tháng 3/2026 đến tháng 10/2026.\n",
        "Đợt hai 90 ngày đêm từ ngày 02/6/2026 đến ngày 30/8/2026; nghỉ từ ngày 15/11 đến ngày 15/01/2027.\n",
        "Nhận hồ sơ 20 ngày làm việc từ ngày 01/6/2026 đến ngày 30/6/2026; từ ngày 05/6/2026 đến hết ngày 05/6/2026.\n",
        "Đợt 1 từ ngày 01/3/2026 đến ngày 31/6/2026; đợt 2 từ ngày 01/6/2026 đến ngày 30/11/2026.\n",
        HEAD + "Giai đoạn 1 từ ngày 01/3/2026 đến ngày 30/6/2026; giai đoạn 2 từ ngày 01/6/2026 đến ngày 30/11/2026.\n",
        HEAD + "II. THỜI GIAN THI ĐUA\n\nTừ ngày 02/9/2026 đến ngày 05/5/2026.\n",
    )
    bad = (
        HEAD + "Giai đoạn 1 từ ngày 15/3/2026 đến ngày 30/4/2026; giai đoạn 2 [[từ ngày 25/4/2026]] đến hết đợt.\n",
        "Giai đoạn 1 từ ngày 01/3/2026 đến ngày 30/6/2026; giai đoạn 2 [[từ ngày 01/6/2026]] đến ngày 30/11/2026.\n",
        "Đợt 1 từ ngày 01/3/2026 đến hết ngày 30/6/2026, đợt 2 [[từ ngày 30/6/2026]] đến ngày 30/11/2026.\n",
        "Đợt hai [[90 ngày đêm từ ngày 02/6/2026 đến ngày 30/9/2026]].\n",
        "Đợt cao điểm từ ngày 01/3/2026 đến ngày 31/5/2026 ([[04 tháng]]); cao điểm [[06 tháng]], từ tháng 3/2026 đến tháng 10/2026.\n",
        "Thời gian thực hiện: [[từ tháng 9/2026 đến hết tháng 5/2026]].\n",
        "Nhận hồ sơ [[từ ngày 15/6/2026 đến hết ngày 30/5/2026]].\n",
        "Kiểm tra [[từ ngày 01/6/2026 đến ngày 30/6/2026 (20 ngày]]).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        own = {p.span for p in doc.periods} if doc.launch else set()
        for match in FROM.finditer(doc.text):
            end = min((at for at in (doc.text.find(m, match.end()) for m in ";\n") if at >= 0), default=len(doc.text))
            span = doc.body._replace(start=match.start(), end=min(end, match.end() + 60))
            told = next((p for p in periods(doc.text, span, None) if p.span.start == match.start()), None)
            if told and told.exact and told.year_stated and told.span not in own:
                yield from self._judged(doc, told)

        for match in STAGES.finditer(doc.text):
            if doc.launch and ENDED.match(doc.text, match.end()):
                continue  # its stages are judged by campaign-period
            first, second = (next(mentions(match[day]), None) for day in "bc")
            if first and second and first.date and second.date and second.date <= first.date:
                message = f"{match['what'].capitalize()} sau bắt đầu khi {match['what'].lower()} trước chưa kết thúc ({short(first.date)})."
                yield self.finding(match.span("second"), message)
        for match in MONTHS.finditer(doc.text):
            if (int(match["ay"]), int(match["am"])) > (int(match["by"]), int(match["bm"])):
                yield self.finding(match.span(), "Tháng bắt đầu sau tháng kết thúc.", severity=Severity.ERROR)
                continue
            months = (int(match["by"]) - int(match["ay"])) * 12 + int(match["bm"]) - int(match["am"])
            yield from self._months(doc, Span(*match.span()), months, months + 1)

    def _judged(self, doc: Document, told: Period) -> Iterator[Finding]:
        if told.start is None or not _own_year(doc.text[told.span.start : told.end_span.start]):
            return
        if told.start > told.end:
            yield self.finding(told.span, "Ngày bắt đầu sau ngày kết thúc.", severity=Severity.ERROR)
            return
        days = (told.end - told.start).days
        months = (days + 1) / MONTH
        yield from self._months(doc, told.span, round(months - LOOSE), round(months + LOOSE))
        said = LENGTH_BEFORE.search(doc.text, max(0, told.span.start - 30), told.span.start) or LENGTH_BEHIND.match(
            doc.text, told.span.end
        )
        if said and int(said["n"]) not in (days, days + 1):
            span = (min(said.start("days"), told.span.start), max(said.end("days"), told.span.end))
            message = f"Từ ngày {short(told.start)} đến ngày {short(told.end)} là {days + 1} ngày (tính cả ngày cuối)."
            yield self.finding(span, message)

    def _months(self, doc: Document, span: Span, fewest: int, most: int) -> Iterator[Finding]:
        """The number of months told beside a stretch of time of so many."""
        start, end = span
        said = MONTHS_BEFORE.search(doc.text, max(0, start - 20), start) or MONTHS_BEHIND.match(doc.text, end)
        if said and int(said["n"]) not in (fewest, most):
            yield self.finding(said.span("told"), f"Khoảng thời gian này là {most} tháng.")


def _own_year(start: str) -> bool:
    """Does the start name its own year? Without one it may lie in the year before the end."""
    return any(
        word.strip(".,)").split("/")[-1].isdigit() and len(word.strip(".,)").split("/")[-1]) == 4
        for word in start.split()
    )
