"""Viết lại bằng mô hình: a section asked for, streamed, stopped or gone on with, judged, taken over or left."""

from __future__ import annotations

import time
from contextlib import closing

import streamlit as st

from assistant.draft import Draft
from assistant.drafting import rewriting
from assistant.drafting.rewriting import Rewritten
from assistant.model import Model
from assistant.precedents.corpus import open_corpus
from assistant.request import Request
from assistant.ui.draft_keep import save
from assistant.ui.paper import paper
from assistant.ui.safely import plain
from assistant.ui.written_view import written as written_nodes

state = st.session_state
BETWEEN = 2.0
"""Seconds between two savings of what has come."""


def section(draft: Draft, request: Request, model: Model, role: str, heading: str) -> None:
    """What can be asked of the model for one section, and what it answered."""
    known = _answers().get(role)
    instruction = st.text_area(
        "Ý kiến cho mô hình (có thể bỏ trống)", key=f"draft_model_says_{role}", height=80, persist_state="session"
    )
    with st.container(horizontal=True):
        begin = st.button("Viết lại bằng mô hình", key=f"draft_model_write_{role}", icon=":material/edit_note:")
        further = bool(known and known.resumable) and st.button("Viết tiếp", key=f"draft_model_further_{role}")
    if begin or further:
        _write(draft, request, model, role, instruction or "", known.received if known and further else "")
    elif known:
        _answer(draft, known, role, heading)


def halt(draft: Draft, request: Request) -> None:
    """A stream that was ended by a click is judged as far as it came."""
    role = state.pop("draft_writing", "")
    known = _answers().get(role)
    if known is None:
        return
    corpus = open_corpus()
    try:
        state.draft_rewritten = {**_answers(), role: rewriting.halted(known, request, draft, role, corpus)}
    finally:
        corpus.close()


def _write(draft: Draft, request: Request, model: Model, role: str, instruction: str, received: str) -> None:
    _forget(role)
    state.draft_writing = role
    # Any click ends this run of the page, and with it the stream: the button needs no code of its own.
    st.button("Dừng", key=f"draft_model_stop_{role}", icon=":material/stop:")
    place, aside = st.empty(), st.empty()
    known = Rewritten(received=received, instruction=instruction)
    corpus = open_corpus()
    saved, turn = time.monotonic(), 0
    try:
        with closing(rewriting.rewrite(request, draft, role, model, corpus, instruction, received)) as steps:  # type: ignore[type-var]
            for step in steps:
                known = rewriting.after(known, step)
                state.draft_rewritten = {**_answers(), role: known}
                place.text(rewriting.told(step))
                if time.monotonic() - saved > BETWEEN:
                    saved, turn = time.monotonic(), turn + 1
                    with aside:
                        save(turn)
    finally:
        corpus.close()
    del state.draft_writing
    st.rerun()


def _answer(draft: Draft, known: Rewritten, role: str, heading: str) -> None:
    if known.fault:
        st.warning(plain(known.fault))
    found = known.written
    for one in found.ignored if found else ():
        st.warning(plain(f"Có câu ra lệnh cho máy trong “{one.source}”, không ai làm theo: “{one.instruction.text}”"))
    if found and found.judged.sentences:
        paper(f"draft_model_paper_{role}", written_nodes(found))
    elif known.received:
        st.text(f"Phần đã nhận được:\n{known.received}")
    with st.container(horizontal=True):
        if found and found.paragraphs and st.button(
            "Đưa vào dự thảo", key=f"draft_model_accept_{role}", type="primary"
        ):  # fmt: skip
            state.draft_versions = rewriting.kept(
                state.get("draft_versions", ()), f"trước khi viết lại phần “{heading}”", draft
            )
            state.draft = rewriting.accepted(draft, found)
            _forget(role)
            st.rerun()
        if st.button("Bỏ bản này", key=f"draft_model_drop_{role}"):
            _forget(role)
            st.rerun()


def _answers() -> dict[str, Rewritten]:
    found: dict[str, Rewritten] = state.get("draft_rewritten", {})
    return found


def _forget(role: str) -> None:
    state.draft_rewritten = {name: one for name, one in _answers().items() if name != role}
