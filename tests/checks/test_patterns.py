"""Patterns from the store are the patterns themselves; a foreign or broken store changes nothing."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import patterns, precompile

SOURCES = [
    (r"ngày *(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})", 0),
    (r"mục (?:tiêu|đích)|nội dung", int(re.IGNORECASE)),
    (r"(?<![\d.])[^\W\d_]+(?=\s)", 0),
]
TEXT = "Mục tiêu năm 2026: ngày 05 tháng 01, nội dung thi đua."


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "patterns.bin"
    monkeypatch.setattr(patterns, "store", lambda: file)
    patterns._stored.cache_clear()
    yield file
    monkeypatch.undo()
    patterns._stored.cache_clear()


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_stored_pattern_matches_as_a_compiled_one(stored: Path, source: str, flags: int) -> None:
    precompile._write(stored, {(source, flags): precompile._code(source, flags)})
    kept, fresh = patterns.compiled(source, flags), re.compile(source, flags)
    assert [m.groupdict() or m[0] for m in kept.finditer(TEXT)] == [m.groupdict() or m[0] for m in fresh.finditer(TEXT)]
    assert (kept.pattern, kept.flags, kept.groups) == (fresh.pattern, fresh.flags, fresh.groups)


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", marshal.dumps((0, sys.version, {})), marshal.dumps((1, "2.7", {})), marshal.dumps(7)]
)
def test_a_store_of_another_interpreter_is_ignored(stored: Path, content: bytes) -> None:
    stored.write_bytes(content)
    assert patterns.compiled(r"thi đua", 0).search("thi đua")


def test_everything_that_checking_compiles_can_be_stored() -> None:
    assert all(precompile._code(source, flags) is not None for source, flags in sorted(patterns.seen))
