"""The SQLite index keeps the contract, and survives what files suffer."""

from __future__ import annotations

import multiprocessing
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.index import embedded
from assistant.index.embedded import EmbeddedIndex
from tests.assistant.index.index_contract import GOAL, TARGETS, IndexContract, Open

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from assistant.index.embedded import EmbeddedIndex
from tests.assistant.index.index_contract import GOAL
index = EmbeddedIndex(Path(sys.argv[1]))
for n in range(int(sys.argv[2]), 10**9):
    index.add([replace(GOAL, precedent_id=f"p{n}")])
    print(n, flush=True)
"""


class TestEmbeddedIndex(IndexContract):
    @pytest.fixture
    def open(self, tmp_path: Path) -> Open:
        return lambda: EmbeddedIndex(tmp_path / "index.sqlite")


def test_an_index_in_memory_needs_no_file() -> None:
    index = EmbeddedIndex()
    index.add([GOAL])
    assert [hit.record for hit in index.search("việc khó")] == [GOAL]


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_replaced_by_an_empty_index(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(content)
    index = EmbeddedIndex(path)
    index.add([GOAL])
    assert index.count() == 1


def test_a_file_damaged_in_the_middle_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    index = EmbeddedIndex(path)
    index.add([GOAL, TARGETS])
    index.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x55" * (len(data) - 4096))
    assert EmbeddedIndex(path).count() == 0


def test_a_file_of_another_schema_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.sqlite"
    first = EmbeddedIndex(path)
    first.add([GOAL])
    first.close()
    monkeypatch.setattr(embedded, "_TABLES", embedded._TABLES._replace(schema=embedded.SCHEMA + 1))
    assert EmbeddedIndex(path).stamps() == {}


def test_document_frequencies_are_back_to_nothing_when_all_is_removed(tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path / "index.sqlite")
    index.add([GOAL, TARGETS])
    index.add([replace(GOAL, text="Ngắn thôi.")])
    index.remove(GOAL.precedent_id)
    with sqlite3.connect(tmp_path / "index.sqlite") as db:
        assert db.execute("SELECT count(*) FROM terms").fetchone() == (0,)


def test_a_query_over_budget_keeps_its_rarest_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "POSTINGS_FREE", 0)
    index = EmbeddedIndex(tmp_path / "index.sqlite")
    index.add([replace(GOAL, precedent_id=f"p{n}") for n in range(20)] + [TARGETS])
    assert [hit.record for hit in index.search("khơi dậy khí thế trồng rừng")] == [TARGETS]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "index.sqlite", set[str]()
    for round_ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(round_ * 1_000_000)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        acknowledged |= {f"p{int(writer.stdout.readline())}" for _ in range(10 + 7 * round_)}
        time.sleep(0.003 * round_)
        writer.send_signal(signal.SIGKILL)
        acknowledged |= {f"p{line.strip()}" for line in writer.communicate()[0].splitlines() if line.strip().isdigit()}
    index = EmbeddedIndex(path)
    held = set(index.stamps())
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO words(words, rank) VALUES ('integrity-check', 0)")
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert acknowledged <= held
    assert index.count() == len(held)


def _write(path: Path, name: str) -> None:
    index = EmbeddedIndex(path)
    for n in range(15):
        index.add([replace(GOAL, precedent_id=f"{name}-{n}")])
        index.search("thi đua")
    index.close()


def test_several_processes_create_and_fill_one_index(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(path, f"w{n}")) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert EmbeddedIndex(path).count() == 45
