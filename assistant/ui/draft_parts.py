"""Sửa từng phần: a part of the draft under the officer's hand, examples beside it, and a model's wording where one is set."""

from __future__ import annotations

from zlib import crc32

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.draft import Draft
from assistant.drafting import editing, rewriting
from assistant.drafting.editing import Part
from assistant.drafting.rewriting import Rewritten, Version
from assistant.model import connect
from assistant.precedents.corpus import open_corpus
from assistant.request import Request
from assistant.settings import load
from assistant.ui import rewrite
from assistant.ui.paper import paper
from assistant.ui.safely import plain, problems
from assistant.ui.written_view import examples as example_nodes
from checks.errors import UserError

state = st.session_state
SETTING_UP = (
    "Muốn viết lại từng phần bằng mô hình: đặt biến CHITHI_LLM__BASE_URL và CHITHI_LLM__MODEL rồi mở lại chương trình."
)
LINE, LOWEST, HIGHEST = 28, 140, 560
"""Pixels of the box in which a part is edited."""


def parts(draft: Draft, request: Request) -> DeltaGenerator | None:
    """One part at a time: its words, what others wrote there, what a model makes of it, and where it writes."""
    found = editing.parts(draft)
    offered = dict(rewriting.sections(draft))
    # Names alone: a name that changes would be another choice, and the officer be thrown to the first part.
    n = st.selectbox(
        "Phần cần sửa",
        range(len(found)),
        key="draft_part",
        format_func=lambda n: found[n].name,
        persist_state="session",
    )
    part = found[min(n or 0, len(found) - 1)]
    waiting = [one.name for one in found if one.role in answers() and one != part]
    if waiting:
        st.text(f"Còn bản mô hình viết chưa đưa vào dự thảo: {', '.join(waiting)}.")
    _words(draft, part)
    if part.role in offered:
        _examples(request, part)
        with problems():
            model = connect(load())
            if model is None:
                st.caption(plain(SETTING_UP))
            else:
                rewrite.section(model, part.role, offered[part.role])
    return rewrite.running()


def versions(draft: Draft) -> None:
    """Keep the draft as it is under a name; go back to an earlier one."""
    name = st.text_input("Đặt tên cho bản lúc này", key="draft_version_name", placeholder="Trước khi trình lãnh đạo")
    st.button("Giữ bản này", key="draft_keep_version", on_click=remember, args=(name or "lúc được giữ lại",))
    for n, version in enumerate(kept()):
        if st.button(plain(f"Trở về bản {version.name}"), key=f"draft_version_{n}", type="tertiary"):
            state.draft_versions = rewriting.kept(kept(), "có lúc trở về", draft)
            state.draft = version.draft
            st.rerun()


def remember(name: str) -> None:
    """The draft as it is becomes a version."""
    state.draft_versions = rewriting.kept(kept(), name, state.draft)


def mark(draft: Draft, part: Part) -> str:
    """Names a part as it reads now, so that a box shows the words of today."""
    return f"{crc32(editing.text_of(draft, part).encode()):08x}"


def answers() -> dict[str, Rewritten]:
    found: dict[str, Rewritten] = state.get("draft_rewritten", {})
    return found


def kept() -> tuple[Version, ...]:
    found: tuple[Version, ...] = state.get("draft_versions", ())
    return found


def _words(draft: Draft, part: Part) -> None:
    text = editing.text_of(draft, part)
    lines = text.count("\n") + len(text) // 110 + 2
    key = f"draft_words_{mark(draft, part)}"
    st.text_area(
        "Lời văn của phần này", text, key=key, height=max(LOWEST, min(HIGHEST, LINE * lines)), on_change=_typed,
        args=(part, key), help="Mỗi dòng là một đoạn. Chỗ chưa biết thì để “………”.",
    )  # fmt: skip
    st.button("Lưu phần này", key="draft_save_part", icon=":material/save:")


def _typed(part: Part, key: str) -> None:
    try:
        changed = editing.edited(state.draft, part, str(state[key]))
    except UserError as problem:
        state.draft_problem = str(problem)
        return
    if changed.document.text != state.draft.document.text:
        remember(f"trước khi sửa phần “{part.name}”")
        state.draft = changed


def _examples(request: Request, part: Part) -> None:
    """Searched for only when asked: the page stays quick."""
    if not st.toggle("Xem cách viết của các văn bản gần nhất", key=f"draft_examples_{part.role}"):
        return
    corpus = open_corpus()
    try:
        paper(f"draft_examples_paper_{part.role}", example_nodes(rewriting.examples(request, part.role, corpus)))
    finally:
        corpus.close()
