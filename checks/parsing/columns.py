"""The columns of a head and of a foot one after the other, where they share a line or take turns.

A table row of a web page parts them with “|”, a PDF or a typed text with many blanks; tabs in Word and a text copied from
a PDF leave one blank, and other copies put the signature somewhere between the recipients.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.finding import Span
from checks.parsing.foot import ANNEX, AUTHORITY, is_name
from checks.parsing.kinds import kind_of
from checks.parsing.lines import GAP, MOTTO, RECIPIENTS, Line, bare_of, is_caps
from checks.patterns import Pattern, occurrences

TABLE_ROWS = 8
"""A header table has no more."""
HEAD_LINES = 20
FOOT_LINES = 80
"""Recipients, as many as there ever are, and whoever signs beside them."""
LONGEST = 200
"""A longer line is no recipient."""
_CELL_ENDS = Pattern(r"\||-{5,}")
"""Between the cells of a row, and the line drawn under the issuer."""
_CELL = Pattern(r"\S(?: {0,4}\S)*")
_BREAK = re.compile(r"<br ?/?>")
_BULLETS = ("-", "–", "+", "•")
_NEXT_ENTRY = Pattern(r"(?:[:;]|(?<=hận))[*_]* +- ")
# “- Như trên; KT. CHỦ TỊCH”, “xã; Nguyễn Văn An”
_RAN_IN = Pattern(r"[;.)] +(?=[^\W\d_])")


def columns_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Each column and each cell of a header table on a line of its own; of the foot first the recipients."""
    lines = tuple(part for line in _foot_rows_apart(_rows_apart(lines)) for part in _entries(line))
    at = next((i for i, line in enumerate(lines) if _opens_foot(line)), len(lines))
    spaced = any(GAP in line.text for line in lines)
    head = [part for i, line in enumerate(lines[:at]) for part in _of_head(line, i, spaced=spaced)]
    return (*head, *_foot(lines[at:]))


def _rows_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The rows of a header table (“Số: 12/KH-UBND | Hà Tân, ngày … |”) as a line for each cell."""
    head = lines[:TABLE_ROWS]
    if not any(" |" in line.text and (MOTTO.search(line.text) or "NGHĨA VIỆT NAM" in line.text) for line in head):
        return lines
    out: list[Line] = []
    for line in head:
        if " |" not in line.text:
            out.append(line)
            continue
        at = 0
        for end in (*(match.start() for match in _CELL_ENDS.finditer(line.text)), len(line.text)):
            cell = line.text[at:end].strip(" |-")
            if cell:
                start = line.text.index(cell, at)
                out.append(_piece(line, start, start + len(cell)))
            at = end
    return (*out, *lines[TABLE_ROWS:])


def _foot_rows_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The rows of a foot table (“| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |”) as a line for each cell, one column after the other."""
    first = next((i for i, line in enumerate(lines) if _row_of_recipients(line)), len(lines))
    last = first
    while last < len(lines) and "|" in lines[last].text:
        last += 1
    columns: dict[int, list[Line]] = {}
    for line in lines[first:last]:
        for n, (start, end) in enumerate(_bars(line.text)):
            columns.setdefault(n, []).extend(_broken(line, start, end))
    return (*lines[:first], *(cell for n in sorted(columns) for cell in columns[n]), *lines[last:])


def _row_of_recipients(line: Line) -> bool:
    if "|" not in line.text or "ơi nhận" not in line.text.lower():
        return False
    return any(RECIPIENTS.match(bare_of(line.text[start:end])) for start, end in _bars(line.text))


def _bars(text: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a row begin and end."""
    opens = text.find("|") + 1 if text.lstrip().startswith("|") else 0
    places = [opens - 1, *occurrences("|", text, opens), len(text)]
    return ((one + 1, other) for one, other in pairwise(places))


def _broken(line: Line, start: int, end: int) -> Iterator[Line]:
    """The lines of a cell that a web page broke, without the blanks around them; nothing of a rule “---”."""
    breaks = [match.span() for match in _BREAK.finditer(line.text, start, end)]
    for first, last in zip((start, *(at for _, at in breaks)), (*(at for at, _ in breaks), end), strict=True):
        piece = line.text[first:last].strip()
        if set(piece) - set("-: "):
            at = line.text.index(piece, first)
            yield _piece(line, at, at + len(piece))


def _entries(line: Line) -> list[Line]:
    """“Nơi nhận: - Như Điều 3; - Công báo tỉnh; - Lưu: VT.” of a web page as a line for each recipient."""
    opens = len(line.text) - len(line.text.lstrip("*_ "))
    head = RECIPIENTS.match(line.text, opens) if "; - " in line.text else None
    if head is None or not line.text[head.end() :].lstrip(":*_ ").startswith("- "):
        return [line]
    ends = [match.end() - 2 for match in _NEXT_ENTRY.finditer(line.text, head.end() - 1)]
    places = (0, *ends, len(line.text))
    return [_piece(line, a, a + len(line.text[a:b].rstrip())) for a, b in pairwise(places)]


def _of_head(line: Line, at: int, *, spaced: bool) -> list[Line]:
    """“UBND XÃ AN PHÚ TÂY CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” as two lines; a number beside its date is found so."""
    parts = _cells(line) if spaced and GAP in line.text else []
    if len(parts) > 1:
        return parts
    motto = MOTTO.search(line.text) if at < HEAD_LINES and len(line.text) < LONGEST else None
    before = line.text[: motto.start()].rstrip() if motto else ""
    # “KẾ HOẠCH KỶ NIỆM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM” is a title; a body of the Party stands before its name.
    party = motto is not None and motto[0].startswith("ĐẢNG")
    if (
        motto is None
        or not is_caps(before)
        or MOTTO.search(before)
        or kind_of(before)
        or (party and "ỦY" not in before)
    ):
        return [line]
    return [_piece(line, 0, len(before)), _piece(line, motto.start(), len(line.text))]


def _opens_foot(line: Line) -> bool:
    if "hận" not in line.text and "HẬN" not in line.text:
        return False
    first = _cells(line)[0].bare if line.bare and GAP in line.text else line.bare
    return len(first) < 60 and RECIPIENTS.match(first) is not None


def _foot(lines: tuple[Line, ...]) -> list[Line]:
    """The recipients, then who signs, then the rest; the same lines where nothing stands between the recipients."""
    left: list[Line] = []
    right: list[Line] = []
    mixed = False
    end = 0
    for i, line in enumerate(lines[:FOOT_LINES]):
        if i and _closes(line, left, right):
            break
        for part, is_right in _halves(line, left, right):
            mixed = mixed or (not is_right and bool(right and part.bare))
            (right if is_right else left).append(part)
        end = i + 1
    if not mixed and len(left) + len(right) == end:
        return list(lines)
    return [*(line for line in left if line.bare), *right, *lines[end:]]


def _closes(line: Line, left: list[Line], right: list[Line]) -> bool:
    """Does ``line`` stand below the foot: an annex, the plan of a decision, prose?"""
    bare = line.bare
    if not bare or bare.startswith(_BULLETS):
        return False
    if len(bare) > LONGEST + 2 * len(GAP) or ANNEX.match(bare) or kind_of(bare):
        return True
    if GAP in line.text or _signs(bare, right):
        return False
    last = next((one.bare for one in reversed(left) if one.bare), "")
    return is_caps(bare) or last.endswith(".")


def _halves(line: Line, left: list[Line], right: list[Line]) -> Iterator[tuple[Line, bool]]:
    """The parts of a line of the foot, and whether each is of the right column."""
    parts = _cells(line) if GAP in line.text else _row(line)
    if parts and line.text.startswith(GAP * 4):
        yield from ((part, True) for part in parts)
    elif len(parts) > 1:
        yield parts[0], False
        yield from ((part, True) for part in parts[1:])
    else:
        cut = _ran_in(line, left, right)
        if cut:
            yield _piece(line, 0, len(line.text[:cut].rstrip())), False
            yield _piece(line, cut, len(line.text)), True
        else:
            yield line, bool(left) and _signs(line.bare, right)


def _row(line: Line) -> list[Line]:
    """“- Lưu: VT. | KT. CHỦ TỊCH” of a web page as its two cells."""
    left, bar, right = line.text.partition(" | ")
    if not bar or not _is_post(right.strip("* |")):
        return []
    return [_piece(line, 0, len(left)), _piece(line, len(left) + len(bar), len(line.text.rstrip(" |")))]


def _ran_in(line: Line, left: list[Line], right: list[Line]) -> int:
    """Where the right column begins in a line that has both: “Nơi nhận: KT. CHỦ TỊCH”; 0 where it has one."""
    if not left:
        head = RECIPIENTS.match(line.text)
        at = len(line.text) - len(line.text[head.end() :].lstrip()) if head else 0
        return at if head and _is_post(line.text[at:].strip("* ")) else 0
    if not right or _signs(line.bare, right):  # “TS. Trần Văn Minh”
        return 0
    return next((m.end() for m in _RAN_IN.finditer(line.text) if _signs(line.text[m.end() :].strip("* "), right)), 0)


def _signs(bare: str, right: list[Line]) -> bool:
    """Is it a post, or below one a name?"""
    return _is_post(bare) or (bool(right) and is_name(bare))


def _is_post(bare: str) -> bool:
    return AUTHORITY.match(bare) is not None and is_caps(bare) and len(bare) < 90


def _cells(line: Line) -> list[Line]:
    """The columns of one line; a blank of a draft (“Số:      /CT-UBND”, “ngày      tháng”) parts nothing, nor one behind a bullet."""
    spans: list[tuple[int, int]] = []
    for cell in _CELL.finditer(line.text):
        before = line.text[spans[-1][0] : spans[-1][1]] if spans else ""
        bullet = before in _BULLETS
        if (
            bullet
            or before.lower().endswith(("số:", "số", "ngày", "tháng", "năm"))
            or cell[0].startswith(("/", "tháng", "năm"))
        ):
            spans[-1:] = [(spans[-1][0] if spans else cell.start(), cell.end())]
        else:
            spans.append(cell.span())
    return [_piece(line, start, end) for start, end in spans]


def _piece(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    return Line(Span(line.span.start + start, line.span.start + end), text, bare_of(text))
