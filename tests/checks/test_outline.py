"""How markers nest."""

from __future__ import annotations

from checks.document import Document


def depths(*lines: str) -> list[tuple[str, int, int | None]]:
    return [(m.label, m.depth, m.expected) for m in Document.parse("\n".join(lines)).markers]


def test_items_counted_through_the_parts_of_a_list_go_on_in_the_next_part() -> None:
    lines = (
        "1. Mục tiêu",
        "2. Chỉ tiêu",
        "a) Kinh tế",
        "1. Chè",
        "2. Quế",
        "b) Xã hội",
        "3. Nhà ở",
        "4. Trường",
        "3. Nội dung",
    )
    assert depths(*lines)[-3:] == [("3.", 3, None), ("4.", 3, None), ("3.", 1, None)]


def test_letters_that_do_not_start_anew_are_out_of_order() -> None:
    assert depths("1. Mục tiêu", "a) Một", "b) Hai", "2. Nội dung", "c) Ba")[-1] == ("c)", 2, 1)
