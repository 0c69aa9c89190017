"""``chithi fix --track-changes --comments`` for one file."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

import pytest

from checks import engine
from checks.commands.word import add_options, run_word_fix
from checks.document import Document
from checks.engine import Report
from checks.errors import UserError
from checks.finding import Finding, Fix, Severity, Span
from checks.reading import read, read_bytes
from checks.word.revisions import comments, pending
from tests.checks.reading.make import p, package

NOW = datetime(2026, 11, 20, 8, 0)


def judge(doc: Document) -> Report:
    """One certain repair and one warning."""
    wrong, blank = doc.text.find("cải các "), doc.text.find("………")
    found = []
    if wrong >= 0:
        found.append(
            Finding("wrong-phrase", Severity.ERROR, Span(wrong, wrong + 7), "Viết sai.", Fix("cải cách", safe=True))
        )
    if blank >= 0:
        found.append(Finding("open-blank", Severity.WARNING, Span(blank, blank + 3), "Còn để trống."))
    return engine.Report(doc, tuple(found), (), ())


def run(path: Path, *options: str) -> str:
    parser = argparse.ArgumentParser()
    add_options(parser)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--unsafe-fixes", action="store_true")
    args = parser.parse_args(options)
    source = read(path)
    return run_word_fix(args, str(path), source, Document.parse(source.text), judge, NOW)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "du-thao.docx"
    path.write_bytes(package(p("Đẩy mạnh cải các hành chính từ ngày ……….")))
    return path


def test_repairs_are_tracked_and_the_rest_is_commented(draft: Path) -> None:
    told = run(draft, "--track-changes", "--comments")
    made = draft.with_name("du-thao.da-soat.docx")
    data = made.read_bytes()
    assert told == f"{draft}: đã ghi {made} với 1 chỗ sửa có theo dõi và 1 lời góp ý."
    assert [(one.author, one.kind, one.text) for one in pending(data)] == [
        ("chithi", "deleted", "các"),
        ("chithi", "inserted", "cách"),
    ]
    assert [one.quote for one in comments(data)] == ["………"]


def test_with_comments_alone_nothing_is_repaired(draft: Path) -> None:
    run(draft, "--comments")
    data = draft.with_name("du-thao.da-soat.docx").read_bytes()
    assert pending(data) == ()
    assert [one.quote for one in comments(data)] == ["cải các", "………"]
    assert read_bytes(data, "a.docx").text == read(draft).text


def test_author_and_day_can_be_given(draft: Path) -> None:
    run(draft, "--track-changes", "--author", "Văn phòng", "--marked-on", "2026-12-01")
    first = pending(draft.with_name("du-thao.da-soat.docx").read_bytes())[0]
    assert (first.author, first.date) == ("Văn phòng", "2026-12-01T00:00:00Z")


def test_the_same_day_gives_the_same_bytes(draft: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        run(draft, "--track-changes", "--comments", "--marked-on", "2026-12-01", "--out", str(tmp_path / name))
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Đẩy mạnh cải các hành chính.", "utf-8")
    with pytest.raises(UserError, match="không phải tệp"):
        run(path, "--comments")


def test_the_original_is_never_written_over(draft: Path) -> None:
    with pytest.raises(UserError, match="--out"):
        run(draft, "--track-changes", "--out", str(draft))
