"""Cỡ chữ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

LEAST, MOST = 13.0, 14.0
"""Points."""
WORD = "Tệp Word: chữ: Times New Roman {size}"
TEXT = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{kind}\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện./.\n"
)


class BodySize(Rule):
    """Nội dung văn bản dùng cỡ chữ 13 đến 14."""

    severity = Severity.WARNING
    scope = "word"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm e (trước 05/3/2020: Thông tư 01/2011/TT-BNV, Điều 11, cùng cỡ chữ)"
    good = (WORD.format(size=13) + TEXT.format(kind="CHỈ THỊ"), WORD.format(size=14) + TEXT.format(kind="CHỈ THỊ"))
    bad = (
        WORD.format(size=12) + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(size=15) + TEXT.format(kind="[[CHỈ THỊ]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        size = doc.layout.body_size if doc.layout else None
        if size is not None and not LEAST <= size <= MOST:
            shown = f"{size:g}".replace(".", ",")
            yield self.finding(self.anchor(doc), f"Phần lớn nội dung dùng cỡ chữ {shown}; quy định là cỡ 13 đến 14.")
