"""Rà soát: paste or upload a text, go through its findings, leave with the corrected text and its sheet."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.reviewing import review as reviewing
from assistant.reviewing import review_file
from assistant.reviewing.review import Judged, Review
from assistant.reviewing.view import view
from assistant.ui.judged import judged, judging, progress
from assistant.ui.keep import keep
from assistant.ui.marked_text import marked_text
from assistant.ui.review_actions import buttons, way_out
from assistant.ui.review_start import start_page
from assistant.ui.review_steps import act, begin, do, restore
from assistant.ui.safely import problems
from assistant.ui.whole import unbroken

state = st.session_state
state.setdefault("problem", "")


def review_page() -> None:
    review: Review = state.review
    with st.spinner("Đang soát…"):  # seen only where it takes more than half a second
        result = judged(review)
    page = st.container()
    # Kept before it is drawn: what the officer sees done survives a reload.
    seen = {"client": state.client, "done": state.done}
    keep("review", state.review_id, review.name, review_file.to_json(review), restore, left=False, seen=seen)
    with page:
        buttons(review, result)
        with st.container(key="progress"):  # a place of its own, so that nothing below moves when it goes
            progress()
        for note in review.notes:
            st.text(f"Khi đọc tệp: {note}")
        data = view(review, result)
        marked_text(
            {
                **data, "review": state.review_id, "client": state.client, "done": state.done, "steps": len(review.past), "problem": state.problem,
                "judging": judging() is not None, "leaves": way_out(review),
            },
            key="marked",
            on_action=act,
        )  # fmt: skip
        one_by_one(result)
        if judging() is None:
            not_checked(review, result)


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
