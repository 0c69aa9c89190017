"""Targets paired by a person come before the automatic pairing, and only within one unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.comparison.ledger import ledger
from checks.comparison.pairing import Pair, added, from_json, to_json
from checks.document import Document
from checks.errors import UserError


def of(*lines: str):
    return Document.parse(
        "CHỈ THỊ\nPhát động phong trào thi đua\n\n2. Chỉ tiêu\n\n" + "\n".join(f"- {line}" for line in lines)
    ).indicators


BEFORE = of("Diện tích rau an toàn đạt 12 ha.", "Diện tích hoa đạt 4 ha.")
AFTER = of("Diện tích vùng chuyên canh theo VietGAP đạt 15 ha.", "Diện tích hoa đạt 5 ha.")


def pairs_of(*by_hand: Pair) -> list[tuple[str | None, str | None]]:
    return [
        (row.previous.name if row.previous else None, row.current.name if row.current else None)
        for row in ledger(BEFORE, AFTER, by_hand)
    ]


def test_a_pair_decided_by_a_person_is_kept() -> None:
    assert (BEFORE[0].name, AFTER[0].name) in pairs_of(Pair(AFTER[0].name, BEFORE[0].name, "ha"))


def test_names_are_known_again_whatever_their_capitals() -> None:
    assert (BEFORE[0].name, AFTER[0].name) in pairs_of(Pair(AFTER[0].name.upper(), BEFORE[0].name.lower(), "ha"))


def test_a_pair_of_another_unit_says_nothing() -> None:
    assert (BEFORE[0].name, AFTER[0].name) not in pairs_of(Pair(AFTER[0].name, BEFORE[0].name, "%"))


def test_two_targets_can_be_parted() -> None:
    assert (BEFORE[1].name, AFTER[1].name) not in pairs_of(Pair(AFTER[1].name, "", "ha"))


def test_a_person_may_pair_against_the_names() -> None:
    crossed = Pair(AFTER[0].name, BEFORE[1].name, "ha")
    assert pairs_of(crossed)[0] == (BEFORE[1].name, AFTER[0].name)


def test_the_newest_word_on_a_target_replaces_the_older() -> None:
    one, other = Pair("Trồng chè", "Trồng cây chè", "ha"), Pair("trồng chè", "Trồng mới chè", "ha")
    assert added(added((), one), other) == (other,)


@given(st.lists(st.builds(Pair, st.text(min_size=1), st.text(), st.text())))
def test_pairs_are_read_as_they_were_written(pairs: list[Pair]) -> None:
    assert from_json(to_json(pairs), "tệp") == tuple(pairs)


@given(st.lists(st.builds(Pair, *[st.sampled_from(["", *(one.name for one in (*BEFORE, *AFTER))])] * 2, st.just("ha"))))
def test_every_target_stands_in_one_row_whatever_the_pairs(pairs: list[Pair]) -> None:
    rows = ledger(BEFORE, AFTER, pairs)
    sides = [one for row in rows for one in (row.previous, row.current) if one]
    assert sorted(one.span for one in sides) == sorted(one.span for one in (*BEFORE, *AFTER))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pairs": [1]}', '{"pairs": [{"current": 1}]}', "[" * 100_000])
def test_a_damaged_file_of_pairs_is_told(text: str) -> None:
    with pytest.raises(UserError, match="Không đọc được tệp ghép"):
        from_json(text, "ghep.json")
