"""What the checks say of the review at hand; a long text is judged beside the page, which goes on meanwhile."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.reviewing import review as reviewing
from assistant.reviewing.judging import LONG, Judging, moved
from assistant.reviewing.review import Judged, Open, Review
from checks.document import Document
from checks.engine import Report

state = st.session_state
GLANCE = 0.5
"""Seconds between two looks at a judgement."""


def judged(review: Review) -> Judged:
    """Of a long text what was known before it changed, until the rules have been through it again."""
    report = _waited_for(review)
    if report is None:
        result = pipeline.judge(review, state.get("report"))
        state.report = result.report  # most decisions leave the text as it is
        return result
    return Judged(report, reviewing.undecided(review, report))


def undecided(review: Review) -> tuple[Open, ...]:
    return judged(review).open


def judging() -> Judging | None:
    """The judgement that is under way."""
    running: Judging | None = state.get("judging")
    return running


def give_up() -> None:
    """Another text is reviewed, or none."""
    if running := judging():
        running.stop()
    for name in ("judging", "judging_stopped", "report"):
        state.pop(name, None)


def progress() -> None:
    """How far it is, with the button that stops it; after that, the one that goes on."""
    if judging() is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="judging"):
            _follow()
            st.button("Dừng", key="judging_stop", icon=":material/stop:", on_click=_stop)
    elif "judging_stopped" in state:
        stopped: Judging = state.judging_stopped
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(f"Đã dừng: mới chạy {len(stopped.told)}/{len(stopped.rules)} phép kiểm.")
            st.button("Soát tiếp", key="judging_on", icon=":material/play_arrow:", on_click=_go_on)


def _waited_for(review: Review) -> Report | None:
    """What is known while the rules are at work; None when there is nothing to wait for."""
    running, known = judging(), state.get("report")
    if running and not _of(running, review):
        running.stop()
        del state.judging
        running = None
    if running and running.done:
        state.report = running.report()
        del state.judging
        return None
    if running is None:
        if len(review.text) <= LONG or (known and pipeline.judges(known, review)):
            return None
        state.pop("judging_stopped", None)
        running = state.judging = Judging(Document.parse(review.text, review.name, review.layout))
    return moved(known, running.document) if known else Report(running.document, (), (), ())


def _of(running: Judging, review: Review) -> bool:
    return running.document.text == review.text and running.document.layout is review.layout


@st.fragment(run_every=GLANCE)
def _follow() -> None:
    running = judging()
    if running is None or running.done:
        st.rerun()
    done, all_ = len(running.told), len(running.rules)
    st.progress(
        done / all_, f"Đang soát văn bản dài: đã chạy {done}/{all_} phép kiểm. Trong lúc chờ vẫn đọc và sửa được."
    )


def _stop() -> None:
    """What was found by then is shown."""
    running = judging()
    if running is not None and not running.done:
        state.report, state.judging_stopped = running.stop(), running
        del state.judging


def _go_on() -> None:
    stopped: Judging = state.pop("judging_stopped")
    state.judging = Judging(stopped.document, stopped.told)
