"""Numbers of documents: which grammar each follows, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from checks.facts.citations import citations, family_of, joined

FAMILIES = [
    ("-", "CT/TW", "party"),
    ("-", "NQ/TU", "party"),
    ("-", "CT", None),  # “số 41-CT”: no owner
    ("-", "AB/TW", None),
    ("/", "2022/QH15", "law"),
    ("/", "2022/UBTVQH15", "law"),
    ("/", "2025/NĐ-CP", "normative"),
    ("/", "2025/AB-CP", None),
    ("/", "2025", None),
    ("/", "CT-UBND", "admin"),
    ("/", "CT", None),
    ("/", "UBND-VX", "official-letter"),
    ("/", "U-VX", None),  # one letter is no body
    ("/", "Ubnd-VX", None),
    ("/", "UBND", None),
]


@pytest.mark.parametrize(("separator", "symbol", "family"), FAMILIES)
def test_a_symbol_follows_one_grammar_or_is_none(separator: str, symbol: str, family: str | None) -> None:
    assert family_of(separator, symbol) == family


def test_a_citation_is_read_with_its_day_its_body_and_what_it_is_about() -> None:
    text = "Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua; các xã triển khai."
    (one,) = citations(text)
    assert (one.kind, one.number, one.date) == ("Chỉ thị", "41-CT/TW", date(2024, 12, 26))
    assert (one.issuer, one.title) == ("Bộ Chính trị", "về công tác thi đua")
    assert text[slice(*one.span)] == "Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua"


def test_numbers_of_a_list_are_citations_each() -> None:
    text = "các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND"
    assert [c.number for c in citations(text)] == ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"]


@pytest.mark.parametrize(
    "text",
    ["đạt 12/QĐ trong năm", "tỷ lệ 3/4 và 05/21 thôn", "mã hàng AB-12/CT-UBND", "xem 12/CT-UBND", "ngày 12/12/2026"],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert list(citations(text)) == []


def test_an_impossible_day_is_no_date_but_has_its_place() -> None:
    (one,) = citations("Kế hoạch số 12/KH-UBND ngày 31/4/2026 của Ủy ban nhân dân xã")
    assert (one.date, one.date_span is None, one.issuer) == (None, False, "Ủy ban nhân dân xã")


def test_only_what_lies_within_is_read() -> None:
    text = "Kế hoạch số 12/KH-UBND; Kế hoạch số 13/KH-UBND"
    assert [c.number for c in citations(text, 24)] == ["13/KH-UBND"]
    assert [c.number for c in citations(text, 0, 24)] == ["12/KH-UBND"]


def test_a_symbol_that_lost_its_hyphen_is_found_and_mended() -> None:
    text = "Nghị định số 152/2025/NĐCP và 88/NQHĐND; quy chuẩn 12/QĐUB"
    assert [(text[slice(*span)], right) for span, right in joined(text)] == [("NĐCP", "NĐ-CP"), ("NQHĐND", "NQ-HĐND")]


def test_a_title_ends_where_the_next_document_of_the_list_begins() -> None:
    text = "Nghị định số 42/2010/NĐ-CP của Chính phủ về công tác thi đua và Thông tư số 02/2011/TT-BNV ngày 24/01/2011 của Bộ Nội vụ về hướng dẫn."
    assert [one.title for one in citations(text)] == ["về công tác thi đua", "về hướng dẫn"]


def test_a_title_keeps_the_name_quoted_inside_it() -> None:
    text = "Kế hoạch số 15/KH-UBND ngày 24/4/2026 của Ủy ban nhân dân xã về phong trào thi đua “Dân vận khéo” năm 2026; các thôn thực hiện."
    assert [one.title for one in citations(text)] == ["về phong trào thi đua “Dân vận khéo” năm 2026"]
