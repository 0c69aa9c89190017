"""Khổ giấy."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

WIDTH, HEIGHT, SLACK = 210.0, 297.0, 2.0
"""Of A4 in millimetres; Word rounds, printers' drivers more so."""
WORD = "Tệp Word: khổ giấy: {size}"
TEXT = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{kind}\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện./.\n"
)


class PageSize(Rule):
    """Văn bản trình bày trên khổ giấy A4 (210 mm x 297 mm), chiều dọc.

    Chiều ngang chỉ dùng khi nội dung có bảng, biểu không làm thành phụ lục riêng, nên chỉ nhắc xem lại. Mẫu của máy cài
    đặt nước ngoài thường là khổ Letter.
    """

    severity = Severity.WARNING
    scope = "word"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I khoản 1, 2 (trước 05/3/2020: Thông tư 01/2011/TT-BNV, Điều 5)"
    good = (WORD.format(size="210 x 297") + TEXT.format(kind="CHỈ THỊ"),)
    bad = (
        WORD.format(size="216 x 279") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(size="210 x 330") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(size="250 x 297") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(size="297 x 210") + TEXT.format(kind="[[KẾ HOẠCH]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        layout = doc.layout
        if layout is None or layout.page_width is None or layout.page_height is None:
            return
        width, height = layout.page_width, layout.page_height
        if abs(width - WIDTH) <= SLACK and abs(height - HEIGHT) <= SLACK:
            return
        if abs(width - HEIGHT) <= SLACK and abs(height - WIDTH) <= SLACK:
            message = "Trang giấy đặt chiều ngang; văn bản trình bày theo chiều dọc của khổ A4."
        else:
            message = f"Khổ giấy của tệp là {width:.0f} mm x {height:.0f} mm, không phải A4 (210 mm x 297 mm)."
        yield self.finding(self.anchor(doc), message)
