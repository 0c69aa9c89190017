"""The one kind of problem an office can solve itself."""

from __future__ import annotations


class UserError(Exception):
    """A problem with the input. Its text is one Vietnamese sentence: what happened and what to do next."""
