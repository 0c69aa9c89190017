"""What a directive has once, compared as what it is: theme, period, signer, recipients, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from checks.comparison.sections import goes_on
from checks.comparison.words import WORD, folded
from checks.document import Document
from checks.facts.citations import Citation

Status = Literal["kept", "changed", "new", "dropped"]
SAME_ENTRY = 0.6
"""Share of common words from which two recipients are one, written differently."""


class Detail(NamedTuple):
    """One fact of both years; an empty side where the document does not state it."""

    name: str
    previous: str
    current: str
    status: Status


class CitationChange(NamedTuple):
    """A document cited last year, this year, or both."""

    number: str
    previous: Citation | None
    current: Citation | None
    status: Status


def details(previous: Document, current: Document) -> tuple[Detail, ...]:
    """Issuer, theme, period, signer and authority of both years; what neither states is left out, only a year on is kept."""
    step = (current.year or 0) - (previous.year or 0)
    facts = (
        ("Cơ quan ban hành", _issuer(previous), _issuer(current)),
        ("Trích yếu", previous.subject, current.subject),
        ("Chủ đề", previous.theme, current.theme),
        ("Thời gian thi đua", _period(previous), _period(current)),
        ("Người ký", previous.signer, current.signer),
        ("Thể thức ký", _authority(previous), _authority(current)),
    )
    return tuple(
        Detail(name, a, b, "kept" if a and b and goes_on(a, b, step) else _status(a, b))
        for name, a, b in facts
        if a or b
    )


def _issuer(doc: Document) -> str:
    """As the head has it, with the body above."""
    return " / ".join(line.bare for line in doc.frame.issuer) or doc.issuer


def _status(previous: str, current: str) -> Status:
    if not previous or not current:
        return "new" if current else "dropped"
    return "kept" if _plain(previous) == _plain(current) else "changed"


def _plain(text: str) -> tuple[str, ...]:
    return tuple(folded(m[0]) for m in WORD.finditer(text))


def _period(doc: Document) -> str:
    """The sentence that says when the movement runs, on one line."""
    parts = [s for s in doc.sections if "period" in s.roles]
    named = [s for s in parts if s.heading.lower().startswith("thời gian")]  # “4. Tiến độ” may stand before it
    section = next(iter(named or parts), None)
    said = doc.text[slice(*section.body)] if section else ""
    if not re.search(r"\d", said) and doc.period_spans:
        said = doc.text[slice(*doc.period_spans[0])]
    lines = (" ".join(line.split()).strip(" :*") for line in said.split("\n"))
    text = next((line for line in lines if re.search(r"\d{4}", line) and " | " not in line), "")
    text = re.sub(r"^\d{1,2}\s+(?=Thời )", "", text)  # “3 Thời gian: …”: a number without its point
    stop = re.search(r"[.;](?=\s|$)", text)
    return text[: stop.start()] if stop else text


def _authority(doc: Document) -> str:
    return ", ".join(line.bare for line in doc.signature.authority) if doc.signature else ""


def recipients(previous: Document, current: Document) -> tuple[Detail, ...]:
    """Entries of “Nơi nhận” of both years; one written differently is changed, not dropped and new."""
    left = list(previous.recipients)
    out = []
    for entry in current.recipients:
        partner = _partner(entry, left)
        if partner is not None:
            left.remove(partner)
        out.append(Detail("", partner or "", entry, _status(partner or "", entry)))
    return (*out, *(Detail("", entry, "", "dropped") for entry in left))


def _partner(entry: str, among: Iterable[str]) -> str | None:
    words = set(_plain(entry))
    best, share = None, SAME_ENTRY
    for other in among:
        theirs = set(_plain(other))
        if not words or not theirs:
            continue
        if entry.startswith("Lưu") and other.startswith("Lưu"):
            return other
        alike = 2 * len(words & theirs) / (len(words) + len(theirs))
        if alike > share or (alike == share and best is None):
            best, share = other, alike
    return best


def citations(previous: Document, current: Document) -> tuple[CitationChange, ...]:
    """Each cited document once, this year's first; the same number with another date is another document."""
    cited = [one for one in current.citations if not _own(one, current)]
    before = {one.identity: one for one in reversed(previous.citations) if not _own(one, previous)}
    after = {one.identity: one for one in reversed(cited)}
    numbers = {key[0]: key for key in before}
    out, used = [], set()
    for one in dict.fromkeys(c.identity for c in cited):
        same = one if one in before else numbers.get(one[0]) if None in (one[1], numbers.get(one[0], one)[1]) else None
        if same is not None:
            used.add(same)
        out.append(CitationChange(one[0], before.get(same) if same else None, after[one], "kept" if same else "new"))
    gone = dict.fromkeys(key for c in previous.citations if (key := c.identity) in before and key not in used)
    return (*out, *(CitationChange(key[0], before[key], None, "dropped") for key in gone))


def _own(one: Citation, doc: Document) -> bool:
    """Its own number, told over the plan that comes with it."""
    return doc.number is not None and one.identity[0] == doc.number and one.date in (None, doc.issued)
