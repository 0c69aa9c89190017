"""What was last year's and should not be this year's is found; what may rightly speak of the past stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import engine
from checks.commands.judging import _with_leftovers
from checks.comparison.leftover_seasons import lunar_year
from checks.comparison.leftovers import RULES, leftovers
from checks.document import Document
from checks.rules import all_rules
from checks.settings.config import Settings
from tests.checks.comparison.plants import Plant, pairs, planted, plants

NEAR = {"leftover-citation": 250, "leftover-term": 20}
"""One finding tells a whole phrase: a citation at its number, “lần thứ XVIII, nhiệm kỳ 2020 - 2025” at the term."""


def found_at(previous: Document, current: Document, start: int, end: int) -> bool:
    return any(
        (f.span.start < end and start < f.span.end) or abs(start - f.span.start) < NEAR.get(f.rule, 0)
        for f in leftovers(previous, current)
    )


def test_at_least_six_pairs_of_consecutive_years_ship() -> None:
    assert len(pairs()) >= 6


@pytest.mark.parametrize("name", pairs())
def test_a_clean_roll_forward_has_no_left_overs(name: str) -> None:
    assert leftovers(*pairs()[name]) == []


@pytest.mark.parametrize("name", pairs())
def test_each_planted_left_over_is_found_alone(name: str) -> None:
    previous, current = pairs()[name]
    missed = []
    for plant in plants(previous, current):
        text, [(start, end)] = planted(current, [plant])
        if not found_at(previous, text, start, end):
            missed.append(plant)
    assert missed == []


@given(st.data())
def test_any_number_of_planted_left_overs_are_all_found(data: st.DataObject) -> None:
    previous, current = pairs()[data.draw(st.sampled_from(sorted(pairs())))]
    chosen = data.draw(st.lists(st.sampled_from(plants(previous, current)), min_size=1, max_size=8, unique=True))
    text, places = planted(current, list[Plant](chosen))
    assert [p for p in places if not found_at(previous, text, *p)] == []


@pytest.mark.parametrize(
    "content",
    [
        "Tai nạn giảm so với năm 2025.",
        "Đưa vào sử dụng trường học khởi công năm 2025.",
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Thi đua chào mừng 80 năm Quốc khánh (02/9/1945 - 02/9/2025).",
        "Thực hiện kế hoạch 5 năm 2025 - 2030; tổng kết giai đoạn 2021 - 2025.",
        "Phổ biến Luật Nhà giáo năm 2025.",
        "Mở rộng thêm 25 ha nếu số hộ tham gia năm 2025 đồng ý làm tiếp.",
        "Giữ cách tính điểm của năm 2025.",
        "Sau sắp xếp từ ngày 01/7/2025, xã có 12 thôn.",
        "Nhân rộng mô hình ra đời năm 2025.",
        "Bồi dưỡng điển hình được tôn vinh tại Đại hội Thi đua yêu nước lần thứ V năm 2025.",
        "Xử lý dứt điểm nợ đọng phát sinh trước ngày 31/12/2025.",
        "Duy trì diện tích như vụ Đông Xuân 2024 - 2025.",
        "Tăng 8% so với 6 tháng đầu năm 2025; giữ giá như quý III/2025.",
        "Thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2025 - 2030.",
        "Kế hoạch đầu tư công trung hạn 2021 - 2025 đã kết thúc.",
        "Trả kết quả trong 03 ngày làm việc.",
        "Thực hiện Chỉ thị số 18/CT-TTg ngày 19/5/2024 của Thủ tướng Chính phủ về phát động thi đua năm 2024 và Kế hoạch 5 năm (2024 - 2028).",
    ],
)
def test_citations_results_periods_and_anniversaries_stay_silent(write, content: str) -> None:
    assert leftovers(write(2025, content=content, theme="Vượt khó, vươn lên"), write(2026, content=content)) == []


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("Hoàn thành nhiệm vụ năm 2025.", "leftover-year"),
        ("Hoàn thành trước ngày 30/6/2025.", "leftover-date"),
        ("Hưởng ứng phong trào chung sức giai đoạn 2020 - 2025.", "leftover-term"),
        (
            "Thực hiện Nghị quyết số 25/NQ-HĐND ngày 24/12/2024 của Hội đồng nhân dân xã về nhiệm vụ năm 2025.",
            "leftover-citation",
        ),
        ("Thi đua theo tinh thần “Vượt khó, vươn lên, về đích”.", "leftover-theme"),
        ("Tổ chức kỷ niệm 70 năm Ngày thành lập xã Suối Mơ.", "leftover-term"),
        ("Kỷ niệm lần thứ 95 Ngày thành lập Đoàn.", "leftover-term"),
        ("Chào mừng kỷ niệm 95 năm truyền thống ngành.", "leftover-term"),
        ("Năm nay là năm thứ tư của nhiệm kỳ.", "leftover-term"),
        ("Thi đua chào mừng đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030.", "leftover-term"),
        ("Trong 6 tháng đầu năm 2025, các thôn làm xong việc đắp đường.", "leftover-year"),
        ("Hoàn thành trong quý III/2025.", "leftover-date"),
        ("Giải phóng mặt bằng xong trong tháng 6/2025.", "leftover-date"),
        ("Chăm sóc lúa vụ Đông Xuân 2024 - 2025.", "leftover-year"),
        ("Chăm lo hộ nghèo dịp Tết Nguyên đán Ất Tỵ.", "leftover-year"),
    ],
)
def test_what_only_last_year_could_say_is_found(write, content: str, rule: str) -> None:
    found = leftovers(write(2025, content=content, theme="Vượt khó, vươn lên, về đích"), write(2026, content=content))
    assert {f.rule for f in found} == {rule}


def test_a_head_that_was_not_touched_is_found(write) -> None:
    this = write(2026, theme="Khác hẳn năm cũ").text.replace("ngày 12 tháng 01 năm 2026", "ngày 12 tháng 01 năm 2025")
    (found,) = leftovers(write(2025), Document.parse(this))
    assert found.rule == "leftover-date"
    assert found.message.startswith("Số và ngày ban hành")


def test_a_number_that_comes_again_on_another_day_is_none(write) -> None:
    assert leftovers(write(2025), write(2026, theme="Khác hẳn năm cũ")) == []


@pytest.mark.parametrize(
    ("year", "name"), [(1984, "Giáp Tý"), (2025, "Ất Tỵ"), (2026, "Bính Ngọ"), (2023, "Quý Mão"), (2029, "Kỷ Dậu")]
)
def test_lunar_years_are_named_as_the_calendar_has_them(year: int, name: str) -> None:
    assert lunar_year(year) == name


def test_a_level_that_starts_where_last_years_started_is_found(write) -> None:
    before = write(2025, targets="- Hộ nghèo giảm từ 31 hộ xuống còn 22 hộ.")
    found = leftovers(before, write(2026, targets="- Hộ nghèo giảm từ 31 hộ xuống còn 15 hộ.", theme="Khác hẳn năm cũ"))
    assert [f.rule for f in found] == ["leftover-figure"]


def test_years_that_do_not_follow_one_another_say_nothing(write) -> None:
    assert leftovers(write(2026), write(2025)) == []


def test_every_rule_name_is_told() -> None:
    assert all(name.startswith("leftover-") for name in RULES)


def test_a_total_reckoned_again_from_new_parts_is_no_left_over(write) -> None:
    one, other = (
        f"- Sản lượng đạt 6.900 tấn, trong đó khai thác {a} tấn, nuôi trồng {b} tấn."
        for a, b in (("5.560", "1.340"), ("5.650", "1.250"))
    )
    assert leftovers(write(2025, targets=one, theme="Vượt khó, vươn lên"), write(2026, targets=other)) == []
    stale = other.replace("1.250", "1.260")
    assert [
        f.rule for f in leftovers(write(2025, targets=one, theme="Vượt khó, vươn lên"), write(2026, targets=stale))
    ] == ["leftover-figure"]


def test_a_check_beside_last_year_tells_one_fault_once() -> None:
    heading = "CHỈ THỊ\nPhát động phong trào thi đua năm {year}\n\n1. Thời gian thi đua\n\n"
    line = "Phong trào thực hiện từ ngày ký đến hết ngày 31 tháng 12 năm 2025.\n"
    previous, current = (Document.parse(heading.format(year=year) + line) for year in (2025, 2026))
    assert [f.rule for f in leftovers(previous, current)] == ["leftover-date"]
    told, _, _ = _with_leftovers(engine.check(current, all_rules()), previous, Settings(), ())
    [one] = [f for f in told.findings if "31" in current.text[slice(*f.span)]]
    assert one.rule == "period-end"


@pytest.mark.parametrize(
    ("title", "issued", "told"),
    [
        ("Phát động thi đua học kỳ II năm học 2026 - 2027", "ngày 06 tháng 02 năm 2027", False),
        ("Phát động phong trào thi đua năm học 2027 - 2028", "ngày     tháng     năm 2027", True),
        ("Phát động thi đua chào mừng ngày khai giảng", "ngày 06 tháng 02 năm 2027", False),
        ("Phát động thi đua chào mừng ngày khai giảng", "ngày 20 tháng 8 năm 2027", True),
    ],
)
def test_a_school_year_is_last_years_only_once_it_is_over(title: str, issued: str, told: bool) -> None:
    def plan(title: str, issued: str, school: str) -> Document:
        return Document.parse(
            "TRƯỜNG THCS AN PHÚ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
            f"An Phú, {issued}\n\nKẾ HOẠCH\n{title}\n\nNhà trường phát động phong trào thi đua, cụ thể như sau:\n\n"
            f"1. Mục đích\n\nCác tổ thi đua dạy tốt, học tốt trong năm học {school}.\n",
            "",
        )

    previous = plan("Phát động phong trào thi đua năm học 2026 - 2027", "ngày 15 tháng 8 năm 2026", "2026 - 2027")
    found = leftovers(previous, plan(title, issued, "2026 - 2027"))
    assert [f.fix.replacement for f in found if f.fix] == (["2027 - 2028"] if told else [])
