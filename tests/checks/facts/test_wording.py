"""A quoted title against the known one."""

from __future__ import annotations

import pytest

from checks.facts import wording

TITLE = "đẩy mạnh thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(text[slice(*d.span)], d.right, d.case) for d in wording.compare(text, 0, len(text), TITLE).differences]


def test_the_title_itself_has_no_difference() -> None:
    assert found(TITLE + "; Chỉ thị số 15") == []


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        (TITLE.replace("đẩy mạnh", "tiếp tục"), ("tiếp tục", "đẩy mạnh", False)),
        (TITLE.replace("2021 - 2030", "2021 - 2025"), ("2025", "2030", False)),
        (TITLE.replace("2021 - 2030", "2016 - 2020") + "; nay", ("2016 - 2020", "2021 - 2030", False)),
        (TITLE.replace("Chương trình ", ""), ("tổng", "Chương trình tổng", False)),
        (TITLE.replace("Chương trình", "\n\nchương trình"), ("chương", "Chương", True)),
        (TITLE.replace("nhà nước", "Nhà nước"), ("Nhà", "nhà", True)),
        (TITLE.replace("tổng thể ", ""), ("cải", "tổng thể cải", False)),
        (TITLE.replace("Chương trình", "CTMT"), ("CTMT", "Chương trình", False)),
        (TITLE.replace("thực hiện", "\n\nviệc thực hiện"), ("việc thực", "thực", False)),
        (TITLE.replace("cải cách", "của tỉnh về cải cách"), ("của tỉnh về cải", "cải", False)),
    ],
)
def test_a_change_is_found_at_its_place(text: str, difference: tuple[str, str, bool]) -> None:
    assert found(text) == [difference]


def test_a_title_that_breaks_off_is_no_difference() -> None:
    assert found("đẩy mạnh thực hiện Chương trình tổng thể; gắn với chuyển đổi số") == []


def test_a_title_is_followed_across_a_page_break() -> None:
    assert found(TITLE.replace("nhà nước", "nhà\n\nnước")) == []


@pytest.mark.parametrize(
    ("title", "as_said"), [("cải cách hành chính", "CCHC"), ("giai đoạn", "giai đoan"), ("tổng thể", "TT")]
)
def test_a_shortened_title_is_the_same_title_and_a_slip_is_not(title: str, as_said: str) -> None:
    told = [right for _, right, _ in found(TITLE.replace(title, as_said))]
    assert told == ([] if as_said.isupper() else ["đoạn"])


def test_where_the_tone_mark_stands_makes_no_other_title() -> None:
    text = "đơn giản hoá và uỷ quyền"
    assert wording.compare(text, 0, len(text), "đơn giản hóa và ủy quyền").differences == ()


def test_another_title_shares_little() -> None:
    text = "phòng, chống dịch bệnh ở người trong tình hình mới"
    assert wording.compare(text, 0, len(text), TITLE).matched == 0


def test_the_end_of_what_follows_the_title_is_told() -> None:
    for text, share, matched, end in (
        (TITLE + " trên địa bàn tỉnh", 1.0, 18, len(TITLE)),
        (TITLE.replace("hành chính nhà nước", "HCNN"), 14 / 18, 14, len(TITLE) - len("hành chính nhà nước") + 4),
        ("đẩy mạnh thực hiện; Chỉ thị số 15 tổng thể", 1.0, 4, len("đẩy mạnh thực hiện")),
        ("xây dựng nông thôn mới", 0.0, 0, 0),
    ):
        told = wording.compare(text, 0, len(text), TITLE)
        assert (told.share, told.matched, told.end, told.differences) == (share, matched, end, ())


def test_a_title_that_goes_on_with_other_figures_is_no_difference() -> None:
    assert found(TITLE.replace("2021 - 2030", "2021 và năm 2026")) == []
    assert found(TITLE.replace("2021 - 2030", "2021 - 25")) == []
    assert found(TITLE.replace("2030", "nhằm phục vụ Nhân dân")) == []
    assert found(TITLE.replace("2021 - 2030", "2016")) == []


def test_a_new_paragraph_ends_the_title() -> None:
    assert found(TITLE.replace("thực hiện", "\n\nTổ chức thực hiện")) == []


def test_another_title_that_begins_alike_is_told_from_one_that_ends_early() -> None:
    title = "tăng cường sự lãnh đạo của Đảng đối với công tác phòng ngừa, khắc phục hậu quả thiên tai"
    for text, parted in (
        ("tăng cường sự lãnh đạo của Đảng đối với công tác trồng rừng gỗ lớn ven hồ chứa nước", True),
        ("tăng cường sự lãnh đạo của Đảng đối với công tác", False),
        (title, False),
    ):
        assert wording.compare(text, 0, len(text), title).parted is parted
