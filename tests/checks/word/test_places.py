"""Every character of a Word file's text is found again where it is stored."""

from __future__ import annotations

from hypothesis import given

from checks.reading import read_bytes
from checks.reading.text import tidy
from checks.word.places import Places, places
from tests.checks.reading.make import directive, p, package, run, table
from tests.checks.word import files
from tests.checks.word.files import W, parts

SIGN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "≥"}


def stored(data: bytes, found: Places, offset: int) -> str:
    """What another XML reader finds at the places of the character at `offset`."""
    nodes = {path: list(root.iter("*")) for path, root in parts(data).items()}
    out = ""
    for place in found.at(offset):
        node = nodes[place.part][place.node]
        name = str(node.tag).removeprefix(W)
        out += (node.text or "")[place.position] if name == "t" else SIGN[name]
    return out


def same(shown: str, raw: str) -> bool:
    read = tidy(raw).text
    return shown in (read, read.upper()) or (shown.isspace() and not read.strip())


def in_old_font(found: Places, offset: int) -> bool:
    """Such a run stores other letters than it shows."""
    return found.atoms[found.trace.first[offset]].run in found.old_fonts


@given(files.files)
def test_places_hold_the_characters_they_stand_for(data: bytes) -> None:
    found = places(data)
    wrong = [
        (offset, char, raw)
        for offset, char in enumerate(found.text)
        if (raw := stored(data, found, offset)) and not same(char, raw) and not in_old_font(found, offset)
    ]
    assert found.text == read_bytes(data, "a.docx").text
    assert wrong == []


@given(files.files)
def test_only_what_word_adds_has_no_place(data: bytes) -> None:
    found = places(data)
    nowhere = "".join(char for offset, char in enumerate(found.text) if not found.at(offset))
    assert set(nowhere) <= set("\n |-.0123456789")


def test_places_in_a_directive_are_exact() -> None:
    data = directive(marked_up=True)
    found = places(data)
    wrong = [n for n, char in enumerate(found.text) if found.at(n) and stored(data, found, n) != char]
    assert wrong == []


def test_a_letter_stored_with_its_marks_has_all_of_them() -> None:
    found = places(package(p("e\u0302\u0301 x")))
    assert [place.position for place in found.at(0)] == [0, 1, 2]


def test_blanks_that_became_one_belong_to_it() -> None:
    found = places(
        package(p(inner='<w:r><w:t xml:space="preserve">a </w:t><w:tab/><w:t xml:space="preserve"> b</w:t></w:r>'))
    )
    assert found.text == "a b\n"
    assert len(found.at(1)) == 3


def test_an_automatic_number_has_no_place() -> None:
    found = places(files.file(p("Mục tiêu", num=1, level=0)))
    at = found.text.index("1. Mục")
    assert [bool(found.at(n)) for n in range(at, at + 4)] == [False, False, False, True]


def test_small_capitals_lead_to_the_letters_as_typed() -> None:
    data = package(p(inner=run("kính gửi", "<w:caps/>")))
    found = places(data)
    assert found.text == "KÍNH GỬI\n"
    assert stored(data, found, 1) == "í"


def test_columns_read_one_after_another_keep_their_places() -> None:
    data = package(table(("Trái một", "Phải một"), ("Trái hai", "Phải hai")))
    found = places(data)
    assert found.text.split() == ["Trái", "một", "Trái", "hai", "Phải", "một", "Phải", "hai"]
    assert stored(data, found, found.text.index("Phải hai")) == "P"
