"""What follows from a context table and takes seconds to compute: what each syllable may be a slip of, what stands between two,
and what nearly all wrote beside a pair. Kept for the shipped table."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

from checks.caching.answers import GROUPS, Answers
from checks.language.confusables import FARTHEST, cost
from checks.language.syllables import bare
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.language.context import Table

UNKNOWN = -1
COLUMNS = "IHIHhhB"
MOST_OF, LEAST_OFTEN = 0.4, 3
"""So much of all that was written beside a pair must be the same, of so many times or more."""


class Computed(NamedTuple):
    """What follows from the table and takes seconds to compute; kept for the shipped one."""

    close_row: Sequence[int]
    close: Sequence[int]
    """The syllables that each may be a slip of, one after the other, and where those of each begin."""
    around: Sequence[int]
    amid: Sequence[int]
    """The first and third syllable of each triple as one number, sorted, and what stands between them."""
    forward: Sequence[int]
    backward: Sequence[int]
    flags: Sequence[int]
    """Those of ``Mostly``."""


class Mostly(NamedTuple):
    """By the place of a pair, what nearly all wrote behind it and before it; nothing, ``UNKNOWN``, for most pairs and the last."""

    forward: Sequence[int] | Forward
    backward: Sequence[int] | Nothing
    flags: Sequence[int]
    """The first bit for something behind the pair, the second for something before it; empty where that is not known."""


class Nothing:
    """Nothing for any pair."""

    def __getitem__(self, place: int) -> int:
        return UNKNOWN


class Forward(Answers[int, int]):
    """What nearly all wrote behind the pair at a place."""

    room = GROUPS

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def find(self, place: int) -> int:
        if place < 0:
            return UNKNOWN
        times, found = self._table.likeliest(place)
        return found if times >= max(LEAST_OFTEN, MOST_OF * self._table.pair_count(place)) else UNKNOWN


def computed(table: Table) -> Computed:
    """Everything at once."""
    names, base, starts = table.syllables, table.pairs.base, table.columns.triples
    close = [
        [one for one in sorted(table.near(bare(written))) if 0 < cost(written, names[one]) <= FARTHEST]
        for written in names
    ]
    around = sorted(
        (one * base + third, table.columns.second[pair])
        for one, (first, last) in enumerate(pairwise(table.columns.row))
        for pair in range(first, last)
        for third in table.columns.third[starts[pair] : starts[pair + 1]]
    )
    sides, between = zip(*around, strict=True)
    closest = rows_of(list(map(len, close))), list(chain.from_iterable(close))
    forward, backward, flags = _mostly(table)
    return Computed(*closest, list(sides), list(between), forward, backward, flags)


def mostly(table: Table) -> Mostly:
    """What nearly all wrote behind and before each pair: that takes a second."""
    return Mostly(*_mostly(table))


def _mostly(table: Table) -> tuple[array[int], array[int], bytes]:
    """The columns of ``mostly``."""
    columns = table.columns
    size, counts = len(columns.second), columns.pair_counts
    forward, backward = array("h", [UNKNOWN]) * (size + 1), array("h", [UNKNOWN]) * (size + 1)
    flags, best = bytearray(size + 1), [0] * (size + 1)
    for one, (first, last) in enumerate(pairwise(columns.row)):
        for place in range(first, last):
            second = columns.second[place]
            for at in range(columns.triples[place], columns.triples[place + 1]):
                third, times = columns.third[at], columns.triple_counts[at]
                if times < LEAST_OFTEN:
                    continue
                if times >= MOST_OF * counts[place] and (
                    not flags[place] & 1 or times > table.triple(place, forward[place])
                ):
                    forward[place] = third
                    flags[place] |= 1
                behind = table.pair(second, third)
                if times >= MOST_OF * counts[behind] and times > best[behind]:
                    best[behind], backward[behind] = times, one
                    flags[behind] |= 2
    return forward, backward, bytes(flags)


def rows_of(lengths: Sequence[int]) -> list[int]:
    """Where each row begins, and where the last one ends."""
    return [0, *accumulate(lengths)]
