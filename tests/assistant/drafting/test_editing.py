"""A draft edited by hand: what was not touched keeps its origin and what its blanks ask."""

from __future__ import annotations

import pytest

from assistant.draft import Draft
from assistant.drafting.compose import compose
from assistant.drafting.editing import edited, filled, parts, repaired, text_of, with_text
from assistant.request import read_request
from assistant.rolling.rollforward import rollforward
from checks.errors import UserError
from tests.assistant.lung_van import asked, last


def draft() -> Draft:
    return rollforward(last(), asked())


def blank_for(made: Draft, words: str) -> int:
    return next(n for n, blank in enumerate(made.blanks) if words in blank.what)


def test_the_parts_are_the_whole_draft_from_top_to_bottom() -> None:
    made = draft()
    assert [part.name for part in parts(made)] == [
        "Đầu văn bản", "Phần mở đầu", "Mục tiêu", "Chỉ tiêu", "Nội dung thi đua", "Thời gian thi đua", "Tổ chức thực hiện",
        "Nơi nhận, người ký",
    ]  # fmt: skip
    assert "".join(text_of(made, part).replace("\n", "") for part in parts(made)) == made.document.text.replace(
        "\n", ""
    )


def test_a_blank_is_filled_and_the_others_keep_what_they_ask() -> None:
    made = draft()
    number = blank_for(made, "Thu ngân sách")
    after = filled(made, {number: " 1.400 "})
    assert "Thu ngân sách trên địa bàn đạt trên 1.400 tỷ đồng" in after.document.text
    assert [b.what for b in after.blanks] == [b.what for n, b in enumerate(made.blanks) if n != number]
    assert all(after.document.text[slice(*b.span)] == "………" for b in after.blanks)


def test_a_line_whose_blank_is_filled_is_still_last_years() -> None:
    made = draft()
    after = filled(made, {blank_for(made, "Thu ngân sách"): "1.400"})
    line = next(p for p in after.paragraphs if "1.400 tỷ đồng" in p.text)
    assert line.provenance.kind == "previous"
    assert 0 < line.provenance.verbatim < 1


def test_nothing_given_fills_nothing() -> None:
    assert filled(draft(), {0: "  "}) == draft() or filled(draft(), {0: "  "}).document.text == draft().document.text


def test_a_part_retyped_is_the_officers_and_the_rest_is_not() -> None:
    made = draft()
    goal = parts(made)[2]
    after = edited(made, goal, f"{text_of(made, goal)}\n\nMỗi xã chọn một việc khó.\n\n\n")
    own = [p.text for p in after.paragraphs if p.provenance.kind == "officer"]
    assert own == ["Mỗi xã chọn một việc khó."]
    assert len(after.blanks) == len(made.blanks)


def test_a_line_left_out_is_gone_with_its_blanks() -> None:
    made = draft()
    targets = parts(made)[3]
    kept = [line for line in text_of(made, targets).split("\n") if "che phủ rừng" not in line]
    after = edited(made, targets, "\n".join(kept))
    assert "che phủ rừng" not in after.document.text
    assert len(after.blanks) < len(made.blanks)


def test_a_part_that_has_changed_meanwhile_is_not_overwritten() -> None:
    made = draft()
    goal = parts(made)[2]
    other = edited(made, goal, "1. Mục tiêu\n\nViệc khác hẳn.")
    with pytest.raises(UserError, match="vừa thay đổi"):
        edited(other, goal, "1. Mục tiêu\n\nViệc nữa.")


def test_a_blank_typed_by_the_officer_asks_for_its_words() -> None:
    made = draft()
    goal = parts(made)[2]
    after = edited(made, goal, "1. Mục tiêu\n\nHoàn thành ……… việc khó.")
    assert "Nội dung cần điền" in [blank.what for blank in after.blanks]


def test_what_has_one_right_answer_is_repaired() -> None:
    made = draft()
    goal = parts(made)[2]
    slip = edited(made, goal, "1. Mục tiêu\n\nThực hiện tốt nhiệm vụ , giữ vững kỷ cương.")
    assert "nhiệm vụ, giữ vững" in repaired(slip).document.text


def test_a_line_that_moved_keeps_its_origin() -> None:
    made = draft()
    number = next(p.text for p in made.paragraphs if p.text.startswith("Số:"))
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    text = made.document.text.replace(f"{number}\n", "", 1).replace(motto, f"{number}\n{motto}", 1)
    assert [p.provenance.kind for p in with_text(made, text).paragraphs if p.text == number] == ["previous"]


def test_several_lines_in_a_blank_of_its_own_are_a_list() -> None:
    made = compose(read_request({"issuer": "Ủy ban nhân dân xã Nà Phai", "year": 2027}))
    number = blank_for(made, "chỉ tiêu thi đua, mỗi chỉ tiêu một dòng")
    after = filled(made, {number: "- Thu ngân sách đạt 9 tỷ đồng;\nTrồng 20 ha rừng"})
    assert "\n- Thu ngân sách đạt 9 tỷ đồng.\n- Trồng 20 ha rừng.\n" in after.document.text
