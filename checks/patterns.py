"""Regular expressions compiled when first needed, and only for texts that hold a word they cannot match without.

Compiling is the dearest part of a cold run: 25 ms for the patterns of one document. ``python -m checks.precompile``
keeps their code beside the .pyc files, where it is found by this very interpreter and by no other; without that file
everything works as well, only later. See docs/decisions/0003-compiled-patterns.md.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

Key = tuple[str, int]
seen: set[Key] = set()
"""What was compiled in this process; ``checks.precompile`` reads it."""


def store() -> Path:
    """Where this interpreter keeps the code of our patterns."""
    return Path(__file__).with_name("__pycache__") / f"patterns.{sys.implementation.cache_tag}.bin"


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, from the stored code where there is some."""
    seen.add((source, int(flags)))
    kept = _stored().get((source, int(flags)))
    if kept is None:
        return re.compile(source, flags)
    import _sre  # type: ignore[import-not-found,unused-ignore]

    state, code, groups, names, by_number = kept
    pattern: re.Pattern[str] = _sre.compile(
        source, state, memoryview(code).cast("I").tolist(), groups, names, by_number
    )
    return pattern


@cache
def _stored() -> dict[Key, tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]]:
    """The stored code; empty where there is none, or it is another interpreter's."""
    import _sre  # type: ignore[import-not-found,unused-ignore]
    import marshal

    try:
        magic, version, kept = marshal.loads(store().read_bytes())  # noqa: S302 - our own cache, trusted as a .pyc is
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    ours = magic == _sre.MAGIC and version == sys.version
    return kept if ours and isinstance(kept, dict) else {}


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
            self._compiled = compiled(self.source, self.flags)
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
