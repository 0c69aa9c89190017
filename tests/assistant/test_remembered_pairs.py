"""Targets an officer has paired by hand are paired wherever last year is held against this."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest

from assistant import cli, pairs
from checks.comparison.pairing import Pair

HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm {}\n\n2. Chỉ tiêu\n\n- {} 120 ha {}.\n- Xây 3 nhà văn hóa.\n"


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Last year's and this year's file: one target under two names, which the officer has made one."""
    monkeypatch.setenv("CHITHI_DATA", str(tmp_path / "kho"))
    files = [tmp_path / "2025.txt", tmp_path / "2026.txt"]
    files[0].write_text(HEAD.format(2025, "Trồng mới", "chè"), encoding="utf-8")
    files[1].write_text(HEAD.format(2026, "Mở rộng", "vùng nguyên liệu"), encoding="utf-8")
    pairs.remember(tmp_path / "kho", Pair("Mở rộng vùng nguyên liệu", "Trồng mới chè", "ha"))
    return [str(file) for file in files]


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    cli.main(arguments)
    return capsys.readouterr().out


def written(arguments: list[str], path: Path) -> bytes:
    cli.main([*arguments, "--output", str(path)])
    return path.read_bytes()


def test_check_finds_the_copied_figure_of_a_renamed_target(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = said(["check", "--previous", two[0], "--select", "leftover-figure", "--format", "json", two[1]], capsys)
    assert [f["text"] for f in json.loads(out)["files"][0]["findings"]] == ["120 ha"]


def test_a_file_named_on_the_command_comes_first(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = tmp_path / "khong.json"
    none.write_text('{"schema": 1, "pairs": []}', encoding="utf-8")
    out = said(["check", "--previous", two[0], "--pairs", str(none), "--select", "leftover-figure", two[1]], capsys)
    assert "120 ha" not in out


def test_a_damaged_file_of_pairs_is_one_sentence(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kho" / pairs.FILE).write_text("không phải JSON", encoding="utf-8")
    assert cli.main(["check", "--previous", two[0], two[1]]) == 2
    assert "ghép chỉ tiêu" in capsys.readouterr().err


def test_the_printed_ledger_has_the_pair(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "Mở rộng vùng nguyên liệu: 120 ha → 120 ha" in said(["compare", *two], capsys)


def test_the_page_to_print_has_the_pair(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = said(["compare", "--format", "html", *two], capsys)
    assert "<td>Trồng mới chè</td>" not in out
    assert "chép nguyên" in out


def test_the_word_report_has_the_pair(two: list[str], tmp_path: Path) -> None:
    data = written(["compare", "--format", "docx", *two], tmp_path / "so-sanh.docx")
    rows = [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]
    assert ["Mở rộng vùng nguyên liệu", "120 ha", "120 ha", "", "chép nguyên"] in rows


def test_the_table_over_the_years_has_the_pair(two: list[str], tmp_path: Path) -> None:
    data = written(["compare", "--format", "xlsx", *two], tmp_path / "chi-tieu.xlsx")
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<v>120</v>") == 2
    assert "Trồng mới chè" not in sheet
