"""What `zipfile` reads of an archive is what our own reader of its directory reads."""

from __future__ import annotations

import io
import zipfile

import pytest

from checks.reading import archive
from checks.reading.archive import DamagedError, opened
from tests.checks.reading.make import zipped

FILES: dict[str, str | bytes] = {
    "word/document.xml": "<w>chỉ thị</w>" * 50,
    "docProps/app.xml": "<a/>",
    "empty.xml": "",
}
WHOLE = zipped(FILES)


def contents(data: bytes) -> dict[str, bytes]:
    read = opened(data)
    return {path: read.read(path) for path in read.entries}


def theirs(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {path: file.read(path) for path in file.namelist()}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_ordinary_archive_is_read_without_zipfile(method: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_unusual", lambda _: pytest.fail("asked zipfile"))
    data = zipped(FILES, method)
    assert contents(data) == theirs(data)


@pytest.mark.parametrize("data", [b"bytes before it" + WHOLE, zipped({"Chỉ thị.xml": "<a/>", "b.xml": "<b/>"})])
def test_an_unusual_archive_is_read_as_zipfile_reads_it(data: bytes) -> None:
    assert contents(data) == theirs(data)


@pytest.mark.parametrize("at", range(0, len(WHOLE), 7))
def test_a_changed_byte_gives_the_same_content_or_none(at: int) -> None:
    changed = WHOLE[:at] + bytes([WHOLE[at] ^ 0xFF]) + WHOLE[at + 1 :]
    try:
        read = contents(changed)
    except DamagedError:
        return
    assert set(read.values()) <= set(theirs(WHOLE).values())


@pytest.mark.parametrize("length", [0, 3, 21, 22, len(WHOLE) - 30, len(WHOLE) - 1])
def test_what_is_cut_short_is_damaged(length: int) -> None:
    with pytest.raises(DamagedError):
        contents(WHOLE[:length])
