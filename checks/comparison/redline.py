"""This year's text as tracked changes in last year's Word file: paragraphs aligned first, then words inside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from typing import NamedTuple

from checks.comparison.words import WORD, folded
from checks.finding import Span
from checks.word.changes import Repair, changes
from checks.word.places import places
from checks.word.revise import Revised, revised

ALIKE = 0.5
"""Share of common words from which two paragraphs are one, reworded."""
MANY = 40_000
"""Pairs of paragraphs looked at between two that stayed; beyond that what stands between is taken out and put in."""


class _Line(NamedTuple):
    span: Span
    text: str
    words: Counter[str]


def redline(data: bytes, after: str, date: datetime, *, author: str, name: str = "văn bản.docx") -> Revised:
    """``data``, a .docx, with all that makes ``after`` of it tracked; what Word cannot track is a comment.

    Raises UserError for what is no Word file.
    """
    found = places(data, name)
    return revised(found, data, repairs(found.text, after), (), author, date)


def repairs(before: str, after: str) -> list[Repair]:
    """What makes ``after`` of ``before``: whole paragraphs put in or taken out, words changed within the others."""
    old, new = _lines(before), _lines(after)
    out: list[Repair] = []
    i = k = 0
    for j, m in [*_pairs(old, new), (len(old), len(new))]:
        if k < m:
            at = _next_line(before, old[i - 1].span.end) if i else 0
            out.append(Repair(Span(at, at), "".join(f"{line.text}\n" for line in new[k:m])))
        out += (Repair(Span(line.span.start, _next_line(before, line.span.end)), "") for line in old[i:j])
        if j < len(old):
            start = old[j].span.start
            out += (
                Repair(Span(span.start + start, span.end + start), text)
                for span, text in changes(old[j].text, new[m].text)
            )
        i, k = j + 1, m + 1
    return out


def _lines(text: str) -> list[_Line]:
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            bare = line.strip()
            words = Counter(folded(match[0]) for match in WORD.finditer(bare))
            out.append(_Line(Span(start, start + len(bare)), bare, words))
        at += len(line) + 1
    return out


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _pairs(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Paragraphs that are one, in an order common to both."""
    same = SequenceMatcher(None, [line.text for line in old], [line.text for line in new], autojunk=False)
    i = k = 0
    for j, m, size in same.get_matching_blocks():
        yield from _reworded(old, new, (i, j), (k, m))
        yield from ((j + n, m + n) for n in range(size))
        i, k = j + size, m + size


def _reworded(
    old: Sequence[_Line], new: Sequence[_Line], before: tuple[int, int], after: tuple[int, int]
) -> list[tuple[int, int]]:
    """Between two places that stayed, the pairs of reworded paragraphs that together have most in common."""
    if (before[1] - before[0]) * (after[1] - after[0]) > MANY:
        return []
    # Heaviest chain of pairs, growing in both; `ends` keeps, for each last index in `new`, only sums that rise.
    chains: list[tuple[float, tuple[tuple[int, int], ...]]] = []
    ends: list[int] = []
    for i in range(*before):
        fresh = []
        for k in range(*after):
            share = _share(old[i], new[k])
            if share >= ALIKE:
                at = bisect_left(ends, k)
                sum_, chain = chains[at - 1] if at else (0.0, ())
                fresh.append((k, sum_ + share, (*chain, (i, k))))
        for k, sum_, chain in fresh:
            at = bisect_left(ends, k)
            if at and chains[at - 1][0] >= sum_:
                continue
            stop = at
            while stop < len(ends) and chains[stop][0] <= sum_:
                stop += 1
            ends[at:stop], chains[at:stop] = [k], [(sum_, chain)]
    return list(chains[-1][1]) if chains else []


def _share(one: _Line, other: _Line) -> float:
    total = one.words.total() + other.words.total()
    return 2 * (one.words & other.words).total() / total if total else 0.0
