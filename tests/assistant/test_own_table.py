"""The office's own context table: who judges by it, and from when on."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import own_table
from checks.language import context


@pytest.mark.parametrize(("stays", "known"), [(True, True), (False, False)])
def test_what_runs_on_waits_for_a_table_that_is_made_later(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stays: bool, known: bool
) -> None:
    monkeypatch.setenv("CHITHI_DATA", str(tmp_path))
    try:
        own_table.use(stays=stays)
        assert (context.used() == str(tmp_path / own_table.FILE)) is known
    finally:
        context.use(None)
