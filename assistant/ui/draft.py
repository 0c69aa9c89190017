"""Soạn thảo: last year's directive and this year's decisions in, a draft with its origins and blanks out."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.entry import request_form
from assistant.entry.quick_entry import TARGET as TARGETS
from assistant.precedents.corpus import open_corpus
from assistant.ui import draft_keep as kept
from assistant.ui import draft_parts, rewrite, versions
from assistant.ui.choose import UPLOAD_MB, choose
from assistant.ui.draft_fields import form
from assistant.ui.draft_keep import MOST_TARGETS, values
from assistant.ui.draft_result import result
from assistant.ui.pressed import asked, once
from assistant.ui.quick import quick
from assistant.ui.safely import plain, problems
from assistant.ui.whole import unbroken
from checks.document import Document
from checks.facts.indicators import Indicator
from checks.reading import Source

state = st.session_state
MAKE = "draft"


def fill(source: Source, last: Document) -> None:
    """Once for each last year's directive; again while the browser, clicked before it has drawn them, sends the old fields."""
    if state.get("draft_filled") == source and state.get("draft_before") != values():
        state.draft_before = None
        return
    state.draft_filled, state.draft_before = source, values()
    for name, value in request_form.filled_from(last).items():
        state[f"draft_{name}"] = value
    if values() == state.draft_before:
        state.draft_before = None  # nothing to lose
    for n in range(MOST_TARGETS):
        state.pop(f"draft_{TARGETS}{n}", None)
    state.pop("draft", None)


def make(source: Source | None, targets: tuple[Indicator, ...]) -> None:
    filled = values()
    request = request_form.request(filled, [(one, filled.get(f"{TARGETS}{n}", "")) for n, one in enumerate(targets)])
    corpus = open_corpus()
    try:
        made = pipeline.draft(request, source, corpus)
    finally:
        corpus.close()
    with unbroken():
        versions.change("trước khi soạn lại từ phiếu", made)
        state.draft_request = request
        rewrite.forget_answers()


def exported() -> None:
    """A draft that was begun on another machine."""
    with st.expander("Mở bản soạn đã xuất (.json)", icon=":material/folder_open:"):
        upload = st.file_uploader("Bản soạn đã xuất", key="draft_open", max_upload_size=UPLOAD_MB)
        if upload is not None:
            kept.take_up(kept.read(upload.getvalue()))
            st.rerun()


def previous() -> Source | None:
    """Last year's directive; out of the way where a draft was made without one."""
    without = "draft" in state and "draft_previous_source" not in state
    with st.expander("Soạn không có văn bản năm trước; bấm để chọn") if without else st.container():
        if not begun():
            st.text(
                "Có văn bản năm trước thì chọn tệp, lấy từ kho hoặc dán vào đây; chưa có thì bỏ qua, máy ghép từ câu mẫu và văn bản gần nhất."
            )
        return choose("Văn bản năm trước", "draft_previous", pipeline.listed(open_corpus()))


def page() -> None:
    st.title("Soạn thảo", anchor=False)
    # A place of its own, so that nothing below moves when the offer goes.
    with st.container(key="draft_offer"):
        if not begun():
            kept.offer()
    if "draft" in state:
        draft_parts.take_typed()
    problem = state.pop("draft_problem", "")
    if problem:
        st.error(plain(problem), icon=":material/error:")
    source = previous()
    last = pipeline.document(source) if source else None
    if source and last:
        fill(source, last)
    targets = last.indicators[:MOST_TARGETS] if last else ()
    quick(targets, rolled=last is not None)
    with st.expander("Phiếu yêu cầu", icon=":material/list_alt:", expanded="draft" not in state):
        form(targets, MAKE)
    if asked(MAKE):
        with problems(), st.spinner("Đang soạn…"):
            with once(MAKE):
                make(source, targets)
            st.rerun()
    below = st.container()
    if not begun():
        exported()
    else:
        # Kept before it is drawn: what the officer sees done survives a reload.
        kept.save()
    if "draft" in state:
        with below:
            result(state.draft, last)


def begun() -> bool:
    return "draft_previous_source" in state or any(values()[name] for name in ("issuer", "theme", "targets"))


with problems():
    page()
