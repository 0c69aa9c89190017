"""This year's text tracked in last year's Word file: accepted it is this year's, and little is marked that stayed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.comparison.redline import redline, repairs
from checks.reading import read_bytes
from tests.checks.comparison.plants import pairs

DAY = datetime(2026, 1, 5)


def word_file(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def said(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def applied(before: str, after: str) -> str:
    text = before
    for span, replacement in sorted(repairs(before, after), reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize("name", pairs())
def test_with_all_changes_accepted_it_is_this_years_text(name: str) -> None:
    previous, current = pairs()[name]
    made = redline(word_file(previous.text), current.text, DAY, author="chithi")
    assert (made.left, said(read_bytes(made.data, "a.docx").text)) == ((), said(current.text))


def test_a_paragraph_put_in_leaves_its_neighbours_unmarked() -> None:
    before, after = "Mục tiêu chung.\nTrồng rừng.\n", "Mục tiêu chung.\nMở đường liên thôn.\nTrồng rừng.\n"
    (repair,) = repairs(before, after)
    assert (before[slice(*repair.span)], repair.replacement) == ("", "Mở đường liên thôn.\n")


def test_a_reworded_paragraph_is_marked_by_its_words() -> None:
    before, after = "Trồng mới 20 ha chè ở các thôn vùng cao.\n", "Trồng mới 25 ha chè ở các thôn vùng cao.\n"
    assert [(before[slice(*r.span)], r.replacement) for r in repairs(before, after)] == [("20", "25")]


LINES = st.lists(
    st.sampled_from(["Trồng chè.", "Trồng rừng chè.", "Mở đường thôn.", "Mở đường.", "", "Học tập."]), max_size=9
)


@given(LINES, LINES)
def test_the_repairs_make_one_text_of_the_other(one: list[str], other: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (one, other))
    assert said(applied(before, after)) == said(after)


def test_libreoffice_opens_it(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    previous, current = pairs()["tinh-son-thuy-2026"]
    file = tmp_path / "a.docx"
    file.write_bytes(redline(word_file(previous.text), current.text, DAY, author="chithi").data)
    assert convert(file, "pdf").stat().st_size > 10_000
