"""The pre-issuance sheet as a Word file says what the printed page says."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import docx as python_docx
import pytest

from assistant.word import sheet
from checks import engine
from checks.commands.judging import titles
from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.reading import read_bytes
from checks.report import Checked, Run, Suppressed
from checks.report import html as page
from checks.rules import all_rules

DRAFT = """ỦY BAN NHÂN DÂN
TỈNH SƠN THỦY

CHỈ THỊ
Phát động phong trào thi đua năm 2027

Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2027; đẩy mạnh cải các hành chính <b>& trật tự</b>.

1. Chỉ tiêu
- Thu ngân sách đạt trên 2.400 tỷ đồng.
- Giảm tỷ lệ hộ nghèo 2%.

2. Thời gian thi đua: đến hết ngày 31 tháng 12 năm 2026.

Nơi nhận:
- Lưu: VT.
"""


def printed(text: str = DRAFT) -> str:
    doc = Document.parse(text, "du-thao.docx")
    told = titles(all_rules(), compared=False)
    waived = Suppressed(
        Finding("open-blank", Severity.WARNING, Span(0, 2), "Giữ nguyên."), "f", "waiver", "theo mẫu của sở"
    )
    checked = Checked("du-thao.docx", engine.check(doc, all_rules()), ("Một lưu ý.",), "ab" * 32, suppressed=(waived,))
    return page.render([page.part(checked, told)], Run(all_rules(), told))


def words(html: str) -> list[str]:
    body = html.partition("<body>")[2]
    return unescape(re.sub(r"<[^>]+>", " ", body)).split()


def test_every_word_of_the_page_is_there_in_its_order() -> None:
    html = printed()
    word = python_docx.Document(io.BytesIO(sheet.docx(html)))
    told: list[str] = []
    for block in word.iter_inner_content():
        texts = [block.text] if hasattr(block, "text") else [cell.text for row in block.rows for cell in row.cells]
        told += " ".join(texts).split()
    assert "".join(told) == "".join(words(html))


def test_the_same_page_gives_the_same_bytes() -> None:
    html = printed()
    assert sheet.docx(html) == sheet.docx(html)


def test_markup_in_a_document_stays_words() -> None:
    made = sheet.docx(printed(DRAFT.replace("Phát động phong trào", "<b>Phát động</b> phong trào")))
    assert "<b>Phát động</b> phong trào" in read_bytes(made, "a.docx").text


def test_two_sheets_stand_on_two_pages() -> None:
    body = printed().partition("<body>")[2]
    word = python_docx.Document(io.BytesIO(sheet.docx(body + body)))
    assert sum(bool(p.paragraph_format.page_break_before) for p in word.paragraphs) == 1


@pytest.mark.parametrize("heading", ["Chỉ tiêu trong văn bản (2)", "Phát hiện không tính (1)", "Chưa kiểm tra"])
def test_the_parts_of_the_page_have_their_headings(heading: str) -> None:
    word = python_docx.Document(io.BytesIO(sheet.docx(printed())))
    assert heading in [p.text for p in word.paragraphs]


def test_libreoffice_prints_it(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "phieu.docx"
    path.write_bytes(sheet.docx(printed()))
    assert "PHIẾU KIỂM TRA TRƯỚC KHI BAN HÀNH" in convert(path, "txt:Text").read_text("utf-8-sig")


def test_a_number_still_to_be_given_is_told_as_such() -> None:
    assert "chưa ghi số (………/CT-UBND)" in printed(DRAFT.replace("CHỈ THỊ\n", "Số: ………/CT-UBND\n\nCHỈ THỊ\n", 1))
