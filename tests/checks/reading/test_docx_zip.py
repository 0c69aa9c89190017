"""What our own reader of a ZIP accepts is what `zipfile` would have read; all else it leaves to that."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read_bytes
from checks.reading.docx_zip import Plain, plain
from tests.checks.reading.damage import edits, mutated
from tests.checks.reading.make import directive, zipped

SMALL = zipped({"word/document.xml": "<w:document/>" * 9, "word/styles.xml": "x", "word/empty.xml": ""})
MAIN = zipfile.ZipFile(io.BytesIO(directive())).read("word/document.xml")
FIELDS = ("filename", "flag_bits", "compress_type", "CRC", "compress_size", "file_size")


class Pipe(io.BytesIO):
    """What cannot be turned back: sizes follow the data, as LibreOffice writes them."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def piped() -> bytes:
    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr("word/styles.xml", "<w:styles/>")
    return out.getvalue()


def as_zipfile_reads(found: Plain, data: bytes) -> bool:
    """The same entries, and of each the same content or none."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    pairs = list(zip(found.infolist(), archive.infolist(), strict=True))
    if any(getattr(ours, field) != getattr(theirs, field) for ours, theirs in pairs for field in FIELDS):
        return False
    contents = ((found.content(path), path) for path in found.namelist())
    return all(content is None or content == archive.read(path) for content, path in contents)


@pytest.mark.parametrize(
    "data", [directive(), directive(marked_up=True), zipped({"a": "x"}, zipfile.ZIP_STORED), piped()]
)
def test_an_ordinary_file_needs_no_zipfile(data: bytes) -> None:
    found = plain(data)
    assert found is not None
    assert as_zipfile_reads(found, data)
    assert None not in map(found.content, found.namelist())


def test_whichever_byte_is_wrong_nothing_is_read_that_zipfile_would_not_read() -> None:
    for at, byte in enumerate(SMALL):
        for other in {0, 1, 0xFF, byte ^ 1, byte ^ 8}:
            data = SMALL[:at] + bytes([other]) + SMALL[at + 1 :]
            found = plain(data)
            assert found is None or as_zipfile_reads(found, data), (at, other)


@settings(max_examples=200, deadline=2_000)
@given(edits, st.integers(0, 40), st.booleans())
def test_nor_when_more_is_wrong(changes: list[tuple[float, bytes]], lost: int, added: bool) -> None:
    data = mutated(SMALL, changes)
    data = data + bytes(lost) if added else data[: len(data) - lost]
    found = plain(data)
    assert found is None or as_zipfile_reads(found, data)


def with_comment(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"ghi ch\xc3\xba"
    return buffer.getvalue()


UNUSUAL = {
    "a comment": with_comment(directive()),
    "bytes behind it": directive() + b"\r\n",
    "a name that needs decoding": zipped({"word/document.xml": MAIN, "ảnh.png": "x"}),
}


@pytest.mark.parametrize("case", UNUSUAL)
def test_what_is_unusual_is_left_to_zipfile_and_read(case: str) -> None:
    data = UNUSUAL[case]
    assert plain(data) is None
    assert "chỉ thị" in read_bytes(data, "a.docx").text.lower()


def test_entries_that_share_their_bytes_are_left_to_zipfile() -> None:
    data = bytearray(zipped({"a.xml": "x" * 50, "b.xml": "x" * 50}, zipfile.ZIP_STORED))
    second = data.rindex(b"PK\1\2")
    data[second + 42 : second + 46] = bytes(4)
    assert plain(bytes(data)) is None
