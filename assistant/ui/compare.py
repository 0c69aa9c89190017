"""So sánh: last year's directive beside this year's."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.corpus import open_corpus
from assistant.ui import comparison_view as shown
from assistant.ui.choose import choose
from assistant.ui.paper import paper
from assistant.ui.safely import plain, problems
from checks.compare import Comparison
from checks.report import comparison as report


def page() -> None:
    st.title("So sánh với năm trước")
    precedents = pipeline.listed(open_corpus())
    before, after = st.columns(2, gap="large")
    with before, problems():
        previous = choose("Văn bản năm trước", "compare_previous", precedents)
    with after, problems():
        current = choose("Văn bản năm nay", "compare_current", precedents)
    if previous is None or current is None:
        st.text("Chọn đủ hai văn bản để xem chỉ tiêu tăng giảm, chỗ còn sót lại và các phần đã sửa.")
        if st.button("Thử với hai văn bản mẫu", icon=":material/play_arrow:", key="compare_sample"):
            pair = pipeline.sample_pair()
            st.session_state.compare_previous_source, st.session_state.compare_current_source = pair
            st.rerun()
        return
    result = pipeline.compare(previous, current)
    for warning in result.warnings:
        st.warning(plain(warning))
    downloads(result)
    body(result)


def downloads(result: Comparison) -> None:
    with st.container(horizontal=True):
        st.download_button("Tải bản so sánh", lambda: report.as_html(result), "so-sanh.html", "text/html",
                           on_click="ignore", key="compare_html", icon=":material/download:", type="primary")  # fmt: skip
        st.download_button("Tải dữ liệu (.json)", lambda: report.as_json(result), "so-sanh.json", "application/json",
                           on_click="ignore", key="compare_json")  # fmt: skip


def body(result: Comparison) -> None:
    left = len(result.leftovers)
    targets, left_over, sections, others = st.tabs(
        [f"Chỉ tiêu ({len(result.indicators)})", f"Còn sót lại ({left})", "Các phần", "Nơi nhận, thông tin chung"]
    )
    with targets:
        paper("compare_ledger", shown.ledger(result))
    with left_over:
        paper("compare_leftovers", *shown.leftovers(result))
    with sections:
        unchanged = st.toggle("Hiện cả phần giữ nguyên", key="compare_unchanged")
        paper("compare_sections", *shown.sections(result, unchanged=unchanged))
    with others:
        paper("compare_others", shown.facts(result.details), shown.facts(result.recipients), shown.cited(result))


with problems():
    page()
