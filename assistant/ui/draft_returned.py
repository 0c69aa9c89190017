"""Nhận lại tệp Word: the file the office has worked on, beside the draft it came from."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.draft import Draft
from assistant.drafting.returned import Returned, returned, taken
from assistant.ui import pages
from assistant.ui.choose import UPLOAD_MB
from assistant.ui.paper import paper
from assistant.ui.returned_view import changes, findings
from assistant.ui.safely import problems
from assistant.ui.versions import change

state = st.session_state


def back_from_word(draft: Draft) -> None:
    """Choose the file; see what changed, what was resolved and what is left; take it over or go on in Rà soát."""
    st.text("Sửa xong tệp Word đã tải về thì đưa lại vào đây: máy nêu từng chỗ đã đổi rồi kiểm tra lại từ đầu.")
    upload = st.file_uploader("Tệp Word đã sửa", key="draft_returned", max_upload_size=UPLOAD_MB)
    if upload is None:
        return
    with problems():
        source = pipeline.read(upload.getvalue(), upload.name)
        found = returned(draft, source)
        st.text(_told(found))
        with st.container(horizontal=True):
            st.button("Lấy bản này làm dự thảo", key="draft_take_returned", type="primary", on_click=_take, args=(found,),
                      disabled=not found.changes)  # fmt: skip
            st.button("Soát và sửa tệp này", icon=":material/fact_check:", key="draft_review_returned", on_click=pages.open_page,
                      args=("review",), kwargs={"review_next": source, "review_next_file": upload.getvalue()})  # fmt: skip
        paper("draft_returned_paper", *changes(found), *findings(found))
        for note in (*found.notes, *pipeline.others(upload.getvalue())):
            st.text(f"Trong tệp: {note}")


def _told(found: Returned) -> str:
    if not found.changes:
        return "Tệp giống hệt dự thảo: chưa có gì thay đổi."
    return (
        f"{len(found.changes)} đoạn đã đổi; {found.filled} chỗ trống đã điền, còn {found.blanks}; "
        f"{len(found.resolved)} chỗ máy nêu đã sửa xong, còn {len(found.kept)}, mới thêm {len(found.fresh)}."
    )


def _take(found: Returned) -> None:
    change("trước khi lấy tệp Word của cơ quan", taken(state.draft, found))
