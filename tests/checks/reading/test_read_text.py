"""Plain text and Markdown, in every encoding an office still has."""

from __future__ import annotations

import unicodedata

import pytest

from checks.errors import UserError
from checks.reading import read_bytes
from checks.reading.legacy import TCVN3, VNI

TEXT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nỦy ban nhân dân xã đẩy mạnh cải cách hành chính."
)
TCVN3_TEXT = (
    "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\n§éc lËp - Tù do - H¹nh phóc\nñy ban nh©n d©n x· ®Èy m¹nh c¶i c¸ch hµnh chÝnh."
)
VNI_TEXT = (
    "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc\n"
    "UÛy ban nhaân daân xaõ ñaåy maïnh caûi caùch haønh chính."
)


def read(text: str | bytes, name: str = "chi-thi.txt") -> str:
    return read_bytes(text if isinstance(text, bytes) else text.encode(), name).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_reads_the_same(encoding: str) -> None:
    assert read(TEXT.encode(encoding)) == TEXT


def test_a_big_endian_mark_is_read() -> None:
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_decomposed_letters_are_composed() -> None:
    assert read(unicodedata.normalize("NFD", TEXT)) == TEXT


def test_windows_1258_with_its_separate_tones_is_composed() -> None:
    assert read(windows_1258(TEXT)) == TEXT


@pytest.mark.parametrize(("old", "code"), [(TCVN3_TEXT, TCVN3), (VNI_TEXT, VNI)])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_text_for_old_fonts_is_converted_and_said(old: str, code: str, encoding: str) -> None:
    source = read_bytes(old.encode(encoding), "cu.txt")
    assert source.text.casefold() == TEXT.casefold()
    assert source.text.splitlines()[:2] == TEXT.splitlines()[:2]
    assert [code in note for note in source.notes] == [True]


def test_the_tcvn3_capital_that_was_a_font_is_left_to_the_reader() -> None:
    assert read(TCVN3_TEXT).splitlines()[2].startswith("ủy ban")


@pytest.mark.parametrize(
    "foreign",
    [
        "Công tác này là có",
        "Réunion à Paris, où l’élève était présent à la fête.",
        "Der Prüfer grüßt: schöne Grüße für Öl.",
        "Total: 100 §",
    ],
)
def test_other_languages_are_not_taken_for_old_vietnamese(foreign: str) -> None:
    assert read(foreign) == foreign


def test_line_ends_and_page_breaks_become_line_feeds() -> None:
    assert read("một\r\nhai\rba\fbốn\vnăm\u2028sáu") == "một\nhai\nba\nbốn\nnăm\nsáu"


def test_odd_blanks_become_one_space_each() -> None:
    assert read("Số:\u00a0\u2003\t01\u202f/CT-UBND") == "Số:   01 /CT-UBND"


def test_a_table_pasted_with_tabs_is_rows_of_cells_as_in_a_word_file() -> None:
    rows = "TT\tChỉ tiêu\tNăm 2026\r\n1\tThu ngân sách\t26\r\n2\tTrồng rừng\t90\r\n"
    assert read(f"Chỉ tiêu:\r\n{rows}Thi đua.") == (
        "Chỉ tiêu:\nTT | Chỉ tiêu | Năm 2026\n1 | Thu ngân sách | 26\n2 | Trồng rừng | 90\nThi đua."
    )


def test_a_head_or_a_signature_set_with_tabs_is_no_table() -> None:
    head = (
        "UBND XÃ SƠN THỦY\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\t\tSơn Thủy, ngày 05 tháng 01 năm 2026"
    )
    foot = "Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\t\tCHỦ TỊCH\n- Lưu: VT.\t\tNguyễn Văn An"
    assert "|" not in read(f"{head}\n\nThi đua.\n\n{foot}")


def test_what_cannot_be_seen_is_removed_and_counted() -> None:
    source = read_bytes("phong\u200b trào\u202e thi\u00ad đua\ufeff\U000e0041".encode(), "a.txt")
    assert source.text == "phong trào thi đua"
    assert source.notes == ("Đã bỏ 3 ký tự không nhìn thấy khỏi văn bản.",)


def test_a_pile_of_marks_is_cut_before_it_is_sorted() -> None:
    assert len(read("a" + "\u0301" * 50_000 + "\u0323" * 50_000)) < 6


def test_a_line_of_drawn_dashes_is_no_pile() -> None:
    assert read("─" * 40) == "─" * 40


def test_soft_hyphens_alone_are_not_worth_a_note() -> None:
    assert read_bytes("thi\u00ad đua".encode(), "a.txt").notes == ()


def test_wrapped_lines_are_not_joined() -> None:
    assert read("giai đoạn 2021 -\n\n2025") == "giai đoạn 2021 -\n\n2025"


def test_markdown_keeps_its_marks() -> None:
    source = read_bytes("**1. Mục tiêu**".encode(), "a.MD")
    assert (source.text, source.format) == ("**1. Mục tiêu**", "markdown")


def test_one_broken_letter_does_not_lose_the_text() -> None:
    source = read_bytes(TEXT.encode() + b" \xe1\xba", "cat.txt")
    assert source.text == f"{TEXT} \ufffd"
    assert "1 ký tự bị hỏng" in source.notes[0]


@pytest.mark.parametrize("nothing", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\u00a0".encode()])
def test_a_text_without_a_letter_is_refused(nothing: bytes) -> None:
    with pytest.raises(UserError, match=r"không có chữ nào: hãy kiểm tra"):
        read(nothing)


@pytest.mark.parametrize(
    "binary", [bytes(range(256)) * 4, b"\0" * 100, b"ab\0cd\0\0ef", b"a\0\0b" * 9, b"\x01\x02\x03abc" * 50]
)
def test_binary_content_is_refused(binary: bytes) -> None:
    with pytest.raises(UserError, match=r"không phải là văn bản: hãy chọn"):
        read(binary)


def test_an_unknown_encoding_is_refused_rather_than_guessed() -> None:
    with pytest.raises(UserError, match="Không nhận ra bảng mã"):
        read("Проверка документа".encode("koi8-r"))


def test_more_than_five_megabytes_of_text_are_refused() -> None:
    with pytest.raises(UserError, match=r"quá lớn \(5,1 MB, tối đa 5 MB\)"):
        read(b"a" * 5_000_001)


def windows_1258(text: str) -> bytes:
    """As Windows types it: the letter with its circumflex, breve or horn, then the tone."""
    typed = b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones))
        typed += (base + tones).encode("cp1258")
    return typed


def test_a_bullet_of_the_symbol_font_is_a_bullet() -> None:
    source = read_bytes("Nơi nhận:\n\uf0b7 Các thôn;\n\uf02d Lưu: VT; đạt \uf0b3 90%.\n".encode(), "a.txt")
    assert source.text == "Nơi nhận:\n• Các thôn;\n- Lưu: VT; đạt ≥ 90%.\n"


def test_letters_of_a_head_that_a_scan_parted_are_words_again() -> None:
    source = read_bytes("S ố : 05/CT-UBND\nHà Tân, n g à y 12 tháng 01 n ă m 2026\nC H Ỉ T H Ị\n".encode(), "a.txt")
    assert source.text == "Số : 05/CT-UBND\nHà Tân, ngày 12 tháng 01 năm 2026\nCHỈ THỊ\n"
    assert any("rời từng chữ cái" in note for note in source.notes)


def test_single_letters_that_are_no_parted_word_stay() -> None:
    text = "Nhóm n ă m b; các điểm a b c d; S ốm.\n"
    assert read_bytes(text.encode(), "a.txt").text == text
