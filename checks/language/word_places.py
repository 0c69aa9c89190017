"""Where each word, and each two words together, stand in a text, for all the rules that look some up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress, count

from checks.language.tokens import Tokens


def word_places(tokens: Tokens) -> Mapping[str, list[int]]:
    """The token indices of every token in small letters: ``{"thi": [4, 9], …}``; a word that is absent has no key."""
    return tokens.word_places


def meetings(tokens: Tokens, known: Mapping[str, object]) -> list[int]:
    """Where two folded syllables of ``known`` stand together, marks aside: indices of the first in ``tokens.keys``."""
    if tokens.put_together:  # a text met before is asked twice, not by every rule: an index is not worth it
        return list(compress(count(), map(known.__contains__, tokens.pairs)))
    places = tokens.pair_places
    return sorted(place for pair in known.keys() & places.keys() for place in places[pair])
