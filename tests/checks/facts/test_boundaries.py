"""Where the words of one target end and those of the next begin."""

from __future__ import annotations

import pytest

from checks.facts import boundaries
from checks.facts.quantities import Quantity, quantities


def read(text: str) -> list[Quantity]:
    return quantities(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "own", "following"),
    [
        ("trồng 120 ha rừng, 45 ha chè", " rừng", " 45 ha chè"),
        ("khoai tây 95 ha và rau 75 ha", "", "và rau 75 ha"),
        ("thu 92 tỷ đồng, trong đó thuế 61 tỷ đồng", "", "thuế 61 tỷ đồng"),
        ("huy động 250 triệu đồng xây dựng 05 nhà", "", "xây dựng 05 nhà"),
        ("trao 12 nhà để hỗ trợ 15 hộ", "", "để hỗ trợ 15 hộ"),
        ("260 doanh nghiệp và 45 hợp tác xã", "", "và 45 hợp tác xã"),
        ("320 đơn (năm 2025: 274 đơn)", " ", "năm 2025: 274 đơn)"),
        ("274 đơn), tăng 16,8%", ")", " tăng 16,8%"),
        (
            "95% thôn đạt chuẩn, vượt kế hoạch, số xã đạt chuẩn nâng cao, kiểu mẫu là 12 xã",
            " thôn đạt chuẩn, vượt kế hoạch",
            " số xã đạt chuẩn nâng cao, kiểu mẫu là 12 xã",
        ),
        ("3 xã đạt chuẩn, bằng 25%", " đạt chuẩn", " bằng 25%"),
        ("Trồng mới 120 ha, chăm sóc, bảo vệ 450 ha rừng", "", " chăm sóc, bảo vệ 450 ha rừng"),
        ("85% cơ quan, trường học đạt chuẩn, 12 thôn", " cơ quan, trường học đạt chuẩn", " 12 thôn"),
        ("100% khu công nghiệp, mỗi cụm có tối thiểu 1 trạm", " khu công nghiệp", " mỗi cụm có tối thiểu 1 trạm"),
        (
            "100% khu công nghiệp đạt chuẩn, cụm công nghiệp có tối thiểu 1 trạm",
            " khu công nghiệp đạt chuẩn",
            " cụm công nghiệp có tối thiểu 1 trạm",
        ),
    ],
)
def test_the_next_target_begins_behind_the_words_of_the_first(text: str, own: str, following: str) -> None:
    first, *rest = read(text)
    at = boundaries.boundary(text, first.span.end, rest[0].span.start)
    end = boundaries.tail_end(text, first, rest, len(text))
    assert (text[first.span.end : end], at and text[at:]) == (own, following)


@pytest.mark.parametrize(
    "text",
    [
        "100% khu công nghiệp, cụm công nghiệp có tối thiểu 1 trạm",
        "Tỷ lệ của 05 xã biên giới đạt 95%",
        "có 12 lớp với 350 học sinh",
    ],
)
def test_an_amount_that_qualifies_the_first_begins_nothing(text: str) -> None:
    first, *rest = read(text)
    assert boundaries.boundary(text, first.span.end, rest[0].span.start) is None
    assert boundaries.tail_end(text, first, rest, len(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tỷ lệ của 05 xã biên giới đạt 95%", True),
        ("Giải phóng mặt bằng thuộc 04 công trình đạt 95%", True),
        ("thời gian giải quyết 45 thủ tục còn 3 ngày", True),
        ("giải quyết 45 thủ tục có thời gian không quá 3 ngày", False),
        ("thời gian tổ chức cho 45 hộ vay 3 tỷ đồng", False),
        ("thời gian chờ khám không quá 2 giờ, xét nghiệm không quá 30 phút", False),
        ("thời gian chờ khám không quá 2 giờ xét nghiệm không quá 30 phút", False),
        ("Hỗ trợ 05 xã biên giới 12 nhà", False),
        ("Tỷ lệ của 05 xã biên giới đạt 95%, 12 thôn", True),
        ("Tỷ lệ của 05 xã, 95% hộ", False),
        ("Tỷ lệ của 05 xã và 95% hộ", False),
        ("thu của 92 tỷ đồng đạt 95%", False),
        ("tỷ lệ của 03/05 xã đạt 60%", False),
        ("tỷ lệ của 05 xã", False),
    ],
)
def test_a_count_may_only_say_whose_the_next_amount_is(text: str, *, told: bool) -> None:
    first, *rest = read(text)
    assert boundaries.describes(text, 0, first, rest) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("trên 1 đơn vị diện tích (ha) đạt 46 triệu đồng", True),
        ("mỗi 1 ha đất canh tác đạt 35 triệu đồng", True),
        ("có 1 xã đạt 46 triệu đồng", False),
        ("trên 2 đơn vị đạt 46 triệu đồng", False),
        ("trên 1 xã, 46 triệu đồng", False),
        ("trên 1 xã", False),
        ("trên 1/3 xã đạt 46 triệu đồng", False),
    ],
)
def test_one_of_something_may_be_what_the_next_amount_is_counted_by(text: str, *, told: bool) -> None:
    first, *rest = read(text)
    assert boundaries.denominator(text, first, rest) is told


def test_a_name_that_begins_behind_a_comma_is_found() -> None:
    assert boundaries.heads("tỷ lệ hộ nghèo")
    assert not any(map(boundaries.heads, ("thu hút đầu tư", "chi trả qua tài khoản", "chi tiêu tiết kiệm")))
    assert boundaries.next_head("trồng rừng, số hóa hồ sơ, số xã đạt chuẩn") == len("trồng rừng, số hóa hồ sơ,")
    assert boundaries.next_head("trồng rừng, thu gom rác") == 0
