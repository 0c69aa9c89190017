"""A model writing in a thread of its own: looked at while it goes on, stopped at once, never silent about a fault."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from assistant.drafting.rewriting import Rewritten
from assistant.drafting.write import Progress
from assistant.drafting.writing import Writing
from checks.errors import UserError


def finished(writing: Writing) -> Rewritten:
    end = time.monotonic() + 10
    while not writing.done and time.monotonic() < end:
        time.sleep(0.01)
    return writing.known


def test_what_comes_is_seen_while_more_is_awaited() -> None:
    seen = threading.Event()

    def steps() -> Iterator[Progress]:
        yield Progress("writing", "Một câu.", "Một câu.")
        seen.wait(10)
        yield Progress("done", "Một câu. Hai câu.")

    writing = Writing("content", "Nội dung", Rewritten(), steps)
    while not writing.known.text:
        time.sleep(0.01)
    before = (writing.done, writing.known.text)
    seen.set()
    assert (before, finished(writing).text) == ((False, "Một câu."), "Một câu. Hai câu.")


def test_nothing_is_taken_after_a_stop() -> None:
    seen = threading.Event()

    def steps() -> Iterator[Progress]:
        yield Progress("writing", "Một câu.")
        seen.wait(10)
        yield Progress("writing", "Một câu. Hai câu.")

    writing = Writing("content", "Nội dung", Rewritten(), steps)
    while not writing.known.text:
        time.sleep(0.01)
    writing.stop()
    seen.set()
    assert finished(writing).text == "Một câu."


def test_a_text_that_may_not_be_sent_is_told() -> None:
    def steps() -> Iterator[Progress]:
        raise UserError("Văn bản mật không gửi tới mô hình.")
        yield Progress("sending")

    assert finished(Writing("content", "Nội dung", Rewritten(), steps)).fault == "Văn bản mật không gửi tới mô hình."
