"""Dãy số viết như số thập phân."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

JOINT = Pattern(r",[0-9]", needs=",")
NAMED = (
    "mức độ",
    "cấp độ",
    "khoản",
    "điều",
    "quý",
    "lớp",
    "khối lớp",
    "đợt",
    "phụ lục",
    "tiêu chí số",
    "các mục",
    "các tháng",
    "các kỳ",
)
MEASURES = ("%", "‰", "tỷ", "triệu", "lần", "điểm", "km", "ha", "m", "tấn", "giờ", "năm", "người", "hộ")


class NumberListAsDecimal(Rule):
    """Các số trong một dãy cách nhau bằng dấu phẩy và dấu cách: “mức độ 3, 4”, không phải “mức độ 3,4”.

    Viết liền thì đọc thành số thập phân.
    """

    severity = Severity.ERROR
    alone = True
    tier = "gợi ý"
    source = "Dấu phẩy viết liền giữa hai chữ số là dấu thập phân"
    good = (
        "cung cấp thủ tục ở mức độ 3, 4; tăng trưởng đạt mức 3,4%.\n",
        "giảm tỷ lệ hộ nghèo ở mức độ 3,4 điểm phần trăm; chi các khoản 1,500 đồng.\n",
    )
    bad = (
        "cung cấp thủ tục ở mức độ [[3,4→3, 4]] cho người dân.\n",
        "hoàn thành trong quý [[1,2,3→1, 2, 3]] năm 2026.\n",
        "theo khoản [[1,2,3→1, 2, 3]] Điều 16.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text, done = doc.text, 0
        for match in JOINT.finditer(text):
            start, end = match.span()
            if start < done:
                continue
            while start and text[start - 1].isdigit():
                start -= 1
            while end < len(text) and text[end] in "0123456789,":
                end += 1
            if start == match.start():
                continue
            done = end
            numbers = text[start:end].rstrip(",").split(",")
            if all(0 < len(n) < 3 for n in numbers) and self._named(text[max(0, start - 16) : start].lower()):
                after = text[end : end + 8].lstrip()
                if len(numbers) > 2 or not after.startswith(MEASURES):
                    right = ", ".join(numbers)
                    yield self.finding(
                        (start, start + len(right) - len(numbers) + 1), f"Dãy số viết là “{right}”.", right
                    )

    def _named(self, before: str) -> bool:
        return before.endswith(tuple(f"{word} " for word in NAMED))
