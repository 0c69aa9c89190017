"""Every rule keeps the promises its examples make."""

from __future__ import annotations

import json

import pytest

from checks import engine, examples
from checks.report.pages import listed
from checks.rule import Rule
from checks.rules import all_rules

RULES = all_rules()
GOOD = [pytest.param(r, e, id=f"{r.name()}-{i}") for r in RULES for i, e in enumerate(r.good)]
BAD = [pytest.param(r, e, id=f"{r.name()}-{i}") for r in RULES for i, e in enumerate(r.bad)]


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_good_examples_are_judged_and_clean(rule: Rule, text: str) -> None:
    doc = examples.document(text)
    assert rule.applies(doc) is None
    report = engine.check(doc, [rule])
    assert (report.crashed, report.findings) == (False, ())


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name())
def test_what_lies_outside_is_left_unjudged_with_a_reason(rule: Rule) -> None:
    texts = (*examples.OUTSIDE[rule.scope], *rule.apart)
    assert [text for text in texts if rule.applies(examples.document(text)) is None] == []


@pytest.mark.parametrize(("rule", "marked"), BAD)
def test_bad_examples_are_found_and_repaired_as_marked(rule: Rule, marked: str) -> None:
    example = examples.read(marked)
    report = engine.check(examples.document(example.text), [rule])
    assert not report.crashed, report.not_evaluated
    assert [f.span for f in report.findings] == list(example.spans), [f.message for f in report.findings]
    assert engine.apply(example.text, report.findings, unsafe=True) == example.repaired


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name())
def test_a_rule_has_a_page_a_source_and_examples(rule: Rule) -> None:
    assert type(rule).__doc__, "say in Vietnamese what the text must be"
    assert rule.source
    assert rule.tier in ("luật", "thông lệ", "gợi ý")
    assert rule.good
    assert rule.bad
    assert type(rule).__module__.endswith("." + rule.name().replace("-", "_"))


@pytest.mark.parametrize(("rule", "marked"), BAD)
def test_messages_are_one_vietnamese_sentence_and_claim_law_only_where_it_is(rule: Rule, marked: str) -> None:
    for finding in engine.check(examples.document(examples.read(marked).text), [rule]).findings:
        assert finding.message.endswith((".", "?", "”."))
        assert rule.tier == "luật" or "quy định" not in finding.message.lower().replace("theo quy định", "")


def test_all_rules_are_to_be_had_as_data() -> None:
    told = json.loads(listed(RULES))["rules"]
    assert [one["rule"] for one in told] == [rule.name() for rule in RULES]
    assert all(one["source"] and one["group"] for one in told)
