"""Luật được viện dẫn bằng tên."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

# “Luật Thi đua, khen thưởng số 06/2022/QH15”; without the name before it nothing can be dropped
NUMBERED = Pattern(
    r"(?:Luật|Bộ luật|Pháp lệnh) ["
    + CAPITAL
    + r"][^;.\n“”()]{2,70}?(?P<number>,? (?:số )?\d{1,3}/\d{4}/(?:QH|UBTVQH)\d{1,2})",
    needs="QH1",
)
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nChủ tịch Ủy ban nhân dân xã phát động phong trào thi đua như sau:\n\n1. Nội dung\n\n"


class LawByNumber(Rule):
    """Trong văn bản hành chính, luật và pháp lệnh được viện dẫn bằng tên (và ngày), không cần số, ký hiệu."""

    severity = Severity.STYLE
    scope = "launch"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm a, b"
    good = (
        HEAD + "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022.\n",
        HEAD
        + "Thực hiện Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội về việc sắp xếp đơn vị hành chính cấp tỉnh.\n",
    )
    bad = (HEAD + "Căn cứ Luật Thi đua, khen thưởng[[ số 06/2022/QH15→]] ngày 15 tháng 6 năm 2022.\n",)

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in NUMBERED.finditer(doc.text, doc.body.start, doc.body.end):
            if "Nghị quyết" not in match[0]:
                yield self.finding(
                    match.span("number"), "Luật được viện dẫn bằng tên và ngày, không cần số, ký hiệu.", ""
                )
