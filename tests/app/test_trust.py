"""What somebody else wrote is only ever shown as words: read in the sources of the pages, then seen in a browser."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from assistant.ui.safely import plain

UI = Path(__file__).parents[2] / "assistant" / "ui"
PAGES = sorted([*UI.glob("*.py"), UI.parents[1] / "app.py"])
SCRIPTS = sorted(UI.glob("*.js"))
NEVER = ("html", "iframe", "echo", "write", "latex", "markdown", "table", "components")
"""Calls of Streamlit that read Markdown or HTML, or guess; ``components.v2.component`` is looked at on its own."""
LABELLED = {
    "title",
    "header",
    "subheader",
    "caption",
    "error",
    "warning",
    "info",
    "success",
    "toast",
    "expander",
    "badge",
}
"""Calls whose first words are read as Markdown: only the program's own words, figures, or words made plain."""


@pytest.mark.parametrize("source", PAGES, ids=lambda path: path.name)
def test_no_page_renders_markdown_or_html(source: Path) -> None:
    text = source.read_text("utf-8")
    assert "unsafe_allow_html" not in text
    used = {node.attr for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute) and _is_streamlit(node)}
    assert used & set(NEVER) <= {"components"}


@pytest.mark.parametrize("source", PAGES, ids=lambda path: path.name)
def test_words_read_as_markdown_are_our_own_or_made_plain(source: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call)]
    labels = [
        call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in LABELLED and call.args
    ]
    assert [ast.unparse(call) for call in labels if not _harmless(call.args[0])] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_markup_of_words(script: Path) -> None:
    text = script.read_text("utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser", text
    )


@pytest.mark.parametrize(
    "words", ["![x](http://a.example/x)", "<b>", "[x](y)", ":red[x]", "$x$", "`x`", "http://a.example"]
)
def test_plain_words_keep_no_sign_of_markdown(words: str) -> None:
    assert not re.search(r"(?<!\\)[\[\]<>`$:!]", plain(words))


def _is_streamlit(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "st"


def _harmless(node: ast.expr) -> bool:
    """A constant, a choice of constants, figures, or ``plain(…)``."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="plain" | "len" | "round")):
            return True
        case ast.JoinedStr():
            return all(not isinstance(part, ast.FormattedValue) or _is_figure(part.value) for part in node.values)
        case ast.IfExp():
            return _harmless(node.body) and _harmless(node.orelse)
    return False


def _is_figure(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id in {"closed", "left", "found", "done"}) or _harmless(node)
