"""What we take for right, as a hunspell dictionary: for LibreOffice, LanguageTool's “lang-vi” and every other reader of one.

Hunspell sees one syllable at a time, so it finds what is no syllable and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checks.facts.citations import TYPES
from checks.language.lexicon import COMPOUNDS, FUNCTION_WORDS, PHRASES, data_lines, shipped
from checks.language.slips import foreign
from checks.language.syllables import ONSETS, RIMES, TONED, Syllable, bare, is_syllable, spellings

ABBREVIATIONS = "abbreviations.txt"
WITHOUT_EXPLANATION = "TW TTg CP TU HU ĐU VT UBMTTQ USD GDP GRDP OCOP COVID"
UNITS_AND_POINTS = "km cm mm kg ml kWh kV MW a b c d đ e g h i k l m n o p q r s t u v x y"
NEVER_SUGGESTED = "!"
LETTERS = re.compile(r"[^\W\d_]+")
COMMON = 500
"""LanguageTool guesses a language by its common words; those of other languages are so many."""

# Letters that a hand or an ear takes for one another, both ways: “ngành” and “nghành”, “xử lý” and “sử lý”
CONFUSED = ("ng ngh", "g gh", "c k", "ch tr", "s x", "d gi", "d r", "gi r", "l n", "n ng", "t c", "i y", "nh n", "d đ")
TRY = "nhgtciaoumlđpvbrksdxyàêáâộôạếưảấớườệợốơịủềăầựọốồứíìóửýữẫãụừậòắởúẽõỏổẩỡẻỉũễỗặéùẳèẹủĩằẵẹỳỷỵỹẽ"  # commonest first


class Files(NamedTuple):
    """The text of each file."""

    dic: str
    aff: str
    common_words: str


def files(office_words: Iterable[str] = ()) -> Files:
    """The dictionary of the house and an office's own words, in the case that the office gives them."""
    suggested = {*shipped().syllables, *foreign(), *_abbreviations(), *_office(office_words)}
    suggested = {word for word in suggested if word.isalpha() and (word != word.lower() or _right(word))}
    suggested.update(UNITS_AND_POINTS.split())
    # A syllable that no list has is right all the same; nobody wants it proposed.
    rare = {form for form in _all_syllables() if form not in suggested}
    lines = [*suggested, *(f"{word}/{NEVER_SUGGESTED}" for word in rare)]
    return Files(f"{len(lines)}\n" + _joined(sorted(lines)), _affixes(), _joined(_common_words()))


def _right(word: str) -> bool:
    return is_syllable(word) or word in foreign()


def _office(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from LETTERS.findall(line)


def _abbreviations() -> Iterator[str]:
    for line in data_lines(ABBREVIATIONS):
        yield from LETTERS.findall(line.partition("|")[0])
    # “ubnd” stands folded among the words of the phrases
    yield from (word.upper() for word in shipped().syllables if word.isalpha() and not _right(word))
    yield from (*TYPES.split("|"), *WITHOUT_EXPLANATION.split())
    for ten in ("", "X", "XX"):
        yield from (ten + one for one in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))


def _all_syllables() -> Iterator[str]:
    for onset in ("", *ONSETS):
        for rime in RIMES:
            for tone in range(len(TONED)):
                yield from filter(is_syllable, spellings(Syllable(onset, rime, tone)))
                if rime.startswith("i"):  # kỹ beside kĩ
                    yield from filter(is_syllable, spellings(Syllable(onset, "y" + rime[1:], tone)))


def _affixes() -> str:
    one_letter: dict[str, str] = {}
    for row in TONED:
        for letter in row:
            one_letter[bare(letter)] = one_letter.get(bare(letter), "") + letter
    maps = [*one_letter.values(), "dđ"]
    replaced = [pair for two in CONFUSED for a, b in [two.split()] for pair in (f"REP {a} {b}", f"REP {b} {a}")]
    return _joined(
        [
            "SET UTF-8",
            "LANG vi_VN",
            f"TRY {''.join(dict.fromkeys(TRY))}",
            f"NOSUGGEST {NEVER_SUGGESTED}",
            f"MAP {len(maps)}",
            *(f"MAP {letters}" for letters in maps),
            f"REP {len(replaced)}",
            *replaced,
        ]
    )


def _common_words() -> list[str]:
    counted = Counter(
        word for name in (PHRASES, COMPOUNDS) for line in data_lines(name) for word in line.lower().split()
    )
    met = [word for word, _ in counted.most_common() if is_syllable(word)]
    return list(dict.fromkeys([*sorted(FUNCTION_WORDS), *met]))[:COMMON]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
