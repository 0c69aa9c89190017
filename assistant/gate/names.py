"""Names in a sentence: runs of capitals with the nouns they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.gate.common import BODIES, COMMON, FAMILY_NAMES, TITLES
from checks.language.lexicon import shipped
from checks.letters import CAPITAL

TOKEN = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
UNITS = (
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "xã",
    "phường",
    "đặc khu",
    "thôn",
    "bản",
    "xóm",
    "tổ dân phố",
    "ấp",
    "buôn",
    "làng",
    "khu phố",
)
LEVEL = re.compile(rf" (?P<unit>{'|'.join(UNITS[:9])})(?! [{CAPITAL}]|\w)")
# Common words that begin as a body's noun does: “Báo cáo Ủy ban nhân dân tỉnh”, “Đoàn kết Nhân dân”
OPENERS = frozenset(
    (
        "báo cáo", "ban hành", "đoàn kết", "đoàn viên", "đoàn thể", "hội nghị", "hội thi", "hội thảo", "hội viên", "hội họp", "phòng ngừa",
        "phòng chống", "trường hợp", "trường học", "bộ phận", "vụ việc", "viện dẫn", "quỹ đất", "báo chí", "cục diện", "thư viện", "đài phát",
    )
)  # fmt: skip
_HEADS = {body.lower() for body in BODIES}
_LONGEST = 4
# “Trường Trung học cơ sở Nà Phai”: small words inside the name of a body
INSIDE = re.compile(
    r" (?:cơ sở|phổ thông(?: dân tộc)?(?: nội trú| bán trú)?|dân tộc (?:nội|bán) trú|đa khoa(?: khu vực)?|chuyên nghiệp)(?= ["
    + CAPITAL
    + r"])"
)
JOIN = re.compile(r"(?: và |, | - )$")


class Name(NamedTuple):
    """A name as written. ``head``: the body's noun it begins with; ``opens``: it begins the sentence."""

    start: int
    end: int
    text: str
    parts: tuple[str, ...]
    """Of “Sở Giáo dục và Đào tạo”: “Sở Giáo dục”, “Đào tạo”."""
    head: str
    unit: str
    """“xã” of “xã Tân Lập”; not part of the text."""
    person: bool
    opens: bool
    level: str = ""
    """“tỉnh” of “Công an tỉnh”: a level behind the name, without a name of its own."""


class _Run(NamedTuple):
    start: int
    end: int
    opens: bool


def names(text: str, taken: Sequence[tuple[int, int]], opening: int = 0) -> Iterator[Name]:
    """The names outside ``taken``; ``opening`` is where the words of the sentence begin."""
    tokens = [m for m in TOKEN.finditer(text, opening) if not any(a < m.end() and m.start() < b for a, b in taken)]
    runs = list(_runs(text, tokens, opening))
    i = 0
    while i < len(runs):
        group = [runs[i]]
        while i + 1 < len(runs) and _joined(text, group[-1], runs[i + 1]):
            i += 1
            group.append(runs[i])
        i += 1
        name = _name(text, group)
        if name:
            yield name


def _runs(text: str, tokens: list[re.Match[str]], opening: int) -> Iterator[_Run]:
    at = 0
    while at < len(tokens):
        first = tokens[at]
        if not first[0][0].isupper():
            at += 1
            continue
        pair = " ".join(token[0] for token in tokens[at : at + 2]).lower()
        if pair in OPENERS and tokens[at + 1][0].islower():
            at += 2
            continue
        last = at
        while last + 1 < len(tokens) and text[tokens[last].end() : tokens[last + 1].start()] == " ":
            if tokens[last + 1][0][0].isupper():
                last += 1
                continue
            pair = f"{tokens[last][0]} {tokens[last + 1][0]}".lower()
            if tokens[last][0][0].isupper() and not tokens[last][0].isupper() and shipped().known[pair]:
                last += 1
                # “Hội đồng Thi đua”: after the compound the name may go on with a capital
                continue
            inside = INSIDE.match(text, tokens[last].end())
            if inside and (last > at or tokens[last][0] in BODIES):
                last += len(inside[0].split())
                continue
            break
        if last > at and first[0][1:].islower() and first[0].lower() in (*UNITS, *TITLES):
            at, first = at + 1, tokens[at + 1]
        opens = first.start() == opening or text[: first.start()].rstrip()[-1:] in (
            ":",
            "“",
            "(",
            "!",
            "?",
            ".",
            ";",
            "…",
        )
        yield _Run(first.start(), tokens[last].end(), opens)
        at = last + 1


def _joined(text: str, one: _Run, other: _Run) -> bool:
    """“Giáo dục” and “Đào tạo”; not “Sở Y tế” and “Sở Tài chính”, nor “Đảng” and “Nhà nước”."""
    between = text[one.end : other.start]
    if not JOIN.fullmatch(between) or (text[one.start : one.end] in COMMON and between != " - "):
        return False
    said = text[other.start : other.end]
    return not _head(said) and not any(
        said == c or said.startswith(f"{c} ") for c in COMMON if c not in ("Thi đua", "Khen thưởng")
    )


def _name(text: str, group: list[_Run]) -> Name | None:
    start, end = group[0].start, group[-1].end
    said = text[start:end]
    words = said.split()
    before = text[:start].rstrip()
    if len(words) == 1 and group[0].opens and not (len(said) > 1 and said.isupper()):
        return None
    behind = LEVEL.match(text, end)
    if (
        group[0].opens
        and len(group) == 1
        and len(words) == 2
        and words[1].islower()
        and not (behind and said in BODIES)
    ):
        return None  # “Phong trào …”, “Đoàn kết …” only open a sentence; a body's name has a capital after its noun
    head = _head(said)
    lowered = ""
    if not head:
        lowered = next((h for h in _tails(before) if h in _HEADS), "")
        head = lowered
    unit = "" if lowered else next((u for u in _tails(before) if u in UNITS), "")
    person = _person(words, before)
    parts = tuple(text[run.start : run.end] for run in group)
    return Name(start, end, said, parts, head, unit, person, group[0].opens, behind["unit"] if behind else "")


def _head(said: str) -> str:
    """The body's noun a name begins with."""
    return next((b for b in sorted(BODIES, key=len, reverse=True) if said == b or said.startswith(f"{b} ")), "")


def _tails(before: str) -> Iterator[str]:
    """The last words before a name, longest first, in small letters."""
    words = before.split()[-_LONGEST:]
    for n in range(len(words)):
        tail = " ".join(words[n:])
        if tail[1:].islower():  # “Phường Nà Phai” may open a sentence
            yield tail.lower()


def _person(words: list[str], before: str) -> bool:
    if not 2 <= len(words) <= 4 or not all(w[0].isupper() and (len(w) == 1 or not w.isupper()) for w in words):
        return False
    titled = any(tail in TITLES for tail in _tails(before))
    return titled or (words[0] in FAMILY_NAMES and len(words) >= 3)
