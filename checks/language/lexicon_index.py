"""What a lexicon computes from its phrases, and the form in which it is kept: mapped, a row taken out when asked for.

A kept index holds two things more, which take seconds to compute: what each syllable may be a slip of, and a filter that
tells of two syllables side by side what they cannot be: a word, a piece of a phrase, a slip of such a piece. Its bits may
be set for another pair as well, so that some pairs are looked up for nothing; what is not set is certain.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from checks.language.syllables import KEYS, bare
from checks.values import NamedTuple

PACKED = "utf-8"
"""The one encoding that Python decodes without asking for a codec: rows are short and many."""
PLACES = 4_194_301
"""The places of the filter, a byte each, a prime; of four megabytes only the pages that are asked for are read."""
WORD, PIECE, FIRST, SECOND, EMPTY_FIRST, EMPTY_SECOND, GAP = (1 << bit for bit in range(7))
"""What a pair may be: a word of two syllables; two that stand side by side in a phrase; such two with a slip in the first
or in the second, and the same where the syllable written is a function word, which stands beside anything; two that stand
in a long phrase with one between."""
ANYTHING = (1 << 7) - 1
LONG = 4
"""A shorter phrase is met by chance without one of its syllables."""
Bytes = bytes | memoryview


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Rows(Protocol):
        """Syllables with a space between, before and after, by what they are looked up with."""

        def row(self, asked: str) -> str:
            """The row of ``asked``, empty where there is none."""

        def has(self, asked: str, syllable: str) -> bool:
            """Whether the row of ``asked`` has ``syllable``."""


class PlainRows(dict[str, str]):
    """Rows just computed."""

    def row(self, asked: str) -> str:
        return self.get(asked, "")

    def has(self, asked: str, syllable: str) -> bool:
        return f" {syllable} " in self.get(asked, "")


class PackedRows:
    """Rows of a kept table: their places by number, and the number of each by what it is looked up with.

    ``numbers`` may be lines still packed; they are unpacked when first asked for.
    """

    def __init__(self, numbers: Mapping[str, int] | Bytes, ends: Bytes, text: Bytes) -> None:
        self._given = numbers
        self._ends = memoryview(ends).cast("I")
        self._text = text

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return self._given if isinstance(self._given, Mapping) else numbered(self._given)

    def row(self, asked: str) -> str:
        number = self._numbers.get(asked)
        return "" if number is None else str(self._text[self._ends[number] : self._ends[number + 1]], PACKED)

    def has(self, asked: str, syllable: str) -> bool:
        number = self._numbers.get(asked)
        if number is None:
            return False
        # As bytes: to decode a row takes longer than to search it.
        return f" {syllable} ".encode() in bytes(self._text[self._ends[number] : self._ends[number + 1]])


class PackedLines:
    """Kept lines, each taken out when asked for by its number."""

    def __init__(self, ends: Bytes, text: Bytes) -> None:
        self._ends, self._text = memoryview(ends).cast("I"), text

    def __getitem__(self, number: int) -> str:
        return str(self._text[self._ends[number] : self._ends[number + 1]], PACKED)

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self._ends) - 1))


class Index(NamedTuple):
    """By syllables, unless said otherwise."""

    numbers: Rows
    """The numbers of the phrases in which another syllable stands behind it, by that one and the next: “|đua khen:0,17|đua :5|”;
    and of those that begin with the two: “^đua:5”."""
    after: Rows
    """What stands behind a syllable."""
    before: Rows
    by_edit: Rows
    """By a key, the syllables that share it with whatever may be written for them."""
    close: Rows
    """What each syllable in use may be a slip of; empty where that is found when asked for."""
    pairs: Sequence[str]
    """Phrases of two syllables."""
    gaps: Sequence[str] = ()
    """What stands in a long phrase with one syllable between; only where the index was just computed."""
    sieve: Bytes = b""
    """The filter; empty where every pair may be anything."""
    by_letters: Rows = PlainRows()
    """By its letters without any diacritic, each syllable in use; empty where that is found when asked for."""


def indexed(lines: Iterable[str]) -> tuple[Index, frozenset[str], tuple[str, ...]]:
    """The index of the lines of ``phrases.txt``, in plain dictionaries; the syllables in them, the keys of ``by_edit``."""
    numbers: dict[str, dict[str, list[str]]] = {}
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    pairs: list[str] = []
    gaps: list[str] = []
    for number, line in enumerate(lines):
        plain = line.lower().replace(",", "").replace("!", "").replace(" - ", " ")
        keys = [KEYS[word] for word in plain.split()]
        for one, *rest in dict.fromkeys(zip(keys, keys[1:], [*keys[2:], ""], strict=False)):
            numbers.setdefault(one, {}).setdefault(" ".join(rest), []).append(str(number))
            after.setdefault(one, set()).add(rest[0])
            before.setdefault(rest[0], set()).add(one)
        if len(keys) > 1:
            numbers[keys[0]].setdefault(f"^{keys[1]}", []).append(str(number))
        if len(keys) == 2:
            pairs.append(" ".join(keys))
        if len(keys) >= LONG:
            gaps += map(" ".join, zip(keys, keys[2:], strict=False))
    syllables = frozenset(after.keys() | before.keys())
    by_edit: dict[str, set[str]] = {}
    for syllable in syllables:
        base = bare(syllable)
        for edited in {base, *(base[:at] + base[at + 1 :] for at in range(len(base)))}:
            by_edit.setdefault(edited, set()).add(syllable)
    told = {
        one: "|".join(["", *(others + ":" + ",".join(found) for others, found in behind.items()), ""])
        for one, behind in numbers.items()
    }
    index = Index(PlainRows(told), row_of(after), row_of(before), row_of(by_edit), PlainRows(), pairs, gaps)
    return index, syllables, tuple(by_edit)


def by_letters_of(syllables: Iterable[str]) -> PlainRows:
    """``Index.by_letters`` of these."""
    found: dict[str, list[str]] = {}
    for syllable in syllables:
        found.setdefault(bare(syllable), []).append(syllable)
    return row_of(found)


def row_of(sets: Mapping[str, Iterable[str]]) -> PlainRows:
    return PlainRows({asked: f" {' '.join(sorted(found))} " for asked, found in sets.items()})


def pack(lines: Iterable[str]) -> tuple[bytes, bytes]:
    """Where the lines begin and the last ends, and the lines."""
    parts = [line.encode(PACKED) for line in lines]
    return array("I", accumulate(map(len, parts), initial=0)).tobytes(), b"".join(parts)


def pack_lines(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode(PACKED)


def numbered(lines: Bytes) -> dict[str, int]:
    """Packed lines, each with its number."""
    unpacked = unpack_lines(lines)
    return dict(zip(unpacked, range(len(unpacked)), strict=True))


def unpack_lines(lines: Bytes) -> list[str]:
    return str(lines, PACKED).split("\n")


def may_be(sieve: Bytes, pairs: Sequence[str]) -> list[int]:
    """The bits of what each of ``pairs`` may be."""
    return [sieve[place] for place in _places(pairs)] if sieve else [ANYTHING] * len(pairs)


def filtered(index: Index, words: Iterable[str], syllables: Sequence[str], empty: Container[str]) -> bytes:
    """The filter of an index that knows what each of the ``syllables`` is ``close`` to, of ``words`` of two syllables and
    of the ``empty`` ones."""
    after = {one: index.after.row(one).split() for one in syllables}
    before = {other: index.before.row(other).split() for other in syllables}
    found = [(WORD, pair) for pair in (*words, *index.pairs)]
    found += [(PIECE, f"{one} {other}") for one, others in after.items() for other in others]
    for written in syllables:
        first, second = (EMPTY_FIRST, EMPTY_SECOND) if written in empty else (FIRST, SECOND)
        for meant in index.close.row(written).split():
            found += [(second, f"{left} {written}") for left in before[meant]]
            found += [(first, f"{written} {right}") for right in after[meant]]
    found += [(GAP, pair) for pair in index.gaps]
    bits = bytearray(PLACES)
    for (bit, _), place in zip(found, _places([pair for _, pair in found]), strict=True):
        bits[place] |= bit
    return bytes(bits)


def _places(pairs: Sequence[str]) -> list[int]:
    """Where the filter tells of each of ``pairs``; many at a time, or the calls would take longer than the rest."""
    read = int.from_bytes
    return [read(pair.encode(), "little") % PLACES for pair in pairs]
