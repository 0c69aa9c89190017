"""The private codes under which the fonts Symbol and Wingdings keep their signs; a PDF gives a bullet as such a code."""

from __future__ import annotations

_SYMBOLS = {
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xAE: "→", 0xD8: "•", 0xA7: "•",
    0x2D: "-", 0xE0: "→", 0xFC: "✓", 0xFE: "☑", 0x6F: "☐", 0x9F: "•", 0x9E: "•", 0xA8: "☐", 0x76: "•", 0x6C: "•", 0x6E: "•",
}  # fmt: skip
"""Low bytes of the private codes that Symbol and Wingdings use most; any other sign becomes “□”."""


def of_symbol_font(code: int) -> str:
    """The sign of a code between U+F000 and U+F0FF."""
    return _SYMBOLS.get(code & 0xFF, "□")
