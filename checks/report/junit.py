"""JUnit XML: a suite a file, a case a rule, and a case of its own for each finding.

Readers show one failure a case, so two findings of a rule are two cases. Only what makes the exit code 1 is a failure;
milder findings are passed cases that say so in their output, and what was not judged is skipped with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from checks.engine import Unevaluated
from checks.finding import Finding
from checks.report import REASONS, Checked, Run, Suppressed, Titles
from checks.report.places import Places
from checks.values import NamedTuple


class Case(NamedTuple):
    """One test case; ``tag`` is its outcome, empty for a pass."""

    name: str
    tag: str = ""
    message: str = ""
    body: str = ""
    kind: str = ""


class Suite(NamedTuple):
    """The cases of one file."""

    path: str
    cases: tuple[Case, ...]


def part(checked: Checked, titles: Titles) -> Suite:  # noqa: ARG001 - the message says what is wrong
    """One file."""
    report = checked.report
    places = Places(report.document.text)
    found = {f.rule for f in report.findings} | {item.finding.rule for item in checked.suppressed}
    cases = [_found(checked, places, finding) for finding in report.findings]
    cases += [_aside(places, item) for item in checked.suppressed]
    cases += [Case(rule) for rule in report.evaluated if rule not in found]
    cases += [_left(item) for item in report.not_evaluated]
    return Suite(checked.path, tuple(cases))


def render(parts: Sequence[Suite], run: Run) -> str:
    """All suites; a file that could not be read is a suite with an error."""
    suites = [*parts, *(Suite(path, (Case("unread", "error", told),)) for path, told in run.unread)]
    out = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{_totals('chithi', _all(suites), skipped=False)}>"]
    for suite in suites:
        out.append(f"<testsuite{_totals(suite.path, suite.cases)}>")
        out += [_case(suite.path, case) for case in suite.cases]
        out.append("</testsuite>")
    out.append("</testsuites>")
    return "\n".join(out) + "\n"


def _found(checked: Checked, places: Places, finding: Finding) -> Case:
    place = places.at(finding.span.start)
    doc = checked.report.document
    body = f"{checked.path}:{place.line}:{place.column}: {finding.severity.label}: {finding.message}\n"
    body += doc.lines[place.line - 1].text
    tag = "failure" if checked.counts(finding) else "system-out"
    return Case(_name(places, finding), tag, finding.message, body, str(finding.severity))


def _aside(places: Places, item: Suppressed) -> Case:
    return Case(_name(places, item.finding), "skipped", f"{REASONS[item.by]}: {item.reason}")


def _left(item: Unevaluated) -> Case:
    return Case(item.rule, "error" if item.crashed else "skipped", item.reason)


def _name(places: Places, finding: Finding) -> str:
    place = places.at(finding.span.start)
    return f"{finding.rule} ({place.line}:{place.column})"


def _all(suites: Iterable[Suite]) -> tuple[Case, ...]:
    return tuple(case for suite in suites for case in suite.cases)


def _totals(name: str, cases: Sequence[Case], *, skipped: bool = True) -> str:
    tags = [case.tag for case in cases]
    told = {
        "name": name,
        "tests": str(len(cases)),
        "failures": str(tags.count("failure")),
        "errors": str(tags.count("error")),
    }
    if skipped:
        told["skipped"] = str(tags.count("skipped"))
    return "".join(f" {key}={_attribute(value)}" for key, value in told.items())


def _case(path: str, case: Case) -> str:
    head = f"<testcase name={_attribute(case.name)} classname={_attribute(path)}"
    if not case.tag:
        return f"{head}/>"
    if case.tag == "system-out":
        return f"{head}><system-out>{escape(_legal(case.body))}</system-out></testcase>"
    kind = f" type={_attribute(case.kind)}" if case.kind else ""
    inner = f"<{case.tag}{kind} message={_attribute(case.message)}>{escape(_legal(case.body))}</{case.tag}>"
    return f"{head}>{inner}</testcase>"


def _attribute(text: str) -> str:
    # A parser turns a raw line break in an attribute into a blank.
    return quoteattr(_legal(text), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def _legal(text: str) -> str:
    """Without the characters that XML 1.0 has no way to write, not even escaped."""
    return "".join(
        c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff") else "\ufffd"
        for c in text
    )
