"""A baseline: the findings an office already has, so that only new ones stop an issuance.

It is keyed by file and fingerprint, not by line, and survives edits above. What it still holds and the document no
longer has is said, so that a baseline only ever shrinks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding
from checks.values import NamedTuple

SCHEMA = 1
QUOTE = 80
"""Code points of a finding's words kept for those who read the file."""


class Known(NamedTuple):
    """One finding of a baseline."""

    key: str
    rule: str
    text: str


Baseline = Mapping[str, tuple[Known, ...]]
"""Findings by file, as ``name_in`` names it."""


def known(doc: Document, findings: Iterable[Finding], keys: Iterable[str]) -> tuple[Known, ...]:
    """``findings`` as a baseline keeps them."""
    return tuple(
        Known(key, f.rule, " ".join(doc.text[slice(*f.span)].split())[:QUOTE])
        for f, key in zip(findings, keys, strict=True)
    )


def name_in(baseline: Path, path: str) -> str:
    """How ``baseline`` names the file at ``path``: from the baseline's own folder, so that both can move together."""
    if path == "-":
        return path
    try:
        return Path(os.path.relpath(Path(path).resolve(), baseline.resolve().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(path).resolve().as_posix()


@lru_cache(maxsize=8)
def load(file: Path) -> Baseline:
    """Read a baseline. Raises UserError for anything else."""
    import json

    try:
        data = json.loads(file.read_bytes())
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp mốc {file}: hãy tạo bằng --write-baseline {file}.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(file) from error
    try:
        if data["schema"] != SCHEMA:
            raise _unreadable(file)
        return {str(path): tuple(_known(item) for item in items) for path, items in data["files"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise _unreadable(file) from error


def _known(item: Mapping[str, Any]) -> Known:
    return Known(str(item["key"]), str(item["rule"]), str(item["text"]))


def _unreadable(file: Path) -> UserError:
    return UserError(f"{file} không phải tệp mốc của chithi: hãy kiểm tra tên tệp, hoặc tạo lại bằng --write-baseline.")


def stale(before: Sequence[Known], now: Iterable[str], judged: Iterable[str]) -> tuple[Known, ...]:
    """What ``before`` holds of rules that were ``judged`` and the document no longer has."""
    left, asked = set(now), set(judged)
    return tuple(item for item in before if item.key not in left and item.rule in asked)


def stale_remark(file: Path, path: str, gone: Sequence[Known]) -> str:
    """The sentence that says so."""
    told = "; ".join(f"{item.rule} “{item.text}”" for item in gone[:3])
    more = f" và {len(gone) - 3} chỗ khác" if len(gone) > 3 else ""
    return f"{path}: {len(gone)} phát hiện trong tệp mốc {file.name} nay không còn ({told}{more}); hãy ghi lại tệp mốc."


def write(file: Path, found: Mapping[str, Sequence[Known]]) -> None:
    """Write ``found`` by path; files that ``file`` knows and this run did not read keep what they had.

    Raises UserError instead of writing over anything that is not a baseline.
    """
    import json

    files = dict(load(file)) if file.exists() else {}
    files.update({name_in(file, path): tuple(items) for path, items in found.items()})
    data = {
        "schema": SCHEMA,
        "files": {path: [item._asdict() for item in files[path]] for path in sorted(files) if files[path]},
    }
    unfinished = file.with_name(file.name + ".tmp")
    try:
        unfinished.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        unfinished.replace(file)
    except OSError as error:
        raise UserError(f"Không ghi được tệp mốc {file}: hãy kiểm tra thư mục và quyền ghi.") from error
