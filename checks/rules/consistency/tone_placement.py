"""Vị trí dấu thanh."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.word_places import word_places
from checks.letters import capital
from checks.rule import Rule
from checks.surroundings import in_quotes

ROOM = 2
OLD = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
NEW = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
TO_NEW = dict(zip(OLD, NEW, strict=True))
TO_OLD = dict(zip(NEW, OLD, strict=True))


class TonePlacement(Rule):
    """Dấu thanh đặt cùng một kiểu trong cả văn bản: hóa, khóa, ủy hoặc hoá, khoá, uỷ.

    Hai kiểu đều được dùng, không có quy định nào cho văn bản hành chính; kiểu ít gặp hơn trong văn bản bị nhắc. Tên riêng
    và chữ trong ngoặc kép giữ nguyên.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "văn hóa, khóa XIV, Ủy ban nhân dân; quý, quỹ và ông Hoà.\n",
        "văn hoá, khoá XIV, Uỷ ban nhân dân.\n",
        "văn hóa, khóa XIV; bài hát “Tiếng hát hoà bình”.\n",
        "Các thôn thực hiện.\n",
    )
    bad = (
        "văn hóa, [[hoà→hòa]] giải.\n",
        "văn hóa, thể thao và sức khỏe; xã hội [[hoá→hóa]] giáo dục.\n",
        "văn hoá, sức khoẻ và [[Ủy→Uỷ]] ban nhân dân.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens = doc.tokens
        places: dict[str, list[int]] = {"old": [], "new": []}
        for word, found in word_places(tokens).items():
            end = word[-2:]
            if end in TO_NEW or (end in TO_OLD and word[0] != "q"):
                places["old" if end in TO_NEW else "new"] += [i for i in found if self._common(tokens.texts[i])]
        left, other, ends = (
            ("new", "old", TO_OLD) if len(places["old"]) >= len(places["new"]) else ("old", "new", TO_NEW)
        )
        if not places[other]:
            return
        places[left].sort()
        yield from islice(self._findings(doc, places[left], ends, tokens.texts[places[other][0]]), ROOM)

    def _common(self, text: str) -> bool:
        """Not a name: in small letters, or the first word of “Ủy ban”, “Tòa án”."""
        return text.islower() or text in ("Ủy", "Uỷ", "Tòa", "Toà")

    def _findings(self, doc: Document, places: list[int], ends: dict[str, str], model: str) -> Iterator[Finding]:
        for index in places:
            token = doc.tokens.token(index)
            if not in_quotes(doc.text, token.start):
                right = token.text[:-2] + ends[token.lower[-2:]]
                if token.text[0].isupper():
                    right = capital(right)
                alike = "" if right.lower() == model else f"; ở đây nên viết “{right}”"
                message = f"Chỗ khác trong văn bản đặt dấu thanh như “{model}”{alike}."
                yield self.finding((token.start, token.end), message, right)
