"""The list of the corpus: a page at a time, from one file that follows the folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.index import Filters
from assistant.precedents import catalogue
from assistant.precedents.corpus import Corpus, shipped
from tests.assistant.samples import BAI_SAU, lang_ha


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for year in (2023, 2024, 2025):
        (tmp_path / f"{year}.txt").write_text(lang_ha(year), "utf-8")
    (tmp_path / "phường.txt").write_text(BAI_SAU, "utf-8")
    corpus = Corpus(tmp_path / "data")
    corpus.add(sorted(tmp_path.glob("*.txt")))
    return corpus


def test_pages_laid_one_after_another_are_the_list(corpus: Corpus) -> None:
    pages = [precedent.id for start in (0, 2, 4) for precedent in corpus.list_(start=start, count=2)]
    assert pages == [precedent.id for precedent in corpus.list_()]
    assert (corpus.count(), corpus.count(Filters(issuer="Lạng Hà"))) == (4, 3)


def test_the_offices_own_come_before_newer_samples_on_every_page(corpus: Corpus, tmp_path: Path) -> None:
    both = Corpus(tmp_path / "data", shipped())
    listed = both.list_()
    assert [precedent.provenance for precedent in listed[:5]] == ["own"] * 4 + ["sample"]
    assert listed[4].year == 2027
    pages = [precedent.id for start in (0, 3, 6) for precedent in both.list_(start=start, count=3)]
    assert pages == [precedent.id for precedent in listed[:9]]


def test_there_is_to_choose_what_the_precedents_are(corpus: Corpus) -> None:
    assert corpus.choices() == ((2025, 2024, 2023), ("Chỉ thị", "Kế hoạch"))


def test_a_body_is_found_however_it_is_written(corpus: Corpus) -> None:
    assert {precedent.year for precedent in corpus.of_issuer("UBND TỈNH LẠNG HÀ")} == {2023, 2024, 2025}
    assert corpus.of_issuer("Lạng Hà") == corpus.of_issuer("") == []


def test_only_what_changed_is_read_again(corpus: Corpus) -> None:
    before = [(precedent.signer, precedent.theme) for precedent in corpus.list_()]
    for file in corpus.own.glob("*/metadata.toml"):
        stat = file.stat()
        file.write_bytes(b"=" * stat.st_size)
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert [(precedent.signer, precedent.theme) for precedent in corpus.list_()] == before
    os.utime(file)
    assert (corpus.count(), len(corpus.damaged())) == (3, 1)


def test_after_a_long_look_only_what_comes_and_goes_is_seen_for_a_while(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "SHORT_SECONDS", 0)
    monkeypatch.setattr(catalogue, "SETTLED_SECONDS", 0)
    monkeypatch.setattr(catalogue, "REST", 1_000_000)
    assert corpus.count() == 4
    file = next(corpus.own.glob("*/metadata.toml"))
    whole = file.read_bytes()
    file.write_bytes(b"=")
    assert corpus.count() == 4
    (tmp_path / "2022.txt").write_text(lang_ha(2022), "utf-8")
    corpus.add([tmp_path / "2022.txt"])
    assert (corpus.count(), len(corpus.damaged())) == (4, 1)
    file.write_bytes(whole)
    assert corpus.count() == 4
    monkeypatch.setattr(catalogue, "LONGEST_REST_SECONDS", 0)
    assert corpus.count() == 5


@pytest.mark.parametrize("content", [b"", b"not a database" * 900])
def test_a_damaged_catalogue_is_made_anew(corpus: Corpus, content: bytes) -> None:
    before = corpus.list_()
    (corpus.own.parent / "catalogue.sqlite").write_bytes(content)
    assert corpus.list_() == before


def test_samples_are_listed_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", "utf-8")
    corpus = Corpus(tmp_path / "data", shipped())
    assert corpus.count() == len(corpus.list_()) > 40
