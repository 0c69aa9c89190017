"""Which totals are read with their parts, and which lists are no parts of anything."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.facts.totals import totals


def read(text: str) -> list[tuple[str, tuple[int, ...], str, bool]]:
    return [(t.figure, tuple(map(int, t.parts)), t.form, t.apart) for t in totals(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trồng 145 ha rừng, gồm 90 ha rừng sản xuất và 55 ha rừng phòng hộ.", ("145", (90, 55), "gồm", True)),
        ("Có 64 chi bộ, trong đó khối thôn 40 chi bộ, khối trường, trạm 24 chi bộ.", ("64", (40, 24), "trong đó", True)),
        ("Sửa 86 nhà cho hộ nghèo (xây mới 52 nhà, sửa chữa 34 nhà).", ("86", (52, 34), "ngoặc", False)),
        ("Trồng 80 cây, khối 10 trồng 50 cây, khối 11 trồng 30 cây.", ("80", (50, 30), "nhóm", True)),
        ("Quý I trồng 30 ha, quý II trồng 45 ha, tổng cộng 75 ha.", ("75", (30, 45), "cộng", True)),
        ("Lúa 30 ha, ngô 45 ha, tổng cộng 75 ha.", ("75", (30, 45), "cộng", True)),
        ("Có 45 thôn (20 thôn loại 1, 15 thôn loại 2, 10 thôn loại 3).", ("45", (20, 15, 10), "ngoặc", True)),
        ("Trong số 25 sáng kiến có 10 sáng kiến cấp tỉnh, 15 sáng kiến cấp xã.", ("25", (10, 15), "trong số", True)),
        ("Có 850 đoàn viên, trong đó nam 400 đoàn viên, nữ 450 đoàn viên.", ("850", (400, 450), "gồm", True)),
        ("Chi 90 triệu đồng, gồm 60 triệu đồng ngân sách và 30 triệu đồng xã hội hóa, bằng 105% kế hoạch.", ("90", (60, 30), "gồm", False)),
        ("Làm 12 km đường, cụ thể như sau:\n1. Đường thôn: 7 km.\n2. Đường xóm: 5 km.\n", ("12", (7, 5), "dòng", True)),
        ("Làm 12 km đường, gồm:\n- Đường thôn: 7 km;\n- Đường xóm: 5 km.\n\nHết.", ("12", (7, 5), "dòng", True)),
        ("(Chi 90 triệu đồng, gồm 60 triệu đồng ngân sách, 30 triệu đồng xã hội hóa), 20 triệu đồng.", ("90", (60, 30), "gồm", False)),
        ("Đạt 14 triệu tấn, tăng 10% so với năm 2019 (13 triệu tấn), trong đó xuất 9 triệu tấn, nhập 5 triệu tấn.", ("14", (9, 5), "trong đó", False)),
        ("Có 64 chi bộ với 1.300 đảng viên, trong đó 38 chi bộ nông thôn và 27 chi bộ cơ quan.", ("64", (38, 27), "trong đó", False)),
        ("Có 986 học sinh (khối 6: 262 em, khối 7: 724 em).", ("986", (262, 724), "ngoặc", True)),
        ("Có 20 sản phẩm OCOP, gồm 15 sản phẩm 3 sao, 04 sản phẩm 4 sao.", ("20", (15, 4), "gồm", True)),
        ("Thu 92 tỷ đồng, gồm thuế 61 tỷ đồng, phí 31 tỷ đồng; chi 80 tỷ đồng.", ("92", (61, 31), "gồm", False)),
        ("Trồng 145 ha, gồm khoai và sắn 90 ha, chè 55 ha.", ("145", (90, 55), "gồm", False)),
        ("Trồng 145 cây bưởi, gồm 90 cây bưởi da xanh, 55 cây bưởi chua.", ("145", (90, 55), "gồm", True)),
        ("Có 25 sáng kiến, gồm có 10 sáng kiến tỉnh, có 15 sáng kiến xã.", ("25", (10, 15), "gồm", False)),
        ("Có 45 thôn, gồm 20 thôn đạt tốt, 15 thôn đạt khá, 10 thôn, đạt xuất sắc.", ("45", (20, 15, 10), "gồm", False)),
        ("Thu 92 tỷ đồng (thuế 61 tỷ đồng, phí 31 tỷ đồng), trong đó thôn 40 tỷ đồng, xã 52 tỷ đồng.", ("92", (61, 31), "ngoặc", False)),
    ],
)  # fmt: skip
def test_a_total_is_read_with_its_parts(text: str, told: tuple[str, tuple[int, ...], str, bool]) -> None:
    assert told in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Làm 12 km đường, gồm:\n- Đường thôn: 7 km và 3 cống;\n- Đường xóm: 5 km.\n",
        "Kết nạp 320 đoàn viên, trong đó trên 210 đoàn viên là nữ, 145 đoàn viên người dân tộc.",
        "Năng suất 60 tạ/ha, gồm lúa 62 tạ/ha và ngô 48 tạ/ha.",
        "Tăng 12%, trong đó nông nghiệp 4%, công nghiệp 15%.",
        "Chấm theo thang 100 điểm, gồm chuyên môn 60 điểm, sáng kiến 40 điểm.",
        "Trồng 100 ha rừng, gồm 60 ha rừng sản xuất, tăng 10 ha và 40 ha rừng phòng hộ.",
        "Trồng 310 ha, trong đó ngô 140 ha, khoai 95 ha và nhiều loại rau khác.",
        "Giao 12 xã (kế hoạch 7 xã, thực hiện 6 xã).",
        "Làm 12 km đường, gồm:\n- Đường thôn: 7 km;\n- Các tuyến khác do thôn tự làm.\n",
        "Khối thôn trồng 50 cây, khối trường 30 cây, khối cơ quan 20 cây.",
        "Trồng 145 - 150 ha rừng, gồm 90 ha rừng sản xuất, 55 ha rừng phòng hộ.",
        "Trồng 150 ha rừng, gồm 90 - 95 ha rừng sản xuất, 55 ha rừng phòng hộ.",
        "Trồng 12.5 ha, gồm lúa 90 ha, ngô 55 ha.",
        "Có 64 chi bộ với 1.300 đảng viên, trong đó 38 chi bộ nông thôn và 20 chi bộ cơ quan.",
        "Có 20 sản phẩm OCOP, trong đó 15 sản phẩm 3 sao, 04 sản phẩm 4 sao.",
        "Trồng 310 ha, trong đó nhiều loại rau, ngô 140 ha, khoai 95 ha.",
        "Trồng 145 ha, gồm 90 ha rừng 3 năm tuổi, 55 ha rừng phòng hộ.",
        "Trồng 145 ha (tăng 5 ha), gồm 90 ha lúa, 55 ha ngô.",
        "Có 986 người, gồm 262 em, 724 cháu.",
        "Có 86 em, gồm 40 người lớn, 46 người già.",
        "Làm 12 km đường, gồm:\nĐường thôn 7 km.\nĐường xóm 5 km.\n",
        "Nội dung:\n- Một;\n- Hai.\n",
        "Quý I đạt 12%, quý II đạt 15%, tổng cộng 27%.",
    ],
)
def test_rates_bounds_comparisons_and_open_lists_are_no_parts(text: str) -> None:
    assert [told for told in read(text) if len(told[1]) > 1 and told[0] not in ("60", "30")] == []


def test_items_of_another_kind_end_the_list() -> None:
    text = "Làm 12 km đường, gồm:\n- Đường thôn: 7 km;\n- Đường xóm: 5 km.\n+ Cống: 3 km.\n"
    assert read(text) == [("12", (7, 5), "dòng", True)]


def test_a_list_of_lines_that_may_be_open_says_so() -> None:
    text = "Giảm 180 hộ. Trong đó:\n- Thôn Nà Lạn: 70 hộ;\n- Thôn Bản Chang: 65 hộ.\n"
    assert read(text) == [("180", (70, 65), "trong đó", True)]


def test_the_place_is_that_of_the_figure_with_its_unit() -> None:
    text = "Mục 1.\nThu 92,5 tỷ đồng, gồm thuế 61 tỷ đồng; phí 31,5 tỷ đồng."
    (total,) = totals(text)
    assert text[slice(*total.span)] == "92,5 tỷ đồng"
    assert total.parts == (Decimal(61), Decimal("31.5"))
