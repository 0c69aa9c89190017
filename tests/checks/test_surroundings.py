"""What stands around a place, asked of small texts."""

from __future__ import annotations

import pytest

from checks.document import Document
from checks.surroundings import (
    REACH,
    chunk_at,
    in_address,
    in_quotes,
    in_table,
    line_bounds,
    opens_sentence,
    word_after,
    word_before,
)


def test_the_bounds_of_a_line_leave_out_its_breaks() -> None:
    text = "một\nhai ba\nbốn"
    assert text[slice(*line_bounds(text, 6))] == "hai ba"


def test_a_line_is_read_no_further_than_reach() -> None:
    text = "a" * 3 * REACH
    assert line_bounds(text, REACH + 5) == (5, 2 * REACH + 5)


@pytest.mark.parametrize("text", ["Tăng trưởng | 8 | %", "| Tăng trưởng |"])
def test_a_row_with_bars_is_a_table(text: str) -> None:
    assert in_table(Document.parse(f"Lời dẫn\n{text}\n"), 12)


def test_prose_beside_a_table_is_no_table() -> None:
    assert not in_table(Document.parse("Lời dẫn\nTăng trưởng | 8 | %\n"), 3)


@pytest.mark.parametrize(
    "chunk", ["https://sonthuy.gov.vn,muc", "vanphong@sonthuy.gov.vn", "www.sonthuy.gov.vn", r"D:\van-ban"]
)
def test_an_address_is_no_place_for_marks(chunk: str) -> None:
    text = f"gửi {chunk} trước ngày"
    assert in_address(text, text.index(chunk) + 4)


def test_words_end_and_begin_at_a_place() -> None:
    text = "nhựa hóa/bê tông"
    assert (word_before(text, 8), word_after(text, 9), chunk_at(text, 8)) == ("hóa", "bê", "hóa/bê")


@pytest.mark.parametrize("before", ["", "- ", "a) ", "2. ", "Nội dung.\n", "Nội dung. ", "chủ đề: “", "(", "**"])
def test_a_sentence_opens(before: str) -> None:
    assert opens_sentence(before + "Châu Phi", len(before))


@pytest.mark.parametrize("before", ["dịch tả lợn ", "các nước, ", "phòng; "])
def test_no_sentence_opens(before: str) -> None:
    assert not opens_sentence(before + "Châu Phi", len(before))


def test_a_quotation_is_open_until_its_mark_or_line_ends() -> None:
    text = "phong trào “Dân vận khéo” của xã\nđợt “Nước rút\nđợt sau"
    assert [in_quotes(text, text.index(word)) for word in ("vận", "của", "rút", "sau")] == [True, False, True, False]


def test_a_quotation_closed_by_the_other_kind_of_mark_is_closed() -> None:
    text = 'phong trào “Dân vận khéo" từ năm 2021; Đề án “Nhân rộng "Tiếng loa" xã” của sở; "Mô hình “Sáng” mới" của thôn.\n'
    said = [in_quotes(text, text.index(word)) for word in ("khéo", "từ", "Tiếng", "xã", "sở", "mới", "thôn")]
    assert said == [True, False, True, True, False, True, False]
