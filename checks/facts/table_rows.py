"""What the rows of a table say, as sentences may say it again: a name, one figure or day, and its unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.facts.mentions import narrowed
from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.facts.tables import Cell, tables
from checks.finding import Span
from checks.tables import words
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

# “Không quá 15%”, “12 điểm”, “2,8 km”, “95%”
_VALUE = re.compile(
    r"(?:(?:không quá|không vượt(?: quá)?|ít nhất|tối thiểu|tối đa|trên|dưới|đạt|từ|≥|≤) ?)?"
    rf"(?P<figure>{FIGURE.pattern}) ?(?P<unit>%|[^\W\d_][\w²]*(?: [^\W\d_]+){{0,3}})?(?: trở (?:lên|xuống))?\.?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:trước |chậm nhất )?(?:ngày )?(?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2})(?:/| năm )(?P<y>20\d\d)", re.IGNORECASE
)
_BRACKET = re.compile(r" ?\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")
# Heads that name no unit: “Chỉ tiêu”, “Số lượng”, “Kế hoạch năm 2026”
_GENERAL = re.compile(
    r"chỉ tiêu|số lượng|kế hoạch|mục tiêu|giao|thực hiện|năm|ghi chú|tổng|quý|tháng|kết quả|đạt|tỷ lệ|thời|nội dung|đơn vị|mức|kinh phí|\(",
    re.IGNORECASE,
)
# What may stand between a name and its figure: “Bằng khen …: không quá |20%|”, “Trồng mới |2.500 cây xanh|”
_BETWEEN = words(
    "đạt là chiếm không vượt quá ít nhất từ trên dưới tối đa thiểu có còn giữ mới thêm đầu năm trước ngày chậm vào gửi xong hoàn thành"
)
_RATE = re.compile(rf"(?<![\d.,/–-])(?P<figure>{FIGURE.pattern})%")
LONG = 4
"""Words of a name that tell it from others, where the sentence does not say all of it."""
MOST = 0.6
"""So much of such a name."""
NEAR = 2
"""A figure so many times as great is of something else."""
BEHIND = 80
"""Characters behind a rate in which a name is looked for: “|90%| trường học đạt chuẩn quốc gia”."""
FEWEST = 3
"""Words: a shorter name is said of many things."""


class Row(NamedTuple):
    """The words of the name in small letters, the unit in words or “%” (empty for a day), what the cell says and where."""

    name: tuple[str, ...]
    unit: tuple[str, ...]
    figure: str
    cell: Cell


def rows(text: str) -> Iterator[Row]:
    """The rows that say one figure of each unit; a name said twice is of two things that brackets tell apart."""
    for table in tables(text):
        found = [row for cells in table[1:] for row in _row(table[0], cells)]
        often = Counter((row.name, row.unit) for row in found)
        yield from (row for row in found if often[row.name, row.unit] == 1)


def day(row: Row) -> tuple[int, int, int] | None:
    """The day, month and year a cell says."""
    match = None if row.unit else _DAY.fullmatch(row.figure)
    return (int(match["d"]), int(match["m"]), int(match["y"])) if match else None


def _row(heads: list[Cell], cells: list[Cell]) -> Iterator[Row]:
    named = next((i for i, cell in enumerate(cells) if " " in cell.text and cell.text[0].isalpha()), None)
    name = tuple(_WORD.findall(_BRACKET.sub("", cells[named].text).lower())) if named is not None else ()
    if named is None or len(name) < FEWEST:
        return
    told = []
    for head, cell in list(zip(heads, cells, strict=True))[named + 1 :]:
        if _DAY.fullmatch(cell.text):
            told.append(Row(name, (), cell.text, cell))
            continue
        match = _VALUE.fullmatch(cell.text)
        unit = _unit(head.text, match["unit"]) if match else ()
        if match and unit:
            at = cell.span.start + match.start("figure")
            told.append(Row(name, unit, match["figure"], Cell(cell.text, Span(at, at + len(match["figure"])))))
        elif match:
            return  # a figure of an unknown kind stands beside it
    often = Counter(row.unit for row in told)
    yield from (row for row in told if often[row.unit] == 1)


def _unit(head: str, told: str | None) -> tuple[str, ...]:
    if told:
        return tuple(told.lower().split())
    return () if _GENERAL.search(head) or not head else tuple(_WORD.findall(head.lower()))


def parted(doc: Document) -> Iterator[tuple[Row, Span]]:
    """Where a sentence says the figure or the day of a row otherwise, with the row."""
    table = tuple(rows(doc.text))
    rates = [row for row in table if row.unit == ("%",)]
    for match in _RATE.finditer(doc.text, *doc.body) if rates else ():
        for row in rates:
            behind = _WORD.findall(doc.text[match.end() : match.end() + BEHIND].lower())[: len(row.name)]
            follows = len(row.name) >= LONG and tuple(behind) == row.name and not _tabled(doc, match.start())
            if _other(row, match["figure"]) and (follows or _after(doc, row.name, match.start())):
                yield row, Span(*match.span("figure"))
    for one in doc.mentions if len(table) > len(rates) else ():
        for row in table:
            if not row.unit or not _of_unit(one.phrase, row.unit) or not _other(row, one.figure):
                continue
            split = any(_around(doc, row, k, one.phrase, one.span.start) for k in range(1, len(row.name)))
            if (split or _after(doc, row.name, one.span.start)) and not narrowed(doc, one):
                yield row, one.span
    for told in doc.dates if any(not row.unit for row in table) else ():
        said = told.date
        for row in table if said and doc.body.start <= told.span.start < doc.body.end else ():
            due = day(row)
            if due and said and due[2] == said.year and due != (said.day, said.month, said.year):
                name = row.name[2:] if row.name[:2] == ("báo", "cáo") and len(row.name) > FEWEST + 1 else row.name
                if _after(doc, name, told.span.start):
                    yield row, told.span


def _of_unit(phrase: tuple[str, ...], unit: tuple[str, ...]) -> bool:
    """“khách hàng” is what a column headed “Khách hàng mới” counts."""
    size = min(len(phrase), len(unit))
    return phrase[:size] == unit[:size] and (size == len(unit) or size > 1)


def _other(row: Row, figure: str) -> bool:
    low, high = sorted((value(row.figure), value(figure)))
    return low < high <= NEAR * low


def _tabled(doc: Document, at: int) -> bool:
    return " | " in doc.text[doc.text.rfind("\n", 0, at) + 1 : doc.text.find("\n", at)]


def _before(doc: Document, at: int) -> list[str]:
    """The words of the sentence before a place that is in no table, without those that only lead to it."""
    if _tabled(doc, at):
        return []
    words = _WORD.findall(doc.text[sentence(doc.text, at).start : at].lower())
    while words and words[-1] in _BETWEEN:
        words.pop()
    return words


def _after(doc: Document, name: tuple[str, ...], at: int) -> bool:
    """Does the sentence say the name, or most of it, right before ``at``?"""
    words = _before(doc, at)
    while name and name[-1] in _BETWEEN:
        name = name[:-1]
    for size in range(len(name), 1, -1):
        if size < len(name) and (size < LONG or size < MOST * len(name)):
            return False
        if words[-size:] == list(name[:size]):
            return True
    return False


def _around(doc: Document, row: Row, k: int, phrase: tuple[str, ...], at: int) -> bool:
    """Do the first ``k`` words of the name stand before the figure and the others behind it: “Xóa |15 điểm| ngập”?"""
    rest = row.name[k:]
    behind = phrase if rest[: len(row.unit)] == row.unit else phrase[len(row.unit) :]
    return behind[: len(rest)] == rest and tuple(_before(doc, at)[-k:]) == row.name[:k]
