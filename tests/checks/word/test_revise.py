"""The officer's own file comes back with tracked changes and comments, and nothing else changed."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from hypothesis import given
from hypothesis import strategies as st

from checks.finding import Span
from checks.reading import read_bytes
from checks.word.places import places
from checks.word.revise import revise, revised
from tests.checks.reading.make import NAMESPACES, deleted, directive, field, inserted, p, package, run, table, text_box
from tests.checks.word import files
from tests.checks.word.files import W, entries, file, parts, settled

DATE = datetime(2026, 11, 20, 8, 0)
WORD_PART = "word/document.xml"


def text_of(data: bytes) -> str:
    return read_bytes(data, "a.docx").text


def at(text: str, words: str, within: str = "") -> Span:
    start = text.index(within or words)
    start += (within or words).index(words)
    return Span(start, start + len(words))


def repaired(data: bytes, words: str, replacement: str, within: str = "") -> bytes:
    return revise(data, [(at(text_of(data), words, within), replacement)], [], "chithi", DATE)


def commented(data: bytes, words: str, within: str = "") -> bytes:
    return revise(data, [], [(at(text_of(data), words, within), "Lời bình.")], "chithi", DATE)


def document(data: bytes) -> str:
    return entries(data)[WORD_PART].decode()


def anchored(data: bytes) -> list[str]:
    """The words between the two ends of each comment."""
    out = []
    body = parts(data)[WORD_PART]
    for start in body.iter(f"{W}commentRangeStart"):
        words, inside = "", False
        for element in body.iter():
            inside = (inside or element is start) and not (
                element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == start.get(f"{W}id")
            )
            words += (element.text or "") if inside and element.tag in (f"{W}t", f"{W}delText") else ""
        out.append(words)
    return out


# Accepted and rejected


def test_a_repair_across_two_runs_keeps_the_look_of_the_first() -> None:
    data = package(p(inner=run("cải ", "<w:b/>") + run("các", "<w:i/>") + run(" hành chính")))
    made = repaired(data, "cải các", "đổi mới")
    assert text_of(settled(made, accept=True)) == "đổi mới hành chính\n"
    assert text_of(settled(made, accept=False)) == text_of(data)
    new = next(parts(made)[WORD_PART].iter(f"{W}ins"))
    assert [look.tag for look in new.find(f"{W}r/{W}rPr")] == [f"{W}b"]


def test_only_the_words_that_differ_are_marked() -> None:
    made = repaired(package(p("đẩy mạnh cải các hành chính")), "cải các", "cải cách")
    body = parts(made)[WORD_PART]
    assert [text.text for text in body.iter(f"{W}delText")] == ["các"]
    assert ["".join(ins.itertext()) for ins in body.iter(f"{W}ins")] == ["cách"]


def test_what_is_missing_is_put_in_after_the_word_before() -> None:
    data = package(p(inner=run("tổ chức thực hiện", "<w:b/>")))
    made = revise(data, [(Span(17, 17), "./.")], [], "chithi", DATE)
    assert text_of(made) == "tổ chức thực hiện./.\n"
    assert parts(made)[WORD_PART].find(f".//{W}del") is None


def test_letters_stored_with_their_marks_are_deleted_with_them() -> None:
    data = package(p("kê\u0301 hoạch"))
    made = repaired(data, "kế", "tế")
    assert text_of(made) == "tế hoạch\n"
    assert text_of(settled(made, accept=False)) == text_of(data)


def test_words_in_another_authors_insertion_are_marked_inside_it() -> None:
    data = package(p(inner=run("Đẩy mạnh ") + inserted("cải các hành chính")))
    made = repaired(data, "các", "cách")
    body = parts(made)[WORD_PART]
    mine = [ins for ins in body.iter(f"{W}ins") if ins.get(f"{W}author") == "chithi"]
    assert text_of(settled(made, accept=True)) == "Đẩy mạnh cải cách hành chính\n"
    assert text_of(settled(made, accept=False)) == text_of(data)
    assert [ins.getparent().tag for ins in mine] == [f"{W}p"]
    numbers = [mark.get(f"{W}id") for mark in body.iter(f"{W}ins", f"{W}del")]
    assert len(numbers) == len(set(numbers))


def test_the_end_of_another_authors_insertion_is_not_opened_again() -> None:
    made = repaired(package(p(inner=inserted("cải các"))), "các", "cách")
    assert [ins.get(f"{W}author") for ins in parts(made)[WORD_PART].iter(f"{W}ins")] == ["Trần Văn Bút", "chithi"]


def test_another_authors_deletion_stays_as_it_is() -> None:
    theirs = deleted("cũ ")
    data = package(p(inner=run("lời ") + theirs + run("mới")))
    made = repaired(data, "mới", "khác")
    assert theirs in document(made)
    assert text_of(made) == "lời khác\n"


def test_repairs_in_header_table_figures_text_box_and_footnote_are_tracked() -> None:
    data = directive(marked_up=True)
    text = text_of(data)
    wanted = {
        "TỈNH HẢI LĨNH": "TỈNH HẢI SƠN",
        "Trồng rừng": "Trồng cây",
        "trong khung": "trong hộp",
        "dung chú": "dung ghi",
    }
    made = revise(data, [(at(text, was), now) for was, now in wanted.items()], [], "chithi", DATE)
    expected = text
    for was, now in wanted.items():
        expected = expected.replace(was, now)
    assert text_of(settled(made, accept=True)) == expected
    assert text_of(settled(made, accept=False)) == text


def test_a_picture_a_field_mark_and_a_page_break_in_the_run_stay() -> None:
    inner = f"<w:r><w:t>cải </w:t><w:lastRenderedPageBreak/>{field('DATE', 'x')[5:-6]}<w:t>các</w:t><w:tab/></w:r>"
    data = package(
        p(
            inner=inner.replace("</w:r><w:r>", "")
            .replace("<w:r>", "")
            .join(["<w:r>", "</w:r>"])
            .replace("</w:r></w:r>", "</w:r>")
        )
    )
    made = repaired(data, "các", "cách")
    assert document(made).count("<w:lastRenderedPageBreak/>") == 1
    assert document(made).count("w:fldChar ") == document(data).count("w:fldChar ")


def test_capitals_are_repaired_with_capitals() -> None:
    data = package(p(inner=run("kính gữi", "<w:caps/>")))
    assert text_of(repaired(data, "GỮI", "GỬI")) == "KÍNH GỬI\n"


@given(files.files, st.data())
def test_accepted_it_is_the_repaired_text_and_rejected_the_old_one(data: bytes, draw: st.DataObject) -> None:
    found = places(data)
    words = [n for n, char in enumerate(found.text) if not char.isspace() and (n == 0 or found.text[n - 1].isspace())]
    # A cell that is emptied may make its table a layout of columns, which reads otherwise.
    replacements = ["mới", "X Y", "./."] if "|" in found.text else ["", "mới", "X Y", "./."]
    starts = draw.draw(st.lists(st.sampled_from(words), max_size=4, unique=True))
    repairs = [
        (
            Span(start, min(len(found.text), start + draw.draw(st.integers(0, 9)))),
            draw.draw(st.sampled_from(replacements)),
        )
        for start in sorted(starts)
    ]
    comments = [(span, "Lời & <bình>.") for span, _ in repairs[:2]]
    made = revised(found, data, repairs, comments, "chithi", DATE)
    expected, done = "", 0
    for span, replacement in repairs:
        if span.start >= done:
            kept = any(span == one.span for one in made.left)
            expected += found.text[done : span.start] + (found.text[slice(*span)] if kept else replacement)
            done = span.end
    expected += found.text[done:]
    if expected.strip():
        assert "".join(text_of(settled(made.data, accept=True)).split()) == "".join(expected.split())
    assert text_of(settled(made.data, accept=False)) == found.text


# Comments


def test_a_comment_stands_at_its_very_words() -> None:
    data = package(p(inner=run("Giảm tỷ lệ ") + run("hộ nghèo từ ", "<w:b/>") + run("4% trở lên.")))
    made = commented(data, "nghèo từ 4%")
    assert anchored(made) == ["nghèo từ 4%"]
    assert text_of(made) == text_of(data)


def test_a_comment_on_what_is_missing_stands_at_the_word_before() -> None:
    data = package(p("tổ chức thực hiện"))
    made = revise(data, [], [(Span(17, 17), "Thiếu “./.”.")], "chithi", DATE)
    assert anchored(made) == ["hiện"]


def test_a_comment_on_repaired_words_holds_both() -> None:
    data = package(p("đẩy mạnh cải các hành chính"))
    span = at(text_of(data), "cải các")
    made = revise(data, [(span, "cải cách")], [(span, "Chính tả.")], "chithi", DATE)
    assert anchored(made) == ["cải cáccách"]


def test_a_comment_on_a_footnote_stands_at_its_reference() -> None:
    made = commented(directive(marked_up=True), "Nội dung chú thích")
    body = document(made)
    start, end = body.index('<w:commentRangeStart w:id="1"'), body.index('<w:commentRangeEnd w:id="1"')
    assert "<w:footnoteReference" in body[start:end]
    assert anchored(made)[-1] == ""


def test_a_comment_on_a_text_box_stands_at_its_paragraph() -> None:
    data = package(p("Trước khung.", inner=text_box("Chữ trong khung")))
    assert anchored(commented(data, "trong khung"))[0].startswith("Trước khung.")


def test_an_automatic_number_gets_a_comment_in_place_of_a_change() -> None:
    data = file(p("Mục tiêu", num=1, level=0))
    made = revised(places(data), data, [(at(text_of(data), "1."), "2.")], [], "chithi", DATE)
    assert [one.replacement for one in made.left] == ["2."]
    assert text_of(made.data) == text_of(data)
    assert "Đề nghị sửa “1.” thành “2.”." in entries(made.data)["word/comments.xml"].decode()


def test_words_of_an_old_font_get_a_comment_in_place_of_a_change() -> None:
    data = package(p(inner=run("Céng hßa x\u00b7 héi", '<w:rFonts w:ascii=".VnTime"/>')))
    made = revised(places(data), data, [(at(text_of(data), "xã hội"), "xã hội chủ nghĩa")], [], "chithi", DATE)
    assert len(made.left) == 1


def test_new_comments_follow_those_of_others() -> None:
    data = directive(marked_up=True)
    made = docx.Document(io.BytesIO(commented(data, "Trồng mới")))
    assert [(one.author, one.text) for one in made.comments] == [("Trần Văn Bút", "Đã sửa"), ("chithi", "Lời bình.")]


def test_a_second_reader_sees_author_date_and_paragraphs_of_a_comment() -> None:
    data = directive()
    made = revise(data, [], [(at(text_of(data), "Trồng mới"), "Một & <hai>.\nBa.")], "chithi", DATE)
    (comment,) = docx.Document(io.BytesIO(made)).comments
    assert (comment.author, comment.initials, comment.text) == ("chithi", "c", "Một & <hai>.\nBa.")
    assert comment.timestamp.replace(tzinfo=None) == DATE


# Everything else stays


def test_other_parts_and_their_order_stay_byte_for_byte() -> None:
    data = directive(marked_up=True)
    made = revise(data, [(at(text_of(data), "Trồng mới"), "Trồng")], [(Span(0, 3), "a")], "chithi", DATE)
    before, after = entries(data), entries(made)
    assert list(after) == list(before)
    assert [path for path in before if before[path] != after[path]] == [WORD_PART, "word/comments.xml"]
    assert raw_entries(data).items() - raw_entries(made).items() == {
        (path, raw) for path, raw in raw_entries(data).items() if path in (WORD_PART, "word/comments.xml")
    }


def raw_entries(data: bytes) -> dict[str, bytes]:
    """The compressed bytes of each entry, its date and flags."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            info.filename: repr((info.date_time, info.flag_bits, info.external_attr)).encode()
            + data[info.header_offset : info.header_offset + 30 + len(info.filename) + info.compress_size]
            for info in archive.infolist()
        }


def test_comments_need_a_part_a_type_and_a_relationship() -> None:
    data = package(p("một hai"))
    made = commented(data, "hai")
    before, after = entries(data), entries(made)
    assert list(after) == [*before, "word/comments.xml"]
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]


def test_a_document_without_changes_comes_back_as_it_was() -> None:
    data = directive()
    assert revise(data, [], [], "chithi", DATE) == data


def test_the_same_input_gives_the_same_bytes() -> None:
    data = directive(marked_up=True)
    span = at(text_of(data), "Trồng mới")
    assert len({revise(data, [(span, "Trồng")], [(span, "a")], "chithi", DATE) for _ in range(2)}) == 1


def test_prefixes_comments_and_entities_outside_the_words_survive() -> None:
    body = f"<!-- ghi chú -->{p('một X hai').replace('X', '&#7871;')}"
    head = (
        f'<?xml version="1.0"?>\n<w:document mc:Ignorable="w14 wp14" xmlns:w14="urn:x" xmlns:wp14="urn:y" {NAMESPACES}>'
    )
    files_ = {**entries(package("")), WORD_PART: f"{head}<w:body>{body}{p('ba')}</w:body></w:document>\n".encode()}
    data = files._zipped(files_)
    made = document(repaired(data, "ba", "bốn"))
    assert made.startswith(f"{head}<w:body>{body}")
    assert made.endswith("</w:body></w:document>\n")


def test_a_file_with_another_prefix_is_marked_with_it() -> None:
    data = package(p("một hai"))
    renamed = {path: content.replace(b"w:", b"ns0:") for path, content in entries(data).items()}
    renamed |= {path: content for path, content in entries(data).items() if path != WORD_PART}
    renamed[WORD_PART] = (
        entries(data)[WORD_PART]
        .replace(b"<w:", b"<x:")
        .replace(b"</w:", b"</x:")
        .replace(b"xmlns:w=", b"xmlns:x=")
        .replace(b" w:", b" x:")
    )
    made = revise(files._zipped(renamed), [(Span(0, 3), "hai")], [(Span(4, 7), "a")], "chithi", DATE)
    assert text_of(made) == "hai hai\n"
    assert "<x:ins x:id" in document(made)


def test_a_file_whose_word_namespace_has_no_prefix_is_marked_too() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    bare = f'<document xmlns="{space}"><body><p><r><t>một hai</t></r></p></body></document>'
    data = files._zipped({**entries(package("")), WORD_PART: bare})
    made = revise(data, [(Span(0, 3), "bốn")], [(Span(4, 7), "a")], "chithi", DATE)
    assert text_of(made) == "bốn hai\n"
    assert text_of(settled(made, accept=False)) == "một hai\n"
    assert anchored(made) == ["hai"]


def test_a_part_in_utf_16_stays_in_utf_16() -> None:
    body = entries(package(p("một hai")))[WORD_PART].decode().encode("utf-16")
    data = files._zipped({**entries(package("")), WORD_PART: body})
    made = repaired(data, "hai", "ba")
    assert entries(made)[WORD_PART][:2] in (b"\xff\xfe", b"\xfe\xff")
    assert text_of(made) == "một ba\n"


def test_two_repairs_that_overlap_leave_the_first() -> None:
    data = package(p("một hai ba"))
    made = revise(data, [(Span(0, 7), "bốn"), (Span(4, 10), "năm")], [], "chithi", DATE)
    assert text_of(made) == "bốn ba\n"


def test_a_row_of_a_table_is_commented_in_its_cell() -> None:
    data = package(table(("TT", "Chỉ tiêu", "Số"), ("1", "Trồng rừng", "500"), ("2", "Thu", "9")))
    assert anchored(commented(data, "rừng | 500")) == ["rừng"]
