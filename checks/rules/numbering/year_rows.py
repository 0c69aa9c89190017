"""Cột năm trong bảng."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.tables import Cell, tables
from checks.finding import Finding, Severity
from checks.rule import Rule

YEAR = re.compile(r"(?:[Nn]ăm )?(20\d\d)")
FEWEST = 4
"""Fewer years may be years of projects, which repeat and leap as they like."""
BESIDE = 2
"""A table by years has them in its first column or right behind the row numbers."""
STAGE = re.compile(r"giai đoạn 20\d\d ?[-–] ?(?P<last>20\d\d)", re.IGNORECASE)
TOP = "TT | Năm | Số nhà\n1 | 2026 | 30\n2 | 2027 | 35\n"
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua xóa nhà tạm giai đoạn 2026 - 2029\n\nI. CHỈ TIÊU\n\n"


class YearRows(Rule):
    """Bảng chia theo năm thì các năm nối tiếp nhau, không ra ngoài giai đoạn ghi ở trích yếu.

    Chỉ báo khi năm đầu, năm cuối khớp nhau và đúng một dòng ở giữa lệch.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính bảng"
    good = (
        TOP + "3 | 2028 | 30\n4 | 2029 | 20\nCộng | | 115\n",
        TOP + "3 | 2027 | 30\n4 | 2028 | 20\n",
        TOP + "3 | 2029 | 30\n",
        "TT | Công trình | Năm\n1 | Cầu | 2026\n2 | Kè | 2027\n3 | Đường | 2027\n4 | Chợ | 2029\n",
        HEAD + TOP + "3 | 2028 | 30\n4 | 2029 | 20\n",
    )
    bad = (
        TOP + "3 | [[2029→2028]] | 30\n4 | 2029 | 20\n5 | 2030 | 10\n",
        HEAD + TOP + "3 | 2028 | 30\n4 | 2029 | 20\n5 | [[2030]] | 10\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        stage = STAGE.search(doc.subject or "")
        for table in tables(doc.text):
            names = [cell.text.lower() for cell in table[0][:BESIDE]]
            if "năm" not in names:
                continue
            rows = _years(table, names.index("năm"))
            first = rows[0][1] if rows else 0
            wrong = [(cell, first + i) for i, (cell, year) in enumerate(rows) if year != first + i]
            if len(rows) >= FEWEST and len(wrong) == 1 and rows[-1][1] == first + len(rows) - 1:
                cell, right = wrong[0]
                yield self.finding(cell.span, f"Dòng này là năm {right}.", cell.text[:-4] + str(right))
            elif len(rows) >= FEWEST and not wrong and stage:
                for cell, year in rows:
                    if year > int(stage["last"]):
                        yield self.finding(cell.span, f"Giai đoạn ở trích yếu kết thúc năm {stage['last']}.")


def _years(table: list[list[Cell]], column: int) -> list[tuple[Cell, int]]:
    """The years of the rows below the head, and their cells."""
    cells = [row[column] for row in table[1:] if len(row) > column]
    return [(cell, int(told[1])) for cell in cells if (told := YEAR.fullmatch(cell.text))]
