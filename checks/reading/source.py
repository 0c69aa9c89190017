"""What reading a file gives: its text, what was noticed on the way, and the layout of a Word file."""

from __future__ import annotations

from checks.values import NamedTuple

from ..errors import UserError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

MEGABYTE = 1_000_000
TEXT_LIMIT = 5 * MEGABYTE
"""Most bytes of a text file, and most characters of text taken out of any file."""
FILE_LIMIT = 40 * MEGABYTE
"""Most bytes of a .docx or .pdf; a directive with scanned annexes stays well below."""


class Margins(NamedTuple):
    """Of the first section, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


class PageNumber(NamedTuple):
    """Where the PAGE field stands."""

    place: Literal["header", "footer"]
    alignment: Literal["left", "center", "right"]


class Layout(NamedTuple):
    """The form of a Word file, as far as Nghị định 30/2020/NĐ-CP speaks of it. None: the file does not say."""

    page_width: float | None
    """Millimetres, as is `page_height`."""
    page_height: float | None
    margins: Margins | None
    body_font: str | None
    """The font, and below the size, of most characters outside tables."""
    body_size: float | None
    """Points."""
    first_line_indent: float | None
    """Centimetres, of most long paragraphs outside tables."""
    page_number: PageNumber | None
    header_in_table: bool
    """The national motto stands in a table, as the two-column header needs."""
    automatic_numbers: int
    """Paragraphs whose number or bullet Word writes itself."""
    tracked_changes: int
    comments: int
    hidden_text: bool


class Source(NamedTuple):
    """A text as read.

    `text` is NFC with LF line ends and no BOM. Soft hyphens, zero-width, direction and control characters are
    removed; no-break and other odd blanks and tabs become one space each, so a line keeps its columns wherever
    possible. Lines are never joined here: wrapped lines are the Document's business.
    `notes` are Vietnamese sentences on what was noticed and not checked.
    """

    text: str
    name: str
    format: Literal["text", "markdown", "docx", "pdf"]
    notes: tuple[str, ...] = ()
    layout: Layout | None = None


def quoted(name: str) -> str:
    """A file name as it may stand in a sentence: printable, on one line, in quotation marks."""
    shown = "".join(char if char.isprintable() else "?" for char in name)
    if len(shown) > 120:
        shown = "…" + shown[-119:]
    return f"“{shown or 'không tên'}”"


def refuse_if_larger(size: int, limit: int, name: str) -> None:
    """Raises UserError when a file of `size` bytes passes `limit`."""
    if size > limit:
        raise UserError(
            f"Tệp {quoted(name)} quá lớn ({_megabytes(size)} MB, tối đa {_megabytes(limit)} MB): "
            "hãy tách riêng phần văn bản cần kiểm tra rồi thử lại."
        )


def _megabytes(size: int) -> str:
    tenths = -(-size * 10 // MEGABYTE)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10},{tenths % 10}"
