"""A line of data is two tests: what is wrong is found, what is right stays silent."""

from __future__ import annotations

import re

import pytest

from checks import engine
from checks.document import Document
from checks.finding import Finding
from checks.rule import Rule
from checks.rules.capitals.body_names import BodyNames
from checks.rules.capitals.common_noun_case import CommonNounCase
from checks.rules.capitals.place_name_case import PlaceNameCase
from checks.rules.consistency.abbreviation_undefined import AbbreviationUndefined
from checks.rules.consistency.one_spelling import OneSpelling
from checks.rules.typography.missing_comma import MissingComma
from checks.rules.wording.movement_name import MovementName
from checks.tables import rows

FORMULAS = [row[0] for row in rows("enumerations.txt")]
NAMES = [
    (row[0].lstrip("!= "), "của" if not row[1] or "của" in row[1].split() else row[1].split()[0])
    for row in rows("names.txt")
    if row[0][0] != "~"
]
"""Each with a word after which it is judged."""
MOVEMENTS = [row[0].lstrip("? ") for row in rows("movements.txt")]
PROVINCES = [row[0].lstrip("* ") for row in rows("provinces.txt")]


def found(rule: Rule, text: str) -> tuple[Finding, ...]:
    report = engine.check(Document.parse(text), [rule])
    assert not report.crashed, report.not_evaluated
    return report.findings


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_with_its_marks_is_right(formula: str) -> None:
    text = f"Nghiêm túc {formula} theo kế hoạch.\n"
    assert found(MissingComma(), text) == ()


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_without_its_marks_gets_them_back(formula: str) -> None:
    doc = Document.parse(f"Nghiêm túc {re.sub(r',| -', '', formula)} theo kế hoạch.\n")
    repaired = engine.fix(doc, lambda d: engine.check(d, [MissingComma()]), unsafe=True)
    assert repaired.text == f"Nghiêm túc {formula} theo kế hoạch.\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_as_it_is_written_is_right(name: str) -> None:
    assert found(BodyNames(), f"Báo cáo công tác của {name} trong năm.\n") == ()


@pytest.mark.parametrize("name", [row[0].lstrip("~ ") for row in rows("names.txt") if row[0][0] == "~"])
def test_another_right_way_to_write_a_name_is_right_too(name: str) -> None:
    assert found(BodyNames(), f"Kỷ niệm 80 năm {name} thành công.\n") == ()


@pytest.mark.parametrize(("name", "before"), NAMES)
def test_a_name_with_other_capitals_is_repaired(name: str, before: str) -> None:
    words = name.split()
    at = max(i for i, word in enumerate(words) if word[0].isalpha())
    words[at] = words[at].swapcase() if len(words[at]) == 1 else words[at][0].swapcase() + words[at][1:]
    text = f"Báo cáo công tác {before} {' '.join(words)} trong năm.\n"
    assert engine.apply(text, found(BodyNames(), text)) == f"Báo cáo công tác {before} {name} trong năm.\n"


@pytest.mark.parametrize("name", MOVEMENTS)
def test_a_movement_quoted_in_full_is_right(name: str) -> None:
    assert found(MovementName(), f"Phong trào “{name}” đạt nhiều kết quả.\n") == ()


@pytest.mark.parametrize("name", MOVEMENTS)
def test_a_movement_that_lacks_a_word_is_named_in_full(name: str) -> None:
    words = name.split()
    text = f"Phong trào “{' '.join(words[:4] + words[5:])}” đạt nhiều kết quả.\n"
    assert [f.fix.replacement for f in found(MovementName(), text) if f.fix] == [name]


@pytest.mark.parametrize("name", PROVINCES)
def test_a_province_with_one_capital_is_an_error(name: str) -> None:
    first, second, *rest = name.split()
    text = f"Sở Nội vụ tỉnh {' '.join([first, second.lower(), *rest])} chủ trì.\n"
    assert engine.apply(text, found(PlaceNameCase(), text), unsafe=True) == f"Sở Nội vụ tỉnh {name} chủ trì.\n"


@pytest.mark.parametrize("row", rows("variants.txt"), ids=lambda row: row[1])
def test_the_rare_way_of_writing_gives_way_to_the_usual_one(row: tuple[str, ...]) -> None:
    usual, rare = row[0].lstrip("*! "), row[1]
    text = f"Văn bản ghi {usual} một, {usual} hai và {rare} ba.\n"
    assert engine.apply(text, found(OneSpelling(), text), unsafe=True) == text.replace(rare, usual)


@pytest.mark.parametrize("row", rows("abbreviations.txt"), ids=lambda row: row[0])
def test_an_abbreviation_is_wanted_in_full_until_it_is_introduced(row: tuple[str, ...]) -> None:
    short, full = row
    text = f"Ủy ban nhân dân xã báo cáo như sau:\nKết quả công tác {short} năm nay tốt.\n"
    assert engine.apply(text, found(AbbreviationUndefined(), text), unsafe=True) == text.replace(short, full)
    assert found(AbbreviationUndefined(), f"Công tác {full} ({short}) tốt; {text}") == ()


@pytest.mark.parametrize("noun", [row[0] for row in rows("common_nouns.txt")])
def test_a_common_noun_keeps_the_small_letter_it_has_elsewhere(noun: str) -> None:
    text = f"Số liệu về {noun} trong xã; hỗ trợ cho {noun.capitalize()} phát triển.\n"
    assert engine.apply(text, found(CommonNounCase(), text), unsafe=True) == text.replace(noun.capitalize(), noun)
    assert found(CommonNounCase(), f"Số liệu về {noun}; hỗ trợ {noun.capitalize()} Tân Thành.\n") == ()


@pytest.mark.parametrize(
    "table", ["enumerations", "names", "variants", "movements", "abbreviations", "common_nouns", "provinces"]
)
def test_no_line_of_a_table_stands_twice(table: str) -> None:
    keys = [row[:2] if table == "variants" else row[0].lstrip("!=?* ") for row in rows(f"{table}.txt")]
    assert len(keys) == len(set(keys))
