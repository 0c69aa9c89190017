"""Numbers written out in words: “mười lăm triệu hai trăm nghìn”."""

from __future__ import annotations

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}


def number(words: str) -> int | None:
    """``number("mười lăm triệu hai trăm nghìn") == 15_200_000``; None where they are no number written out."""
    total = group = 0
    open_digit = False
    last = None
    for word in words.lower().split():
        if word in DIGITS:
            if open_digit:
                return None
            group, open_digit = group + DIGITS[word], True
        elif word == "mười" and not open_digit:
            group += 10
        elif word in ("mươi", "trăm") and open_digit:
            digit = group % 10
            group += digit * ((10 if word == "mươi" else 100) - 1)
            open_digit = False
        elif word in ("linh", "lẻ") and group and not open_digit:
            continue
        elif word in _SCALES and (group or total):
            if last and _SCALES[word] >= last:
                return None
            total, group, open_digit, last = total + group * _SCALES[word], 0, False, _SCALES[word]
        else:
            return None
    return total + group or None
