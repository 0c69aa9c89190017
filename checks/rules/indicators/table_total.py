"""Dòng cộng, cột cộng của bảng."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import spell
from checks.facts.tables import Cell, tables
from checks.finding import Finding, Severity
from checks.rule import Rule

TOTAL = re.compile(r"(?:tổng(?: cộng| số| điểm| kinh phí| số điểm)?|cộng)(?: \([^()]*\))?:?", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?:stt|tt|số tt|số thứ tự|mã.*|năm|năm sinh|ghi chú|tỷ lệ.*|.*%.*|.*bình quân.*|.*xếp.*|.*đơn giá.*|.*lũy kế.*|cộng dồn.*)",
    re.IGNORECASE,
)
"""Heads of columns that are not added up."""
SUB = re.compile(r"\d{1,2}\.\d{1,2}\.?|[a-zđ][.)]?|[-–+*•]|[IVX]+\.?|trong đó.*|[-–+].*", re.IGNORECASE)
"""Rows that tell the parts of another row, or head a group of rows."""
NEAR = Decimal("0.2")
"""A column that misses by more than a fifth is not meant to be added up."""
TABLE = "Kinh phí (triệu đồng):\n\n| Nội dung | Năm 2025 | Năm 2026 |\n|---|---|---|\n"


class TableTotal(Rule):
    """Dòng “Cộng”, “Tổng số” của bảng bằng tổng các dòng; cột “Tổng” bằng tổng các cột, như ở các dòng khác của bảng.

    Chỉ xét cột mà mọi ô đều là số. Bảng có dòng nhóm, dòng “trong đó”, dòng đánh số 1.1 không bị cộng, vì phần và tổng của nó
    đứng lẫn nhau.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính bảng"
    good = (
        TABLE + "| Tuyên truyền | 12,5 | 20 |\n| Khen thưởng | 50 | 60 |\n| Cộng | 62,5 | 80 |\n",
        TABLE
        + "| Tuyên truyền | 12,5 | 20 |\n| Khen thưởng | 50 | 60 |\n| Trong đó: tập thể | 5 | 6 |\n| Cộng | 62,5 | 80 |\n",
        TABLE + "| Cả xã | 100 | 110 |\n| Xóm Nà Pò | 55 | 60 |\n| Xóm Nà Lạn | 40 | 45 |\n",
        TABLE + "| Tuyên truyền | 12,5 | chưa có |\n| Hội thi | 5 | 10 |\n| Khen thưởng | 50 | 60 |\n| Cộng | | 75 |\n",
        TABLE + "| Khen thưởng | 50 | 60 |\n| Cộng | 55 | 65 |\n",
        "| TT | Thôn | Hộ | Tỷ lệ (%) |\n|---|---|---|---|\n| 1 | Nà Pò | 120 | 14 |\n| 2 | Nà Lạn | 10 | 1 |\n| | Tổng số | 130 | 13 |\n",
        "| Tổ | Xây mới | Sửa chữa | Tổng |\n|---|---|---|---|\n| Tổ 1 | 4 | 6 | 10 |\n| Tổ 2 | 3 | chưa rõ | 9 |\n| Tổ 3 | 2 | 7 | |\n| Tổ 4 | 2 | 7 | 9 |\n",
        "| Tổ | Nhà mới | Tổng |\n|---|---|---|\n| Tổ 1 | 4 | 4 |\n| Tổ 2 | 3 | 3 |\n| Tổ 3 | 2 | 7 |\n",
        TABLE + "| Tỷ lệ hộ nghèo | 12 | 10 |\n| Tỷ lệ che phủ rừng | 54 | 55 |\n| Tổng điểm | 90 | 95 |\n",
        "| TT | Thôn | Hộ | Tỷ lệ (%) |\n|---|---|---|---|\n| 1 | Nà Pò | 12 | 10 |\n| 2 | Nà Lạn | 8 | 20 |\n| | Tổng số | 20 | 14 |\n",
        "| Tổ | Xây mới | Sửa chữa | Tổng |\n|---|---|---|---|\n| Tổ 1 | 4 | 6 | 12 |\n| Tổ 2 | 3 | 5 | 9 |\n| Tổ 3 | 2 | 7 | 10 |\n",
    )
    bad = (
        "| Nội dung | Đơn giá | Số lượng | Thành tiền |\n|---|---|---|---|\n| Tập thể | 3.000 | 12 | 36.000 |\n| Cá nhân | 1.000 | 80 | 80.000 |\n"
        "| Cộng | | | [[126.000]] |\n",
        TABLE + "| Tuyên truyền | 12,5 | 20 |\n| Khen thưởng | 50 | 60 |\n| Cộng | 62,5 | [[90]] |\n",
        "| Tổ | Xây mới | Sửa chữa | Tổng |\n|---|---|---|---|\n| Tổ 1 | 4 | 6 | 10 |\n| Tổ 2 | 3 | 5 | [[9]] |\n| Tổ 3 | 2 | 7 | 9 |\n",
        TABLE
        + "| Tổng số | 62,5 | [[90]] |\n| Tuyên truyền | 12,5 | 20 |\n| Hội thi | 0 | – |\n| Khen thưởng | 50 | 60 |\n",
        "| TT | Tổ | Xây mới | Sửa chữa | Tổng |\n|---|---|---|---|---|\n| 1 | Tổ 1 | 4 | 6 | 10 |\n| 2 | Tổ 2 | 3 | 5 | [[9]] |\n| 3 | Tổ 3 | 2 | 7 | 9 |\n",
        "TT\tKhối thi đua\tSố đơn vị\n1\tKhối Đảng\t9\n2\tKhối kinh tế\t11\n3\tKhối xã\t20\n\tTổng số\t[[42]]\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for rows in tables(doc.text):
            heads, body = rows[0], rows[1:]
            at = next((i for i, row in enumerate(body) if any(TOTAL.fullmatch(cell.text) for cell in row)), None)
            if at is not None and not any(SUB.fullmatch(cell.text) for row in body for cell in row[:2]):
                yield from self._column_totals(heads, body, at)
            yield from self._row_totals(heads, body)

    def _column_totals(self, heads: list[Cell], body: list[list[Cell]], at: int) -> Iterator[Finding]:
        above, total = (body[:at], body[at]) if at else (body[1:], body[0])
        for column, cell in enumerate(total):
            parts = [row[column].amount for row in above if row[column].text not in ("", "-", "–")]
            stated = cell.amount
            if stated is None or None in parts or len(parts) < 2 or NUMBERED.fullmatch(heads[column].text):
                continue
            summed = sum((part for part in parts if part is not None), Decimal())
            if summed != stated and abs(summed - stated) <= stated * NEAR:
                yield self.finding(cell.span, f"Dòng cộng ghi {cell.text} nhưng các dòng cộng lại là {spell(summed)}.")

    def _row_totals(self, heads: list[Cell], body: list[list[Cell]]) -> Iterator[Finding]:
        totals = [i for i, head in enumerate(heads) if TOTAL.fullmatch(head.text)]
        if len(totals) != 1:
            return
        columns = [
            i for i, head in enumerate(heads)
            if i != totals[0] and not NUMBERED.fullmatch(head.text) and any(row[i].amount is not None for row in body)
        ]  # fmt: skip
        wrong, right = [], 0
        for row in body:
            parts, stated = [row[i].amount for i in columns], row[totals[0]].amount
            if stated is None or None in parts or len(parts) < 2:
                continue
            summed = sum((part for part in parts if part is not None), Decimal())
            right += summed == stated
            wrong += [(row[totals[0]], summed)] if summed != stated else []
        if right >= 2 * len(wrong):
            for cell, summed in wrong:
                yield self.finding(cell.span, f"Cột tổng ghi {cell.text} nhưng các cột cộng lại là {spell(summed)}.")
