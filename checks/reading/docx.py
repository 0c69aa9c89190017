"""A Word file as text, with the standard library only.

One rule places the paragraphs: each stands on a line of its own followed by a blank line, except that paragraphs
beginning with “- ” or “+ ”, typed or automatic, follow one another directly, as do the rows of a data table. A manual
line break stays a line end inside its paragraph. Footnotes come after everything else.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

from ..errors import UserError
from .docx_body import Walk
from .docx_layout import Edges, layout
from .docx_numbering import Numbering
from .docx_package import Package, W, damaged, open_package
from .docx_styles import TABLE_STYLES, load_styles
from .source import Source, quoted
from .text import tidy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    _Walk = TypeVar("_Walk", bound=Walk)

_BULLETS = ("- ", "+ ")
_BLANK_LINES = re.compile(r"\n{3,}")


def read_docx(data: bytes, name: str) -> Source:
    """Read a .docx file. Raises UserError for one that is locked, damaged, empty or made to choke its reader."""
    package = open_package(data, name)
    try:
        return _read(package, name)
    except RecursionError as error:  # content controls or boxes nested hundreds deep: no person wrote this
        raise damaged(name) from error


def _read(package: Package, name: str) -> Source:
    document = package.main()
    body = document.find(f"{W}body")
    if body is None:
        raise damaged(name)
    walk = begin(Walk, package, name)
    blocks = walk.blocks(body)
    edges = Edges(package.parts("header"), package.parts("footer"))
    form = layout(document, package, edges, walk)
    blocks += footnotes(walk, package.part)
    text, notes = tidy(join(blocks))
    if not text.strip():
        raise UserError(
            f"Tệp {quoted(name)} không có chữ nào để đọc: hãy kiểm tra xem đã chọn đúng tệp chưa, "
            "hoặc nhận dạng chữ (OCR) nếu tệp chỉ chứa ảnh quét."
        )
    return Source(text, name, "docx", (*notes, *_noticed(walk, edges)), form)


def begin(walk: type[_Walk], package: Package, name: str) -> _Walk:
    """A walk that knows the styles and lists of the package."""
    styles = load_styles(package.part("styles.xml", TABLE_STYLES))
    return walk(name, styles, Numbering(package.part("numbering.xml"), styles.references()))


def join(blocks: list[str]) -> str:
    """The blocks as one text, each on lines of its own."""
    lines: list[str] = []
    for before, block in zip(["", *blocks], blocks, strict=False):
        if before:
            lines.append("\n" if _is_item(before) and _is_item(block) else "\n\n")
        lines.append(block)
    return _BLANK_LINES.sub("\n\n", "".join(lines)) + "\n"


def _is_item(block: str) -> bool:
    """Begins with a bullet, or is nothing but one: an item that was left empty."""
    return f"{block} ".startswith(_BULLETS)


def footnotes(walk: Walk, load: Callable[[str], ET.Element | None]) -> list[str]:
    """The notes that `walk` came by; `load` gives a part by its name."""
    blocks: list[str] = []
    for part in ("footnotes", "endnotes"):
        wanted = dict.fromkeys(key for kind, key in walk.footnotes if kind == part)
        root = load(f"{part}.xml") if wanted else None
        notes = {note.get(f"{W}id"): note for note in root} if root is not None else {}
        for key in wanted:
            if key in notes:
                blocks += walk.blocks(notes[key])
    return blocks


def _noticed(walk: Walk, edges: Edges) -> list[str]:
    said = []
    if walk.tracked_changes:
        said.append(
            f"Tệp còn {walk.tracked_changes} chỗ sửa có theo dõi (Track Changes) chưa được chấp nhận: "
            "đã kiểm tra văn bản như khi chấp nhận tất cả."
        )
    if walk.comments:
        said.append(f"Tệp còn {walk.comments} lời góp ý (Comment), không được kiểm tra: hãy xóa trước khi ban hành.")
    if walk.hidden:
        said.append(f"Tệp có {walk.hidden} ký tự ở dạng chữ ẩn, không được kiểm tra: hãy hiện ra hoặc xóa đi.")
    if walk.pictures:
        said.append(f"Tệp có {walk.pictures} hình ảnh hoặc biểu đồ: chữ trong đó không được đọc.")
    if walk.embedded:
        said.append(f"Tệp có {walk.embedded} đối tượng nhúng từ chương trình khác: chữ trong đó không được đọc.")
    if walk.footnotes:
        said.append(f"Nội dung {len(walk.footnotes)} chú thích được đưa xuống cuối phần văn bản.")
    if edges.say_words():
        said.append("Chữ ở đầu trang và cuối trang không được kiểm tra.")
    said += [
        f"Văn bản có chữ dùng phông {code} và đã được chuyển sang Unicode: hãy đổi sang phông Times New Roman."
        for code in sorted(walk.fonts_converted)
    ]
    return said
