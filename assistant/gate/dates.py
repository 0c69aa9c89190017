"""Days and years a sentence tells, against those given: the request's own, history, or those of a law or a program."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from assistant.gate.claims import Claim
from assistant.gate.given import Given, Place, first
from assistant.gate.lookup import claims_in, claims_of
from assistant.gate.ruling import Ruling, found, stands
from assistant.gate.words import holds, key
from assistant.request import Request

HISTORY = 15
"""A complete date so many years back is history; a nearer one is somebody's deadline."""
# “so với cùng kỳ năm 2025”
COMPARED = re.compile(r"so với (?:cùng kỳ |cuối )?(?:năm )?$")


def judge_date(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    """A day or month follows from the request, stands there, or is long past; that of a law stands with its name."""
    year, month, day = claim.value
    if text[: claim.start].lower().endswith("trước ") and day is None:
        place = first(g.verbatim(f"trước {claim.text}") for g in given if g.ours)
        if place:
            return found(place)
        day = 1  # before a month is before its first day, not before some day in it
    for known in _derived(request):
        if _agrees((year, month, day), known):
            return found(Place("yêu cầu", f"{known[2]:02}/{known[1]:02}/{known[0]}"))
    for source in given:
        for one in claims_of(source):
            if one.kind != "date" or not _agrees((year, month, day), one.value):
                continue
            if source.ours or (
                isinstance(one.value[0], int) and None not in claim.value and one.value[0] <= request.year - HISTORY
            ):
                return found(Place(source.id, one.text))
    law = first(g.verbatim(named + claim.text) for g in given) if (named := _law_before(text, claim)) else None
    if law:
        return found(law)
    for source in given:
        if any(one.kind == "date" and _agrees((year, month, day), one.value) for one in claims_of(source)):
            return Ruling("misattributed", f"“{claim.text}” là mốc của {source.id}, không phải của năm {request.year}.")
    return Ruling("not-found", f"“{claim.text}” không có trong yêu cầu.")


def _derived(request: Request) -> set[tuple[int, int, int]]:
    """Dates that follow from the request by custom: the ends of its year or period, its day of issue."""
    days = [
        request.date,
        request.period.start if request.period else None,
        request.period.end if request.period else None,
    ]
    if request.movement == "annual":
        days.append(
            datetime.date(request.year + 1, 5, 31) if request.school_year else datetime.date(request.year, 12, 31)
        )
    return {(d.year, d.month, d.day) for d in days if d}


def _agrees(said: tuple[object, ...], known: tuple[object, ...]) -> bool:
    """Every part said is the one known; “ngày 25” of a month named elsewhere agrees with no other day."""
    return all(s is None or s == k for s, k in zip(said, known, strict=True)) and any(s is not None for s in said)


def judge_year(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    """A year or range of years is that of the request, stands there, or is told of the same thing in what was given."""
    years = {int(str(y)) for y in claim.value}
    if claim.kind == "range" and claim.value[0] >= claim.value[1]:  # type: ignore[operator]
        return Ruling("not-found", f"Khoảng năm “{claim.text}” không tăng dần.")
    compared = COMPARED.search(text[: claim.start]) is not None
    if compared and years == {request.year}:
        place = first(g.verbatim(f"so với năm {claim.text}") for g in given if g.ours)
        return stands(place, f"So với chính năm {claim.text} là sai: yêu cầu không nêu.")
    if years <= _own(request) or (compared and claim.kind == "year" and years == {request.year - 1}):
        return found(Place("yêu cầu", f"năm {request.year}"))
    ours = first(Place(g.id, one.text) for g in given if g.ours for one in claims_of(g) if _covers(one, years))
    if ours:
        return found(ours)
    if claim.kind == "range" and _other_term(text, claim, given):
        return Ruling("misattributed", f"“{claim.text}” trong văn bản được dẫn là nhiệm kỳ của cơ quan khác.")
    place = _told_alike(text, claim, years, given, request.year)
    if place:
        return found(place)
    held = next(
        (g for g in given if any(one.kind == claim.kind and one.value == claim.value for one in claims_of(g))), None
    )
    if held:
        return Ruling("misattributed", f"Năm “{claim.text}” là của {held.id}, không phải của năm {request.year}.")
    return Ruling("not-found", f"Năm “{claim.text}” không có trong yêu cầu.")


def _own(request: Request) -> set[int]:
    """The years that the request is about."""
    period = {request.period.start.year, request.period.end.year} if request.period else set()
    return period | ({request.year, request.year + 1} if request.school_year else {request.year})


def _told_alike(text: str, claim: Claim, years: set[int], given: Sequence[Given], year: int) -> Place | None:
    """Where what was given says the same of the same: a range not over, history with the word before it, a law or program."""
    leads = []
    if claim.kind == "range" and max(years) >= year:
        leads.append("")
    if claim.kind == "year" and max(years) <= year - HISTORY:
        leads.append(f"{text[: claim.end].split()[-2:][0]} ")
    law = _law_before(text, claim)
    if named := law or _program_before(text, claim):
        leads.append(named)
    place = first(g.verbatim(lead + claim.text) for lead in leads for g in given)
    return place or first(_law_of(g, law, years) for g in given)


def _covers(one: Claim, years: set[int]) -> bool:
    return one.kind in ("year", "range") and years <= set(one.value)


def _other_term(text: str, claim: Claim, given: Sequence[Given]) -> bool:
    """The term of the Party's congress is not that of the councils."""
    term = _term(text[: claim.start])
    lines = [line for g in given for line in g.lines if claim.text in line]
    return bool(term and lines) and all(_term(line[: line.find(claim.text)]) not in ("", term) for line in lines)


def _term(before: str) -> str:
    """Whose term is named right before: the Party's, the councils', or nobody's."""
    near = key(before)[-70:]
    party, council = (
        max(near.rfind(word) for word in group)
        for group in (("đảng", "đại hội"), ("quốc hội", "hội đồng nhân dân", "bầu cử"))
    )
    return "" if max(party, council) < 0 else "party" if party > council else "council"


def _law_before(text: str, claim: Claim) -> str:
    """“Luật Thi đua, khen thưởng ngày ”: a law without a number is known by its date or year."""
    named = re.search(r"(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh) [^.;:]{0,80}$", text[: claim.start])
    return named[0] if named else ""


def _law_of(source: Given, named: str, years: set[int]) -> Place | None:
    """“Luật Thi đua, khen thưởng năm 2022” is the law given as “… ngày 15 tháng 6 năm 2022”."""
    law = re.sub(r"[ ,]*(?:năm|ngày)[ ]*$", "", named)
    for line in source.lines if law else ():
        at = holds(key(line), key(law))
        dated = at >= 0 and any(
            one.kind == "date" and {one.value[0]} == years and 0 <= one.start - at - len(law) < 12
            for one in claims_in(line)
        )
        if dated:
            return Place(source.id, line[:120])
    return None


def _program_before(text: str, claim: Claim) -> str:
    """“giáo dục phổ thông 2018”: a year that is part of a name."""
    before = text[: claim.start]
    lead = re.search(r"(?:[^\W\d_]+ ){3}$", before)
    return lead[0] if lead and not before.endswith("năm ") and claim.kind == "year" else ""
