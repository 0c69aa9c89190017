"""SARIF before its judge: Microsoft's own validator, whose exit code is 0 whatever it finds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from checks.report import Suppressed
from tests.checks.report.made import checked, told

PACKAGE = "@microsoft/sarif-multitool"
VERSION = "5.7.0"
TOOL = "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"


@pytest.fixture(scope="session")
def multitool() -> Path:
    """The validator, installed by name once for all runs of this machine."""
    npm = shutil.which("npm")
    if npm is None or not shutil.which("node") or sys.platform != "linux":
        pytest.skip("the SARIF validator needs node and npm on Linux")
    home = Path(tempfile.gettempdir()) / f"chithi-sarif-multitool-{VERSION}-{os.getuid()}"
    if not (home / TOOL).exists():
        home.mkdir(exist_ok=True)
        command = [
            npm,
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(home),
            f"{PACKAGE}@{VERSION}",
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode != 0:
            pytest.skip(f"npm could not install {PACKAGE}@{VERSION}: {done.stderr.strip()[-200:]}")
    (home / TOOL).chmod(0o755)
    return home / TOOL


def judged(multitool: Path, folder: Path, sarif: str) -> Counter[str]:
    """Rule and level of all that the validator has to say above a note."""
    file, out = folder / "x.sarif", folder / "judged.sarif"
    file.write_text(sarif, encoding="utf-8")
    command = [str(multitool), "validate", str(file), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"]
    done = subprocess.run(
        [*command, "--output", str(out), "--log", "ForceOverwrite"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert out.exists(), done.stdout + done.stderr
    (run,) = json.loads(out.read_text(encoding="utf-8-sig"))["runs"]
    found = Counter(f"{r['ruleId']} {r.get('level', 'warning')}" for r in run["results"])
    assert found, "the validator always has notes: silence means that it did not read the file"
    return Counter({name: count for name, count in found.items() if not name.endswith(" note")})


def test_a_plain_report_has_no_error_and_no_warning(multitool: Path, tmp_path: Path) -> None:
    assert judged(multitool, tmp_path, told("sarif", checked(), checked(path="b.txt"))) == {}


def test_a_report_against_a_baseline_with_waivers_and_failures_has_none_either(multitool: Path, tmp_path: Path) -> None:
    file = checked()
    first, *rest = file.report.findings
    gap = rest[0]._replace(rule="leftover-year", span=type(first.span)(5, 5))
    quiet = file._replace(
        report=file.report._replace(findings=(*rest, gap)),
        fingerprints=(*file.fingerprints[1:], "f" * 20),
        suppressed=(Suppressed(first, file.fingerprints[0], "baseline", "đã có khi lập tệp mốc"),),
        baseline=True,
    )
    log = told("sarif", quiet, unread=(("mất.docx", "Không tìm thấy tệp."),), remarks=("Tệp mốc đã cũ.",))
    assert judged(multitool, tmp_path, log) == {}


def test_an_unread_file_makes_the_run_unsuccessful() -> None:
    (run,) = json.loads(told("sarif", checked(), unread=(("mất.docx", "Không tìm thấy tệp."),)))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_what_a_baseline_answers_is_marked_and_not_dropped() -> None:
    file = checked()
    first = file.report.findings[0]
    aside = (Suppressed(first, file.fingerprints[0], "baseline", "đã có khi lập tệp mốc"),)
    kept = file._replace(
        report=file.report._replace(findings=file.report.findings[1:]),
        fingerprints=file.fingerprints[1:],
        suppressed=aside,
        baseline=True,
    )
    (run,) = json.loads(told("sarif", kept))["runs"]
    states = [(r["baselineState"], bool(r["suppressions"])) for r in run["results"]]
    assert Counter(states) == {("unchanged", True): 1, ("new", False): len(file.report.findings) - 1}
