"""Words that offices use for the same thing."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from assistant.index.thesaurus import Sense, senses
from assistant.index.tokens import key

LINES = files("assistant.index").joinpath("thesaurus.txt").read_text("utf-8").splitlines()
GROUPS = [line.partition(": ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("name", "_", "words"), GROUPS, ids=[name for name, *_ in GROUPS])
def test_each_group_has_different_words_of_two_syllables_or_more(name: str, _: str, words: str) -> None:
    keys = [key(term) for term in words.split(" | ")]
    short = [term for term in keys if len(term.split()) < 2 and term not in ("grdp", "homestay")]
    assert (bool(name), len(keys) > 1, len(set(keys)), short) == (True, True, len(keys), [])


def test_no_word_stands_in_two_groups() -> None:
    counted = Counter(key(term) for _, _, words in GROUPS for term in words.split(" | "))
    assert [term for term, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("query", ["giúp bệnh nhân nghèo", "giup benh nhan ngheo"])
def test_a_query_is_understood_with_and_without_diacritics(query: str) -> None:
    assert senses(query) == (Sense(("bệnh nhân",), ("người bệnh",)),)


def test_other_diacritics_are_another_word() -> None:
    assert senses("bệnh nhãn") == ()


def test_an_abbreviation_is_understood_as_its_words() -> None:
    assert [sense.typed for sense in senses("bảo đảm ATGT")] == [("an toàn giao thông",)]
