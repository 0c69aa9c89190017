"""The text layer of PDF files: paragraphs by their indent, and nothing that repeats on every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checks.reading import read, read_bytes
from tests.checks.reading.make import directive, pdf

# The letters of a PDF made by hand are those of Latin, and Vietnamese without its marks is refused.
FILLING = "\n".join(["lorem ipsum dolor sit amet consectetur adipiscing", "sed eiusmod tempor incididunt labore"] * 3)


def text(*pages: str) -> str:
    return read_bytes(pdf(*pages), "chi-thi.pdf").text


def test_an_indented_line_begins_a_paragraph_and_others_go_on() -> None:
    page = " Doan mot bat dau o day\nva tiep tuc o dong nay.\n Doan hai\nket thuc."
    assert text(page) == "Doan mot bat dau o day\nva tiep tuc o dong nay.\n\nDoan hai\nket thuc.\n"


def test_a_sentence_goes_on_over_the_page() -> None:
    assert text(f" Mo dau\n{FILLING}\nphat", f"trien kinh te\n{FILLING}").count("phat\ntrien kinh te") == 1


def test_page_numbers_alone_are_dropped() -> None:
    pages = [f"{number}\n{FILLING} trang {number}\n- {number} -" for number in (1, 2)]
    assert text(*pages) == f"{FILLING} trang 1\n{FILLING} trang 2\n"


def test_a_number_inside_the_page_stays() -> None:
    assert "\n2026\n" in text(f"{FILLING}\n2026\n{FILLING}")


def test_a_title_on_three_pages_is_dropped_and_on_two_is_kept() -> None:
    pages = [f"UBND tinh Hai Linh\n{FILLING}\nrieng {number}" for number in "abc"]
    assert ("UBND" in text(*pages), text(*pages[:2]).count("UBND")) == (False, 2)


def test_pages_without_letters_are_named() -> None:
    notes = read_bytes(pdf(FILLING, "", FILLING, "4"), "a.pdf").notes
    assert notes[1] == "Các trang 2, 4 gần như không có lớp chữ: phần ảnh trên đó không được đọc."


def test_bytes_before_the_first_line_do_not_matter() -> None:
    assert read_bytes(b"\n\n" + pdf(FILLING), "a.bin").format == "pdf"


def test_a_directive_printed_by_libreoffice_reads_like_its_word_file(
    convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    path = tmp_path / "chi-thi.docx"
    path.write_bytes(directive(repeats=6))
    words = read(convert(path, "pdf")).text.split()
    expected = [word for word in read(path).text.split() if word != "|"]
    assert words == expected
