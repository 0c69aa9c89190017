"""Code Quality of GitLab. A finding is the same as last time by its fingerprint; GitLab hides ``check_name``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from checks.finding import Finding, Severity
from checks.report import Checked, Run, Titles
from checks.report.places import Places

SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.STYLE: "info"}
BROKEN = "blocker"
"""What could not be checked is worse than any finding."""

Issue = dict[str, Any]


def part(checked: Checked, titles: Titles) -> list[Issue]:  # noqa: ARG001 - the message says what is wrong
    """One file's findings that count."""
    places = Places(checked.report.document.text)
    found = zip(checked.report.findings, checked.fingerprints, strict=True)
    out = [_issue(checked.path, places, finding, key) for finding, key in found]
    return out + [
        _broken(checked.path, left.rule, left.reason) for left in checked.report.not_evaluated if left.crashed
    ]


def render(parts: Sequence[list[Issue]], run: Run) -> str:
    """All issues; the path goes into the fingerprint, for two files may hold the same words."""
    issues = [issue for part in parts for issue in part]
    issues += [_broken(path, "unread", message) for path, message in run.unread]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(path: str, places: Places, finding: Finding, key: str) -> Issue:
    start, end = (places.at(offset) for offset in finding.span)
    return {
        "description": f"{finding.rule}: {finding.message}",
        "check_name": finding.rule,
        "fingerprint": _fingerprint(path, key),
        "severity": SEVERITY[finding.severity],
        "location": {"path": _from_here(path), "lines": {"begin": start.line, "end": end.line}},
    }


def _broken(path: str, name: str, message: str) -> Issue:
    return {
        "description": f"{name}: {message}",
        "check_name": name,
        "fingerprint": _fingerprint(path, f"{name}\x1fbroken"),
        "severity": BROKEN,
        "location": {"path": _from_here(path), "lines": {"begin": 1}},
    }


def _fingerprint(path: str, key: str) -> str:
    return sha256(f"{_from_here(path)}\x1f{key}".encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _from_here(path: str) -> str:
    """GitLab asks for paths without ``./`` and with forward slashes."""
    return Path(path).as_posix()
