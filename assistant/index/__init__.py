"""The index of sections: what any search engine of ours must do, and the values it takes and gives.

The files of the corpus are the truth; an index is a cache that may be lost and built again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from checks.finding import Span


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """One section of one precedent, as it is searched. ``stamp`` changes whenever the precedent does."""

    precedent_id: str
    position: int
    role: str
    heading: str
    text: str
    issuer: str
    level: str
    province: str
    year: int | None
    kind: str
    stamp: str = ""
    title: str = ""

    @property
    def about(self) -> str:
        """What the whole document is, searched with each of its sections: whose, of what year, on what."""
        return f"{self.issuer}. {self.kind} {self.year or ''}. {self.title}"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be. None asks nothing; names are compared without case and diacritics.

    ``issuer`` may be a part of the name (“Lạng Hà”); the others are the whole value.
    """

    issuer: str | None = None
    level: str | None = None
    province: str | None = None
    year: int | None = None
    kind: str | None = None
    role: str | None = None


ALL = Filters()


@dataclass(frozen=True, slots=True)
class Near:
    """For whom one searches: hits of this issuer, this province, near this year, of this role rank higher."""

    issuer: str = ""
    province: str = ""
    year: int | None = None
    role: str = ""


NOBODY = Near()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the section found; ``marks`` are the matched words, as spans of ``text``."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A section found. ``why`` names in Vietnamese what ranked it higher besides its words."""

    record: SectionRecord
    score: float
    why: tuple[str, ...]
    snippet: Snippet


class IndexDamaged(Exception):  # noqa: N818 a state of the index, not a mistake of the caller
    """The index cannot be read any more; opened again it is empty, to be filled from the precedents."""


class IndexBusy(Exception):  # noqa: N818 a state of the index, not a mistake of the caller
    """Another process writes longer than one waits; nothing was changed."""


class Index(Protocol):
    """A search engine over sections. Several processes may use one index at the same time."""

    def add(self, records: Iterable[SectionRecord]) -> None:
        """Hold these sections. All records of a precedent come in one call and replace what was held of it.

        When the call returns, the records survive the death of the process.
        """

    def remove(self, precedent_id: str) -> None:
        """Forget the sections of this precedent; nothing happens when there are none."""

    def clear(self) -> None:
        """Forget everything."""

    def search(self, query: str, filters: Filters = ALL, limit: int = 10, near: Near = NOBODY) -> list[Hit]:
        """The best sections for ``query``, best first; none when the query has no word known here."""

    def stamps(self) -> dict[str, str]:
        """Precedent id → stamp of everything held."""

    def count(self) -> int:
        """How many sections are held."""

    def close(self) -> None:
        """Let go of files and connections."""
