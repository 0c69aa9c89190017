"""Sửa từng phần: a part of the draft under the officer's hand, examples beside it, and a model's wording where one is set."""

from __future__ import annotations

import secrets
from typing import NamedTuple
from zlib import crc32

import streamlit as st

from assistant.draft import Draft
from assistant.drafting import editing, rewriting
from assistant.drafting.editing import Part
from assistant.drafting.joining import joined
from assistant.model import connect
from assistant.precedents.corpus import open_corpus
from assistant.request import Request
from assistant.settings import load
from assistant.ui import rewrite, typed
from assistant.ui.paper import paper
from assistant.ui.safely import plain, problems
from assistant.ui.typed import Typed
from assistant.ui.versions import change, kept, remember, return_to
from assistant.ui.written_view import examples as example_nodes

state = st.session_state
SETTING_UP = "Muốn viết lại từng phần bằng mô hình: nhờ người phụ trách máy tính đặt CHITHI_LLM__BASE_URL và CHITHI_LLM__MODEL, rồi mở lại chương trình."
LINE, LOWEST, HIGHEST = 28, 140, 560
"""Pixels of the box in which a part is edited."""
BOX = typed.WAITS
MOST_BOXES = 30


class _Box(NamedTuple):
    """The box of a part as it was drawn; ``taken`` is what was typed there and is in the draft."""

    name: str
    role: str
    text: str
    taken: str = ""


def parts(draft: Draft, request: Request) -> None:
    """One part at a time: its words, what others wrote there, what a model makes of it."""
    found = editing.parts(draft)
    rewrite.settle()
    offered = dict(rewriting.sections(draft))
    # By name: numbers move when a part comes or goes, and a name that changes would be another choice.
    names = editing.names(found)
    chosen = st.selectbox("Phần cần sửa", names, key="draft_part", persist_state="session")
    part = found[names.index(chosen) if chosen in names else 0]
    waiting = [one.name for one in found if one.role in rewrite.answers() and one != part]
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
    rewrite.running()


def versions() -> None:
    """Keep the draft as it is under a name; go back to an earlier one."""
    name = st.text_input("Đặt tên cho bản lúc này", key="draft_version_name", placeholder="Trước khi trình lãnh đạo")
    st.button("Giữ bản này", key="draft_keep_version", on_click=remember, args=(name or "lúc được giữ lại",))
    for n, version in enumerate(kept()):
        st.button(
            plain(f"Trở về bản {version.name}"),
            key=f"draft_version_{n}",
            type="tertiary",
            on_click=return_to,
            args=(version,),
        )


def mark(draft: Draft, part: Part) -> str:
    """Names a part as it reads now, so that a box shows the words of today."""
    return f"{crc32(editing.text_of(draft, part).encode()):08x}"


def _words(draft: Draft, part: Part) -> None:
    text = editing.text_of(draft, part)
    lines = text.count("\n") + len(text) // 110 + 2
    boxes = _boxes()
    # The box in which these words were typed stays, so that the hand can go on in it while they are saved.
    same = (key for key in reversed(boxes) if boxes[key][:3] == (part.name, part.role, text))
    key = next(same, f"{BOX}{mark(draft, part)}_{secrets.token_hex(2)}")
    if key not in boxes:
        state.draft_boxes = {**dict(list(boxes.items())[-MOST_BOXES:]), key: _Box(part.name, part.role, text)}
    st.text_area(
        "Lời văn của phần này", text, key=key, height=max(LOWEST, min(HIGHEST, LINE * lines)), on_change=_typed,
        args=(key,), help="Mỗi dòng là một đoạn. Chỗ chưa biết thì để “………”.",
    )  # fmt: skip
    st.button("Lưu phần này", key="draft_save_part", icon=":material/save:")


def _typed(key: str) -> None:
    _take(Typed(key, "Lời văn của phần này", str(state[key]), ""))


def take_typed() -> None:
    """What was typed in a box that the page has drawn anew meanwhile."""
    for one in typed.taken(BOX):
        _take(one)


def _take(said: Typed) -> None:
    """The words go into the part as it reads now, whatever has become of it since they were typed."""
    box = _boxes().get(said.key) or _as_it_reads(said.base)
    if box and box.taken == said.words:
        return
    part = next((p for p in editing.parts(state.draft) if box and (p.name, p.role) == (box.name, box.role)), None)
    if box is None or part is None:
        state.typed = (*state.get("typed", ()), said._replace(key=""))
        return
    now = editing.text_of(state.draft, part)
    words, met = (said.words, False) if now == box.text else joined(box.text, said.words, now)
    state.draft_boxes = {**_boxes(), said.key: box._replace(taken=said.words)}
    changed = editing.edited(state.draft, part, words)
    if changed.document.text != state.draft.document.text:
        change(f"trước khi sửa phần “{part.name}”", changed)
        after = next(
            (editing.text_of(changed, p) for p in editing.parts(changed) if (p.name, p.role) == (box.name, box.role)),
            "",
        )
        if after == words.strip():
            state.draft_boxes = {**_boxes(), said.key: _Box(box.name, box.role, after, said.words)}
    if met:
        state.draft_problem = (
            f"Phần “{part.name}” vừa đổi trong lúc anh, chị gõ: chữ vừa gõ được giữ, bản kia ở Lưu trữ."
        )


def _as_it_reads(base: str) -> _Box | None:
    """The box of a session that has ended, where the part still reads the same."""
    texts = ((part, editing.text_of(state.draft, part)) for part in editing.parts(state.draft))
    return next((_Box(part.name, part.role, text) for part, text in texts if text == base.strip()), None)


def _boxes() -> dict[str, _Box]:
    found: dict[str, _Box] = state.get("draft_boxes", {})
    return found


def _examples(request: Request, part: Part) -> None:
    """Searched for only when asked: the page stays quick."""
    if not st.toggle("Xem cách viết của các văn bản gần nhất", key=f"draft_examples_{part.role}"):
        return
    corpus = open_corpus()
    try:
        paper(f"draft_examples_paper_{part.role}", example_nodes(rewriting.examples(request, part.role, corpus)))
    finally:
        corpus.close()
