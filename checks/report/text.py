"""Findings as an officer reads them in a terminal: place, message, the line with a caret, the repair."""

from __future__ import annotations

from collections.abc import Iterable

from checks.engine import Report
from checks.finding import Finding, Severity

WINDOW = 100
"""Characters of a long line shown around a finding."""


def render(report: Report, path: str, notes: Iterable[str] = ()) -> str:
    """The report of one document, ending with its summary line."""
    blocks = [block(report, finding, path) for finding in report.findings]
    blocks.append(summary(report, path, notes))
    return "\n".join(blocks)


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


def summary(report: Report, path: str, notes: Iterable[str] = ()) -> str:
    """“x.docx: 1 lỗi, 2 nên xem lại, 0 gợi ý. Đã chạy 24/31 phép kiểm; 7 không áp dụng: …”."""
    count = {s: sum(f.severity is s for f in report.findings) for s in Severity}
    told = ", ".join(f"{count[s]} {s.label}" for s in Severity)
    total = len(report.evaluated) + len(report.not_evaluated)
    out = [f"{path}: {told}. Đã chạy {len(report.evaluated)}/{total} phép kiểm."]
    reasons: dict[str, list[str]] = {}
    for item in report.not_evaluated:
        reasons.setdefault(item.reason, []).append(item.rule)
    out += [f"  Chưa kiểm {', '.join(rules)}: {reason}." for reason, rules in reasons.items()]
    out += [f"  Lưu ý: {note}" for note in notes]
    return "\n".join(out) + "\n"


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
