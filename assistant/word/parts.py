"""Primitives of a Word file in the form of Nghị định 30/2020/NĐ-CP, on python-docx: page, paragraphs, tables, comments."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

FONT = "Times New Roman"
PAGE = (210, 297)
MARGINS = {"top": 20, "bottom": 20, "left": 30, "right": 15}
"""Millimetres; Phụ lục I allows 20–25, 20–25, 30–35, 15–20."""
WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]
FIRST_LINE = 12.7
NO_BREAK_HYPHEN = "\u2011"
"""In a piece: a hyphen at which no line ends, as Word writes it."""
AUTHOR, INITIALS = "chithi", "CT"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""Of every entry in the package: the same draft makes the same bytes."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PROPERTY = 255
"""Characters a core property holds."""
Align = Literal["left", "center", "justify"]


class Piece(NamedTuple):
    """A run: words of one look. Pieces with the same ``note`` next to one another share its comment."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: bool = False
    note: str = ""


def writable(text: str) -> str:
    """Without the characters that no Word file can hold: a text pasted into a page may have them."""
    return _UNWRITABLE.sub("", text)


def new() -> WordDocument:
    """An empty A4 document: Times New Roman, vi-VN, page number centred at the top from the second page."""
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    _without_template(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.top_margin, section.bottom_margin = Mm(MARGINS["top"]), Mm(MARGINS["bottom"])
    section.left_margin, section.right_margin = Mm(MARGINS["left"]), Mm(MARGINS["right"])
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for language in document.styles.element.iter(qn("w:lang")):
        for script in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{script}"), "vi-VN")
    number = section.header.paragraphs[0]
    for kind in ("begin", "instr", "end"):
        run = number.add_run()
        run.font.size = Pt(13)
        element = OxmlElement("w:instrText" if kind == "instr" else "w:fldChar")
        if kind == "instr":
            element.text = " PAGE "
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
    _shape(number, "center")
    # Without a header of its own the first page would reserve the height of the others.
    section.first_page_header.is_linked_to_previous = False
    _shape(section.first_page_header.paragraphs[0], "center")
    section.first_page_header.paragraphs[0].paragraph_format.line_spacing = Pt(1)
    return document


def write(
    paragraph: WordParagraph,
    pieces: Sequence[Piece],
    size: float,
    align: Align,
    *,
    before: float = 0,
    first_line: float = 0,
    spacing: float = 1.0,
    inset: float = 0,
    with_next: bool = False,
) -> None:
    """Fill ``paragraph``; blanks are yellow, notes become comments."""
    from docx.enum.text import WD_COLOR_INDEX
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    runs: list[tuple[Any, str]] = []
    for piece in pieces:
        first, *rest = writable(piece.text).split(NO_BREAK_HYPHEN)
        run = paragraph.add_run(first)
        for part in rest:
            run._r.append(OxmlElement("w:noBreakHyphen"))
            run.add_text(part)
        run.bold, run.italic = piece.bold or None, piece.italic or None
        run.font.size = Pt(size)
        if piece.blank:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        runs.append((run, piece.note))
    _shape(paragraph, align, before=before, first_line=first_line, spacing=spacing, with_next=with_next)
    if inset:
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(inset)
    _comment(paragraph, runs)


def rule(paragraph: WordParagraph, width: float, inside: float) -> None:
    """A solid line of ``width`` millimetres, centred in ``inside``: the upper border of an empty paragraph."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Mm, Pt

    indent = Mm(max(0.0, (inside - width) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    _shape(paragraph, "center", before=2)
    paragraph.paragraph_format.line_spacing = Pt(5)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def space_after_last(document: WordDocument) -> None:
    """A table has no space of its own above it: the paragraph before makes room."""
    from docx.shared import Pt

    document.paragraphs[-1].paragraph_format.space_after = Pt(6)


def table(document: WordDocument, widths: Sequence[float], rows: int = 1, *, grid: bool = False) -> list[list[_Cell]]:
    """A table of fixed column widths in millimetres; without borders and cell margins unless ``grid``."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Mm

    made = document.add_table(rows, len(widths))
    if grid:
        made.style = document.styles["Table Grid"]
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    if not grid:
        margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
        properties = made._tbl.tblPr
        look = properties.find(qn("w:tblLook"))
        element = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>")
        look.addprevious(element) if look is not None else properties.append(element)
    return [list(row.cells) for row in made.rows]


def repeat_head(document: WordDocument) -> None:
    """The first row of the last table stands on every page the table goes on to."""
    from docx.oxml import OxmlElement

    document.tables[-1].rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def next_paragraph(cell: _Cell) -> WordParagraph:
    """The paragraph a new cell has, then new ones."""
    first: WordParagraph = cell.paragraphs[0]
    return cell.add_paragraph() if first.runs or first.paragraph_format.line_spacing is not None else first


def finished(document: WordDocument, title: str, author: str, day: date) -> bytes:
    """The bytes of the file: properties set, nothing of the template or the clock left."""
    properties = document.core_properties
    when = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    properties.title = writable(title)[:PROPERTY]
    properties.author = properties.last_modified_by = writable(author)[:PROPERTY]
    properties.language, properties.comments, properties.keywords, properties.subject = "vi-VN", "", "", ""
    properties.created = properties.modified = when
    properties.revision = 1
    out = io.BytesIO()
    document.save(out)
    return _repacked(out.getvalue())


def _repacked(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, FIXED_TIME)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            packed.writestr(info, old.read(entry))
    return out.getvalue()


def _without_template(document: WordDocument) -> None:
    """python-docx starts from a template with a thumbnail, an empty data part and another program's name."""
    from docx.oxml.ns import qn

    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
        elif relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = (
                b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
                b"<Application>chithi</Application></Properties>"
            )
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.attrib.clear()
        language.set(qn("w:val"), "vi-VN")
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/customXml", "/stylesWithEffects")):
            del document.part.rels[key]


def _shape(
    paragraph: WordParagraph,
    align: Align,
    *,
    before: float = 0,
    first_line: float = 0,
    spacing: float = 1.0,
    with_next: bool = False,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    shape = paragraph.paragraph_format
    shape.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[align]
    shape.space_before, shape.space_after = Pt(before), Pt(0)
    shape.line_spacing = spacing
    if first_line:
        shape.first_line_indent = Mm(first_line)
    if with_next:
        shape.keep_with_next = True


def _comment(paragraph: WordParagraph, runs: Sequence[tuple[Any, str]]) -> None:
    """One comment for each stretch of runs with the same note; its date is left out."""
    from docx.oxml.ns import qn

    document = paragraph.part.document  # type: ignore[attr-defined]  # python-docx types the part too widely
    stretches: list[tuple[list[Any], str]] = []
    for run, note in runs:
        if stretches and note and stretches[-1][1] == note:
            stretches[-1][0].append(run)
        else:
            stretches.append(([run], note))
    for marked, note in stretches:
        if note:
            comment = document.add_comment(marked, text=writable(note), author=AUTHOR, initials=INITIALS)
            comment._comment_elm.attrib.pop(qn("w:date"), None)
