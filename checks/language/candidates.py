"""What may have been meant instead of a syllable that was never met beside one of its neighbours.

The syllables one slip away come from the table and from the text itself, whether their neighbours are words or marks; the few
that make the text likelier are told with what speaks for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress

from checks.language.confusables import FARTHEST, cost
from checks.language.context import MANY, SELDOM, Table
from checks.language.evidence import VOUCHED, WINDOW, Features, Meant, Text, features, free_words, single_words, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.near_miss import VARIANTS
from checks.language.syllables import KEYS, is_syllable
from checks.language.tokens import QUOTES, Tokens, kind_of
from checks.values import NamedTuple

FAR_MORE = 5
"""So many times the papers of a word that is in use must have the one it is taken for."""
COMMON = 5
"""In how many documents a syllable must stand to be meant where nothing but the letters speaks for it."""

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
            yield from candidates_at(text, lexicon, table, index)


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a capital is that of a sentence: “Củng trong năm nay”."""
    texts = tokens.texts
    first = index == 0 or (kind_of(texts[index - 1]) == "break" and texts[index - 1] not in QUOTES)
    return first and texts[index].istitle() and index + 1 < len(texts) and texts[index + 1].islower()


def candidates_at(text: Text, lexicon: Lexicon, table: Table, index: int) -> list[Candidate]:
    """Those for the token at ``index``, whether it is suspected or not."""
    at = index + WINDOW
    meants = _meants(text, lexicon, table, at)
    return [Candidate(index, one.syllable, features(text, lexicon, table, at, one)) for one in meants]


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
        return _elsewhere(text, lexicon, table, at)
    if not (left or right):
        # “tai nạn, dâu, cờ bạc”: between marks only a syllable that hardly anybody writes is strange.
        rare = (strange[at - 1] or strange[at]) and table.count_documents(ids[at]) < COMMON
        if not rare or before not in MARKS or after not in MARKS:
            return _elsewhere(text, lexicon, table, at)
        left, right = bool(strange[at - 1]), bool(strange[at])
    if not is_syllable(written):
        return set()
    key, known = KEYS[written], lexicon.known
    held = known[f"{KEYS[before.lower()]} {key}"], known[f"{key} {KEYS[after.lower()]}"]
    if any(held):
        meants = _for_a_word(text, lexicon, table, at, held, strange=right if held[0] else left)
    else:
        meants = _beside(text, table, at, left, right) or _out_of_place(text, table, at, strange=left and right)
    doubled = meants & {ids[at - 1], ids[at + 1]}
    return meants - {one for one in doubled if not _joins(text, lexicon, table, at, one)} if doubled else meants


def _for_a_word(
    text: Text, lexicon: Lexicon, table: Table, at: int, held: tuple[bool, bool], *, strange: bool
) -> set[int]:
    """What may be meant for a syllable that makes a word with the neighbours on the sides ``held``; ``strange`` tells
    whether it is so to the other."""
    ids, pairs, documents = text.ids, text.pairs, table.pair_documents
    left_held, right_held = held
    if (left_held and documents(pairs[at - 1]) > VOUCHED) or (right_held and documents(pairs[at]) > VOUCHED):
        # “nhiệm vụ cộng tác viên”: so it goes on in other papers too.
        if all(held) or not strange or table.triple(pairs[at - 2 * left_held], ids[at + 2 * right_held]):
            return set()
        near = table.close[KEYS[text.tokens.lower[at - WINDOW]]]
        near = near & table.after(ids[at - 1]) & table.before(ids[at + 1])
        return set(_likelier(text, lexicon, table, at, near, left_held))
    # “sự hai lòng”: a word, but one that nobody here ever wrote, and “hài lòng” stands in many papers.
    meants = set(table.close[KEYS[text.tokens.lower[at - WINDOW]]])
    if left_held:
        meants &= table.after(ids[at - 1])
        meants = {one for one in meants if documents(table.pair(ids[at - 1], one)) > VOUCHED}
    if right_held:
        meants &= table.before(ids[at + 1])
        meants = {one for one in meants if documents(table.pair(one, ids[at + 1])) > VOUCHED}
    return meants or _elsewhere(text, lexicon, table, at)


def _out_of_place(text: Text, table: Table, at: int, *, strange: bool) -> set[int]:
    """All one slip away, where nothing beside it tells more; ``strange`` to both its neighbours.

    “lẫy”, “thẹo” live in one word each: outside it, what is meant may stand beside neighbours nobody ever met.
    """
    key = KEYS[text.tokens.lower[at - WINDOW]]
    hopeless = key in single_words() or not strange
    if hopeless and table.count_documents(text.ids[at]) and not text.lone(at):
        return set()
    return {meant for meant in table.close[key] if table.count_documents(meant) >= COMMON}


def _beside(text: Text, table: Table, at: int, left: bool, right: bool) -> set[int]:
    """The syllables one slip away that were met beside a neighbour.

    “Bảo dưỡng xe, táy định kỳ”: what goes beside a mark as “máy” does is meant too, but not for a word that may stand
    anywhere: “hoa giấy, bàng vuông”.
    """
    ids, written = text.ids, KEYS[text.tokens.lower[at - WINDOW]]
    near, free = table.close[written], written in free_words()
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


def _makes(text: Text, lexicon: Lexicon, table: Table, at: int, one: int) -> int:
    """With how many neighbours it makes a word."""
    before, after = (KEYS[word.lower()] for word in text.beside(at))
    known, meant = lexicon.known, table.syllables[one]
    return known[f"{before} {meant}"] + known[f"{meant} {after}"]


def _joins(text: Text, lexicon: Lexicon, table: Table, at: int, one: int) -> bool:
    """A repair doubles no word, but one may end with the syllable the next begins with: “hoàn thành thanh công”."""
    before, left, _, right, after = (table.syllables[i] if i >= 0 else "" for i in text.ids[at - 2 : at + 3])
    meant = table.syllables[one]
    halves = (f"{before} {left}", f"{meant} {right}") if meant == left else (f"{left} {meant}", f"{right} {after}")
    return all(map(lexicon.known.__getitem__, halves))


def _elsewhere(text: Text, lexicon: Lexicon, table: Table, at: int) -> set[int]:
    """What stands between these neighbours in other papers, where hardly any has the written syllable beside one of them.

    “Công đoàn; hành lập tổ tự quản”: one paper has “thi hành, lập”, a hundred “thành lập”, some at the head of a clause.
    “chung sức, động lòng thi đua”: many have “, động”, and some “động lòng”, but none has three of these words in a row.
    """
    documents, names = table.pair_documents, table.syllables
    before, left, written, right, after = text.ids[at - 2 : at + 3]
    if min(left, written, right) < 0:
        return set()
    beside = documents(text.pairs[at - 1]), documents(text.pairs[at])
    if min(beside) > SELDOM:
        return set()
    meants = table.amid(left, right, table.close[names[written]])
    if not meants:
        return set()
    at_home, found = False, set[int]()
    for met, pair in zip(beside, (f"{names[left]} {names[written]}", f"{names[written]} {names[right]}"), strict=True):
        if "," not in pair and met > VOUCHED:
            if lexicon.known[pair]:
                return set()
            at_home = at_home or met > MANY
    # “thôn, buôn, bon, làng”: anything may stand between two commas.
    if not (names[left].isalpha() or names[right].isalpha()):
        return set()
    triple, pairs = table.triple, text.pairs
    if not is_syllable(names[written]) or triple(pairs[at - 1], right):
        return set()
    unheard = not (triple(pairs[at - 2], written) or triple(pairs[at], after))
    empty = text.tokens.lower[at - WINDOW] in FUNCTION_WORDS
    if (at_home or empty) and not unheard:
        return set()
    for one in meants:
        to_left, to_right = table.pair(left, one), table.pair(one, right)
        met_here = triple(to_left, right)
        if unheard:
            rows = (triple(table.pair(before, left), one) > 0) + (triple(to_right, after) > 0)
            # “hộ tịch điện từ, đăng ký”: even a function word is one slip in what so many papers have.
            if rows > empty or (rows and min(met_here, documents(to_left), documents(to_right)) >= MANY):
                found.add(one)
                continue
        if met_here > 1 and not (at_home or empty):
            there = documents(to_left), documents(to_right)
            if any(now <= SELDOM and then >= MANY + FAR_MORE * now for now, then in zip(beside, there, strict=True)):
                found.add(one)
    return found


def _ranked(
    text: Text, lexicon: Lexicon, table: Table, at: int, meants: Iterable[int]
) -> list[tuple[float, int, float, float]]:
    """Those of ``meants`` that make the text likelier: rank, syllable (negative), gain and cost, the best first."""
    before, left, own, right, after = text.ids[at - 2 : at + 3]
    key, names = KEYS[text.tokens.lower[at - WINDOW]], table.syllables
    now = 0.0
    ranked: list[tuple[float, int, float, float]] = []
    for meant in meants:
        price = cost(key, names[meant])
        if not 0 < price <= FARTHEST or frozenset((key, names[meant])) in VARIANTS:
            continue
        now = now or table.likelihood(before, left, own, right, after)
        gain = table.likelihood(before, left, meant, right, after) - now
        # “thực hiện trình sát”: a rare word that the neighbour waits for need not outweigh the slip.
        if gain > price or (gain > 0 and _makes(text, lexicon, table, at, meant)):
            ranked.append((gain - DEAR * price, -meant, gain, price))
    hopeful = max(ranked, default=(0.0,))[0] - 2 * WORD
    for place, (rank, number, gain, price) in enumerate(ranked):
        if rank > hopeful and len(ranked) > 1:
            ranked[place] = (rank + WORD * _makes(text, lexicon, table, at, -number), number, gain, price)
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
