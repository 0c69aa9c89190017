"""The draft's own Word file comes back from the office: what changed, what was resolved, what is left."""

from __future__ import annotations

import io

import docx
import pytest

from assistant import pipeline
from assistant.draft import Draft
from assistant.drafting.editing import edited, parts
from assistant.drafting.returned import returned, taken
from assistant.rolling.rollforward import rollforward
from checks.errors import UserError
from checks.reading import Source
from tests.assistant.lung_van import asked, last


def draft() -> Draft:
    """With a slip that the checks find."""
    made = rollforward(last(), asked())
    return edited(made, parts(made)[2], "1. Mục tiêu\n\nHoàn thành các nhiệm vụ của năm 2026 , giữ vững kỷ cương.")


def word(made: Draft, *turned: tuple[str, str]) -> Source:
    """The exported file with words replaced in it, as an office would in Word."""
    file = docx.Document(io.BytesIO(pipeline.word(made)))
    cells = [p for t in file.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    for paragraph in [*file.paragraphs, *cells]:
        text = paragraph.text
        for before, after in turned:
            text = text.replace(before, after)
        if text != paragraph.text:
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = text
    out = io.BytesIO()
    file.save(out)
    return pipeline.read(out.getvalue(), "du-thao-da-sua.docx")


def test_a_file_nobody_touched_has_no_change() -> None:
    found = returned(draft(), word(draft()))
    assert (found.changes, found.resolved, found.filled) == ((), (), 0)


def test_what_the_office_changed_is_told_line_by_line() -> None:
    made = draft()
    found = returned(
        made,
        word(made, ("trên ……… tỷ đồng, trong đó", "trên 1.400 tỷ đồng, trong đó"), ("Hoàn thành các", "Làm xong các")),
    )
    assert [(c.kind, "1.400" in c.after) for c in found.changes if "ngân sách" in c.after] == [("filled", True)]
    assert [c.before[:10] for c in found.changes if c.kind == "changed"] == ["Hoàn thành"]
    assert found.filled == 1


def test_what_was_repaired_is_resolved_and_what_was_not_stays() -> None:
    made = draft()
    assert [f for f in returned(made, word(made)).kept if f.rule == "space-before-mark"]
    repaired = returned(made, word(made, ("2026 , giữ", "2026, giữ")))
    assert len(repaired.resolved) == 1
    assert not [f for f in repaired.kept if f.rule == "space-before-mark"]


def test_a_new_slip_is_told_as_new() -> None:
    found = returned(draft(), word(draft(), ("trước ngày", "trướcc ngày")))
    assert any("trướcc" in found.document.text[slice(*f.span)] for f in found.fresh)


def test_the_offices_text_becomes_the_draft_and_keeps_origins() -> None:
    made = draft()
    after = taken(made, returned(made, word(made, ("Hoàn thành các", "Làm xong các"))))
    assert [p.text[:8] for p in after.paragraphs if p.provenance.kind == "officer"][:1] == ["Làm xong"]
    assert sum(p.provenance.kind == "previous" for p in after.paragraphs) >= 20
    assert [b.what for b in after.blanks] == [b.what for b in made.blanks] or len(after.blanks) == len(made.blanks)


def test_the_head_keeps_its_order_whatever_word_makes_of_it() -> None:
    made = draft()
    after = taken(made, returned(made, word(made, ("Số: ………/", "Số: 05/"))))
    head = [p.text for p in made.paragraphs][:6]
    assert [p.text for p in after.paragraphs][:6] == [line.replace("Số: ………", "Số: 05") for line in head]


def test_another_document_is_refused_in_one_sentence() -> None:
    with pytest.raises(UserError, match="không phải bản Word của dự thảo này"):
        returned(draft(), Source("Công văn về việc khác.\n\nKính gửi các đơn vị.\n", "khac.docx", "docx"))
