"""Workflow commands of GitHub Actions: an annotation for what is said, however often, then one plain line that says how many there are.

GitHub shows some ten annotations of a kind and step; the last line stands in the log whatever it leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence

from checks.document import Document
from checks.finding import Finding, Severity
from checks.report import Checked, Run, Titles, gathered, lines_of, tally
from checks.report.places import Places
from checks.values import NamedTuple

LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "notice"}


class Annotated(NamedTuple):
    """The commands of one file, and what is counted of it."""

    commands: tuple[str, ...]
    entries: dict[Severity, int]
    suppressed: int


def part(checked: Checked, titles: Titles) -> Annotated:  # noqa: ARG001 - the message says what is wrong
    """The annotations of one file; a rule that crashed is one too."""
    doc = checked.report.document
    places, findings = Places(doc.text), checked.report.findings
    commands = [_annotation(checked.path, places, alike, doc) for alike in gathered(doc.text, findings)]
    commands += [
        _command("error", {"file": checked.path, "title": left.rule}, left.reason)
        for left in checked.report.not_evaluated
        if left.crashed
    ]
    return Annotated(tuple(commands), tally(doc.text, findings), len(checked.suppressed))


def render(parts: Sequence[Annotated], run: Run) -> str:
    """All annotations, then the summary."""
    lines = [command for part in parts for command in part.commands]
    lines += [_command("error", {"file": path, "title": "không đọc được"}, message) for path, message in run.unread]
    lines += [_command("notice", {}, remark) for remark in run.remarks]
    counts = ", ".join(f"{sum(part.entries[s] for part in parts)} {s.label}" for s in Severity)
    aside = sum(part.suppressed for part in parts)
    told = f" Không tính {aside} phát hiện đã có trong tệp mốc hoặc được miễn trừ." if aside else ""
    unread = f" {len(run.unread)} tệp không đọc được." if run.unread else ""
    lines.append(f"chithi: {counts} trong {len(parts)} tệp.{told}{unread}")
    return "\n".join(lines) + "\n"


def _annotation(path: str, places: Places, alike: Sequence[Finding], doc: Document) -> str:
    """The first of several findings that are alike, and the lines of the rest."""
    finding, *rest = alike
    start, end = (places.at(offset) for offset in finding.span)
    where = {"file": path, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # GitHub refuses columns over several lines
        where |= {"col": str(start.column), "endColumn": str(end.column)}
    right = finding.fix.replacement if finding.fix else ""
    way = "thêm" if finding.span.start == finding.span.end else "sửa thành"
    repair = f" ({way} “{right}”)" if right and f"“{right}”" not in finding.message else ""
    where["title"] = finding.rule
    again = f" Cũng vậy ở {len(rest)} chỗ nữa: dòng {lines_of(doc, rest)}." if rest else ""
    return _command(LEVEL[finding.severity], where, f"{finding.message}{repair}{again}")


def _command(level: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level}{' ' if told else ''}{told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
