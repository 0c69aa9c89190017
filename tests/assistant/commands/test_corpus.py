"""`chithi corpus …` as an officer types it."""

from __future__ import annotations

import argparse
import json
import shutil
import time
from pathlib import Path

import pytest

from assistant.commands.corpus import register
from checks.errors import UserError
from tests.assistant.samples import BAI_SAU, lang_ha

LANG_HA_2025 = "ubnd-tinh-lang-ha-2025-chi-thi-03-ct-ubnd"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_index: Path) -> Path:
    """An office's papers, and a folder of data with the samples alone."""
    monkeypatch.setenv("CHITHI_DATA", str(shutil.copytree(sample_index, tmp_path / "data")))
    return papers(tmp_path)


def papers(folder: Path) -> Path:
    inbox = folder / "in"
    inbox.mkdir()
    (inbox / "a.txt").write_text(lang_ha(2025), "utf-8")
    (inbox / "b.txt").write_text(BAI_SAU, "utf-8")
    return inbox


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data to which those papers were added, from nothing: once, for an index and a table take seconds."""
    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHITHI_DATA", str(folder / "data"))
        assert chithi("corpus", "add", papers(folder)) == 0
    return folder / "data"


@pytest.fixture
def added(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHITHI_DATA", str(filled))
    return filled


def chithi(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    options = parser.parse_args([str(argument) for argument in arguments])
    return int(options.run(options))


def test_add_says_what_it_took_and_ends_with_2_when_a_file_cannot_be_read(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chithi("corpus", "add", office, office / "mất.txt") == 2
    told = capsys.readouterr()
    assert f"Đã nhập {LANG_HA_2025}." in told.out
    assert "văn bản không ghi tỉnh, thành phố; chủ đề." in told.out
    assert "Lỗi: Không tìm thấy tệp" in told.err


def test_search_without_diacritics_shows_id_year_issuer_heading_and_snippet(
    added: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chithi("corpus", "search", "nuoi", "ca", "long", "--issuer", "lang ha") == 0
    assert capsys.readouterr().out == (
        f"{LANG_HA_2025}  2025  Ủy ban nhân dân tỉnh Lạng Hà\n"
        "    Chỉ thị về việc phát động phong trào thi đua năm 2025\n"
        "    3. Nội dung thi đua\n"
        "    Thi đua nuôi cá lồng, giữ nước hồ trong, đón khách tử tế.\n\n"
    )


def test_search_ends_with_1_when_nothing_is_found(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chithi("corpus", "search", "xyzzy") == 1
    assert "Không tìm thấy" in capsys.readouterr().out


def test_search_as_json_marks_the_words(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chithi("corpus", "search", "kênh Cầu Gáo", "--json", "--limit", 1)
    (hit,) = json.loads(capsys.readouterr().out)
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["kênh", "Cầu", "Gáo"]


def test_samples_are_labelled(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chithi("corpus", "list", "--level", "tinh")
    assert "[văn bản mẫu]" in capsys.readouterr().out


def test_show_prints_what_was_read_and_the_text(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chithi("corpus", "show", LANG_HA_2025)
    out = capsys.readouterr().out
    assert "Ngày ban hành:       15/01/2025\n" in out
    assert out.endswith("Lò Văn Thuận\n")


def test_remove_takes_it_away(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITHI_DATA", str(shutil.copytree(filled, tmp_path / "copy")))
    assert chithi("corpus", "remove", LANG_HA_2025) == 0
    with pytest.raises(UserError):
        chithi("corpus", "show", LANG_HA_2025)


def test_an_unknown_level_is_one_sentence() -> None:
    with pytest.raises(UserError, match="Không có cấp “châu”"):
        chithi("corpus", "list", "--level", "châu")


@pytest.mark.parametrize("year", ["hai", "-3", "0", "²"])
def test_a_year_that_is_no_year_is_refused(year: str) -> None:
    with pytest.raises(SystemExit) as end:
        chithi("corpus", "list", f"--year={year}")
    assert end.value.code == 2


def test_what_a_new_paper_probably_has_wrong_is_told_and_may_be_called_right(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = lang_ha(2025).replace("Thi đua nuôi cá lồng", "Các xã không đế người dân thiếu nước; thi đua nuôi cá lồng")
    (office / "a.txt").write_text(text, "utf-8")
    chithi("corpus", "add", office / "a.txt")
    assert "1 chỗ có lẽ sai chính tả, không được lấy làm mẫu" in capsys.readouterr().out
    assert chithi("corpus", "doubts") == 1
    assert "“Các xã không đế người dân thiếu”, có lẽ “đế” là “để”" in capsys.readouterr().out
    chithi("corpus", "accept", "không đế người dân")
    assert chithi("corpus", "doubts") == 0


def test_the_office_s_table_follows_its_corpus(added: Path) -> None:
    table = added / "context.bin"
    deadline = time.monotonic() + 180
    while not table.is_file() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert table.is_file()
