"""Phiếu kiểm tra trước khi ban hành as a Word file: the printable page, told once, in the office's own format.

It is made from the HTML of ``checks.report.html`` and knows only the elements that page uses, so the two cannot differ.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from html.parser import HTMLParser
from typing import NamedTuple

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from assistant.word.parts import writable

FONT = "Times New Roman"
TITLE = "Phiếu kiểm tra trước khi ban hành"
WIDTH = 175
"""Millimetres between the margins."""
FACTS = 36
NARROW = {"STT": 11, "Dòng": 13, "So sánh": 18, "Mức": 22, "Đơn vị": 18, "Ngày": 22, "Phép kiểm": 27, "Xong": 13}
"""Columns of short words; the others share what is left."""
WIDE = "Về việc"
"""The titles of cited documents: a column of twice the others' share."""
LOOKS = {"strong": "bold", "em": "italic", "small": "small", "mark": "mark", "th": "bold"}
SHADE = "EEEEEE"
EPOCH = datetime(2000, 1, 1)


class Piece(NamedTuple):
    """Words of one look."""

    text: str
    look: frozenset[str]


class Block(NamedTuple):
    """A heading, paragraph, item, table or the signatures: `cells` are rows of cells; all else is one cell."""

    kind: str
    cells: list[list[list[Piece]]]


def docx(page: str) -> bytes:
    """The sheets on an HTML ``page`` as one Word file; the same page gives the same bytes."""
    word = _blank()
    for block in _blocks(page):
        if block.kind == "h1":
            # Each sheet begins with its title; those after the first on a page of their own.
            _title(word, block, on_new_page=len(word.paragraphs) > 0)
        elif block.kind in ("facts", "table"):
            _table(word, block)
        elif block.kind == "signatures":
            _signatures(word, block)
        else:
            _paragraph(word, block)
    buffer = io.BytesIO()
    word.save(buffer)
    return _dateless(buffer.getvalue())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._looks: list[str] = []
        self._inside = False
        """In the words of a block; what stands between blocks is only the layout of the source."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = dict(attrs).get("class") or ""
        signing = self.blocks and self.blocks[-1].kind == "signatures"
        if tag == "table":
            self.blocks.append(Block("facts" if shown == "facts" else "table", []))
        elif tag == "div":
            self.blocks.append(Block("signatures", [[]]))
        elif tag == "tr":
            self.blocks[-1].cells.append([])
        elif tag in ("td", "th") or (tag == "p" and signing):
            self.blocks[-1].cells[-1].append([])
            self._inside = True
        elif tag in ("h1", "h2", "p", "li"):
            self.blocks.append(Block(shown or tag, [[[]]]))
            self._inside = True
        elif tag == "br":
            self.handle_data("\n")
        if tag in LOOKS:
            self._looks.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in LOOKS and tag in self._looks:
            self._looks.remove(tag)
        if tag in ("td", "th", "h1", "h2", "p", "li"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1].cells[-1][-1].append(Piece(data, frozenset(LOOKS[tag] for tag in self._looks)))


def _blocks(page: str) -> Sequence[Block]:
    reader = _Reader()
    reader.feed(page.partition("<body>")[2] or page)
    reader.close()
    return reader.blocks


def _blank() -> WordDocument:
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(18)
    section.left_margin, section.right_margin = Mm(20), Mm(15)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    fonts = normal.element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), FONT)
    fonts.set(qn("w:cs"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    about = word.core_properties
    about.title, about.author, about.last_modified_by, about.comments = TITLE, "chithi", "chithi", ""
    about.language = "vi-VN"
    about.created = about.modified = EPOCH
    return word


def _title(word: WordDocument, block: Block, *, on_new_page: bool) -> None:
    paragraph = word.add_paragraph()
    _write(paragraph, block.cells[0][0], 14, bold=True)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(10)
    paragraph.paragraph_format.page_break_before = on_new_page


def _paragraph(word: WordDocument, block: Block) -> None:
    paragraph = word.add_paragraph(style="List Bullet" if block.kind == "li" else None)
    shape = paragraph.paragraph_format
    size = {"h2": 11.5, "li": 10}.get(block.kind, 11)
    _write(paragraph, block.cells[0][0], size, bold=block.kind == "h2")
    if block.kind == "h2":
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(12), Pt(4), True
    elif block.kind == "verdict":
        shape.space_before = shape.space_after = Pt(10)
        shape.left_indent = shape.right_indent = Mm(2)
        _framed(paragraph)


def _table(word: WordDocument, block: Block) -> None:
    columns = max(map(len, block.cells))
    table = word.add_table(len(block.cells), columns, "Table Grid")
    heads = ["".join(piece.text for piece in cell) for cell in block.cells[0]]
    widths = [FACTS, WIDTH - FACTS] if block.kind == "facts" else _widths(heads)
    _set_widths(table, widths)
    for row, cells in zip(table.rows, block.cells, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, pieces in zip(row.cells, cells, strict=False):
            _write(cell.paragraphs[0], pieces, 10, bold=False)
    if block.kind == "table":
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell in table.rows[0].cells:
            _shade(cell)


def _widths(heads: Sequence[str]) -> list[int]:
    known = sum(NARROW.get(head, 0) for head in heads)
    shares = sum(1 + (head == WIDE) for head in heads if head not in NARROW) or 1
    return [NARROW.get(head, (WIDTH - known) * (1 + (head == WIDE)) // shares) for head in heads]


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    """Word goes by the cells, LibreOffice by the columns."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _signatures(word: WordDocument, block: Block) -> None:
    space = word.add_paragraph().paragraph_format
    space.space_after, space.keep_with_next = Pt(6), True
    cells = block.cells[0]
    table = word.add_table(1, len(cells))
    _set_widths(table, [WIDTH // len(cells)] * len(cells))
    for cell, pieces in zip(table.rows[0].cells, cells, strict=True):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].paragraph_format.space_after = Pt(70)
        _write(cell.paragraphs[0], pieces, 11, bold=False)


def _write(paragraph: Paragraph, pieces: Sequence[Piece], size: float, *, bold: bool) -> None:
    for piece in pieces:
        run = paragraph.add_run(writable(piece.text))
        run.font.size = Pt(size - 1 if "small" in piece.look else size)
        run.bold = bold or "bold" in piece.look or None
        run.italic = "italic" in piece.look or None
        if "mark" in piece.look:
            run.font.highlight_color, run.underline = WD_COLOR_INDEX.YELLOW, True


def _framed(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "10"), ("space", "4"), ("color", "auto")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _dateless(data: bytes) -> bytes:
    """The package with every entry dated 1 January 1980: python-docx writes the hour of saving."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for path in old.namelist():
            info = zipfile.ZipInfo(path)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, old.read(path))
    return out.getvalue()
