"""Where a review begins: a pasted text, a file, the sample."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.reviewing import review_file
from assistant.ui import welcome
from assistant.ui.choose import UPLOAD_MB
from assistant.ui.keep import keep
from assistant.ui.pressed import forgive, press, refused
from assistant.ui.review_steps import begin, restore
from assistant.ui.safely import plain, problems

state = st.session_state


def start_page() -> None:
    st.title("Rà soát trước khi ban hành", anchor=False)
    keep("review", "", "", None, restore, left=state.get("review_left", False))
    if state.problem:
        st.error(plain(state.problem))
    welcome.explain()
    paste, file = st.columns([3, 2], gap="large")
    with paste:
        st.text_area("Dán văn bản", height=320, key="pasted", placeholder="Dán toàn văn hoặc một đoạn…",
                     on_change=forgive, args=("check_pasted",))  # fmt: skip
        # What went wrong is told where the officer looks: above the button, below the file.
        refused("check_pasted")
        st.button(
            "Soát văn bản", type="primary", key="check_pasted", on_click=press, args=("check_pasted", open_pasted)
        )
    with file:
        upload = st.file_uploader(
            "Hoặc chọn tệp Word, PDF, văn bản thuần, hay phiên soát đã xuất",
            max_upload_size=UPLOAD_MB,
            key="upload",
        )
        if upload is not None:
            with problems(), st.spinner("Đang đọc…"):
                open_upload(upload.getvalue(), upload.name)
        st.button("Thử với văn bản mẫu", icon=":material/play_arrow:", key="try_sample", on_click=open_sample)


def open_upload(data: bytes, name: str) -> None:
    if name.lower().endswith(".json"):
        begin(review_file.from_json(data))
        st.rerun()
    source = pipeline.read(data, name)
    begin(pipeline.open_review(source), data if source.format == "docx" else None)
    st.rerun()


def open_pasted() -> None:
    begin(pipeline.open_review(pipeline.pasted(state.pasted)))


def open_sample() -> None:
    begin(pipeline.open_review(pipeline.sample()))
