"""``chithi compare`` with the formats that need more than the standard library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checks.commands import compare as compare_cli

if TYPE_CHECKING:
    from checks.compare import Comparison


def register(commands: Any) -> None:
    """Add the parser of ``compare``."""
    compare_cli.register(commands, {"docx": _docx})


def _docx(result: Comparison) -> bytes:
    from assistant.word.comparison import comparison_docx

    return comparison_docx(result)
