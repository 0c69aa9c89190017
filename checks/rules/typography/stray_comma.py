"""Dấu phẩy thừa."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Giao Sở Y tế (Trung tâm Kiểm soát bệnh tật), tổng hợp”
TASKED = Pattern(
    r"Giao [^.;,\n()]{3,80}\([^()\n]{2,80}\)(?P<comma>,) (?=tổ chức|chủ trì|hướng dẫn|theo dõi|tham mưu|triển khai|tổng hợp)",
    needs="Giao ",
)
GRASP = tuple(
    Pattern(rf"{word}(?P<comma>,) (?=nắm )", needs=f"{word}, ")
    for word in ("Chủ động", "chủ động", "Kịp thời", "kịp thời")
)


class StrayComma(Rule):
    """Không đặt dấu phẩy giữa cơ quan được giao và việc phải làm, giữa “chủ động” và việc chủ động làm."""

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Quy tắc dấu câu tiếng Việt"
    good = (
        "Giao Sở Y tế (Trung tâm Kiểm soát bệnh tật) tổng hợp số liệu hằng tuần.\n",
        "Giao Sở Tài chính (chủ trì), Sở Nội vụ tham mưu; chủ động, sáng tạo trong công việc.\n",
    )
    bad = (
        "Giao Sở Y tế (Trung tâm Kiểm soát bệnh tật)[[,→]] tổng hợp số liệu hằng tuần.\n",
        "Kịp thời[[,→]] nắm tình hình sạt lở để báo cáo.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in (m for pattern in (TASKED, *GRASP) for m in pattern.finditer(doc.text)):
            yield self.finding(match.span("comma"), "Dấu phẩy này thừa.", "")
