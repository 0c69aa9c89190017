"""How pages show what they did not write themselves: as plain words, never as Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from checks.errors import UserError

# Signs that mean something wherever they stand; then those that do at a start (“1.”, “- ”) or before more (“:red[”,
# “->”, “www.”). The others stay bare: a screen reader reads the backslash of a label aloud.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]#<>|~$&!])|(?<=[^\W\d])(\.)(?=[^\W\d])|(:)(?=\S)|(-)(?=[->])|(?<=-)(-)")
_OPENING = re.compile(r"\A(\d{1,9})?([-+.)])(?=\s|\Z)")


def plain(text: str) -> str:
    """``text`` for a label or message that Streamlit reads as Markdown: every sign stands for itself."""
    escaped = _MARKDOWN.sub(lambda match: f"\\{match[0]}", " ".join(text.split()))
    return _OPENING.sub(lambda match: f"{match[1] or ''}\\{match[2]}", escaped)


@contextmanager
def problems() -> Iterator[None]:
    """A problem the officer can solve becomes its sentence on the page."""
    try:
        yield
    except UserError as problem:
        st.error(plain(str(problem)), icon=":material/error:")
