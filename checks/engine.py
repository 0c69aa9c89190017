"""Run rules over a document, and apply what they propose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.rule import Rule
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.paragraphs import Paragraphs
    from checks.parsing.enclosure import Enclosure

PASSES = 10
"""Fixes must converge within so many rounds; a rule that undoes another is a defect, not a loop."""


class Unevaluated(NamedTuple):
    """A rule that did not judge the document, and why; ``crashed`` when the fault is ours."""

    rule: str
    reason: str
    crashed: bool = False


class Report(NamedTuple):
    """What the checks say of one document; nothing that was not evaluated counts as passed."""

    document: Document
    findings: tuple[Finding, ...]
    evaluated: tuple[str, ...]
    not_evaluated: tuple[Unevaluated, ...]

    @property
    def crashed(self) -> bool:
        return any(item.crashed for item in self.not_evaluated)


class Verdict(NamedTuple):
    """What one rule says of a document: findings, or why it judged nothing."""

    rule: str
    findings: Sequence[Finding]
    left: Unevaluated | None = None


def check(
    doc: Document,
    rules: Iterable[Rule],
    severities: Mapping[str, Severity] | None = None,
    paragraphs: Paragraphs | None = None,
) -> Report:
    """All findings in reading order. ``severities`` overrides a rule's own severity by rule name; ``paragraphs``
    remembers what was found in those met before, where many texts are judged that are alike."""
    rules = tuple(rules)
    return reported(doc, rules, verdicts(doc, rules, paragraphs), severities)


def verdicts(doc: Document, rules: Sequence[Rule], paragraphs: Paragraphs | None = None) -> Iterator[Verdict]:
    """Rule after rule: who waits for a long text can tell how far it is, or stop."""
    read = doc.flowing
    remembered = paragraphs.findings(read, rules) if paragraphs else {}
    for rule in rules:
        name = rule.name()
        try:
            reason, told = _judged(rule, read, remembered.get(name))
        except Exception as error:  # noqa: BLE001 - reported as not evaluated, and the exit code is 2
            yield Verdict(name, (), _crash(name, error))
            continue
        yield Verdict(name, (), Unevaluated(name, reason)) if reason else Verdict(name, told)


def reported(
    doc: Document,
    rules: Sequence[Rule],
    told: Iterable[Verdict],
    severities: Mapping[str, Severity] | None = None,
) -> Report:
    """The report of what ``rules`` told."""
    found: list[Finding] = []
    evaluated: list[str] = []
    left: list[Unevaluated] = []
    for verdict in told:
        if verdict.left:
            left.append(verdict.left)
        else:
            evaluated.append(verdict.rule)
            found += verdict.findings
    if severities:
        found = [f._replace(severity=severities.get(f.rule, f.severity)) for f in found]
    found.sort(key=_order)
    return held_back(Report(doc, tuple(_once(found)), tuple(evaluated), tuple(left)), rules, severities)


def held_back(report: Report, rules: Iterable[Rule], severities: Mapping[str, Severity] | None = None) -> Report:
    """``report`` with what a rule says of all that others found; where that stands in their stead, they are not evaluated."""
    rules = tuple(rules)
    for rule in [rule for rule in rules if rule.sums_up]:
        name = rule.name()
        if name not in report.evaluated:
            continue
        summed = {other.name() for other in rules if type(other).__module__.split(".")[-2] == rule.sums_up}
        found = [f for f in report.findings if f.rule in summed]
        try:
            told, instead = rule.sum_up(report.document.flowing, found)
        except Exception as error:  # noqa: BLE001 - reported as not evaluated, and what the others found stays
            others = tuple(other for other in report.evaluated if other != name)
            report = report._replace(evaluated=others, not_evaluated=(*report.not_evaluated, _crash(name, error)))
            continue
        told = [f._replace(severity=(severities or {}).get(name, f.severity)) for f in told]
        held = summed if instead else set()
        # Of reports put together it may have spoken in its own before.
        rest = [f for f in report.findings if f.rule not in held and f.rule != name]
        report = Report(
            report.document,
            tuple(sorted([*rest, *told], key=_order)),
            tuple(other for other in report.evaluated if other not in held),
            (*report.not_evaluated, *(Unevaluated(other, instead) for other in report.evaluated if other in held)),
        )
    return report


def _crash(name: str, error: Exception) -> Unevaluated:
    return Unevaluated(name, f"phép kiểm gặp sự cố ({type(error).__name__}: {error})", crashed=True)


def _order(finding: Finding) -> tuple[Span, int, str]:
    """Reading order; of two at one place the graver first."""
    return finding.span, finding.severity.rank, finding.rule


def _judged(rule: Rule, doc: Document, remembered: Sequence[Finding] | None) -> tuple[str | None, list[Finding]]:
    """Why ``rule`` could judge nothing, or what it finds: in ``doc`` and in the plan that a decision brings into force."""
    reason = rule.applies(doc)
    told = [] if reason else list(rule.check(doc) if remembered is None else rule.weigh(doc, remembered))
    plan = doc.enclosure
    if plan is None or not rule.of_plans:
        return reason, told
    other = rule.applies(plan.document)
    return reason and other, told if other else [*told, *_enclosed(rule, plan, told)]


def _enclosed(rule: Rule, plan: Enclosure, told: list[Finding]) -> list[Finding]:
    """What ``rule`` finds in the plan of a decision and did not tell of the decision."""
    places = {finding.span for finding in told}
    moved = (plan.moved(finding) for finding in rule.check(plan.document))
    return [finding for finding in moved if finding is not None and finding.span not in places]


def _once(found: list[Finding]) -> list[Finding]:
    """Without what another finding, no milder, already repairs: the same words, or a longer stretch no less certain.

    “Luật thi đua khen thưởng” is written “Luật Thi đua, khen thưởng”: its comma is not told once more. A slip of spelling in
    a cited title is one slip, and a cited date that is put right is not also told to be too late, or to be another elsewhere.
    """
    told: set[int] = set()
    around: list[Finding] = []
    before: Finding | None = None
    for i in sorted(range(len(found)), key=lambda i: _outer_first(found[i])):
        inner = found[i]
        if before is not None and (
            (before.span == inner.span and _answers(before, inner)) or _one_subject(before, inner)
        ):
            told.add(i)
            continue
        before = inner
        if inner.fix is None:
            continue
        around = [outer for outer in around if outer.span.end > inner.span.start]
        if any(_covers(outer, inner) for outer in around):
            told.add(i)
        elif inner.span.end > inner.span.start:
            around.append(inner)
    return [f for i, f in enumerate(found) if i not in told]


def _outer_first(finding: Finding) -> tuple[int, int, int, bool]:
    """The longer first, of the same words the graver, of two as grave the one that can be repaired."""
    return finding.span.start, -finding.span.end, finding.severity.rank, finding.fix is None


def _answers(first: Finding, second: Finding) -> bool:
    """Is what a second rule says of the same words done with the repair of the first?"""
    if first.fix is None or first.rule == second.rule:
        return False
    return second.fix is None or first.fix.replacement == second.fix.replacement


def _one_subject(first: Finding, second: Finding) -> bool:
    """Do both tell of one thing, as of a total that its parts do not make up?"""
    return bool(first.subject) and first.subject == second.subject and first.span.start == second.span.start


def _covers(outer: Finding, inner: Finding) -> bool:
    certain = outer.fix is not None and inner.fix is not None and (outer.fix.safe or not inner.fix.safe)
    longer = outer.span.end >= inner.span.end and outer.span != inner.span
    return certain and longer and outer.severity.rank <= inner.severity.rank


def apply(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> str:
    """``text`` with the proposed repairs made; of two that overlap the first in reading order wins."""
    out: list[str] = []
    done = 0
    for f in sorted(findings, key=lambda f: f.span):
        if f.fix is None or not (f.fix.safe or unsafe) or f.span.start < done:
            continue
        out += [text[done : f.span.start], f.fix.replacement]
        done = f.span.end
    return "".join([*out, text[done:]])


def fix(doc: Document, judge: Callable[[Document], Report], *, unsafe: bool = False) -> Document:
    """``doc`` with every safe repair made (every repair when ``unsafe``), until nothing changes."""
    for _ in range(PASSES):
        text = apply(doc.text, judge(doc).findings, unsafe=unsafe)
        if text == doc.text:
            break
        doc = doc.with_text(text)
    return doc
