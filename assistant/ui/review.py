"""Rà soát: paste or upload a text, go through its findings, leave with the corrected text and its sheet."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Literal

import streamlit as st

from assistant import pipeline
from assistant.drafting import editing
from assistant.reviewing import actions, review_file, sheet
from assistant.reviewing import review as reviewing
from assistant.reviewing.actions import Action
from assistant.reviewing.review import Judged, Review
from assistant.reviewing.view import view
from assistant.ui import pages, welcome
from assistant.ui.choose import UPLOAD_MB
from assistant.ui.keep import keep
from assistant.ui.marked_text import marked_text
from assistant.ui.pressed import forgive, press, refused
from assistant.ui.safely import plain, problems
from assistant.ui.versions import change
from assistant.ui.whole import unbroken
from checks.errors import UserError

state = st.session_state
state.setdefault("problem", "")
DRAFT = "Dự thảo"
"""Name of a review that began on the page Soạn thảo."""


def begin(review: Review, file: bytes | None = None) -> None:
    with unbroken():
        state.review, state.review_id, state.problem = review, secrets.token_hex(8), ""
        state.client, state.done, state.review_file = "", 0, file


def leave() -> None:
    del state.review
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


def judged(review: Review) -> Judged:
    """The last report is kept in this session: most decisions leave the text as it is."""
    result = pipeline.judge(review, state.get("report"))
    state.report = result.report
    return result


def undecided(review: Review) -> tuple[reviewing.Open, ...]:
    return judged(review).open


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
    state.review, state.problem = pipeline.accept_safe(state.review), ""


def save_version() -> None:
    try:
        state.review = reviewing.keep_version(state.review, state.version_name)
    except UserError as problem:
        state.problem = str(problem)


def open_version(version: reviewing.Version) -> None:
    state.review = reviewing.return_to(state.review, version)


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
    begin(pipeline.open_review(pipeline.read_text(state.pasted)))


def open_sample() -> None:
    begin(pipeline.open_review(pipeline.sample()))


def review_page() -> None:
    review: Review = state.review
    with st.spinner("Đang soát…"):  # seen only where it takes more than half a second
        result = judged(review)
    page = st.container()
    # Kept before it is drawn: what the officer sees done survives a reload.
    keep("review", state.review_id, review.name, review_file.to_json(review), restore, left=False)
    with page:
        buttons(review, result)
        for note in review.notes:
            st.text(f"Khi đọc tệp: {note}")
        data = view(review, result)
        marked_text(
            {**data, "review": state.review_id, "client": state.client, "done": state.done, "problem": state.problem},
            key="marked",
            on_action=act,
        )
        one_by_one(result)
        not_checked(review, result)


def buttons(review: Review, judged: Judged) -> None:
    safe = sum(1 for one in judged.open if one.finding.fix and one.finding.fix.safe)
    errors = sum(1 for one in judged.open if one.finding.severity == "error")
    stem = pipeline.stem(review.name)
    with st.container(horizontal=True, gap="small", key="actions"):
        st.button(
            f"Sửa {safe} chỗ chắc chắn" if safe else "Hết chỗ sửa chắc chắn",
            icon=":material/done_all:",
            on_click=fix_safe,
            disabled=not safe,
            key="fix_safe",
            help="Những chỗ chỉ có một cách sửa đúng; hoàn tác một lần là trở lại.",
            type="primary" if safe else "secondary",
        )
        st.button("Hoàn tác", icon=":material/undo:", on_click=do, args=("undo",), disabled=not review.past, key="undo")
        st.button(
            "Làm lại", icon=":material/redo:", on_click=do, args=("redo",), disabled=not review.future, key="redo"
        )
        st.download_button(
            "Tải văn bản",
            review.text,
            f"{stem}-da-soat.txt",
            "text/plain; charset=utf-8",
            on_click="ignore",
            key="download",
            icon=":material/download:",
            type="secondary" if errors else "primary",
        )
        st.download_button(
            "Phiếu kiểm tra",
            lambda: sheet.html(review, judged),
            f"{stem}-phieu-kiem-tra.html",
            "text/html",
            on_click="ignore",
            key="sheet",
            icon=":material/fact_check:",
        )
        word(review, judged, stem)
        with st.popover("Lưu trữ", icon=":material/history:"):
            versions(review, judged, stem)
        if review.name == DRAFT and "draft" in state:
            st.button(
                "Đưa về Soạn thảo",
                icon=":material/edit_document:",
                on_click=back_to_draft,
                args=(review,),
                key="back_to_draft",
            )
        st.button("Văn bản khác", on_click=leave, key="leave", type="tertiary")


def back_to_draft(review: Review) -> None:
    """The draft with what was repaired here; there it becomes a Word file."""
    change("trước khi soát", editing.with_text(state.draft, review.text))
    pages.open_page("draft")


def word(review: Review, judged: Judged, stem: str) -> None:
    """The officer's own file with tracked changes. After a reload the file itself has to be chosen again."""
    if not review.name.lower().endswith(".docx"):
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
        on_click="ignore", key="word", icon=":material/edit_note:", help="Chính tệp của anh, chị: chỗ sửa là thay đổi được theo dõi, chỗ còn lại là chú thích.",
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
    )
    st.text("Bản đang soát được lưu tạm trong trình duyệt này sau mỗi thay đổi.")


def one_by_one(judged: Judged) -> None:
    if not judged.open:
        return
    with st.expander("Xử lý từng chỗ bằng danh sách chọn"):
        marks = {one.mark: one for one in judged.open}
        places = {mark: n for n, mark in enumerate(marks, 1)}
        st.selectbox(
            "Chỗ cần xem",
            list(marks),
            key="one",
            placeholder="Chọn một chỗ",
            format_func=lambda mark: line(marks[mark], places[mark]),
        )
        st.text_input("Chữ thay vào, hoặc lý do giữ nguyên", key="one_words")
        with st.container(horizontal=True):
            st.button("Sửa chỗ này", on_click=do, args=("accept",), key="one_accept")
            st.button("Bỏ qua chỗ này", on_click=do, args=("ignore",), key="one_ignore")
            st.button("Giữ nguyên, ghi lý do", on_click=do, args=("waive",), key="one_waive")
            st.button("Thêm vào từ điển", on_click=do, args=("learn",), key="one_learn")


def line(one: reviewing.Open, number: int) -> str:
    return f"{number}. {one.finding.severity.label}: {one.finding.message}"


def not_checked(review: Review, judged: Judged) -> None:
    report = judged.report
    left = report.not_evaluated
    closed = len(review.decisions.ignored) + len(review.decisions.waived)
    with st.expander(f"Đã chạy {len(report.evaluated)} phép kiểm; {len(left)} chưa chạy; {closed} chỗ đã cho qua"):
        for line_ in pipeline.unchecked(report):
            st.text(line_)
        original = state.get("review_file")
        for line_ in pipeline.others(original) if original else ():
            st.text(f"Của người khác trong tệp Word: {line_}")
        for waiver in review.decisions.waived:
            st.text(f"Giữ nguyên “{waiver.quote}” ({waiver.rule}): {waiver.reason}")
        for word in review.decisions.words:
            st.text(f"Từ điển: {word}")


with problems():
    if "review_next" in state:
        with unbroken():
            begin(pipeline.open_review(state.pop("review_next")), state.pop("review_next_file", None))
    if "review" in state:
        review_page()
    else:
        start_page()
