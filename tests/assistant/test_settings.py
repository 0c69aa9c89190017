"""Settings come from CHITHI_… variables and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import load
from checks.errors import UserError


def test_the_data_folder_is_the_users_own_unless_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHITHI_DATA", raising=False)
    assert load().data.name == "chithi"
    monkeypatch.setenv("CHITHI_DATA", str(tmp_path))
    assert load().data == tmp_path


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITHI_DATA", "")
    assert load().data.name == "chithi"


def test_a_home_sign_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITHI_DATA", "~/kho")
    assert load().data == Path.home() / "kho"


def test_the_key_of_the_model_is_masked_wherever_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITHI_LLM__API_KEY", "sk-planted")
    settings = load()
    assert settings.llm.api_key.get_secret_value() == "sk-planted"
    assert "sk-planted" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_a_variable_that_makes_no_sense_is_named_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITHI_LLM", "not json")
    with pytest.raises(UserError, match="CHITHI_LLM"):
        load()


def test_a_file_is_no_folder_for_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kho").write_text("", "utf-8")
    monkeypatch.setenv("CHITHI_DATA", str(tmp_path / "kho"))
    with pytest.raises(UserError, match="CHITHI_DATA là một thư mục"):
        load()
