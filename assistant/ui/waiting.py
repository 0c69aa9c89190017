"""Waiting for a model without holding the page: any press ends the waiting."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
GLANCE = 0.1
"""Seconds between two looks."""


def awaited(work: Callable[[], T]) -> T:
    """What ``work`` gives, done in a thread of its own; raises what it raises."""
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as problem:  # noqa: BLE001 raised again where it is waited for
            result.set_exception(problem)

    threading.Thread(target=run, daemon=True).start()
    while not result.done():
        time.sleep(GLANCE)
        _ = "draft" in st.session_state  # where Streamlit looks whether something was pressed
    return result.result()
