"""A known phrase with one syllable wrong: “khôi, cụm thi đua” where every office writes “khối, cụm thi đua”.

A syllable is suspected only if it makes no known word with the word before it nor with the word after it.
Then it is compared with what the lexicon has in the same neighbourhood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.language.confusables import cost
from checks.language.lexicon import FUNCTION_WORDS, Lexicon, Phrase
from checks.language.syllables import split_tone
from checks.language.tokens import JOINTS, Tokens

SHORT_PHRASE = 1.5
EDGE = 2.0
INSIDE = 2.6

# Two right ways of writing, or two words that an office may both mean.
VARIANTS = frozenset(
    frozenset(pair.split())
    for pair in """
    hằng hàng, vũ võ, sĩ sỹ, gởi gửi, chính chánh, thu thụ, giầy giày, hoàng huỳnh, phúc phước, nhất nhứt, trường tràng,
    bảo bửu, cảnh kiểng, đảm đởm, tính tánh, sinh sanh, lĩnh lãnh, nhân nhơn, hợp hạp, mệnh mạng, trung chung, vi vy,
    đàng đường, phái phía, tùng tòng, nghĩa ngãi, đô đo, yên an, bình bường, thời thì, lời nhời, dòng giòng, trẽ rẽ,
    dậy dạy, sum xum, sứ xứ, dành giành, chủ chúa, tầng từng, giập dập, dây giây, xoay xoáy, quý quí, ủy uỷ, nề lề,
    các cả, năm năng, tổ tố, đã đà, phần phân, nhập nhận, đặt đạt, bộ bổ, công cộng, qua quả, đánh đành
    """.replace("\n", " ").split(",")
)


class NearMiss(NamedTuple):
    """``right`` is what the syllable at ``start`` must be, ``phrase`` the whole as it should be written."""

    start: int
    end: int
    right: str
    phrase: str
    why: str


class _Match(NamedTuple):
    phrase: Phrase
    first: int
    at: int
    cost: float


def near_misses(tokens: Tokens, lexicon: Lexicon) -> Iterator[NearMiss]:
    """Every syllable that makes of a known phrase an unknown one."""
    keys, known = tokens.keys, lexicon.known
    flags = [False, *map(known.__getitem__, tokens.pairs), False]
    for place, written in enumerate(keys):
        if flags[place] or flags[place + 1]:
            continue
        match = _best(tokens, lexicon, place, written)
        if match is not None:
            yield _finding(tokens, match, place)


def _best(tokens: Tokens, lexicon: Lexicon, place: int, written: str) -> _Match | None:
    """The longest phrase that the text around ``place`` misses by this syllable only."""
    keys = tokens.keys
    left = keys[place - 1] if place else ""
    right = keys[place + 1] if place + 1 < len(keys) else ""
    after, before = lexicon.after.get(left), lexicon.before.get(right)
    if not (after or before) or not written.isalpha():
        return None
    near = lexicon.near(written)
    found: list[_Match] = []
    for meant in after & near if after else ():
        found += _matches(tokens, lexicon, f"{left} {meant}", 1, place, written)
    for meant in before & near if before else ():
        found += _matches(tokens, lexicon, f"{meant} {right}", 0, place, written)
    if not found or _attested(tokens, lexicon, place):
        return None
    return max(found, key=lambda match: (len(match.phrase.keys), -match.cost, match.phrase.text))


def _matches(
    tokens: Tokens, lexicon: Lexicon, pair: str, offset: int, place: int, written: str
) -> Iterator[_Match]:
    """Phrases with ``pair`` that fit the text but for the syllable at ``place``, the pair's ``offset``-th."""
    keys = tokens.keys
    meant = pair.split()[offset]
    if meant == written or frozenset((meant, written)) in VARIANTS:
        return
    price = cost(written, meant)
    if price > INSIDE:
        return
    for phrase in lexicon.with_pair(pair):
        for at, syllable in enumerate(phrase.keys):
            first = place - at
            last = first + len(phrase.keys)
            if syllable != meant or first < 0 or last > len(keys):
                continue
            rest = (*phrase.keys[:at], written, *phrase.keys[at + 1 :])
            if tuple(keys[first:last]) == rest and _allowed(tokens, phrase, first, at, price):
                yield _Match(phrase, first, at, price)


def _allowed(tokens: Tokens, phrase: Phrase, first: int, at: int, price: float) -> bool:
    """Whether the difference is a slip in this phrase: short phrases and their edges are easily met by chance."""
    length = len(phrase.keys)
    place = first + at
    edge = at in (0, length - 1)
    if price > (SHORT_PHRASE if length == 2 else EDGE if edge else INSIDE):
        return False
    if edge and tokens.keys[place] in FUNCTION_WORDS:
        return False
    written = tokens.texts[tokens.places[place]]
    if length < 4 and written[0].isupper() and not _capital_expected(tokens, phrase, first, at):
        return False
    return all(
        after in phrase.joints
        for after in range(length - 1)
        if tokens.places[first + after + 1] - tokens.places[first + after] > 1
    )


def _capital_expected(tokens: Tokens, phrase: Phrase, first: int, at: int) -> bool:
    """Whether a capital at this syllable says nothing about a name: the phrase has one, or all of it is written so."""
    if phrase.words[at][0].isupper():
        return True
    texts = [tokens.texts[place] for place in tokens.places[first : first + len(phrase.keys)]]
    if all(text.isupper() for text in texts):
        return True
    return at == 0 and not texts[1][0].isupper()


def _attested(tokens: Tokens, lexicon: Lexicon, place: int) -> bool:
    """Whether the syllable stands in a phrase that the text has right."""
    keys = tokens.keys
    for left in (place - 1, place):
        if not 0 <= left < len(tokens.pairs):
            continue
        for phrase in lexicon.with_pair(tokens.pairs[left]):
            for at, pair in enumerate(zip(phrase.keys, phrase.keys[1:], strict=False)):
                first = left - at
                if " ".join(pair) == tokens.pairs[left] and tuple(keys[first : first + len(phrase.keys)]) == phrase.keys:
                    return True
    return False


def _finding(tokens: Tokens, match: _Match, place: int) -> NearMiss:
    phrase, first, at, _ = match
    token = tokens.token(tokens.places[place])
    right = like(token.text, phrase.words[at])
    start, _ = tokens.span(tokens.places[first], tokens.places[first])
    _, end = tokens.span(tokens.places[first], tokens.places[first + len(phrase.keys) - 1])
    whole = tokens.text[start : token.start] + right + tokens.text[token.end : end]
    return NearMiss(token.start, token.end, right, " ".join(whole.split()), difference(tokens.keys[place], phrase.keys[at]))


def like(written: str, right: str) -> str:
    """``right`` with the capitals of ``written``."""
    if written.isupper() and len(written) > 1:
        return right.upper()
    return right[0].upper() + right[1:] if written[0].isupper() else right.lower()


def difference(written: str, right: str) -> str:
    """What the two differ in, in words."""
    if split_tone(written)[0] == split_tone(right)[0]:
        return "một dấu thanh"
    if len(written) == len(right):
        return "một chữ"
    return "một chữ cái" if abs(len(written) - len(right)) == 1 else "một âm tiết"


__all__ = ["JOINTS", "NearMiss", "difference", "like", "near_misses"]
