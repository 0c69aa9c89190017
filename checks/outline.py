"""The numbered skeleton of a body: markers (“I.”, “3.1.”, “a)”), how they nest, and the sections they open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from checks.facts.numbers import roman
from checks.finding import Span
from checks.letters import CAPITAL
from checks.structure import Line, is_caps
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Scheme = Literal["part", "upper", "roman", "article", "arabic", "decimal", "paren", "letter", "ordinal", "plain"]

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
  | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?P<decimal_form>[.)]?)\**\ +(?=[^\s\d%])
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

ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("goal", r"mục (?:tiêu|đích)"),
        ("targets", r"chỉ tiêu"),
        ("content", r"nội dung"),
        # A deadline for papers is not the period of the movement: “Thời gian trình khen thưởng”.
        (
            "period",
            r"(?<!lấy ý kiến )(?:thời gian|thời hạn)(?! (?:trình|gửi|nộp|báo cáo|nhận|xét|bình xét|khen|đề nghị|lấy|hoàn thành hồ sơ|"
            r"chờ|khám|hoạt động|bán|giải quyết|xử lý|làm việc|tiêu ))",
        ),
        ("scope", r"phạm vi|đối tượng"),
        ("theme", r"chủ đề|khẩu hiệu"),
        ("criteria", r"tiêu chí"),
        ("means", r"giải pháp|biện pháp"),
        (
            "implementation",
            r"tổ chức thực hiện|trách nhiệm|tổ chức triển khai|phân công|triển khai thực hiện|tổ chức, thực hiện|tổ chức và thực hiện",
        ),
        ("reward", r"khen thưởng|tiêu chuẩn"),
        ("review", r"sơ kết|tổng kết"),
        ("inspection", r"kiểm tra|giám sát"),
        ("meaning", r"ý nghĩa"),
        ("requirement", r"yêu cầu"),
        ("budget", r"kinh phí"),
    )
)
"""Roles of a section by the words of its heading, case-folded; several may share one heading."""

_PAPERS = re.compile(r"hồ sơ|thủ tục|đề nghị khen")
# “Nội dung, thời gian”, “Đối tượng và thời gian”; a target or a duty that speaks of time is no such part: “95% kết luận đúng thời hạn”
_BEFORE_PERIOD = re.compile(
    r"\W*(?:về |quy định |khoảng )?(?:(?:mục|nội dung|đối tượng|phạm vi|chủ đề|hình thức|phương thức|địa điểm|thành phần|chỉ tiêu|tiêu chí|kinh phí|tên)"
    r"[^;%\d]{0,50}(?:,|và|[-–/]) *)?$"
)
_CUT = ("Điều", "điều", "khoản", "Khoản", "điểm", "lần", "số", "mục", "Mục", "Phụ lục", "Quyết định")
HEADING_LENGTH = 160
"""A numbered line longer than this is a paragraph, not a heading."""


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


class Section(NamedTuple):
    """A heading with everything below it, up to the next heading of its own or a higher level."""

    number: str
    heading: str
    role: str
    """The first of ``roles``; empty where the heading names none."""
    roles: tuple[str, ...]
    span: Span
    level: int
    body: Span
    """What follows the heading, the rest of its line included."""


def markers(lines: Iterable[Line]) -> tuple[Marker, ...]:
    """The markers of ``lines`` in reading order, nested."""
    found, before = [], ""
    for line in lines:
        # A line break inside “Điều 2.” or “(lần 2)” starts a line with a number that opens nothing.
        marker = None if before.endswith(_CUT) else _marker(line)
        if marker is not None:
            found.append(marker)
        before = line.bare
    return _nest(_uppers(found))


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
    return (int(value) if value.isdigit() else roman(value)), ()


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
            if marker.scheme in ("part", "upper", "article") and same:
                depth = same[0]
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
    return _heading(rest)


def _heading(rest: str) -> str:
    colon = rest.find(":")
    if 0 < colon <= HEADING_LENGTH:
        return rest[:colon].strip(" *")
    if len(rest) <= HEADING_LENGTH:
        return rest.strip(" *.")
    stop = rest.find(". ")
    return rest[:stop].strip(" *") if 0 < stop <= 60 else ""


@lru_cache(maxsize=1 << 11)  # the headings of one office are much alike
def roles_of(heading: str) -> tuple[str, ...]:
    """The roles a heading names, in the order it names them."""
    folded = heading.lower()
    if not folded:
        return ()
    found = []
    for role, pattern in ROLES:
        match = pattern.search(folded)
        if match and (role != "period" or _heads_a_period(folded, match.start())):
            found.append((match.start(), role))
    return tuple(role for _, role in sorted(found))


def _heads_a_period(folded: str, at: int) -> bool:
    return not _PAPERS.search(folded) and _BEFORE_PERIOD.match(folded, 0, at) is not None


def sections(lines: tuple[Line, ...], found: tuple[Marker, ...], end: int) -> tuple[Section, ...]:
    """Sections of the body that ends at ``end``; headings without a number (“Mục tiêu”, “THỜI GIAN:”) are included."""
    numbered = {m.line.span.start: m for m in found}
    heads: list[tuple[int, int, str, str, tuple[str, ...], int]] = []
    for i, line in enumerate(lines):
        marker = numbered.get(line.span.start)
        if marker is not None:
            heading = heading_of(marker)
            joined = _wrapped_heading(lines, i, heading, marker)
            # A blank may stand between number and words (“Thứ hai, thi đua…”).
            body = line.span.start + line.text.find(heading, marker.text_at - line.span.start) + len(heading)
            heads.append(
                (line.span.start, marker.depth, marker.label, joined or heading, roles_of(joined or heading), body)
            )
        elif _is_plain_heading(line):
            heading = _heading(line.bare)
            at = line.span.start + line.text.find(line.bare) + len(heading)
            heads.append((line.span.start, 1, "", heading, roles_of(heading), at))
    out = []
    for i, (start, level, number, heading, roles, body) in enumerate(heads):
        stop = next((h[0] for h in heads[i + 1 :] if h[1] <= level), end)
        stop = max(stop, start)
        out.append(
            Section(
                number, heading, roles[0] if roles else "", roles, Span(start, stop), level, Span(min(body, stop), stop)
            )
        )
    return tuple(out)


def _wrapped_heading(lines: tuple[Line, ...], i: int, heading: str, marker: Marker) -> str:
    """A heading in capitals that a PDF broke over two lines."""
    if (
        i + 1 < len(lines)
        and heading
        and is_caps(heading)
        and is_caps(lines[i + 1].bare)
        and marker.scheme in ("roman", "arabic", "upper")
    ):
        after = lines[i + 1].bare
        return "" if MARKER.match(after) else f"{heading} {after}"
    return ""


def _is_plain_heading(line: Line) -> bool:
    """A short line without a number that begins with the words of a role: “Mục tiêu”, “**Thời gian thi đua:** từ …”."""
    bare = line.bare
    if not bare or bare[0] in '-–+•(“"' or not bare[0].isupper() or " | " in bare:
        return False
    heading = _heading(bare)
    if not heading or len(heading) > 90 or (":" not in bare and (len(bare) > 90 or bare.endswith((".", ";", ",")))):
        return False
    folded = heading.lower()
    return any(
        p.match(folded.removeprefix("về "))
        for role, p in ROLES
        if role not in ("requirement", "inspection", "review", "meaning")
    )
