"""What an officer typed or pressed is carried out to its end, however soon the next press comes.

Streamlit looks for a newer request whenever state is read, and breaks off there. A page may be broken off, for it is
drawn again. A callback may not: its widget counts as answered, and the words that came with it would be gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value
from streamlit.runtime.state import SafeSessionState, get_session_state


@cache
def callbacks_run_whole() -> None:
    """From now on in this process; a request that comes meanwhile is looked at when all callbacks are done."""
    run = SafeSessionState.on_script_will_rerun

    def whole(self: SafeSessionState, *given: Any, **named: Any) -> None:
        with unbroken(self):
            run(self, *given, **named)

    SafeSessionState.on_script_will_rerun = whole  # type: ignore[method-assign]


def begin_at_the_top() -> None:
    """What this run draws stands on the page itself.

    Streamlit clears away where a fragment has drawn only when it breaks one off. Since a press waits (``fastReruns``), the run
    it asks for comes after a fragment in the same thread, and the whole page went into the fragment's box, at half its width.
    """
    context_dg_stack.set(get_default_dg_stack_value())


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
