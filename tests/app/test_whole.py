"""Words on their way into a draft are not lost to the press that follows them."""

from __future__ import annotations

import tomllib

from streamlit.config import get_config_options
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.runtime.state import SafeSessionState, SessionState

from assistant import folders
from assistant.ui.whole import begin_at_the_top, callbacks_run_whole


class Pressed(SessionState):
    """A session whose callback reads its state."""

    safe: SafeSessionState
    done = False

    def on_script_will_rerun(self, *_: object, **__: object) -> None:
        self.done = "draft" not in self.safe


def test_a_callback_runs_to_its_end_although_the_next_press_has_come() -> None:
    def next_press() -> None:
        raise RerunException(RerunData())

    callbacks_run_whole()
    state = Pressed()
    state.safe = SafeSessionState(state, next_press)
    state.safe.on_script_will_rerun(None)
    assert state.done


def test_a_page_begins_at_the_top_although_a_fragment_ran_before_it() -> None:
    context_dg_stack.set((*get_default_dg_stack_value(), DeltaGenerator()))
    begin_at_the_top()
    assert context_dg_stack.get() == get_default_dg_stack_value()


def test_a_press_waits_for_the_one_before_however_the_app_is_started() -> None:
    settings = tomllib.loads((folders.shipped("app.py").parent / ".streamlit/config.toml").read_text("utf-8"))
    assert settings["runner"]["fastReruns"] is False
    assert settings["global"]["minCachedMessageSize"] > 10**9
    assert {"runner.fastReruns", "global.minCachedMessageSize"} <= get_config_options().keys()
