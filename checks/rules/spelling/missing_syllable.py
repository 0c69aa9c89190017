"""Cụm từ cố định thiếu một chữ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding
from checks.language.lexicon import shipped
from checks.language.missing import missing_syllables
from checks.rule import Rule


class MissingSyllable(Rule):
    """Cụm từ cố định được viết đủ chữ.

    Chữ rơi khỏi một cụm từ cố định thì các chữ còn lại vẫn đúng chính tả: “Đại hội Thi đua yêu các cấp”, “thế an ninh
    nhân dân”. Chỉ xét những cụm không bao giờ viết thiếu chữ ấy.
    """

    tier = "thông lệ"
    source = "Kho cụm từ của văn bản thi đua, khen thưởng và văn bản hành chính"
    good = (
        "Đại hội Thi đua yêu nước các cấp; xây dựng thế trận an ninh nhân dân.\n",
        "Thế mạnh của xã là nông nghiệp.\n",
    )
    bad = (
        "Tiến tới Đại hội Thi đua [[yêu→yêu nước]] các cấp.\n",
        "Xây dựng [[thế→thế trận]] an ninh nhân dân vững chắc.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for missing in missing_syllables(doc.tokens, shipped()):
            start = max(missing.start, doc.text.rfind(" ", missing.start, missing.at) + 1)
            last = doc.text[start : missing.at]
            message = f"Sau “{last}” thiếu chữ “{missing.syllable}” của cụm từ “{missing.phrase}”."
            yield self.finding((start, missing.at), message, f"{last} {missing.syllable}")
