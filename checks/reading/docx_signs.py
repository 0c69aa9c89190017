"""Characters that a Word file stores as elements and the blanks around them."""

from __future__ import annotations

import re

from .docx_package import W
from .symbols import of_symbol_font

SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
"""Elements of a run that print as one character."""
_TABS = re.compile(r" *\t[\t ]*")


def symbol(code: str | None) -> str:
    """The sign of a w:sym by its hexadecimal code."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return "□"
    if 0xF000 <= value <= 0xF0FF:
        return of_symbol_font(value)
    return chr(value) if 0x20 <= value <= 0xD7FF else "□"


def trimmed(text: str) -> str:
    """Tabs that only align become one space, and no line begins or ends with a blank."""
    if "\t" in text:
        text = _TABS.sub(" ", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n") if "\n" in text else text.strip()
