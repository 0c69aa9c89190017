"""Thousands of files: in processes, with progress, taken up again after a kill, drafts and old formats recognised."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.commands.corpus_print import MOST_TWINS, print_report
from assistant.precedents import conversion, preparing
from assistant.precedents.conversion import converted
from assistant.precedents.corpus import Corpus, Step
from assistant.precedents.intake import AddReport, files
from assistant.precedents.likeness import likeness, sketch
from assistant.precedents.preparing import Held, Prepared, Refused, prepared
from checks.errors import UserError
from tests.assistant.samples import BAI_SAU, lang_ha

MANY = preparing.FEW + 8


def fill(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for n in range(count):
        text = lang_ha(2000 + n % 25, forest=100 + n).replace("Lạng Hà", f"Lạng Hà {n // 25}")
        (folder / f"{n:04}.txt").write_text(text.replace("LẠNG HÀ", f"LẠNG HÀ {n // 25}"), "utf-8")
    return folder


def add(data: Path, folder: Path) -> subprocess.Popen[str]:
    """`chithi corpus add FOLDER` as a process."""
    return subprocess.Popen(
        [sys.executable, "-m", "assistant.cli", "corpus", "add", str(folder)],
        env={**os.environ, "CHITHI_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_many_files_are_read_in_processes_and_told_in_order(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", MANY)
    (folder / "0003.txt").write_bytes(b"\x00\x01")
    steps: list[Step] = []
    corpus = Corpus(tmp_path / "data")
    report = corpus.add([folder], steps.append, processes=2)
    corpus.close()
    assert (len(report.added), [path.name for path, _ in report.unreadable]) == (MANY - 1, ["0003.txt"])
    assert sum((step.added for step in steps), ()) == report.added
    assert (steps[-1].done, steps[-1].total) == (MANY, MANY)


def test_a_second_import_stores_nothing_and_reads_no_file_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "in", 3)
    corpus = Corpus(tmp_path / "data")
    corpus.add([folder])
    monkeypatch.setattr(preparing, "read", lambda path: pytest.fail(f"{path} read again"))
    again = corpus.add([folder])
    assert (again.added, len(again.duplicates)) == ((), 3)


def test_of_thousands_of_files_held_already_the_first_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    twins = tuple((Path(f"{n}.txt"), "ubnd-xa-a-2025") for n in range(MOST_TWINS + 3))
    print_report(AddReport(duplicates=twins))
    *named, rest, total = capsys.readouterr().out.splitlines()
    assert (len(named), rest) == (MOST_TWINS, "… và 3 tệp khác có nội dung đã có trong kho.")
    assert total == f"0 đã nhập, {MOST_TWINS + 3} trùng, 0 không đọc được."


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_nothing_acknowledged_is_lost_when_the_import_is_killed(tmp_path: Path) -> None:
    folder, data = fill(tmp_path / "in", 30), tmp_path / "data"
    chance = random.Random(5)
    acknowledged: set[str] = set()
    for _ in range(2):
        process = add(data, folder)
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            if len(lines) == 1:
                time.sleep(chance.random() * 0.5)
                process.send_signal(signal.SIGKILL)
        process.wait()
        acknowledged |= {line.split()[2].rstrip(".") for line in lines if line.startswith("Đã nhập ")}
        corpus = Corpus(data)
        held = {precedent.id for precedent in corpus.list_()}
        assert acknowledged <= held
        assert (corpus.damaged(), set(corpus.index.stamps())) == ([], held)
        corpus.close()
    assert acknowledged
    process = add(data, folder)
    assert process.communicate()[0].splitlines()[-1].endswith("0 không đọc được.")
    corpus = Corpus(data)
    assert (process.returncode, len(corpus.list_()), len(corpus.index.stamps())) == (0, 30, 30)
    corpus.close()


def test_an_index_that_another_process_writes_for_long_stops_no_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.sqlite.LOCK_SECONDS", 0.05)
    corpus = Corpus(tmp_path / "data")
    assert corpus.index.count() == 0
    other = sqlite3.connect(tmp_path / "data" / "index.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert len(corpus.add([fill(tmp_path / "in", 3)]).added) == 3
    assert corpus.search("trồng rừng") == []
    with pytest.raises(UserError, match="chương trình khác"):
        corpus.rebuild()
    other.execute("ROLLBACK")
    other.close()
    corpus.close()
    assert len({hit.record.precedent_id for hit in corpus.search("trồng mới rừng")}) == 3


def test_a_file_that_kills_its_reader_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "in", MANY)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    monkeypatch.setattr(preparing, "_prepare_here", deadly)
    outcomes = dict(prepared(sorted(folder.iterdir()), Held(tmp_path / "data", frozenset()), 2))
    refused = [path.name for path, outcome in outcomes.items() if isinstance(outcome, Refused)]
    assert refused == ["0007.txt"]
    assert sum(isinstance(outcome, Prepared) for outcome in outcomes.values()) == MANY - 1


def deadly(path: Path) -> preparing.Outcome:
    if path.name == "0007.txt":
        os._exit(9)
    return preparing.prepare(path, Held(path.parent, frozenset()))


def test_a_mistake_of_ours_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "in", 2)
    monkeypatch.setattr(preparing, "sketch", lambda text: 1 / ("100" not in text))
    report = Corpus(tmp_path / "data").add([folder])
    assert len(report.added) == 1
    assert "ZeroDivisionError" in report.unreadable[0][1]


def test_the_index_is_rebuilt_from_the_files(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "data")
    (only,) = corpus.add([fill(tmp_path / "in", 1)]).added
    corpus.index.remove(only)
    assert corpus.search("trồng mới") == []
    assert corpus.rebuild() == corpus.index.count() > 0
    assert corpus.search("trồng mới")[0].record.precedent_id == only
    corpus.close()


def test_a_draft_and_what_was_issued_are_told_to_be_versions(tmp_path: Path) -> None:
    issued = tmp_path / "ban hành.txt"
    draft = tmp_path / "dự thảo.txt"
    issued.write_text(BAI_SAU, "utf-8")
    draft.write_text(
        BAI_SAU.replace("Số: 21/KH-UBND", "Số:      /KH-UBND").replace("ngày 03 tháng", "ngày      tháng"), "utf-8"
    )
    corpus = Corpus(tmp_path / "data")
    report = corpus.add([issued, draft])
    corpus.close()
    first, second = report.added
    assert [(new, twin) for new, twin, _ in report.versions] == [(second, first)]
    assert report.versions[0][2] > 80


def test_directives_of_two_years_are_no_versions_of_one(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "data")
    report = corpus.add([fill(tmp_path / "in", 5)])
    corpus.close()
    assert report.versions == ()


@pytest.mark.parametrize(("one", "other", "share"), [("a b c d e", "a b c d e", 1.0), ("a b c d e", "v w x y z", 0.0)])
def test_likeness_is_the_share_of_common_runs(one: str, other: str, share: float) -> None:
    assert likeness(sketch(one), sketch(other)) == share


def office_file(soffice: str, folder: Path, suffix: str) -> Path:
    source = folder / "van-ban.txt"
    source.write_text(BAI_SAU, "utf-8-sig")
    profile = (folder / "profile").as_uri()
    kinds = {".doc": "doc:MS Word 97", ".rtf": "rtf:Rich Text Format", ".odt": "odt:writer8"}
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--infilter=Text (encoded):UTF8",
            "--convert-to",
            kinds[suffix],
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    source.unlink()
    shutil.rmtree(folder / "profile", ignore_errors=True)
    return folder / f"van-ban{suffix}"


@pytest.mark.parametrize("suffix", conversion.SUFFIXES)
def test_old_formats_are_read_through_libreoffice(soffice: str, tmp_path: Path, suffix: str) -> None:
    path = office_file(soffice, tmp_path, suffix)
    corpus = Corpus(tmp_path / "data")
    report = corpus.add([path])
    assert report.unreadable == ()
    found = corpus.show(report.added[0])
    assert (found.issuer, found.number) == ("Ủy ban nhân dân phường Bãi Sâu", "21/KH-UBND")
    assert (found.folder / f"original{suffix}").read_bytes() == path.read_bytes()


def test_without_libreoffice_an_old_file_is_refused_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion.programs, "find", lambda _: None)
    with pytest.raises(UserError, match="cài LibreOffice"):
        converted(b"\xd0\xcf\x11\xe0", "cũ.doc")


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
def test_a_conversion_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = tmp_path / "soffice"
    hanging.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n")
    hanging.chmod(0o755)
    monkeypatch.setattr(conversion.programs, "find", lambda _: str(hanging))
    with pytest.raises(UserError, match="quá 1 giây"):
        converted(b"\xd0\xcf\x11\xe0", "cũ.doc", seconds=1)
    child = int((tmp_path / "child").read_text())
    time.sleep(0.2)
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_a_folder_nobody_may_open_is_told_and_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(os, "access", lambda *_: False)
    (file,) = files([tmp_path])
    told = preparing.prepare(file, Held(tmp_path, frozenset()))
    assert isinstance(told, Refused)
    assert "Không có quyền mở thư mục" in told.sentence


def test_a_pattern_that_the_shell_passed_on_is_its_files(tmp_path: Path) -> None:
    fill(tmp_path / "cũ", 3)
    assert [file.name for file in files([tmp_path / "*" / "000[12].txt"])] == ["0001.txt", "0002.txt"]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are found in /proc")
def test_a_stop_while_the_workers_start_is_one_sentence(tmp_path: Path) -> None:
    heeding = ["env", "--default-signal=INT"]  # what a shell starts in the background ignores Ctrl+C
    process = subprocess.Popen(
        [
            *heeding,
            sys.executable,
            "-m",
            "assistant.cli",
            "corpus",
            "add",
            "--processes",
            "2",
            fill(tmp_path / "in", 40),
        ],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "CHITHI_DATA": str(tmp_path / "data"), "PYTHONUTF8": "1"},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 60
    while len(children.read_text().split()) < 2 and time.monotonic() < deadline:  # the tracker, then a worker
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60)[1] == "Đã dừng theo lệnh: việc chưa làm xong.\n"
