"""One claim against what the model was given: found with its place, or why not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.gate.cited import judge_citation
from assistant.gate.claims import Claim, claims
from assistant.gate.dates import judge_date, judge_year
from assistant.gate.figures import judge_figure
from assistant.gate.given import Given, Place, first
from assistant.gate.lookup import claims_in
from assistant.gate.ruling import Ruling, found, stands
from assistant.gate.words import holds, key, words
from assistant.request import Request

USUAL_FUNDS = re.compile(
    r"(?:nguồn |nguồn kinh phí )?(?:quỹ (?:thi đua|khen thưởng)|dự toán|kinh phí (?:thi đua|được giao)|ngân sách (?:nhà nước|theo)|xã hội hóa)"
)


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
            return judge_date(text, claim, given, request)
        case "year" | "range":
            return judge_year(text, claim, given, request)
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
    return stands(place, f"{what} “{claim.text}” không có trong yêu cầu và văn bản được dẫn.")


def _unnumbered(claim: Claim, given: Sequence[Given]) -> Ruling:
    """“kết luận của Ban Bí thư” is one that was cited with its number, or stands so in what was given."""
    kind, issuer = (key(str(part)) for part in claim.value)
    place = first(g.verbatim(claim.text) for g in given)
    for source in given if place is None else ():
        for one in source.cited:
            if key(one.kind) == kind and key(one.issuer).startswith(issuer):
                return found(Place(source.id, source.plain[one.span.start : one.span.end]))
    said = f"“{claim.text}” không có trong yêu cầu và văn bản được dẫn."
    return stands(place, said)


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
    return stands(place, said)


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
    return stands(place, f"“{claim.text}” là thời hạn không có trong yêu cầu.")


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


def _ordinal(text: str, claim: Claim, given: Sequence[Given]) -> Ruling:
    """“Đại hội Đảng bộ tỉnh lần thứ XIV”: with the words before it, as it was given."""
    if claim.value == ("year",):
        place = first(g.verbatim(claim.text) for g in given if g.ours)
        said = f"“{claim.text}” không có trong yêu cầu: hãy kiểm tra là năm thứ mấy."
        return stands(place, said)
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
    held = next((g for g in given if g.verbatim(claim.text)), None)
    if held:
        return Ruling("misattributed", f"“{claim.text}” ở {held.id} nói về việc khác.")
    return Ruling("not-found", f"“{claim.text}” không có trong yêu cầu và văn bản được dẫn.")
