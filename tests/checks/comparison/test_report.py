"""The comparison as text, data and page, and the command."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from checks.commands import compare as compare_cli
from checks.compare import compare
from checks.document import Document
from checks.report.comparison import as_html, as_json, as_text

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
PAIR = ("huyen-phu-lam-chi-thi-2018", "huyen-phu-lam-chi-thi-2019")


def run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    compare_cli.register(parser.add_subparsers())
    args = parser.parse_args(["compare", *map(str, arguments)])
    return int(args.run(args))


def files() -> list[Path]:
    return [CORPUS / name / "document.txt" for name in PAIR]


def test_the_data_has_the_shape_of_the_design(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*files(), "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == 1
    assert {"role", "previous", "current", "status", "verbatim"} <= data["sections"][0].keys()
    assert {"name", "unit", "previous", "current", "change", "status"} <= data["indicators"][0].keys()
    assert {"leftovers", "citations", "recipients"} <= data.keys()


def test_the_text_begins_with_the_digest_and_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*files()) == 0
    heads = [line for line in capsys.readouterr().out.split("\n") if line.isupper() or line.startswith("CHỈ TIÊU")]
    assert [head.partition(" (")[0] for head in heads[:2]] == ["TÓM TẮT", "CHỈ TIÊU"]


def test_a_figure_is_shown_as_an_office_writes_it(write) -> None:
    shown = as_text(
        compare(
            write(2025, targets="- Thu ngân sách đạt 2.838,5 tỷ đồng."),
            write(2026, targets="- Thu ngân sách đạt 3.000 tỷ đồng."),
        )
    )
    assert "đạt 2.838,5 tỷ đồng → đạt 3.000 tỷ đồng (+161,5; +5,7%) [thay đổi]" in shown


def test_the_page_escapes_every_word_and_loads_nothing(write) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    pages = as_html(compare(write(2025, content=evil, theme=evil), write(2026, content=evil * 2, preface=evil)))
    assert "<script" not in pages
    assert "<img" not in pages
    assert "http" not in pages


def test_left_overs_fail_the_command_only_when_asked(tmp_path: Path, write) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(write(2025).text, encoding="utf-8")
    other.write_text(write(2026, content="Hoàn thành nhiệm vụ năm 2025.").text, encoding="utf-8")
    assert (run(one, other), run(one, other, "--fail-on-leftovers")) == (0, 1)


def test_a_file_that_cannot_be_read_is_told_with_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "khong-co.txt", files()[0]) == 2
    assert "Không tìm thấy tệp" in capsys.readouterr().err


@pytest.mark.parametrize("render", [as_text, as_json, as_html])
def test_empty_documents_are_rendered(render) -> None:
    assert render(compare(Document.parse(""), Document.parse("")))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Gồm 42 cán bộ của xã.", "Gồm 43 cán bộ của xã.", "“42 cán bộ” → “43 cán bộ”"),
        ("Theo hướng dẫn ngày 07 tháng 9.", "Theo hướng dẫn ngày 06 tháng 9.", "“ngày 07” → “ngày 06”"),
        ("Các thôn làm theo nhóm 3.", "Các thôn làm theo nhóm 4.", "“nhóm 3” → “nhóm 4”"),
    ],
)
def test_a_figure_is_told_with_what_it_counts(before: str, after: str, told: str) -> None:
    head = "KẾ HOẠCH\nThi đua năm {}\n\nI. MỤC TIÊU\n\nMỗi thôn chọn một việc khó để làm cho xong trong năm. {}\n"
    result = compare(Document.parse(head.format(2025, before)), Document.parse(head.format(2026, after)))
    assert told in as_text(result)
