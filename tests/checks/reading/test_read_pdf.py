"""The text layer of PDF files: paragraphs by their indent, and nothing that repeats on every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checks.reading import read, read_bytes
from checks.reading.pdf import as_shown
from checks.reading.pdf_tables import rejoined
from checks.reading.text import Tidied
from tests.checks.reading.make import directive, p, package, pdf, table

# The letters of a PDF made by hand are those of Latin, and Vietnamese without its marks is refused.
FILLING = "\n".join(["lorem ipsum dolor sit amet consectetur adipiscing", "sed eiusmod tempor incididunt labore"] * 3)

BORDERS = "<w:tblPr><w:tblBorders>{}</w:tblBorders></w:tblPr>".format(
    "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
)


def text(*pages: str) -> str:
    return text_of(pdf(*pages))


def text_of(data: bytes) -> str:
    return read_bytes(data, "chi-thi.pdf").text


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
    assert [word for word in words if word != "|"] == expected


def ruled(*rows: tuple[str, ...], open_side: bool = False, by_cell: bool = False) -> str:
    """A table drawn below the text of a page; a cell of two lines has them one below the other."""
    width, height, top = 100, 40, 500
    shown = "".join(
        f"1 0 0 1 {90 + width * column} {top - height * at - 15 * (nth + 1)} Tm ({line}) Tj "
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        for nth, line in enumerate(cell.split("\n"))
    )
    bottom, columns = top - height * len(rows), len(rows[0])
    across = "".join(f"85 {top - height * at} {width * columns} 0.5 re f " for at in range(len(rows) + 1))
    upright = "".join(
        f"{85 + width * column} {bottom} 0.5 {height * len(rows)} re f " for column in range(open_side, columns + 1)
    )
    if by_cell:  # as Word draws them
        places = [
            (85 + width * column, top - height * at) for at in range(len(rows) + 1) for column in range(columns + 1)
        ]
        across = "".join(f"{x} {y} {width} 0.48 re f " for x, y in places if x < 85 + width * columns)
        upright = "".join(f"{x} {y} 0.48 {height} re f {x} {y} 0.48 0.48 re f " for x, y in places if y < top)
    return f"BT /F1 12 Tf {shown}ET {across}{upright}"


ROWS = (("TT", "Chi tieu", "Ke hoach"), ("1", "Thu ngan\nsach", "12"), ("2", "Trong\nrung", "120"))


@pytest.mark.parametrize("by_cell", [False, True])
def test_a_ruled_table_is_read_in_rows(by_cell: bool) -> None:
    said = text_of(pdf(FILLING, drawn=ruled(*ROWS, by_cell=by_cell)))
    assert said.endswith("\n\nTT | Chi tieu | Ke hoach\n1 | Thu ngan sach | 12\n2 | Trong rung | 120\n")


def test_a_table_that_would_lose_words_stays_lines() -> None:
    assert "|" not in text_of(pdf(FILLING, drawn=ruled(*ROWS, open_side=True)))


def test_a_row_cut_by_a_page_is_one_row() -> None:
    assert (
        rejoined("6 | So lao dong | Nguoi | 230", "| co viec lam moi | |")
        == "6 | So lao dong co viec lam moi | Nguoi | 230"
    )
    assert rejoined("6 | So lao dong | Nguoi | 230", "| Trong do: nu | Nguoi | 90") is None


def test_a_table_printed_by_libreoffice_reads_like_its_word_file(
    convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    path = tmp_path / "bang.docx"
    rows = (
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch"),
        *((str(n), f"Chỉ tiêu thứ {n} của xã trong năm", "%", f"{n},5") for n in range(1, 70)),
    )
    path.write_bytes(
        package(p("Bảng chỉ tiêu của xã") + table(*rows).replace("<w:tblPr/>", BORDERS) + p("Văn phòng theo dõi."))
    )
    assert read(convert(path, "pdf")).text == read(path).text


def test_letters_that_the_font_shows_rightly_are_read_as_shown() -> None:
    assert as_shown(Tidied("Các phƣờng; QÐ-UBND.\n", ())) == (
        "Các phường; QĐ-UBND.\n",
        ("Lớp chữ của PDF ghi sai mã 2 chữ cái (“ƣ” thay cho “ư”, “Ð” thay cho “Đ”): đã được đọc đúng.",),
    )
