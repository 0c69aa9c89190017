"""A syllable that fell out where nearly all went on with it: “dịch vụ công trực [tuyến] toàn trình”, “cấp có thẩm [quyền] phê duyệt”.

What is left may well make words (“công trực”), which ``lost`` and ``gaps`` let stand. Asked is what others wrote behind the
two before the gap, or before the two behind it, where nobody wrote three of the words around it. What speaks for a lost syllable was
fitted as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from math import inf, log1p
from operator import and_, ne, or_

from checks.caching.answers import GROUPS
from checks.language.boosting import weights_in
from checks.language.computed import LEAST_OFTEN, UNKNOWN
from checks.language.confusables import FARTHEST, cost
from checks.language.context import Table
from checks.language.evidence import WINDOW, Text, part, text_of
from checks.language.gaps import Evidence as Around
from checks.language.gaps import evidence as around_a_gap
from checks.language.lexicon import Lexicon
from checks.language.missing import SPARED, Missing
from checks.language.near_miss import like
from checks.language.tokens import Tokens
from checks.values import NamedTuple

WEIGHTS = "continued_weights.txt"
SURE, LIKELY, PERHAPS = 2.25, 1.75, 1.5
"""As in ``lost``: an error, worth a look, a suggestion."""
WHOLE = 3.25
"""What must speak for a lost syllable where the two around the gap make words without it."""
LEAST = 0.0
"""What does not make the text likelier is not weighed."""
ENDS = frozenset(",.;:)")
"""What may stand behind a word that lost its last syllable."""


class Way(NamedTuple):
    """Between the token at ``place`` and the next the syllable ``lost`` may have stood."""

    place: int
    lost: int
    evidence: tuple[float, ...]


class Evidence(NamedTuple):
    """What speaks for a lost syllable beside what speaks for one in a gap (``gaps``); counts are taken as logarithms."""

    forward: float
    """Which part of what was written behind the two before the gap it is, where that is most of it."""
    backward: float
    """Which part of what was written before the two behind the gap it is, where that is most of it."""
    behind_all: float
    before_all: float
    """How much that is at all."""
    both: float
    """Whether most went on with it and came from it."""
    mark: float
    """Whether a mark stands behind the gap."""
    head: float
    """Whether one stands before the syllable before it."""
    unmet: float
    """How many of the two pairs around the gap's neighbours nobody wrote."""
    other: float
    """Which part of all that stands behind the one before the gap what stands behind the gap is."""


AHEAD, BACK = (bytes(bits >> bit & 1 for bits in range(256)) for bit in (0, 1))
FIELDS = (*Around._fields, *Evidence._fields)
HELD, NAME = FIELDS.index("held_left"), FIELDS.index("name")


def continued_syllables(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Missing]:
    """Every syllable that is surely, likely or perhaps missed, in reading order."""
    for one in ways(tokens, lexicon, table):
        value = score(one.evidence)
        if value >= (WHOLE if _whole(one.evidence) else PERHAPS):
            start, end = tokens.span(one.place, one.place)
            lost = like(table.syllables[one.lost], table.syllables[one.lost])
            before, behind = tokens.lower[one.place], tokens.lower[one.place + 1]
            joins = one.evidence[FIELDS.index("joins_left")] or not behind.isalpha()
            phrase = f"{before} {lost}" if joins else f"{lost} {behind}"
            yield Missing(start, end, lost, phrase, value >= SURE, value < LIKELY)


def ways(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Way]:
    """Where nearly all went on with one syllable, or came from one, and the text does not."""
    text, texts = text_of(tokens, table), tokens.texts
    ids, pairs, most = text.ids, text.pairs, table.mostly
    ahead, back = most.forward, most.backward
    for place in _asked(text, table, len(tokens)):
        at = place + WINDOW
        one, other = ids[at], ids[at + 1]
        if (
            not texts[place].islower()
            or not (texts[place + 1].isalpha() or texts[place + 1] in ENDS)
            or UNKNOWN in (one, other)
        ):
            continue
        some = set()
        found = ahead[pairs[at - 1]]
        if found >= 0 and found != other and not table.triple(pairs[at - 1], other):
            some.add(found)
        found = back[pairs[at + 1]]
        if (
            found >= 0
            and found != one
            and texts[place + 1].isalpha()
            and texts[place + 2].isalpha()
            and not table.triple(pairs[at], ids[at + 2])
        ):
            some.add(found)
        if some:
            way = _likeliest(text, lexicon, table, at, some)
            if way is not None:
                yield way


def _asked(text: Text, table: Table, size: int) -> Iterator[int]:
    """The places behind which, or before which, nearly all wrote one and the same, and the text does not."""
    most, pairs, ids = table.mostly, text.pairs, text.ids
    if most.flags:
        told = bytes(map(most.flags.__getitem__, pairs))
        # The pair before the gap has its bit for what follows, that behind it the one for what comes before.
        before, behind = told[WINDOW - 1 :].translate(AHEAD), told[WINDOW + 1 :].translate(BACK)
        after = map(ne, map(most.forward.__getitem__, pairs[WINDOW - 1 :]), ids[WINDOW + 1 :])
        ahead = map(ne, map(most.backward.__getitem__, pairs[WINDOW + 1 :]), ids[WINDOW:])
        return compress(range(size - 2), map(or_, map(and_, before, after), map(and_, behind, ahead)))
    counts = table.columns.pair_counts
    return (
        place for place in range(size - 2) if (pair := pairs[place + WINDOW - 1]) >= 0 and counts[pair] >= LEAST_OFTEN
    )


def _likeliest(text: Text, lexicon: Lexicon, table: Table, at: int, some: set[int]) -> Way | None:
    around = tuple(text.ids[at - 1 : at + 3])
    gain, lost = _best(table, around, frozenset(some))
    if gain < LEAST or (table.syllables[around[2]] == "," and lost in text.ids[at + 2 : at + 2 + SPARED]):
        return None  # “sơ, tổng kết”
    return Way(at - WINDOW, lost, _evidence(text, lexicon, table, at, lost, gain))


@lru_cache(maxsize=GROUPS)
def _best(table: Table, around: tuple[int, ...], some: frozenset[int]) -> tuple[float, int]:
    """What of ``some`` makes the four words ``around`` a gap likeliest, and by how much; many texts say the same there."""
    before, one, other, after = around
    names, now = table.syllables, table.likelihood(*around)
    return max(
        (
            (table.likelihood(before, one, lost, other, after) - now, lost)
            for lost in some.difference(around)
            if names[lost].isalpha()
            and not 0 < _price(names[one], names[lost]) <= FARTHEST
            and not 0 < _price(names[other], names[lost]) <= FARTHEST
        ),
        default=(-inf, UNKNOWN),
    )


@lru_cache(maxsize=1 << 12)
def _price(written: str, meant: str) -> float:
    return cost(written, meant) if written.isalpha() else 0.0


def _evidence(text: Text, lexicon: Lexicon, table: Table, at: int, lost: int, gain: float) -> tuple[float, ...]:
    ids, pairs, names, known = text.ids, text.pairs, table.syllables, lexicon.known
    before, one, other, after = ids[at - 1 : at + 3]
    first, left, right, last = (names[i] if i >= 0 else "" for i in (before, one, other, after))
    held = bool(known[f"{first} {left}"]), bool(known[f"{right} {last}"])
    all_behind, all_before = table.pair_count(pairs[at - 1]), table.pair_count(pairs[at + 1])
    forward = part(table.triple(pairs[at - 1], lost), all_behind)
    backward = part(table.triple(table.pair(lost, other), after), all_before)
    own = Evidence(
        forward=forward,
        backward=backward,
        behind_all=log1p(all_behind),
        before_all=log1p(all_before),
        both=float(forward >= 0.5 and backward >= 0.5),
        mark=float(not right.isalpha()),
        head=float(not first.isalpha()),
        unmet=float((pairs[at - 1] < 0) + (pairs[at + 1] < 0)),
        other=part(table.pair_count(pairs[at]), table.count(one)),
    )
    return (*around_a_gap(text, lexicon, table, at, lost, (gain, 0.0), held), *own)


def _whole(evidence: tuple[float, ...]) -> bool:
    """Does all that is left make words, or a name begin behind the gap: “truyền thông | đại chúng”, “tiến tới | Hội thi”?"""
    return bool(evidence[HELD] and evidence[HELD + 1]) or bool(evidence[NAME])


def score(evidence: tuple[float, ...]) -> float:
    """What the weights of ``continued_weights.txt`` say of ``evidence``."""
    return weights_in(WEIGHTS, FIELDS)(evidence)
