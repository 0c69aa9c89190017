"""Targets of one office over several years: the table, a small chart for each, and the files to take away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant import pipeline
from assistant.precedents.precedent import Precedent
from assistant.ui.choose import UPLOAD_MB, named
from assistant.ui.nodes import Node, node, table
from assistant.ui.paper import paper
from assistant.ui.safely import plain, problems
from checks.comparison.pairing import Pair
from checks.comparison.years import Course, Years, over_years
from checks.reading import Source
from checks.report import years as report
from checks.report.comparison import amount

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ABREAST = 3
SHOWN = 9
"""Charts drawn before the officer asks for all."""


def several_years(precedents: list[Precedent], pairs: Sequence[Pair] = ()) -> None:
    """Choose directives of several years, see their targets in one table."""
    sources: list[Source] = []
    with problems():
        uploads = st.file_uploader(
            "Văn bản các năm của một cơ quan", accept_multiple_files=True, key="years_upload", max_upload_size=UPLOAD_MB
        )
        by_id = {precedent.id: precedent for precedent in precedents}
        picked = st.multiselect(
            "hoặc lấy từ kho", list(by_id), key="years_pick", placeholder="Gõ tên cơ quan hoặc năm để tìm",
            format_func=lambda identifier: named(by_id[identifier]),
        )  # fmt: skip
        sources = [pipeline.read(upload.getvalue(), upload.name) for upload in uploads or ()]
        sources += [pipeline.of_precedent(by_id[identifier]) for identifier in picked]
    if len(sources) < 2:
        st.text("Chọn từ hai năm trở lên để xem mỗi chỉ tiêu đi lên hay đi xuống qua các năm.")
        return
    with problems():
        show(over_years([pipeline.document(source) for source in sources], pairs))


def show(found: Years) -> None:
    """The table, the downloads, the charts."""
    for warning in found.warnings:
        st.warning(plain(warning))
    with st.container(horizontal=True):
        st.download_button("Tải bảng (.xlsx)", lambda: report.as_xlsx(found), "chi-tieu.xlsx", XLSX,
                           on_click="ignore", key="years_xlsx", icon=":material/download:", type="primary")  # fmt: skip
        st.download_button("Tải bảng (.csv)", lambda: report.as_csv(found).encode(), "chi-tieu.csv", "text/csv",
                           on_click="ignore", key="years_csv")  # fmt: skip
    paper("years_table", courses(found))
    drawn = [course for course in found.courses if sum(one is not None for one in course.stated) > 1]
    if len(drawn) > SHOWN and not st.toggle(f"Hiện cả {len(drawn)} biểu đồ", key="years_all"):
        drawn = drawn[:SHOWN]
    columns = st.columns(ABREAST)
    for n, course in enumerate(drawn):
        with columns[n % ABREAST]:
            _chart(course, found.years)


def courses(found: Years) -> Node:
    """Every target, year by year."""
    if not found.courses:
        return node("p", "Không đọc được chỉ tiêu nào ở các văn bản này.", kind="quiet")
    rows: list[list[Node]] = [
        [course.name, *(amount(one) if one else "–" for one in course.stated)] for course in found.courses
    ]
    return table(("Chỉ tiêu", *map(str, found.years)), rows, kind="ledger")


def _chart(course: Course, years: tuple[int, ...]) -> None:
    """The names of the columns are ours: a target's own name could be read as a path in the data."""
    st.text(f"{course.name} ({course.unit.removeprefix('x/x ')})" if course.unit else course.name)
    figures = [float(one.value) if one else None for one in course.stated]
    data = {"nam": list(map(str, years)), "muc": figures}
    st.line_chart(data, x="nam", y="muc", x_label="", y_label="", height=150)
