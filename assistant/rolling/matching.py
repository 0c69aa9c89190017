"""Which target of last year a target of this year continues: by the words of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.index.tokens import fold, syllables
from assistant.request import Target
from checks.document import Document
from checks.facts.indicators import Indicator

ALIKE = 0.62
"""Two names are of one target from this share of common words on."""
_EMPTY = frozenset(
    (
        *("ty", "le", "so", "muc", "tong", "dat", "tang", "giam", "tren", "dia", "ban", "toan", "tinh", "xa", "phuong"),
        *("huyen", "duoc", "cua", "va", "cac", "nhung", "co", "cho", "tu", "tro", "len", "duoi", "it", "nhat", "nam"),
        *("phan", "dau", "chi", "tieu"),
    )
)


class Asked(NamedTuple):
    """A target of the request: a table, or a line in the office's own words."""

    name: str
    unit: str
    target: Target | None
    line: str
    order: int


def asked(items: Sequence[Target | str]) -> list[Asked]:
    return [
        Asked(item.name, item.unit, item, "", i) if isinstance(item, Target) else Asked(*_read(item), None, item, i)
        for i, item in enumerate(items)
    ]


def matched(new: Sequence[Asked], old: Sequence[Indicator]) -> dict[int, Indicator]:
    """For each place in ``new`` the indicator it continues; every indicator is taken once, the likest pair first."""
    pairs = [
        (alike(ask, indicator), -ask.order, -i)
        for ask in new
        for i, indicator in enumerate(old)
    ]  # fmt: skip
    found: dict[int, Indicator] = {}
    taken: set[int] = set()
    for score, order, i in sorted(pairs, reverse=True):
        if score >= ALIKE and -order not in found and -i not in taken:
            found[-order] = old[-i]
            taken.add(-i)
    return found


def alike(ask: Asked, indicator: Indicator) -> float:
    """0 to 1; a name that only adds words (“… trên địa bàn tỉnh”) stays close, another unit costs."""
    names = [indicator.name]
    if indicator.scope:
        names.append(f"{indicator.scope} {indicator.name}")
    score = max(_common(ask.name, name) for name in names)
    if ask.unit and indicator.unit and fold(ask.unit) != fold(indicator.unit):
        score -= 0.12
    return score


def _common(one: str, other: str) -> float:
    if fold(one) == fold(other):
        return 1.0
    a, b = _words(one), _words(other)
    if not a or not b:
        return 0.0
    both = len(a & b)
    return 0.5 * both / min(len(a), len(b)) + 0.5 * both / len(a | b)


def _words(name: str) -> frozenset[str]:
    words = [w for w in syllables(fold(name)) if not w[0].isdigit()]
    telling = [w for w in words if w not in _EMPTY]
    return frozenset(telling or words)


def _read(line: str) -> tuple[str, str]:
    """Name and unit of the first target a line states; its words up to the first figure where none is read."""
    first = next(iter(Document.parse(f"1. Chỉ tiêu\n\n- {line}").indicators), None)
    if first:
        return first.name, first.unit
    return re.split(r"\d", line)[0].strip(" -–+•:") or line, ""
