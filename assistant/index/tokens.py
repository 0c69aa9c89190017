"""What a text is searched by: its syllables without diacritics, and each pair of neighbouring syllables.

Vietnamese words are mostly two syllables, so pairs do what word segmentation would. Folding is ours because
SQLite's ``remove_diacritics`` never folds đ: there “thi dua” does not find “thi đua”.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from checks.finding import Span

PAIR = "_"
"""Joins the two syllables of a pair: ``thi_dua``."""

SYLLABLE = r"[0-9]+(?:[.,/][0-9]+)*|[^\W\d_]+"
_SYLLABLE = re.compile(SYLLABLE)
# A pair never spans a mark that ends a clause: “…yêu nước. Phong trào…” has no pair “nuoc_phong”.
_SYLLABLE_OR_BREAK = re.compile(SYLLABLE + r"|[.;:,()\n“”\"]")
_MARKS = re.compile("[\u0300-\u036f]+")
_ABBREVIATIONS = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "tp": "thanh pho"}


def exact(text: str) -> str:
    """``text`` as it is compared with its diacritics: composed, lower case."""
    return unicodedata.normalize("NFC", text).lower()


def fold(text: str) -> str:
    """``text`` without diacritics, đ as d, lower case: “Thi đua” → “thi dua”."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).lower().replace("đ", "d")


def is_folded(text: str) -> bool:
    """Whether ``text`` was typed without diacritics."""
    return fold(text) == text.lower()


def syllables(text: str) -> list[str]:
    """The syllables and numbers of ``text``, in order; the caller has folded it or not."""
    return _SYLLABLE.findall(text)


def tokens(text: str) -> list[str]:
    """Folded syllables of ``text`` and, after each, the pair it closes."""
    return list(_with_pairs(fold(text)))


def exact_tokens(text: str) -> list[str]:
    """As ``tokens``, with the diacritics kept and a space in the pairs."""
    return [token.replace(PAIR, " ") for token in _with_pairs(exact(text))]


def places(text: str) -> list[tuple[str, Span]]:
    """Each folded syllable of ``text`` and where it stands."""
    folded = fold(text)
    if len(folded) == len(text):  # composed text: letter for letter
        return [(match[0], Span(*match.span())) for match in _SYLLABLE.finditer(folded)]
    return [(fold(match[0]), Span(*match.span())) for match in _SYLLABLE.finditer(text)]


def key(text: str) -> str:
    """One spelling of a name for comparison: “UBND tỉnh X” and “UỶ BAN NHÂN DÂN TỈNH X” share a key."""
    return " ".join(_ABBREVIATIONS.get(syllable, syllable) for syllable in syllables(fold(text)))


def _with_pairs(text: str) -> Iterator[str]:
    before = ""
    for token in _SYLLABLE_OR_BREAK.findall(text):
        if not token[0].isalnum():
            before = ""
            continue
        yield token
        if before:
            yield before + PAIR + token
        before = token
