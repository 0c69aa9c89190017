"""A page that a scanner spoilt is told once; what a hand mistyped is told each."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from checks import engine, examples
from checks.commands.timing import timed
from checks.document import Document
from checks.finding import Severity
from checks.language.syllables import bare
from checks.rules import all_rules
from checks.rules.structure.damaged_text import DamagedText

RULES = all_rules()
SPELLING = {rule.name() for rule in RULES if type(rule).__module__.split(".")[-2] == "spelling"}
CORPUS = Path(__file__).parents[2] / "corpus"
WHOLE = ("huyen-phu-lam-chi-thi-2019", "xa-tan-phong-thuong-chi-thi-2026", "xa-tan-phong-thuong-chi-thi-2025")


def _whole(name: str) -> str:
    return (CORPUS / name / "document.txt").read_text("utf-8")


def _spoilt(text: str, *, one_in: int, most: int = 10**6) -> str:
    """``text`` as a poor scan gives it: every so many words one has lost its marks."""
    chance, words = random.Random(7), text.split(" ")
    marked = [i for i, word in enumerate(words) if word.isalpha() and word.islower() and bare(word) != word]
    for i in chance.sample(marked, min(most, len(words) // one_in, len(marked))):
        words[i] = bare(words[i])
    return " ".join(words)


def _spelling(report: engine.Report) -> list[str]:
    return [f.rule for f in report.findings if f.rule in SPELLING]


@pytest.fixture(scope="module")
def scanned() -> Document:
    return Document.parse(_spoilt(_whole(WHOLE[1]), one_in=3))


def test_a_spoilt_page_has_one_finding_on_its_words(scanned: Document) -> None:
    report = engine.check(scanned, RULES)
    told = [f for f in report.findings if f.rule == "damaged-text"]
    assert [(f.severity, "hãy quét lại hoặc lấy bản gốc" in f.message) for f in told] == [(Severity.ERROR, True)]
    assert _spelling(report) == []


@pytest.mark.parametrize("one_in", [12, 25])
def test_a_page_with_many_slips_keeps_each_and_is_told_to_be_scanned_anew(one_in: int) -> None:
    doc = Document.parse(_spoilt(_whole(WHOLE[1]), one_in=one_in))
    alone = engine.check(doc, [rule for rule in RULES if rule.name() in SPELLING])
    report = engine.check(doc, RULES)
    assert [f.severity for f in report.findings if f.rule == "damaged-text"] == [Severity.WARNING]
    assert len(_spelling(report)) >= len(alone.findings) * 0.8
    assert SPELLING.intersection(report.evaluated)


def test_what_is_held_back_is_counted_and_not_passed(scanned: Document) -> None:
    report = engine.check(scanned, RULES)
    alone = engine.check(scanned, [rule for rule in RULES if rule.name() in SPELLING])
    left = {item.rule: item.reason for item in report.not_evaluated if item.rule in SPELLING}
    assert set(left) == SPELLING
    assert not SPELLING.intersection(report.evaluated)
    (reason,) = set(left.values())
    told = re.search(r"(\d+) chỗ nghi sai chính tả chưa được nêu", reason)
    assert told is not None
    assert int(told[1]) >= len(alone.findings) * 0.8  # another rule's longer repair may answer one


def test_without_this_rule_each_place_is_told(scanned: Document) -> None:
    report = engine.check(scanned, [rule for rule in RULES if rule.name() != "damaged-text"])
    assert len(_spelling(report)) >= 20


def test_the_timing_report_says_the_same(scanned: Document) -> None:
    report, _ = timed(scanned, RULES, {})
    assert [f.rule for f in report.findings if f.rule in {*SPELLING, "damaged-text"}] == ["damaged-text"]


def test_the_timing_report_tells_a_text_that_lost_letters_once() -> None:
    report, _ = timed(examples.document(examples.read(DamagedText.bad[0]).text), RULES, {})
    assert [f.rule for f in report.findings].count("damaged-text") == 1


def test_where_summing_up_crashes_the_places_stay_and_it_is_not_evaluated(
    scanned: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ValueError("nothing to count")

    monkeypatch.setattr(DamagedText, "sum_up", crash)
    report = engine.check(scanned, RULES)
    assert [item.crashed for item in report.not_evaluated if item.rule == "damaged-text"] == [True]
    assert "damaged-text" not in report.evaluated
    assert len(_spelling(report)) >= 20


def test_repairs_leave_a_spoilt_page_alone(scanned: Document) -> None:
    fixed = engine.fix(
        scanned, lambda doc: engine.check(doc, [rule for rule in RULES if rule.name() in {*SPELLING, "damaged-text"}])
    )
    assert fixed.text == scanned.text


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("slips", [0, 10, 15])
def test_slips_of_a_hand_are_each_told(name: str, slips: int) -> None:
    doc = Document.parse(_spoilt(_whole(name), one_in=1, most=slips))
    alone = engine.check(doc, [rule for rule in RULES if rule.name() in SPELLING])
    report = engine.check(doc, RULES)
    assert "damaged-text" not in {f.rule for f in report.findings}
    assert len(_spelling(report)) >= len(alone.findings) * 0.8  # another rule's longer repair may answer one


def test_a_short_text_with_ten_slips_keeps_them() -> None:
    doc = Document.parse("Đẩy mạnh cải các hành chính; phong trào thi đau yêu nước; hoạt động khôi, cụm thi đua.\n" * 4)
    assert len(_spelling(engine.check(doc, RULES))) >= 10


def test_no_precedent_is_silenced() -> None:
    silenced = [
        folder.name
        for folder in sorted(CORPUS.iterdir())[::6]
        if (folder / "document.txt").exists()
        and any(f.rule == "damaged-text" for f in engine.check(Document.parse(_whole(folder.name)), RULES).findings)
    ]
    assert silenced == []
