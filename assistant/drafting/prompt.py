"""Prompts and section texts: files are their history, a digest is their version."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from string import Template

from assistant import folders


def folder() -> Path:
    """Where prompts, section texts and wordings lie."""
    return folders.shipped("prompts")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A text with named places. ``name`` is its path without the ending: “sections/annual/goal”."""

    name: str
    text: str

    @classmethod
    def load(cls, name: str) -> Prompt:
        """Raises FileNotFoundError where there is none of that name."""
        return cls(name, (folder() / f"{name}.md").read_text("utf-8"))

    @classmethod
    def first(cls, *names: str) -> Prompt:
        """The first of ``names`` that exists; the last one must."""
        found = next((name for name in names if (folder() / f"{name}.md").is_file()), names[-1])
        return cls.load(found)

    @property
    def version(self) -> str:
        """Which wording made a paragraph: “sections/annual/goal@3f2a9c1b”."""
        return f"{self.name}@{sha256(self.text.encode()).hexdigest()[:8]}"

    def render(self, **values: str) -> str:
        """The text with every place filled. Raises KeyError with the name of a place that has no value."""
        return Template(self.text).substitute(values)
