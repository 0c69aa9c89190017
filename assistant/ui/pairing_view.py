"""Two targets the program took for different ones are made one by the officer, and stay so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import streamlit as st

from assistant import pairs as kept
from assistant.ui.pressed import press, refused
from assistant.ui.safely import problems
from checks.compare import Comparison
from checks.comparison.pairing import Pair
from checks.facts.indicators import Indicator
from checks.report.comparison import amount

T = TypeVar("T")


def pairing(result: Comparison, folder: Path) -> None:
    """Pair a new target with one that was dropped, or part two. What is decided is kept in ``folder``; the page runs again."""
    fresh = [row.current for row in result.indicators if row.current and row.status == "new"]
    gone = [row.previous for row in result.indicators if row.previous and row.status == "dropped"]
    with st.expander("Ghép lại chỉ tiêu"), problems():
        st.text(
            "Hai chỉ tiêu thực ra là một mà chương trình chưa ghép thì chọn ở đây (phải cùng đơn vị); lần sau chương trình tự nhớ."
        )
        this = _one("Chỉ tiêu năm nay", fresh, _told, "pair_current")
        same = [one for one in gone if this is None or one.unit == this.unit]
        last = _one("là chỉ tiêu năm trước", same, _told, "pair_previous")
        both = Pair(this.name, last.name, this.unit) if this and last else None
        st.button(
            "Ghép hai chỉ tiêu",
            key="pair_save",
            disabled=not both,
            on_click=press,
            args=("pairing", kept.remember, folder, both),
        )
        together = [(row.current, row.previous) for row in result.indicators if row.current and row.previous]
        apart = _one(
            "Tách hai chỉ tiêu đang ghép", range(len(together)),
            lambda n: f"{_told(together[n][0])} / {_told(together[n][1])}", "pair_part",
        )  # fmt: skip
        one = None if apart is None else together[apart][0]
        alone = one and Pair(one.name, "", one.unit)
        st.button(
            "Tách", key="pair_apart", disabled=not alone, on_click=press, args=("pairing", kept.remember, folder, alone)
        )
        decided = kept.load(folder)
        undo = _one("Quyết định đã nhớ", decided, _said, "pair_known")
        st.button(
            "Bỏ quyết định này",
            key="pair_forget",
            disabled=not undo,
            on_click=press,
            args=("pairing", kept.forget, folder, undo),
        )
        refused("pairing")


def _one(label: str, options: Sequence[T], told: Callable[[T], str], key: str) -> T | None:
    """One of them, or none yet."""
    hint = "Gõ vài chữ để tìm" if options else "Không có"
    return st.selectbox(label, options, index=None, format_func=told, key=key, placeholder=hint, disabled=not options)


def _told(one: Indicator) -> str:
    return f"{one.name}: {amount(one)}"


def _said(pair: Pair) -> str:
    if not pair.previous or not pair.current:
        return f"{pair.current or pair.previous} ({pair.unit}): đứng riêng"
    return f"{pair.current} = {pair.previous} ({pair.unit})"
