"""An office's own directives: taken in by what they say, found again, never half written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index import Filters
from assistant.precedents.corpus import Corpus, shipped
from assistant.precedents.precedent import ID, Precedent, digest, slug, to_toml
from checks.errors import UserError
from tests.assistant.samples import BAI_SAU, lang_ha

LANG_HA_2025 = "ubnd-tinh-lang-ha-2025-chi-thi-03-ct-ubnd"
BAI_SAU_2025 = "ubnd-phuong-bai-sau-2025-ke-hoach-21-kh-ubnd"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    corpus = Corpus(tmp_path / "data")
    yield corpus
    corpus.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "đã ban hành"
    (folder / "2025").mkdir(parents=True)
    (folder / "tỉnh.txt").write_text(lang_ha(2025), "utf-8")
    (folder / "2025" / "phường.txt").write_text(BAI_SAU, "utf-8")
    return folder


def test_metadata_is_read_from_the_text(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox])
    found = corpus.show(LANG_HA_2025)
    assert (
        found.issuer,
        found.level,
        found.province,
        found.kind,
        found.number,
        found.issued,
        found.year,
        found.movement,
        found.signer,
        found.theme,
        found.provenance,
        found.title,
    ) == (
        "Ủy ban nhân dân tỉnh Lạng Hà",
        "province",
        "Lạng Hà",
        "Chỉ thị",
        "03/CT-UBND",
        date(2025, 1, 15),
        2025,
        "annual",
        "Lò Văn Thuận",
        "Vững tay chèo, sáng mái trường",
        "own",
        "Chỉ thị về việc phát động phong trào thi đua năm 2025",
    )


def test_what_the_text_does_not_say_is_reported_in_vietnamese(corpus: Corpus, inbox: Path) -> None:
    report = corpus.add([inbox / "2025"])
    assert report.incomplete == ((BAI_SAU_2025, ("tỉnh, thành phố", "chủ đề")),)


def test_the_text_comes_back_as_it_was_read(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox])
    assert corpus.show(BAI_SAU_2025).text == BAI_SAU


def test_the_original_file_is_kept(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox / "tỉnh.txt"])
    kept = corpus.own / LANG_HA_2025 / "original.txt"
    assert kept.read_bytes() == (inbox / "tỉnh.txt").read_bytes()


def test_the_same_text_again_is_a_duplicate_whatever_its_line_ends(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox / "tỉnh.txt"])
    again = inbox / "bản sao.txt"
    again.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", lang_ha(2025)).replace("\n", "\r\n").encode())
    report = corpus.add([again])
    assert (report.added, report.duplicates) == ((), ((again, LANG_HA_2025),))


def test_a_sample_is_not_taken_in_as_own(tmp_path: Path, inbox: Path) -> None:
    sample = next(path for path in shipped().iterdir() if path.is_dir())
    corpus = Corpus(tmp_path / "data", shipped())
    assert corpus.add([sample / "document.txt"]).duplicates[0][1] == sample.name


def test_another_text_of_the_same_number_is_stored_under_the_next_id_and_reported(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox / "tỉnh.txt"])
    draft = inbox / "dự thảo.txt"
    draft.write_text(lang_ha(2025, forest=900), "utf-8")
    report = corpus.add([draft])
    assert (report.added, report.similar) == ((f"{LANG_HA_2025}-2",), ((f"{LANG_HA_2025}-2", LANG_HA_2025),))


def test_what_cannot_be_read_is_reported_and_stops_nothing(corpus: Corpus, inbox: Path) -> None:
    (inbox / "ảnh.docx").write_bytes(b"PK\x03\x04 broken")
    (inbox / "rỗng.txt").write_bytes(b"")
    (inbox / "ghi chép.md").write_text("Đi chợ mua cá.", "utf-8")
    report = corpus.add([inbox, inbox / "không có.txt"])
    assert len(report.added) == 2
    assert {path.name for path, _ in report.unreadable} == {"ảnh.docx", "rỗng.txt", "ghi chép.md", "không có.txt"}


def test_hidden_files_office_locks_and_links_in_a_folder_are_passed_over(corpus: Corpus, inbox: Path) -> None:
    secret = inbox.parent / "ngoài.txt"
    secret.write_text(lang_ha(2019), "utf-8")
    (inbox / "link.txt").symlink_to(secret)
    (inbox / "folder").symlink_to(inbox.parent, target_is_directory=True)
    (inbox / ".ẩn.txt").write_text(lang_ha(2018), "utf-8")
    (inbox / "~$tỉnh.docx").write_bytes(b"")
    report = corpus.add([inbox])
    assert (len(report.added), report.unreadable) == (2, ())


@pytest.mark.parametrize(
    "name", ["../../thoát.txt", "CON.txt", "-rf.txt", "xuống\ndòng.txt", "a" * 200 + ".txt", "‮txt.exe"]
)
def test_a_hostile_file_name_stays_a_name(corpus: Corpus, inbox: Path, name: str) -> None:
    path = inbox / name
    path.write_text("Thực hiện phong trào thi đua.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTô Thị Hiên\n", "utf-8")
    (added,) = corpus.add([path]).added
    assert ID.fullmatch(added)
    assert [entry.name for entry in corpus.own.iterdir() if not entry.name.startswith(".")] == [added]


@pytest.mark.parametrize(
    "identifier", ["..", "../data", "/etc", "", "A", "a/b", "a\\b", ".lock", "a" * 65, "a\n", "a\x00"]
)
def test_an_id_never_leaves_the_corpus(corpus: Corpus, inbox: Path, identifier: str) -> None:
    corpus.add([inbox])
    for ask in (corpus.show, corpus.remove):
        with pytest.raises(UserError, match="Kho không có văn bản"):
            ask(identifier)
    assert len(corpus.list_()) == 2


def test_a_linked_folder_is_no_precedent(corpus: Corpus, inbox: Path, tmp_path: Path) -> None:
    corpus.add([inbox])
    (corpus.own / "linked").symlink_to(tmp_path, target_is_directory=True)
    assert len(corpus.list_()) == 2


def test_own_precedents_are_removed_and_no_longer_found(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox])
    corpus.remove(LANG_HA_2025)
    assert [precedent.id for precedent in corpus.list_()] == [BAI_SAU_2025]
    assert corpus.search("nuôi cá lồng") == []


def test_a_sample_cannot_be_removed(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "data", shipped())
    with pytest.raises(UserError, match="văn bản mẫu"):
        corpus.remove(corpus.list_()[0].id)


@pytest.mark.parametrize("query", ["nuoi ca long", "nuôi cá lồng", "ho Da Dung"])
def test_sections_are_found_with_and_without_diacritics(corpus: Corpus, inbox: Path, query: str) -> None:
    corpus.add([inbox])
    assert corpus.search(query)[0].record.precedent_id == LANG_HA_2025


def test_the_section_found_is_named_with_its_role(corpus: Corpus, inbox: Path) -> None:
    corpus.add([inbox])
    first = corpus.search("trồng rừng")[0].record
    assert (first.heading, first.role) == ("2. Chỉ tiêu", "targets")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {LANG_HA_2025, BAI_SAU_2025}),
        (Filters(issuer="bai sau"), {BAI_SAU_2025}),
        (Filters(level="province"), {LANG_HA_2025}),
        (Filters(province="lang ha", year=2025), {LANG_HA_2025}),
        (Filters(kind="kế hoạch"), {BAI_SAU_2025}),
        (Filters(year=2024), set()),
    ],
)
def test_the_list_keeps_what_meets_the_filters(
    corpus: Corpus, inbox: Path, filters: Filters, expected: set[str]
) -> None:
    corpus.add([inbox])
    assert {precedent.id for precedent in corpus.list_(filters)} == expected


def test_the_list_begins_with_the_newest(corpus: Corpus, inbox: Path) -> None:
    for year in (2022, 2024, 2023):
        (inbox / f"{year}.txt").write_text(lang_ha(year), "utf-8")
    corpus.add([inbox])
    assert [precedent.year for precedent in corpus.list_()] == [2025, 2025, 2024, 2023, 2022]


def test_a_lost_index_is_built_again_from_the_files(tmp_path: Path, inbox: Path) -> None:
    first = Corpus(tmp_path / "data")
    first.add([inbox])
    first.close()
    (tmp_path / "data" / "index.sqlite").unlink()
    assert Corpus(tmp_path / "data").search("nuôi cá lồng")[0].record.precedent_id == LANG_HA_2025


def test_an_index_damaged_while_in_use_is_built_again(tmp_path: Path, inbox: Path) -> None:
    first = Corpus(tmp_path / "data")
    first.add([inbox])
    first.close()
    file = tmp_path / "data" / "index.sqlite"
    second = Corpus(tmp_path / "data")
    assert second.index.count()
    with file.open("r+b") as data:  # in place: a new file would leave the old one open
        data.seek(4096)
        data.write(b"\x55" * (file.stat().st_size - 4096))
    assert second.search("nuôi cá lồng")[0].record.precedent_id == LANG_HA_2025


def test_what_was_changed_removed_or_copied_by_hand_is_noticed(tmp_path: Path, inbox: Path) -> None:
    first = Corpus(tmp_path / "data")
    first.add([inbox])
    first.close()
    own = first.own
    shutil.rmtree(own / BAI_SAU_2025)
    document = own / LANG_HA_2025 / "document.txt"
    document.write_text(document.read_text("utf-8").replace("nuôi cá lồng", "trồng sen"), "utf-8")
    again = Corpus(tmp_path / "data")
    assert (again.search("nuôi cá lồng"), again.search("kênh Cầu Gáo")) == ([], [])
    assert again.search("trồng sen")[0].record.precedent_id == LANG_HA_2025


@pytest.mark.parametrize("damage", ["id = ", "year = 'hai nghìn'\ntitle = ''\n", "\ufffd\x00", None])
def test_a_damaged_precedent_is_told_and_hides_no_other(corpus: Corpus, inbox: Path, damage: str | None) -> None:
    corpus.add([inbox])
    metadata = corpus.own / LANG_HA_2025 / "metadata.toml"
    metadata.unlink() if damage is None else metadata.write_text(damage, "utf-8")
    assert [precedent.id for precedent in corpus.list_()] == [BAI_SAU_2025]
    assert LANG_HA_2025 in corpus.damaged()[0]


def test_samples_are_searched_where_nothing_can_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("a file where the folder should be", "utf-8")
    corpus = Corpus(blocked, shipped())
    assert corpus.search("phong trao thi dua")
    with pytest.raises(UserError, match="Không ghi được vào kho"):
        corpus.add([next(shipped().glob("*/document.txt")).parent.parent])


def test_an_unknown_engine_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="CHITHI_INDEX"):
        Corpus(tmp_path, engine="elastic://x").search("thi đua")


def test_every_sample_says_all_its_text_says(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "data", shipped())
    assert corpus.damaged() == []
    assert [p.id for p in corpus.list_() if not p.title or not p.issuer or not p.year] == []


TEXT = st.text(st.characters(codec="utf-8"))


@given(TEXT, TEXT, st.dates(date(1900, 1, 1)), st.integers(1900, 2200))
def test_metadata_of_any_text_is_toml_again(title: str, theme: str, issued: date, year: int) -> None:
    precedent = Precedent("x", title, Path("x"), "own", theme=theme, issued=issued, year=year)
    meta = tomllib.loads(to_toml(precedent))
    assert (meta["title"], meta.get("theme", ""), meta["date"], meta["year"]) == (title, theme, issued, year)


@given(st.text())
def test_a_slug_has_only_the_letters_of_an_id(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.text())
def test_blanks_do_not_change_a_digest(text: str) -> None:
    assert digest(f"  {text}\r\n\n") == digest(text)


ADDER = """
import sys
from pathlib import Path
from assistant.precedents.corpus import Corpus
corpus = Corpus(Path(sys.argv[1]))
for path in sorted(Path(sys.argv[2]).iterdir()):
    for added in corpus.add([path]).added:
        print(added, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_an_import_killed_again_and_again_loses_nothing_acknowledged(tmp_path: Path) -> None:
    inbox, data = tmp_path / "in", tmp_path / "data"
    inbox.mkdir()
    for year in range(1990, 2026):
        (inbox / f"{year}.txt").write_text(lang_ha(year), "utf-8")
    acknowledged: set[str] = set()
    for pause in (0.0, 0.011, 0.027, 0.004):
        process = subprocess.Popen(
            [sys.executable, "-c", ADDER, str(data), str(inbox)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        acknowledged.add(process.stdout.readline().strip())
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        acknowledged |= {line for line in process.communicate()[0].split("\n")[:-1] if line}
        corpus = Corpus(data)
        assert acknowledged <= {precedent.id for precedent in corpus.list_()}
        assert corpus.damaged() == []
        corpus.close()
    corpus = Corpus(data)
    corpus.add([inbox])
    assert sorted(p.year or 0 for p in corpus.list_()) == list(range(1990, 2026))
    assert set(corpus.index.stamps()) == {precedent.id for precedent in corpus.list_()}
    assert [entry.name for entry in corpus.own.iterdir() if entry.name.startswith((".new-", ".gone-"))] == []


def test_two_imports_of_the_same_folder_at_once_store_each_text_once(tmp_path: Path) -> None:
    inbox, data = tmp_path / "in", tmp_path / "data"
    inbox.mkdir()
    for year in range(2010, 2026):
        (inbox / f"{year}.txt").write_text(lang_ha(year), "utf-8")
    running = [subprocess.Popen([sys.executable, "-c", ADDER, str(data), str(inbox)]) for _ in range(2)]
    assert [process.wait(60) for process in running] == [0, 0]
    assert len(Corpus(data).list_()) == 16
