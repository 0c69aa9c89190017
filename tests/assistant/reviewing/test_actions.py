"""Messages of the browser: checked at the door, taken once, with what was typed meanwhile."""

from __future__ import annotations

import pytest

from assistant import pipeline
from assistant.reviewing import actions
from assistant.reviewing import review as reviewing
from assistant.reviewing.actions import Action, perform_all

TEXT = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Thời gian: đến hết ngày 31 tháng 12 năm 2025.\n"


def review() -> reviewing.Review:
    return reviewing.start(TEXT, "thử")


def mark(rule: str = "period-end") -> str:
    return next(one.mark for one in pipeline.undecided(review()) if one.finding.rule == rule)


def test_only_a_client_and_the_number_of_its_last_action_are_taken_from_what_a_browser_kept() -> None:
    kept: list[object] = [
        {"client": "a", "done": 3},
        None,
        {},
        "x",
        {"client": "a", "done": -1},
        {"client": "a" * 99, "done": 1},
    ]
    assert [actions.answered(message) for message in kept] == [("a", 3)] + [("", 0)] * 5


@pytest.mark.parametrize("message", [None, {}, [], "x", {"client": "a", "actions": [{"seq": 1, "op": "delete"}]},
                                     {"client": "a", "actions": [{"seq": 1, "op": "undo", "extra": 1}]}])  # fmt: skip
def test_a_message_of_another_shape_is_no_batch(message: object) -> None:
    assert actions.batch(message) is None


def test_an_action_sent_twice_is_taken_once() -> None:
    actions = [Action(seq=1, op="accept", marks=(mark(),))]
    first = perform_all(review(), actions, 0, pipeline.undecided)
    second = perform_all(first.review, actions, first.done, pipeline.undecided)
    assert second == first


def test_what_was_typed_meanwhile_is_kept_and_the_finding_still_found() -> None:
    typed = "Dòng mới.\n" + TEXT
    outcome = perform_all(review(), [Action(seq=1, op="accept", marks=(mark(),), text=typed)], 0, pipeline.undecided)
    assert outcome.review.text == typed.replace("2025", "2026")


def test_typed_text_is_brought_to_nfc() -> None:
    outcome = perform_all(review(), [Action(seq=1, op="type", text="tỉnh")], 0, pipeline.undecided)
    assert outcome.review.text == "tỉnh"


def test_a_place_that_is_gone_says_so_and_stops_nothing() -> None:
    actions = [Action(seq=1, op="accept", marks=("không có",)), Action(seq=2, op="ignore", marks=(mark(),))]
    outcome = perform_all(review(), actions, 0, pipeline.undecided)
    assert outcome.done == 2
    assert outcome.problem
    assert outcome.review.decisions.ignored == (mark(),)
