"""Work on a draft is kept whole and comes back whole; what a model wrote passes the gate again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.draft import Draft
from assistant.drafting import rewriting
from assistant.drafting.draft_file import Made, Work, from_json, to_json
from assistant.drafting.rewriting import Rewritten
from assistant.precedents.corpus import Corpus, shipped
from assistant.request import Request
from assistant.rolling.rollforward import rollforward
from checks.errors import UserError
from checks.reading import Source
from tests.assistant.lung_van import LAST, asked, last
from tests.assistant.scripted import Scripted, slots

GOOD = "Mỗi cơ quan, đơn vị chọn một việc khó để làm đến cùng."
BAD = "Phấn đấu thu hút 17 dự án đầu tư mới."


def judge(known: Rewritten, request: Request, draft: Draft, role: str, said: Sequence[str], rounds: int) -> Rewritten:
    corpus = Corpus(Path("/khong-co"), shipped())
    return rewriting.restored(known, request, draft, role, corpus, said, rounds)


def work(*paragraphs: str, instruction: str = "") -> Work:
    draft = rollforward(last(), asked())
    known = Rewritten(instruction=instruction)
    corpus = Corpus(Path("/khong-co"), shipped())
    for step in rewriting.rewrite(asked(), draft, "goal", Scripted(slots(*paragraphs)), corpus, instruction):
        known = rewriting.after(known, step)
    versions = rewriting.kept((), "trước khi sửa", draft)
    return Work({"issuer": "UBND tỉnh Lũng Vân", "year": "2026"}, Source(LAST, "chi-thi-2025", "text"), None,
                Made(asked(), draft, versions, {"goal": known}))  # fmt: skip


def test_everything_comes_back() -> None:
    before = work(GOOD)
    after = from_json(to_json(before), judge)
    assert before.made
    assert after.made
    assert after.values == before.values
    assert after.made.request == before.made.request
    assert after.made.draft.document.text == before.made.draft.document.text
    assert after.made.draft.paragraphs == before.made.draft.paragraphs
    assert after.made.draft.blanks == before.made.draft.blanks
    assert [one.name for one in after.made.versions] == ["trước khi sửa"]
    written = after.made.answers["goal"].written
    assert written
    assert [p.text for p in written.paragraphs] == [GOOD]


def test_what_was_refused_is_refused_again() -> None:
    after = from_json(to_json(work(f"{GOOD} {BAD}")), judge)
    assert after.made
    written = after.made.answers["goal"].written
    assert written
    assert [s.text for s in written.refused] == [BAD]


def test_an_answer_changed_outside_does_not_pass() -> None:
    data = json.loads(to_json(work(GOOD)))
    data["made"]["answers"]["goal"]["said"] = [BAD]
    after = from_json(json.dumps(data), judge)
    assert after.made
    written = after.made.answers["goal"].written
    assert written
    assert written.paragraphs == ()


def test_a_figure_the_officer_named_in_the_instruction_still_stands() -> None:
    after = from_json(to_json(work("Phấn đấu thu hút 21 dự án mới.", instruction="Thêm: thu hút 21 dự án mới")), judge)
    assert after.made
    written = after.made.answers["goal"].written
    assert written
    assert [p.text for p in written.paragraphs] == ["Phấn đấu thu hút 21 dự án mới."]


def test_a_form_without_a_draft_comes_back_too() -> None:
    assert from_json(to_json(Work({"issuer": "UBND xã Nà Phai"})), judge) == Work({"issuer": "UBND xã Nà Phai"})


@pytest.mark.parametrize(
    "data", ["", "{}", "[1]", '{"kind": "chithi-review-1"}', '{"kind": "chithi-draft-1", "values": {}, "la": 1}']
)
def test_another_file_is_refused_in_one_sentence(data: str) -> None:
    with pytest.raises(UserError, match="không đọc được"):
        from_json(data, judge)


def test_a_draft_whose_lines_were_changed_outside_is_refused() -> None:
    data = json.loads(to_json(work(GOOD)))
    data["made"]["draft"]["text"] += "\nDòng thêm vào."
    with pytest.raises(UserError, match="không đọc được"):
        from_json(json.dumps(data), judge)


def test_an_answer_that_was_still_coming_can_be_gone_on_with() -> None:
    before = work(GOOD)
    assert before.made
    coming = Rewritten("", slots(GOOD, "Câu chưa xong")[:-8])
    kept = before._replace(made=before.made._replace(answers={"goal": coming}))
    after = from_json(to_json(kept), judge)
    assert after.made
    known = after.made.answers["goal"]
    assert known.resumable
    assert known.written
    assert [p.text for p in known.written.paragraphs] == [GOOD]
