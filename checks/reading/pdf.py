"""The text layer of a PDF, page by page, without page numbers and running titles.

A PDF knows lines, not paragraphs. Lines stay as they are, wrapped or hyphenated; only where a line is indented like
the first of a paragraph, as every administrative text is set, a blank line is put before it. A line that begins at
the margin continues, also across pages: “phát” / “triển kinh tế”. Of ruled tables it knows the rules (`pdf_tables`).
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import ne
from typing import Any, Literal

from checks.letters import with_own_letters
from checks.values import NamedTuple

from ..errors import UserError
from .pdf_tables import rejoined, tables
from .source import Source, quoted
from .text import Tidied, closed_up, refuse_long_text, tidy

_PAGES = 300
_LETTERS_OF_A_PAGE = 8
"""A page with fewer is a scanned one, with at most its number as text."""
_LETTERS_OF_A_STAMP = 100
_LETTERS_ON_AVERAGE = 30
"""A scanned file may still carry the text of its digital signature's stamp."""
_RUNNING_PAGES = 3
_RUNNING_LINES = 2
"""How many lines at the top and at the bottom of a page may repeat."""
_INDENT = range(14, 72)
"""Points from the margin at which a paragraph begins: 0.5 to 2.5 cm. Further in stand centred lines and columns."""
_IN_TABLE = 10_000
"""Where rows of a table stand: neither at the margin nor indented."""
_PAGE_NUMBER = re.compile(r"(?:Trang\s+)?[-–—\s]*\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_END = "./."
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
"""PDFium marks a hyphen at a line's end with these."""

_PDFIUM = threading.Lock()
"""PDFium keeps global state: two uploads read at once would crash the server."""

Place = Literal["margin", "indent", "inside"]


class Line(NamedTuple):
    text: str
    left: int | None
    """Points from the left edge of the page."""
    height: float = -1
    """Points from its lower edge."""


Page = list[Line]


def read_pdf(data: bytes, name: str) -> Source:
    """Read a PDF with a text layer. Raises UserError for one that is locked, damaged, scanned or too long."""
    with _PDFIUM:
        pages = _pages(data, name)
    letters = [sum(char.isalpha() for line in page for char in line.text) for page in pages]
    if max(letters, default=0) < _LETTERS_OF_A_STAMP and sum(letters) < _LETTERS_ON_AVERAGE * max(len(pages), 1):
        raise UserError(
            f"Tệp PDF {quoted(name)} chỉ có ảnh quét, không có lớp chữ: "
            "hãy dùng tệp Word gốc hoặc nhận dạng chữ (OCR) trước."
        )
    empty = [number for number, count in enumerate(letters, 1) if count < _LETTERS_OF_A_PAGE]
    text, notes = as_shown(closed_up(tidy(_join(_without_cut_rows(_without_running_lines(pages))))))
    said = ["Văn bản lấy từ PDF: xuống dòng và khoảng trắng có thể khác bản gốc."]
    if len(empty) == 1:
        said.append(f"Trang {empty[0]} gần như không có lớp chữ: phần ảnh trên trang đó không được đọc.")
    elif empty:
        said.append(f"Các trang {_list(empty)} gần như không có lớp chữ: phần ảnh trên đó không được đọc.")
    return Source(text, name, "pdf", (*notes, *said))


def as_shown(stored: Tidied) -> Tidied:
    """The letters that the page shows: where the file has the codes of others nothing is to be repaired in it."""
    text = with_own_letters(stored.text)
    wrong = sum(map(ne, stored.text, text))
    if not wrong:
        return stored
    told = f"Lớp chữ của PDF ghi sai mã {wrong} chữ cái (“ƣ” thay cho “ư”, “Ð” thay cho “Đ”): đã được đọc đúng."
    return Tidied(text, (*stored.notes, told))


def _pages(data: bytes, name: str) -> list[Page]:
    try:
        import pypdfium2
    except ImportError as error:
        raise UserError(
            f"Chưa cài phần đọc PDF nên không đọc được {quoted(name)}: hãy cài gói pypdfium2 hoặc dùng tệp Word gốc."
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error, name) from error
    try:
        if len(document) > _PAGES:
            raise UserError(
                f"Tệp PDF {quoted(name)} có {len(document)} trang (tối đa {_PAGES}): "
                "hãy tách riêng phần văn bản cần kiểm tra."
            )
        pages = []
        length = 0
        for number in range(len(document)):
            page = _lines(document[number], pypdfium2)
            length += sum(len(line.text) for line in page)
            refuse_long_text(length, name)
            pages.append(page)
        return pages
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error, name) from error
    finally:
        document.close()


def _unreadable(error: Exception, name: str) -> UserError:
    if "password" in str(error).lower():
        return UserError(f"Tệp PDF {quoted(name)} được đặt mật khẩu: hãy bỏ mật khẩu hoặc dùng tệp Word gốc.")
    return UserError(f"Tệp PDF {quoted(name)} bị hỏng hoặc chưa tải về đủ: hãy tải lại hoặc dùng tệp Word gốc.")


def _lines(page: Any, pdfium: Any) -> Page:
    words = page.get_textpage()
    lines = list(_as_set(words, pdfium.PdfiumError))
    for table in tables(page, words, pdfium.raw.FPDF_PAGEOBJ_PATH):
        inside = [table.holds(line.left, line.height) for line in lines]
        rows = [Line(row.translate(_HYPHENS), _IN_TABLE) for row in table.rows]
        if any(inside) and _letters(compress(lines, inside)) == _letters(rows):
            at = inside.index(True)
            lines = [
                *lines[:at],
                *rows,
                *(line for line, held in zip(lines[at:], inside[at:], strict=True) if not held),
            ]
    return lines


def _as_set(words: Any, failure: type[Exception]) -> Iterator[Line]:
    position = 0
    for line in words.get_text_range(errors="replace").split("\n"):
        text = line.strip().translate(_HYPHENS)
        if text:
            try:
                left, bottom, _, top = words.get_charbox(position + len(line) - len(line.lstrip()))
                yield Line(text, round(left), (bottom + top) / 2)
            except failure:
                yield Line(text, None)
        position += len(line) + 1


def _letters(lines: Iterable[Line]) -> Counter[str]:
    """All that lines say, in whatever order: a table may lose and double nothing."""
    return Counter("".join("".join(line.text.split()) for line in lines).replace("|", ""))


def _without_running_lines(pages: list[Page]) -> list[Page]:
    """Drop page numbers that stand alone and titles that open or close three pages or more."""
    pages = [_without_number(page) for page in pages]
    for edge in (0, -1):
        for _ in range(_RUNNING_LINES):
            seen = Counter(page[edge].text for page in pages if len(page) > 1)
            running = {text for text, times in seen.items() if times >= _RUNNING_PAGES}
            pages = [
                (page[1:] if edge == 0 else page[:-1]) if len(page) > 1 and page[edge].text in running else page
                for page in pages
            ]
    return [_without_number(page) for page in pages]


def _without_number(page: Page) -> Page:
    if page and _PAGE_NUMBER.fullmatch(page[0].text):
        page = page[1:]
    if page and _PAGE_NUMBER.fullmatch(page[-1].text):
        page = page[:-1]
    return page


def _without_cut_rows(pages: list[Page]) -> list[Page]:
    """A table row that goes on over the page is one row."""
    whole: list[Page] = []
    for page in pages:
        if whole and whole[-1] and page and whole[-1][-1].left == page[0].left == _IN_TABLE:
            row = rejoined(whole[-1][-1].text, page[0].text)
            if row:
                whole[-1] = [*whole[-1][:-1], Line(row, _IN_TABLE)]
                page = page[1:]
        whole.append(page)
    return whole


def _join(pages: list[Page]) -> str:
    margin = _margin(pages)
    text: list[str] = []
    before: Place | None = None
    for line in (line for page in pages for line in page):
        place = _place(line, margin)
        if before is not None:
            moved = "inside" in {place, before} and place != before
            text.append("\n\n" if place == "indent" or moved or text[-1].endswith(_END) else "\n")
        text.append(line.text)
        before = place
    return "".join(text) + "\n"


def _margin(pages: list[Page]) -> int | None:
    """The leftmost place where a fair share of lines begins; in lists of short items most lines are indented.

    Counted in steps of four points, because glyphs begin a little right of their origin.
    """
    lefts = Counter(line.left // 4 for page in pages for line in page if line.left not in (None, _IN_TABLE))
    fair = max(2, lefts.total() // 12)
    return next((left * 4 for left in sorted(lefts) if lefts[left] + lefts[left + 1] >= fair), None)


def _place(line: Line, margin: int | None) -> Place:
    if line.left == _IN_TABLE:
        return "inside"
    if line.left is None or margin is None or line.left - margin < _INDENT.start:
        return "margin"
    return "indent" if line.left - margin in _INDENT else "inside"


def _list(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"{shown}…" if len(numbers) > 10 else shown
