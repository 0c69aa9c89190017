"""What the command writes for other programs, against the published form of each format."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.checks.report.made import CAMPAIGN
from tests.checks.report.published import SCHEMAS, valid

ROOT = Path(__file__).parents[3]
CLEAN = (ROOT / "corpus/xa-tan-phong-thuong-chi-thi-2026/document.txt").read_text("utf-8")
FORMATS = ("json", "rdjson", "gitlab", "junit", "github")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kế hoạch, 100% 😀.txt").write_text(CAMPAIGN, encoding="utf-8")
    (tmp_path / "sạch.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "hỏng.docx").write_bytes(b"PK\x03\x04 not a Word file")
    return tmp_path


CASES: dict[str, tuple[tuple[str, ...], int]] = {
    "findings with emoji": (("kế hoạch, 100% 😀.txt",), 1),
    "no finding": (("sạch.txt",), 0),
    "several files": (("kế hoạch, 100% 😀.txt", "sạch.txt"), 1),
    "a damaged file": (("sạch.txt", "hỏng.docx"), 2),
    "nothing could be read": (("không có.txt", "hỏng.docx"), 2),
}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checks", "--isolated", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_what_the_command_writes_keeps_to_the_published_form(folder: Path, name: str, case: str) -> None:
    files, code = CASES[case]
    done = run(folder, "--format", name, *files)
    assert done.returncode == code, done.stderr
    valid(name, done.stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_baseline_sets_aside_keeps_to_it_too(folder: Path, name: str) -> None:
    run(folder, "--write-baseline", "moc.json", "kế hoạch, 100% 😀.txt")
    shutil.copy(folder / "kế hoạch, 100% 😀.txt", folder / "bản sao.txt")
    done = run(folder, "--baseline", "moc.json", "--format", name, "kế hoạch, 100% 😀.txt", "bản sao.txt")
    assert done.returncode == 1, done.stderr
    valid(name, done.stdout)


def test_two_files_with_the_same_words_have_their_own_fingerprints(folder: Path) -> None:
    shutil.copy(folder / "kế hoạch, 100% 😀.txt", folder / "bản sao.txt")
    issues: list[dict[str, Any]] = json.loads(
        run(folder, "--format", "gitlab", "kế hoạch, 100% 😀.txt", "bản sao.txt").stdout
    )
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 10


def test_gitlab_is_told_no_less_than_its_parser_asks_of_an_issue() -> None:
    """GitLab's parser leaves out an issue that lacks one of these; a line may also stand in ``positions``, which we do not write."""
    asked = {"description": "string", "fingerprint": "string", "severity": "string", "location": "object"}
    ours = json.loads(SCHEMAS["gitlab"].read_text("utf-8"))["items"]
    assert set(ours["required"]) >= asked.keys()
    assert {name: ours["properties"][name].get("type", "string") for name in asked} == asked
    place = ours["properties"]["location"]["properties"]
    assert (place["path"]["type"], place["lines"]["properties"]["begin"]["type"]) == ("string", "integer")
