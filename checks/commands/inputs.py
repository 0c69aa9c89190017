"""From the arguments of a command to the files it reads: folders are walked, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from checks.errors import UserError
from checks.report import STDIN

SUFFIXES = (".docx", ".md", ".pdf", ".txt")
LOCK = "~$"
"""Word puts such a file beside the one it has open."""


def files(arguments: Sequence[str], exclude: Sequence[str] = ()) -> tuple[str, ...]:
    """The files to read, each once. Raises UserError when a folder, or the whole, holds none."""
    found: dict[str, None] = {}
    for path in (path for argument in arguments for path in matching(argument)):
        if path != STDIN and os.path.isdir(path):
            below = list(_walk(path, exclude))
            if not below:
                raise UserError(f"Thư mục {path} không có tệp .docx, .txt, .md hay .pdf nào để kiểm tra.")
            found.update(dict.fromkeys(below))
        elif path == STDIN or not _excluded(path, exclude):
            found[path] = None
    if not found:
        raise UserError("Không còn tệp nào để kiểm tra: --exclude đã loại mọi tệp được nêu.")
    return tuple(found)


def matching(argument: str) -> Sequence[str]:
    """The path itself, or those of a pattern such as “van-ban/*.docx”, which shells of Windows pass on as it is."""
    if not any(sign in argument for sign in "*?[") or os.path.lexists(argument):
        return (argument,)
    from glob import glob

    # A pattern that matches nothing stands for itself: reading it says that there is no such file.
    return sorted(glob(argument, recursive=True)) or (argument,)


def _walk(folder: str, exclude: Sequence[str]) -> Iterator[str]:
    """Documents below ``folder``; nothing hidden, and no link: it may lead back up, or out of the folder.

    A folder that cannot be opened stands for what it holds: reading it says so, and the others are read.
    """
    from pathlib import Path

    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield str(Path(folder))
        return
    for entry in inside:
        if entry.name.startswith((".", LOCK)) or entry.is_symlink() or _excluded(entry.path, exclude):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, exclude)
        elif entry.is_file() and entry.name.lower().endswith(SUFFIXES):
            yield str(Path(entry.path))  # without “./”, which annotations of a CI do not understand


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    if not patterns:
        return False
    from fnmatch import fnmatch
    from pathlib import Path

    plain = Path(path).as_posix()
    return any(fnmatch(plain, p) or fnmatch(Path(path).name, p) or fnmatch(plain, f"*/{p}") for p in patterns)
