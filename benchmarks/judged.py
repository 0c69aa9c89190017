"""The judged queries of ``judged.txt``, and how well a list of sections answers one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.index import SectionRecord
from assistant.precedents.precedent import Precedent, records

FILE = Path(__file__).parent / "judged.txt"
SECOND = Path(__file__).parent / "second.txt"
HEADING = 70
"""Characters of a heading that the file repeats, so that a changed corpus is noticed."""
DEPTH = 10
_QUERY = re.compile(r"(?P<half>tune|test) (?P<kind>\w+): (?P<words>.+)")


class Judged(NamedTuple):
    """One query. ``grades`` names the sections that answer it: 2 what was looked for, 1 of some help.

    A second judge's also names those that do not (0), and what is on nothing else (3).
    """

    words: str
    kind: str
    half: str
    grades: Mapping[str, int]


def place(record: SectionRecord) -> str:
    """One section’s name in the file: “tinh-son-thuy-2026#3”."""
    return f"{record.precedent_id}#{record.position}"


def read(precedents: Iterable[Precedent]) -> tuple[list[SectionRecord], list[Judged]]:
    """The sections that were judged, of directives that came later none, and the queries.

    Raises ValueError when a section is not what it was when it was judged.
    """
    named, judged = _file()
    known = {name.split("#")[0] for name, _ in named.values()}
    held = [record for precedent in precedents if precedent.id in known for record in records(precedent)]
    present = {place(record): " ".join(record.heading.split())[:HEADING].rstrip() for record in held}
    for name, heading in named.values():
        if present.get(name) != heading.strip():
            raise ValueError(f"{name} is not “{heading.strip()}” any more: judge it again")
    return held, list(_queries(judged, named))


def second_judge() -> list[Judged]:
    """What a second judge, who did not see the first grades, gave the sections pooled for some of the queries."""
    return list(_queries(SECOND.read_text("utf-8").splitlines(), _file()[0]))


def _file() -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The sections by number, each with its name and heading, and the lines of the queries."""
    sections, judged = FILE.read_text("utf-8").split("[sections]\n")[1].split("\n\n[queries]\n")
    named = (f"{section} ".split(" ", 2) for section in sections.splitlines())
    return {number: (name, heading) for number, name, heading in named}, judged.splitlines()


def _queries(lines: Iterable[str], named: Mapping[str, tuple[str, str]]) -> Iterator[Judged]:
    current: Judged | None = None
    for line in lines:
        if query := _QUERY.fullmatch(line):
            if current:
                yield current
            current = Judged(query["words"], query["kind"], query["half"], {})
        elif current:
            grade, numbers = line.split(" = ")
            grades = {named[number][0]: int(grade) for number in numbers.split()}
            current = current._replace(grades={**current.grades, **grades})
    if current:
        yield current


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """nDCG@10 with the grades as gains: 1 when nothing could be listed better."""
    return _gain(grades.get(name, 0) for name in found) / _gain(sorted(grades.values(), reverse=True))


def binary_ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """The same when whatever helps is as good as what was looked for."""
    return ndcg(found, dict.fromkeys(grades, 1))


def reciprocal_rank(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 / the place of the first section that is what was looked for; 0 when none is among the first ten."""
    return next((1 / n for n, name in enumerate(found[:DEPTH], 1) if grades.get(name) == 2), 0.0)


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / math.log2(n + 1) for n, grade in zip(range(1, DEPTH + 1), grades, strict=False))
