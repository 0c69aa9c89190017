"""Values computed at installation and kept beside the .pyc files: read back by the same interpreter, from the same sources.

Without them everything works as well, only later (docs/decisions/0003-kept-values.md).
"""

from __future__ import annotations

import marshal
import os
import sys
from pathlib import Path
from typing import Any

HOME = Path(__file__).with_name("__pycache__")


def load(name: str, stamp: object) -> Any:
    """What was saved under ``name`` by this interpreter with the same ``stamp``, else None. Trusted as a .pyc is."""
    try:
        made_by, made_from, value = marshal.loads(_file(name).read_bytes())  # noqa: S302
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return value if made_by == sys.version and made_from == stamp else None


def save(name: str, stamp: object, value: object) -> None:
    """Keep ``value``, which marshal can write, until ``stamp`` changes."""
    import tempfile

    HOME.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=HOME, delete=False) as file:
        file.write(marshal.dumps((sys.version, stamp, value)))  # type: ignore[arg-type]
    made = Path(file.name)
    made.chmod(0o644)
    made.replace(_file(name))


def stamp_of(file: Path | str) -> tuple[int, int]:
    """Size and time of a source: another content has another stamp."""
    facts = os.stat(file)  # noqa: PTH116 - asked of every module
    return facts.st_size, facts.st_mtime_ns


def _file(name: str) -> Path:
    return HOME / f"{name}.{sys.implementation.cache_tag}.bin"
