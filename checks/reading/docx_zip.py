"""A ZIP as word processors write it, read without `zipfile`, whose import costs as much as parsing the document.

Whatever is not wholly so is for `zipfile` to judge: the directory stands at the end and tells the whole file, its entries
stand one behind the other as it says, nothing is encrypted or ZIP64, and names are ASCII.
"""

from __future__ import annotations

import zlib

from checks.values import NamedTuple

STORED, DEFLATED = 0, 8
_USUAL_FLAGS = 0x0002 | 0x0004 | 0x0008 | 0x0800
"""How hard it was compressed, sizes that follow the data, names in UTF-8."""
_VERSION = b"\x3f"
"""What `zipfile` knows: 6.3."""
_END, _RECORD, _LOCAL = 22, 46, 30
"""Bytes of the end of the directory, of one record in it, and of what stands before an entry; each without names."""


class Entry(NamedTuple):
    """What the directory says of an entry, named as in `zipfile.ZipInfo`; its data begins at `start`."""

    filename: str
    flag_bits: int
    compress_type: int
    CRC: int
    compress_size: int
    file_size: int
    start: int


class Plain(NamedTuple):
    """What is asked of a `zipfile.ZipFile`, of one that has nothing unusual."""

    data: bytes
    NameToInfo: dict[str, Entry]

    def namelist(self) -> list[str]:
        return list(self.NameToInfo)

    def infolist(self) -> list[Entry]:
        return list(self.NameToInfo.values())

    def content(self, path: str) -> bytes | None:
        """An entry unpacked, never more than its directory declares; None if that is not what the directory declares."""
        entry = self.NameToInfo[path]
        packed = self.data[entry.start : entry.start + entry.compress_size]
        try:
            deflated = entry.compress_type == DEFLATED
            # One byte more than declared: a limit of 0 would be none.
            found = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1) if deflated else packed
        except zlib.error:
            return None
        return found if (len(found), zlib.crc32(found)) == (entry.file_size, entry.CRC) else None


def plain(data: bytes) -> Plain | None:
    """The archive, or None if anything about it is unusual."""
    end = len(data) - _END
    if end < 0 or data[end : end + 8] != b"PK\5\6\0\0\0\0" or any(data[-2:]):  # several disks, a comment
        return None
    if data.startswith(b"PK\6\7", max(0, end - 20)):  # ZIP64
        return None
    count, size, at = _number(data, end + 10, 2), _number(data, end + 12, 4), _number(data, end + 16, 4)
    directory = at
    if _number(data, end + 8, 2) != count or at + size != end:
        return None
    entries: dict[str, Entry] = {}
    behind = 0
    for _ in range(count):
        entry = _entry(data, at, behind)
        if entry is None:
            return None
        entries[entry.filename] = entry
        behind = entry.start + entry.compress_size
        at += _RECORD + len(entry.filename)
    return Plain(data, entries) if at == end and behind <= directory and len(entries) == count else None


def _entry(data: bytes, at: int, behind: int) -> Entry | None:
    """The entry whose record in the directory is at `at`; None unless it stands where it says, not before `behind`."""
    flags, method = _number(data, at + 8, 2), _number(data, at + 10, 2)
    crc, packed, size = (_number(data, at + place, 4) for place in (16, 20, 24))
    length, local = _number(data, at + 28, 2), _number(data, at + 42, 4)
    name = data[at + _RECORD : at + _RECORD + length]
    if (
        data[at : at + 4] != b"PK\1\2"
        or data[at + 6 : at + 7] > _VERSION
        or flags & ~_USUAL_FLAGS
        or method not in (STORED, DEFLATED)
        or (method == STORED and packed != size)
        or any(data[at + 30 : at + 36])  # more fields (ZIP64 is one), a comment, another disk
        or local < behind
        or data[local : local + 4] != b"PK\3\4"
        or data[local + 26 : local + 28] != data[at + 28 : at + 30]
        or data[local + _LOCAL : local + _LOCAL + length] != name
        or not name.isascii()
        or not name.decode("latin-1").isprintable()
        or b"\\" in name
    ):  # fmt: skip
        return None
    start = local + _LOCAL + length + _number(data, local + 28, 2)
    return Entry(name.decode(), flags, method, crc, packed, size, start)


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")
