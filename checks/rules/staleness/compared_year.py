"""So sánh với chính năm thi đua."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “tăng 8% so với năm 2025”
COMPARED = Pattern(r"so với (?:cùng kỳ )?(?P<year>năm (?P<y>20\d\d))(?![\d/-])", needs="so với ")
AHEAD = re.compile(r"năm (20\d\d)")
TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Chỉ tiêu\n\n"


class ComparedYear(Rule):
    """Chỉ tiêu của năm được so với năm trước, không so với chính năm ấy: năm 2026 “tăng 8% so với năm 2025”.

    Năm sau đó thường là chữ sửa nhầm khi soạn tiếp từ văn bản năm trước.
    """

    severity = Severity.WARNING
    scope = "annual"
    tier = "gợi ý"
    source = "Đối chiếu với năm của phong trào"
    good = (
        TITLE + "Thu ngân sách tăng 8% so với năm 2025.\n",
        TITLE + "Đến năm 2030, quy mô tăng gấp hai lần so với năm 2026.\n",
    )
    bad = (TITLE + "Thu ngân sách tăng 8% so với [[năm 2026→năm 2025]].\n",)

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in COMPARED.finditer(doc.text, doc.body.start, doc.body.end):
            year = int(match["y"])
            around = sentence(doc.text, match.start())
            ahead = any(int(said) > year for said in AHEAD.findall(doc.text[around.start : around.end]))
            if doc.year and year >= doc.year and not ahead and not doc.school_year:
                message = f"Chỉ tiêu của năm {doc.year} không so với năm {year}; năm trước là năm {doc.year - 1}."
                yield self.finding(match.span("year"), message, f"năm {doc.year - 1}")
