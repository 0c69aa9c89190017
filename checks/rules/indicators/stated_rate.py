"""Tỷ lệ tăng, giảm và các con số sinh ra nó."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts import rates
from checks.facts.numbers import FIGURE, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# “tăng 10,48% so với cùng kỳ (10.482 tỷ đồng)”, “bằng 70,7% dự toán năm (92 tỷ đồng)”
BASED = Pattern(
    rf"(?P<way>tăng|giảm|vượt|bằng|đạt) (?P<rate>{_F})% "
    rf"(?P<of>(?:so|dự toán|kế hoạch|chỉ tiêu|cùng kỳ|năm|số|tổng số|dân số|thực hiện|ước thực hiện)[^.;,\n%()]{{0,40}}?) ?"
    rf"(?:\({rates.YEAR}|(?:là|đạt) )(?P<base>{_F}) "
    rf"(?P<unit>{rates.UNIT}|thửa đất|thửa|trạm|tổ dân phố|khu phố|bản|buôn|suất|máy|kiến nghị|ấn phẩm|vụ án|cuộc kiểm tra|phiên tòa|đơn)"
    r"(?:/(?:ngày|tháng|năm|ha|người|hộ))?(?=\)|[.;\n]| khách[.;)\n])",
    hooks=("tăng ", "giảm ", "vượt ", "bằng ", "đạt "),
)
# “tăng 12% so với năm 2025 (45.200 tỷ đồng), đạt 51.850 tỷ đồng”: the amount behind
REACHED = Pattern(
    rf"(?P<way>tăng|giảm) (?P<rate>{_F})% so với (?:cùng kỳ|năm|số|thực hiện|ước)[^.;,\n%()]{{0,40}} \({rates.YEAR}(?P<base>{_F}) (?P<unit>{rates.UNIT})"
    rf"[^\d()\n]{{0,12}}\), (?:phấn đấu |ước )?(?:đạt|lên|còn|tương ứng|tương đương|bằng|là) (?P<amount>{_F}) (?P=unit)(?=[.,;)\n]|$)",
    hooks=("tăng ", "giảm "),
)
# “nguồn vốn đạt 9.840 tỷ đồng, tăng 1.093 tỷ đồng, tương ứng 12,5% so với đầu năm”
GROWN = Pattern(
    rf"(?:đạt|là|có) (?P<amount>{_F}) (?P<unit>{rates.UNIT})(?: [^\W\d_]+){{0,3}}, (?P<way>tăng|giảm) (?P<change>{_F}) (?P=unit)(?: [^\W\d_]+){{0,3}}"
    rf"(?:,| và| \() ?(?:tương ứng|tương đương|bằng|(?P=way))(?: với)?(?: tỷ lệ)?(?: (?P=way))? (?P<rate>{_F})%\)? so (?:với )?(?:cùng kỳ|đầu|cuối|năm)",
    hooks=(" tương ứng ", " tương đương ", "(bằng ", "(tương ", "(tăng ", "(giảm "),
    back=110,
)
# “năm 2025 có 400 hộ nghèo, năm 2026 còn 320 hộ nghèo, giảm 20%”
YEARS = Pattern(
    rf"(?<![\d.,/])(?P<base>{_F}) (?P<what>(?:{rates.UNIT})(?: [^\W\d_]+){{0,2}}), (?:năm (?P<year>\d{{4}})|đến (?:cuối )?năm \d{{4}}|nay)"
    rf" (?:chỉ )?(?:còn|có|đạt|là|tăng lên|giảm còn) (?P<amount>{_F}) (?P=what), (?P<way>tăng|giảm) (?P<rate>{_F})%(?= ?(?:[.;)\n]|$))",
    hooks=(", năm ", ", đến năm ", ", đến cuối năm ", ", nay "),
    back=len("1.234.567 doanh nghiệp rất rất nhỏ"),
)
# “dự toán thu là 62.500 tỷ đồng, phấn đấu thu vượt dự toán 8%, đạt 67.500 tỷ đồng”
RISEN = Pattern(
    rf"(?<![\d.,/])(?P<base>{_F}) (?P<unit>{rates.UNIT}), (?:phấn đấu |ước )?(?:[^\W\d_]+ )?(?P<way>tăng|vượt) "
    rf"(?:(?:dự toán|kế hoạch|chỉ tiêu)(?: [^\W\d_]+)? )?"
    rf"(?P<rate>{_F})%(?: dự toán| kế hoạch)?(?:,| \()(?: phấn đấu)?(?: tương ứng)?(?: đạt| là| lên)* ?(?P<amount>{_F}) (?P=unit)(?= ?(?:[.;)\n]|$))",
    hooks=(" tăng ", " vượt "),
    back=80,
)
# “năm 2024”, read backwards from the first amount of YEARS
YEAR_BEFORE = re.compile(r"năm (?P<year>\d{4})[^.;\n\d]{0,60}$", re.IGNORECASE)
# “đạt 105 triệu đồng/năm, gấp 1,5 lần năm 2025 (70 triệu đồng/năm)”
FOLD = Pattern(
    rf"(?<![\d.,/])(?P<amount>{_F}) (?P<unit>(?:{rates.UNIT})(?:/[^\W\d_]+)?),? gấp (?P<fold>{_F}) lần (?:so với )?(?:năm|cùng kỳ|đầu|cuối)[^.;,\n%()]{{0,30}}"
    rf" \((?P<base>{_F}) (?P=unit)\)",
    hooks=(" gấp ",),
    back=len("1.234.567,89 doanh nghiệp/năm,"),
)


class StatedRate(Rule):
    """Tỷ lệ tăng, giảm, đạt so với một mốc khớp với hai con số sinh ra nó: “đạt 65 tỷ đồng, bằng 70,7% dự toán (92 tỷ đồng)”.

    Chỉ xét khi cả hai con số đứng ngay trong câu, cùng đơn vị; cho phép làm tròn ở chữ số cuối.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Dự toán thu năm 2026 là 62.500 tỷ đồng, phấn đấu thu vượt dự toán 8%, đạt 67.500 tỷ đồng; thu 58.600 tỷ đồng, đạt 124,7% dự toán (47.000 tỷ đồng), "
        "tăng 21,3% so với năm 2024 (48.300 tỷ đồng).\n",
        "Ban hành 24 kiến nghị, trong đó 14 kiến nghị phòng ngừa, 10 kiến nghị khắc phục, tăng 20% so với năm 2025 (20 kiến nghị).\n",
        "Nguồn vốn đạt 9.840 tỷ đồng, tăng 1.093 tỷ đồng, tương ứng 12,5% so với đầu năm.\n",
        "Thu ngân sách đạt 11.580 tỷ đồng, tăng 10,48% so với cùng kỳ (10.482 tỷ đồng); trồng 18 ha rừng, bằng 120% kế hoạch (15 ha).\n",
        "Chi 9 tỷ đồng, giảm 10% so với năm 2025 (10 tỷ đồng); đón 3,4 triệu lượt, bằng 97% kế hoạch (3,5 triệu lượt).\n",
        "Thu 0 tỷ đồng, tăng 5% so với cùng kỳ (0 tỷ đồng); thu 0 tỷ đồng, giảm 100% so với cùng kỳ (12 tỷ đồng).\n",
        "Năm 2025 có 400 hộ nghèo, năm 2026 còn 320 hộ nghèo, giảm 20%; năm 2025 thu 88 tỷ đồng, năm 2024 đạt 80 tỷ đồng, tăng 10%.\n",
        "Thu nhập 105 triệu đồng/năm, gấp 1,5 lần năm 2025 (70 triệu đồng/năm); 65 triệu đồng, gấp 1,6 lần năm 2020 (41 triệu đồng).\n",
        "Trồng 18 ha rừng. Thu ngân sách tăng 20% so với năm 2025 (11 tỷ đồng).\n",
        "Ban hành 24 kiến nghị, gồm 14 kiến nghị phòng ngừa, 10 kiến nghị khắc phục, tăng 20% so với năm 2025 (20 kiến nghị).\n",
        "Nguồn vốn đạt 5 tỷ đồng, tăng 5 tỷ đồng, tương ứng 90% so với đầu năm; vốn đạt 5 tỷ đồng, tăng 0 tỷ đồng, tương ứng 1% so với đầu năm.\n",
        "Thu 88 tỷ đồng, năm 2026 đạt 80 tỷ đồng, giảm 9,1%; năm 2025 có 400 hộ nghèo, nay còn 320 hộ nghèo, giảm 20%.\n",
        "Năm 2025 có 0 hộ nghèo, năm 2026 có 3 hộ nghèo, tăng 90%; thu nhập 65 triệu đồng, gấp 1,6 lần năm 2020 (0 triệu đồng).\n",
        "Thu ngân sách tăng 12% so với năm 2025 (45.200 tỷ đồng), đạt 50.624 tỷ đồng; chi giảm 10% so với năm 2025 (45 tỷ đồng), còn 40,5 tỷ đồng.\n",
        "Thu ngân sách tăng 12% so với năm 2025 (45.200 tỷ đồng), đạt 51.850 tỷ đồng/năm; thu tăng 5% so với năm 2025 (0 tỷ đồng), đạt 3 tỷ đồng.\n",
    )
    bad = (
        "Dự toán thu năm 2026 là 62.500 tỷ đồng, phấn đấu thu vượt dự toán [[6%]], đạt 67.500 tỷ đồng. Tổng thu 62.500 tỷ đồng; bằng [[107,6%]] thực hiện năm "
        "2025 (58.600 tỷ đồng).\n",
        "Thu ngân sách tăng [[12%]] so với năm 2025 (45.200 tỷ đồng), đạt 51.850 tỷ đồng; sản lượng giảm [[5%]] so với thực hiện năm 2025 (2.000 tấn), "
        "còn 1.800 tấn.\n",
        "Ban hành 24 kiến nghị, trong đó 14 kiến nghị phòng ngừa, 10 kiến nghị khắc phục, tăng [[80%]] so với năm 2025 (20 kiến nghị).\n",
        "Nguồn vốn đạt 9.840 tỷ đồng, tăng 1.093 tỷ đồng, tương ứng [[21,5%]] so với đầu năm.\n",
        "Số hóa 1.960.000 thửa đất trong cơ sở dữ liệu đất đai, đạt [[89%]] tổng số thửa (2.000.000 thửa).\n",
        "Thay 28.000 công tơ cơ khí, đạt [[77,8%]] số công tơ cơ khí hiện có (63.000 công tơ).\n",
        "Năm 2025 thu 88 tỷ đồng, năm 2024 đạt 80 tỷ đồng, tăng [[8%]].\n",
        "Thu ngân sách đạt 12 tỷ đồng, tăng [[20%]] so với năm 2025 (11 tỷ đồng).\n",
        "Thu ngân sách đạt 4.200 triệu đồng, tăng [[6%]] so với năm 2025 (4.000 triệu đồng).\n",
        "Năm 2025 có 400 hộ nghèo, năm 2026 còn 320 hộ nghèo, giảm [[25%]].\n",
        "Thu hút 5,4 triệu lượt khách, tăng [[25%]] so với năm 2025 là 4,5 triệu lượt khách.\n",
        "Giới thiệu 90 đoàn viên ưu tú cho Đảng, tăng [[50%]] so với năm 2025 (100 đoàn viên).\n",
        "Trồng 20 ha rừng, bằng [[120%]] kế hoạch (15 ha).\n",
        "Chi 90,5 tỷ đồng, giảm [[12%]] so với cùng kỳ (100,6 tỷ đồng).\n",
        "Thu nhập 105 triệu đồng/năm, gấp [[1,7 lần]] năm 2025 (70 triệu đồng/năm).\n",
        "Đón 412.000 lượt khách, tăng [[12,4%]] so với năm 2025 (360.000 lượt khách); "
        "đạt 6.600 tấn/ngày, tăng [[12%]] so với 9 tháng đầu năm (6.000 tấn/ngày).\n",
        "Điện thương phẩm đạt 2.350 triệu kWh, tăng [[9,3%]] so với năm 2026 (2.170 triệu kWh).\n",
        "Nguồn vốn đạt 8.000 tỷ đồng, giảm 2.000 tỷ đồng, tương ứng [[25%]] so với đầu năm.\n",
        "Quý I có 24 kiến nghị, quý II có 10 kiến nghị, tăng [[20%]] so với năm 2025 (20 kiến nghị).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in BASED.finditer(doc.text):
            yield from self._based(doc.text, match)
        for match in REACHED.finditer(doc.text):
            base, amount = value(match["base"]), value(match["amount"])
            if base:
                loose = (
                    amount / base * 100 * (rates.half(match["amount"]) / amount + rates.half(match["base"]) / base)
                    if amount
                    else Decimal()
                )
                yield from self._differs(match, _rate(match["way"], amount, base), loose)
        for match in GROWN.finditer(doc.text):
            change, sign = value(match["change"]), 1 if match["way"] == "tăng" else -1
            base = value(match["amount"]) - sign * change
            if base > 0 and change:
                right = change / base * 100
                loose = right * (rates.half(match["change"]) / change + rates.half(match["amount"]) / base)
                yield from self._differs(match, right, loose)
        for match in YEARS.finditer(doc.text):
            base, amount = value(match["base"]), value(match["amount"])
            before = YEAR_BEFORE.search(doc.text, max(0, match.start() - 70), match.start())
            if before and match["year"] and before["year"] > match["year"]:
                base, amount = amount, base
            if base:
                yield from self._differs(match, _rate(match["way"], amount, base), Decimal())
        for match in RISEN.finditer(doc.text):
            base, amount = value(match["base"]), value(match["amount"])
            if base and amount > base:
                yield from self._differs(match, _rate("vượt", amount, base), rates.half(match["amount"]) / base * 100)
        for match in FOLD.finditer(doc.text):
            base = value(match["base"])
            fold = value(match["amount"]) / base if base else None
            if fold is not None and abs(fold - value(match["fold"])) > 2 * rates.half(match["fold"]):
                times = spell(fold.quantize(Decimal("0.01")).normalize())
                span = (match.start("fold"), match.end("fold") + len(" lần"))
                yield self.finding(span, f"Theo hai con số nêu trong câu, gấp {times} lần.")

    def _based(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        clause, told = rates.before(text, match.start(), match["unit"])
        base, rate, way = value(match["base"]), value(match["rate"]), match["way"]
        if not told or not base:
            return
        amount = value(told[-1])
        # Where parts are told in the clause, the rate may be that of the whole told before them.
        wholes = [value(one) for one in told if value(one) != amount] if "trong đó" in clause or "gồm" in clause else []
        if any(abs(_rate(way, one, base) - rate) <= 4 * rates.half(match["rate"]) for one in wholes):
            return
        share = amount / base * 100
        loose = share * (rates.half(told[-1]) / amount + rates.half(match["base"]) / base) if amount else share
        yield from self._differs(match, _rate(way, amount, base), loose)

    def _differs(self, match: re.Match[str], right: Decimal, loose: Decimal) -> Iterator[Finding]:
        if rates.differs(match["rate"], right, loose):
            span = (match.start("rate"), match.end("rate") + len("%"))
            yield self.finding(span, rates.against(match["rate"], right))


def _rate(way: str, amount: Decimal, base: Decimal) -> Decimal:
    """By how many percent the amount is above or below the base, or how many of it it is."""
    share = amount / base * 100
    return {"tăng": share - 100, "vượt": share - 100, "giảm": 100 - share}.get(way, share)
