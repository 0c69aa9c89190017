"""The command line from outside: bad input is one Vietnamese sentence and exit 2, never green and never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import cli
from checks.commands import judging, pool
from checks.commands.judging import Job, Outcome
from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding
from checks.report import FORMATS
from checks.rule import Rule
from checks.settings.config import Settings
from tests.checks.reading.make import directive, pdf
from tests.checks.report.made import CAMPAIGN

ROOT = Path(__file__).parents[3]
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
CLEAN = "Các thôn thi đua lập thành tích.\n"
WRONG = "Các thôn nêu (ba việc và thi đua lập thành tích.\n"


def run(*arguments: str | Path, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """``python -m checks`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "checks", *map(str, arguments)],
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def one_sentence(told: bytes) -> bool:
    text = told.decode().strip()
    return "\n" not in text and "Traceback" not in text and VIETNAMESE.search(text) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sach.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "sai.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


BAD = {
    "rỗng.txt": b"",
    "trắng.txt": b" \n\t\n",
    "nhị phân.txt": bytes(range(256)) * 8,
    "ảnh.docx": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "cụt.docx": directive()[:4000],
    "quét.pdf": pdf(""),
    "lớn.txt": "thi đua ".encode() * 6_000_000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_exit_2(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    done = run(tmp_path / name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert one_sentence(done.stderr), done.stderr.decode()


@pytest.mark.parametrize("name", ["không có.txt", "thư mục rỗng", "a\nb.txt"])
def test_input_that_is_not_there_is_one_sentence_and_exit_2(name: str, tmp_path: Path) -> None:
    (tmp_path / "thư mục rỗng").mkdir()
    done = run(tmp_path / name)
    assert done.returncode == 2
    assert VIETNAMESE.search(done.stderr.decode())
    assert b"Traceback" not in done.stderr


def test_a_wrong_extension_is_read_by_content(tmp_path: Path) -> None:
    (tmp_path / "chỉ thị.txt").write_bytes(directive())
    assert b"KH\xe1\xba" not in run(tmp_path / "chỉ thị.txt").stderr
    assert run(tmp_path / "chỉ thị.txt").returncode in (0, 1)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("TCVN3", "Thùc hiÖn phong trµo thi ®ua n¨m 2026, c¸c cÊp chÝnh quyÒn"),
        ("VNI", "Thöïc hieän phong traøo thi ñua naêm 2026, caùc caáp chính quyeàn"),
    ],
)
def test_a_text_in_an_old_encoding_is_checked_and_that_is_said(encoding: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "cũ.txt").write_text((text + "\n") * 12, encoding="utf-8")
    assert f"bảng mã {encoding}" in run(tmp_path / "cũ.txt", "--fail-on", "never").stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.txt", "--format", "xml"],
        ["check", "a.txt", "--fail-on", "fatal"],
        ["check", "a.txt", "--nonsense"],
        ["check", "a.txt", "--issued", "20-11-2026"],
        ["check", "a.txt", "--issued", "1/1/99999999999999999999"],
        ["check", "a.txt", "--jobs", "0"],
        ["check", "a.txt", "--stdin-filename", "b.txt"],
        ["check", "không-có-*.txt"],
        ["check", "a.txt", "--config"],
        ["check", "a.txt", "--format", "json", "b.txt"],
        ["check", "README.md", "--select", "period-ends"],
        ["check", "README.md", "--baseline", "không-có.json"],
        ["check", "README.md", "--write-baseline"],
        ["check", "README.md", "--previous", "không-có.txt"],
        ["check", "README.md", "--exclude", "*.md"],
        ["check", "README.md", "--output", "không/có/a.txt"],
        ["check", "-", "--fix"],
        ["check", "README.md", "--unsafe-fixes"],
        ["explain", "period-ends"],
        ["fix", "README.md", "README.md", "LICENSE", "--out", "x.txt"],
    ],
)
def test_a_bad_option_is_one_sentence_and_exit_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr.decode()


def test_exit_codes_follow_fail_on(folder: Path) -> None:
    codes = [run(folder / "sai.txt", "--fail-on", level).returncode for level in ("error", "never")]
    assert (run(folder / "sach.txt").returncode, codes) == (0, [1, 0])


def test_a_missing_file_among_good_ones_is_never_green(folder: Path) -> None:
    done = run(folder / "sach.txt", folder / "mất.txt", "--format", "json")
    assert (done.returncode, len(json.loads(done.stdout)["files"])) == (2, 1)
    assert len(json.loads(done.stdout)["unread"]) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_standard_output_holds_only_the_format(name: str, folder: Path) -> None:
    done = run(folder / "sai.txt", folder / "mất.txt", "--format", name, "--statistics", "--timing")
    start = {"json": b"{", "sarif": b"{", "rdjson": b"{", "gitlab": b"[", "junit": b"<?xml", "html": b"<!DOCTYPE"}
    assert done.stdout.startswith(start.get(name, b""))
    if name in ("json", "sarif", "rdjson", "gitlab"):
        json.loads(done.stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_output_to_a_file_changes_neither_the_code_nor_the_bytes(name: str, folder: Path) -> None:
    shown = run(folder / "sai.txt", "--format", name)
    written = run(folder / "sai.txt", "--format", name, "--output", folder / "kết quả")
    assert (written.returncode, written.stdout) == (shown.returncode, b"")
    assert (folder / "kết quả").read_bytes() == shown.stdout


def test_a_folder_is_walked_in_order_without_what_is_hidden_or_linked(folder: Path) -> None:
    (folder / "b/.ẩn").mkdir(parents=True)
    for name in ("b/z.md", "b/a.txt", ".ẩn.txt", "~$a.docx", "b/.ẩn/c.txt", "c.json"):
        (folder / name).write_text(CLEAN, encoding="utf-8")
    (folder / "lối vòng").symlink_to(folder)
    (folder / "liên kết.txt").symlink_to(folder / "sach.txt")
    data = json.loads(run(folder, "--format", "json", "--exclude", "sai.*").stdout)
    assert [str(Path(f["path"]).relative_to(folder)) for f in data["files"]] == ["b/a.txt", "b/z.md", "sach.txt"]


def test_a_folder_nobody_may_open_is_said_and_the_others_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = folder / "riêng"
    closed.mkdir()
    scandir, access = os.scandir, os.access  # root may open everything, so the system's answer is given here

    def opened(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", opened)
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != str(closed) and access(path, mode))
    assert cli.main(["check", str(folder), "--format", "json"]) == 2
    told = capsys.readouterr()
    assert len(json.loads(told.out)["files"]) == 2
    assert "Không có quyền mở thư mục" in told.err


def test_standard_input_is_a_file_too() -> None:
    done = run("-", "--format", "json", stdin=WRONG.encode())
    assert (done.returncode, json.loads(done.stdout)["files"][0]["path"]) == (1, "-")


def test_what_an_editor_sends_goes_by_the_name_of_its_file(folder: Path) -> None:
    (folder / "chithi.toml").write_text('ignore = ["balanced-marks"]', encoding="utf-8")
    done = run("-", "--stdin-filename", folder / "chưa lưu.txt", "--format", "json", stdin=WRONG.encode())
    checked = json.loads(done.stdout)["files"][0]
    assert (done.returncode, Path(checked["path"]).name, checked["findings"]) == (0, "chưa lưu.txt", [])
    shown = run("fix", "-", "--diff", "--stdin-filename", "chưa lưu.txt", stdin="gồm có : năm việc\n".encode())
    assert shown.stdout.decode().startswith("--- chưa lưu.txt\n")


def test_ctrl_c_is_one_sentence() -> None:
    code = "from checks.entry import start\ndef main(): raise KeyboardInterrupt\nstart(main)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, one_sentence(done.stderr)) == (130, True)


def test_a_closed_output_keeps_the_exit_code(folder: Path) -> None:
    command = f"{sys.executable} -m checks {folder}/sai.txt >&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_pattern_that_the_shell_passed_on_is_its_files(folder: Path) -> None:
    (folder / "a[1].txt").write_text(CLEAN, encoding="utf-8")
    data = json.loads(run(folder / "sa?.txt", folder / "a[1].txt", "--format", "json").stdout)
    assert [Path(checked["path"]).name for checked in data["files"]] == ["sai.txt", "a[1].txt"]


def test_a_pipe_that_is_not_utf8_gets_the_report_all_the_same(folder: Path) -> None:
    done = run(folder / "sai.txt", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, "phép kiểm" in done.stdout.decode()) == (1, True)


def test_a_file_whose_name_is_no_text_is_reported(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(name)).write_text(WRONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "checks", name, "--format", "json"], capture_output=True, cwd=ROOT, check=False
    )
    assert (done.returncode, len(json.loads(done.stdout)["files"])) == (1, 1)


def test_a_reader_that_stops_early_is_no_traceback(folder: Path) -> None:
    # More than the 64 KB that a pipe holds.
    command = f"{sys.executable} -m checks corpus/tinh-* --format json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert (done.stdout, done.stderr) == (b'{\n "schema', b"")


def test_many_files_in_several_processes_are_reported_in_order(folder: Path) -> None:
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(WRONG if number % 3 else CLEAN, encoding="utf-8")
    alone, shared = (run(folder, "--format", "json", "--jobs", n) for n in ("1", "2"))
    assert (alone.returncode, alone.stdout) == (shared.returncode, shared.stdout)


def test_a_worker_that_dies_is_never_green(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "judge", die)
    with pytest.raises(UserError, match="tiến trình kiểm tra bị dừng"):
        pool.judge_all([Job("a.txt", Settings(), "text", None)] * 3, 2)  # type: ignore[arg-type]


def die(job: Job) -> Outcome:
    os._exit(9)


class Broken(Rule):
    """Phép kiểm hỏng, chỉ có trong phép thử này."""

    tier = "gợi ý"
    source = "phép thử"
    good = ("Không có.",)
    bad = ("[[Không có.]]",)

    def check(self, doc: Document) -> Iterator[Finding]:
        yield self.finding((0, 1 // len(doc.text[:0])), "Không bao giờ đến đây.")


@pytest.mark.parametrize("name", FORMATS)
def test_a_rule_that_crashes_is_exit_2_and_said_in_every_format(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(judging, "all_rules", lambda: (Broken(),))
    judging.chosen.cache_clear()
    code = cli.main(["check", str(folder / "sach.txt"), "--format", name])
    judging.chosen.cache_clear()
    assert (code, "ZeroDivisionError" in capsys.readouterr().out) == (2, True)


def test_a_defect_of_ours_exits_with_2_and_not_with_the_1_of_findings(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.guarded(lambda _: 1 // 0, None)  # type: ignore[arg-type]
    assert (code, "ZeroDivisionError" in capsys.readouterr().err) == (2, True)


def test_a_baseline_round_trip_blocks_only_what_is_new(folder: Path) -> None:
    target = folder / "moc.json"
    written = run(folder, "--write-baseline", target)
    known = run(folder, "--baseline", target)
    (folder / "sai.txt").write_text("Mới: nêu (thêm việc\n\n" + WRONG, encoding="utf-8")
    new = run(folder, "--baseline", target, "--format", "json")
    found = [
        f["text"] for file in json.loads(new.stdout)["files"] for f in file["findings"] if f["severity"] == "error"
    ]
    assert (written.returncode, known.returncode, new.returncode, len(found)) == (0, 0, 1, 1)


def test_a_baseline_is_not_written_while_a_file_is_unread(folder: Path) -> None:
    done = run(folder / "sai.txt", folder / "mất.txt", "--write-baseline", folder / "moc.json")
    assert (done.returncode, (folder / "moc.json").exists()) == (2, False)


def test_diff_says_whether_there_is_something_to_repair_and_writes_nothing(folder: Path) -> None:
    (folder / "kh.txt").write_text(CAMPAIGN, encoding="utf-8")
    before = sorted(folder.iterdir())
    codes = [run("check", folder / name, "--diff").returncode for name in ("kh.txt", "sach.txt", "mất.txt")]
    assert (codes, sorted(folder.iterdir())) == ([1, 0, 2], before)


def test_fix_then_check_reports_on_the_repaired_copy(folder: Path) -> None:
    (folder / "kh.txt").write_text(CAMPAIGN, encoding="utf-8")
    done = run("check", folder / "kh.txt", "--fix", "--format", "json")
    (file,) = json.loads(done.stdout)["files"]
    assert (Path(file["path"]).name, (folder / "kh.txt").read_text("utf-8")) == ("kh.da-sua.txt", CAMPAIGN)
    assert not [f for f in file["findings"] if f["fix"] and f["fix"]["safe"]]


def test_in_place_keeps_the_original_unless_git_does(folder: Path) -> None:
    (folder / "kh.txt").write_text(CAMPAIGN, encoding="utf-8")
    assert run("fix", "--in-place", folder / "kh.txt").returncode == 0
    assert (folder / "kh.txt.goc").read_text("utf-8") == CAMPAIGN
    (folder / "kh2.txt").write_text(CAMPAIGN, encoding="utf-8")
    assert run("fix", "--in-place", "--no-backup", folder / "kh2.txt").returncode == 0
    assert not (folder / "kh2.txt.goc").exists()


def test_what_a_waiver_covers_is_not_repaired(folder: Path) -> None:
    (folder / "kh.txt").write_text(CAMPAIGN, encoding="utf-8")
    (folder / "chithi-waivers.toml").write_text(
        '[[waiver]]\nrule = "document-number"\nquote = "7 /KH-UBND"\nreason = "Hệ thống cũ cấp số"\n', encoding="utf-8"
    )
    run("fix", "--unsafe-fixes", folder / "kh.txt", "--out", folder / "x.txt")
    assert "7 /KH-UBND" in (folder / "x.txt").read_text("utf-8")


def test_settings_are_shown_with_where_they_came_from(folder: Path) -> None:
    (folder / "chithi.toml").write_text("final = true\n", encoding="utf-8")
    shown = run(folder / "sach.txt", "--show-settings").stdout.decode()
    assert shown.startswith(f"# {folder / 'chithi.toml'}\n")
    assert "final = true" in shown


def test_final_makes_an_open_blank_an_error(folder: Path) -> None:
    (folder / "nháp.txt").write_text(CAMPAIGN.replace("7 /KH", "…/KH"), encoding="utf-8")
    levels = []
    for option in ((), ("--final",)):
        data = json.loads(run(folder / "nháp.txt", "--format", "json", *option).stdout)
        levels.append({f["severity"] for f in data["files"][0]["findings"] if f["rule"] == "open-blank"})
    assert levels == [{"warning"}, {"error"}]


def test_every_finding_of_the_json_points_at_its_words() -> None:
    planted = [
        found.with_name("document.txt")
        for found in ROOT.glob("corpus/*/findings.toml")
        if "[[" in found.read_text("utf-8")
    ]
    data = json.loads(run(*planted, "--format", "json").stdout)
    assert sum(len(file["findings"]) for file in data["files"]) > 50
    for file in data["files"]:
        lines = (ROOT / file["path"]).read_text("utf-8").split("\n")
        for found in file["findings"]:
            if "\n" not in found["text"]:
                line = lines[found["start"]["line"] - 1]
                assert line[found["start"]["column"] - 1 : found["end"]["column"] - 1] == found["text"]


def test_timing_reports_the_same_findings(folder: Path) -> None:
    plain, timed = (run(folder, "--format", "json", *more) for more in ((), ("--timing",)))
    assert (plain.stdout, b" ms " in timed.stderr) == (timed.stdout, True)


def test_the_version_of_the_program_is_that_of_the_project() -> None:
    import tomllib

    from checks.version import VERSION

    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_the_version_is_told_with_that_of_the_rules() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode().startswith("chithi 0.1.0, phép kiểm ")) == (0, True)


def test_a_day_may_be_given_as_an_office_writes_it(folder: Path) -> None:
    (folder / "b.txt").write_text("KẾ HOẠCH\nPhát động thi đua\n\nCác thôn thực hiện.\n", encoding="utf-8")
    days = [
        json.loads(run(folder / "b.txt", "--format", "json", "--issued", d).stdout)["files"][0]["issued"]
        for d in ("2026-01-12", "12/01/2026", "12/1/2026")
    ]
    assert days == ["2026-01-12"] * 3


def test_an_unknown_command_is_named_with_those_there_are() -> None:
    done = subprocess.run([sys.executable, "-m", "assistant.cli", "chek"], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr.decode().startswith("Không có lệnh “chek”; các lệnh là check, fix, ")


def test_fix_gives_the_officers_own_word_file_back_with_comments(folder: Path) -> None:
    (folder / "a.docx").write_bytes(directive())
    done = run("fix", folder / "a.docx", "--comments")
    assert (done.returncode, (folder / "a.da-soat.docx").exists()) == (0, True)


def test_a_bad_option_of_the_one_command_is_vietnamese_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant.cli", "check", "--nonsense"], capture_output=True, cwd=ROOT, check=False
    )
    assert (done.returncode, one_sentence(done.stderr)) == (2, True)
