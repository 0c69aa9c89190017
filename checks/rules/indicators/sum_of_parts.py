"""Tổng và các phần."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

UNIT = (
    r"(?:triệu USD|tỷ USD|nghìn USD|tỷ đồng|triệu đồng|nghìn tỷ đồng|nghìn đồng|tấn|ha|km|m3|m2|MW|lượt|hộ|xã|trường|lớp|thôn|dự án|"
    r"công trình|mô hình|sản phẩm|doanh nghiệp|hợp tác xã|người|học sinh|đơn vị|căn|nhà|tiết|trang|vị trí|giải pháp|giải|sáng kiến|"
    r"trường hợp|công đoàn|công chức|viên chức|đảng viên|chi bộ|phòng|khoa|trạm|bản|xóm|tổ dân phố|cuộc|gương)"
)
DATE = r" (?:trước|đến|đến hết) ngày (?:\d\d?/\d\d?/\d{4}|\d\d? tháng \d\d? năm \d{4})"
# “Trong đó: …”, “gồm: …”
LIST = Pattern(r"(?P<word>rong đó|ao gồm|ồm)(?: có)? ?:? ?(?=(?P<parts>[^\n]+))", needs=("rong đó", "ồm"))
# “đạt 638 triệu USD. T”: the total told just before
TOTAL = Pattern(
    rf"(?P<total>(?<![\d.,]){FIGURE.pattern}) ?(?P<unit>{UNIT})\b[^\n;:“”\d]{{0,60}}?(?:{DATE})?[.,;(]? ?[TtBbGg]$"
)
# “638 = 396 + 132 + 110”
EQUATION = Pattern(
    rf"(?P<left>{FIGURE.pattern})(?P<u1>[ %‰]*{UNIT}?) ?= ?(?P<right>{FIGURE.pattern}(?: ?{UNIT})?(?: ?\+ ?{FIGURE.pattern}(?: ?{UNIT})?)+)",
    needs="=",
)
# “Chấm theo thang 100 điểm: học tập 50 điểm, nền nếp 30 điểm, phong trào 20 điểm”
SCALE = Pattern(
    r"[Tt]hang (?:điểm )?(?P<total>\d{2,3})(?: điểm)?(?:, (?:gồm|trong đó)| gồm|:)(?: có)?:? (?P<parts>[^\n.]+ điểm)(?= ?[.;,\n])",
    needs="hang ",
)
BONUS = Pattern(r"điểm (?:thưởng|cộng|trừ)|(?:cộng|trừ) (?:thêm|điểm|tối đa)|xếp loại|trở lên|từ \d|dưới|đạt \d")
"""What stands with points that are no part of the scale."""
# “187 viên chức, trong đó khối điều trị 92 người, khối dự phòng 38 người”: blocks of one staff do not overlap
STAFF = Pattern(r", trong đó(?: có)?:? (?P<parts>khối [^\n.;]+)", needs=", trong đó khối ")
HEADCOUNT = Pattern(r"(?P<total>(?<![\d.,])\d{1,3}(?:\.\d{3})*|\d+) (?P<who>[^\W\d_][^\d,;.\n]{3,60})$")
NEAR = Decimal("0.1")
"""“Trong đó” may name some parts only: a sum that misses the total by more than a tenth accuses nobody."""
OVERLAPPING = frozenset({"người", "học sinh", "hộ", "lượt", "công chức", "viên chức", "đảng viên"})
"""Groups of people overlap (women, members, minorities), so their parts need not add up."""


class SumOfParts(Rule):
    """Tổng bằng tổng các phần: “đạt 638 triệu USD. Trong đó: … 396 triệu USD; … 132 triệu USD; … 110 triệu USD”.

    Chỉ báo khi các phần cùng đơn vị với tổng, có ít nhất hai phần và con số lệch ít (gõ nhầm một chữ số) hoặc văn bản
    nói “gồm”, “bao gồm”. Nhóm người có thể trùng nhau nên không bị cộng.
    """

    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính câu văn"
    good = (
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n"
        "- Trồng 100 ha rừng. Trong đó: tăng 60 ha rừng sản xuất, trên 30 ha rừng phòng hộ.\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n"
        "- Khởi công 20 công trình. Trong đó: 05 công trình giao thông, 04 trường học, 03 công trình thủy lợi.\n",
        "Kim ngạch đạt 638 triệu USD. Trong đó: xuất khẩu 396 triệu USD; nhập khẩu đạt 132 triệu USD; hàng giám sát 110 triệu USD.\n",
        "Vốn đầu tư 200 tỷ đồng, trong đó vốn ngân sách 40 tỷ đồng, vốn xã hội hóa 15 tỷ đồng.\n",
        "Kết nạp 120 người, trong đó nữ 70 người, dân tộc thiểu số 65 người.\n",
        "Tổng: 638 = 396 + 132 + 110.\n",
        "Chấm theo thang 100 điểm: học tập, rèn luyện 50 điểm, nền nếp 30 điểm, phong trào 20 điểm; điểm thưởng không quá 5 điểm.\n",
        "Thang điểm 100 gồm: xuất sắc từ 90 điểm, tốt từ 70 điểm; thang 10, trong đó môn chính 6 điểm.\n",
        "Số hóa 573 dự án còn lại, nâng tổng số lên 986 dự án, gồm 413 dự án cũ và 573 dự án mới.\n",
        "Hoàn thành 12 công trình, gồm 05 công trình giao thông, 04 trường học, 01 công trình thủy lợi và 02 trạm y tế.\n",
    )
    bad = (
        "Kim ngạch đạt [[638 triệu USD]]. Trong đó: xuất khẩu 396 triệu USD; nhập khẩu đạt 132 triệu USD; hàng giám sát 120 triệu USD.\n",
        "Hoàn thành [[12 công trình]], gồm: 05 công trình giao thông, 04 công trình thủy lợi, 02 công trình trường học.\n",
        "Thu 300 tỷ đồng, gồm thuế 200 tỷ đồng, phí 100 tỷ đồng; chi [[250 tỷ đồng]], gồm lương 150 tỷ đồng, sửa chữa 90 tỷ đồng.\n",
        "Xóa [[468 nhà]] tạm trước ngày 30/6/2026, gồm 297 nhà xây mới và 161 nhà sửa chữa.\n",
        "Có [[45 giải pháp]] được công nhận, trong đó 15 giải pháp về vật liệu, 18 giải pháp về tổ chức, 10 giải pháp về số hóa.\n",
        "Chấm theo thang [[100]] điểm, gồm: chuyên môn 60 điểm; cải cách hành chính 20 điểm; sáng kiến 10 điểm.\n",
        "Tổng: [[638]] = 396 + 132 + 120.\n",
        "Sản lượng đạt [[40.210 tấn]], trong đó lúa 31.500 tấn, ngô 8.700 tấn; diện tích chè đạt 860 ha.\n",
        "Đối tượng: [[187 viên chức và người lao động]], trong đó khối điều trị 92 người, khối dự phòng 38 người, khối trạm 59 người.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in LIST.finditer(doc.text):
            start = max(0, match.start() - 110)
            for told in list(TOTAL.finditer(doc.text[start : match.start()]))[-1:]:
                yield from self._parts(told, start, match)
        for match in STAFF.finditer(doc.text):
            start = max(0, match.start() - 80)
            for told in list(HEADCOUNT.finditer(doc.text[start : match.start()]))[-1:]:
                yield from self._staff(told, start, match["parts"].split(", "))
        for match in SCALE.finditer(doc.text):
            yield from self._scale(match)
        for match in EQUATION.finditer(doc.text):
            total = value(match["left"])
            parts = [value(m[0]) for m in FIGURE.finditer(match["right"])]
            if sum(parts) != total:
                message = f"Tổng ghi {match['left']} nhưng các số cộng lại là {spell(sum(parts, Decimal()))}."
                yield self.finding(match.span("left"), message, severity=Severity.ERROR)

    def _staff(self, told: re.Match[str], start: int, parts: list[str]) -> Iterator[Finding]:
        counts = [FIGURE.findall(part) for part in parts]
        if len(parts) < 2 or not all(p.startswith("khối ") and len(c) == 1 for p, c in zip(parts, counts, strict=True)):
            return
        total = sum((value(c[0]) for c in counts), Decimal())
        if total != value(told["total"]):
            message = f"Tổng ghi {told['total']} nhưng các khối cộng lại là {spell(total)}."
            yield self.finding((start + told.start("total"), start + told.end("who")), message, severity=Severity.ERROR)

    def _scale(self, match: re.Match[str]) -> Iterator[Finding]:
        parts = [part for part in re.split(r"[;,] ", match["parts"]) if not BONUS.search(part)]
        points = [value(m[1]) for part in parts if (m := re.search(r"(\d+(?:,\d+)?) điểm$", part.strip()))]
        if len(points) >= 2 and sum(points) != value(match["total"]):
            told = spell(sum(points, Decimal()))
            message = f"Thang {match['total']} điểm nhưng điểm các phần cộng lại là {told}."
            yield self.finding(match.span("total"), message, severity=Severity.WARNING)

    def _parts(self, told: re.Match[str], start: int, match: re.Match[str]) -> Iterator[Finding]:
        unit, total = told["unit"], value(told["total"])
        if unit in OVERLAPPING:
            return
        listed = match["parts"]
        stop = re.search(r"\.(?: |$)(?!\d)", listed)
        listed = _same(listed[: stop.start()] if stop else listed, unit)
        parts = [
            value(m[1])
            for m in re.finditer(rf"({FIGURE.pattern}) ?{re.escape(unit)}\b", listed)
            if not _change(listed, m.start())
        ]
        if len(parts) < 2 or sum(parts) == total or _mixed(listed, unit):
            return
        whole = match["word"] != "rong đó"
        off = abs(sum(parts) - total)
        nested = any(sum(parts[:i]) == total or sum(parts[i:]) == total for i in range(1, len(parts)))
        if nested or parts[0] == total or (off > total * NEAR and not (whole and sum(parts) < total * 2)):
            return
        message = f"Tổng ghi {told['total']} {unit} nhưng các phần cộng lại là {spell(sum(parts, Decimal()))} {unit}."
        yield self.finding(
            Span(start + told.start("total"), start + told.end("unit")), message, severity=Severity.ERROR
        )


def _same(listed: str, unit: str) -> str:
    """The list up to the semicolon behind which something else is counted: “ngô 8.700 tấn; diện tích chè 860 ha”."""
    first, *rest = listed.split(";")
    for part in rest:
        if _mixed(part, unit) or not FIGURE.search(part):
            break
        first += ";" + part
    return first


def _mixed(listed: str, unit: str) -> bool:
    """Does a part count something else (“05 công trình giao thông, 04 trường học”)? Then nothing can be added up."""
    return any(FIGURE.search(part) and unit not in part for part in re.split(r"[,;] | và ", listed))


def _change(text: str, at: int) -> bool:
    """Is the figure a change or a bound (“tăng 5 tỷ đồng”, “trên 10 ha”), not a part?"""
    return (
        re.search(r"(?:tăng|giảm|trên|dưới|tối thiểu|ít nhất|thêm|mỗi|bình quân|từ|đến) *$", text[max(0, at - 14) : at])
        is not None
    )
