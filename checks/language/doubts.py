"""What an office's own paper probably has wrong: such a place teaches nothing, or last year's slip would excuse this year's.

A place is believed once two papers have it, or once the office has called it right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checks.language.confusions import wrong_phrases
from checks.language.context import Table, fold
from checks.language.context_errors import suspicions
from checks.language.lexicon import Lexicon
from checks.language.near_miss import near_misses
from checks.language.tokens import Tokens, tokens
from checks.patterns import occurrences
from checks.values import NamedTuple

AROUND = 3
"""So many words on either side show where a doubt stands."""
BELIEVED = 2


class Doubt(NamedTuple):
    """The words between ``start`` and ``end`` are probably meant as ``right``; ``around`` shows them in their place."""

    start: int
    end: int
    right: str
    around: str


def doubts(text: str, lexicon: Lexicon, table: Table, accepted: Sequence[str] = ()) -> list[Doubt]:
    """Every doubt about ``text`` that no phrase of ``accepted`` answers, in reading order."""
    read = tokens(text)
    found = {(one.start, one.end): one.right for one in suspicions(read, lexicon, table)}
    found |= {(one.start, one.end): one.right for one in near_misses(read, lexicon)}
    found |= {(one.start, one.end): one.right for one in wrong_phrases(read, lexicon)}
    right = [(at, at + len(phrase)) for phrase in accepted for at in occurrences(phrase, text.lower())]
    return [
        Doubt(start, end, found[start, end], _around(read, start, end))
        for start, end in sorted(found)
        if not any(first <= start and end <= last for first, last in right)
    ]


def believed(
    texts: Iterable[str], lexicon: Lexicon, table: Table, accepted: Sequence[str] = ()
) -> Iterator[list[list[str]]]:
    """Of each text its folded tokens, cut in pieces where it has what is doubted and no other text has."""
    papers = [(tokens(text), doubts(text, lexicon, table, accepted)) for text in texts]
    papers_with = Counter(words for read, found in papers for words in {_words(read, doubt) for doubt in found})
    for read, found in papers:
        yield list(_pieces(read, [doubt for doubt in found if papers_with[_words(read, doubt)] < BELIEVED]))


def _pieces(read: Tokens, cuts: Sequence[Doubt]) -> Iterator[list[str]]:
    done = 0
    for cut in cuts:
        first, last = _range(read, cut.start, cut.end)
        yield [fold(word) for word in read.lower[done:first]]
        done = max(done, last + 1)
    yield [fold(word) for word in read.lower[done:]]


def _words(read: Tokens, doubt: Doubt) -> tuple[str, ...]:
    """The doubted word between its neighbours."""
    first, last = _range(read, doubt.start, doubt.end)
    return tuple(read.lower[max(0, first - 1) : last + 2])


def _around(read: Tokens, start: int, end: int) -> str:
    first, last = _range(read, start, end)
    span = read.span(max(0, first - AROUND), min(len(read) - 1, last + AROUND))
    return " ".join(read.text[slice(*span)].split())


def _range(read: Tokens, start: int, end: int) -> tuple[int, int]:
    """The first and the last token between two places."""
    first = last = read.index(start)
    while last + 1 < len(read) and read.start(last + 1) < end:
        last += 1
    return first, last
