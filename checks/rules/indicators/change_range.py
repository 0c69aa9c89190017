"""Mức tăng, giảm và khoảng “từ … xuống …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.finding import Finding
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
UNIT = (
    r" ?(?:điểm phần trăm|điểm %|%|‰|tỷ đồng|triệu đồng|ha|hộ|tấn|xã|bậc|vụ|lượt|người|trường|lớp|sản phẩm|doanh nghiệp|"
    r"hợp tác xã|mô hình|km|m2|phút|ngày|giờ|em|học sinh|giáo viên|đảng viên|đoàn viên|hội viên|thôn|chi bộ|cây|hồ sơ|đơn|thủ tục)(?![^\W\d_])"
)
# “từ 13,18% xuống 13,08%”, “từ 5% còn 3%”
RANGE = Pattern(
    rf"từ (?P<a>{_F})(?P<ua>{UNIT})?[^\n.;()]{{0,30}}? (?:(?:tăng|giảm) )?(?P<way>xuống|lên|còn|đến)(?: còn)?"
    rf"(?: dưới| trên| không quá| ít nhất)? (?P<b>{_F})(?P<ub>{UNIT})?",
    needs=(" xuống ", " lên ", " còn "),
)
# “… 0,1% (”: the change told before the range; “bình quân 1,2%/năm” is that of each year
_YEARLY = r"(?! ?/ ?(?:năm|quý|tháng)| (?:mỗi|một|hằng|hàng) (?:năm|quý|tháng))"
EACH = re.compile(r"(?<!\w)(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)(?: [^\W\d_]+){0,3} $", re.IGNORECASE)
DELTA = Pattern(
    rf"(?P<delta>(?<![\d.,]){_F})(?P<unit>{UNIT}){_YEARLY}(?:[^\n.;()\d]|năm \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}){{0,80}}?[(,]? ?$"
)
# “giảm từ 5% trở lên”: a bound and no change
# A figure behind one of these is reached, not the change: “dịch vụ từ 35% lên 40%, công nghiệp từ 40% lên 42%”
REACHED = re.compile(r"(?:lên|xuống|còn|đến|từ|đạt|là|chiếm)(?: còn| mức| trên| dưới)? $")
# “ (tăng 4 điểm phần trăm)”: the change told after the range
AFTER = Pattern(rf" ?\(? ?(?:tăng|giảm)(?: thêm)? (?P<delta>{_F})(?P<unit>{UNIT}){_YEARLY}")
# “…, tức giảm 3,2 điểm phần trăm.”: behind a comma only where nothing else is said of it
AFTER_COMMA = Pattern(
    rf"(?: năm \d{{4}})?, (?:tức |tức là |tương đương )?(?:tăng|giảm) (?P<delta>{_F})(?P<unit>{UNIT})(?= ?(?:[.;)\n]|$|so với (?:năm|đầu|cùng|cuối|nhiệm)))"
)
# “Có thêm 06 xã đạt chuẩn, nâng tổng số xã đạt chuẩn từ 31 xã lên 37 xã”
ADDED = Pattern(
    r"(?:(?P<more>thêm|mới)|[Cc]ó|[Hh]oàn thành|[Xx]ây dựng) (?P<delta>\d[\d.]*) (?P<what>[^\W\d_]+)(?! ?-)[^.;\n\d]{0,60}, "
    r"(?:nâng|đưa) (?:tổng )?(?:số|chiều dài)"
    r"[^.;\n\d]{0,70} từ (?P<a>\d[\d.]*)(?: (?P=what))? lên (?:thành )?(?P<b>\d(?:[\d.]*\d)?)(?: (?P=what)(?!\w)|(?= ?[.;]?(?:\n|$)))",
    hooks=("thêm ", "mới ", "ó ", "oàn thành ", "ây dựng "),
    back=1,
)
BOUND = re.compile(r"(?:ít nhất|tối thiểu|từ|trên|hơn|dưới|không quá|khoảng|gần) $")
WAY = Pattern(r"(?P<word>giảm|tăng|nâng|hạ|rút ngắn)[^.;\n]{0,80}$", flags=re.IGNORECASE)


class ChangeRange(Rule):
    """Mức tăng, giảm khớp với khoảng nêu kèm: “giảm 0,1% (từ 13,18% xuống 13,08%)”.

    “Xuống” đi với số nhỏ hơn, “lên” với số lớn hơn. Mức thay đổi tính theo điểm phần trăm hoặc theo tỷ lệ so với số đầu
    đều được chấp nhận.
    """

    alone = True
    tier = "gợi ý"
    source = "Phép trừ các con số nêu trong chính câu văn"
    good = (
        "Phát triển mới 6.000 khách hàng, nâng tổng số khách hàng từ 142.000 lên 148.000.\n",
        "Có thêm 06 xã đạt chuẩn nông thôn mới, nâng tổng số xã đạt chuẩn từ 31 xã lên 37 xã.\n",
        "Có 37 xã đạt chuẩn nông thôn mới, nâng tổng số xã đạt chuẩn từ 31 xã lên 37 xã.\n",
        "Phấn đấu giảm ít nhất 5% số vụ, từ 100 vụ xuống dưới 90 vụ; giảm từ 5% trở lên số vụ tai nạn so với năm 2025, từ 40 vụ xuống còn 36 vụ.\n",
        "tăng 2 bậc, từ hạng 5 lên hạng 3.\n",
        "Năm năm qua giảm bình quân 1,2%/năm tỷ lệ hộ nghèo, từ 8,6% xuống còn 2,6%; giảm 1,2% mỗi năm, từ 8,6% xuống 2,6%.\n",
        "Tỷ lệ hộ nghèo bình quân mỗi năm giảm 1,2%, từ 8,6% xuống 2,6%; hộ cận nghèo từ 8,6% xuống 2,6% (giảm 1,2%/năm).\n",
        "Tỷ trọng dịch vụ tăng từ 35% lên 40%, công nghiệp từ 40% lên 42%, nông nghiệp giảm từ 25% xuống còn 18%, riêng lúa từ 12% xuống 9%.\n",
        "Giảm tỷ lệ trẻ em suy dinh dưỡng 0,1% (từ 13,18% xuống 13,08%).\n",
        "Vốn điều lệ tăng từ 800 triệu đồng lên 20 tỷ đồng.\n",
        "Thu ngân sách tăng 10% (từ 20 tỷ đồng lên 22 tỷ đồng).\n",
        "Giảm tỷ lệ hộ nghèo 2% trở lên (từ 9,5% xuống dưới 7,5%).\n",
        "Sản lượng từ 2.000 tấn lên 2.300 tấn, tăng 15%; số xã đạt chuẩn từ 5 xã lên 8 xã, tăng 20% thu nhập.\n",
        "Số hộ nghèo giảm từ 54 hộ xuống còn 41 hộ, giảm 1,3% so với tổng số 1.000 hộ.\n",
    )
    bad = (
        "Phát triển mới [[6.000]] khách hàng, nâng tổng số khách hàng từ 142.000 lên 149.000.\n",
        "Có thêm [[08]] xã đạt chuẩn nông thôn mới, nâng tổng số xã đạt chuẩn từ 31 xã lên 37 xã.\n",
        "Có [[08]] xã đạt chuẩn nông thôn mới tăng thêm, nâng tổng số xã đạt chuẩn của tỉnh từ 31 xã lên 37 xã.\n",
        "Rút ngắn [[30% thời gian cấp giấy chứng nhận lần đầu, từ 20 ngày xuống còn 15 ngày]].\n",
        "Giảm ít nhất [[30% số vụ tai nạn lao động so với năm 2025, từ 10 vụ xuống còn không quá 08 vụ]].\n",
        "Hồ sơ tồn đọng giảm [[50% so với ngày 31/7/2025 (từ 7.200 hồ sơ xuống còn 3.200 hồ sơ]]).\n",
        "Giảm [[10% số vụ phạm pháp hình sự so với cùng kỳ năm 2025, từ 30 vụ xuống 29 vụ]].\n",
        "Giảm tỷ lệ trẻ em suy dinh dưỡng [[0,2% (từ 13,18% xuống 13,08%]]).\n",
        "Tai nạn giao thông giảm [[09 vụ, từ 45 vụ năm 2025 xuống còn 38 vụ]].\n",
        "Tỷ lệ lao động qua đào tạo tăng [[từ 52% lên 55% (tăng 4 điểm phần trăm]]).\n",
        "Hộ nghèo giảm [[từ 12,5% xuống còn 9,3%, tức giảm 3,4 điểm phần trăm]].\n",
        "Sản lượng [[từ 2.000 tấn lên 2.300 tấn, tăng 20%]].\n",
        "Giá trị sản xuất tăng [[từ 500 tỷ đồng lên 560 tỷ đồng, tăng 60%]].\n",
        "Số học sinh giỏi [[từ 25 em tăng lên 31 em (tăng 5 em]]).\n",
        "Giảm tỷ lệ hộ nghèo [[2% (từ 7,5% xuống 9,5%]]).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in ADDED.finditer(doc.text):
            added = value(match["b"]) - value(match["a"])
            # “Có 37 xã đạt chuẩn, nâng tổng số từ 31 xã lên 37 xã” tells what is reached
            reached = not match["more"] and match["delta"] == match["b"]
            if added > 0 and added != value(match["delta"]) and not reached:
                message = (
                    f"Từ {match['a']} đến {match['b']} chênh nhau {spell(added)}, văn bản ghi thêm {match['delta']}."
                )
                yield self.finding(match.span("delta"), message)
        for match in RANGE.finditer(doc.text):
            before = doc.text[max(0, match.start() - 120) : match.start()]
            told = DELTA.search(before)
            if told and (REACHED.search(before, 0, told.start()) or EACH.search(before, 0, told.start())):
                told = None
            told = None if told and _bounded(before, told) and self._beyond(match, told) else told
            after = None if told else AFTER.match(doc.text, match.end()) or AFTER_COMMA.match(doc.text, match.end())
            first, second = value(match["a"]), value(match["b"])
            if match["ua"] and match["ub"] and match["ua"].strip() != match["ub"].strip():
                continue  # “từ 800 triệu đồng lên 20 tỷ đồng”
            at = match.start() - len(before) + told.start("delta") if told else match.start()
            falling = match["way"] in ("xuống", "còn")
            if (falling and second > first) or (match["way"] == "lên" and second < first):
                size = "lớn" if falling else "nhỏ"
                yield self.finding(
                    (at, match.end()), f"Ghi “{match['way']}” nhưng {match['b']} {size} hơn {match['a']}."
                )
            elif told and not self._agrees(match, told, changes=WAY.search(doc.text, max(0, at - 100), at) is not None):
                yield self.finding((at, match.end()), _differing(match, told))
            elif after and not self._agrees(match, after, changes=True):
                yield self.finding((match.start(), after.end()), _differing(match, after))

    def _agrees(self, match: re.Match[str], told: re.Match[str], *, changes: bool) -> bool:
        """Is the change the difference, or the ratio to the first figure? What cannot be compared agrees."""
        unit = told["unit"].strip()
        units = {u.strip() for u in (match["ua"], match["ub"]) if u}
        if (
            not changes
            or not units
            or (units != {unit} and unit != "%" and not (unit == "điểm phần trăm" and units == {"%"}))
        ):
            return True
        first, delta = value(match["a"]), value(told["delta"])
        off = abs(value(match["b"]) - first)
        relative = bool(first) and abs(off * 100 / first - delta) <= max(delta / 20, value("0,06"))
        # “từ 500 tỷ đồng lên 560 tỷ đồng, tăng 60%” gives the amount as a share
        return (off == delta and (unit != "%" or units == {"%"})) or (unit == "%" and relative)

    def _beyond(self, match: re.Match[str], told: re.Match[str]) -> bool:
        """Does the change go further than the bound told of it: “ít nhất 5%, từ 100 vụ xuống dưới 90 vụ”?"""
        first, delta = value(match["a"]), value(told["delta"])
        off = abs(value(match["b"]) - first)
        relative = off * 100 / first if first and told["unit"].strip() == "%" else off
        return max(off, relative) >= delta


def _differing(match: re.Match[str], told: re.Match[str]) -> str:
    first, last = value(match["a"]), value(match["b"])
    off = abs(last - first)
    if told["unit"].strip() == "%" and (match["ua"] or match["ub"] or "").strip() != "%" and first:
        share = spell((off * 100 / first).quantize(Decimal("0.1")).normalize())
        return f"Từ {match['a']} đến {match['b']} thay đổi {share}%, văn bản ghi {told['delta']}%."
    return f"Từ {match['a']} đến {match['b']} chênh nhau {spell(off)}, văn bản ghi {told['delta']}."


def _bounded(before: str, told: re.Match[str]) -> bool:
    return BOUND.search(before, 0, told.start()) is not None or " trở lên" in told[0]
