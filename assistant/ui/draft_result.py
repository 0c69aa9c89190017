"""The draft on the page: read with its origins, edited part by part, decided blank by blank, checked, and taken away."""

from __future__ import annotations

import streamlit as st

from assistant import pairs, pipeline, settings
from assistant.draft import Blank, Draft
from assistant.drafting import decisions, draft_file, editing
from assistant.drafting.editing import Part
from assistant.ui import draft_parts, pages, versions
from assistant.ui import draft_view as shown
from assistant.ui.draft_keep import work
from assistant.ui.draft_returned import back_from_word
from assistant.ui.paper import paper
from assistant.ui.safely import plain
from checks.document import Document
from checks.engine import Report
from checks.reading import Source

state = st.session_state
LONG = 80
"""Characters of last year's words from which a blank is asked for in a box of several lines."""


def result(draft: Draft, last: Document | None) -> None:
    report = pipeline.check(draft.document)
    resolution = pipeline.document(state.draft_resolution) if "draft_resolution" in state else None
    asked = decisions.decisions(draft, last, resolution, pairs.load(settings.load().data))
    found = sum(1 for one in report.findings if one.rule != shown.BLANKS)
    _actions(draft)
    text, parts, decide, checked, returned = st.tabs(
        [
            "Dự thảo",
            "Sửa từng phần",
            f"Còn phải quyết định ({len(asked)})",
            f"Kết quả kiểm tra ({found})",
            "Nhận lại tệp Word",
        ],
        key="draft_tabs",
    )
    with text:
        paper("draft_text", shown.origins(draft), shown.paragraphs(draft))
    with parts:
        draft_parts.parts(draft, state.draft_request)
    with decide:
        _decisions(draft, asked)
    with checked:
        _findings(report)
    with returned:
        back_from_word(draft)


def _actions(draft: Draft) -> None:
    stem = pipeline.stem(f"du-thao-{state.draft_request.year}")
    with st.container(horizontal=True, gap="small", key="actions"):
        st.download_button("Tải Word", lambda: pipeline.word(draft), f"{stem}.docx", pipeline.WORD, on_click="ignore",
                           key="draft_docx", icon=":material/download:", type="primary")  # fmt: skip
        st.download_button(
            "Tải .txt",
            draft.document.text,
            f"{stem}.txt",
            "text/plain; charset=utf-8",
            on_click="ignore",
            key="draft_txt",
        )
        st.button("Soát và sửa dự thảo này", icon=":material/fact_check:", key="draft_review", on_click=pages.open_page,
                  args=("review",), kwargs={"review_next": Source(draft.document.text, "Dự thảo", "text")})  # fmt: skip
        st.button(
            "Hoàn tác", icon=":material/undo:", key="draft_undo", disabled=not versions.kept(), on_click=versions.undo
        )
        with st.popover("Lưu trữ", icon=":material/history:"):
            draft_parts.versions()
            st.download_button(
                "Xuất bản soạn (.json)", lambda: draft_file.to_json(work()), f"{stem}-ban-soan.json", "application/json",
                on_click="ignore", key="draft_export", help="Cả phiếu, dự thảo và các bản đã giữ, để làm tiếp ở máy khác.",
            )  # fmt: skip
            st.text("Bản đang soạn được lưu tạm trong trình duyệt này sau mỗi thay đổi.")


def _decisions(draft: Draft, asked: tuple[decisions.Decision, ...]) -> None:
    others = [one for one in asked if one.kind != "blank"]
    if others:
        paper("draft_others", shown.others(others))
    if not draft.blanks:
        st.text("Không còn chỗ trống nào.")
        return
    st.text("Điền chỗ nào biết chỗ ấy; chỗ bỏ trống vẫn là “………” và được tô màu trong tệp Word.")
    for n, part in enumerate(editing.parts(draft)):
        numbers = [k for k, blank in enumerate(draft.blanks) if part.span.start <= blank.span.start < part.span.end]
        if numbers:
            _blanks(draft, part, n, numbers)


def _blanks(draft: Draft, part: Part, n: int, numbers: list[int]) -> None:
    """One form a part: what is typed in one is not lost when another is sent."""
    mark = draft_parts.mark(draft, part)
    with st.form(f"draft_blanks_{n}_{mark}"):
        st.text(part.name)
        for row in range(0, len(numbers), 2):
            for k, cell in zip(range(row, len(numbers)), st.columns(2, vertical_alignment="bottom"), strict=False):
                with cell:
                    _blank(draft, draft.blanks[numbers[k]], _key(k, mark))
        st.form_submit_button(
            "Điền vào dự thảo", key=f"draft_fill_{n}", on_click=_fill, args=(numbers, mark, part.name)
        )


def _blank(draft: Draft, blank: Blank, key: str) -> None:
    # The words around it are shown as they stand now, not as they stood last year.
    label = plain(f"{blank.what.partition(' trong câu “')[0]}: “{editing.around(draft, blank)}”")
    hint = f"Năm trước: {blank.last}"[:160] if blank.last else ""
    if len(blank.last) > LONG or editing.whole_line(draft, blank):
        st.text_area(label, key=key, placeholder=hint, height=80)
    else:
        st.text_input(label, key=key, placeholder=hint)


def _key(k: int, mark: str) -> str:
    """Counted within its part: what is filled above must not take away what is typed here."""
    return f"draft_blank_{k}_{mark}"


def _fill(numbers: list[int], mark: str, name: str) -> None:
    words = {number: str(state.get(_key(k, mark)) or "") for k, number in enumerate(numbers)}
    if any(said.strip() for said in words.values()):
        versions.change(f"trước khi điền phần “{name}”", editing.filled(state.draft, words))


def _findings(report: Report) -> None:
    safe = sum(1 for one in report.findings if one.fix and one.fix.safe)
    if safe:
        st.button(f"Sửa {safe} chỗ chắc chắn", icon=":material/done_all:", key="draft_safe", on_click=_repair,
                  help="Những chỗ chỉ có một cách sửa đúng; hoàn tác một lần là trở lại.")  # fmt: skip
    paper("draft_findings", shown.findings(report))


def _repair() -> None:
    versions.change("trước khi sửa các chỗ chắc chắn", editing.repaired(state.draft))
