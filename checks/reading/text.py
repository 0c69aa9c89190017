"""Plain text and Markdown in any encoding an office still has, and the clean-up every reader ends with."""

from __future__ import annotations

import os
import re

from checks.letters import composed
from checks.values import NamedTuple

from ..errors import UserError
from . import legacy
from .source import MEGABYTE, TEXT_LIMIT, Source, quoted, refuse_if_larger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    # Before UTF-16, whose little-endian mark begins this one.
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MARKDOWN = {".md", ".markdown"}

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNUSUAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ud800-\udfff\uf000-\uf0ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_BLANK = frozenset("\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_BREAK = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_SOFT = frozenset("\xad\ufeff")
"""Left by word processors everywhere and hiding nothing, so not worth a note."""
_REPLACEMENT = "\ufffd"

_COLUMNS, _ROWS = 3, 3
"""The least that tabs make a table of."""
_GAP = re.compile(r" {2,}")
# “4  Sản lượng khai thác thủy sản  tấn  279.000  285.000”: lines set out by blanks are rows where each has its number
# before and its figure behind; a head, a signature, a line drawn out to the margin have not.
_NUMBERED = re.compile(
    r" *(?:\d{1,3}(?:\.\d)?|[IVX]{1,4})[.)]? {2,}.*  [<>≥≤+-]? ?\d[\d.,]* ?%?(?: ?[-–/] ?[\d.,]+%?)? *$"
)

_SPACED = {
    "S ố": "Số",
    "N g à y": "Ngày",
    "n g à y": "ngày",
    "t h á n g": "tháng",
    "n ă m": "năm",
    "C H Ỉ T H Ị": "CHỈ THỊ",
    "K Ế H O Ạ C H": "KẾ HOẠCH",
    "Q U Y Ế T Đ Ị N H": "QUYẾT ĐỊNH",
}
"""Words of the head that recognised scans give letter by letter; no word of the body is guessed at."""

_WINDOWS = range(0x80, 0xA0)
"""Windows has quotation marks and dashes there, Latin-1 nothing."""


class Tidied(NamedTuple):
    text: str
    notes: tuple[str, ...]


def read_text(data: bytes, name: str) -> Source:
    """Read UTF-8, UTF-16, Windows-1258, TCVN3 or VNI text. Raises UserError for anything else and for nothing."""
    refuse_if_larger(len(data), TEXT_LIMIT, name)
    text, notes = closed_up(tidy(rows_marked(_decode(data, name))))
    if not text.strip():
        raise UserError(f"Tệp {quoted(name)} không có chữ nào: hãy kiểm tra xem đã chọn đúng tệp và đã lưu chưa.")
    return Source(text, name, _format(name), notes)


def tidy(raw: str) -> Tidied:
    """Any reader's text as `Source.text` promises it, with what there is to say about it."""
    notes = []
    text, code = legacy.modernise(raw)
    if code:
        notes.append(f"Văn bản dùng bảng mã {code} và đã được chuyển sang Unicode: hãy soát lại các chữ hoa có dấu.")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNUSUAL.search(text):
        hidden = sum(_clean(char) == "" and char not in _SOFT for char in _UNUSUAL.findall(text))
        text = _UNUSUAL.sub(lambda match: _clean(match[0]), text)
        if hidden:
            notes.append(f"Đã bỏ {hidden} ký tự không nhìn thấy khỏi văn bản.")
    text = composed(text)
    if _REPLACEMENT in text:
        notes.append(f"Có {text.count(_REPLACEMENT)} ký tự bị hỏng, hiện là “{_REPLACEMENT}”: hãy xem lại bản gốc.")
    return Tidied(text, tuple(notes))


def rows_marked(text: str) -> str:
    """Rows of cells parted by tabs, as a table copied out of Word or a sheet, or by several blanks, as out of a PDF,
    with “ | ” between them as in a Word file."""
    if "  " in text:
        text = _rows_set_apart(text)
    if "\t" not in text:
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        tabs, end = lines[at].count("\t"), at + 1
        # A head, a signature or an indented line is set with tabs, too, but not in three columns.
        if tabs + 1 >= _COLUMNS and all(cell.strip() for cell in lines[at].split("\t")):
            while end < len(lines) and lines[end].count("\t") == tabs:
                end += 1
            if end - at >= _ROWS:
                lines[at:end] = [" | ".join(map(str.strip, line.split("\t"))).strip() for line in lines[at:end]]
        at = end
    return "\n".join(lines)


def _rows_set_apart(text: str) -> str:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        row = _columns(lines[at])
        end = at + 1
        while row and end < len(lines) and len(_columns(lines[end])) == len(row):
            end += 1
        if len(row) >= _COLUMNS and end - at >= _ROWS and all(map(_NUMBERED.match, lines[at + 1 : end])):
            lines[at:end] = [" | ".join(_columns(line)) for line in lines[at:end]]
        at = end
    return "\n".join(lines)


def _columns(line: str) -> list[str]:
    return _GAP.split(line.strip()) if "  " in line else []


def closed_up(tidied: Tidied) -> Tidied:
    """“S ố : 12”, “n g à y 05” of a recognised scan with their words closed up."""
    text, notes = tidied
    for spaced in [word for word in _SPACED if word in text]:
        text = re.sub(rf"(?<![^\W_]){spaced}(?![^\W_]| [^\W\d_](?![^\W_]))", _SPACED[spaced], text)
    if text == tidied.text:
        return tidied
    return Tidied(text, (*notes, "Văn bản có chữ rời từng chữ cái (“n g à y”), đã được đọc liền: hãy xem lại bản gốc."))


def refuse_long_text(length: int, name: str) -> None:
    """Raises UserError for a .docx or .pdf that holds more text than any directive: it is made to choke readers."""
    if length > TEXT_LIMIT:
        raise UserError(
            f"Tệp {quoted(name)} chứa quá nhiều chữ (tối đa {TEXT_LIMIT // MEGABYTE} triệu ký tự): "
            "hãy tách riêng phần văn bản cần kiểm tra rồi thử lại."
        )


def _format(name: str) -> Literal["text", "markdown"]:
    return "markdown" if os.path.splitext(name)[1].lower() in _MARKDOWN else "text"


def _clean(char: str) -> str:
    if char in _BLANK:
        return " "
    if char in _BREAK:
        return "\n"
    if "\uf000" <= char <= "\uf0ff":
        from .symbols import of_symbol_font

        return of_symbol_font(ord(char))
    # Half of a surrogate pair, as a PDF may hold: no text can be written with it.
    return _REPLACEMENT if char == _REPLACEMENT or "\ud800" <= char <= "\udfff" else ""


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    if b"\0" in data:
        return _strictly(data, _wide(data), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _damaged_utf8(data) or _eight_bit(data, name)
    _refuse_binary(text, name)
    return text


def _strictly(data: bytes, encoding: str | None, name: str) -> str:
    """UTF-16 and UTF-32 admit nearly any bytes, so what comes out must also look like text."""
    try:
        text = data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if data and not text:
        raise UserError(_BINARY.format(quoted(name)))
    _refuse_binary(text, name)
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: in Vietnamese most letters have a zero byte, always on the same side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd * 5 > len(data) and even * 20 < odd:
        return "utf-16-le"
    if even * 5 > len(data) and odd * 20 < even:
        return "utf-16-be"
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 cut or patched by a careless program: nearly all of its accented letters still decode."""
    text = data.decode("utf-8", "replace")
    accented = sum(not char.isascii() for char in text)
    return text if text.count(_REPLACEMENT) * 20 < accented else None


def _eight_bit(data: bytes, name: str) -> str:
    """Windows-1258, or Latin letters that `tidy` will recognise as TCVN3 or VNI."""
    marks = {code: bytes([code]).decode("cp1252", "ignore") or None for code in _WINDOWS}
    latin = data.decode("latin-1").translate(marks)
    _refuse_binary(latin, name)
    try:
        windows = data.decode("cp1258")
    except UnicodeDecodeError:
        windows = ""
    old = legacy.modernise(latin)
    if legacy.vietnamese(windows) > legacy.vietnamese(old.text):
        return windows
    if old.code:
        return latin
    raise UserError(f"Không nhận ra bảng mã của tệp {quoted(name)}: hãy mở tệp, lưu lại với bảng mã UTF-8 rồi thử lại.")


_BINARY = "Tệp {} không phải là văn bản: hãy chọn tệp .docx, .pdf, .txt hoặc .md."


def _refuse_binary(text: str, name: str) -> None:
    if len(_CONTROL.findall(text)) * 200 > len(text):
        raise UserError(_BINARY.format(quoted(name)))
