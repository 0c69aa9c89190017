"""A walk through a Word file that remembers where each character of its text is stored.

It overrides the steps of the reader's own walk and lets them do the reading, so it cannot come to another text; a lint
never imports it.
"""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ET
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from checks.reading import legacy
from checks.reading.docx_body import Walk
from checks.reading.docx_numbering import Numbering
from checks.reading.docx_package import W
from checks.reading.docx_signs import SIGNS, trimmed
from checks.reading.docx_styles import Character, Styles
from checks.reading.text import tidy

NOWHERE = -1
_REACH = 8
"""Most stored characters that one letter is looked for in."""


class Atom(NamedTuple):
    """One stored character: its `position` in the text of a w:t, or an element such as w:tab that prints as one."""

    run: int
    node: int
    position: int


class Trace:
    """A text and, for each of its characters, the stored ones it comes from (`first` to before `last`) and its
    paragraph; `NOWHERE` for what Word or the reader adds, such as an automatic number or the bars of a table."""

    __slots__ = ("first", "last", "paragraph", "text")

    def __init__(self, text: str = "", paragraph: int = NOWHERE) -> None:
        self.text = text
        self.first = array("i", [NOWHERE]) * len(text)
        self.last = array("i", [NOWHERE]) * len(text)
        self.paragraph = array("i", [paragraph]) * len(text)

    def add(self, other: Trace) -> None:
        self.text += other.text
        self.first += other.first
        self.last += other.last
        self.paragraph += other.paragraph

    def take(self, at: int, length: int, other: Trace, start: int, end: int) -> None:
        """The characters at `at` come from those of `other` between `start` and `end`."""
        for n in range(at, at + length):
            self.first[n], self.last[n] = other.first[start], other.last[end - 1]
            self.paragraph[n] = other.paragraph[start]

    def part(self, start: int, end: int) -> Trace:
        own = Trace(self.text[start:end])
        own.first, own.last = self.first[start:end], self.last[start:end]
        own.paragraph = self.paragraph[start:end]
        return own


class Block(str):
    """A paragraph as the reader hands it on, with its trace."""

    __slots__ = ("trace",)
    trace: Trace


class Traced(Walk):
    """`atoms` are all stored characters in the order of the walk; paragraphs and runs are numbers of elements."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering) -> None:
        super().__init__(name, styles, numbering)
        self.atoms: list[Atom] = []
        self.numbers: dict[ET.Element, int] = {}
        """Number of each element over all parts read: the main part's come first."""
        self.capitals: set[int] = set()
        """Runs that show small letters as capitals."""
        self.old_fonts: set[int] = set()
        """Runs in a font of TCVN3 or VNI."""
        self.references: dict[tuple[str, str], int] = {}
        """The run that refers to each note."""
        self._paragraph_now = NOWHERE
        self._waiting = Trace()
        """Of the paragraph just walked, and of those whose end mark is deleted before it."""
        self._rows: list[list[list[str]]] = []
        """The cells of the table the walk is in, each with its paragraphs."""
        self._look_now: tuple[str | None, bool] = (None, False)

    def number(self, root: ET.Element) -> None:
        """Give the elements of a part their numbers, in the order of their start tags."""
        self.numbers |= {element: n for n, element in enumerate(root.iter(), len(self.numbers))}

    def blocks(self, parent: ET.Element) -> list[str]:
        blocks = super().blocks(parent)
        if parent.tag == f"{W}tc":
            self._rows[-1].append(blocks)
        return blocks

    def _children(self, parent: ET.Element) -> Iterator[ET.Element]:
        if parent.tag == f"{W}tr":
            self._rows.append([])
        return super()._children(parent)

    def _table(self, table: ET.Element) -> list[str]:
        outer, self._rows = self._rows, []
        blocks = super()._table(table)
        rows, self._rows = self._rows, outer
        if len(blocks) != 1 or isinstance(blocks[0], Block):
            return blocks
        return [block(blocks[0], _data(rows))]

    def _uncarried(self) -> list[str]:
        blocks = super()._uncarried()
        waiting, self._waiting = self._waiting, Trace()
        return [block(text, waiting) for text in blocks]

    def _paragraph(self, paragraph: ET.Element) -> list[str]:
        outer, self._paragraph_now = self._paragraph_now, self.numbers[paragraph]
        blocks = super()._paragraph(paragraph)
        self._paragraph_now = outer
        return blocks

    def _finished(
        self, text: str, properties: ET.Element | None, named: ET.Element | None, style_indent: int | None
    ) -> list[str]:
        blocks = super()._finished(text, properties, named, style_indent)
        waiting, self._waiting = self._waiting, Trace()
        made = []
        for whole in blocks:
            own = trimmed(waiting.text)
            trace = Trace(whole[: len(whole) - len(own)], self._paragraph_now)
            trace.add(waiting)
            made.append(block(whole, trace))
        return [*made]

    def _inline(self, parent: ET.Element, base: Character, pieces: list[str]) -> None:
        super()._inline(parent, base, pieces)
        for piece in pieces:
            self._waiting.add(piece.trace if isinstance(piece, Block) else Trace(piece, self._paragraph_now))

    def _run(self, run: ET.Element, base: Character, pieces: list[str]) -> None:
        number = self.numbers[run]
        for element in run:
            for kind in ("footnote", "endnote"):
                if element.tag == f"{W}{kind}Reference":
                    self.references.setdefault((f"{kind}s", element.get(f"{W}id", "")), number)
        before = len(pieces)
        super()._run(run, base, pieces)
        if len(pieces) == before:
            return
        font, capitals = self._look_now
        if capitals:
            self.capitals.add(number)
        if font and legacy.code_of_font(font):
            self.old_fonts.add(number)
        first = len(self.atoms)
        for element in run:
            if element.tag == f"{W}t":
                self.atoms += [Atom(number, self.numbers[element], n) for n in range(len(element.text or ""))]
            elif element.tag in SIGNS or element.tag == f"{W}sym":
                self.atoms.append(Atom(number, self.numbers[element], 0))
        pieces[-1] = self._piece(pieces[-1], first, len(self.atoms))

    def _piece(self, text: str, first: int, last: int) -> Block:
        trace = Trace(text, self._paragraph_now)
        if len(text) == last - first:
            trace.first = array("i", range(first, last))
            trace.last = array("i", range(first + 1, last + 1))
        else:
            # Two codes of a VNI font make one letter, one “ß” two capitals: only the run as a whole has a place.
            trace.first = array("i", [first]) * len(text)
            trace.last = array("i", [last]) * len(text)
        return _with(text, trace)

    def _printed(self, text: str, font: str | None, capitals: bool) -> str:
        self._look_now = font, capitals or legacy.is_capital_font(font)
        return super()._printed(text, font, capitals)


def block(text: str, raw: Trace) -> Block:
    """A block of the text that the reader made of `raw`."""
    return _with(text, laid_out(raw, text))


def joined(blocks: list[str]) -> Trace:
    """The traces of the blocks, one after another."""
    whole = Trace()
    for one in blocks:
        whole.add(one.trace if isinstance(one, Block) else Trace(one))
    return whole


def _data(rows: list[list[list[str]]]) -> Trace:
    """The trace of a table that holds data: a line a row, a bar between two cells."""
    whole = Trace()
    for row in filter(any, rows):
        line = Trace()
        for n, cell in enumerate(row):
            text = " ".join(" ".join(cell).split("\n")).strip()
            line.add(Trace("| " if n else " "))
            line.add(laid_out(joined(cell), text))
            line.add(Trace(" " if text else ""))
        start = len(line.text) - len(line.text.lstrip())
        whole.add(Trace("\n" if whole.text else ""))
        whole.add(line.part(start, len(line.text.rstrip())))
    return whole


def laid_out(raw: Trace, text: str) -> Trace:
    """The trace of `text`, which the reader made of `raw` by trimming and joining.

    Blanks that were dropped belong to the blank before them, where there is one.
    """
    if raw.text == text:
        return raw
    out = Trace(text)
    at = done = 0
    while done < len(text) and at < len(raw.text):
        char = raw.text[at]
        if char == text[done] or (text[done] == " " and char.isspace()):
            out.take(done, 1, raw, at, at + 1)
            at, done = at + 1, done + 1
        elif char.isspace():
            if done and text[done - 1] == " " and out.last[done - 1] == raw.first[at] != NOWHERE:
                out.last[done - 1] = raw.last[at]
            at += 1
        else:
            done += 1  # a number, the bar between two cells, the end of a line
    return out


def tidied(raw: Trace, text: str) -> Trace:
    """The trace of `text`, which is `raw` with its letters composed and what is not seen left out."""
    if raw.text == text:
        return raw
    out = Trace(text)
    at = done = 0
    while done < len(text) and at < len(raw.text):
        end, made = _letter(raw.text, at, text, done)
        if made:
            out.take(done, made, raw, at, end)
        elif tidy(raw.text[at]).text:
            break  # the whole text was in an old code
        at, done = end, done + made
    return out


def _letter(source: str, at: int, text: str, done: int) -> tuple[int, int]:
    """Where the stored characters end that made what stands in `text` at `done`, and how many it is; 0: they did not.

    Usually one made one. Else a letter and its marks, which may stand behind characters that are not seen.
    """
    if source[at] == "\r" and text[done] == "\n":
        return at + 1 + source.startswith("\n", at + 1), 1
    for end in range(at + 1, min(at + _REACH, len(source)) + 1):
        if end < len(source) and unicodedata.combining(source[end]):
            continue
        made = source[at] if end == at + 1 and source[at] == text[done] else tidy(source[at:end]).text
        if made and text.startswith(made, done):
            return end, len(made)
    return at + 1, 0


def _with(text: str, trace: Trace) -> Block:
    made = Block(text)
    made.trace = trace
    return made
