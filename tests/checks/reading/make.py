"""Word and PDF files for tests: a directive as an office writes it, and the smallest package around raw XML.

Every function returns the bytes of a file. Issuers and persons are fictional.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm, Mm, Pt
from docx.table import _Cell

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_REVISION = 'w:id="901" w:author="Trần Văn Bút" w:date="2026-11-20T08:00:00Z"'
_SHAPE = (
    '<w:drawing><wp:inline><wp:extent cx="1800000" cy="540000"/><wp:docPr id="9" name="Khung"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="540000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{}</wps:txbx><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
)
_OVERRIDE = (
    '<Override PartName="/word/{name}" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
)
_RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
)
_RELATIONSHIP = (
    '<Relationship Id="rId{number}" Target="{target}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)


# Raw WordprocessingML


def package(body: str, **parts: str) -> bytes:
    """The smallest .docx around `body`, XML of block elements; `parts` are `numbering="…"`, `styles="…"` and so on."""
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    files = {"document": document} | {
        name: "<w:{root} {NAMESPACES}>{content}</w:{root}>".format(
            root=name.rpartition("/")[2], NAMESPACES=NAMESPACES, content=content
        )
        for name, content in parts.items()
    }
    overrides = "".join(
        _OVERRIDE.format(name=f"{name}.xml", kind="document.main" if name == "document" else name) for name in files
    )
    return zipped(
        {
            "[Content_Types].xml": _TYPES.format(overrides=overrides),
            "_rels/.rels": _RELATIONSHIPS.format(
                items=_RELATIONSHIP.format(number=1, target="word/document.xml", kind="officeDocument")
            ),
            "word/_rels/document.xml.rels": _RELATIONSHIPS.format(
                items="".join(
                    _RELATIONSHIP.format(number=number, target=f"{name}.xml", kind=name)
                    for number, name in enumerate(parts, 1)
                )
            ),
            **{f"word/{name}.xml": content for name, content in files.items()},
        }
    )


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of files by path."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def p(text: str = "", *, num: int | None = None, level: int | None = None, style: str = "", inner: str = "") -> str:
    """A paragraph of plain text, then `inner`, raw XML of runs; `num` and `level` number it automatically."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    of = f'<w:numId w:val="{num}"/>' if num is not None else ""
    numbered = f"<w:numPr>{place}{of}</w:numPr>" if place or of else ""
    return f"<w:p><w:pPr>{named}{numbered}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def run(text: str, look: str = "") -> str:
    """A run; `look` is the XML of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is plain text of one paragraph, or raw XML when it begins with “<”."""
    cells = (
        "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def inserted(text: str) -> str:
    return f"<w:ins {_REVISION}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {_REVISION}><w:r><w:delText xml:space='preserve'>{escape(text)}</w:delText></w:r></w:del>"


def text_box(*paragraphs: str) -> str:
    """A run with a text box, written twice as Word does: for itself and, as VML, for older programs."""
    content = f"<w:txbxContent>{''.join(map(p, paragraphs))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{_SHAPE.format(content)}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    """A field as Word stores it: three marks around its instruction and its result."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + run(result) + mark("end")


def level(at: int, kind: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level of a list: `kind` as in w:numFmt, `text` as in w:lvlText."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(abstracts: dict[int, str], uses: dict[int, tuple[int, str]] | None = None) -> str:
    """The content of a numbering part: abstract lists by id, and uses by id (abstract id, XML of overrides).

    Without `uses`, each abstract list is used once under its own id.
    """
    uses = uses if uses is not None else {number: (number, "") for number in abstracts}
    return "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{content}</w:abstractNum>'
        for number, content in abstracts.items()
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for number, (abstract, overrides) in uses.items()
    )


# A whole directive, written with python-docx


def directive(*, year: int = 2027, repeats: int = 1, marked_up: bool = False) -> bytes:
    """A provincial directive in the form of Nghị định 30: header and signature in tables, automatic numbers.

    `repeats` lengthens its middle; `marked_up` adds tracked changes, a comment, a footnote, a text box, hidden text.
    """
    word = Document()
    _page(word)
    heading, bullet = _numbering(word)
    _beside(
        word,
        ["ỦY BAN NHÂN DÂN", "TỈNH HẢI LĨNH", "Số:       /CT-UBND"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            f"Hải Lĩnh, ngày     tháng 01 năm {year}",
        ],
    )
    _line(word, "CHỈ THỊ", WD_ALIGN_PARAGRAPH.CENTER)
    _line(word, f"Về việc phát động phong trào thi đua năm {year}", WD_ALIGN_PARAGRAPH.CENTER)
    _line(word, f"Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm {year} với các nội dung sau đây:")
    for _ in range(repeats):
        _line(word, "Mục tiêu", num=heading)
        _line(
            word, "Hoàn thành vượt mức các chỉ tiêu được giao; đẩy mạnh cải cách hành chính ở cả hai cấp chính quyền."
        )
        _line(word, "Chỉ tiêu", num=heading)
        _line(word, "Về kinh tế", num=heading, at=1)
        _line(word, "Thu ngân sách đạt trên 2.400 tỷ đồng;", num=bullet)
        _line(word, "Trồng mới 500 ha rừng.", num=bullet)
        _line(word, "Về xã hội", num=heading, at=1)
        _line(word, "Giảm tỷ lệ hộ nghèo 2%.", num=bullet)
        _figures(word, ("TT", "Chỉ tiêu", "Kế hoạch"), ("1", "Thu ngân sách", "2.400"), ("2", "Trồng rừng", "500"))
    _line(word, f"Thời gian thi đua: từ ngày phát động đến hết ngày 31 tháng 12 năm {year}.", num=heading)
    if marked_up:
        _mark_up(word)
    _line(word, "Yêu cầu các cơ quan, đơn vị nghiêm túc tổ chức thực hiện Chỉ thị này./.")
    _beside(
        word,
        ["Nơi nhận:", "- Như trên;", "- Lưu: VT, NC."],
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mẫu"],
    )
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(parse_xml(f'<w:fldSimple {NAMESPACES} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'))
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)


def _numbering(word: WordDocument) -> tuple[int, int]:
    part = word.part.numbering_part.element
    headings = level(0, "decimal", "%1.", '<w:suff w:val="space"/>') + level(1, "lowerLetter", "%2)")
    for number, content in ((90, headings), (91, level(0, "bullet", "-"))):
        abstract = f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}">{content}</w:abstractNum>'
        part.insert(0, parse_xml(abstract))
        part.append(parse_xml(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return 90, 91


def _line(
    word: WordDocument,
    text: str,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY,
    num: int | None = None,
    at: int = 0,
) -> None:
    paragraph = word.add_paragraph(text)
    paragraph.alignment = alignment
    if alignment == WD_ALIGN_PARAGRAPH.JUSTIFY:
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    if num is not None:
        numbers = f'<w:numPr {NAMESPACES}><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().insert(0, parse_xml(numbers))


def _beside(word: WordDocument, left: list[str], right: list[str]) -> None:
    cells = word.add_table(1, 2).rows[0].cells
    _fill(cells[0], left)
    _fill(cells[1], right)


def _fill(cell: _Cell, lines: list[str]) -> None:
    cell.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)


def _figures(word: WordDocument, *rows: tuple[str, ...]) -> None:
    made = word.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _mark_up(word: WordDocument) -> None:
    changed = word.add_paragraph("Đẩy mạnh cải ")
    for revision in (deleted("các"), inserted("cách")):
        changed._p.append(parse_xml(revision.replace(" ", f" {NAMESPACES} ", 1)))
    changed.add_run(" hành chính.")
    word.add_comment(changed.runs, text="Đã sửa", author="Trần Văn Bút", initials="B")
    hidden = word.add_paragraph("Chữ này in ra. ")
    hidden.add_run("Chữ này bị ẩn.").font.hidden = True
    boxed = word.add_paragraph("Đoạn có khung chữ và chú thích.")
    boxed._p.append(parse_xml(text_box("Chữ trong khung").replace("<w:r>", f"<w:r {NAMESPACES}>", 1)))
    boxed._p.append(parse_xml(f'<w:r {NAMESPACES}><w:footnoteReference w:id="2"/></w:r>'))
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{p("Nội dung chú thích.")}</w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, notes.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


# PDF


def pdf(*pages: str, password: bool = False, drawn: str = "") -> bytes:
    """A PDF of ASCII lines; a line that begins with a blank is indented by one centimetre. No page text: an image.

    ``drawn``: operators that put more on every page.
    """
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"]
    kids = []
    for page in pages:
        shown = "".join(
            f"1 0 0 1 {85 + 28 * line.startswith(' ')} {780 - 18 * at} Tm ({line.strip()}) Tj "
            for at, line in enumerate(page.splitlines())
        )
        stream = f"BT /F1 12 Tf {shown}ET {drawn}".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _pdf_file(objects, locked=password)


def _pdf_file(objects: list[bytes], *, locked: bool) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    # Keys that fit no password: what a reader sees of a file locked with one it does not know.
    key = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32) if locked else b""
    identity = b"/ID[<00><00>]" if locked else b""
    return out + b"trailer<</Size %d/Root 1 0 R%s%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, key, identity, start,
    )  # fmt: skip
