"""What an officer typed or pressed is carried out to its end, however soon the next press comes.

Streamlit looks for a newer request whenever state is read, and breaks off there. A page may be broken off, for it is
drawn again. A callback may not: its widget counts as answered, and the words that came with it would be gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from streamlit.runtime.state import SafeSessionState, get_session_state


@cache
def callbacks_run_whole() -> None:
    """From now on in this process; a request that comes meanwhile is looked at when all callbacks are done."""
    run = SafeSessionState.on_script_will_rerun

    def whole(self: SafeSessionState, *given: Any, **named: Any) -> None:
        with unbroken(self):
            run(self, *given, **named)

    SafeSessionState.on_script_will_rerun = whole  # type: ignore[method-assign]


@contextmanager
def unbroken(session: SafeSessionState | None = None) -> Iterator[None]:
    """All that is set in here is set, or nothing: no request is looked for in between."""
    session = session or get_session_state()
    look = session._yield_callback
    # Its own __setattr__ would make a value of the session of it.
    object.__setattr__(session, "_yield_callback", _not_now)
    try:
        yield
    finally:
        object.__setattr__(session, "_yield_callback", look)


def _not_now() -> None:
    """No request is looked for."""
