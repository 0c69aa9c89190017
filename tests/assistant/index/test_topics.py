"""What a section is on, and whether it is more than a word in passing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from assistant.index import documents, embedded, topics
from assistant.index.tokens import key
from tests.assistant.index.index_contract import GOAL

LIST = Path(topics.__file__).with_name(topics.LIST)
LINES = [line.partition(": ") for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")]
NAMES = [name for name, *_ in LINES]


def on(query: str, text: str, heading: str = "3. Nội dung") -> float:
    return topics.on(topics.held(replace(GOAL, heading=heading, text=text)), topics.asked(query))


def test_a_changed_list_is_read_into_every_index_again() -> None:
    """Where this fails, raise both schemas and write the new sum here."""
    assert (crc32(LIST.read_text("utf-8").encode()), embedded.SCHEMA, documents.SCHEMA) == (1410151516, 3, 2)


@pytest.mark.parametrize(("name", "_", "words"), LINES, ids=NAMES)
def test_each_topic_has_several_different_words(name: str, _: str, words: str) -> None:
    terms = [term.strip() for term in words.split(" | ")]
    assert (bool(name), len(terms) > 2, len(set(terms)), all(map(key, terms))) == (True, True, len(terms), True)


def test_a_topic_is_listed_once() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_a_sentence_in_none_of_the_typed_words_is_on_the_matter() -> None:
    assert on("tổn thất điện năng", "Không để mất điện trong giờ học của học sinh.") > 0


def test_a_list_of_duties_has_a_part_of_its_sentence() -> None:
    own = on("thực hành tiết kiệm", "Giảm họp, giảm giấy in.")
    passing = on("thực hành tiết kiệm", "Giữ an ninh chính trị, thực hành tiết kiệm, xây dựng nông thôn mới.")
    assert own > 1.5 * passing > 0


def test_a_heading_counts_beside_the_sentences() -> None:
    text = "Giữ vệ sinh chung."
    assert on("bảo vệ rừng", text, "2. Bảo vệ rừng") > on("bảo vệ rừng", text) == 0


@pytest.mark.parametrize("query", ["phòng cháy, chữa cháy", "phong chay, chua chay", "PCCC"])
def test_a_query_is_understood_as_typed(query: str) -> None:
    assert on(query, "Mỗi tổ liên gia có bình chữa cháy.") > 0


def test_a_lone_syllable_without_diacritics_names_nothing() -> None:
    assert (topics.asked("bao"), len(topics.asked("bão"))) == ({}, 1)


def test_a_longer_word_is_not_taken_for_the_shorter_one_in_it() -> None:
    assert [NAMES[topic] for topic in topics.asked("đại hội đảng bộ")] == ["đại hội Đảng"]


def test_the_parts_of_a_query_are_one_together() -> None:
    assert sum(topics.asked("giảm nghèo và an toàn giao thông").values()) == pytest.approx(1.0)
