"""What was found in a paragraph before is what the whole text says of it: no rule calls itself alone that is not."""

from __future__ import annotations

import inspect
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import engine, examples, paragraphs
from checks.document import Document
from checks.finding import Finding
from checks.language.tokens import Tokens
from checks.paragraphs import Paragraphs, Stretches
from checks.rule import Rule
from checks.rules import all_rules

RULES = all_rules()
ALONE = tuple(rule for rule in RULES if rule.alone)
CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/document.txt"))
TOLD = {
    "text", "written", "tokens", "figures", "touching", "dates", "citations", "body", "torn",
    "as_of", "issued", "decree_30", "seat", "framed", "parted",
}  # fmt: skip
"""What an excerpt tells as the whole does."""
APART = f"\n\n{'Các đơn vị nghiêm túc thực hiện. ' * 9}\n\nBáo cáo theo quy định.\n\n{'Văn phòng theo dõi, đôn đốc. ' * 9}\n\n"
HEAD = "Số: 05/CT-UBND\n\nTân Phong, ngày {day}\n\nCHỈ THỊ\nPhát động thi đua\n\nMở đầu.\n\n"


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.name())
def test_a_rule_that_judges_paragraphs_asks_the_document_for_nothing_else(rule: Rule) -> None:
    source = inspect.getsource(sys.modules[type(rule).__module__]).replace(inspect.getsource(type(rule).weigh), "")
    assert set(re.findall(r"\bdoc\.(\w+)", source)) <= TOLD
    assert rule.scope == "text"


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.name())
def test_its_examples_together_are_judged_as_each_in_an_excerpt(rule: Rule) -> None:
    texts = [examples.read(example).text.strip("\n") for example in (*rule.good, *rule.bad)]
    for head in ("", HEAD.format(day="12 tháng 01 năm 2019"), HEAD.format(day="12 tháng 01 năm 2026")):
        doc = Document.parse(head + APART.join([*texts, *texts[::-1]]))
        if doc.flowing is doc:
            assert _apart(doc, rule) == _whole(doc, rule)


def test_texts_of_the_corpus_are_judged_in_excerpts_as_whole() -> None:
    for path in CORPUS[::12]:
        doc = Document.parse(path.read_text("utf-8"))
        if doc.flowing is doc:
            assert [_apart(doc, rule, 6) for rule in ALONE] == [_whole(doc, rule) for rule in ALONE]


def test_a_text_typed_on_has_the_findings_of_a_text_never_seen() -> None:
    met, chance = Paragraphs(), random.Random(2)
    for path in CORPUS[::16]:
        lines = path.read_text("utf-8").split("\n")
        for number in range(6):
            at = chance.randrange(len(lines))
            example = examples.read(chance.choice(chance.choice(RULES).bad)).text.strip("\n")
            lines[at : at + number % 2] = [lines[at][: number * 20], example]
            text = "\n".join(lines)
            typed, new = (engine.check(Document.parse(text), RULES, None, one) for one in (met, None))
            assert (typed.findings, typed.evaluated, typed.not_evaluated) == new[1:]


def test_tokens_of_stretches_met_before_are_the_tokens_of_the_text() -> None:
    met = Stretches(room=40_000)
    for path in CORPUS[::16]:
        text = path.read_text("utf-8")
        for written in (text, text.replace("\n\n", "\n"), text[7:-7], ""):
            known, new = Tokens(written, met), Tokens(written)
            assert (known.keys, known.pairs, known.places) == (new.keys, new.pairs, new.places)
            assert [*known] == [*new]


def test_a_rule_that_fails_in_an_excerpt_is_reported_and_the_others_are_not_lost() -> None:
    class Failing(Rule):
        alone = True

        def check(self, doc: Document) -> Iterator[Finding]:
            raise ValueError(doc.name)

    met, text = Paragraphs(), CORPUS[0].read_text("utf-8")
    reports = [engine.check(Document.parse(text), (*ALONE, Failing()), None, met) for _ in range(2)]
    assert [report.not_evaluated[-1].rule for report in reports] == ["failing", "failing"]
    assert reports[0].findings == engine.check(Document.parse(text), ALONE).findings


def test_what_is_remembered_has_a_limit() -> None:
    met = Paragraphs(room=100)
    for path in CORPUS[:6]:
        engine.check(Document.parse(path.read_text("utf-8")), ALONE, None, met)
        assert sum(len(known) for known in met._known.values()) <= max(100, path.read_text("utf-8").count("\n") + 1)


def _whole(doc: Document, rule: Rule) -> list[Finding]:
    return sorted(rule.check(doc), key=repr)


def _apart(doc: Document, rule: Rule, among: int = 0) -> list[Finding]:
    """The findings of every paragraph, asked with each ``among``-th of the text or, for 0, with none."""
    pieces = list(paragraphs._pieces(doc))
    beside = paragraphs._beside(pieces)
    every = among or len(pieces)
    found: list[Finding] = []
    for first in range(every):
        for number, own in paragraphs._judged(doc, pieces, beside, range(first, len(pieces), every), [rule]).items():
            found += [finding.moved(pieces[number].start) for finding in own]
    return sorted(rule.weigh(doc, found), key=repr)
