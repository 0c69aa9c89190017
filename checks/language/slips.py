"""Words that are no Vietnamese syllable: a slip of the keyboard, or of the machine that made the text.

Only what a reader cannot take for anything else is reported. Names, loan words, abbreviations, codes,
addresses and other languages stay silent: they are most of what is no syllable.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import filterfalse

from checks.caching import kept
from checks.language import syllables
from checks.language.keyboard import from_telex, from_tone_key, from_vni
from checks.language.lexicon import COMPOUNDS, PHRASES, Lexicon, data_lines, shipped
from checks.language.near_miss import like
from checks.language.respelling import fits, key_twice, lost_vowel, makes_a_word, one_letter, repair, unmarked
from checks.language.run_together import (
    BODIES,
    apart,
    body_run_on,
    camel,
    marked_run_on,
    provinces,
    reads_on,
    run_into,
    said_over,
    word_run_on,
)
from checks.language.syllables import KEYS, MARKED, TONE, VOWELS, bare, is_syllable, tone_misplaced
from checks.language.tokens import DASHES, Tokens
from checks.language.torn import torn_syllables
from checks.tables import DATA
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["tone", "runon", "camel", "hyphen", "telex", "vni", "torn", "nonword"]
    Reading = tuple[str | None, Kind]

STORE, FOREIGN = "syllables", "foreign.txt"
SOURCES = (PHRASES, COMPOUNDS, FOREIGN)
DIGITS = frozenset("123456789")
HATTED = frozenset("ÔƠ")
LONGEST = 40
"""Letters of a word that is looked at: what is longer is no slip, and every way of reading it would be tried."""
SHORTEST_TITLE = 4
"""A longer word in capitals that reads as two syllables of one known word is no abbreviation."""
SHORTEST_KEYED = 3
"""A longer word may be one typed with the keys of an input method: “duwowjc”."""
GLUE = frozenset("@/\\_&#.:+=")


class Slip(NamedTuple):
    """What stands between ``start`` and ``end`` is no word; ``right`` is what it must be, if there is one answer."""

    start: int
    end: int
    right: str | None
    kind: Kind


@cache
def foreign() -> frozenset[str]:
    """Words with Vietnamese letters that are right without being syllables."""
    return frozenset(" ".join(data_lines(FOREIGN)).split())


def slips(tokens: Tokens, lexicon: Lexicon) -> Iterator[Slip]:
    """Every slip, in no particular order."""
    # A difference of sets would walk all that are sound.
    for word in filter(_doubtful, filterfalse(sound().__contains__, tokens.word_places)):
        for index in tokens.word_places[word]:
            yield from _judge(tokens, lexicon, index)
    yield from _digits(tokens, lexicon)
    yield from (Slip(*torn, kind="torn") for torn in torn_syllables(tokens, lexicon))


@lru_cache(maxsize=1 << 13)
def _doubtful(word: str) -> bool:
    """Whether a small-letter token is to be looked at: most are syllables, numbers or marks."""
    if not 1 < len(word) <= LONGEST or not word.isalpha():
        return False
    if not is_syllable(word):
        return word not in foreign()
    return tone_misplaced(word) is not None or _unused(word)


def _unused(word: str) -> bool:
    """Is it built like a syllable without a mark, and none in use: “trin”, “biu”?"""
    return len(word) > 2 and MARKED.isdisjoint(word) and KEYS[word] not in shipped().syllables


@cache
def sound() -> frozenset[str]:
    """The syllables in use but for the few that were judged to be doubtful; none where no judgement is kept."""
    doubtful = kept.load(STORE, _stamp())
    return frozenset() if doubtful is None else frozenset(shipped().syllables - set(doubtful.split()))


def keep() -> None:
    """Judge the syllables in use, for cold runs."""
    kept.save(STORE, _stamp(), " ".join(sorted(filter(_doubtful, shipped().syllables))))


def _stamp() -> list[tuple[int, int]]:
    """Of what the judgement follows from: the data, and the rules of writing themselves."""
    files = [*(f"{DATA}/{name}" for name in SOURCES), __file__, str(syllables.__file__)]
    return [kept.stamp_of(file) for file in files]


def _judge(tokens: Tokens, lexicon: Lexicon, index: int) -> Iterator[Slip]:
    if _abbreviated(tokens, index):
        return
    start, end, text, word, _ = tokens.token(index)
    if _glued(tokens.text, start, end):
        return
    right = tone_misplaced(word)
    if right:
        yield Slip(start, end, like(text, right), "tone")
    elif joined := _hyphenated(tokens, index):
        yield joined
    elif not _dashed(tokens.text, start, end) and (reading := _reading(tokens, lexicon, index)):
        yield Slip(start, end, *reading)


def _abbreviated(tokens: Tokens, index: int) -> bool:
    """Whether a token is nothing but capitals without a diacritic (UBND, OCOP, XVI) and no half of a word."""
    word = tokens.lower[index]
    if not tokens.texts[index].isupper() or not MARKED.isdisjoint(word):
        return False
    return DASHES.isdisjoint(tokens.texts[max(0, index - 1) : index + 2])


def _reading(tokens: Tokens, lexicon: Lexicon, index: int) -> Reading | None:
    """What a token that stands alone must be, and how it went wrong."""
    text, word = tokens.texts[index], tokens.lower[index]
    if text.startswith(BODIES) and (halves := body_run_on(text, lexicon)):
        return halves, "camel"
    if halves := camel(text):
        return halves, "camel" if reads_on(tokens, lexicon, index, halves) else "runon"
    if is_syllable(word):
        right = lost_vowel(tokens, lexicon, index) if text.islower() else None
        return (right, "nonword") if right else None
    if MARKED.isdisjoint(word):
        return _without_marks(tokens, lexicon, index) if text.islower() else None
    return _small(tokens, lexicon, index) if text.islower() else _capital(tokens, lexicon, index)


def _without_marks(tokens: Tokens, lexicon: Lexicon, index: int) -> Reading | None:
    """A word in small letters without a diacritic: keys of an input method left in, or marks left out."""
    word = tokens.lower[index]
    typed = from_telex(word) if len(word) > SHORTEST_KEYED else None
    if typed and fits(tokens, lexicon, index, typed):
        return typed, "telex"
    toned = None if typed else from_tone_key(word)
    if toned and makes_a_word(tokens, lexicon, index, toned):
        return toned, "telex"
    for meant in (unmarked, one_letter, key_twice, lost_vowel):
        if right := meant(tokens, lexicon, index):
            return right, "nonword"
    return None


def _small(tokens: Tokens, lexicon: Lexicon, index: int) -> Reading | None:
    """A word in small letters with a diacritic is reported, whether what was meant is known or not."""
    word, behind = tokens.lower[index], tokens.lower[index + 1 : index + 2]
    if VOWELS.isdisjoint(bare(word)):
        return None
    if once := said_over(word, lexicon):
        return once, "nonword"
    right = repair(tokens, lexicon, index)
    if not (right and bare(right) == bare(word)) and (parts := apart(word, behind, lexicon)):
        return parts, "runon"
    return right, "nonword"


def _capital(tokens: Tokens, lexicon: Lexicon, index: int) -> Reading | None:
    """A word with a capital and a diacritic: most are names, so that only what has an answer is reported."""
    text, word = tokens.texts[index], tokens.lower[index]
    if text.istitle() and (halves := word_run_on(word, lexicon) or run_into(tokens, lexicon, index)):
        return halves.title() if halves in provinces() else like(text, halves), "runon"
    title = text.isupper() and len(word) > SHORTEST_TITLE
    if title and (halves := word_run_on(word, lexicon) or marked_run_on(word, lexicon)):
        return halves.upper(), "runon"
    if (_opens(tokens, index) or _among_capitals(tokens, index)) and (right := repair(tokens, lexicon, index)):
        return like(text, right), "nonword"
    return None


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the word is a piece of an address, a code or a formula (“ubnd@…”, “HĐND/2025”, “15a”)."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return (
        before.isdigit()
        or after[:1].isdigit()
        or (before in GLUE and text[start - 2 : start - 1].isalnum())
        or (after[:1] in GLUE and after[1:].isalnum())
    )


def _dashed(text: str, start: int, end: int) -> bool:
    """Whether a dash without spaces ties the word to another (“Ê-đê”, “ki-lô-gam”)."""
    return text[start - 1 : start] in DASHES or text[end : end + 1] in DASHES


def _hyphenated(tokens: Tokens, index: int) -> Slip | None:
    """“trư-ờng”, cut by whoever made the PDF: the whole word. ``index`` is the half that is no syllable."""
    for first in (index, index - 2):
        if first < 0 or first + 2 >= len(tokens) or tokens.texts[first + 1] not in DASHES:
            continue
        head, dash, rest = (tokens.token(at) for at in range(first, first + 3))
        touching = head.end == dash.start and dash.end == rest.start
        if touching and rest.text.islower() and is_syllable(head.lower + rest.lower):
            return Slip(head.start, rest.end, head.text + rest.text, "hyphen")
    return None


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a capital here is that of a sentence or a common noun, not of a name (“Hồ Đức Phớc”)."""
    text = tokens.texts[index]
    return text.istitle() and not (index and tokens.texts[index - 1][0].isupper())


def _among_capitals(tokens: Tokens, index: int) -> bool:
    """Whether an all-capitals token stands in a title and is no abbreviation: it has a toned vowel, its neighbours too."""
    text = tokens.texts[index]
    hatted = not HATTED.isdisjoint(text) and len(text) >= SHORTEST_TITLE
    if not text.isupper() or (
        TONE.keys().isdisjoint(tokens.lower[index]) and "Â" not in text and "Ê" not in text and not hatted
    ):
        return False
    beside = [tokens.texts[at] for at in (index - 1, index + 1) if 0 <= at < len(tokens)]
    return any(other.isupper() and len(other) > 1 and is_syllable(other.lower()) for other in beside)


def _digits(tokens: Tokens, lexicon: Lexicon) -> Iterator[Slip]:
    """VNI keys left in: “tru7o7ng” is cut by its digits into several tokens."""
    texts = tokens.texts
    single = sorted(at for digit in DIGITS & tokens.word_places.keys() for at in tokens.word_places[digit])
    inner = [at for at in single if 0 < at < len(texts) - 1 and texts[at - 1].islower() and texts[at + 1].islower()]
    done = -1
    for at in inner:
        if at < done or not (_touching(tokens, at - 1) and _touching(tokens, at)):
            continue
        last = at + 1
        while last + 1 < len(texts) and _touching(tokens, last):
            last += 1
        done = last
        start, end = tokens.span(at - 1, last)
        right = from_vni(tokens.text[start:end])
        if right and KEYS[right] in lexicon.syllables:
            yield Slip(start, end, right, "vni")


def _touching(tokens: Tokens, index: int) -> bool:
    """Whether no space parts a token from the next, and the next is a letter or a digit."""
    one, other = tokens.token(index), tokens.token(index + 1)
    return one.end == other.start and other.text.isalnum()
