"""What is known of the documents that directives cite: date, issuer, title, and how long they were in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from checks.data import tables
from checks.values import NamedTuple

ASSEMBLY = "Quốc hội"


class KnownDocument(NamedTuple):
    """A row of ``checks/data/documents.toml``; empty or None where the table does not say."""

    number: str
    signed: date
    issuer: str
    title: str
    until: date | None
    """The last day in force."""
    successor: str
    over: date | None
    """The last day of the plan or campaign it orders; it was never repealed."""
    newer: str
    """A later document on the same matter, in force beside it since ``newer_since``."""
    newer_since: date | None
    checked: bool
    """Was the row read somewhere, or only remembered?"""

    @property
    def own_number(self) -> bool:
        """Is the number given out only once? Those with a year in them are."""
        return self.number.count("/") == 2

    @property
    def law(self) -> bool:
        return self.issuer == ASSEMBLY and (self.title[:1].isupper() or self.title.startswith("sửa đổi, bổ sung"))


def numbered(number: str) -> tuple[KnownDocument, ...]:
    """The known documents with a number; several share one."""
    return _numbered(number) if number in _written() else ()


@cache
def _numbered(number: str) -> tuple[KnownDocument, ...]:
    return tuple(map(_document, _written()[number]))


def signed(day: date) -> tuple[KnownDocument, ...]:
    """The known documents of a day."""
    return tuple(map(_document, _by_day().get(f"{day:%Y-%m-%d}", ())))


@cache
def _by_day() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for lines in (row for rows in _written().values() for row in rows):
        found.setdefault(lines.partition("\ndate = ")[2].partition("\n")[0], []).append(lines)
    return found


def every() -> Iterator[KnownDocument]:
    """All known documents."""
    return (known for number in _written() for known in numbered(number))


@cache
def _written() -> Mapping[str, list[str]]:
    """The rows as they stand in the file, by the number they begin with: a text cites few of them."""
    found: dict[str, list[str]] = {}
    for _, lines in tables.written_rows("documents"):
        number = lines.partition("\n")[0].removeprefix('number = "').removesuffix('"')
        found.setdefault(number, []).append(lines)
    return found


@cache
def laws() -> Mapping[str, tuple[KnownDocument, ...]]:
    """Known laws by name in small letters, oldest first: laws are cited by name and date, capitals vary."""
    found: dict[str, tuple[KnownDocument, ...]] = {}
    of_the_assembly = (number for number, rows in _written().items() if any(f'"{ASSEMBLY}"' in row for row in rows))
    for known in sorted((k for n in of_the_assembly for k in numbered(n) if k.law), key=lambda k: k.signed):
        name = known.title.lower()
        found[name] = (*found.get(name, ()), known)
    return found


@cache
def amendments(name: str) -> tuple[KnownDocument, ...]:
    """The laws that amend the law of a name in small letters."""
    end = f"một số điều của luật {name}"
    return tuple(known for title, rows in laws().items() if title.endswith(end) for known in rows)


@cache
def law_names() -> tuple[str, ...]:
    """The names, longest first: one begins another (“… quy phạm pháp luật”, “… của Hội đồng nhân dân, Ủy ban nhân dân”)."""
    return tuple(sorted(laws(), key=len, reverse=True))


def slip(written: date, right: date) -> bool:
    """Is one date the other with a slip in the day, the month or a figure of the year, or with day and month exchanged?"""
    same = (written.day == right.day, written.month == right.month, written.year == right.year)
    figures = sum(a != b for a, b in zip(str(written.year), str(right.year), strict=True))
    if figures > 1 and abs(written.year - right.year) > 1:
        return False  # a law of 2005 and a law of 2019 by one name
    return sum(same) == 2 or (same[2] and (written.day, written.month) == (right.month, right.day))


def _document(lines: str) -> KnownDocument:
    row = tables.row(lines)
    signed = row["date"]
    if not isinstance(signed, date):
        raise TypeError(f"documents.toml: {row['number']} has no date")
    return KnownDocument(
        _text(row, "number"),
        signed,
        _text(row, "issuer"),
        _text(row, "title"),
        _day(row, "until"),
        _text(row, "successor"),
        _day(row, "over"),
        _text(row, "newer"),
        _day(row, "newer_since"),
        not _text(row, "source").startswith("Chưa đối chiếu"),
    )


def _text(row: tables.Row, key: str) -> str:
    found = row.get(key, "")
    return found if isinstance(found, str) else ""


def _day(row: tables.Row, key: str) -> date | None:
    found = row.get(key)
    return found if isinstance(found, date) else None
