"""What is kept is what would be computed; a foreign or broken store changes nothing."""

from __future__ import annotations

import marshal
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from re import _compiler
from types import ModuleType
from typing import Any

import pytest

from checks.caching import expressions, kept
from checks.language import confusables, context, lexicon, lexicon_index, slips, syllables
from checks.language.bound import left_alone
from checks.language.missing import cut_phrases
from checks.language.near_miss import near_misses
from checks.language.tokens import tokens
from checks.rules import all_rules

SOURCES: list[tuple[Any, int]] = [
    (r"ngày *(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})", 0),
    (r"mục (?:tiêu|đích)|nội dung", int(re.IGNORECASE)),
    (r"(?<![\d.])[^\W\d_]+(?=\s)", 0),
    (rb"(?P<word>n\w+)|thi", 0),
]
TEXT = "Mục tiêu năm 2026: ngày 05 tháng 01, nội dung thi đua."


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(kept, "HOME", tmp_path)
    monkeypatch.setattr(_compiler, "compile", _compiler.compile)
    monkeypatch.setattr(re, "_compile", re._compile)  # type: ignore[attr-defined]
    return tmp_path / f"{expressions.STORE}.{sys.implementation.cache_tag}.bin"


def compiled_anew(source: Any, flags: int) -> re.Pattern[Any]:
    re.purge()
    return re.compile(source, flags)


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_expression_matches_as_a_compiled_one(
    stored: Path, source: Any, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = compiled_anew(source, flags)
    expressions.keep({(source, flags)})
    monkeypatch.setattr(_compiler, "_code", None)  # nothing can be compiled any more
    expressions.use()
    from_store = compiled_anew(source, flags)
    text = TEXT if isinstance(source, str) else TEXT.encode()
    assert [(m.span(), m.groupdict()) for m in from_store.finditer(text)] == [
        (m.span(), m.groupdict()) for m in fresh.finditer(text)
    ]
    assert (from_store.pattern, from_store.flags, from_store.groups) == (fresh.pattern, fresh.flags, fresh.groups)


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", marshal.dumps(("2.7", 0, {})), marshal.dumps((sys.version, 0, {})), marshal.dumps(7)]
)
def test_a_store_of_another_interpreter_is_ignored(stored: Path, content: bytes) -> None:
    stored.write_bytes(content)
    expressions.use()
    assert compiled_anew(r"thi đua", 0).search("thi đua")


@pytest.mark.parametrize("store", ["expressions", "modules", "lexicon", "sound", "context"])
def test_a_store_of_an_earlier_version_of_chithi_is_ignored(store: str, tmp_path: Path) -> None:
    """Whoever brings the program up to date without installing it again has the old stores beside the new modules."""
    home = tmp_path / "checks"
    shutil.copytree(Path(kept.__file__).parents[1], home, ignore=shutil.ignore_patterns("__pycache__"))
    run = [sys.executable, "-m", "checks", "--isolated", "--format", "json", "-"]
    text = "Ủy ban nhân dân xã đẩy mạnh cải các hành chính."
    told = subprocess.run(run, input=text, capture_output=True, text=True, cwd=tmp_path)
    name = f"{store}.{sys.implementation.cache_tag}.bin"
    stamps = {"expressions": _compiler.MAGIC, "modules": str(home)}
    (home / "__pycache__").mkdir(exist_ok=True)
    (home / "__pycache__" / name).write_bytes(marshal.dumps((sys.version, stamps.get(store, []), {"checks.cli": 1})))
    again = subprocess.run(run, input=text, capture_output=True, text=True, cwd=tmp_path)
    assert told.returncode == 1
    assert (again.returncode, again.stdout) == (told.returncode, told.stdout)


def test_what_is_not_kept_is_compiled(stored: Path) -> None:
    expressions.keep({(r"phong trào", 0)})
    expressions.use()
    assert compiled_anew(r"thi đua", 0).search("thi đua")


def test_what_is_compiled_is_seen(stored: Path) -> None:
    seen = expressions.record()
    compiled_anew(r"khối, cụm", 0)
    assert (r"khối, cụm", 0) in seen


def test_everything_that_checking_compiles_can_be_kept(stored: Path) -> None:
    all_rules()
    known = {(source, flags) for _, source, flags in re._cache}  # type: ignore[attr-defined]
    assert all(expressions.code_of(source, flags) is not None for source, flags in known)


def test_the_kept_lexicon_is_the_lexicon(stored: Path) -> None:
    fresh = lexicon.Lexicon(
        lexicon.data_lines(lexicon.PHRASES), lexicon.tails_of(lexicon.data_lines(lexicon.COMPOUNDS))
    )
    lexicon.keep()
    read = lexicon.shipped.__wrapped__()
    asked = sorted(fresh.syllables)[::7]
    for name in ("numbers", "after", "before"):
        assert [getattr(read.index, name).row(one) for one in asked] == [
            getattr(fresh.index, name).row(one) for one in asked
        ]
    assert list(read.index.pairs) == list(fresh.index.pairs)
    for written in asked:
        assert read.near(written) == fresh.near(written)
        assert read.close(written) == fresh.close(written)
    assert "khối" in read.close("khôi")
    assert read.reading("nền", "tảng", "tư") == fresh.reading("nền", "tảng", "tư") != ()
    assert read.syllables == fresh.syllables


@pytest.mark.parametrize("module", [lexicon_index, confusables, syllables])
def test_a_kept_lexicon_is_not_read_by_another_form_of_it(
    stored: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: ModuleType
) -> None:
    kept.save(lexicon.STORE, lexicon._stamp(), [])
    changed = tmp_path / "changed.py"
    changed.write_text("# the same module after an update\n", encoding="utf-8")
    monkeypatch.setattr(module, "__file__", str(changed))
    assert kept.load_tables(lexicon.STORE, lexicon._stamp()) is None


def test_what_is_found_with_the_kept_filter_is_what_is_found_without(stored: Path) -> None:
    fresh = lexicon.Lexicon(
        lexicon.data_lines(lexicon.PHRASES), lexicon.tails_of(lexicon.data_lines(lexicon.COMPOUNDS))
    )
    lexicon.keep()
    read = lexicon.shipped.__wrapped__()
    assert read.index.sieve
    assert not fresh.index.sieve
    table = context.in_use()
    chance = random.Random(7)
    told = 0
    for name in sorted(Path("corpus").glob("*/document.txt"))[::6]:
        words = name.read_text("utf-8").split(" ")
        for at in range(5, len(words) - 1, 9):  # slips and words left out, wherever they fall
            near = sorted(fresh.close(words[at].lower()))
            words[at] = chance.choice(near) if near and at % 2 else words[at][: at % 3]
        text = tokens(" ".join(words))
        one, other = (
            ([*near_misses(text, of)], [*cut_phrases(text, of, table)], [*left_alone(text, of, table)])
            for of in (read, fresh)
        )
        assert one == other
        told += sum(map(len, one))
    assert told > 100


def test_what_is_kept_of_the_table_follows_from_it(stored: Path) -> None:
    context.keep()
    read, fresh = context.load.__wrapped__(), context.Table(context._mapped(context.SHIPPED))
    assert read.computed is not None is fresh.computed
    some = range(0, len(fresh.syllables), 83)
    for one in some:
        written = fresh.syllables[one]
        slips = {at for at in fresh.close[written] if 0 < confusables.cost(written, fresh.syllables[at]) <= 2.6}
        assert read.close[written] == slips
        for pair in range(*fresh.columns.row[one : one + 2], 7):
            for third in fresh.between(pair):
                assert read.amid(one, third) == fresh.amid(one, third) != set()
                few = set(sorted(read.amid(one, third))[::2])
                assert read.amid(one, third, few) == fresh.amid(one, third, few) == few
    assert all(read.amid(one, other) == fresh.amid(one, other) for one in some for other in some)


def test_no_syllable_kept_as_sound_is_doubtful(stored: Path) -> None:
    slips.keep()
    sound = slips.sound.__wrapped__()
    assert "nước" in sound
    assert not [word for word in sound if slips._doubtful(word)]
