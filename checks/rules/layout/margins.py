"""Lề trang."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

RANGES = (("trên", 20.0, 25.0), ("dưới", 20.0, 25.0), ("trái", 30.0, 35.0), ("phải", 15.0, 20.0))
"""Millimetres, in the order of the margins of a layout."""
SLACK = 0.6
WORD = "Tệp Word: lề: {margins}"
TEXT = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{kind}\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện./.\n"
)


class Margins(Rule):
    """Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm.

    Nhiều cơ quan để lề dưới hẹp hơn mà văn bản vẫn được ban hành, nên chỉ nhắc xem lại.
    """

    severity = Severity.WARNING
    scope = "word"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I khoản 3 (trước 05/3/2020: Thông tư 01/2011/TT-BNV, Điều 5, cùng số đo)"
    good = (
        WORD.format(margins="20 20 30 15") + TEXT.format(kind="CHỈ THỊ"),
        WORD.format(margins="25 25 35 20") + TEXT.format(kind="CHỈ THỊ"),
    )
    bad = (
        WORD.format(margins="20 12.5 30 20") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(margins="25.4 25.4 25.4 25.4") + TEXT.format(kind="[[CHỈ THỊ]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.layout is None or doc.layout.margins is None:
            return
        off = [
            f"lề {name} {_spell(size)} mm (cần {low:.0f} - {high:.0f} mm)"
            for (name, low, high), size in zip(RANGES, doc.layout.margins, strict=True)
            if not low - SLACK <= size <= high + SLACK
        ]
        if off:
            yield self.finding(self.anchor(doc), f"Xem lại lề trang: {'; '.join(off)}.")


def _spell(size: float) -> str:
    return f"{size:.1f}".rstrip("0").rstrip(".").replace(".", ",")
