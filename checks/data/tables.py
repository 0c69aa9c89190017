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
    return tuple((table, row(lines)) for table, lines in written_rows(name))


@cache
def written_rows(name: str) -> tuple[tuple[str, str], ...]:
    """The same rows as they are written, for who needs few of many."""
    parts = written(f"{name}.toml").split("\n[[")[1:]
    return tuple((table, lines) for table, _, lines in (part.partition("]]\n") for part in parts))


def row(lines: str) -> Row:
    """A row from its lines."""
    told = (line.partition(" = ") for line in lines.splitlines() if not line.startswith("#"))
    return {key: _value(value) for key, mark, value in told if mark}


def _value(told: str) -> Value:
    if told.startswith('"'):
        return told[1:-1]
    if told.startswith("["):
        return tuple(part.strip().strip('"') for part in told[1:-1].split('", ') if part.strip())
    return date.fromisoformat(told)
