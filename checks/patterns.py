"""Regular expressions compiled when first needed, and only for texts that hold a word they cannot match without."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

LONG = 3_000
"""Characters of a text that is asked for words by way of its vocabulary."""


class Pattern:
    """A pattern with the literals it needs: without any of ``needs`` in the text, nothing is compiled or searched.

    Where every match has one of ``hooks`` at most ``back`` characters behind its start, it is tried there only: an
    expression that does not begin with a literal is otherwise tried at every character.
    """

    __slots__ = ("_compiled", "back", "flags", "hooks", "needs", "source")

    def __init__(
        self,
        source: str,
        *,
        needs: str | tuple[str, ...] = (),
        flags: int = 0,
        hooks: tuple[str, ...] = (),
        back: int = 0,
    ) -> None:
        self.source = source
        self.needs = (needs,) if isinstance(needs, str) else needs
        self.flags = flags
        self.hooks, self.back = hooks, back
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    def possible(self, text: str) -> bool:
        """Could the pattern match in ``text``?"""
        if not self.needs:
            return True
        long = len(text) > LONG
        for word in self.needs:  # noqa: SIM110 - any() over a generator costs three times as much
            if (not long or vocabulary(text)[_heart(word)]) and word in text:
                return True
        return False

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if self.hooks:
            hooks = self.hooks if self.possible(text) else ()
            if end - start > LONG < len(text):
                met = vocabulary(text)
                hooks = tuple([hook for hook in hooks if met[_heart(hook)]])
            places = sorted([at for hook in hooks for at in occurrences(hook, text, start, end)])
            return self.behind(places, self.back, text, start, end) if places else iter(())
        return self.compiled.finditer(text, start, end) if self.possible(text) else iter(())

    def behind(
        self, places: Iterable[int], back: int, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """What ``finditer`` gives, if every match begins at most ``back`` characters before one of ``places`` (sorted)."""
        match, done = self.compiled.match, start
        for place in places:
            for at in range(max(done, place - back), place + 1):
                found = match(text, at, end)
                if found:
                    yield found
                    done = max(found.end(), at + 1)
                    break

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self.hooks:
            return next(self.finditer(text, start, end), None)
        return self.compiled.search(text, start, end) if self.possible(text) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.compiled.sub(replacement, text) if self.possible(text) else text


def occurrences(part: str, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[int]:
    """Where ``part`` begins between ``start`` and ``end``."""
    at = text.find(part, start, end)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, end)


class Vocabulary(dict[str, bool]):
    """Whether a piece without blanks stands in a text: every word once is a third as long, and many ask for one piece.

    A piece between blanks is all that stands between two in the text.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = set(text.split())
        self._joined = "\n".join(self._words)

    def __missing__(self, piece: str) -> bool:
        self[piece] = found = piece[1:-1] in self._words if piece[:1] == " " else piece in self._joined
        return found


@lru_cache(maxsize=4)
def vocabulary(text: str) -> Vocabulary:
    return Vocabulary(text)


@cache
def _heart(part: str) -> str:
    """The longest piece of ``part`` between blanks, else without any: a vocabulary has it if the text has ``part``."""
    whole = max(part.split(" ")[1:-1], key=len, default="")
    return f" {whole} " if whole else max(part.split(), key=len, default="")
