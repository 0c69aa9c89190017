"""Baselines and waivers: what they answer is set aside, said, and comes back when it should."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from checks import engine
from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding, Severity, Span
from checks.rules import all_rules
from checks.settings import baseline, office, waivers
from checks.settings.config import Settings
from checks.settings.fingerprint import fingerprints
from checks.settings.sifting import Sifted, sift

TODAY = date(2026, 11, 20)
PLAN = """KẾ HOẠCH
Phát động phong trào thi đua năm 2026

I. Mục tiêu
a, Giảm nghèo bền vững trên toàn xã
b, Giữ gìn đường làng, ngõ xóm sạch đẹp
II. Thời gian
Từ ngày ký đến hết ngày 31 tháng 12 năm 2026.
"""
CORPUS = sorted((Path(__file__).parents[3] / "corpus").glob("tinh-*/document.txt"))[:4]
NAMES = [rule.name() for rule in all_rules()]


def judged(text: str, path: str = "a.txt", today: date = TODAY, **settings: Path) -> Sifted:
    return sift(engine.check(Document.parse(text), all_rules()), path, Settings(**settings), today, keyed=True)  # type: ignore[arg-type]


def found(sifted: Sifted, rule: str) -> list[str]:
    text = sifted.report.document.text
    return [text[slice(*f.span)] for f in sifted.report.findings if f.rule == rule]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A baseline of PLAN as it is."""
    doc = Document.parse(PLAN)
    findings = engine.check(doc, all_rules()).findings
    file = tmp_path / "moc.json"
    baseline.write(file, {str(tmp_path / "a.txt"): baseline.known(doc, findings, fingerprints(doc, findings))})
    return file


def waiver_file(folder: Path, text: str) -> Path:
    file = folder / "chithi-waivers.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_was_there_no_longer_counts(kept: Path) -> None:
    again = judged(PLAN, str(kept.with_name("a.txt")), baseline=kept)
    assert (again.report.findings, again.remarks) == ((), ())


def test_a_baseline_survives_edits_above_and_a_section_put_in(kept: Path) -> None:
    edited = PLAN.replace("I. Mục tiêu", "I. Chủ đề\nMột lòng một dạ thi đua.\nII. Mục tiêu").replace(
        "II. Thời", "III. Thời"
    )
    again = judged(edited, str(kept.with_name("a.txt")), baseline=kept)
    assert (found(again, "list-marker"), len(again.suppressed) > 0) == ([], True)


def test_a_new_finding_beside_old_ones_counts(kept: Path) -> None:
    edited = PLAN.replace("II. Thời", "c, Xây dựng nếp sống văn minh đô thị\nII. Thời")
    assert found(judged(edited, str(kept.with_name("a.txt")), baseline=kept), "list-marker") == ["c,"]


def test_what_is_repaired_makes_its_entry_stale_and_that_is_said(kept: Path) -> None:
    again = judged(PLAN.replace("a, Giảm", "a) Giảm"), str(kept.with_name("a.txt")), baseline=kept)
    assert ["list-marker “a,”" in remark for remark in again.remarks] == [True]


def test_the_same_words_in_another_file_count(kept: Path) -> None:
    assert found(judged(PLAN, str(kept.with_name("b.txt")), baseline=kept), "list-marker") == ["a,", "b,"]


def test_a_baseline_keeps_what_this_run_did_not_read(kept: Path) -> None:
    baseline.write(kept, {str(kept.with_name("b.txt")): (baseline.Known("k", "list-marker", "a,"),)})
    assert set(json.loads(kept.read_text("utf-8"))["files"]) == {"a.txt", "b.txt"}


def test_a_baseline_is_never_written_over_another_file(tmp_path: Path) -> None:
    directive = tmp_path / "chi-thi.docx"
    directive.write_bytes(b"PK\x03\x04 not ours")
    with pytest.raises(UserError, match="không phải tệp mốc"):
        baseline.write(directive, {})
    assert directive.read_bytes() == b"PK\x03\x04 not ours"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema": 2, "files": {}}', '{"schema": 1, "files": []}'])
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "moc.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="không phải tệp mốc"):
        baseline.load(file)


def test_two_findings_with_the_same_words_are_two() -> None:
    doc = Document.parse("a, Một\na, Một\n")
    findings = [Finding("list-marker", Severity.ERROR, Span(at, at + 2), "Điểm đánh là “a)”.") for at in (0, 7)]
    assert len(set(fingerprints(doc, findings))) == 2


def test_two_problems_at_one_place_are_told_apart_whichever_comes_first() -> None:
    doc = Document.parse("KT CHỦ TỊCH")
    point = Finding("signature-block", Severity.ERROR, Span(0, 11), "Sau “KT” có dấu chấm.")
    deputy = Finding("signature-block", Severity.ERROR, Span(0, 11), "Dưới dòng “KT.” phải ghi chức vụ của cấp phó.")
    both = fingerprints(doc, [point, deputy])
    assert (*fingerprints(doc, [deputy]), *fingerprints(doc, [point])) == (both[1], both[0])
    assert len(set(both)) == 2


def test_a_new_number_in_a_message_is_the_same_finding() -> None:
    doc = Document.parse("3.4. Thi đua")
    before = Finding("heading-sequence", Severity.ERROR, Span(0, 4), "Đánh mục nhảy số: sau “3.2.” là “3.3.”.")
    after = before._replace(message="Đánh mục nhảy số: sau “4.2.” là “4.3.”.")
    assert fingerprints(doc, [before]) == fingerprints(doc, [after])


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_no_two_findings_of_a_document_share_a_fingerprint(path: Path) -> None:
    report = engine.check(Document.parse(path.read_text("utf-8").replace("năm", "nawm ,")), all_rules())
    keys = fingerprints(report.document, report.findings)
    assert len(keys) > 9
    assert len(set(keys)) == len(keys)


def test_a_fingerprint_does_not_know_its_line_but_its_neighbours() -> None:
    text = "Các thôn phấn đấu đạt 95% hộ gia đình văn hóa."
    finding = Finding("r", Severity.ERROR, Span(18, 25), "Sai.")
    moved = finding._replace(span=Span(24, 31))
    (one,) = fingerprints(Document.parse(text), [finding])
    (same,) = fingerprints(Document.parse("Trên\n\n" + text), [moved])
    (other,) = fingerprints(
        Document.parse(text.replace("phấn đấu", "quyết tâm")), [finding._replace(span=Span(19, 26))]
    )
    assert (one == same, one == other) == (True, False)


def test_a_waiver_sets_its_finding_aside_with_its_reason(tmp_path: Path) -> None:
    file = waiver_file(
        tmp_path,
        '[[waiver]]\nrule = "list-marker"\nquote = "a, Giảm nghèo"\nreason = "Mẫu cũ của huyện"\nexpires = 2026-12-31\n',
    )
    sifted = judged(PLAN, waivers=file)
    assert found(sifted, "list-marker") == ["b,"]
    assert [(item.by, item.reason) for item in sifted.suppressed] == [
        ("waiver", "Mẫu cũ của huyện (đến hết ngày 31/12/2026)")
    ]


def test_a_waiver_by_fingerprint_covers_that_finding_only(tmp_path: Path) -> None:
    plain = judged(PLAN)
    keys = dict(zip((f.span for f in plain.report.findings), plain.fingerprints, strict=True))
    key = keys[next(f.span for f in plain.report.findings if f.rule == "list-marker")]
    file = waiver_file(tmp_path, f'[[waiver]]\nrule = "list-marker"\ncontext = "{key}"\nreason = "Mẫu cũ"\n')
    assert found(judged(PLAN, waivers=file), "list-marker") == ["b,"]


def test_an_expired_waiver_counts_again_and_that_is_said(tmp_path: Path) -> None:
    file = waiver_file(
        tmp_path, '[[waiver]]\nrule = "list-marker"\nquote = "a,"\nreason = "Mẫu cũ"\nexpires = 2026-11-19\n'
    )
    sifted = judged(PLAN, waivers=file)
    assert found(sifted, "list-marker") == ["a,", "b,"]
    assert "đã hết hạn ngày 19/11/2026" in sifted.remarks[0]


def test_a_waiver_holds_on_its_last_day(tmp_path: Path) -> None:
    file = waiver_file(
        tmp_path, '[[waiver]]\nrule = "list-marker"\nquote = "a,"\nreason = "Mẫu cũ"\nexpires = 2026-11-20\n'
    )
    assert found(judged(PLAN, waivers=file), "list-marker") == ["b,"]


def test_a_waiver_of_this_file_that_covers_nothing_is_said(tmp_path: Path) -> None:
    file = waiver_file(tmp_path, '[[waiver]]\nrule = "list-marker"\nquote = "z,"\nfile = "a*.txt"\nreason = "Mẫu cũ"\n')
    assert "không còn khớp phát hiện nào" in judged(PLAN, waivers=file).remarks[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[waiver]]\nrule = "list-marker"\nquote = "a,"\n', "reason"),
        ('[[waiver]]\nrule = "list-marker"\nquote = "a,"\nreason = " "\n', "reason"),
        ('[[waiver]]\nrule = "list-marker"\nreason = "x"\n', "quote"),
        ('[[waiver]]\nrule = "list-marke"\nquote = "a,"\nreason = "x"\n', "có phải “list-marker”?"),
        ('[[waiver]]\nrule = "list-marker"\nquote = "a,"\nreson = "x"\n', "có phải “reason”?"),
        ('[[waiver]]\nrule = "list-marker"\nquote = "a,"\nreason = "x"\nexpires = "2026"\n', "2026-12-31"),
        ("[waiver]\n", "hai ngoặc vuông"),
        ("[[waiver]\n", "cú pháp TOML"),
    ],
)
def test_a_mistake_in_the_waivers_is_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UserError, match=told.replace("?", r"\?").replace("(", r"\(")):
        waivers.load(waiver_file(tmp_path, text), NAMES)


def test_a_word_of_the_office_is_no_spelling_mistake() -> None:
    doc = Document.parse("Bản Nà Khoòng thi đua.")
    words = office.Dictionary(("nà khoòng",))
    inside, outside = (Finding("syllable", Severity.WARNING, span, "Lạ.") for span in (Span(7, 13), Span(0, 3)))
    assert (words.has(doc, inside), words.has(doc, outside)) == (True, False)


def test_a_wording_of_the_office_is_repaired_with_its_capital(tmp_path: Path) -> None:
    file = tmp_path / "tu-ngu.txt"
    file.write_text("# riêng của xã\nra quan → ra quân\n", encoding="utf-8")
    doc = Document.parse("Ra quan đầu năm; không phải ra quang.")
    (finding,) = engine.check(doc, [office.phrases(file)]).findings
    assert engine.apply(doc.text, [finding], unsafe=True) == "Ra quân đầu năm; không phải ra quang."


def test_a_phrase_of_the_office_is_missed_by_one_wrong_syllable(tmp_path: Path) -> None:
    file = tmp_path / "tu-ngu.txt"
    file.write_text("ngày hội hái chè Nà Khoang\n", encoding="utf-8")
    doc = Document.parse("Các bản dự ngày hội hái chẻ Nà Khoang.")
    (finding,) = engine.check(doc, [office.phrases(file)]).findings
    assert engine.apply(doc.text, [finding], unsafe=True) == "Các bản dự ngày hội hái chè Nà Khoang."


@pytest.mark.parametrize("line", ["ra quan →", "→ ra quân", "quân", "a → b → c"])
def test_a_line_that_is_neither_wording_nor_phrase_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "sai.txt"
    file.write_text(f"# riêng\n{line}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"Dòng 2 của sai\.txt"):
        office.phrases(file)
