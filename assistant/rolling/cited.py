"""Documents the text cites: those of one year are blanks, those overtaken give way, all others keep their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.rolling import calendar
from assistant.rolling.changes import Cited, documents, successor
from assistant.rolling.edits import Edit, Turn, blank, keep, shortened
from checks.facts import dates
from checks.facts.citations import Citation, citations
from checks.finding import Span
from checks.letters import CAPITAL

LOCAL = re.compile(r"(?:HĐND|UBND|TU|HU|ĐU|QU|ThU|BTV|S[A-ZĐ]{1,8}|P[A-ZĐ]{2,8}|LĐLĐ|CĐN|[A-ZĐ]+TU)(?:-[A-ZĐa-z&]+)?$")
# “88/KH-CĐGD”, “04/HD-MTTQ-BTT”: what an office plans, asks for or tells is for one year, unless its title says otherwise
PLAN = re.compile(r"\d+[a-z]?\s?[-–/]\s?(?:KH|CTr|CTHĐ|TB|CV)[-/](?!TTg|CP|QH|TW|BTĐKT|TLĐ|B[A-Z]+$)")
# “nhiệm vụ năm 2027 được Tổng công ty giao tại Quyết định số …”
GIVEN = re.compile(r"năm (?:học )?(?P<y>\d{4})[^.;\n\d]{0,90}giao (?:tại|theo) (?:\S+ ){1,3}số $")
LASTING = re.compile(r"giai đoạn|đến năm \d{4}|nhiệm kỳ|\d{4} ?[-–] ?\d{4}")
# “Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022”, “Bộ luật Lao động năm 2019”
LAW = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)"
    # … but not on to the order: “Luật Thi đua, khen thưởng, Ban Quản lý phát động phong trào thi đua năm 2022”
    r"(?:(?! (?:trong|trước|xong|đến|vào|từ|theo|tại|của|cho|phát động) | và (?:[kK]|[Nn]gh))[^.;\n“”\d]){0,110}?"
    r"(?:ngày \d{1,2} tháng \d{1,2} năm \d{4}|ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|năm \d{4})"
)
# “kết luận của Ban Thường vụ Tỉnh ủy tại cuộc họp ngày 14/8/2026”
UNNUMBERED = re.compile(
    r"(?:[Nn]ghị quyết|[Kk]ết luận|[Tt]hông báo|ý kiến|biên bản|[Cc]ông văn|"
    r"tại (?:Hội nghị|hội nghị|cuộc họp|phiên họp)|đã (?:được )?tổ chức|[Hh]ôm nay)"
    r"(?! số)[^.;:\n]{0,110}?(?<!trước )(?<!đến )(?<!từ )(?<!sau )(?=ngày \d)"
)


SESSION = re.compile(
    r"[Kk]ỳ họp(?: thứ| lần thứ)? (?P<n>\d{1,2}|[IVX]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?)(?!\w)"
)
COUNCIL = re.compile(r"khó?a [IVXL]+(?!\w)|khoá [IVXL]+(?!\w)")
PLAN_TITLE = re.compile(r"[^;]+? lần thứ [IVXL]+ của Đảng")


def edits(turn: Turn) -> Iterator[Edit]:
    """Numbered documents, laws by name, and decisions without a number."""
    cited = [c for c in turn.last.citations if turn.inside(c.span.start)]
    requested = [c for base in turn.request.legal_bases for c in citations(base)]
    of_one_year = {c.number for c in cited if yearly(turn, c)}
    for citation in cited:
        if citation.number in of_one_year:
            made = _of_this_year(turn, citation, requested)
            yield made
            yield from _session(turn, made)
        else:
            yield from _lasting(turn, citation)
    for match in turn.find(LAW):
        yield keep(turn, Span(*match.span()))
    for match in turn.find(UNNUMBERED):
        yield from _undecided(turn, match.end())


def symbol(citation: Citation) -> str:
    """“NQ-HĐND” of “74/NQ-HĐND”."""
    return re.sub(r"^\d+[a-z]?\s?[/-]\s?", "", citation.number)


def yearly(turn: Turn, citation: Citation) -> bool:
    """Does it set the tasks of one year, so that this year has another one?"""
    if citation.family in ("normative", "law"):
        return False
    given = GIVEN.search(turn.text, max(0, citation.number_span.start - 180), citation.number_span.start)
    if citation.number == turn.last.number or (given is not None and int(given["y"]) == turn.old):
        return True
    # A title runs on to the end of the sentence where nothing marks its end.
    title = re.split(
        r", (?=[" + CAPITAL + r"])| và (?:[" + CAPITAL + r"]|kết luận|nghị quyết|kế hoạch)", citation.title
    )[0]
    if re.search(rf"năm (?:học )?{turn.old}", title):
        return True
    lasting = LASTING.search(title) is not None
    asked = (citation.kind or "").lower() == "công văn"  # a letter asks for one thing once, whoever sends it
    local = asked or LOCAL.search(citation.number) is not None or PLAN.match(citation.number) is not None
    return local and citation.date is not None and citation.date.year >= turn.old - 1 and not lasting


def _of_this_year(turn: Turn, citation: Citation, requested: list[Citation]) -> Edit:
    span = Span(citation.number_span.start, (citation.date_span or citation.number_span).end)
    written = turn.text[slice(*span)]
    for base in requested:
        if symbol(base) == symbol(citation):
            when = f" ngày {dates.short(base.date)}" if base.date else ""
            if base.date and "tháng" in written:
                when = f" {dates.spell(base.date)}"
            return Edit(span, f"{base.number}{when}", requested=True)
    separator = "-" if citation.family == "party" else "/"
    text = f"{BLANK}{separator}{symbol(citation)}" + (f" ngày {BLANK}" if citation.date_span else "")
    kind = (citation.kind or "văn bản").lower()
    issuer = f" của {citation.issuer}" if citation.issuer else ""
    return Edit(span, text, f"Số, ngày của {kind}{issuer} cho năm {turn.new}", shortened(written))


def _session(turn: Turn, made: Edit) -> Iterator[Edit]:
    """“… của Hội đồng nhân dân xã khóa I, kỳ họp thứ nhất”: another resolution is of another session, perhaps of another term."""
    stop = min((at for mark in ";\n“" if (at := turn.text.find(mark, made.span.end)) >= 0), default=len(turn.text))
    stop = min(stop, made.span.end + 160)
    if term := COUNCIL.search(turn.text, made.span.end, stop):
        note = f"Kiểm tra “{term[0]}” có còn là khóa ban hành nghị quyết của năm {turn.new} không."
        yield keep(turn, Span(*term.span()))._replace(note=note)
    if session := SESSION.search(turn.text, made.span.end, stop):
        yield blank(turn, Span(*session.span("n")), f"Kỳ họp thông qua nghị quyết của năm {turn.new}")._replace(
            last=session[0]
        )


def _lasting(turn: Turn, citation: Citation) -> Iterator[Edit]:
    """A document that is not of one year: kept with its date, or followed by the one in force."""
    whole = Span(citation.number_span.start, (citation.date_span or citation.number_span).end)
    now = successor(citation.number, citation.date, turn.today)
    if now is None:
        # “… theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng” ends the title of such a directive.
        title = PLAN_TITLE.match(turn.text, whole.end, whole.end + 420) if citation.number.endswith("CT-TTg") else None
        whole = Span(whole.start, title.end()) if title else whole
        hint = documents()[citation.number].hint or "văn bản đang có hiệu lực"
        yield blank(turn, whole, f"Văn bản này không còn hiệu lực hoặc đã hết giai đoạn; cần ghi {hint}")
        return
    if now.number == citation.number:
        yield keep(turn, citation.number_span)
        yield from _dated(turn, citation, now)
        return
    written = turn.text[slice(*whole)]
    when = ""
    if citation.date_span and now.signed:
        when = f" {dates.spell(now.signed)}" if "tháng" in written else f" ngày {dates.short(now.signed)}"
    note = f"Dự thảo ghi văn bản số {now.number} thay cho số {citation.number} không còn hiệu lực: hãy kiểm tra."
    yield Edit(whole, f"{now.number}{when}", note=note)
    old_title = documents()[citation.number].title
    at = turn.text.find(old_title, whole.end, whole.end + len(old_title) + 40) if old_title else -1
    if at >= 0:
        yield Edit(Span(at, at + len(old_title)), now.title)


def _dated(turn: Turn, citation: Citation, known: Cited) -> Iterator[Edit]:
    """The date of a document still in force; one that cannot be right is set right or opened."""
    if citation.date_span is None:
        return
    written = turn.text[slice(*citation.date_span)]
    year = re.search(r"/(\d{4})/", citation.number)
    if known.signed and citation.date != known.signed:
        right = f" {dates.spell(known.signed)}" if "tháng" in written else f" ngày {dates.short(known.signed)}"
        yield Edit(
            citation.date_span,
            right,
            note=f"Đã sửa ngày của văn bản số {citation.number} (văn bản trước ghi{written}).",
        )
    elif year and citation.date and citation.date.year != int(year[1]):
        what = f"Ngày ban hành của văn bản số {citation.number} (văn bản trước ghi một ngày không khớp với số)"
        yield blank(turn, citation.date_span, what, f" ngày {BLANK}")
    else:
        yield keep(turn, citation.date_span)


def _undecided(turn: Turn, at: int) -> Iterator[Edit]:
    """The date of a meeting or an unnumbered decision of last year."""
    mention = next((d for d in turn.last.dates if d.span.start <= at + 5 and d.span.end > at), None)
    day, issued = (mention.date if mention else None), turn.last.issued
    if mention and mention.year in (turn.old - 1, turn.old) and not (day and issued and day > issued):
        yield from calendar.weekday(turn, mention, BLANK)
        start = at + len("ngày ")
        yield blank(turn, Span(start, mention.span.end), f"Ngày của văn bản, cuộc họp cho năm {turn.new}")
