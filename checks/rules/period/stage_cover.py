"""Các đợt nối liền nhau và hết thời gian của cả phong trào."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from checks.document import Document
from checks.facts.dates import short
from checks.facts.numbers import numeral
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule
from checks.values import NamedTuple

_DAY = r"(?:ngày )?(?P<d{n}>\d{{1,2}})(?:[/-]| tháng )(?P<m{n}>\d{{1,2}})(?:(?:[/-]| năm )(?P<y{n}>20\d\d))?(?![\d/])"
# “Đợt 1: Từ ngày 26/01/2026 đến ngày 19/5/2026”, “chặng 2 từ ngày 25/02 đến ngày 11/3/2026”, “Đợt 3: “Về đích”, từ ngày …”
STAGE = Pattern(
    rf"(?i:(?P<name>đợt|giai đoạn|chặng|bước)) (?P<n>\d|I{{1,3}}V?|IV|V)(?!\w)(?P<told>[^\n\d;]{{0,60}}?) ?\(?(?P<span>(?:[Tt]ừ )?{_DAY.format(n=1)} "
    rf"?(?:đến|[-–])(?: hết)? {_DAY.format(n=2)})",
    hooks=("ợt ", "ai đoạn ", "hặng ", "ước "),
    back=len("giai đo"),
)
# “| 3 | 10/01/2026 - 26/3/2026 |”: rows of a table whose first column counts them
ROW = Pattern(
    rf"\n\|? ?(?:(?P<name>[Đđ]ợt|[Gg]iai đoạn|[Cc]hặng) )?(?P<n>\d|I{{1,3}}V?|IV|V) \|(?P<told>)"
    rf"[^\d\n|]{{0,60}}?(?:\| )?(?P<span>{_DAY.format(n=1)} ?(?:đến|[-–])(?: hết)? {_DAY.format(n=2)})(?= *(?:\||\n|$))",
    needs=" |",
)
DATE = re.compile(r"(?:ngày )?\d{1,2}(?:[/-]| tháng )\d{1,2}(?:(?:[/-]| năm )20\d\d)?")
NEAR = 500
"""Characters between two stages of one list."""
MOST = 45
"""Days: a longer gap is a season in which nothing is launched."""
SATURDAY = 5
LAST = 92
"""Days between the end of the last stage and that of the whole; a longer rest is of something else."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. THỜI GIAN\n\nTừ ngày 26/01/2026 đến hết ngày 31/12/2026, chia thành 3 đợt:\n"
FIRST = "- Đợt 1: Từ ngày 26/01/2026 đến ngày 19/5/2026;\n- Đợt 2: Từ ngày 20/5/2026 đến ngày 02/9/2026;\n"


class Stage(NamedTuple):
    """A stage of a list: its name, when it begins and ends, and where that is told."""

    name: str
    number: int
    start: date
    end: date
    told: Span


class StageCover(Rule):
    """Các đợt nối liền nhau, đợt cuối kết thúc khi cả phong trào kết thúc.

    Chỉ báo khi các chỗ nối khác đều liền ngày, nên chỗ hở là một con số lỡ tay; thời gian chung lấy ở câu nêu cùng ngày bắt đầu.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu các ngày nêu trong chính văn bản"
    good = (
        HEAD + FIRST.replace("02/9/2026", "04/9/2026") + "- Đợt 3: Từ ngày 07/9/2026 đến ngày 31/12/2026.\n",
        HEAD + FIRST + "- Đợt 3: Từ ngày 03/9/2026 đến ngày 31/12/2026.\n",
        HEAD.replace("31/12/2026", "30/11/2027") + FIRST + "- Đợt 3: Từ ngày 03/9/2026 đến ngày 31/12/2026.\n",
        HEAD + FIRST.replace("02/9/2026", "30/7/2026") + "- Đợt 3: Từ ngày 03/10/2026 đến ngày 31/12/2026.\n",
        HEAD.replace("Từ ngày 26/01/2026 đến hết ngày 31/12/2026", "Năm 2026")
        + FIRST
        + "- Đợt 3: Từ ngày 03/9/2026 đến ngày 30/11/2026.\n",
        HEAD + "- Đợt 1: Từ ngày 26/01/2026 đến ngày 19/5/2026.\n- Đợt 2: Từ ngày 02/9/2026 đến ngày 19/12/2026.\n",
    )
    bad = (
        HEAD + FIRST + "- Đợt 3: Từ ngày 03/9/2026 đến [[ngày 30/11/2026]].\n",
        HEAD + FIRST + "- Đợt 3: [[Từ ngày 15/9/2026 đến ngày 31/12/2026]].\n",
        HEAD
        + "Đợt 1 từ ngày 26/01 đến ngày 31/3/2026, đợt 2 [[từ ngày 15/4 đến ngày 30/6/2026]], đợt 3 từ ngày 01/7 đến ngày 31/12/2026.\n",
        HEAD
        + "Gồm 2 giai đoạn: giai đoạn 1 từ ngày 26/01/2026 đến ngày 30/6/2026, giai đoạn 2 từ ngày 01/7/2026 đến [[ngày 31/10/2026]].\n",
        HEAD
        + "\n| Đợt | Thời gian |\n|---|---|\n| 1 | 26/01/2026 - 31/5/2026 |\n| 2 | [[20/6/2026 - 02/9/2026]] |\n| 3 | 03/9/2026 - 31/12/2026 |\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for stages in _lists(doc):
            gaps = [(one, after) for one, after in pairwise(stages) if after.start > one.end + timedelta(1)]
            joined = sum(after.start in (one.end, one.end + timedelta(1)) for one, after in pairwise(stages))
            whole = _whole(doc, stages)
            filled = whole is not None and whole[1] == stages[-1].end
            if len(gaps) == 1 and joined == len(stages) - 2 and (joined or filled):
                yield from self._gap(*gaps[0])
            elif joined == len(stages) - 1 and whole and stages[-1].end < whole[1] <= stages[-1].end + timedelta(LAST):
                last, name = stages[-1], stages[-1].name
                message = f"{name.capitalize()} cuối kết thúc ngày {short(last.end)}, cả phong trào đến ngày {short(whole[1])}."
                yield self.finding(_last_day(doc, last.told), message, subject="stage")

    def _gap(self, one: Stage, after: Stage) -> Iterator[Finding]:
        days = (after.start - one.end).days
        workdays = any((one.end + timedelta(i)).weekday() < SATURDAY for i in range(1, days))
        if days <= MOST and workdays:
            message = f"Từ ngày {short(one.end)} đến ngày {short(after.start)} còn ngày không thuộc {one.name} nào."
            yield self.finding(after.told, message, subject="stage")


def _whole(doc: Document, stages: list[Stage]) -> tuple[date, date] | None:
    """When the whole runs: told once, from the day on which the first stage begins, before the stages or behind them."""
    spans = [stage.told for stage in stages]
    told = {
        (p.start, p.end)
        for p in doc.periods
        if p.start == stages[0].start and p.exact and not any(span.meets(p.span) for span in spans)
    }
    return next(((start, end) for start, end in told if start), None) if len(told) == 1 else None


def _lists(doc: Document) -> Iterator[list[Stage]]:
    for pattern in (STAGE, ROW):
        run: list[Stage] = []
        for match in pattern.finditer(doc.text, *doc.body):
            stage = _stage(match, doc.year)
            if run and not (
                stage
                and stage.number == run[-1].number + 1
                and stage.name == run[-1].name
                and match.start() - run[-1].told.end <= NEAR
            ):
                yield from _several(run)
                run = []
            if stage and (run or stage.number == 1):
                run.append(stage)
        yield from _several(run)


def _several(run: list[Stage]) -> Iterator[list[Stage]]:
    if len(run) > 1:
        yield run


def _stage(match: re.Match[str], year: int | None) -> Stage | None:
    ends = match["y2"] or year
    try:
        end = date(int(ends or 0), int(match["m2"]), int(match["d2"]))
        start = date(int(match["y1"] or end.year), int(match["m1"]), int(match["d1"]))
    except ValueError:
        return None
    return (
        Stage((match["name"] or "đợt").lower(), numeral(match["n"]), start, end, Span(*match.span("span")))
        if start <= end
        else None
    )


def _last_day(doc: Document, told: Span) -> Span:
    """The last date of a stretch as written, with its word."""
    *_, last = DATE.finditer(doc.text[slice(*told)])
    return Span(told.start + last.start(), told.start + last.end())
