"""Số trang."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

ONE_PAGE = 3_000
"""A text with fewer characters stands on one page, which shows no number."""
WORD = "Tệp Word: số trang: {place}"
BODY = (
    "\n\nHà Tân, ngày 12 tháng 01 năm {year}\n\n{kind}\nPhát động phong trào thi đua năm {year}\n\n"
    + "Các thôn tổ chức thực hiện nghiêm túc. " * 80
    + "\n"
)


class PageNumber(Rule):
    """Số trang đặt canh giữa ở lề trên, từ trang thứ hai.

    Trước ngày 05/3/2020 số trang đặt ở góc phải cuối trang. Nhiều văn bản ngắn không đánh số trang; đó chỉ là gợi ý.
    """

    severity = Severity.WARNING
    scope = "word"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I khoản 7 (trước 05/3/2020: Thông tư 01/2011/TT-BNV, góc phải cuối trang)"
    good = (
        WORD.format(place="trên giữa") + BODY.format(kind="CHỈ THỊ", year=2026),
        WORD.format(place="dưới phải") + BODY.format(kind="CHỈ THỊ", year=2019),
    )
    bad = (
        WORD.format(place="dưới phải") + BODY.format(kind="[[CHỈ THỊ]]", year=2026),
        WORD.format(place="trên giữa") + BODY.format(kind="[[CHỈ THỊ]]", year=2019),
        WORD.format(place="không") + BODY.format(kind="[[CHỈ THỊ]]", year=2026),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.layout is None:
            return
        number = doc.layout.page_number
        right = "ở giữa lề trên" if doc.decree_30 else "ở góc phải cuối trang"
        if number is None:
            if len(doc.text) > ONE_PAGE:
                yield self.finding(
                    self.anchor(doc), f"Tệp chưa đánh số trang; quy định đặt {right}.", severity=Severity.STYLE
                )
            return
        expected = ("header", "center") if doc.decree_30 else ("footer", "right")
        if (number.place, number.alignment) != expected:
            place = "lề trên" if number.place == "header" else "cuối trang"
            side = {"left": "bên trái", "center": "ở giữa", "right": "bên phải"}[number.alignment]
            yield self.finding(self.anchor(doc), f"Số trang đang đặt {side} {place}; quy định đặt {right}.")
