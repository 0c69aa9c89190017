"""The review screen as one component: text with marks, findings, editor. Its words come as data, never as markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent

# Registered once, at import: a second registration of the same name warns on every rerun.
_component = st.components.v2.component(
    "chithi_marked_text",
    html=(HERE / "marked_text.html").read_text("utf-8"),
    css=(HERE / "marked_text.css").read_text("utf-8"),
    js=(HERE / "marked_text.js").read_text("utf-8"),
)


def marked_text(data: dict[str, Any], key: str, on_action: Callable[[], None]) -> None:
    """Draw ``data``; ``on_action`` runs before the page with the message in ``st.session_state[key].action``."""
    _component(key=key, data=data, on_action_change=on_action)
