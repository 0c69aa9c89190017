"""The year or school year that a sentence names, against those of the document's subject."""

from __future__ import annotations

import re

NAMED = r"(?P<named>năm (?P<school>học )?(?P<year>20\d\d)(?: ?[-–] ?(?P<last>20\d\d))?)"
"""“năm 2026”, “năm học 2026 - 2027”: part of a pattern."""
_YEAR = re.compile(r"20\d\d")
NO_YEAR = "trích yếu không ghi năm"


def years_of(subject: str) -> list[str]:
    """The years that a subject names, each once."""
    return list(dict.fromkeys(_YEAR.findall(subject)))


def stated(match: re.Match[str]) -> list[str]:
    """The one or two years of ``NAMED``."""
    return [match["year"], match["last"]] if match["last"] else [match["year"]]


def rightly(match: re.Match[str], years: list[str]) -> str:
    """What ``NAMED`` would say of ``years``."""
    return f"năm {match['school'] or ''}{' - '.join(years)}"
