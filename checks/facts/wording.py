"""Where a quoted title departs from the known one: words changed, dropped or put in, at their places."""

from __future__ import annotations

from checks.finding import Span
from checks.language.syllables import KEYS
from checks.patterns import Pattern
from checks.values import NamedTuple

_WORD = Pattern(r"[^\W_]+")
# Marks that end a title when the words stop matching there: “…; Chỉ thị số”, “…” và”, “… .”
_CLOSES = frozenset(';.”"\n')
GAP = 4
"""So many words may be changed, put in or dropped at one place; more is another title."""
AGREE = 2
"""So many words must match again behind a change."""

MOST = 0.6
"""So much of a title tells it from others that begin alike: “tăng cường sự lãnh đạo của Đảng đối với công tác …”."""

YEAR = 4
"""Figures of a year."""


class Difference(NamedTuple):
    """``span`` of the text should read ``right``; ``case`` when only capitals differ."""

    span: Span
    right: str
    case: bool


class Comparison(NamedTuple):
    """How far a text follows a title."""

    differences: tuple[Difference, ...]
    share: float
    """Matched words over the words of the title that the text reached."""
    matched: int
    end: int
    """Where the text stops following the title."""
    parted: bool = False
    """The text goes on in other words before it has said most of the title."""


def compare(text: str, start: int, end: int, title: str) -> Comparison:
    """Follow ``title`` through ``text[start:end]``, word by word; a text that breaks off early is no difference."""
    has = [m.span() for m in _WORD.finditer(text, start, end)]
    wants = [m.span() for m in _WORD.finditer(title)]
    said = [text[a:b] for a, b in has]
    right = [title[a:b] for a, b in wants]
    found: list[Difference] = []
    i = j = matched = 0
    stop, parted = start, False
    while i < len(said) and j < len(right):
        if _same(said[i], right[j]):
            if (
                said[i][0].isupper() != right[j][0].isupper() and matched
            ):  # the first word may open a sentence or a quotation
                found.append(Difference(Span(*has[i]), right[j], case=True))
            matched += 1
            stop = has[i][1]
            i, j = i + 1, j + 1
            continue
        if i and _CLOSES & set(text[has[i - 1][1] : has[i][0]].replace("\n\n", " " if said[i][:1].islower() else "\n")):
            break
        jump = _realign(said[i:], right[j:]) or _last_years(said[i:], right[j:])
        if jump is None:
            parted = matched < MOST * len(right)
            break
        a, b = jump
        if not (a == 1 and _shortened(said[i], right[j : j + b])):
            found.append(_difference(title, has, wants, (i, i + a), (j, j + b)))
        i, j = i + a, j + b
    return Comparison(tuple(found), matched / max(1, j), matched, stop, parted)


def _same(one: str, other: str) -> bool:
    """The same word, wherever its tone mark stands (“hoá”, “hóa”), the same figure with or without its zero (“05 năm”)?"""
    if one.isdigit() and other.isdigit():
        return one.lstrip("0") == other.lstrip("0")
    return KEYS[one.lower()] == KEYS[other.lower()]


def _shortened(said: str, right: list[str]) -> bool:
    """“TTHC” for “thủ tục hành chính”: the office's way of writing, no other title."""
    return len(said) > 1 and said.isupper() and said == "".join(word[0] for word in right).upper()


def _realign(said: list[str], right: list[str]) -> tuple[int, int] | None:
    """The fewest words to pass over on both sides until they agree again."""
    low = [KEYS[word.lower()] for word in said[: GAP + AGREE + 1]]
    want = [KEYS[word.lower()] for word in right[: GAP + AGREE + 1]]
    for size in range(1, 2 * GAP + 1):
        for a in range(max(0, size - GAP), min(size, GAP) + 1):
            b = size - a
            tail = want[b : b + AGREE]
            if len(tail) == AGREE and low[a : a + AGREE] == tail:
                return a, b
    return None


def _last_years(said: list[str], right: list[str]) -> tuple[int, int] | None:
    """The years a title ends with, changed: “giai đoạn 2021 - 2025” for “2021 - 2030”. Nothing behind them can agree."""
    size = len(right)
    figures = all(word.isdigit() and len(word) == YEAR for word in (*right, *said[:size]))
    return (size, size) if figures and len(said) >= size else None


def _difference(
    title: str,
    has: list[tuple[int, int]],
    wants: list[tuple[int, int]],
    said: tuple[int, int],
    right: tuple[int, int],
) -> Difference:
    """The words ``said`` of the text against the words ``right`` of the title; a gap takes in the word behind it."""
    if said[0] == said[1] or right[0] == right[1]:
        said, right = (said[0], said[1] + 1), (right[0], right[1] + 1)
    span = Span(has[said[0]][0], has[said[1] - 1][1])
    return Difference(span, title[wants[right[0]][0] : wants[right[1] - 1][1]], case=False)
