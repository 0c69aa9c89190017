"""Thời gian của một đợt thi đua."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.facts.numbers import numeral
from checks.facts.periods import Period, days_stated, stage_of
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK, line_before

# “90 ngày đêm, từ ngày …”, “chiến dịch “45 ngày đêm củng cố lưới điện” từ ngày …”
LENGTH_BEFORE = Pattern(
    r"(?P<days>(?P<n>\d{1,3}) ngày(?:(?: và)? đêm)?)(?:(?<=đêm) [^\d“”;.\n]{0,60}”)?(?:,|:|”)? \(?$",
    flags=re.IGNORECASE,
)
LENGTH_BEHIND = Pattern(r" \((?P<days>(?P<n>\d{1,3}) ngày(?:(?: và)? đêm)?)\)", flags=re.IGNORECASE)
# “1. Đợt 1:”, “- Đợt II, từ ngày”: a line of the list of stages
STAGE_LINE = Pattern(
    rf"\n[ \t]*(?:(?:{ITEM_MARK}|\d{{1,2}}(?:\.\d{{1,2}})*) *)?(?P<name>Đợt|Giai đoạn|Chặng|Bước) (?P<n>\d|I{{1,3}}V?|IV|V)(?=[ :.,(])",
    needs=("Đợt ", "Giai đoạn ", "Chặng ", "Bước "),
)
# “1. Đợt 1 (từ ngày 10 tháng 02 đến ngày 19 tháng 5): …”: days of the movement's own year
YEARLESS = Pattern(
    STAGE_LINE.source
    + r"[ :.,(]{1,3}[Tt]ừ ngày (?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2}) đến (?P<to>(?:hết )?ngày (?P<d2>\d{1,2})(?:/| tháng )(?P<m2>\d{1,2}))"
    r"(?![/\d]| năm)",
    needs=("Đợt ", "Giai đoạn ", "Chặng ", "Bước "),
)
OWN_DAYS = Pattern(r"(?P<what>(?:thi đua|cao điểm|chiến dịch)) (?:“)?(?P<n>\d{2,3}) ngày đêm", needs=" ngày đêm")
# “đợt cao điểm 45 ngày (từ ngày 20 tháng 7 đến ngày 02 tháng 9 năm 2025)”: told with dates of its own
OWN_DATES = Pattern(r"(?:(?: và)? đêm)? \(từ (?:ngày )?\d")
FEW, SATURDAY = 3, 5
STAGES = 2
WEEK = 7
BY_DAY = re.compile(r"[Tt]ừ ngày ")
TITLE = "KẾ HOẠCH\nPhát động đợt thi đua cao điểm {n} ngày đêm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\nII. THỜI GIAN THI ĐUA\n\n"


class CampaignPeriod(Rule):
    """Đợt thi đua có ngày bắt đầu trước ngày kết thúc, và số ngày nêu trong văn bản khớp với hai ngày đó.

    “60 ngày đêm” khớp khi từ ngày đầu đến ngày cuối là 60 ngày, tính cả ngày cuối hay không. Đợt chia nhiều giai đoạn
    được tính từ ngày đầu tiên đến ngày cuối cùng.
    """

    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu các ngày nêu trong chính văn bản; Luật Thi đua, khen thưởng năm 2022, Điều 17 khoản 1 (thời gian thi đua)"
    apart = (TITLE.format(n=60) + "Đến hết ngày 02/9/2026.\n",)
    good = (
        TITLE.format(n=60) + "Từ tháng 7/2026 đến tháng 10/2026; kết thúc ngày 02/10/2026.\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026. Sơ kết đến hết ngày 31/7/2026; nhận hồ sơ từ ngày 03/9/2026.\n",
        TITLE.format(n=60)
        + "- Giai đoạn 1 (từ ngày 05/7/2026 đến ngày 31/7/2026): ra quân.\n- Giai đoạn 2 (từ ngày 01/8/2026 đến ngày 02/9/2026): tổ chức hội chợ "
        "05 ngày, từ ngày 16/8/2026 đến ngày 20/8/2026.\n",
        TITLE.format(n=60).replace("60 ngày đêm ", "") + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. THỜI GIAN\n\nTừ ngày ban hành Kế hoạch đến hết ngày 31/12/2026:\n"
        "- Đợt 1: từ ngày 05/02/2026 đến ngày 30/6/2026.\n- Đợt 2: từ ngày 01/7/2026 đến ngày 30/11/2026.\n\nTổng kết trước ngày 15/12/2026.\n",
        TITLE.format(n=60)
        .replace("60 ngày đêm ", "")
        .replace("Lập thành tích.", "Ra quân 15 ngày (từ ngày 01 tháng 8 đến ngày 15 tháng 8).")
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n",
        TITLE.format(n=60)
        + "- Chặng 1, từ tháng 7/2026 đến tháng 8/2026: chuẩn bị.\n- Chặng 2, từ ngày 05/7/2026 đến ngày 02/9/2026: nước rút.\n",
        TITLE.format(n=60) + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n- Giai đoạn 1: từ ngày 05/7/2026 đến ngày 31/7/2026.\n- Giai đoạn 2: từ ngày 01/8/2026 đến ngày 02/9/2026.\n"
        "- Giai đoạn 3: tổng kết từ ngày 03/9/2026 đến ngày 10/9/2026.\n",
        TITLE.format(n=59) + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\nTổ chức “60 ngày đêm ra quân” (từ ngày 20/01/2026 đến hết ngày 20/3/2026).\n\n"
        "II. THỜI GIAN THI ĐUA\n\nTừ ngày 01/01/2026 đến hết ngày 31/12/2026.\n",
        TITLE.format(n=60)
        + "- Chặng 1, từ ngày 05/7/2026 đến ngày 31/7/2026 (27 ngày): chuẩn bị.\n- Chặng 2, từ ngày 01/8/2026 đến ngày 02/9/2026: nước rút.\n",
        TITLE.format(n=60)
        + "60 ngày, từ ngày 05/7/2026 đến ngày 02/9/2026, chấm điểm hai lần: đợt một đến ngày 31/7/2026, đợt hai đến ngày 02/9/2026.\n",
    )
    bad = (
        TITLE.format(n=60).replace("60 ngày đêm ", "")
        + "Toàn đợt: [[Từ ngày 01/7/2026 đến ngày 02/9/2026]].\n- Giai đoạn 1: từ ngày 05/7/2026 đến ngày 31/7/2026.\n"
        "- Giai đoạn 2: từ ngày 01/8/2026 đến ngày 02/9/2026.\n",
        TITLE.format(n=60).replace("60 ngày đêm ", "")
        + "- Đợt 1: Từ ngày 05/7/2026 đến ngày 02/9/2026.\n- Đợt 2: [[Từ ngày 02/8/2026 đến hết năm 2026]].\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n- Giai đoạn 1: từ ngày 05/7/2026 đến ngày 14/7/2026.\n"
        "- Giai đoạn 2: [[từ ngày 15/8/2026 đến ngày 02/9/2026]].\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n- Giai đoạn 1: từ ngày 05/7/2026 đến ngày 28/7/2026.\n"
        "- Giai đoạn 2: [[từ ngày 31/7/2026 đến ngày 02/9/2026]].\n",
        TITLE.format(n=60).replace("60 ngày đêm ", "")
        + "1. Đợt I: Từ ngày 05/7/2026 đến ngày 31/7/2026.\n2. Đợt II: [[Từ ngày 31/7/2026 đến ngày 15/8/2026]].\n"
        "3. Đợt [[II]]: Từ ngày 16/8/2026 đến ngày 02/9/2026.\n",
        TITLE.format(n=60).replace("60 ngày đêm ", "")
        + "- Bước 1: Từ ngày 05/7/2026 đến ngày 31/7/2026.\n- Bước 2: [[Từ ngày 20/7/2026 đến ngày 02/9/2026]].\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n- Giai đoạn 1: [[từ ngày 01/7/2026 đến ngày 31/7/2026]].\n"
        "- Giai đoạn 2: từ ngày 01/8/2026 đến ngày 02/9/2026.\n",
        TITLE.format(n="[[60]]").replace("[[60]] ngày đêm", "[[60 ngày đêm]]")
        + "[[Từ ngày 19/8/2026 đến ngày 19/10/2026]].\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. THỜI GIAN\n\nTừ ngày ban hành Kế hoạch đến hết ngày 31/12/2026:\n"
        "- Đợt 1: từ ngày 05/02/2026 đến ngày 30/6/2026.\n- Đợt 2: từ ngày 01/7/2026 đến [[ngày 30/11/2026]].\n",
        TITLE.format(n=60) + "[[Từ ngày 05/9/2026 đến ngày 02/9/2026]].\n",
        TITLE.format(n=60)
        + "- Chặng 1, từ ngày 05/7/2026 đến ngày 31/7/2026: chuẩn bị.\n- Chặng 2, [[từ ngày 31/7/2026 đến ngày 02/9/2026]]: nước rút.\n",
        TITLE.format(n=60)
        + "- Chặng 1, [[từ ngày 05/7/2026 đến ngày 31/7/2026 (28 ngày]]): chuẩn bị.\n- Chặng 2, từ ngày 01/8/2026 đến ngày 02/9/2026: nước rút.\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\n1. Đợt 1 (từ ngày 10 tháng 02 đến ngày 19 tháng 5): ra quân.\n"
        "2. Đợt 2 (từ ngày [[19 tháng 5]] đến ngày 31 tháng 12): về đích.\n\nII. THỜI GIAN\n\nTừ ngày 10/02/2026 đến hết ngày 31/12/2026.\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n\nTrên đây là Kế hoạch phát động đợt thi đua cao điểm [[90→60]] ngày đêm.\n",
        TITLE.format(n=60)
        + "Từ ngày 05/7/2026 đến ngày 02/9/2026; tăng tốc [[30 ngày đêm, từ ngày 05/7/2026 đến ngày 02/9/2026]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (
            None
            if any(p.start and p.end for p in doc.periods)
            else "văn bản không nêu đủ ngày bắt đầu và ngày kết thúc"
        )

    def check(self, doc: Document) -> Iterator[Finding]:
        beside = list(self._lengths(doc))
        yield from beside
        yield from self._stages(doc)
        yield from self._own_days(doc)
        whole = [p for p in doc.periods if p.start]
        reversed_ = [p for p in whole if p.start and p.start > p.end]
        for p in reversed_:
            yield self.finding(p.span, "Ngày bắt đầu sau ngày kết thúc.", severity=Severity.ERROR)
        if doc.movement == "annual":  # “60 ngày đêm ra quân đầu năm” is one of its campaigns, with days of its own
            return
        exact = [p for p in whole if p.exact and p not in reversed_]
        stated = list(
            days_stated(
                doc.text, doc.body._replace(start=doc.frame.kind.span.start if doc.frame.kind else doc.body.start)
            )
        )
        if reversed_ or not exact or not stated:
            return
        first = min(p.start for p in exact if p.start)
        last = max(p.end for p in exact)
        lengths = {(p.end - p.start).days + one for p in exact if p.start for one in (0, 1)}
        lengths |= {(last - first).days, (last - first).days + 1}
        stated = [(span, n) for span, n in stated if not OWN_DATES.match(doc.text, span.end)]
        odd = [(span, n) for span, n in stated if n not in lengths]
        if len(odd) < len(stated) or not odd:
            return
        days = (last - first).days + 1
        span, n = odd[0]
        message = f"Văn bản nêu {n} ngày nhưng từ ngày {short(first)} đến ngày {short(last)} là {days} ngày (tính cả ngày cuối)."
        if span not in [f.span for f in beside]:
            yield self.finding(span, message, severity=Severity.WARNING)
        if not beside:
            yield self.finding(exact[0].span, message, severity=Severity.WARNING)

    def _own_days(self, doc: Document) -> Iterator[Finding]:
        """“đợt thi đua cao điểm 90 ngày đêm” in a plan whose subject says “cao điểm 60 ngày đêm”."""
        own = OWN_DAYS.search(doc.subject)
        for match in OWN_DAYS.finditer(doc.text, *doc.body) if own else ():
            if own and match["n"] != own["n"] and match["what"].lower() == own["what"].lower():
                message = f"Trích yếu ghi {own['n']} ngày đêm."
                yield self.finding(match.span("n"), message, own["n"], severity=Severity.WARNING)

    def _lengths(self, doc: Document) -> Iterator[Finding]:
        """“90 ngày đêm, từ ngày … đến ngày …”, “từ ngày … đến ngày … (28 ngày)”: the length beside its own dates."""
        for p in doc.periods:
            if not (p.exact and p.start and p.start <= p.end):
                continue
            days = (p.end - p.start).days
            told = LENGTH_BEFORE.search(doc.text, max(0, p.span.start - 90), p.span.start) or LENGTH_BEHIND.match(
                doc.text, p.span.end
            )
            # “90 ngày, từ ngày … đến hết ngày …: đợt một đến ngày …”: one beginning with several ends, one of them meant
            ends = (q.end for q in doc.periods if q.start == p.start and q.span.start == p.span.start)
            if told and not any(int(told["n"]) - (end - p.start).days in (0, 1) for end in ends):
                message = f"Từ ngày {short(p.start)} đến ngày {short(p.end)} là {days + 1} ngày (tính cả ngày cuối)."
                span = (min(told.start("days"), p.span.start), max(told.end("days"), p.span.end))
                yield self.finding(span, message, severity=Severity.WARNING)

    def _stages(self, doc: Document) -> Iterator[Finding]:
        """A stage begins when the one before it is over."""
        before = None
        exact = [p for p in doc.periods if p.exact]
        whole = [p for p in exact if not stage_of(doc.text, p) and not _of_a_stage(doc.text, p)]
        (first, last) = (whole[0].start, whole[0].end) if len(whole) == 1 else (None, None)
        # “từ ngày ban hành Kế hoạch đến hết ngày 31/12/2026” is also a whole that its stages fill
        covered = first or any(not p.start and p.year_stated and not stage_of(doc.text, p) for p in doc.periods)
        for p in doc.periods:
            stage = stage_of(doc.text, p)
            if stage and p.start is None and p.year_stated:  # “Đợt 1: Từ ngày phát động đến hết ngày 30/6/2026”
                before = (numeral(stage["n"]), p.end)
            if stage is None or not p.start:
                continue
            number = numeral(stage["n"])
            if not p.exact:  # “Đợt 3: Từ ngày 02/8/2027 đến hết năm 2027”: when it begins is told to the day
                if before and number == before[0] + 1 and p.start < before[1] and BY_DAY.match(doc.text, p.span.start):
                    message = f"{stage['name'].capitalize()} {number} bắt đầu khi {stage['name'].lower()} {number - 1} chưa kết thúc ({short(before[1])})."
                    yield self.finding(p.span, message, severity=Severity.WARNING)
                continue
            if first and last and (p.start < first <= p.end or p.start <= last < p.end):
                message = f"{stage['name'].capitalize()} {number} không nằm trong thời gian của cả đợt ({short(first)} - {short(last)})."
                yield self.finding(p.span, message, severity=Severity.WARNING)
                before = (number, p.end)
                continue
            if before and number == before[0] + 1 and p.start <= before[1]:
                message = f"{stage['name'].capitalize()} {number} bắt đầu khi {stage['name'].lower()} {number - 1} chưa kết thúc ({short(before[1])})."
                yield self.finding(p.span, message, severity=Severity.WARNING)
            elif before and number == before[0] + 1 and covered and _months_apart(before[1], p.start):
                message = (
                    f"Từ ngày {short(before[1])} đến ngày {short(p.start)} không thuộc {stage['name'].lower()} nào."
                )
                yield self.finding(p.span, message, severity=Severity.WARNING, subject="stage")
            elif (
                before
                and number == before[0] + 1
                and before[1]
                and covered
                and _working_days_between(before[1], p.start)
            ):
                message = f"Từ ngày {short(before[1])} đến ngày {short(p.start)} còn ngày không thuộc {stage['name'].lower()} nào."
                yield self.finding(p.span, message, severity=Severity.STYLE, subject="stage")
            before = (number, p.end)
        if first:
            yield from self._begins(doc, whole[0])
        yield from self._ends(doc)
        yield from self._numbers(doc)
        yield from self._yearless(doc)

    def _begins(self, doc: Document, whole: Period) -> Iterator[Finding]:
        """Three stages or more that fill the whole to its last day begin when it begins."""
        told = [
            (numeral(stage["n"]), p) for p in doc.periods if p.exact and p.start and (stage := stage_of(doc.text, p))
        ]
        stages = [p for _, p in told]
        if len(stages) < STAGES or told[0][0] != 1 or not whole.start or max(p.end for p in stages) != whole.end:
            return
        first = min(p.start for p in stages if p.start)
        if whole.start < first:
            message = f"Cả đợt bắt đầu ngày {short(whole.start)}, giai đoạn đầu tiên bắt đầu ngày {short(first)}."
            yield self.finding(whole.span, message, severity=Severity.WARNING)

    def _ends(self, doc: Document) -> Iterator[Finding]:
        """Stages that follow each other from the beginning of the whole go on to its last day, or to the summing-up."""
        told = [(numeral(s["n"]), p) for p in doc.periods if p.year_stated and (s := stage_of(doc.text, p))]
        wholes = [
            p for p in doc.periods if p.year_stated and not stage_of(doc.text, p) and not _of_a_stage(doc.text, p)
        ]
        if len(told) < STAGES or len(wholes) != 1 or [n for n, _ in told] != list(range(1, len(told) + 1)):
            return
        last, whole = told[-1][1], wholes[0]
        if not told[0][1].end < last.end < whole.end or (whole.end - last.end).days < WEEK:
            return
        if any(
            (days := reviews.due(m)) and last.end <= days[1] for m in reviews.SUMMING_UP.finditer(doc.text, *doc.body)
        ):
            return  # the days between are for the awards
        message = f"Cả đợt kết thúc ngày {short(whole.end)}, giai đoạn cuối cùng kết thúc ngày {short(last.end)}."
        yield self.finding(last.end_span, message, severity=Severity.STYLE, subject="stage")

    def _yearless(self, doc: Document) -> Iterator[Finding]:
        """Stages told by day and month alone."""
        read = {p.span.start for p in doc.periods if p.start}
        before: tuple[int, int, int] | None = None
        for match in YEARLESS.finditer(doc.text, max(0, doc.body.start - 1), doc.body.end):
            number = numeral(match["n"])
            begins, ends = ((int(match[m]), int(match[d])) for m, d in (("m", "d"), ("m2", "d2")))
            known = any(match.start() < at < match.end() for at in read)
            if before and not known and number == before[0] + 1 and begins <= before[1:] and begins <= ends:
                name = match["name"]
                message = f"{name} {number} bắt đầu khi {name.lower()} {number - 1} chưa kết thúc ({before[2]:02}/{before[1]})."
                yield self.finding((match.start("d"), match.end("m")), message, severity=Severity.WARNING)
            before = (number, *ends) if begins <= ends else None

    def _numbers(self, doc: Document) -> Iterator[Finding]:
        """“Đợt I, Đợt II, Đợt II”: the stages of a list, one a line, count on."""
        for section in doc.sections:
            lines = list(STAGE_LINE.finditer(doc.text, *section.span)) if "period" in section.roles else []
            told = [numeral(m["n"]) for m in lines]
            wrong = [i for i, number in enumerate(told) if number != i + 1]
            if len(wrong) == 1 < len(told) and wrong[0] and len({m["name"] for m in lines}) == 1:
                match, right = lines[wrong[0]], wrong[0] + 1
                message = f"{match['name']} {match['n']} đứng ở chỗ của {match['name'].lower()} thứ {right}."
                yield self.finding(match.span("n"), message, severity=Severity.WARNING)


def _of_a_stage(text: str, period: Period) -> bool:
    """Is it something a stage holds: “Giai đoạn 2 (…): tổ chức hội chợ 05 ngày, từ ngày … đến ngày …”?"""
    return STAGE_LINE.match("\n" + line_before(text, period.span.start)) is not None


def _working_days_between(end: date, start: date) -> bool:
    """Are a few days left out between two stages, and one of them no Saturday or Sunday?"""
    days = (start - end).days - 1
    return 0 < days <= FEW and any((end + timedelta(1 + i)).weekday() < SATURDAY for i in range(days))


def _months_apart(end: date, start: date) -> bool:
    """Does the next stage begin on the very day after the last one, but months later? The month is mistyped."""
    return (end + timedelta(1)).day == start.day and (start - end).days > 1
