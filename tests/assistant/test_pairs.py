"""Targets paired by an officer are still paired tomorrow."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import pairs
from checks.comparison.pairing import Pair
from checks.errors import UserError

ONE = Pair("Mở rộng vùng nguyên liệu", "Trồng chè", "ha")


def test_nothing_is_paired_in_a_new_folder(tmp_path: Path) -> None:
    assert pairs.load(tmp_path / "chưa có") == ()


def test_a_pair_is_remembered(tmp_path: Path) -> None:
    pairs.remember(tmp_path / "mới", ONE)
    assert pairs.load(tmp_path / "mới") == (ONE,)


def test_a_pair_is_forgotten_when_asked(tmp_path: Path) -> None:
    pairs.remember(tmp_path, ONE)
    assert pairs.forget(tmp_path, ONE) == pairs.load(tmp_path) == ()


def test_a_later_word_on_a_target_replaces_the_earlier(tmp_path: Path) -> None:
    pairs.remember(tmp_path, ONE)
    later = ONE._replace(previous="Trồng mới chè")
    assert pairs.remember(tmp_path, later) == (later,)


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    pairs.remember(tmp_path, ONE)
    assert {path.name for path in tmp_path.iterdir()} <= {pairs.FILE, ".lock"}


def test_a_damaged_file_is_told_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / pairs.FILE).write_bytes(b"\xff{")
    with pytest.raises(UserError, match="Không đọc được tệp ghép"):
        pairs.remember(tmp_path, ONE)
    assert (tmp_path / pairs.FILE).read_bytes() == b"\xff{"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="Không ghi được"):
        pairs.remember(tmp_path / "tệp", ONE)
