"""Nhập nhanh: a pasted request, a table of targets or a resolution fills the form; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant import pipeline
from assistant.entry.quick_entry import Entry, question, read_entry, told, whole_launch
from assistant.entry.reading import Question
from assistant.model import connect
from assistant.settings import load
from assistant.ui.choose import UPLOAD_MB
from assistant.ui.draft_keep import values
from assistant.ui.pressed import ask, asked, drop, once
from assistant.ui.safely import plain
from assistant.ui.waiting import awaited
from assistant.ui.whole import unbroken
from checks.errors import UserError
from checks.facts.indicators import Indicator

state = st.session_state
READ = "quick"


def quick(targets: Sequence[Indicator], *, rolled: bool) -> None:
    """The box above the form."""
    if asked(READ):
        # Before the fields are drawn: they can still be set, and the box emptied.
        with st.spinner("Đang đọc…"), once(READ):
            _read(targets, _missing(rolled=rolled), rolled=rolled)
        st.rerun()
    missing = _missing(rolled=rolled)
    with st.expander("Nhập nhanh", icon=":material/bolt:", expanded="draft" not in state):
        if missing:
            _ask(missing)
        st.text_area(
            "Trả lời câu hỏi, dán yêu cầu bằng lời hoặc bảng chỉ tiêu" if missing else "Dán yêu cầu bằng lời hoặc bảng chỉ tiêu",
            key="draft_quick_text",
            height=120,
            placeholder="Soạn chỉ thị cho UBND xã Nà Phai năm 2027, chủ đề “Gần dân, sát việc”",
        )  # fmt: skip
        st.file_uploader("hoặc nghị quyết của Hội đồng nhân dân", key="draft_quick_file", max_upload_size=UPLOAD_MB)
        st.button("Điền vào phiếu", key="draft_quick_read", on_click=ask, args=(READ,))
        _said(targets)


def _missing(*, rolled: bool) -> Question | None:
    form = values()
    begun = rolled or any(form[name] for name in ("issuer", "theme", "targets"))
    return question(form, state.get("draft_skipped", ()), rolled=rolled) if begun else None


def _ask(missing: Question) -> None:
    """One question at a time; what may stay open can be passed over."""
    st.text(f"Còn thiếu: {missing.text}")
    with st.container(horizontal=True):
        for n, choice in enumerate(missing.choices if missing.field == "kind" else ()):
            st.button(choice, key=f"draft_quick_choice_{n}", on_click=_choose, args=(missing.field, choice))
        if missing.optional:
            st.button("Bỏ qua câu này", key="draft_quick_skip", on_click=_skip, args=(missing.field,))


def _choose(field: str, choice: str) -> None:
    state[f"draft_{field}"] = choice


def _skip(field: str) -> None:
    state.draft_skipped = (*state.get("draft_skipped", ()), field)


def _read(targets: Sequence[Indicator], missing: Question | None, *, rolled: bool) -> None:
    """What code reads stands at once; a model may take its time, and any press ends the waiting."""
    state.pop("draft_quick_entry", None)
    upload = state.get("draft_quick_file")
    try:
        resolution = pipeline.read(upload.getvalue(), upload.name) if upload else None
        pasted = str(state.get("draft_quick_text") or "")
        # The columns of a spreadsheet come as tabs, which reading would close up.
        text = pipeline.read_text(pasted.replace("\t", " | ")).text if pasted.strip() else ""
        if whole_launch(text):
            _begin_from(pasted, rolled=rolled)
            return
        if resolution:
            state.draft_resolution = resolution
        field = missing.field if missing else ""
        _fill(read_entry(text, resolution, values(), targets, field))
        model = connect(load())
        if model:
            drop(READ)
            st.button("Dừng", key="draft_quick_stop", icon=":material/stop:")
            filled = values()
            _fill(awaited(lambda: read_entry(text, resolution, filled, targets, field, model)))
    except UserError as problem:
        state.draft_quick_problem = str(problem)
        return
    entry: Entry = state.draft_quick_entry
    if entry.values:
        # What was not read stays in the box: nothing that was typed is lost.
        state.draft_quick_text = "\n".join((*entry.left, *entry.unread))


def _begin_from(pasted: str, *, rolled: bool) -> None:
    """A whole directive is last year's, not a request. Raises UserError where there is one already."""
    if rolled:
        raise UserError(
            "Đây là toàn văn một văn bản, không phải lời yêu cầu. Muốn soạn từ văn bản này thì bấm “Chọn văn bản khác” "
            "ở trên rồi dán vào đó."
        )
    state.draft_previous_source = pipeline.pasted(pasted)
    state.draft_quick_text, state.draft_quick_began = "", True


def _fill(entry: Entry) -> None:
    with unbroken():
        for name, value in entry.values.items():
            state[f"draft_{name}"] = value
        state.draft_quick_entry = entry


def _said(targets: Sequence[Indicator]) -> None:
    problem = state.pop("draft_quick_problem", "")
    if problem:
        st.error(plain(problem), icon=":material/error:")
    if state.pop("draft_quick_began", False):
        st.info("Đã lấy văn bản vừa dán làm văn bản năm trước. Giờ hãy điền chỉ tiêu năm nay ở phiếu dưới đây.")
    entry: Entry | None = state.get("draft_quick_entry")
    if entry is None:
        return
    if entry.values:
        st.text("\n".join(("Đã điền vào phiếu, hãy xem lại trước khi soạn:", *told(entry.values, targets))))
    elif not entry.unread:
        st.warning("Chưa đọc được điều gì: hãy ghi rõ cơ quan, năm, chủ đề, hoặc dán chỉ tiêu mỗi dòng một chỉ tiêu.")
    for row in entry.unread[:8]:
        st.warning(
            plain(f"Chưa đọc được: “{row}”. Hãy dán kèm dòng tiêu đề của bảng, có cột đơn vị và cột của năm nay.")
        )
    for words in entry.left:
        said = words.rstrip(" .;")
        st.warning(plain(f"Con số trong câu này chưa đưa vào phiếu: “{said}”. Là chỉ tiêu thì ghi riêng một dòng."))
    for sentence in (*entry.dropped, *([entry.fault] if entry.fault else [])):
        st.warning(plain(sentence))
    for words in entry.ignored:
        st.warning(plain(f"Có câu ra lệnh cho máy, không ai làm theo; chỉ những ô đã điền được dùng: “{words}”"))
