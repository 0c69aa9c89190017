"""Syllables that do not belong where they stand: nobody ever wrote them beside these neighbours, and one slip away is
a syllable that everybody writes there.

Only a syllable that was never met beside one of its neighbours is judged. What may have been meant instead comes from
the table and from the text itself; how much better it fits is weighed against how far the slip is, with linear weights
that were fitted on errors put into other texts (``python -m checks.language.train --fit``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, groupby
from math import log
from operator import attrgetter

from checks.language.boosting import Tree
from checks.language.confusables import FARTHEST, cost
from checks.language.context import MANY, SELDOM, Table
from checks.language.evidence import VOUCHED, WINDOW, Features, Meant, Text, features, free_words, single_words, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.near_miss import VARIANTS, like
from checks.language.regression import probability
from checks.language.syllables import KEYS, bare, is_syllable
from checks.language.tokens import JOINTS, Tokens, kind_of
from checks.tables import rows
from checks.values import NamedTuple

STRICT, LOOSE = 0.7, -0.1
"""From which score a suspicion is an error, and from which it is worth a look. On texts the model has not seen, the
first is exceeded by at most one right syllable in 15,000, the second by one in 4,000 (``benchmarks/spelling.md``)."""
HEAD = 1.8
"""So much less a suspicion counts at the head of a sentence."""
QUOTED = 3.0
"""From which score a word in quotation marks is an error: slogans and movements stand in them, and the words of others too."""
AGAINST = -99.0
CERTAIN, WORTH_A_LOOK = 0.5, -1.2
"""From which ``agreement`` a word of two syllables is an error, and from which it is worth a look. Where the context has
nothing against the place as it is written, nothing is said."""
SUREST = 1 - 1e-9
FAR_MORE = 5
"""So many times the papers of a word that is in use must have the one it is taken for."""
COMMON = 5
"""In how many documents a syllable must stand to be meant where nothing but the letters speaks for it."""
WEIGHTS = "context_weights.txt"

DEAR = 3.0
"""How many nats a slip of cost 1 must gain before it is ranked above the cheaper one."""
WORD = 3.0
"""And how many for one that makes a word with a neighbour."""
TRIED = 3
BEHIND = 3.0
"""So many of the best are weighed, and none so far behind the first."""
WIDEST = 10.0
"""A margin beyond this tells nothing more."""
MARKS = frozenset(",;.:")
QUOTES = {"“": "”", "‘": "’", "«": "»"}


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


class Candidate(NamedTuple):
    """The best syllable for the token at ``place``, and what speaks for it."""

    place: int
    meant: int
    features: Features


def candidates(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Candidate]:
    """For each suspected syllable those that may have been meant."""
    text = text_of(tokens, table)
    ids, pairs, strange = text.ids, text.pairs, text.strange
    for index, written in compress(enumerate(tokens.texts), text.doubtful):
        if not written.islower() and not _opens(tokens, index):
            continue
        at = index + WINDOW
        # Of most that hardly anybody writes beside one neighbour some paper has the very three words.
        if strange[at - 1] or not table.triple(pairs[at - 1], ids[at + 1]):
            yield from _candidates(text, lexicon, table, index)


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a capital is that of a sentence: “Củng trong năm nay”."""
    texts = tokens.texts
    first = index == 0 or (kind_of(texts[index - 1]) == "break" and texts[index - 1] not in QUOTES)
    return first and texts[index].istitle() and index + 1 < len(texts) and texts[index + 1].islower()


def _candidates(text: Text, lexicon: Lexicon, table: Table, index: int) -> Iterator[Candidate]:
    at = index + WINDOW
    for one in _meants(text, lexicon, table, at):
        yield Candidate(index, one.syllable, features(text, lexicon, table, at, one))


def agreement(text: Text, lexicon: Lexicon, table: Table, start: int, right: str) -> float:
    """How strongly the context speaks for ``right`` where a syllable begins at ``start``; ``AGAINST`` if it does not."""
    meant = table.ids[right.lower()]
    some = _candidates(text, lexicon, table, text.tokens.index(start))
    return max((score(one.features) for one in some if one.meant == meant), default=AGAINST)


def _meants(text: Text, lexicon: Lexicon, table: Table, at: int) -> list[Meant]:
    """The syllables that fit best where a pair was never met, the best first."""
    meants = _possible(text, lexicon, table, at)
    if not meants:
        return []
    ranked = _ranked(text, lexicon, table, at, meants)
    found = []
    for place, (rank, number, gain, price) in enumerate(ranked[:TRIED]):
        if rank < ranked[0][0] - BEHIND:
            break
        other = ranked[1 if place == 0 else 0][0] if len(ranked) > 1 else rank - WIDEST
        found.append(Meant(-number, gain, price, max(-WIDEST, min(rank - other, WIDEST))))
    return found


def _possible(text: Text, lexicon: Lexicon, table: Table, at: int) -> set[int]:
    """The syllables one slip away that were met beside a neighbour; none where what is written may stand."""
    written, ids, strange = text.tokens.lower[at - WINDOW], text.ids, text.strange
    before, after = text.beside(at)
    left = bool(strange[at - 1]) and ids[at - 1] >= 0 and before[0].isalnum()
    right = bool(strange[at]) and ids[at + 1] >= 0 and after[0].isalnum()
    words = before.isalpha() and after.isalpha()
    # “dịch chồng dịch”, “tay trong tay” are written on purpose, “đại hộ đại biểu” is not; two numbers, as in “30 thảng 11”, say
    # nothing. A letter beside a mark labels an item, unless a word waits for it: “kiểm a, nhận xét”.
    if len(written) < 2 and not words:
        return {one for one in _beside(text, table, at, left, right) if _makes(text, lexicon, table, at, one)}
    if ids[at - 1] == ids[at + 1] and before.isalpha():
        return set(_elsewhere(text, lexicon, table, at))
    if not (left or right):
        # “tai nạn, dâu, cờ bạc”: between marks only a syllable that hardly anybody writes is strange.
        rare = (strange[at - 1] or strange[at]) and table.count_documents(ids[at]) < COMMON
        if not rare or before not in MARKS or after not in MARKS:
            return set(_elsewhere(text, lexicon, table, at))
        left, right = bool(strange[at - 1]), bool(strange[at])
    key, known, documents = KEYS[written], lexicon.known, table.pair_documents
    left_held, right_held = known[f"{KEYS[before.lower()]} {key}"], known[f"{key} {KEYS[after.lower()]}"]
    in_use = (left_held and documents(text.pairs[at - 1]) > VOUCHED) or (
        right_held and documents(text.pairs[at]) > VOUCHED
    )
    if in_use and (left_held == right_held or not (right if left_held else left)):
        return set()
    # “nhiệm vụ cộng tác viên”: so it goes on in other papers too.
    if in_use and table.triple(text.pairs[at - 2 if left_held else at], ids[at if left_held else at + 2]):
        return set()
    meants = _beside(text, table, at, left or left_held, right or right_held)
    if in_use:
        meants = set(_likelier(text, lexicon, table, at, meants, left_held))
    elif left_held or right_held:
        # “sự hai lòng”: a word, but one that nobody here ever wrote, and “hài lòng” stands in many papers.
        meants = {
            one
            for one in meants
            if (not left_held or documents(table.pair(ids[at - 1], one)) > VOUCHED)
            and (not right_held or documents(table.pair(one, ids[at + 1])) > VOUCHED)
        }
        meants = meants or set(_elsewhere(text, lexicon, table, at))
    if (left_held or right_held) and not meants:
        return set()
    if not is_syllable(written):
        return set()
    if not meants:
        # “lẫy”, “thẹo” live in one word each: outside it, what is meant may stand beside neighbours nobody ever met.
        hopeless = key in single_words() or not (left and right)
        if hopeless and table.count_documents(ids[at]) and not text.lone(at):
            return set()
        meants = {meant for meant in table.near(bare(key)) if table.count_documents(meant) >= COMMON}
    doubled = meants & {ids[at - 1], ids[at + 1]}
    return meants - {one for one in doubled if not _joins(text, lexicon, table, at, one)} if doubled else meants


def _beside(text: Text, table: Table, at: int, left: bool, right: bool) -> set[int]:
    """The syllables one slip away that were met beside a neighbour.

    “Bảo dưỡng xe, táy định kỳ”: what goes beside a mark as “máy” does is meant too, but not for a word that may stand
    anywhere: “hoa giấy, bàng vuông”.
    """
    ids, written = text.ids, KEYS[text.tokens.lower[at - WINDOW]]
    near, free = table.near(bare(written)), written in free_words()
    before, after = text.beside(at)
    meants: set[int] = set()
    if left:
        meants.update(near & table.after(ids[at - 1]), near.intersection(text.after(ids[at - 1])))
    elif not free and not before.isalnum() and text.tokens.text[text.tokens.start(at - WINDOW) - 1].isspace():
        least = _far_more(table, text.pairs[at - 1])  # “dongnai.go v.vn” is no place for “do”
        beside = near & table.after(ids[at - 1])
        meants.update(one for one in beside if table.pair_documents(table.pair(ids[at - 1], one)) >= least)
    if right:
        meants.update(near & table.before(ids[at + 1]), near.intersection(text.before(ids[at + 1])))
    elif not free and not after.isalnum():
        least, beside = _far_more(table, text.pairs[at]), near & table.before(ids[at + 1])
        meants.update(one for one in beside if table.pair_documents(table.pair(one, ids[at + 1])) >= least)
    return meants


def _far_more(table: Table, written: int) -> int:
    """In how many documents a pair must stand to be meant for the one ``written``."""
    return COMMON + FAR_MORE * table.pair_documents(written)


def _makes(text: Text, lexicon: Lexicon, table: Table, at: int, one: int) -> bool:
    """Whether it makes a word with a neighbour."""
    before, after = (KEYS[word.lower()] for word in text.beside(at))
    return lexicon.known[f"{before} {table.syllables[one]}"] or lexicon.known[f"{table.syllables[one]} {after}"]


def _joins(text: Text, lexicon: Lexicon, table: Table, at: int, one: int) -> bool:
    """A repair doubles no word, but one may end with the syllable the next begins with: “hoàn thành thanh công”."""
    before, left, _, right, after = (table.syllables[i] if i >= 0 else "" for i in text.ids[at - 2 : at + 3])
    meant = table.syllables[one]
    halves = (f"{before} {left}", f"{meant} {right}") if meant == left else (f"{left} {meant}", f"{right} {after}")
    return all(map(lexicon.known.__getitem__, halves))


def _elsewhere(text: Text, lexicon: Lexicon, table: Table, at: int) -> Iterator[int]:
    """What stands between these neighbours in other papers, where hardly any has the written syllable beside one of them.

    “Công đoàn; hành lập tổ tự quản”: one paper has “thi hành, lập”, a hundred “thành lập”, some at the head of a clause.
    “chung sức, động lòng thi đua”: many have “, động”, and some “động lòng”, but none has three of these words in a row.
    """
    ids, documents, names = text.ids, table.pair_documents, table.syllables
    before, left, written, right, after = ids[at - 2 : at + 3]
    beside = documents(text.pairs[at - 1]), documents(text.pairs[at])
    if min(left, written, right) < 0 or min(beside) > SELDOM:
        return
    at_home = False
    for met, pair in zip(beside, (f"{names[left]} {names[written]}", f"{names[written]} {names[right]}"), strict=True):
        if "," not in pair and met > VOUCHED:
            if lexicon.known[pair]:
                return
            at_home = at_home or met > MANY
    # “thôn, buôn, bon, làng”: anything may stand between two commas.
    if not (names[left].isalpha() or names[right].isalpha()):
        return
    triple, pairs = table.triple, text.pairs
    if not is_syllable(names[written]) or triple(pairs[at - 1], right):
        return
    unheard = not (triple(pairs[at - 2], written) or triple(pairs[at], after))
    empty = text.tokens.lower[at - WINDOW] in FUNCTION_WORDS
    if (at_home or empty) and not unheard:
        return
    for one in table.near(bare(names[written])) & table.after(left):
        to_left, to_right = table.pair(left, one), table.pair(one, right)
        met_here = triple(to_left, right)
        if not met_here:
            continue
        if unheard:
            rows = (triple(table.pair(before, left), one) > 0) + (triple(to_right, after) > 0)
            # “hộ tịch điện từ, đăng ký”: even a function word is one slip in what so many papers have.
            if rows > empty or (rows and min(met_here, documents(to_left), documents(to_right)) >= MANY):
                yield one
                continue
        if met_here > 1 and not (at_home or empty):
            there = documents(to_left), documents(to_right)
            if any(now <= SELDOM and then >= MANY + FAR_MORE * now for now, then in zip(beside, there, strict=True)):
                yield one


def _ranked(
    text: Text, lexicon: Lexicon, table: Table, at: int, meants: Iterable[int]
) -> list[tuple[float, int, float, float]]:
    """Those of ``meants`` that make the text likelier: rank, syllable (negative), gain and cost, the best first."""
    ids, known, names = text.ids, lexicon.known, table.syllables
    key = KEYS[text.tokens.lower[at - WINDOW]]
    before, after = (KEYS[word.lower()] for word in text.beside(at))

    def makes(meant: str) -> int:
        """With how many neighbours it makes a word."""
        return known[f"{before} {meant}"] + known[f"{meant} {after}"]

    now = 0.0
    ranked: list[tuple[float, int, float, float]] = []
    for meant in meants:
        price = cost(key, names[meant])
        if not 0 < price <= FARTHEST or frozenset((key, names[meant])) in VARIANTS:
            continue
        now = now or _likelihood(table, ids, at, ids[at])
        gain = _likelihood(table, ids, at, meant) - now
        # “thực hiện trình sát”: a rare word that the neighbour waits for need not outweigh the slip.
        if gain > price or (gain > 0 and makes(names[meant])):
            ranked.append((gain - DEAR * price, -meant, gain, price))
    hopeful = max(ranked, default=(0.0,))[0] - 2 * WORD
    for place, (rank, number, gain, price) in enumerate(ranked):
        if rank > hopeful and len(ranked) > 1:
            ranked[place] = (rank + WORD * makes(names[-number]), number, gain, price)
    ranked.sort(reverse=True)
    return ranked


def _likelier(
    text: Text, lexicon: Lexicon, table: Table, at: int, meants: Iterable[int], left_held: bool
) -> Iterator[int]:
    """Those that are right where the written one makes a word with one neighbour only.

    “của gia đính chính sách”: “đính chính” is a word, but “gia đình” waits for “đình”; “để toàn thành”: “hoàn thành”
    stands in far more papers.
    """
    ids, documents = text.ids, table.pair_documents
    held_by = documents(text.pairs[at - 1] if left_held else text.pairs[at])
    other = table.syllables[ids[at + 1] if left_held else ids[at - 1]]
    for one in meants:
        to_left, to_right = documents(table.pair(ids[at - 1], one)), documents(table.pair(one, ids[at + 1]))
        held, free = (to_left, to_right) if left_held else (to_right, to_left)
        word = f"{table.syllables[one]} {other}" if left_held else f"{other} {table.syllables[one]}"
        if free and (held >= FAR_MORE * held_by or (held and free > VOUCHED and lexicon.known[word])):
            yield one


def _likelihood(table: Table, ids: Sequence[int], at: int, syllable: int) -> float:
    """How probable the text around ``at`` is with ``syllable`` there."""
    before, left, right, after = ids[at - 2], ids[at - 1], ids[at + 1], ids[at + 2]
    return log(
        table.probability(before, left, syllable)
        * table.probability(left, syllable, right)
        * table.probability(syllable, right, after)
    )


class Weights(NamedTuple):
    """One number for each feature, the constant, and the trees that mend what these get wrong."""

    linear: tuple[float, ...]
    bias: float
    trees: tuple[Tree, ...]


@cache
def weights() -> Weights:
    """Those of the file: “gain | 0.6” and “gain > 4.2, cost > 1.3, alone > 0.5 | …”."""
    linear: dict[str, float] = {}
    trees = []
    for asked, told in rows(WEIGHTS):
        if ">" not in asked:
            linear[asked] = float(told)
            continue
        questions = (question.split(" > ") for question in asked.split(", "))
        numbered = tuple((Features._fields.index(name), float(limit)) for name, limit in questions)
        trees.append(Tree(numbered, tuple(map(float, told.split()))))
    return Weights(tuple(linear[name] for name in Features._fields), linear["bias"], tuple(trees))


def score(features: Features) -> float:
    """How sure it is that another syllable was meant, as the logarithm of its odds among errors put into texts."""
    linear, value, trees = weights()
    value += sum(map(float.__mul__, linear, features))
    return value + sum([tree(features) for tree in trees])


def best(some: Iterable[Candidate]) -> tuple[float, Candidate]:
    """The likeliest candidate, and how sure it is that one of them was meant: each excludes the others."""
    scored = sorted(((score(one.features), one) for one in some), reverse=True)
    value, found = scored[0]
    if len(scored) > 1:
        chance = min(sum(probability(value) for value, _ in scored), SUREST)
        value = max(value, log(chance / (1 - chance)))
    return value, found


@lru_cache(maxsize=1)
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
        if value >= LOOSE:
            yield value, found


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
