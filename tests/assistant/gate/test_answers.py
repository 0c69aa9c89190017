"""Answers as a fluent model gives them: what request and text hold may be said, one fact nobody gave may not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.drafting.inserting import current
from assistant.drafting.write import _Writing
from assistant.gate.grounding import Judged, grounded
from assistant.precedents.corpus import Corpus, shipped
from assistant.request import Request, read_request
from assistant.rolling.rollforward import rollforward

HERE = Path(__file__).parent
SETTINGS = tomllib.loads((HERE / "answers.toml").read_text("utf-8"))
CORPUS = Corpus(Path("/khong-co"), shipped())


class Answer(NamedTuple):
    setting: str
    role: str
    kind: str
    text: str


def answers() -> Iterator[Answer]:
    for line in (HERE / "answers.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, text = line.partition(" | ")
            setting, role, kind = head.split()
            yield Answer(setting, role, kind, text)


ANSWERS = tuple(answers())
HONEST = [one for one in ANSWERS if one.kind.startswith("+")]
INVENTED = [one for one in ANSWERS if not one.kind.startswith("+")]


@cache
def asked(name: str) -> Request:
    return read_request({k: v for k, v in SETTINGS[name].items() if k not in ("rolls", "shown", "instruction")})


@cache
def writing(name: str, role: str) -> _Writing:
    setting, request = SETTINGS[name], asked(name)
    draft = rollforward(CORPUS.show(setting["rolls"]).document, request) if setting["rolls"] else None
    section = current(draft, role) if draft else ""
    shown = tuple(CORPUS.show(one) for one in setting["shown"])
    return _Writing(request, role, section, shown, setting["instruction"], draft)


def judged(answer: Answer) -> Judged:
    written = writing(answer.setting, answer.role)
    said = answer.text.replace("[[", "").replace("]]", "").split(" ¶ ")
    return grounded(said, written.request, written.given(), written.previous)


@pytest.mark.parametrize("answer", HONEST, ids=lambda a: f"{a.setting}-{a.role}-{a.kind}")
def test_an_honest_answer_may_enter(answer: Answer) -> None:
    assert judged(answer).refused == ()


@pytest.mark.parametrize("answer", INVENTED, ids=lambda a: f"{a.setting}-{a.role}-{a.kind}")
def test_a_fact_nobody_gave_stays_out(answer: Answer) -> None:
    found = judged(answer)
    facts = re.findall(r"\[\[(.*?)\]\]", answer.text)
    let_in = "\n".join(s.text for s in found.sentences if s.accepted)
    assert [fact for fact in facts if fact in let_in] == []
    assert all(reason.endswith(".") for s in found.refused for reason in s.reasons)
