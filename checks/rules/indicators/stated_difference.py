"""Mức tăng, giảm và hai con số sinh ra nó."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts import rates
from checks.facts.numbers import FIGURE, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# “42 sản phẩm, tăng 8 sản phẩm so với năm 2025 (34 sản phẩm)”
BY = Pattern(
    rf"(?P<way>tăng|giảm)(?: thêm)? (?P<change>{_F}) (?P<unit>{rates.UNIT}) so với [^.;,\n%()]{{3,40}} \({rates.YEAR}(?P<base>{_F}) (?P=unit)\)",
    hooks=("tăng ", "giảm "),
)
# “đạt 10,52%, cao hơn 1,02 điểm phần trăm so với năm 2025 (9,5%)”
POINTS = Pattern(
    rf"(?<![\d.,])(?P<amount>{_F})%(?: trở lên)?,? "
    rf"(?P<way>tăng|giảm|vượt|cao hơn|thấp hơn)(?: thêm)? (?P<change>{_F}) điểm (?:phần trăm|%) so với [^.;,\n%()]{{3,40}} "
    rf"\({rates.YEAR}(?P<base>{_F})%\)",
    hooks=(" điểm phần trăm so với ", " điểm % so với "),
    back=len("1.234,56% trở lên, thấp hơn thêm 1.234,56"),
)
# “còn 4,2%, giảm 1,1% so với năm 2024 (5,3%)”
PERCENT_BY = Pattern(
    rf"(?<![\d.,])(?P<amount>{_F})%, (?P<way>tăng|giảm)(?: thêm)? (?P<change>{_F}) ?(?P<unit>%) so với [^.;,\n%()]{{3,40}}"
    rf" \({rates.YEAR}(?P<base>{_F})%\)",
    hooks=("%, tăng ", "%, giảm "),
    back=len("1.234,56"),
)
RISES = frozenset({"tăng", "vượt", "cao hơn"})


class StatedDifference(Rule):
    """Mức tăng, giảm nêu trong câu là hiệu của hai con số: “42 sản phẩm, tăng 8 sản phẩm so với năm 2025 (34 sản phẩm)”.

    Chỉ xét khi cả hai con số đứng ngay trong câu, cùng đơn vị; cho phép làm tròn ở chữ số cuối.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Tỷ lệ hộ nghèo còn 4,2%, giảm 1,1% so với năm 2024 (5,3%); hộ cận nghèo 4,2%, giảm 20,8% so với năm 2024 (5,3%).\n",
        "Có 42 sản phẩm, tăng 8 sản phẩm so với năm 2025 (34 sản phẩm).\n",
        "Sản phẩm OCOP tăng 8 sản phẩm so với năm 2025 (30 sản phẩm); tỷ lệ đăng ký đạt 2%, tăng 2% so với năm 2024 (0%).\n",
    )
    bad = (
        "Hồ sơ đúng hạn đạt từ 98% trở lên, tăng [[2]] điểm phần trăm so với năm 2025 (94%).\n",
        "Tỷ lệ hộ nghèo còn 4,2%, giảm [[2,1%]] so với năm 2024 (5,3%).\n",
        "Có 42 sản phẩm OCOP, tăng [[9 sản phẩm]] so với năm 2025 (34 sản phẩm).\n",
        "GRDP đạt 10,52%, cao hơn [[1,2]] điểm phần trăm so với năm 2025 (9,5%); hộ nghèo còn 3,1%, giảm 0,9 điểm phần trăm so với năm 2025 (4,0%).\n",
        "Tốc độ tăng đạt 14,2%, vượt [[0,7]] điểm phần trăm so với kế hoạch (13,7%).\n",
        "Tỷ lệ hộ nghèo còn 4,2%, giảm [[20,8]] điểm phần trăm so với năm 2024 (5,3%).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in POINTS.finditer(doc.text):
            right = _rise(match, match["amount"])
            if right != value(match["change"]):
                yield self.finding(match.span("change"), rates.told(match["way"], right, " điểm phần trăm"))
        for match in BY.finditer(doc.text):
            _, before = rates.before(doc.text, match.start(), match["unit"])
            if before and _rise(match, before[-1]) != value(match["change"]):
                yield self._told(match, _rise(match, before[-1]), match["unit"])
        for match in PERCENT_BY.finditer(doc.text):
            right, base = _rise(match, match["amount"]), value(match["base"])
            share = right / base * 100 if base else right
            change = value(match["change"])
            if change != right and abs(change - share) > 2 * rates.half(match["change"]):
                yield self._told(match, right, "điểm phần trăm")

    def _told(self, match: re.Match[str], right: Decimal, unit: str) -> Finding:
        message = rates.told(f"mức {match['way']} là", right, f" {unit}")
        return self.finding((match.start("change"), match.end("unit")), message)


def _rise(match: re.Match[str], amount: str) -> Decimal:
    """By how much ``amount`` is above the base, or below it where the text tells a fall."""
    rise = value(amount) - value(match["base"])
    return rise if match["way"] in RISES else -rise
