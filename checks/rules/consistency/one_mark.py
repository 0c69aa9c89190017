"""Một dấu nối cho một cụm từ trong cùng văn bản."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule
from checks.surroundings import in_quotes

PAIRS = (
    ("phát triển kinh tế - xã hội", "phát triển kinh tế, xã hội"),
    ("quốc phòng, an ninh", "quốc phòng - an ninh"),
)
SPACED = tuple((f"{field} - xã hội", f"{field}-xã hội") for field in ("kinh tế", "chính trị", "văn hóa"))
"""The first is the custom of the decrees; a text that writes the second throughout has its own."""
TIGHT = frozenset(tight for _, tight in SPACED)
CLEAR = 3
"""The usual mark stands so many times as often as the other one."""


class OneMark(Rule):
    """Một cụm từ trong văn bản dùng một dấu nối: “quốc phòng, an ninh” hoặc “quốc phòng - an ninh”.

    Chỉ nhắc khi văn bản dùng một dấu rõ rệt và có chỗ viết khác.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "bảo đảm quốc phòng - an ninh; củng cố quốc phòng - an ninh.\n",
        "củng cố quốc phòng, an ninh; giữ vững quốc phòng, an ninh; bảo đảm quốc phòng - an ninh.\n",
        "củng cố quốc phòng, an ninh; giữ quốc phòng, an ninh; chỉ tiêu quốc phòng, an ninh; bài “Vững quốc phòng - an ninh”.\n",
        "phát triển kinh tế-xã hội; chỉ tiêu kinh tế-xã hội; nhiệm vụ kinh tế-xã hội; tình hình kinh tế - xã hội.\n",
    )
    bad = (
        "củng cố quốc phòng, an ninh; giữ vững quốc phòng, an ninh; chỉ tiêu quốc phòng, an ninh và "
        "bảo đảm [[quốc phòng - an ninh→quốc phòng, an ninh]].\n",
        "chỉ tiêu kinh tế - xã hội năm 2026; tình hình kinh tế - xã hội của xã; nhiệm vụ kinh tế - xã hội quý I và "
        "phát triển [[kinh tế-xã hội→kinh tế - xã hội]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pair in PAIRS + SPACED:
            counts = {form: text.count(form) for form in pair}
            usual, rare = sorted(pair, key=lambda form: -counts[form])
            if not counts[rare] or usual in TIGHT or counts[usual] < CLEAR * counts[rare]:
                continue
            at = -1
            while (at := text.find(rare, at + 1)) >= 0:
                if not in_quotes(text, at):
                    message = f"Chỗ khác trong văn bản viết “{usual}” ({counts[usual]} lần)."
                    yield self.finding((at, at + len(rare)), message, usual)
