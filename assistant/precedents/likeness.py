"""How alike two texts are, by a small sketch of each: a draft and what was issued share most of their words."""

from __future__ import annotations

import hashlib
import heapq

from assistant.index.tokens import fold, syllables

SIZE = 256
"""Hashes in a sketch: the likeness it tells is within about 3 points of the true one."""
WORDS = 4
"""Neighbouring syllables hashed together."""
LIKE = 0.6
"""Two texts of one issuer and year that share this much are two versions of one; last year's share less, or other years."""

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The smallest hashes of the text's runs of syllables."""
    words = syllables(fold(text))
    runs = {" ".join(words[n : n + WORDS]) for n in range(max(1, len(words) - WORDS + 1))}
    hashes = (int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)
    return tuple(heapq.nsmallest(SIZE, hashes))


def likeness(one: Sketch, other: Sketch) -> float:
    """From 0 to 1: the share of all their runs that both have."""
    smallest = set(heapq.nsmallest(SIZE, set(one) | set(other)))
    return len(smallest & set(one) & set(other)) / len(smallest) if smallest else 1.0
