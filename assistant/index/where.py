"""``Filters`` as conditions of SQL, for every table that holds the keys of a precedent."""

from __future__ import annotations

from typing import NamedTuple

from assistant.index import Filters
from assistant.index.tokens import key


class Where(NamedTuple):
    """Conditions without a value in them, and the values."""

    conditions: tuple[str, ...]
    values: tuple[str | int, ...]


def where(filters: Filters, table: str = "") -> Where:
    """What ``filters`` ask of the rows of ``table``, which an alias ends in a dot (“f.”)."""
    asked: list[tuple[str, str | int | None]] = [
        (f"instr({table}issuer_key, ?)", filters.issuer and words_key(filters.issuer)),
        (f"{table}level = ?", filters.level),
        (f"{table}province_key = ?", filters.province and key(filters.province)),
        (f"{table}year = ?", filters.year),
        (f"{table}kind_key = ?", filters.kind and key(filters.kind)),
        (f"{table}role = ?", filters.role),
    ]
    given = [(condition, value) for condition, value in asked if value is not None and value != ""]
    return Where(tuple(condition for condition, _ in given), tuple(value for _, value in given))


def words_key(name: str) -> str:
    """The key of ``name`` between blanks, so that a part of it is found by whole words."""
    return f" {key(name)} "
