"""What Streamlit cannot be told: Vietnamese words on its own controls, less empty space above the work, nothing lost."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.ui import typed

# Drawn here: an icon by name would be fetched from another host.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9c2f24"/>'
    '<path d="M8 17l6 6 11-13" fill="none" stroke="#fff" stroke-width="4"/></svg>'
)
CSS = """
[data-testid="stMainBlockContainer"] { padding: 4.25rem clamp(1rem, 4vw, 4rem) 3rem; max-width: 1500px; }
[data-testid="stElementContainer"]:has(> [data-testid="stBidiComponentRegular"] > .chithi-skin:empty),
[data-testid="stElementContainer"]:has(.chithi-skin) { display: none; }
h1 { font-size: 1.6rem !important; padding: 0 0 .5rem !important; }
[data-testid="stFileChip"] [role="alert"] { position: static !important; width: auto !important; height: auto !important; clip-path: none !important;
  clip: auto !important; margin: 0 !important; overflow: visible !important; white-space: normal !important; font-size: .8rem; }
[data-testid="stFileUploaderDropzoneInstructions"] > * { display: none !important; }
[data-testid="stFileUploaderDropzoneInstructions"]::after { content: "hoặc kéo thả vào đây, tối đa 10 MB"; font-size: .875rem; opacity: .75; }
[data-testid="stExpandSidebarButton"] { width: auto !important; padding: 0 .6rem; gap: .35rem; }
[data-testid="stExpandSidebarButton"]::after { content: "Các trang"; font-size: .95rem; }
[data-testid="stTopNavLink"]:focus-visible, [data-testid="stSidebarNavLink"]:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
[class*="st-key-open_"] button { position: relative; }
[class*="st-key-open_"] button strong { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[data-testid="InputInstructions"] { display: none; }
[data-testid="stTextArea"] textarea { font-family: 'Times New Roman', 'Liberation Serif', 'Tinos', serif; font-size: 1.05rem; line-height: 1.5; }
[data-testid^="stBaseButton-primary"] { color: light-dark(#fff, #1b1c1e) !important; } /* Streamlit writes white on the light red of the dark theme */
[data-testid="stMultiSelect"] [data-tag] { color: light-dark(#fff, #1b1c1e) !important; } /* and here */
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-left: .75rem; padding-right: .75rem; }
  .st-key-actions { gap: .4rem !important; }
  .st-key-actions button { padding: .1rem .55rem; min-height: 2.2rem; }
  [data-testid="stForm"] { border: 0 !important; padding: 0 !important; }
  .st-key-corpus_filters [data-testid="stHorizontalBlock"] { gap: .75rem; }
  .st-key-corpus_filters [data-testid="stColumn"]:first-child { min-width: 100%; }
  .st-key-corpus_filters [data-testid="stColumn"]:not(:first-child) { min-width: 6.5rem; flex: 1 1 6.5rem; }
}
"""
_component = st.components.v2.component(
    "chithi_skin",
    html='<div class="chithi-skin"></div>',
    css=CSS,
    js="".join((Path(__file__).parent / name).read_text("utf-8") for name in ("typed.js", "skin.js")),
    isolate_styles=False,
)


def skin() -> None:
    """Put it on; once a page."""
    _component(key="skin", on_lost_change=typed.arrived)
