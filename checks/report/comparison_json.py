"""A comparison as data, in the fixed shape of the design; keys may be added, never changed."""

from __future__ import annotations

import json
from typing import Any

from checks.compare import Comparison
from checks.comparison.ledger import IndicatorChange
from checks.comparison.leftovers import RULES
from checks.comparison.resolution import Against
from checks.comparison.sections import title_of
from checks.document import Document
from checks.facts.indicators import Indicator
from checks.report.comparison_words import figure
from checks.report.digest import digest
from checks.report.json import finding_json, place_json

TITLES = {rule: (title, "so sánh với văn bản năm trước") for rule, title in RULES.items()}
"""Title and source of a left-over, which has the shape of a finding of ``chithi check``."""


def as_json(result: Comparison) -> str:
    """The fixed shape of the design; figures are strings with a decimal point."""
    before, after = result.previous, result.current
    data: dict[str, Any] = {
        "schema": 1,
        "warnings": list(result.warnings),
        "digest": [{"name": line.name, "said": line.said} for line in digest(result)],
        "sections": [
            {
                "role": row.role,
                "previous": title_of(row.previous, before) if row.previous else None,
                "current": title_of(row.current, after) if row.current else None,
                "status": row.status,
                "verbatim": round(row.verbatim, 3),
            }
            for row in result.sections
        ],
        "indicators": [_indicator_json(row) for row in result.indicators],
        "leftovers": [finding_json(after, finding, TITLES) for finding in result.leftovers],
        "citations": [
            {
                "number": row.number,
                "previous": _citation(row.previous),
                "current": _citation(row.current),
                "status": row.status,
            }
            for row in result.citations
        ],
        "recipients": [
            {"previous": d.previous or None, "current": d.current or None, "status": d.status}
            for d in result.recipients
        ],
        "details": [
            {"name": d.name, "previous": d.previous or None, "current": d.current or None, "status": d.status}
            for d in result.details
        ],
    }
    if result.resolution is not None:
        data["resolution"] = _resolution_json(result.resolution, after)
    return json.dumps(data, ensure_ascii=False, indent=1)


def _indicator_json(row: IndicatorChange) -> dict[str, Any]:
    return {
        "name": row.name,
        "unit": row.unit,
        "previous": figure(row.previous, str) if row.previous else None,
        "current": figure(row.current, str) if row.current else None,
        "change": None if row.change is None else str(row.change),
        "percent": None if row.percent is None else str(row.percent),
        "status": row.status,
        "notes": list(row.notes),
    }


def _resolution_json(held: Against, draft: Document) -> dict[str, Any]:
    rows = [
        {
            "name": row.name,
            "unit": row.unit,
            "resolution": _stated(held.resolution, row.resolved),
            "current": _stated(draft, row.drafted),
            "status": row.status,
            "notes": list(row.notes),
        }
        for row in held.matches
    ]
    return {"name": held.resolution.name, "warnings": list(held.warnings), "indicators": rows}


def _stated(doc: Document, one: Indicator | None) -> dict[str, Any] | None:
    """A target with the line that states it, as evidence."""
    if one is None:
        return None
    quote = " ".join(doc.lines[one.line - 1].text.split())
    return {
        "value": figure(one, str),
        "comparison": one.comparison,
        "start": place_json(doc, one.span.start),
        "end": place_json(doc, one.span.end),
        "text": quote,
    }


def _citation(one: Any) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "kind": one.kind,
        "number": one.number,
        "date": one.date.isoformat() if one.date else None,
        "issuer": one.issuer,
    }
