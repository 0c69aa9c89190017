"""The pages of the app, by the work they are for. Made anew in each run: a page object belongs to one session."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import streamlit as st
from streamlit.navigation.page import Page

HERE = Path(__file__).parent
Name = Literal["review", "draft", "compare", "corpus"]

_TITLES: dict[Name, tuple[str, str, str]] = {
    "review": ("Rà soát", ":material/fact_check:", "trang-dau"),
    "draft": ("Soạn thảo", ":material/edit_document:", "soan-thao"),
    "compare": ("So sánh", ":material/compare_arrows:", "so-sanh"),
    "corpus": ("Kho văn bản", ":material/library_books:", "kho-van-ban"),
}


def page(name: Name) -> Page:
    """The page of that name; the first is the one that opens."""
    title, icon, path = _TITLES[name]
    return st.Page(HERE / f"{name}.py", title=title, icon=icon, url_path=path, default=name == "review")


def open_page(name: Name, **handed: Any) -> None:
    """Go there with values of the session; from a callback, when everything that was pressed has been carried out."""
    for key, value in handed.items():
        st.session_state[key] = value
    st.switch_page(page(name))


def pages() -> list[Page]:
    """All pages in the order of the menu; the first, which has no address of its own, is found at one like the others'."""
    return [*map(page, _TITLES), st.Page(_first, title="Rà soát", url_path="ra-soat", visibility="hidden")]


def _first() -> None:
    st.switch_page(page("review"))
