"""What an officer gives by mistake is told in one sentence by the command, and no wrong table is shown."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import cli
from checks.commands import compare as compare_cli


@pytest.fixture
def compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """``compare(text, text, …, options)`` → exit code, output, sentences for the officer."""

    def run(*texts: str, options: tuple[str, ...] = ()) -> tuple[int, str, str]:
        paths = [tmp_path / f"{n}.txt" for n in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        parser = argparse.ArgumentParser()
        compare_cli.register(parser.add_subparsers())
        args = parser.parse_args(["compare", *map(str, paths), *options])
        code = args.run(args)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def one_sentence(text: str) -> bool:
    return len(text.strip().split("\n")) == 1 and text.strip().endswith(".")


FORMATS = ["text", "json", "html"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_file_twice_shows_no_table(compare, write, form: str) -> None:
    code, out, err = compare(write(2025).text, write(2025).text, options=("--format", form))
    assert (code, out, "giống hệt nhau" in err, one_sentence(err)) == (2, "", True, True)


@pytest.mark.parametrize("form", FORMATS)
def test_years_in_reversed_order_show_no_table(compare, write, form: str) -> None:
    code, out, err = compare(write(2026).text, write(2025).text, options=("--format", form))
    assert (code, out, "đổi thứ tự hai tệp" in err, one_sentence(err)) == (2, "", True, True)


def test_two_offices_are_told_above_the_table(compare, write) -> None:
    code, out, _ = compare(write(2025).text, write(2026).text.replace("SUỐI MƠ", "ĐỒI CHÈ"))
    first, *rest = out.split("\n")
    assert (code, "Tên cơ quan ở hai văn bản khác nhau" in first, any("Lưu ý" in line for line in rest)) == (
        0,
        True,
        False,
    )


def test_an_office_that_writes_its_name_short_is_the_same(compare, write) -> None:
    before, after = write(2025).text, write(2026).text
    long, short = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nXÃ SUỐI MƠ", "TRUNG TÂM PHỤC VỤ HCC\nXÃ SUỐI MƠ"
    office = "ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ"
    assert office in before
    _, out, _ = compare(before.replace(office, long), after.replace(office, short))
    assert "Tên cơ quan" not in out


def test_two_kinds_are_told_above_the_table(compare, write) -> None:
    _, out, _ = compare(write(2025).text, write(2026).text.replace("CHỈ THỊ", "KẾ HOẠCH"))
    assert "khác loại (Chỉ thị và Kế hoạch)" in out.split("\n")[0]


def test_a_year_that_cannot_be_read_is_told_and_nothing_is_called_left_over(compare, write) -> None:
    bare = "CHỈ THỊ\nPhát động phong trào thi đua\n\n1. Chỉ tiêu\n\n- Trồng 620 ha chè.\n"
    _, out, _ = compare(bare, write(2026, targets="- Trồng 620 ha chè.").text)
    assert "Không đọc được năm của văn bản năm trước" in out
    assert "vẫn là" not in out


def test_years_that_do_not_follow_one_another_are_told(compare, write) -> None:
    _, out, _ = compare(write(2023).text, write(2026).text)
    assert "cách nhau 3 năm" in out.split("\n")[0]


def test_several_years_with_one_twice_show_no_table(compare, write) -> None:
    code, out, err = compare(write(2024).text, write(2025).text, write(2025).text)
    assert (code, out, one_sentence(err)) == (2, "", True)


def test_several_years_of_two_offices_show_no_table(compare, write) -> None:
    other = write(2026).text.replace("SUỐI MƠ", "ĐỒI CHÈ")
    code, out, err = compare(write(2024).text, write(2025).text, other, options=("--format", "csv"))
    assert (code, out, one_sentence(err)) == (2, "", True)


def test_a_year_missing_between_several_is_told_beside_the_table(compare, write) -> None:
    code, out, err = compare(write(2023).text, write(2025).text, options=("--format", "csv"))
    assert (code, out.startswith("\ufeffChỉ tiêu;"), one_sentence(err)) == (0, True, True)


def test_a_table_goes_to_the_file_that_was_named(compare, write, tmp_path: Path) -> None:
    target = tmp_path / "bang.xlsx"
    code, out, _ = compare(write(2025).text, write(2026).text, options=("--format", "xlsx", "--output", str(target)))
    assert (code, out, target.read_bytes()[:2]) == (0, "", b"PK")


def test_a_folder_that_is_not_there_is_told(compare, write, tmp_path: Path) -> None:
    code, _, err = compare(write(2025).text, write(2026).text, options=("--output", str(tmp_path / "khong" / "a.txt")))
    assert (code, "Không ghi được tệp" in err) == (2, True)


def test_a_damaged_file_of_pairs_is_told(compare, write, tmp_path: Path) -> None:
    (tmp_path / "ghep.json").write_text("{", encoding="utf-8")
    code, _, err = compare(write(2025).text, write(2026).text, options=("--pairs", str(tmp_path / "ghep.json")))
    assert (code, one_sentence(err)) == (2, True)


def test_a_redline_of_what_is_no_word_file_is_refused(compare, write) -> None:
    code, out, err = compare(write(2025).text, write(2026).text, options=("--format", "redline"))
    assert (code, out, "phải là .docx" in err, one_sentence(err)) == (2, "", True, True)


@pytest.fixture
def checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str, str], tuple[int, str, str]]:
    """``chithi check --previous LAST THIS`` as exit code, output and errors."""

    def run(last: str, this: str) -> tuple[int, str, str]:
        files = [tmp_path / "2025.txt", tmp_path / "2026.txt"]
        for file, text in zip(files, (last, this), strict=True):
            file.write_text(text, encoding="utf-8")
        code = cli.main(["check", "--previous", str(files[0]), "--select", "leftover-date", str(files[1])])
        return (code, *capsys.readouterr())

    return run


HEAD = "ỦY BAN NHÂN DÂN\nXÃ ĐỒI CỌ\n\nCHỈ THỊ\nPhát động phong trào thi đua năm {}\n\n1. Mục tiêu\n\nThi đua giỏi việc số {}.\n"
Checked = Callable[[str, str], tuple[int, str, str]]


def test_a_check_against_the_same_text_is_not_green(checked: Checked) -> None:
    code, out, err = checked(HEAD.format(2026, 1), HEAD.format(2026, 1))
    assert code == 2
    assert "giống hệt nhau" in err
    assert "Chưa kiểm leftover-date" in out


def test_a_check_against_a_later_year_is_not_green(checked: Checked) -> None:
    code, _, err = checked(HEAD.format(2027, 1), HEAD.format(2026, 2))
    assert code == 2
    assert "đổi thứ tự" in err


def test_without_a_year_left_overs_are_not_evaluated(checked: Checked) -> None:
    code, out, err = checked(HEAD.format("này", 1), HEAD.format(2026, 2))
    assert (code, err) == (0, "")
    assert "Chưa kiểm leftover-date: không đọc được năm của văn bản năm trước" in out


def test_a_check_against_another_office_says_so(checked: Checked) -> None:
    code, out, _ = checked(HEAD.format(2025, 1).replace("ĐỒI CỌ", "RỪNG THÔNG"), HEAD.format(2026, 2))
    assert code == 0
    assert "Lưu ý: Tên cơ quan ở hai văn bản khác nhau" in out
