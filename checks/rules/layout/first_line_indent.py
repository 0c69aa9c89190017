"""Thụt đầu dòng."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

ALLOWED = (1.0, 1.27)
"""Centimetres; before Nghị định 30 anything between the two."""
SLACK = 0.04
WORD = "Tệp Word: thụt: {indent}"
TEXT = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{kind}\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện./.\n"
)
OLD = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2019\n\n{kind}\nPhát động phong trào thi đua năm 2019\n\nCác thôn thực hiện./.\n"
)


class FirstLineIndent(Rule):
    """Dòng đầu của đoạn thụt vào 1 cm hoặc 1,27 cm."""

    severity = Severity.STYLE
    scope = "word"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm e (trước 05/3/2020: Thông tư 01/2011/TT-BNV, Điều 11: từ 1 cm đến 1,27 cm)"
    good = (
        WORD.format(indent="1.25") + TEXT.format(kind="CHỈ THỊ"),
        WORD.format(indent="1.15") + OLD.format(kind="CHỈ THỊ"),
    )
    bad = (
        WORD.format(indent="1.5") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(indent="0") + TEXT.format(kind="[[CHỈ THỊ]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        indent = doc.layout.first_line_indent if doc.layout else None
        if indent is None:
            return
        fits = any(abs(indent - allowed) <= SLACK for allowed in ALLOWED)
        if not fits and not (not doc.decree_30 and ALLOWED[0] < indent < ALLOWED[1]):
            shown = f"{indent:g}".replace(".", ",")
            yield self.finding(
                self.anchor(doc), f"Phần lớn các đoạn thụt đầu dòng {shown} cm; quy định là 1 cm hoặc 1,27 cm."
            )
