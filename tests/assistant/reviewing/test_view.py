"""What the browser is told: offsets in its own units, sections as printed, rules with their source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant import pipeline
from assistant.reviewing import review as reviewing
from assistant.reviewing.view import section_name, top_sections, utf16, view
from checks.document import Document


@given(st.text(max_size=40), st.data())
def test_places_count_utf16_units(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert utf16(text)(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def test_a_finding_after_an_emoji_is_marked_at_its_words() -> None:
    review = reviewing.start(
        "CHỈ THỊ\nPhát động thi đua năm 2026 😀\n\n1. Thời gian: đến hết ngày 31/12/2025.\n", "thử"
    )
    data = view(review, pipeline.judge(review))
    units = data["text"].encode("utf-16-le")
    found = next(one for one in data["open"] if one["rule"] == "period-end")
    assert units[found["start"] * 2 : found["end"] * 2].decode("utf-16-le") == found["written"] == "31/12/2025"


def test_every_rule_told_has_title_and_source() -> None:
    review = pipeline.open_review(pipeline.sample())
    told = view(review, pipeline.judge(review))["rules"]
    assert told
    assert all(rule["title"] and rule["source"] for rule in told.values())


def test_a_fragment_has_one_part() -> None:
    doc = Document.parse("Một câu thôi.")
    assert section_name(doc, 0, top_sections(doc)) == "Văn bản"


def test_the_parts_of_a_directive_have_their_printed_names() -> None:
    doc = pipeline.document(pipeline.sample())
    tops = top_sections(doc)
    names = [section_name(doc, at, tops) for at in (0, doc.body.start, doc.sections[0].span.start, len(doc.text) - 1)]
    assert names == ["Phần đầu văn bản", "Phần mở đầu", "I. MỤC ĐÍCH, YÊU CẦU", "Nơi nhận, chữ ký"]
