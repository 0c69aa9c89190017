"""The pre-issuance sheet of a review."""

from __future__ import annotations

from assistant import pipeline
from assistant.reviewing import review as reviewing
from assistant.reviewing import sheet


def printed(review: reviewing.Review) -> str:
    return sheet.html(review, pipeline.judge(review))


def test_the_same_review_gives_the_same_bytes() -> None:
    review = pipeline.open_review(pipeline.sample())
    assert printed(review) == printed(review)


def test_a_waiver_is_printed_with_its_reason() -> None:
    review = pipeline.open_review(pipeline.sample())
    waived = reviewing.waive(review, pipeline.undecided(review)[0], "Theo mẫu của tỉnh")
    assert "Theo mẫu của tỉnh" in printed(waived)


def test_an_ignored_place_is_listed_and_not_dropped() -> None:
    review = pipeline.open_review(pipeline.sample())
    assert "người soát bỏ qua" in printed(reviewing.ignore(review, pipeline.undecided(review)[:1]))


def test_markup_in_a_text_stays_text() -> None:
    review = reviewing.start("CHỈ THỊ\n<script>alert(1)</script>\n\nSố: 03 /CT-UBND <img src=x>\n", "<b>tên</b>")
    page = printed(review)
    assert "<script>" not in page
    assert "<img" not in page
    assert "<b>tên" not in page
