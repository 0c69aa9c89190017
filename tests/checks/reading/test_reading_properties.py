"""Whatever the bytes, reading gives a text as promised or a UserError, and soon."""

from __future__ import annotations

import io
import unicodedata
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.errors import UserError
from checks.reading import Source, read_bytes
from tests.checks.reading.damage import edits, mutated
from tests.checks.reading.make import directive, pdf, zipped

WORD = directive(marked_up=True)
with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
    PARTS = {path: archive.read(path) for path in archive.namelist() if path.endswith((".xml", ".rels"))}
PDF = pdf("Phat dong phong trao thi dua\n" * 5, "trang hai co them vai dong chu")
FORBIDDEN = set("\r\t\f\v\0\u00a0\u00ad\u200b\ufeff\u2028")

few = settings(max_examples=60, deadline=2_000)


def attempt(data: bytes, name: str = "a.docx") -> Source | None:
    try:
        return read_bytes(data, name)
    except UserError:
        return None


def promised(source: Source | None) -> bool:
    if source is None:
        return True
    text = source.text
    return bool(text.strip()) and not FORBIDDEN & set(text) and unicodedata.is_normalized("NFC", text)


@few
@given(st.binary(max_size=400))
def test_random_bytes_are_read_as_promised_or_refused(data: bytes) -> None:
    assert promised(attempt(data))


@few
@given(
    st.sampled_from([b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"{\\rtf"]),
    st.binary(max_size=300),
)
def test_random_bytes_behind_a_known_beginning_are_too(magic: bytes, data: bytes) -> None:
    assert promised(attempt(magic + data))


@few
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le"]))
def test_any_text_is_read_as_promised(text: str, encoding: str) -> None:
    assert promised(attempt(text.encode(encoding, "replace"), "a.txt"))


@few
@given(edits)
def test_a_damaged_archive_is_read_or_refused(changes: list[tuple[float, bytes]]) -> None:
    assert promised(attempt(mutated(WORD, changes)))


@few
@given(st.integers(0, len(WORD)))
def test_a_file_cut_short_is_read_or_refused(length: int) -> None:
    assert promised(attempt(WORD[:length]))


@few
@given(st.sampled_from(sorted(PARTS)), edits)
def test_damaged_xml_in_a_sound_archive_is_read_or_refused(path: str, changes: list[tuple[float, bytes]]) -> None:
    assert promised(attempt(zipped({**PARTS, path: mutated(PARTS[path], changes)})))


@few
@given(
    st.sampled_from(sorted(PARTS)),
    st.sampled_from([b"w:p", b"w:r", b"w:tbl", b"w:val", b"w:ilvl", b"w:t"]),
    st.sampled_from([b"w:tc", b"w:sdt", b"w:ins", b"w:x", b"w:txbxContent", b"w:p"]),
)
def test_elements_in_wrong_places_are_read_or_refused(path: str, old: bytes, new: bytes) -> None:
    swapped = PARTS[path].replace(b"<" + old + b">", b"<" + new + b">").replace(b"</" + old + b">", b"</" + new + b">")
    assert promised(attempt(zipped({**PARTS, path: swapped})))


@few
@given(edits)
def test_a_damaged_pdf_is_read_or_refused(changes: list[tuple[float, bytes]]) -> None:
    assert promised(attempt(mutated(PDF, changes), "a.pdf"))
