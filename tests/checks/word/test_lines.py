"""Whole paragraphs put in or taken out are tracked too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.finding import Span
from checks.reading import read_bytes
from checks.word.changes import changes
from checks.word.places import places
from checks.word.revise import Revised, revised
from tests.checks.reading.make import p, package, run, table
from tests.checks.word.files import W, file, paragraphs, parts, settled

SettleAll = Callable[[list[tuple[bytes, bool]]], list[bytes]]
DATE = datetime(2026, 11, 20, 8, 0)
LEFT = p("Nơi nhận:") + p("- Như trên;") + p("- Sở Nội vụ;") + p("- Lưu: VT.")
SIGNED = package(p("Văn bản.") + table((LEFT, p("CHỦ TỊCH"))) + p("Hết."))
PROSE = package(p(inner=run("Một.", "<w:b/>")) + p("Hai.") + p("Ba."))
NUMBERED = file(p("Mục một", num=1, level=0) + p("Mục hai", num=1, level=0) + p("Mục ba", num=1, level=0) + p("Hết."))
BULLETS = file(p("Một;", num=1, level=1) + p("Hai;", num=1, level=1) + p("Hết."))
CASES = {
    "a line behind another": (PROSE, "Hai.", "Hai.\n\nHai rưỡi."),
    "two lines": (PROSE, "Một.", "Một.\n\nX.\n\nY."),
    "a line at the end": (PROSE, "Ba.", "Ba.\n\nBốn."),
    "a line taken out": (PROSE, "Hai.\n\n", ""),
    "two lines taken out": (PROSE, "Một.\n\nHai.\n\n", ""),
    "the last line taken out": (PROSE, "\n\nBa.", ""),
    "an item put into a cell": (SIGNED, "- Sở Nội vụ;", "- Sở Nội vụ;\n- Sở Tài chính;"),
    "an item put at the end of a cell": (SIGNED, "- Lưu: VT.", "- Lưu: VT.\n- Cổng thông tin."),
    "an item taken out of a cell": (SIGNED, "- Sở Nội vụ;\n", ""),
    "the last item of a cell taken out": (SIGNED, "\n- Lưu: VT.", ""),
    "a bullet of an automatic list": (BULLETS, "- Một;", "- Một;\n- Một rưỡi;"),
    "a line that no list numbers": (NUMBERED, "3. Mục ba", "3. Mục ba\n\nLời thêm."),
}


def text_of(data: bytes) -> str:
    return read_bytes(data, "a.docx").text


def made(data: bytes, was: str, now: str) -> Revised:
    found = places(data)
    return revised(found, data, changes(found.text, found.text.replace(was, now)), [], "chithi", DATE)


@pytest.mark.parametrize("case", CASES)
def test_accepted_it_is_the_new_text_and_rejected_the_old_one(case: str) -> None:
    data, was, now = CASES[case]
    one = made(data, was, now)
    assert one.left == ()
    assert text_of(settled(one.data, accept=True)) == text_of(data).replace(was, now)
    assert text_of(settled(one.data, accept=False)) == text_of(data)
    assert text_of(one.data) == text_of(data).replace(was, now)


@pytest.fixture(scope="module")
def settled_by_libreoffice(settle_all: SettleAll) -> dict[str, tuple[bytes, bytes]]:
    """Each case accepted and rejected."""
    files = [(made(*case).data, accept) for case in CASES.values() for accept in (True, False)]
    both = iter(settle_all(files))
    return dict(zip(CASES, zip(both, both, strict=True), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_libreoffice_agrees(case: str, settled_by_libreoffice: dict[str, tuple[bytes, bytes]]) -> None:
    data, was, now = CASES[case]
    accepted, rejected = settled_by_libreoffice[case]
    assert text_of(accepted) == text_of(data).replace(was, now)
    assert text_of(rejected) == text_of(data)


def words(text: str) -> str:
    """Letters alone: a list numbers its items anew, and a dash may be typed or automatic."""
    return "".join(char for char in text if char.isalpha())


@given(
    st.lists(paragraphs, min_size=2, max_size=6).map("".join).map(file),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(["", "Dòng mới", "- mục mới"])), max_size=3),
)
def test_lines_put_in_and_taken_out_anywhere(data: bytes, edits: list[tuple[float, str]]) -> None:
    found = places(data)
    lines = found.text.split("\n")
    for place, new in edits:
        at = int(place * len(lines))
        lines[at : at + (not new)] = [new] if new else []
    repairs = changes(found.text, "\n".join(lines))
    one = revised(found, data, repairs, [], "chithi", DATE)
    expected, done = "", 0
    for span, replacement in repairs:
        kept = any(span == left.span for left in one.left)
        expected += found.text[done : span.start] + (found.text[slice(*span)] if kept else replacement)
        done = span.end
    expected += found.text[done:]
    assert text_of(settled(one.data, accept=False)) == found.text
    if words(expected):
        assert words(text_of(settled(one.data, accept=True))) == words(expected)


def test_a_new_line_looks_like_the_one_before() -> None:
    one = made(PROSE, "Một.", "Một.\n\nX.")
    new = next(ins for ins in parts(one.data)["word/document.xml"].iter(f"{W}ins") if "".join(ins.itertext()) == "X.")
    assert new.find(f"{W}r/{W}rPr/{W}b") is not None


def test_an_automatic_number_is_left_to_word() -> None:
    one = made(NUMBERED, "1. Mục một", "1. Mục một\n\n2. Mục chen")
    assert "2. Mục chen\n\n3. Mục hai\n\n4. Mục ba" in text_of(one.data)


def test_two_paragraphs_made_one_are_words_put_in_and_a_line_taken_out() -> None:
    one = made(PROSE, "Hai.\n\nBa.", "Hai. Ba.")
    assert one.left == ()
    assert text_of(settled(one.data, accept=True)) == "Một.\n\nHai. Ba.\n"


def test_the_blank_between_two_paragraphs_gets_a_comment() -> None:
    found = places(PROSE)
    at = found.text.index("\n\nBa.")
    one = revised(found, PROSE, [(Span(at, at + 2), " ")], [], "chithi", DATE)
    assert len(one.left) == 1
    assert text_of(one.data) == text_of(PROSE)


def test_a_row_of_figures_taken_out_gets_a_comment() -> None:
    data = package(table(("TT", "Chỉ tiêu", "Số"), ("1", "Trồng rừng", "500"), ("2", "Thu", "9")))
    one = made(data, "1 | Trồng rừng | 500\n", "")
    assert len(one.left) == 1
    assert text_of(one.data) == text_of(data)
