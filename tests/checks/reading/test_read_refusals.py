"""What is not read is refused with one Vietnamese sentence: what happened and what to do."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from checks.errors import UserError
from checks.reading import read, read_bytes
from tests.checks.reading.make import NAMESPACES, directive, lists, p, package, pdf, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
DOCUMENT = f"<w:document {NAMESPACES}><w:body>{{}}</w:body></w:document>"
BILLION = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def stream(name: str) -> bytes:
    return OLE + (name + "\0").encode("utf-16-le")


def word(document: str | bytes, **more: str) -> bytes:
    return zipped({"word/document.xml": document, **more})


def stored(document: str) -> bytes:
    """Not compressed, so that only what is inside can be judged."""
    return zipped({"word/document.xml": document}, zipfile.ZIP_STORED)


def bomb(size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(size // 1_000_000):
            part.write(b"<w:p/>" * 166_667)
    return buffer.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    """Every entry marked in the central directory, where the flags are the bytes 8 and 9."""
    return re.sub(b"(PK\x01\x02.{4})..", lambda match: match[1] + bytes([flag, 0]), data, flags=re.DOTALL)


REFUSED = {
    "a locked Word file": (stream("EncryptedPackage"), "đặt mật khẩu: hãy mở bằng Word, bỏ mật khẩu"),
    "an old Word file": (stream("WordDocument"), "Word 97-2003 (.doc): hãy mở bằng Word hoặc LibreOffice"),
    "an old Excel file": (stream("Workbook"), "là bảng tính Excel"),
    "another old Office file": (OLE, "Office đời cũ"),
    "RTF": (b"{\\rtf1 Ch\\u7881 ?}", "là văn bản RTF: hãy mở bằng Word"),
    "a web page called .doc": (b"\r\n<HTML><body>x</body>", "là trang web"),
    "Word 2003 XML": (b"\xef\xbb\xbf<?xml version='1.0'?><x/>", "là tệp XML"),
    "a photograph": (b"\xff\xd8\xff\xe0JFIF", "là hình ảnh: hãy dùng tệp Word gốc hoặc nhận dạng chữ"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "là hình ảnh"),
    "a picture of a telephone": (b"\0\0\0\x18ftypheic", "là hình ảnh"),
    "an archive": (b"Rar!\x1a\x07", "là tệp nén: hãy giải nén"),
    "another ZIP": (zipped({"a.txt": "x"}), "là tệp nén: hãy giải nén"),
    "a workbook": (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "bảng tính hoặc bản trình chiếu"),
    "OpenDocument": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
        "OpenDocument (.odt): hãy mở bằng LibreOffice",
    ),
    "Vietnamese without its marks": (
        b"UY BAN NHAN DAN XA TAN PHONG\nKE HOACH\nTo chuc phong trao thi dua nam 2026\n\nUy ban nhan dan xa phat dong phong trao thi dua "
        b"trong toan the can bo, cong chuc, vien chuc va nhan dan tren dia ban xa, voi cac noi dung sau: thuc hien tot nhiem vu.\n",
        "viết không dấu nên không kiểm tra được: hãy mở bản có dấu",
    ),
    "a program": (b"MZ\x90\0" + bytes(64), "là chương trình"),
    "a Word file without its main part": (zipped({"[Content_Types].xml": "", "word/styles.xml": ""}), "bị hỏng"),
    "a Word file cut short": (directive()[:9_000], "bị hỏng hoặc chưa tải về đủ: hãy tải lại"),
    "XML that does not close": (word("<w:document>"), "bị hỏng"),
    "XML without a body": (word("<w:document xmlns:w='x'/>"), "bị hỏng"),
    "a Word file without text": (word(DOCUMENT.format("<w:p/>")), "không có chữ nào để đọc"),
    "a DOCTYPE": (word(BILLION + DOCUMENT.format("<w:p/>")), "khai báo XML không an toàn"),
    "a DOCTYPE in UTF-16": (word((BILLION + DOCUMENT.format("<w:p/>")).encode("utf-16")), "khai báo XML không an toàn"),
    "a DOCTYPE in the numbering": (package(p("x"), numbering="<!DOCTYPE x>"), "khai báo XML không an toàn"),
    "an encrypted entry": (with_flag(directive(), 1), "được đặt mật khẩu"),
    "too many entries": (zipped({f"{number}": "" for number in range(2_001)}), "phình ra quá lớn"),
    "a bomb": (bomb(100_000_000), "phình ra quá lớn"),
    "a bomb just under the limit": (bomb(31_000_000), "phình ra quá lớn"),
    "padding that shrinks to nothing": (word(DOCUMENT.format(p("x")) + " " * 20_000_000), "phình ra quá lớn"),
    "more paragraphs than any directive": (stored(DOCUMENT.format("<w:p/>" * 200_001)), "phình ra quá lớn"),
    "more elements than any directive": (stored(DOCUMENT.format("<w:b/>" * 1_500_001)), "phình ra quá lớn"),
    "more letters than any directive": (stored(DOCUMENT.format(p("x" * 5_000_001))), "chứa quá nhiều chữ"),
    "another way to compress": (
        zipped({"word/document.xml": DOCUMENT.format(p("x"))}, zipfile.ZIP_BZIP2),
        "bị hỏng",
    ),
    "nesting no person wrote": (
        word(DOCUMENT.format("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000)),
        "bị hỏng",
    ),
    "a locked PDF": (pdf("x", password=True), "đặt mật khẩu: hãy bỏ mật khẩu"),
    "a scanned PDF": (pdf("", "", ""), "chỉ có ảnh quét, không có lớp chữ: hãy dùng tệp Word gốc"),
    "a PDF cut short": (pdf("x")[:200], "bị hỏng hoặc chưa tải về đủ"),
    "a PDF of 301 pages": (pdf(*["x"] * 301), "có 301 trang (tối đa 300)"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("name", ["chi-thi.docx", "chi-thi.txt"])
def test_a_file_that_is_not_read_is_refused_with_advice(case: str, name: str) -> None:
    data, words = REFUSED[case]
    with pytest.raises(UserError) as refused:
        read_bytes(data, name)
    assert words in str(refused.value)
    assert is_one_sentence(str(refused.value), name)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(directive())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", DOCUMENT.format(p("khác")))
    with pytest.raises(UserError, match="bị hỏng"):
        read_bytes(buffer.getvalue(), "a.docx")


def test_an_entry_larger_than_it_declares_is_refused_without_unpacking_it() -> None:
    data = bytearray(word(DOCUMENT.format(p("x") + "<w:p/>" * 3_000_000)))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(UserError, match="bị hỏng"):
        read_bytes(bytes(data), "a.docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_a_bomb_is_refused_by_its_directory_at_once() -> None:
    data = bomb(100_000_000)
    started = time.perf_counter()
    with pytest.raises(UserError, match="phình ra"):
        read_bytes(data, "a.docx")
    # Unpacking 100 MB takes seconds; the directory takes a millisecond.
    assert time.perf_counter() - started < 0.5


# Paths


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Không tìm thấy tệp “.*khong-co\.docx”: hãy kiểm tra"):
        read(tmp_path / "khong-co.docx")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="là một thư mục: hãy nêu tên từng tệp"):
        read(tmp_path)


def test_a_device_is_no_file() -> None:
    with pytest.raises(UserError, match="không phải là tệp thông thường"):
        read(Path("/dev/zero"))


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_an_impossible_name_is_a_sentence_too(name: str) -> None:
    with pytest.raises(UserError, match="Không mở được tệp"):
        read(Path(name))


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kin.txt"
    path.write_text("x")

    def forbid(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", forbid)  # root may read everything, so no mode bits
    with pytest.raises(UserError, match="Không có quyền đọc tệp"):
        read(path)


def test_fifty_megabytes_of_text_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.write("Chỉ thị".encode())
        file.truncate(50_000_000)
    with pytest.raises(UserError, match=r"quá lớn \(50 MB, tối đa 5 MB\)"):
        read(path)


def test_a_name_cannot_break_the_sentence() -> None:
    with pytest.raises(UserError) as refused:
        read_bytes(b"", "a\n\x1b[31m" + "b" * 500 + ".txt")
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 300


def test_a_file_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "chi-thi.txt"
    path.write_bytes(directive())
    assert (read(path).format, read(path).name) == ("docx", "chi-thi.txt")


def test_a_start_value_hidden_in_a_list_is_no_trap() -> None:
    numbering = lists({1: '<w:lvl w:ilvl="0"><w:start w:val="9e9"/><w:lvlText w:val="%1"/></w:lvl>'})
    assert read_bytes(package(p("x", num=1, level=0), numbering=numbering), "a.docx").text == "0 x\n"


# The lint path


def test_a_plain_text_is_read_without_zip_xml_or_pdf(tmp_path: Path) -> None:
    path = tmp_path / "chi-thi.txt"
    path.write_text("Chỉ thị", encoding="utf-8")
    program = (
        "import sys, pathlib; from checks.reading import read; read(pathlib.Path(sys.argv[1]));"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " {'zipfile', 'zlib', 'xml', 'pyexpat', 'pypdfium2', 'docx', 'threading', 'dataclasses'}])"
    )
    done = subprocess.run([sys.executable, "-S", "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def is_one_sentence(text: str, name: str) -> bool:
    plain = text.replace(name, "").replace(".docx", "").replace(".pdf", "").replace(".txt", "").replace(".md", "")
    plain = re.sub(r"\(\.\w+\)", "", plain)
    return text.endswith(".") and plain.count(". ") == 0 and ": hãy " in text and text[0].isupper() and "\n" not in text
