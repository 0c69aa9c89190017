"""Which target of last year a target of this year continues: by the words of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.index.tokens import fold, key
from assistant.request import Target
from checks.document import Document
from checks.facts.indicators import Indicator
from checks.facts.units import SHARES

FIRST_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?(?:\s?[-–]\s?\d[\d.]*(?:,\d+)?)?")
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
    value: Decimal | None = None

    @property
    def figure(self) -> str:
        """The one figure that a line in the office's own words gives its target, as it is written; none where it says more.

        “Số giường bệnh trên 10.000 dân đạt 33 giường” gives 33: the 10.000 belongs to the name.
        """
        found = FIRST_FIGURE.findall(self.line.replace(self.name, " ", 1))
        return found[0] if self.value is not None and len(found) == 1 else ""


def asked(items: Sequence[Target | str]) -> list[Asked]:
    return [
        Asked(item.name, item.unit, item, "", i, item.value) if isinstance(item, Target) else _read(item, i)
        for i, item in enumerate(items)
    ]


def matched(new: Sequence[Asked], old: Sequence[Indicator]) -> dict[int, Indicator]:
    """For each place in ``new`` the indicator it continues; every indicator is taken once, the likest pair first.

    Of two with one name (“dịch vụ tăng 9%”, “dịch vụ 38%”) the one whose figure is nearer.
    """
    pairs = [
        (alike(ask, indicator), _nearness(ask, indicator), -ask.order, -i)
        for ask in new
        for i, indicator in enumerate(old)
    ]  # fmt: skip
    found: dict[int, Indicator] = {}
    taken: set[int] = set()
    for score, _, order, i in sorted(pairs, reverse=True):
        if score >= ALIKE and -order not in found and -i not in taken:
            found[-order] = old[-i]
            taken.add(-i)
    return found


def alike(ask: Asked, indicator: Indicator) -> float:
    """0 to 1; a name that only adds words (“… trên địa bàn tỉnh”) stays close, another unit costs.

    A share and an amount are two targets: “tăng 8,3%” is no place for “2.585 triệu kWh”.
    """
    if ask.unit and indicator.unit and _sort(ask.unit) != _sort(indicator.unit):
        return 0.0
    names = [indicator.name]
    if indicator.scope and _words(ask.name) & _words(indicator.name):  # the whole is none of its parts
        names.append(f"{indicator.scope} {indicator.name}")
    score = max(_common(ask.name, name) for name in names)
    if ask.unit and indicator.unit and not _one_unit(fold(ask.unit), fold(indicator.unit)):
        score -= 0.12
    return score


def _one_unit(one: str, other: str) -> bool:
    """“căn” and “căn nhà”, “bài” and “bài báo” count the same."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def names_alike(one: str, other: str) -> bool:
    """Could both name one target?"""
    return _common(one, other) >= ALIKE


def _sort(unit: str) -> str:
    """Of a share, of the difference of two, of an amount."""
    return ("difference" if unit.startswith("điểm") else "share") if unit in SHARES else "amount"


def _common(one: str, other: str) -> float:
    if key(one) == key(other):
        return 1.0
    a, b = _words(one), _words(other)
    if not a or not b:
        return 0.0
    both = len(a & b)
    return 0.5 * both / min(len(a), len(b)) + 0.5 * both / len(a | b)


def _words(name: str) -> frozenset[str]:
    words = [w for w in key(name).split() if not w[0].isdigit()]  # “BHYT” is “bảo hiểm y tế”
    telling = [w for w in words if w not in _EMPTY]
    return frozenset(telling or words)


def _nearness(ask: Asked, indicator: Indicator) -> float:
    """The smaller of both figures as a share of the larger, 0 to 1; in hundredths, so that the order decides near ones."""
    if ask.value is None or ask.value <= 0 or indicator.value <= 0:
        return 0.0
    return round(float(min(ask.value, indicator.value) / max(ask.value, indicator.value)), 2)


def _read(line: str, order: int) -> Asked:
    """Name, unit and figure of the first target a line states; its words up to the first figure where none is read."""
    first = next(iter(Document.parse(f"1. Chỉ tiêu\n\n- {line}").indicators), None)
    if first:
        return Asked(first.name, first.unit, None, line, order, first.value)
    return Asked(re.split(r"\d", line)[0].strip(" -–+•:") or line, "", None, line, order)
