"""Địa danh và thời gian ban hành."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks.document import Document
from checks.facts.dates import mentions, spell
from checks.finding import Finding, Severity
from checks.language.syllables import bare, key
from checks.letters import CAPITAL
from checks.parsing.lines import Line, is_caps
from checks.parsing.structure import PLACE_DATE
from checks.patterns import Pattern
from checks.rule import Rule
from checks.tables import rows

# “An Phú Tây, ngày 12/01/2026”, “ngày 27/5/ 2026”
FIGURES = Pattern(
    r", (?P<date>ngày (?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4}))(?=\s*(?:\n|$))", needs=", ngày "
)
HEAD = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\nSố: 05/CT-UBND\n\n"
REST = "\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n"


# “Ủy ban nhân dân xã Vĩnh Hưng”, “Đảng ủy phường Tân An”: of a commune the place is its name
OWN_UNIT = re.compile(
    rf"(?:Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy) (?:xã|phường|thị trấn|đặc khu) (?P<name>[{CAPITAL}]\w*(?: [{CAPITAL}]\w*){{0,4}})"
)


class PlaceAndDate(Rule):
    """Phần đầu văn bản ghi địa danh, dấu phẩy rồi “ngày … tháng … năm …”; ngày dưới 10 và tháng 1, 2 thêm số 0.

    “ngày 05 tháng 01 năm 2026”, “ngày 29 tháng 6 năm 2026” là cách viết của chính Nghị định. Ngày, tháng còn để trống
    là việc của phép kiểm open-blank. Địa danh và tên cơ quan chỉ khác nhau dấu là một trong hai chỗ gõ sai; văn bản của xã
    ghi tên xã, văn bản của tỉnh này không ghi địa danh là tên tỉnh khác.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 4"
    good = (
        f"{HEAD}An Phú Tây, ngày 05 tháng 01 năm 2026{REST}",
        f"{HEAD}An Phú Tây, ngày 29 tháng 6 năm 2026{REST}",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n(Kèm theo Quyết định số 41/QĐ-SNV "
        "ngày 31 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)\n\nCác phòng thực hiện.\n",
        f"{HEAD.replace('AN PHÚ TÂY', 'HOÀ AN')}Hòa An, ngày 05 tháng 01 năm 2026{REST}",
        f"{HEAD}An Phú Tây, ngày     tháng 01 năm 2026{REST}",
    )
    bad = (
        f"{HEAD}An Phú Tây, [[ngày 5 tháng 1 năm 2026→ngày 05 tháng 01 năm 2026]]{REST}",
        f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nSố: 05/CT-UBND\n\n[[Hà Nội]], ngày 05 tháng 01 năm 2026{REST}",
        f"{HEAD}[[An Phủ Tây]], ngày 05 tháng 01 năm 2026{REST}",
        f"{HEAD}[[Tân Túc]], ngày 05 tháng 01 năm 2026{REST}",
        f"{HEAD}An Phú Tây, [[ngày 29 tháng 06 năm 2026→ngày 29 tháng 6 năm 2026]]{REST}",
        f"{HEAD}An Phú Tây, [[ngày 01 tháng12 năm 2025→ngày 01 tháng 12 năm 2025]]{REST}",
        f"{HEAD}An Phú Tây, [[ngày 31 tháng 6 năm 2026]]{REST}",
        f"{HEAD}An Phú Tây, [[ngày 12/01/2026→ngày 12 tháng 01 năm 2026]]{REST}",
        f"{HEAD}An Phú Tây, [[ngày 27/5/ 2026→ngày 27 tháng 5 năm 2026]]{REST}",
        f"{HEAD}An Phú Tây, [[Ngày 12 Tháng 01 Năm 2026→ngày 12 tháng 01 năm 2026]]{REST}",
        f"{HEAD}An Phú Tây[[→,]] ngày 12 tháng 01 năm 2026{REST}",
        "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\nSố: 05/CT-UBND\n\n[[CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026\n",
    )

    def applies(self, doc: Document) -> str | None:
        frame = doc.frame
        headless = not (frame.number or frame.issuer or frame.place_date or doc.enclosed)
        if frame.kind and headless and FIGURES.search(doc.text, 0, frame.kind.span.start) is None:
            return "văn bản không có phần đầu, phép kiểm document-number đã nêu"
        return super().applies(doc)

    def check(self, doc: Document) -> Iterator[Finding]:
        line, stated = doc.frame.place_date, doc.place_date
        if line is None or stated is None:
            short = FIGURES.search(doc.text, 0, doc.frame.kind.span.start) if doc.frame.kind and line is None else None
            right = f"{short['d']}/{short['m']}/{short['y']}" if short else ""
            day = next(mentions(right), None)
            if short and day and day.date:
                message = f"Ngày ban hành viết bằng chữ “ngày … tháng … năm …”: “{spell(day.date)}”."
                yield self.finding(short.span("date"), message, spell(day.date), safe=True)
            elif doc.frame.kind and line is None and not doc.enclosed:
                message = "Văn bản chưa có dòng địa danh và thời gian ban hành (“…, ngày … tháng … năm …”)."
                yield self.finding(doc.frame.kind.span, message)
            return
        if stated.impossible:
            yield self.finding(stated.span, "Ngày ban hành không có trong lịch.")
            return
        match = PLACE_DATE.search(line.text)
        before = line.text[: match.start()].rstrip() if match else ""
        if match and not match[0].startswith(",") and before and not before.endswith(",") and before[-1].isalpha():
            at = line.span.start + len(before)
            yield self.finding((at, at), "Thiếu dấu phẩy giữa địa danh và ngày.", ",", safe=True)
        yield from self._other_marks(doc, line)
        if stated.date is None:
            return
        shown = " ".join(doc.text[slice(*stated.span)].split())
        written = shown.lower()
        if stated.long and written == spell(stated.date) != shown and not is_caps(line.bare):
            message = f"Chữ “ngày”, “tháng”, “năm” viết thường: “{written}”."
            yield self.finding(stated.span, message, written, safe=True, severity=Severity.STYLE)
        if stated.long and written != spell(stated.date):
            padded = written == f"ngày {stated.day:02} tháng {stated.month:02} năm {stated.year}"
            severity = Severity.STYLE if padded else Severity.ERROR
            spaced = written.replace(" ", "") == spell(stated.date).replace(" ", "")
            reason = "giữa chữ và số cần một dấu cách" if spaced else "chỉ ngày dưới 10 và tháng 1, 2 thêm số 0"
            message = f"Ngày ban hành viết là “{spell(stated.date)}”: {reason}."
            yield self.finding(stated.span, message, spell(stated.date), safe=True, severity=severity)

    def _other_marks(self, doc: Document, line: Line) -> Iterator[Finding]:
        """“XÃ TÂN BINH” above “Tân Bình, ngày …”."""
        seat, at = doc.seat, line.text.find(doc.seat)
        for name in doc.own_names:
            same = bare(name) == bare(seat.lower())
            if at >= 0 and same and [*map(key, name.split())] != [*map(key, seat.lower().split())]:
                body = " ".join(word.capitalize() for word in name.split())
                span = (line.span.start + at, line.span.start + at + len(seat))
                message = f"Địa danh ghi “{seat}”, tên cơ quan ghi “{body}”: một trong hai chỗ sai dấu."
                yield self.finding(span, message, severity=Severity.WARNING)
        unit = OWN_UNIT.fullmatch(doc.issuer)
        if at >= 0 and unit and seat and not _names(seat, unit["name"]):
            span = (line.span.start + at, line.span.start + at + len(seat))
            message = f"Địa danh ghi “{seat}”, cơ quan ban hành là {doc.issuer}."
            yield self.finding(span, message, severity=Severity.WARNING)
        own = doc.province
        elsewhere = seat in provinces() and own in provinces() and seat != own
        if at >= 0 and elsewhere and doc.issuer == f"Ủy ban nhân dân tỉnh {own}":
            span = (line.span.start + at, line.span.start + at + len(seat))
            message = f"Địa danh ghi “{seat}”, cơ quan ban hành là của tỉnh {own}."
            yield self.finding(span, message, severity=Severity.WARNING)


def _names(seat: str, name: str) -> bool:
    """Is the place that of the unit, whatever the marks and the word for its kind? A slip of marks is told above."""
    one, other = bare(seat.lower()), bare(name.lower())
    return one in other or other in one


@cache
def provinces() -> frozenset[str]:
    """Names of provinces, today's and former."""
    return frozenset(row[0].strip("* ") for row in rows("provinces.txt"))
