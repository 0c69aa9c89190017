"""Cụm từ lặp lại trong văn bản, một chỗ khác một dấu."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, compress, count
from operator import and_

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.lexicon import Lexicon, shipped
from checks.language.near_miss import VARIANTS, like
from checks.language.syllables import bare
from checks.language.tokens import Tokens
from checks.rule import Rule
from checks.surroundings import in_table
from checks.values import NamedTuple


class Twins(NamedTuple):
    """Two words with the same letters and other marks, as indices of the keys, all between the same neighbours."""

    ones: list[int]
    others: list[int]


class RepeatedPhrase(Rule):
    """Một cụm từ lặp lại thì viết như nhau ở mọi chỗ: trích yếu ghi “truyền thống ngành Tòa án”, dưới không ghi “truyền thông ngành Tòa án”.

    Hai chữ đứng trước và hai chữ đứng sau giống hệt nhau mà chữ ở giữa chỉ khác dấu thì một trong hai chỗ là lỗi gõ phím.
    Chỗ ít gặp hơn bị nhắc; gặp bằng nhau thì nhắc chỗ không thành từ với chữ bên cạnh, rồi đến chỗ đứng sau. Tên người, tên
    riêng, chữ cái đánh điểm và ô bảng không xét.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Chào mừng ngày truyền thống Dân quân xã; kỷ niệm ngày truyền thống Dân quân xã.\n",
        "Biểu dương ông Trần Văn Hùng, Trưởng thôn Trung; ông Trần Văn Hưng, Trưởng thôn Trung.\n",
        "Tổng kết hằng năm theo quy chế; tổng kết hàng năm theo quy chế.\n",
        "Giao thôn Hạ chủ trì trồng cây ven kênh; giao thôn Thượng chủ trì trồng cỏ ven kênh.\n",
    )
    bad = (
        "PHÁT ĐỘNG THI ĐUA CHÀO MỪNG NGÀY TRUYỀN THỐNG DÂN QUÂN XÃ\n\n"
        "Nay phát động thi đua chào mừng ngày truyền [[thông→thống]] Dân quân xã năm 2026.\n",
        "Sửa chữa tại các cửa hàng bán gạo; giá tại các [[của→cửa]] hàng bán gạo.\n",
        "Trợ cấp thờ [[cũng→cúng]] liệt sĩ xã; chi trợ cấp thờ cúng liệt sĩ xã; mức trợ cấp thờ cúng liệt sĩ xã.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens = doc.tokens
        for twins in _twins(tokens):
            wrong, right = _judged(tokens, twins, shipped())
            shown = tokens.span(tokens.places[right[0]], tokens.places[right[0]])
            for at in wrong:
                start, end = tokens.span(tokens.places[at], tokens.places[at])
                if not in_table(doc, start):
                    written = doc.text[start:end]
                    meant = like(written, doc.text[slice(*shown)].lower())
                    message = f"Cùng cụm từ này, ở dòng {doc.place(shown[0])[0]} văn bản viết “{meant}”, ở đây viết “{written}”."
                    yield self.finding((start, end), message, meant)


def _twins(tokens: Tokens) -> Iterator[Twins]:
    """Every word that stands again with other marks between the same two words before it and the same two behind it."""
    pairs, keys = tokens.pairs, tokens.keys
    again = {pair for pair, times in Counter(pairs).items() if times > 1}
    often = list(map(again.__contains__, pairs))
    around = zip(zip(pairs, pairs[3:], strict=False), count(2), strict=False)
    asked = list(compress(around, map(and_, often, often[3:])))
    first: dict[tuple[str, str], str] = {}
    parted = {two for two, at in asked if first.setdefault(two, keys[at]) != keys[at]}
    between = defaultdict[tuple[str, str], list[int]](list)
    for two, at in asked if parted else ():
        if two in parted:
            between[two].append(at)
    for places in between.values():
        for one, other in combinations(sorted({keys[at] for at in places}), 2):
            if bare(one) != bare(other) or len(one) < 2 or not one.isalpha() or frozenset((one, other)) in VARIANTS:
                continue
            twins = Twins([at for at in places if keys[at] == one], [at for at in places if keys[at] == other])
            if not all(_named(tokens, places[0]) for places in twins):
                yield twins


def _named(tokens: Tokens, at: int) -> bool:
    """May the word be of a name?"""
    return tokens.texts[tokens.places[at]][0].isupper()


def _judged(tokens: Tokens, twins: Twins, lexicon: Lexicon) -> tuple[list[int], list[int]]:
    """The wrong and the right: which makes fewer words beside it, else the fewer here, else in the text, else the later."""
    known = [_words(tokens, places[0], lexicon) for places in twins]
    if known[0] != known[1]:
        return (twins.ones, twins.others) if known[0] < known[1] else (twins.others, twins.ones)
    in_all = {places[0]: tokens.keys.count(tokens.keys[places[0]]) for places in twins}
    wrong, right = sorted(twins, key=lambda places: (len(places), in_all[places[0]], -places[0]))
    return wrong, right


def _words(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """With how many of its neighbours a word makes a known pair."""
    return sum(bool(lexicon.known[pair]) for pair in tokens.pairs[at - 1 : at + 1])
