"""The report as data. The shape is fixed: scripts and editors rely on it; keys may be added, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from checks.document import Document
from checks.engine import Report
from checks.finding import Finding

SCHEMA = 1


class Checked(NamedTuple):
    """One file's report with the path it was asked under and what its reader noticed."""

    path: str
    report: Report
    notes: tuple[str, ...] = ()


def render(
    checked: Iterable[Checked], sources: Mapping[str, tuple[str, str]], unread: Iterable[tuple[str, str]] = ()
) -> str:
    """JSON of all files. ``sources``: title and source of each rule by name; ``unread``: path and sentence."""
    data = {
        "schema": SCHEMA,
        "files": [file_json(item, sources) for item in checked],
        "unread": [{"path": path, "message": message} for path, message in unread],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def file_json(item: Checked, sources: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """One file. ``offset`` counts code points of the NFC text; ``line`` and ``column`` count from 1."""
    report = item.report
    doc = report.document
    return {
        "path": item.path,
        "kind": doc.kind,
        "year": doc.year,
        "issued": doc.issued.isoformat() if doc.issued else None,
        "findings": [finding_json(doc, finding, sources) for finding in report.findings],
        "evaluated": list(report.evaluated),
        "not_evaluated": [{"rule": left.rule, "reason": left.reason} for left in report.not_evaluated],
        "indicators": [indicator_json(doc, one) for one in doc.indicators] if doc.launch else [],
        "citations": [
            {
                "kind": one.kind,
                "number": one.number,
                "date": one.date.isoformat() if one.date else None,
                "issuer": one.issuer,
                "title": one.title,
                "line": doc.place(one.span.start)[0],
            }
            for one in doc.citations
        ],
        "notes": list(item.notes),
    }


def finding_json(doc: Document, finding: Finding, sources: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """One finding with its words, its two places and its repair."""
    title, source = sources.get(finding.rule, ("", ""))
    return {
        "rule": finding.rule,
        "title": title,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": doc.text[slice(*finding.span)],
        "start": _place(doc, finding.span.start),
        "end": _place(doc, finding.span.end),
        "fix": {"replacement": finding.fix.replacement, "safe": finding.fix.safe} if finding.fix else None,
        "source": source,
    }


def indicator_json(doc: Document, one: Any) -> dict[str, Any]:
    """One target; figures are strings with a decimal point, so that nothing is lost to floats."""
    return {
        "name": one.name,
        "comparison": one.comparison,
        "value": str(one.value),
        "upper": None if one.upper is None else str(one.upper),
        "unit": one.unit,
        "line": doc.place(one.span.start)[0],
    }


def _place(doc: Document, offset: int) -> dict[str, int]:
    line, column = doc.place(offset)
    return {"offset": offset, "line": line, "column": column}
