"""Every format, read back by a strict reader of its published form."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given

from checks.document import Document
from checks.engine import Report
from checks.finding import Finding, Severity, Span
from checks.report import FORMATS, Checked, Suppressed
from tests.checks.report import published
from tests.checks.report.made import CAMPAIGN, any_checked, checked, told

UNREAD = (("mất,100%.docx", "Không tìm thấy tệp: hãy kiểm tra\nlại."),)
COMMAND = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::(.*)")
VOID = {"meta", "br"}


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands in ``text`` as GitHub reads them; the last line is no command."""
    *lines, summary = text.removesuffix("\n").split("\n")
    assert summary.startswith("chithi: ")
    out = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = [pair.split("=", 1) for pair in (match[2] or "").split(",") if pair]
        out.append((match[1], dict(pairs), match[3]))
    return out


def valid_github(text: str) -> None:
    published.valid("github", text)
    for _, where, message in annotations(text):
        assert "\r" not in message
        assert ("col" in where) == (where.get("line") == where.get("endLine") and "line" in where)


def valid_gitlab(text: str) -> None:
    published.valid("gitlab", text)
    issues = json.loads(text)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert issue["description"].startswith(issue["check_name"] + ": ")
        assert issue["location"]["lines"]["begin"] <= issue["location"]["lines"].get("end", 10**9)


def valid_rdjson(text: str) -> None:
    published.valid("rdjson", text)
    for diagnostic in json.loads(text)["diagnostics"]:
        for span in (diagnostic["location"].get("range"), *(s["range"] for s in diagnostic.get("suggestions", []))):
            if span is not None:
                first, last = ((span[at]["line"], span[at]["column"]) for at in ("start", "end"))
                assert first <= last


def valid_junit(text: str) -> None:
    published.valid("junit", text)
    for element in ET.fromstring(text.encode("utf-8", "backslashreplace")).iter():
        if element.tag.startswith("testsuite"):
            for name, tag in (("failures", "failure"), ("errors", "error"), ("tests", "testcase")):
                assert int(element.attrib[name]) == len(list(element.iter(tag)))


def valid_json(text: str) -> None:
    published.valid("json", text)
    for file in json.loads(text)["files"]:
        for finding in [*file["findings"], *file["suppressed"]]:
            assert finding["end"]["offset"] - finding["start"]["offset"] == len(finding["text"])


def valid_sarif(text: str) -> None:
    (run,) = json.loads(text)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert len({"baselineState" in result for result in run["results"]}) <= 1
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert run["artifacts"][place["artifactLocation"]["index"]]["location"] == place["artifactLocation"]
        assert place["region"]["charLength"] == len(place["region"]["snippet"]["text"])
        assert place["region"]["snippet"]["text"] in place["contextRegion"]["snippet"]["text"]


class Page(HTMLParser):
    """Refuses tags that are not closed, and all that would run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "link", "img", "iframe", "object", "form", "a", "base", "svg"}
        assert not [name for name, _ in attrs if name.startswith("on") or name in {"src", "href", "style"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def valid_html(text: str) -> None:
    page = Page()
    page.feed(text)
    page.close()
    assert page.open == []


def valid_text(text: str) -> None:
    assert "Đã chạy" in text


VALID: dict[str, Any] = {name: globals()[f"valid_{name}"] for name in FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_a_real_text_is_valid(name: str) -> None:
    VALID[name](told(name, checked(), checked(path="b.txt"), unread=UNREAD, remarks=("mốc đã cũ",)))


@pytest.mark.parametrize("name", FORMATS)
@given(file=any_checked())
def test_any_report_is_valid(name: str, file: Checked) -> None:
    VALID[name](told(name, file, unread=UNREAD))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert told(name, checked()) == told(name, checked())


def test_rdjson_counts_bytes_where_the_best_linter_counts_code_points() -> None:
    text = "“đẩy mạnh cải cách 😀”; [import"
    finding = Finding(
        "balanced-marks", Severity.ERROR, Span(text.index("["), text.index("[") + 1), "Dấu mở ngoặc không có dấu đóng."
    )
    file = Checked("a.txt", Report(Document.parse(text), (finding,), (), ()), fingerprints=("f",))
    (diagnostic,) = json.loads(told("rdjson", file))["diagnostics"]
    place = diagnostic["location"]["range"]
    assert text.encode()[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"["


def test_github_gives_no_column_over_several_lines() -> None:
    file = checked()
    whole = file.report.findings[0]._replace(span=Span(0, 40))
    lines = annotations(told("github", file._replace(report=file.report._replace(findings=(whole,)))))
    assert [set(where) for _, where, _ in lines] == [{"file", "line", "endLine", "title"}]


def test_github_keeps_a_comma_in_a_path_and_a_line_break_in_a_message_apart_from_its_own() -> None:
    level, where, message = annotations(told("github", unread=UNREAD))[0]
    assert (level, where["file"], message) == ("error", "mất%2C100%25.docx", "Không tìm thấy tệp: hãy kiểm tra%0Alại.")


def test_junit_fails_exactly_what_fails_the_run() -> None:
    lenient = ET.fromstring(told("junit", checked()._replace(fail_on="never")))
    assert (lenient.attrib["failures"], list(lenient.iter("failure"))) == ("0", [])


def test_a_finding_set_aside_is_listed_by_every_format_that_keeps_records() -> None:
    file = checked()
    aside = tuple(
        Suppressed(f, k, "waiver", "Sở đã đồng ý") for f, k in zip(file.report.findings, file.fingerprints, strict=True)
    )
    quiet = file._replace(report=file.report._replace(findings=()), fingerprints=(), suppressed=aside)
    for name in ("json", "sarif", "html", "junit"):
        assert told(name, quiet).count("Sở đã đồng ý") == len(aside)
    assert f"Không tính {len(aside)} phát hiện: {len(aside)} được miễn trừ." in told("text", quiet)


def test_the_sheet_shows_markup_of_a_document_as_text() -> None:
    name = "Phát động <script>alert(1)</script> & thi đua năm 2026"
    page = told("html", checked(CAMPAIGN.replace("Phát động phong trào thi đua năm 2026", name)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; thi đua" in page


def test_the_sheet_says_what_an_officer_signs() -> None:
    page = told("html", checked())
    for word in (
        "PHIẾU KIỂM TRA TRƯỚC KHI BAN HÀNH",
        "ab" * 32,
        "Kế hoạch",
        "12/01/2026",
        "Chưa được ban hành",
        "Chưa kiểm tra",
        "Người duyệt",
    ):
        assert word in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text", "Cũng vậy ở 2 chỗ nữa: dòng 2, 3."),
        ("html", "Có 3 chỗ như vậy."),
        ("github", "Cũng vậy ở 2 chỗ nữa: dòng 2, 3."),
    ],
)
def test_what_is_found_often_is_read_once(name: str, said: str) -> None:
    thrice = checked("Báo cáo Ban chỉ đạo xã.\nHọp Ban chỉ đạo xã.\nGiúp Ban chỉ đạo xã; Ban Chỉ đạo tỉnh.\n")
    shown = told(name, thrice)
    assert said in shown
    assert shown.count("Tên này viết là “Ban Chỉ đạo”.") == 1


def test_every_count_is_of_what_there_is_to_read() -> None:
    letters = checked("Phong trào thi đua yêu nƣớc của phƣờng, trƣờng, thôn; ngƣời dân hƣởng ứng, đƣa vào nếp.\n")
    assert "1 lỗi, 0 nên xem lại, 0 gợi ý (6 chỗ)." in told("text", letters)
    assert "1 lỗi, 0 nên xem lại, 0 gợi ý (6 chỗ);" in told("html", letters)
    assert "1 lỗi, 0 nên xem lại, 0 gợi ý trong 1 tệp." in told("github", letters)
    (one,) = json.loads(told("json", letters))["files"]
    assert (one["entries"], len(one["findings"])) == ({"error": 1, "warning": 0, "style": 0}, 6)


def test_blanks_and_marks_are_each_shown_in_their_line() -> None:
    line = "Các thôn  thực hiện.\n"
    assert told("text", checked(line * 3)).count("[doubled-space]") == 3
    assert "Cũng vậy ở 5 chỗ nữa: dòng 4, 5, 6, 7, 8." in told("text", checked(line * 8))


def test_many_rules_left_out_for_one_reason_are_counted() -> None:
    assert re.search(r"Chưa kiểm \d+ phép \([\w-]+, .*, …\): không phải tệp Word\.", told("text", checked()))
