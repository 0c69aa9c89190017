"""Targets given as a table: rows of cells joined by “ | ”, with or without a header row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.facts import numbers, tables
from checks.facts.clauses import Target
from checks.facts.comparisons import comparison
from checks.facts.quantities import UNIT_AT, Quantity, quantities
from checks.facts.units import IGNORED, SHARES, normal, ratio
from checks.finding import Span
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

_UNIT_HEAD = re.compile(r"đơn vị(?: tính)?$|đvt|đơn vị đo", re.IGNORECASE)
_PAST_HEAD = re.compile(
    r"thực hiện|ước|kết quả|năm trước|so sánh|so với|(?<!\w)TH(?!\w)|tăng|ghi chú|cơ quan|đơn vị (?:chủ trì|theo dõi)|(?<!\w)quý(?!\w)|6 tháng",
    re.IGNORECASE,
)
_VALUE_HEAD = re.compile(
    r"kế hoạch|chỉ tiêu năm|chỉ tiêu giao|mục tiêu|phấn đấu|giao|số lượng|năm \d{4}|giá trị|mức|(?<!\w)KH(?!\w)|^\d{4}$|cả năm",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(r"chỉ tiêu|nội dung|tên|danh mục|hạng mục|tiêu chí", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?P<value>{numbers.FIGURE.pattern})(?:\s?/\s?(?P<of>\d+(?:\.\d{{3}})*)|\s?[-–]\s?(?P<upper>{numbers.FIGURE.pattern}))?"
)
# “Chỉ số sản xuất công nghiệp tăng”, “Tỷ lệ hộ nghèo giảm so với cuối năm 2025”
_MOVED = re.compile(r"\s(?P<move>tăng|giảm)(?=$| thêm$| so với| trong năm)", re.IGNORECASE)
# “Tỷ lệ hộ nghèo (%)”, “Giường bệnh (giường/vạn dân)”, “Kế hoạch năm 2026 (tỷ đồng)”
_BRACKETED = re.compile(r"\s?\((?:ĐVT: ?|đơn vị(?: tính)?: ?)?(?P<unit>[^()\d]*(?:\d0\.000 dân)?)\)$", re.IGNORECASE)
# “Đơn vị tính: tỷ đồng” above the table
_FOR_ALL = re.compile(r"\(?(?:ĐVT|đơn vị(?: tính)?)\s?: ?(?P<unit>[^()]{1,30}?)\)?\.?$", re.IGNORECASE)

# “TT Chỉ tiêu Đơn vị tính Thực hiện / năm 2025”: the head of a table whose cells stand one behind the other
_RUN_TOGETHER = re.compile(
    r"^(?:Số )?S?TT[ \n]+(?:[^\n\t|]{0,30}[ \n])?chỉ tiêu(?=[ \n][^\t|]{0,60}?(?:đơn vị tính|đvt|kế hoạch|mục tiêu|thực hiện|năm \d{4}))",
    re.IGNORECASE | re.MULTILINE,
)


class _Columns(NamedTuple):
    """Where a table has its names, units and this year's values, and the unit that holds for all of it."""

    name: int = -1
    unit: int = -1
    value: int = -1
    of_all: str = ""


def lost(doc: Document) -> bool:
    """Has a table of targets lost its columns, as in text copied from a PDF? Then nobody can tell what it states."""
    return _RUN_TOGETHER.search(doc.text, *doc.body) is not None


def rows(doc: Document, span: Span) -> Iterator[Target]:
    """The targets in the table rows of ``doc.text[span]``."""
    columns = _Columns()
    for line in doc.lines[doc.line_at(span.start) : doc.line_at(max(span.start, span.end - 1)) + 1]:
        if tables.ruled(line.text):
            continue
        if " | " not in line.text:
            said = _FOR_ALL.match(line.bare)
            if said or not line.blank:
                columns = _Columns(of_all=said["unit"] if said else "")
            continue
        cells = [(cell.text, cell.span.start) for cell in tables.cells(line.text, line.span.start)]
        header = _header([text for text, _ in cells], doc.year)
        if header:
            columns = header._replace(of_all=header.of_all or columns.of_all)
            continue
        built = _row(doc.text, cells, columns)
        if built:
            yield built


def _header(cells: list[str], year: int | None) -> _Columns | None:
    """The columns where the row is a header: of the values, that of ``year``, else the last that is not past."""
    name = next((i for i, c in enumerate(cells) if _NAME_HEAD.search(c) and not re.search(r"\d", c)), -1)
    unit = next((i for i, c in enumerate(cells) if _UNIT_HEAD.search(c)), -1)
    values = [
        i for i, c in enumerate(cells) if i not in (name, unit) and _VALUE_HEAD.search(c) and not _PAST_HEAD.search(c)
    ]
    if name < 0 or (unit < 0 and not values):
        return None
    dated = [i for i in values if year and str(year) in cells[i]]
    value = (dated or values or [-1])[-1]
    bracketed = _BRACKETED.search(cells[value]) if value >= 0 else None
    return _Columns(name, unit, value, bracketed["unit"] if bracketed and _is_unit(bracketed["unit"]) else "")


def _is_unit(words: str) -> bool:
    """Can the words in brackets be a unit: a known one, or a few words to count in?"""
    return bool(words) and (UNIT_AT.fullmatch(words) is not None or words.lower() in IGNORED or "/" in words)


def _row(text: str, cells: list[tuple[str, int]], columns: _Columns) -> Target | None:
    words = [i for i, (cell, _) in enumerate(cells) if re.search(r"[^\W\d_]{2}", cell) and not UNIT_AT.fullmatch(cell)]
    name_at = columns.name if 0 <= columns.name < len(cells) else (words[0] if words else -1)
    if name_at < 0:
        return None
    figures = [i for i, (cell, _) in enumerate(cells) if i > name_at and _FIGURE.search(cell)]
    value_at = columns.value if columns.value in figures else (figures[-1] if figures and columns.value < 0 else -1)
    if value_at < 0:
        return None
    cell, at = cells[value_at]
    match = _FIGURE.search(cell)
    inside = quantities(text, at, at + len(cell))
    name, unit = _name_and_unit(cells, name_at, columns)
    if match is None or (not unit and not inside):
        return None
    moved = _MOVED.search(name)
    bound = comparison(cell[: match.start()], cell[match.end() :], "", opens=True).word
    of = numbers.value(match["of"]) if match["of"] else None
    said = inside[0].unit.removeprefix("x/x ") if inside else ""
    # “95 triệu đồng” in a column of “tỷ đồng” is what it says; so is a share
    own = said and (not unit or said in SHARES or ratio(said, normal(unit)) is not None)
    named = said if own else normal(unit)
    amount = Quantity(
        Span(at + match.start(), at + match.end()),
        numbers.value(match["value"]),
        numbers.value(match["upper"]) if match["upper"] else None,
        of,
        None,
        "",
        named if of is None else f"x/x {named}",
        named,
    )
    return Target(name.removeprefix("Trong đó: "), bound or (moved["move"].lower() if moved else ""), "", amount)


def _name_and_unit(cells: list[tuple[str, int]], name_at: int, columns: _Columns) -> tuple[str, str]:
    """A row's name, and its unit: from its own column, from brackets behind the name, or of the whole table."""
    name = " ".join(cells[name_at][0].split())
    own = cells[columns.unit][0] if 0 <= columns.unit < len(cells) else ""
    own = own or next((c for i, (c, _) in enumerate(cells) if i != name_at and UNIT_AT.fullmatch(c)), "")
    bracketed = _BRACKETED.search(name)
    if not own and bracketed and _is_unit(bracketed["unit"]):
        return name[: bracketed.start()], bracketed["unit"]
    return name, own or columns.of_all
