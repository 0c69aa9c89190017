"""A draft still has blanks: its open targets are neither dropped nor part of other names."""

from __future__ import annotations

from checks.compare import compare
from checks.document import Document
from checks.facts.indicators import open_targets

HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm {}\n\nỦy ban nhân dân xã phát động phong trào thi đua năm {} như sau:\n\n"


def year(which: int, body: str) -> Document:
    return Document.parse(HEAD.format(which, which) + body, str(which))


LAST = year(
    2026,
    "1. Chỉ tiêu\n\n- Thu ngân sách đạt 21 tỷ đồng, trong đó thuế 9 tỷ đồng, phí 4 tỷ đồng.\n- Trồng 300 cây tại 12 thôn.\n",
)
DRAFT = year(
    2027,
    "1. Chỉ tiêu\n\n- Thu ngân sách đạt ……… tỷ đồng, trong đó thuế ……… tỷ đồng, phí 5 tỷ đồng.\n- Trồng ……… cây tại ……… thôn.\n",
)


def test_an_open_target_is_not_dropped() -> None:
    rows = compare(LAST, DRAFT).indicators
    assert [(row.name, row.status) for row in rows] == [("phí", "changed")]


def test_how_many_are_open_is_said() -> None:
    assert any("còn để trống con số của 3 chỉ tiêu" in said for said in compare(LAST, DRAFT).warnings)


def test_what_is_left_out_is_still_dropped() -> None:
    now = year(2027, "1. Chỉ tiêu\n\n- Thu ngân sách đạt 25 tỷ đồng, trong đó thuế 11 tỷ đồng, phí 5 tỷ đồng.\n")
    assert [row.previous.name for row in compare(LAST, now).indicators if row.previous and not row.current] == [
        "Trồng cây tại 12 thôn"
    ]


def test_a_blank_in_a_name_stays_a_blank() -> None:
    assert [one.name for one in open_targets(DRAFT)][-1] == "Trồng cây tại ……… thôn"


def test_works_told_apart_by_their_lead_are_paired_after_they_changed_places() -> None:
    last = year(
        2026,
        "1. Chỉ tiêu\n\n1.1. Cầu Đá: tổng vốn 90 tỷ đồng.\n1.2. Kè Mơ: tổng vốn 40 tỷ đồng.\n1.3. Chợ Vải: tổng vốn 7 tỷ đồng.\n",
    )
    now = year(
        2027,
        "1. Chỉ tiêu\n\n1.1. Kè Mơ: tổng vốn 44 tỷ đồng.\n1.2. Chợ Vải: tổng vốn 8 tỷ đồng.\n1.3. Cầu Đá: tổng vốn 99 tỷ đồng.\n",
    )
    pairs = [
        (int(r.previous.value), int(r.current.value)) for r in compare(last, now).indicators if r.previous and r.current
    ]
    assert sorted(pairs) == [(7, 8), (40, 44), (90, 99)]


def leftovers(body: str) -> list[str]:
    return [f.rule for f in compare(year(2026, "1. Mục tiêu\n\nĐoàn kết.\n"), year(2027, body)).leftovers]


def test_a_column_of_last_years_result_is_no_left_over() -> None:
    assert (
        leftovers("1. Chỉ tiêu\n\nTT | Chỉ tiêu | Thực hiện năm 2026 | Mục tiêu năm 2027\n1 | Cây xanh | 300 | 400\n")
        == []
    )


def test_the_result_a_plan_rests_on_is_no_left_over() -> None:
    assert leftovers("1. Căn cứ\n\nTheo kết quả sản xuất, kinh doanh năm 2026 và nhiệm vụ năm 2027.\n") == []


def test_how_things_stood_is_told_of_last_year() -> None:
    assert leftovers("I. ĐẶC ĐIỂM TÌNH HÌNH\n\nNăm 2026, xã có 12 thôn.\n\nII. MỤC TIÊU\n\nĐoàn kết.\n") == []


def test_a_plan_told_year_by_year_is_no_left_over() -> None:
    assert leftovers("1. Kinh phí\n\n- Năm 2026: 5 tỷ đồng;\n- Năm 2027: 6 tỷ đồng;\n- Năm 2028: 7 tỷ đồng.\n") == []


def test_a_stale_year_elsewhere_still_is_one() -> None:
    assert leftovers("1. Mục tiêu\n\nHoàn thành nhiệm vụ năm 2026.\n") == ["leftover-year"]
