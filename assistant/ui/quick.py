"""Nhập nhanh: a pasted request, a table of targets or a resolution fills the form; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant import pipeline
from assistant.quick_entry import Entry, question, read_entry
from assistant.ui.safely import plain
from checks.errors import UserError
from checks.facts.indicators import Indicator

state = st.session_state
FILES = ["docx", "pdf", "txt"]


def quick(form: dict[str, str], targets: Sequence[Indicator], *, rolled: bool, begun: bool) -> None:
    """The box above the form; ``form`` is what stands in the form now."""
    asked = question(form, rolled=rolled) if begun else None
    with st.expander("Nhập nhanh", icon=":material/bolt:", expanded="draft" not in state):
        if asked:
            st.text(f"Còn thiếu: {asked.text}")
        st.text_area(
            "Dán yêu cầu bằng lời hoặc bảng chỉ tiêu",
            key="draft_quick_text",
            height=120,
            placeholder="Soạn chỉ thị cho UBND xã Nà Phai năm 2027, chủ đề “Gần dân, sát việc”",
        )
        st.file_uploader("hoặc nghị quyết của Hội đồng nhân dân", FILES, key="draft_quick_file", max_upload_size=10)
        st.button(
            "Điền vào phiếu", key="draft_quick_read", on_click=_read, args=(form, targets, asked.field if asked else "")
        )
        _said()


def _read(form: dict[str, str], targets: Sequence[Indicator], asked: str) -> None:
    # In a callback: the fields can still be set, and the box emptied, before they are drawn.
    state.pop("draft_quick_entry", None)
    upload = state.get("draft_quick_file")
    try:
        resolution = pipeline.read(upload.getvalue(), upload.name) if upload else None
        pasted = str(state.get("draft_quick_text") or "")
        # The columns of a spreadsheet come as tabs, which reading would close up.
        text = pipeline.read_text(pasted.replace("\t", " | ")).text if pasted.strip() else ""
        entry = read_entry(text, resolution, form, targets, asked)
    except UserError as problem:
        state.draft_quick_problem = str(problem)
        return
    for name, value in entry.values.items():
        state[f"draft_{name}"] = value
    state.draft_quick_entry = entry
    if entry.values:
        state.draft_quick_text = ""


def _said() -> None:
    problem = state.pop("draft_quick_problem", "")
    if problem:
        st.error(plain(problem), icon=":material/error:")
    entry: Entry | None = state.get("draft_quick_entry")
    if entry is None:
        return
    if entry.values:
        st.text(f"Đã điền {len(entry.values)} ô của phiếu: hãy xem lại trước khi soạn.")
    else:
        st.warning("Chưa đọc được điều gì: hãy ghi rõ cơ quan, năm, chủ đề, hoặc dán chỉ tiêu mỗi dòng một chỉ tiêu.")
    for words in entry.ignored:
        st.warning(plain(f"Có câu ra lệnh cho máy, không ai làm theo; chỉ những ô đã điền được dùng: “{words}”"))
