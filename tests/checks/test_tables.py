"""The dated tables: read as TOML reads them, and complete."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from checks.data import tables
from checks.facts.known_documents import every, law_names, laws, numbered, slip
from checks.rules.citations.cited_document import LONGEST

FOLDER = Path(tables.__file__).parent
NAMES = sorted(file.stem for file in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_read_as_tomllib_reads_it(name: str) -> None:
    whole = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    flat = {
        table: [{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()} for row in found]
        for table, found in whole.items()
    }
    own: dict[str, list[dict[str, tables.Value]]] = {}
    for table, row in tables.rows(name):
        own.setdefault(table, []).append(dict(row))
    assert own == flat


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_where_it_comes_from(name: str) -> None:
    assert all(row.get("source") for _, row in tables.rows(name))


def test_a_document_ends_after_it_begins_and_names_its_successor() -> None:
    ended = [known for known in every() if known.until]
    assert all(known.until and known.until >= known.signed and known.successor for known in ended)


def test_the_key_of_a_document_is_its_number_and_date() -> None:
    assert {known.issuer for known in numbered("34-CT/TW")} == {"Bộ Chính trị", "Ban Bí thư"}


def test_versions_of_a_law_are_in_order() -> None:
    assert [law.signed.year for law in laws()["thi đua, khen thưởng"]] == [2003, 2022]


def test_a_law_is_known_by_its_longest_name() -> None:
    text = "ban hành văn bản quy phạm pháp luật của hội đồng nhân dân, ủy ban nhân dân ngày 03 tháng 12 năm 2004"
    assert laws()[next(name for name in law_names() if text.startswith(name))][0].number == "31/2004/QH11"
    assert max(map(len, law_names())) < LONGEST


@pytest.mark.parametrize(
    ("written", "right", "answer"),
    [
        (date(2021, 8, 15), date(2021, 5, 18), False),
        (date(2015, 4, 7), date(2014, 4, 7), True),
        (date(2014, 7, 4), date(2014, 4, 7), True),
        (date(2009, 6, 3), date(2014, 4, 7), False),
    ],
)
def test_a_slip_is_one_number_off_or_two_exchanged(written: date, right: date, answer: bool) -> None:
    assert slip(written, right) is answer


def test_what_was_only_remembered_is_marked() -> None:
    assert (numbered("152/2025/NĐ-CP")[0].checked, numbered("01/2024/TT-BNV")[0].checked) == (True, False)
