"""The claims of what was given, read once."""

from __future__ import annotations

from functools import lru_cache

from assistant.gate.claims import Claim, claims
from assistant.gate.given import Given


def claims_of(source: Given) -> list[Claim]:
    return [claim for line in source.lines for claim in claims_in(line)]


@lru_cache(maxsize=8192)
def claims_in(line: str) -> tuple[Claim, ...]:
    """The claims of a line; a section is judged sentence by sentence against the same lines."""
    return tuple(claims(line))
