"""Places of the judged text in what a client sent."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proofreading.annotated import Annotated, Part, from_json, plain
from checks.finding import Span

letters = st.text(st.sampled_from("aeôươđ hn.,\r\n\t\u0300\u0301\u0323\u0302\ufeff😀́ếB"), max_size=30)
parts = st.lists(st.builds(Part, letters, st.none() | st.sampled_from(["", " ", "\n\n", "- "])), max_size=6)


def test_markup_is_not_judged_and_counts() -> None:
    sent = from_json('{"annotation": [{"markup": "<b>"}, {"text": "chào"}, {"markup": "</b>"}, {"text": ", bạn"}]}')
    assert (sent.text, sent.sent, sent.place(Span(0, 4)), sent.place(Span(4, 5))) == (
        "chào, bạn",
        "<b>chào</b>, bạn",
        Span(3, 7),
        Span(11, 12),
    )


def test_what_markup_is_read_as_is_judged_at_its_place() -> None:
    sent = from_json('{"annotation": [{"text": "một"}, {"markup": "<p>", "interpretAs": "\\n\\n"}, {"text": "hai"}]}')
    assert (sent.text, sent.place(Span(5, 8))) == ("một\n\nhai", Span(6, 9))
    assert sent.is_markup(Span(3, 5))
    assert not sent.is_markup(Span(2, 5))


def test_a_word_with_markup_in_it_is_one_word() -> None:
    sent = from_json(
        '{"annotation": [{"text": "th"}, {"markup": "<b>"}, {"text": "ự"}, {"markup": "</b>"}, {"text": "c"}]}'
    )
    assert (sent.text, sent.place(Span(0, 4)), sent.has_markup(Span(0, 4))) == ("thực", Span(0, 11), True)


def test_line_ends_of_windows_are_one_place_of_two() -> None:
    sent = plain("một\r\nhai")
    assert (sent.text, sent.place(Span(4, 7))) == ("một\nhai", Span(5, 8))


def test_marks_do_not_compose_across_markup() -> None:
    sent = Annotated([Part("e"), Part("<i>", ""), Part("\u0301 x")])
    assert sent.place(Span(3, 4)) == Span(6, 7)


@given(letters)
def test_each_word_of_any_text_is_found_where_it_was_sent(text: str) -> None:
    sent = plain(text)
    at = 0
    for word in sent.text.split():
        start = sent.text.index(word, at)
        at = start + len(word)
        place = sent.place(Span(start, at))
        assert unicodedata.normalize("NFC", text[slice(*place)].replace("\ufeff", "")) == word


@given(parts)
def test_places_stay_within_the_text_and_in_order(given_parts: list[Part]) -> None:
    sent = Annotated(given_parts)
    ends = [sent.place(Span(at, at + 1)) for at in range(len(sent.text))]
    assert all(0 <= start <= end <= len(sent.sent) for start, end in ends)
    assert ends == sorted(ends)


@pytest.mark.parametrize("data", ["x", "[]", "{}", '{"text": 1}', '{"annotation": 5}', "[" * 100_000])
def test_what_is_no_annotation_is_refused(data: str) -> None:
    with pytest.raises(ValueError):
        from_json(data)
