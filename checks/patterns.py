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
        words = vocabulary(text) if len(text) > LONG else None
        for word in self.needs:  # noqa: SIM110 - any() over a generator costs three times as much
            if word in text if words is None else words[word]:
                return True
        return False

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if self.hooks:
            hooks = self.hooks if self.possible(text) else ()
            if end - start > LONG < len(text):
                words = vocabulary(text)
                met = [hook for hook in hooks if words[hook]]
                places = [at for hook in met for at in words.places(hook) if start <= at <= end - len(hook)]
            else:
                places = [at for hook in hooks for at in occurrences(hook, text, start, end)]
            return self.behind(sorted(places), self.back, text, start, end) if places else iter(())
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
    """Whether a piece stands in a text, and where: many ask for one piece. Its words, every one once, are a third as long."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._words = set(text.split())
        self._joined = "\n".join(self._words)
        self._places: dict[str, list[int]] = {}

    def __missing__(self, piece: str) -> bool:
        # A piece between blanks is all that stands between two in the text.
        heart = _heart(piece)
        met = heart[1:-1] in self._words if heart[:1] == " " else heart in self._joined
        self[piece] = found = met and piece in self._text
        return found

    def places(self, piece: str) -> list[int]:
        """Where a piece that stands in the text begins."""
        if piece not in self._places:
            self._places[piece] = list(occurrences(piece, self._text))
        return self._places[piece]


@lru_cache(maxsize=4)
def vocabulary(text: str) -> Vocabulary:
    return Vocabulary(text)


@cache
def _heart(part: str) -> str:
    """The longest piece of ``part`` between blanks, else without any: a vocabulary has it if the text has ``part``."""
    whole = max(part.split(" ")[1:-1], key=len, default="")
    return f" {whole} " if whole else max(part.split(), key=len, default="")
