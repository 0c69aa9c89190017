"""From a corrected text and its findings to the marked file."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.errors import UserError
from checks.finding import Finding, Fix, Severity, Span
from checks.reading import read_bytes
from checks.word.changes import Repair, changes, core
from checks.word.corrected import corrected, remark
from checks.word.revisions import comments
from tests.checks.reading.make import directive, p, package
from tests.checks.word.files import settled

DATE = datetime(2026, 11, 20, 8, 0)
lines = st.lists(st.sampled_from(["thi đua", "khen", "năm 2027", "- Lưu", "", "a b c", "./."]), max_size=8).map(
    "\n".join
)


def applied(text: str, repairs: tuple[Repair, ...]) -> str:
    for span, replacement in reversed(repairs):
        text = text[: span.start] + replacement + text[span.end :]
    return text


@given(lines, lines)
def test_changes_make_one_text_of_the_other(before: str, after: str) -> None:
    assert applied(before, changes(before, after)) == after


def test_changes_are_of_whole_words() -> None:
    assert changes("đẩy mạnh cải các hành chính", "đẩy mạnh cải cách hành chính") == (Repair(Span(13, 16), "cách"),)


def test_the_core_of_a_repair_leaves_out_the_words_that_stay() -> None:
    assert core("từ 8% đến 9%", Repair(Span(0, 12), "từ 8% đến 10%")) == Repair(Span(10, 11), "10")


def test_a_finding_of_the_corrected_text_is_commented_where_its_words_stood() -> None:
    data = package(
        p("cải các hành chính"),
    )
    data = package(p("cải các hành chính") + p("giảm tỷ lệ hộ nghèo từ 4%"))
    before = read_bytes(data, "a.docx").text
    after = before.replace("cải các hành", "đổi mới toàn diện hành")
    start = after.index("từ 4%")
    finding = Finding("change-range", Severity.WARNING, Span(start, start + 5), "Thiếu mức cuối.")
    made = corrected(data, before, after, [finding], DATE, sources={})
    assert read_bytes(settled(made.data, accept=True), "a.docx").text == after
    assert [(one.quote, one.author) for one in comments(made.data)] == [("từ 4%", "chithi")]


def test_a_finding_inside_a_repair_is_commented_at_the_repair() -> None:
    data = package(p("một hai ba"))
    finding = Finding("wrong-phrase", Severity.ERROR, Span(5, 9), "Sai.")
    made = corrected(data, "một hai ba\n", "một bốn năm ba\n", [finding], DATE, sources={})
    assert [one.quote for one in comments(made.data)] == ["bốn năm"]


def test_a_remark_says_fact_repair_source_and_rule() -> None:
    finding = Finding("wrong-phrase", Severity.ERROR, Span(0, 7), "Viết sai.", Fix("cải cách", safe=True))
    assert remark(finding, "cải các hành chính", "Từ điển.").split("\n") == [
        "Lỗi: Viết sai.",
        "Đề nghị sửa “cải các” thành “cải cách”.",
        "Căn cứ: Từ điển.",
        "Phép kiểm: wrong-phrase",
    ]


def test_another_file_than_the_one_checked_is_refused() -> None:
    with pytest.raises(UserError, match="đã khác bản được kiểm tra"):
        corrected(directive(year=2027), read_bytes(directive(year=2026), "a.docx").text, "x", [], DATE)
