"""What a target's name says, for pairing: its telling words, unit and sort, whatever verb an office puts before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from checks.comparison.words import WORD, folded
from checks.facts.indicators import Indicator

_EMPTY = frozenset(
    ("của", "các", "những", "số", "được", "có", "trên", "địa", "bàn", "toàn", "theo", "với", "và", "là", "trong", "tỷ", "lệ",
     "đạt", "tổng", "mới", "thêm", "diện", "tích")
)  # fmt: skip
_DOING = frozenset(("trồng", "xây", "phát", "triển", "thêm", "đón", "hỗ", "trợ", "trao", "cây", "tập", "trung"))
# Words of offices for one thing: “kết nạp đoàn viên”, “phát triển đoàn viên mới”
_SAME_WORDS = tuple(
    (re.compile(rf"(?<!\w)(?:{words})(?!\w)"), one)
    for words, one in (
        ("kim ngạch|(?:tổng )?giá trị(?= (?:xuất|nhập) khẩu)", "kim ngạch"), ("(?<=xuất khẩu )hàng hóa|(?<=nhập khẩu )hàng hóa", ""),
        ("^(?:kết nạp|phát triển)(?: mới| thêm)?(?= (?:đoàn viên|hội viên|đảng viên))", "thêm"), ("^(?:giúp đỡ|giúp|hỗ trợ)", "hỗ trợ"),
        ("^(?:đón|thu hút|kêu gọi|tiếp nhận|vận động(?: hiến)?|huy động|hiến)", "đón"), ("^(?:thực hiện|triển khai)(?: thêm| mới)?", ""),
        ("^(?:làm mới|xây mới|xây dựng(?: mới)?|làm|xây)", "xây"), ("^(?:trao|tặng)", "trao"), ("khách du lịch|du khách", "khách"),
    )
)  # fmt: skip
# “cấp huyện” and “cấp tỉnh”, “thành thị” and “nông thôn”
_CONTRARY = tuple(
    re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for words in (
        r"(?<=cấp )(?:tỉnh|huyện|xã|trường|cơ sở|quốc gia)", "thành thị|đô thị|nông thôn", "nội trú|ngoại trú",
        "xuất khẩu|nhập khẩu", "mầm non|tiểu học|trung học cơ sở|trung học phổ thông", "tiên tiến|chiến sĩ thi đua",
    )
)  # fmt: skip


class Meaning(NamedTuple):
    """What a target's name says, for pairing: weighted words, unit and sort, and the words that tell it apart."""

    words: dict[str, float]
    size: float
    unit: str
    sort: str
    marks: tuple[frozenset[str], ...]
    parts: tuple[frozenset[str], ...] = ()
    """The telling words of “rừng” and of “cây dược liệu” where the name has both."""


def moves(one: Indicator) -> str:
    """A rise, a fall from level to level, or a level: figures of different sort are not compared."""
    if one.previous is not None:
        return "path"
    return "move" if one.comparison.startswith(("tăng", "giảm")) else "level"


def weights(targets: Iterable[Indicator]) -> dict[str, float]:
    """Rare words tell more: “thủy sản” than “tỷ lệ”."""
    names = [set(_words(one.name)) for one in targets]
    seen = Counter(word for name in names for word in name)
    return {word: (0.2 if word in _EMPTY else 1.0) * log(1 + len(names) / count) for word, count in seen.items()}


def _words(name: str) -> list[str]:
    name = name.lower()
    for pattern, one in _SAME_WORDS:
        name = pattern.sub(one, name)
    return ["tỷ" if word == "tỉ" else word for word in (folded(m[0]) for m in WORD.finditer(name))]


def meaning(one: Indicator, weight: dict[str, float]) -> Meaning:
    """The words of the name with their weights; those of what it is a part of count half."""
    scope = {word: weight.get(word, 1.0) / 2 for word in _words(one.scope)}
    words = scope | {word: weight.get(word, 1.0) for word in _words(one.name)}
    name = one.name.lower()
    return Meaning(
        words,
        sum(words.values()),
        one.unit,
        moves(one),
        tuple(frozenset(g.findall(name)) for g in _CONTRARY),
        tuple(telling for telling in map(_telling, name.split(" và ")) if telling) if " và " in name else (),
    )


def _telling(name: str) -> frozenset[str]:
    return frozenset(_words(name)) - _EMPTY - _DOING


def parted(whole: Meaning, part: Meaning, others: Sequence[Meaning]) -> bool:
    """Is ``part`` only one of two that ``whole`` names, and the other a target of its own: “rừng và cây dược liệu”?"""
    return any(
        not missing & part.words.keys()
        and any(o is not part and o.unit == part.unit and missing <= o.words.keys() for o in others)
        for missing in whole.parts
    )


def likeness(one: Meaning, other: Meaning) -> float:
    """Share of common words, 0 to 1; 0 for names that differ in the very word that tells them apart."""
    if any(a and b and not a & b for a, b in zip(one.marks, other.marks, strict=True)):
        return 0.0
    common = sum(min(one.words[word], other.words[word]) for word in one.words.keys() & other.words.keys())
    return 2 * common / (one.size + other.size) if one.size + other.size else 0.0
