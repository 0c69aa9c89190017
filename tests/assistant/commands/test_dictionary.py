"""The dictionary we export, read by hunspell itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from assistant.cli import main
from checks.language.hunspell import files
from checks.language.syllables import is_syllable
from tests.conftest import found

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("từ điển")
    own = folder / "co-quan.txt"
    own.write_text("# tên bản\nBản Kơxia\n", "utf-8")
    assert main(["dictionary", "export", str(folder / "out"), "--dictionary", str(own)]) == 0
    return folder / "out" / "vi_VN"


def hunspell(dictionary: Path, text: str, *options: str) -> list[str]:
    program = found("hunspell")
    command = [program, "-i", "UTF-8", "-d", str(dictionary), *options]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    return [line for line in done.stdout.splitlines() if line]


def unknown(dictionary: Path, text: str) -> list[str]:
    return hunspell(dictionary, text, "-l")


def test_hunspell_finds_what_is_no_syllable(dictionary: Path) -> None:
    assert unknown(dictionary, "Nghành giáo dục chấp hành luât, bảo đảm nứơc sạch.") == ["Nghành", "luât", "nứơc"]


def test_both_places_of_a_tone_mark_are_right(dictionary: Path) -> None:
    assert unknown(dictionary, "hòa hoà ủy uỷ khỏe khoẻ kỹ kĩ quý quí ỦY BAN Hoà Bình") == []


def test_the_words_of_the_office_are_known_as_the_office_writes_them(dictionary: Path) -> None:
    assert unknown(dictionary, "Kơxia kơxia") == ["kơxia"]


def test_the_right_word_is_among_the_first_suggestions(dictionary: Path) -> None:
    proposed = {
        line.split()[1]: line.split(": ")[1].split(", ")
        for line in hunspell(dictionary, "nghành luât quyêt\n", "-a")
        if line[0] == "&"
    }
    assert [
        right in proposed[wrong][:2] for wrong, right in [("nghành", "ngành"), ("luât", "luật"), ("quyêt", "quyết")]
    ] == [True] * 3


def test_what_our_own_checker_takes_for_a_syllable_hunspell_takes_too(dictionary: Path) -> None:
    rare = [word.split("/")[0] for word in files().dic.splitlines()[1:] if word.endswith("/!")]
    assert len(rare) > 10_000
    assert all(map(is_syllable, rare))
    assert unknown(dictionary, "\n".join(rare)) == []


def test_a_directive_of_the_corpus_holds_no_unknown_word_but_abbreviations(dictionary: Path) -> None:
    text = (ROOT / "corpus/xa-tan-phong-thuong-chi-thi-2025/document.txt").read_text("utf-8")
    assert [word for word in unknown(dictionary, text) if not word.isupper()] == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tệp").write_text("", "utf-8")
    assert main(["dictionary", "export", str(tmp_path / "tệp")]) == 2
    assert capsys.readouterr().err.startswith("Không ghi được vào")
