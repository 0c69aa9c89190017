"""What the words around an amount name, and which amounts of running prose are targets."""

from __future__ import annotations

import pytest

from checks.facts.clauses import targets


def read(clause: str, prose: str = "") -> list[tuple[str, str]]:
    return [(t.name, t.comparison) for t in targets(clause, 0, len(clause), "", prose=prose)[1]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clause", "name", "comparison"),
    [
        ("Về môi trường, giữ vững tỷ lệ che phủ rừng 54%", "tỷ lệ che phủ rừng", "duy trì"),
        ("Cơ cấu kinh tế chuyển dịch tích cực, tỷ trọng công nghiệp đạt 45%", "tỷ trọng công nghiệp", "đạt"),
        ("Tỷ lệ hộ khá, số hộ giàu trong xã đạt 30%", "Tỷ lệ hộ khá, số hộ giàu trong xã", "đạt"),
        ("Trên 95% dân số trở lên tham gia bảo hiểm", "dân số tham gia bảo hiểm", "trở lên"),
        ("Có 12 sáng kiến được công nhận từ cấp xã trở lên", "sáng kiến được công nhận từ cấp xã trở lên", ""),
        ("Giảm 5% số vụ trở lên", "số vụ", "giảm trở lên"),
        ("Sửa 5 nhà, phấn đấu xong sớm", "Sửa nhà", ""),
        ("Nâng cao năng lực lãnh đạo, 100% tổ chức đảng trong sạch", "tổ chức đảng trong sạch", ""),
        ("Chỉ tiêu 2: Đến năm 2030 đạt 80% người dân có việc làm", "người dân có việc làm", "đạt"),
        ("Từ năm 2025 trở đi, 90% thôn có nhà văn hóa", "thôn có nhà văn hóa", ""),
        ("Tạo việc làm mới cho 17.500 lao động", "Tạo việc làm mới", ""),
        ("Xã đạt thêm 3 tiêu chí", "Xã tiêu chí", "đạt"),
        ("Trong đợt thi đua, 12 công trình hoàn thành", "công trình hoàn thành", ""),
        ("Thu ngân sách 12 tỷ đồng, góp phần phát triển", "Thu ngân sách", ""),
        ("Sản lượng đạt 12 tấn/ha (chưa tính vụ đông)", "Sản lượng", "đạt"),
        ("các cấp, các ngành thi đua đưa tốc độ tăng trưởng đạt 8%", "tốc độ tăng trưởng", "đạt"),
        ("Văn phòng phấn đấu có 100% văn bản đúng hạn", "văn bản đúng hạn", ""),
        ("Tốc độ tăng trưởng phấn đấu từ 7,5% trở lên", "Tốc độ tăng trưởng", "trở lên"),
    ],
)
def test_a_target_is_named_without_what_only_leads_to_it(clause: str, name: str, comparison: str) -> None:
    assert read(clause) == [(name, comparison)]


def test_in_long_prose_the_name_begins_behind_the_last_comma() -> None:
    led = "Các cấp, các ngành trong toàn xã tập trung lãnh đạo, chỉ đạo thực hiện đồng bộ các giải pháp"
    assert read(f"{led}, phấn đấu trồng mới 120 ha rừng", "content") == [("trồng mới rừng", "")]
    assert read(f"{led}, trồng mới trên 120 ha rừng", "content") == [("trồng mới rừng", "trên")]


@pytest.mark.parametrize(
    ("clause", "content", "joint"),
    [
        ("Năm qua, xã đã trồng 120 ha rừng", False, False),
        ("Mỗi căn hỗ trợ 60 triệu đồng", False, False),
        ("Kiểm tra các khu thuộc 12 thôn", False, False),
        ("Kiểm tra 12 thôn", False, True),
        ("Mở lớp tập huấn cho 120 cán bộ", True, True),
        ("Kiểm tra 12 thôn phấn đấu đạt chuẩn", True, True),
        ("Nước sạch đến 90% hộ", True, True),
        ("Đà Nẵng mở đường dài 12 km", False, True),
    ],
)
def test_prose_sets_a_target_where_it_says_so(clause: str, content: bool, joint: bool) -> None:
    assert (bool(read(clause, "content")), bool(read(clause, "joint"))) == (content, joint)
