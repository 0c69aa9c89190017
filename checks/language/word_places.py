"""Where each word, and some two words together, stand in a text, for all the rules that look some up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress, count

from checks.language.tokens import Tokens


def word_places(tokens: Tokens) -> Mapping[str, list[int]]:
    """The token indices of every token in small letters: ``{"thi": [4, 9], …}``; a word that is absent has no key."""
    return tokens.word_places


def meetings(tokens: Tokens, known: Mapping[str, object]) -> list[int]:
    """Where two folded syllables of ``known`` stand together, marks aside: indices of the first in ``tokens.keys``."""
    # An index of all pairs takes as long as ten of these walks; half a dozen rules ask.
    return list(compress(count(), map(known.__contains__, tokens.pairs)))
