"""LibreOffice, which knows nothing of us, accepts and rejects what we marked and shows our comments."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
from lxml import etree

from checks.finding import Span
from checks.reading import read_bytes
from checks.word.revise import revise
from checks.word.revisions import comments, pending
from tests.checks.reading.make import directive, inserted, p, package, run, table

Settle = Callable[..., bytes]
DATE = datetime(2026, 11, 20, 8, 0)
REPAIRS = {
    "TỈNH HẢI LĨNH": "TỈNH HẢI SƠN",
    "Hoàn thành vượt mức": "Hoàn thành",
    "2.400 tỷ đồng": "2.500 tỷ đồng",
    "Trồng rừng": "Trồng mới rừng",
    "chữ và chú thích": "chữ cùng chú thích",
    "Chữ trong khung": "Chữ ở trong khung",
    "Nội dung chú thích": "Nội dung ghi chú",
    "- Lưu: VT, NC": "- Lưu: VT",
}
REMARKS = ("Độc lập - Tự do", "Giảm tỷ lệ hộ nghèo", "Kế hoạch", "Lê Thị Mẫu")


def text_of(data: bytes) -> str:
    return read_bytes(data, "a.docx").text


def spans(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def marked(data: bytes) -> bytes:
    text = text_of(data)
    repairs = [(spans(text, was), now) for was, now in REPAIRS.items()]
    return revise(data, repairs, [(spans(text, words), f"Xem: {words}") for words in REMARKS], "chithi", DATE)


def test_accepting_all_gives_the_repaired_text(settle: Settle) -> None:
    data = directive(marked_up=True)
    expected = text_of(data)
    for was, now in REPAIRS.items():
        expected = expected.replace(was, now)
    assert text_of(settle(marked(data), accept=True)) == expected


def test_rejecting_all_gives_the_old_text(settle: Settle) -> None:
    data = directive(marked_up=True)
    made = settle(marked(data), accept=False)
    # The draft came with a change of somebody else, which is rejected too.
    assert text_of(made) == text_of(data).replace("Đẩy mạnh cải cách hành", "Đẩy mạnh cải các hành")


def test_changes_in_another_authors_insertion_are_settled_apart(settle: Settle) -> None:
    data = package(p(inner=run("Đẩy mạnh ") + inserted("cải các hành chính") + run(".")))
    made = revise(data, [(spans(text_of(data), "các"), "cách")], [], "chithi", DATE)
    assert text_of(settle(made, accept=True)) == "Đẩy mạnh cải cách hành chính.\n"
    assert text_of(settle(made, accept=False)) == "Đẩy mạnh .\n"


def test_the_look_of_the_words_is_kept(settle: Settle) -> None:
    data = package(p(inner=run("cải ", "<w:b/>") + run("các", "<w:b/><w:i/>") + run(" hành chính")))
    made = revise(data, [(spans(text_of(data), "các"), "cách")], [], "chithi", DATE)
    accepted = settle(made, accept=True)
    looks = {r.text: (bool(r.bold), bool(r.italic)) for r in docx.Document(io.BytesIO(accepted)).paragraphs[0].runs}
    assert looks == {"cải ": (True, False), "cách": (True, True), " hành chính": (False, False)}


def test_authors_and_dates_are_seen(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "marked.docx"
    path.write_bytes(marked(directive(marked_up=True)))
    tree = etree.parse(convert(path, "fodt"))
    names = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "dc": "http://purl.org/dc/elements/1.1/"}
    changed = tree.xpath("//text:changed-region//dc:creator/text()", namespaces=names)
    dates = tree.xpath("//text:changed-region//dc:date/text()", namespaces=names)
    assert set(changed) == {"chithi", "Trần Văn Bút"}
    assert {date[:19] for date in dates} == {"2026-11-20T08:00:00"}


def test_comments_are_seen_with_their_words(settle: Settle) -> None:
    made = settle(marked(directive(marked_up=True)), accept=True)
    mine = {one.text: one.quote for one in comments(made) if one.author == "chithi"}
    assert mine == {f"Xem: {words}": words for words in REMARKS}
    assert pending(made) == ()


def test_a_table_row_keeps_its_cells(settle: Settle) -> None:
    data = package(table(("TT", "Chỉ tiêu", "Số"), ("1", "Trồng rừng", "500"), ("2", "Thu", "9")))
    made = revise(data, [(spans(text_of(data), "500"), "600")], [], "chithi", DATE)
    assert text_of(settle(made, accept=True)) == text_of(data).replace("500", "600")
