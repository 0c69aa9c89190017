"""What must hold for every text and every rule: same words, same findings; repairs settle and break nothing."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import engine, examples
from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding, Severity
from checks.reading import read_bytes
from checks.rules import all_rules
from tests.checks.reading.make import directive, zipped

RULES = all_rules()
CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/document.txt"))
TEXTS = [path.read_text("utf-8") for path in CORPUS]
WRONG = [
    pytest.param(examples.read(marked).text, id=f"{rule.name()}-{number}")
    for rule in RULES
    for number, marked in enumerate(rule.bad)
]
with zipfile.ZipFile(io.BytesIO(directive(marked_up=True))) as archive:
    PARTS = {path: archive.read(path) for path in archive.namelist() if path.endswith((".xml", ".rels"))}
JUDGE = partial(engine.check, rules=RULES)


def findings(data: bytes) -> list[Finding]:
    return list(JUDGE(Document.parse(read_bytes(data, "a.txt").text)).findings)


def errors(doc: Document) -> Counter[str]:
    return Counter(f.rule for f in JUDGE(doc).findings if f.severity is Severity.ERROR)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A directive with a few lines gone, doubled or out of place, and characters lost or put in."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        put = draw(st.sampled_from(["", "", "(", "”", " ", "./", "…", ",", "1.", "a,", "\t", "😀", "Đ", "31/12/2026"]))
        kind = draw(st.sampled_from(["cut", "put", "drop", "double", "move"]))
        if kind == "cut":
            lines[at] = line[:cut] + line[cut + draw(st.integers(1, 9)) :]
        elif kind == "put":
            lines[at] = line[:cut] + put + line[cut:]
        elif kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, line)
        else:
            lines[at], lines[-at - 1] = lines[-at - 1], line
    return "\n".join(lines)


def variants(text: str) -> list[bytes]:
    """The same words as other programs write them."""
    written = (unicodedata.normalize("NFD", text), text.replace("\n", "\r\n"), "\ufeff" + text)
    return [*(one.encode() for one in written), text.encode("utf-16")]


@pytest.mark.parametrize(
    "text", [*(pytest.param(text, id=path.parent.name) for path, text in zip(CORPUS, TEXTS, strict=True)), *WRONG]
)
def test_composed_decomposed_and_windows_texts_are_read_as_one_text(text: str) -> None:
    plain = read_bytes(text.encode(), "a.txt").text
    assert [read_bytes(one, "a.txt").text == plain for one in variants(text)] == [True] * 4


@pytest.mark.parametrize("path", CORPUS[::12], ids=lambda path: path.parent.name)
def test_composed_decomposed_and_windows_texts_give_the_same_findings(path: Path) -> None:
    text = path.read_text("utf-8")
    plain = findings(text.encode())
    assert [findings(one) == plain for one in variants(text)] == [True] * 4


@given(damaged())
def test_checking_never_crashes_and_is_the_same_twice(text: str) -> None:
    report = JUDGE(Document.parse(text))
    assert not report.crashed, report.not_evaluated
    assert report.findings == JUDGE(Document.parse(text)).findings


@given(st.text("Kế hoạch\n.,:()“”123/%IVab) 😀", max_size=200))
def test_any_text_at_all_is_judged(text: str) -> None:
    report = JUDGE(Document.parse(text))
    assert not report.crashed, report.not_evaluated
    assert all(0 <= f.span.start <= f.span.end <= len(report.document.text) for f in report.findings)


@settings(max_examples=40, deadline=5_000)
@given(st.sampled_from(sorted(PARTS)), st.floats(0, 1, exclude_max=True), st.integers(0, 60), st.binary(max_size=6))
def test_a_damaged_word_file_is_judged_or_refused(part: str, at: float, length: int, put: bytes) -> None:
    whole = PARTS[part]
    cut = int(at * len(whole))
    data = zipped(PARTS | {part: whole[:cut] + put + whole[cut + length :]})
    report = judged(data)
    assert report is None or not report.crashed, report


def judged(data: bytes) -> engine.Report | None:
    """The report of a Word file; None where it is refused with a sentence."""
    try:
        source = read_bytes(data, "a.docx")
    except UserError:
        return None
    return JUDGE(Document.parse(source.text, "a.docx", source.layout))


FIGURE = re.compile(r"[1-9](?:[\d.,]*[1-9])?")


def figures(text: str) -> list[str]:
    """What is counted, dated and numbered, but for leading zeros and thousand marks; list numbers are none."""
    return ["".join(c for c in one if c.isdigit()) for one in FIGURE.findall(text)]


@given(damaged())
def test_no_safe_repair_changes_a_figure(text: str) -> None:
    doc = Document.parse(text)
    for finding in JUDGE(doc).findings:
        if finding.fix and finding.fix.safe:
            before, after = doc.text[slice(*finding.span)], finding.fix.replacement
            assert figures(after) == figures(before) or finding.rule in ("doubled-word", "recipient-form"), finding


@pytest.mark.parametrize("text", WRONG)
def test_repairs_of_the_examples_settle_and_make_no_new_error(text: str) -> None:
    settles(text)


@given(damaged())
def test_repairs_of_damaged_directives_settle_and_make_no_new_error(text: str) -> None:
    settles(text)


def settles(text: str) -> None:
    doc = Document.parse(text)
    once = engine.fix(doc, JUDGE)
    assert engine.fix(once, JUDGE).text == once.text
    assert not [
        f for f in JUDGE(once).findings if f.fix and f.fix.safe and f.fix.replacement != once.text[slice(*f.span)]
    ]
    assert errors(once) - errors(doc) == Counter()


def test_a_comma_inside_a_name_that_is_repaired_whole_is_not_told_once_more() -> None:
    doc = Document.parse("Căn cứ Luật thi đua khen thưởng năm 2022 của Quốc hội và tình hình thực tế của địa phương.\n")
    told = [(f.rule, doc.text[slice(*f.span)]) for f in JUDGE(doc).findings]
    assert told == [("body-names", "Luật thi đua khen thưởng")]


def test_a_slip_in_a_cited_title_is_told_once() -> None:
    doc = Document.parse(
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưỡng, đạo đức, phong cách "
        "Hồ Chí Minh.\n"
    )
    told = [doc.text[slice(*f.span)] for f in JUDGE(doc).findings]
    assert told == ["tưỡng"]


def test_a_total_that_two_rules_doubt_is_told_once() -> None:
    doc = Document.parse(
        "Nhà trường có 43 cán bộ, giáo viên, nhân viên: 03 cán bộ quản lý, 34 giáo viên và 05 nhân viên.\n"
    )
    told = [(doc.text[slice(*f.span)], f.subject) for f in JUDGE(doc).findings]
    assert told == [("43", "total")]


def test_a_last_stage_that_ends_too_early_is_told_once() -> None:
    doc = Document.parse(
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. THỜI GIAN\n\nTừ ngày 26/01/2026 đến hết ngày 31/12/2026, chia thành 2 đợt:\n"
        "- Đợt 1: Từ ngày 26/01/2026 đến ngày 19/5/2026;\n- Đợt 2: Từ ngày 20/5/2026 đến ngày 30/11/2026.\n"
    )
    told = [(f.rule, f.subject) for f in JUDGE(doc).findings if doc.text[slice(*f.span)] == "ngày 30/11/2026"]
    assert told == [("stage-cover", "stage")]


def test_items_that_were_parted_by_guess_are_not_said_to_have_their_marks() -> None:
    whole = (Path(__file__).parents[2] / "corpus/tinh-dong-chau-2017/document.txt").read_text("utf-8")
    doc = Document.parse(" ".join(whole.split()))
    assert doc.flowing.parted
    assert "missing-end-mark" in {one.rule for one in JUDGE(doc).not_evaluated}


def test_a_cited_date_that_is_put_right_is_not_told_to_be_too_late_as_well() -> None:
    doc = Document.parse(
        "Hà Tân, ngày 12 tháng 3 năm 2025\n\nKẾ HOẠCH\nTriển khai chuyển đổi số\n\n"
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2025 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo "
        "và chuyển đổi số quốc gia.\n"
    )
    told = [f.rule for f in JUDGE(doc).findings if doc.text[slice(*f.span)] == "ngày 22/12/2025"]
    assert told == ["cited-document"]


def test_a_cited_date_that_is_put_right_is_not_also_told_to_differ_from_its_number_and_from_another_place() -> None:
    doc = Document.parse(
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;\n"
        "Thực hiện Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2023 của Quốc hội.\n"
    )
    told = [f.rule for f in JUDGE(doc).findings if doc.text[slice(*f.span)] == "ngày 15/6/2023"]
    assert told == ["cited-document"]
