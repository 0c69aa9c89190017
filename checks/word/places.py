"""From an offset in the text of a Word file to the part, the element and the character that hold it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from array import array
from bisect import bisect_right
from typing import NamedTuple

from checks.errors import UserError
from checks.finding import Span
from checks.reading.docx import begin, footnotes, join
from checks.reading.docx_package import Package, W, damaged, open_package
from checks.reading.source import quoted
from checks.reading.text import tidy
from checks.word.trace import NOWHERE, Atom, Trace, Traced, block, joined, tidied


class Place(NamedTuple):
    """One stored character: the path of its part, the number of its element there (in the order of start tags, the root
    is 0) and its position in the text of a w:t; elements such as w:tab count as one character."""

    part: str
    node: int
    position: int


class Places(NamedTuple):
    """The text of a Word file, as `checks.reading` reads it, and where it is stored."""

    package: Package
    text: str
    trace: Trace
    atoms: list[Atom]
    parts: tuple[tuple[str, int], ...]
    """Path and first number of each part read; elements are numbered through all of them."""
    capitals: frozenset[int]
    old_fonts: frozenset[int]
    references: dict[tuple[str, str], int]

    def at(self, offset: int) -> tuple[Place, ...]:
        """The stored characters behind the one at `offset`; none for what Word or the reader adds."""
        return tuple(
            Place(*self.located(atom.node), atom.position)
            for atom in self.atoms[max(0, self.trace.first[offset]) : max(0, self.trace.last[offset])]
        )

    def located(self, number: int) -> tuple[str, int]:
        """Path and number within the part of an element."""
        path, first = self.parts[bisect_right([first for _, first in self.parts], number) - 1]
        return path, number - first

    def atoms_of(self, span: Span) -> range:
        """The stored characters from the first to the last that the span shows."""
        firsts = [n for n in self.trace.first[span.start : span.end] if n != NOWHERE]
        lasts = [n for n in self.trace.last[span.start : span.end] if n != NOWHERE]
        return range(min(firsts), max(lasts)) if firsts else range(0)


def places(data: bytes, name: str = "văn bản.docx") -> Places:
    """Read a Word file and remember every place. Raises UserError where `checks.reading` does."""
    package = open_package(data, name)
    try:
        return _places(package, name)
    except RecursionError as error:
        raise damaged(name) from error


def _places(package: Package, name: str) -> Places:
    document = package.main()
    body = document.find(f"{W}body")
    if body is None:
        raise damaged(name)
    walk = begin(Traced, package, name)
    parts = [(package.document, 0)]
    walk.number(document)
    blocks = walk.blocks(body)

    def load(part: str) -> ET.Element | None:
        root = package.part(part)
        if root is not None:
            parts.append((f"{package.document.rpartition('/')[0]}/{part}", len(walk.numbers)))
            walk.number(root)
        return root

    blocks += footnotes(walk, load)
    text, _ = tidy(join(blocks))
    if not text.strip():
        raise UserError(f"Tệp {quoted(name)} không có chữ nào để sửa: hãy kiểm tra xem đã chọn đúng tệp chưa.")
    trace = _whole(blocks, text)
    _own(trace.paragraph)
    return Places(
        package,
        text,
        trace,
        walk.atoms,
        tuple(parts),
        frozenset(walk.capitals),
        frozenset(walk.old_fonts),
        walk.references,
    )


def _whole(blocks: list[str], text: str) -> Trace:
    """The trace of the whole text, line by line, so that what cannot be followed in one line leaves the others alone."""
    raw = block(join(blocks), joined(blocks)).trace
    lines, stored = text.split("\n"), raw.text.split("\n")
    if len(lines) != len(stored):
        return tidied(raw, text)
    whole = Trace()
    at = 0
    for n, (line, own) in enumerate(zip(lines, stored, strict=True)):
        end = at + len(own)
        made = tidied(raw.part(at, end), line)
        fallback = next((p for p in raw.paragraph[at:end] if p != NOWHERE), NOWHERE)
        made.paragraph = array("i", [fallback if p == NOWHERE else p for p in made.paragraph])
        whole.add(made)
        if n < len(lines) - 1:
            whole.add(raw.part(end, end + 1))
        at = end + 1
    return whole


def _own(paragraphs: array[int]) -> None:
    """What stands between two paragraphs is the first one's."""
    known = next((p for p in paragraphs if p != NOWHERE), 0)
    for n, paragraph in enumerate(paragraphs):
        if paragraph == NOWHERE:
            paragraphs[n] = known
        known = paragraphs[n]
