"""Findings set aside: what the office's dictionary, waivers and baseline answer is listed, and does not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from checks.engine import Report
from checks.report import Suppressed
from checks.rules import all_rules
from checks.settings.config import LANGUAGETOOL, Settings
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from checks.settings.baseline import Known


class Sifted(NamedTuple):
    """Findings apart: those that count with their fingerprints, those that do not, and what is to be said of it."""

    report: Report
    fingerprints: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Known, ...] = ()
    remarks: tuple[str, ...] = ()


def sift(
    report: Report, path: str, settings: Settings, today: date, *, keyed: bool = False, accept: bool = False
) -> Sifted:
    """Set aside what the office's dictionary, waivers and baseline answer. ``today`` decides whether a waiver holds."""
    if not (keyed or accept or settings.dictionary or settings.waivers or settings.baseline):
        return Sifted(report)
    from checks.settings.fingerprint import fingerprints

    doc = report.document
    keys = fingerprints(doc, report.findings)
    aside: dict[int, Suppressed] = {}
    remarks: list[str] = []
    if settings.dictionary:
        aside.update(_in_dictionary(report, keys, settings.dictionary))
    if settings.waivers:
        waived, remarks = _waived(report, path, settings.waivers, keys, today)
        aside = waived | aside
    known: tuple[Known, ...] = ()
    if accept or settings.baseline:
        from checks.settings import baseline

        open_ = [i for i in range(len(keys)) if i not in aside]
        known = baseline.known(doc, [report.findings[i] for i in open_], [keys[i] for i in open_])
        before: tuple[Known, ...] = ()
        if settings.baseline and not accept:
            before = baseline.load(settings.baseline).get(baseline.name_in(settings.baseline, path), ())
            gone = baseline.stale(before, keys, _judged(report))
            if gone:
                remarks.append(baseline.stale_remark(settings.baseline, path, gone))
        kept = {item.key for item in (known if accept else before)}
        aside |= {
            i: Suppressed(report.findings[i], keys[i], "baseline", "đã có khi lập tệp mốc")
            for i in open_
            if keys[i] in kept
        }
    left = [i for i in range(len(keys)) if i not in aside]
    return Sifted(
        report._replace(findings=tuple(report.findings[i] for i in left)),
        tuple(keys[i] for i in left),
        tuple(aside[i] for i in sorted(aside)),
        known,
        tuple(remarks),
    )


def _in_dictionary(report: Report, keys: Sequence[str], file: Path) -> Iterator[tuple[int, Suppressed]]:
    from checks.settings import office

    words = office.dictionary(file)
    spelling = {rule.name() for rule in all_rules() if office.SPELLING in type(rule).__module__}
    spelling.add(LANGUAGETOOL)  # its dictionaries do not know the office's names either
    for i, finding in enumerate(report.findings):
        if finding.rule in spelling and words.has(report.document, finding):
            yield i, Suppressed(finding, keys[i], "dictionary", f"có trong {file.name}")


def _waived(
    report: Report, path: str, file: Path, keys: Sequence[str], today: date
) -> tuple[dict[int, Suppressed], list[str]]:
    from checks.settings import waivers
    from checks.settings.config import rule_names

    aside: dict[int, Suppressed] = {}
    remarks = []
    judged = _judged(report)
    for waiver in waivers.load(file, rule_names()):
        if not waiver.about(path, file):
            continue
        covered = [i for i, f in enumerate(report.findings) if waiver.covers(report.document, f, keys[i])]
        if waiver.expires and waiver.expires < today:
            if covered:
                remarks.append(waivers.expired_remark(path, waiver))
            continue
        if not covered and waiver.file != "*" and waiver.rule in judged:
            remarks.append(waivers.idle_remark(path, waiver))
        for i in covered:
            aside.setdefault(i, Suppressed(report.findings[i], keys[i], "waiver", waivers.told(waiver)))
    return aside, remarks


def _judged(report: Report) -> set[str]:
    """Rules whose silence means that nothing is wrong."""
    return {*report.evaluated, *(item.rule for item in report.not_evaluated if not item.crashed)}
