"""Bytes in, text out: the only package that knows file formats.

A file is judged by its content; its extension only tells Markdown from plain text. The readers are imported when
first needed, so that reading a .txt costs neither zipfile nor an XML parser.
"""

from __future__ import annotations

import os
import stat

from ..errors import UserError
from .kinds import Kind, kind_of, refuse
from .source import FILE_LIMIT, TEXT_LIMIT, Layout, Margins, PageNumber, Source, quoted, refuse_if_larger
from .stamps import UNREAD, stamped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Layout", "Margins", "PageNumber", "Source", "read", "read_bytes"]

WHOLLY_ASCII = 300
"""Characters without one Vietnamese letter: no directive with its marks begins so."""
_HEAD = 1024
"""Bytes that tell what a file is; PDF allows this much before its first line."""


def read(path: Path | str) -> Source:
    """Read a .txt, .md, .docx or .pdf file. Raises UserError when it cannot be read."""
    shown, name = quoted(str(path)), os.path.basename(path)
    try:
        facts = os.stat(path)
        if stat.S_ISDIR(facts.st_mode) and not os.access(path, os.R_OK | os.X_OK):
            raise UserError(f"Không có quyền mở thư mục {shown} nên các tệp trong đó chưa được đọc: hãy xin quyền đọc.")
        if stat.S_ISDIR(facts.st_mode):
            raise UserError(f"{shown} là một thư mục: hãy nêu tên từng tệp cần đọc trong thư mục đó.")
        if not stat.S_ISREG(facts.st_mode):
            raise UserError(f"{shown} không phải là tệp thông thường: hãy chép nội dung ra một tệp rồi thử lại.")
        with open(path, "rb") as file:
            head = file.read(_HEAD)
            limit = _limit(kind_of(head))
            # Judged before reading on: 50 MB of text must not be loaded to be refused.
            refuse_if_larger(facts.st_size, limit, name)
            data = head + file.read(limit + 1 - len(head))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError(f"Không tìm thấy tệp {shown}: hãy kiểm tra lại tên tệp và thư mục.") from error
    except PermissionError as error:
        raise UserError(
            f"Không có quyền đọc tệp {shown}: hãy xin quyền đọc hoặc chép tệp sang thư mục của mình."
        ) from error
    except (OSError, ValueError) as error:  # a name with NUL or too long, a loop of links, a lost network drive
        raise UserError(f"Không mở được tệp {shown}: hãy kiểm tra lại đường dẫn hoặc chép tệp về máy.") from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Source:
    """Read an upload or standard input; `name` is shown in messages. Raises UserError when it cannot be read."""
    source = _read(data, name)
    if source.text[:WHOLLY_ASCII].isascii():
        from .unmarked import refuse_unmarked

        refuse_unmarked(source.text, name)
    return source._replace(notes=(*source.notes, UNREAD)) if stamped(source.text) else source


def _read(data: bytes, name: str) -> Source:
    kind = kind_of(data)
    refuse_if_larger(len(data), _limit(kind), name)
    if kind is Kind.ZIP:
        from .docx import read_docx

        return read_docx(data, name)
    if kind is Kind.PDF:
        from .pdf import read_pdf

        return read_pdf(data, name)
    if kind is Kind.TEXT:
        from .text import read_text

        return read_text(data, name)
    return refuse(kind, data, name)


def _limit(kind: Kind) -> int:
    return TEXT_LIMIT if kind is Kind.TEXT else FILE_LIMIT
