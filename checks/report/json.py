"""The report as data. The shape is fixed: scripts and editors rely on it; keys may be added, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from checks.document import Document
from checks.finding import Finding
from checks.report import Checked, Run, Titles, tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from checks.facts.indicators import Indicator

    Data = dict[str, Any]

SCHEMA = 1


def part(checked: Checked, titles: Titles) -> Data:
    """One file. ``offset`` counts code points of the NFC text; ``line`` and ``column`` count from 1."""
    report = checked.report
    doc = report.document
    read = doc.flowing
    return {
        "path": checked.path,
        "kind": read.kind,
        "year": read.year,
        "issued": read.issued.isoformat() if read.issued else None,
        "findings": [
            {**finding_json(doc, finding, titles), "fingerprint": key}
            for finding, key in zip(report.findings, checked.fingerprints, strict=True)
        ],
        "entries": {str(severity): count for severity, count in tally(doc.text, report.findings).items()},
        "evaluated": list(report.evaluated),
        "not_evaluated": [
            {"rule": left.rule, "reason": left.reason, "crashed": left.crashed} for left in report.not_evaluated
        ],
        "indicators": [indicator_json(doc, one) for one in read.indicators] if read.launch else [],
        "citations": [
            {
                "kind": one.kind,
                "number": one.number,
                "date": one.date.isoformat() if one.date else None,
                "issuer": one.issuer,
                "title": one.title,
                "line": doc.place(one.span.start)[0],
            }
            for one in read.citations
        ],
        "notes": list(checked.notes),
        "sha256": checked.digest,
        "suppressed": [
            {
                **finding_json(doc, item.finding, titles),
                "fingerprint": item.fingerprint,
                "by": item.by,
                "reason": item.reason,
            }
            for item in checked.suppressed
        ],
    }


def render(parts: Sequence[Data], run: Run) -> str:
    """JSON of all files."""
    data = {
        "schema": SCHEMA,
        "files": list(parts),
        "unread": [{"path": path, "message": message} for path, message in run.unread],
        "remarks": list(run.remarks),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def finding_json(doc: Document, finding: Finding, titles: Mapping[str, tuple[str, str]]) -> Data:
    """One finding with its words, its two places and its repair."""
    title, source = titles.get(finding.rule, ("", ""))
    return {
        "rule": finding.rule,
        "title": title,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": doc.text[slice(*finding.span)],
        "start": place_json(doc, finding.span.start),
        "end": place_json(doc, finding.span.end),
        "fix": {"replacement": finding.fix.replacement, "safe": finding.fix.safe} if finding.fix else None,
        "source": source,
    }


def indicator_json(doc: Document, one: Indicator) -> Data:
    """One target; figures are strings with a decimal point, so that nothing is lost to floats."""
    return {
        "name": one.name,
        "comparison": one.comparison,
        "value": str(one.value),
        "upper": None if one.upper is None else str(one.upper),
        "unit": one.unit,
        "line": doc.place(one.span.start)[0],
    }


def place_json(doc: Document, offset: int) -> dict[str, int]:
    """Where a code point of the text stands; line and column from 1."""
    line, column = doc.place(offset)
    return {"offset": offset, "line": line, "column": column}
