"""A syllable typed for another that no slip of marks or sounds explains: “với điều kiệu”, “là đầu mối, tổng hợm kết quả”.

One letter is another, and what is written is hardly a word by itself, makes none with its neighbours, and stands beside two that nobody
wrote there; one syllable only makes a word with the neighbour that many papers have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from checks.language.context import Table
from checks.language.evidence import WINDOW, single_words, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.near_miss import like
from checks.language.syllables import KEYS
from checks.language.tokens import DASHES, Tokens, told_once
from checks.values import NamedTuple

MANY = 5
"""In so many documents the word must have been met."""
SHORTEST = 3


class Mistyped(NamedTuple):
    """``right`` was meant between ``start`` and ``end``; ``word`` is what it makes with its neighbour."""

    start: int
    end: int
    right: str
    word: str


@told_once
def mistyped(tokens: Tokens, lexicon: Lexicon, table: Table) -> tuple[Mistyped, ...]:
    """Every syllable that is one letter away from the other half of a word, in reading order; two rules ask about one text."""
    return tuple(_mistyped(tokens, lexicon, table))


def _mistyped(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Mistyped]:
    strange = text_of(tokens, table).strange
    alone, keys, places = lexicon.beside.sides(tokens.pairs).alone, tokens.keys, tokens.places
    for place in compress(range(len(keys)), alone):
        at, key = places[place], keys[place]
        if (
            len(key) < SHORTEST
            or not tokens.texts[at].islower()
            or not (strange[at - 1 + WINDOW] or not tokens.texts[at - 1].isalpha())
            or not (strange[at + WINDOW] or at + 1 >= len(tokens) or not tokens.texts[at + 1].isalpha())
            or key in single_words()
            or key in FUNCTION_WORDS
            or len(tokens.word_places[tokens.lower[at]]) > 1
        ):
            continue
        found = set()
        for side in (-1, 1):
            if not 0 <= at + side < len(tokens) or not tokens.texts[at + side].isalpha():
                continue
            other = KEYS[tokens.lower[at + side]]
            if other in FUNCTION_WORDS or (
                0 <= place + side + side < len(keys) and _held(lexicon, keys, place + side, side)
            ):
                continue
            for half in lexicon.after[other] if side < 0 else lexicon.before[other]:
                pair = (other, half) if side < 0 else (half, other)
                if (
                    half not in FUNCTION_WORDS
                    and _one_letter(key, half)
                    and lexicon.known[" ".join(pair)]
                    and table.pair_documents(table.pair(table.ids[pair[0]], table.ids[pair[1]])) >= MANY
                ):
                    found.add((half, " ".join(pair)))
        if len({half for half, _ in found}) == 1:
            half, word = min(found)
            start, end = tokens.span(at, at)
            if not DASHES.isdisjoint(tokens.text[max(0, start - 1) : start] + tokens.text[end : end + 1]):
                continue  # “mô-tơ”
            yield Mistyped(start, end, like(tokens.texts[at], half), word)


def _held(lexicon: Lexicon, keys: list[str], place: int, side: int) -> bool:
    """Does the neighbour make a word with its other neighbour?"""
    one, other = sorted((place, place + side))
    return bool(lexicon.known[f"{keys[one]} {keys[other]}"])


@lru_cache(maxsize=1 << 14)
def _one_letter(one: str, other: str) -> bool:
    """Is one letter another, too many or too few, the marks being the same?"""
    if one == other or abs(len(one) - len(other)) > 1 or one.replace("i", "y") == other.replace("i", "y"):
        return False  # “qui tắc” is another way of writing it
    short, long = sorted((one, other), key=len)
    first = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[first + (len(short) == len(long)) :] == long[first + 1 :]
