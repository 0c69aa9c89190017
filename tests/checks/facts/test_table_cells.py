"""Rows and cells of tables as they stand in a text."""

from __future__ import annotations

import pytest

from checks.facts.tables import cells, tables


def read(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table] for table in tables(text)]


@pytest.mark.parametrize(
    "text",
    [
        "| Thôn | Số hộ |\n|---|---|\n| Hạ | 20 |\n| Trung | 30 |\n",
        "| Thôn | Số hộ |\n| :-- | --: |\n| Hạ | 20 |\n| Trung | 30 |",
        "Thôn\tSố hộ\nHạ\t20\nTrung\t30\n",
        "Thôn | Số hộ\nHạ | 20\nTrung | 30\n\nHết.\n",
        "Danh sách:\n  | Thôn | Số hộ |\n  | Hạ | 20 |\n  | Trung | 30 |\nHết.\n",
    ],
)
def test_three_rows_of_as_many_cells_are_a_table(text: str) -> None:
    assert read(text) == [[["Thôn", "Số hộ"], ["Hạ", "20"], ["Trung", "30"]]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thôn Hạ có 20 hộ.\nThôn Trung có 30 hộ.\nHết.\n",
        "Thôn Hạ có 20 hộ.\nThôn Trung có 30 hộ.\nHết.\n\n| Thôn | Số hộ |\n",
        "| Thôn | Số hộ |\n| Hạ | 20 |\n",
        "| Thôn | Số hộ |\n|---|---|\n| Hạ | 20 |\n\n| Trung | 30 |\n",
        "a|b\nc|d\ne|f\n",
    ],
)
def test_fewer_rows_or_a_break_between_them_make_none(text: str) -> None:
    assert read(text) == []


def test_rows_of_another_width_begin_another_table() -> None:
    text = "".join(f"| A{i} | B |\n" for i in range(3)) + "".join(f"| A{i} | B | C |\n" for i in range(4))
    assert [(len(table), len(table[0])) for table in read(text)] == [(3, 2), (4, 3)]


def test_a_cell_has_its_place_without_blanks() -> None:
    text = "Mục\n|  Hạ | 20 |\n| Trung |30|\n| Cộng | 50 |\n"
    assert [text[slice(*cell.span)] for table in tables(text) for row in table for cell in row] == [
        "Hạ", "20", "Trung", "30", "Cộng", "50",
    ]  # fmt: skip
    assert cells(" x ; y", 5, ";")[1].span == (10, 11)
