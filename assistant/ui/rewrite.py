"""Viết lại từng phần bằng mô hình: asked, streamed, judged, taken over or left; the old draft stays a version."""

from __future__ import annotations

from contextlib import closing

import streamlit as st

from assistant import rewriting
from assistant.corpus import open_corpus
from assistant.draft import Draft
from assistant.model import Model, connect
from assistant.request import Request
from assistant.rewriting import Rewritten, Version
from assistant.settings import load
from assistant.ui.paper import paper
from assistant.ui.safely import plain, problems
from assistant.ui.written_view import written as written_nodes

state = st.session_state
SETTING_UP = (
    "Muốn viết lại từng phần bằng mô hình: đặt biến CHITHI_LLM__BASE_URL và CHITHI_LLM__MODEL rồi mở lại chương trình."
)


def forget() -> None:
    """A draft made anew begins without versions and answers."""
    for name in ("draft_versions", "draft_rewritten", "draft_writing"):
        state.pop(name, None)


def rewrite(draft: Draft, request: Request) -> None:
    """One expander a section where a model is set; else the line that tells how to set one."""
    with problems():
        model = connect(load())
        if model is None:
            st.caption(plain(SETTING_UP))
            return
        _halt(draft, request)
        for role, heading in rewriting.sections(draft):
            with st.expander(
                plain(f"Viết lại phần này bằng mô hình: {heading}"), expanded=role in _answers()
            ), problems():  # fmt: skip
                _section(draft, request, model, role, heading)
        _versions(draft)


def _section(draft: Draft, request: Request, model: Model, role: str, heading: str) -> None:
    known = _answers().get(role)
    instruction = st.text_area(
        "Ý kiến cho mô hình (có thể bỏ trống)", key=f"draft_model_says_{role}", height=80, persist_state="session"
    )
    with st.container(horizontal=True):
        begin = st.button("Viết lại", key=f"draft_model_write_{role}", icon=":material/edit_note:")
        further = bool(known and known.resumable) and st.button("Viết tiếp", key=f"draft_model_further_{role}")
    if begin or further:
        _write(draft, request, model, role, instruction or "", known.received if known and further else "")
    elif known:
        _answer(draft, known, role, heading)


def _write(draft: Draft, request: Request, model: Model, role: str, instruction: str, received: str) -> None:
    _forget_answer(role)
    state.draft_writing = (role, instruction)
    # Any click ends this run of the page, and with it the stream: the button needs no code of its own.
    st.button("Dừng", key=f"draft_model_stop_{role}", icon=":material/stop:")
    place = st.empty()
    known = Rewritten(received=received)
    corpus = open_corpus()
    try:
        with closing(rewriting.rewrite(request, draft, role, model, corpus, instruction, received)) as steps:  # type: ignore[type-var]
            for step in steps:
                known = rewriting.after(known, step)
                state.draft_rewritten = {**_answers(), role: known}
                place.text(rewriting.told(step))
    finally:
        corpus.close()
    del state.draft_writing
    st.rerun()


def _halt(draft: Draft, request: Request) -> None:
    """A stream that was ended by a click is judged as far as it came."""
    role, instruction = state.pop("draft_writing", ("", ""))
    known = _answers().get(role)
    if known is None:
        return
    corpus = open_corpus()
    try:
        state.draft_rewritten = {
            **_answers(),
            role: rewriting.halted(known, request, draft, role, corpus, instruction),
        }
    finally:
        corpus.close()


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
            state.draft_versions = rewriting.kept(_kept(), f"trước khi viết lại phần “{heading}”", draft)
            state.draft = rewriting.accepted(draft, found)
            _forget_answer(role)
            st.rerun()
        if st.button("Bỏ bản này", key=f"draft_model_drop_{role}"):
            _forget_answer(role)
            st.rerun()


def _versions(draft: Draft) -> None:
    if _kept():
        st.text("Phần mô hình viết chỉ có trong lần mở trang này: hãy tải tệp về trước khi đóng.")
    for n, version in enumerate(_kept()):
        if st.button(plain(f"Trở về bản {version.name}"), key=f"draft_version_{n}", icon=":material/history:"):
            state.draft_versions = rewriting.kept(_kept(), "có lúc trở về", draft)
            state.draft = version.draft
            st.rerun()


def _answers() -> dict[str, Rewritten]:
    found: dict[str, Rewritten] = state.get("draft_rewritten", {})
    return found


def _kept() -> tuple[Version, ...]:
    found: tuple[Version, ...] = state.get("draft_versions", ())
    return found


def _forget_answer(role: str) -> None:
    state.draft_rewritten = {name: one for name, one in _answers().items() if name != role}
