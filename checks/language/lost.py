"""A syllable that fell out beside the other half of its word: “căn cứ kế [hoạch] số 113”, “trên địa [bàn] (GRDP)”.

Some syllables hardly ever stand alone (``waiting``). Where one does, every syllable that others wrote between it and its neighbour
is weighed; how, was fitted on syllables taken out of our own texts (``python -m checks.language.train --fit``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from math import log1p

from checks.caching.answers import GROUPS
from checks.language.boosting import weights_in
from checks.language.computed import UNKNOWN
from checks.language.context import Table
from checks.language.evidence import WINDOW, Text, part, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.missing import Missing
from checks.language.near_miss import like
from checks.language.syllables import KEYS
from checks.language.tokens import Tokens
from checks.language.waiting import lonely, waiting
from checks.values import NamedTuple

WEIGHTS = "lost_weights.txt"
SURE, LIKELY, PERHAPS = 2.5, 1.5, 1.0
"""From which score a syllable is missed for certain, from which it is worth a look, and from which it is a suggestion:
in texts that are written freely most of what lies between these two stands alone by right (“trình khen”, “sinh viên y”)."""
LONE = 2.0
"""From which score where none of the two around the gap makes a word as it stands."""
FARTHEST = 10.0
"""A margin beyond this tells nothing more."""
OPENS = frozenset(".\n;:")
BEFORE_A_FIGURE = 5.0
"""So much must a syllable wait before a figure: “hoàn 100%” lacks its other half, “xây 450 nhà” does not."""


class Lost(NamedTuple):
    """Between the token at ``place`` and the next the syllable ``lost`` may have stood."""

    place: int
    lost: int
    evidence: Evidence


class Evidence(NamedTuple):
    """What speaks for a lost syllable; counts are taken as logarithms."""

    waits_left: float
    waits_right: float
    """How much the syllables around the gap wait for another half, if they make no word as they stand."""
    joined_left: float
    joined_right: float
    """The same for those with which the lost syllable makes a word that the other neighbour does not make."""
    lone_left: float
    lone_right: float
    name: float
    """Whether a capital stands behind the gap."""
    gain: float
    """How much more probable the text becomes, in nats."""
    margin: float
    """How far the next best syllable is."""
    left: float
    right: float
    """In how many documents the lost syllable was met beside each neighbour."""
    behind: float
    """Which part of what was written behind the two before the gap it is."""
    between: float
    """Which part of what was written behind it and the one before the gap stands behind the gap."""
    before: float
    """Which part of what was written before the one behind the gap it is."""
    empty: float
    """Whether it is a function word."""
    head: float
    mark: float
    """Whether a mark stands before the syllable before the gap, and whether behind the gap."""
    strange: float
    """Whether nobody wrote the two around the gap side by side."""
    here: float
    """How often the words it makes stand elsewhere in this text."""
    repeats: float
    """How often the two around the gap do."""
    word: float
    """With how many neighbours it makes a word."""
    held: float
    """How many neighbours make a word without it."""
    unknown: float
    """How many neighbours are strange to their own neighbours."""


def lost_syllables(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Missing]:
    """Every syllable that is surely or likely missed, in reading order."""
    for one in losses(tokens, lexicon, table):
        value = score(one.evidence)
        if value >= PERHAPS:
            start, end = tokens.span(one.place, one.place)
            syllable = table.syllables[one.lost]
            before, behind = tokens.lower[one.place], tokens.lower[one.place + 1]
            left, right = one.evidence.joined_left, one.evidence.joined_right
            starts = left > right if left or right else not lexicon.known[f"{syllable} {behind}"]
            phrase = f"{before} {like(syllable, syllable)}" if starts else f"{like(syllable, syllable)} {behind}"
            sure = value >= (SURE if one.evidence.held else LONE)
            yield Missing(start, end, like(syllable, syllable), phrase, sure, value < LIKELY)


def losses(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Lost]:
    """Beside every syllable that waits for its other half, the likeliest that may have been lost."""
    text, places = text_of(tokens, table), tokens.places
    waits = {places[place]: waiting()[tokens.keys[place]] for place in lonely(tokens, lexicon)}
    rare = compress(range(len(tokens)), _rare(text))
    waits |= {at: waiting()[key] for at in rare if (key := KEYS[tokens.lower[at]]) in waiting()}
    for gap in sorted({at - 1 for at in waits if at} | waits.keys()):
        if gap + 1 < len(tokens) and _open(text, table, gap) and not _whole(tokens, lexicon, gap, waits):
            found = _likeliest(text, lexicon, table, gap, waits)
            if found is not None:
                yield found


def _rare(text: Text) -> bytes:
    """Which tokens stand between two that hardly anybody wrote beside them, though a word may be known: “dụng công”."""
    size = len(text.strange)
    pairs = int.from_bytes(text.strange, "big") | int.from_bytes(text.seldom, "big")
    # Each token's pair before and pair behind as the digits of one number.
    met = pairs.to_bytes(size, "big")
    both = int.from_bytes(met[:-1], "big") & int.from_bytes(met[1:], "big")
    return both.to_bytes(size - 1, "big")[WINDOW - 1 : 1 - WINDOW]


def _whole(tokens: Tokens, lexicon: Lexicon, gap: int, waits: dict[int, float]) -> bool:
    """Does the syllable at ``gap``, which may stand alone, count what follows, or does a comma part it from its other half?"""
    behind = tokens.texts[gap + 1]
    if behind == "," and gap + 2 < len(tokens):
        return bool(lexicon.known[f"{tokens.lower[gap]} {tokens.lower[gap + 2]}"])
    return waits.get(gap, 0.0) < BEFORE_A_FIGURE and behind[0].isdigit()


def _open(text: Text, table: Table, gap: int) -> bool:
    """May a syllable have fallen out behind the token at ``gap``, where no one wrote three of the four words around it?"""
    texts, at = text.tokens.texts, gap + WINDOW
    one, other = texts[gap], texts[gap + 1]
    if text.ids[at] == UNKNOWN or text.ids[at + 1] == UNKNOWN or other[0] == "\n":
        return False
    if not one.islower() and not (one.istitle() and len(one) > 1 and (gap == 0 or texts[gap - 1][0] in OPENS)):
        return False
    if text.strange[at]:
        return True
    return not read_on(text, table, at)


def read_on(text: Text, table: Table, at: int) -> bool:
    """Did somebody write three of the four words around the gap behind a place of ``ids``?"""
    ids, pairs = text.ids, text.pairs
    return bool(table.triple(pairs[at - 1], ids[at + 1]) or table.triple(pairs[at], ids[at + 2]))


def _likeliest(text: Text, lexicon: Lexicon, table: Table, gap: int, waits: dict[int, float]) -> Lost | None:
    """The syllable that fits best behind the token at ``gap``."""
    at = gap + WINDOW
    waiting_here = waits.get(gap, 0.0), waits.get(gap + 1, 0.0)
    lost, *gain = _best(lexicon, table, tuple(text.ids[at - 1 : at + 3]), (waiting_here[0] > 0, waiting_here[1] > 0))
    if lost == UNKNOWN:
        return None
    return Lost(gap, lost, _evidence(text, lexicon, table, at, lost, (gain[0], gain[1]), waiting_here))


@lru_cache(maxsize=GROUPS)
def _best(
    lexicon: Lexicon, table: Table, around: tuple[int, ...], waits: tuple[bool, bool]
) -> tuple[int, float, float]:
    """What fits best in the gap amid four words, its gain and how far the next is; many texts say the same there."""
    before, one, other, after = around
    now = 0.0
    ranked = []
    read_on = table.between(table.pair(before, one))
    between = (table.after(one) & table.before(other)) - {one, other}
    if table.computed and table.pair(other, after) == UNKNOWN:  # then nobody went on from it as the text does
        between &= read_on.union(table.amid(one, other))
    if not (halves := _halves(lexicon, table, one, other, waits, between)):
        return UNKNOWN, 0.0, 0.0
    read_on = read_on.union(table.amid(one, other, halves))
    for lost in halves:
        if lost not in read_on and not table.triple(table.pair(lost, other), after):
            continue
        now = now or table.likelihood(before, one, other, after)
        ranked.append((table.likelihood(before, one, lost, other, after) - now, lost))
    if not ranked:
        return UNKNOWN, 0.0, 0.0
    (gain, lost), *rest = sorted(ranked, reverse=True)
    return lost, gain, min(gain - rest[0][0], FARTHEST) if rest else FARTHEST


def _halves(
    lexicon: Lexicon, table: Table, one: int, other: int, waits: tuple[bool, bool], between: frozenset[int]
) -> set[int]:
    """All ``between`` the two that makes a word with one of them that ``waits``."""
    names, known = table.syllables, lexicon.known
    found: set[int] = set()
    if waits[0]:
        found.update(between.intersection(map(table.ids.get, lexicon.halves[names[one]])))
    if waits[1]:
        found |= {lost for lost in between - found if known[f"{names[lost]} {names[other]}"]}
    return found


def _evidence(
    text: Text,
    lexicon: Lexicon,
    table: Table,
    at: int,
    lost: int,
    gain: tuple[float, float],
    waits: tuple[float, float],
) -> Evidence:
    """What speaks for ``lost`` behind a place of ``ids``."""
    ids, pairs, names, known = text.ids, text.pairs, table.syllables, lexicon.known
    before, one, other, after = ids[at - 1 : at + 3]
    first, left, right, last = (names[i] if i >= 0 else "" for i in (before, one, other, after))
    to_left, to_right = table.pair(one, lost), table.pair(lost, other)
    makes = bool(known[f"{left} {names[lost]}"]), bool(known[f"{names[lost]} {right}"])
    held = bool(known[f"{first} {left}"]), bool(known[f"{right} {last}"])
    joined = [float(made and not other_way) for made, other_way in zip(makes, held, strict=True)]
    here = text.triples(one, lost, other) + makes[0] * text.times(one, lost) + makes[1] * text.times(lost, other)
    return Evidence(
        waits_left=waits[0],
        waits_right=waits[1],
        joined_left=joined[0] * (1 + waits[0]),
        joined_right=joined[1] * (1 + waits[1]),
        lone_left=float(waits[0] > 0 and not held[0]),
        lone_right=float(waits[1] > 0 and not held[1]),
        name=float(text.tokens.texts[at - WINDOW + 1][0].isupper()),
        gain=gain[0],
        margin=gain[1],
        left=log1p(table.pair_documents(to_left)),
        right=log1p(table.pair_documents(to_right)),
        behind=part(table.triple(pairs[at - 1], lost), table.pair_count(pairs[at - 1])),
        between=part(table.triple(to_left, other), table.pair_count(to_left)),
        before=part(table.pair_count(to_right), table.count(other)),
        empty=float(names[lost] in FUNCTION_WORDS),
        head=float(not first.isalpha()),
        mark=float(not right.isalpha()),
        strange=float(text.strange[at]),
        here=log1p(here),
        repeats=log1p(text.times(one, other) - 1),
        word=float(sum(makes)),
        held=float(sum(held)),
        unknown=float((not table.pair_documents(pairs[at - 1])) + (not table.pair_documents(pairs[at + 1]))),
    )


def score(evidence: Evidence) -> float:
    """What the weights of ``lost_weights.txt`` say of ``evidence``."""
    return weights_in(WEIGHTS, evidence._fields)(evidence)
