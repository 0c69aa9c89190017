"""Targets a person has paired, or parted, by hand: frozen values that come before the automatic pairing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from checks.comparison.words import WORD, folded
from checks.errors import UserError
from checks.facts.indicators import Indicator
from checks.facts.units import normal

LIMIT = 10_000
"""More pairs than an office decides in its lifetime."""


class Pair(NamedTuple):
    """“name this year” is “name last year”, in ``unit``; an empty name says that the other has no partner."""

    current: str
    previous: str
    unit: str


class Decided(NamedTuple):
    """What the pairs say of two years. ``pairs``: index this year → index last year; ``alone``: indices without partner."""

    pairs: dict[int, int]
    alone_current: frozenset[int]
    alone_previous: frozenset[int]


NOTHING = Decided({}, frozenset(), frozenset())


def decided(pairs: Iterable[Pair], previous: Sequence[Indicator], current: Sequence[Indicator]) -> Decided:
    """The pairs that concern these targets, never across units; of targets with one name the first to the first."""
    found: dict[int, int] = {}
    alone: tuple[set[int], set[int]] = (set(), set())
    for pair in dict.fromkeys(pairs):
        after = [j for j, one in enumerate(current) if _is(one, pair.current, pair.unit)]
        before = [i for i, one in enumerate(previous) if _is(one, pair.previous, pair.unit)]
        if not pair.previous:
            alone[0].update(after)
        elif not pair.current:
            alone[1].update(before)
        free = [i for i in before if i not in found.values()]
        for j, i in zip((j for j in after if j not in found), free, strict=False):
            found[j] = i
    parted = frozenset(alone[0] - found.keys()), frozenset(alone[1] - set(found.values()))
    return Decided(found, *parted)


def added(pairs: Iterable[Pair], one: Pair) -> tuple[Pair, ...]:
    """``pairs`` with ``one``, the newest first, instead of what was said before of either of its targets."""
    rest = (
        p
        for p in pairs
        if _key(p.unit) != _key(one.unit) or not (_meets(p.current, one.current) or _meets(p.previous, one.previous))
    )
    return (one, *rest)  # fmt: skip


def to_json(pairs: Iterable[Pair]) -> str:
    """``{"schema": 1, "pairs": [{"current", "previous", "unit"}]}``."""
    return json.dumps({"schema": 1, "pairs": [p._asdict() for p in pairs]}, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str, name: str) -> tuple[Pair, ...]:
    """What ``to_json`` wrote. Raises UserError where ``text``, from the file ``name``, is something else."""
    try:
        listed = json.loads(text)["pairs"]
        pairs = tuple(Pair(one["current"], one["previous"], one["unit"]) for one in listed[:LIMIT])
        if not all(isinstance(part, str) for pair in pairs for part in pair):
            raise TypeError(name)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UserError(
            f"Không đọc được tệp ghép chỉ tiêu {name}: tệp phải là JSON có danh sách “pairs”, "
            "mỗi mục gồm “current”, “previous” và “unit”."
        ) from error
    return tuple(pair for pair in pairs if pair.current or pair.previous)


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs kept in the file ``path``. Raises UserError where it cannot be read or is something else."""
    try:
        return from_json(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"Không đọc được tệp ghép chỉ tiêu {path}: hãy kiểm tra đường dẫn và quyền đọc, hoặc bỏ --pairs."
        ) from error


def _is(one: Indicator, name: str, unit: str) -> bool:
    return bool(name) and _key(one.name) == _key(name) and normal(one.unit) == normal(unit)


def _meets(one: str, other: str) -> bool:
    return bool(one) and _key(one) == _key(other)


def _key(name: str) -> tuple[str, ...]:
    return tuple(folded(m[0]) for m in WORD.finditer(name)) or (name.strip(),)
