"""Lines of a PDF put back into paragraphs."""

from __future__ import annotations

import re

from checks.outline import MARKER
from checks.structure import AUTHORITY, MOTTO, NUMBER_LINE, RECIPIENTS, is_caps

FULL = 55
"""A line of fewer characters ends its paragraph: the next one would have fitted."""
ENDED = re.compile(r"[.;:!?…/]\W*$|^\W*$")


def unwrapped(text: str) -> str:
    """``text`` with one paragraph a line; frame, headings, list items and table rows keep their own lines."""
    out: list[str] = []
    before = ""
    for line in text.split("\n"):
        bare = line.strip()
        if bare.isdigit() and len(bare) <= 3:
            continue  # a page number
        if out and bare and _continues(before, bare):
            out[-1] = f"{out[-1].rstrip()} {bare}"
        elif bare or before:
            out.append(line)
        before = bare
    return "\n".join(out)


def _continues(before: str, line: str) -> bool:
    if not before or " | " in line or " | " in before or is_caps(line) or line[0] in "-–+•(":
        return False
    if any(pattern.match(line) for pattern in (MARKER, RECIPIENTS, AUTHORITY, NUMBER_LINE)) or MOTTO.search(before):
        return False
    if line[0].islower():
        return not ENDED.search(before) and not RECIPIENTS.match(before)
    return len(before) >= FULL and not ENDED.search(before) and not is_caps(before)
