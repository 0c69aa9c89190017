"""Bodies and provinces that are gone, and since when: what a later text may name only as history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from checks import tables as lists
from checks.data import tables
from checks.values import NamedTuple


class FormerUnit(NamedTuple):
    """A name that stands for nothing since the day ``since``."""

    name: str
    into: str
    since: date


@cache
def provinces() -> Mapping[str, FormerUnit]:
    """Provinces merged into another one, by name without “tỉnh”."""
    found = {}
    for table, row in tables.rows("units"):
        merged, name, since = row.get("merged", ()), row["name"], row["since"]
        if table != "province" or not isinstance(merged, tuple) or not isinstance(since, date):
            continue
        into = f"{'thành phố' if row['type'] == 'thành phố' else 'tỉnh'} {name}"
        found.update({old: FormerUnit(old, into, since) for old in merged if old != name})
    return found


@cache
def departments() -> Mapping[str, FormerUnit]:
    """Departments of a province and ministries merged into others, by name."""
    return {
        str(row["name"]): FormerUnit(str(row["name"]), str(row["into"]), row["since"])
        for table, row in tables.rows("units")
        if table == "department" and isinstance(row["since"], date)
    }


@cache
def cities() -> frozenset[str]:
    """Cities that were districts of a province until the reform, by name without “thành phố”."""
    return frozenset(name for (name,) in lists.rows("former_cities.txt"))


def is_city(name: str, day: date) -> bool:
    """Is the province ``name`` a “thành phố” on ``day``? Three became one in 2026."""
    for table, row in tables.rows("units"):
        if table == "province" and row["name"] == name:
            since = row.get("city")
            return row["type"] == "thành phố" or (isinstance(since, date) and since <= day)
    return False
