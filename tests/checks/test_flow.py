"""Texts that a PDF or a mail broke into lines are judged as the paragraphs they were."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from checks import engine
from checks.document import Document
from checks.flow import flowing
from checks.rules import all_rules

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/document.txt"))
SOME = CORPUS[::6]
WIDTHS = {**dict.fromkeys("iljtf.,;:I()|' ", 0.28), **dict.fromkeys("mwMW", 0.75)}


def wrapped(text: str, width: int = 80) -> str:
    return "\n".join(
        line if len(line) <= width else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def printed(text: str) -> str:
    """Broken as a proportional font breaks it, with a page number every 38 lines."""
    out: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split(" "):
            size = sum(WIDTHS.get(letter, 0.5) for letter in word) + 0.25
            if line and used + size > 36:
                out.append(line)
                line, used = word, size
            else:
                line, used = f"{line} {word}" if line else word, used + size
        out.append(line)
    pages = [out[i : i + 38] for i in range(0, len(out), 38)]
    return "\n".join("\n".join([*page, "", str(n), ""]) for n, page in enumerate(pages, 1))


def found(text: str) -> list[tuple[str, str]]:
    doc = Document.parse(text)
    findings = engine.check(doc, all_rules()).findings
    return sorted((f.rule, " ".join(doc.text[slice(*f.span)].split())) for f in findings)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_whole_paragraphs_are_left_as_they_are(path: Path) -> None:
    text = Document.parse(path.read_text("utf-8")).text
    assert flowing(text) == text


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_a_text_broken_at_80_columns_has_the_findings_of_its_paragraphs(path: Path) -> None:
    text = path.read_text("utf-8")
    assert found(wrapped(text)) == found(text)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_a_printed_page_with_its_number_has_no_other_errors(path: Path) -> None:
    text = path.read_text("utf-8")
    assert {rule for rule, _ in found(printed(text))} <= {rule for rule, _ in found(text)}


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_every_place_stays_a_place_of_the_text_as_written(path: Path) -> None:
    text = Document.parse(printed(path.read_text("utf-8"))).text
    whole = flowing(text)
    assert len(whole) == len(text)
    assert all(a == b or (b in " \n" and (a == "\n" or a.isdigit())) for a, b in zip(text, whole, strict=True))


BROKEN = """Thực hiện thắng lợi các chỉ tiêu phát triển kinh tế
- xã hội năm 2026, Chủ tịch Ủy ban nhân dân xã yêu cầu
các thôn, các trường học và trạm y tế trên địa bàn xã
tổ chức tốt phong trào thi đua ngay từ đầu năm, trong
đó tập trung vào những việc sau:
a) Xây dựng đường giao thông nông thôn;
b) Bảo vệ môi trường.
"""


def test_list_items_and_a_hyphen_at_the_start_of_a_line_are_told_apart() -> None:
    assert flowing(BROKEN).split("\n") == [
        "Thực hiện thắng lợi các chỉ tiêu phát triển kinh tế - xã hội năm 2026, Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn, "
        "các trường học và trạm y tế trên địa bàn xã tổ chức tốt phong trào thi đua ngay từ đầu năm, trong đó tập trung vào "
        "những việc sau:",
        "a) Xây dựng đường giao thông nông thôn;",
        "b) Bảo vệ môi trường.",
        "",
    ]


def test_line_and_column_are_those_of_the_text_as_written() -> None:
    doc = Document.parse(BROKEN)
    at = BROKEN.index("tổ chức tốt")
    assert doc.flowing.place(at) == (4, 1)


def test_a_repair_keeps_the_line_breaks() -> None:
    text = BROKEN.replace("trên địa bàn xã", "trên trên địa bàn xã")
    fixed = engine.fix(Document.parse(text), lambda doc: engine.check(doc, all_rules()))
    assert len(re.findall("\n", fixed.text)) == BROKEN.count("\n")


def test_headings_of_markdown_are_headings() -> None:
    text = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n## **I. MỤC TIÊU**\n\nVề đích.\n\n### 1. Nội dung thi đua\n\nThi đua.\n"
    assert [section.role for section in Document.parse(text).sections] == ["goal", "content"]
