"""A section a model writes in a thread of its own, so that the page goes on: looked at whenever wanted, stopped at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import closing

from assistant.drafting.rewriting import Rewritten, after
from assistant.drafting.write import Progress
from assistant.faults import ModelFault
from checks.errors import UserError


class Writing:
    """One section as it comes. ``known`` is all that has come, ``step`` what happened last."""

    def __init__(self, role: str, name: str, known: Rewritten, begin: Callable[[], Iterator[Progress]]) -> None:
        self.role, self.name, self.known = role, name, known
        self.step = Progress("sending")
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(begin,), daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Nothing more is taken; a server that is silent is left when it next speaks, or after its time."""
        self._stopped.set()

    def _run(self, begin: Callable[[], Iterator[Progress]]) -> None:
        try:
            with closing(begin()) as steps:  # type: ignore[type-var]
                for step in steps:
                    if self._stopped.is_set():
                        return
                    self.known, self.step = after(self.known, step), step
        except UserError as problem:
            self.known = self.known._replace(fault=str(problem))
        except Exception:  # told to the officer here, in full to the terminal
            logging.getLogger("chithi").exception("writing %s", self.role)
            self.known = self.known._replace(fault=str(ModelFault("server")))
