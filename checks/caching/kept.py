"""Values computed at installation and kept beside the .pyc files: read back by the same interpreter, from the same sources.

Without them everything works as well, only later (docs/decisions/0003-kept-values.md). A file is mapped, not read: what
stands in its tables is copied by nobody until it is asked for.
"""

from __future__ import annotations

import marshal
import mmap
import os
import sys
from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

HOME = os.path.join(os.path.dirname(os.path.dirname(__file__)), "__pycache__")
WIDTH = 8
"""The bytes that tell how long the marshalled head is; the tables follow it."""


def load(name: str, stamp: object) -> Any:
    """What was saved under ``name`` by this interpreter with the same ``stamp``, else None. Trusted as a .pyc is."""
    found = load_tables(name, stamp)
    return found and found[0]


def load_tables(name: str, stamp: object) -> tuple[Any, list[memoryview]] | None:
    """What ``load`` gives and the tables that were saved with it."""
    try:
        with open(_file(name), "rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        at = WIDTH + int.from_bytes(data[:WIDTH], "little")
        made_by, made_from, value, sizes = marshal.loads(data[WIDTH:at])  # noqa: S302
    except (OSError, EOFError, ValueError, TypeError):
        return None
    if made_by != sys.version or made_from != stamp or at + sum(sizes) != len(data):
        return None
    tables = []
    for size in sizes:
        tables.append(data[at : at + size])
        at += size
    return value, tables


def save(name: str, stamp: object, value: object, tables: Sequence[bytes] = ()) -> None:
    """Keep ``value``, which marshal can write, and ``tables`` until ``stamp`` changes."""
    import tempfile

    os.makedirs(HOME, exist_ok=True)
    head = marshal.dumps((sys.version, stamp, value, [len(table) for table in tables]))  # type: ignore[arg-type]
    with tempfile.NamedTemporaryFile(dir=HOME, delete=False) as file:
        file.write(len(head).to_bytes(WIDTH, "little"))
        for part in (head, *tables):
            file.write(part)
    os.chmod(file.name, 0o644)
    os.replace(file.name, _file(name))


def stamp_of(file: Path | str) -> tuple[int, int]:
    """Size and time of a source: another content has another stamp."""
    facts = os.stat(file)
    return facts.st_size, facts.st_mtime_ns


def _file(name: str) -> str:
    return os.path.join(HOME, f"{name}.{sys.implementation.cache_tag}.bin")
