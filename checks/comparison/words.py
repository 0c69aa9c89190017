"""Two passages compared word by word: compound words stay whole, punctuation and capitals say nothing.

Common runs are found by their unique pairs of words, as patience diff does: its cost grows with the text,
not with its square, and it never matches a lone “và” across a rewritten sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checks.finding import Span
from checks.language.lexicon import data_lines
from checks.language.syllables import KEYS

WORD = re.compile(r"\d+(?:[.,/]\d+)*%?|[^\W\d_]+")
RUN = 3
"""So many words in a row are wording taken over, fewer are chance."""
GAP = 2
"""Changes with at most so many kept words between them are one change for a reader."""
SMALL = 24
"""Below so many words on a side the longest common subsequence is computed outright."""


BOUND = 2
"""Two syllables that so many phrases of the office write together are a word to a reader."""
DICTIONARY = 1000


class Words(NamedTuple):
    """The words of a passage: folded, and their places in the document."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]


class Edit(NamedTuple):
    """One change for a reader; an empty span where words were only added or only left out."""

    before: Span
    after: Span


class Difference(NamedTuple):
    """``verbatim``: share of the words of the second passage taken over from the first in runs, 0 to 1."""

    edits: tuple[Edit, ...]
    verbatim: float


def words(text: str, span: Span) -> Words:
    """The words of ``text[span]``."""
    found = list(WORD.finditer(text, *span))
    return Words(tuple(folded(m[0]) for m in found), tuple(Span(*m.span()) for m in found))


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """Small letters, one placement of the tone mark: “Hoà” and “hòa” are one word."""
    return KEYS[word.lower()]


def difference(one: Words, other: Words) -> Difference:
    """What turns ``one`` into ``other``."""
    if one.keys == other.keys:
        return Difference((), 1.0)
    runs = _runs(one.keys, other.keys)
    taken = sum(size for _, _, size in runs if size >= RUN)
    total = len(other.keys)
    return Difference(tuple(_edits(one, other, runs)), taken / total if total else 0.0)


def _runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Maximal common runs in order, as (start in a, start in b, length)."""
    out: list[tuple[int, int, int]] = []
    work = [(0, len(a), 0, len(b))]
    while work:
        a0, a1, b0, b1 = work.pop()
        head = 0
        while a0 + head < a1 and b0 + head < b1 and a[a0 + head] == b[b0 + head]:
            head += 1
        if head:
            out.append((a0, b0, head))
            a0, b0 = a0 + head, b0 + head
        tail = 0
        while a0 < a1 - tail and b0 < b1 - tail and a[a1 - tail - 1] == b[b1 - tail - 1]:
            tail += 1
        if tail:
            out.append((a1 - tail, b1 - tail, tail))
            a1, b1 = a1 - tail, b1 - tail
        if a0 >= a1 or b0 >= b1:
            continue
        anchors = _anchors(a, b, (a0, a1, b0, b1))
        if not anchors:
            if a1 - a0 <= SMALL and b1 - b0 <= SMALL:
                out += _common(a, b, (a0, a1, b0, b1))
            continue
        at_a, at_b = a0, b0
        for i, j in anchors:
            if i < at_a or j < at_b:
                continue
            work.append((at_a, i, at_b, j))
            at_a, at_b = i, j
        work.append((at_a, a1, at_b, b1))
    return _joined(sorted(out))


def _anchors(a: Sequence[str], b: Sequence[str], part: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Places of word pairs that occur once on each side, in an order common to both."""
    a0, a1, b0, b1 = part
    once_a, once_b = _once(a, a0, a1), _once(b, b0, b1)
    pairs = sorted((i, once_b[pair]) for pair, i in once_a.items() if i >= 0 and once_b.get(pair, -1) >= 0)
    kept = increasing([j for _, j in pairs])
    chosen = [pairs[k] for k in kept]
    return [(i, j) for i, j in chosen if (i, j) != (a0, b0)]


def _once(keys: Sequence[str], start: int, end: int) -> dict[tuple[str, str], int]:
    """Where each pair of words stands; -1 for a pair that stands more than once."""
    found: dict[tuple[str, str], int] = {}
    for i in range(start, end - 1):
        pair = (keys[i], keys[i + 1])
        found[pair] = -1 if pair in found else i
    return found


def increasing(numbers: Sequence[int]) -> list[int]:
    """Indices of a longest strictly increasing subsequence."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        place = bisect_left(ends, number)
        before.append(at[place - 1] if place else -1)
        if place == len(ends):
            ends.append(number)
            at.append(i)
        else:
            ends[place], at[place] = number, i
    out = []
    i = at[-1] if at else -1
    while i >= 0:
        out.append(i)
        i = before[i]
    return out[::-1]


def _common(a: Sequence[str], b: Sequence[str], part: tuple[int, int, int, int]) -> list[tuple[int, int, int]]:
    """Longest common subsequence of two short stretches, word by word."""
    a0, a1, b0, b1 = part
    if not set(a[a0:a1]) & set(b[b0:b1]):
        return []
    best = [[0] * (b1 - b0 + 1) for _ in range(a1 - a0 + 1)]
    for i in range(a1 - a0 - 1, -1, -1):
        for j in range(b1 - b0 - 1, -1, -1):
            best[i][j] = best[i + 1][j + 1] + 1 if a[a0 + i] == b[b0 + j] else max(best[i + 1][j], best[i][j + 1])
    out, i, j = [], 0, 0
    while i < a1 - a0 and j < b1 - b0:
        if a[a0 + i] == b[b0 + j]:
            out.append((a0 + i, b0 + j, 1))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return out


def _joined(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    out: list[tuple[int, int, int]] = []
    for i, j, size in runs:
        if out and out[-1][0] + out[-1][2] == i and out[-1][1] + out[-1][2] == j:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + size)
        else:
            out.append((i, j, size))
    return out


def _edits(one: Words, other: Words, runs: list[tuple[int, int, int]]) -> list[Edit]:
    """The stretches between the runs, widened to whole compounds and joined where little stands between."""
    ends = [(0, 0), *((i + n, j + n) for i, j, n in runs)]
    starts = [*((i, j) for i, j, _ in runs), (len(one.keys), len(other.keys))]
    changed: list[tuple[int, int, int, int]] = []
    for (i0, j0), (i1, j1) in zip(ends, starts, strict=True):
        if (i0, j0) == (i1, j1):
            continue
        if i0 == i1:
            back = _slide(other, j0, j1)
            i0, i1, j0, j1 = i0 - back, i1 - back, j0 - back, j1 - back
        elif j0 == j1:
            back = _slide(one, i0, i1)
            i0, i1, j0, j1 = i0 - back, i1 - back, j0 - back, j1 - back
        if _torn(one.keys, i0) or _torn(other.keys, j0):
            i0, j0 = max(i0 - 1, 0), max(j0 - 1, 0)
        if _torn(one.keys, i1) or _torn(other.keys, j1):
            i1, j1 = min(i1 + 1, len(one.keys)), min(j1 + 1, len(other.keys))
        if changed and i0 - changed[-1][1] <= GAP and j0 - changed[-1][3] <= GAP:
            i0, j0 = changed[-1][0], changed[-1][2]
            changed.pop()
        changed.append((i0, i1, j0, j1))
    return [Edit(_place(one, i0, i1), _place(other, j0, j1)) for i0, i1, j0, j1 in changed]


def _slide(passage: Words, start: int, end: int) -> int:
    """How far an insertion may be read earlier, so that it begins after a comma: “; có từ 03 khu dân cư trở lên”."""
    back = 0
    while back < start and passage.keys[start - back - 1] == passage.keys[end - back - 1]:
        back += 1
        at = start - back
        if at == 0 or passage.spans[at].start - passage.spans[at - 1].end > 1:
            return back
    return 0


def _torn(keys: Sequence[str], at: int) -> bool:
    """Would a cut before word ``at`` tear a compound: between “tổ” and “chức”, but not between “đại hội” and “đảng bộ”?"""
    if not 0 < at < len(keys):
        return False
    own = _bond(keys[at - 1], keys[at])
    if own < BOUND:
        return False
    before = _bond(keys[at - 2], keys[at - 1]) if at > 1 else 0
    after = _bond(keys[at], keys[at + 1]) if at + 1 < len(keys) else 0
    return own > max(before, after)


@lru_cache(maxsize=1 << 14)
def _bond(one: str, other: str) -> int:
    """How firmly two syllables hang together: a word of the dictionary most, else by how many phrases know the pair."""
    if f" {other} " in _tails().get(one, ""):
        return DICTIONARY
    return _phrases().count(f" {one} {other} ")


def bonded(one: str, other: str) -> bool:
    """Are two folded syllables a word of the dictionary?"""
    return _bond(one, other) == DICTIONARY


@lru_cache(maxsize=1)
def _tails() -> dict[str, str]:
    return {
        folded(head): f" {tails} " for head, _, tails in (line.partition(" ") for line in data_lines("compounds.txt"))
    }


@lru_cache(maxsize=1)
def _phrases() -> str:
    """The phrases of the office as folded syllables, one line each."""
    lines = (WORD.findall(line) for line in data_lines("phrases.txt"))
    return "\n".join(f" {' '.join(map(folded, line))} " for line in lines)


def _place(passage: Words, start: int, end: int) -> Span:
    if start < end:
        return Span(passage.spans[start].start, passage.spans[end - 1].end)
    at = passage.spans[start].start if start < len(passage.spans) else (passage.spans[-1].end if passage.spans else 0)
    return Span(at, at)
