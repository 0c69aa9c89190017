"""The tables of ``checks/data``: one entry a line, columns parted by “ | ”, ``#`` opens a comment.

Plain lines and not TOML: parsing TOML costs a cold run 10 ms, splitting lines nothing.
"""

from __future__ import annotations

import os
from functools import cache

DATA = os.path.join(os.path.dirname(__file__), "data")


def written(name: str) -> str:
    """The text of a file of ``DATA``; a checkout on Windows may have other line ends."""
    with open(os.path.join(DATA, name), "rb") as file:
        return file.read().decode().replace("\r\n", "\n")


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of the table ``name``, each with its columns stripped."""
    lines = written(name).split("\n")
    return tuple(tuple(map(str.strip, line.split("|"))) for line in lines if line and line[0] != "#")


def words(text: str) -> frozenset[str]:
    """A short list of words, as a set."""
    return frozenset(text.split())
