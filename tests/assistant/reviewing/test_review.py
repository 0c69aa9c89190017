"""A review: decisions, steps back and forth, and what survives an edit elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import pipeline
from assistant.reviewing import review as reviewing
from assistant.reviewing import review_file
from assistant.reviewing.review import Review
from checks.errors import UserError
from checks.finding import Severity

TEXT = """CHỈ THỊ
Phát động phong trào thi đua năm 2026

1. Nội dung thi đua
a) Đẩy mạnh  thi đua ở cơ quan.
c) Tiếp tục  thi đua ở các thôn.

2. Thời gian thi đua: từ ngày ký đến hết ngày 31 tháng 12 năm 2025.
"""


@pytest.fixture
def review() -> Review:
    return reviewing.start(TEXT, "thử")


def one(review: Review, rule: str) -> reviewing.Open:
    return next(found for found in pipeline.undecided(review) if found.finding.rule == rule)


def rules(review: Review) -> list[str]:
    return [found.finding.rule for found in pipeline.undecided(review)]


def test_an_accepted_repair_stands_in_the_text(review: Review) -> None:
    after = reviewing.accept(review, [one(review, "period-end")])
    assert "ngày 31 tháng 12 năm 2026" in after.text


def test_the_officers_own_words_replace_the_proposed_ones(review: Review) -> None:
    after = reviewing.accept(review, [one(review, "period-end")], "ngày 30 tháng 11 năm 2026")
    assert "ngày 30 tháng 11 năm 2026" in after.text


def test_a_place_that_changed_meanwhile_is_not_overwritten(review: Review) -> None:
    stale = one(review, "period-end")
    moved = reviewing.typed(review, "Thêm.\n" + review.text)
    with pytest.raises(UserError):
        reviewing.accept(moved, [stale])


def test_a_finding_without_repair_asks_for_words(review: Review) -> None:
    bare = one(review, "period-end")
    bare = bare._replace(finding=bare.finding._replace(fix=None))
    with pytest.raises(UserError):
        reviewing.accept(review, [bare])


def test_an_ignored_place_stays_ignored_when_text_above_changes(review: Review) -> None:
    ignored = reviewing.ignore(review, [one(review, "period-end")])
    after = reviewing.typed(ignored, "Một dòng mới.\n" + ignored.text)
    assert "period-end" not in rules(after)


def test_ignoring_one_of_two_alike_leaves_the_other(review: Review) -> None:
    blanks = [found for found in pipeline.undecided(review) if found.finding.rule == "doubled-space"]
    after = reviewing.ignore(review, blanks[:1])
    assert [found.mark for found in pipeline.undecided(after) if found.finding.rule == "doubled-space"] == [
        blanks[1].mark
    ]


def test_a_waiver_needs_a_reason(review: Review) -> None:
    with pytest.raises(UserError):
        reviewing.waive(review, one(review, "period-end"), "  ")


def test_a_waived_finding_is_no_longer_asked_about(review: Review) -> None:
    assert "period-end" not in rules(reviewing.waive(review, one(review, "period-end"), "Theo Nghị quyết của tỉnh"))


def test_all_of_one_kind_are_one_step(review: Review) -> None:
    after = reviewing.accept(review, [f for f in pipeline.undecided(review) if f.finding.rule == "doubled-space"])
    assert "  " not in after.text
    assert reviewing.undo(after) == replace(review, future=after.past)


def test_undo_and_redo_are_each_others_opposite(review: Review) -> None:
    after = reviewing.ignore(reviewing.accept(review, [one(review, "period-end")]), [one(review, "heading-sequence")])
    back = reviewing.undo(reviewing.undo(after))
    assert back.text == review.text
    assert reviewing.redo(reviewing.redo(back)) == after


def test_typing_on_in_one_line_is_one_step(review: Review) -> None:
    after = reviewing.typed(reviewing.typed(review, review.text.replace("ở các thôn", "ở các thôn x")), "")
    after = reviewing.typed(review, review.text.replace("thôn.", "thôn, b"))
    after = reviewing.typed(after, review.text.replace("thôn.", "thôn, bản."))
    assert [step.label for step in after.past] == ["Gõ sửa văn bản"]
    assert reviewing.undo(after).text == review.text


def test_typing_in_two_places_is_two_steps(review: Review) -> None:
    after = reviewing.typed(review, review.text.replace("thôn.", "thôn, bản."))
    after = reviewing.typed(after, after.text.replace("Phát động", "Về việc phát động"))
    assert len(after.past) == 2


def test_a_version_can_be_returned_to_and_left_again(review: Review) -> None:
    kept = reviewing.keep_version(review, "Trước khi trình")
    changed = reviewing.typed(kept, "Khác hẳn.")
    back = reviewing.return_to(changed, changed.versions[0])
    assert back.text == review.text
    assert reviewing.undo(back).text == "Khác hẳn."


def test_the_dictionary_speaks_for_spelling_only(review: Review) -> None:
    after = reviewing.learn(review, one(review, "period-end"))
    assert "ngày 31 tháng 12 năm 2025" in after.decisions.words
    assert "period-end" in rules(after)


def test_a_learnt_word_is_not_asked_about_again() -> None:
    review = reviewing.start("Cơ quan nâng cao chất luợng phục vụ, chất luợng văn bản.\n", "thử")
    asked = [found for found in pipeline.undecided(review) if found.finding.rule == "syllable"]
    after = reviewing.learn(review, asked[0])
    assert asked
    assert "syllable" not in rules(after)


def test_counts_name_every_severity(review: Review) -> None:
    assert set(reviewing.counts(pipeline.undecided(review))) == set(Severity)


def test_an_exported_review_comes_back_whole(review: Review) -> None:
    after = reviewing.undo(
        reviewing.ignore(reviewing.accept(review, [one(review, "period-end")]), pipeline.undecided(review)[:1])
    )
    after = reviewing.keep_version(after, "một")
    assert review_file.from_json(review_file.to_json(after)) == after


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[1]", b'{"kind":"chithi-review-1"}', b"\xff\xfe", '{"kind":"chithi-review-1","review":{"text":1}}'],
)
def test_a_foreign_file_is_refused_in_one_sentence(data: bytes | str) -> None:
    with pytest.raises(UserError):
        review_file.from_json(data)


def test_a_file_whose_steps_do_not_fit_is_refused(review: Review) -> None:
    after = reviewing.accept(review, [one(review, "period-end")])
    with pytest.raises(UserError):
        review_file.from_json(review_file.to_json(replace(after, text="khác")))


@given(st.lists(st.text(max_size=30), max_size=8))
def test_everything_typed_can_be_undone(texts: list[str]) -> None:
    review = reviewing.start("Một dòng.\nHai dòng.", "thử")
    after = review
    for text in texts:
        after = reviewing.typed(after, text)
    while after.past:
        after = reviewing.undo(after)
    assert after.text == review.text
