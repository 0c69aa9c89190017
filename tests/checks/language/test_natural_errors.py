"""What typists of this genre really write wrong, in sentences of our own: how much of it is found, and mended right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from checks import engine
from checks.document import Document
from checks.examples import read
from checks.finding import Finding, Severity
from checks.rules import all_rules


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


LINES = _lines("natural_errors.txt")
LATER = _lines("natural_errors_2.txt")
"""Kinds that are harder: syllables lost, said twice, turned round, torn, and words of a near sound."""
LATEST = _lines("natural_errors_3.txt")
"""Again, a third of them with a syllable lost."""
FOURTH = _lines("natural_errors_4.txt")
"""Again, of every kind of body; a third with a syllable lost or written twice."""
FIFTH = _lines("natural_errors_5.txt")
"""Again, of every kind of office; a third with a syllable lost or written twice."""
RIGHT = _lines("right_sentences.txt") + _lines("right_sentences_2.txt") + _lines("right_sentences_3.txt")
SPELLING = [rule for rule in all_rules() if ".rules.spelling." in type(rule).__module__]


class Share(NamedTuple):
    """Of ``errors`` so many are found as errors, at all, and with the right repair; ``false`` are findings elsewhere."""

    errors: int
    sure: int
    found: int
    mended: int
    false: int


def share(lines: list[str]) -> Share:
    counts = [0] * 5
    for line in lines:
        example = read(line)
        doc = Document.parse(example.text + "\n")
        report = engine.check(doc, SPELLING)
        assert not report.crashed, report.not_evaluated
        findings = report.findings
        for span in example.spans:
            hits = [f for f in findings if f.span.start < span.end and span.start < f.span.end]
            mended = engine.apply(doc.text, hits, unsafe=True)
            right = read(line).repaired + "\n" == mended or (len(example.spans) > 1 and bool(hits))
            sure = any(f.severity is Severity.ERROR for f in hits)
            counts = [a + b for a, b in zip(counts, (1, sure, bool(hits), right, 0), strict=True)]
        counts[4] += sum(not _touches(f, example.spans) for f in findings)
    return Share(*counts)


def _touches(finding: Finding, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(finding.span.start < end and start < finding.span.end for start, end in spans)


@pytest.mark.parametrize(
    ("lines", "sure", "found", "mended"),
    [
        (LINES[::2], 0.93, 0.95, 0.95),
        (LINES[1::2], 0.85, 0.89, 0.95),
        (LATER[::2], 0.9, 0.91, 0.95),
        (LATER[1::2], 0.79, 0.84, 0.9),
        (LATEST[::2], 0.57, 0.67, 0.9),
        (LATEST[1::2], 0.62, 0.77, 0.9),
        (FOURTH[::2], 0.7, 0.78, 0.9),
        (FOURTH[1::2], 0.6, 0.68, 0.9),
        (FIFTH[::2], 0.78, 0.8, 0.9),
        (FIFTH[1::2], 0.78, 0.8, 0.9),
    ],
    ids=[
        "looked at",
        "only counted",
        "later, looked at",
        "later, only counted",
        "latest, looked at",
        "latest, only counted",
        "fourth, looked at",
        "fourth, only counted",
        "fifth, looked at",
        "fifth, only counted",
    ],
)
def test_most_natural_errors_are_found_as_errors_and_mended_right(
    lines: list[str], sure: float, found: float, mended: float
) -> None:
    of = share(lines)
    assert of.errors >= 50
    assert of.sure > sure * of.errors, of
    assert of.found > found * of.errors, of
    assert of.mended > mended * of.found, of
    assert of.false <= 2, of


def test_words_of_many_trades_are_let_be() -> None:
    loud = [line for line in RIGHT if engine.check(Document.parse(line + "\n"), SPELLING).findings]
    assert len(loud) <= 8, loud


def test_the_sentences_are_silent_once_mended() -> None:
    loud = [
        line
        for line in LINES + LATER + LATEST + FOURTH + FIFTH
        if engine.check(Document.parse(read(line).repaired + "\n"), SPELLING).findings
    ]
    assert len(loud) <= 3, loud
