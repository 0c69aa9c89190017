"""What ``paper`` draws, as plain data: texts, and elements whose words are texts."""

from __future__ import annotations

from typing import Any

from checks.report.comparison import STATUS

Node = str | list[Any]
"""A text, or ``[tag, attributes, child…]`` with the tags and attributes that ``draw.js`` knows."""


def node(tag: str, *children: Node, kind: str = "", **attributes: str) -> Node:
    """One element; ``kind`` is its class in ``paper.css``."""
    return [tag, {**attributes, **({"class": kind} if kind else {})}, *children]


def status_tag(status: str, said: str = "") -> Node:
    """“mới”, “bỏ”, “thay đổi” as a tag of its colour."""
    return node("span", said or STATUS[status], kind=f"tag {status}")


def table(head: tuple[str, ...], rows: list[list[Node]], kind: str = "") -> Node:
    """A table whose cells carry their column's name, so that a phone can show a row as a card."""
    top = node("thead", node("tr", *(node("th", name, scope="col") for name in head)))
    body = (
        node(
            "tr", *(node("td", node("div", cell), **{"data-label": name}) for name, cell in zip(head, row, strict=True))
        )
        for row in rows
    )
    return node("table", top, node("tbody", *body), kind=kind)
