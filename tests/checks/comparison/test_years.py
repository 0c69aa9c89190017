"""Targets of one office over several years: the table, its exports, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.comparison.pairing import Pair
from checks.comparison.years import Course, Years, over_years
from checks.document import Document
from checks.errors import UserError
from checks.facts.indicators import Indicator
from checks.finding import Span
from checks.report import years as report
from checks.report.workbook import workbook

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def three(write) -> list[Document]:
    return [
        write(2024, targets="- Thu ngân sách đạt 50,5 tỷ đồng.\n- Làm 3 km đường thôn."),
        write(2025, targets="- Thu ngân sách đạt 58 tỷ đồng."),
        write(2026, targets="- Trồng 20 ha chè.\n- Thu ngân sách đạt 60 tỷ đồng.\n- Làm 4 km đường thôn."),
    ]


def values(table: Years) -> dict[str, list[str | None]]:
    return {c.name: [str(one.value) if one else None for one in c.stated] for c in table.courses}


def test_each_target_has_one_row_with_a_figure_a_year(three: list[Document]) -> None:
    assert values(over_years(three)) == {
        "Trồng chè": [None, None, "20"],
        "Thu ngân sách": ["50.5", "58", "60"],
        "đường thôn": ["3", None, "4"],
    }


def test_the_order_of_the_files_does_not_matter_but_is_told(three: list[Document]) -> None:
    turned = over_years(three[::-1])
    assert (turned.courses, "thứ tự năm" in turned.warnings[0]) == (over_years(three).courses, True)


def test_a_change_of_unit_begins_a_row_of_its_own(write) -> None:
    table = over_years([write(2025, targets="- Trồng chè đạt 50 ha."), write(2026, targets="- Trồng chè đạt 12%.")])
    assert [(c.unit, [one is not None for one in c.stated]) for c in table.courses] == [
        ("%", [False, True]),
        ("ha", [True, False]),
    ]


def test_a_year_between_that_is_not_there_is_told(write) -> None:
    (warning,) = over_years([write(2023), write(2026)]).warnings
    assert "năm 2024, 2025" in warning


def test_pairs_decided_by_a_person_hold_over_the_years(write) -> None:
    documents = [write(2025, targets="- Trồng 20 ha chè."), write(2026, targets="- Mở rộng 30 ha vùng nguyên liệu.")]
    this, last = documents[1].indicators[0].name, documents[0].indicators[0].name
    assert len(over_years(documents).courses) == 2
    assert len(over_years(documents, [Pair(this, last, "ha")]).courses) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text, "giống hệt nhau"),
        (lambda text: text + "Thêm một câu.\n", "đều của năm 2025"),
        (lambda text: text.replace("2025", "2026").replace("SUỐI MƠ", "ĐỒI CHÈ"), "chỉ dùng cho một cơ quan"),
        (lambda _: "CHỈ THỊ\nPhát động phong trào thi đua\n", "Không đọc được năm"),
    ],
)
def test_files_that_would_make_a_wrong_table_are_refused(write, change, said: str) -> None:
    one = write(2025)
    with pytest.raises(UserError, match=said):
        over_years([one, Document.parse(change(one.text), "khac.txt")])


def test_the_data_file_has_vietnamese_decimals_between_semicolons(three: list[Document]) -> None:
    lines = report.as_csv(over_years(three)).split("\r\n")
    assert lines[0] == "\ufeffChỉ tiêu;Thuộc;Cách so sánh;Đơn vị;2024;2025;2026"
    assert lines[2] == "Thu ngân sách;;đạt;tỷ đồng;50,5;58;60"


def test_what_a_spreadsheet_takes_for_a_date_is_said_in_words(write) -> None:
    rows = report.as_csv(over_years([write(2025, targets="- Có 07/16 thôn đạt chuẩn.\n- Trồng 10 - 12 ha chè.")]))
    assert "7 trên tổng số 16" in rows
    assert "từ 10 đến 12" in rows


def evil(name: str) -> Years:
    one = Indicator(name, name, Decimal("-1.5"), None, name, name, Span(0, 1), 1)
    return Years("Xã", (2025,), (Course(name, name, (one,)),), ())


@given(st.one_of(st.sampled_from("=+-@\t\r\n").flatmap(lambda c: st.text().map(lambda t: c + t)), st.text()))
def test_no_cell_of_the_data_file_can_become_a_formula(name: str) -> None:
    text = report.as_csv(evil(name)).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and cell != "-1,5"]


@given(st.text())
def test_any_name_is_written_into_a_workbook_as_text(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(report.as_xlsx(evil(name)))) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    cells = list(sheet.iter(f"{SHEET}c"))
    assert not list(sheet.iter(f"{SHEET}f"))
    assert [c.findtext(f"{SHEET}v") for c in cells if c.get("t") != "inlineStr"] == ["-1.5"]


def test_the_same_table_gives_the_same_workbook(three: list[Document]) -> None:
    assert report.as_xlsx(over_years(three)) == report.as_xlsx(over_years(three))


def test_another_program_reads_the_workbook(three: list[Document]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(report.as_xlsx(over_years(three)))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2] == ("Thu ngân sách", None, "đạt", "tỷ đồng", 50.5, 58, 60)


def test_a_sheet_of_many_columns_names_them_as_spreadsheets_do() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook("a", [[str(n) for n in range(30)]]))) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    assert [c.get("r") for c in sheet.iter(f"{SHEET}c")][24:29] == ["Y1", "Z1", "AA1", "AB1", "AC1"]


def test_text_data_and_page_tell_the_same_figures(three: list[Document]) -> None:
    table = over_years(three)
    assert "đường thôn: 2024 3 km | 2025 – | 2026 4 km" in report.as_text(table)
    assert json.loads(report.as_json(table))["indicators"][1]["values"][0]["value"] == "50.5"
    assert report.as_html(table).count("<polyline") == 3


def test_the_page_escapes_every_word() -> None:
    page = report.as_html(evil("<script>alert(1)</script>"))
    assert "<script" not in page
