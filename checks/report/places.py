"""Where a code point stands, in each of the units that readers of reports count in.

SARIF counts code points (as we declare), LanguageTool UTF-16 units, rdjson UTF-8 bytes of a line, people lines and
columns. “đ” is one of the first two and two of the third; on Vietnamese text a wrong unit is wrong in every line.
"""

from __future__ import annotations

from bisect import bisect_right

from checks.values import NamedTuple


class Place(NamedTuple):
    """One boundary between code points. Offsets count from 0, lines and columns from 1."""

    offset: int
    utf16: int
    line: int
    column: int
    column_utf8: int


class Places:
    """The table of one text: where its lines begin in code points and UTF-16 units."""

    __slots__ = ("_starts", "_text", "_utf16")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts, self._utf16 = [0], [0]
        for line in text.split("\n")[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
            self._utf16.append(self._utf16[-1] + utf16(line) + 1)

    def at(self, offset: int) -> Place:
        """The place before code point ``offset``; the end of the text is a place too."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Place(offset, self._utf16[line] + utf16(before), line + 1, len(before) + 1, utf8(before) + 1)


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    """Length in UTF-8 bytes."""
    return len(text.encode("utf-8", "surrogatepass"))
