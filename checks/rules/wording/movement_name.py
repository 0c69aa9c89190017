"""Tên các phong trào thi đua toàn quốc."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import key
from checks.letters import CAPITAL
from checks.rule import Rule
from checks.surroundings import QUOTED_NAME, quotations
from checks.tables import rows
from checks.values import NamedTuple

TIGHT = re.compile(r"(?<=\w)[-–](?=\w)")
"""“vì người nghèo-Không để ai bị bỏ lại phía sau”"""

ALIKE = 0.8
"""So much of the words must be the same for another wording to be a misquoted name; less is a name of its own."""

LOCAL = frozenset(map(key, ("tỉnh", "huyện", "xã", "phường", "ngành", "trường", "phố", "khu")))
"""“cán bộ, công chức, viên chức tỉnh Sơn Thủy thực hiện …”: whose a name is, where the national one does not say it."""

PLACE = re.compile(rf"(?<=[^\W_] )([{CAPITAL}][^\W\d_]+) [{CAPITAL}][^\W\d_]+")
"""“Sơn Thủy”, “Hà Tân” within a name."""

OPENING = 4
"""Letters that a quotation shares with a name before its words are compared."""


class Movement(NamedTuple):
    """A movement with its folded words; ``settled`` when its marks are known too."""

    name: str
    keys: tuple[str, ...]
    marks: tuple[str, ...]
    settled: bool


class MovementName(Rule):
    """Tên phong trào toàn quốc do Thủ tướng Chính phủ, bộ, ban của Trung ương phát động được dẫn nguyên văn.

    Chỉ so những tên trong ngoặc kép mở đầu giống tên phong trào toàn quốc; tên riêng của địa phương (“Sơn Thủy chung sức xây dựng
    nông thôn mới”) không xét.
    """

    severity = Severity.ERROR
    alone = True
    tier = "thông lệ"
    source = "Tên phong trào trong văn bản phát động (danh mục có ghi thời gian và nguồn)"
    good = (
        "phong trào “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” và “Sơn Thủy chung sức xây dựng nông thôn mới”.\n",
        "phong trào “Cả nước chung sức xây dựng nông thôn mới” giai đoạn 2021 - 2025.\n",
        "phong trào “Cán bộ, công chức, viên chức tỉnh Sơn Thủy thực hiện văn hóa công sở” giai đoạn 2026 - 2030.\n",
        "phong trào “Cán bộ, công chức, viên chức Sơn Thủy thi đua thực hiện văn hóa công sở”.\n",
        "chủ đề “Cán bộ, công chức gương mẫu, tận tụy phục vụ Nhân dân”.\n",
    )
    bad = (
        'phong trào "[[Cả nước chung sức xây dựng nông thôn→Cả nước chung sức xây dựng nông thôn mới]]", "Dạy tốt".\n',
        "phong trào “[[Cả nước chung sức xây dựng nông thôn→Cả nước chung sức xây dựng nông thôn mới]]”.\n",
        "phong trào “[[Cán bộ công chức, viên chức thi đua thực hiện văn hóa công sở→"
        "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở]]”.\n",
        "phong trào “[[Xây dựng trường học thân thiện - Học sinh tích cực→Xây dựng trường học thân thiện, học sinh tích cực]]”.\n",
        "phong trào “[[Đẩy mạnh phát triển kết cấu hạ tầng hiện đại đồng bộ, thực hành tiết kiệm, chống lãng phí→"
        "Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm, chống lãng phí]]”.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        openings = {movement.name[:OPENING].lower() for movement in movements()}
        for place in sorted(quotations(doc.text)):
            name = doc.text[slice(*place)]
            if len(name) not in QUOTED_NAME or name.strip(" *")[:OPENING].lower() not in openings:
                continue
            keys, marks = read(name)
            known = [m for m in movements() if m.keys[:2] == keys[:2]]
            nearest = max(known, key=lambda m: alike(m.keys, keys), default=None)
            if nearest is None or LOCAL & set(keys) - set(nearest.keys) or _placed(name, nearest):
                continue
            if self._right(nearest, keys, marks):
                if keys == nearest.keys and (tight := TIGHT.search(name)) and " - " in nearest.name:
                    at = place.start + tight.start()
                    message = "Dấu gạch ngang trong tên phong trào có dấu cách hai bên."
                    yield self.finding((at, at + 1), message, " - ", severity=Severity.STYLE)
                continue
            same = keys == nearest.keys
            if same or alike(nearest.keys, keys) >= ALIKE:
                inner = name.strip(" *")
                start = place.start + name.index(inner)
                # A dash for a comma, or a comma for a dash, is a slip of form, not another name.
                dashed = commas(marks) == commas(nearest.marks)
                severity = Severity.ERROR if same and not dashed else Severity.WARNING
                message = f"Tên phong trào toàn quốc là “{nearest.name}”."
                yield self.finding((start, start + len(inner)), message, nearest.name, severity=severity)

    def _right(self, movement: Movement, keys: tuple[str, ...], marks: tuple[str, ...]) -> bool:
        """The name itself, its beginning, or the name with something after it; not the name without its last word."""
        cut = keys == movement.keys[:-1] and movement.keys[-1] != "nam"  # “… ưu tiên dùng hàng Việt” is said so
        if cut:
            return False
        shared = min(len(keys), len(movement.keys))
        if keys[:shared] != movement.keys[:shared]:
            return False
        return not movement.settled or marks[: shared - 1] == movement.marks[: shared - 1]


def read(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded words of a name and the marks after each."""
    found = re.findall(r"([^\W_]+(?:[.,]\d+)*)([^\w]*)", name.strip(" *"))
    marks = tuple("".join(mark.split()).replace("–", "-").strip("*") for _, mark in found)
    return tuple(key(word.lower()) for word, _ in found), marks


def _placed(name: str, movement: Movement) -> bool:
    """Is whose it is put into the name: “cán bộ, công chức, viên chức Sơn Thủy thi đua …”?"""
    known = movement.name.split()
    return any(match[0] not in movement.name for match in PLACE.finditer(name) if match[1] not in known)


def commas(marks: tuple[str, ...]) -> tuple[str, ...]:
    """The marks of a name with a comma for each dash."""
    return tuple(mark.replace("-", ",") for mark in marks)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The part of the longer wording that both share."""
    shared = sum((Counter(one) & Counter(other)).values())
    return shared / max(len(one), len(other), 1)


@cache
def movements() -> tuple[Movement, ...]:
    found = []
    for name, *_ in rows("movements.txt"):
        plain = name.lstrip("? ")
        found.append(Movement(plain, *read(plain), settled=name[0] != "?"))
    return tuple(found)
