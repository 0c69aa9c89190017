"""The targets an officer has paired by hand, kept in the office's folder and never lost half-written."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from assistant.precedents.store import locked
from checks.comparison.pairing import Pair, added, from_json, to_json
from checks.errors import UserError

FILE = "pairs.json"


def load(folder: Path) -> tuple[Pair, ...]:
    """All pairs, the newest first; none where nothing was paired yet. Raises UserError where the file is damaged."""
    path = folder / FILE
    try:
        return from_json(path.read_text("utf-8"), str(path))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"Không đọc được tệp ghép chỉ tiêu {path}: hãy kiểm tra quyền đọc hoặc xóa tệp này.") from error


def remember(folder: Path, pair: Pair) -> tuple[Pair, ...]:
    """All pairs with ``pair``, which replaces what was said before of its targets."""
    with locked(folder):
        return _written(folder, added(load(folder), pair))


def forget(folder: Path, pair: Pair) -> tuple[Pair, ...]:
    """All pairs but ``pair``."""
    with locked(folder):
        return _written(folder, tuple(one for one in load(folder) if one != pair))


def _written(folder: Path, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The file is replaced in one step: whatever kills the process, it is the old or the new."""
    stage = folder / f".{FILE}-{uuid.uuid4().hex}"
    with stage.open("wb") as file:
        file.write(to_json(pairs).encode("utf-8", "replace"))
        file.flush()
        os.fsync(file.fileno())
    stage.replace(folder / FILE)
    return pairs
