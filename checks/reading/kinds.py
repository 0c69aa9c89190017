"""What a file is, told by its first bytes, and what to do with those that are not read."""

from __future__ import annotations

from enum import Enum

from ..errors import UserError
from .source import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


class Kind(Enum):
    """A family of files that is treated alike."""

    TEXT = "text"
    ZIP = "zip"
    PDF = "pdf"
    OLE = "ole"
    RTF = "rtf"
    WEB = "web"
    WORD_XML = "word-xml"
    IMAGE = "image"
    ARCHIVE = "archive"
    PROGRAM = "program"
    RECORDING = "recording"


_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"{\\rtf", Kind.RTF),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"Rar!\x1a", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"MZ\x90\0", Kind.PROGRAM),
    (b"\x7fELF", Kind.PROGRAM),
    (b"ID3", Kind.RECORDING),
    (b"OggS", Kind.RECORDING),
)
_WEB = (b"<!doctype html", b"<html", b"mime-version:")
_XML = b"<?xml"

_ADVICE = {
    Kind.RTF: "là văn bản RTF: hãy mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx.",
    Kind.WEB: "là trang web chứ không phải văn bản Word: hãy mở bằng Word rồi lưu lại dạng .docx.",
    Kind.WORD_XML: "là tệp XML: hãy mở bằng Word rồi lưu lại dạng .docx.",
    Kind.IMAGE: "là hình ảnh: hãy dùng tệp Word gốc hoặc nhận dạng chữ (OCR) trước.",
    Kind.ARCHIVE: "là tệp nén: hãy giải nén rồi chọn tệp văn bản bên trong.",
    Kind.PROGRAM: "là chương trình chứ không phải văn bản: hãy chọn tệp .docx, .pdf, .txt hoặc .md.",
    Kind.RECORDING: "là tệp âm thanh hoặc phim: hãy chọn tệp .docx, .pdf, .txt hoặc .md.",
}


def kind_of(data: bytes) -> Kind:
    """What the content is, whatever the file is called. Anything unknown is taken for text and judged there."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return Kind.IMAGE
    if data[:4] == b"RIFF":
        return Kind.IMAGE if data[8:12] == b"WEBP" else Kind.RECORDING
    if data[4:8] == b"ftyp":
        return Kind.IMAGE if data[8:12] in {b"heic", b"heix", b"mif1", b"avif"} else Kind.RECORDING
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_WEB):
        return Kind.WEB
    return Kind.WORD_XML if start.startswith(_XML) else Kind.TEXT


def refuse(kind: Kind, data: bytes, name: str) -> NoReturn:
    """Say why a file of this kind is not read and what to do instead."""
    raise UserError(f"Tệp {quoted(name)} {_old_office(data) if kind is Kind.OLE else _ADVICE[kind]}")


def _old_office(data: bytes) -> str:
    """A compound file names its streams in UTF-16: a locked .docx hides in one called EncryptedPackage."""
    if _stream(data, "EncryptedPackage"):
        return "được đặt mật khẩu: hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
    if _stream(data, "WordDocument"):
        return "là văn bản Word 97-2003 (.doc): hãy mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx."
    if _stream(data, "Workbook") or _stream(data, "Book"):
        return "là bảng tính Excel: hãy chép nội dung sang một văn bản Word (.docx)."
    return "thuộc định dạng Office đời cũ: hãy mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx."


def is_word_97(data: bytes) -> bool:
    """Is a compound file a .doc that can be opened?"""
    return _stream(data, "WordDocument") and not _stream(data, "EncryptedPackage")


def _stream(data: bytes, name: str) -> bool:
    return (name + "\0").encode("utf-16-le") in data
