"""Letters of other alphabets in the place of Vietnamese ones."""

from __future__ import annotations

import pytest

from checks import engine
from checks.document import Document
from checks.letters import with_own_letters
from checks.rules import all_rules


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("đƣợc khen thƣởng, PHƢỜNG", "được khen thưởng, PHƯỜNG"),
        ("Ðảng bộ, HÐND, QÐ-UBND, ÐẠI HỘI ÐẢNG", "Đảng bộ, HĐND, QĐ-UBND, ĐẠI HỘI ĐẢNG"),
        ("nǎm 2026, Nghị định 30/2020/NĐ-СР", "năm 2026, Nghị định 30/2020/NĐ-CP"),
        ("Hafnarfjörður, tờ “Правда”, МОСКВА", "Hafnarfjörður, tờ “Правда”, МОСКВА"),
    ],
)
def test_only_what_stands_for_a_vietnamese_letter_is_read_as_one(written: str, read: str) -> None:
    assert with_own_letters(written) == read


def test_a_text_with_other_letters_is_judged_as_if_it_had_the_right_ones() -> None:
    right = "Phát động phong trào thi đua yêu nước; các phường chưa khen thuởng người lao động trước ngày 31/6/2026.\n"
    wrong = right.replace("ư", "ƣ")
    rules = [rule for rule in all_rules() if rule.name() != "foreign-letter"]
    told = engine.check(Document.parse(right), rules).findings
    assert told
    assert engine.check(Document.parse(wrong), rules).findings == told


def test_all_letters_are_repaired_at_once() -> None:
    doc = Document.parse("Cấp ủy nƣớc, phƣờng; Ðảng bộ.\n")
    report = engine.check(doc, all_rules())
    assert engine.apply(doc.text, report.findings) == "Cấp ủy nước, phường; Đảng bộ.\n"
