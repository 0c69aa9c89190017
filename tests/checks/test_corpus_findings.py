"""The shipped precedents: what is planted in them is found at its place, and nothing else is called an error."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checks import engine
from checks.document import Document
from checks.finding import Finding, Severity
from checks.rules import all_rules

CORPUS = sorted(path.parent for path in (Path(__file__).parents[2] / "corpus").glob("*/findings.toml"))


def _planted(folder: Path) -> list[dict[str, str]]:
    return tomllib.loads((folder / "findings.toml").read_text("utf-8"))["findings"]


def _report(folder: Path) -> engine.Report:
    return engine.check(Document.parse((folder / "document.txt").read_text("utf-8")), all_rules())


def _at(finding: Finding, text: str, quote: str) -> bool:
    start = text.find(quote)
    return (
        start >= 0 and finding.span.start < start + len(quote) and start < max(finding.span.end, finding.span.start + 1)
    )


@pytest.mark.parametrize("folder", CORPUS, ids=lambda p: p.name)
def test_what_is_planted_is_found_at_its_place(folder: Path) -> None:
    report = _report(folder)
    text = report.document.text
    missed = [p for p in _planted(folder) if not any(_at(f, text, p["quote"]) for f in report.findings)]
    assert missed == []


@pytest.mark.parametrize("folder", CORPUS, ids=lambda p: p.name)
def test_nothing_else_is_called_an_error(folder: Path) -> None:
    report = _report(folder)
    text = report.document.text
    planted = _planted(folder)
    alarms = [
        (f.rule, f.message, text[slice(*f.span)])
        for f in report.findings
        if f.severity is Severity.ERROR and not any(_at(f, text, p["quote"]) for p in planted)
    ]
    assert alarms == []
