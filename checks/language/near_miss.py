"""A known phrase with one syllable wrong: “khôi, cụm thi đua” where every office writes “khối, cụm thi đua”.

A syllable is suspected only if it makes no word with the one before it nor with the one after it. Then it is
compared with what the lexicon has in the same neighbourhood: first its phrases, then the words within them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress, count

from checks.caching.answers import GROUPS, Answers
from checks.language.confusables import NEVER, cost
from checks.language.lexicon import FUNCTION_WORDS, Lexicon, Phrase
from checks.language.lexicon_index import EMPTY_FIRST, EMPTY_SECOND, FIRST, SECOND
from checks.language.lexicon_index import WORD as A_WORD
from checks.language.syllables import split_tone
from checks.language.tokens import Tokens
from checks.values import NamedTuple

WORD, EDGE, INSIDE = 1.3, 2.0, 2.6
"""The dearest slip believed in a word of two syllables, at the edge of a phrase, and inside one or in a syllable unheard of."""
LONG = 4
"""From this length a phrase is not met by chance, and a capital in it is no name."""

# Two right ways of writing one word, or two words that an office may both mean.
VARIANTS = frozenset(
    frozenset(pair.split())
    for pair in """
    hằng hàng, vũ võ, sĩ sỹ, gởi gửi, chính chánh, thu thụ, giầy giày, giầu giàu, nề nền, tính tánh, trường tràng, lĩnh lãnh, nhân nhơn,
    hợp hạp, mệnh mạng, sinh sanh, hoàng huỳnh, phúc phước, nhất nhứt, cảnh kiểng, tùng tòng, nghĩa ngãi, thời thì,
    dòng giòng, sum xum, hạn hẹn, dành giành, tầng từng, bảo bửu, hòa huề, đang đương
    """.replace("\n", " ").split(",")
)


class NearMiss(NamedTuple):
    """``right`` is what stands for the syllable at ``start``, ``phrase`` the whole as it should be written."""

    start: int
    end: int
    right: str
    phrase: str
    why: str


class _Meant(NamedTuple):
    """A pair of the lexicon that the text misses by a slip in its ``offset``-th syllable."""

    pair: tuple[str, str]
    offset: int
    price: float


class _Match(NamedTuple):
    phrase: Phrase
    first: int
    at: int
    cost: float


def near_misses(tokens: Tokens, lexicon: Lexicon) -> Iterator[NearMiss]:
    """Every syllable that makes of a known phrase an unknown one."""
    keys = tokens.keys
    if not keys:
        return
    beside, alone = lexicon.beside.sides(tokens.pairs)
    lone = list(compress(count(), alone))
    sides = zip(lone, compress(beside, alone), compress(beside[1:], alone), strict=True)
    # A syllable may be a slip by what it is with the one before it and with the one after it.
    doubtful = [
        at
        for at, before, after in sides
        if before & SECOND or after & FIRST or (before & EMPTY_SECOND and after & EMPTY_FIRST)
    ]
    around, meants = ["", *keys, ""], _meants(lexicon)
    for place in doubtful:
        left, written, right = around[place : place + 3]
        meant = meants[left, written, right]
        match = _best(tokens, lexicon, place, meant, beside) if meant else None
        if match is not None:
            yield _finding(tokens, match, place)


def _best(tokens: Tokens, lexicon: Lexicon, place: int, meants: Iterable[_Meant], beside: bytes) -> _Match | None:
    """The longest phrase that the text around ``place`` misses by this syllable only."""
    found: list[_Match] = []
    for pair, offset, price in meants:
        found += _matches(tokens, lexicon, pair, offset, place, price)
        # “Chủ tịch UBND tỉnh yêu cầu” is no “tình yêu”: the partner must not belong to a word on its other side.
        if beside[place - 1 if offset else place + 2] != A_WORD:
            found += _word(tokens, lexicon, pair, offset, place, price)
    if not found or _attested(tokens, lexicon, place):
        return None
    return max(found, key=lambda match: (len(match.phrase.keys), -match.cost, match.phrase.text))


class _Meants(Answers[tuple[str, str, str], tuple[_Meant, ...]]):
    """What may have been meant by a syllable between its neighbours; most texts ask the same."""

    room = GROUPS

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def find(self, around: tuple[str, str, str]) -> tuple[_Meant, ...]:
        left, written, right = around
        if not written.isalpha():
            return ()
        behind, ahead = self._lexicon.after[left], self._lexicon.before[right]
        # A function word is taken for a slip only inside a phrase.
        fitting = behind & ahead if written in FUNCTION_WORDS else behind | ahead
        found = []
        for meant in filter(fitting.__contains__, self._lexicon.close(written)) if fitting else ():
            if meant in behind:
                found.append(_Meant((left, meant), 1, _price(written, meant)))
            if meant in ahead:
                found.append(_Meant((meant, right), 0, _price(written, meant)))
        return tuple(one for one in found if one.price <= INSIDE)


@lru_cache(maxsize=4)
def _meants(lexicon: Lexicon) -> _Meants:
    return _Meants(lexicon)


def _price(written: str, meant: str) -> float:
    # A cost of nothing is the syllable itself, or a mark on the wrong vowel: that is for the syllable.
    return NEVER if frozenset((written, meant)) in VARIANTS else cost(written, meant) or NEVER


def _matches(
    tokens: Tokens, lexicon: Lexicon, pair: tuple[str, str], offset: int, place: int, price: float
) -> Iterator[_Match]:
    """Phrases with ``pair`` that fit the text but for the syllable at ``place``, the pair's ``offset``-th."""
    keys, meant = tokens.keys, pair[offset]
    following = keys[place + 1] if place + 1 < len(keys) else ""
    # What begins before the pair is found where its other half stands before it.
    for phrase in lexicon.reading(*pair, following) if offset else lexicon.opening(*pair):
        if len(phrase.keys) == 2 and price > WORD:
            continue
        for at, syllable in enumerate(phrase.keys):
            first, last = place - at, place - at + len(phrase.keys)
            if syllable != meant or first < 0 or last > len(keys):
                continue
            rest = (*phrase.keys[:at], keys[place], *phrase.keys[at + 1 :])
            if tuple(keys[first:last]) == rest and _allowed(tokens, phrase, first, at, price):
                yield _Match(phrase, first, at, price)


def _word(
    tokens: Tokens, lexicon: Lexicon, pair: tuple[str, str], offset: int, place: int, price: float
) -> Iterator[_Match]:
    """``pair`` itself, if it is a word of two syllables and not only a piece of a phrase."""
    empty = not FUNCTION_WORDS.isdisjoint((*pair, tokens.keys[place]))
    if empty or not lexicon.words[" ".join(pair)]:
        return
    if price > WORD and lexicon.in_use(tokens.keys[place]):
        return
    phrase = Phrase(" ".join(pair), pair, pair, frozenset(), ())
    if _allowed(tokens, phrase, place - offset, offset, price):
        yield _Match(phrase, place - offset, offset, price)


def _allowed(tokens: Tokens, phrase: Phrase, first: int, at: int, price: float) -> bool:
    """Whether the difference is a slip in this phrase: short phrases and their edges are easily met by chance."""
    length, place = len(phrase.keys), first + at
    edge = at in (0, length - 1)
    if edge and price > (EDGE if length >= LONG else WORD) and length > 2:
        return False
    if edge and tokens.keys[place] in FUNCTION_WORDS:
        return False
    # “khoản thu cho ngân sách”: a function word is no slip of “thu, chi” where the comma is not there.
    commas = phrase.joints & {at - 1, at}
    if commas and tokens.keys[place] in FUNCTION_WORDS and not any(_marked(tokens, first + after) for after in commas):
        return False
    # “trách nhiệm cử cán bộ”: a word may stand in every place where a function word may.
    if phrase.keys[at] in FUNCTION_WORDS and price > WORD:
        return False
    written = tokens.texts[tokens.places[place]]
    if at == 0 and _named(tokens, place):
        return False
    if length < LONG and written[0].isupper() and not _capital_expected(tokens, phrase, first, at):
        return False
    return all(after in phrase.joints for after in range(length - 1) if _marked(tokens, first + after))


def _marked(tokens: Tokens, place: int) -> bool:
    """Does a mark stand behind this syllable?"""
    return tokens.places[place + 1] - tokens.places[place] > 1


def _named(tokens: Tokens, place: int) -> bool:
    """“phường Thượng Cát tổ chức hội nghị”: a capital after a capital is the end of a name, and opens no phrase."""
    at = tokens.places[place]
    return at > 0 and tokens.texts[at].istitle() and tokens.texts[at - 1].istitle()


def _capital_expected(tokens: Tokens, phrase: Phrase, first: int, at: int) -> bool:
    """Whether a capital here tells of no name: the phrase has it too, all of it is capitals, or it opens a sentence."""
    if phrase.words[at][0].isupper():
        return True
    texts = [tokens.texts[place] for place in tokens.places[first : first + len(phrase.keys)]]
    return all(text.isupper() for text in texts) or (at == 0 and texts[1][0].islower())


def _attested(tokens: Tokens, lexicon: Lexicon, place: int) -> bool:
    """Whether the syllable stands in a phrase that the text has right."""
    keys = tokens.keys
    for left in range(max(0, place - 1), min(place + 1, len(tokens.pairs))):
        one, other, following = (*keys[left : left + 3], "")[:3]
        for phrase in lexicon.reading(one, other, following):
            for first in range(max(0, left - len(phrase.keys) + 2), left + 1):
                if tuple(keys[first : first + len(phrase.keys)]) == phrase.keys:
                    return True
    return False


def _finding(tokens: Tokens, match: _Match, place: int) -> NearMiss:
    phrase, first, at, _ = match
    token = tokens.token(tokens.places[place])
    right = like(token.text, phrase.words[at])
    start, end = tokens.span(tokens.places[first], tokens.places[first + len(phrase.keys) - 1])
    whole = tokens.text[start : token.start] + right + tokens.text[token.end : end]
    why = difference(tokens.keys[place], phrase.keys[at])
    return NearMiss(token.start, token.end, right, " ".join(whole.split()), why)


# A folded syllable as most offices write it
USUAL = {
    "qúy": "quý",
    "qùy": "quỳ",
    "qủy": "quỷ",
    "qũy": "quỹ",
    "kỉ": "kỷ",
    "kĩ": "kỹ",
    "kì": "kỳ",
    "lí": "lý",
    "mĩ": "mỹ",
    "tỉ": "tỷ",
}


def like(written: str, right: str) -> str:
    """``right`` with the capitals of ``written``."""
    right = USUAL.get(right, right)
    if written.isupper() and len(written) > 1:
        return right.upper()
    return right[0].upper() + right[1:] if written[0].isupper() else right.lower()


def difference(written: str, right: str) -> str:
    """What two syllables differ in, in words."""
    if split_tone(written)[0] == split_tone(right)[0]:
        return "một dấu thanh"
    return "một chữ" if len(written) == len(right) else "một chữ cái"
