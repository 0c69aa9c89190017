"""What a finding is known by from one run to the next: its rule and what it says, its words and those beside them, not its line.

An edit above moves a finding and leaves its fingerprint; an edit of the words themselves makes another finding of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checks.document import Document
from checks.finding import Finding
from checks.parsing.outline import Outermost, Section
from checks.patterns import Pattern

_QUOTED = Pattern("“[^”]*”", needs="“")
BESIDE = 2
"""Words on either side that belong to the context."""
LENGTH = 20
"""Hexadecimal digits kept: 80 bits."""


def fingerprints(doc: Document, findings: Sequence[Finding]) -> tuple[str, ...]:
    """One for each of ``findings``, in their order; the second of two alike counts itself in."""
    from hashlib import sha256

    seen: Counter[str] = Counter()
    out = []
    # Made once: a long text has thousands of sections and as many findings.
    over = Outermost(doc.sections) if findings else Outermost(())
    for finding in findings:
        context = _context(doc, finding, over)
        seen[context] += 1
        salted = f"{context}\x1f{seen[context]}" if seen[context] > 1 else context
        out.append(sha256(salted.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH])
    return tuple(out)


def _context(doc: Document, finding: Finding, sections: Outermost) -> str:
    start, end = finding.span
    first, last = doc.lines[doc.line_at(start)], doc.lines[doc.line_at(end)]
    # Within their lines: the paragraph above may be rewritten without making this another finding.
    before = doc.text[first.span.start : start].split()[-BESIDE:]
    after = doc.text[end : max(end, last.span.end)].split()[:BESIDE]
    words = (" ".join(part) for part in (before, doc.text[start:end].split(), after))
    return "\x1f".join((finding.rule, _shape(finding.message), *words, _section(sections.at(start))))


def _shape(message: str) -> str:
    """What a message says but for what it quotes and counts: two problems at one place are two, whichever comes first."""
    return "".join(letter for letter in _QUOTED.sub("", message) if letter.isalpha())


def _section(over: Section | None) -> str:
    """What the highest section around a place is for; not its number, which a section put in above changes."""
    return (over.role or " ".join(over.heading.casefold().split())) if over else ""
