"""Số đợt, số giai đoạn nêu trước."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman
from checks.finding import Finding
from checks.patterns import Pattern
from checks.rule import Rule

WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
# “tổ chức 04 đợt thi đua:”, “chia làm hai giai đoạn:”
ANNOUNCED = Pattern(
    r"(?P<count>(?P<n>\d{1,2}|hai|ba|bốn|năm) (?P<what>đợt|giai đoạn|chặng))(?=[ ,:;])[^\n.;]{0,80}:[ *]*\n"
)
REACH = 1600
"""Characters below in which the parts stand, each with its number."""


class AnnouncedCount(Rule):
    """Số đợt, số giai đoạn nêu trước khớp với số đợt, số giai đoạn kể ra: “04 đợt: Đợt 1 …, Đợt 4 …”.

    Chỉ xét khi từng đợt được kể ra có đánh số.
    """

    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Năm học tổ chức 02 đợt thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        "Chia làm hai giai đoạn:\n- Giai đoạn I: năm 2026;\n- Giai đoạn II: năm 2027.\n",
        "Chia làm 02 giai đoạn:\n- Chuẩn bị;\n- Thực hiện.\n",
    )
    bad = (
        "Năm học tổ chức [[03 đợt]] thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        "Thời gian chia làm [[ba giai đoạn]]:\n- Giai đoạn I: năm 2026;\n- Giai đoạn II: năm 2027.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in ANNOUNCED.finditer(doc.text, doc.body.start, doc.body.end):
            stated = WORDS.get(match["n"]) or int(match["n"])
            what = match["what"]
            below = doc.text[match.end() : min(match.end() + REACH, doc.body.end)]
            told = re.findall(rf"(?m)^[ \t*•+–-]*{what.capitalize()} (\d{{1,2}}|[IVX]+)\b", below)
            numbers = [int(label) if label.isdigit() else roman(label) for label in told]
            whole = len(numbers) >= 2 and numbers == list(range(1, len(numbers) + 1))
            if whole and len(numbers) != stated:
                message = f"Văn bản nêu {stated:02} {what} nhưng kể ra {len(numbers):02} {what}."
                yield self.finding(match.span("count"), message)
