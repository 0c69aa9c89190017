"""Where each word, and some two words together, stand in a text, for all the rules that look some up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress, count

from checks.language.tokens import Tokens


def word_places(tokens: Tokens) -> Mapping[str, list[int]]:
    """The token indices of every token in small letters: ``{"thi": [4, 9], …}``; a word that is absent has no key."""
    return tokens.word_places


_ASKED: set[str] = set()
"""Every pair that somebody asked for."""


def meetings(tokens: Tokens, known: Mapping[str, object]) -> list[int]:
    """Where two folded syllables of ``known`` stand together, marks aside: indices of the first in ``tokens.keys``."""
    # An index of all pairs takes as long as ten walks: one for what anybody asked for yet answers all who ask again.
    pairs = tokens.pairs
    if not known.keys() <= _ASKED:
        _ASKED.update(known)
    asked, places = tokens.meetings
    if asked != len(_ASKED):
        places = list(compress(count(), map(_ASKED.__contains__, pairs)))
        tokens.meetings = len(_ASKED), places
    return [place for place in places if pairs[place] in known]
