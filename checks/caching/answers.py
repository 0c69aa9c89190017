"""Answers found when first asked and remembered for a while: a server that judges texts for weeks stays small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, TypeVar

    K = TypeVar("K")
    V = TypeVar("V")
else:
    K = V = object

WORDS = 1 << 13
"""So many answers about single words are remembered of each kind: what fifty directives that differ ask."""
GROUPS = 1 << 15
"""So many about words side by side; in some 5 MiB of each kind."""
LONGEST = 1_000
"""Characters: a text of 100 KB without a blank is no word that is met again, and eight thousand of them fill a machine."""


class Answers(dict[K, V]):
    """A dictionary that finds what it lacks.

    Once it has found ``room`` answers they are forgotten, all together: to find some again costs less than to know, at
    every look, which was asked for last. Those ``given`` stay.
    """

    room: ClassVar[int] = WORDS

    def __init__(self, given: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        super().__init__(given)
        self._given = len(self)
        self._most = self._given + self.room

    def find(self, asked: K) -> V:
        raise NotImplementedError

    def __missing__(self, asked: K) -> V:
        found = self.find(asked)
        if isinstance(asked, str) and len(asked) > LONGEST:
            return found
        if len(self) >= self._most:
            self.make_room(1)
        self[asked] = found
        return found

    def make_room(self, more: int) -> bool:
        """Forget what was found if ``more`` answers would be too many; tells whether it did."""
        full = len(self) + more > self._most
        if full and not self._given:
            self.clear()
        elif full:
            # One by one: another thread may be asking for one that was given.
            for known in list(self)[self._given :]:
                self.pop(known, None)
        return full
