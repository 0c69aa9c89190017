"""A syllable that a fixed phrase is never written without, and is: “thi đua yêu [nước] các cấp”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.language.lexicon import Lexicon, Phrase
from checks.language.tokens import Tokens
from checks.language.word_places import meetings
from checks.values import NamedTuple


class Missing(NamedTuple):
    """``syllable`` must stand at ``at``, after the words between ``start`` and ``at``; ``phrase`` is the whole."""

    start: int
    at: int
    syllable: str
    phrase: str


def missing_syllables(tokens: Tokens, lexicon: Lexicon) -> Iterator[Missing]:
    """Every known phrase that lacks its obligatory syllable."""
    keys, done = tokens.keys, -1
    shortened = lexicon.shortened
    for place in meetings(tokens, shortened):
        if place < done:
            continue
        for phrase, cut in shortened[tokens.pairs[place]]:
            last = place + len(cut)
            if tuple(keys[place:last]) == cut and not _whole(tokens, phrase, place):
                yield _missing(tokens, phrase, place)
                done = last
                break


def _whole(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    return tuple(tokens.keys[place : place + len(phrase.keys)]) == phrase.keys


def _missing(tokens: Tokens, phrase: Phrase, place: int) -> Missing:
    assert phrase.obligatory is not None
    start, at = tokens.span(tokens.places[place], tokens.places[place + phrase.obligatory - 1])
    return Missing(start, at, phrase.words[phrase.obligatory], phrase.text)
