"""What changed between two texts, word by word: the repairs that make one of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from checks.finding import Span

_WORD = re.compile(r"\w+|\W")


class Repair(NamedTuple):
    """Put `replacement` in place of what stands at `span`."""

    span: Span
    replacement: str


def changes(before: str, after: str) -> tuple[Repair, ...]:
    """The repairs of whole words that make `after` of `before`, in reading order."""
    old, new = before.split("\n"), after.split("\n")
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line) + 1)
    found: list[Repair] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if j - i == m - k:
            for n in range(j - i):
                found += _words(old[i + n], new[k + n], starts[i + n])
        else:
            # Whole lines with the line end that parts them from a neighbour.
            first, last = (i, j) if j < len(old) else (max(i - 1, 0), j)
            low, high = (k, m) if j < len(old) else (max(k - 1, 0), m)
            ended = "\n" if j < len(old) else ""
            was, now = ("".join(f"{line}\n" for line in part) for part in (old[first:last], new[low:high]))
            if not ended:
                was, now = was[:-1], now[:-1]
            found += _words(was, now, starts[first])
    return tuple(found)


def core(text: str, repair: Repair) -> Repair:
    """The repair without the words that it leaves as they are at its two ends."""
    old = _WORD.findall(text[slice(*repair.span)])
    new = _WORD.findall(repair.replacement)
    limit = min(len(old), len(new))
    head = next((n for n in range(limit) if old[n] != new[n]), limit)
    tail = next((n for n in range(limit - head) if old[-1 - n] != new[-1 - n]), limit - head)
    start = repair.span.start + sum(map(len, old[:head]))
    end = repair.span.end - sum(map(len, old[len(old) - tail :]))
    return Repair(Span(start, end), "".join(new[head : len(new) - tail]))


def _words(old: str, new: str, at: int) -> Iterator[Repair]:
    words, others = _WORD.findall(old), _WORD.findall(new)
    ends = [at]
    for word in words:
        ends.append(ends[-1] + len(word))
    for tag, i, j, k, m in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Repair(Span(ends[i], ends[j]), "".join(others[k:m]))
