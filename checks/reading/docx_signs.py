"""Characters that a Word file stores as elements or private codes, and the blanks around them."""

from __future__ import annotations

import re

from .docx_package import W

SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
"""Elements of a run that print as one character."""
_SYMBOLS = {
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xAE: "→", 0xD8: "•", 0xA7: "•",
    0x2D: "-", 0xE0: "→", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0x76: "•", 0x6C: "•", 0x6E: "•",
}  # fmt: skip
"""Low bytes of the private codes that Symbol and Wingdings use most; any other sign becomes “□”."""
_TABS = re.compile(r" *\t[\t ]*")


def symbol(code: str | None) -> str:
    """The sign of a w:sym by its hexadecimal code."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return "□"
    if 0xF000 <= value <= 0xF0FF:
        return _SYMBOLS.get(value & 0xFF, "□")
    return chr(value) if 0x20 <= value <= 0xD7FF else "□"


def trimmed(text: str) -> str:
    """Tabs that only align become one space, and no line begins or ends with a blank."""
    if "\t" in text:
        text = _TABS.sub(" ", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n") if "\n" in text else text.strip()
