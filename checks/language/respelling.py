"""The one syllable in use that a token, which is none, was meant to be: “nghành”, “danh sach”, “phát trin”.

Each way of going wrong has its own reading. Two answers that are as good as each other are none.
"""

from __future__ import annotations

from itertools import filterfalse

from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.syllables import KEYS, MARKED, VOWELS, bare
from checks.language.tokens import Tokens

RESPELT = (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k"))
"""Onsets that sound alike and are written by what follows: “nghành”, “ngiên cứu”."""
HALF_FINALS = ("g", "h")
"""What is left of “ng”, “nh”, “ch”."""
OLD_FONT = str.maketrans("òó", "ịĩ")
"""“quy đònh”, “nghóa vụ”: what a converter of VNI fonts leaves of ị and ĩ."""


def repair(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """The one syllable in use that has these letters or nearly, and makes a word with a neighbour."""
    word = tokens.lower[index]
    for wrong, right in RESPELT if tokens.texts[index].islower() else ():
        if word.startswith(wrong) and right + word[len(wrong) :] in lexicon.syllables:
            return right + word[len(wrong) :]
    if (converted := word.translate(OLD_FONT)) != word and converted in lexicon.syllables:
        return converted
    fitting = [syllable for syllable in sorted(lexicon.near(word)) if fits(tokens, lexicon, index, syllable)]
    same = [syllable for syllable in fitting if bare(syllable) == bare(word)]
    if not same and (letters := [s for s in lexicon.near(word) if bare(s) == bare(word)]):
        # “quản lý thué, phí” lacks a mark of “thuế”; “thú” only happens to fit. “đươc”, “nhữg” go beside anything.
        empty = [s for s in letters if s in FUNCTION_WORDS and (s[0] == "đ") == (word[0] == "đ")]
        return empty[0] if len(empty) == 1 else None
    whole = [syllable for syllable in fitting if makes_a_word(tokens, lexicon, index, syllable)]
    return next((found[0] for found in (same, fitting, whole) if len(found) == 1), None)


def unmarked(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“danh sach”, “tham muu”, “duoc giao”: typed without a mark, and one syllable with these letters goes here."""
    word = tokens.lower[index]
    same = _with_marks(lexicon, word)
    found = [s for s in same if makes_a_word(tokens, lexicon, index, s)]
    if len(found) > 1:  # “chiến dich”: who leaves out marks may leave the đ
        found = [s for s in found if s[0] == word[0]]
    if not found and sum(map(VOWELS.__contains__, word)) > 1:  # “chat”, “kit” are words of others
        found = [s for s in same if fits(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


def _with_marks(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The syllables in use that have the letters of ``word``, which has no mark."""
    if len(word) < 3 or word in lexicon.syllables:  # “camera”
        return ()
    return tuple(lexicon.by_letters.row(word).split())


def one_letter(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“an ning” → “an ninh”, “thng lợi” → “thắng lợi”, “phog trào” → “phong trào”: no syllable, and of those one letter
    away one makes a word here."""
    word = tokens.lower[index]
    if len(word) < 4 or _with_marks(lexicon, word):
        return None
    near = [s for s in lexicon.near(word) if makes_a_word(tokens, lexicon, index, s)]
    found = [s for s in near if len(s) == len(word) + VOWELS.isdisjoint(word)]
    # A letter of the final was lost: what has a whole one may be a word of another language (“blog”).
    if not found and word.endswith(HALF_FINALS):
        found = [s for s in near if len(s) == len(word) + 1 and bare(s).startswith(word[:-1])]
    return found[0] if len(found) == 1 else None


def key_twice(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“thamm gia” → “tham gia”, “toann quốc” is left to others: a key struck twice, and without it a word here."""
    word = tokens.lower[index]
    once = {word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]}
    found = [s for s in once if KEYS[s] in lexicon.syllables and makes_a_word(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


def lost_vowel(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
    """“phát trin” → “phát triển”, “toàn quc” → “toàn quốc”: a scanner lost the vowel that bore the marks."""
    word = tokens.lower[index]
    if len(word) < 3 or not word.islower():
        return None
    near = (
        s for s in lexicon.near(word) if len(s) > len(word) and "".join(filterfalse(MARKED.__contains__, s)) == word
    )
    found = [s for s in near if makes_a_word(tokens, lexicon, index, s)]
    return found[0] if len(found) == 1 else None


def makes_a_word(tokens: Tokens, lexicon: Lexicon, index: int, syllable: str) -> bool:
    left, right = neighbours(tokens, index)
    key = KEYS[syllable]
    return lexicon.known[f"{left} {key}"] or lexicon.known[f"{key} {right}"]


def fits(tokens: Tokens, lexicon: Lexicon, index: int, syllable: str) -> bool:
    """Whether ``syllable``, put here, makes a word with the token before or after."""
    left, right = neighbours(tokens, index)
    key = KEYS[syllable]
    return makes_a_word(tokens, lexicon, index, syllable) or key in lexicon.after[left] or key in lexicon.before[right]


def neighbours(tokens: Tokens, index: int) -> tuple[str, str]:
    """The folded tokens before and after one; empty where there is none."""
    lower = tokens.lower
    return KEYS[lower[index - 1] if index else ""], KEYS[lower[index + 1] if index + 1 < len(lower) else ""]
