"""Automatic numbers, against fixed labels and against LibreOffice's."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.reading import read_bytes
from tests.checks.reading.make import directive, level, lists, p, package, table

DIRECTIVE_LEVELS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
LEGAL = (
    level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    + level(2, "decimal", "%1.%2.%3.", "<w:isLgl/>")
)
STYLE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoan"/><w:basedOn w:val="Muc"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="KhoanCon"><w:name w:val="KhoanCon"/><w:basedOn w:val="Khoan"/></w:style>'
)


LIBREOFFICE_DIFFERS = {
    "legal numbering shows Roman levels as figures": "7.4 does not know w:isLgl and prints I.1.",
    "a level that never restarts": "7.4 does not know w:lvlRestart",
    "a level that starts anew only after the highest": "7.4 does not know w:lvlRestart",
    "nothing between number and text": "its text export writes a blank after every label",
    "bullets are dashes, and a plus stays": "its text export writes signs of its own for bullets",
}
"""Where Word's documentation is the oracle instead."""


def items(*levels: int, num: int = 1) -> str:
    return "".join(p("x", num=num, level=at) for at in levels)


def used(number: int, abstract: int, start: int | None = None, at: int = 0) -> dict[int, tuple[int, str]]:
    override = f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return {number: (abstract, override)}


CASES: dict[str, tuple[bytes, list[str]]] = {
    "a deeper level starts anew": (
        package(items(0, 1, 1, 2, 2, 1, 2, 0, 1), numbering=lists({1: DIRECTIVE_LEVELS})),
        ["I. x", "1. x", "2. x", "a) x", "b) x", "3. x", "a) x", "II. x", "1. x"],
    ),
    "letters run a b c d e as Word prints them": (
        package(items(*[0] * 6), numbering=lists({1: level(0, "lowerLetter", "%1)")})),
        ["a) x", "b) x", "c) x", "d) x", "e) x", "f) x"],
    ),
    "letters double after z": (
        package(items(0, 0), numbering=lists({1: level(0, "lowerLetter", "%1)", start=26)})),
        ["z) x", "aa) x"],
    ),
    "legal numbering shows Roman levels as figures": (
        package(items(0, 1, 0, 1, 2), numbering=lists({1: LEGAL})),
        ["I. x", "1.1. x", "II. x", "2.1. x", "2.1.1. x"],
    ),
    "a list that starts at its second level": (
        package(items(1, 1, 0, 1), numbering=lists({1: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")})),
        ["1.1. x", "1.2. x", "2. x", "2.1. x"],
    ),
    "two uses of one list count on": (
        package(
            items(0, 0) + items(0, num=2),
            numbering=lists({1: level(0, "decimal", "%1.")}, used(1, 1) | used(2, 1)),
        ),
        ["1. x", "2. x", "3. x"],
    ),
    "a use with its own start begins there, once": (
        package(
            items(0, 0) + items(0, 0, num=2) + items(0),
            numbering=lists({1: level(0, "decimal", "%1.")}, used(1, 1) | used(2, 1, start=5)),
        ),
        ["1. x", "2. x", "5. x", "6. x", "7. x"],
    ),
    "two lists count separately": (
        package(
            items(0) + items(0, num=2) + items(0),
            numbering=lists({1: level(0, "decimal", "%1."), 2: level(0, "decimal", "%1)")}),
        ),
        ["1. x", "1) x", "2. x"],
    ),
    "a level that never restarts": (
        package(
            items(0, 1, 1, 0, 1),
            numbering=lists(
                {1: level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')}
            ),
        ),
        ["I. x", "1. x", "2. x", "II. x", "3. x"],
    ),
    "a level that starts anew only after the highest": (
        package(
            items(0, 1, 2, 1, 2, 0, 1, 2),
            numbering=lists(
                {
                    1: level(0, "upperRoman", "%1.")
                    + level(1, "decimal", "%2.")
                    + level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>')
                }
            ),
        ),
        ["I. x", "1. x", "a) x", "2. x", "b) x", "II. x", "1. x", "a) x"],
    ),
    "bullets are dashes, and a plus stays": (
        package(items(0, 1, 0), numbering=lists({1: level(0, "bullet", "\uf0b7") + level(1, "bullet", "+")})),
        ["- x", "+ x", "- x"],
    ),
    "a format without a number": (
        package(items(0, 0), numbering=lists({1: level(0, "none", "")})),
        ["x", "x"],
    ),
    "words around the number": (
        package(items(0, 0), numbering=lists({1: level(0, "decimal", "Điều %1.", '<w:suff w:val="space"/>')})),
        ["Điều 1. x", "Điều 2. x"],
    ),
    "nothing between number and text": (
        package(items(0), numbering=lists({1: level(0, "decimal", "%1/", '<w:suff w:val="nothing"/>')})),
        ["1/x"],
    ),
    "leading zeros and small Roman": (
        package(items(0, 1, 1), numbering=lists({1: level(0, "decimalZero", "%1.") + level(1, "lowerRoman", "(%2)")})),
        ["01. x", "(i) x", "(ii) x"],
    ),
    "numbers that the style gives": (
        package(
            p("x", style="Muc") + p("x", style="Khoan") + p("x", style="KhoanCon") + p("x", style="Muc"),
            styles=STYLE,
            numbering=lists({1: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")}),
        ),
        ["1. x", "1.1. x", "1.2. x", "2. x"],
    ),
    "levels that name their style": (
        package(
            p("x", style="Muc") + p("x", style="Khoan") + p("x", style="Khoan"),
            styles=STYLE,
            numbering=lists(
                {
                    1: level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>')
                    + level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Khoan"/>')
                }
            ),
        ),
        ["1. x", "a) x", "b) x"],
    ),
    "a paragraph that takes the number of its style away": (
        package(
            p("x", style="Muc") + p("x", style="Muc", num=0) + p("x", style="Muc"),
            styles=STYLE,
            numbering=lists({1: level(0, "decimal", "%1.")}),
        ),
        ["1. x", "x", "2. x"],
    ),
    "a level rewritten by one use": (
        package(
            items(0, 0),
            numbering=lists(
                {1: level(0, "decimal", "%1.")},
                {1: (1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>')},
            ),
        ),
        ["A. x", "B. x"],
    ),
    "numbers in a table go on from those before it": (
        package(
            items(0) + table((items(0), items(0))) + items(0),
            numbering=lists({1: level(0, "decimal", "%1.")}),
        ),
        ["1. x", "2. x", "3. x", "4. x"],
    ),
}


def labels(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("case", CASES)
def test_numbers_print_as_in_word(case: str) -> None:
    word, expected = CASES[case]
    assert labels(read_bytes(word, "so.docx").text) == expected


def test_a_list_that_links_to_a_style_counts_with_the_list_that_defines_it() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Kieu"/>{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    word = package(items(0) + items(0, num=2), numbering=numbering)
    assert labels(read_bytes(word, "so.docx").text) == ["1. x", "2. x"]


def test_an_absurd_start_is_capped() -> None:
    word = package(items(0), numbering=lists({1: level(0, "upperRoman", "%1.", start=2_000_000_000)}))
    assert len(read_bytes(word, "so.docx").text) < 40


def test_libreoffice_prints_the_same_numbers(soffice: str, tmp_path: Path) -> None:
    cases = {f"{at}.docx": case for at, case in enumerate(CASES) if case not in LIBREOFFICE_DIFFERS}
    for name, case in cases.items():
        (tmp_path / name).write_bytes(CASES[case][0])
    export_all(soffice, tmp_path)
    theirs = {
        case: labels((tmp_path / name).with_suffix(".txt").read_text("utf-8-sig")) for name, case in cases.items()
    }
    ours = {case: labels(read_bytes(CASES[case][0], name).text) for name, case in cases.items()}
    assert {case: list(map(as_dash, lines)) for case, lines in theirs.items()} == ours


def test_libreoffice_prints_the_same_directive(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "chi-thi.docx"
    path.write_bytes(directive(repeats=20))
    theirs = labels(convert(path, "txt:Text (encoded):UTF8").read_text("utf-8-sig"))
    ours = labels(read_bytes(path.read_bytes(), path.name).text)
    cells = {" ".join(cell.split()) for line in ours for cell in line.split(" | ")}
    assert [line for line in map(as_dash, theirs) if line not in cells] == []


def export_all(soffice: str, folder: Path) -> None:
    """All files in one call: starting LibreOffice takes longer than all of them together."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_text = ["--headless", "--norestore", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    command = [soffice, profile, *to_text, *map(str, folder.glob("*.docx"))]
    subprocess.run(command, capture_output=True, timeout=90, check=True)


def as_dash(line: str) -> str:
    """A printed line of LibreOffice's export: blanks after a label, and any bullet as the dash we write."""
    line = " ".join(line.split())
    return f"- {line[2:]}" if line[:1] in {"•", "\uf0b7", "–"} else line
