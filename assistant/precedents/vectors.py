"""Vectors of sections beside the index, one SQLite file: filled precedent by precedent, made again only where a text changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from assistant import sqlite
from assistant.index import SectionRecord

MOST_READ = 2_000
"""Characters of a section that make its vector; its heading is not among them, so that a heading can be asked for fairly."""

_TABLES = sqlite.Tables(
    1,
    ("vectors", "read", "notes"),
    """
CREATE TABLE vectors(
    precedent TEXT NOT NULL, position INTEGER NOT NULL, model TEXT NOT NULL, digest TEXT NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY(precedent, position)
) WITHOUT ROWID;
CREATE TABLE read(precedent TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE notes(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
""",
)

Place = tuple[str, int]
"""A section: its precedent's id and its position there."""


class Vector(NamedTuple):
    """The vector of one section; ``digest`` tells of which text."""

    position: int
    digest: str
    values: array[float]


class Vectors:
    """The file. Raises OSError where its folder cannot be written."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite.opened(path, _TABLES)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def stamps(self) -> dict[str, str]:
        """Precedent id → stamp of everything read."""
        return dict(self._db.execute("SELECT precedent, stamp FROM read").fetchall())

    def held(self, precedent: str, model: str) -> dict[str, Vector]:
        """What is held of a precedent, by digest: the same text needs no second vector."""
        sql = "SELECT position, digest, vector FROM vectors WHERE precedent = ? AND model = ?"
        rows = self._db.execute(sql, (precedent, model)).fetchall()
        return {digest: Vector(position, digest, _values(blob)) for position, digest, blob in rows}

    def put(self, precedent: str, stamp: str, model: str, vectors: Iterable[Vector]) -> None:
        """Hold these in place of what was held of the precedent; safe on disk when it returns."""
        rows = [(precedent, one.position, model, one.digest, one.values.tobytes()) for one in vectors]
        with sqlite.transaction(self._db):
            self._db.execute("DELETE FROM vectors WHERE precedent = ?", (precedent,))
            self._db.executemany("INSERT INTO vectors VALUES (?, ?, ?, ?, ?)", rows)
            self._db.execute("INSERT OR REPLACE INTO read VALUES (?, ?)", (precedent, stamp))

    def forget(self, precedents: Iterable[str]) -> None:
        """Drop all that is held of these."""
        gone = [(precedent,) for precedent in precedents]
        with sqlite.transaction(self._db):
            for table in ("vectors", "read"):
                self._db.executemany(f"DELETE FROM {table} WHERE precedent = ?", gone)  # noqa: S608

    def of(self, places: Iterable[Place], model: str) -> dict[Place, array[float]]:
        """The vectors of those of ``places`` that have one of this model."""
        sql = "SELECT vector FROM vectors WHERE precedent = ? AND position = ? AND model = ?"
        found = ((place, self._db.execute(sql, (*place, model)).fetchone()) for place in places)
        return {place: _values(row[0]) for place, row in found if row}

    def note(self, name: str) -> Any:
        """What was noted under ``name``; None when nothing was."""
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def write_note(self, name: str, value: Any) -> None:
        """Note ``value``, in place of what was noted under ``name``."""
        with sqlite.transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, json.dumps(value)))


@contextlib.contextmanager
def opened(data: Path) -> Iterator[Vectors]:
    """The vectors of the office's folder."""
    vectors = Vectors(data / "vectors.sqlite")
    with contextlib.closing(vectors):
        yield vectors


def text_of(record: SectionRecord) -> str:
    """What of a section makes its vector."""
    return " ".join((record.text or record.heading).split())[:MOST_READ]


def digest(record: SectionRecord) -> str:
    """Another one when the text changes."""
    return hashlib.sha256(text_of(record).encode("utf-8", "replace")).hexdigest()


def unit(vector: Sequence[float]) -> array[float]:
    """``vector`` with length 1, so that a product is a cosine."""
    length = math.sqrt(sum(value * value for value in vector)) or 1.0
    return array("f", (value / length for value in vector))


def nearest_first(question: Sequence[float], vectors: Mapping[Place, Sequence[float]]) -> list[Place]:
    """Places by the cosine of their vector with ``question``, nearest first."""
    cosines = {place: sum(map(float.__mul__, question, vector)) for place, vector in vectors.items()}
    return sorted(cosines, key=lambda place: (-cosines[place], place))


def _values(blob: bytes) -> array[float]:
    values = array("f")
    values.frombytes(blob)
    return values
