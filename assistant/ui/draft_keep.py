"""Work on a draft between this page's state and the officer's browser: nothing is lost on a reload."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import streamlit as st

from assistant.draft import Draft
from assistant.drafting import draft_file, editing, rewriting
from assistant.drafting.draft_file import Made, Work
from assistant.drafting.rewriting import Rewritten
from assistant.entry.quick_entry import TARGET as TARGETS
from assistant.entry.request_form import LABELS
from assistant.precedents.corpus import open_corpus
from assistant.request import Request
from assistant.ui.keep import keep
from assistant.ui.versions import kept
from checks.errors import UserError

state = st.session_state
# As many targets as a form can show and stay quick; the others are typed as lines.
MOST_TARGETS = 60


def values() -> dict[str, str]:
    """What stands in the form."""
    return {name: str(state.get(f"draft_{name}") or "") for name in LABELS} | {
        key: state[f"draft_{key}"] for n in range(MOST_TARGETS) if state.get(f"draft_{(key := TARGETS + str(n))}")
    }


def work() -> Work:
    """All there is on this page."""
    made = None
    if "draft" in state:
        answers = state.get("draft_rewritten", {})
        made = Made(state.draft_request, state.draft, kept(), answers)
    return Work(values(), state.get("draft_previous_source"), state.get("draft_resolution"), made)


def take_up(found: Work) -> None:
    """Put it on the page."""
    for name, value in found.values.items():
        if name in LABELS or name.startswith(TARGETS):
            state[f"draft_{name}"] = value
    if found.previous:
        state.draft_previous_source = state.draft_filled = found.previous
    if found.resolution:
        state.draft_resolution = found.resolution
    if found.made:
        state.draft, state.draft_request = found.made.draft, found.made.request
        state.draft_versions, state.draft_rewritten = found.made.versions, dict(found.made.answers)
        # What a model was writing is what the officer was looking at.
        found_parts = editing.parts(found.made.draft)
        written = (n for n, part in enumerate(found_parts) if part.role in found.made.answers)
        state.draft_part = editing.names(found_parts)[next(written, 0)]


def read(data: str | bytes) -> Work:
    """Kept or exported work. Raises UserError when it is none."""
    corpus = open_corpus()

    def judge(
        known: Rewritten, request: Request, draft: Draft, role: str, said: Sequence[str], rounds: int
    ) -> Rewritten:
        return rewriting.restored(known, request, draft, role, corpus, said, rounds)

    try:
        return draft_file.from_json(data, judge)
    finally:
        corpus.close()


def restore() -> None:
    """What this browser kept."""
    found = state.keep_draft.found or {}
    try:
        take_up(read(str(found.get("value", ""))))
    except UserError as problem:
        state.draft_problem = str(problem)
        return
    state.draft_id = str(found.get("id", ""))[:64] or secrets.token_hex(8)


def offer() -> None:
    """Work of another day, to go on with."""
    keep("draft", "", "", None, restore, left=False)


def save(turn: int = 0) -> None:
    filled = values()
    state.setdefault("draft_id", secrets.token_hex(8))
    name = f"{filled['issuer']} {filled['year']}".strip() or "chưa ghi tên cơ quan"
    keep("draft", state.draft_id, name, draft_file.to_json(work()), restore, left=False, turn=turn)
