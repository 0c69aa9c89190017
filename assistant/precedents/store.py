"""Precedents on disk: one folder each, there as a whole or not at all, whatever kills the process."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tomllib
import uuid
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.precedents.precedent import (
    DOCUMENT,
    ID,
    METADATA,
    Precedent,
    Provenance,
    from_toml,
    stamp_of,
    to_toml,
    with_id,
)
from checks.errors import UserError

LOCK_SECONDS = 60.0
_UNFINISHED = ".new-"
_REMOVED = ".gone-"


def ids(root: Path) -> list[str]:
    """The precedents in ``root``; what is hidden, linked or not named as an id is none."""
    if not root.is_dir():
        return []
    with os.scandir(root) as entries:
        return sorted(
            entry.name for entry in entries if ID.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
        )


def holds(root: Path, identifier: str) -> bool:
    """Whether ``ids`` names it."""
    folder = root / identifier
    return bool(ID.fullmatch(identifier)) and folder.is_dir() and not folder.is_symlink()


def load(root: Path, identifier: str, provenance: Provenance) -> Precedent:
    """The precedent of that id. Raises UserError when its files are damaged."""
    folder = root / identifier
    try:
        meta = _metadata(folder / METADATA, stamp(root, identifier))
        if not (folder / DOCUMENT).is_file():
            raise FileNotFoundError(DOCUMENT)
        return from_toml(meta, folder, provenance)
    except (OSError, ValueError) as error:  # TOML and UTF-8 errors are ValueErrors
        raise UserError(
            f"Văn bản “{identifier}” trong kho bị hỏng: hãy xóa thư mục {folder} rồi nhập lại văn bản đó."
        ) from error


@lru_cache(maxsize=50_000)
def _metadata(path: Path, _stamp: str) -> dict[str, Any]:
    """What the file says, read again when its stamp changes: a page lists the whole corpus at every click."""
    return tomllib.loads(path.read_text("utf-8"))


def stamp(root: Path, identifier: str) -> str:
    """Its stamp without reading it; empty when its files are not as they should be."""
    try:
        return stamp_of(f"{root}/{identifier}")
    except OSError:
        return ""


def stamps(root: Path) -> dict[str, str]:
    """The stamp of each precedent in ``root``, by its id."""
    return {identifier: stamp(root, identifier) for identifier in ids(root)}


def write(precedent: Precedent, text: str, original: bytes, suffix: str) -> Precedent:
    """Store a new precedent with the file it came from, under its id or the next free one. Call it locked."""
    root = precedent.folder.parent
    stage = root / f"{_UNFINISHED}{uuid.uuid4().hex}"
    stage.mkdir()
    placed = next(candidate for candidate in _names(precedent) if not os.path.lexists(candidate.folder))
    _write(stage / DOCUMENT, text.encode("utf-8", "replace"))
    _write(stage / METADATA, to_toml(placed).encode("utf-8"))
    _write(stage / f"original{_safe(suffix)}", original)
    _sync(stage)
    stage.rename(placed.folder)
    _sync(root)
    return placed


def remove(root: Path, identifier: str) -> None:
    """Take a precedent away: first out of sight, then its files. Call it locked."""
    gone = root / f"{_REMOVED}{uuid.uuid4().hex}"
    (root / identifier).rename(gone)
    _sync(root)
    shutil.rmtree(gone, ignore_errors=True)


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """One writer at a time, on every system: SQLite's file lock, which dies with its process."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(_lock(root / ".lock")):
            _sweep(root)
            yield
    except OSError as error:
        raise UserError(
            f"Không ghi được vào kho văn bản {root}: hãy kiểm tra quyền ghi và chỗ trống trên đĩa rồi thử lại."
        ) from error


def _lock(path: Path) -> sqlite3.Connection:
    try:
        lock = sqlite3.connect(path, timeout=LOCK_SECONDS, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise PermissionError(str(path)) from error
        raise UserError(
            "Kho văn bản đang được một chương trình khác cập nhật: hãy đợi chương trình đó xong rồi thử lại."
        ) from error
    return lock


def _sweep(root: Path) -> None:
    """What a killed process left: nobody else writes while we hold the lock."""
    for entry in root.iterdir():
        if entry.name.startswith((_UNFINISHED, _REMOVED)):
            shutil.rmtree(entry, ignore_errors=True)


def _names(precedent: Precedent) -> Iterator[Precedent]:
    yield precedent
    for n in range(2, 1_000_000):
        yield with_id(precedent, f"{precedent.id[:57]}-{n}")


def _safe(suffix: str) -> str:
    suffix = suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= 9 else ".bin"


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make names in ``folder`` durable; Windows has no such call and keeps them by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
