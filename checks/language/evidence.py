"""What speaks for another syllable where one stands that nobody ever wrote there.

All of it is counted: in the table, in the lexicon and in the text itself. Counts are taken as logarithms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property
from itertools import pairwise
from math import log1p

from checks.language.computed import UNKNOWN
from checks.language.context import HARDLY, UNMET, Table
from checks.language.lexicon import FUNCTION_WORDS, Lexicon, data_lines
from checks.language.syllables import KEYS
from checks.language.tokens import Tokens, told_once
from checks.values import NamedTuple

SINGLE, RARE = "single_words.txt", "rare_words.txt"
WINDOW = 3
IS_UNMET, IS_HARDLY_MET = (bytes(bool(bits & bit) for bits in range(256)) for bit in (UNMET, HARDLY))
VOUCHED = 2
"""So many documents the table counts for a word that only the lexicon has."""


class Features(NamedTuple):
    """What is known of a suspicion."""

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
    forward: float
    backward: float
    """How often it was met behind the two before it, and before the two behind it."""
    sure_left: float
    sure_right: float
    """Which part of all that was ever written beside the neighbour it is."""
    word: float
    """With how many neighbours it makes a word of the lexicon."""
    orphans: float
    """How many of those neighbours make no word with their other neighbour: they wait for this one."""
    in_use: float
    """In how many documents one of those words was met."""
    held: float
    """Whether the written syllable makes a word that no document has."""
    strange: float
    """Beside how many neighbours the written syllable was never met."""
    seldom: float
    """Beside how many it was hardly ever met."""
    written: float
    meant: float
    """How often either was met at all."""
    written_documents: float
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
    alone: float
    alone_meant: float
    """Whether either is a word by itself that such texts use."""
    bound: float
    """Whether the written syllable lives in compounds only, and stands outside them beside two that nobody wrote there."""


class Text:
    """A text as the table sees it."""

    def __init__(self, tokens: Tokens, table: Table) -> None:
        self.tokens = tokens
        outside = [UNKNOWN] * WINDOW
        self.ids = [*outside, *map(table.ids.__getitem__, tokens.lower), *outside]
        base, met_at = table.pairs.base, table.met
        self.pairs = list(map(table.pairs.__getitem__, [one * base + other for one, other in pairwise(self.ids)]))
        self.met = met = bytes([met_at[place] for place in self.pairs])
        """Of each pair whether no text, or hardly any, has it; as bits."""
        self.strange = met.translate(IS_UNMET)
        """Which pairs no text and no phrase has; a frame may let them stand."""
        self.seldom = met.translate(IS_HARDLY_MET)
        """Which of them hardly any text has."""
        # Each token's pair before and pair behind as the digits of one number.
        both = int.from_bytes(met[:-1], "big") | int.from_bytes(met[1:], "big")
        self.doubtful = both.to_bytes(len(met) - 1, "big")[WINDOW - 1 : 1 - WINDOW]
        """Which tokens stand beside one that nobody, or hardly anybody, wrote there."""
        self._counted: dict[tuple[int, int], Mapping[int, int]] = {}
        self._between: dict[int, Counter[tuple[int, int]]] = {}

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """The tokens of each syllable; from its spellings, which are fewer than its places."""
        places: dict[int, list[int]] = {}
        for found in self.tokens.word_places.values():
            syllable = self.ids[found[0] + WINDOW]
            places[syllable] = places[syllable] + found if syllable in places else found
        return places

    def lone(self, at: int) -> bool:
        """Whether a syllable that is no word by itself stands, at a place of ``ids``, where nobody ever wrote it."""
        return (
            bool(self.strange[at - 1] & self.strange[at]) and KEYS[self.tokens.lower[at - WINDOW]] not in free_words()
        )

    def after(self, syllable: int) -> Mapping[int, int]:
        """What stands in this text after a syllable, and how often."""
        return self._beside(syllable, 1)

    def before(self, syllable: int) -> Mapping[int, int]:
        return self._beside(syllable, -1)

    def _beside(self, syllable: int, by: int) -> Mapping[int, int]:
        """Counted once for each syllable: one may stand in a text ten thousand times."""
        if (syllable, by) not in self._counted:
            at = self._places.get(syllable, ()) if syllable >= 0 else ()
            self._counted[syllable, by] = Counter([self.ids[place + WINDOW + by] for place in at])
        return self._counted[syllable, by]

    def singles(self, syllable: int) -> int:
        """How often a syllable stands in this text."""
        return len(self._places.get(syllable, ()))

    def times(self, one: int, other: int) -> int:
        """How often a pair does."""
        return self.after(one).get(other, 0)

    def triples(self, one: int, two: int, three: int) -> int:
        if two not in self._between:
            at = [place + WINDOW for place in self._places.get(two, ())]
            self._between[two] = Counter([(self.ids[place - 1], self.ids[place + 1]) for place in at])
        return self._between[two][one, three]

    def beside(self, at: int) -> tuple[str, str]:
        """The tokens before and after a place of ``ids``, a break where there is none."""
        texts, index = self.tokens.texts, at - WINDOW
        return texts[index - 1] if index else "\n", texts[index + 1] if index + 1 < len(texts) else "\n"


@told_once
def text_of(tokens: Tokens, table: Table) -> Text:
    """``tokens`` as ``table`` sees them: several rules ask about one text."""
    return Text(tokens, table)


class Meant(NamedTuple):
    """A syllable that may have been meant, how much better it fits, and how much better than the best of the others."""

    syllable: int
    gain: float
    cost: float
    margin: float


def features(text: Text, lexicon: Lexicon, table: Table, at: int, one: Meant) -> Features:
    """What speaks for ``one`` at a place of ``ids``."""
    ids, pairs, names = text.ids, text.pairs, table.syllables
    before, left, now, right, after = ids[at - 2 : at + 3]
    beside = text.beside(at)
    words = [word.isalpha() for word in beside]
    written, meant = text.tokens.lower[at - WINDOW], names[one.syllable]
    to_left, to_right = table.pair(left, one.syllable), table.pair(one.syllable, right)
    documents = table.pair_documents(to_left), table.pair_documents(to_right)
    around = [names[i] if i >= 0 else "" for i in ids[at - 2 : at + 3]]
    known = lexicon.known
    makes = (known[f"{around[1]} {meant}"], known[f"{meant} {around[3]}"])
    waits = (known[f"{around[0]} {around[1]}"], known[f"{around[3]} {around[4]}"])
    key = KEYS[written]
    held = known[f"{around[1]} {key}"] or known[f"{key} {around[3]}"]
    empty = meant in FUNCTION_WORDS
    again = text.triples(left, now, right) - 1
    return Features(
        gain=one.gain,
        cost=one.cost,
        margin=one.margin,
        left=log1p(documents[0]) if words[0] else 0.0,
        right=log1p(documents[1]) if words[1] else 0.0,
        both=float(to_left >= 0 and to_right >= 0),
        triple=log1p(table.triple(to_left, right)),
        forward=log1p(table.triple(table.pair(before, left), one.syllable)),
        backward=log1p(table.triple(to_right, after)),
        sure_left=part(table.pair_count(to_left), table.count(left)),
        sure_right=part(table.pair_count(to_right), table.count(right)),
        word=float(sum(makes)),
        orphans=float(sum(made and not other for made, other in zip(makes, waits, strict=True))),
        in_use=log1p(max(made * met for made, met in zip(makes, documents, strict=True))),
        held=float(held),
        strange=float(text.strange[at - 1] + text.strange[at]),
        seldom=float(text.seldom[at - 1] + text.seldom[at]),
        written=log1p(table.count(now)),
        meant=log1p(table.count(one.syllable)),
        written_documents=log1p(table.count_documents(now)),
        half=log1p(max(table.pair_documents(pairs[at - 1]), table.pair_documents(pairs[at]))),
        lost=float((words[0] and pairs[at - 2] < 0) + (words[1] and pairs[at + 1] < 0)),
        names=float(sum(word[0].isupper() for word in beside)),
        edge=float(2 - sum(words)),
        repeats=log1p(again),
        here=0.0
        if empty
        else log1p(words[0] * text.times(left, one.syllable) + words[1] * text.times(one.syllable, right)),
        meant_here=log1p(text.singles(one.syllable)),
        written_here=log1p(text.singles(now) - 1 if now >= 0 else 0),
        empty=float(empty),
        empty_written=float(written in FUNCTION_WORDS),
        unmet=float(not table.count_documents(now)),
        wide=log1p(table.followers(now)),
        wide_meant=log1p(table.followers(one.syllable)),
        alone=float(key in single_words()),
        alone_meant=float(meant in single_words()),
        bound=float(not held and text.lone(at)),
    )


@cache
def single_words() -> frozenset[str]:
    """The syllables that are words by themselves in texts of work and life, folded."""
    return frozenset(" ".join(data_lines(SINGLE)).split())


@cache
def free_words() -> frozenset[str]:
    """These, and those that are words by themselves but rare."""
    return single_words().union(" ".join(data_lines(RARE)).split())


def part(some: int, of: int) -> float:
    """Which part ``some`` is of all, if there are any."""
    return some / of if of else 0.0
