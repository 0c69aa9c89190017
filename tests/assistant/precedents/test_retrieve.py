"""What a new directive follows: its issuer's own last one first."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.precedents.corpus import Corpus, shipped
from assistant.precedents.precedent import records
from assistant.precedents.retrieve import ROLE_QUERIES, nearest, previous_of
from tests.assistant.samples import BAI_SAU, lang_ha


@dataclass(frozen=True)
class Need:
    issuer: str = "UBND tỉnh Lạng Hà"
    level: str = "province"
    year: int = 2026
    theme: str = "Giữ hồ trong, trồng rừng xanh"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The samples and an office's own of four years: filled once, for no test here changes it."""
    folder = tmp_path_factory.mktemp("corpus")
    for year in (2023, 2024, 2025, 2026):
        (folder / f"{year}.txt").write_text(lang_ha(year), "utf-8")
    (folder / "phường.txt").write_text(BAI_SAU, "utf-8")
    corpus = Corpus(folder / "data", shipped())
    corpus.add(sorted(folder.glob("*.txt")))
    return corpus


@pytest.mark.parametrize(("year", "expected"), [(2026, 2025), (2025, 2024), (2030, 2026), (2023, None)])
def test_the_previous_directive_is_the_newest_before_the_year(corpus: Corpus, year: int, expected: int | None) -> None:
    found = previous_of(corpus, "ỦY BAN NHÂN DÂN TỈNH LẠNG HÀ", year)
    assert (found and found.year) == expected


@pytest.mark.parametrize("issuer", ["", "Ủy ban nhân dân tỉnh Không Có", "Ủy ban nhân dân"])
def test_an_unknown_issuer_has_no_previous_directive(corpus: Corpus, issuer: str) -> None:
    assert previous_of(corpus, issuer, 2026) is None


@pytest.mark.parametrize("role", ["preface", "goal", "targets", "content", "period", "implementation"])
def test_the_own_section_of_last_year_comes_first(corpus: Corpus, role: str) -> None:
    first = nearest(Need(), corpus, role)[0]
    assert (first.record.precedent_id, first.record.role, first.why) == (
        "ubnd-tinh-lang-ha-2025-chi-thi-03-ct-ubnd",
        role,
        ("cùng cơ quan", "năm liền trước", "cùng mục"),
    )


def test_whoever_has_a_directive_of_before_finds_each_of_its_sections_first(corpus: Corpus) -> None:
    listed = []
    for precedent in corpus.list_():
        need = Need(precedent.issuer, precedent.level, precedent.year or 0, precedent.theme)
        own = previous_of(corpus, need.issuer, need.year)
        held = {record.role for record in records(own)} & ROLE_QUERIES.keys() if own else set()
        listed += [(own.id, nearest(need, corpus, role)[0].record.precedent_id) for role in held if own]
    assert len(listed) > 80
    assert all(first == own for own, first in listed)


def test_the_own_section_is_whole(corpus: Corpus) -> None:
    assert nearest(Need(), corpus, "targets")[0].record.text == "a) Trồng mới 1250 ha rừng.\n\nb) Giảm 1,5% hộ nghèo"


def test_others_follow_with_sections_of_the_same_role(corpus: Corpus) -> None:
    hits = nearest(Need(), corpus, "targets", limit=6)
    assert {hit.record.role for hit in hits} == {"targets"}
    assert len({(hit.record.precedent_id, hit.record.position) for hit in hits}) == 6


def test_an_issuer_without_a_past_gets_the_same_level_first(corpus: Corpus) -> None:
    hits = nearest(Need(issuer="Ủy ban nhân dân xã Mới", level="commune"), corpus, "content", limit=3)
    assert {hit.record.level for hit in hits} == {"commune"}
