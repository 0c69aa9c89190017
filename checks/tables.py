"""The tables of ``checks/data``: one entry a line, columns parted by “ | ”, ``#`` opens a comment.

Plain lines and not TOML: parsing TOML costs a cold run 10 ms, splitting lines nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of the table ``name``, each with its columns stripped."""
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    return tuple(tuple(map(str.strip, line.split("|"))) for line in lines if line and line[0] != "#")


def words(text: str) -> frozenset[str]:
    """A short list of words, as a set."""
    return frozenset(text.split())
