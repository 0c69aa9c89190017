"""What a press on the page Rà soát does to the review: begun, gone on with, left."""

from __future__ import annotations

import secrets
from typing import Literal

import streamlit as st

from assistant import pipeline
from assistant.reviewing import actions, review_file
from assistant.reviewing import review as reviewing
from assistant.reviewing.actions import Action
from assistant.reviewing.review import Review
from assistant.ui.judged import give_up, undecided
from assistant.ui.whole import unbroken
from checks.errors import UserError

state = st.session_state


def begin(review: Review, file: bytes | None = None) -> None:
    with unbroken():
        give_up()
        state.review, state.review_id, state.problem = review, secrets.token_hex(8), ""
        state.client, state.done, state.review_file = "", 0, file


def leave() -> None:
    del state.review
    give_up()
    state.review_left = True


def restore() -> None:
    """What this browser kept; a text of another version of the program is left alone."""
    found = state.keep_review.found or {}
    try:
        begin(review_file.from_json(str(found.get("value", ""))))
    except UserError as problem:
        state.problem = str(problem)
        return
    state.review_id = str(found.get("id", ""))[:64] or state.review_id
    state.client, state.done = actions.answered(found.get("seen"))


def act() -> None:
    """Actions of the component."""
    sent = actions.batch(state.marked.action)
    if sent is None:
        return
    if sent.client != state.client:
        state.client, state.done = sent.client, 0
    state.review, state.done, state.problem = actions.perform_all(state.review, sent.actions, state.done, undecided)


def do(op: Literal["accept", "ignore", "waive", "learn", "undo", "redo"]) -> None:
    """The same actions as buttons of the page."""
    words = state.get("one_words", "").strip()
    marks = (state.one,) if state.get("one") else ()
    action = Action(
        seq=0,
        op=op,
        marks=marks,
        replacement=words or None if op == "accept" else None,
        reason=words if op == "waive" else "",
    )
    state.problem = ""
    try:
        state.review = actions.perform(state.review, action, undecided)
    except UserError as problem:
        state.problem = str(problem)


def fix_safe() -> None:
    state.review, state.problem = pipeline.accept_safe(state.review, state.get("report")), ""


def save_version() -> None:
    try:
        state.review = reviewing.keep_version(state.review, state.version_name)
    except UserError as problem:
        state.problem = str(problem)


def open_version(version: reviewing.Version) -> None:
    state.review = reviewing.return_to(state.review, version)
