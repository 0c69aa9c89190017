"""How pages show what they did not write themselves: as plain words, never as Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from checks.errors import UserError

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+.!<>|~$:&-])")


def plain(text: str) -> str:
    """``text`` for a label or message that Streamlit reads as Markdown: every sign stands for itself."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


@contextmanager
def problems() -> Iterator[None]:
    """A problem the officer can solve becomes its sentence on the page."""
    try:
        yield
    except UserError as problem:
        st.error(plain(str(problem)), icon=":material/error:")
