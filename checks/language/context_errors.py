"""Syllables that do not belong where they stand: nobody ever wrote them beside these neighbours, and one slip away is
a syllable that everybody writes there.

How much better what may have been meant (``candidates``) fits is weighed against how far the slip is, with weights that
were fitted on errors put into other texts (``python -m checks.language.train --fit``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import log
from operator import attrgetter

from checks.language.boosting import weights_in
from checks.language.candidates import Candidate, candidates, candidates_at
from checks.language.context import Table
from checks.language.evidence import Features, Text
from checks.language.lexicon import Lexicon
from checks.language.near_miss import like
from checks.language.regression import probability
from checks.language.tokens import JOINTS, QUOTES, Tokens, told_once
from checks.values import NamedTuple

STRICT, LOOSE = 0.7, -0.1
"""From which score a suspicion is an error, and from which it is worth a look. On texts the model has not seen, the
first is exceeded by at most one right syllable in 15,000, the second by one in 4,000 (``benchmarks/spelling.md``)."""
HEAD = 1.8
"""So much less a suspicion counts at the head of a sentence."""
SUREST = 3.0
"""From which score a slip explains a syllable that never stands alone better than a lost half."""
ONE_SIDE, UNHEARD = 1.3, 2.1
"""From which score a word is an error where only one neighbour speaks for another: a word of a trade stands in few papers
(“bơm va”; “nước, cống ngập”: a mark says little), and one that no paper has may be such a word too (“khỉ đuôi lợn”, “giông lốc”)."""
ALMOST = STRICT - 0.01
QUOTED = 3.0
"""From which score a word in quotation marks is an error: slogans and movements stand in them, and the words of others too."""
AGAINST = -99.0
CERTAIN, WORTH_A_LOOK = 0.5, -1.2
"""From which ``agreement`` a word of two syllables is an error, and from which it is worth a look. Where the context has
nothing against the place as it is written, nothing is said."""
ONE = 1 - 1e-9
WEIGHTS = "context_weights.txt"


class Suspicion(NamedTuple):
    """Between ``start`` and ``end`` stands a syllable that should be ``right``.

    ``pair``, the syllable and a neighbour, was met ``seldom`` or never; ``meant_pair`` was met ``times``, and ``here`` in this
    text.
    """

    start: int
    end: int
    right: str
    pair: str
    seldom: int
    meant_pair: str
    times: int
    here: int
    score: float

    @property
    def sure(self) -> bool:
        """Whether it is an error: what was met in this text only proves nothing."""
        return self.score >= STRICT and self.times > 0


def agreement(text: Text, lexicon: Lexicon, table: Table, start: int, right: str) -> float:
    """How strongly the context speaks for ``right`` where a syllable begins at ``start``; ``AGAINST`` if it does not."""
    meant = table.ids[right.lower()]
    some = candidates_at(text, lexicon, table, text.tokens.index(start))
    return max((score(one.features) for one in some if one.meant == meant), default=AGAINST)


def score(features: Features) -> float:
    """How sure it is that another syllable was meant, as the logarithm of its odds among errors put into texts."""
    return weights_in(WEIGHTS, Features._fields)(features)


def best(some: Iterable[Candidate]) -> tuple[float, Candidate]:
    """The likeliest candidate, and how sure it is that one of them was meant: each excludes the others."""
    scored = sorted(((score(one.features), one) for one in some), reverse=True)
    value, found = scored[0]
    if len(scored) > 1:
        chance = min(sum(probability(value) for value, _ in scored), ONE)
        value = max(value, log(chance / (1 - chance)))
    return value, found


@told_once
def suspicions(tokens: Tokens, lexicon: Lexicon, table: Table) -> tuple[Suspicion, ...]:
    """What an office should look at, with a score of ``LOOSE`` or more; two rules ask about one text."""
    found = list(_weighed(tokens, lexicon, table))
    values = {one.place: value for value, one in found}
    # “của Đảng đổi với”: of two side by side the likelier is the slip, and strange to the other.
    return tuple(
        _suspicion(tokens, table, one, value)
        for value, one in found
        if value >= max(values.get(one.place - 1, LOOSE), values.get(one.place + 1, LOOSE))
    )


def _weighed(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[tuple[float, Candidate]]:
    """The likeliest candidate for each place that is worth a look, and its score."""
    for place, some in groupby(candidates(tokens, lexicon, table), attrgetter("place")):
        value, found = best(some)
        # The weights were fitted on small letters: at the head of a sentence a strong suspicion is worth a look, no more.
        value -= HEAD * (not tokens.texts[place].islower())
        if LOOSE <= value < QUOTED and _quoted(tokens, place):
            value = LOOSE if value >= STRICT else AGAINST
        value = _halved(value, found.features)
        if value >= LOOSE:
            yield value, found


def _halved(value: float, features: Features) -> float:
    """The score without what only one neighbour says, where that is not much."""
    if not STRICT <= value < UNHEARD or (features.both and not features.edge):
        return value
    return ALMOST if value < ONE_SIDE or (features.unmet and not features.both) else value


def _quoted(tokens: Tokens, index: int) -> bool:
    """Whether a quotation is open here: the words of others may be strange on purpose."""
    start = tokens.start(index)
    line = tokens.text[tokens.text.rfind("\n", 0, start) + 1 : start]
    return any(line.rfind(left) > line.rfind(right) for left, right in QUOTES.items()) or line.count('"') % 2 == 1


def _suspicion(tokens: Tokens, table: Table, found: Candidate, value: float) -> Suspicion:
    """The finding, with the neighbour beside which the meant syllable was met most."""
    token = tokens.token(found.place)
    right = like(token.text, table.syllables[found.meant])
    shown = []
    for first, second in ((found.place - 1, found.place), (found.place, found.place + 1)):
        if first < 0 or second >= len(tokens) or not all(_shown(tokens.texts[at]) for at in (first, second)):
            continue
        written = (tokens.texts[first], tokens.texts[second])
        meant = (written[0], right) if second == found.place else (right, written[1])
        here = _together(tokens, meant[0].lower(), meant[1].lower())
        shown.append((_times(table, *written), _times(table, *meant), here, " ".join(written), " ".join(meant)))
    seldom, times, here, pair, meant_pair = max(shown, key=lambda one: (not one[0], one[1] / max(one[0], 1), one[2:]))
    return Suspicion(token.start, token.end, right, pair, seldom, meant_pair, times, here, value)


def _together(tokens: Tokens, one: str, other: str) -> int:
    """How often two words stand beside each other in this text."""
    lower = tokens.lower
    return sum(lower[at + 1] == other for at in tokens.word_places.get(one, ()) if at + 1 < len(lower))


def _shown(text: str) -> bool:
    """Whether a token can stand for the neighbourhood: a word, a number, or the comma of a list."""
    return text[0].isalnum() or text in JOINTS


def _times(table: Table, one: str, other: str) -> int:
    """How often two words were met beside each other."""
    pair = table.pair(table.ids[one.lower()], table.ids[other.lower()])
    return table.pair_count(pair) if table.pair_documents(pair) else 0
