"""The comparison as a Word report says what the text says, in a file Word and LibreOffice open."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant.commands.compare import register
from assistant.precedents.corpus import shipped
from assistant.word.comparison import comparison_docx
from checks.compare import Comparison, compare
from checks.document import Document
from checks.letters import capital
from checks.reading import read_bytes

PAIR = ("tinh-son-thuy-2025", "tinh-son-thuy-2026")


def text(name: str) -> str:
    return (shipped() / name / "document.txt").read_text("utf-8")


def compared(previous: str = PAIR[0], current: str = PAIR[1]) -> Comparison:
    return compare(*(Document.parse(text(name), name) for name in (previous, current)))


def cells(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in docx.Document(io.BytesIO(data)).tables for row in table.rows]


def test_the_ledger_comes_first_with_every_target() -> None:
    result = compared()
    rows = cells(comparison_docx(result))
    assert rows[0] == ["Chỉ tiêu", "Năm trước", "Năm nay", "Thay đổi", "Nhận xét"]
    assert [row[0] for row in rows[1 : len(result.indicators) + 1]] == [capital(one.name) for one in result.indicators]


def test_a_resolution_has_its_table() -> None:
    result = compared()
    held = compare(result.previous, result.current, result.previous)
    assert ["Chỉ tiêu", "Nghị quyết", "Dự thảo", "Nhận xét"] in cells(comparison_docx(held))


def test_the_same_comparison_makes_the_same_bytes() -> None:
    assert comparison_docx(compared()) == comparison_docx(compared())


def test_documents_with_nothing_in_them_make_a_report() -> None:
    empty = compare(Document.parse(""), Document.parse("\x01\x0b"))
    assert "Không có." in [p.text for p in docx.Document(io.BytesIO(comparison_docx(empty))).paragraphs]


def test_libreoffice_opens_the_report(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    file = tmp_path / "so-sanh.docx"
    file.write_bytes(comparison_docx(compared()))
    pages = read_bytes(convert(file, "pdf").read_bytes(), "so-sanh.pdf").text
    assert "SO SÁNH VỚI VĂN BẢN NĂM TRƯỚC" in pages
    assert "đạt 6.720 tỷ đồng" in " ".join(pages.split())


def test_the_command_writes_the_report(tmp_path: Path) -> None:
    paths = [shipped() / name / "document.txt" for name in PAIR]
    target = tmp_path / "so-sanh.docx"
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    args = parser.parse_args(["compare", *map(str, paths), "--format", "docx", "--output", str(target)])
    assert (args.run(args), target.read_bytes()) != (0, b"")
    assert cells(target.read_bytes())[0][0] == "Chỉ tiêu"


def test_several_years_make_no_word_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [shipped() / name / "document.txt" for name in ("tinh-son-thuy-2024", *PAIR)]
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    args = parser.parse_args(["compare", *map(str, paths), "--format", "docx"])
    assert (args.run(args), "chỉ dùng khi so sánh hai văn bản" in capsys.readouterr().err) == (2, True)
