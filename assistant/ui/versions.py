"""The draft on the page and what it was before: each change keeps a version to return to."""

from __future__ import annotations

import streamlit as st

from assistant.draft import Draft
from assistant.drafting import rewriting
from assistant.drafting.rewriting import Version

state = st.session_state


def kept() -> tuple[Version, ...]:
    """The oldest first."""
    found: tuple[Version, ...] = state.get("draft_versions", ())
    return found


def remember(name: str) -> None:
    """The draft as it is becomes a version."""
    state.draft_versions = rewriting.kept(kept(), name, state.draft)


def change(name: str, draft: Draft) -> None:
    """``draft`` is the draft from now on; what it was is kept under ``name``."""
    if "draft" in state:
        remember(name)
    state.draft = draft


def return_to(version: Version) -> None:
    """A callback: the draft as it was then."""
    change("có lúc trở về", version.draft)


def undo() -> None:
    """A callback: the draft as it was before the last change."""
    *earlier, last = kept()
    state.draft, state.draft_versions = last.draft, tuple(earlier)
