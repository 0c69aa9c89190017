"""A long text judged beside the page."""

from __future__ import annotations

from assistant import pipeline
from assistant.reviewing.judging import Judging, moved
from checks.document import Document
from checks.engine import Report


def sample() -> Document:
    return Document.parse(pipeline.sample().text)


def whole(report: Report) -> set[str]:
    return {*report.evaluated, *(one.rule for one in report.not_evaluated)}


def test_it_says_what_the_checks_say() -> None:
    assert Judging(sample()).report()[1:] == pipeline.check(sample())[1:]


def test_stopped_it_names_every_rule_that_had_no_turn() -> None:
    running = Judging(sample())
    stopped = running.stop()
    assert whole(stopped) == whole(pipeline.check(sample()))
    assert len(stopped.evaluated) + len(stopped.not_evaluated) == len(running.rules)


def test_one_that_was_stopped_goes_on_where_it_was() -> None:
    first = Judging(sample())
    first.stop()
    assert Judging(sample(), first.told).report()[1:] == pipeline.check(sample())[1:]


def test_findings_stay_beside_their_words_while_a_changed_text_is_judged() -> None:
    known = pipeline.check(sample())
    doc = Document.parse(sample().text.replace("Căn cứ Luật Thi đua", "Căn cứ vào chính Luật Thi đua", 1))
    shown = moved(known, doc)
    told = {(one.rule, known.document.text[slice(*one.span)]) for one in known.findings}
    assert shown.findings
    assert {(one.rule, doc.text[slice(*one.span)]) for one in shown.findings} <= told


def test_a_finding_at_the_changed_words_is_shown_no_more() -> None:
    known = pipeline.check(sample())
    fixed = pipeline.accept_safe(pipeline.open_review(pipeline.sample()))
    shown = moved(known, Document.parse(fixed.text))
    assert len(shown.findings) < len(known.findings)
