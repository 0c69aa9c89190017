"""Words that lost the blank between their syllables: “nhândân”, “củaTrung”, “UBNDquận”.

Small letters may be read as any syllables in use; with a capital anything else may be a name or an abbreviation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.respelling import neighbours
from checks.language.syllables import KEYS, MARKED, is_syllable
from checks.language.tokens import Tokens
from checks.tables import rows

BODIES = (
    "UBND",
    "HĐND",
    "UBMTTQ",
    "MTTQ",
    "LĐLĐ",
    "CNVCLĐ",
    "TNCS",
    "CBGVNV",
    "CBCCVC",
    "CBCC",
    "CB",
    "GV",
    "NV",
    "HS",
)
"""Abbreviations that a small word may have been run into: “UBNDquận”."""


def camel(text: str) -> str | None:
    """“củaTrung” → “của Trung”: syllables that lost the spaces between them."""
    starts = [at for at in range(2, len(text) - 1) if text[at - 1].islower() and text[at].isupper()]
    parts = [text[start:end] for start, end in pairwise((0, *starts, len(text)))]
    whole = all(is_syllable(part.lower()) for part in parts) and all(part[1:].islower() for part in parts[1:])
    return " ".join(parts) if starts and whole and not MARKED.isdisjoint(text.lower()) else None


def body_run_on(text: str, lexicon: Lexicon) -> str | None:
    """“UBNDquận” → “UBND quận”: the abbreviation of a body and a syllable in use."""
    at = next((i for i, letter in enumerate(text) if letter.islower()), len(text))
    head, rest = text[:at], text[at:]
    return f"{head} {rest}" if head in BODIES and len(rest) > 1 and rest in lexicon.syllables else None


def reads_on(tokens: Tokens, lexicon: Lexicon, index: int, halves: str) -> bool:
    """Whether either half makes a word here; in “thi đuĐa” none does, and a letter too many is as likely."""
    head, *_, tail = (KEYS[half] for half in halves.lower().split())
    before, after = neighbours(tokens, index)
    return head in FUNCTION_WORDS or lexicon.known[f"{before} {head}"] or lexicon.known[f"{tail} {after}"]


def apart(word: str, after: list[str], lexicon: Lexicon) -> str | None:
    """“nhândân” → “nhân dân”: two or three syllables in use, written as one; the last may make a word with ``after``."""
    splits = sorted(_splits(word, lexicon, 3), key=len)
    # “cáchình thức” is “các hình thức”, not “cá chình”.
    fitting = [parts for parts in splits if any(lexicon.known[f"{KEYS[parts[-1]]} {KEYS[next_]}"] for next_ in after)]
    # “thựchiện” is “thực hiện”, not “thự chiện”.
    whole = [parts for parts in splits if len(parts) == 2 and lexicon.known[" ".join(map(KEYS.__getitem__, parts))]]
    return " ".join((fitting or whole or splits)[0]) if splits else None


def said_over(word: str, lexicon: Lexicon) -> str | None:
    """“cácác” → “các”: a syllable in use and its end once more, of two letters or more."""
    for size in range(2, len(word) // 2 + 1):
        head, tail = word[:-size], word[-size:]
        if head.endswith(tail) and len(head) > size and KEYS[head] in lexicon.syllables and is_syllable(head):
            return head
    return None


def word_run_on(word: str, lexicon: Lexicon) -> str | None:
    """“chiếnlược” → “chiến lược”: two syllables of one known word; with a capital, anything else may be a name."""
    found = [parts for parts in _splits(word, lexicon, 2) if lexicon.known[" ".join(map(KEYS.__getitem__, parts))]]
    return " ".join(found[0]) if len(found) == 1 else None


def marked_run_on(word: str, lexicon: Lexicon) -> str | None:
    """“THƯNGUYỄN” → “THƯ NGUYỄN”: no abbreviation has marks in two syllables."""
    found = list(_splits(word, lexicon, 2))
    return " ".join(found[0]) if len(found) == 1 and not any(map(MARKED.isdisjoint, found[0])) else None


def run_into(tokens: Tokens, lexicon: Lexicon, index: int) -> str | None:
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
def provinces() -> frozenset[str]:
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
