"""A directive of another body as the pattern: its proper name gives way to the issuer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant import form
from assistant.draft import BLANK
from assistant.index.tokens import key
from assistant.request import Request
from assistant.rolling.edits import Edit, Turn
from checks.document import TWO_TIER
from checks.errors import UserError
from checks.facts.dates import short
from checks.finding import Span
from checks.letters import CAPITAL, SMALL
from checks.parsing import naming

# “phường Sơn Thủy” within the province of that name; “Báo và Phát thanh, Truyền hình Sơn Thủy” for a commune
PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s\Z", re.IGNORECASE)
OF_A_PROVINCE = re.compile(r"(?:Truyền hình|Báo|Đài)\s\Z")
LONG = 3
"""Words of a body's name from which on it is that body's alone: not “Công an”, “Hội Nông dân”."""
NAMED = re.compile(rf"(?<!\w)(?:xã|phường|đặc khu|thôn|bản|ấp|buôn|sông|hồ|núi|đèo)(?: [{CAPITAL}][{SMALL}]+){{1,4}}")
DISTRICT = re.compile(r"(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)(?!\w)")


def same_body(turn: Turn) -> bool:
    """Is it the issuer's own directive of last year? A department may be named with or without its province."""
    one, other = key(turn.last.issuer), key(turn.request.issuer)
    printed = turn.last.frame.issuer
    lowest = key(printed[-1].bare) if len(printed) > 1 else ""  # a regiment below its command
    alone = lowest == other and len(other.split()) >= LONG
    return not one or one == other or alone or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def edits(turn: Turn) -> Iterator[Edit]:
    """The other body's names, wherever the text says them; what else is named there is to be looked at."""
    if same_body(turn):
        return
    read = (*turn.area, *(line.span for line in turn.last.frame.recipients))
    yield from _whole_name(turn, read)
    yield from _own_name(turn, read)
    yield from _province(turn, read)
    yield from _places(turn, read)


def _whole_name(turn: Turn, read: Sequence[Span]) -> Iterator[Edit]:
    """“Bệnh viện Đa khoa Tây Triều”: a body that is called by no unit's name."""
    old, new = turn.last.issuer, turn.request.issuer
    if form.unit_of(old).name or len(old.split()) < LONG:
        return
    for match in _found(turn, read, re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")):
        yield _renamed(match, new)


def _own_name(turn: Turn, read: Sequence[Span]) -> Iterator[Edit]:
    old, new = form.unit_of(turn.last.issuer), form.unit_of(turn.request.issuer)
    if not old.name or not new.name or old.name == new.name:
        return
    for match in _found(turn, read, re.compile(rf"(?<!\w)(?P<unit>{old.kind} )?{re.escape(old.name)}(?!\w)")):
        before = turn.text[max(0, match.start() - 20) : match.start()]
        own = PLACE.search(before) or (old.kind != new.kind and OF_A_PROVINCE.search(before)) or None
        if own and not match["unit"]:
            note = f"“{own[0]}{match[0]}” là tên riêng của nơi khác nên không đổi theo tên cơ quan: hãy thay hoặc bỏ."
            yield Edit(Span(*match.span()), match[0], note=note)
            continue
        yield _renamed(match, f"{new.kind} {new.name}" if match["unit"] else new.name)


def _province(turn: Turn, read: Sequence[Span]) -> Iterator[Edit]:
    """The province above the other body: the issuer's own where the request tells it, else a blank."""
    old, asked = turn.last.province, turn.request
    new = asked.province or naming.province((), asked.parent, asked.parent)
    if not old or old in (new, form.unit_of(turn.last.issuer).name):
        return
    for match in _found(turn, read, re.compile(rf"tỉnh {re.escape(old)}(?!\w)")):
        if new:
            yield _renamed(match, f"tỉnh {new}")
        else:
            yield Edit(Span(*match.span()), f"tỉnh {BLANK}", "Tên tỉnh", match[0])


def _renamed(match: re.Match[str], name: str) -> Edit:
    note = f"Đã đổi tên “{match[0]}” thành “{name}”: hãy kiểm tra cả đoạn."
    return Edit(Span(*match.span()), name, note=note, requested=True)


def _places(turn: Turn, read: Sequence[Span]) -> Iterator[Edit]:
    """“phường Long Hòa Tây”, “sông Tra”: left as they stand, with a word of caution."""
    for match in _found(turn, read, NAMED):
        yield Edit(
            Span(*match.span()), match[0], note=f"“{match[0]}” là tên riêng trong văn bản mẫu: hãy thay hoặc bỏ."
        )


def _found(turn: Turn, read: Sequence[Span], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for span in read:
        yield from pattern.finditer(turn.text, *span)


def refuse_ended_level(request: Request, today: date) -> None:
    """Raises UserError when a district is to issue a directive after the districts ended."""
    if request.level == "district" and today >= TWO_TIER:
        raise UserError(
            f"Từ ngày {short(TWO_TIER)} không còn cấp huyện nên “{request.issuer}” không ban hành văn bản được: "
            "hãy sửa cơ quan ban hành hoặc năm của yêu cầu."
        )


def gone(turn: Turn, header: str) -> bool:
    """Does a line of the header name a unit that the law has ended since?"""
    written, today = turn.last.as_of, turn.today
    return DISTRICT.search(header) is not None and (written is None or written < TWO_TIER) and today >= TWO_TIER
