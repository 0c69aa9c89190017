"""Targets that a directive gives as a table."""

from __future__ import annotations

import pytest

from checks.document import Document

HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\nThi đua.\n\n2. Chỉ tiêu\n\n"
END = "\n\n3. Nội dung\n\nThi đua.\n"


def read(*rows: str) -> list[tuple[str, str, str, str]]:
    """Name, comparison, amount (with its end or whole) and unit."""
    told = []
    for t in Document.parse(HEAD + "\n".join(rows) + END).indicators:
        more = f"-{t.upper}" if t.upper else f"/{t.of}" if t.of else ""
        told.append((t.name, t.comparison, f"{t.value}{more}", t.unit))
    return told


@pytest.mark.parametrize("rule", ["|---|---|---|---|", "| --- | :-- | --- | --: |", ""])
def test_a_table_is_read_by_its_header_with_or_without_a_rule_below_it(rule: str) -> None:
    rows = [
        "| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 |",
        rule,
        "| 1 | Tỷ lệ hộ nghèo | % | 3,5 |",
        "| 2 | Trồng rừng | ha | 120 |",
    ]
    assert read(*[row for row in rows if row]) == [("Tỷ lệ hộ nghèo", "", "3.5", "%"), ("Trồng rừng", "", "120", "ha")]


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        ("TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 | Kế hoạch năm 2026", "1 | Thu ngân sách | tỷ đồng | 88 | 95", "95"),
        ("TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026 | So sánh", "1 | Thu ngân sách | tỷ đồng | 95 | 108", "95"),
        ("TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026 | Năm 2027", "1 | Thu ngân sách | tỷ đồng | 88 | 95 | 99", "95"),
        ("TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Quý I", "1 | Thu ngân sách | tỷ đồng | 95 | 20", "95"),
        ("TT | Chỉ tiêu | Kế hoạch năm 2026 (tỷ đồng)", "1 | Thu ngân sách | 95", "95"),
        ("TT | Chỉ tiêu | ĐVT | KH 2026 | TH 2025", "1 | Thu ngân sách | tỷ đồng | 95 | 90", "95"),
        ("TT | Chỉ tiêu | Đơn vị tính", "1 | Thu ngân sách | tỷ đồng | 95", "95"),
        ("Chỉ tiêu | Năm 2026", "Thu ngân sách | 95 tỷ đồng", "95"),
    ],
)  # fmt: skip
def test_the_column_of_this_year_is_read(header: str, row: str, told: str) -> None:
    assert read(header, row) == [("Thu ngân sách", "", told, "tỷ đồng")]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1 | Tỷ lệ hộ nghèo (%) | 3,5", ("Tỷ lệ hộ nghèo", "", "3.5", "%")),
        ("1 | Giường bệnh (giường/vạn dân) | 32", ("Giường bệnh", "", "32", "giường/vạn dân")),
        ("1 | Tỷ lệ che phủ rừng | trên 58%", ("Tỷ lệ che phủ rừng", "trên", "58", "%")),
        (
            "1 | Tỷ lệ hộ nghèo giảm so với năm trước | 1,5%",
            ("Tỷ lệ hộ nghèo giảm so với năm trước", "giảm", "1.5", "%"),
        ),
        ("1 | Xã đạt chuẩn | 07/16 xã", ("Xã đạt chuẩn", "", "7/16", "x/x xã")),
        ("1 | Tỷ lệ hồ sơ trực tuyến | 90 - 95%", ("Tỷ lệ hồ sơ trực tuyến", "", "90-95", "%")),
        ("1 | Trong đó: Rừng sản xuất | ha | 90", ("Rừng sản xuất", "", "90", "ha")),
        ("1 | Tỷ lệ hộ nghèo giảm dần | % | 5", ("Tỷ lệ hộ nghèo giảm dần", "", "5", "%")),
        ("1 | Trồng rừng (cây keo) | ha | 90", ("Trồng rừng (cây keo)", "", "90", "ha")),
        ("1 | Trồng rừng (ha) | ha | 90", ("Trồng rừng (ha)", "", "90", "ha")),
        ("1 | Mức thu (đồng/người) | 90", ("Mức thu", "", "90", "đồng/người")),
        ("1 | Tỷ lệ che phủ rừng | ha | 90%", ("Tỷ lệ che phủ rừng", "", "90", "%")),
    ],
)
def test_a_row_without_a_header_tells_its_unit_itself(row: str, told: tuple[str, str, str, str]) -> None:
    assert read(row) == [told]


def test_a_cell_that_says_its_own_unit_is_not_read_in_that_of_its_column() -> None:
    rows = [
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2026",
        "1 | Thu ngân sách | tỷ đồng | 950 triệu đồng",
        "2 | Năng suất lúa | tạ/ha | 58,5 tạ",
    ]
    assert read(*rows) == [("Thu ngân sách", "", "950", "triệu đồng"), ("Năng suất lúa", "", "58.5", "tạ/ha")]


def test_a_unit_above_the_table_holds_for_all_of_it_and_ends_with_it() -> None:
    rows = ["Đơn vị tính: tỷ đồng", "TT | Chỉ tiêu | Năm 2026", "1 | Thu ngân sách | 95", "2 | Chi ngân sách | 90"]
    assert [unit for *_, unit in read(*rows)] == ["tỷ đồng", "tỷ đồng"]
    assert read(*rows, "Bảng sau không ghi đơn vị.", "1 | Số thôn | 12")[2:] == []


def test_a_row_that_leaves_the_year_open_is_none_and_the_next_is_read() -> None:
    header = "TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026"
    rows = ["1 | Thu ngân sách | tỷ đồng | 88 | chưa giao", "2 | Chi ngân sách | tỷ đồng | 80 | 90"]
    assert read("Đơn vị tính: ha", "", header, *rows) == [("Chi ngân sách", "", "90", "tỷ đồng")]


def test_a_blank_line_between_the_unit_and_its_table_changes_nothing() -> None:
    assert read("Đơn vị tính: ha", "", "TT | Chỉ tiêu | Năm 2026", "1 | Trồng rừng | 95") == [
        ("Trồng rừng", "", "95", "ha")
    ]


@pytest.mark.parametrize(
    "row",
    [
        "1 | Trường học (khu trung tâm) | 5",
        "a | b",
        "1 | Thu ngân sách | không giao",
        "1 | 2 | 3",
        "1 | Thu ngân sách | 95",
    ],
)
def test_a_row_without_a_name_a_figure_or_a_unit_is_none(row: str) -> None:
    assert read(row) == []
