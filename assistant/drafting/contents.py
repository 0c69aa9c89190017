"""Which section texts a movement's contents are made of: those of the kind of body, of a campaign those of its theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.drafting.bodies import Body, wording
from assistant.drafting.prompt import Prompt
from assistant.request import Request

MOST = 3
"""Themes a campaign has: more are a list of everything."""


def contents(request: Request, body: Body) -> tuple[Prompt, ...]:
    """At least one; that of the theme named first comes first."""
    folder, manner = f"sections/{request.movement}/content", body.manner
    own = (f"{folder}-{manner}", folder)
    if request.movement != "campaign":
        return (Prompt.first(*own),)
    told = [
        Prompt.first(f"{folder}-{theme}-{manner}", f"{folder}-{theme}-{body.names['speaks_to']}", f"{folder}-{theme}")
        for theme in themes(f"{request.theme}\n{request.subject}")[:MOST]
    ]
    return tuple(told) or (Prompt.first(*own),)


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
