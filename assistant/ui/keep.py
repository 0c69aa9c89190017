"""Autosave in the officer's own browser: nothing is kept on the server, a reload loses nothing, tabs do not mix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

HTML = """
<div id="offer" class="offer" hidden><span id="what"></span>
<span class="do"><button type="button" id="again">Làm tiếp</button><button type="button" id="away">Xóa</button></span></div>
"""
CSS = """
.offer { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; padding: 10px 14px;
  border: 1px solid var(--st-border-color); border-radius: 8px; background: var(--st-secondary-background-color);
  color: var(--st-text-color); font: 15px/1.45 var(--st-font); overflow-wrap: anywhere; }
[hidden] { display: none !important; }
.do { display: flex; gap: 8px; }
button { font: inherit; color: inherit; cursor: pointer; padding: 4px 12px; border-radius: 7px;
  border: 1px solid var(--st-border-color); background: var(--st-background-color); }
"""
_component = st.components.v2.component(
    "chithi_keep", html=HTML, css=CSS, js=(Path(__file__).parent / "keep.js").read_text("utf-8")
)


def keep(
    slot: str,
    identifier: str,
    name: str,
    value: str | None,
    on_found: Callable[[], None],
    *,
    left: bool,
    turn: int = 0,
    seen: dict[str, Any] | None = None,
) -> None:
    """Keep ``value`` under ``slot``; without one, look for what was kept.

    What is found comes to ``on_found`` as ``st.session_state["keep_<slot>"].found``: ``{"id", "value"}``.
    ``left``: the officer has left the last one by choice, so it is offered and not taken up by itself.
    ``seen``: the last press that ``value`` has in it, as ``{"client", "done"}``; comes back with what is found.
    ``turn``: numbers what is kept more than once in one run of the page, as while a model writes.
    """
    data = {"slot": slot, "id": identifier, "name": name, "value": value, "left": left, "seen": seen}
    _component(key=f"keep_{slot}_{turn}" if turn else f"keep_{slot}", data=data, on_found_change=on_found)
