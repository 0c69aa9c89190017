"""One file from its path to its share of the report: read, parse, check, set aside what does not count."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from checks import engine
from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding, Severity
from checks.report import HASHED, KEYED, STDIN, Checked, Told, format_of
from checks.rule import Rule
from checks.rules import all_rules
from checks.settings.config import LANGUAGETOOL, Settings
from checks.settings.sifting import sift
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from checks.comparison.pairing import Pair
    from checks.reading import Source
    from checks.settings.baseline import Known

OK, FOUND, FAILED = 0, 1, 2
"""Exit codes: nothing at or above --fail-on; something; could not check."""
BLANKS = "open-blank"
"""The rule that is a reminder in a draft and an error in a final text."""

TIMELY = ("checks.rules.period.", "checks.rules.staleness.")


class Job(NamedTuple):
    """What is to be done with one file; plain data, so that another process can do it."""

    path: str
    settings: Settings
    format: str
    today: date
    issued: date | None = None
    previous: Path | None = None
    pairs: Path | None = None
    """Targets paired by hand, for what is left over from ``previous``."""
    accept: bool = False
    """Take every finding into the baseline."""
    timing: bool = False
    languagetool: str = ""
    """Address of a LanguageTool server that is asked too."""
    name: str = ""
    """What the file is called where it comes through standard input."""


class Outcome(NamedTuple):
    """What came of it. ``unread`` is the sentence that says why there is no ``part``."""

    path: str
    status: int
    part: Any = None
    unread: str = ""
    counts: tuple[tuple[str, Severity], ...] = ()
    """Rule and severity of each finding that counts."""
    seconds: Mapping[str, float] = {}
    known: tuple[Known, ...] = ()
    """What a baseline would hold of this file."""
    remarks: tuple[str, ...] = ()
    mistake: str = ""
    """Why last year's text cannot be the one: the rest was checked, the run is not green."""


def judge(job: Job) -> Outcome:
    """Read and check one file and make its share of the report."""
    path = job.name or job.path
    try:
        source, data = read(job.path, path)
        previous = last_year(job.previous) if job.previous else None
        pairs = decided(job.pairs) if job.previous and job.pairs else ()
    except UserError as error:
        return Outcome(path, FAILED, unread=str(error))
    doc = Document.parse(source.text, source.name, source.layout, job.issued)
    rules, graded = chosen(job.settings), severities(job.settings)
    seconds: dict[str, float] = {}
    if job.timing:
        from checks.commands.timing import timed

        report, seconds = timed(doc, rules, graded)
    else:
        report = engine.check(doc, rules, graded)
    wrong, doubted = "", tuple[str, ...]()
    if previous is not None:
        report, wrong, doubted = _with_leftovers(report, previous, job.settings, pairs)
    if job.languagetool:
        report = _with_languagetool(report, job.languagetool, job.settings)
    sifted = sift(report, path, job.settings, job.today, keyed=job.format in KEYED, accept=job.accept)
    checked = Checked(
        path,
        sifted.report,
        (*source.notes, *doubted),
        _digest(job.path, data) if job.format in HASHED else "",
        sifted.fingerprints,
        sifted.suppressed,
        job.settings.baseline is not None,
        job.settings.fail_on,
    )
    return Outcome(
        path,
        FAILED if wrong else _status(checked),
        format_of(job.format).part(checked, titles(rules, compared=previous is not None, asked=bool(job.languagetool))),
        counts=tuple((f.rule, f.severity) for f in sifted.report.findings),
        seconds=seconds,
        known=sifted.known,
        remarks=sifted.remarks,
        mistake=wrong,
    )


@lru_cache(maxsize=64)
def chosen(settings: Settings) -> tuple[Rule, ...]:
    """The rules that judge by these settings, the office's own phrases among them."""
    rules = all_rules()
    if settings.phrases:
        from checks.settings import office

        rules = (*rules, office.phrases(settings.phrases))
    named = [rule for rule in rules if not settings.select or rule.name() in settings.select]
    return tuple(rule for rule in named if rule.name() not in settings.ignore)


def severities(settings: Settings) -> dict[str, Severity]:
    """Severities that are not the rules' own."""
    graded = dict(settings.severity)
    if settings.final:
        graded[BLANKS] = Severity.ERROR
    return graded


@lru_cache(maxsize=64)
def titles(rules: tuple[Rule, ...], *, compared: bool, asked: bool = False) -> Mapping[str, Told]:
    """What a report says of each rule, of what a comparison may find, and of LanguageTool where it is asked."""
    told = {rule.name(): Told(rule.title(), rule.source) for rule in rules}
    if compared:
        from checks.comparison.leftovers import RULES

        told |= {name: Told(title, "đối chiếu với văn bản năm trước") for name, title in RULES.items()}
    if asked:
        from checks import languagetool

        told[LANGUAGETOOL] = Told(languagetool.TITLE, languagetool.SOURCE)
    return told


def read(path: str, name: str = STDIN) -> tuple[Source, bytes | None]:
    """The text of a file, or of standard input with its bytes; ``name`` is what that is called. Raises UserError."""
    from checks import reading

    if path != STDIN:
        return reading.read(path), None
    data = sys.stdin.buffer.read()
    return reading.read_bytes(data, "đầu vào" if name == STDIN else name), data


@lru_cache(maxsize=1)
def last_year(path: Path) -> Document:
    """The document of last year, parsed once for all files. Raises UserError when it cannot be read."""
    source, _ = read(str(path))
    return Document.parse(source.text, source.name, source.layout)


@lru_cache(maxsize=1)
def decided(path: Path) -> tuple[Pair, ...]:
    """The targets paired by hand, read once for all files. Raises UserError when they cannot be read."""
    from checks.comparison.pairing import read_pairs

    return read_pairs(path)


def _digest(path: str, data: bytes | None) -> str:
    from hashlib import sha256

    if data is None:
        with open(path, "rb") as file:
            data = file.read()
    return sha256(data).hexdigest()


def _with_leftovers(
    report: engine.Report, previous: Document, settings: Settings, pairs: Sequence[Pair]
) -> tuple[engine.Report, str, tuple[str, ...]]:
    """``report`` with what is left over, the mistake that makes it impossible to tell, and what makes it doubtful."""
    from checks.comparison.doubts import doubts, mistaken, untold
    from checks.comparison.leftovers import RULES, leftovers

    graded = severities(settings)
    names = [n for n in RULES if n not in settings.ignore and (not settings.select or n in settings.select)]
    wrong = mistaken(previous, report.document) if names else ""
    reason = wrong or untold(previous, report.document)
    if reason:
        left = (
            *report.not_evaluated,
            *(engine.Unevaluated(name, reason[:1].lower() + reason[1:].rstrip(".")) for name in names),
        )
        return report._replace(not_evaluated=left), wrong, ()
    found = [
        f._replace(severity=graded.get(f.rule, f.severity))
        for f in leftovers(previous, report.document, pairs)
        if f.rule in names
    ]
    timely = {rule.name() for rule in all_rules() if type(rule).__module__.startswith(TIMELY)}
    told_already = [f for f in report.findings if f.rule in timely]
    found = [f for f in found if not _told_already(f, told_already)]
    ordered = sorted((*report.findings, *found), key=lambda f: (f.span, f.severity.rank, f.rule))
    told = report._replace(findings=tuple(ordered), evaluated=(*report.evaluated, *names))
    return told, "", tuple(doubts(previous, report.document)) if names else ()


def _told_already(leftover: Finding, findings: Sequence[Finding]) -> bool:
    """Does one of the ``findings`` speak at that place, and no milder? One fault is told once."""
    (start, end), rank = leftover.span, leftover.severity.rank
    return any(f.span.start < end and start < f.span.end and f.severity.rank <= rank for f in findings)


def _with_languagetool(report: engine.Report, base: str, settings: Settings) -> engine.Report:
    from checks import languagetool

    if LANGUAGETOOL in settings.ignore or (settings.select and LANGUAGETOOL not in settings.select):
        return report
    return languagetool.with_matches(report, base, severities(settings).get(LANGUAGETOOL, Severity.STYLE))


def _status(checked: Checked) -> int:
    if checked.report.crashed:
        return FAILED
    return FOUND if any(map(checked.counts, checked.report.findings)) else OK
