"""A syllable that stands alone and never may: “tổ chức các hoạt thi đua” has lost a word.

``bound_syllables.txt`` holds the syllables that are only a part of words. One of them that makes no word with what
stands before it nor with what stands behind it has lost its other half, unless that half is there with a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress

from checks.language.computed import UNKNOWN
from checks.language.context import Table
from checks.language.evidence import WINDOW, free_words, text_of
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.near_miss import like
from checks.language.syllables import KEYS
from checks.language.tokens import DASHES, JOINTS, Tokens, kind_of
from checks.tables import rows, words
from checks.values import NamedTuple

TORN = "\n…"
"""What stands where a text is broken or cut."""
AROUND = 5
"""Tokens that hold three words of a phrase with its commas."""
AHEAD = 4.0
"""So many nats a word must be likelier than the next."""
SEEN_BOTH = 2
"""Seen once with either neighbour a word is a guess, with both it is what was meant."""
HALVES = words(
    """
    động liệu lí trị danh dõi hiệu huy sản trợ hỗ môi năng thuật sung biệt cường gìn hiệp minh niêm sóc thiện củng
    khiếu khích kiên luân nhiên nhũng ninh tuệ huống mâu thuẫn phức ràng thỏa đáo dũng giản liêm phẫu thiệp thuyết nhàng khuẩn
    """
)
"""Halves of words that may stand alone, but hardly ever do: missed is their other half where nobody wrote what is beside them."""


class Alone(NamedTuple):
    """The syllable at ``start`` stands alone; ``whole`` is the word that the table has seen between its neighbours.

    With one beside it that is no word either (“bo vệ”) it is told together: that one may be the slip. ``likely`` is the word
    that fits by far best where none was seen between the very same neighbours.
    """

    start: int
    end: int
    whole: str | None
    likely: str | None = None


class _Bound(NamedTuple):
    after: frozenset[str]
    before: frozenset[str]


_NOTHING = _Bound(frozenset(), frozenset())


def left_alone(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Alone]:
    """Every bound syllable without its other half, and what the half may be."""
    alone, keys, never = lexicon.beside.sides(tokens.pairs).alone, tokens.keys, bound()
    for place in compress(range(len(keys)), alone):  # a text without a word has no place
        if keys[place] in never and _lonely(tokens, lexicon, place):
            yield _alone(tokens, lexicon, table, tokens.places[place])


def left_waiting(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Alone]:
    """Every one of ``HALVES`` that stands alone beside a word that nobody wrote there."""
    keys, strange = tokens.keys, text_of(tokens, table).strange
    found: dict[str, list[int]] = {}
    for place in compress(range(len(keys)), lexicon.beside.sides(tokens.pairs).alone):
        if keys[place] not in HALVES or keys[place] in keys[max(0, place - 2) : place]:
            continue  # “cơ quan cơ chức năng” is for doubled-word
        before, behind = strange[tokens.places[place] + WINDOW - 1 : tokens.places[place] + WINDOW + 1]
        if before or behind:
            found.setdefault(tokens.pairs[place - (before and place > 0)], []).append(place)
    # What a text says twice it means: “chất trợ dung”.
    for place in sorted(places[0] for places in found.values() if len(places) == 1):
        if _lonely(tokens, lexicon, place):
            yield _alone(tokens, lexicon, table, tokens.places[place])


def _lonely(tokens: Tokens, lexicon: Lexicon, place: int) -> bool:
    """Is the other half lost, and neither written with a slip, nor torn off by a break, nor part of a name?"""
    keys, at = tokens.keys, tokens.places[place]
    if not 0 < place < len(keys) - 1 or not tokens.texts[at].islower():
        return False
    start, end = tokens.span(at, at)
    if DASHES.intersection(tokens.text[max(0, start - 1) : start] + tokens.text[end : end + 1]):
        return False  # “mô-tơ”, “tàu ro-ro”
    own = bound().get(keys[place], _NOTHING)
    if keys[place] in (keys[place - 1], keys[place + 1]):
        return False  # a word twice is for doubled-word
    if keys[place - 1] in own.before or keys[place + 1] in own.after:
        return False
    if any(kind_of(tokens.texts[i]) == "other" or tokens.texts[i][0] in TORN for i in (at - 1, at + 1)):
        return False
    beyond = "" if place < 2 else tokens.pairs[place - 2], "" if place + 2 >= len(keys) else tokens.pairs[place + 1]
    halves = lexicon.before[keys[place]], lexicon.after[keys[place]]
    return not any(
        _written(lexicon, other, pair, half)
        for other, pair, half in zip((keys[place - 1], keys[place + 1]), beyond, halves, strict=True)
    )


def _written(lexicon: Lexicon, other: str, pair: str, halves: frozenset[str]) -> bool:
    """Is the other half there, with a slip or a blank too few? What is a word with its other neighbour is none."""
    if not other.isalpha():
        return False
    if not lexicon.in_use(other):
        return True
    free = other in FUNCTION_WORDS or lexicon.known[pair]
    return not free and not halves.isdisjoint(lexicon.close(other))


def _alone(tokens: Tokens, lexicon: Lexicon, table: Table, at: int) -> Alone:
    """The word that the table has seen between the neighbours, if any."""
    written, syllable, ids = tokens.token(at), KEYS[tokens.lower[at]], table.ids
    before, left, own, right, behind = (
        ids[tokens.lower[i]] if 0 <= i < len(tokens) else UNKNOWN for i in range(at - 2, at + 3)
    )
    found: list[tuple[int, int, float, str]] = []
    for half in lexicon.after[syllable] - FUNCTION_WORDS:
        if lexicon.known[f"{syllable} {half}"]:
            row = (left, own, ids[half], right)
            found.append(
                (*_seen(table, row), table.likelihood(before, *row, behind), f"{written.text} {like(half, half)}")
            )
    for half in lexicon.before[syllable] - FUNCTION_WORDS:
        if lexicon.known[f"{half} {syllable}"]:
            row = (left, ids[half], own, right)
            found.append(
                (*_seen(table, row), table.likelihood(before, *row, behind), f"{like(half, half)} {written.text}")
            )
    if begun := _begun(tokens, lexicon, at):
        return Alone(written.start, written.end, like(written.text, begun))
    seen, _, _, whole = max(found, default=(0, 0, 0.0, ""), key=lambda one: (*one[:2], one[3]))
    if seen == SEEN_BOTH:
        return Alone(written.start, written.end, whole)
    first, last = at - _no_word(tokens, lexicon, at - 1, at - 2), at + _no_word(tokens, lexicon, at + 1, at + 2)
    return Alone(*tokens.span(first, last), None, _ahead(found) if first == last else None)


def _begun(tokens: Tokens, lexicon: Lexicon, at: int) -> str | None:
    """The word whose first half was lost, where the text goes on as a phrase that begins with it: “[bảo] vệ Tổ quốc”."""
    rest = tuple(KEYS[word] for word in tokens.lower[at : at + AROUND] if word not in JOINTS)[:3]
    if len(rest) < 3:
        return None
    words = {
        " ".join(phrase.words[:2])
        for half in lexicon.before[rest[0]] - FUNCTION_WORDS
        for phrase in lexicon.opening(half, rest[0])
        if phrase.keys[1:4] == rest and lexicon.known[f"{half} {rest[0]}"]
    }
    return min(words) if len(words) == 1 else None


def _ahead(found: list[tuple[int, int, float, str]]) -> str | None:
    """The word that is far likelier than the next, and was seen beside a neighbour."""
    (chance, seen, word), *rest = sorted(((chance, seen, word) for seen, _, chance, word in found), reverse=True) or [
        (0.0, 0, "")
    ]
    return word if seen and (not rest or chance - rest[0][0] >= AHEAD) else None


def _no_word(tokens: Tokens, lexicon: Lexicon, at: int, beyond: int) -> bool:
    """Is a syllable no word, neither by itself nor with what stands beyond it?"""
    word = tokens.texts[at]
    if not word.islower() or KEYS[word] in free_words() or KEYS[word] in FUNCTION_WORDS:
        return False
    first, second = sorted((at, beyond))
    return (
        not 0 <= first < second < len(tokens)
        or not lexicon.known[f"{KEYS[tokens.lower[first]]} {KEYS[tokens.lower[second]]}"]
    )


def _seen(table: Table, row: tuple[int, int, int, int]) -> tuple[int, int]:
    """How many of the two triples in a row of four the table has, and how often."""
    one, two, three, four = row
    counts = table.triple(table.pair(one, two), three), table.triple(table.pair(two, three), four)
    return sum(count > 0 for count in counts), sum(counts)


@cache
def bound() -> dict[str, _Bound]:
    """The bound syllables, folded, each with what else may stand beside it."""
    found: dict[str, _Bound] = {}
    for syllable, *beside in rows("bound_syllables.txt"):
        after, before = (frozenset(KEYS[x] for x in row.split(", ") if x) for row in (*beside, "", "")[:2])
        found[KEYS[syllable]] = _Bound(after, before)
    return found
