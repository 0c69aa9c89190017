"""Two changes of one text made at the same time become one text: what a hand has typed stays, the rest comes in beside it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class _Change(NamedTuple):
    """Lines ``start`` to ``stop`` of the base became ``lines``."""

    start: int
    stop: int
    lines: tuple[str, ...]


def joined(base: str, typed: str, other: str) -> tuple[str, bool]:
    """``base`` with both changes, line by line; True where they met: there the typed lines stand alone."""
    lines = base.splitlines()
    hand = _changes(lines, typed.splitlines())
    met = False
    kept = list(hand)
    for change in _changes(lines, other.splitlines()):
        if change in hand:
            continue
        if any(_meet(change, one) for one in hand):
            met = True
        else:
            kept.append(change)
    out: list[str] = []
    at = 0
    # An insertion stands behind what was put in the place of the lines before it.
    for change in sorted(kept, key=lambda one: (one.start, one.stop)):
        out += [*lines[at : change.start], *change.lines]
        at = change.stop
    return "\n".join([*out, *lines[at:]]), met


def _changes(old: Sequence[str], new: Sequence[str]) -> list[_Change]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Change(a, b, tuple(new[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _meet(one: _Change, two: _Change) -> bool:
    if one.start == one.stop and two.start == two.stop:
        return False
    return one.start < two.stop and two.start < one.stop
