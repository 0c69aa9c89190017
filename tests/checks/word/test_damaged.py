"""Whatever the bytes, marking a file gives a file that can be read or a UserError."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.errors import UserError
from checks.finding import Span
from checks.reading import read_bytes
from checks.word.revise import revise
from checks.word.revisions import comments, pending
from tests.checks.reading.damage import edits, mutated
from tests.checks.reading.make import directive, p, package, zipped
from tests.checks.word.files import entries, settled

DATE = datetime(2026, 11, 20, 8, 0)
WORD = directive(marked_up=True)
PARTS = entries(WORD)
XML = sorted(path for path in PARTS if path.endswith((".xml", ".rels")))
STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def attempt(data: bytes) -> bytes | None:
    """Marks at the first words, where the file can be read: as everywhere, reading comes first."""
    try:
        read_bytes(data, "a.docx")
        pending(data)
        comments(data)
        return revise(data, [(Span(0, 2), "mới")], [(Span(3, 6), "Lời bình.")], "chithi", DATE)
    except UserError:
        return None


@settings(max_examples=60, deadline=4_000)
@given(edits)
def test_a_damaged_archive_is_marked_or_refused(changes: list[tuple[float, bytes]]) -> None:
    made = attempt(mutated(WORD, changes))
    assert made is None or read_bytes(made, "a.docx").text


@settings(max_examples=100, deadline=4_000)
@given(st.sampled_from(XML), edits)
def test_damaged_xml_in_a_sound_archive_is_marked_or_refused(path: str, changes: list[tuple[float, bytes]]) -> None:
    made = attempt(zipped({**PARTS, path: mutated(PARTS[path], changes)}))
    assert made is None or read_bytes(made, "a.docx").text


@settings(max_examples=60, deadline=4_000)
@given(
    st.sampled_from(XML),
    st.sampled_from([b"w:p", b"w:r", b"w:tbl", b"w:tc", b"w:t", b"w:pPr"]),
    st.sampled_from([b"w:tc", b"w:sdt", b"w:ins", b"w:x", b"w:txbxContent", b"w:p", b"w:r", b"w:tr"]),
)
def test_elements_in_wrong_places_are_marked_or_refused(path: str, old: bytes, new: bytes) -> None:
    swapped = PARTS[path].replace(b"<" + old + b">", b"<" + new + b">").replace(b"</" + old + b">", b"</" + new + b">")
    made = attempt(zipped({**PARTS, path: swapped}))
    assert made is None or read_bytes(made, "a.docx").text


@pytest.mark.parametrize("path", ["[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_a_document_type_in_a_part_that_is_not_text_is_refused(path: str) -> None:
    parts = entries(package(p("một hai ba")))
    parts[path] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts[path].partition(b"?>")[2]
    with pytest.raises(UserError, match="khai báo XML không an toàn"):
        revise(zipped({**parts}), [], [(Span(0, 3), "a")], "chithi", DATE)


def test_a_package_without_content_types_is_refused_for_comments() -> None:
    parts = entries(package(p("một hai ba")))
    del parts["[Content_Types].xml"]
    with pytest.raises(UserError, match="bị hỏng"):
        revise(zipped({**parts}), [], [(Span(0, 3), "a")], "chithi", DATE)


def test_a_strict_document_is_marked_in_its_own_namespace() -> None:
    parts = entries(package(p("một hai ba")))
    for path, content in parts.items():
        for loose, strict in STRICT.items():
            content = content.replace(loose, strict)
        parts[path] = content
    made = revise(zipped({**parts}), [(Span(0, 3), "bốn")], [(Span(4, 7), "a")], "chithi", DATE)
    after = entries(made)
    assert read_bytes(made, "a.docx").text == "bốn hai ba\n"
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in after["word/comments.xml"]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]


def test_an_archive_written_as_a_stream_keeps_its_descriptors() -> None:
    import io
    import zipfile

    class Stream(io.RawIOBase):
        """Cannot go back, so sizes follow the data."""

        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            self.data += piece
            return len(piece)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in PARTS.items():
            archive.writestr(path, content)
        archive.comment = b"ghi"
    made = revise(bytes(stream.data), [(Span(0, 2), "mới")], [], "chithi", DATE)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.comment == b"ghi"
    assert settled(made, accept=False) is not None
    assert entries(made).keys() == PARTS.keys()
