"""Two documents beside each other as one component: panels, filters and the jump from a row to its place, all in the browser."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.ui.nodes import Node

HERE = Path(__file__).parent

_component = st.components.v2.component(
    "chithi_beside",
    html='<div id="paper" class="beside"></div>',
    css=(HERE / "paper.css").read_text("utf-8") + (HERE / "beside.css").read_text("utf-8"),
    js=(HERE / "draw.js").read_text("utf-8") + (HERE / "beside.js").read_text("utf-8"),
)


def beside(key: str, *nodes: Node) -> None:
    """Draw ``nodes``; what their ``data-…`` attributes ask for stands at the head of ``beside.js``."""
    _component(key=key, data=list(nodes))
