"""What every format of a report is given, and what it must offer.

A format is a module of this package, imported only when it is the one asked for, with two functions:
``part`` makes one file's share as plain data, in the process that judged the file; ``render`` joins the shares.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from checks.engine import Report
from checks.finding import Finding, Severity
from checks.rule import Rule
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, Protocol

    from checks.document import Document

    Reason = Literal["baseline", "waiver", "dictionary"]

    class Format(Protocol):
        """The two functions of a format; a share must survive pickling."""

        def part(self, checked: Checked, titles: Titles) -> Any: ...

        def render(self, parts: Sequence[Any], run: Run) -> str: ...


STDIN = "-"
"""The path of what came on standard input."""
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "html")
KEYED = frozenset({"json", "sarif", "gitlab"})
"""Formats that tell a finding by its fingerprint."""
HASHED = frozenset({"json", "sarif", "html"})
"""Formats that name the file by its SHA-256."""

REASONS: Mapping[Reason, str] = {
    "baseline": "đã có trong tệp mốc",
    "waiver": "được miễn trừ",
    "dictionary": "có trong từ điển của cơ quan",
}


MOST = 12
"""So many lines are named where one thing is found often."""

SHOWN = 3
"""Places of one mark or blank that are shown in their lines."""


class Suppressed(NamedTuple):
    """A finding that does not count, and why; it is listed, never dropped."""

    finding: Finding
    fingerprint: str
    by: Reason
    reason: str


class Checked(NamedTuple):
    """One file as it was judged. ``report`` holds the findings that count, ``fingerprints`` goes beside them."""

    path: str
    report: Report
    notes: tuple[str, ...] = ()
    digest: str = ""
    fingerprints: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    baseline: bool = False
    """Was it judged against a baseline?"""
    fail_on: str = "error"

    def counts(self, finding: Finding) -> bool:
        """Does ``finding`` make the exit code 1?"""
        return self.fail_on != "never" and finding.severity.rank <= Severity(self.fail_on).rank


class Told(NamedTuple):
    """What a report says of a rule beside its findings."""

    title: str
    source: str = ""


Titles = Mapping[str, Told]


class Run(NamedTuple):
    """What the whole run has beside its files."""

    rules: tuple[Rule, ...]
    titles: Titles
    unread: tuple[tuple[str, str], ...] = ()
    """Path and sentence of each file that could not be read."""
    remarks: tuple[str, ...] = ()
    """What the office should know about its baseline and waivers."""


def format_of(name: str) -> Format:
    """The module of a format named in ``FORMATS``."""
    __import__(f"{__name__}.{name}")
    found: Any = sys.modules[f"{__name__}.{name}"]
    return found  # type: ignore[no-any-return]


def gathered(text: str, findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that say the same of the same words together, by the first: “Ban chỉ đạo” nine times is read once.

    What is said of a mark or a blank is shown in its line, the first times: a page may have forty blanks too many.
    """
    groups: dict[object, list[Finding]] = {}
    times: dict[object, int] = {}
    for one in findings:
        written = text[slice(*one.span)]
        wordy = any(map(str.isalnum, written))
        key = (one.rule, one.severity, one.message, one.fix, written if wordy else "")
        times[key] = min(times.get(key, 0) + 1, SHOWN)
        groups.setdefault(key if wordy else (key, times[key]), []).append(one)
    return list(groups.values())


def lines_of(doc: Document, findings: Sequence[Finding]) -> str:
    """“3, 5, 12”: the lines they are in, the first and the last of many."""
    lines = [str(line) for line in dict.fromkeys(doc.place(one.span.start)[0] for one in findings)]
    return ", ".join([*lines[: MOST - 1], "…", lines[-1]] if len(lines) > MOST else lines)


def tally(text: str, findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many there are to read of each severity: what is said of many places is one."""
    entries = [alike[0].severity for alike in gathered(text, findings)]
    return {severity: entries.count(severity) for severity in Severity}


def counted(text: str, findings: Sequence[Finding]) -> str:
    """“1 lỗi, 2 nên xem lại, 0 gợi ý”, with the places where these are more."""
    entries = tally(text, findings)
    told = ", ".join(f"{count} {severity.label}" for severity, count in entries.items())
    return told if len(findings) == sum(entries.values()) else f"{told} ({len(findings)} chỗ)"
