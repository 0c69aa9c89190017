"""Texts made comparable: one spelling of blanks, quotes, dashes and abbreviations."""

from __future__ import annotations

import re
import unicodedata

from assistant.gate.common import ABBREVIATED
from checks.letters import CAPITAL

SHORT = re.compile("|".join(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])" for short in ABBREVIATED))
_MARKS = str.maketrans({"–": "-", "—": "-", "\u2011": "-", "\u00a0": " ", "’": "'", "‘": "'", "„": "“", "\u200b": None})
QUOTES = re.compile(r"[“”\"«»]")
WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """NFC, one blank, plain dashes, abbreviations of bodies written out; capitals are kept."""
    spaced = " ".join(unicodedata.normalize("NFC", text).translate(_MARKS).split())
    return SHORT.sub(lambda m: ABBREVIATED[m[0]], spaced)


def key(text: str) -> str:
    """``plain`` without case, quotes and doubled marks: what “verbatim” means here."""
    return " ".join(re.sub(r"\s*-\s*", " - ", QUOTES.sub("", plain(text))).lower().split())


def holds(haystack: str, needle: str) -> int:
    """Where ``needle`` stands in ``haystack`` (both keys) as whole words; -1 where it does not."""
    at = haystack.find(needle)
    while at >= 0:
        before, after = haystack[at - 1 : at], haystack[at + len(needle) : at + len(needle) + 1]
        if not before.isalnum() and not after.isalnum():
            return at
        at = haystack.find(needle, at + 1)
    return -1


def words(text: str) -> list[str]:
    """The words of ``text`` in small letters."""
    return WORD.findall(key(text))


def splits(text: str) -> list[str]:
    """The sentences of a paragraph; “TP. Hồ Chí Minh”, “TM. ỦY BAN” and “v.v.” end none."""
    parts = re.split(
        r"(?<=[.!?…])(?<![A-ZĐ]\.)(?<!v\.v\.)(?<!\d\.)[”\"]?\s+(?=[" + CAPITAL + r"“\"\-–(])|(?<=\./\.)\s+",
        text.strip(),
    )
    return [part.strip() for part in parts if part and part.strip()]
