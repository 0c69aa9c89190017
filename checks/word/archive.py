"""A ZIP archive with some entries changed and all others copied as they are, compressed bytes, dates and order."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL = struct.Struct("<4s5H3L2H")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_SIZES_FOLLOW = 0x8
_VERSION = 20


def rewritten(raw: bytes, changed: Mapping[str, bytes]) -> bytes:
    """`raw`, the bytes of an archive, with the content of `changed` by path; paths it does not have come last."""
    archive = zipfile.ZipFile(io.BytesIO(raw))
    start = archive.start_dir
    entries = sorted(archive.infolist(), key=lambda info: info.header_offset)
    ends = dict(zip((e.header_offset for e in entries), [*(e.header_offset for e in entries[1:]), start], strict=True))
    out = bytearray()
    offsets: dict[str, int] = {}
    records: dict[str, bytes] = {}
    for info in entries:
        offsets[info.filename] = len(out)
        if info.filename not in changed:
            out += raw[info.header_offset : ends[info.header_offset]]
            continue
        local, records[info.filename] = _entry(info, changed[info.filename], len(out))
        out += local
    for path in changed:
        if path not in offsets:
            # Dated 1 January 1980, or the same input would give other bytes on another day.
            info = zipfile.ZipInfo(path)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            local, records[path] = _entry(info, changed[path], len(out))
            out += local
    directory = len(out)
    count = 0
    for info, record in zip(archive.infolist(), _records(raw, start, len(entries)), strict=True):
        out += records.pop(info.filename, b"") or _moved(record, offsets[info.filename])
        count += 1
    for record in records.values():
        out += record
        count += 1
    size = len(out) - directory
    comment = archive.comment
    return bytes(out + _END.pack(b"PK\5\6", 0, 0, count, count, size, directory, len(comment)) + comment)


def _entry(info: zipfile.ZipInfo, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """Local entry and directory record."""
    if info.compress_type == zipfile.ZIP_DEFLATED:
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = deflate.compress(content) + deflate.flush()
    else:
        packed = content
    name = info.orig_filename.encode()
    flags = info.flag_bits & ~_SIZES_FOLLOW
    year, month, day, hour, minute, second = info.date_time
    date = ((year - 1980) << 9) | (month << 5) | day
    time = (hour << 11) | (minute << 5) | (second // 2)
    said = (flags, info.compress_type, time, date, zlib.crc32(content), len(packed), len(content), len(name))
    local = _LOCAL.pack(b"PK\3\4", _VERSION, *said, 0) + name + packed
    made_by = (info.create_system << 8) | info.create_version
    record = _DIRECTORY.pack(
        b"PK\1\2", made_by, _VERSION, *said, 0, len(info.comment), 0, info.internal_attr, info.external_attr, offset
    )
    return local, record + name + info.comment


def _records(raw: bytes, at: int, count: int) -> list[bytes]:
    """The records of the central directory as they are."""
    out = []
    for _ in range(count):
        fields = _DIRECTORY.unpack_from(raw, at)
        end = at + _DIRECTORY.size + sum(fields[10:13])
        out.append(raw[at:end])
        at = end
    return out


def _moved(record: bytes, offset: int) -> bytes:
    return record[: _DIRECTORY.size - 4] + struct.pack("<L", offset) + record[_DIRECTORY.size :]
