"""Figures in Vietnamese form: “13.455,5 tấn”, “0,15‰”, “2.838 tỷ đồng”."""

from __future__ import annotations

import re
from decimal import Decimal

# “2.838”, “13.455,5”, “82,5”, “05”; a point groups thousands, a comma is the decimal mark
FIGURE = re.compile(r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)")
COUNT = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
"""How a pattern reads what is counted, with or without its thousand points: “731”, “1.240”."""
AMOUNT = rf"{FIGURE.pattern} (?:nghìn |triệu |tỷ )?đồng"
"""How a pattern reads an amount of money: “500.000 đồng”, “1,5 tỷ đồng”."""
MULTIPLES = {
    "nghìn tỷ": Decimal(10**12), "tỷ": Decimal(10**9), "triệu": Decimal(10**6), "nghìn": Decimal(10**3),
}  # fmt: skip
"""What the words between a figure and its unit multiply it by; a word that begins another comes after it."""
_MONEY = re.compile(rf"(?P<figure>{FIGURE.pattern}) (?:(?P<scale>nghìn|triệu|tỷ) )?đồng")


def value(figure: str) -> Decimal:
    """The number a Vietnamese figure stands for: ``value("13.455,5") == Decimal("13455.5")``."""
    return Decimal(figure.replace(".", "").replace(",", "."))


def scaled(match: re.Match[str]) -> Decimal:
    """The number of a match with a ``figure`` and perhaps a ``scale``: 1.500.000 for “1,5 triệu”."""
    return value(match["figure"]) * MULTIPLES.get(match["scale"], Decimal(1))


def whole_number(figure: str) -> int:
    """A whole number with or without its thousand points: ``whole_number("1.234") == 1234``."""
    return int(figure.replace(".", ""))


def spell(number: Decimal) -> str:
    """The Vietnamese form: ``spell(Decimal("13455.5")) == "13.455,5"``."""
    whole, _, part = format(number, ",f").partition(".")
    grouped = whole.replace(",", ".")
    return f"{grouped},{part}" if part.strip("0") else grouped


def money(amount: Decimal) -> str:
    """An amount in đồng as it is read: ``money(Decimal(1_500_000_000)) == "1,5 tỷ đồng"``."""
    for name in ("tỷ", "triệu"):
        size = MULTIPLES[name]
        if amount >= size and amount % (size / 1000) == 0:
            return f"{spell((amount / size).normalize())} {name} đồng"
    return f"{spell(amount.normalize())} đồng"


def amounts(text: str) -> list[Decimal]:
    """The amounts of money of a text in đồng: ``amounts("1,5 tỷ đồng và 300 đồng") == [1_500_000_000, 300]``."""
    return list(map(scaled, _MONEY.finditer(text)))


def roman(numeral: str) -> int:
    """``roman("XIX") == 19``; 0 where the letters are no Roman numeral."""
    values = [_ROMAN.get(letter, 0) for letter in numeral]
    if not values or 0 in values:
        return 0
    total = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return total if to_roman(total) == numeral else 0


def numeral(label: str) -> int:
    """The number of a part or a stage, in figures or Roman: ``numeral("3") == numeral("III") == 3``."""
    return int(label) if label.isdigit() else roman(label)


def to_roman(number: int) -> str:
    """``to_roman(19) == "XIX"``."""
    out = ""
    for size, sign in _SIGNS:
        out += sign * (number // size)
        number %= size
    return out


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
