"""Two changes at the same time: no typed line is lost."""

from __future__ import annotations

from assistant.drafting.joining import joined

BASE = "4. Tổ chức thực hiện\n\na) Các thôn thực hiện.\n\nb) Văn phòng theo dõi."


def test_a_line_typed_at_the_end_follows_a_part_written_anew() -> None:
    other = "4. Tổ chức thực hiện\n\nMỗi thôn chọn một việc khó."
    text, met = joined(BASE, f"{BASE}\n\nMột câu của người soạn.", other)
    assert (text, met) == (f"{other}\n\nMột câu của người soạn.", False)


def test_changes_in_two_places_both_stand() -> None:
    typed = BASE.replace("Các thôn", "Các thôn, tổ dân phố")
    text, met = joined(BASE, typed, BASE.replace("Văn phòng", "Phòng Văn hóa - Xã hội"))
    assert (text, met) == (typed.replace("Văn phòng", "Phòng Văn hóa - Xã hội"), False)


def test_of_two_changes_of_one_line_the_typed_one_stands_and_it_is_told() -> None:
    typed = BASE.replace("thực hiện.", "làm xong trước ngày 30/6.")
    assert joined(BASE, typed, BASE.replace("thực hiện.", "nghiêm túc thực hiện.")) == (typed, True)


def test_the_same_change_on_both_sides_is_made_once() -> None:
    typed = f"{BASE}\n\nc) Mới."
    assert joined(BASE, typed, typed) == (typed, False)
