"""Câu bắt đầu bằng con số sau dấu chấm."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table, word_before

# “hộ có nước sạch. 64% thôn”
FIGURE = Pattern(r"\. (?P<figure>\d{1,3}(?:[.,]\d+)*[%‰])(?= [^\W\d_])", needs="%")


class FigureStartsSentence(Rule):
    """Các chỉ tiêu kể trong cùng một mục nối nhau bằng dấu chấm phẩy; câu không bắt đầu bằng con số.

    Dấu chấm trước con số thường là gõ nhầm cho dấu chấm phẩy.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Quy tắc dấu câu tiếng Việt"
    good = (
        "91% hộ có nước sạch; 64% thôn có nhà văn hóa.\n",
        "- Giai đoạn 1. Tỷ lệ đạt 64%.\n",
        "1. 100% hộ có nước sạch.\na. 64% thôn có nhà văn hóa.\nKhối II. 90% thôn sạch.\nNgười dân hài lòng. 95%, cao nhất từ trước tới nay.\n",
        "1 | hộ có nước sạch. 64% thôn | 5\n",
    )
    bad = ("- Hạ tầng: 91% hộ có nước sạch[[.→;]] 64% thôn có nhà văn hóa; 70% đường thôn có đèn.\n",)

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in FIGURE.finditer(doc.text, doc.body.start, doc.body.end):
            before = word_before(doc.text, match.start())
            if before.islower() and len(before) > 1 and not in_table(doc, match.start()):
                at = match.start()
                yield self.finding(
                    (at, at + 1),
                    f"Câu không bắt đầu bằng con số “{match['figure']}”: thay dấu chấm ở trước bằng dấu chấm phẩy.",
                    ";",
                )
