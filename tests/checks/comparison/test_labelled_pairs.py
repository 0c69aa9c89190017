"""Targets are paired as a reader paired them: in the shipped pairs, and in lists written before the program saw them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from checks.comparison.ledger import ledger
from checks.document import Document
from checks.facts.indicators import Indicator
from checks.report.comparison import amount

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "corpus"
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua\n\n2. Chỉ tiêu\n\n"


def parsed(name: str) -> Document:
    return Document.parse((CORPUS / name / "document.txt").read_text("utf-8"))


def label(one: Indicator) -> str:
    return f"{one.line}: {one.name} {amount(one)}".replace('"', "")


def shipped() -> list[tuple[set[object], set[object]]]:
    """Of each shipped pair: pairs a reader made, pairs the ledger made."""
    out = []
    for name, labels in tomllib.loads((HERE / "pairs.toml").read_text("utf-8")).items():
        before = tomllib.loads((CORPUS / name / "metadata.toml").read_text("utf-8"))["previous"]
        rows = ledger(parsed(before).indicators, parsed(name).indicators)
        made = {
            (label(r.previous), label(r.current)) for r in rows if r.previous and r.current and r.change is not None
        }
        out.append(({(a, b) for a, b in labels["pairs"]}, made))
    return out


def unseen() -> list[tuple[set[object], set[object]]]:
    """Of each list the same, by the numbers of lines."""
    out = []
    for one in tomllib.loads((HERE / "unseen.toml").read_text("utf-8"))["lists"]:
        sides = [Document.parse(HEAD + "\n".join(f"- {line}" for line in one[y])) for y in ("previous", "current")]
        rows = ledger(sides[0].indicators, sides[1].indicators)
        first = HEAD.count("\n")
        made = {
            (r.previous.line - first, r.current.line - first)
            for r in rows
            if r.previous and r.current and r.change is not None
        }
        out.append(({(a, b) for a, b in one["pairs"]}, made))
    return out


def test_of_the_labelled_pairs_95_percent_are_found_and_hardly_any_is_wrong() -> None:
    every = [*shipped(), *unseen()]
    labelled, right = (sum(len(part) for part in parts) for parts in ([a for a, _ in every], [a & b for a, b in every]))
    assert right >= 0.95 * labelled
    assert sum(len(made) for _, made in every) <= 1.02 * right


def test_no_wrong_pair_in_the_lists_the_program_had_not_seen() -> None:
    assert [made - labels for labels, made in unseen() if made - labels] == []
