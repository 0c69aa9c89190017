"""Reads the dated tables of this folder.

They are TOML of one flat form, a table a row, and read line by line: importing tomllib costs 6 ms, a tenth of
a whole run. A test holds this reader to tomllib's answer on every file here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from checks.tables import written

Value = str | date | tuple[str, ...]
Row = Mapping[str, Value]


@cache
def rows(name: str) -> tuple[tuple[str, Row], ...]:
    """The rows of ``name``.toml in the order of the file, each with the name of its table."""
    out: list[tuple[str, dict[str, Value]]] = []
    for line in written(f"{name}.toml").splitlines():
        if line.startswith("[["):
            out.append((line.strip("[]"), {}))
        elif " = " in line and not line.startswith("#"):
            key, _, told = line.partition(" = ")
            out[-1][1][key] = _value(told)
    return tuple(out)


def _value(told: str) -> Value:
    if told.startswith('"'):
        return told[1:-1]
    if told.startswith("["):
        return tuple(part.strip().strip('"') for part in told[1:-1].split('", ') if part.strip())
    return date.fromisoformat(told)
