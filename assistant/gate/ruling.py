"""What is said of one claim or name."""

from __future__ import annotations

from typing import Literal, NamedTuple

from assistant.gate.given import Place

Verdict = Literal["found", "misattributed", "stitched", "not-found"]


class Ruling(NamedTuple):
    """What is said of one claim. ``reason`` is a Vietnamese sentence, empty where the claim is found."""

    verdict: Verdict
    reason: str = ""
    place: Place | None = None


def found(place: Place | None) -> Ruling:
    return Ruling("found", "", place)


def stands(place: Place | None, reason: str) -> Ruling:
    """Found at ``place``; not found, for that ``reason``, where there is none."""
    return found(place) if place else Ruling("not-found", reason)
