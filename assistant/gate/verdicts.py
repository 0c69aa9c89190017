"""One claim against what the model was given: found with its place, or why not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from assistant.gate.cited import judge_citation
from assistant.gate.claims import Claim, claims
from assistant.gate.figures import judge_figure
from assistant.gate.given import Given, Place, first
from assistant.gate.lookup import claims_in, claims_of
from assistant.gate.ruling import Ruling, found
from assistant.gate.words import holds, key, words
from assistant.request import Request

USUAL_FUNDS = re.compile(
    r"(?:nguồn |nguồn kinh phí )?(?:quỹ (?:thi đua|khen thưởng)|dự toán|kinh phí (?:thi đua|được giao)|ngân sách (?:nhà nước|theo)|xã hội hóa)"
)
HISTORY = 15
"""A complete date so many years back is history; a nearer one is somebody's deadline."""


def judge(text: str, claim: Claim, all_: Sequence[Claim], given: Sequence[Given], request: Request) -> Ruling:
    """The ruling on ``claim`` of the plain sentence ``text``."""
    match claim.kind:
        case "citation":
            return judge_citation(text, claim, given, request)
        case "quote":
            return _quote(claim, given, request)
        case "unnumbered":
            return _unnumbered(claim, given)
        case "source":
            return _source(claim, given)
        case "deadline":
            return _deadline(claim, given)
        case "date":
            return _date(text, claim, given, request)
        case "year" | "range":
            return _year(text, claim, given, request)
        case "ordinal":
            return _ordinal(text, claim, given)
        case "figure":
            return judge_figure(text, claim, all_, given, request.level)
        case _:
            return _words(claim, given)


def _words(claim: Claim, given: Sequence[Given]) -> Ruling:
    what = {"address": "Địa chỉ", "number": "Số văn bản", "reference": "Chỗ dẫn"}.get(claim.kind, "Chi tiết")
    if claim.value == ("code",) and claim.text in ("4.0", "5G", "4G", "COVID-19", "Covid-19"):
        return found(None)
    ours = [g for g in given if g.ours or claim.kind != "address"]
    place = first(g.verbatim(claim.text) for g in ours)
    return (
        found(place)
        if place
        else Ruling("not-found", f"{what} “{claim.text}” không có trong yêu cầu và văn bản được dẫn.")
    )


def _unnumbered(claim: Claim, given: Sequence[Given]) -> Ruling:
    """“kết luận của Ban Bí thư” is one that was cited with its number, or stands so in what was given."""
    kind, issuer = (key(str(part)) for part in claim.value)
    place = first(g.verbatim(claim.text) for g in given)
    for source in given if place is None else ():
        for one in source.cited:
            if key(one.kind) == kind and key(one.issuer).startswith(issuer):
                return found(Place(source.id, source.plain[one.span.start : one.span.end]))
    said = f"“{claim.text}” không có trong yêu cầu và văn bản được dẫn."
    return found(place) if place else Ruling("not-found", said)


def _source(claim: Claim, given: Sequence[Given]) -> Ruling:
    """Where money comes from: the fund every office has by law, or one that was given."""
    if USUAL_FUNDS.match(claim.text):
        return found(None)
    lead = " ".join(words(claim.text)[:3])
    place = first(g.verbatim(claim.text) for g in given) or next(
        (Place(g.id, claim.text) for g in given if g.kind != "other" and holds(" ".join(words(g.plain)), lead) >= 0),
        None,
    )
    said = f"Nguồn kinh phí “{claim.text}” không có trong yêu cầu và văn bản được dẫn."
    return found(place) if place else Ruling("not-found", said)


def _deadline(claim: Claim, given: Sequence[Given]) -> Ruling:
    if claim.value:  # how often one thing is done says nothing of another
        place = next(
            (
                Place(g.id, line[:160])
                for g in given
                if g.ours
                for line in g.sentences
                for one in claims_in(line)
                if one.kind == "deadline" and one.value == claim.value
            ),
            None,
        )
    else:
        place = first(g.verbatim(claim.text) for g in given if g.ours)
    return found(place) if place else Ruling("not-found", f"“{claim.text}” là thời hạn không có trong yêu cầu.")


# Quotations


def _quote(claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    said = claim.text
    if claim.value == ("slogan",) and not re.search(r"[A-ZĐÀ-Ỹa-zà-ỹ]", said):
        return found(None)
    themes = [g for g in given if not g.ours and g.theme and key(g.theme) == key(said)]
    ours = first(g.verbatim(said) for g in given if g.ours)
    if ours:
        return found(ours)
    if themes:
        return Ruling(
            "misattributed", f"“{said}” là chủ đề của {themes[0].id}, không phải của năm {request.year}.", None
        )
    place = first(_quoted(g, said) for g in given)
    if place:
        return found(place)
    whole = first(g.verbatim(said) for g in given)
    if whole and claim.value != ("slogan",):
        return found(whole)
    if _pieces(said, given):
        return Ruling("stitched", f"“{said}” được ghép từ nhiều chỗ, không có nguyên văn ở đâu.")
    return Ruling("not-found", f"“{said}” không có trong yêu cầu và văn bản được dẫn.")


def _quoted(given: Given, said: str) -> Place | None:
    """Where it stands between quotation marks."""
    for match in re.finditer(r"[“\"«]([^“”\"«»]+)[”\"»]", given.plain):
        if key(match[1]).strip(" .,;") == key(said):
            return Place(given.id, match[0])
    return None


def _pieces(said: str, given: Sequence[Given]) -> bool:
    """Is it two pieces of two words or more, each found?"""
    parts = key(said).split()
    return any(
        all(any(holds(g.key, " ".join(piece)) >= 0 for g in given) for piece in (parts[:n], parts[n:]))
        for n in range(2, len(parts) - 1)
    )


# Dates and years


def derived(request: Request) -> set[tuple[int, int, int]]:
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


def _date(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    year, month, day = claim.value
    if text[: claim.start].lower().endswith("trước ") and day is None:
        stands = first(g.verbatim(f"trước {claim.text}") for g in given if g.ours)
        if stands:
            return found(stands)
        day = 1  # before a month is before its first day, not before some day in it
    for known in derived(request):
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


def _agrees(said: tuple[object, ...], known: tuple[object, ...]) -> bool:
    """Every part said is the one known; “ngày 25” of a month named elsewhere agrees with no other day."""
    return all(s is None or s == k for s, k in zip(said, known, strict=True)) and any(s is not None for s in said)


def _year(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    own = {request.year, request.year + 1} if request.school_year else {request.year}
    if request.period:
        own |= {request.period.start.year, request.period.end.year}
    years = {int(str(y)) for y in claim.value}
    if claim.kind == "range" and claim.value[0] >= claim.value[1]:  # type: ignore[operator]
        return Ruling("not-found", f"Khoảng năm “{claim.text}” không tăng dần.")
    if years == {request.year} and re.search(r"so với (?:cùng kỳ |cuối )?(?:năm )?$", text[: claim.start]):
        stands = first(g.verbatim(f"so với năm {claim.text}") for g in given if g.ours)
        return (
            found(stands)
            if stands
            else Ruling("not-found", f"So với chính năm {claim.text} là sai: yêu cầu không nêu.")
        )
    if years <= own:
        return found(Place("yêu cầu", f"năm {request.year}"))
    if (
        claim.kind == "year"
        and years == {request.year - 1}
        and re.search(r"so với (?:cùng kỳ |cuối )?(?:năm )?$", text[: claim.start])
    ):
        return found(Place("yêu cầu", f"năm {request.year}"))
    ours = first(Place(g.id, one.text) for g in given if g.ours for one in claims_of(g) if _covers(one, years))
    if ours:
        return found(ours)
    if claim.kind == "range" and _other_term(text, claim, given):
        return Ruling("misattributed", f"“{claim.text}” trong văn bản được dẫn là nhiệm kỳ của cơ quan khác.")
    if claim.kind == "range" and max(years) >= request.year:
        place = first(g.verbatim(claim.text) for g in given)
        if place:
            return found(place)
    if claim.kind == "year" and max(years) <= request.year - HISTORY:
        place = first(g.verbatim(f"{text[: claim.end].split()[-2:][0]} {claim.text}") for g in given)
        if place:
            return found(place)
    named = _law_before(text, claim) or _program_before(text, claim)
    place = first(g.verbatim(named + claim.text) for g in given) if named else None
    place = place or first(_law_of(g, _law_before(text, claim), years) for g in given)
    if place:
        return found(place)
    held = next(
        (g for g in given if any(one.kind == claim.kind and one.value == claim.value for one in claims_of(g))), None
    )
    if held:
        return Ruling("misattributed", f"Năm “{claim.text}” là của {held.id}, không phải của năm {request.year}.")
    return Ruling("not-found", f"Năm “{claim.text}” không có trong yêu cầu.")


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


def _covers(one: Claim, years: set[int]) -> bool:
    return one.kind in ("year", "range") and years <= set(one.value)


def _ordinal(text: str, claim: Claim, given: Sequence[Given]) -> Ruling:
    """“Đại hội Đảng bộ tỉnh lần thứ XIV”: with the words before it, as it was given."""
    if claim.value == ("year",):
        place = first(g.verbatim(claim.text) for g in given if g.ours)
        said = f"“{claim.text}” không có trong yêu cầu: hãy kiểm tra là năm thứ mấy."
        return found(place) if place else Ruling("not-found", said)
    lead = words(text[: claim.start])[-3:]
    for source in given:
        for line in source.lines:
            for one in claims(line):
                if one.kind != "ordinal" or one.value != claim.value or one.text.split()[0] != claim.text.split()[0]:
                    continue
                before = words(line[: one.start])[-3:]
                near = len(set(lead) & set(before)) >= min(2, len(lead), len(before)) or not lead
                after = key(line[one.end : one.end + 24])
                national = (
                    re.search(r"toàn quốc|của đảng|quốc hội|trung ương|việt nam", " ".join(before) + after) is not None
                )
                if near and (source.kind != "other" or national):
                    return found(Place(source.id, line[max(0, one.start - 40) : one.end]))
    stands = next((g for g in given if g.verbatim(claim.text)), None)
    if stands:
        return Ruling("misattributed", f"“{claim.text}” ở {stands.id} nói về việc khác.")
    return Ruling("not-found", f"“{claim.text}” không có trong yêu cầu và văn bản được dẫn.")
