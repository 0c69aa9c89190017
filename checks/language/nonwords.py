"""What was meant by a word that is no syllable: of all one key away, the one that goes on as others went on.

“Xây ddựng”, “ngyà 15”, “đúnh hạn”: the letters alone leave several, the words beside it one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse, pairwise

from checks.language.computed import UNKNOWN
from checks.language.context import Table
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.run_together import reads_on
from checks.language.slips import Slip, foreign, slips, sound
from checks.language.syllables import KEYS, TONED, bare, is_syllable, split_tone
from checks.language.tokens import Tokens
from checks.values import NamedTuple

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = frozenset(frozenset(two) for row in ROWS for two in pairwise(row))
LETTERS = "abcdeghiklmnopqrstuvxy"
HATTED, MARKED_VOWELS = "ăâđêôơư", "".join(TONED[1:])
VOWELS = frozenset("".join(TONED))
KEYS_OF_MARKS = frozenset("fsrxjwzd")
"""Keys of Telex: left at the end of a syllable that has its marks, they are one letter too many."""
OPEN = frozenset({"nonword", "runon"})
DEAR = 3.0
"""How many nats an edit of price 1 must gain."""
HORN, MARK, EASY, LETTER, OTHER = 0.3, 0.6, 0.8, 1.2, 1.6
HORNLESS = ("ơng", "ơc", "ơu")
"""No rimes: “trờng”, “đợc” lost the ư before it, most often in a text that was converted from an old font."""
CLEAR = 2.5
"""So many nats the best must be ahead of the next."""
ENDS = " ,.;:)"
"""What may stand right behind a word without marks that only the context tells: “trong sach, vững mạnh”."""
MET, OFTEN = 3, 10
"""In so many documents it must stand beside a neighbour, or the syllable is only a guess."""


class Meant(NamedTuple):
    """The likeliest syllable, its price, and in how many documents it stands beside each neighbour."""

    syllable: str
    price: float
    before: int
    behind: int


def mended(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Slip]:
    """Every slip, the words that are no syllables with what was meant, and those without a mark that only the context tells."""
    told = set()
    for slip in slips(tokens, lexicon):
        told.add(slip.start)
        written = tokens.text[slip.start : slip.end]
        found = (
            meant(tokens, lexicon, table, tokens.index(slip.start)) if slip.kind in OPEN and written.islower() else None
        )
        if found is not None and (
            found.price <= EASY if slip.kind == "runon" else slip.right or max(found.before, found.behind) >= MET
        ):
            yield slip._replace(right=found.syllable, kind="nonword")
        elif slip.kind in OPEN and (horned := _horned(written)) in lexicon.syllables:
            yield slip._replace(right=horned, kind="nonword")
        elif slip.kind == "runon" and (
            (written.islower() and not _two_words(tokens, lexicon, slip))
            or _letter_too_many(lexicon, written, slip.right or "")
        ):
            yield slip._replace(right=None, kind="nonword")
        else:
            yield slip
    for word in filter(_unmarked, filterfalse(sound().__contains__, tokens.word_places)):
        for index in tokens.word_places[word]:
            start, end = tokens.span(index, index)
            if (
                start not in told
                and tokens.texts[index].islower()
                and (right := _surely(tokens, lexicon, table, index))
            ):
                yield Slip(start, end, right, "nonword")


def _horned(word: str) -> str:
    """“trờng” → “trường”; empty where no ư is missed."""
    at = split_tone(word)[0].rfind("ơ")
    return f"{word[:at]}ư{word[at:]}" if split_tone(word)[0].endswith(HORNLESS) and word[at - 1] != "ư" else ""


def _two_words(tokens: Tokens, lexicon: Lexicon, slip: Slip) -> bool:
    """“thién” is no “thi én”: neither half goes with the other, nor with what stands beside it."""
    parts = (slip.right or "").split()
    if VOWELS.isdisjoint(part[0] for part in parts[1:]):
        return True
    together = any(lexicon.known[f"{KEYS[one]} {KEYS[other]}"] for one, other in pairwise(parts))
    empty = not FUNCTION_WORDS.isdisjoint(parts)
    return together or empty or reads_on(tokens, lexicon, tokens.index(slip.start), slip.right or "")


def _letter_too_many(lexicon: Lexicon, written: str, halves: str) -> bool:
    """“tàan” is no “tà an”: a vowel struck twice, and the halves are no word."""
    keys = " ".join(map(KEYS.__getitem__, halves.split()))
    twice = any(bare(one) == bare(other) and one in VOWELS for one, other in pairwise(written))
    return twice and keys.count(" ") == 1 and not lexicon.known[keys]


@lru_cache(maxsize=1 << 10)
def _unmarked(word: str) -> bool:
    """Is it no syllable and without a mark: “bab”, “wuy”? Most such are words of others: “kit”, “email”."""
    return 1 < len(word) < 8 and word.isascii() and word.isalpha() and not is_syllable(word) and word not in foreign()


def _surely(tokens: Tokens, lexicon: Lexicon, table: Table, index: int) -> str | None:
    if not 0 < index < len(tokens) - 1:
        return None
    start, end = tokens.span(index, index)
    if tokens.text[start - 1] != " " or tokens.text[end] not in ENDS:
        return None
    left, right = (KEYS[tokens.lower[at]] for at in (index - 1, index + 1))
    known, prices = lexicon.known, _prices(tokens.lower[index], lexicon, table)
    before, behind = table.ids[left], table.ids[right]
    inside = [one for one in prices if table.triple(table.pair(before, table.ids[one]), behind) >= MET]
    if len(inside) == 1 and (known[f"{left} {inside[0]}"] or known[f"{inside[0]} {right}"]):  # “câu laic bộ”
        return inside[0]
    easy = [one for one, price in prices.items() if price <= EASY]
    if not any(
        known[f"{left} {one}"] or known[f"{one} {right}"] or _often(table, before, table.ids[one]) for one in easy
    ):
        return None
    found = meant(tokens, lexicon, table, index)
    if found is None or found.price > EASY:
        return None
    makes = known[f"{left} {found.syllable}"] or known[f"{found.syllable} {right}"]
    makes = makes or (found.price <= MARK and found.before >= OFTEN)
    return found.syllable if makes and min(found.before, found.behind) >= MET else None


def _often(table: Table, one: int, other: int) -> bool:
    """Did many write the two side by side, though the first is an empty word: “trong sạch”?"""
    return table.pair_documents(table.pair(one, other)) >= OFTEN


def meant(tokens: Tokens, lexicon: Lexicon, table: Table, index: int) -> Meant | None:
    """What the token at ``index`` was meant to be; None where two are nearly as likely."""
    before, left, _, right, behind = (
        table.ids[tokens.lower[at]] if 0 <= at < len(tokens) else UNKNOWN for at in range(index - 2, index + 3)
    )
    prices = _prices(tokens.lower[index], lexicon, table)
    ranked = sorted(
        (
            (table.likelihood(before, left, table.ids[one], right, behind) - DEAR * price, one)
            for one, price in prices.items()
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR):
        return None
    best = ranked[0][1]
    own = table.ids[best]
    beside = table.pair_documents(table.pair(left, own)), table.pair_documents(table.pair(own, right))
    return Meant(best, prices[best], *beside)


@lru_cache(maxsize=1 << 8)
def _prices(word: str, lexicon: Lexicon, table: Table) -> dict[str, float]:
    """The syllables of the table that one key parts from ``word``, each with its least price."""
    prices: dict[str, float] = {}
    for syllable, price in _near(word, lexicon, table):
        prices[syllable] = min(price, prices.get(syllable, price))
    return prices


def _near(word: str, lexicon: Lexicon, table: Table) -> Iterator[tuple[str, float]]:
    """These, one as often as keys lead to it."""
    if (horned := _horned(word)) and table.ids[horned] >= 0:
        yield horned, HORN
    for written, price in _edits(word):
        if is_syllable(written) and table.ids[written] >= 0:
            yield table.syllables[table.ids[written]], price
    (plain, tone), letters = split_tone(word), bare(word)
    for syllable in {*lexicon.near(word), *map(table.syllables.__getitem__, table.near(letters))}:
        if table.ids[syllable] < 0:
            continue
        if bare(syllable) == letters:
            other, other_tone = split_tone(syllable)
            yield syllable, MARK * ((other != plain) + (other_tone != tone))
        else:
            yield syllable, OTHER + MARK * (letters != word)


def _edits(word: str) -> Iterator[tuple[str, float]]:
    for at, letter in enumerate(word):
        without = word[:at] + word[at + 1 :]
        twice = letter in word[max(0, at - 1) : at] + word[at + 1 : at + 2]
        easy = twice or (at == len(word) - 1 and letter in KEYS_OF_MARKS)
        yield without, EASY if easy else LETTER
        if at and letter != word[at - 1]:
            yield word[: at - 1] + letter + word[at - 1] + word[at + 1 :], EASY
        for other in LETTERS if letter in "abcdefghijklmnopqrstuvwxyz" else "":
            if other != letter:
                yield word[:at] + other + word[at + 1 :], EASY if frozenset((letter, other)) in BESIDE else OTHER
    lost = LETTERS + HATTED + ("" if not VOWELS.isdisjoint(word) else MARKED_VOWELS)
    for at in range(len(word) + 1):
        for other in lost:
            yield word[:at] + other + word[at:], LETTER
