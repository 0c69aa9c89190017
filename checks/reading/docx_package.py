"""The ZIP around a Word file: judged by its directory before anything is unpacked, and its parts as safe XML."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET

from checks.values import NamedTuple

from ..errors import UserError
from .docx_zip import DEFLATED, STORED, Plain, plain
from .source import MEGABYTE, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import zipfile
    from typing import NoReturn

    Archive = Plain | zipfile.ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"

_ENTRIES = 2_000
_TOTAL = 64 * MEGABYTE
_PART = 32 * MEGABYTE
_RATIO = 200
_RATIO_FROM = 1 * MEGABYTE
"""Small parts may be very repetitive: an empty theme or style sheet."""
_TAGS = 1_500_000
"""`<` signs of a part. 500 pages have 300,000; each element costs some 100 bytes of memory."""
_ATTRIBUTES = 1_000_000
_SMALL = 1 * MEGABYTE
_FEW = 30
"""Page headers and footers are read up to this size and number: three of each kind a section."""
_ENCRYPTED = 0x1

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""What Word writes for “Strict Open XML Document” in place of `WORD`."""
_OFFICE_DOCUMENT = re.compile(rb'<Relationship\b[^>]*/officeDocument"[^>]*>')
_TARGET = re.compile(rb'\bTarget="/?(?P<path>[^"]+)"')


class Package(NamedTuple):
    """An opened Word file: `document` is the path of its main part, the others stand beside it."""

    archive: Archive
    name: str
    document: str

    def part(self, path: str, skip: tuple[bytes, bytes] | None = None) -> ET.Element | None:
        """The XML of a part by its path beside the main part, such as `styles.xml`; None when there is none.

        What stands between the two marks of `skip` is not parsed.
        """
        full = f"{self._folder}/{path}"
        return self.parse(full, skip) if full in self.archive.NameToInfo else None

    def parts(self, prefix: str) -> list[ET.Element]:
        """The small parts beside the main part whose names begin so, such as `header`."""
        start = f"{self._folder}/{prefix}"
        paths = [
            path
            for path in self.archive.namelist()
            if path.startswith(start) and path.endswith(".xml") and self.archive.NameToInfo[path].file_size < _SMALL
        ][:_FEW]

        return [self.parse(path) for path in paths]

    def main(self) -> ET.Element:
        return self.parse(self.document)

    @property
    def _folder(self) -> str:
        return self.document.rpartition("/")[0]

    def parse(self, path: str, skip: tuple[bytes, bytes] | None = None) -> ET.Element:
        """The XML of a part by its whole path."""
        data = _as_utf8(unpack(self.archive, path, self.name), self.name)
        if skip:
            data = _without(data, *skip)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UserError(
                f"Tệp {quoted(self.name)} chứa khai báo XML không an toàn: "
                "hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại."
            )
        if data.count(b"<") > _TAGS or data.count(b"=") > _ATTRIBUTES:
            refuse_bomb(self.name)
        # The encoding is given, so that no declaration in the file can make expat see other characters than we did.
        parser = ET.XMLParser(encoding="utf-8")  # noqa: S314 - no DOCTYPE, so no entities; size is bounded above
        try:
            parser.feed(data.replace(_STRICT, WORD.encode()))
            return parser.close()
        except (ET.ParseError, ValueError) as error:
            raise damaged(self.name) from error


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file after judging its directory. Raises UserError for everything that is not one."""
    archive = plain(data) or _unusual(data, name)
    _judge(archive, name)
    names = archive.NameToInfo
    if "word/document.xml" in names:
        return Package(archive, name, "word/document.xml")
    if "_rels/.rels" in names:
        document = _main_part(unpack(archive, "_rels/.rels", name))
        if document in names and document.startswith("word/"):
            return Package(archive, name, document)
    raise _not_word(archive, name)


def unpack(archive: Archive, path: str, name: str) -> bytes:
    """The bytes of one entry, never more than its directory declares."""
    if isinstance(archive, Plain):
        content = archive.content(path)
        if content is not None:
            return content
        archive = _unusual(archive.data, name)
    info = archive.NameToInfo[path]
    try:
        with archive.open(info) as entry:
            # A size is passed because a bare read() inflates everything before it looks at the declared size.
            return entry.read(info.file_size + 1)
    except _broken() as error:
        raise damaged(name) from error


def _unusual(data: bytes, name: str) -> zipfile.ZipFile:
    import zipfile

    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _broken() as error:
        raise damaged(name) from error


def _broken() -> tuple[type[Exception], ...]:
    """What zipfile raises for a directory or a part that lies or is cut short."""
    from zipfile import BadZipFile, LargeZipFile
    from zlib import error

    return (
        *(BadZipFile, LargeZipFile, error, EOFError, NotImplementedError),
        *(OSError, OverflowError, RuntimeError, UnicodeError, ValueError),
    )


def damaged(name: str) -> UserError:
    return UserError(
        f"Tệp Word {quoted(name)} bị hỏng hoặc chưa tải về đủ: hãy tải lại, hoặc mở bằng Word rồi lưu thành tệp mới."
    )


def refuse_bomb(name: str) -> NoReturn:
    raise UserError(
        f"Tệp {quoted(name)} phình ra quá lớn khi mở nên không được đọc: hãy mở bằng Word, "
        "chép phần văn bản cần kiểm tra sang tệp .docx mới."
    )


def _judge(archive: Archive, name: str) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UserError(f"Tệp {quoted(name)} được đặt mật khẩu: hãy bỏ mật khẩu rồi thử lại.")
    if (
        len(entries) > _ENTRIES
        or sum(entry.file_size for entry in entries) > _TOTAL
        or any(entry.file_size > _PART for entry in entries)
        or any(
            entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(entry.compress_size, 1)
            for entry in entries
        )
    ):
        refuse_bomb(name)
    if len(archive.NameToInfo) != len(entries) or any(
        entry.compress_type not in (STORED, DEFLATED) for entry in entries
    ):
        raise damaged(name)


def _without(data: bytes, start: bytes, end: bytes) -> bytes:
    """Each piece from `start` to the next `end` cut out. Not a lazy regex, which takes a day when no end comes."""
    kept = []
    at = 0
    while (begin := data.find(start, at)) >= 0 and (stop := data.find(end, begin)) >= 0:
        kept.append(data[at:begin])
        at = stop + len(end)
    kept.append(data[at:])
    return b"".join(kept)


def _main_part(relationships: bytes) -> str:
    relationship = _OFFICE_DOCUMENT.search(relationships)
    target = relationship and _TARGET.search(relationship[0])
    return target["path"].decode("utf-8", "replace") if target else ""


def _not_word(archive: Archive, name: str) -> UserError:
    names = archive.namelist()
    kind = unpack(archive, "mimetype", name) if "mimetype" in names else b""
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        advice = "là văn bản OpenDocument (.odt): hãy mở bằng LibreOffice hoặc Word rồi lưu lại dạng .docx."
    elif kind.startswith(b"application/vnd.oasis.opendocument") or any(n.startswith(("xl/", "ppt/")) for n in names):
        advice = "là bảng tính hoặc bản trình chiếu: hãy chép nội dung sang một văn bản Word (.docx)."
    elif kind.startswith(b"application/epub"):
        advice = "là sách điện tử: hãy chọn tệp .docx, .pdf, .txt hoặc .md."
    elif any(n.startswith("word/") or n == "[Content_Types].xml" for n in names):
        return damaged(name)
    else:
        advice = "là tệp nén: hãy giải nén rồi chọn tệp văn bản bên trong."
    return UserError(f"Tệp {quoted(name)} {advice}")


def _as_utf8(data: bytes, name: str) -> bytes:
    """XML parts are UTF-8 or, rarely, UTF-16; any other declared encoding is read as UTF-8 and fails as damaged."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16").encode("utf-8")
        except UnicodeError as error:
            raise damaged(name) from error
    return data
