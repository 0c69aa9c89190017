"""Marked examples of a rule: ``[[sai→đúng]]``, ``[[sai]]``, ``[[→thiếu]]``. Docs and tests read them alike."""

from __future__ import annotations

import re

from checks.document import Document
from checks.finding import Span
from checks.reading.source import Layout, Margins, PageNumber
from checks.values import NamedTuple

MARK = re.compile(r"\[\[(?P<wrong>.*?)(?:→(?P<right>.*?))?\]\]", re.DOTALL)


class Example(NamedTuple):
    """``a [[b→c]] d`` read as the text ``a b d``, the span of ``b`` and the repaired text ``a c d``."""

    text: str
    spans: tuple[Span, ...]
    repaired: str


def read(marked: str) -> Example:
    """The example behind its marks."""
    text, done = "", 0
    spans = []
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark["wrong"])))
        text += mark["wrong"]
        done = mark.end()
    repaired = MARK.sub(lambda m: m["wrong"] if m["right"] is None else m["right"], marked)
    return Example(text + marked[done:], tuple(spans), repaired)


# “Tệp Word: lề 15 20 30 15; số trang dưới phải”: the layout of an example, as far as it is not the standard one
WORD = "Tệp Word: "
STANDARD = Layout(
    page_width=210.0,
    page_height=297.0,
    margins=Margins(20.0, 20.0, 30.0, 20.0),
    body_font="Times New Roman",
    body_size=14.0,
    first_line_indent=1.27,
    page_number=PageNumber("header", "center"),
    header_in_table=True,
    automatic_numbers=0,
    tracked_changes=0,
    comments=0,
    hidden_text=False,
)


def document(text: str) -> Document:
    """The document an example is; a first line “Tệp Word: …” makes it one read from a Word file."""
    if not text.startswith(WORD):
        return Document.parse(text)
    first = text.split("\n", 1)[0]
    return Document.parse(text, layout=_layout(first.removeprefix(WORD)))


def _layout(described: str) -> Layout:
    made = STANDARD
    for part in filter(None, described.split("; ")):
        key, _, rest = part.partition(": ")
        words = rest.split(" ")
        if key == "khổ giấy":
            made = made._replace(page_width=float(words[0]), page_height=float(words[2]))
        elif key == "lề":
            made = made._replace(margins=Margins(*map(float, words)))
        elif key == "chữ":
            made = made._replace(body_font=" ".join(words[:-1]), body_size=float(words[-1]))
        elif key == "thụt":
            made = made._replace(first_line_indent=float(words[0]))
        elif key == "số trang":
            made = made._replace(page_number=_PAGE_NUMBERS[rest])
        elif key == "tiêu đề":
            made = made._replace(header_in_table=rest == "trong bảng")
        elif key == "còn lại":
            made = made._replace(tracked_changes=int(words[0]), comments=int(words[1]), hidden_text=words[2] == "ẩn")
    return made


_PAGE_NUMBERS: dict[str, PageNumber | None] = {
    "trên giữa": PageNumber("header", "center"),
    "trên phải": PageNumber("header", "right"),
    "dưới giữa": PageNumber("footer", "center"),
    "dưới phải": PageNumber("footer", "right"),
    "không": None,
}

PARAGRAPH = "Các thôn, tổ dân phố tổ chức tốt phong trào văn hóa, văn nghệ quần chúng.\n"
REPORT = "BÁO CÁO\nKết quả công tác văn thư, lưu trữ năm 2026\n\nCác phòng thực hiện tốt.\n\nNơi nhận:\n- Các phòng;\n- Lưu: VT.\n"
ANNUAL = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\nThi đua lao động.\n"
CAMPAIGN = "KẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. NỘI DUNG\n\nThi đua lao động.\n"
OUTSIDE: dict[str, tuple[str, ...]] = {
    "text": (),
    "document": (PARAGRAPH,),
    "launch": (PARAGRAPH, REPORT),
    "annual": (PARAGRAPH, REPORT, CAMPAIGN),
    "campaign": (PARAGRAPH, REPORT, ANNUAL),
    "word": (PARAGRAPH, REPORT, ANNUAL),
}
"""Texts a rule of each scope has nothing to say about."""
