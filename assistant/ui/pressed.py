"""What a press asks for is done once, however often the page is drawn anew before it is done.

Short work is done in the callback itself. Long work is asked for there and done by the page, which can show that it is
at it; a run that is broken off leaves it to the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from assistant.ui.safely import plain
from checks.errors import UserError

state = st.session_state


def press(name: str, work: Callable[..., object], *given: object) -> None:
    """A callback that does ``work``; what the officer can mend is told by ``refused`` until it is changed or pressed again."""
    forgive(name)
    try:
        work(*given)
    except UserError as problem:
        state[f"refused_{name}"] = str(problem)


def refused(name: str) -> None:
    """Why the last press came to nothing."""
    if sentence := state.get(f"refused_{name}"):
        st.error(plain(sentence), icon=":material/error:")


def forgive(name: str) -> None:
    """A callback: what was refused is another thing by now."""
    state.pop(f"refused_{name}", None)


def ask(name: str) -> None:
    """A callback: the page is to do it."""
    state[f"asked_{name}"] = True


def asked(name: str) -> bool:
    return f"asked_{name}" in state


def drop(name: str) -> None:
    """It is done, or no longer wanted."""
    state.pop(f"asked_{name}", None)


@contextmanager
def once(name: str) -> Iterator[None]:
    """Do it in here: it is dropped when it is done or has failed, not when the run is broken off."""
    try:
        yield
    except Exception:
        drop(name)
        raise
    drop(name)
