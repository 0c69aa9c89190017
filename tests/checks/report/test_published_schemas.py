"""Reports before the schemas as others publish them: fetched by the ordinary clients, each with its hash, kept for all runs.

Ours beside this file are stricter (schemas/README.md), but written by us; these say whether we read theirs rightly.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from checks.report import Suppressed
from tests.checks.report.made import checked, told

REVIEWDOG = "github.com/reviewdog/reviewdog@v0.21.0"
REVIEWDOG_SUM = "h1:0q/s3LqFnmBJt0OuMLXUjNdj5LwwkV0ZAwIwcqycV6E="
# pytest's source release carries the schema of Jenkins' xunit plugin (MIT), by which it judges its own JUnit reports
JUNIT_RELEASE = "9.2.0"
JUNIT_HASH = "97c4f3b1f3c7414aa36465e09b8220f1d03627993bd51b1282e193753c80557b"
JUNIT_SCHEMA = f"pytest-{JUNIT_RELEASE}/testing/example_scripts/junit-10.xsd"


def fetched(*command: str, what: str, **environment: str) -> str:
    """The output of a package client; where it gets nothing the test is skipped and says so."""
    env = {**os.environ, **environment}
    with tempfile.TemporaryDirectory() as nowhere:  # go would look for a module around it
        done = subprocess.run(command, cwd=nowhere, env=env, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        pytest.skip(f"could not fetch {what}: {(done.stderr or done.stdout).strip()[-200:]}")
    return done.stdout


@pytest.fixture(scope="session")
def diagnostics() -> dict[str, Any]:
    """reviewdog's own JSON schema, out of its Go module."""
    go = shutil.which("go")
    if go is None:
        pytest.skip("reviewdog's schema comes in its Go module, which needs go")
    module = json.loads(fetched(go, "mod", "download", "-json", REVIEWDOG, what=REVIEWDOG))
    assert module["Sum"] == REVIEWDOG_SUM
    schema: dict[str, Any] = json.loads(
        (Path(module["Dir"]) / "proto/rdf/jsonschema/DiagnosticResult.json").read_text("utf-8")
    )
    jsonschema.Draft4Validator.check_schema(schema)
    return schema


@pytest.fixture(scope="session")
def jenkins() -> etree.XMLSchema:
    """The XML schema by which Jenkins reads JUnit reports."""
    home = Path(tempfile.gettempdir()) / f"chithi-junit-schema-{JUNIT_RELEASE}-{getpass.getuser()}"
    release = home / f"pytest-{JUNIT_RELEASE}.tar.gz"
    if not release.exists():
        home.mkdir(exist_ok=True)
        asked = home / "asked.txt"
        asked.write_text(f"pytest=={JUNIT_RELEASE} --hash=sha256:{JUNIT_HASH}\n", "utf-8")
        command = (sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", "pytest", "--dest", str(home))
        fetched(*command, "--require-hashes", "-r", str(asked), what="the source release of pytest")
    assert hashlib.sha256(release.read_bytes()).hexdigest() == JUNIT_HASH
    with tarfile.open(release) as packed:
        file = packed.extractfile(JUNIT_SCHEMA)
        assert file is not None
        return etree.XMLSchema(etree.parse(file))


def reports(name: str) -> list[str]:
    """A plain report; one with findings set aside, a file that was not read and a remark; one without any finding."""
    file = checked()
    first, *rest = file.report.findings
    quiet = file._replace(
        report=file.report._replace(findings=tuple(rest)),
        fingerprints=file.fingerprints[1:],
        suppressed=(Suppressed(first, file.fingerprints[0], "baseline", "đã có khi lập tệp mốc"),),
        baseline=True,
    )
    unread = (("mất.docx", "Không tìm thấy tệp."),)
    clean = checked("Các thôn thi đua lao động sản xuất.\n")
    return [
        told(name, file, checked(path="b.txt")),
        told(name, quiet, unread=unread, remarks=("Tệp mốc đã cũ.",)),
        told(name, clean),
        told(name),
    ]


def test_reviewdog_reads_what_we_write(diagnostics: dict[str, Any]) -> None:
    judge = jsonschema.Draft4Validator(diagnostics)
    assert [error.message for report in reports("rdjson") for error in judge.iter_errors(json.loads(report))] == []


def test_reviewdog_refuses_a_column_that_is_no_number(diagnostics: dict[str, Any]) -> None:
    report = json.loads(told("rdjson", checked()))
    report["diagnostics"][0]["location"]["range"]["start"]["column"] = "bảy"
    assert not jsonschema.Draft4Validator(diagnostics).is_valid(report)


def test_jenkins_reads_what_we_write(jenkins: etree.XMLSchema) -> None:
    told_wrong = []
    for report in reports("junit"):
        jenkins.validate(etree.fromstring(report.encode("utf-8")))
        told_wrong += [error.message for error in jenkins.error_log]
    assert told_wrong == []


def test_jenkins_refuses_a_case_without_a_name(jenkins: etree.XMLSchema) -> None:
    report = told("junit", checked()).replace("<testcase name=", "<testcase label=", 1)
    assert not jenkins.validate(etree.fromstring(report.encode("utf-8")))
