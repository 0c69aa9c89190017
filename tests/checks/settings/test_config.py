"""Settings of an office: found, merged with the command line, refused with one sentence."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from checks.commands import asked
from checks.errors import UserError
from checks.finding import Severity
from checks.settings import config
from checks.settings.config import Settings


def given(**options: object) -> Namespace:
    """A command line with nothing asked but ``options``."""
    nothing = {"config": None, "isolated": False, "select": None, "ignore": None, "final": False}
    return Namespace(**{**nothing, "fail_on": None, "baseline": None, "waivers": None, **options})


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_settings_are_found_upwards_from_the_file(tmp_path: Path) -> None:
    own = put(tmp_path / "chithi.toml", 'ignore = ["open-blank"]\nfail-on = "warning"\n')
    found = config.settings_for(str(put(tmp_path / "2026/thang-01/a.txt", "x")))
    assert (found.ignore, found.fail_on, found.origin) == (("open-blank",), "warning", own)


def test_the_nearest_settings_win(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", "final = false\n")
    put(tmp_path / "trinh-ky/pyproject.toml", "[tool.chithi]\nfinal = true\n")
    assert config.settings_for(str(tmp_path / "trinh-ky/a.txt")).final


def test_a_pyproject_of_somebody_else_is_passed_by(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", "final = true\n")
    put(tmp_path / "sub/pyproject.toml", "[tool.other]\nchithi = 1\n")
    assert config.settings_for(str(tmp_path / "sub/a.txt")).final


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", "final = true\n")
    put(tmp_path / "chithi-waivers.toml", "")
    assert config.settings_for(str(tmp_path / "a.txt"), isolated=True) == Settings()


def test_waivers_are_found_beside_the_settings(tmp_path: Path) -> None:
    waivers = put(tmp_path / "chithi-waivers.toml", "")
    assert config.settings_for(str(tmp_path / "sub/a.txt")).waivers == waivers


def test_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", 'dictionary = "tu-dien.txt"\nbaseline = "../moc.json"\n')
    found = config.settings_for(str(tmp_path / "sub/a.txt"))
    assert (found.dictionary, found.baseline) == (tmp_path / "tu-dien.txt", tmp_path / "../moc.json")


def test_an_option_takes_the_place_of_its_key(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", 'fail-on = "style"\nignore = ["open-blank"]\n')
    found = asked.settings(given(fail_on="never", ignore=["recipients,period-end"]), str(tmp_path / "a.txt"))
    assert (found.fail_on, found.ignore) == ("never", ("recipients", "period-end"))


def test_a_rule_asked_for_by_name_runs_even_if_ignored(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", 'ignore = ["open-blank"]\n')
    found = asked.settings(given(select=["open-blank"]), str(tmp_path / "a.txt"))
    assert (found.select, found.ignore) == (("open-blank",), ())


def test_severities_are_read_by_rule(tmp_path: Path) -> None:
    put(tmp_path / "chithi.toml", '[severity]\nperiod-end = "style"\n')
    assert config.settings_for(str(tmp_path / "a.txt")).severity == (("period-end", Severity.STYLE),)


def test_what_is_shown_is_a_configuration_that_says_the_same(tmp_path: Path) -> None:
    text = 'select = ["period-end"]\nfail-on = "style"\nfinal = true\n\n[severity]\nperiod-end = "style"\n'
    found = config.read(put(tmp_path / "a/chithi.toml", text))
    again = config.read(put(tmp_path / "b/chithi.toml", config.shown(found)))
    assert again._replace(origin=None) == found._replace(origin=None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('ignor = ["open-blank"]', r"khóa lạ “ignor” \(có phải “ignore”\?\)"),
        ('ignore = "open-blank"', r"chithi.toml: ignore phải là một danh sách chữ"),
        ('select = ["open-blan"]', r"“open-blan” \(có phải “open-blank”\?\)"),
        ('fail-on = "warn"', r"một trong: error, warning, style, never; đang ghi “warn”"),
        ('final = "true"', r"final phải là true hoặc false"),
        ('[severity]\nperiod-end = "off"', r"severity.period-end phải là một trong: error, warning, style"),
        ('[severity]\nperiodend = "style"', r"có phải “period-end”\?"),
        ("severity = 3", r"severity phải là một bảng"),
        ("baseline = true", r"baseline phải là chữ trong ngoặc kép"),
        ("final = ", r"viết sai cú pháp TOML"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_nearest(tmp_path: Path, text: str, told: str) -> None:
    put(tmp_path / "chithi.toml", text)
    with pytest.raises(UserError, match=told):
        config.settings_for(str(tmp_path / "a.txt"))


def test_a_named_pyproject_without_our_table_is_refused(tmp_path: Path) -> None:
    file = put(tmp_path / "pyproject.toml", "[project]\n")
    with pytest.raises(UserError, match=r"không có bảng \[tool.chithi\]"):
        config.settings_for("a.txt", file)


def test_a_missing_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không tìm thấy tệp"):
        config.settings_for("a.txt", tmp_path / "chithi.toml")
