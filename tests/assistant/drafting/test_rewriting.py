"""Sections written anew: what can be asked, what a stop keeps, and the way back."""

from __future__ import annotations

from pathlib import Path

from assistant.commands.draft import _shares
from assistant.draft import Draft
from assistant.drafting import rewriting
from assistant.drafting.editing import with_text
from assistant.drafting.rewriting import Rewritten
from assistant.model import Model
from assistant.precedents.corpus import Corpus, shipped
from assistant.rolling.rollforward import rollforward
from assistant.ui.written_view import written as written_nodes
from checks.document import Document
from tests.assistant.lung_van import LAST, asked
from tests.assistant.scripted import Scripted, slots

GOOD = "Mỗi cơ quan, đơn vị chọn một việc khó để làm đến cùng."
BAD = "Phấn đấu thu hút 17 dự án đầu tư mới."


def draft() -> Draft:
    return rollforward(Document.parse(LAST, "chi-thi-2025"), asked())


def corpus() -> Corpus:
    return Corpus(Path("/khong-co"), shipped())


def run(model: Model) -> Rewritten:
    known = Rewritten()
    for step in rewriting.rewrite(asked(), draft(), "goal", model, corpus()):
        known = rewriting.after(known, step)
    return known


def test_sections_are_offered_in_reading_order() -> None:
    assert [role for role, _ in rewriting.sections(draft())] == [
        "preface",
        "goal",
        "targets",
        "content",
        "period",
        "implementation",
    ]


def test_no_section_inside_another_is_offered() -> None:
    last = LAST.replace("4. Thời gian thi đua: Từ", "4. Thời gian, đối tượng thi đua\n\na) Thời gian: Từ")
    last = last.replace("\n\n5. Tổ chức", "\n\nb) Đối tượng: các cơ quan trong tỉnh.\n\n5. Tổ chức")
    offered = rewriting.sections(rollforward(Document.parse(last, "chi-thi-2025"), asked()))
    assert [role for role, _ in offered] == ["preface", "goal", "targets", "content", "period", "implementation"]


def test_what_passed_enters_and_the_command_counts_it() -> None:
    found = run(Scripted(slots(GOOD))).written
    assert found
    placed = rewriting.accepted(draft(), found)
    assert GOOD in placed.document.text
    assert ("mô hình viết", 1) in _shares(placed)


def test_a_refused_sentence_is_struck_out_with_its_reason() -> None:
    found = run(Scripted(slots(f"{GOOD} {BAD}"))).written
    assert found
    assert f"['del', {{}}, '{BAD}'], ' ', ['small', {{}}, 'Con số “17 dự án”" in str(written_nodes(found))


def test_a_stop_judges_the_paragraphs_that_came_whole() -> None:
    came = Rewritten(received=f'{{"paragraphs": ["{GOOD}", "Phấn đấu')
    found = rewriting.halted(came, asked(), draft(), "goal", corpus())
    assert found.written
    assert [p.text for p in found.written.paragraphs] == [GOOD]
    assert (found.fault, found.resumable) == (rewriting.STOPPED, True)


def test_an_answer_cut_off_keeps_what_came() -> None:
    answer = slots(GOOD, BAD)
    known = run(Scripted(answer, cut="cut", at=len(answer) - 9))
    assert known.resumable
    assert GOOD in known.text


def test_the_oldest_versions_go_first() -> None:
    versions: tuple[rewriting.Version, ...] = ()
    for n in range(rewriting.MOST_VERSIONS + 2):
        versions = rewriting.kept(versions, str(n), draft())
    assert [version.name for version in versions][:2] == ["2", "3"]


FRAMED = """Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;

Năm 2025, các xã trong tỉnh vượt khó làm nhiều việc.

Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua với những nội dung sau:

"""


def with_preface() -> Draft:
    at = draft().document.body.start
    whole = draft().document
    return with_text(draft(), whole.text[:at] + FRAMED + whole.text[whole.preface.end :])


def written_preface(*paragraphs: str) -> Draft:
    found = rewriting.rewrite(asked(), with_preface(), "preface", Scripted(slots(*paragraphs)), corpus())
    *_, last = found
    assert last.written
    return rewriting.accepted(with_preface(), last.written)


def test_the_preface_is_written_anew_between_its_bases_and_what_leads_on() -> None:
    text = written_preface(GOOD).document.text
    assert FRAMED.replace("Năm 2025, các xã trong tỉnh vượt khó làm nhiều việc.", GOOD) in text


def test_a_preface_that_leads_on_itself_replaces_the_whole() -> None:
    text = written_preface(GOOD, "Chủ tịch Ủy ban nhân dân tỉnh phát động thi đua như sau:").document.text
    assert "với những nội dung sau" not in text
    assert "thi đua như sau:\n\n1. " in text


def test_the_paragraphs_of_the_draft_stay_its_lines() -> None:
    placed = written_preface(GOOD)
    assert [p.text for _, p in placed.paragraph_spans()] == [
        placed.document.text[slice(*s)] for s, _ in placed.paragraph_spans()
    ]
