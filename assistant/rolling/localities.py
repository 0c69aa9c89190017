"""A directive of another body as the pattern: its proper name gives way to the issuer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant import form
from assistant.index.tokens import key
from assistant.request import Request
from assistant.rolling.edits import Edit, Turn
from checks.document import TWO_TIER
from checks.errors import UserError
from checks.facts.dates import short
from checks.finding import Span

# “phường Sơn Thủy” within the province of that name; “Báo và Phát thanh, Truyền hình Sơn Thủy” for a commune
PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s\Z", re.IGNORECASE)
OF_A_PROVINCE = re.compile(r"(?:Truyền hình|Báo|Đài)\s\Z")
DISTRICT = re.compile(r"(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)(?!\w)")


def same_body(turn: Turn) -> bool:
    """Is it the issuer's own directive of last year? A department may be named with or without its province."""
    one, other = key(turn.last.issuer), key(turn.request.issuer)
    return not one or one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def edits(turn: Turn) -> Iterator[Edit]:
    """The other body's proper name, wherever the text says it."""
    if same_body(turn):
        return
    old, new = form.unit_of(turn.last.issuer), form.unit_of(turn.request.issuer)
    if not old.name or not new.name or old.name == new.name:
        return
    named = re.compile(rf"(?<!\w)(?P<unit>{old.kind} )?{re.escape(old.name)}(?!\w)")
    for span in (*turn.area, *(line.span for line in turn.last.frame.recipients)):
        for match in named.finditer(turn.text, *span):
            before = turn.text[max(0, match.start() - 20) : match.start()]
            own = PLACE.search(before) or (old.kind != new.kind and OF_A_PROVINCE.search(before)) or None
            if own and not match["unit"]:
                note = (
                    f"“{own[0]}{match[0]}” là tên riêng của nơi khác nên không đổi theo tên cơ quan: hãy thay hoặc bỏ."
                )
                yield Edit(Span(*match.span()), match[0], note=note)
                continue
            name = f"{new.kind} {new.name}" if match["unit"] else new.name
            note = f"Đã đổi tên “{match[0]}” thành “{name}”: hãy kiểm tra cả đoạn."
            yield Edit(Span(*match.span()), name, note=note, requested=True)


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
