"""Syllables that do not belong where they stand: nobody ever wrote them beside these neighbours, and one slip away is
a syllable that everybody writes there.

Only a syllable that was never met beside one of its neighbours is judged. What may have been meant instead comes from
the table and from the text itself; how much better it fits is weighed against how far the slip is, with linear weights
that were fitted on errors put into other texts (``python -m checks.language.train --fit``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import compress, pairwise
from math import log, log1p
from operator import or_
from typing import NamedTuple

from checks.language.confusables import FARTHEST, cost
from checks.language.context import UNKNOWN, Table
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.near_miss import VARIANTS, like
from checks.language.syllables import KEYS, bare, is_syllable
from checks.language.tokens import Tokens, kind_of, places_of
from checks.tables import DATA, rows

STRICT, LOOSE = 2.6, 0.45
"""From which score a suspicion is an error, and from which it is worth a look. On texts the model has not seen, the
first is exceeded by at most one right syllable in 20,000, the second by one in 4,000 (``benchmarks/spelling.md``)."""
AGAINST = -99.0
COMMON = 5
"""In how many documents a syllable must stand to be meant where nothing but the letters speaks for it."""
WEIGHTS = DATA / "context_weights.txt"

WINDOW = 3
DEAR = 3.0
"""How many nats a slip of cost 1 must gain before it is ranked above the cheaper one."""
WIDEST = 10.0
"""A margin beyond this tells nothing more."""
QUOTES = {"“": "”", "‘": "’", "«": "»"}


class Features(NamedTuple):
    """What is known of a suspicion; the score is their weighted sum. Counts are taken as logarithms."""

    gain: float
    """How much more probable the text becomes, in nats."""
    cost: float
    margin: float
    """How far the next best syllable is."""
    left: float
    right: float
    """In how many documents the meant syllable was met beside each neighbour."""
    both: float
    triple: float
    word: float
    """With how many neighbours it makes a word of the lexicon."""
    orphans: float
    """How many of those neighbours make no word with their other neighbour: they wait for this one."""
    written: float
    meant: float
    """How often either was met at all."""
    half: float
    """In how many documents the written syllable was met beside one of its neighbours."""
    lost: float
    """How many neighbours are strange to their own neighbours: then this is unknown ground."""
    names: float
    """How many neighbours have a capital."""
    edge: float
    """How many neighbours are no syllables."""
    repeats: float
    """How often the same is written in this text."""
    here: float
    """How often the meant syllable stands beside the same neighbours in this text."""
    meant_here: float
    written_here: float
    """How often either stands elsewhere in this text."""
    empty: float
    """Whether the meant syllable is a function word."""
    empty_written: float
    unmet: float
    """Whether no document has the written syllable: it lives in a word of the lexicon only, and stands outside it."""
    wide: float
    """Beside how many different syllables it was met."""
    wide_meant: float


class Suspicion(NamedTuple):
    """Between ``start`` and ``end`` stands a syllable that should be ``right``.

    ``pair``, the syllable and a neighbour, was never met; ``meant_pair`` was met ``times``, and ``here`` in this text.
    """

    start: int
    end: int
    right: str
    pair: str
    meant_pair: str
    times: int
    here: int
    score: float

    @property
    def sure(self) -> bool:
        """Whether it is an error: what was met in this text only proves nothing."""
        return self.score >= STRICT and self.times > 0


class Candidate(NamedTuple):
    """The best syllable for the token at ``place``, and what speaks for it."""

    place: int
    meant: int
    features: Features


class Text:
    """A text as the table sees it."""

    def __init__(self, tokens: Tokens, table: Table) -> None:
        self.tokens = tokens
        outside = [UNKNOWN] * WINDOW
        self.ids = [*outside, *map(table.ids.__getitem__, tokens.lower), *outside]
        self.pairs = list(map(table.pairs.__getitem__, pairwise(self.ids)))
        documents = table.columns.pair_documents
        self.strange = [pair < 0 or not documents[pair] for pair in self.pairs]
        """Which pairs no text and no phrase has; a frame may let them stand."""

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        return places_of(self.ids)

    def after(self, syllable: int) -> list[int]:
        """What stands in this text after a syllable, as often as it does."""
        return [self.ids[at + 1] for at in self._places.get(syllable, ())] if syllable >= 0 else []

    def before(self, syllable: int) -> list[int]:
        return [self.ids[at - 1] for at in self._places.get(syllable, ())] if syllable >= 0 else []

    def singles(self, syllable: int) -> int:
        """How often a syllable stands in this text."""
        return len(self._places.get(syllable, ()))

    def times(self, one: int, other: int) -> int:
        """How often a pair does."""
        return self.after(one).count(other)

    def triples(self, one: int, two: int, three: int) -> int:
        wanted = [one, two, three]
        return sum(self.ids[at - 1 : at + 2] == wanted for at in self._places.get(two, ()))

    def beside(self, at: int) -> tuple[str, str]:
        """The tokens before and after a place of ``ids``, a break where there is none."""
        texts, index = self.tokens.texts, at - WINDOW
        return texts[index - 1] if index else "\n", texts[index + 1] if index + 1 < len(texts) else "\n"


def candidates(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Candidate]:
    """For each suspected syllable the one that may have been meant."""
    text = Text(tokens, table)
    beside = map(or_, text.strange[WINDOW - 1 :], text.strange[WINDOW:])
    for index, written in compress(enumerate(tokens.texts), beside):
        if written.islower() or _opens(tokens, index):
            found = _candidate(text, lexicon, table, index)
            if found is not None:
                yield found


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a capital is that of a sentence: “Củng trong năm nay”."""
    texts = tokens.texts
    first = index == 0 or (kind_of(texts[index - 1]) == "break" and texts[index - 1] not in QUOTES)
    return first and texts[index].istitle() and index + 1 < len(texts) and texts[index + 1].islower()


def _candidate(text: Text, lexicon: Lexicon, table: Table, index: int) -> Candidate | None:
    at = index + WINDOW
    best = _best(text, lexicon, table, at)
    return best and Candidate(index, best.meant, _features(text, lexicon, table, at, best))


def agreement(text: Text, lexicon: Lexicon, table: Table, start: int, right: str) -> float:
    """How strongly the context speaks for ``right`` where a syllable begins at ``start``; ``AGAINST`` if it does not."""
    found = _candidate(text, lexicon, table, text.tokens.index(start))
    if found is None or table.syllables[found.meant] != KEYS[right.lower()]:
        return AGAINST
    return score(found.features)


class _Best(NamedTuple):
    meant: int
    gain: float
    cost: float
    margin: float


def _best(text: Text, lexicon: Lexicon, table: Table, at: int) -> _Best | None:
    """The syllable that fits best where a pair was never met, and how much better than the next."""
    written, ids = text.tokens.lower[at - WINDOW], text.ids
    before, after = text.beside(at)
    strange_left = text.strange[at - 1] and ids[at - 1] >= 0 and before.isalnum()
    strange_right = text.strange[at] and ids[at + 1] >= 0 and after.isalnum()
    # “dịch chồng dịch”, “tay trong tay” are written on purpose; two numbers, as in “30 thảng 11”, say nothing.
    if not (strange_left or strange_right) or len(written) < 2 or (ids[at - 1] == ids[at + 1] and before.isalpha()):
        return None
    key, names, known = KEYS[written], table.syllables, lexicon.known
    if known[f"{KEYS[before.lower()]} {key}"] or known[f"{key} {KEYS[after.lower()]}"]:
        return None
    near = table.near(bare(key))
    meants: set[int] = set()
    if strange_left:
        meants.update(near & table.after(ids[at - 1]), near.intersection(text.after(ids[at - 1])))
    if strange_right:
        meants.update(near & table.before(ids[at + 1]), near.intersection(text.before(ids[at + 1])))
    if not is_syllable(written):
        return None
    if not meants:
        # “lẫy”, “thẹo” live in one word each: outside it, what is meant may stand beside neighbours nobody ever met.
        if table.count_documents(ids[at]):
            return None
        meants = {meant for meant in near if table.count_documents(meant) >= COMMON}
    now = 0.0
    ranked: list[tuple[float, int, float, float]] = []
    for meant in meants - {ids[at - 1], ids[at + 1]}:  # a repair doubles no word
        price = cost(key, names[meant])
        if not 0 < price <= FARTHEST or frozenset((key, names[meant])) in VARIANTS:
            continue
        now = now or _likelihood(table, ids, at, ids[at])
        gain = _likelihood(table, ids, at, meant) - now
        if gain > price:
            ranked.append((gain - DEAR * price, -meant, gain, price))
    if not ranked:
        return None
    ranked.sort(reverse=True)
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else WIDEST
    return _Best(-ranked[0][1], ranked[0][2], ranked[0][3], min(margin, WIDEST))


def _likelihood(table: Table, ids: Sequence[int], at: int, syllable: int) -> float:
    """How probable the text around ``at`` is with ``syllable`` there."""
    before, left, right, after = ids[at - 2], ids[at - 1], ids[at + 1], ids[at + 2]
    return log(
        table.probability(before, left, syllable)
        * table.probability(left, syllable, right)
        * table.probability(syllable, right, after)
    )


def _features(text: Text, lexicon: Lexicon, table: Table, at: int, best: _Best) -> Features:
    ids, pairs, names = text.ids, text.pairs, table.syllables
    left, right = ids[at - 1], ids[at + 1]
    beside = text.beside(at)
    words = [word.isalpha() for word in beside]
    written, meant = text.tokens.lower[at - WINDOW], names[best.meant]
    to_left, to_right = table.pair(left, best.meant), table.pair(best.meant, right)
    around = [names[i] if i >= 0 else "" for i in ids[at - 2 : at + 3]]
    makes = (lexicon.known[f"{around[1]} {meant}"], lexicon.known[f"{meant} {around[3]}"])
    waits = (lexicon.known[f"{around[0]} {around[1]}"], lexicon.known[f"{around[3]} {around[4]}"])
    empty = meant in FUNCTION_WORDS
    again = text.triples(left, ids[at], right) - 1
    return Features(
        gain=best.gain,
        cost=best.cost,
        margin=best.margin,
        left=log1p(table.pair_documents(to_left)) if words[0] else 0.0,
        right=log1p(table.pair_documents(to_right)) if words[1] else 0.0,
        both=float(to_left >= 0 and to_right >= 0),
        triple=log1p(table.triple(to_left, right)),
        word=float(sum(makes)),
        orphans=float(sum(made and not other for made, other in zip(makes, waits, strict=True))),
        written=log1p(table.count(ids[at])),
        meant=log1p(table.count(best.meant)),
        half=log1p(max(table.pair_documents(pairs[at - 1]), table.pair_documents(pairs[at]))),
        lost=float((words[0] and pairs[at - 2] < 0) + (words[1] and pairs[at + 1] < 0)),
        names=float(sum(word[0].isupper() for word in beside)),
        edge=float(2 - sum(words)),
        repeats=log1p(again),
        here=0.0
        if empty
        else log1p(words[0] * text.times(left, best.meant) + words[1] * text.times(best.meant, right)),
        meant_here=log1p(text.singles(best.meant)),
        written_here=log1p(text.singles(ids[at]) - 1 if ids[at] >= 0 else 0),
        empty=float(empty),
        empty_written=float(written in FUNCTION_WORDS),
        unmet=float(not table.count_documents(ids[at])),
        wide=log1p(table.followers(ids[at])),
        wide_meant=log1p(table.followers(best.meant)),
    )


@cache
def weights() -> tuple[float, ...]:
    """One for each feature, and the constant."""
    found = {name: float(weight) for name, weight in rows(WEIGHTS.name)}
    return tuple(found[name] for name in (*Features._fields, "bias"))


def score(features: Features) -> float:
    *each, bias = weights()
    return bias + sum(map(float.__mul__, each, features))


def suspicions(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Suspicion]:
    """What an office should look at, with a score of ``LOOSE`` or more."""
    for found in candidates(tokens, lexicon, table):
        # The weights were fitted on small letters: at the head of a sentence a strong suspicion is worth a look, no more.
        opens = not tokens.texts[found.place].islower()
        value = score(found.features) - opens * STRICT
        if value >= LOOSE and not _quoted(tokens, found.place):
            yield _suspicion(tokens, table, found, value)


def _quoted(tokens: Tokens, index: int) -> bool:
    """Whether a quotation is open here: the words of others are not ours to mend."""
    start = tokens.start(index)
    line = tokens.text[tokens.text.rfind("\n", 0, start) + 1 : start]
    return any(line.rfind(left) > line.rfind(right) for left, right in QUOTES.items()) or line.count('"') % 2 == 1


def _suspicion(tokens: Tokens, table: Table, found: Candidate, value: float) -> Suspicion:
    """The finding, with the neighbour beside which the meant syllable was met most."""
    token = tokens.token(found.place)
    right = like(token.text, table.syllables[found.meant])
    shown = []
    for first, second in ((found.place - 1, found.place), (found.place, found.place + 1)):
        if first < 0 or second >= len(tokens) or not (tokens.texts[first] + tokens.texts[second]).isalnum():
            continue
        written = (tokens.texts[first], tokens.texts[second])
        meant = (written[0], right) if second == found.place else (right, written[1])
        if _times(table, *written):
            continue
        here = list(pairwise(tokens.lower)).count((meant[0].lower(), meant[1].lower()))
        shown.append((_times(table, *meant), here, " ".join(written), " ".join(meant)))
    times, here, pair, meant_pair = max(shown)
    return Suspicion(token.start, token.end, right, pair, meant_pair, times, here, value)


def _times(table: Table, one: str, other: str) -> int:
    """How often two words were met beside each other."""
    pair = table.pair(table.ids[one.lower()], table.ids[other.lower()])
    return table.pair_count(pair) if table.pair_documents(pair) else 0
