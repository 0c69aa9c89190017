"""What a chief reads first: each kind of change on its line."""

from __future__ import annotations

import pytest

from checks.compare import compare
from checks.document import Document
from checks.report.comparison import as_text, digest


def told(write, *sides: dict[str, str]) -> dict[str, str]:
    result = compare(*(write(year, **said) for year, said in zip((2025, 2026), sides, strict=True)))
    return {line.name: line.said for line in digest(result)}


def content(write, before: str, after: str) -> dict[str, str]:
    return told(write, {"content": before}, {"content": after})


def test_only_a_year_on_is_no_change(write) -> None:
    assert told(write, {}, {}) == {
        "Chỉ tiêu": "1 chỉ tiêu: 1 như năm trước",
        "Còn sót lại": "1 chỗ của năm trước cần xem lại",
    }


def test_targets_are_counted_and_the_telling_ones_named(write) -> None:
    last = "- Trồng 20 ha chè.\n- Làm 3 km đường.\n- Thu ngân sách đạt 50 tỷ đồng."
    now = "- Trồng 15 ha chè.\n- Xây 2 nhà văn hóa.\n- Thu ngân sách đạt 60 tỷ đồng."
    said = told(write, {"targets": last}, {"targets": now})["Chỉ tiêu"]
    assert said.startswith(
        "4 chỉ tiêu: 1 cao hơn năm trước; 1 thấp hơn năm trước (Trồng chè: 20 ha → 15 ha); 1 mới (Xây nhà văn hóa: 2"
    )


def test_a_fall_that_is_wished_for_and_another_way_of_saying_are_no_rise(write) -> None:
    last = "- Tỷ lệ hộ nghèo còn 5%.\n- Thôn văn hóa đạt 8/9 thôn.\n- Tỷ lệ tiêm chủng đạt 17 - 18%."
    now = "- Tỷ lệ hộ nghèo còn 3%.\n- Thôn văn hóa đạt 9/21 thôn.\n- Tỷ lệ tiêm chủng đạt 17 - 20%."
    said = told(write, {"targets": last}, {"targets": now})["Chỉ tiêu"]
    assert "giảm theo hướng tốt (Tỷ lệ hộ nghèo" in said
    assert "2 đổi tổng số hoặc cách nêu (Thôn văn hóa" in said
    assert "cao hơn năm trước" not in said


def test_fewer_houses_for_the_poor_are_no_good_fall(write) -> None:
    last = "- Xây mới 25 căn nhà cho hộ nghèo.\n- Giúp 8 hộ thoát nghèo."
    now = "- Xây mới 12 căn nhà cho hộ nghèo.\n- Giúp 5 hộ thoát nghèo."
    assert told(write, {"targets": last}, {"targets": now})["Chỉ tiêu"].startswith("2 chỉ tiêu: 2 thấp hơn năm trước")


def test_a_part_that_is_gone_is_said_once_for_its_items_too(write) -> None:
    items = "\n\nV. KHEN THƯỞNG\n\n1. Chủ tịch Ủy ban nhân dân xã tặng Giấy khen.\n\n2. Hồ sơ gửi về Văn phòng."
    kept = "Các thôn treo cờ Tổ quốc."
    said = told(write, {"content": kept + items}, {"content": kept})
    assert sum(line.count("bỏ phần") for line in said.values()) == 1


def test_a_word_that_begins_like_a_body_and_an_ordinal_like_a_weekday_are_neither(write) -> None:
    last = "Lấy Đoàn kết làm gốc, Tổ chức thi đua trong năm thứ nhất của kế hoạch 5 năm."
    now = "Lấy Kỷ cương làm gốc, Triển khai thi đua trong năm thứ hai của kế hoạch 5 năm."
    assert not {"Cơ quan, đơn vị", "Thời hạn"} & content(write, last, now).keys()


def test_many_things_of_one_kind_stand_below_one_another(write) -> None:
    last, now = write(2025), write(2026)
    added = "- Trạm Y tế, Trạm Thú y, các trường học trên địa bàn xã;\n- Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội;"
    longer = Document.parse(now.text.replace("- Các thôn;", f"- Các thôn;\n{added}"))
    rows = as_text(compare(last, longer)).split("\n\n")[0].splitlines()
    at = rows.index("  Nơi nhận:")
    assert [row[:12] for row in rows[at + 1 : at + 3]] == ["    - thêm “"] * 2


CHANGES = (
    "Thời hạn | Các thôn báo cáo trước ngày 30/9/2025. | Các thôn báo cáo trước ngày 30/6/2026. | … Các thôn báo cáo trước ngày “30/9/2025” → “30/6/2026”",
    "Thời hạn | - Các bản họp trước ngày 30/9/2025. | - Các bản họp trước ngày 30/6/2026. | … Các bản họp trước ngày “30/9/2025” → “30/6/2026”",
    "Thời hạn | Hoàn thành trong quý I. | Hoàn thành trong quý II. | … Hoàn thành trong “quý I” → “quý II”",
    "Thời hạn | Văn phòng gửi báo cáo Ban Thường vụ trước ngày 10/12/2025. | Văn phòng gửi báo cáo Ban Thường vụ trước ngày 05/12/2026. | "
    "… báo cáo Ban Thường vụ trước ngày “10/12/2025” → “05/12/2026”",
    "Cơ quan, đơn vị | Trung tâm Y tế các huyện phối hợp. | Trung tâm Y tế khu vực, trạm y tế xã phối hợp. | "
    "“Trung tâm Y tế các huyện” → “Trung tâm Y tế khu vực, trạm y tế xã”",
    "Số liệu khác | Xã mở ba phong trào theo chuyên đề. | Xã mở bốn phong trào theo chuyên đề. | “ba phong trào” → “bốn phong trào”",
    "Câu chữ | Xã mở ba phong trào theo chuyên đề. | Xã mở 03 phong trào theo chuyên đề. | 1 chỗ chỉ sửa lời văn, không nêu cụ thể",
    "Cơ quan, đơn vị | Sở Kế hoạch và Đầu tư theo dõi. | Sở Tài chính theo dõi. | “Sở Kế hoạch và Đầu tư” → “Sở Tài chính”",
    "Cơ quan, đơn vị | Ban Tuyên giáo giúp việc. | Ban Tuyên giáo và Dân vận giúp việc. | “Ban Tuyên giáo” → “Ban Tuyên giáo và Dân vận”",
    "Cơ quan, đơn vị | Phòng Kinh tế theo dõi mọi việc. | Phòng Kinh tế và Công an xã theo dõi mọi việc. | thêm “Công an xã”",
    "Người phụ trách | Thầy Nguyễn Đức Thịnh phụ trách chung. | Thầy Lê Văn Hòa phụ trách chung. | “Thầy Nguyễn Đức Thịnh” → “Thầy Lê Văn Hòa”",
    "Văn bản dẫn | Theo Chỉ thị số 01/CT-UBND ngày 05/01/2025 của tỉnh. | Theo Chỉ thị số 01/CT-UBND ngày 06/01/2026 của tỉnh. | "
    "thêm 01/CT-UBND ngày 06/01/2026; thôi dẫn 01/CT-UBND ngày 05/01/2025",
    "Khen thưởng | Tặng Giấy khen cho 12 tập thể. | Tặng Giấy khen cho 15 tập thể. | “12 tập thể” → “15 tập thể”",
    "Số liệu khác | Mỗi tổ dự giờ 02 chuyên đề. | Mỗi tổ dự giờ ……… chuyên đề. | “02 chuyên đề” → còn để trống",
    "Khen thưởng | Tặng Giấy khen cho 5% số cá nhân. | Tặng Giấy khen cho 6% số cá nhân. | “5% số cá nhân” → “6% số cá nhân”",
    "Số liệu khác | Mỗi tổ dự giờ 02 chuyên đề. | Mỗi tổ dự giờ 03 chuyên đề. | “02 chuyên đề” → “03 chuyên đề”",
    "Câu chữ | Kịp thời phát hiện, nhân rộng điển hình. | Phát hiện kịp thời và nhân rộng các điển hình. | 1 chỗ chỉ sửa lời văn, không nêu cụ thể",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_stands_on_the_line_of_its_kind(write, change: str) -> None:
    name, before, after, said = change.split(" | ")
    assert content(write, before, after)[name] == said


def test_the_same_day_of_the_next_year_is_no_new_deadline(write) -> None:
    assert "Thời hạn" not in content(write, "Xong trước ngày 30/9/2025.", "Xong trước ngày 30/9/2026.")


def test_the_day_of_another_paper_is_no_deadline(write) -> None:
    last = "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về thi đua và Kế hoạch 5 năm (2016 - 2020) theo tinh thần mới."
    assert "Thời hạn" not in content(
        write, last, last.replace("(2016 - 2020) theo tinh thần", "(2021 - 2025) với cách làm")
    )


def test_an_anniversary_is_no_deadline(write) -> None:
    last = "Chào mừng 80 năm Quốc khánh (02/9/1945 - 02/9/2025); làm đường."
    assert "Thời hạn" not in content(write, last, "Chào mừng Ngày hội của bản; làm đường.")


def test_the_turn_of_the_year_is_no_change_of_figures(write) -> None:
    said = content(write, "Năm 2025, kết thúc thắng lợi nhiệm kỳ.", "Năm 2026, tạo khởi đầu vững chắc cho nhiệm kỳ.")
    assert "Số liệu khác" not in said


def test_a_target_put_in_the_place_of_another_is_dropped_and_new() -> None:
    head = "CHỈ THỊ\nPhát động phong trào thi đua năm {}\n\n1. Mục tiêu thi đua\na) Doanh thu đạt {} tỷ đồng.\nb) {}.\n"
    sides = head.format(2025, 105, "Súc xả 40 km tuyến ống"), head.format(2026, 118, "Lắp đặt 120 trạm bơm tự động")
    statuses = [row.status for row in compare(*map(Document.parse, sides)).sections]
    assert {"dropped", "new"} <= set(statuses)


def test_what_a_rate_is_counted_by_is_no_target(write) -> None:
    doc = write(2025, targets="- Số giường bệnh trên 10.000 dân đạt 31,5 giường.\n- Hỗ trợ trên 10.000 dân vay vốn.")
    assert [(str(one.value), one.unit) for one in doc.indicators] == [("31.5", "giường"), ("10000", "dân")]


def test_goals_state_the_targets_where_nothing_is_headed_so() -> None:
    text = "KẾ HOẠCH\nPhát động đợt thi đua năm 2026\n\n1. Mục tiêu\na) Doanh thu đạt 118 tỷ đồng.\n\n2. Nội dung\na) Làm tốt việc.\n"
    assert [one.name for one in Document.parse(text).indicators] == ["Doanh thu"]


def test_a_directive_of_the_centre_cited_before_the_order_is_not_of_last_year(write) -> None:
    cited = "Thực hiện Chỉ thị số 41-CT/TW ngày 26 tháng 12 năm 2024 của Bộ Chính trị về thi đua trong tình hình mới, "
    assert not [f for f in compare(write(2025), write(2026, preface=cited)).leftovers if f.rule == "leftover-citation"]


def test_targets_of_one_year_alone_are_doubted(write) -> None:
    lost = "STT\nChỉ tiêu\n6 Tỷ lệ hộ nghèo %\nđa chiều"
    result = compare(
        write(2025, targets=lost),
        write(2026, targets="- Trồng 20 ha chè.\n- Làm 3 km đường.\n- Thu ngân sách đạt 50 tỷ đồng."),
    )
    assert [one for one in result.warnings if "hãy dùng tệp Word" in one]


def test_targets_in_another_order_are_not_reworded(write) -> None:
    last = Document.parse(
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2025\n\nII. CHỈ TIÊU\n\n1. Trồng 45 ha rừng.\n\n2. Giảm 12 hộ nghèo.\n\nIII. THỜI GIAN\n\nNăm 2025.\n"
    )
    swapped = last.text.replace(
        "1. Trồng 45 ha rừng.\n\n2. Giảm 12 hộ nghèo.", "1. Giảm 12 hộ nghèo.\n\n2. Trồng 45 ha rừng."
    ).replace("2025", "2026")
    assert "[đổi thứ tự, 100% nguyên văn] Chỉ tiêu" in as_text(compare(last, Document.parse(swapped)))
