"""A syllable that fell out between two that nobody wrote side by side: “có thành [tích] xuất sắc”, “tiến [độ] các dự án”.

Neither neighbour need be one that hardly ever stands alone (``lost``): asked is every pair nobody wrote where half of a word
is left, and how others went on. What speaks for a lost syllable was fitted as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from math import log1p

from checks.language.boosting import weights_in
from checks.language.computed import UNKNOWN
from checks.language.context import Table
from checks.language.evidence import WINDOW, Text, free_words, part, single_words, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.lost import FARTHEST, read_on
from checks.language.missing import Missing
from checks.language.near_miss import like
from checks.language.tokens import Tokens
from checks.language.waiting import waiting
from checks.values import NamedTuple

WEIGHTS = "gap_weights.txt"
SURE, LIKELY, PERHAPS = 2.25, 2.0, 1.75
"""As in ``lost``: an error, worth a look, a suggestion."""
MOSTLY = 0.4
"""What so many went on with is asked even where nobody went on from it as the text does."""
LEAST = -1.5
"""What makes the text so much less likely is not weighed."""


class Gap(NamedTuple):
    """Between the token at ``place`` and the next the syllable ``lost`` may have stood."""

    place: int
    lost: int
    evidence: Evidence


class Evidence(NamedTuple):
    """What speaks for a lost syllable; counts are taken as logarithms."""

    gain: float
    """How much more probable the text becomes, in nats."""
    margin: float
    """How far the next best syllable is."""
    behind: float
    between: float
    before: float
    """How often it was met behind the two before the gap, between the two around it, before the two behind it."""
    least: float
    """The least of these."""
    part_behind: float
    part_between: float
    part_before: float
    """Which part of what was written there these are."""
    left: float
    right: float
    """In how many documents it was met beside each neighbour."""
    joins_left: float
    joins_right: float
    """Whether it makes a word with a neighbour."""
    open_left: float
    open_right: float
    """With one that makes none with its other neighbour."""
    part_left: float
    part_right: float
    """And is no common word by itself."""
    bound_left: float
    bound_right: float
    """Nor a rare one."""
    waits_left: float
    waits_right: float
    """How seldom a neighbour with which it makes a word stands alone."""
    held_left: float
    held_right: float
    name: float
    """Whether a capital stands behind the gap."""
    empty_left: float
    empty_right: float
    """Which neighbours are function words."""
    count_left: float
    count_right: float
    often: float
    empty: float
    """Whether it is a function word."""
    met: float
    """In how many documents the two stand side by side."""
    here: float
    """How often it stands between the same two elsewhere in this text."""
    repeats: float
    """How often the two around the gap do."""


def gap_syllables(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Missing]:
    """Every syllable that is surely, likely or perhaps missed, in reading order."""
    for one in gaps(tokens, lexicon, table):
        value = score(one.evidence)
        if value >= PERHAPS:
            start, end = tokens.span(one.place, one.place)
            lost = like(table.syllables[one.lost], table.syllables[one.lost])
            before, behind = tokens.lower[one.place], tokens.lower[one.place + 1]
            phrase = f"{before} {lost}" if one.evidence.joins_left else f"{lost} {behind}"
            yield Missing(start, end, lost, phrase, value >= SURE, value < LIKELY)


def gaps(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Gap]:
    """For every pair that nobody, or hardly anybody, wrote the likeliest syllable that others wrote between."""
    text, keys, places = text_of(tokens, table), tokens.keys, tokens.places
    texts, ids, strange, met = tokens.texts, text.ids, text.strange, text.met
    alone = lexicon.beside.sides(tokens.pairs).alone
    halves = [places[at] for at in compress(range(len(keys)), alone) if keys[at] not in FUNCTION_WORDS]
    for place in sorted([place for place in {*halves, *(half - 1 for half in halves if half)} if met[place + WINDOW]]):
        at = place + WINDOW
        if (
            texts[place].islower()
            and place + 1 < len(texts)
            and texts[place + 1].isalpha()
            and ids[at] != UNKNOWN
            and ids[at + 1] != UNKNOWN
            and (strange[at] or not read_on(text, table, at))
        ):
            found = _likeliest(text, lexicon, table, at)
            if found is not None:
                yield found


def _likeliest(text: Text, lexicon: Lexicon, table: Table, at: int) -> Gap | None:
    """The syllable that fits best behind a place of ``ids`` and makes a word there with what is half of one."""
    behind = table.between(text.pairs[at - 1])
    if not behind:
        return None
    before, one, other, after = text.ids[at - 1 : at + 3]
    names, known = table.syllables, lexicon.known
    first, left, right, last = (names[i] if i >= 0 else "" for i in (before, one, other, after))
    pairs, ranked = text.pairs, []
    some = set(table.amid(one, other, behind))
    most, likeliest = table.likeliest(pairs[at - 1])
    if most >= MOSTLY * table.pair_count(pairs[at - 1]):
        some.add(likeliest)
    for lost in some:
        syllable = names[lost]
        if (known[f"{left} {syllable}"] or known[f"{syllable} {right}"]) and syllable.isalpha():
            ranked.append((table.likelihood(before, one, lost, other, after), lost))
    if not ranked:
        return None
    (chance, lost), *rest = sorted(ranked, reverse=True)
    gain = chance - table.likelihood(before, one, other, after)
    margin = min(chance - rest[0][0], FARTHEST) if rest else FARTHEST
    held = bool(known[f"{first} {left}"]), bool(known[f"{right} {last}"])
    return (
        Gap(at - WINDOW, lost, evidence(text, lexicon, table, at, lost, (gain, margin), held)) if gain > LEAST else None
    )


def evidence(
    text: Text, lexicon: Lexicon, table: Table, at: int, lost: int, gain: tuple[float, float], held: tuple[bool, bool]
) -> Evidence:
    """What speaks for ``lost`` behind a place of ``ids``."""
    ids, pairs, names, known = text.ids, text.pairs, table.syllables, lexicon.known
    one, other, after = ids[at : at + 3]
    left, right = names[one], names[other]
    to_left, to_right = table.pair(one, lost), table.pair(lost, other)
    joins = bool(known[f"{left} {names[lost]}"]), bool(known[f"{names[lost]} {right}"])
    open_ = joins[0] and not held[0], joins[1] and not held[1]
    met = table.triple(pairs[at - 1], lost), table.triple(to_left, other), table.triple(to_right, after)
    return Evidence(
        gain=gain[0],
        margin=gain[1],
        behind=log1p(met[0]),
        between=log1p(met[1]),
        before=log1p(met[2]),
        least=log1p(min(met)),
        part_behind=part(met[0], table.pair_count(pairs[at - 1])),
        part_between=part(met[1], table.pair_count(to_left)),
        part_before=part(met[2], table.pair_count(to_right)),
        left=log1p(table.pair_documents(to_left)),
        right=log1p(table.pair_documents(to_right)),
        joins_left=float(joins[0]),
        joins_right=float(joins[1]),
        open_left=float(open_[0]),
        open_right=float(open_[1]),
        part_left=float(open_[0] and left not in single_words()),
        part_right=float(open_[1] and right not in single_words()),
        bound_left=float(open_[0] and left not in free_words()),
        bound_right=float(open_[1] and right not in free_words()),
        waits_left=joins[0] * waiting().get(left, 0.0),
        waits_right=joins[1] * waiting().get(right, 0.0),
        held_left=float(held[0]),
        held_right=float(held[1]),
        name=float(text.tokens.texts[at - WINDOW + 1][0].isupper()),
        empty_left=float(left in FUNCTION_WORDS),
        empty_right=float(right in FUNCTION_WORDS),
        count_left=log1p(table.count(one)),
        count_right=log1p(table.count(other)),
        often=log1p(table.count(lost)),
        empty=float(names[lost] in FUNCTION_WORDS),
        met=log1p(table.pair_documents(pairs[at])),
        here=log1p(text.triples(one, lost, other)),
        repeats=log1p(text.times(one, other) - 1),
    )


def score(evidence: Evidence) -> float:
    """What the weights of ``gap_weights.txt`` say of ``evidence``."""
    return weights_in(WEIGHTS, evidence._fields)(evidence)
