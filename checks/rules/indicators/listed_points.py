"""Điểm các tiêu chí, mỗi tiêu chí một dòng."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_NO_FIGURE = r"(?![\d/%]|[.,]\d)"
# “Thang điểm 100, gồm 04 tiêu chí:”, then a line each with its points
ABOVE = Pattern(
    rf"(?:[Tt]hang (?:điểm )?|[Tt]ổng (?:số )?điểm:?(?: tối đa)?(?: là)? )(?P<total>\d{{2,4}}){_NO_FIGURE}[^\n;]{{0,80}}:\n",
    hooks=("hang ", "ổng điểm", "ổng số điểm"),
    back=1,
)
# “Tổng cộng: 100 điểm” below them
BELOW = Pattern(
    rf"(?:^|\n)\W*[Tt]ổng(?: cộng| số| điểm| số điểm)?:?(?: là)? (?P<total>\d{{2,4}}){_NO_FIGURE} điểm(?=[.;\n ]|$)",
    needs=" điểm",
)
# “(tối đa 100 điểm) gồm: chuyên môn 50 điểm, quản lý 30 điểm, phong trào 20 điểm”, “học tập: 4 điểm; nền nếp: 3 điểm; lao động: 3 điểm; tổng 10 điểm”
_ONE = r"[^\d;.:()\n]{3,60}:? \(?\d{1,3}(?:,\d+)? điểm\)?"
IN_LINE = Pattern(
    rf"(?:\((?:tối đa|tổng|thang điểm) (?P<first>\d{{2,4}})(?: điểm)?\),? (?:bao )?gồm:?|[Tt]hang điểm (?P<scale>\d{{2,4}}):) "
    rf"(?P<parts>{_ONE}(?:(?:[,;]| và|, và) {_ONE}){{2,9}})(?=[.;\n]|$)",
    hooks=("(tối đa ", "(tổng ", "(thang điểm ", "hang điểm "),
    back=1,
)
IN_LINE_BELOW = Pattern(
    rf"(?P<parts>{_ONE}(?:(?:[,;]| và|, và) {_ONE}){{2,9}})[,;] (?:tổng|cộng|tổng cộng|tổng số)(?: điểm)?:?(?: là)? (?P<last>\d{{1,4}}) điểm(?=[.;)\n]|$)",
    hooks=("; tổng ", "; cộng ", ", tổng ", ", cộng "),
    back=300,
)
POINTS = re.compile(r"(\d{1,3}(?:,\d+)?) điểm")
ITEM = re.compile(
    r"[ \t]*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\)) [^\d\n]{3,120}?[:(,]? ?(?:tối đa )?(?P<points>\d{1,3}(?:,\d+)?) điểm\)?[.;]?"
)
APART = Pattern(
    r"[Đđ]iểm (?:thưởng|cộng|trừ)|(?:[Cc]ộng|[Tt]rừ) (?:thêm|điểm|tối đa)|[Xx]ếp loại|trở lên|dưới|[Ll]oại|đạt \d"
)
"""What stands with points that are no part of the scale."""
FEWEST = 3
REACH = 1500
"""Characters above or below the total in which the lines stand."""
NEAR = Decimal("0.2")
"""A sum that misses by more is of another list."""


class ListedPoints(Rule):
    """Điểm các tiêu chí kể mỗi dòng một tiêu chí, hay trong một câu, cộng lại bằng thang điểm: 40 + 30 + 20 + 10 là “thang điểm 100”.

    Chỉ xét danh sách từ ba tiêu chí, mỗi tiêu chí một số điểm; điểm thưởng, điểm trừ, mức xếp loại kết thúc danh sách.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính văn bản"
    good = (
        "Thang điểm 100, gồm các tiêu chí:\n- Học tập: 50 điểm.\n- Nền nếp: 30 điểm.\n- Phong trào: 20 điểm.\n- Xếp loại: tốt từ 80 điểm.\n",
        "Thang điểm 100, gồm các tiêu chí:\n- Học tập: 50 điểm.\n- Nền nếp: 30 điểm.\n- Phong trào: 20 điểm.\n- Điểm thưởng: 10 điểm.\n",
        "Điểm (tối đa 100 điểm) gồm: học tập 50 điểm, nền nếp 30 điểm, phong trào 20 điểm. Lớp: 4 điểm; tổ: 3 điểm; ngoan: 3 điểm; tổng 10 điểm.\n",
        "Điểm (tối đa 100 điểm) gồm: học tập 50 điểm, nền nếp 30 điểm, phong trào 20 điểm, điểm thưởng 10 điểm.\n",
        "- Loại tốt: 80 điểm.\n- Loại khá: 60 điểm.\n- Loại đạt: 50 điểm.\n\nTổng số: 100 điểm.\n",
        "Thang điểm 100, gồm:\n- Học tập: 50 điểm.\n- Nền nếp: 30 điểm.\n- Phong trào do các lớp tự chấm.\n",
        "Tổng điểm 1.000 cho các đội:\n- Học tập: 50 điểm.\n- Nền nếp: 30 điểm.\n- Phong trào: 30 điểm.\n",
    )
    bad = (
        "Đội được chấm theo thang điểm [[100]]: sản xuất (50 điểm), an toàn (20 điểm), quản lý nội bộ (20 điểm).\n",
        "Thang điểm [[100]], gồm 04 tiêu chí:\n\n- Dữ liệu đất đai: 40 điểm;\n\n- Bảo vệ rừng: 30 điểm;\n\n- Cải cách hành chính: 20 điểm;\n\n"
        "- Chế độ báo cáo: 15 điểm.\n",
        "1. Kết quả về việc: 40 điểm.\n\n2. Kết quả về tiền: 45 điểm.\n\n3. Kỷ luật (20 điểm).\n\nTổng cộng: [[100]] điểm.\n",
        "Thang điểm [[100]], gồm:\n- Học tập: 50 điểm.\n- Nền nếp: 30 điểm.\n- Phong trào: 19,5 điểm.\n",
        "Điểm của khoa (tối đa [[100]] điểm) gồm: chuyên môn 50 điểm, quản lý 20 điểm, ứng xử 15 điểm, phong trào 10 điểm. Học tập: 4 điểm; nền nếp: 3 điểm; "
        "vệ sinh, lao động: 2 điểm; tổng [[10]] điểm.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in ABOVE.finditer(doc.text):
            yield from self._added(match, doc.text[match.end() : match.end() + REACH].split("\n"))
        for match in BELOW.finditer(doc.text):
            above = doc.text[max(0, match.start() - REACH) : match.start()].split("\n")
            yield from self._added(match, above[::-1])

        for match in (*IN_LINE.finditer(doc.text), *IN_LINE_BELOW.finditer(doc.text)):
            which = next(name for name in ("last", "first", "scale") if match.groupdict().get(name))
            if not APART.search(match["parts"]):
                yield from self._summed(match, which, list(map(value, POINTS.findall(match["parts"]))))

    def _added(self, match: re.Match[str], lines: list[str]) -> Iterator[Finding]:
        points: list[Decimal] = []
        for line in filter(str.strip, lines):
            item = ITEM.fullmatch(line)
            if item is None or APART.search(line):
                break
            points.append(value(item["points"]))
        yield from self._summed(match, "total", points)

    def _summed(self, match: re.Match[str], which: str, points: list[Decimal]) -> Iterator[Finding]:
        total, summed = value(match[which]), sum(points, Decimal())
        if len(points) >= FEWEST and 0 < abs(summed - total) <= total * NEAR:
            yield self.finding(
                match.span(which),
                f"Văn bản ghi {match[which]} điểm nhưng điểm các tiêu chí cộng lại là {spell(summed)}.",
            )
