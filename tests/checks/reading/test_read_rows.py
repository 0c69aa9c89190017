"""Rows that a PDF set out with blanks are a table; what is only laid out in columns is not."""

from __future__ import annotations

from checks.reading.text import rows_marked

ROWS = (
    "TT  Chỉ tiêu  Đơn vị tính  Năm 2025  Năm 2026\n"
    "1  Sản lượng lúa  tấn  3.180  3.300\n"
    "2  Tỷ lệ che phủ rừng  %  46,1  46,2\n"
    "3  Số xã đạt chuẩn  xã  9  12\n"
)


def test_rows_set_out_with_blanks_have_cells() -> None:
    assert rows_marked(ROWS).split("\n")[2] == "2 | Tỷ lệ che phủ rừng | % | 46,1 | 46,2"


def test_a_head_in_columns_stays_as_it_is() -> None:
    text = "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    text += "XÃ HÀ TÂN    Độc lập - Tự do - Hạnh phúc\nSố: 05/KH-UBND    Hà Tân, ngày 12 tháng 01 năm 2026\n"
    assert rows_marked(text) == text


def test_prose_with_doubled_blanks_stays_as_it_is() -> None:
    text = "1. Các phòng,  ban,  đơn vị thực hiện\n2. Các thôn,  bản,  đội báo cáo\n3. Văn phòng  tổng hợp  kết quả\n4. Xã  tổng kết  năm\n"
    assert rows_marked(text) == text


def test_few_rows_are_no_table() -> None:
    text = "\n".join(ROWS.split("\n")[1:3])
    assert rows_marked(text) == text
