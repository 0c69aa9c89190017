"""Which chithi judged a document: the program's version and a digest of everything that decides a finding."""

from __future__ import annotations

from functools import cache
from pathlib import Path

VERSION = "0.1.0"
"""As in pyproject.toml; asking importlib.metadata would cost 40 ms."""
SUFFIXES = (".py", ".toml", ".txt")


@cache
def rules_version() -> str:
    """Twelve hexadecimal digits that change when a rule, a table or the reading of documents changes."""
    from hashlib import sha256

    digest = sha256()
    home = Path(__file__).parent
    for file in sorted(p for p in home.rglob("*") if p.suffix in SUFFIXES):
        digest.update(file.relative_to(home).as_posix().encode() + b"\0")
        # A checkout on Windows has other line ends and the same rules.
        digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]
