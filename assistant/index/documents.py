"""A section as one flat document, for engines that have one field of words and score it with BM25.

The words of heading and title are repeated as often as they weigh in SQLite's index, so that all engines rank alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, fields
from typing import Any, NamedTuple

from assistant.index import Filters, SectionRecord, topics
from assistant.index.asking import Frequencies, asked, implied
from assistant.index.ranking import ABOUT_WEIGHT, HEADING_WEIGHT, Candidate
from assistant.index.tokens import key, names, tokens

SCHEMA = 2
"""Raise when the fields, the tokens or the topics change: an index of another schema is built again."""
MOST_TOKENS = 64
"""Of a query, rarest first."""
EXACT = ("precedent", "level", "role", "province_key", "kind_key", "held")
"""Fields compared as a whole."""
_STORED = tuple("precedent" if field.name == "precedent_id" else field.name for field in fields(SectionRecord))


class Terms(NamedTuple):
    """What a query asks for: all its tokens, those that stand in a section, the rarest first, and others for the same."""

    wanted: list[str]
    known: list[str]
    implied: list[str]


def stored(record: SectionRecord) -> dict[str, Any]:
    """What the section is and is on, to be given back."""
    return {**dict(zip(_STORED, astuple(record), strict=True)), "topics": topics.held(record)}


def searched(record: SectionRecord) -> dict[str, Any]:
    """What it is found and filtered by."""
    return {
        "precedent": record.precedent_id,
        "level": record.level,
        "role": record.role,
        "year": record.year,
        "words": words(record),
        "issuer_key": key(record.issuer),
        "province_key": key(record.province),
        "kind_key": key(record.kind),
        "held": f"{record.precedent_id} {record.stamp}",
    }


def candidate(stored: Mapping[str, Any], score: float) -> Candidate:
    """The section that ``stored`` was made of, with what the engine gave it."""
    return Candidate(SectionRecord(*(stored[name] for name in _STORED)), score, stored["topics"])


def words(record: SectionRecord) -> str:
    """The tokens by which a section is found, separated by blanks."""
    heading, about = tokens(record.heading), names(record.about)
    return " ".join([*heading * int(HEADING_WEIGHT), *tokens(record.text), *about * int(ABOUT_WEIGHT)])


def terms(query: str, frequencies: Frequencies) -> Terms:
    """The terms by which ``query`` finds documents."""
    wanted = asked(query, frequencies)
    counted = frequencies(wanted)
    known = sorted(counted, key=lambda token: (counted[token], token))[:MOST_TOKENS]
    return Terms(wanted, known, implied(query, wanted, frequencies))


def stamp_of(held: str) -> tuple[str, str]:
    """Precedent id and stamp from the field ``held``."""
    identifier, _, stamp = held.partition(" ")
    return identifier, stamp


def conditions(filters: Filters) -> dict[str, str | int]:
    """Field → value of what is asked for; ``issuer_key`` is a phrase, the others are whole."""
    asked: dict[str, str | int | None] = {
        "issuer_key": filters.issuer and key(filters.issuer),
        "level": filters.level,
        "province_key": filters.province and key(filters.province),
        "year": filters.year,
        "kind_key": filters.kind and key(filters.kind),
        "role": filters.role,
    }
    return {name: value for name, value in asked.items() if value not in (None, "")}
