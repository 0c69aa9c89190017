"""SARIF 2.1.0, as code scanning of GitHub and the validator of Microsoft want it.

Columns count code points and ``columnKind`` says so: the schema has no default and readers differ. What a baseline or
a waiver answers stays in the file, marked, or code scanning would close an alert and open it again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from inspect import cleandoc
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from checks.finding import Finding, Severity
from checks.report import REASONS, STDIN, Checked, Run, Suppressed, Titles
from checks.report.pages import page
from checks.report.places import Places
from checks.rule import Rule
from checks.values import NamedTuple
from checks.version import VERSION, rules_version

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ABOUT = "urn:chithi:docs"
"""An address is asked for; the documentation travels with the program and has no place on the web."""
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "note"}
PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "recommendation"}
PRECISION = {"luật": "very-high", "thông lệ": "high", "gợi ý": "medium"}
ROOT = "SRCROOT"
FINGERPRINT = "chithiContext/v2"
STDIN_NAME = "dau-vao-chuan.txt"

Data = dict[str, Any]


class Result(NamedTuple):
    """One finding, but for the numbers its rule and file have in the run."""

    rule: str
    severity: Severity
    message: str
    region: Data
    context: Data
    fingerprint: str
    replacement: str | None
    state: str
    suppressions: list[Data]


class Scanned(NamedTuple):
    """One file."""

    path: str
    digest: str
    results: tuple[Result, ...]
    baseline: bool
    notices: tuple[Data, ...]


def part(checked: Checked, titles: Titles) -> Scanned:  # noqa: ARG001 - rules are described once, for the run
    """One file: what counts and what does not, in reading order."""
    text = checked.report.document.text
    places = Places(text)
    found = [
        _result(text, places, f, key) for f, key in zip(checked.report.findings, checked.fingerprints, strict=True)
    ]
    found += [_result(text, places, item.finding, item.fingerprint, item) for item in checked.suppressed]
    notices = [_notice("note", f"{checked.path}: {note}") for note in checked.notes]
    notices += [
        _notice("error" if left.crashed else "none", f"{checked.path}: chưa kiểm {left.rule}: {left.reason}.")
        for left in checked.report.not_evaluated
    ]
    ordered = sorted(found, key=lambda r: (r.region["charOffset"], r.region["charLength"], r.rule))
    return Scanned(checked.path, checked.digest, tuple(ordered), checked.baseline, tuple(notices))


def render(parts: Sequence[Scanned], run: Run) -> str:
    """The log of one run."""
    compared = any(part.baseline for part in parts)
    used = {result.rule for part in parts for result in part.results}
    described = [_described(rule) for rule in run.rules]
    own = {rule["id"] for rule in described}
    described += [_compared(name, run.titles) for name in sorted(used - own)]
    numbers = {rule["id"]: number for number, rule in enumerate(described)}
    notices = [notice for part in parts for notice in part.notices]
    notices += [_notice("error", f"{path}: {told}") for path, told in run.unread]
    notices += [_notice("warning", remark) for remark in run.remarks]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "chithi",
                        "version": f"{VERSION}+{rules_version()}",
                        "semanticVersion": VERSION,
                        "informationUri": ABOUT,
                        "language": "vi-VN",
                        "rules": described,
                    }
                },
                "automationDetails": {"id": "chithi/"},
                "columnKind": "unicodeCodePoints",
                "defaultEncoding": "utf-8",
                "originalUriBaseIds": {ROOT: {"description": {"text": "Thư mục nơi lệnh chithi được chạy."}}},
                "invocations": [
                    {
                        "executionSuccessful": not any(notice["level"] == "error" for notice in notices),
                        "toolExecutionNotifications": notices,
                    }
                ],
                "artifacts": [_artifact(part, number) for number, part in enumerate(parts)],
                "results": [
                    _placed(result, numbers[result.rule], _location(part.path, number), compared=compared)
                    for number, part in enumerate(parts)
                    for result in part.results
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(text: str, places: Places, finding: Finding, key: str, aside: Suppressed | None = None) -> Result:
    start, end = (places.at(offset) for offset in finding.span)
    lines = text.split("\n")
    first, last = max(1, start.line - 1), min(len(lines), end.line + 1)
    known = aside is not None and aside.by == "baseline"
    return Result(
        finding.rule,
        finding.severity,
        finding.message,
        {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": start.offset,
            "charLength": end.offset - start.offset,
            "snippet": {"text": text[start.offset : end.offset]},
        },
        {"startLine": first, "endLine": last, "snippet": {"text": "\n".join(lines[first - 1 : last])}},
        key,
        finding.fix.replacement if finding.fix else None,
        "unchanged" if known else "new",
        [_suppression(aside)] if aside else [],
    )


def _suppression(aside: Suppressed) -> Data:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{REASONS[aside.by]}: {aside.reason}",
    }


def _placed(result: Result, number: int, location: Data, *, compared: bool) -> Data:
    out: Data = {
        "ruleId": result.rule,
        "ruleIndex": number,
        "level": LEVEL[result.severity],
        "message": {"text": result.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": result.region,
                    "contextRegion": result.context,
                }
            }
        ],
        "partialFingerprints": {FINGERPRINT: result.fingerprint},
        "suppressions": result.suppressions,
    }
    if compared:
        out["baselineState"] = result.state
    if result.replacement is not None:
        region = {key: value for key, value in result.region.items() if key != "snippet"}
        written = result.region["snippet"]["text"]
        out["fixes"] = [
            {
                "description": {"text": f"Thay “{written}” bằng “{result.replacement}”."},
                "artifactChanges": [
                    {
                        "artifactLocation": location,
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": result.replacement}}],
                    }
                ],
            }
        ]
    return out


def _location(path: str, number: int) -> Data:
    if path == STDIN:
        return {"uri": STDIN_NAME, "uriBaseId": ROOT, "index": number}
    if PurePath(path).is_absolute():
        return {"uri": Path(path).as_uri(), "index": number}
    uri = quote(PurePath(path).as_posix().encode("utf-8", "surrogateescape"))
    return {"uri": uri, "uriBaseId": ROOT, "index": number}


def _artifact(part: Scanned, number: int) -> Data:
    out: Data = {"location": _location(part.path, number), "roles": ["analysisTarget"]}
    if part.digest:
        out["hashes"] = {"sha-256": part.digest}
    return out


def _described(rule: Rule) -> Data:
    title, _, why = cleandoc(type(rule).__doc__ or "").partition("\n")
    full = " ".join(why.split()) or title
    return {
        "id": rule.name(),
        "name": _name(rule.name()),
        "shortDescription": {"text": title},
        "fullDescription": {"text": full},
        "help": {
            "text": f"{title} {full} Nguồn ({rule.tier}): {rule.source}.",
            "markdown": page(rule, all_examples=False),
        },
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {
            "tags": [type(rule).__module__.split(".")[-2], rule.tier],
            "precision": PRECISION[rule.tier],
            "problem.severity": PROBLEM[rule.severity],
        },
    }


def _compared(name: str, titles: Mapping[str, tuple[str, str]]) -> Data:
    """A finding of the comparison with last year's document."""
    title, source = titles.get(name, (name, ""))
    return {
        "id": name,
        "name": _name(name),
        "shortDescription": {"text": f"{title}."},
        "fullDescription": {"text": f"{title}: {source}."},
        "help": {"text": f"{title}: {source}.", "markdown": f"{title}: {source}."},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["comparison"], "precision": "medium", "problem.severity": "warning"},
    }


def _name(rule: str) -> str:
    """“AnniversaryRule”: a name that only differs from the id by its capitals says nothing new."""
    return "".join(word.capitalize() for word in rule.split("-")) + "Rule"


def _notice(level: str, text: str) -> Data:
    return {"level": level, "message": {"text": text}}
