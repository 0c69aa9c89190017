"""The steps pages and commands share."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import docx
import pytest

from assistant import pipeline
from assistant.entry import request_form
from assistant.precedents.conversion import is_old
from assistant.precedents.corpus import Corpus, shipped
from assistant.reviewing import review as reviewing
from checks.errors import UserError

NOW = datetime(2026, 1, 12, 8, 0)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def word_file(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_nothing_pasted_is_told() -> None:
    with pytest.raises(UserError):
        pipeline.read_text("  \n ")


def test_more_than_ten_megabytes_are_refused() -> None:
    with pytest.raises(UserError, match="quá lớn"):
        pipeline.read(b"x" * (pipeline.UPLOAD_LIMIT + 1), "to.txt")


def test_work_that_was_exported_is_no_document() -> None:
    with pytest.raises(UserError, match="bản đang làm đã xuất"):
        pipeline.read(b"{}", "du-thao-2027-ban-soan.json")


def test_an_old_word_file_is_read_through_libreoffice_without_a_word_on_its_form(soffice: str) -> None:
    rtf = rb"{\rtf1\ansi Ch\u7911? t\u7883?ch U\u7927?\u7927? ban\par}"
    source = pipeline.read(rtf, "nam-truoc.rtf")
    assert (source.format, source.layout) == ("text", None)
    assert "LibreOffice" in source.notes[0]


def test_a_file_is_read_as_what_it_is_whatever_its_name_says(soffice: str) -> None:
    rtf = rb"{\rtf1\ansi Ch\u7911? t\u7883?ch U\u7927? ban\par}"
    assert "Chủ tịch" in pipeline.read(rtf, "nam-truoc.docx").text
    word = pipeline.read(word_file("Chủ tịch Ủy ban nhân dân xã"), "nam-nay.doc")
    assert (word.format, word.notes) == ("docx", ())
    assert pipeline.read("Chủ tịch Ủy ban nhân dân xã".encode(), "nam-nay.odt").format == "text"


@pytest.mark.parametrize(
    ("data", "old"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\0".encode("utf-16-le"), True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"), False),
        (b"PK\x03\x04".ljust(30) + b"mimetypeapplication/vnd.oasis.opendocument.text", True),
        (b"PK\x03\x04".ljust(30) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", False),
    ],
)
def test_libreoffice_is_asked_for_what_it_alone_opens(data: bytes, old: bool) -> None:
    assert is_old(data, "van-ban.docx") is old


def test_the_sample_has_something_to_find() -> None:
    review = pipeline.open_review(pipeline.sample())
    assert len(pipeline.undecided(review)) >= 3


def test_safe_repairs_are_one_step() -> None:
    review = pipeline.open_review(pipeline.sample())
    assert len(pipeline.accept_safe(review).past) == 1


def test_two_uploads_of_one_name_are_both_read(corpus: Corpus) -> None:
    before, after = pipeline.sample_pair()
    texts = [
        source.text.replace("THẠCH GIANG", "ĐỒI CỌ").replace("Thạch Giang", "Đồi Cọ") for source in (before, after)
    ]
    report = pipeline.take_in(corpus, [("chi-thi.txt", text.encode()) for text in texts])
    assert len(report.added) == 2


def test_an_unreadable_upload_is_reported_by_its_name(corpus: Corpus) -> None:
    report = pipeline.take_in(corpus, [("anh.txt", b"\x89PNG\r\n\x1a\n\x00\x00")])
    [(path, sentence)] = report.unreadable
    assert str(path) == "anh.txt"
    assert "chithi-" not in sentence


def test_a_name_that_climbs_out_of_its_folder_does_not(corpus: Corpus) -> None:
    text = pipeline.sample_pair()[0].text.replace("Thạch Giang", "Đồi Cọ")
    report = pipeline.take_in(corpus, [("../../ra-ngoai.txt", text.encode())])
    assert len(report.added) == 1


def test_last_years_text_becomes_a_draft_of_this_year(corpus: Corpus) -> None:
    asked = request_form.request({"issuer": "Ủy ban nhân dân tỉnh Thạch Giang", "year": "2027", "theme": "Vững bước"})
    draft = pipeline.draft(asked, pipeline.sample_pair()[1], corpus)
    assert draft.document.year == 2027
    assert "Vững bước" in draft.document.text


def test_without_last_years_text_a_draft_is_composed(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path, shipped())
    asked = request_form.request({"issuer": "Ủy ban nhân dân xã Đồi Cọ", "year": "2027"})
    assert pipeline.draft(asked, None, corpus).document.year == 2027


def test_a_reviewed_word_file_comes_back_with_its_changes_tracked() -> None:
    data = word_file(pipeline.sample().text)
    review = pipeline.open_review(pipeline.read(data, "chi-thi.docx"))
    fixed = pipeline.accept_safe(review)
    back = pipeline.tracked(data, fixed, pipeline.judge(fixed), NOW)
    assert pipeline.read(back, "lai.docx").text == fixed.text


def test_another_word_file_is_not_taken_for_the_one_reviewed() -> None:
    review = reviewing.start("Một văn bản.", "chi-thi.docx")
    with pytest.raises(UserError):
        pipeline.same_file(word_file("Văn bản khác."), review)
