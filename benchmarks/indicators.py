"""How well targets are read: against the labels of corpus/*/indicators.toml, and of any folder given as argument.

    python benchmarks/indicators.py [--write] [--show] [FOLDER…]

A target is right when value, range, unit, whole and starting level are equal and the names share most of their words.
``--write`` renews benchmarks/indicators.md; texts outside the repository are only counted, never copied.
"""

from __future__ import annotations

import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from checks.document import Document  # noqa: E402
from checks.facts.indicators import Indicator  # noqa: E402

NOTE = (
    "Every text was labelled by hand before the reader saw it; the reader was then mended on it: the figures of the tables "
    "say that nothing known is lost. What a new text may bring is the first sight below."
)
FIRST_SIGHT = """## At first sight

Measured once, on texts whose labels were written before any reader saw them; each reader is the one that the sets above it had mended.

| set | labels | F1 before | wrong units | F1 with the reader mended on the sets above | wrong units |
|---|--:|--:|--:|--:|--:|
| six texts of ours in styles the corpus lacked (tests/checks/facts/texts) | 188 | 0.73 | 11 | – | – |
| nine real lists of targets (provinces, a district, communes, the nation) | 159 | 0.89 | 4 | 0.93 | 2 |
| nine more real lists (equality, nurseries, 5G, youth union, communes) | 79 | 0.76 | 1 | 0.79 | 0 |
| eight corpus texts written by another hand | 145 | 0.94 | 5 | 0.95 | 4 |
| three more corpus texts by another hand | 92 | – | – | 0.97 | 0 |

The wrong units were counted nouns cut short (“trụ” for “trụ sở”) and, before, rates that lost what they are counted by
(“đồng” for “đồng/trẻ/ngày”). Expect F1 between 0.8 and
0.95 on an office's own style until its directives are labelled too.
"""
OWN = ROOT / "tests" / "checks" / "facts" / "texts"
NAME_SHARE = 0.6
"""Share of common words from which two names are the same."""


class Score(NamedTuple):
    labels: int
    found: int
    right: int
    comparisons: int
    wrong_units: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.labels + self.found) if self.labels + self.found else 1.0

    def __add__(self, other: object) -> Score:  # type: ignore[override]
        return Score(*(a + b for a, b in zip(self, other, strict=True)))  # type: ignore[call-overload]


def words(name: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in name.lower()).split())


def same_name(one: str, other: str) -> bool:
    a, b = words(one), words(other)
    return 2 * len(a & b) >= NAME_SHARE * (len(a) + len(b))


def amounts(item: Any) -> tuple[object, ...]:
    return (item.value, item.upper, item.of, item.previous)


def labels(folder: Path) -> list[Indicator]:
    def number(row: dict[str, str], key: str) -> Decimal | None:
        return Decimal(row[key]) if key in row else None

    rows = tomllib.loads((folder / "indicators.toml").read_text(encoding="utf-8"))["indicators"]
    return [
        Indicator(
            row["name"], row["comparison"], Decimal(row["value"]), number(row, "upper"), row["unit"], "", (0, 0), 0,  # type: ignore[arg-type]
            number(row, "previous"), number(row, "of"),
        )
        for row in rows
    ]  # fmt: skip


def score(folder: Path, show: bool = False) -> Score:
    doc = Document.parse((folder / "document.txt").read_text(encoding="utf-8"))
    expected, left = labels(folder), list(doc.indicators)
    found = len(left)
    right = said = wrong_units = 0
    missed = []
    for label in expected:
        match = next(
            (
                i
                for i in left
                if amounts(i) == amounts(label) and i.unit == label.unit and same_name(i.name, label.name)
            ),
            None,
        )
        if match is None:
            near = next((i for i in left if i.value == label.value and same_name(i.name, label.name)), None)
            wrong_units += near is not None and near.unit != label.unit
            missed.append(label)
            continue
        left.remove(match)
        right += 1
        said += match.comparison == label.comparison
        if show and match.comparison != label.comparison:
            print(f"  {folder.name}: {label.name!r}: {match.comparison!r}, not {label.comparison!r}")
    if show:
        for label in missed:
            print(f"  {folder.name}: missed {label.name!r} {label.value} {label.unit}")
        for extra in left:
            print(
                f"  {folder.name}: extra  {extra.name!r} {extra.comparison!r} {extra.value} {extra.upper} {extra.unit} (line {extra.line})"
            )
    return Score(len(expected), found, right, said, wrong_units)


def table(title: str, folders: list[Path], show: bool, *, names: bool) -> list[str]:
    total = Score(0, 0, 0, 0, 0)
    lines = [
        f"## {title}",
        "",
        "| text | labels | found | right | F1 | comparison right | wrong units |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for number, folder in enumerate(folders, 1):
        one = score(folder, show)
        total += one
        name = folder.name if names else f"text {number}"
        lines.append(
            f"| {name} | {one.labels} | {one.found} | {one.right} | {one.f1:.3f} | {one.comparisons} | {one.wrong_units} |"
        )
    lines.append(
        f"| **all** | {total.labels} | {total.found} | {total.right} | **{total.f1:.3f}** | {total.comparisons} | {total.wrong_units} |"
    )
    return [*lines, ""]


def main(arguments: list[str]) -> int:
    flags = {a for a in arguments if a.startswith("--")}
    shipped = sorted(path.parent for path in (ROOT / "corpus").glob("*/indicators.toml"))
    report = ["# Reading targets", "", "`python benchmarks/indicators.py --write FOLDER…`", "", NOTE, "", FIRST_SIGHT]
    report += table("Shipped precedents, labelled by hand", shipped, "--show" in flags, names=True)
    own = sorted(path.parent for path in OWN.glob("*/indicators.toml"))
    report += table("Texts of ours in further styles", own, "--show" in flags, names=True)
    for outside in (Path(a) for a in arguments if not a.startswith("--")):
        folders = sorted(path.parent for path in outside.glob("*/indicators.toml"))
        report += table("Real directives outside the repository", folders, "--show" in flags, names=False)
    if len(arguments) == len(flags):
        report += ["Real directives outside the repository: not measured in this run (no folder given).", ""]
    print("\n".join(report))
    if "--write" in flags:
        (ROOT / "benchmarks" / "indicators.md").write_text("\n".join(report), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
