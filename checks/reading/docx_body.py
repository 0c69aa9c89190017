"""The text of a Word file in reading order, as it prints when every tracked change is accepted."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

from . import legacy
from .docx_numbering import Numbering, reference
from .docx_package import W, refuse_bomb
from .docx_signs import SIGNS, symbol, trimmed
from .docx_styles import NOTHING, Character, Styles, character, first_line
from .docx_tables import Row, holds_motto, lay_out
from .text import refuse_long_text

_PARAGRAPHS = 200_000
_LONG = 60
"""Characters from which a paragraph says something about the body's indent."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATES = f"{_MC}AlternateContent"
_P, _R, _TBL, _TR, _TC = (W + tag for tag in ("p", "r", "tbl", "tr", "tc"))
_PPR, _RPR, _DEL, _BOX = f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}txbxContent"
_INSERTED = {f"{W}ins", f"{W}moveTo"}
_REMOVED = {_DEL, f"{W}moveFrom"}
_WRAPPERS = {
    W + tag
    for tag in (
        "hyperlink",
        "sdt",
        "sdtContent",
        "smartTag",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    )
} | _INSERTED
_PICTURES = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    "{urn:schemas-microsoft-com:vml}imagedata",
}
_SHAPES = {f"{W}drawing", f"{W}pict", _ALTERNATES}
_EMBEDDED = {f"{W}object", f"{W}altChunk"}


class Walk:
    """One walk through a document: what it needs to know, and what it notices on the way.

    Not a dataclass: importing dataclasses and building this one takes a tenth of the time a check may take.
    """

    def __init__(self, name: str, styles: Styles, numbering: Numbering) -> None:
        self.automatic_numbers = 0
        self.tracked_changes = 0
        self.comments = 0
        self.hidden = 0
        self.pictures = 0
        self.embedded = 0
        self.header_in_table = False
        self.fonts_converted: set[str] = set()
        self.footnotes: list[tuple[str, str]] = []
        """Kind (footnotes, endnotes) and id of each note, in the order of the text."""
        self.characters: Counter[tuple[str | None, float | None]] = Counter()
        self.indents: Counter[int] = Counter()
        self._name = name
        self._styles = styles
        self._numbering = numbering
        self._paragraphs = 0
        self._length = 0
        self._tables = 0
        """How many tables the walk is in."""
        self._fields: list[bool] = []
        """The fields open here, outermost first: True while in the instruction, which does not print."""
        self._boxes: list[ET.Element] = []
        self._carried: list[str] = []
        """Text of paragraphs whose end mark is deleted: it joins the next one."""

    def blocks(self, parent: ET.Element) -> list[str]:
        """The paragraphs of a body, cell, text box or note, and the tables in it as `lay_out` writes them."""
        blocks: list[str] = []
        for element in self._children(parent):
            if element.tag == _P:
                blocks += self._paragraph(element)
            elif element.tag == _TBL:
                blocks += self._uncarried()
                blocks += self._table(element)
            elif element.tag in _EMBEDDED:
                self.embedded += 1
        return blocks + self._uncarried()

    def _uncarried(self) -> list[str]:
        """Text that waits for a next paragraph where none comes."""
        text = trimmed("".join(self._carried))
        self._carried.clear()
        return [text] if text else []

    def _children(self, parent: ET.Element) -> Iterator[ET.Element]:
        """The children, looking through content controls, tags, insertions and alternatives."""
        open_here = [iter(parent)]
        while open_here:
            for element in open_here[-1]:
                tag = element.tag
                if tag in _WRAPPERS:
                    self.tracked_changes += tag in _INSERTED
                    open_here.append(iter(element))
                    break
                if tag in _REMOVED:
                    self.tracked_changes += 1
                elif tag == _ALTERNATES:
                    open_here.append(iter(_chosen(element)))
                    break
                else:
                    yield element
            else:
                open_here.pop()

    def _table(self, table: ET.Element) -> list[str]:
        self._tables += 1
        rows: list[Row] = []
        for row in self._children(table):
            if row.tag != _TR:
                continue
            if row.find(f"{W}trPr/{W}del") is not None:
                self.tracked_changes += 1
                continue
            rows.append([self.blocks(cell) for cell in self._children(row) if cell.tag == _TC])
        self._tables -= 1
        self.header_in_table = self.header_in_table or holds_motto(rows)
        return lay_out(rows)

    def _paragraph(self, paragraph: ET.Element) -> list[str]:
        """The paragraph, then the text boxes anchored in it."""
        self._paragraphs += 1
        if self._paragraphs > _PARAGRAPHS:
            refuse_bomb(self._name)
        properties = paragraph.find(_PPR)
        named = properties.find(f"{W}pStyle") if properties is not None else None
        style = self._styles.paragraph(named.get(f"{W}val") if named is not None else None)
        pieces: list[str] = []
        outer, self._boxes = self._boxes, []
        self._inline(paragraph, style.character, pieces)
        boxes, self._boxes = self._boxes, outer
        # An instruction ends with its paragraph, or a file without the closing mark would lose all its text.
        self._fields = [False] * len(self._fields)
        text = "".join(pieces)
        self._length += len(text)
        refuse_long_text(self._length, self._name)
        if properties is not None and properties.find(f"{_RPR}/{_DEL}") is not None:
            self._carried.append(text)
            blocks = []
        else:
            blocks = self._finished(text, properties, named, style.first_line)
        for box in boxes:
            blocks += self.blocks(box)
        return blocks

    def _finished(
        self, text: str, properties: ET.Element | None, named: ET.Element | None, style_indent: int | None
    ) -> list[str]:
        text = trimmed("".join([*self._carried, text]))
        self._carried.clear()
        key = named.get(f"{W}val") if named is not None else self._styles.default
        label = self._numbering.label(reference(properties), key)
        if label:
            self.automatic_numbers += 1
            text = (label + text).rstrip()
        elif len(text) >= _LONG and not self._tables:
            own = first_line(properties)
            self.indents[own if own is not None else style_indent or 0] += 1
        return [text] if text else []

    def _inline(self, parent: ET.Element, base: Character, pieces: list[str]) -> None:
        for element in self._children(parent):
            if element.tag == _R:
                self._run(element, base, pieces)
            elif element.tag.startswith(_MATH):
                pieces += [part.text or "" for part in element.iter(f"{_MATH}t")]

    def _run(self, run: ET.Element, base: Character, pieces: list[str]) -> None:
        look = self._look(run.find(_RPR), base)
        text = ""
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                text += element.text or ""
            elif tag in SIGNS:
                text += SIGNS[tag]
            elif tag == f"{W}fldChar":
                self._field(element.get(f"{W}fldCharType"))
            elif tag == f"{W}sym":
                text += symbol(element.get(f"{W}char"))
            elif tag in _SHAPES:
                self._drawn(_chosen(element) if tag == _ALTERNATES else element)
            elif tag in _EMBEDDED:
                self.embedded += 1
            elif tag == f"{W}commentReference":
                self.comments += 1
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"} and not look.hidden:
                kind = "footnotes" if tag == f"{W}footnoteReference" else "endnotes"
                self.footnotes.append((kind, element.get(f"{W}id", "")))
        if not text or any(self._fields):
            return
        if look.hidden:
            self.hidden += len(text.strip())
            return
        font = look.font
        if not self._tables:
            self.characters[font, look.size] += len(text)
        pieces.append(self._printed(text, font, bool(look.capitals)))

    def _look(self, properties: ET.Element | None, base: Character) -> Character:
        if properties is None:
            return base
        named = properties.find(f"{W}rStyle")
        style = self._styles.by_id.get(named.get(f"{W}val", "")) if named is not None else None
        return character(properties).over(style.character if style else NOTHING).over(base)

    def _printed(self, text: str, font: str | None, capitals: bool) -> str:
        """All-caps text is stored in lower case, and .VnTime or VNI-Times text in another code than Unicode."""
        code = legacy.code_of_font(font) if font and not text.isascii() else None
        if code and not legacy.is_modern(text):
            self.fonts_converted.add(code)
            text = legacy.convert(text, code)
        return text.upper() if capitals or legacy.is_capital_font(font) else text

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._fields.append(True)
        elif mark == "separate" and self._fields:
            self._fields[-1] = False
        elif mark == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, shape: ET.Element) -> None:
        """Text boxes and pictures in a drawing; a box in a group or canvas lies several elements deep."""
        for element in shape:
            if element.tag == _BOX:
                self._boxes.append(element)
            elif element.tag == _ALTERNATES:
                self._drawn(_chosen(element))
            else:
                self.pictures += element.tag in _PICTURES
                self._drawn(element)


def _chosen(alternates: ET.Element) -> ET.Element:
    """The same content is written twice for old programs: one of the two is read."""
    choice = alternates.find(f"{_MC}Choice")
    if choice is None:
        choice = alternates.find(f"{_MC}Fallback")
    return choice if choice is not None else ET.Element("nothing")
