"""Vietnamese letters for character classes: a range such as “À-Ỹ” would take small letters for capitals and back."""

from __future__ import annotations

import re
import unicodedata

from checks.patterns import Pattern

CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SMALL = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"

MARKS = 4
"""So many combining marks may stand on one letter; Vietnamese letters carry two at most."""
_PILE = Pattern(r"[^\w\x00-\x7f]{20,}")
"""Where a pile of marks can be: sorting one takes unicodedata quadratic time, 10 seconds for 80,000 marks."""

_STAND_INS = dict(zip("ƣƢðÐɖƉǎǍ", "ưƯđĐđĐăĂ", strict=True))
_CYRILLIC = dict(zip("АВЕКМНОРСТХУаеорсху", "ABEKMHOPCTXYaeopcxy", strict=True))
# “đƣợc” (the code that the fonts of some PDF files give ư), “Ðảng”, “QÐ”, “nǎm”; “đ” begins a syllable, Icelandic “ð” no word
_STAND_IN = Pattern(
    rf"[ƣƢ]|(?<![^\W\d_])[ðÐɖƉ]|(?<=[{CAPITAL}])[ÐƉ](?![{SMALL}])|[ǎǍ](?=[cmnptCMNPT])", needs=tuple(_STAND_INS)
)
_LIKE_LATIN = Pattern(f"[{''.join(_CYRILLIC)}]", needs=tuple(_CYRILLIC))
_RUSSIAN = re.compile(f"(?![{''.join(_CYRILLIC)}])[\u0400-\u04ff]")


def with_own_letters(text: str) -> str:
    """``text`` with Vietnamese letters for those of other alphabets that stand in their place; as long as it was.

    Cyrillic letters do so only where the text has none that no Latin one looks like.
    """
    text = _STAND_IN.sub(lambda letter: _STAND_INS[letter[0]], text)
    if _LIKE_LATIN.possible(text) and not _RUSSIAN.search(text):
        text = _LIKE_LATIN.sub(lambda letter: _CYRILLIC[letter[0]], text)
    return text


def capital(text: str) -> str:
    """``text`` as it stands at the head of a line."""
    return text[:1].upper() + text[1:]


def composed(text: str) -> str:
    """``text`` in NFC, without the marks that are piled on a letter."""
    # A pile that needs sorting is told from a text in order at the first look, without sorting it.
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _PILE.compiled.sub(_unpiled, text))


def _unpiled(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MARKS:
            kept.append(char)
    return "".join(kept)
