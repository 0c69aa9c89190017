"""Phông chữ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

FONT = "Times New Roman"
OLD_CODES = (".Vn", "VNI-", "VN-")
"""Fonts of the codes before Unicode: the letters are others than they look."""
WORD = "Tệp Word: chữ: {font}"
TEXT = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{kind}\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện./.\n"
)
OLD = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2019\n\n{kind}\nPhát động phong trào thi đua năm 2019\n\nCác thôn thực hiện./.\n"
)


class BodyFont(Rule):
    """Văn bản dùng phông chữ Times New Roman, bộ mã Unicode.

    Trước ngày 05/3/2020 được dùng phông tiếng Việt khác của bộ mã Unicode; phông .VnTime, VNI thì không lúc nào hợp lệ và làm hỏng chữ khi gửi qua mạng.
    """

    severity = Severity.WARNING
    scope = "word"
    tier = "luật"
    source = (
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I khoản 4 (trước 05/3/2020: Thông tư 01/2011/TT-BNV, Điều 4)"
    )
    good = (
        WORD.format(font="Times New Roman 14") + TEXT.format(kind="CHỈ THỊ"),
        WORD.format(font="Arial 14") + OLD.format(kind="CHỈ THỊ"),
    )
    bad = (
        WORD.format(font="Arial 14") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(font=".VnTime 14") + OLD.format(kind="[[CHỈ THỊ]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        font = doc.layout.body_font if doc.layout else None
        if not font or font.casefold() == FONT.casefold():
            return
        if font.startswith(OLD_CODES):
            yield self.finding(self.anchor(doc), f"Phông “{font}” không thuộc bộ mã Unicode; chuyển sang {FONT}.")
        elif doc.decree_30:
            yield self.finding(self.anchor(doc), f"Phần lớn nội dung dùng phông “{font}”, không phải {FONT}.")
