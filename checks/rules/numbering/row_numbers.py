"""Số thứ tự trong bảng."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.tables import Cell, tables
from checks.finding import Finding, Severity
from checks.rule import Rule

HEAD = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\.?", re.IGNORECASE)
NUMBER = re.compile(r"(\d{1,3})\.?")
FEWEST = 4
TOP = "TT | Chỉ tiêu | Đơn vị\n1 | Sản lượng lúa | tấn\n2 | Trồng rừng | ha\n"


class RowNumbers(Rule):
    """Số thứ tự các dòng của một bảng nối tiếp nhau.

    Chỉ báo khi đúng một dòng lệch: bảng có nhóm, có dòng gộp thì đánh số theo cách riêng.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính bảng"
    good = (
        TOP + "3 | Hộ nghèo | hộ\n4 | Bảo hiểm y tế | %\n5 | Nước sạch | %\n",
        TOP + "1 | Hộ nghèo | hộ\n2 | Bảo hiểm y tế | %\n",
        TOP + "I | Xã hội | \n3 | Hộ nghèo | hộ\n4 | Bảo hiểm y tế | %\n",
        TOP + "5 | Hộ nghèo | hộ\n6 | Bảo hiểm y tế | %\n",
    )
    bad = (
        TOP + "[[4→3]] | Hộ nghèo | hộ\n4 | Bảo hiểm y tế | %\n5 | Nước sạch | %\n",
        TOP + "3 | Hộ nghèo | hộ\n4 | Bảo hiểm y tế | %\n[[4→5]] | Nước sạch | %\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for table in tables(doc.text):
            if not HEAD.fullmatch(table[0][0].text):
                continue
            rows = [(row[0], int(told[1])) for row in table[1:] if (told := NUMBER.fullmatch(row[0].text))]
            wrong = [(cell, i + 1) for i, (cell, number) in enumerate(rows) if number != i + 1]
            if len(rows) >= FEWEST and len(wrong) == 1:
                yield self._out_of_turn(*wrong[0])

    def _out_of_turn(self, cell: Cell, right: int) -> Finding:
        return self.finding(
            cell.span, f"Số thứ tự ở đây là {right}.", cell.text.replace(cell.text.rstrip("."), str(right))
        )
