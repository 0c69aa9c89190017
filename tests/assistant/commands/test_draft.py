"""`chithi draft` from the outside: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.draft import Draft, Paragraph, Provenance
from assistant.rolling.wrapped import unwrapped
from assistant.word.export import export_docx
from checks.document import Document
from tests.assistant.lung_van import LAST

REQUEST = 'issuer = "Ủy ban nhân dân tỉnh Lũng Vân"\nyear = 2026\ntheme = "Gần dân, sát việc"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_index: Path) -> Path:
    monkeypatch.setenv("CHITHI_DATA", str(shutil.copytree(sample_index, tmp_path / "data")))
    monkeypatch.chdir(tmp_path)
    Path("last.txt").write_text(LAST, "utf-8")
    Path("request.toml").write_text(REQUEST, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["next.docx", "next.txt"])
@pytest.mark.usefixtures("folder")
def test_a_draft_is_written_and_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--previous", "last.txt", "--request", "request.toml", "--out", name]) == 0
    said = capsys.readouterr().out
    assert Path(name).exists()
    assert "Còn phải quyết định" in said
    assert "Năm trước: 55,5%" in said


@pytest.mark.usefixtures("folder")
def test_the_next_year_starts_from_the_word_file() -> None:
    main(["draft", "--previous", "last.txt", "--request", "request.toml", "--out", "a.docx"])
    Path("request.toml").write_text(REQUEST.replace("2026", "2027"), "utf-8")
    assert main(["draft", "--previous", "a.docx", "--request", "request.toml", "--out", "b.txt"]) == 0
    assert Document.parse(Path("b.txt").read_text("utf-8")).year == 2027


@pytest.mark.usefixtures("folder")
def test_a_precedent_of_the_corpus_is_named_by_its_id() -> None:
    Path("request.toml").write_text('issuer = "Ủy ban nhân dân tỉnh Sơn Thủy"\nyear = 2027\n', "utf-8")
    assert main(["draft", "--previous", "tinh-son-thuy-2026", "--request", "request.toml", "--out", "a.txt"]) == 0


@pytest.mark.usefixtures("folder")
def test_without_last_year_a_draft_is_composed() -> None:
    assert main(["draft", "--request", "request.toml", "--out", "a.txt"]) == 0
    assert "3. Nội dung thi đua" in Path("a.txt").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_the_request_may_name_last_year() -> None:
    Path("request.toml").write_text(REQUEST + 'previous = "last.txt"\n', "utf-8")
    assert main(["draft", "--request", "request.toml", "--out", "a.txt"]) == 0
    assert "Sở Tài chính" in Path("a.txt").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_last_years_directive_tells_who_issues() -> None:
    Path("request.toml").write_text("year = 2026\n", "utf-8")
    assert main(["draft", "--previous", "last.txt", "--request", "request.toml", "--out", "a.txt"]) == 0
    assert "LŨNG VÂN" in Path("a.txt").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_a_file_that_exists_is_kept_unless_forced() -> None:
    Path("a.txt").write_text("của tôi", "utf-8")
    command = ["draft", "--previous", "last.txt", "--request", "request.toml", "--out", "a.txt"]
    assert (main(command), Path("a.txt").read_text("utf-8")) == (2, "của tôi")
    assert main([*command, "--force"]) == 0


@pytest.mark.parametrize(
    ("request_", "previous", "out"),
    [
        ('theme = "Gần dân"', "last.txt", "a.docx"),
        (REQUEST + 'x = "y"\n', "last.txt", "a.docx"),
        (REQUEST, "khong-co.docx", "a.docx"),
        (REQUEST, "khong-co-trong-kho", "a.docx"),
        (REQUEST, "last.txt", "a.pdf"),
        (REQUEST, "last.txt", "khong-co/a.docx"),
        (REQUEST.replace("2026", "2025"), "last.txt", "a.docx"),
    ],
)
def test_on_an_error_nothing_is_written(
    request_: str, previous: str, out: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("request.toml").write_text(request_, "utf-8")
    assert main(["draft", "--previous", previous, "--request", "request.toml", "--out", out]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert sorted(p.name for p in folder.iterdir() if p.name != "data") == ["last.txt", "request.toml"]


def test_the_template_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--template"]) == 0
    assert "[[targets]]" in capsys.readouterr().out


def test_lines_of_a_pdf_become_paragraphs() -> None:
    wrapped = (
        "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"
        "Năm 2026 là năm tỉnh hoàn thành nhiều công trình lớn, đưa các tuyến đường vào\nsử dụng, nâng cao đời sống Nhân dân.\n2\n"
        "1. Mục tiêu\nHoàn thành nhiệm vụ.\n- Một;\n- Hai."
    )
    assert unwrapped(wrapped).split("\n")[3:] == [
        "Năm 2026 là năm tỉnh hoàn thành nhiều công trình lớn, đưa các tuyến đường vào sử dụng, nâng cao đời sống Nhân dân.",
        "1. Mục tiêu",
        "Hoàn thành nhiệm vụ.",
        "- Một;",
        "- Hai.",
    ]


@pytest.mark.usefixtures("folder")
def test_last_year_as_pdf_makes_the_same_draft(convert: Callable[[Path, str], Path]) -> None:
    sample = Document.parse(LAST, "năm trước")
    paragraphs = tuple(Paragraph(x.text, Provenance("previous", "", "", 1.0)) for x in sample.lines if x.text.strip())
    Path("last.docx").write_bytes(export_docx(Draft(sample, paragraphs, ())))
    shutil.copy(convert(Path("last.docx"), "pdf"), "last.pdf")
    for last in ("last.pdf", "last.txt"):
        assert main(["draft", "--previous", last, "--request", "request.toml", "--out", f"{last}.out.txt"]) == 0
    from_pdf, from_text = (Path(f"{last}.out.txt").read_text("utf-8").split() for last in ("last.pdf", "last.txt"))
    assert from_pdf == from_text
