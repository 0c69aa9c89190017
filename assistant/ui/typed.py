"""Words whose field went away while they were typed: the page that knows the field takes them in, others are shown."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from assistant.ui.safely import plain

state = st.session_state
MOST = 20
WAITS = "draft_words_"
"""Fields whose page takes in what was typed as soon as its draft is there."""


class Typed(NamedTuple):
    """What stood in a field. ``key`` is the key of its widget, ``base`` what it held before."""

    key: str
    label: str
    words: str
    base: str


def arrived() -> None:
    """The browser hands them over."""
    sent = state.skin.lost
    found = [
        Typed(*(str(one.get(name, "")) for name in ("key", "label", "value", "base")))
        for one in sent or ()
        if isinstance(one, dict)
    ]
    state.typed = (*state.get("typed", ()), *found)[-MOST:]


def taken(beginning: str) -> tuple[Typed, ...]:
    """Those of fields whose key begins so; they are the caller's from now on."""
    waiting: tuple[Typed, ...] = state.get("typed", ())
    mine = tuple(one for one in waiting if one.key.startswith(beginning))
    if mine:
        state.typed = tuple(one for one in waiting if one not in mine)
    return mine


def left() -> None:
    """What no page took, so that it can be copied."""
    waiting = [one for one in state.get("typed", ()) if not one.key.startswith(WAITS)]
    if not waiting:
        return
    for one in waiting:
        st.warning(plain(f"Ô “{one.label}” đã đổi trong lúc anh, chị gõ. Chữ vừa gõ, để chép lại:"))
        st.text(one.words)
    st.button("Đã chép", key="typed_copied", on_click=state.pop, args=("typed",))
