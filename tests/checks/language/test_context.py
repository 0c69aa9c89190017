"""The context table: what goes in comes out, and the shipped file is that of the shipped texts."""

from __future__ import annotations

import re
from math import exp
from pathlib import Path

import pytest

from checks.errors import UserError
from checks.language import context
from checks.language.computed import UNKNOWN
from checks.language.context import Table
from checks.language.evidence import Text
from checks.language.held_out import without
from checks.language.lexicon import data_lines, shipped
from checks.language.syllables import bare
from checks.language.tokens import tokens
from checks.language.train import rebuild, replace, shipped_counts
from checks.language.training import Counts, encode

SENTENCES = ("Hoạt động của khối, cụm thi đua.", "Các khối thi đua ký giao ước thi đua.")


def table(*texts: str) -> Table:
    counts = Counts()
    for text in texts:
        counts.add_document(text)
    return Table(memoryview(encode(counts, shipped())))


def place(read: Table, one: str, other: str) -> int:
    return read.pair(read.ids[one], read.ids[other])


def test_a_pair_is_counted_with_its_documents() -> None:
    read = table(*SENTENCES)
    pair = place(read, "thi", "đua")
    assert (read.pair_count(pair), read.pair_documents(pair)) == (3, 2)


def test_a_comma_counts_as_a_syllable() -> None:
    read = table(*SENTENCES)
    assert read.triple(place(read, "khối", ","), read.ids["cụm"]) == 1


def test_both_spellings_of_a_syllable_are_one() -> None:
    read = table("Ủy ban xã Hòa Bình.")
    assert read.ids["hoà"] == read.ids["hòa"] >= 0


def test_what_was_never_written_has_no_place() -> None:
    read = table(*SENTENCES)
    assert place(read, "khôi", ",") == place(read, "đua", "khối") == UNKNOWN


def test_what_follows_a_pair_has_a_probability() -> None:
    read = table(*SENTENCES)
    a, b = read.ids["thi"], read.ids["đua"]
    shares = [exp(read.likelihood(a, b, syllable)) for syllable in range(len(read.syllables))]
    assert sum(shares) == pytest.approx(1, abs=0.01)


def test_relatives_are_one_slip_away() -> None:
    read = table("Khối thi đua; khôi phục rừng; ruộng lúa.")
    near = {read.syllables[at] for at in read.near("khoi")}
    assert {"khối", "khôi"} <= near
    assert "lúa" not in near


@pytest.mark.parametrize(
    ("written", "meant"), [("hiệp", "nghiệp"), ("nghiện", "hiện"), ("úp", "giúp"), ("ốc", "quốc"), ("ao", "giao")]
)
def test_a_whole_onset_may_be_lost(written: str, meant: str) -> None:
    read = table(f"{written} {meant}")
    assert read.ids[meant] in read.near(bare(written))


def test_a_table_gives_back_its_counts() -> None:
    counts = Counts()
    counts.add_table(table(*SENTENCES))
    assert encode(counts, shipped()) == encode_of(SENTENCES)


def test_what_is_left_out_of_a_table_was_never_counted() -> None:
    own, rest = "Hoạt động của khôi, cụm thi đua ở bản xa.", (*SENTENCES, "Khối thi đua ở bản xa họp.")
    counts = Counts()
    counts.add_document(own)
    left = without(table(*rest, own), counts, shipped())
    told, meant = Counts(), Counts()
    told.add_table(left)
    meant.add_table(table(*rest))
    assert left.ids["khôi"] == UNKNOWN
    assert [told.pairs, told.triples, told.in_documents] == [meant.pairs, meant.triples, meant.in_documents]
    assert +told.single == meant.single


def test_a_pair_that_one_document_is_left_with_is_doubted_again() -> None:
    texts = ("Nói về khối thi đua khác.", "Rừng khôi thi đua mọc.", "Vườn khôi thi đua xanh.")
    counts = Counts()
    counts.add_document(texts[1])
    assert place(table(*texts), "khôi", "thi") >= 0
    assert place(without(table(*texts), counts, shipped()), "khôi", "thi") == UNKNOWN


def encode_of(texts: tuple[str, ...]) -> bytes:
    counts = Counts()
    for text in texts:
        counts.add_document(text)
    return encode(counts, shipped())


def test_a_slip_in_one_document_is_not_learnt() -> None:
    read = table("Hoạt động của các khôi, cụm thi đua.", "Khôi phục rừng phòng hộ.")
    assert place(read, "các", "khôi") == UNKNOWN
    assert place(read, "khôi", "phục") >= 0


def test_what_two_documents_write_is_believed() -> None:
    text = "Hoạt động của các khôi, cụm thi đua."
    read = table(text, text)
    assert place(read, "các", "khôi") >= 0


def framed(*lines: str) -> Table:
    counts = Counts()
    counts.add_frames(lines)
    return Table(memoryview(encode(counts, shipped())))


def test_a_frame_lets_words_stand_side_by_side_and_is_no_text() -> None:
    read = framed("@cây = lúa, khoai sọ", "trồng, đi bán + @cây, ngô")
    pairs = [place(read, one, other) for one in ("trồng", "bán") for other in ("lúa", "khoai", "ngô")]
    assert [(read.pair_count(pair), read.pair_documents(pair)) for pair in pairs] == [(1, 0)] * 6


def test_the_words_of_a_class_are_words_and_do_not_stand_side_by_side() -> None:
    read = framed("@cây = lúa, khoai sọ", "trồng, đi bán + @cây, ngô")
    assert read.pair_documents(place(read, "khoai", "sọ")) == 2
    assert place(read, "lúa", "khoai") == UNKNOWN


def test_what_only_a_frame_has_can_still_be_a_slip() -> None:
    read = framed("các, những + người, việc")
    assert Text(tokens("các việc"), read).strange == bytes([True] * 7)


def test_a_frame_names_no_class_that_is_not_defined() -> None:
    lines = data_lines("context_frames.txt")
    named = {part for line in lines for part in re.findall(r"@[^,=+]+?(?= \+|,|$| =)", line)}
    assert named == {line.split(" = ")[0] for line in lines if " = " in line}


def test_the_shipped_table_is_fresh() -> None:
    fresh = Path(context.SHIPPED).read_bytes() == encode(shipped_counts(), shipped())
    assert fresh, "the corpus or the lexicon has changed: python -m checks.language.train"


def test_the_shipped_table_is_small() -> None:
    assert Path(context.SHIPPED).stat().st_size < 4_000_000


def test_an_office_adds_its_papers_to_the_shipped_table(tmp_path: Path) -> None:
    folder = tmp_path / "kho" / "mot"
    folder.mkdir(parents=True)
    (folder / "document.txt").write_text("Thôn Bến Đò trồng khoai sọ.\n", encoding="utf-8")
    rebuild(tmp_path / "kho", tmp_path / "context.bin")
    read = context.load(tmp_path / "context.bin")
    assert place(read, "khoai", "sọ") >= 0
    assert place(read, "thi", "đua") >= 0


def test_a_file_that_is_no_table_is_told_plainly(tmp_path: Path) -> None:
    whole = encode_of(SENTENCES)
    for number, wrong in enumerate((b"", b"khong phai bang", whole[:20], whole[:-3], whole[:300])):
        path = tmp_path / f"{number}.bin"
        path.write_bytes(wrong)
        with pytest.raises(UserError, match="tạo lại"):
            context.load(path)


def test_a_table_is_replaced_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "context.bin"
    replace(path, encode_of(SENTENCES[:1]))
    old = context.load(path)
    replace(path, encode_of(SENTENCES))
    assert (old.documents, Table(memoryview(path.read_bytes())).documents) == (1, 2)
