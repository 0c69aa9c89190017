"""Where each word of a text stands, found once for all the rules that look words up."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import lru_cache
from itertools import compress, count

from checks.language.tokens import Tokens


@lru_cache(maxsize=2)
def word_places(tokens: Tokens) -> Mapping[str, list[int]]:
    """The token indices of every token in small letters: ``{"thi": [4, 9], …}``; a word that is absent has no key."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(tokens.lower):
        if word in places:
            places[word].append(index)
        else:
            places[word] = [index]
    return places


def meetings(tokens: Tokens, known: Container[str]) -> list[int]:
    """Where two folded syllables of ``known`` stand together, marks aside: indices of the first in ``tokens.keys``."""
    return list(compress(count(), map(known.__contains__, tokens.pairs)))
