"""Two syllables of a word in the wrong order: “phải có dung nội thiết thực”.

Reported is only what nobody wrote in this order, where the other order makes a word that goes on as others went on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from checks.language.computed import UNKNOWN
from checks.language.context import SELDOM, Table
from checks.language.evidence import WINDOW, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.syllables import KEYS
from checks.language.tokens import Tokens, told_once
from checks.values import NamedTuple

AT_HOME = 20
"""In so many documents, or more, the word must stand in the right order."""


class Swapped(NamedTuple):
    """The two words between ``start`` and ``end`` must be ``right``."""

    start: int
    end: int
    right: str


@told_once
def swapped(tokens: Tokens, lexicon: Lexicon, table: Table) -> tuple[Swapped, ...]:
    """Every pair in the wrong order, in reading order; two rules ask about one text."""
    return tuple(_swapped(tokens, lexicon, table))


def _swapped(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Swapped]:
    text = text_of(tokens, table)
    for at in compress(range(1, len(tokens) - 2), text.strange[WINDOW + 1 :]):
        one, other = tokens.texts[at : at + 2]
        if one.islower() and other.islower() and _turned(tokens, lexicon, table, at):
            start, end = tokens.span(at, at + 1)
            if tokens.text[start:end] == f"{one} {other}":
                yield Swapped(start, end, f"{other} {one}")


def _turned(tokens: Tokens, lexicon: Lexicon, table: Table, at: int) -> bool:
    words = tokens.lower[at - 1 : at + 3]
    before, one, other, behind = map(KEYS.__getitem__, words)
    if one == other or one in FUNCTION_WORDS or other in FUNCTION_WORDS or not lexicon.known[f"{other} {one}"]:
        return False
    if any(map(lexicon.known.__getitem__, (f"{before} {one}", f"{one} {other}", f"{other} {behind}"))):
        return False
    a, b, c, d = map(table.ids.__getitem__, words)
    whole = table.pair(c, b)
    if whole == UNKNOWN or table.pair_documents(whole) < AT_HOME:
        return False
    # “công chức, viên | chức không thuộc”: who reads on as others did has the order right.
    loose = min(table.pair_documents(table.pair(a, b)), table.pair_documents(table.pair(c, d))) <= SELDOM
    # “nói rõ, hẹn đúng, cho ghế ngồi”: that a comma stood there before tells nothing.
    return loose and (
        (before.isalpha() and table.triple(table.pair(a, c), b) > 0)
        or (behind.isalpha() and table.triple(whole, d) > 0)
    )
