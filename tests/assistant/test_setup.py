"""Installing, as far as it can be told without a network."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from threading import Event

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from assistant import launch, programs, setup

ROOT = Path(__file__).parents[2]
VIETNAMESE = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution", "mạng"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "mã kiểm tra"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "đầy"),
        ("connection broken by 'SSLError(CERTIFICATE_VERIFY_FAILED)'", "PIP_CERT"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "Python 3.11"),
        ("[WinError 5] Access is denied", "quyền ghi"),
        ("ensurepip is not available", "python3-venv"),
        ("something nobody has seen before", "install.log"),
    ],
)
def test_a_failed_installation_is_explained_by_its_cause(output: str, word: str) -> None:
    assert word in setup.explain(output)


@pytest.mark.parametrize("sentence", [sentence for _, sentence in setup.CAUSES])
def test_every_explanation_is_one_vietnamese_sentence(sentence: str) -> None:
    assert VIETNAMESE & set(sentence)
    assert sentence.endswith(".")
    assert ". " not in sentence


@pytest.mark.parametrize("package", ["assistant", "checks"])
def test_what_an_outdated_python_reads_first_is_old_in_its_syntax(package: str) -> None:
    source = (setup.ROOT / package / "__init__.py").read_bytes()
    assert b"__future__" not in source
    assert source.isascii() or source.startswith(b"# coding: utf-8")
    assert ast.parse(source, feature_version=(3, 4))


def test_an_outdated_python_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = compile((setup.ROOT / "checks" / "__init__.py").read_bytes(), "checks", "exec")
    with monkeypatch.context() as old:
        old.setattr(sys, "version_info", (3, 6, 8))
        old.setattr(sys, "version", "3.6.8 (default)")
        with pytest.raises(SystemExit) as stopped:
            exec(first, {})
    told = "Máy đang dùng Python 3.6.8, chithi cần từ 3.11: hãy cài bản mới hơn rồi chạy lại.\n"
    assert (stopped.value.code, capsys.readouterr().err) == (2, told)


def test_an_unknown_command_shows_the_usage_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    code = setup.main(["instal"])
    assert (code, capsys.readouterr().out.strip()) == (2, setup.USAGE)


def test_what_is_installed_is_not_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(setup, "VENV", tmp_path)
    setup.python().parent.mkdir()
    setup.python().touch()
    setup.stamp("app").write_text(setup.digest("app"))
    assert [setup.is_installed(profile) for profile in ("app", "test")] == [True, False]


def test_a_changed_lock_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = setup.digest("app")
    changed = tmp_path / "app.txt"
    changed.write_bytes(setup.lock("app").read_bytes() + b"\n")
    monkeypatch.setattr(setup, "lock", lambda _: changed)
    assert setup.digest("app") != before


def pinned(profile: str) -> dict[str, list[str]]:
    """Versions by package; a package may have several, for different Pythons."""
    versions: dict[str, list[str]] = {}
    for line in setup.lock(profile).read_text("utf-8").splitlines():
        if "==" in line and not line.startswith(("#", " ")):
            name, version = line.split(";")[0].rstrip("\\ ").split("==")
            versions.setdefault(canonicalize_name(name), []).append(version.strip())
    return versions


def requirements(profile: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    listed = project["build-system"]["requires"] + project["project"]["dependencies"]
    if profile == "test":
        listed = listed + extras["test"] + extras["languagetool"]
    return [Requirement(line) for line in listed if not line.startswith("chithi")]


@pytest.mark.parametrize("profile", ["app", "test"])
def test_the_lock_answers_every_requirement_of_the_project(profile: str) -> None:
    versions = pinned(profile)
    unanswered = [
        str(wanted)
        for wanted in requirements(profile)
        if not any(wanted.specifier.contains(version) for version in versions.get(canonicalize_name(wanted.name), []))
    ]
    assert not unanswered, "run .ci/lock.sh"


def test_both_locks_hold_the_same_versions_of_what_the_app_runs_on() -> None:
    tests = pinned("test")
    assert {name: tests.get(name) for name in pinned("app")} == pinned("app")


@pytest.mark.parametrize("profile", ["app", "test"])
def test_every_package_of_the_lock_has_hashes_and_no_address(profile: str) -> None:
    text = setup.lock(profile).read_text("utf-8")
    entries = [entry for entry in text.replace("\\\n", "").splitlines() if "==" in entry and entry[0] not in "# "]
    assert "://" not in text
    assert all("--hash=sha256:" in entry for entry in entries)


def test_importing_the_package_loads_nothing_else() -> None:
    script = "import sys; before = set(sys.modules); import assistant; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['assistant', 'checks']"


def test_setup_needs_only_the_standard_library() -> None:
    # -S: without site-packages, as on the day of the first installation.
    done = subprocess.run(
        [sys.executable, "-S", "-m", "assistant.setup", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_first_start_is_the_command_with_its_office_table(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(setup, "install", lambda _: None)
    monkeypatch.setattr(setup, "hand_over", lambda module, rest: started.append([module, *rest]) or 0)
    setup.run(["app", "--port", "8600"])
    assert started == [["assistant.cli", "app", "--port", "8600"]]


def test_programs_are_fetched_beside_the_packages_and_the_tests_wait_for_both(monkeypatch: pytest.MonkeyPatch) -> None:
    packages, done = Event(), []
    monkeypatch.setattr(setup, "install", lambda _: packages.set())
    monkeypatch.setattr(setup, "install_missing_programs", lambda: packages.wait(60) and done.append("programs"))
    monkeypatch.setattr(setup, "hand_over", lambda module, _: done.append(module) or 0)
    setup.run(["test"])
    assert done == ["programs", "pytest"]


def test_a_busy_port_is_passed_over() -> None:
    first = launch.free_port()
    with launch.socket.create_server((launch.ADDRESS, first)):
        assert launch.free_port() > first


def test_the_missing_programs_are_named_with_the_tests_they_cost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    programs.install_missing_programs()
    out = capsys.readouterr().out
    assert all(name in out for name in programs.PROGRAMS)


def test_tests_run_in_two_processes_more_than_there_are_processors_and_never_in_more_than_four() -> None:
    assert [setup.in_parallel(processors)[0] for processors in (1, 2, 64)] == [
        "--numprocesses=3",
        "--numprocesses=4",
        "--numprocesses=4",
    ]
