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
# What a bracket tells that is no part of the amount before it, and a change that is not told against something else behind it
_BASE = r"(?:năm|cùng kỳ|đầu kỳ|cuối kỳ|trước|dự toán|kế hoạch|giao|chỉ tiêu|hiện) "
_NO_OTHER = r"(?!\w| so với)"
# “giảm còn 1,8% (cuối năm 2025 là 2,4%), giảm 0,8%”, “820 ha (năm 2025: 800 ha), tăng 30 ha”
BRACKET = Pattern(
    rf"(?<![\d.,])(?P<amount>{_F}) ?(?P<of>%|{rates.UNIT}) \((?=[^()]*?{_BASE})(?:[^()\d]{{0,20}}20\d\d)?[^()\d]{{0,25}}(?P<base>{_F}) ?(?P=of)\),? "
    rf"(?P<way>tăng|giảm|vượt)(?: thêm)? (?P<change>{_F}) ?(?P<unit>(?P=of)|điểm (?:phần trăm|%)){_NO_OTHER}",
    hooks=("), tăng ", "), giảm ", "), vượt "),
    back=90,
)
# “năm 2025 là 2,4%, năm 2026 còn 1,8%, giảm 0,8 điểm phần trăm”
YEARS = Pattern(
    rf"(?<![\d.,])(?P<base>{_F}) ?(?P<of>%|{rates.UNIT}), (?:đến |ước |dự kiến )?(?:hết |cuối )?năm 20\d\d (?:ước |dự kiến |phấn đấu )?"
    rf"(?:còn|là|đạt|có|giảm còn|tăng lên) (?P<amount>{_F}) ?(?P=of),? (?:tức )?(?P<way>tăng|giảm)(?: thêm)? (?P<change>{_F}) ?"
    rf"(?P<unit>(?P=of)|điểm (?:phần trăm|%)){_NO_OTHER}",
    hooks=(" năm 20",),
    back=40,
)
# “tối đa 02 ngày làm việc, rút ngắn 01 ngày so với quy định (03 ngày làm việc)”
SHORTER = Pattern(
    rf"(?<![\d.,])(?P<amount>{_F}) (?P<of>ngày|giờ|phút)(?: làm việc)?, (?P<way>rút ngắn|giảm)(?: được)? (?P<change>{_F}) (?P<unit>(?P=of))"
    rf"(?: làm việc)? so với [^.;,\n%()]{{3,40}} \((?:là )?(?P<base>{_F}) (?P=of)(?: làm việc)?\)",
    hooks=(", rút ngắn ", ", giảm "),
    back=len("1.234 ngày làm việc"),
)
# “92/133 xã (năm 2025: 84/133 xã), tăng 8 xã”
FRACTION = Pattern(
    rf"(?<![\d.,/])(?P<amount>{_F})/{_F} (?P<of>[^\W\d_]+)(?: [^\W\d_]+){{0,5}} \([^.;,\n%()\d]{{0,20}}(?:năm \d{{4}}:? ?)?[^.;,\n%()\d]{{0,12}}"
    rf"(?P<base>{_F})(?:/{_F})? (?P=of)[^()\d]{{0,20}}\), (?P<way>tăng|giảm)(?: thêm)? (?P<change>{_F}) (?P<unit>(?P=of)){_NO_OTHER}",
    hooks=("), tăng ", "), giảm "),
    back=130,
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
        "Diện tích 820 ha (trong đó vụ xuân 400 ha), tăng 20 ha; thu 58 tỷ đồng (tỉnh giao 50 tỷ đồng), tăng 12 tỷ đồng so với cùng kỳ; "
        "năm 2024 có 30 xã, năm 2025 có 34 xã, tăng 10 xã so với năm 2020.\n",
        "Thu 58.600 tỷ đồng, đạt 124,7% dự toán (47.000 tỷ đồng), tăng 10.300 tỷ đồng so với năm 2024 (48.300 tỷ đồng).\n",
        "Thời gian tối đa 02 ngày làm việc, rút ngắn 01 ngày so với quy định (03 ngày làm việc); "
        "có 92/133 xã đạt chuẩn (năm 2025: 84/133 xã), tăng 8 xã.\n",
        "Tỷ lệ hộ nghèo còn 4,2%, giảm 1,1% so với năm 2024 (5,3%); hộ cận nghèo 4,2%, giảm 20,8% so với năm 2024 (5,3%).\n",
        "Có 42 sản phẩm, tăng 8 sản phẩm so với năm 2025 (34 sản phẩm).\n",
        "Sản phẩm OCOP tăng 8 sản phẩm so với năm 2025 (30 sản phẩm); tỷ lệ đăng ký đạt 2%, tăng 2% so với năm 2024 (0%).\n",
    )
    bad = (
        "Tỷ lệ hộ nghèo năm 2025 là 2,4%, năm 2026 còn 1,8%, giảm [[0,8 điểm phần trăm]].\n",
        "Tỷ lệ hộ nghèo giảm còn 1,8% (cuối năm 2025 là 2,4%), giảm [[0,8%]].\n",
        "Diện tích lúa 820 ha (năm 2025: 800 ha), tăng [[30 ha]]; hộ nghèo còn 45 hộ (đầu năm 60 hộ), giảm 15 hộ.\n",
        "Thời gian tối đa 02 ngày làm việc, rút ngắn [[02 ngày]] so với quy định (03 ngày làm việc); có 92/133 xã đạt "
        "chuẩn (năm 2025: 84/133 xã), tăng [[9 xã]].\n",
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
        for match in (*SHORTER.finditer(doc.text), *FRACTION.finditer(doc.text)):
            right = _rise(match, match["amount"])
            if right != value(match["change"]):
                yield self._told(match, right, match["unit"])
        for pattern in (PERCENT_BY, BRACKET, YEARS):
            for match in pattern.finditer(doc.text):
                right, base = _rise(match, match["amount"]), value(match["base"])
                share = right / base * 100 if base and match["unit"] == "%" else right
                change = value(match["change"])
                if change != right and abs(change - share) > 2 * rates.half(match["change"]):
                    yield self._told(match, right, "điểm phần trăm" if "%" in match["unit"] else match["unit"])

    def _told(self, match: re.Match[str], right: Decimal, unit: str) -> Finding:
        message = rates.told(f"mức {match['way']} là", right, f" {unit}")
        return self.finding((match.start("change"), match.end("unit")), message)


def _rise(match: re.Match[str], amount: str) -> Decimal:
    """By how much ``amount`` is above the base, or below it where the text tells a fall."""
    rise = value(amount) - value(match["base"])
    return rise if match["way"] in RISES else -rise
