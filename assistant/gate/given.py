"""What a model was given: the request, this year's text so far, the office's own precedent, those of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from assistant.gate.words import holds, key, plain, splits
from checks.facts.citations import Citation, citations

Kind = Literal["request", "current", "own", "other"]
"""The officer's request; this year's text, made by code; last year's of the same issuer; of another issuer."""


class Place(NamedTuple):
    """Where a fact stands: in which text, and the words around it."""

    id: str
    quote: str


@dataclass(frozen=True)
class Given:
    """One text given to the model. ``local`` are names that belong to its issuer alone, ``theme`` its year's theme."""

    id: str
    text: str
    kind: Kind
    theme: str = ""
    local: tuple[str, ...] = ()

    @property
    def ours(self) -> bool:
        """Do its figures and dates hold for this draft?"""
        return self.kind in ("request", "current")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for line in map(plain, self.text.split("\n")) if line)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for line in self.lines for sentence in splits(line))

    @cached_property
    def plain(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def key(self) -> str:
        return " ".join(key(line) for line in self.lines)

    @cached_property
    def cited(self) -> tuple[Citation, ...]:
        return tuple(citations(self.plain))

    def verbatim(self, words: str) -> Place | None:
        """Where ``words`` stand, whatever their case."""
        needle = key(words)
        at = holds(self.key, needle) if needle else -1
        return Place(self.id, _around(self.key, at, len(needle))) if at >= 0 else None

    def named(self, name: str) -> Place | None:
        """Where a name stands with its capitals, or in a line all in capitals."""
        for form in (name, name.upper()):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", self.plain):
                return Place(self.id, _around(self.plain, match.start(), len(form)))
        return None

    def follows(self, name: str) -> Iterator[str]:
        """What stands right after each place of ``name``."""
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.plain):
            yield self.plain[match.end() : match.end() + 12]


def first(found: Iterable[Place | None]) -> Place | None:
    return next((place for place in found if place), None)


def _around(text: str, at: int, length: int) -> str:
    start, end = max(0, at - 30), min(len(text), at + length + 30)
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
