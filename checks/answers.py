"""Answers found when first asked and remembered while there is room: a server that judges texts for weeks stays small."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

ROOM = 1 << 15
"""So many answers are remembered of each kind: what fifty directives that differ ask, in some 5 MiB."""


class Answers(dict[K, V]):
    """A dictionary that finds what it lacks."""

    def find(self, asked: K) -> V:
        raise NotImplementedError

    def __missing__(self, asked: K) -> V:
        found = self.find(asked)
        if len(self) < ROOM:
            self[asked] = found
        return found
