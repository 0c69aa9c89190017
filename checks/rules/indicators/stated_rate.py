"""Tỷ lệ và hai con số sinh ra nó."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
_UNIT = r"tỷ đồng|triệu đồng|nghìn tỷ đồng|tỷ USD|triệu USD|nghìn lượt|triệu lượt|tấn|ha|km|lượt|người|hộ|căn"
# “tăng 10,48% so với cùng kỳ (10.482 tỷ đồng)”, “bằng 70,7% dự toán năm (92 tỷ đồng)”
BASED = Pattern(
    rf"(?P<way>tăng|giảm|vượt|bằng|đạt) (?P<rate>{_F})% (?P<of>(?:so|dự toán|kế hoạch|chỉ tiêu|cùng kỳ|năm)[^.;,\n%()]{{0,40}}?) ?"
    rf"\((?:là |đạt |năm \d{{4}}:? |năm \d{{4}} (?:là|đạt) )?(?P<base>{_F}) (?P<unit>{_UNIT})\)",
    needs="% ",
)
REACH = 160
COUNTED = (
    r"xã|phường|thôn|bản|xóm|ấp|khu phố|tổ dân phố|khu dân cư|trường|hộ|người|học sinh|lớp|chi bộ|đơn vị|cơ quan|doanh nghiệp|sản phẩm|hồ sơ|dự án|"
    r"công trình|nhiệm vụ|chỉ tiêu|trạm|gia đình|đảng viên|đoàn viên|hội viên|cán bộ|nhà"
)
_COUNT = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
# “629/731 trường đạt chuẩn, đạt 86,1%”
SHARE = Pattern(
    rf"(?<![\d/.,])(?P<part>{_COUNT})/(?P<whole>{_COUNT}) (?:{COUNTED})\b[^.;\n%/\d]{{0,60}}?"
    rf"(?:, |\(|, chiếm |, bằng )(?:đạt|chiếm|bằng|tỷ lệ)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=("/",),
    back=len("1.234.567"),
)
# “98% hộ (3.120/3.184 hộ)”
OF = Pattern(
    rf"(?<![\d.,–-])(?<!- )(?P<rate>{_F})% [^.;\n%()\d]{{2,40}} \((?P<part>{_COUNT})/(?P<whole>{_COUNT})(?: (?:{COUNTED})\b[^)\d]{{0,20}})?\)",
    hooks=("% ",),
    back=len("1.234.567,89"),
)


class StatedRate(Rule):
    """Tỷ lệ nêu trong câu khớp với hai con số sinh ra nó: “đạt 65 tỷ đồng, bằng 70,7% dự toán (92 tỷ đồng)”.

    Chỉ xét khi cả hai con số đứng ngay trong câu, cùng đơn vị; cho phép làm tròn ở chữ số cuối.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Thu ngân sách đạt 11.580 tỷ đồng, tăng 10,48% so với cùng kỳ (10.482 tỷ đồng); trồng 18 ha rừng, bằng 120% kế hoạch (15 ha).\n",
        "Có 629/731 trường đạt chuẩn quốc gia, đạt tỷ lệ 86,1%; 98% hộ (3.120/3.184 hộ) có nước sạch; 12/12 thôn đạt chuẩn.\n",
        "Chi 9 tỷ đồng, giảm 10% so với năm 2025 (10 tỷ đồng); đón 3,4 triệu lượt, bằng 97% kế hoạch (3,5 triệu lượt).\n",
        "Đến tháng 8/2026 đạt 65% kế hoạch; 15/20 thôn có nhà văn hóa, đạt 80% kế hoạch; có từ 90 - 95% hộ (19/20 hộ) đăng ký.\n",
        "Thu 0 tỷ đồng, tăng 5% so với cùng kỳ (0 tỷ đồng); thu 0 tỷ đồng, giảm 100% so với cùng kỳ (12 tỷ đồng).\n",
        "Vượt 16/15 thôn có đường, đạt 107%; có 0/0 hộ nghèo, đạt 0%.\n",
        "Trồng 18 ha rừng. Thu ngân sách tăng 20% so với năm 2025 (11 tỷ đồng).\n",
    )
    bad = (
        "Thu ngân sách đạt 12 tỷ đồng, tăng [[20%]] so với năm 2025 (11 tỷ đồng).\n",
        "Trồng 20 ha rừng, bằng [[120%]] kế hoạch (15 ha).\n",
        "Chi 90,5 tỷ đồng, giảm [[12%]] so với cùng kỳ (100,6 tỷ đồng).\n",
        "Có 15/20 thôn có nhà văn hóa, đạt [[80%]].\n",
        "Phấn đấu [[98%]] hộ (3.120/3.250 hộ) có nước sạch.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in BASED.finditer(doc.text):
            amount = _amount(doc.text, match)
            base = value(match["base"])
            if amount is None or not base:
                continue
            share = value(amount) / base * 100
            right = {"tăng": share - 100, "vượt": share - 100, "giảm": 100 - share}.get(match["way"], share)
            loose = share * (_half(amount) / value(amount) + _half(match["base"]) / base) if value(amount) else share
            yield from self._differs(match, right, loose)
        for pattern in (SHARE, OF):
            for match in pattern.finditer(doc.text):
                part, whole = value(match["part"]), value(match["whole"])
                if whole and part <= whole:
                    yield from self._differs(match, part / whole * 100, Decimal())

    def _differs(self, match: re.Match[str], right: Decimal, loose: Decimal) -> Iterator[Finding]:
        stated = value(match["rate"])
        if abs(stated - right) > 2 * _half(match["rate"]) + loose:
            told = spell(right.quantize(Decimal("0.01")).normalize())
            message = f"Theo hai con số nêu trong câu, tỷ lệ là {told}%, văn bản ghi {match['rate']}%."
            yield self.finding((match.start("rate"), match.end("rate") + 1), message)


def _amount(text: str, match: re.Match[str]) -> str | None:
    """The figure told just before in the same unit and clause."""
    before = re.split(r"[.;\n](?!\d)", text[max(0, match.start() - REACH) : match.start()])[-1]
    told = re.findall(rf"(?<![\d.,/])({_F}) {re.escape(match['unit'])}(?!\w)", before)
    return told[-1] if told else None


def _half(figure: str) -> Decimal:
    """Half of the last place: what rounding hides."""
    return Decimal(5).scaleb(-1 - len(figure.partition(",")[2]))
