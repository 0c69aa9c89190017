"""Word files of every odd make, and what accepting or rejecting the changes of an author leaves of them.

`settled` is written with lxml and without a line of ours, so that it can be a witness.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from hypothesis import strategies as st
from lxml import etree

from tests.checks.reading.make import (
    deleted,
    field,
    inserted,
    level,
    lists,
    p,
    package,
    run,
    table,
    text_box,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERING = lists({1: level(0, "decimal", "%1.", '<w:suff w:val="space"/>') + level(1, "bullet", "-")})
MARK_DELETED = '<w:rPr><w:del w:id="77" w:author="Trần Văn Bút" w:date="2026-11-20T08:00:00Z"/></w:rPr>'


def entries(data: bytes) -> dict[str, bytes]:
    """Every part by path, in the order of the archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}


def parts(data: bytes) -> dict[str, etree._Element]:
    """The parts that hold text."""
    return {
        path: etree.fromstring(content)
        for path, content in entries(data).items()
        if path.endswith(("document.xml", "notes.xml"))
    }


def settled(data: bytes, *, accept: bool, author: str = "chithi") -> bytes:
    """The file with every insertion and deletion of `author` accepted or rejected."""
    changed: dict[str, str | bytes] = {**entries(data)}
    for path, root in parts(data).items():
        for kind in ("ins", "del"):
            path_to_mark = f"{W}pPr/{W}rPr/{W}{kind}[@{W}author='{author}']"
            for paragraph in [one for one in root.iter(f"{W}p") if one.find(path_to_mark) is not None]:
                _settle_end(paragraph, path_to_mark, keep=(kind == "ins") == accept)
            for mark in [mark for mark in root.iter(f"{W}{kind}") if mark.get(f"{W}author") == author]:
                _settle(mark, keep=(kind == "ins") == accept)
        changed[path] = etree.tostring(root)
    return _zipped(changed)


def _settle_end(paragraph: etree._Element, path_to_mark: str, *, keep: bool) -> None:
    """Without its end a paragraph is the beginning of the next one."""
    mark = paragraph.find(path_to_mark)
    assert mark is not None
    mark.getparent().remove(mark)
    following = paragraph.getnext()
    if keep or following is None or following.tag != f"{W}p":
        return
    for child in reversed([child for child in paragraph if child.tag != f"{W}pPr"]):
        following.insert(1 if following.find(f"{W}pPr") is not None else 0, child)
    paragraph.getparent().remove(paragraph)


def _settle(mark: etree._Element, *, keep: bool) -> None:
    parent = mark.getparent()
    assert parent is not None
    at = parent.index(mark)
    if keep:
        for text in mark.iter(f"{W}delText"):
            text.tag = f"{W}t"
        for n, child in enumerate(list(mark)):
            parent.insert(at + 1 + n, child)
    parent.remove(mark)


def _zipped(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return buffer.getvalue()


# Files made at random

WORDS = ["thi đua", "khen thưởng", "CHỈ THỊ", "năm 2027;", "- Lưu", "đ", "1.200", "a|b", "| ", "Kính gửi:", "ế", "./."]
BLANKS = [" ", "  ", "\u00a0", " \u200b", "\u00ad", "\t", "\n", "\u2003", ""]
NFD = ["e\u0302\u0301", "a\u0306\u0323n", "u\u031b\u0301", "e\u0302\u200b\u0301", "o\u0323\u0302"]
LOOKS = ["", "", "<w:b/>", "<w:caps/>", "<w:vanish/>", '<w:rFonts w:ascii=".VnTime"/>']
SIGNS = [
    "<w:tab/>",
    "<w:br/>",
    "<w:noBreakHyphen/>",
    '<w:sym w:font="Symbol" w:char="F0B3"/>',
    "<w:lastRenderedPageBreak/>",
]

texts = st.lists(st.sampled_from([*WORDS, *BLANKS, *NFD]), min_size=1, max_size=5).map("".join)
plain_runs = st.builds(run, texts, st.sampled_from(LOOKS))
signs = st.sampled_from(SIGNS).map("<w:r>{}</w:r>".format)
mixed = st.builds(
    lambda a, sign, b: f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{a}</w:t>{sign}<w:t>{b}</w:t></w:r>',
    texts, st.sampled_from(SIGNS), texts,
)  # fmt: skip
wrapped = st.builds(
    str.format,
    st.sampled_from(
        [
            '<w:hyperlink r:id="x">{}</w:hyperlink>',
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            '<w:smartTag w:element="x">{}</w:smartTag>',
            '<w:bookmarkStart w:id="5" w:name="n"/>{}<w:bookmarkEnd w:id="5"/>',
            '<w:ins w:id="8" w:author="Trần Văn Bút" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
        ]
    ),
    plain_runs,
)
runs = st.one_of(
    plain_runs,
    plain_runs,
    signs,
    mixed,
    wrapped,
    st.builds(inserted, texts),
    st.builds(deleted, texts),
    st.builds(lambda text: field("DATE", text), texts),
    st.builds(text_box, texts),
    st.just('<w:r><w:footnoteReference w:id="2"/></w:r>'),
)
paragraphs = st.builds(
    lambda inner, num, level, mark: p(inner="".join(inner), num=num, level=level).replace(
        "</w:pPr>", mark + "</w:pPr>", 1
    ),
    st.lists(runs, max_size=4),
    st.sampled_from([None, None, 1]),
    st.sampled_from([0, 1]),
    st.sampled_from(["", "", "", MARK_DELETED]),
)
cells = paragraphs
tables = st.one_of(
    st.builds(lambda a, b: table((a, b)), cells, cells),
    st.builds(lambda *c: table(c[:2], c[2:4], c[4:]), *[cells] * 6),
    st.builds(lambda *c: table(c[:3], c[3:6], c[6:]), *[cells] * 9),
)
bodies = st.lists(st.one_of(paragraphs, paragraphs, tables), min_size=1, max_size=5).map("".join)


def file(body: str) -> bytes:
    """A Word file around a body, with numbering and a footnote; it always has a word to read."""
    footnote = '<w:footnote w:id="2">' + p("Nội dung chú thích.") + "</w:footnote>"
    return package(p("Mở đầu.") + body, numbering=NUMBERING, footnotes=footnote)


files = bodies.map(file)
