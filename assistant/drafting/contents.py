"""Which section texts a movement's contents are made of: those of the kind of body, of a campaign those of its theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.drafting.bodies import Body, wording
from assistant.drafting.prompt import Prompt
from assistant.request import Request

MOST = 3
"""Themes a campaign has: more are a list of everything."""


class Contents(NamedTuple):
    """``texts``: at least one, that of the theme named first at the front; ``words``: what tells these themes."""

    texts: tuple[Prompt, ...]
    words: tuple[str, ...] = ()


def contents(request: Request, body: Body) -> Contents:
    """The texts for such a body on such a theme."""
    folder, manner = f"sections/{request.movement}/content", body.manner
    told = themes(f"{request.theme}\n{request.subject}")[:MOST] if request.movement == "campaign" else []
    if not told:
        return Contents((Prompt.first(f"{folder}-{manner}", folder),))
    texts = [
        Prompt.first(f"{folder}-{theme}-{manner}", f"{folder}-{theme}-{body.names['speaks_to']}", f"{folder}-{theme}")
        for theme in told
    ]
    known = wording("themes")["themes"]
    return Contents(tuple(texts), tuple(word for theme in known if theme["name"] in told for word in theme["words"]))


def themes(text: str) -> list[str]:
    """The themes of ``themes.toml`` whose words are in the text, in their order."""
    return [name for _, name in sorted(_named(text.lower()))]


def _named(text: str) -> Iterator[tuple[int, str]]:
    for theme in wording("themes")["themes"]:
        found = _first(theme["words"], text)
        if found and not _first(theme.get("not_with", ()), text):
            yield found.start(), theme["name"]


def _first(words: Sequence[str], text: str) -> re.Match[str] | None:
    told = "|".join(re.escape(word.lower()) for word in words)
    return re.search(rf"(?<!\w)(?:{told})(?!\w)", text) if told else None
