"""tantivy keeps the same contract and ranks close to SQLite. An extra: skipped where it is not installed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

pytest.importorskip("tantivy", reason="tantivy is not installed: pip install '.[tantivy]'")

from assistant.index import Index
from assistant.index.documents import SCHEMA
from assistant.index.embedded import EmbeddedIndex
from assistant.index.tantivy import TantivyIndex
from assistant.precedents.corpus import Corpus, shipped
from assistant.precedents.precedent import records
from tests.assistant.index.index_contract import GOAL, IndexContract, Open
from tests.assistant.index.overlap import shared


class TestTantivyIndex(IndexContract):
    @pytest.fixture
    def open(self, tmp_path: Path) -> Open:
        return lambda: TantivyIndex(tmp_path)


def test_a_damaged_folder_is_replaced_by_an_empty_index(tmp_path: Path) -> None:
    TantivyIndex(tmp_path).add([GOAL])
    next(tmp_path.rglob("meta.json")).write_text("{")
    index = TantivyIndex(tmp_path)
    assert index.count() == 0
    index.add([GOAL])
    assert index.count() == 1


def test_what_an_older_version_left_goes_when_it_was_long_unused(tmp_path: Path) -> None:
    left, used, newer, other = (tmp_path / f"tantivy-{name}" for name in (SCHEMA - 1, SCHEMA - 2, SCHEMA + 1, "backup"))
    for folder in (left, used, newer, other):
        folder.mkdir(parents=True)
        (folder / "meta.json").write_text("{}")
        for path in (folder / "meta.json", folder):
            os.utime(path, (time.time(), time.time() - 40 * 86_400))
    os.utime(used / "meta.json")
    TantivyIndex(tmp_path)
    assert [folder.is_dir() for folder in (left, used, newer, other)] == [False, True, True, True]


def test_most_of_the_first_ten_are_those_of_sqlite(tmp_path: Path) -> None:
    held = [record for precedent in Corpus(tmp_path, shipped()).list_() for record in records(precedent)]
    both: list[Index] = [EmbeddedIndex(), TantivyIndex(tmp_path / "big")]
    for index in both:
        index.add(held)
    assert shared(*both) > 0.8


def test_the_setting_is_all_that_changes(tmp_path: Path) -> None:
    first = [Corpus(tmp_path, shipped(), engine).search("chỉ tiêu giảm nghèo")[0] for engine in ("embedded", "tantivy")]
    assert first[0].record == first[1].record
