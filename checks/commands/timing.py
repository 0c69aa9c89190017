"""What each rule costs on a document, for ``chithi check --timing``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import perf_counter

from checks import engine
from checks.document import Document
from checks.finding import Severity
from checks.rule import Rule


def timed(
    doc: Document, rules: Iterable[Rule], severities: Mapping[str, Severity]
) -> tuple[engine.Report, dict[str, float]]:
    """The report of ``engine.check`` and the seconds of each rule.

    A part of the document that several rules share is paid by the first that asks for it.
    """
    seconds: dict[str, float] = {}
    reports = []
    rules = tuple(rules)
    for rule in rules:
        started = perf_counter()
        reports.append(engine.check(doc, [rule], severities))
        seconds[rule.name()] = perf_counter() - started
    found = sorted((f for r in reports for f in r.findings), key=lambda f: (f.span, f.severity.rank, f.rule))
    evaluated = tuple(name for r in reports for name in r.evaluated)
    left = tuple(item for r in reports for item in r.not_evaluated)
    return engine.held_back(engine.Report(doc, tuple(found), evaluated, left), rules, severities), seconds
