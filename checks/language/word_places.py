"""Where each word of a text stands, found once for all the rules that look words up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from checks.language.tokens import Tokens


@lru_cache(maxsize=2)
def word_places(tokens: Tokens) -> Mapping[str, list[int]]:
    """The token indices of every token in small letters: ``{"thi": [4, 9], …}``; a word that is absent has no key."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(tokens.lower):
        places[word].append(index)
    places.default_factory = None
    return places


@lru_cache(maxsize=2)
def pair_places(tokens: Tokens) -> Mapping[str, list[int]]:
    """For two folded syllables that stand together, marks aside, the indices of the first in ``tokens.keys``."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, pair in enumerate(tokens.pairs):
        places[pair].append(index)
    places.default_factory = None
    return places


def meetings(tokens: Tokens, known: Mapping[str, object]) -> list[int]:
    """Where a pair of ``known`` stands, in reading order."""
    places = pair_places(tokens)
    return sorted(place for pair in known.keys() & places.keys() for place in places[pair])
