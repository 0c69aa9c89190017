"""One syllable wrong in a known phrase, and what only looks like it."""

from __future__ import annotations

import pytest

from checks.language.lexicon import shipped
from checks.language.near_miss import near_misses
from checks.language.tokens import tokens


def found(text: str) -> list[tuple[str, str]]:
    return [(text[miss.start : miss.end], miss.right) for miss in near_misses(tokens(text), shipped())]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("đẩy mạnh cải các hành chính, cải cách tư pháp", "các", "cách"),
        ("Hội đồng thi đua, khen thưởng tinh thành lập các đoàn", "tinh", "tỉnh"),
        ("tổ chức các hoạt động khôi, cụm thi đua", "khôi", "khối"),
        ("CHỈ ĐẠO CỦA THỦ TƯỞNG CHÍNH PHỦ", "TƯỞNG", "TƯỚNG"),
        ("Trung tâm phục vụ hành chính cộng cấp xã", "cộng", "công"),
        ("về việc điểu chỉnh chế độ", "điểu", "điều"),
        ("phần đấu hoàn thành chỉ tiêu", "phần", "phấn"),
        ("tăng tốc, bứt phả, về đích", "phả", "phá"),
    ],
)
def test_a_real_word_error_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc các sở, Chủ tịch Ủy ban nhân dân các huyện, thành phố, Chủ tịch Hội",
        "Chủ tịch UBND tỉnh yêu cầu các cơ quan phục vụ tốt người dân",
        "cho phép chuyển mục đích sử dụng đất; nghĩa vụ tài chính khác phục vụ dự án",
        "hàng năm, hàng tháng; lực lượng võ trang; chiến sỹ; hoà giải, quí III",
        "đồng chí Nguyễn Văn Thành, xã Tân Tiến, huyện Hạ Hòa, ông Lê Trung Kiên",
        "Luật Luật sư; hành vi vi phạm; Nhân dân các dân tộc trong tỉnh",
    ],
)
def test_what_is_right_is_silent(text: str) -> None:
    assert found(text) == []


def test_an_office_adds_its_own_phrases() -> None:
    text = "thực hiện phong trào Sạch ngõ đẹt nhà"
    own = shipped().with_phrases(["Sạch ngõ đẹp nhà"])
    assert [miss.right for miss in near_misses(tokens(text), own)] == ["đẹp"]


def test_a_lexicon_just_made_finds_it_beside_a_break_with_blanks() -> None:
    made = shipped().with_phrases(["khối, cụm thi đua của sở"])
    text = "Nội dung:\n\n   Khôi, cụm thi đua tổ chức.\n\n  \n 2026 hoạt động khôi, cụm thi đua"
    assert [text[miss.start : miss.end] for miss in near_misses(tokens(text), made)] == ["Khôi", "khôi"]
