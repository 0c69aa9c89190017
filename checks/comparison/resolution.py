"""The draft's targets against those the People's Council (Hội đồng nhân dân) resolved, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from checks.comparison.ledger import Note, figures, ledger
from checks.comparison.pairing import Pair
from checks.document import Document
from checks.facts.indicators import Indicator

Status = Literal["equal", "different", "missing", "extra"]
_PLAIN = ("", "đạt", "còn")
"""Ways to name a level that promise the same."""
_COUNCIL, _COMMITTEE = "hội đồng nhân dân", "ủy ban nhân dân"


class Match(NamedTuple):
    """One target: as resolved, as drafted. ``missing`` from the draft; ``extra`` in the draft, of no resolution."""

    name: str
    unit: str
    resolved: Indicator | None
    drafted: Indicator | None
    status: Status
    notes: tuple[Note, ...] = ()


class Against(NamedTuple):
    """A draft beside a resolution. ``warnings``: Vietnamese sentences on why the resolution may not be the one."""

    resolution: Document
    warnings: tuple[str, ...]
    matches: tuple[Match, ...]


def against(resolution: Document, draft: Document, by_hand: Sequence[Pair] = ()) -> Against:
    """Every target of the resolution in its order, then what the draft adds; paired as in the ledger, one unit only."""
    rows = ledger(resolution.indicators, draft.indicators, by_hand)
    partner = {row.previous.span: row.current for row in rows if row.previous and row.current}
    notes = {row.previous.span: row.notes for row in rows if row.previous}
    kept = {
        one.span: other
        for one in resolution.indicators
        if (other := partner.get(one.span)) is not None and other.unit == one.unit
    }
    matches = [_match(one, kept.get(one.span), notes[one.span]) for one in resolution.indicators]
    taken = {other.span for other in kept.values()}
    extra = [Match(one.name, one.unit, None, one, "extra") for one in draft.indicators if one.span not in taken]
    return Against(resolution, tuple(_warnings(resolution, draft)), (*matches, *extra))


def _match(one: Indicator, other: Indicator | None, notes: tuple[Note, ...]) -> Match:
    if other is None:
        return Match(one.name, one.unit, one, None, "missing")
    if figures(one) == figures(other) and _sense(one) == _sense(other):
        return Match(one.name, one.unit, one, other, "equal")
    return Match(one.name, one.unit, one, other, "different", notes)


def _sense(one: Indicator) -> str:
    """“95% trở lên” and “tối thiểu 95%” promise the same, “đạt 95%” and “95%” too."""
    word = one.comparison
    for ending, bound in (("trở lên", "tối thiểu"), ("trở xuống", "tối đa")):
        if word.endswith(ending):
            word = f"{word.removesuffix(ending).strip()} {bound}".strip()
    return "" if word in _PLAIN else word


def _warnings(resolution: Document, draft: Document) -> Iterator[str]:
    """One sentence for each reason to doubt that the draft must follow this resolution."""
    if resolution.text.split() == draft.text.split():
        yield "Nghị quyết và dự thảo có nội dung giống hệt nhau: hãy kiểm tra xem có chọn nhầm cùng một tệp không."
        return
    issuer = resolution.issuer.lower()
    if (resolution.kind or "").lower() != "nghị quyết" or _COUNCIL not in issuer:
        told = " của ".join(part for part in (resolution.kind, resolution.issuer) if part) or "văn bản không rõ loại"
        yield f"Văn bản chọn làm nghị quyết là {told}, không phải nghị quyết của Hội đồng nhân dân: hãy kiểm tra lại tệp."
    elif _COMMITTEE in draft.issuer.lower() and _place(issuer, _COUNCIL) != _place(draft.issuer.lower(), _COMMITTEE):
        yield f"Nghị quyết của {resolution.issuer} không phải của địa phương ban hành dự thảo ({draft.issuer})."
    if resolution.year and draft.year and resolution.year != draft.year:
        yield f"Nghị quyết là cho năm {resolution.year}, dự thảo cho năm {draft.year}: hãy chọn nghị quyết của năm {draft.year}."
    if not resolution.indicators:
        yield "Không đọc được chỉ tiêu nào trong nghị quyết: hãy dùng bản có phần chỉ tiêu bằng chữ hoặc bảng."


def _place(issuer: str, body: str) -> str:
    return " ".join(issuer.partition(body)[2].split())
