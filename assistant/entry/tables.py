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
YEAR_HEAD = re.compile(r"(?:KH|TH)?\s?20\d\d")
# “Thu ngân sách (tỷ đồng): 12,5”
UNIT_FIRST = re.compile(
    rf"(?P<name>[^|:()]+?) \((?P<unit>[^()\d]{{1,40}})\)\s*[:=–-]?\s*(?P<said>{FIGURE.pattern})\s*[;.]?"
)
GOAL = re.compile(
    r"(?:phấn đấu|mục tiêu|chỉ tiêu)(?: (?:là|năm \d{4}|cụ thể|trong năm)(?!\w))*\s*[:,]?\s*", re.IGNORECASE
)
PART = re.compile(r",\s+(?=\D)|(?<=%),\s+|\s+và\s+|;\s*")
JOINT = re.compile(r"[,;]\s+")
# “…, trong đó 20 ha rừng sản xuất”, “…, từ 6,5% xuống còn 4,5%”, “…, tăng 10% so với năm 2026”: more of the same target
GOES_ON = re.compile(
    r"(?:trong đó|(?:bao )?gồm|từ|tới|đến|đạt|bằng|vượt|chiếm|còn|và|với|so với|tương [đứ]\w+|ứng với|cao hơn|thấp hơn|trên|dưới|ít nhất|tối thiểu"
    r"|không|riêng|nhất là|có|mỗi|bình quân|trung bình)\b|(?:tăng|giảm)(?: thêm| ít nhất| trên| hơn| bình quân| tối thiểu)* \d",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
WORDS = 3
"""From so many words a piece with an amount says a target by itself: “bò 800 con” does not."""


class Laid(NamedTuple):
    """``items`` are lines as a document has them; ``unread`` are rows with figures nobody can tell the meaning of."""

    items: tuple[str, ...]
    unread: tuple[str, ...] = ()


def laid(text: str) -> Laid:
    """Rows and items of what was pasted: list marks off, tables only where the column of this year can be told."""
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
    if len(lines) == 1:
        items = [piece for line in items for piece in joined(line)]
    bare = [line for line in items if FIGURE.fullmatch(line)]
    return Laid(tuple(line for line in items if line not in bare), (*unread, *bare))


def joined(line: str) -> list[str]:
    """The targets of one line, “trồng 45 ha rừng, thu ngân sách 12,5 tỷ đồng”; a line that may be one target stays whole."""
    pieces = JOINT.split(line)
    each = all(
        len(WORD.findall(piece)) >= WORDS
        and quantities(piece, 0, len(piece))
        and not GOES_ON.match(piece)
        and piece.count("(") == piece.count(")")
        and piece.count("“") == piece.count("”")
        for piece in pieces
    )
    return pieces if each and "|" not in line else [line]


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
            yield held.strip(" ,;")
            held = ""
        else:
            held += after
    if quantities(held, 0, len(held)):
        yield held.strip(" ,;")


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
    """The rows as they are; none where there is no header and more than one column might be this year's."""
    wide = max(map(len, rows), default=0)
    even = [row + [""] * (wide - len(row)) for row in rows]
    headed = bool(even) and any(map(HEAD.search, even[0])) and not any(map(_is_figure, even[0]))
    columns = list(zip(*even, strict=True))
    ordinal = 0 if len(columns) > 2 and all(map(ORDINAL.fullmatch, columns[0])) else -1
    figures = [n for n, column in enumerate(columns) if n != ordinal and any(map(_is_figure, column))]
    return even if headed or len(figures) == 1 else []


def _is_figure(cell: str) -> bool:
    """“12,5”, “≥ 96”, “17 - 18”, “12,5 tỷ đồng”; a year at the top of a column is none."""
    found = FIGURE.match(cell)
    rest = cell[found.end() :].strip() if found else ""
    return bool(found) and not YEAR_HEAD.fullmatch(cell) and (not rest or _is_unit(rest))


def _is_unit(text: str) -> bool:
    return UNIT_AT.fullmatch(text.strip()) is not None
