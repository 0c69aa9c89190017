"""So sánh: last year's directive beside this year's."""

from __future__ import annotations

import streamlit as st

from assistant import pairs, pipeline, settings
from assistant.precedents.corpus import open_corpus
from assistant.precedents.precedent import Precedent
from assistant.ui import comparison_view as shown
from assistant.ui import pairing_view, years_view
from assistant.ui.beside import beside
from assistant.ui.choose import choose
from assistant.ui.safely import plain, problems
from assistant.word.comparison import comparison_docx
from checks.compare import Comparison
from checks.reading import Source
from checks.report import comparison as report

LAST, THIS = "compare_previous", "compare_current"


def page() -> None:
    st.title("So sánh với năm trước", anchor=False)
    precedents = pipeline.listed(open_corpus())
    two, years = st.tabs(["Hai năm", "Qua nhiều năm"])
    with two:
        two_years(precedents)
    with years, problems():
        years_view.several_years(precedents, pairs.load(settings.load().data))


def two_years(precedents: list[Precedent]) -> None:
    before, after = st.columns(2, gap="small")
    with before:
        previous = choose("Văn bản năm trước", LAST, precedents)
    with after:
        current = choose("Văn bản năm nay", THIS, precedents)
    if previous is None or current is None:
        st.text("Chọn đủ hai văn bản để xem chỉ tiêu tăng giảm, chỗ còn sót lại và các phần đã sửa.")
        st.button("Thử với hai văn bản mẫu", icon=":material/play_arrow:", key="compare_sample", on_click=put_samples)
        return
    folder = settings.load().data
    with problems():
        # Made before the comparison: where the two are in the wrong order, this is what to press.
        actions = st.container(horizontal=True)
        with actions:
            st.button("Đổi chỗ hai văn bản", key="compare_swap", on_click=put, args=(current, previous), icon=":material/swap_horiz:")  # fmt: skip
            with st.popover("Đối chiếu với nghị quyết"):
                resolution = choose("Nghị quyết của Hội đồng nhân dân", "compare_resolution", precedents)
        result = pipeline.compare(previous, current, resolution, pairs.load(folder))
        with actions:
            downloads(result)
        for warning in result.warnings:
            st.warning(plain(warning))
        beside("compare_beside", *shown.comparison(result))
        pairing_view.pairing(result, folder)


def put(previous: Source, current: Source) -> None:
    """Choose these two."""
    st.session_state[f"{LAST}_source"], st.session_state[f"{THIS}_source"] = previous, current


def put_samples() -> None:
    put(*pipeline.sample_pair())


def downloads(result: Comparison) -> None:
    st.download_button("Bản in (.html)", lambda: report.as_html(result), "so-sanh.html", "text/html",
                       on_click="ignore", key="compare_html", icon=":material/download:", type="primary")  # fmt: skip
    st.download_button("Bản Word (.docx)", lambda: comparison_docx(result), "so-sanh.docx", pipeline.WORD,
                       on_click="ignore", key="compare_docx")  # fmt: skip
    st.download_button("Dữ liệu (.json)", lambda: report.as_json(result), "so-sanh.json", "application/json",
                       on_click="ignore", key="compare_json")  # fmt: skip


with problems():
    page()
