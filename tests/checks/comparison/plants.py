"""Left-overs planted in the shipped pairs of consecutive years: each is a place and what last year's text said there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from checks.comparison.ledger import ledger, standing
from checks.comparison.leftover_figures import specific
from checks.comparison.leftover_terms import task_year
from checks.comparison.past import RANGE, recall
from checks.document import Document

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


class Plant(NamedTuple):
    kind: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=1)
def pairs() -> dict[str, tuple[Document, Document]]:
    """This year's id → last year's document and this year's."""
    found = {}
    for path in sorted(CORPUS.glob("*/metadata.toml")):
        before = tomllib.loads(path.read_text(encoding="utf-8")).get("previous")
        if before:
            found[path.parent.name] = (load(before), load(path.parent.name))
    return found


def load(name: str) -> Document:
    return Document.parse((CORPUS / name / "document.txt").read_text(encoding="utf-8"), name)


def plants(previous: Document, current: Document) -> list[Plant]:
    """Everything of last year that can be put back into this year's text."""
    found = [*_years(previous, current), *_dates(current), *_theme(previous, current), *_citations(previous, current)]
    found += [*_figures(previous, current), *_terms(previous, current), *_anniversaries(previous, current)]
    return sorted(found, key=lambda plant: plant.start)


def planted(current: Document, chosen: list[Plant]) -> tuple[Document, list[tuple[int, int]]]:
    """``current`` with the plants in it, and where they stand."""
    out, places, at = [], [], 0
    for plant in sorted(chosen, key=lambda p: p.start):
        if plant.start < at:
            continue
        out += [current.text[at : plant.start], plant.text]
        begin = sum(map(len, out)) - len(plant.text)
        places.append((begin, begin + len(plant.text)))
        at = plant.end
    out.append(current.text[at:])
    return Document.parse("".join(out)), places


def _years(previous: Document, current: Document) -> Iterator[Plant]:
    taken = [m.span() for m in RANGE.finditer(current.text)] + [tuple(m.span) for m in current.dates]
    cited = recall(current, previous.year or 0)
    for match in re.finditer(rf"(?<![\d/]){current.year}(?![\d/])", current.text):
        inside = any(a <= match.start() < b for a, b in taken)
        # “Từ năm 2025, …” and “Năm 2025, …” may rightly stand in a directive for 2026
        told = re.search(r"(?:^|\n)(?:Từ n|N)ăm $", current.text[max(0, match.start() - 8) : match.start()])
        if told and not current.text.startswith(" là năm", match.end()):
            continue
        if current.body.start <= match.start() < current.body.end and not inside and not cited.cites(match.start()):
            yield Plant("year", *match.span(), str(previous.year))


def _dates(current: Document) -> Iterator[Plant]:
    for mention in current.dates:
        start, end = mention.span
        around = current.text[start - 14 : start] + current.text[end : end + 4]
        if start >= current.preface.end and end <= current.body.end and mention.year == current.year:
            cited = any(c.span.start <= start < (c.date_span or c.number_span).end for c in current.citations)
            if not cited and not re.search(r"Luật|\d{4} ?[-–]", around):
                yield Plant("date", end - 4, end, str(mention.year - 1))


def _theme(previous: Document, current: Document) -> Iterator[Plant]:
    at = current.text.find(current.theme) if current.theme else -1
    if at >= 0 and len(previous.theme.split()) >= 3:
        yield Plant("theme", at, at + len(current.theme), previous.theme)


def _citations(previous: Document, current: Document) -> Iterator[Plant]:
    """The yearly resolution or order of last year in the place of this year's."""
    for one in current.citations:
        for other in previous.citations:
            same = (
                one.number.split("/", 1)[-1] == other.number.split("/", 1)[-1] and one.issuer[:12] == other.issuer[:12]
            )
            yearly = task_year(current, one) == current.year and task_year(previous, other) == previous.year
            if same and yearly and one.date_span and other.date_span and one.number != other.number:
                text = previous.text[other.number_span.start : other.date_span.end]
                yield Plant("citation", one.number_span.start, one.date_span.end, text)


def _figures(previous: Document, current: Document) -> Iterator[Plant]:
    for row in ledger(previous.indicators, current.indicators):
        one, other = row.current, row.previous
        if (
            row.status != "changed"
            or one is None
            or other is None
            or one.of
            or one.upper
            or one.previous
            or other.comparison != one.comparison
        ):
            continue
        before, after = (
            re.match(r"\d[\d.,]*\d|\d", d.text[slice(*i.span)]) for d, i in ((previous, other), (current, one))
        )
        if before and after and specific(other.value) and not standing(other) and one.unit == other.unit:
            yield Plant("figure", one.span.start, one.span.start + after.end(), before[0])


def _anniversaries(previous: Document, current: Document) -> Iterator[Plant]:
    """“95 năm Ngày thành lập …” as last year counted it."""
    event = r"(?P<n>\d{1,3}) năm (?P<what>Ngày \w+ \w+ \w+ \w+)"
    before = {m["what"]: m["n"] for m in re.finditer(event, previous.text)}
    for match in re.finditer(event, current.text):
        counted = before.get(match["what"])
        inside = current.body.start <= match.start() < current.body.end
        if (
            counted
            and counted != match["n"]
            and inside
            and not recall(current, previous.year or 0).tells(match.start())
        ):
            yield Plant("term", *match.span("n"), counted)


def _terms(previous: Document, current: Document) -> Iterator[Plant]:
    order = r"Năm \d{4} là (?P<place>năm (?:đầu|cuối|bản lề|thứ \w+)) (?P<what>\w+ \w+ \w+ \w+)"
    before, after = re.search(order, previous.text), re.search(order, current.text)
    if before and after and before["what"] == after["what"] and before["place"] != after["place"]:
        yield Plant("term", after.start("place"), after.end("place"), before["place"])
    congress = r"Nghị quyết Đại hội [^\d,;.]*? lần thứ (?P<n>[IVXL]+), nhiệm kỳ (?P<term>\d{4} - \d{4})"
    before, after = re.search(congress, previous.text), re.search(congress, current.text)
    if before and after and before["n"] != after["n"]:
        yield Plant("term", after.start("n"), after.end("n"), before["n"])
        if int(before["term"][-4:]) < (current.year or 0):
            yield Plant("term", after.start("term"), after.end("term"), before["term"])
