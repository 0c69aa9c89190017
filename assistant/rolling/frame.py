"""The frame of the draft: built anew from the request, and from last year's where the request is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import form
from assistant.draft import BLANK, Origin, Provenance, Run, told
from assistant.rolling import localities
from assistant.rolling.edits import Edits, Turn, applied
from checks.finding import Span

UNIONS = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN)|ĐỘI TNTP|ĐẢNG (?:BỘ|ỦY)")
COLON = re.compile(r"Số\s*:")
# “02/CT-UBND”, “05-CT/ĐU”
NUMBERED = re.compile(r"\d*\s?(?P<sign>[/-].+)")


def head(turn: Turn) -> Iterator[Run]:
    """Issuer, motto, number, place and date."""
    yield from _issuer(turn)
    yield line("")
    yield from _motto(turn)
    yield _number(turn)
    yield line("")
    yield _place_and_date(turn)
    yield line("")


def _issuer(turn: Turn) -> Iterator[Run]:
    request, last = turn.request, turn.last
    same = localities.same_body(turn)
    printed = tuple(x.bare for x in last.frame.issuer)
    if not same or not printed:
        printed = form.issuer_lines(request.issuer or last.issuer, request.parent)
    elif request.parent and len(printed) > 1:
        printed = form.issuer_lines(request.issuer, request.parent)
    for text in printed:
        yield from (
            _parent(turn, text)
            if localities.gone(turn, text)
            else [line(text, "previous" if same else "request", turn.id)]
        )


def _motto(turn: Turn) -> Iterator[Run]:
    """The state's; the Party has its own, and the Youth Union and the Pioneers name themselves in its place."""
    printed = tuple(x.bare for x in turn.last.frame.motto)
    if localities.same_body(turn) and any("ĐẢNG CỘNG SẢN" in text for text in printed):
        lines: tuple[str, ...] = (form.PARTY,)
    elif localities.same_body(turn) and not printed and any(UNIONS.match(x.bare) for x in turn.last.frame.issuer):
        return
    else:
        lines = form.motto(turn.request.issuer)
    for text in lines:
        yield line(text, "section-text")
    yield line("")


def _number(turn: Turn) -> Run:
    """A new number with last year's symbol; with another where the issuer or the kind is another.

    Where last year's had none, the initials of “Liên đội Trường …” would be made up.
    """
    request, last = turn.request, turn.last
    kept = NUMBERED.match(last.number or "")
    if localities.same_body(turn) and kept and not request.kind:
        sign = kept["sign"].removeprefix("/")
    else:
        sign = form.sign(request.kind or last.kind or "", request.issuer or last.issuer)
        if not last.number and localities.same_body(turn) and not form.COMMITTEE.fullmatch(request.issuer):
            sign = "-".join(filter(None, (form.KIND_SIGNS.get(request.kind or last.kind or "", ""), BLANK)))
    origin: Origin = "request" if request.number else "previous"
    written = form.number_line(request, sign)
    if localities.same_body(turn) and last.frame.number and not COLON.match(last.frame.number.bare):
        written = written.replace("Số: ", "Số ", 1)  # as the Party writes it
    return line(written, origin, what=f"Số văn bản năm {turn.new}", last=last.number or "")


def _place_and_date(turn: Turn) -> Run:
    request, last = turn.request, turn.last
    issued = last.place_date.year + turn.years if last.place_date else turn.new
    seat = last.seat if localities.same_body(turn) else ""
    place = request.place or seat or form.seat(request)
    when = turn.text[slice(*last.place_date.span)] if last.place_date else ""
    return line(
        form.place_line(request, place, issued),
        "request" if request.date else "previous",
        what="Ngày, tháng ban hành",
        last=" ".join(when.split()),
    )


def _parent(turn: Turn, was: str) -> Iterator[Run]:
    yield line(BLANK, "previous", turn.id, "Cơ quan chủ quản (cấp huyện không còn từ 01/7/2025)", was)


def title(turn: Turn, edits: Edits) -> Iterator[Run]:
    """Kind and subject, last year's wording with its edits unless the request says otherwise."""
    request, old = turn.request, turn.last.frame
    if request.subject or request.kind not in ("", turn.last.kind):
        yield line((request.kind or turn.last.kind or "Kế hoạch").upper(), "request")
        if request.subject:
            yield line(request.subject, "request")
            return
        if old.subject:
            yield from applied(turn, edits, Span(old.subject[0].span.start, old.subject[-1].span.end))
            yield line("")
        return
    if old.kind:
        yield from applied(turn, edits, turn.title)
        yield line("")


def recipients(turn: Turn, edits: Edits) -> Iterator[Run]:
    """Entries in the form of Nghị định 30, the filing line last."""
    yield line("Nơi nhận:", "section-text")
    asked = turn.request.recipients
    if asked or not turn.last.frame.recipients:
        filing = next((r for r in turn.last.recipients if r.startswith("Lưu")), "Lưu: VT")
        for text in form.recipient_lines(asked or (BLANK,), filing):
            yield line(text, "request" if asked else "previous", "" if asked else turn.id, "Nơi nhận văn bản")
        return
    old = {x.bare for x in turn.last.frame.recipients}
    entries = _entries(turn, edits)
    notes = {form.bare(text): note for text, note in entries}
    ends = [x.bare[-1] for x in turn.last.frame.recipients if x.bare]
    mark = "," if ends.count(",") > ends.count(";") else ";"
    for text in form.recipient_lines(tuple(text for text, _ in entries), mark=mark):
        run = line(text, "previous", turn.id, "Nơi nhận của năm nay")
        yield run._replace(kept=text in old, note=notes.get(form.bare(text), ""))


def _entries(turn: Turn, edits: Edits) -> list[tuple[str, str]]:
    """Last year's entries with their edits, wrapped lines joined, and what is to be said of each."""
    found: list[tuple[str, str]] = []
    for old in turn.last.frame.recipients:
        runs = list(applied(turn, edits, old.span))
        text = "".join(run.text for run in runs).strip()
        note = " ".join(dict.fromkeys(run.note or told(run.what, run.last) for run in runs if run.note or run.what))
        if old.bare.startswith(("-", "–", "+", "•")) or not found:
            found.append((text, note))
        else:
            found[-1] = (f"{found[-1][0]} {text}", f"{found[-1][1]} {note}".strip())
    return found


def signature(turn: Turn) -> Iterator[Run]:
    """Authority and post, then the name; last year's are kept with a word of caution, another body's name is not."""
    asked, old = turn.request.signer, turn.last.signature
    last = old.name if old and localities.same_body(turn) else ""
    if asked and (asked.post or not old):
        *posts, name = form.signature_lines(_above(turn, asked.authority, asked.post), asked.name)
    else:
        above = tuple(x.bare for x in old.authority) if old else (BLANK,)
        *posts, name = form.signature_lines(above, (asked.name if asked else "") or last)
    origin: Origin = "request" if asked else "previous"
    id_ = "" if asked else turn.id
    for post in posts:
        yield line(post, origin, id_, "Chức vụ người ký")
    yield line("")
    note = "" if asked else "Phần ký lấy theo văn bản trước: hãy kiểm tra người ký."
    yield line(name, origin, id_, "Họ và tên người ký", last)._replace(note=note)
    yield from _others(turn)


def _others(turn: Turn) -> Iterator[Run]:
    """Who signs beside the first: the union beside the director. They stay, with a word of caution."""
    first = turn.last.signature
    if first is None or not localities.same_body(turn):
        return
    before = None
    for one in form.signing_below(turn.last, first.span.end):
        if before is None or before.bare.isupper() != one.bare.isupper():
            yield line("")
        before = one
        yield line(one.bare, "previous", turn.id)._replace(
            note="Phần ký lấy theo văn bản trước: hãy kiểm tra người ký."
        )


def _above(turn: Turn, authority: str, post: str) -> tuple[str, ...]:
    """“TM. KHỐI THI ĐUA / TRƯỞNG KHỐI / GIÁM ĐỐC SỞ …”: what stood between or above the same two lines stays."""
    was = tuple(x.bare for x in turn.last.signature.authority) if turn.last.signature else ()
    ends = tuple(text.upper() for text in (authority, post))
    between = ends == tuple(text.upper() for text in (*was[:1], *was[-1:]))
    below = was[:1] and was[0].startswith("TM.") and ends == tuple(text.upper() for text in was[-2:])
    return was if len(was) > len(ends) and (between or below) else (authority, post)


def line(text: str, origin: Origin = "previous", id_: str = "", what: str = "", last: str = "") -> Run:
    """One line of the frame with its newline."""
    return Run(f"{text}\n", Provenance(origin, id_, "", 0.0), origin == "previous" and BLANK not in text, what, last)
