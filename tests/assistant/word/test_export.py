"""The Word file: the form of Nghị định 30, notes as comments, nothing of the template, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2

from assistant.draft import BLANK, Draft
from assistant.drafting.editing import with_text
from assistant.request import read_request
from assistant.rolling.rollforward import rollforward
from assistant.word.export import export_docx, export_text
from checks.document import Document
from checks.reading import read_bytes
from tests.assistant.lung_van import asked, last

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def draft() -> Draft:
    return rollforward(last(), asked(theme="Gần dân, sát việc", date="05/01/2026"))


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(export_docx(draft()))) as package:
        return package.read(name).decode()


def test_the_form_is_that_of_decree_30() -> None:
    layout = read_bytes(export_docx(draft()), "a.docx").layout
    assert layout
    assert (layout.page_width, layout.page_height, tuple(layout.margins or ())) == (210, 297, (20, 20, 30, 15))
    assert (layout.body_font, layout.body_size, layout.first_line_indent) == ("Times New Roman", 14, 1.27)
    assert layout.page_number
    assert (layout.page_number.place, layout.page_number.alignment) == ("header", "center")
    assert layout.header_in_table


def test_a_character_that_no_word_file_can_hold_is_left_out() -> None:
    typed = with_text(draft(), draft().document.text.replace("Gần dân", "Gần\x00 dân\x0b"))
    assert "Gần dân, sát việc" in read_bytes(export_docx(typed), "a.docx").text


def test_the_first_page_has_no_number() -> None:
    assert "<w:titlePg/>" in part("word/document.xml")


def test_every_blank_is_yellow_and_has_its_note() -> None:
    document, comments = part("word/document.xml"), part("word/comments.xml")
    assert document.count('<w:highlight w:val="yellow"/>') == len(draft().blanks)
    assert "Năm trước: 55,5%." in comments


def test_a_comment_has_no_date() -> None:
    assert "w:date=" not in part("word/comments.xml")


def test_the_same_draft_makes_the_same_bytes() -> None:
    assert export_docx(draft()) == export_docx(draft())


def test_nothing_of_the_template_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(export_docx(draft()))) as package:
        names = package.namelist()
        everything = b"".join(package.read(name) for name in names)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in everything
    assert b"en-US" not in everything


def test_the_properties_say_what_it_is() -> None:
    core = part("docProps/core.xml")
    assert ">Chỉ thị phát động phong trào thi đua năm 2026<" in core
    assert ">vi-VN<" in core
    assert "2026-01-05T00:00:00Z" in core


def test_a_document_number_is_not_broken_at_its_hyphen() -> None:
    assert re.search(r"152/2025/NĐ</w:t>\s*<w:noBreakHyphen/>\s*<w:t[^>]*>CP", part("word/document.xml"))


def bold(document: str) -> set[str]:
    return {
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in ElementTree.fromstring(document).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}b") is not None
    }


def test_headings_and_theme_are_bold() -> None:
    assert {"1. Mục tiêu", "4. Thời gian thi đua:", "Gần dân, sát việc", "CHỦ TỊCH"} <= bold(part("word/document.xml"))


def test_a_sentence_with_a_colon_among_plain_ones_is_not_set_in_bold() -> None:
    items = "1. Các thôn đăng ký trước ngày 20 tháng 02 năm 2026.\n\n2. Chấm theo thang điểm 100: việc chung 65 điểm.\n"
    text = f"CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nI. MỤC TIÊU\n\nĐoàn kết.\n\nII. TỔ CHỨC THỰC HIỆN\n\n{items}"
    with zipfile.ZipFile(io.BytesIO(export_docx(with_text(draft(), text)))) as package:
        assert not any("thang điểm" in words for words in bold(package.read("word/document.xml").decode()))


def test_the_head_of_a_table_stands_on_every_page_and_figures_in_the_middle() -> None:
    rows = "TT | Chỉ tiêu | Kế hoạch năm 2025\n1 | Tỷ lệ che phủ rừng của toàn tỉnh | 55,5%\n2 | Số hộ nghèo giảm trong năm | 120\n"
    text = draft().document.text.replace("2. Chỉ tiêu\n", f"2. Chỉ tiêu\n\n{rows}", 1)
    with zipfile.ZipFile(io.BytesIO(export_docx(with_text(draft(), text)))) as package:
        document = package.read("word/document.xml").decode()
    grid = next(t for t in re.findall(r"<w:tbl>.*?</w:tbl>", document, re.DOTALL) if "che phủ" in t)
    cells = re.findall(r"<w:tc>.*?</w:tc>", grid, re.DOTALL)
    assert grid.count("<w:tblHeader/>") == 1
    assert [re.findall(r'<w:jc w:val="(\w+)"', cell) for cell in cells[3:6]] == [["center"], ["left"], ["center"]]


def test_text_ends_with_one_newline() -> None:
    assert export_text(draft()).endswith("Lò Thị Mận\n")
    assert BLANK in export_text(draft())


def test_libreoffice_numbers_the_second_page_and_not_the_first(
    convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    sample = Path(__file__).parents[3] / "corpus" / "tinh-son-thuy-2026" / "document.txt"
    year = Document.parse(sample.read_text("utf-8"), "mẫu")
    path = tmp_path / "du-thao.docx"
    path.write_bytes(export_docx(rollforward(year, asked(year=2027, issuer=year.issuer))))
    pages = pypdfium2.PdfDocument(convert(path, "pdf"))
    heads = [page.get_textpage().get_text_range().split()[0] for page in pages]
    assert heads == ["ỦY", *(str(n) for n in range(2, len(heads) + 1))]


def test_a_pact_keeps_its_title_and_its_signers_side_by_side() -> None:
    text = (
        "UBND TỈNH SƠN LĨNH\nKHỐI THI ĐUA SỐ 4\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Sơn Lĩnh, ngày 28 tháng 3 năm 2026\n\nBẢN GIAO ƯỚC THI ĐUA\nNăm 2026\n\nCác đơn vị thống nhất ký kết giao ước thi đua năm 2026 như sau:\n\n"
        "1. Hoàn thành nhiệm vụ được giao.\n\nSỞ NGOẠI VỤ\tSỞ TƯ PHÁP\nGIÁM ĐỐC\tGIÁM ĐỐC\n"
    )
    last = Document.parse(text, "2026")
    draft = rollforward(last, read_request({"issuer": last.issuer, "year": 2027}))
    made = read_bytes(export_docx(draft), "giao-uoc.docx").text
    assert "BẢN GIAO ƯỚC THI ĐUA" in made.split("\n")
    assert made.rstrip().endswith("SỞ NGOẠI VỤ\n\nGIÁM ĐỐC\n\nSỞ TƯ PHÁP\n\nGIÁM ĐỐC")


def test_who_signs_below_the_first_is_in_the_word_file() -> None:
    made = draft()
    signed = made.document.text.rstrip("\n") + "\n\nGIÁM ĐỐC\n\nVõ Thành Long\n"
    read = read_bytes(export_docx(with_text(made, signed)), "a.docx").text
    assert read.rstrip().endswith("GIÁM ĐỐC\n\nVõ Thành Long") or read.rstrip().endswith("GIÁM ĐỐC\nVõ Thành Long")
