"""How a body speaks of itself in a directive composed for it: what it calls itself, its head, those it addresses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from operator import itemgetter
from string import Template
from typing import Any, NamedTuple

from assistant import form
from assistant.drafting.prompt import folder
from assistant.request import Request, Signer

UNNAMED = {"noun": "cơ quan", "wording": "office"}
"""A body whose name says nothing of its kind."""
HEAD = "Thủ trưởng cơ quan"
"""Who leads where neither its name nor the wording of its kind tells."""
BY_LEVEL = {"province": "province", "district": "commune", "commune": "commune", "school": "school"}
DEPUTY = re.compile(r"(?:PHÓ|Q\.|QUYỀN) ?")


class Body(NamedTuple):
    """``manner`` names the section texts of its kind; ``names`` is what they and the frame are filled with."""

    manner: str
    names: Mapping[str, str]
    recipients: tuple[str, ...]


def body_of(request: Request) -> Body:
    """The body that asks: its kind is told by the beginning of its name, else by its level."""
    told = _told(request.issuer, request.level)
    manner = str(told["wording"])
    words = {**wording("common"), **wording(manner), **told}
    unit = form.unit_of(request.issuer)
    # “Công an tỉnh Khánh Lâm” calls itself “Công an tỉnh”.
    noun = words.get("noun") or request.issuer.removesuffix(f" {unit.name}")
    # “CHỦ TỊCH” of a wording, “$HEAD” where it asks back
    usual = words["head"] if "$" not in words["head"] else HEAD
    head = _head(request.signer, usual)
    fill = {
        "name": request.issuer,
        "unit": unit.kind,
        "noun": noun,
        "head": head,
        "HEAD": head.upper(),
        "by": _by(head, noun),
        "members": words.get("members", ""),
    }
    names = {name: Template(text).substitute(fill) for name, text in words.items() if isinstance(text, str)}
    if request.level == "province" and unit.kind == "thành phố":
        names = {name: text.replace("tỉnh", "thành phố") for name, text in names.items()}
    return Body(manner, {**fill, **names}, tuple(Template(line).substitute(fill) for line in words["recipients"]))


def kindred(issuer: str, level: str) -> str:
    """What bodies have in common that may speak alike: the beginning of their names, “xã” or “phường”, else their level."""
    begins = _told(issuer, level).get("begins")
    return str(begins[0]) if begins else form.unit_of(issuer).kind or level


def _told(issuer: str, level: str) -> Mapping[str, Any]:
    """What ``bodies.toml`` has for the longest beginning of the issuer's name."""
    begun = [
        (len(begin), body)
        for body in wording("bodies")["bodies"]
        for begin in body["begins"]
        if re.match(rf"{begin}(?!\w)", issuer, re.IGNORECASE)
    ]
    if begun:
        longest: dict[str, Any] = max(begun, key=itemgetter(0))[1]
        return longest
    return {**UNNAMED, "wording": BY_LEVEL.get(level, "office")}


def _head(signer: Signer | None, usual: str) -> str:
    """Who leads: the post that signs, or for which a deputy signs; the usual one where the signature does not tell."""
    if signer is None or not signer.post or signer.authority.upper().startswith(("TL.", "TUQ.")):
        return usual
    acted = signer.authority.upper().startswith("KT.")
    post = signer.authority[3:].strip() if acted else DEPUTY.sub("", signer.post.upper(), count=1)
    if "PHỤ TRÁCH" in post.upper() or post.upper() == usual.upper():
        return usual
    return post[:1].upper() + post[1:].lower()


def _by(head: str, noun: str) -> str:
    """“Giám đốc Bệnh viện”, “Chánh Văn phòng”, “Trưởng Ban Quản lý”, “Cục trưởng”: no word twice in a row."""
    if head.startswith(noun):
        return head
    words = head.split(" ")
    for at in range(len(words)):
        if noun.lower().startswith(" ".join(words[at:]).lower()):
            return " ".join((*words[:at], noun))
    return f"{head} {noun}"


@cache
def wording(name: str) -> dict[str, Any]:
    """The file ``wording/<name>.toml``."""
    return tomllib.loads((folder() / "wording" / f"{name}.toml").read_text("utf-8"))
