"""Findings as an officer reads them in a terminal: place, message, the line with a caret, the repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checks.engine import Report
from checks.finding import Finding
from checks.report import REASONS, Checked, Run, Titles, counted, gathered, lines_of

WINDOW = 100
"""Characters of a long line shown around a finding."""
NAMED = 4
"""Rules with one reason not to be evaluated that are named one by one."""


def part(checked: Checked, titles: Titles) -> str:  # noqa: ARG001 - what a rule asks for is told by chithi explain
    """The report of one document, ending with its summary line."""
    report = checked.report
    blocks = [_group(report, group, checked.path) for group in gathered(report.document.text, report.findings)]
    blocks.append(summary(checked))
    return "\n".join(blocks)


def render(parts: Sequence[str], run: Run) -> str:  # noqa: ARG001 - what could not be read is told on stderr
    """One document after the other."""
    return "".join(f"{part}\n" for part in parts)


def _group(report: Report, findings: Sequence[Finding], path: str) -> str:
    """The first of several findings that are alike, and the lines of the rest."""
    told = block(report, findings[0], path)
    if len(findings) == 1:
        return told
    return f"{told}    Cũng vậy ở {len(findings) - 1} chỗ nữa: dòng {lines_of(report.document, findings[1:])}.\n"


def block(report: Report, finding: Finding, path: str) -> str:
    """One finding: where, what, the words themselves, the repair."""
    doc = report.document
    line, column = doc.place(finding.span.start)
    text = doc.lines[line - 1].text
    shown, at = _window(text, column - 1)
    width = max(1, min(finding.span.end - finding.span.start, len(shown) - at))
    out = [
        f"{path}:{line}:{column}: {finding.severity.label}: {finding.message} [{finding.rule}]",
        f"    {shown}",
        f"    {' ' * at}{'^' * width}",
    ]
    if finding.fix:
        certain = "Sửa" if finding.fix.safe else "Có thể sửa"
        out.append(f"    {certain}: {_repair(doc.text[slice(*finding.span)], finding.fix.replacement)}")
    return "\n".join(out) + "\n"


def summary(checked: Checked) -> str:
    """“x.docx: 1 lỗi, 2 nên xem lại, 0 gợi ý. Đã chạy 24/31 phép kiểm; 7 không áp dụng: …”."""
    report = checked.report
    total = len(report.evaluated) + len(report.not_evaluated)
    out = [
        f"{checked.path}: {counted(report.document.text, report.findings)}. Đã chạy {len(report.evaluated)}/{total} phép kiểm."
    ]
    aside = Counter(item.by for item in checked.suppressed)
    if aside:
        told = ", ".join(f"{count} {REASONS[by]}" for by, count in aside.items())
        out.append(f"  Không tính {sum(aside.values())} phát hiện: {told}.")
    reasons: dict[str, list[str]] = {}
    for item in report.not_evaluated:
        reasons.setdefault(item.reason, []).append(item.rule)
    out += [f"  Chưa kiểm {_few(rules)}: {reason}." for reason, rules in reasons.items()]
    out += [f"  Lưu ý: {note}" for note in checked.notes]
    return "\n".join(out) + "\n"


def _few(rules: Sequence[str]) -> str:
    """The rules by name, or how many they are: twenty names tell nobody anything, and --format json has them."""
    return ", ".join(rules) if len(rules) <= NAMED else f"{len(rules)} phép ({', '.join(rules[:NAMED])}, …)"


def _window(text: str, at: int) -> tuple[str, int]:
    """A long line cut to the finding's surroundings, and where the finding starts in it."""
    tidy = text.replace("\t", " ")
    if len(tidy) <= WINDOW + 20:
        return tidy, at
    start = max(0, at - WINDOW // 2)
    head = "…" if start else ""
    tail = "…" if start + WINDOW < len(tidy) else ""
    return f"{head}{tidy[start : start + WINDOW]}{tail}", at - start + len(head)


def _repair(written: str, right: str) -> str:
    if not written:
        return f"thêm “{right}”"
    return f"“{_one_line(written)}” thành “{_one_line(right)}”" if right else f"bỏ “{_one_line(written)}”"


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")
