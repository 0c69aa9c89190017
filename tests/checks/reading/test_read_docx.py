"""Word files: the order of the text, what is printed, what is only noticed, and the layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checks.reading import Margins, PageNumber, Source, read_bytes
from checks.reading import read as read_file
from checks.reading.legacy import TCVN3, VNI
from tests.checks.reading.make import (
    deleted,
    directive,
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

NUMBER_OF_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def read(body: str, **parts: str) -> Source:
    return read_bytes(package(body, **parts), "chi-thi.docx")


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read(body, **parts).text.split("\n") if line]


def test_a_directive_reads_from_the_issuer_to_the_signature() -> None:
    assert read_bytes(directive(), "chi-thi.docx").text == (
        "ỦY BAN NHÂN DÂN\n\nTỈNH HẢI LĨNH\n\nSố:       /CT-UBND\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Hải Lĩnh, ngày     tháng 01 năm 2027\n\n"
        "CHỈ THỊ\n\nVề việc phát động phong trào thi đua năm 2027\n\n"
        "Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2027 với các nội dung sau đây:\n\n"
        "1. Mục tiêu\n\n"
        "Hoàn thành vượt mức các chỉ tiêu được giao; đẩy mạnh cải cách hành chính ở cả hai cấp chính quyền.\n\n"
        "2. Chỉ tiêu\n\na) Về kinh tế\n\n"
        "- Thu ngân sách đạt trên 2.400 tỷ đồng;\n- Trồng mới 500 ha rừng.\n\n"
        "b) Về xã hội\n\n- Giảm tỷ lệ hộ nghèo 2%.\n\n"
        "TT | Chỉ tiêu | Kế hoạch\n1 | Thu ngân sách | 2.400\n2 | Trồng rừng | 500\n\n"
        "3. Thời gian thi đua: từ ngày phát động đến hết ngày 31 tháng 12 năm 2027.\n\n"
        "Yêu cầu các cơ quan, đơn vị nghiêm túc tổ chức thực hiện Chỉ thị này./.\n\n"
        "Nơi nhận:\n\n- Như trên;\n- Lưu: VT, NC.\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nLê Thị Mẫu\n"
    )


def test_the_layout_of_a_directive_is_told() -> None:
    layout = read_bytes(directive(marked_up=True), "chi-thi.docx").layout
    assert layout is not None
    assert layout._asdict() == {
        "page_width": 210.0,
        "page_height": 297.0,
        "margins": Margins(20.0, 20.0, 30.0, 15.0),
        "body_font": "Times New Roman",
        "body_size": 14.0,
        "first_line_indent": 1.27,
        "page_number": PageNumber("header", "center"),
        "header_in_table": True,
        "automatic_numbers": 8,
        "tracked_changes": 2,
        "comments": 1,
        "hidden_text": True,
    }


def test_what_is_not_checked_is_said() -> None:
    notes = " ".join(read_bytes(directive(marked_up=True), "chi-thi.docx").notes)
    said = ["2 chỗ sửa có theo dõi", "1 lời góp ý", "14 ký tự ở dạng chữ ẩn", "1 chú thích"]
    assert [words for words in said if words not in notes] == []


def test_a_clean_directive_has_no_notes() -> None:
    assert read_bytes(directive(), "chi-thi.docx").notes == ()


# Paragraphs


def test_paragraphs_are_parted_by_a_blank_line_and_bullets_are_not() -> None:
    body = p("Nơi nhận:") + p("- Như trên;") + p("+ Sở Nội vụ;") + p() + p("- Lưu: VT.") + p("CHỦ TỊCH")
    assert read(body).text == "Nơi nhận:\n\n- Như trên;\n+ Sở Nội vụ;\n- Lưu: VT.\n\nCHỦ TỊCH\n"


def test_an_empty_automatic_bullet_is_kept_for_the_rules_to_see() -> None:
    numbering = lists({1: level(0, "bullet", "-")})
    assert read(p("Như trên;", num=1) + p(num=1) + p("Lưu: VT.", num=1), numbering=numbering).text == (
        "- Như trên;\n-\n- Lưu: VT.\n"
    )


def test_signs_inside_a_run_become_characters() -> None:
    signs = "<w:r><w:t>năm 2021</w:t><w:noBreakHyphen/><w:t>2025</w:t><w:br/><w:t>dòng</w:t><w:tab/><w:tab/><w:t>hai</w:t></w:r>"
    assert read(p(inner=signs)).text == "năm 2021-2025\ndòng hai\n"


def test_a_typed_bullet_may_be_followed_by_a_tab() -> None:
    assert lines(p(inner="<w:r><w:tab/><w:t>-</w:t><w:tab/><w:t>Như trên;</w:t></w:r>")) == ["- Như trên;"]


@pytest.mark.parametrize(("code", "sign"), [("F0B3", "≥"), ("F0B7", "•"), ("2265", "≥"), ("F001", "□"), ("zz", "□")])
def test_symbols_of_the_symbol_font_are_read(code: str, sign: str) -> None:
    assert lines(p("tăng ", inner=f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>')) == [f"tăng {sign}"]


def test_capitals_are_read_as_printed() -> None:
    assert lines(p(inner=run("Chỉ thị", "<w:caps/>") + run(" số", '<w:caps w:val="0"/>'))) == ["CHỈ THỊ số"]


def test_decomposed_letters_are_composed() -> None:
    assert lines(p("Chi\u0309 thi\u0323")) == ["Chỉ thị"]


def test_links_controls_and_tags_are_looked_through() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('một')}</w:sdtContent></w:sdt>"
        + p(inner=f"<w:hyperlink r:id='x'>{run('hai')}</w:hyperlink><w:smartTag>{run(' ba')}</w:smartTag>")
        + p(inner=f"<w:sdt><w:sdtContent>{run('bốn')}</w:sdtContent></w:sdt>")
    )
    assert lines(body) == ["một", "hai ba", "bốn"]


# Tracked changes and hidden text


def test_the_accepted_view_is_read() -> None:
    source = read(p("đẩy mạnh cải ", inner=deleted("các") + inserted("cách") + run(" hành chính")))
    assert source.text == "đẩy mạnh cải cách hành chính\n"
    assert source.layout is not None
    assert source.layout.tracked_changes == 2


def test_a_moved_sentence_is_read_once_where_it_went() -> None:
    body = p(inner=f"<w:moveFrom>{run('câu')}</w:moveFrom>{run('trước ')}<w:moveTo>{run('câu')}</w:moveTo>")
    assert lines(body) == ["trước câu"]


def test_a_deleted_paragraph_end_joins_the_next_paragraph() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('phát triển ')}</w:p>"
    assert lines(first + p("kinh tế")) == ["phát triển kinh tế"]


def test_a_deleted_end_of_the_last_paragraph_of_a_cell_loses_nothing() -> None:
    last = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('trái')}</w:p>"
    assert lines(table((last, "phải"))) == ["trái", "phải"]


def test_a_deleted_table_row_is_gone() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('bỏ')}</w:tc></w:tr><w:tr><w:tc>{p('giữ')}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{row}</w:tbl>") == ["giữ"]


@pytest.mark.parametrize("look", ["<w:vanish/>", '<w:rStyle w:val="An"/>'])
def test_hidden_text_is_skipped_and_noticed(look: str) -> None:
    styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    source = read(p("hiện ", inner=run("ẩn", look)), styles=styles)
    assert (source.text, "2 ký tự" in source.notes[0]) == ("hiện\n", True)


# Fields, boxes, notes, pictures


def test_a_field_gives_its_result_only() -> None:
    nested = field(f"IF {'x'} = 1", "2027")
    assert lines(p("năm ", inner=nested)) == ["năm 2027"]


def test_the_result_of_a_field_inside_an_instruction_is_not_text() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    body = p(
        "trang ", inner=begin + field("PAGE", "7") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("8") + end
    )
    assert lines(body) == ["trang 8"]


def test_a_field_that_never_ends_loses_no_later_text() -> None:
    assert lines(p(inner='<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("còn lại")) == ["còn lại"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    assert lines(p("trước", inner=text_box("trong khung", "hai")) + p("sau")) == ["trước", "trong khung", "hai", "sau"]


def test_footnotes_come_last() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("gạch")}</w:footnote><w:footnote w:id="2">{p("Chú thích")}</w:footnote>'
    assert lines(p("Mục tiêu", inner=NUMBER_OF_NOTE) + p("Hết./."), footnotes=notes) == [
        "Mục tiêu",
        "Hết./.",
        "Chú thích",
    ]


def test_pictures_and_objects_are_counted() -> None:
    picture = "<w:r><w:drawing><a:blip r:embed='x'/></w:drawing><w:object/></w:r>"
    assert [note.split(":")[0] for note in read(p("chữ", inner=picture)).notes] == [
        "Tệp có 1 hình ảnh hoặc biểu đồ",
        "Tệp có 1 đối tượng nhúng từ chương trình khác",
    ]


# Tables


def test_a_two_column_header_reads_its_left_side_first() -> None:
    header = table(("UBND XÃ A", "CỘNG HÒA"), ("Số: 01/CT-UBND", "A, ngày 05 tháng 01 năm 2026"))
    assert lines(header) == ["UBND XÃ A", "Số: 01/CT-UBND", "CỘNG HÒA", "A, ngày 05 tháng 01 năm 2026"]


def test_a_header_cut_into_many_rows_is_still_a_header() -> None:
    rows = [("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ("XÃ A", "Độc lập - Tự do - Hạnh phúc"), ("Số: 1", "Ngày"), ("x", "y")]
    assert lines(table(*rows)) == ["ỦY BAN NHÂN DÂN", "XÃ A", "Số: 1", "x", *(right for _, right in rows)]


def test_a_motto_below_a_line_break_stands_in_the_header_table_too() -> None:
    motto = "<w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r>"
    layout = read(table(("XÃ HÀ TÂN", p(inner=motto)))).layout
    assert layout is not None
    assert layout.header_in_table


def test_an_empty_column_between_two_does_not_make_data() -> None:
    assert lines(table(("trái", "", "phải"))) == ["trái", "phải"]


def test_a_data_table_has_one_line_a_row() -> None:
    data = table(("TT", "Chỉ tiêu", "Kế hoạch"), ("1", "Thu | chi", ""), ("", "", ""), ("2", p("Hai") + p("dòng"), "5"))
    assert read(data).text == "TT | Chỉ tiêu | Kế hoạch\n1 | Thu | chi |\n2 | Hai dòng | 5\n"


def test_a_merged_row_parts_a_layout_table() -> None:
    assert lines(table(("a", "b"), ("chung",), ("c", "d"))) == ["a", "b", "chung", "c", "d"]


def test_a_table_in_a_cell_is_read_in_its_place() -> None:
    assert lines(table((p("trên") + table(("x", "y", "z")) + p("dưới"), "phải"))) == [
        "trên",
        "x | y | z",
        "dưới",
        "phải",
    ]


def test_a_frame_of_one_column_around_everything_is_no_data() -> None:
    assert lines(table(*[(f"dòng {number}",) for number in range(5)])) == [f"dòng {number}" for number in range(5)]


def test_a_file_saved_again_by_libreoffice_reads_the_same(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "chi-thi.docx"
    path.write_bytes(directive(marked_up=True))
    again = read_file(convert(convert(path, "odt"), "docx"))
    assert again == read_file(path)


# Old fonts, old and unusual files


@pytest.mark.parametrize(
    ("font", "old", "code"),
    [
        (".VnTime", "thi ®ua yªu n\xadíc", TCVN3),
        (".VnTimeH", "thi ®ua yªu n\xadíc", TCVN3),
        ("VNI-Times", "thi ñua yeâu nöôùc", VNI),
    ],
)
def test_runs_in_an_old_font_are_converted(font: str, old: str, code: str) -> None:
    source = read(p("Chỉ thị ", inner=run(old, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')))
    expected = "thi đua yêu nước"
    assert source.text == f"Chỉ thị {expected.upper() if font.endswith('H') else expected}\n"
    assert code in source.notes[0]


def test_unicode_text_in_an_old_font_stays() -> None:
    assert lines(p(inner=run("thi đua yêu nước", '<w:rFonts w:ascii=".VnTime"/>'))) == ["thi đua yêu nước"]


def test_a_strict_open_xml_file_reads_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = package(f'<x:p xmlns:x="{strict}"><x:r><x:t>một</x:t></x:r></x:p>')
    assert read_bytes(data, "strict.docx").text == "một\n"


@pytest.mark.parametrize(("tabs", "alignment"), [("", "left"), ("<w:tab/>", "center"), ("<w:tab/><w:tab/>", "right")])
def test_tabs_place_a_page_number_in_the_footer(tabs: str, alignment: str) -> None:
    layout = read(p("chữ"), footer1=p(inner=f"<w:r>{tabs}</w:r>" + field("PAGE", "1"))).layout
    assert layout is not None
    assert layout.page_number == ("footer", alignment)


def test_styles_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:basedOn w:val="{base}"/></w:style>'
        for own, base in ("AB", "BC", "CA")
    )
    assert lines(p("chữ", style="A"), styles=styles) == ["chữ"]


def test_words_in_a_page_header_are_not_checked_and_that_is_said() -> None:
    assert read(p("chữ"), header1=p("Dự thảo")).notes == ("Chữ ở đầu trang và cuối trang không được kiểm tra.",)


def test_a_font_of_the_theme_is_told_by_its_name() -> None:
    theme = '<a:fontScheme><a:minorFont><a:latin typeface="Arial"/></a:minorFont></a:fontScheme>'
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>'
    layout = read(p("chữ"), styles=styles, **{"theme/theme1": theme}).layout
    assert layout is not None
    assert layout.body_font == "Arial"


def test_the_extension_does_not_matter() -> None:
    assert read_bytes(directive(), "chi-thi.txt").format == "docx"
