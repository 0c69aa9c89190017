"""One table of places, four units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.document import Document
from checks.report.places import Place, Places

TEXTS = st.text("ađẩệ😀\n\r\t\u0301", max_size=60)


def test_vietnamese_letters_and_emoji_are_counted_in_every_unit() -> None:
    text = "thi đua\n“đẩy mạnh cải cách 😀” import"
    assert Places(text).at(text.index("import")) == Place(offset=30, utf16=31, line=2, column=23, column_utf8=38)


@given(TEXTS, st.data())
def test_every_unit_agrees_with_the_encoded_text(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = Places(text).at(offset)
    before = text[:offset]
    line = before.split("\n")[-1]
    assert place == Place(
        offset,
        len(before.encode("utf-16-le")) // 2,
        before.count("\n") + 1,
        len(line) + 1,
        len(line.encode()) + 1,
    )


@given(TEXTS, st.data())
def test_lines_and_columns_are_those_of_the_document(text: str, data: st.DataObject) -> None:
    doc = Document.parse(text)
    offset = data.draw(st.integers(0, len(doc.text)))
    place = Places(doc.text).at(offset)
    assert (place.line, place.column) == doc.place(offset)
