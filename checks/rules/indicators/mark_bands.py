"""Thang điểm xếp loại: không hở, không chồng."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule
from checks.values import NamedTuple

_F = FIGURE.pattern
_UNIT = r"(?: ?(?:điểm|%))?"
# “từ 80 đến dưới 90 điểm”, “từ 80 điểm - 89 điểm”: where one stands there may be a scale
CLOSED = Pattern(
    rf"[Tt]ừ (?:trên )?{_F}{_UNIT}(?: (?:đến|tới)| ?[-–]) ?(?:dưới |cận )?{_F} ?(?:điểm|%)",
    hooks=("ừ ",),
    back=1,
)
# … and its neighbours: “từ 90 điểm trở lên”, “trên 90 điểm”, “từ 90 điểm:”, “dưới 50 điểm”
BAND = re.compile(
    rf"(?<![\w.,/])(?:(?P<from>từ |đạt |đạt từ |trên |từ trên )?(?P<low>{_F}) ?(?P<of>điểm|%)?"
    rf"(?:(?: (?:đến|tới)| ?[-–]) ?(?P<below>dưới |cận )?(?P<high>{_F}) ?(?P<to>điểm|%)?|(?P<up> trở lên))"
    rf"|(?P<least>từ (?P<bottom>{_F}) ?(?P<unit>điểm|%)(?= ?(?:[.,;:)|\n]|$)))"
    rf"|dưới (?P<under>{_F}) ?(?P<kind>điểm|%)?)(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
# What is asked beside the marks of a grade, or told of another thing: “không có tiêu chí nào dưới 50 điểm”
BESIDE = re.compile(
    r"không có|tiêu chí|mục nào|trong đó|mỗi|riêng|ít nhất|thưởng|trừ|cộng|đồng|ngày|tỷ lệ|hộ|người", re.IGNORECASE
)
REACH = 300
"""Characters before a band in which the others of its scale stand."""
NEAR = 110
"""Characters between two bands of one scale."""
FEWEST = 3
"""Grades of a scale that can show how its grades meet."""


class Band(NamedTuple):
    """The marks of a grade: from ``low`` up to ``high``, which ``open`` leaves out; None where it has no such end."""

    low: Decimal | None
    high: Decimal | None
    open: bool
    step: Decimal
    """1 where the marks are whole, 0,1 where they have a decimal."""
    unit: str
    span: Span

    @property
    def at(self) -> Decimal:
        """By which the bands of a scale are in order."""
        return self.low if self.low is not None else (self.high or self.step) - self.step


class MarkBands(Rule):
    """Các bậc của thang điểm xếp loại nối liền nhau: “từ 80 đến dưới 90 điểm” đi với “từ 90 điểm trở lên” và “dưới 80 điểm”.

    Hở thì có số điểm không thuộc bậc nào, chồng thì có số điểm thuộc hai bậc. Chỉ báo khi các bậc khác của chính thang ấy đã nối liền, nên chỗ
    không nối là một con số lỡ tay.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu các con số nêu trong chính văn bản"
    good = (
        "Xếp loại: xuất sắc từ 90 điểm trở lên; tốt từ 80 đến dưới 90 điểm; khá từ 65 đến dưới 80 điểm; dưới 65 điểm không xếp loại.\n",
        "- Loại A1: từ 95 đến 100 điểm;\n- Loại A2: từ 85 đến 94 điểm;\n- Loại B: từ 70 đến 84 điểm;\n- Loại C: dưới 70 điểm.\n",
        "Tốt: từ 8,0 đến 8,9 điểm; khá: từ 7,0 đến 7,9 điểm; giỏi: từ 9,0 điểm. Tốt từ 80 đến 90 điểm, khá từ 70 đến 80 điểm, đạt từ 60 đến 70 điểm.\n",
        "Xuất sắc từ 90 điểm trở lên, không có tiêu chí nào dưới 60 điểm; tốt từ 80 đến dưới 90 điểm, "
        "không có tiêu chí nào dưới 50 điểm; khá từ 70 đến dưới 80 điểm.\n",
        "Khối xã: xuất sắc từ 90 điểm trở lên, tốt từ 80 đến dưới 90 điểm, khá từ 70 đến dưới 80 điểm. Khối trường: xuất sắc từ 95 điểm trở lên, "
        "tốt từ 85 đến dưới 95 điểm, khá từ 75 đến dưới 85 điểm.\n",
        "Giải nhất từ 90 đến dưới 100 điểm; giải nhì từ 70 đến dưới 80 điểm; giải ba từ 40 đến dưới 60 điểm.\n",
        "Từ 60% đến dưới 70% số hộ; từ 30% đến dưới 50% số hộ; thưởng 5 điểm khi đạt từ 90% trở lên.\n",
    )
    bad = (
        "Xếp loại: xuất sắc từ 90 điểm trở lên; tốt từ 85 đến dưới 90 điểm; khá từ 65 đến dưới [[80]] điểm; trung bình từ 50 đến dưới 65 điểm.\n",
        "- Loại A1: từ 95 đến 100 điểm;\n- Loại A2: từ 85 đến [[90]] điểm;\n- Loại B: từ 70 đến 84 điểm;\n- Loại C: dưới 70 điểm.\n",
        "Từ 900 điểm trở lên là Đơn vị Quyết thắng; từ 800 đến dưới 900 điểm là Đơn vị tiên tiến; dưới [[700]] điểm không xét.\n",
        "Loại xuất sắc: từ 90 điểm; loại tốt: từ 80 đến [[90]] điểm; loại khá: từ 70 đến 79 điểm; trung bình: từ 50 đến 69 điểm.\n",
        "| Loại | Mức hoàn thành |\n|---|---|\n| Xuất sắc | Từ 95% trở lên |\n| Tốt | Từ 85% đến dưới 95% |\n| Khá | Từ 70% đến dưới [[80]]% |\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        done = 0
        for closed in CLOSED.finditer(doc.text):
            if closed.start() >= done:
                bands = _bands(doc.text, closed.start(), done)
                done = max(closed.end(), *(band.span.end for band in bands), 0)
                for scale in _scales(bands):
                    yield from self._judged(scale)

    def _judged(self, scale: list[Band]) -> Iterator[Finding]:
        """A scale, best grade first: where most of its grades meet, the one that does not is a slip."""
        pairs = list(pairwise(scale))
        wrong = [(upper, lower) for upper, lower in pairs if not _meet(upper, lower)]
        right = len(pairs) - len(wrong)
        shared = all(upper.low == lower.high for upper, lower in wrong)  # “từ 80 đến 90”, “từ 90 đến 100”: a habit
        if not right or len(wrong) > right or (shared and right < 2):
            return
        for upper, lower in wrong:
            low, high = upper.low or Decimal(), lower.high or Decimal()
            above = f"bậc trên từ {spell(low)}, bậc dưới đến {'dưới ' if lower.open else ''}{spell(high)}"
            what = "hở, có số điểm không thuộc bậc nào" if low > high else "chồng, có số điểm thuộc hai bậc"
            yield self.finding(lower.span, f"Thang điểm {what}: {above}.")


def _meet(upper: Band, lower: Band) -> bool:
    if upper.low is None or lower.high is None:
        return False
    return lower.high == (upper.low if lower.open else upper.low - min(upper.step, lower.step))


def _bands(text: str, at: int, first: int) -> list[Band]:
    """The bands that stand close to each other around the one at ``at``."""
    found: list[re.Match[str]] = []
    for match in BAND.finditer(text, max(first, at - REACH)):
        if found and match.start() - found[-1].end() > NEAR:
            if match.start() > at:
                break
            found = []
        if match.start() > at + NEAR and not found:
            break
        before = re.split(r"[\n;,|]", text[max(0, match.start() - 50) : match.start()])[-1]
        if not BESIDE.search(before):
            found.append(match)
    return [_band(match) for match in found]


def _band(match: re.Match[str]) -> Band:
    low, high = match["low"] or match["bottom"], match["high"] or match["under"]
    told = next(name for name in ("high", "under", "low", "bottom") if match[name])
    figures = [figure for figure in (low, high) if figure]
    step = Decimal(1).scaleb(-max(len(figure.partition(",")[2]) for figure in figures))
    units = [match[name] for name in ("of", "to", "unit", "kind") if match[name]]
    return Band(
        value(low) if low else None,
        value(high) if high else None,
        bool(match["below"] or match["under"]),
        step,
        units[0].lower() if units else "",
        Span(*match.span(told)),
    )


def _scales(bands: list[Band]) -> Iterator[list[Band]]:
    """Runs of three bands or more that go up or down, each best grade first."""
    run: list[Band] = []
    way = 0
    for band in bands:
        step = 0 if not run else 1 if band.at > run[-1].at else -1
        if run and (
            band.at == run[-1].at or (way and step != way) or (band.unit and run[0].unit and band.unit != run[0].unit)
        ):
            yield from _whole(run, way)
            run, step = [], 0
        run.append(band)
        way = step
    yield from _whole(run, way)


def _whole(run: list[Band], way: int) -> Iterator[list[Band]]:
    if len(run) >= FEWEST:
        yield run if way < 0 else run[::-1]
