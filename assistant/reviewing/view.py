"""A review as data for the browser: NFC text, UTF-16 offsets, findings with their section, rules with their source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Any

from assistant.reviewing import review as reviewing
from assistant.reviewing.review import Judged, Open, Review
from checks.document import Document, Section
from checks.parsing.outline import Outermost
from checks.rule import Rule
from checks.rules import all_rules

WIDE = re.compile("[\U00010000-\U0010ffff]")
HEADER, OPENING, CLOSING, WHOLE = "Phần đầu văn bản", "Phần mở đầu", "Nơi nhận, chữ ký", "Văn bản"


def view(review: Review, judged: Judged) -> dict[str, Any]:
    """What the review screen draws."""
    report = judged.report
    doc = report.document
    place, tops = utf16(doc.text), top_sections(doc)
    named = {rule.name(): rule for rule in all_rules()}
    return {
        "name": review.name,
        "text": doc.text,
        "lines": dict(line_kinds(doc)),
        "open": [_finding(doc, one, place, tops) for one in judged.open],
        "rules": {name: _rule(named[name]) for name in dict.fromkeys(one.finding.rule for one in judged.open)},
        "evaluated": len(report.evaluated),
        "rules_total": len(report.evaluated) + len(report.not_evaluated),
    }


def utf16(text: str) -> Callable[[int], int]:
    """From code points of ``text`` to the UTF-16 units a browser counts."""
    wide = [match.start() for match in WIDE.finditer(text)]
    return lambda at: at + bisect_left(wide, at)


def top_sections(doc: Document) -> Outermost:
    """The parts of the document that have no other above them."""
    return Outermost(section for section in doc.sections if section.level == 1)


def section_name(doc: Document, at: int, tops: Outermost) -> str:
    """The part of the document that ``at`` belongs to, as printed there."""
    inside = tops.at(at)
    if inside is not None:
        return _heading(inside)
    if not doc.framed:
        return WHOLE
    if at < doc.body.start:
        return HEADER
    return OPENING if at < doc.body.end else CLOSING


def _finding(doc: Document, one: Open, place: Callable[[int], int], tops: Outermost) -> dict[str, Any]:
    finding = one.finding
    return {
        "mark": one.mark,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "start": place(finding.span.start),
        "end": place(finding.span.end),
        "message": finding.message,
        "written": one.written,
        "fix": finding.fix.replacement if finding.fix else None,
        "group": section_name(doc, finding.span.start, tops),
        "spelling": reviewing.is_spelling(finding),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    _, *rest = cleandoc(type(rule).__doc__ or "").split("\n", 1)
    title = rule.title()
    return {
        "title": title,
        "short": title if len(title) <= 48 else title[:46].rsplit(" ", 1)[0] + "…",
        "why": [" ".join(part.split()) for part in "".join(rest).split("\n\n") if part.strip()],
        "source": rule.source.rstrip("."),
        "tier": rule.tier,
    }


def line_kinds(doc: Document) -> Iterator[tuple[int, str]]:
    """Lines that are set apart in print: the header, kind and subject, headings on a line of their own."""
    frame = doc.frame
    for line in (*frame.issuer, *frame.motto, *((frame.number,) if frame.number else ())):
        yield doc.line_at(line.span.start), "head"
    if frame.place_date:
        yield doc.line_at(frame.place_date.span.start), "right"
    for line in (*((frame.kind,) if frame.kind else ()), *frame.subject):
        yield doc.line_at(line.span.start), "title"
    for section in doc.sections:
        row = doc.line_at(section.span.start)
        # “3. Thời gian: từ ngày …” goes on in the same line and is printed as text.
        if section.level == 1 and len(doc.lines[row].bare) <= len(f"{section.number} {section.heading}") + 3:
            yield row, "heading"


def _heading(section: Section) -> str:
    heading = f"{section.number} {section.heading}".strip(" :.")
    return heading if len(heading) <= 80 else heading[:78].rsplit(" ", 1)[0] + "…"
