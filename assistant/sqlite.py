"""Caches in one SQLite file that several processes share: opened whole, emptied when of another schema, replaced when damaged."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LOCK_SECONDS = 30.0


class Tables(NamedTuple):
    """``statements`` make the tables of ``names``. Raise ``schema`` when they or what fills them changes."""

    schema: int
    names: tuple[str, ...]
    statements: str


def opened(path: Path | None, tables: Tables) -> sqlite3.Connection:
    """The file with its tables, in memory where ``path`` is None. A damaged file is replaced by an empty one.

    Raises OSError where ``path`` cannot be written.
    """
    try:
        return _open(path, tables)
    except sqlite3.OperationalError as error:  # the file itself may be sound
        if "readonly" in str(error) or "unable to open" in str(error):
            raise PermissionError(str(path)) from error
        raise
    except sqlite3.DatabaseError:
        if path is None:
            raise
        set_aside(path)
        return _open(path, tables)


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written in it is there at its end, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:  # SQLite itself rolls back when the disk is full
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def empty(db: sqlite3.Connection, tables: Tables) -> None:
    """Empty tables in place: other processes keep their connections to the same file."""
    for name in tables.names:
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in tables.statements.split(";\n"):
        db.execute(statement)


def set_aside(path: Path) -> None:
    """Remove a damaged file: the precedents are the truth, whoever opened the cache fills it again."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def damaged(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is damaged; subclasses tell of a busy file or a full disk."""
    return type(error) is sqlite3.DatabaseError


def _open(path: Path | None, tables: Tables) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path or ":memory:", timeout=LOCK_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        _to_wal(db)
        db.execute("PRAGMA synchronous=FULL")
        if _schema(db) != tables.schema:
            _create(db, tables)
        for name in tables.names:  # a damaged file often shows only when its tables are touched
            db.execute(f"SELECT * FROM {name} LIMIT 1").fetchone()  # noqa: S608
    except BaseException:
        db.close()
        raise
    return db


def _to_wal(db: sqlite3.Connection) -> None:
    """SQLite does not wait for its lock here, and every process that opens a new file asks at once."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _schema(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _create(db: sqlite3.Connection, tables: Tables) -> None:
    with transaction(db):
        if _schema(db) == tables.schema:  # another process was first
            return
        empty(db, tables)
        db.execute(f"PRAGMA user_version={tables.schema}")
