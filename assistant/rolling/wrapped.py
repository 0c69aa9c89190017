"""Lines of a PDF put back into paragraphs, cells of a pasted table into rows."""

from __future__ import annotations

import re

from checks.document import Document
from checks.parsing.foot import AUTHORITY
from checks.parsing.lines import MOTTO, RECIPIENTS, is_caps
from checks.parsing.markers import MARKER
from checks.parsing.structure import NUMBER_LINE

FULL = 55
"""A line of fewer characters ends its paragraph: the next one would have fitted."""
# “phát triển kinh tế / - xã hội”: a hyphen inside a word that the line broke
DASH = re.compile(r"[-–] [a-zà-ỹđ]")
# “2⇥GRDP bình quân⇥triệu đồng⇥92⇥102”: Word pastes a table with tabs
ROW = re.compile(r"(?:[^\t\n]*\t){2,}[^\t\n]*")
HYPHENS = {0x2010: "-", 0x2011: "-"}
ENDED = re.compile(r"[.;:!?…/]\W*$|^\W*$")


def unwrapped(text: str) -> str:
    """``text`` with one paragraph a line; frame, headings, list items and table rows keep their own lines."""
    out: list[str] = []
    before = ""
    # Six points between paragraphs come out as blank lines; then a full line that ends a sentence may go on.
    spaced = text.count("\n\n") * 12 >= text.count("\n")
    for line in text.split("\n"):
        bare = line.strip()
        if bare.isdigit() and len(bare) <= 3:
            continue  # a page number
        if out and bare and _continues(before, bare, spaced=spaced):
            out[-1] = f"{out[-1].rstrip()} {bare}"
        elif bare or before:
            out.append(line)
        before = bare
    return "\n".join(out)


def _continues(before: str, line: str, *, spaced: bool) -> bool:
    if not before or " | " in line or " | " in before or is_caps(line):
        return False
    if any(pattern.match(line) for pattern in (MARKER, RECIPIENTS, AUTHORITY, NUMBER_LINE)) or MOTTO.search(before):
        return False
    full, ended = len(before) >= FULL, ENDED.search(before) is not None
    if DASH.match(line):
        return full and not ended
    if line[0] in "-–+•" or RECIPIENTS.match(before) or is_caps(before):
        return False
    if line[0].islower():
        return full or not ended
    return full and (not ended or (spaced and before.endswith((".", ";"))))


def with_plain_hyphens(last: Document) -> Document:
    """“512/KH-UBND” with hyphens that break no line, as Word and PDF set them, is the number it looks like."""
    plain = last.text.translate(HYPHENS)
    return last if plain == last.text else last.with_text(plain)


def with_cells(last: Document) -> Document:
    """``last`` with the rows of a pasted table as other readers give them: two lines or more of as many cells."""
    lines = last.text.split("\n")
    width = [line.count("\t") if ROW.fullmatch(line) else 0 for line in lines]
    near = zip([0, *width], width, [*width[1:], 0], strict=False)
    rows = [one > 0 and one in (before, after) for before, one, after in near]
    if not any(rows):
        return last
    cells = (
        " | ".join(map(str.strip, line.split("\t"))).rstrip() if row else line
        for line, row in zip(lines, rows, strict=True)
    )
    return last.with_text("\n".join(cells))
