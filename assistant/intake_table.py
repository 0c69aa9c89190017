"""What is pasted as a table, a list or a sentence of targets, brought into the rows and items a document has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from checks.facts import numbers
from checks.facts.quantities import UNIT_AT, quantities

FIGURE = re.compile(
    rf"(?:[≥≤><]\s?|(?:đạt|trên|dưới|tối thiểu|ít nhất|không quá)\s)*{numbers.FIGURE.pattern}(?:\s?[-–/]\s?{numbers.FIGURE.pattern})?\s?%?",
    re.IGNORECASE,
)
# “1. ”, “3) ”, “a) ”, “- ”, “• ” before an item
MARK = re.compile(r"\s*(?:[-–—+•*▪]+\s+|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+|\(?[a-zđ]\)\s+)")
RULE = re.compile(r"[\s|:–-]+")
ORDINAL = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]?|[a-zđ][.)]?|", re.IGNORECASE)
HEAD = re.compile(
    r"chỉ tiêu|nội dung|đơn vị|đvt|kế hoạch|mục tiêu|giao|năm \d{4}|^20\d\d$|stt?$|^tt$|ghi chú", re.IGNORECASE
)
UNIT_HEAD = re.compile(r"đơn vị|đvt", re.IGNORECASE)
YEAR_HEAD = re.compile(r"(?:KH|TH)?\s?20\d\d")
# “Thu ngân sách (tỷ đồng)”, “Thu ngân sách (ĐVT: tỷ đồng)”
NAMED_UNIT = re.compile(r"\s*\((?:đơn vị(?: tính)?|đvt)?:?\s*(?P<unit>[^()\d]{1,40})\)\s*$", re.IGNORECASE)
# “Thu ngân sách (tỷ đồng): 12,5”
UNIT_FIRST = re.compile(
    rf"(?P<name>[^|:()]+?) \((?P<unit>[^()\d]{{1,40}})\)\s*[:=–-]?\s*(?P<said>{FIGURE.pattern})\s*[;.]?"
)
GOAL = re.compile(r"(?:phấn đấu|mục tiêu|chỉ tiêu)(?: (?:là|năm \d{4}|cụ thể|trong năm))*\s*[:,]?\s*", re.IGNORECASE)
PART = re.compile(r",\s+(?=\D)|\s+và\s+|;\s*")


class Laid(NamedTuple):
    """``items`` are lines as a document has them; ``unread`` are rows with figures nobody can tell the meaning of."""

    items: tuple[str, ...]
    unread: tuple[str, ...] = ()


def laid(text: str) -> Laid:
    """Rows and items of what was pasted: list marks off, tables with a header and a column of units."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    items: list[str] = []
    unread: list[str] = []
    for tabled, block in groupby(_regrouped([_row(line) for line in lines]), lambda line: "|" in line):
        if not tabled:
            items += [_item(line) for line in block]
            continue
        rows = [_cells(line) for line in block if not RULE.fullmatch(line)]
        told = _table(rows)
        items += [" | ".join(row) for row in told]
        unread += [] if told else [" | ".join(row) for row in rows]
    bare = [line for line in items if FIGURE.fullmatch(line)]
    return Laid(tuple(line for line in items if line not in bare), (*unread, *bare))


def goals(text: str) -> Iterator[str]:
    """The targets of a sentence of running words: “Phấn đấu thu ngân sách đạt …, giảm … và trồng mới …”."""
    for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
        lead = GOAL.search(sentence)
        if lead and quantities(sentence, lead.end(), len(sentence)):
            yield from _parts(sentence[lead.end() :].rstrip(" .;"))


def _parts(sentence: str) -> Iterator[str]:
    """The sentence cut between its amounts; words without an amount stay with those they belong to."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for cut in [*PART.finditer(sentence), None]:
        end = cut.start() if cut else len(sentence)
        pieces.append((sentence[at:end], cut[0] if cut else ""))
        at = cut.end() if cut else end
    held = ""
    for n, (piece, after) in enumerate(pieces):
        held += piece
        following = pieces[n + 1][0] if n + 1 < len(pieces) else ""
        if not following:
            break
        # “giảm hộ nghèo | và cận nghèo 2%” goes on; “12 xã | , phường đạt chuẩn | và 5 thôn” ends before “và”
        full = bool(quantities(held, 0, len(held)))
        more = bool(quantities(following, 0, len(following)))
        opens = any(quantities(p, 0, len(p)) for p, _ in pieces[n + 2 : n + 3]) and not pieces[n + 2][0][:1].isdigit()
        if full and (more or (opens and pieces[n + 1][1].strip() == "và")):
            yield held.strip()
            held = ""
        else:
            held += after
    if quantities(held, 0, len(held)):
        yield held.strip()


def _row(line: str) -> str:
    """A row copied from a spreadsheet has tabs, one from Markdown has bars at both ends."""
    plain = line.replace("\t", " | ") if "\t" in line else line
    bounded = plain.startswith("|") and plain.endswith("|") and len(plain) > 1
    return plain[1:-1].strip() if bounded else plain


def _cells(line: str) -> list[str]:
    return [" ".join(cell.strip(" *").split()) for cell in line.split("|")]


def _item(line: str) -> str:
    """An item without its mark; a unit named in brackets goes behind its figure."""
    plain = MARK.sub("", line, count=1) or line
    first = UNIT_FIRST.fullmatch(plain)
    if first and UNIT_AT.fullmatch(first["unit"].strip()):
        unit = first["unit"].strip()
        return f"{first['name']}: {first['said'].strip()}{'' if unit == '%' else ' '}{unit}"
    return plain


def _regrouped(lines: Sequence[str]) -> Sequence[str]:
    """A table of Word pasted without its columns, one cell a line, has its figures at equal distances."""
    figures = [n for n, line in enumerate(lines) if FIGURE.fullmatch(line)]
    if len(figures) < 2 or any("|" in line for line in lines):
        return lines
    wide = figures[1] - figures[0]
    even = all(b - a == wide for a, b in pairwise(figures)) and figures[-1] == len(lines) - 1
    # “Chỉ tiêu” alone on a line opens the list, so that the header has lost its first cell.
    whole = ["Chỉ tiêu", *lines] if len(lines) % wide == wide - 1 else list(lines)
    if not even or wide not in (2, 3) or len(whole) % wide:
        return lines
    return [" | ".join(whole[n : n + wide]) for n in range(0, len(whole), wide)]


def _table(rows: list[list[str]]) -> list[list[str]]:
    """The rows with a header and a column of units; none where the column of this year cannot be told."""
    wide = max(map(len, rows), default=0)
    even = [row + [""] * (wide - len(row)) for row in rows]
    headed = bool(even) and any(map(HEAD.search, even[0])) and not any(map(_is_figure, even[0]))
    head = even[0] if headed else _head(even)
    if not head:
        return []
    body = even[1:] if headed else even
    head = [f"Năm {cell}" if YEAR_HEAD.fullmatch(cell) else cell for cell in head]
    if any(map(UNIT_HEAD.search, head)):
        return [head, *body]
    common = next((found["unit"] for found in map(NAMED_UNIT.search, head) if found and _is_unit(found["unit"])), "")
    return [[*head, "Đơn vị tính"], *(_with_unit(row, common) for row in body)]


def _head(rows: list[list[str]]) -> list[str]:
    """The header that a table without one would have; none where two columns have figures."""
    columns = list(zip(*rows, strict=True))
    ordinal = 0 if len(columns) > 2 and all(map(ORDINAL.fullmatch, columns[0])) else -1
    figures = [n for n, column in enumerate(columns) if n != ordinal and any(map(_is_figure, column))]
    words = [n for n in range(len(columns)) if n not in figures and n != ordinal]
    if len(figures) != 1 or not words:
        return []
    units = [n for n in words if any(map(_is_unit, columns[n])) and all(not c or _is_unit(c) for c in columns[n])]
    told = {ordinal: "TT", figures[0]: "Kế hoạch", **dict.fromkeys(units, "Đơn vị tính")}
    named = next((n for n in words if n not in units), -1)
    return [told.get(n, "Chỉ tiêu" if n == named else "Ghi chú") for n in range(len(columns))]


def _with_unit(row: list[str], common: str) -> list[str]:
    """The unit a name carries in brackets, in a cell of its own."""
    for n, cell in enumerate(row):
        found = NAMED_UNIT.search(cell)
        if found and _is_unit(found["unit"]):
            return [*row[:n], cell[: found.start()], *row[n + 1 :], found["unit"].strip()]
    return [*row, common.strip()]


def _is_figure(cell: str) -> bool:
    """“12,5”, “≥ 96”, “17 - 18”, “12,5 tỷ đồng”; a year at the top of a column is none."""
    found = FIGURE.match(cell)
    rest = cell[found.end() :].strip() if found else ""
    return bool(found) and not YEAR_HEAD.fullmatch(cell) and (not rest or _is_unit(rest))


def _is_unit(text: str) -> bool:
    return UNIT_AT.fullmatch(text.strip()) is not None
