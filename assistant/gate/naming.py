"""A name against what the model was given."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.common import BODIES, COMMON, FAMILY_NAMES
from assistant.gate.given import Given, Place, first
from assistant.gate.names import UNITS, Name
from assistant.gate.ruling import Ruling, found

POSTS = (
    "Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc", "Bí thư", "Phó Bí thư", "Thủ trưởng", "Trưởng", "Phó Trưởng", "Hiệu trưởng", "Bộ trưởng",
    "Chánh Văn phòng", "Các", "Những", "Mỗi", "Mọi", "Từng", "Đề nghị", "Giao", "Yêu cầu", "Tại", "Trong", "Theo", "Đối với", "Cùng", "Với", "Do", "Ở",
    "Thường trực", "Thành viên", "Toàn", "Toàn bộ", "Riêng", "Lãnh đạo", "Kính gửi", "Phối hợp",
)  # fmt: skip
"""Words a name may follow without being part of it."""


def judge_name(name: Name, given: Sequence[Given]) -> Ruling:
    """The ruling on one name."""
    said = _bare(name.text)
    if said in COMMON or _common(said):
        return found(None)
    place = _stands(name, said, given)
    if place and name.level and said in BODIES and not any(g.named(f"{said} {name.level}") for g in given):
        return Ruling(
            "misattributed", f"“{said} {name.level}” không có trong yêu cầu; “{said}” ở {place.id} là của cấp khác."
        )
    if place:
        return _foreign(said, name, given) or found(place)
    if len(name.parts) > 1:
        return _parts(name, given)
    rest = _after_post(said) or (_after_opening(said) if name.opens else "")
    if rest and rest != said:
        return judge_name(name._replace(text=rest, parts=(rest,), opens=False), given)
    if name.unit or name.head:
        bare = first(g.named(said) for g in given)
        if bare and not said.startswith(name.head.capitalize() if name.head else "\0"):
            what = name.unit or name.head
            return Ruling("misattributed", f"“{what} {said}” không có trong yêu cầu; “{said}” ở {bare.id} là tên khác.")
    if _stitched(said, given):
        return Ruling("stitched", f"Tên “{said}” được ghép từ nhiều tên khác nhau.")
    what = "Tên người" if name.person else "Tên cơ quan" if name.head else "Tên riêng"
    return Ruling("not-found", f"{what} “{said}” không có trong yêu cầu và văn bản được dẫn.")


def _bare(said: str) -> str:
    return said.strip(" .,;:-")


def _stands(name: Name, said: str, given: Sequence[Given]) -> Place | None:
    """With the noun before it: “xã Tân Lập” is not “phường Tân Lập”, “công ty Hoàng Gia” no other body."""
    nouns = [n for n in (name.unit, name.head if not said.startswith(name.head.capitalize()) else "") if n]
    if not nouns:
        return first(g.named(said) for g in _ordered(given))
    for noun in nouns:
        forms = (f"{noun} {said}", f"{noun.capitalize()} {said}")
        place = first(g.named(form) for g in _ordered(given) for form in forms)
        if place:
            return place
    # Known with another noun, it is another place; known with none, it is the one meant.
    elsewhere = any(g.named(f"{unit} {said}") for g in given for unit in UNITS)
    return None if elsewhere else first(g.named(said) for g in _ordered(given))


def _ordered(given: Sequence[Given]) -> list[Given]:
    order = {"request": 0, "current": 1, "own": 2, "other": 3}
    return sorted(given, key=lambda g: order[g.kind])


def _foreign(said: str, name: Name, given: Sequence[Given]) -> Ruling | None:
    """A name only another issuer's text holds, and that belongs to its place or is a person's."""
    if any(g.named(said) for g in given if g.kind != "other"):
        return None
    source = next(g for g in given if g.named(said))
    if name.person:
        return Ruling("misattributed", f"“{said}” là người nêu trong {source.id}, không phải của cơ quan này.")
    if any(local and (local in said or said in local) for local in source.local):
        return Ruling("misattributed", f"“{said}” là tên của nơi khác ({source.id}).")
    if name.unit:
        return Ruling("misattributed", f"“{name.unit} {said}” là địa danh nêu trong {source.id}.")
    return None


def _common(said: str) -> bool:
    """Is it made of common names alone, as “Chủ tịch Ủy ban nhân dân”?"""
    tokens = said.split()
    ends = {0}
    for end in range(1, len(tokens) + 1):
        if any(start in ends and " ".join(tokens[start:end]) in COMMON for start in range(end)):
            ends.add(end)
    return len(tokens) in ends


def _after_post(said: str) -> str:
    for post in sorted(POSTS, key=len, reverse=True):
        if said.startswith(f"{post} ") and said[len(post) + 1 : len(post) + 2].isupper():
            return said[len(post) + 1 :]
    return ""


def _after_opening(said: str) -> str:
    """Without the first word of the sentence, which has its capital from there."""
    first_word, _, rest = said.partition(" ")
    if first_word in FAMILY_NAMES or any(said.startswith(f"{b} ") for b in BODIES):
        return ""
    while rest and not rest[0].isupper():
        _, _, rest = rest.partition(" ")
    return rest


def _parts(name: Name, given: Sequence[Given]) -> Ruling:
    """“Sở Giáo dục và Môi trường” is no body if “Sở Giáo dục và Đào tạo” is; “các sở Nội vụ, Tài chính” are two."""
    rulings = [
        judge_name(name._replace(text=part, parts=(part,), opens=name.opens and i == 0), given)
        for i, part in enumerate(name.parts)
    ]
    bad = next((r for r in rulings if r.verdict != "found"), None)
    if bad:
        return bad
    if not name.head:
        return rulings[0]
    ended = any(not _goes_on(after) for g in given for after in g.follows(name.parts[0])) or name.parts[0] in COMMON
    listed = all(
        part in COMMON
        or any(g.named(f"{name.head} {part}") or g.named(f"{name.head.capitalize()} {part}") for g in given)
        for part in name.parts[1:]
    )
    if ended and listed:
        return rulings[0]
    return Ruling("stitched", f"Tên “{name.text}” được ghép từ nhiều tên khác nhau.")


def _goes_on(after: str) -> bool:
    return any(
        after.startswith(join) and after[len(join) : len(join) + 1].isupper() for join in (" và ", ", ", " - ", " ")
    )


def _stitched(said: str, given: Sequence[Given]) -> bool:
    tokens = said.split()
    return any(
        all(
            " ".join(piece) in COMMON or any(g.named(" ".join(piece)) for g in given)
            for piece in (tokens[:n], tokens[n:])
        )
        for n in range(1, len(tokens))
        if len(tokens) > 2
    )
