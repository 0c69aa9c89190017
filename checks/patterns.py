"""Regular expressions compiled when first needed, and only for texts that hold a word they cannot match without."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


class Pattern:
    """A pattern with the literals it needs: without any of ``needs`` in the text, nothing is compiled or searched."""

    __slots__ = ("_compiled", "flags", "needs", "source")

    def __init__(self, source: str, *, needs: str | tuple[str, ...] = (), flags: int = 0) -> None:
        self.source = source
        self.needs = (needs,) if isinstance(needs, str) else needs
        self.flags = flags
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
        for word in self.needs:  # noqa: SIM110 - any() over a generator costs three times as much
            if word in text:
                return True
        return False

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start, end) if self.possible(text) else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.search(text, start, end) if self.possible(text) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text)

    def sub(self, replacement: str, text: str) -> str:
        return self.compiled.sub(replacement, text) if self.possible(text) else text
