"""Words that are no Vietnamese syllable: a slip of the keyboard, or of the machine that made the text.

Only what a reader cannot take for anything else is reported. Names, loan words, abbreviations, codes,
addresses and other languages stay silent: they are most of what is no syllable.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import filterfalse, pairwise

from checks.caching import kept
from checks.language import syllables
from checks.language.keyboard import from_telex, from_tone_key, from_vni
from checks.language.lexicon import COMPOUNDS, FUNCTION_WORDS, PHRASES, Lexicon, data_lines, shipped
from checks.language.near_miss import like
from checks.language.syllables import KEYS, MARKED, TONE, bare, is_syllable, tone_misplaced
from checks.language.tokens import DASHES, Tokens
from checks.language.torn import torn_syllables
from checks.tables import DATA, rows
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["tone", "runon", "camel", "hyphen", "telex", "vni", "torn", "nonword"]

STORE, FOREIGN = "syllables", "foreign.txt"
SOURCES = (PHRASES, COMPOUNDS, FOREIGN)
DIGITS = frozenset("123456789")
HATTED = frozenset("ÔƠ")
VOWELS = frozenset("aeiouyăâêôơư")
CONSONANTS = "bcghklmnpqrstvx"
"""Letters that no mark makes out of others."""
RESPELT = (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k"))
"""Onsets that sound alike and are written by what follows: “nghành”, “ngiên cứu”."""
LONGEST = 40
"""Letters of a word that is looked at: what is longer is no slip, and every way of reading it would be tried."""
SHORTEST_TITLE = 4
"""A longer word in capitals that reads as two syllables of one known word is no abbreviation."""
OLD_FONT = str.maketrans("òó", "ịĩ")
"""“quy đònh”, “nghóa vụ”: what a converter of VNI fonts leaves of ị and ĩ."""
BODIES = ("UBND", "HĐND", "UBMTTQ", "MTTQ", "LĐLĐ", "CNVCLĐ", "TNCS")
"""Abbreviations that a small word may have been run into: “UBNDquận”."""
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
    """Syllables already judged and not doubtful, as kept; none where nothing is kept."""
    return frozenset((kept.load(STORE, _stamp()) or "").split())


def keep() -> None:
    """Judge what the phrases and words hold, for cold runs."""
    met = " ".join(line for name in (PHRASES, COMPOUNDS) for line in data_lines(name)).lower().split()
    kept.save(STORE, _stamp(), " ".join(sorted(filterfalse(_doubtful, {*met, *shipped().syllables}))))


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
    elif not _dashed(tokens.text, start, end):
        yield from _word(tokens, lexicon, index)


def _abbreviated(tokens: Tokens, index: int) -> bool:
    """Whether a token is nothing but capitals without a diacritic (UBND, OCOP, XVI) and no half of a word."""
    word = tokens.lower[index]
    if not tokens.texts[index].isupper() or not MARKED.isdisjoint(word):
        return False
    return DASHES.isdisjoint(tokens.texts[max(0, index - 1) : index + 2])


def _word(tokens: Tokens, lexicon: Lexicon, index: int) -> Iterator[Slip]:
    """A token that is no syllable and stands alone."""
    start, end, text, word, _ = tokens.token(index)
    if text.startswith(BODIES) and (halves := _body_run_on(text, lexicon)):
        yield Slip(start, end, halves, "camel")
    elif halves := _camel(text):
        yield Slip(start, end, halves, "camel" if _reads_on(tokens, lexicon, index, halves) else "runon")
    elif is_syllable(word):
        if text.islower() and (right := _lost_vowel(tokens, lexicon, index)):
            yield Slip(start, end, right, "nonword")
    elif MARKED.isdisjoint(word):
        typed = from_telex(word) if text.islower() and len(word) > 3 else None
        toned = from_tone_key(word) if text.islower() and not typed else None
        if typed and _fits(tokens, lexicon, index, typed):
            yield Slip(start, end, typed, "telex")
        elif toned and _makes_a_word(tokens, lexicon, index, toned):
            yield Slip(start, end, toned, "telex")
        elif text.islower() and (
            right := _unmarked(tokens, lexicon, index)
            or _one_letter(tokens, lexicon, index)
            or _key_twice(tokens, lexicon, index)
            or _lost_vowel(tokens, lexicon, index)
        ):
            yield Slip(start, end, right, "nonword")
    elif text.islower():
        if VOWELS.isdisjoint(bare(word)):
            return
        right = _repair(tokens, lexicon, index)
        parts = (
            None if right and bare(right) == bare(word) else _parts(word, tokens.lower[index + 1 : index + 2], lexicon)
        )
        yield Slip(start, end, parts or right, "runon" if parts else "nonword")
    elif text.istitle() and (halves := _word_run_on(word, lexicon) or _run_into(tokens, lexicon, index)):
        yield Slip(start, end, halves.title() if halves in places() else like(text, halves), "runon")
    elif (
        text.isupper()
        and len(word) > SHORTEST_TITLE
        and (halves := _word_run_on(word, lexicon) or _marked_run_on(word, lexicon))
    ):
        yield Slip(start, end, halves.upper(), "runon")
    elif (_opens(tokens, index) or _among_capitals(tokens, index)) and (right := _repair(tokens, lexicon, index)):
        yield Slip(start, end, like(text, right), "nonword")


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


def _camel(text: str) -> str | None:
    """“củaTrung” → “của Trung”: syllables that lost the spaces between them."""
    starts = [at for at in range(2, len(text) - 1) if text[at - 1].islower() and text[at].isupper()]
    parts = [text[start:end] for start, end in pairwise((0, *starts, len(text)))]
    whole = all(is_syllable(part.lower()) for part in parts) and all(part[1:].islower() for part in parts[1:])
    return " ".join(parts) if starts and whole and not MARKED.isdisjoint(text.lower()) else None


def _body_run_on(text: str, lexicon: Lexicon) -> str | None:
    """“UBNDquận” → “UBND quận”: the abbreviation of a body and a syllable in use."""
    at = next((i for i, letter in enumerate(text) if letter.islower()), len(text))
    head, rest = text[:at], text[at:]
    return f"{head} {rest}" if head in BODIES and len(rest) > 1 and rest in lexicon.syllables else None


def _reads_on(tokens: Tokens, lexicon: Lexicon, index: int, halves: str) -> bool:
    """Whether either half makes a word here; in “thi đuĐa” none does, and a letter too many is as likely."""
    head, *_, tail = (KEYS[half] for half in halves.lower().split())
    before, after = _beside(tokens, index)
    return head in FUNCTION_WORDS or lexicon.known[f"{before} {head}"] or lexicon.known[f"{tail} {after}"]


def _parts(word: str, after: list[str], lexicon: Lexicon) -> str | None:
    """“nhândân” → “nhân dân”: two or three syllables in use, written as one; the last may make a word with ``after``."""
    splits = sorted(_splits(word, lexicon, 3), key=len)
    # “cáchình thức” is “các hình thức”, not “cá chình”.
    fitting = [parts for parts in splits if any(lexicon.known[f"{KEYS[parts[-1]]} {KEYS[next_]}"] for next_ in after)]
    # “thựchiện” is “thực hiện”, not “thự chiện”.
    whole = [parts for parts in splits if len(parts) == 2 and lexicon.known[" ".join(map(KEYS.__getitem__, parts))]]
    return " ".join((fitting or whole or splits)[0]) if splits else None


def _word_run_on(word: str, lexicon: Lexicon) -> str | None:
    """“chiếnlược” → “chiến lược”: two syllables of one known word; with a capital, anything else may be a name."""
    found = [parts for parts in _splits(word, lexicon, 2) if lexicon.known[" ".join(map(KEYS.__getitem__, parts))]]
    return " ".join(found[0]) if len(found) == 1 else None


def _marked_run_on(word: str, lexicon: Lexicon) -> str | None:
    """“THƯNGUYỄN” → “THƯ NGUYỄN”: no abbreviation has marks in two syllables."""
    found = list(_splits(word, lexicon, 2))
    return " ".join(found[0]) if len(found) == 1 and not any(map(MARKED.isdisjoint, found[0])) else None


def _run_into(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“Đảngtoàn quốc” → “Đảng toàn quốc”: the second half and the small-letter word behind it are one word."""
    behind = tokens.texts[index + 1] if index + 1 < len(tokens) else ""
    if not behind.islower():
        return None
    found = [
        parts
        for parts in _splits(tokens.lower[index], lexicon, 2)
        if lexicon.known[f"{KEYS[parts[1]]} {KEYS[behind]}"] and not MARKED.isdisjoint(parts[0])
    ]
    return " ".join(found[0]) if len(found) == 1 else None


@cache
def places() -> frozenset[str]:
    """The provinces in small letters: each of their syllables has a capital."""
    return frozenset(name.lstrip("* ").lower() for (name,) in rows("provinces.txt"))


def _splits(word: str, lexicon: Lexicon, most: int) -> Iterator[list[str]]:
    """Every way of reading ``word`` as two syllables in use or more, ``most`` at most."""
    for at in range(2, len(word) - 1):
        head, rest = word[:at], word[at:]
        if KEYS[head] in lexicon.syllables and is_syllable(head):
            if KEYS[rest] in lexicon.syllables and is_syllable(rest):
                yield [head, rest]
            if most > 2:
                yield from ([head, *parts] for parts in _splits(rest, lexicon, most - 1))


def _repair(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """The one syllable in use that has these letters or nearly, and makes a word with a neighbour."""
    word = tokens.lower[index]
    for wrong, right in RESPELT if tokens.texts[index].islower() else ():
        if word.startswith(wrong) and right + word[len(wrong) :] in lexicon.syllables:
            return right + word[len(wrong) :]
    if (converted := word.translate(OLD_FONT)) != word and converted in lexicon.syllables:
        return converted
    fitting = [syllable for syllable in sorted(lexicon.near(word)) if _fits(tokens, lexicon, index, syllable)]
    same = [syllable for syllable in fitting if bare(syllable) == bare(word)]
    if not same and (letters := [s for s in lexicon.near(word) if bare(s) == bare(word)]):
        # “quản lý thué, phí” lacks a mark of “thuế”; “thú” only happens to fit. “đươc”, “nhữg” go beside anything.
        empty = [s for s in letters if s in FUNCTION_WORDS and (s[0] == "đ") == (word[0] == "đ")]
        return empty[0] if len(empty) == 1 else None
    whole = [syllable for syllable in fitting if _makes_a_word(tokens, lexicon, index, syllable)]
    return next((found[0] for found in (same, fitting, whole) if len(found) == 1), None)


def _unmarked(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“danh sach”, “tham muu”, “duoc giao”: typed without a mark, and one syllable with these letters goes here."""
    word = tokens.lower[index]
    same = _with_marks(lexicon, word)
    found = [s for s in same if _makes_a_word(tokens, lexicon, index, s)]
    if not found and sum(map(VOWELS.__contains__, word)) > 1:  # “chat”, “kit” are words of others
        found = [s for s in same if _fits(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1 << 8)
def _with_marks(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The syllables in use that have the letters of ``word``, which has no mark."""
    length, other = len(word), CONSONANTS.replace(word[0], "")
    if length < 3 or word in lexicon.syllables:  # “camera”
        return ()
    return tuple(sorted(s for s in lexicon.syllables if len(s) == length and s[0] not in other and bare(s) == word))


def _one_letter(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“an ning” → “an ninh”, “thng lợi” → “thắng lợi”: no syllable, and of those one letter away one makes a word here."""
    word = tokens.lower[index]
    if len(word) < 4 or _with_marks(lexicon, word):
        return None
    length = len(word) + VOWELS.isdisjoint(word)
    found = [s for s in lexicon.near(word) if len(s) == length and _makes_a_word(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


def _key_twice(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“thamm gia” → “tham gia”, “toann quốc” is left to others: a key struck twice, and without it a word here."""
    word = tokens.lower[index]
    once = {word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]}
    found = [s for s in once if KEYS[s] in lexicon.syllables and _makes_a_word(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


def _lost_vowel(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“phát trin” → “phát triển”, “toàn quc” → “toàn quốc”: a scanner lost the vowel that bore the marks."""
    word = tokens.lower[index]
    if len(word) < 3 or not word.islower():
        return None
    near = (
        s for s in lexicon.near(word) if len(s) > len(word) and "".join(filterfalse(MARKED.__contains__, s)) == word
    )
    found = [s for s in near if _makes_a_word(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


def _makes_a_word(tokens: Tokens, lexicon: Lexicon, index: int, syllable: str) -> bool:
    left, right = _beside(tokens, index)
    key = KEYS[syllable]
    return lexicon.known[f"{left} {key}"] or lexicon.known[f"{key} {right}"]


def _fits(tokens: Tokens, lexicon: Lexicon, index: int, syllable: str) -> bool:
    """Whether ``syllable``, put here, makes a word with the token before or after."""
    left, right = _beside(tokens, index)
    key = KEYS[syllable]
    return _makes_a_word(tokens, lexicon, index, syllable) or key in lexicon.after[left] or key in lexicon.before[right]


def _beside(tokens: Tokens, index: int) -> tuple[str, str]:
    """The folded tokens before and after one; empty where there is none."""
    lower = tokens.lower
    return KEYS[lower[index - 1] if index else ""], KEYS[lower[index + 1] if index + 1 < len(lower) else ""]


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
