"""The directory of a ZIP archive and the bytes of its entries.

``zipfile`` imports thirty modules, a twentieth of a cold check of a Word file. An archive as every office program writes it
needs none of them; whatever is unusual about one (an old code page, bytes put before it, a lie) is left to ``zipfile``.
"""

from __future__ import annotations

import zlib
from struct import Struct

from checks.values import NamedTuple

STORED, DEFLATED = 0, 8
ENCRYPTED = 0x1
UNUSUAL = 0x60
"""Flags of patched data and of another encryption."""
_END = Struct("<4s4H2LH")
_RECORD = Struct("<4s6H3L5H2L")
_LOCAL = Struct("<4s22xHH")


class DamagedError(Exception):
    """A directory or an entry that lies or is cut short."""


class Entry(NamedTuple):
    """What the directory says of an entry; sizes in bytes."""

    path: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


class Archive(NamedTuple):
    """An opened archive; of entries of one name the last."""

    data: bytes
    entries: dict[str, Entry]
    doubled: bool
    """Whether two entries have one name."""

    def read(self, path: str) -> bytes:
        """The bytes of an entry, never more than its directory declares. Raises DamagedError."""
        entry = self.entries[path]
        head = self.data[entry.offset : entry.offset + _LOCAL.size]
        if len(head) < _LOCAL.size or head[:4] != b"PK\3\4" or entry.flags & UNUSUAL:
            raise DamagedError
        _, name, extra = _LOCAL.unpack(head)
        at = entry.offset + _LOCAL.size
        if self.data[at : at + name].decode("ascii", "replace") != path and path.isascii():
            raise DamagedError
        at += name + extra
        content = self.data[at : at + entry.packed]
        if entry.method == DEFLATED:
            try:
                content = zlib.decompressobj(-15).decompress(content, entry.size + 1)
            except zlib.error as error:
                raise DamagedError from error
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise DamagedError
        return content


def opened(data: bytes) -> Archive:
    """The archive that ``data`` is. Raises DamagedError."""
    found = _plain(data)
    if found is None:
        found = _unusual(data)
    entries = {entry.path: entry for entry in found}
    return Archive(data, entries, len(entries) < len(found))


def _plain(data: bytes) -> list[Entry] | None:
    """The entries of an archive that is nothing but its entries, a directory of ASCII names and the end of that."""
    end = data.rfind(b"PK\5\6")
    if end < 0 or len(data) < end + _END.size:
        return None
    _, *disks, count, size, start, comment = _END.unpack_from(data, end)
    if disks != [0, 0, count] or start + size != end or len(data) != end + _END.size + comment:
        return None
    found = []
    at = start
    for _ in range(count):
        if at + _RECORD.size > end or data[at : at + 4] != b"PK\1\2":
            return None
        _, _, _, flags, method, _, _, crc, packed, whole, *lengths, _, _, _, offset = _RECORD.unpack_from(data, at)
        at += _RECORD.size
        name = data[at : at + lengths[0]]
        if not name.isascii() or b"\0" in name or 0xFFFFFFFF in (packed, whole, offset):
            return None
        found.append(Entry(name.decode(), flags, method, crc, packed, whole, offset))
        at += sum(lengths)
    return found if at == end else None


def _unusual(data: bytes) -> list[Entry]:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [
                Entry(i.filename, i.flag_bits, i.compress_type, i.CRC, i.compress_size, i.file_size, i.header_offset)
                for i in archive.infolist()
            ]
    # All that it raises for a directory that lies
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as error:
        raise DamagedError from error
