"""An .xlsx workbook of one sheet, written by hand: text stays text, so no formula can be put in; same rows, same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from xml.sax.saxutils import escape

Cell = str | Decimal

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font>'
    '<font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
# XML 1.0 has no way to write these
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767
"""Characters a cell may hold."""
WIDE, NARROW = 48, 16


def workbook(name: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The bytes of a workbook whose one sheet ``name`` holds ``rows``; the first row is its heading and stays in sight."""
    parts = _PARTS | {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{_text(name[:31])}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": _sheet(rows),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, xml in parts.items():
            info = zipfile.ZipInfo(path, _FIRST_DAY)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(info, (_HEAD + xml).encode("utf-8"))
    return out.getvalue()


def _sheet(rows: Sequence[Sequence[Cell]]) -> str:
    columns = max(map(len, rows), default=1) or 1
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{WIDE if n == 1 else NARROW}" customWidth="1"/>'
        for n in range(1, columns + 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{''.join(_row(n, row) for n, row in enumerate(rows, 1))}</sheetData></worksheet>"
    )


def _row(n: int, row: Sequence[Cell]) -> str:
    cells = (_cell(f"{_column(k)}{n}", cell, int(n == 1)) for k, cell in enumerate(row) if cell != "")
    return f'<row r="{n}">{"".join(cells)}</row>'


def _cell(at: str, cell: Cell, style: int) -> str:
    if isinstance(cell, Decimal):
        return f'<c r="{at}" s="{style}"><v>{cell:f}</v></c>'
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(cell[:LONGEST])}</t></is></c>'


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("", text), {'"': "&quot;"})


def _column(k: int) -> str:
    """0 is A, 26 is AA."""
    name = ""
    while k >= 0:
        name = chr(ord("A") + k % 26) + name
        k = k // 26 - 1
    return name
