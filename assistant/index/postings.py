"""Which sections hold a word and how much it says there: two bytes each, scored without reading a section.

SQLite's FTS5 looks up the length of every section that it scores, 1.2 µs each; here the length is counted in when a section
is written, so that a query only adds numbers.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assistant.index import SectionRecord
from assistant.index.tokens import names, tokens

HEADING_WEIGHT = 2
"""A word in the heading counts this many times a word in the body."""
ABOUT_WEIGHT = 3
"""A word of the issuer's name, the kind, the year or the title (``SectionRecord.about``)."""
SATURATION, BY_LENGTH = 1.2, 0.75
"""k1 and b of BM25."""
USUAL_LENGTH = 600
"""Tokens of a section that is neither long nor short."""

_LEVEL_BITS = 5
_PLACE_BITS = 11
BLOCK = 1 << _PLACE_BITS
"""Neighbouring rows whose postings are kept, and written anew, together."""
_HIGHEST = (1 << _LEVEL_BITS) - 1
_STEP = (SATURATION + 1) / _HIGHEST


class Block(NamedTuple):
    """The postings of one term in rows ``number * BLOCK`` and on, in the byte order of the machine that wrote them."""

    number: int
    term: str
    postings: bytes


def counted(record: SectionRecord) -> Counter[str]:
    """The tokens by which a section is found, each with what it weighs."""
    weights: Counter[str] = Counter(tokens(record.text))
    for token in tokens(record.heading):
        weights[token] += HEADING_WEIGHT
    for token in names(record.about):
        weights[token] += ABOUT_WEIGHT
    return weights


def blocks(rows: Iterable[tuple[int, Mapping[str, int]]]) -> Iterator[Block]:
    """The postings of new rows, in the order of blocks and terms."""
    new: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, weights in rows:
        block, place = new[row // BLOCK], row % BLOCK << _LEVEL_BITS
        usual = SATURATION * (1 - BY_LENGTH + BY_LENGTH * sum(weights.values()) / USUAL_LENGTH)
        said = {weight: place | _level(weight, usual) for weight in set(weights.values())}
        for term, weight in weights.items():
            block[term].append(said[weight])
    for number, block in sorted(new.items()):
        for term in sorted(block):
            yield Block(number, term, array("H", block[term]).tobytes())


def _level(weight: int, usual: float) -> int:
    return max(1, round(weight * (SATURATION + 1) / (weight + usual) / _STEP))


def without(held: bytes, gone: bytes) -> bytes:
    """The postings of a block, those of the rows in ``gone`` left out."""
    kept = array("H", held)
    for one in array("H", gone):
        at = _place(kept, one >> _LEVEL_BITS << _LEVEL_BITS)
        if at is not None:
            del kept[at]
    return kept.tobytes()


def rarity(frequency: int, sections: int) -> float:
    """What a term is worth that stands in ``frequency`` of ``sections``."""
    return max(1e-6, math.log((sections - frequency + 0.5) / (frequency + 0.5)))


def scores(found: Iterable[Block], worth: Mapping[str, float]) -> dict[int, float]:
    """Row → what it says of terms that are worth so much, by BM25."""
    gains = {term: [worth[term] * level * _STEP for level in range(_HIGHEST + 1)] for term in worth}
    summed: defaultdict[int, float] = defaultdict(float)
    for number, term, postings in found:
        first, gain = number << _PLACE_BITS, gains[term]
        for one in array("H", postings):
            summed[first + (one >> _LEVEL_BITS)] += gain[one & _HIGHEST]
    return summed


def scores_of(rows: Iterable[int], found: Iterable[Block], worth: Mapping[str, float]) -> dict[int, float]:
    """As ``scores`` for some rows only: of a word that stands everywhere a few postings are read, not all."""
    places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        places[row // BLOCK].append((row, row % BLOCK << _LEVEL_BITS))
    summed: defaultdict[int, float] = defaultdict(float)
    for number, term, postings in found:
        block = array("H", postings)
        gain = worth[term] * _STEP
        for row, place in places[number]:
            at = _place(block, place)
            if at is not None:
                summed[row] += gain * (block[at] & _HIGHEST)
    return summed


def _place(block: array[int], place: int) -> int | None:
    """Where in ``block`` the posting of that row stands."""
    at = bisect_left(block, place)
    return at if at < len(block) and block[at] <= place | _HIGHEST else None
