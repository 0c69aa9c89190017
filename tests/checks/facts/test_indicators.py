"""Targets are read as a directive states them: name, comparison, amount, unit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.document import Document
from checks.facts.indicators import Indicator

ROOT = Path(__file__).resolve().parents[3]


def of(*lines: str, heading: str = "2. Chỉ tiêu") -> tuple[Indicator, ...]:
    text = "\n".join(
        ["CHỈ THỊ", "Phát động phong trào thi đua năm 2026", "", "1. Mục tiêu", "", "Thi đua.", "", heading, "", *lines]
    )
    return Document.parse(text + "\n\n3. Nội dung\n\nThi đua.\n").indicators


def one(line: str) -> tuple[str, str, str, str]:
    (found,) = of(line)
    return found.name, found.comparison, str(found.value), found.unit


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Sản lượng chè búp tươi đạt 13.455,5 tấn.", ("Sản lượng chè búp tươi", "đạt", "13455.5", "tấn")),
        ("- Thu ngân sách trên địa bàn trên 2.838 tỷ đồng.", ("Thu ngân sách trên địa bàn", "trên", "2838", "tỷ đồng")),
        ("- Giảm tỷ lệ hộ nghèo 4% trở lên.", ("tỷ lệ hộ nghèo", "giảm trở lên", "4", "%")),
        ("- Tỷ suất sinh thô giảm 0,15‰.", ("Tỷ suất sinh thô", "giảm", "0.15", "‰")),
        ("- Duy trì 15 bác sĩ/ vạn dân.", ("bác sĩ", "duy trì", "15", "bác sĩ/vạn dân")),
        ("- Kim ngạch xuất khẩu không quá 90 triệu USD.", ("Kim ngạch xuất khẩu", "tối đa", "90", "triệu USD")),
        ("- Phấn đấu trồng mới tối thiểu 620 ha rừng.", ("trồng mới rừng", "tối thiểu", "620", "ha")),
        ("- Tỷ lệ hồ sơ trực tuyến đạt từ 70% trở lên.", ("Tỷ lệ hồ sơ trực tuyến", "trở lên", "70", "%")),
        (
            "- Có 12 sáng kiến được công nhận từ cấp xã trở lên.",
            ("sáng kiến được công nhận từ cấp xã trở lên", "", "12", "sáng kiến"),
        ),
        ("- Tỷ lệ thất nghiệp còn dưới 3,25%.", ("Tỷ lệ thất nghiệp", "dưới", "3.25", "%")),
        ("- Tỷ lệ trẻ suy dinh dưỡng giảm xuống còn 9%.", ("Tỷ lệ trẻ suy dinh dưỡng", "còn", "9", "%")),
        ("- Thu nhập bình quân 62 triệu đồng/người/năm.", ("Thu nhập bình quân", "", "62", "triệu đồng/người/năm")),
    ],
)
def test_a_target_is_read_with_its_comparison_and_unit(line: str, expected: tuple[str, str, str, str]) -> None:
    assert one(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Trên 95% dân số trở lên tham gia bảo hiểm y tế.", ("dân số tham gia bảo hiểm y tế", "trở lên", "95", "%")),
        ("- Giữ ổn định tỷ lệ che phủ rừng ở mức 54,3%.", ("tỷ lệ che phủ rừng", "duy trì", "54.3", "%")),
        ("- Tốc độ tăng GRDP phấn đấu từ 7,5% trở lên.", ("Tốc độ tăng GRDP", "trở lên", "7.5", "%")),
        ("- Tỷ lệ mắc lao dưới 96/100.000 dân.", ("Tỷ lệ mắc lao", "dưới", "96", "/100.000 dân")),
        ("- Duy trì mức 8 bác sĩ/1 vạn dân.", ("bác sĩ", "duy trì", "8", "bác sĩ/vạn dân")),
        ("- Mức ăn tối thiểu 22.000 đồng/trẻ/ngày.", ("Mức ăn", "tối thiểu", "22000", "đồng/trẻ/ngày")),
        ("- Tuổi thọ trung bình đạt 74,5 tuổi.", ("Tuổi thọ trung bình", "đạt", "74.5", "tuổi")),
        ("- Cắt giảm 30% thời gian giải quyết hồ sơ.", ("thời gian giải quyết hồ sơ", "giảm", "30", "%")),
        ("- Từ năm 2026, 100% thôn có sóng di động.", ("thôn có sóng di động", "", "100", "%")),
        ("- Khu vực dịch vụ tăng 8,5%/năm.", ("Khu vực dịch vụ", "tăng", "8.5", "%/năm")),
        ("- Xóa 14 điểm lõm sóng.", ("Xóa điểm lõm sóng", "", "14", "điểm lõm sóng")),
        (
            "- Giáo viên dạy giỏi cấp trường 22 đồng chí.",
            ("Giáo viên dạy giỏi cấp trường đồng chí", "", "22", "đồng chí"),
        ),
        ("- Hoàn thành 17 trụ sở công an xã.", ("Hoàn thành trụ sở công an xã", "", "17", "trụ sở")),
        ("- Tỷ lệ người tập thể thao so với dân số 42%.", ("Tỷ lệ người tập thể thao so với dân số", "", "42", "%")),
        (
            "- 100% khu công nghiệp, cụm công nghiệp có tối thiểu 1 trạm phát sóng.",
            ("khu công nghiệp, cụm công nghiệp có tối thiểu 1 trạm phát sóng", "", "100", "%"),
        ),
        (
            "- 100% xã, phường tổ chức khám sàng lọc ít nhất 01 lần/năm.",
            ("xã, phường tổ chức khám sàng lọc ít nhất 01 lần/năm", "", "100", "%"),
        ),
        ("- Đón 3,2 triệu lượt khách.", ("Đón lượt khách", "", "3.2", "triệu lượt khách")),
        ("- Nâng cao chất lượng phổ cập giáo dục 14/14 xã.", ("chất lượng phổ cập giáo dục", "", "14", "x/x xã")),
        ("- Nâng cấp 12 km đường.", ("Nâng cấp đường", "", "12", "km")),
        (
            "- Về cải cách hành chính, dịch vụ công mức độ 3, 4 có tối thiểu 30% số thủ tục.",
            ("dịch vụ công mức độ 3, 4 số thủ tục", "tối thiểu", "30", "%"),
        ),
        ("- Về đào tạo: 100% chương trình được rà soát.", ("Về đào tạo: chương trình được rà soát", "", "100", "%")),
        ("- Xây dựng trường học đạt chuẩn: 01 trường.", ("Xây dựng trường học đạt chuẩn", "", "1", "trường")),
        ("- Khen thưởng: 11 tập thể.", ("Khen thưởng: tập thể", "", "11", "tập thể")),
    ],
)
def test_offices_of_other_styles_are_read_too(line: str, expected: tuple[str, str, str, str]) -> None:
    assert one(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Thu ngân sách 1,85 tỷ đồng, đạt 110% dự toán, tăng 8% so với năm 2025.",
            [("Thu ngân sách", "", "1.85"), ("Thu ngân sách", "đạt", "110"), ("Thu ngân sách", "tăng", "8")],
        ),
        (
            "- Số đơn sáng chế: 320 đơn (năm 2025: 274 đơn), tăng 16,8%.",
            [("Số đơn sáng chế", "", "320"), ("Số đơn sáng chế", "tăng", "16.8")],
        ),
        ("- Tỷ lệ hộ nghèo giảm 3% trở lên (còn 7%).", [("Tỷ lệ hộ nghèo", "giảm trở lên", "3"), ("Tỷ lệ hộ nghèo", "còn", "7")]),
        (
            "- Giảm tỷ lệ hộ nghèo từ 3,2% xuống còn 2,4%, tức giảm 0,8 điểm phần trăm.",
            [("tỷ lệ hộ nghèo", "từ … xuống …", "2.4"), ("tỷ lệ hộ nghèo", "giảm", "0.8")],
        ),
        (
            "- Thu gom 96% rác thải ở phường và 78% ở xã.",
            [("Thu gom rác thải ở phường", "", "96"), ("Thu gom rác thải ở xã", "", "78")],
        ),
        (
            "- 85% gia đình, 90% thôn và 100% cơ quan đạt chuẩn văn hóa.",
            [("gia đình đạt chuẩn văn hóa", "", "85"), ("thôn đạt chuẩn văn hóa", "", "90"), ("cơ quan đạt chuẩn văn hóa", "", "100")],
        ),
        (
            "- Huy động trẻ đến trường: Mẫu giáo 99%; tiểu học 100%; trung học cơ sở trên 98%.",
            [
                ("Huy động trẻ đến trường: Mẫu giáo", "", "99"),
                ("Huy động trẻ đến trường: tiểu học", "", "100"),
                ("Huy động trẻ đến trường: trung học cơ sở", "trên", "98"),
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_said_once_holds_for_each_target_of_the_sentence(
    line: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(i.name, i.comparison, str(i.value)) for i in of(line)] == expected


def test_a_whole_without_its_noun_is_counted_in_what_the_name_says() -> None:
    (found,) = of("- Nâng tổng số tiêu chí đạt chuẩn lên 17/19.")
    assert (found.value, found.of, found.unit) == (17, 19, "x/x tiêu chí")


def test_a_table_gives_units_from_brackets_and_the_column_of_the_documents_year() -> None:
    found = of(
        "Đơn vị tính: tỷ đồng",
        "Chỉ tiêu | Ước TH 2025 | 2026 | 2030",
        "Thu nội địa | 410 | 460 | 700",
        "Tỷ lệ hộ nghèo (%) | 9,8 | ≤ 7,6 | 3",
        "Giường bệnh (giường/vạn dân) | 32 | 33,5 | 36",
        "Cơ cấu kinh tế | | | ",
    )
    assert [(i.name, i.comparison, i.value, i.unit) for i in found] == [
        ("Thu nội địa", "", Decimal(460), "tỷ đồng"),
        ("Tỷ lệ hộ nghèo", "tối đa", Decimal("7.6"), "%"),
        ("Giường bệnh", "", Decimal("33.5"), "giường/vạn dân"),
    ]


def test_several_targets_of_one_sentence_are_kept_apart() -> None:
    found = of("- Sản lượng lúa đạt 5.180 tấn, trong đó vụ xuân 2.630 tấn, vụ mùa 2.550 tấn; trồng 30 ha chè.")
    assert [(i.name, str(i.value), i.scope) for i in found] == [
        ("Sản lượng lúa", "5180", ""),
        ("vụ xuân", "2630", "Sản lượng lúa"),
        ("vụ mùa", "2550", "Sản lượng lúa"),
        ("trồng chè", "30", ""),
    ]


def test_a_fall_from_one_level_to_another_keeps_both_levels() -> None:
    fall, level = of("- Giảm 09 hộ nghèo, từ 31 hộ xuống còn 22 hộ.")
    assert (fall.value, level.comparison, level.value, level.previous, level.name) == (
        9, "từ … xuống …", 22, 31, "hộ nghèo",
    )  # fmt: skip


def test_a_share_of_a_whole_keeps_the_whole() -> None:
    (found,) = of("- 16/18 tổ dân phố đạt chuẩn văn hóa.")
    assert (found.value, found.of, found.unit) == (16, 18, "x/x tổ dân phố")


def test_a_range_keeps_both_ends() -> None:
    (found,) = of("- Mở đường ô tô đến 1 - 2 xóm.")
    assert (found.value, found.upper, found.unit) == (1, 2, "xóm")


def test_a_common_head_goes_on_over_the_whole_item() -> None:
    found = of("- Kết quả rèn luyện: Tốt 85%, Khá 13%, Đạt 2%; Chưa đạt không quá 1%.")
    assert [i.name.split(": ")[1] for i in found] == ["Tốt", "Khá", "Đạt", "Chưa đạt"]


@pytest.mark.parametrize(
    "line",
    [
        "- Hoàn thành trước ngày 30/6/2026 theo Nghị quyết số 25/NQ-HĐND ngày 24/12/2025.",
        "- Thực hiện kế hoạch 5 năm 2026 - 2030 và nhiệm vụ năm 2026.",
        "- Thư viện đạt mức độ 1; học sinh lớp 9 và trẻ dưới 5 tuổi được chăm sóc.",
        "- Chào mừng Đại hội lần thứ 14 và 80 năm ngày truyền thống.",
        "- Vận động hội viên thực hiện “5 không, 3 sạch”; thi công “3 ca, 4 kíp”.",
        "- Hoàn thành trước ngày 15/12; báo cáo quý III/2026 gửi trước ngày 20 tháng 9.",
        "- Thực hiện Quyết định số 22/QĐ-UBND và Kế hoạch số 1.245/KH-UBND năm 2026.",
        "Về kinh tế (11 chỉ tiêu)",
    ],
)
def test_dates_numbers_grades_and_ages_are_no_targets(line: str) -> None:
    assert of(line) == ()


def test_a_table_gives_name_unit_and_this_years_column() -> None:
    found = of(
        "TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 | Kế hoạch năm 2026",
        "1 | Lượt khách du lịch | Lượt | 68.400 | 82.000",
        "2 | Khu dân cư văn hóa | Khu | 05/06 | 06/06",
    )
    assert [(i.name, i.value, i.of, i.unit) for i in found] == [
        ("Lượt khách du lịch", Decimal(82000), None, "lượt"),
        ("Khu dân cư văn hóa", Decimal(6), Decimal(6), "x/x khu"),
    ]


def test_without_a_section_of_targets_only_what_is_set_as_one_is_read_from_the_content() -> None:
    text = (
        "KẾ HOẠCH\nTổ chức đợt thi đua\n\nI. MỤC ĐÍCH\n\nThi đua.\n\nII. NỘI DUNG\n\n"
        "Ký 03 văn bản hợp tác; phấn đấu trên 99% hồ sơ đúng hạn; đưa bệnh viện (700 giường) vào hoạt động.\n"
    )
    (found,) = Document.parse(text).indicators
    assert (found.comparison, found.value, found.name) == ("trên", 99, "hồ sơ đúng hạn")


def test_items_counted_through_the_parts_of_a_section_belong_to_it() -> None:
    found = of("a) Kinh tế", "", "1. Trồng 10 ha chè.", "2. Trồng 20 ha quế.", "", "b) Xã hội", "", "3. Xây 4 nhà.")
    assert [i.value for i in found] == [10, 20, 4]


def test_every_target_of_the_labelled_precedents_is_read_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import indicators

    for texts in (ROOT / "corpus", indicators.OWN):
        scores = [indicators.score(path.parent) for path in sorted(texts.glob("*/indicators.toml"))]
        labels, found, right, comparisons, wrong_units = map(sum, zip(*scores, strict=True))
        assert (labels, labels, 0) == (found, right, wrong_units)
        assert comparisons >= 0.98 * labels > 0


PIECES = st.sampled_from(
    ["Tỷ lệ ", "giảm ", "trên ", "12", "3,5", "%", " tỷ đồng", "/", "16/18 xã", ", ", "; ", "trong đó ", "từ 3% xuống 2%", "(", ")", ".", "\n- ", " | ", "đạt "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_line_is_read_without_a_crash_and_every_amount_stands_in_the_text(line: str) -> None:
    text = "2. Chỉ tiêu\n\n- " + line
    assert all(any(c.isdigit() for c in text[slice(*i.span)]) for i in Document.parse(text).indicators)


def test_the_last_of_a_list_joined_by_a_conjunction_is_a_target_of_its_own() -> None:
    found = of("- Gieo trồng 310 ha cây vụ đông, trong đó ngô 140 ha, khoai 95 ha và rau các loại 75 ha.")
    assert [(i.name, i.value) for i in found[1:]] == [("ngô", 140), ("khoai", 95), ("rau các loại", 75)]


def test_a_time_is_a_target_only_where_its_length_is() -> None:
    found = of("- Thời gian chờ của người dân dưới 12 phút; trả lời phản ánh trong 24 giờ.")
    assert [(i.name, i.comparison, i.value, i.unit) for i in found] == [
        ("Thời gian chờ của người dân", "dưới", 12, "phút")
    ]


def test_a_section_of_content_and_targets_gives_its_tasks_that_count() -> None:
    found = of("- Thắp sáng 150 km đường quê thuộc 04 thôn.", heading="2. Nội dung và chỉ tiêu")
    assert [(i.value, i.unit) for i in found] == [(150, "km")]


def test_a_line_that_was_cut_goes_on_in_the_next_unless_it_ended_or_an_item_begins() -> None:
    found = of(
        "Tỷ lệ hộ nghèo của toàn xã", "còn 3%.", "Trồng mới 10 ha chè;", "trồng 5 ha quế", "- xây 3 nhà", "Mở 2 lớp"
    )
    assert [(i.name, i.value) for i in found] == [
        ("Tỷ lệ hộ nghèo của toàn xã", 3), ("Trồng mới chè", 10), ("trồng quế", 5), ("xây nhà", 3), ("Mở lớp", 2),
    ]  # fmt: skip


def test_the_parts_of_a_section_of_targets_are_read_once() -> None:
    found = of("a) Chỉ tiêu kinh tế", "", "- Trồng 10 ha chè.", "", "b) Chỉ tiêu xã hội", "", "- Xây 4 nhà.")
    assert [i.value for i in found] == [10, 4]


def test_a_launch_that_only_lists_its_tasks_is_read_for_what_they_set() -> None:
    text = (
        "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nChủ tịch Ủy ban nhân dân xã yêu cầu các thôn thực hiện tốt các nội dung sau:\n\n"
        "1. Trồng 500 cây xanh; các thôn họp 3 lần.\n\n2. Phấn đấu giúp 12 hộ thoát nghèo.\n\n3. Tổ chức thực hiện\n\nVăn phòng phấn đấu họp 4 kỳ.\n"
    )
    assert [i.value for i in Document.parse(text).indicators] == [500, 12]
    assert Document.parse(text.replace("Phát động phong trào thi đua", "Về công tác phòng cháy")).indicators == ()


def test_the_commas_of_farming_part_no_target() -> None:
    found = of(
        "Thi đua hoàn thành các chỉ tiêu của ngành: tốc độ tăng trưởng khu vực nông, lâm nghiệp và thủy sản đạt 3,6%.",
        heading="2. Nội dung thi đua",
    )
    assert found[0].name == "tốc độ tăng trưởng khu vực nông, lâm nghiệp và thủy sản"
