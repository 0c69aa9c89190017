"""So sánh: last year's directive beside this year's."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant import pairs, pipeline, settings
from assistant.comparison_docx import comparison_docx
from assistant.corpus import open_corpus
from assistant.precedent import Precedent
from assistant.ui import comparison_view as shown
from assistant.ui import pairing_view, years_view
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
    folder = settings.load().data
    with problems():
        with st.expander("Đối chiếu với nghị quyết của Hội đồng nhân dân (không bắt buộc)"):
            resolution = choose("Nghị quyết", "compare_resolution", precedents)
        result = pipeline.compare(previous, current, resolution, pairs.load(folder))
        for warning in result.warnings:
            st.warning(plain(warning))
        downloads(result)
        body(result, folder, precedents)


def downloads(result: Comparison) -> None:
    with st.container(horizontal=True):
        st.download_button("Tải bản so sánh", lambda: report.as_html(result), "so-sanh.html", "text/html",
                           on_click="ignore", key="compare_html", icon=":material/download:", type="primary")  # fmt: skip
        st.download_button("Tải dữ liệu (.json)", lambda: report.as_json(result), "so-sanh.json", "application/json",
                           on_click="ignore", key="compare_json")  # fmt: skip
        st.download_button("Tải bản Word", lambda: comparison_docx(result), "so-sanh.docx", pipeline.WORD,
                           on_click="ignore", key="compare_docx")  # fmt: skip


def body(result: Comparison, folder: Path, precedents: list[Precedent]) -> None:
    left = len(result.leftovers)
    targets, left_over, sections, others, years = st.tabs(
        [
            f"Chỉ tiêu ({len(result.indicators)})",
            f"Còn sót lại ({left})",
            "Các phần",
            "Nơi nhận, thông tin chung",
            "Qua các năm",
        ]
    )
    with targets:
        paper("compare_ledger", shown.ledger(result))
        pairing_view.pairing(result, folder)
    with left_over:
        paper("compare_leftovers", *shown.leftovers(result))
    with sections:
        unchanged = st.toggle("Hiện cả phần giữ nguyên", key="compare_unchanged")
        paper("compare_sections", *shown.sections(result, unchanged=unchanged))
    with others:
        paper("compare_others", shown.facts(result.details), shown.facts(result.recipients), shown.cited(result))
    with years:
        years_view.several_years(precedents, pairs.load(folder))


with problems():
    page()
