"""What every precedent says of itself, in one file beside the index: a list of 20,000 opens a page, not 40,000 files.

The files of the corpus are the truth. A look compares the stamps of all of them with what is held and reads again only
what changed; a lost or damaged catalogue is made anew. What is added or removed changes its folder and is seen by the
next look. A text edited in its place does not: where a look takes long, the next one at the files comes a hundred times as
long after it, so that nobody waits for more than a hundredth of the time.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from assistant import sqlite
from assistant.index import ALL, Filters
from assistant.index.tokens import key
from assistant.index.where import where, words_key
from assistant.precedents import store
from assistant.precedents.precedent import Precedent, Provenance, facts, from_toml
from checks.errors import UserError

Place = tuple[Path, Provenance]
"""A folder of precedents, and whose they are."""

SHORT_SECONDS = 0.05
"""A look so short, at some 4,000 precedents, is repeated each time."""
REST = 100
"""So many times as long as a longer look took its result is trusted,"""
LONGEST_REST_SECONDS = 600.0
"""but no longer than this."""
SETTLED_SECONDS = 3.0
"""A folder changed later than this before a look may change once more without its clock telling."""

_TABLES = sqlite.Tables(
    2,
    ("precedents", "looks"),
    """
CREATE TABLE precedents(
    id TEXT PRIMARY KEY, place TEXT NOT NULL, stamp TEXT NOT NULL, problem TEXT NOT NULL, facts TEXT NOT NULL,
    issuer_key TEXT NOT NULL, level TEXT NOT NULL, province_key TEXT NOT NULL, year INTEGER, kind TEXT NOT NULL,
    kind_key TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX in_order ON precedents(problem, year DESC, issuer_key, id);
CREATE INDEX of_issuer ON precedents(issuer_key);
CREATE TABLE looks(place TEXT PRIMARY KEY, changed INTEGER NOT NULL, until REAL NOT NULL) WITHOUT ROWID
""",
)
_INSERT = "INSERT OR REPLACE INTO precedents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Choices(NamedTuple):
    """What there is to choose from, newest year first."""

    years: tuple[int, ...]
    kinds: tuple[str, ...]


class Held(NamedTuple):
    """A precedent by its id, the folder it is in, whose it is, and its stamp."""

    id: str
    root: Path
    provenance: Provenance
    stamp: str


class Catalogue:
    """The list of the precedents in ``places``; of one id that stands in two, the first place's."""

    def __init__(self, path: Path, places: Iterable[Place]) -> None:
        self._path = path
        self._looked: sqlite3.Connection | None = None
        self._places = {str(root): (root, provenance) for root, provenance in places}

    @contextlib.contextmanager
    def unchanged(self) -> Iterator[None]:
        """Within it the folders are looked at once, at its beginning: 0.3 s where there are 20,000."""
        with self._opened() as db:
            self._looked = db
            try:
                yield
            finally:
                self._looked = None

    def listed(self, filters: Filters = ALL, start: int = 0, count: int = -1) -> list[Precedent]:
        """``count`` of those that meet ``filters`` (``role`` asks nothing here), from ``start`` on.

        The office's own before the samples, each newest first. Two questions, so that both go by the index.
        """
        with self.unchanged() if self._looked is None else contextlib.nullcontext():
            own = self._count(filters, "own")
            found = self._listed(filters, "own", start, count) if start < own else []
            left = count - len(found) if count >= 0 else -1
            return found + (self._listed(filters, "sample", max(0, start - own), left) if left else [])

    def _listed(self, filters: Filters, whose: Provenance, start: int, count: int) -> list[Precedent]:
        where, values = self._conditions(filters, whose)
        sql = f"{where} ORDER BY year DESC, issuer_key, id LIMIT ? OFFSET ?"
        return [self._precedent(*row) for row in self._rows("id, place, facts", sql, (*values, count, start))]

    def count(self, filters: Filters = ALL) -> int:
        """How many meet ``filters``."""
        where, values = _conditions(filters)
        return int(self._rows("count(*)", where, values)[0][0])

    def _count(self, filters: Filters, whose: Provenance) -> int:
        return int(self._rows("count(*)", *self._conditions(filters, whose))[0][0])

    def _conditions(self, filters: Filters, whose: Provenance) -> tuple[str, tuple[Any, ...]]:
        where, values = _conditions(filters)
        places = [place for place, (_, provenance) in self._places.items() if provenance == whose]
        return f"{where} AND place IN ({', '.join('?' * len(places))})", (*values, *places)

    def of_issuer(self, issuer: str) -> list[Precedent]:
        """All of one body, however its name is spelt or abbreviated."""
        rows = self._rows("id, place, facts", "problem = '' AND issuer_key = ? ORDER BY id", (words_key(issuer),))
        return [self._precedent(*row) for row in rows]

    def held(self) -> list[Held]:
        """All there are, those that cannot be read too."""
        return [Held(one, *self._places[place], stamp) for one, place, stamp in self._rows("id, place, stamp", "TRUE")]

    def choices(self) -> Choices:
        """The years and kinds there are."""
        years = self._rows("DISTINCT year", "problem = '' AND year IS NOT NULL ORDER BY year DESC")
        kinds = self._rows("DISTINCT kind", "problem = '' AND kind != '' ORDER BY kind")
        return Choices(tuple(int(year) for (year,) in years), tuple(str(kind) for (kind,) in kinds))

    def problems(self) -> list[str]:
        """A sentence for each precedent whose files cannot be read."""
        return [str(problem) for (problem,) in self._rows("problem", "problem != '' ORDER BY id")]

    def _precedent(self, identifier: str, place: str, told: str) -> Precedent:
        root, provenance = self._places[place]
        meta = json.loads(told)
        if "date" in meta:
            meta["date"] = date.fromisoformat(meta["date"])
        return from_toml(meta, root / identifier, provenance)

    def _rows(self, columns: str, where: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        sql = f"SELECT {columns} FROM precedents WHERE {where}"  # noqa: S608 no value of a user stands in it
        try:
            with self._opened() as db:
                return db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            if not sqlite.damaged(error):
                raise
            sqlite.set_aside(self._path)
        with self._opened() as db:
            return db.execute(sql, values).fetchall()

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file, brought up to the folders."""
        if self._looked is not None:
            yield self._looked
            return
        try:
            db = sqlite.opened(self._path, _TABLES)
        except OSError:  # a folder that cannot be written still has samples to list
            db = sqlite.opened(None, _TABLES)
        with contextlib.closing(db):
            self._catch_up(db)
            yield db

    def _catch_up(self, db: sqlite3.Connection) -> None:
        folders = {place: _changed(root) for place, (root, _) in self._places.items()}
        began = time.time()
        if _trusted(db, folders, began):
            return
        present = self._present()
        took = time.time() - began
        self._follow(db, present)
        if took > SHORT_SECONDS and all(began - changed / 1e9 > SETTLED_SECONDS for changed in folders.values()):
            until = began + min(REST * took, LONGEST_REST_SECONDS)
            rows = [(place, changed, until) for place, changed in folders.items()]
            with sqlite.transaction(db):
                db.executemany("INSERT OR REPLACE INTO looks VALUES (?, ?, ?)", rows)

    def _present(self) -> dict[str, tuple[str, str]]:
        """Place and stamp of each id, by the files."""
        present: dict[str, tuple[str, str]] = {}
        for place, (root, _) in self._places.items():
            for identifier, stamp in store.stamps(root).items():
                present.setdefault(identifier, (place, stamp))
        return present

    def _follow(self, db: sqlite3.Connection, present: Mapping[str, tuple[str, str]]) -> None:
        held = {row[0]: row[1:] for row in db.execute("SELECT id, place, stamp FROM precedents")}
        gone = [(identifier,) for identifier in held.keys() - present.keys()]
        changed = [(identifier, *found) for identifier, found in present.items() if held.get(identifier) != found]
        if gone or changed:
            rows = [self._row(*one) for one in changed]
            with sqlite.transaction(db):
                db.executemany("DELETE FROM precedents WHERE id = ?", gone)
                db.executemany(_INSERT, rows)

    def _row(self, identifier: str, place: str, stamp: str) -> tuple[Any, ...]:
        root, provenance = self._places[place]
        try:
            one = store.load(root, identifier, provenance)
        except UserError as problem:
            return (identifier, place, stamp, str(problem), "{}", "", "", "", None, "", "")
        told = json.dumps(_plain(facts(one)), ensure_ascii=False)
        keys = (words_key(one.issuer), one.level, key(one.province), one.year, one.kind, key(one.kind))
        return (identifier, place, stamp, "", told, *keys)


def _changed(root: Path) -> int:
    """When a precedent was last added or removed, in nanoseconds; 0 where there is no folder."""
    try:
        return root.stat().st_mtime_ns
    except OSError:
        return 0


def _trusted(db: sqlite3.Connection, folders: Mapping[str, int], now: float) -> bool:
    """Whether the last look at all ``folders`` still counts."""
    looks = {place: (changed, until) for place, changed, until in db.execute("SELECT * FROM looks")}
    return all(
        place in looks and looks[place][0] == changed and now < looks[place][1] <= now + LONGEST_REST_SECONDS
        for place, changed in folders.items()
    )


def _plain(meta: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in meta.items()}


def _conditions(filters: Filters) -> tuple[str, tuple[Any, ...]]:
    conditions, values = where(replace(filters, role=None))
    return " AND ".join(("problem = ''", *conditions)), values
