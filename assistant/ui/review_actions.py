"""The buttons above a review: repair, step back, take away, put by."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import streamlit as st

from assistant import pipeline
from assistant.drafting import editing
from assistant.reviewing import review_file, sheet
from assistant.reviewing.review import Judged, Review
from assistant.ui import pages
from assistant.ui.choose import UPLOAD_MB
from assistant.ui.judged import judging
from assistant.ui.review_steps import do, fix_safe, leave, open_version, save_version
from assistant.ui.safely import plain, problems
from assistant.ui.versions import change

state = st.session_state
DRAFT = "Dự thảo"
"""Name of a review that began on the page Soạn thảo."""


def buttons(review: Review, judged: Judged) -> None:
    safe = sum(1 for one in judged.open if one.finding.fix and one.finding.fix.safe)
    errors = sum(1 for one in judged.open if one.finding.severity == "error")
    stem = pipeline.stem(review.name)
    waiting = judging() is not None
    leaves: Literal["primary", "secondary"] = (
        "secondary" if errors or waiting else "primary"
    )  # what the office goes on with, once nothing keeps it here
    with st.container(horizontal=True, gap="small", key="actions"):
        st.button(
            "Sửa chỗ chắc chắn" if waiting else f"Sửa {safe} chỗ chắc chắn" if safe else "Hết chỗ sửa chắc chắn",
            icon=":material/done_all:",
            on_click=fix_safe,
            disabled=waiting or not safe,
            key="fix_safe",
            help="Những chỗ chỉ có một cách sửa đúng; hoàn tác một lần là trở lại.",
            type="primary" if safe else "secondary",
        )
        st.button("Hoàn tác", icon=":material/undo:", on_click=do, args=("undo",), disabled=not review.past, key="undo")
        st.button(
            "Làm lại", icon=":material/redo:", on_click=do, args=("redo",), disabled=not review.future, key="redo"
        )
        st.download_button(
            "Tải .txt" if of_word(review) else "Tải văn bản",
            review.text,
            f"{stem}-da-soat.txt",
            "text/plain; charset=utf-8",
            on_click="ignore",
            key="download",
            icon=":material/download:",
            type="secondary" if of_word(review) or of_draft(review) else leaves,
        )
        st.download_button(
            "Phiếu kiểm tra",
            lambda: sheet.html(review, judged),
            f"{stem}-phieu-kiem-tra.html",
            "text/html",
            on_click="ignore",
            key="sheet",
            icon=":material/fact_check:",
            disabled=waiting,
        )
        word(review, judged, stem, leaves)
        with st.popover("Lưu trữ", icon=":material/history:"):
            versions(review, judged, stem)
        if of_draft(review):
            st.button(
                "Đưa về Soạn thảo",
                icon=":material/edit_document:",
                on_click=back_to_draft,
                args=(review,),
                key="back_to_draft",
                type=leaves,
            )
        st.button("Văn bản khác", on_click=leave, key="leave", type="tertiary")


def back_to_draft(review: Review) -> None:
    """The draft with what was repaired here; there it becomes a Word file."""
    change("trước khi soát", editing.with_text(state.draft, review.text))
    pages.open_page("draft")


def of_word(review: Review) -> bool:
    """Is it the office's own Word file that is reviewed?"""
    return review.name.lower().endswith(".docx")


def of_draft(review: Review) -> bool:
    """Is it the draft of the page Soạn thảo, which leaves there as a Word file?"""
    return review.name == DRAFT and "draft" in state


def way_out(review: Review) -> str:
    """What the office does with the text once its errors are mended."""
    return "Word có dấu sửa" if of_word(review) else "Đưa về Soạn thảo" if of_draft(review) else "Tải văn bản"


def word(review: Review, judged: Judged, stem: str, leaves: Literal["primary", "secondary"]) -> None:
    """The officer's own file with tracked changes. After a reload the file itself has to be chosen again."""
    if not of_word(review):
        return
    original = state.get("review_file")
    if original is None:
        with st.popover("Word có dấu sửa", icon=":material/edit_note:"):
            again = st.file_uploader(
                "Chọn lại tệp Word gốc (tệp không được lưu tạm)", key="word_again", max_upload_size=UPLOAD_MB
            )
            if again is not None:
                with problems():
                    state.review_file = pipeline.same_file(again.getvalue(), review)
                    st.rerun()
        return
    st.download_button(
        "Word có dấu sửa", lambda: pipeline.tracked(original, review, judged, datetime.now()), f"{stem}-da-soat.docx", pipeline.WORD,
        on_click="ignore", key="word", type=leaves, disabled=judging() is not None,
        icon=":material/edit_note:", help="Chính tệp của anh, chị: chỗ sửa là thay đổi được theo dõi, chỗ còn lại là chú thích.",
    )  # fmt: skip


def versions(review: Review, judged: Judged, stem: str) -> None:
    st.text_input("Đặt tên cho văn bản lúc này", key="version_name", placeholder="Trước khi trình lãnh đạo")
    st.button("Lưu phiên bản", on_click=save_version, key="save_version")
    for n, version in enumerate(review.versions):
        st.button(
            plain(f"Trở về “{version.name}”"),
            on_click=open_version,
            args=(version,),
            key=f"version_{n}",
            type="tertiary",
        )
    st.download_button(
        "Xuất phiên soát (.json)",
        lambda: review_file.to_json(review),
        f"{stem}-phien-soat.json",
        "application/json",
        on_click="ignore",
        key="export",
        help="Cả văn bản, các quyết định, các bước và phiên bản, để làm tiếp ở máy khác.",
    )
    st.download_button(
        "Phiếu kiểm tra (.docx)",
        lambda: pipeline.sheet_word(sheet.html(review, judged)),
        f"{stem}-phieu-kiem-tra.docx",
        pipeline.WORD,
        on_click="ignore",
        key="sheet_word",
        disabled=judging() is not None,
    )
    st.text("Bản đang soát được lưu tạm trong trình duyệt này sau mỗi thay đổi.")
