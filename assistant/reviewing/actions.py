"""What a page may ask of a review: one small message an action, checked at the door, answered with a new review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from assistant.reviewing import review as reviewing
from assistant.reviewing.review import Open, Review
from checks.errors import UserError
from checks.letters import composed
from checks.reading.source import TEXT_LIMIT

Text = Annotated[str, Field(max_length=TEXT_LIMIT)]
Judge = Callable[[Review], tuple[Open, ...]]


class Action(BaseModel):
    """``text``: what stands in the editor now, when typing has not yet been sent. ``marks``: the findings meant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seq: int
    op: Literal["type", "accept", "ignore", "waive", "learn", "undo", "redo"]
    marks: tuple[str, ...] = ()
    text: Text | None = None
    replacement: Annotated[str, Field(max_length=20_000)] | None = None
    reason: Annotated[str, Field(max_length=2_000)] = ""


class Batch(BaseModel):
    """Actions not yet acknowledged by the server: a fast hand does not wait for the answer to its last key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    client: Annotated[str, Field(max_length=64)]
    actions: Annotated[tuple[Action, ...], Field(max_length=500)]


class Outcome(NamedTuple):
    """``done``: the number of the last action taken; ``problem``: a sentence for the officer, or empty."""

    review: Review
    done: int
    problem: str = ""


_BATCH = TypeAdapter(Batch)


def batch(message: object) -> Batch | None:
    """The batch in a message of the browser; None for anything else."""
    try:
        return _BATCH.validate_python(message)
    except ValidationError:
        return None


class Answered(BaseModel):
    """The last action that a kept review has in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    client: Annotated[str, Field(max_length=64)]
    done: Annotated[int, Field(ge=0)]


def answered(message: object) -> tuple[str, int]:
    """Client and number of that action; none for a review kept without them."""
    try:
        seen = Answered.model_validate(message)
    except ValidationError:
        return "", 0
    return seen.client, seen.done


def perform_all(review: Review, actions: Sequence[Action], done: int, judge: Judge) -> Outcome:
    """Take every action after number ``done``. One that cannot be taken says why and stops no other."""
    problem = ""
    for action in actions:
        if action.seq <= done:
            continue
        done = action.seq
        try:
            review = perform(review, action, judge)
        except UserError as error:
            problem = str(error)
    return Outcome(review, done, problem)


def perform(review: Review, action: Action, judge: Judge) -> Review:
    """One action. Raises UserError when the place it means has changed or it lacks something."""
    if action.text is not None:
        review = reviewing.typed(review, composed(action.text))
    match action.op:
        case "type":
            return review
        case "undo":
            return reviewing.undo(review)
        case "redo":
            return reviewing.redo(review)
    chosen = _chosen(judge(review), action.marks)
    match action.op:
        case "accept":
            return reviewing.accept(review, chosen, action.replacement)
        case "ignore":
            return reviewing.ignore(review, chosen)
        case "waive":
            return reviewing.waive(review, chosen[0], action.reason)
        case "learn":
            return reviewing.learn(review, chosen[0])


def _chosen(opens: Sequence[Open], marks: Sequence[str]) -> tuple[Open, ...]:
    wanted = set(marks)
    chosen = tuple(one for one in opens if one.mark in wanted)
    if not chosen:
        raise UserError("Chỗ này vừa thay đổi hoặc đã được xử lý: danh sách đã được cập nhật, hãy xem lại.")
    return chosen
