"""Một cách viết cho một từ trong cùng văn bản."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.word_places import word_places
from checks.letters import capital
from checks.rule import Rule
from checks.surroundings import in_quotes, opens_sentence
from checks.tables import rows, words
from checks.values import NamedTuple

OPENINGS = ("tỉ lệ", "tỷ lệ", "kĩ thuật", "kỹ thuật", "kỉ luật", "kỷ luật", "kĩ năng", "kỹ năng", "lí luận", "lý luận")
"""Words of two syllables that may begin a sentence."""
ROOM = 2
"""A document that mixes two ways everywhere is told of it so often, no more."""


class Variant(NamedTuple):
    """Two ways of writing one word; ``settled`` when the first wins whatever the counts."""

    preferred: tuple[str, ...]
    other: tuple[str, ...]
    not_after: frozenset[str]
    not_before: frozenset[str]
    settled: bool
    alone: bool
    """Is the other way named also where the preferred one does not stand?"""


class OneSpelling(Rule):
    """Một từ có hai cách viết thì trong một văn bản chỉ dùng một cách.

    Cả hai cách đều không sai: tỷ lệ và tỉ lệ, bảo đảm và đảm bảo, hằng năm và hàng năm, chiến sĩ và chiến sỹ. Khi văn bản
    dùng lẫn lộn, cách ít gặp hơn bị nhắc; “bảo đảm”, “hằng năm”, “chiến sĩ” là cách viết của luật nên được giữ. “Qui”, “quí” được nhắc cả khi viết
    như thế từ đầu đến cuối.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản; “chiến sĩ” theo Luật Thi đua, khen thưởng, “bảo đảm” theo Nghị định 30/2020/NĐ-CP"
    good = (
        "tỷ lệ hộ nghèo giảm, tỷ lệ che phủ rừng tăng; làm việc tỉ mỉ.\n",
        "đảm bảo tiến độ, đảm bảo chất lượng.\n",
        "anh Quí, chị Lí dạy lý thuyết; các cháu quý mến.\n",
        "tổng kết hằng năm; bán hàng năm 2026 tăng; doanh thu mặt hàng năm nay tăng.\n",
        "bảo đảm tiến độ theo Nghị quyết “Về đảm bảo an toàn giao thông”.\n",
    )
    bad = (
        "thực hiện đúng [[qui→quy]] định, [[qui→quy]] chế, qui trình.\n",
        "tỷ lệ hộ nghèo giảm, tỷ lệ che phủ rừng tăng, [[tỉ→tỷ]] lệ thất nghiệp giảm.\n",
        "Tỷ lệ hộ nghèo giảm, tỷ lệ che phủ rừng tăng. [[Tỉ→Tỷ]] lệ thất nghiệp giảm.\n",
        "tỉ lệ hộ nghèo giảm, tỉ lệ che phủ rừng tăng, [[tỷ→tỉ]] lệ thất nghiệp giảm.\n",
        "tỷ lệ hộ nghèo giảm, [[tỉ→tỷ]] lệ thất nghiệp giảm.\n",
        "bảo đảm tiến độ, [[đảm bảo→bảo đảm]] chất lượng.\n",
        "[[Đảm bảo→Bảo đảm]] tiến độ, [[đảm bảo→bảo đảm]] an toàn; bảo đảm chất lượng.\n",
        "tổng kết hằng năm; bình xét [[hàng năm→hằng năm]].\n",
        "cán bộ, chiến sĩ và [[chiến sỹ→chiến sĩ]] lực lượng vũ trang.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens = doc.tokens
        present = word_places(tokens).keys()
        for variant in variants():
            needed = variant.other if variant.alone else variant.preferred + variant.other
            if not all(word in present for word in needed):
                continue
            kept, left = variant.preferred, variant.other
            places = {form: list(self._places(doc, form, variant)) for form in (kept, left)}
            if not places[left] or not (places[kept] or variant.alone):
                continue
            if not variant.settled and len(places[left]) > len(places[kept]):
                kept, left = left, kept
            yield from islice(self._findings(doc, kept, left, places), ROOM)

    def _findings(
        self, doc: Document, kept: tuple[str, ...], left: tuple[str, ...], places: dict[tuple[str, ...], list[int]]
    ) -> Iterator[Finding]:
        right = " ".join(kept)
        for first in places[left]:
            span = doc.tokens.span(first, first + len(left) - 1)
            written = doc.text[slice(*span)]
            if not in_quotes(doc.text, span[0]):
                times = len(places[kept])
                message = (
                    f"Chỗ khác trong văn bản viết “{right}” ({times} lần)."
                    if times
                    else f"Luật, nghị định viết “{right}”."
                )
                yield self.finding(span, message, right if written[0].islower() else capital(right))

    def _places(self, doc: Document, form: tuple[str, ...], variant: Variant) -> Iterator[int]:
        tokens = doc.tokens
        lower, texts = tokens.lower, tokens.texts
        for at in word_places(tokens).get(form[0], ()):
            after = at + len(form)
            if tuple(lower[at:after]) != form:
                continue
            following = lower[after] if after < len(lower) else ""
            # A capital in a one-syllable word is a person's name as often as not: Lí, Quí, Sỹ. “Tỉ lệ …” begins a sentence.
            first = len(form) == 1 and texts[at] != form[0]
            if first and not (
                f"{form[0]} {following}" in OPENINGS and opens_sentence(doc.text, tokens.span(at, at)[0])
            ):
                continue
            if (
                lower[at - 1] in variant.not_after
                or following in variant.not_before
                or following[:1] in variant.not_before
            ):
                continue
            yield at


@cache
def variants() -> tuple[Variant, ...]:
    return tuple(
        Variant(
            tuple(preferred.lstrip("*! ").split()),
            tuple(other.split()),
            words(before),
            words(after),
            preferred[0] in "*!",
            preferred[0] == "!",
        )
        for preferred, other, before, after in rows("variants.txt")
    )
