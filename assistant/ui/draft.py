"""Soạn thảo: last year's directive and this year's decisions in, a draft with its origins and blanks out."""

from __future__ import annotations

import json
import secrets
from typing import Any

import streamlit as st

from assistant import draft_form, pipeline
from assistant.corpus import open_corpus
from assistant.draft import Draft
from assistant.draft_form import KINDS, LABELS, MOVEMENTS
from assistant.quick_entry import TARGET as TARGETS
from assistant.ui import draft_view as shown
from assistant.ui import pages, rewrite
from assistant.ui.choose import choose
from assistant.ui.keep import keep
from assistant.ui.paper import paper
from assistant.ui.quick import quick
from assistant.ui.safely import plain, problems
from checks.document import Document
from checks.facts.indicators import Indicator
from checks.reading import Source

state = st.session_state
# As many targets as a form can show and stay quick; the others are typed as lines.
MOST_TARGETS = 60


def values() -> dict[str, str]:
    """What stands in the form."""
    return {name: str(state.get(f"draft_{name}") or "") for name in LABELS} | {
        key: state[f"draft_{key}"] for n in range(MOST_TARGETS) if state.get(f"draft_{(key := TARGETS + str(n))}")
    }


def restore() -> None:
    """What this browser kept of the form."""
    found = state.keep_draft.found or {}
    try:
        kept: Any = json.loads(str(found.get("value", "")))
        source, filled = kept["source"], kept["values"]
        if source:
            state.draft_previous_source = Source(str(source["text"]), str(source["name"]), "text")
            state.draft_filled = state.draft_previous_source
        for name, value in filled.items():
            state[f"draft_{name}"] = str(value)
    except (ValueError, TypeError, KeyError, AttributeError):
        return  # written by another version of the program: the form starts empty
    state.draft_id = str(found.get("id", ""))[:64]
    state.draft_again = bool(kept.get("made"))


def fill(source: Source, last: Document) -> None:
    """Once for each last year's directive."""
    if state.get("draft_filled") == source:
        return
    state.draft_filled = source
    for name, value in draft_form.filled_from(last).items():
        state[f"draft_{name}"] = value
    for n in range(MOST_TARGETS):
        state.pop(f"draft_{TARGETS}{n}", None)
    state.pop("draft", None)


def field(name: str, **more: Any) -> None:
    st.text_input(LABELS[name], key=f"draft_{name}", persist_state="session", **more)


def lines(name: str, **more: Any) -> None:
    st.text_area(LABELS[name], key=f"draft_{name}", height=120, persist_state="session", **more)


def form(targets: tuple[Indicator, ...]) -> bool:
    with st.form("draft_form"):
        issuer, year, movement = st.columns([3, 1, 2])
        with issuer:
            field("issuer", placeholder="Ủy ban nhân dân tỉnh Sơn Thủy")
        with year:
            field("year", placeholder="2027")
        with movement:
            st.selectbox(
                LABELS["movement"],
                list(MOVEMENTS),
                key="draft_movement",
                format_func=MOVEMENTS.__getitem__,
                persist_state="session",
            )
        field("theme", placeholder="Không cần dấu ngoặc kép")
        if targets:
            with st.expander(
                f"Chỉ tiêu năm nay ({len(targets)} chỉ tiêu của năm trước; bỏ trống thì thành chỗ phải điền)",
                expanded=True,
            ):
                target_fields(targets)
        lines("targets", placeholder="Tạo việc làm mới cho 19.500 lao động")
        with st.expander("Ngày tháng, người ký, nơi nhận, căn cứ (bỏ trống thì giữ như năm trước hoặc để chỗ điền)"):
            optional()
        return st.form_submit_button("Soạn dự thảo", type="primary", key="draft_make")


def target_fields(targets: tuple[Indicator, ...]) -> None:
    for row in range(0, len(targets), 3):
        for n, cell in enumerate(st.columns(3, vertical_alignment="bottom"), row):
            if n < len(targets):
                cell.text_input(
                    plain(draft_form.target_label(targets[n])), key=f"draft_{TARGETS}{n}", persist_state="session",
                    placeholder=draft_form.last_amount(targets[n]),
                )  # fmt: skip


def optional() -> None:
    left, middle, right = st.columns(3)
    with left:
        st.selectbox(LABELS["kind"], ["", *KINDS], key="draft_kind", persist_state="session",
                     format_func=lambda kind: kind or "Như năm trước")  # fmt: skip
        field("number", placeholder="02")
        field("place", placeholder="Sơn Thủy")
    with middle:
        field("date", placeholder="12/01/2027")
        field("start", placeholder="03/9/2027")
        field("end", placeholder="31/12/2027")
    with right:
        field("authority", placeholder="KT. CHỦ TỊCH")
        field("post", placeholder="PHÓ CHỦ TỊCH")
        field("name")
    field("parent")
    bases, recipients = st.columns(2)
    with bases:
        lines("legal_bases")
    with recipients:
        lines("recipients")


def make(source: Source | None, targets: tuple[Indicator, ...]) -> None:
    filled = values()
    asked = draft_form.request(filled, [(one, filled.get(f"{TARGETS}{n}", "")) for n, one in enumerate(targets)])
    corpus = open_corpus()
    try:
        state.draft = pipeline.draft(asked, source, corpus)
        state.draft_request = asked
        rewrite.forget()
    finally:
        corpus.close()


def result(draft: Draft) -> None:
    report = pipeline.check(draft.document)
    found = sum(1 for one in report.findings if one.rule != shown.BLANKS)
    stem = pipeline.stem(f"du-thao-{state.get('draft_year', '')}")
    with st.container(horizontal=True):
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
        if st.button("Soát và sửa dự thảo này", icon=":material/fact_check:", key="draft_review"):
            state.review_next = Source(draft.document.text, "Dự thảo", "text")
            st.switch_page(pages.page("review"))
    text, blanks, checked = st.tabs(
        ["Dự thảo", f"Còn phải quyết định ({len(draft.blanks)})", f"Kết quả kiểm tra ({found})"]
    )
    with text:
        paper("draft_text", shown.paragraphs(draft))
        rewrite.rewrite(draft, state.draft_request)
    with blanks:
        paper("draft_blanks", shown.blanks(draft))
    with checked:
        paper("draft_findings", shown.findings(report))


def page() -> None:
    st.title("Soạn thảo từ văn bản năm trước")
    # A place of its own, so that nothing below moves when the offer goes.
    with st.container(key="draft_offer"):
        if not begun():
            keep("draft", "", "", None, restore, left=False)
    source = choose("Văn bản năm trước", "draft_previous", pipeline.listed(open_corpus()))
    last = pipeline.document(source) if source else None
    if source and last:
        fill(source, last)
    targets = last.indicators[:MOST_TARGETS] if last else ()
    quick(values(), targets, rolled=last is not None, begun=begun())
    with st.expander("Phiếu yêu cầu", icon=":material/list_alt:", expanded="draft" not in state):
        asked = form(targets)
    if asked or state.pop("draft_again", False):
        with problems(), st.spinner("Đang soạn…"):
            make(source, targets)
            st.rerun()
    if "draft" in state:
        result(state.draft)
    if begun():
        save(source)


def begun() -> bool:
    return "draft_previous_source" in state or any(values()[name] for name in ("issuer", "theme", "targets"))


def save(source: Source | None) -> None:
    """Keep the form in this browser; the draft is made from it again."""
    filled = values()
    state.setdefault("draft_id", secrets.token_hex(8))
    kept = {
        "source": {"text": source.text, "name": source.name} if source else None,
        "values": filled,
        "made": "draft" in state,
    }
    name = f"{filled['issuer']} {filled['year']}".strip() or "chưa ghi tên cơ quan"
    keep("draft", state.draft_id, name, json.dumps(kept, ensure_ascii=False), restore, left=False)


with problems():
    page()
