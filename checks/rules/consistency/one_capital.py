"""Chữ hoa trong một tên gọi viết một kiểu trong cùng văn bản."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import occurrences
from checks.rule import Rule
from checks.surroundings import in_quotes

PAIRS = (
    ("Cụm thi đua", "Cụm Thi đua"),
    ("Khối thi đua", "Khối Thi đua"),
    ("Sở, ngành", "Sở, Ngành"),
    ("Sở, ban, ngành", "Sở, Ban, Ngành"),
    ("Thanh Hóa", "Thanh Hoá"),
    ("Khánh Hòa", "Khánh Hoà"),
    ("Hòa Bình", "Hoà Bình"),
    ("Biên Hòa", "Biên Hoà"),
    ("Tuy Hòa", "Tuy Hoà"),
)
"""Two ways of writing one name; where they stand equally often the first is kept."""
ROOM = 2
"""A document that mixes both ways everywhere is told of it so often, no more."""


class OneCapital(Rule):
    """Một tên gọi trong văn bản viết một kiểu: “Cụm thi đua” hoặc “Cụm Thi đua”, “Thanh Hóa” hoặc “Thanh Hoá”.

    Cả hai kiểu đều gặp; chỉ nhắc khi cùng một văn bản dùng lẫn, ở kiểu ít gặp hơn.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Cụm Thi đua số 2; các đơn vị thuộc Cụm Thi đua; tỉnh Thanh Hoá; nhạc phẩm “Quê hương Thanh Hóa”; yêu hòa bình, tỉnh Hoà Bình.\n",
    )
    bad = (
        "Cụm thi đua số 2 gồm 8 đơn vị; Trưởng Cụm thi đua luân phiên; quy chế [[Cụm Thi đua→Cụm thi đua]].\n",
        "Khối Thi đua các trường; Trưởng Khối Thi đua; chấm điểm trong [[Khối thi đua→Khối Thi đua]].\n",
        "Đoàn công tác tỉnh Thanh Hóa; Ủy ban nhân dân tỉnh [[Thanh Hoá→Thanh Hóa]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for pair in PAIRS:
            places = {name: [at for at in occurrences(name, doc.text) if not in_quotes(doc.text, at)] for name in pair}
            kept, left = pair if len(places[pair[0]]) >= len(places[pair[1]]) else pair[::-1]
            for at in places[left][:ROOM]:
                yield self.finding((at, at + len(left)), f"Chỗ khác trong văn bản viết “{kept}”.", kept)
