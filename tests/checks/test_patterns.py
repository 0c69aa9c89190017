"""Patterns from the store are the patterns themselves; a foreign or broken store changes nothing."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import kept, patterns, precompile
from checks.language import lexicon, slips

SOURCES = [
    (r"ngày *(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})", 0),
    (r"mục (?:tiêu|đích)|nội dung", int(re.IGNORECASE)),
    (r"(?<![\d.])[^\W\d_]+(?=\s)", 0),
]
TEXT = "Mục tiêu năm 2026: ngày 05 tháng 01, nội dung thi đua."


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(kept, "HOME", tmp_path)
    patterns._stored.cache_clear()
    yield tmp_path / f"{patterns.STORE}.{sys.implementation.cache_tag}.bin"
    monkeypatch.undo()
    patterns._stored.cache_clear()


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_stored_pattern_matches_as_a_compiled_one(stored: Path, source: str, flags: int) -> None:
    precompile.keep_patterns({(source, flags): precompile._code(source, flags)})
    assert stored.exists()
    stored_one, fresh = patterns.compiled(source, flags), re.compile(source, flags)
    assert [m.groupdict() or m[0] for m in stored_one.finditer(TEXT)] == [
        m.groupdict() or m[0] for m in fresh.finditer(TEXT)
    ]
    assert (stored_one.pattern, stored_one.flags, stored_one.groups) == (fresh.pattern, fresh.flags, fresh.groups)


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", marshal.dumps(("2.7", 0, {})), marshal.dumps((sys.version, 0, {})), marshal.dumps(7)]
)
def test_a_store_of_another_interpreter_is_ignored(stored: Path, content: bytes) -> None:
    stored.write_bytes(content)
    assert patterns.compiled(r"thi đua", 0).search("thi đua")


def test_everything_that_checking_compiles_can_be_stored() -> None:
    assert all(precompile._code(source, flags) is not None for source, flags in sorted(patterns.seen))


def test_the_kept_lexicon_is_the_lexicon(stored: Path) -> None:
    fresh = lexicon.Lexicon(lexicon.data_lines(lexicon.PHRASES), lexicon.data_lines("compounds.txt"))
    lexicon.keep()
    read = lexicon.shipped.__wrapped__()
    assert (read.after, read.before, read._by_edit) == (fresh.after, fresh.before, fresh._by_edit)
    assert read.with_pair("nền tảng") == fresh.with_pair("nền tảng")
    assert read.syllables == fresh.syllables


def test_no_syllable_kept_as_sound_is_doubtful(stored: Path) -> None:
    slips.keep()
    sound = slips.sound.__wrapped__()
    assert "nước" in sound
    assert not [word for word in sound if slips._doubtful(word)]
