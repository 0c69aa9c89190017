"""Dấu cách thừa giữa hai chữ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table, line_bounds

WIDE = Pattern(r"  +", needs="  ")
# “4  Sản lượng khai thác thủy sản  tấn  279.000”: a row of a table that lost its lines
ROW = Pattern(r" *(?:\d{1,3}|[IVX]{1,4})[.)]?  [^\n]*\d%? *(?:\n|$)")
PROSE, SLIP = 120, 4
"""More blanks than two set columns or leave room to fill in, but not so few between small letters of so long a line."""


class DoubledSpace(Rule):
    """Giữa hai chữ chỉ có một dấu cách.

    Khoảng trắng rộng dùng để chia cột hoặc chừa chỗ điền không xét.
    """

    severity = Severity.STYLE
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "4  Sản lượng khai thác thủy sản  tấn  279.000  285.000\n5  Diện tích cây ăn quả  ha  40.000  42.500\n",
        "Số: 05/CT-UBND        Sơn Thủy, ngày 12 tháng 01 năm 2026\n",
        "- Lưu: VT.     CHỦ TỊCH\nĐộc lập - Tự do - Hạnh phúc  ---------------\n",
        "  Các thôn thực hiện.  \n-  Các tổ dân phố thực hiện.  ",
        "Số 04/KH-UBND                Sơn Thủy, ngày 9  tháng 10 năm 2026\nSơn Thủy, ngày    tháng   năm 2026\nHọ và tên  ………\nTên  thôn | 5\n",
        "Nơi nhận: các phòng chuyên môn, các đơn vị trực thuộc và các thôn, tổ dân phố trên địa bàn xã theo danh sách gửi kèm văn bản này        chủ tịch\n",
        "Nơi nhận: các phòng chuyên môn, các đơn vị trực thuộc và các thôn, tổ dân phố trên địa bàn xã theo danh sách gửi kèm văn bản này   Chủ tịch\n",
        "Nơi nhận: các phòng chuyên môn, các đơn vị trực thuộc và các thôn, tổ dân phố trên địa bàn xã theo danh sách gửi kèm văn bản 2026   chủ tịch\n",
    )
    bad = (
        "Đổi mới quy trình làm việc, đẩy mạnh nghiên cứu khoa học, ứng dụng công nghệ thông tin vào sản xuất và[[   → ]]quản trị nội bộ của đơn vị.\n",
        "Các phòng, ban,[[  → ]]đơn vị chủ động thực hiện.\n",
        "1. Các phòng, ban,[[  → ]]đơn vị chủ động[[  → ]]thực hiện kế hoạch năm 2026\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in WIDE.finditer(text):
            start, end = match.span()
            if start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n":
                continue
            prose = end - start <= SLIP and text[start - 1].islower() and text[end].islower() and _long(text, start)
            if "\n" in doc.written[start:end]:
                continue  # a blank at the end of a line
            first, last = line_bounds(text, start)
            # A line with a wide gap is laid out in columns; after a bullet two blanks are an indent.
            if (
                text[first:start].strip(" -–+•*")
                and (prose or "   " not in text[first:last])
                and text[end] not in ".,;:…_)”"
                and not text.startswith("--", end)  # the line that a web page draws below a head
                and not in_table(doc, start)
                and not (ROW.match(text, first) and text.count("  ", first, last) > 1)
            ):
                yield self.finding((start, end), "Thừa dấu cách giữa hai chữ.", " ", safe=True)


def _long(text: str, at: int) -> bool:
    """Is the place in a line of running text, and no row of a header or a table?"""
    first, last = line_bounds(text, at)
    return last - first >= PROSE
