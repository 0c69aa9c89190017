"""A corrected text and its open findings, given back in the Word file that the text came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from checks.errors import UserError
from checks.finding import Finding, Span
from checks.reading.source import quoted
from checks.rules import all_rules
from checks.word import AUTHOR
from checks.word.changes import Repair, changes
from checks.word.places import places
from checks.word.revise import Revised, revised


def corrected(
    data: bytes,
    before: str,
    after: str,
    findings: Iterable[Finding],
    date: datetime,
    *,
    author: str = AUTHOR,
    sources: Mapping[str, str] | None = None,
    name: str = "văn bản.docx",
) -> Revised:
    """`data` with every change from `before` to `after` tracked and each of `findings`, whose spans are in `after`, as a
    comment. `before` is the text as it was read from `data`; `sources` gives the source of each rule.

    Raises UserError when `data` is another file than the one that was read.
    """
    found = places(data, name)
    if found.text != before:
        raise UserError(
            f"Tệp {quoted(name)} đã khác bản được kiểm tra: hãy mở lại tệp để kiểm tra, rồi xuất bản có đánh dấu."
        )
    repairs = changes(before, after)
    back = _backwards(repairs)
    known = sources if sources is not None else {rule.name(): rule.source for rule in all_rules()}
    comments = [(back(one.span), remark(one, after, known.get(one.rule, ""))) for one in findings]
    return revised(found, data, repairs, comments, author, date)


def remark(finding: Finding, text: str, source: str) -> str:
    """What the comment says: the fact, the repair, the source, the rule; a line each."""
    written = " ".join(text[slice(*finding.span)].split())
    lines = [f"{finding.severity.label.capitalize()}: {finding.message}"]
    if finding.fix is not None:
        right = " ".join(finding.fix.replacement.split())
        if not written:
            lines.append(f"Đề nghị thêm “{right}”.")
        else:
            lines.append(f"Đề nghị sửa “{written}” thành “{right}”." if right else f"Đề nghị bỏ “{written}”.")
    if source:
        lines.append(f"Căn cứ: {source.rstrip('.')}.")
    lines.append(f"Phép kiểm: {finding.rule}")
    return "\n".join(lines)


def _backwards(repairs: Sequence[Repair]) -> Callable[[Span], Span]:
    """From a span in the corrected text to the one it came from."""
    places_: list[tuple[int, int, Span]] = []
    shift = 0
    for span, replacement in repairs:
        start = span.start + shift
        places_.append((start, start + len(replacement), span))
        shift += len(replacement) - (span.end - span.start)

    def offset(at: int, *, is_end: bool) -> int:
        moved = at
        for start, end, span in places_:
            if at >= end and (at > start or is_end):
                moved = at - end + span.end
            elif at > start or (at == start and start < end and not is_end):
                return span.end if is_end else span.start
            else:
                break
        return moved

    def back(span: Span) -> Span:
        start = offset(span.start, is_end=False)
        return Span(start, max(start, offset(span.end, is_end=True)))

    return back
