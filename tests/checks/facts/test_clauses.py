"""What each amount of a clause is of, and what it is a part of."""

from __future__ import annotations

import pytest

from checks.facts.clauses import targets


def read(clause: str, prose: str = "", prefix: str = "") -> list[str]:
    """“name | comparison | amount unit”, and “< scope” of a part."""
    _, found = targets(clause, 0, len(clause), prefix, prose=prose)  # type: ignore[arg-type]
    told = (" | ".join((t.name, t.comparison, f"{t.amount.value} {t.amount.unit}")) for t in found)
    return [f"{line} < {t.scope}" if t.scope else line for line, t in zip(told, found, strict=True)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Có ít nhất 28 giải cấp huyện và 03 giải cấp tỉnh",
            ["giải cấp huyện | tối thiểu | 28 giải", "giải cấp tỉnh | tối thiểu | 3 giải"],
        ),
        (
            "Có ít nhất 28 giải cấp huyện, 03 giải cấp tỉnh và trên 5 giải cấp trường",
            ["giải cấp huyện | tối thiểu | 28 giải", "giải cấp tỉnh |  | 3 giải", "giải cấp trường | trên | 5 giải"],
        ),
        (
            "Thành lập mới 260 doanh nghiệp và 45 hợp tác xã",
            ["Thành lập mới doanh nghiệp |  | 260 doanh nghiệp", "Thành lập mới hợp tác xã |  | 45 hợp tác xã"],
        ),
        (
            "Tỷ lệ hộ nghèo còn 3%, giảm 0,5%",
            ["Tỷ lệ hộ nghèo | còn | 3 %", "Tỷ lệ hộ nghèo | giảm | 0.5 %"],
        ),
        (
            "Thu ngân sách đạt 120 tỷ đồng, tăng 8% so với năm 2025, đạt 110% dự toán",
            ["Thu ngân sách | đạt | 120 tỷ đồng", "Thu ngân sách | tăng | 8 %", "Thu ngân sách | đạt | 110 %"],
        ),
        (
            "Đào tạo 300 lao động, giải quyết việc làm cho 200 lao động",
            ["Đào tạo |  | 300 lao động", "giải quyết việc làm |  | 200 lao động"],
        ),
        ("Phong trào làm giảm 5% số vụ vi phạm", ["Phong trào | giảm | 5 %"]),
        (
            "Kết nạp 30 đảng viên, tăng 5 đảng viên, giảm 2 đoàn viên",
            [
                "Kết nạp đảng viên |  | 30 đảng viên",
                "Kết nạp đảng viên | tăng | 5 đảng viên",
                "đoàn viên | giảm | 2 đoàn viên",
            ],
        ),
        ("Số xã đạt chuẩn 05/16 xã, tăng 2 xã", ["Số xã đạt chuẩn |  | 5 x/x xã", "Số xã đạt chuẩn | tăng | 2 xã"]),
        (
            "Tỷ lệ hộ nghèo còn 3%, 85% hộ, 08/09 thôn và 100% cơ quan đạt chuẩn văn hóa",
            [
                "Tỷ lệ hộ nghèo | còn | 3 %",
                "hộ đạt chuẩn văn hóa |  | 85 %",
                "thôn đạt chuẩn văn hóa |  | 8 x/x thôn",
                "cơ quan đạt chuẩn văn hóa |  | 100 %",
            ],
        ),
        (
            "Giảm 50% số cặp tảo hôn, giảm 60% số cặp hôn nhân cận huyết thống",
            ["số cặp tảo hôn | giảm | 50 %", "số cặp hôn nhân cận huyết thống | giảm | 60 %"],
        ),
        (
            "Tỷ lệ hộ đưa chuồng trại ra xa nhà trên 3% (trên 130 hộ)",
            ["Tỷ lệ hộ đưa chuồng trại ra xa nhà | trên | 3 %", "Tỷ lệ hộ đưa chuồng trại ra xa nhà | trên | 130 hộ"],
        ),
        (
            "Giảm tỷ lệ trẻ suy dinh dưỡng 0,1% (từ 13,18% xuống 13,08%)",
            ["tỷ lệ trẻ suy dinh dưỡng | giảm | 0.1 %", "tỷ lệ trẻ suy dinh dưỡng | từ … xuống … | 13.08 %"],
        ),
    ],
)
def test_what_is_said_once_is_said_of_the_amounts_that_follow(clause: str, expected: list[str]) -> None:
    assert read(clause) == expected


def test_the_parts_of_a_target_hang_on_it_until_something_else_is_counted() -> None:
    assert read("Gieo trồng 120 ha, trong đó 24 ha ngô, 11 ha khoai, 30 con bò", "content") == [
        "Gieo trồng |  | 120 ha",
        "ngô |  | 24 ha < Gieo trồng",
        "khoai |  | 11 ha < Gieo trồng",
    ]


def test_a_head_before_a_colon_names_short_heads_only() -> None:
    assert read("Kết quả rèn luyện: Tốt 85%, Khá 13%, xếp loại chung còn lại đạt thấp 2%, số học sinh giỏi 12 em") == [
        "Kết quả rèn luyện: Tốt |  | 85 % < Kết quả rèn luyện",
        "Kết quả rèn luyện: Khá |  | 13 % < Kết quả rèn luyện",
        "xếp loại chung còn lại đạt thấp |  | 2 %",
        "số học sinh giỏi |  | 12 em",
    ]
    assert read("Thi đua dạy tốt: Tốt 85%") == ["Tốt |  | 85 %"]
    assert read("Chất lượng: Tỷ lệ tốt 85%") == ["Tỷ lệ tốt |  | 85 %"]
    assert read("Kết quả rèn luyện: 12 em giỏi, 9 em khá") == [
        "Kết quả rèn luyện: em giỏi |  | 12 em",
        "Kết quả rèn luyện: em khá |  | 9 em",
    ]


def test_a_head_goes_on_in_the_next_clause_for_what_has_a_name() -> None:
    assert read("Khá 13%", prefix="Kết quả rèn luyện") == ["Kết quả rèn luyện: Khá |  | 13 % < Kết quả rèn luyện"]
    assert read("đạt 2%", prefix="Kết quả rèn luyện") == []


def test_what_brackets_count_or_tell_of_another_year_is_no_target() -> None:
    assert read("Về kinh tế (11 chỉ tiêu)") == []
    assert read("Xử lý 40 đơn (năm 2025: 274 đơn)") == ["Xử lý đơn |  | 40 đơn"]
    assert read("Hoàn thành 11 chỉ tiêu kinh tế") == ["Hoàn thành chỉ tiêu kinh tế |  | 11 chỉ tiêu"]


def test_a_unit_of_area_within_a_name_is_no_target() -> None:
    assert read("Giá trị sản phẩm trên 1 đơn vị diện tích đạt trên 46 triệu đồng") == [
        "Giá trị sản phẩm trên 1 đơn vị diện tích | trên | 46 triệu đồng"
    ]
