"""Diagnostics of reviewdog. Its columns count UTF-8 bytes from 1, and the end is the first byte after."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checks.finding import Finding, Severity
from checks.report import Checked, Run, Titles
from checks.report.places import Places

SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.STYLE: "INFO"}

Diagnostic = dict[str, Any]


def part(checked: Checked, titles: Titles) -> list[Diagnostic]:  # noqa: ARG001 - the message says what is wrong
    """One file's findings that count."""
    places = Places(checked.report.document.text)
    out = [_diagnostic(checked.path, places, finding) for finding in checked.report.findings]
    return out + [
        _broken(checked.path, left.rule, left.reason) for left in checked.report.not_evaluated if left.crashed
    ]


def render(parts: Sequence[list[Diagnostic]], run: Run) -> str:
    """A DiagnosticResult."""
    found = [diagnostic for part in parts for diagnostic in part]
    found += [_broken(path, "unread", message) for path, message in run.unread]
    return json.dumps({"source": {"name": "chithi"}, "diagnostics": found}, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(path: str, places: Places, finding: Finding) -> Diagnostic:
    where = {
        name: {"line": place.line, "column": place.column_utf8}
        for name, place in zip(("start", "end"), map(places.at, finding.span), strict=True)
    }
    out: Diagnostic = {
        "message": finding.message,
        "location": {"path": path, "range": where},
        "severity": SEVERITY[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fix:
        out["suggestions"] = [{"range": where, "text": finding.fix.replacement}]
    return out


def _broken(path: str, name: str, message: str) -> Diagnostic:
    return {"message": message, "location": {"path": path}, "severity": "ERROR", "code": {"value": name}}
