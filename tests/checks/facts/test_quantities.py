"""Which figures of a sentence are amounts, with what unit, and which are names, dates and numbers."""

from __future__ import annotations

import pytest

from checks.facts.quantities import quantities


def read(text: str) -> list[tuple[str, str, str]]:
    """Place, amount (with its end, whole or first level) and unit."""
    told = []
    for q in quantities(text, 0, len(text)):
        more = f"-{q.upper}" if q.upper else f"/{q.of}" if q.of else f"<{q.previous}" if q.previous else ""
        told.append((text[slice(*q.span)], f"{q.value}{more}", q.unit))
    return told


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Trồng mới 120 ha rừng", ("120 ha", "120", "ha")),
        ("Sản lượng đạt 13.455,5 tấn.", ("13.455,5 tấn", "13455.5", "tấn")),
        ("tăng trưởng 8,5%/năm", ("8,5%/năm", "8.5", "%/năm")),
        ("ở mức 54,3%", ("54,3%", "54.3", "%")),
        ("giảm từ 31 hộ xuống còn 22 hộ", ("từ 31 hộ xuống còn 22 hộ", "22<31", "hộ")),
        ("từ 45 vụ năm 2025 xuống còn 38 vụ", ("từ 45 vụ năm 2025 xuống còn 38 vụ", "38<45", "vụ")),
        ("(từ 1.250 xuống 980 hộ)", ("từ 1.250 xuống 980 hộ", "980<1250", "hộ")),
        ("Số sáng kiến được công nhận: 45", ("45", "45", "sáng kiến")),
        ("Số lượng đề tài cấp cơ sở: 1.015.", ("1.015", "1015", "đề tài")),
        ("từ 61 xã lên 71 xã", ("từ 61 xã lên 71 xã", "71<61", "xã")),
        ("từ 90% đến 95%", ("từ 90% đến 95%", "90-95", "%")),
        ("thu hút từ 8 triệu đến 9 triệu lượt khách", ("từ 8 triệu đến 9 triệu lượt khách", "8-9", "triệu lượt khách")),
        ("số bác sĩ trên 01 vạn dân đạt 14,5 bác sĩ", ("14,5 bác sĩ", "14.5", "bác sĩ")),
        ("từ 5 đến 7 mô hình", ("từ 5 đến 7 mô hình", "5-7", "mô hình")),
        ("giảm từ 12% đến 10%", ("từ 12% đến 10%", "10<12", "%")),
        ("rút ngắn thời gian từ 15 ngày xuống còn 10 ngày", ("từ 15 ngày xuống còn 10 ngày", "10<15", "ngày")),
        ("đạt 90 - 95% hộ", ("90 - 95%", "90-95", "%")),
        ("có 07/16 xã đạt chuẩn", ("07/16 xã", "7/16", "x/x xã")),
        ("dưới 96/100.000 dân", ("96/100.000 dân", "96", "/100.000 dân")),
        ("tử vong 18/1.000 trẻ", ("18/1.000 trẻ", "18", "/1.000 trẻ")),
        ("nâng số tiêu chí đạt chuẩn lên 17/19.", ("17/19", "17/19", "x/x tiêu chí")),
        ("chỉ số hài lòng đạt 92/100.", ("92/100", "92/100", "x/x")),
        ("Điểm trung bình các môn đạt 3,6.", ("3,6", "3.6", "")),
        ("thời gian chờ khám dưới 12 phút", ("12 phút", "12", "phút")),
        ("Tuổi thọ trung bình đạt 74,5 tuổi", ("74,5 tuổi", "74.5", "tuổi")),
        ("xây 05 “ngôi nhà khăn quàng đỏ”", ("05 “ngôi nhà", "5", "ngôi nhà")),
        ("các loại 3 xe", ("3 xe", "3", "xe")),
        ("mọi loại 3 xe", ("3 xe", "3", "xe")),
        ("từ 45% tăng đến 60%", ("từ 45% tăng đến 60%", "60<45", "%")),
        ("xây 05 “Ngôi nhà chung”", ("05 “Ngôi nhà", "5", "ngôi nhà")),
        ("dựng 12 lều được phép", ("12 lều", "12", "lều")),
        ("dựng 12 lều quanh sân", ("12 lều", "12", "lều")),
        ("có 16/16 xã", ("16/16 xã", "16/16", "x/x xã")),
        ("trang bị 12 tủ sách", ("12 tủ sách", "12", "tủ sách")),
        ("phát 500 tờ rơi", ("500 tờ rơi", "500", "tờ rơi")),
        ("tỷ lệ người tập thể thao so với dân số 42%", ("42%", "42", "%")),
        ("thời gian từ 15 phút xuống 10 phút", ("từ 15 phút xuống 10 phút", "10<15", "phút")),
    ],
)
def test_an_amount_is_read_with_its_unit(text: str, amount: tuple[str, str, str]) -> None:
    assert read(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/02/2026, tháng 6/2026, giai đoạn 2021 - 2025, năm 2026",
        "Kế hoạch số 15/KH-UBND; Điều 5; Đề án 06; quốc lộ 4; lớp 10; mức độ 3",
        "phong trào “5 không, 3 sạch”",
        "hoàn thành cả 3 tiêu chí",
        "từ 15 ngày xuống còn 10 ngày",
        "người từ 30 tuổi trở lên; 3 tháng đầu năm",
        "có 20/16 xã; đạt 95 - 90% hộ; có 5/0 xã",
        "2026 người",
        "chọn 12 của thôn Hạ; nâng số tiêu chí đạt chuẩn lên 17.",
        "đạt 90 - 90% hộ; từ 12 xuống 10",
        "từ 5 đến 7; 12 và 13",
        "Thu 1.2 tỷ đồng; 12,5,6 ha",
        "phong trào “từ 3 xã lên 5 xã”; tặng 12 Sao vàng",
        "Điểm trung bình các môn đạt 3,6 và cao hơn năm trước",
        "Số tài khoản: 1023; Số quyết định: 45.",
    ],
)
def test_names_dates_times_and_slips_are_no_amounts(text: str) -> None:
    assert read(text) == []


def test_a_change_between_two_units_is_two_amounts() -> None:
    assert [unit for _, _, unit in read("từ 45 xã lên 38 hộ")] == ["xã", "hộ"]


def test_levels_of_something_else_are_no_change() -> None:
    assert [more for _, more, _ in read("từ 3 thôn khó khăn nhất lên 5 xã")] == ["3", "5"]


def test_each_count_keeps_a_unit_of_its_own() -> None:
    assert [unit for *_, unit in read("12 xã và 8 triệu đồng/hộ")] == ["xã", "triệu đồng/hộ"]
    told = read("8,5 bác sĩ/vạn dân và 32 giường bệnh trên 10.000 dân")
    assert [unit for *_, unit in told] == ["bác sĩ/vạn dân", "giường bệnh/10.000 dân"]


def test_what_two_counts_are_told_by_is_said_once() -> None:
    told = read("Có 32 giường bệnh và 10,2 bác sĩ trên 10.000 dân")
    assert told == [
        ("32 giường bệnh", "32", "giường bệnh/10.000 dân"),
        ("10,2 bác sĩ trên 10.000 dân", "10.2", "bác sĩ/10.000 dân"),
    ]


def test_a_count_further_off_keeps_its_own_unit() -> None:
    told = read("32 giường bệnh ở trạm và 10,2 bác sĩ trên 10.000 dân")
    assert [unit for *_, unit in told] == ["giường bệnh", "bác sĩ/10.000 dân"]


def test_amounts_are_read_between_two_places_only() -> None:
    text = "Trồng 120 ha rừng, nuôi 30 con bò, mở 4 lớp"
    assert [q.unit for q in quantities(text, 12, 33)] == ["con"]
