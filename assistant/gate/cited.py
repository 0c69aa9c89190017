"""Documents a sentence cites, against those given: kind, number, date, issuer and title of one source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.gate.claims import Claim
from assistant.gate.given import Given, Place
from assistant.gate.ruling import Ruling, found
from assistant.gate.words import key
from assistant.request import Request
from checks.facts.citations import Citation

TITLE_WORDS = 3
LONG_TITLE = 250


def citation_end(text: str, claim: Claim, given: Sequence[Given]) -> int:
    """Where the part of a citation that is found verbatim ends: issuer and title included."""
    return max(
        (_matched(text, claim, one, source)[1] for source in given for one in source.cited if _same(claim, one)),
        default=claim.end,
    )


def _same(claim: Claim, one: Citation) -> bool:
    assert claim.citation is not None
    return _number(claim.citation.number) == _number(one.number)


def _number(number: str) -> str:
    return re.sub(r"\s", "", number).lower().lstrip("0")


def judge_citation(text: str, claim: Claim, given: Sequence[Given], request: Request) -> Ruling:
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
    stops = (
        before.endswith((",", ";"))
        or not said.split()[same][:1].isalnum()
        or own.split()[:same][-1:] == []
        or own.split()[same - 1].endswith((",", ".", ";"))
    )
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
