"""Viết lại bằng mô hình: a section asked for, streamed, stopped or gone on with, judged, taken over or left."""

from __future__ import annotations

import time
from collections.abc import Iterator

import streamlit as st

from assistant.draft import Draft
from assistant.drafting import rewriting
from assistant.drafting.rewriting import Rewritten
from assistant.drafting.write import Progress, Written
from assistant.drafting.writing import Writing
from assistant.model import Model
from assistant.precedents.corpus import open_corpus
from assistant.request import Request
from assistant.ui.draft_keep import save
from assistant.ui.paper import paper
from assistant.ui.safely import plain
from assistant.ui.versions import change
from assistant.ui.written_view import written as written_nodes

state = st.session_state
BETWEEN = 2.0
"""Seconds between two savings of what has come."""
GLANCE = 0.4
"""Seconds between two looks at what a model writes."""


def section(model: Model, role: str, heading: str) -> None:
    """What can be asked of the model for one section, and what it answered."""
    known = answers().get(role)
    busy = "draft_writing" in state
    st.text_area("Ý kiến cho mô hình (có thể bỏ trống)", key=_instruction(role), height=80, persist_state="session")
    with st.container(horizontal=True):
        st.button("Viết lại bằng mô hình", key=f"draft_model_write_{role}", icon=":material/edit_note:",
                  on_click=_begin, args=(model, role, heading), disabled=busy)  # fmt: skip
        if known and known.resumable and not busy:
            st.button("Viết tiếp", key=f"draft_model_further_{role}", on_click=_begin, args=(model, role, heading, known.received))  # fmt: skip
    if known and not (busy and state.draft_writing.role == role):
        _answer(known, role, heading)


def settle() -> None:
    """What has come to its end is judged and shown."""
    writing: Writing | None = state.get("draft_writing")
    if writing is not None and writing.done:
        _know(writing.role, writing.known)
        del state.draft_writing


def running() -> None:
    """What is being written, and the button that stops it; the page itself is done and can be used."""
    if "draft_writing" not in state:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"Mô hình đang viết phần “{state.draft_writing.name}”. Trang vẫn dùng được trong lúc chờ.")
        st.button("Dừng", key="draft_model_stop", icon=":material/stop:", on_click=_stop)
    _follow()


@st.fragment(run_every=GLANCE)
def _follow() -> None:
    writing: Writing | None = state.get("draft_writing")
    if writing is None:
        return
    if writing.done:
        st.rerun()
    st.text(rewriting.told(writing.step))
    if time.monotonic() - state.get("draft_saved", 0.0) > BETWEEN:
        state.draft_saved = time.monotonic()
        _know(writing.role, writing.known)
        save(turn=1)


def forget_answers() -> None:
    """A draft made anew begins without a model's answers."""
    if "draft_writing" in state:
        state.pop("draft_writing").stop()
    state.pop("draft_rewritten", None)


def _begin(model: Model, role: str, name: str, received: str = "") -> None:
    """Whole and at once; what has come before is gone on with."""
    instruction = str(state.get(_instruction(role)) or "")
    request: Request = state.draft_request
    draft: Draft = state.draft

    def steps() -> Iterator[Progress]:
        corpus = open_corpus()
        try:
            yield from rewriting.rewrite(request, draft, role, model, corpus, instruction, received)
        finally:
            corpus.close()

    _forget(role)
    state.draft_writing = Writing(role, name, Rewritten(received=received, instruction=instruction), steps)


def _stop() -> None:
    """What came is judged as it stands."""
    writing: Writing | None = state.pop("draft_writing", None)
    if writing is None:
        return
    writing.stop()
    corpus = open_corpus()
    try:
        _know(writing.role, rewriting.halted(writing.known, state.draft_request, state.draft, writing.role, corpus))
    finally:
        corpus.close()


def _instruction(role: str) -> str:
    return f"draft_model_says_{role}"


def _answer(known: Rewritten, role: str, heading: str) -> None:
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
        if found and found.paragraphs:
            st.button("Đưa vào dự thảo", key=f"draft_model_accept_{role}", type="primary", on_click=_accept,
                      args=(found, role, heading))  # fmt: skip
        st.button("Bỏ bản này", key=f"draft_model_drop_{role}", on_click=_forget, args=(role,))


def _accept(found: Written, role: str, heading: str) -> None:
    change(f"trước khi viết lại phần “{heading}”", rewriting.accepted(state.draft, found))
    _forget(role)


def answers() -> dict[str, Rewritten]:
    found: dict[str, Rewritten] = state.get("draft_rewritten", {})
    return found


def _forget(role: str) -> None:
    state.draft_rewritten = {name: one for name, one in answers().items() if name != role}


def _know(role: str, known: Rewritten) -> None:
    state.draft_rewritten = {**answers(), role: known}
