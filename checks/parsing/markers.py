"""The numbers at the start of lines (“I.”, “3.1.”, “a)”) and how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.facts.numbers import numeral
from checks.finding import Span
from checks.letters import CAPITAL
from checks.parsing.headings import roles_of, words_of
from checks.parsing.lines import Line
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Scheme = Literal["part", "upper", "roman", "article", "arabic", "decimal", "paren", "letter", "ordinal"]

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The Vietnamese alphabet as Nghị định 30 counts points: no f, j, w, z, and đ after d."""
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")

MARKER = re.compile(
    r"""
    (?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\ +(?P<part>[IVXLC]+|\d{1,2})\b(?P<part_form>[.:]?)\ *
  | Điều\ +(?P<article>\d{1,3})(?P<article_form>[.:])\ *
  | (?P<roman>[IVXL]{1,6})(?:(?P<roman_form>[.)/]|\ ?[-–](?=\ +["""
    + CAPITAL
    + r"""]))-?\**\ *(?=\S)|\ +(?=["""
    + CAPITAL
    + r"""]{2}|(?:Mục|Yêu|Nội|Thời|Địa|Đối|Hình|Thành|Kinh|Tổ)\ [a-zđêổốơ]))
  | (?P<upper>[A-EĐGH])(?P<upper_form>[.)/])-?\**\ +(?=["""
    + CAPITAL
    + r"""])
  | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?P<decimal_form>[.)]?)\**\ +(?=[^\s\d%]|(?<=\.\ )\d[\d.,]*(?:%|/\d|\ [^\W\d_]))
  | \((?P<paren>\d{1,2})\)\ *
  | (?P<arabic>\d{1,3})(?P<arabic_form>[.)/]|[-–](?=\ ["""
    + CAPITAL
    + r"""]))-?\**(?:\ +(?=\S)|(?=["""
    + CAPITAL
    + r"""]))
  | (?P<letter>[a-zđ])(?P<letter_form>[).,/])\**\ *(?=[^\s.,)])
  | Thứ\ +(?P<ordinal>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?P<ordinal_form>[,:.])
    """,
    re.VERBOSE,
)
_FIRST = frozenset("PCMĐIVXLABDEGH0123456789(TpmchưƠ" + LETTERS + "fjwz")
_CUT = ("Điều", "điều", "khoản", "Khoản", "điểm", "lần", "số", "mục", "Mục", "Phụ lục", "Quyết định")
_WHOLE = (
    "quan điểm",
    "trọng điểm",
    "cao điểm",
    "thời điểm",
    "địa điểm",
    "đặc điểm",
    "danh mục",
    "hạng mục",
    "tài khoản",
)
"""Words of two syllables that end like a line cut short, and headings end with them: “1. Quan điểm”."""


class Marker(NamedTuple):
    """One number at the start of a line. ``nth`` counts from 1 within its list."""

    scheme: Scheme
    label: str
    form: str
    nth: int
    prefix: tuple[int, ...]
    line: Line
    span: Span
    """Of the label, closing mark included."""
    text_at: int
    depth: int = 1
    expected: int | None = None
    """The index its list called for, where it has another one."""
    before: str = ""
    """The label before it in its list."""


def markers(lines: Iterable[Line]) -> tuple[Marker, ...]:
    """The markers of ``lines`` in reading order, nested."""
    found, before = [], ""
    for line in lines:
        # A line break inside “Điều 2.” or “(lần 2)” starts a line with a number that opens nothing.
        marker = _marker(line)
        if marker is not None and not (before.endswith(_CUT) and _cut(before, marker)):
            found.append(marker)
        before = line.bare
    return _nest(_uppers(found))


def _cut(before: str, marker: Marker) -> bool:
    """Was the line ``before`` cut short? “Quyết định số / 12/QĐ-UBND” was, “3. Thi đua chuyển đổi số / a)” was not."""
    if before.endswith("số"):
        return marker.form == "/"
    return not before.lower().endswith(_WHOLE)


def _uppers(found: list[Marker]) -> list[Marker]:
    """Parts are lettered A, B, C, D, Đ, E in one office and A, B, C, D, E in another: both count on without a gap."""
    if any(marker.scheme == "upper" and marker.label[0] == "Đ" for marker in found):
        return found
    late = LETTERS.find("e") + 1
    return [m._replace(nth=m.nth - 1) if m.scheme == "upper" and m.nth >= late else m for m in found]


def _marker(line: Line) -> Marker | None:
    bare = line.bare
    if not bare or bare[0] not in _FIRST or " | " in bare:
        return None
    match = MARKER.match(bare)
    if match is None:
        return None
    scheme = str(match.lastgroup).removesuffix("_form")
    at = line.span.start + line.text.find(bare)
    value = match[scheme]
    form = match[f"{scheme}_form"] or "" if scheme != "paren" else ")"
    index, prefix = _value(scheme, value)
    if index == 0:
        return None
    label_end = match.end(f"{scheme}_form") if form and scheme != "paren" else match.end(scheme) + (scheme == "paren")
    return Marker(
        scheme=scheme,  # type: ignore[arg-type]  # the group names of MARKER are the schemes
        label=bare[:label_end],
        form=form,
        nth=index,
        prefix=prefix,
        line=line,
        span=Span(at, at + label_end),
        text_at=at + match.end(),
    )


def _value(scheme: str, value: str) -> tuple[int, tuple[int, ...]]:
    if scheme == "decimal":
        numbers = tuple(int(part) for part in value.split("."))
        return numbers[-1], numbers[:-1]
    if scheme == "letter":
        return (LETTERS.find(value) + 1 or 99), ()
    if scheme == "upper":
        return LETTERS.find(value.lower()) + 1, ()
    if scheme == "ordinal":
        return ORDINALS.index(value) + 1, ()
    return numeral(value), ()


def _nest(found: list[Marker]) -> tuple[Marker, ...]:
    """Depths and expected numbers: each marker continues an open list, begins one, or jumps in the nearest."""
    stack: list[Marker] = []
    closed: dict[tuple[str, tuple[int, ...]], Marker] = {}
    out = []
    for marker in found:
        fits = [i for i, last in enumerate(stack) if _same_list(last, marker) and marker.nth == last.nth + 1]
        same = [i for i, last in enumerate(stack) if _same_list(last, marker)]
        expected: int | None = None
        if _goes_on(marker, closed, len(stack)) and not (fits and roles_of(heading_of(marker))):
            depth = len(stack)
        elif fits:
            # “2. Chỉ tiêu > a, > 1. 2.” then “3.”: the inner list goes on, unless the line is a heading of the outer one.
            depth = fits[0] if len(fits) > 1 and roles_of(heading_of(marker)) else fits[-1]
        elif marker.nth == 1 and not (marker.scheme == "decimal" and same):
            depth = same[-1] if same and same[-1] == len(stack) - 1 else len(stack)
            if marker.scheme in ("part", "upper", "article", "roman") and same:
                depth = same[0]
                if marker.scheme == "roman" and stack[depth].nth == 1:  # “I. > 1. 2.” then “I.”: meant for II
                    expected = 2
        elif same:
            depth = same[-1]
            expected = stack[depth].nth + 1
        else:
            depth = len(stack)
            expected = 1
        before = stack[depth].label if depth < len(stack) else ""
        placed = marker._replace(depth=depth + 1, expected=expected, before=before)
        closed.update(((last.scheme, last.prefix), last) for last in stack[depth + 1 :])
        stack[depth:] = [placed]
        out.append(placed)
    return tuple(out)


def _goes_on(marker: Marker, closed: dict[tuple[str, tuple[int, ...]], Marker], open_lists: int) -> bool:
    """“a) > 1. … 7.” then “b) > 8.”: items counted through the parts of a list go on in the next part."""
    last = closed.get((marker.scheme, marker.prefix)) if marker.scheme == "arabic" else None
    return last is not None and last.nth + 1 == marker.nth and last.depth == open_lists + 1


def _same_list(one: Marker, other: Marker) -> bool:
    """“1)” and “1.” count apart; “a)” and “a,” are one list, written carelessly."""
    return (
        one.scheme == other.scheme
        and one.prefix == other.prefix
        and (one.scheme != "arabic" or (one.form == ")") == (other.form == ")"))
    )


def heading_of(marker: Marker) -> str:
    """The heading words on a marker's line: up to a colon, the whole of a short line, else the first words."""
    rest = marker.line.bare[marker.text_at - marker.line.span.start - marker.line.text.find(marker.line.bare) :]
    return words_of(rest)
