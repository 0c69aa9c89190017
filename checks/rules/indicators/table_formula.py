"""Cột tính từ các cột khác của bảng."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise, permutations

from checks.document import Document
from checks.facts.numbers import spell
from checks.facts.tables import Cell, tables
from checks.finding import Finding, Severity
from checks.rule import Rule

# “So sánh (%)”, “Tỷ lệ 2026/2025 (%)”, “Tăng (%)”, “KH 2026 so với TH 2025 (%)”
RATE = re.compile(
    r"(?:.*\W)?(?:so|tỷ lệ|tốc độ|tăng|giảm|đạt|bằng|mức|vượt|kh|th|hoàn thành|20\d\d)(?:\W.*)?%.*", re.IGNORECASE
)
# “Tăng, giảm”, “Vượt dự toán”, “Chênh lệch (tỷ đồng)”, “Tăng thêm so với năm 2025”
CHANGE = re.compile(r"(?:(?:số|mức) )?(?:tăng|giảm|chênh lệch|vượt|so sánh|còn lại|thêm)(?:\W[^%]*)?", re.IGNORECASE)
# “Lũy kế xã đạt chuẩn”
RUNNING = re.compile(r"(?:số )?(?:lũy kế|cộng dồn|cộng lũy kế)(?:\W.*)?", re.IGNORECASE)
TOTAL = re.compile(r"(?:tổng|cộng|cả|toàn)(?: .*)?", re.IGNORECASE)
# “Thành tiền”: the price times the number
PAID = re.compile(r"(?:thành tiền|tổng tiền|số tiền|kinh phí)(?:\W.*)?", re.IGNORECASE)
SHARE = ("%", "‰")
FEWEST = 2
"""Rows that show how a column is reckoned."""
HEAD = "| Địa bàn | Năm 2025 | Năm 2026 | Tăng, giảm | Tỷ lệ (%) |\n|---|---|---|---|---|\n| Nghệ An | 26.500 | 28.800 | 2.300 | 108,7 |\n"
YEARS = "| Năm | Xã trong năm | Lũy kế |\n|---|---|---|\n| 2026 | 6 | 36 |\n| 2027 | 6 | 42 |\n| 2028 | 7 | 49 |\n"


class TableFormula(Rule):
    """Cột tăng giảm, cột tỷ lệ, cột lũy kế của bảng tính đúng từ các cột bên cạnh, như ở các dòng khác của chính bảng ấy.

    Cách tính do các dòng đúng cho thấy: cột tăng giảm là hiệu hai cột, cột tỷ lệ là cột này chia cột kia, cột lũy kế là dòng trên
    cộng số của dòng, cột thành tiền là mức nhân số lượng.
    Chỉ báo dòng lẻ không theo cách tính mà các dòng còn lại cùng theo.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính bảng"
    good = (
        HEAD + "| Hà Tĩnh | 18.300 | 19.900 | 1.600 | 108,7 |\n| Quảng Trị | 13.200 | 14.600 | 1.400 | 110,6 |\n",
        HEAD + "| Hà Tĩnh | 18.300 | 19.900 | 900 | 90 |\n| Quảng Trị | 13.200 | 14.600 | 1.100 | 40 |\n",
        "| Thôn | Hộ | Nghèo | Tỷ lệ (%) |\n|---|---|---|---|\n| Đông | 200 | 10 | 5,0 |\n| Đoài | 150 | 3 | 2,0 |\n| Trung | 90 | | |\n",
        YEARS + "| 2029 | 5 | 54 |\n| 2030 | 6 | 60 |\n| Cả giai đoạn | 30 | 60 |\n",
        "| Việc | Lũy kế | Quý I |\n|---|---|---|\n| Họp | 12 | 3 |\n| Thăm | 40 | 9 |\n| Trồng cây | 900 | 70 |\n| Hiến máu | 60 | 12 |\n",
    )
    bad = (
        "| Nội dung | Mức | Số lượng | Thành tiền |\n|---|---|---|---|\n| Tập thể | 3.000 | 12 | 36.000 |\n| Cá nhân | 1.000 | 80 | 80.000 |\n"
        "| Bài báo | 5.000 | 50 | [[300.000]] |\n| Hội nghị | 20.000 | 1 | 20.000 |\n| Cộng | | | 436.000 |\n",
        HEAD
        + "| Hà Tĩnh | 18.300 | 19.900 | [[1.900]] | 108,7 |\n| Quảng Trị | 13.200 | 14.600 | 1.400 | [[116,0]] |\n"
        "| Tổng số | 58.000 | 63.300 | 5.300 | 109,1 |\n",
        "| Chỉ tiêu | Đơn vị tính | TH 2025 | KH 2026 | So sánh (%) |\n|---|---|---|---|---|\n| Thu ngân sách | tỷ đồng | 36 | 41,4 | [[105]] |\n"
        "| Sản lượng | tấn | 9.800 | 10.000 | 102 |\n| Hộ nghèo | hộ | 85 | 60 | 70,6 |\n| Bảo hiểm y tế | % | 93 | 95,2 | |\n",
        "| Chỉ tiêu | Năm 2025 | Năm 2026 | Tăng (%) |\n|---|---|---|---|\n| Dư nợ | 8.200 | 9.020 | 10,0 |\n| Thu dịch vụ | 46,0 | 55,2 | [[2,0]] |\n"
        "| Huy động | 9.840 | 11.020 | 12,0 |\n| Tỷ lệ nợ xấu | 3 | 2 | |\n",
        YEARS + "| 2029 | 5 | [[64]] |\n| 2030 | 6 | 60 |\n",
        YEARS + "| 2029 | 5 | 54 |\n| 2030 | 6 | [[62]] |\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for rows in tables(doc.text):
            heads, body = rows[0], rows[1:]
            for column, head in enumerate(heads):
                if RUNNING.fullmatch(head.text):
                    yield from self._running(body, column)
                elif "%" in head.text and RATE.fullmatch(head.text):
                    yield from self._reckoned(heads, body, column, (_grown, _share))
                elif PAID.fullmatch(head.text):
                    yield from self._reckoned(heads, body, column, (_product,))
                elif CHANGE.fullmatch(head.text):
                    yield from self._reckoned(heads, body, column, (_change,))

    def _reckoned(
        self,
        heads: list[Cell],
        body: list[list[Cell]],
        column: int,
        ways: tuple[Callable[[Decimal, Decimal], Decimal], ...],
    ) -> Iterator[Finding]:
        """The rows that part from the one way in which the others are reckoned from two other columns."""
        amounts = [[cell.amount for cell in row] for row in body]
        others = [i for i in range(len(heads)) if i != column and sum(row[i] is not None for row in amounts) > FEWEST]
        best: tuple[int, list[tuple[Cell, Decimal]]] = (0, [])
        for first, last in permutations(others, 2):
            for way in ways:
                right, wrong = 0, []
                for row, told in zip(body, amounts, strict=True):
                    a, b, stated = told[first], told[last], told[column]
                    if a is None or b is None or stated is None or not a or any(cell.text in SHARE for cell in row):
                        continue
                    reckoned = way(a, b)
                    fits = abs(abs(reckoned) - stated) <= _loose(row, first, last, column, way)
                    right += fits
                    wrong += [] if fits else [(row[column], abs(reckoned))]
                if right > max(best[0], FEWEST - 1) and right >= 2 * len(wrong):
                    best = right, wrong
        for cell, reckoned in best[1]:
            right_one = spell(reckoned.quantize(Decimal("0.1")).normalize())
            yield self.finding(
                cell.span, f"Tính như các dòng khác của bảng thì ô này là {right_one}, bảng ghi {cell.text}."
            )

    def _running(self, body: list[list[Cell]], column: int) -> Iterator[Finding]:
        """Each row of a running total is the one above and what the year adds."""
        body = [row for row in body if not any(TOTAL.fullmatch(cell.text) for cell in row)]
        best: tuple[int, list[tuple[Cell, Decimal]]] = (0, [])
        for added in range(len(body[0]) if body else 0):
            steps = [
                (low + more, high, below[column])
                for above, below in pairwise(body)
                if added != column
                and (low := above[column].amount) is not None
                and (more := below[added].amount) is not None
                and (high := below[column].amount) is not None
            ]
            wrong = [i for i, (summed, stated, _) in enumerate(steps) if summed != stated]
            right = len(steps) - len(wrong)
            one = wrong[1:] in ([], [wrong[0] + 1] if wrong else [])  # a slip in one total breaks the next step too
            if wrong and one and right >= FEWEST and right > best[0]:
                best = right, [(steps[wrong[0]][2], steps[wrong[0]][0])]
        for cell, summed in best[1]:
            yield self.finding(
                cell.span, f"Số lũy kế của dòng trên cộng số của dòng này là {spell(summed)}, bảng ghi {cell.text}."
            )


def _change(a: Decimal, b: Decimal) -> Decimal:
    return b - a


def _product(a: Decimal, b: Decimal) -> Decimal:
    return a * b


def _share(a: Decimal, b: Decimal) -> Decimal:
    return b / a * 100


def _grown(a: Decimal, b: Decimal) -> Decimal:
    return (b - a) / a * 100


def _loose(row: list[Cell], first: int, last: int, column: int, way: Callable[[Decimal, Decimal], Decimal]) -> Decimal:
    """What rounding hides."""
    if way is _product:
        return Decimal("0.5") if any("," in row[i].text for i in (first, last, column)) else Decimal()
    if way is _change:
        return Decimal("0.051") if any("," in row[i].text for i in (first, last, column)) else Decimal()
    return Decimal("0.06") if "," in row[column].text else Decimal("0.6")
