"""One claim against what the model was given: found with its place, or why not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.gate.claims import Amount, Claim, claims
from assistant.gate.given import Given, Place, first
from assistant.gate.words import holds, key, words
from assistant.request import Request
from checks.facts.citations import Citation

Verdict = Literal["found", "misattributed", "stitched", "not-found"]
HISTORY = 15
"""A complete date so many years back is history; a nearer one is somebody's deadline."""
TITLE_WORDS = 3
LONG_TITLE = 250
SHARED = 0.3
"""Share of the words around a figure that must be those around it where it was given."""
LINK = frozenset(
    "và của các những được cho trong trên với về để là có không do từ đến tại theo ở ra vào khi như này đó một mà thì đạt phấn đấu năm "
    "tổng số mức thêm ít nhất tối thiểu hơn dưới trở lên tăng giảm còn ước thi đua hoàn thành bảo đảm đảm hết".split()
)
_UP, _DOWN = re.compile(r"(?<!\w)(?:tăng|nâng|lên)(?!\w)"), re.compile(r"(?<!\w)(?:giảm|hạ|xuống)(?!\w)")
_LEAST = re.compile(r"(?<!\w)(?:(?<!không )trên|ít nhất|tối thiểu|không dưới|từ|vượt|hơn)\s*$|trở lên")
_MOST = re.compile(r"(?<!\w)(?:(?<!không )dưới|tối đa|không quá|không vượt quá)\s*$|trở xuống")


class Ruling(NamedTuple):
    """What is said of one claim. ``reason`` is a Vietnamese sentence, empty where the claim is found."""

    verdict: Verdict
    reason: str = ""
    place: Place | None = None


def found(place: Place | None) -> Ruling:
    return Ruling("found", "", place)


def judge(text: str, claim: Claim, all_: Sequence[Claim], given: Sequence[Given], request: Request) -> Ruling:
    """The ruling on ``claim`` of the plain sentence ``text``."""
    match claim.kind:
        case "citation":
            return _citation(text, claim, given, request)
        case "quote":
            return _quote(claim, given, request)
        case "date":
            return _date(text, claim, given, request)
        case "year" | "range":
            return _year(text, claim, given, request)
        case "ordinal":
            return _ordinal(text, claim, given)
        case "figure":
            return _figure(text, claim, all_, given)
        case _:
            return _words(claim, given)


def citation_end(text: str, claim: Claim, given: Sequence[Given]) -> int:
    """Where the part of a citation that is found verbatim ends: issuer and title included."""
    return max((_matched(text, claim, one, source)[1] for source in given for one in source.cited if _same(claim, one)), default=claim.end)


def _words(claim: Claim, given: Sequence[Given]) -> Ruling:
    what = {"address": "Địa chỉ", "number": "Số văn bản", "reference": "Chỗ dẫn"}.get(claim.kind, "Chi tiết")
    if claim.value == ("code",) and claim.text in ("4.0", "5G", "4G", "COVID-19", "Covid-19"):
        return found(None)
    ours = [g for g in given if g.ours or claim.kind != "address"]
    place = first(g.verbatim(claim.text) for g in ours)
    return found(place) if place else Ruling("not-found", f"{what} “{claim.text}” không có trong yêu cầu và văn bản được dẫn.")


# Documents cited


def _same(claim: Claim, one: Citation) -> bool:
    assert claim.citation is not None
    return _number(claim.citation.number) == _number(one.number)


def _number(number: str) -> str:
    return re.sub(r"\s", "", number).lower().lstrip("0")


def _citation(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    cited = claim.citation
    assert cited is not None
    candidates = [(source, one) for source in given for one in source.cited if _same(claim, one)]
    if not candidates:
        return Ruling("not-found", f"Văn bản số {cited.number} không có trong yêu cầu và văn bản được dẫn.")
    problems = []
    for source, one in candidates:
        problem, _ = _matched(text, claim, one, source)
        if not problem:
            stale = _local(source, one, request)
            if not stale:
                return found(Place(source.id, source.plain[one.span.start : one.span.end]))
            problem = stale
        problems.append(problem)
    reason = problems[0]
    elsewhere = cited.date is not None and any(
        one.date == cited.date and not _same(claim, one) for source in given for one in source.cited
    )
    return Ruling("stitched" if elsewhere and "ngày" in reason else "misattributed", reason)


def _matched(text: str, claim: Claim, one: Citation, source: Given) -> tuple[str, int]:
    """Why the citation is not the one of ``source`` (empty where it is), and where its verbatim words end."""
    cited = claim.citation
    assert cited is not None
    if cited.kind and one.kind and key(cited.kind) != key(one.kind):
        return f"Văn bản số {cited.number} là {one.kind}, không phải {cited.kind}.", claim.end
    if cited.date_span is not None and cited.date != one.date:
        told = f"ngày {one.date:%d/%m/%Y}" if one.date else "không có ngày"
        return f"Văn bản số {cited.number} ghi sai ngày: nơi được dẫn ghi {told}.", claim.end
    if cited.issuer and one.issuer and not _within(cited.issuer, one.issuer):
        return f"Văn bản số {cited.number} ghi sai cơ quan ban hành: nơi được dẫn ghi “{one.issuer}”.", claim.end
    return _title(text, claim, one, source)


def _within(one: str, other: str) -> bool:
    a, b = key(one), key(other)
    return a.startswith(b) or b.startswith(a)


def _title(text: str, claim: Claim, one: Citation, source: Given) -> tuple[str, int]:
    """Words after number and date must go on as in the source, as far as they are its title."""
    cited = claim.citation
    assert cited is not None
    at = claim.end
    if cited.issuer:
        at = text.find(cited.issuer, claim.end) + len(cited.issuer)
    if not cited.title or not one.title:
        return "", at
    begin = text.find(cited.title, claim.end)
    # A title is read up to a length; the word there may be cut.
    whole = cited.title if len(cited.title) < LONG_TITLE else cited.title.rpartition(" ")[0]
    said, own = key(whole), key(source.plain[(here := source.plain.find(one.title, one.number_span.end)) : here + 700])
    same = 0
    for a, b in zip(said.split(), own.split(), strict=False):
        if a.strip(".,;") != b.strip(".,;"):
            break
        same += 1
    if same == len(said.split()):
        return "", begin + len(whole)
    before = " ".join(said.split()[:same])
    stops = before.endswith((",", ";")) or not said.split()[same][:1].isalnum() or own.split()[: same][-1:] == [] or own.split()[same - 1].endswith((",", ".", ";"))
    if same < TITLE_WORDS or not (stops or said.split()[same] in ("và", "của", "trên", "trong", "để", "gắn")):
        return f"Trích yếu của văn bản số {cited.number} không đúng nguyên văn nơi được dẫn.", at
    return "", _offset(text, begin, same)


def _offset(text: str, begin: int, count: int) -> int:
    at = begin
    for _ in range(count):
        space = text.find(" ", at + 1)
        at = len(text) if space < 0 else space
    return at


def _local(source: Given, one: Citation, request: Request) -> str:
    """Why a citation of a precedent does not hold for this draft."""
    if source.ours:
        return ""
    local = re.search(r"HĐND|UBND|-(?:TU|ĐU|HU)\b|/(?:TU|ĐU|HU)\b|TU$", one.number) is not None
    if source.kind == "other" and local:
        return f"Văn bản số {one.number} là của địa phương khác ({source.id})."
    years = [int(y) for y in re.findall(r"năm (\d{4})(?! -)", one.title)]
    if local and years and max(years) < request.year:
        return f"Văn bản số {one.number} giao nhiệm vụ của năm {max(years)}, không phải năm {request.year}."
    return ""


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
        return Ruling("misattributed", f"“{said}” là chủ đề của {themes[0].id}, không phải của năm {request.year}.", None)
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
    days = [request.date, request.period.start if request.period else None, request.period.end if request.period else None]
    if request.movement == "annual":
        days.append(datetime.date(request.year + 1, 5, 31) if request.school_year else datetime.date(request.year, 12, 31))
    return {(d.year, d.month, d.day) for d in days if d}


def _date(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
    year, month, day = claim.value
    for known in derived(request):
        if _agrees((year, month, day), known):
            return found(Place("yêu cầu", f"{known[2]:02}/{known[1]:02}/{known[0]}"))
    for source in given:
        for one in _claims_of(source):
            if one.kind != "date" or not _agrees((year, month, day), one.value):
                continue
            if source.ours or (isinstance(one.value[0], int) and None not in claim.value and one.value[0] <= request.year - HISTORY):
                return found(Place(source.id, one.text))
    law = first(g.verbatim(named + claim.text) for g in given) if (named := _law_before(text, claim)) else None
    if law:
        return found(law)
    for source in given:
        if any(one.kind == "date" and _agrees((year, month, day), one.value) for one in _claims_of(source)):
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
    if years <= own:
        return found(Place("yêu cầu", f"năm {request.year}"))
    if claim.kind == "year" and years == {request.year - 1} and re.search(r"so với (?:cùng kỳ |cuối )?(?:năm )?$", text[: claim.start]):
        return found(Place("yêu cầu", f"năm {request.year}"))
    ours = first(Place(g.id, one.text) for g in given if g.ours for one in _claims_of(g) if _covers(one, years))
    if ours:
        return found(ours)
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
    if place:
        return found(place)
    held = next((g for g in given if any(one.kind == claim.kind and one.value == claim.value for one in _claims_of(g))), None)
    if held:
        return Ruling("misattributed", f"Năm “{claim.text}” là của {held.id}, không phải của năm {request.year}.")
    return Ruling("not-found", f"Năm “{claim.text}” không có trong yêu cầu.")


def _law_before(text: str, claim: Claim) -> str:
    """“Luật Thi đua, khen thưởng ngày ”: a law without a number is known by its date or year."""
    named = re.search(r"(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh) [^.;:]{0,80}$", text[: claim.start])
    return named[0] if named else ""


def _program_before(text: str, claim: Claim) -> str:
    """“giáo dục phổ thông 2018”: a year that is part of a name."""
    before = text[: claim.start]
    lead = re.search(r"(?:[^\W\d_]+ ){3}$", before)
    return lead[0] if lead and not before.endswith("năm ") and claim.kind == "year" else ""


def _covers(one: Claim, years: set[int]) -> bool:
    return one.kind in ("year", "range") and years <= set(one.value)


def _ordinal(text: str, claim: Claim, given: Sequence[Given]) -> Ruling:
    """“Đại hội Đảng bộ tỉnh lần thứ XIV”: with the words before it, as it was given."""
    lead = words(text[: claim.start])[-3:]
    for source in given:
        for line in source.lines:
            for one in claims(line):
                if one.kind != "ordinal" or one.value != claim.value or one.text.split()[0] != claim.text.split()[0]:
                    continue
                before = words(line[: one.start])[-3:]
                near = len(set(lead) & set(before)) >= min(2, len(lead), len(before)) or not lead
                after = key(line[one.end : one.end + 24])
                national = re.search(r"toàn quốc|của đảng|quốc hội|trung ương|việt nam", " ".join(before) + after) is not None
                if near and (source.kind != "other" or national):
                    return found(Place(source.id, line[max(0, one.start - 40) : one.end]))
    stands = next((g for g in given if g.verbatim(claim.text)), None)
    if stands:
        return Ruling("misattributed", f"“{claim.text}” ở {stands.id} nói về việc khác.")
    return Ruling("not-found", f"“{claim.text}” không có trong yêu cầu và văn bản được dẫn.")


# Figures


def _figure(text: str, claim: Claim, all_: Sequence[Claim], given: Sequence[Given]) -> Ruling:
    if claim.value == ("reporting",):
        return found(None)
    if claim.value == ("vague",):
        after = re.match(r" [^\W\d_]+", text[claim.end :])
        place = first(g.verbatim(claim.text + (after[0] if after else "")) for g in given if g.ours)
        return found(place) if place else Ruling("not-found", f"“{claim.text}” là con số ước chừng không có trong yêu cầu.")
    around = _around(text, claim, all_)
    other_unit = elsewhere = None
    for source in given:
        for line in source.lines:
            here = _claims_in(line)
            for one in here:
                if one.kind != "figure" or len(one.value) != 3 or not _equal(claim, one):
                    continue
                if not source.ours:
                    elsewhere = elsewhere or source.id
                    continue
                if not _unit(claim, one, line):
                    other_unit = other_unit or one.text
                    continue
                problem = _about(around, _around(line, one, here) if "|" not in line else line, line)
                if not problem:
                    return found(Place(source.id, line if len(line) < 160 else line[max(0, one.start - 80) : one.end + 20]))
                other_unit = other_unit or problem
    if other_unit:
        said = other_unit if other_unit.endswith(".") else f"Con số “{claim.text}” khác đơn vị với yêu cầu (“{other_unit}”)."
        return Ruling("misattributed", said)
    if elsewhere:
        return Ruling("misattributed", f"Con số “{claim.text}” là của {elsewhere}, không phải chỉ tiêu của năm nay.")
    return Ruling("not-found", f"Con số “{claim.text}” không có trong yêu cầu.")


def _equal(claim: Claim, one: Claim) -> bool:
    a, b = claim.value[0], one.value[0]
    assert isinstance(a, Amount)
    assert isinstance(b, Amount)
    if a.value != b.value and a.value != one.value[1] and not _bare(a, b):
        return False
    if claim.value[1:] == one.value[1:]:
        return True
    # One end of a range that was given: “ít nhất 17 thôn” of “17 - 18 thôn”
    return claim.value[1:] == (None, None) and one.value[2] is None and a.value in (b.value, one.value[1])


def _bare(a: Amount, b: Amount) -> bool:
    """A table row has its unit in another cell: 21.300 there is 21.300 tỷ đồng."""
    big, small = max(a.value, b.value), min(a.value, b.value)
    lesser = b if b.value == small else a
    return not lesser.unit and small != 0 and big / small in (1000, 10**6, 10**9, 10**12)


def _unit(claim: Claim, one: Claim, line: str) -> bool:
    a, b = claim.value[0], one.value[0]
    assert isinstance(a, Amount)
    assert isinstance(b, Amount)
    if a.unit == b.unit:
        return True
    if not b.unit and "|" in line:
        return a.unit in key(line)
    return (not a.unit or not b.unit) and a.unit not in ("%", "‰") and b.unit not in ("%", "‰")


def _around(text: str, claim: Claim, all_: Sequence[Claim]) -> tuple[str, str]:
    """The words of one figure: from the figure or clause before it, and up to the next mark after it."""
    start = max([0, *(c.end for c in all_ if c.end <= claim.start and c.kind == "figure")])
    clause = max(text.rfind(mark, 0, claim.start) + 1 for mark in (";", ":"))
    stop = re.search(r"[;,.:](?=\s|$)", text[claim.end :])
    return text[max(start, clause) : claim.start], text[claim.end : claim.end + stop.start() if stop else len(text)]


def _about(said: tuple[str, str], given: tuple[str, str] | str, line: str) -> str:
    """Why the figure speaks of something else there; empty where it does not."""
    before, after = (given, "") if isinstance(given, str) else given
    mine, theirs = _content(" ".join(said)), _content(f"{before} {after}")
    if not theirs:
        theirs = _content(line)
    if not mine:
        return ""
    shared = len(mine & theirs) / min(len(mine), len(theirs)) if theirs else 0
    if shared < SHARED:
        return f"Con số này trong yêu cầu nói về việc khác: “{line[:120]}”."
    one, other = key(said[0]), key(before)
    if (_UP.search(one) and _DOWN.search(other) and not _UP.search(other)) or (
        _DOWN.search(one) and _UP.search(other) and not _DOWN.search(other)
    ):
        return f"Yêu cầu nói chiều ngược lại (tăng, giảm): “{line[:120]}”."
    if (_LEAST.search(one) and _MOST.search(other)) or (_MOST.search(one) and _LEAST.search(other)):
        return f"Yêu cầu nói mức ngược lại (trên, dưới): “{line[:120]}”."
    return ""


def _content(text: str) -> set[str]:
    return {word for word in words(text) if word not in LINK and not word.isdigit()}


def _claims_of(source: Given) -> list[Claim]:
    return [claim for line in source.lines for claim in _claims_in(line)]


@lru_cache(maxsize=8192)
def _claims_in(line: str) -> tuple[Claim, ...]:
    """The claims of a line; a section is judged sentence by sentence against the same lines."""
    return tuple(claims(line))
