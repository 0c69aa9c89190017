"""What an officer typed or pressed is carried out to its end, however soon the next press comes.

Streamlit looks for a newer request whenever state is read, and breaks off there. A page may be broken off, for it is
drawn again. A callback may not: its widget counts as answered, and the words that came with it would be gone.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from streamlit.runtime.state import SafeSessionState


@cache
def callbacks_run_whole() -> None:
    """From now on in this process; a request that comes meanwhile is looked at when all callbacks are done."""
    run = SafeSessionState.on_script_will_rerun

    def whole(self: SafeSessionState, *given: Any, **named: Any) -> None:
        look = self._yield_callback
        # Its own __setattr__ would make a value of the session of it.
        object.__setattr__(self, "_yield_callback", _not_now)
        try:
            run(self, *given, **named)
        finally:
            object.__setattr__(self, "_yield_callback", look)

    SafeSessionState.on_script_will_rerun = whole  # type: ignore[method-assign]


def _not_now() -> None:
    """No request is looked for."""
