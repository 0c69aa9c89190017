"""Tables, sections and documents on a page, drawn from data: every word becomes text, whatever it contains."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.ui.nodes import Node

HERE = Path(__file__).parent

_component = st.components.v2.component(
    "chithi_paper",
    html='<div id="paper"></div>',
    css=(HERE / "paper.css").read_text("utf-8"),
    js=(HERE / "draw.js").read_text("utf-8") + (HERE / "paper.js").read_text("utf-8"),
)


def paper(key: str, *nodes: Node) -> None:
    """Draw ``nodes`` one below the other."""
    _component(key=key, data=list(nodes))
