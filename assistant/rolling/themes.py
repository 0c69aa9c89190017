"""The theme: this year's in place of last year's, wherever it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.rolling.edits import Edit, Turn
from checks.finding import Span
from checks.parsing.enclosure import Enclosure

# The standing movements of schools, unions, associations and forces: a name, not a theme that each year has its own of
OF_EVERY_YEAR = re.compile(
    r"Dạy tốt\W{1,3}[Hh]ọc tốt|Lao động giỏi, lao động sáng tạo|Giỏi việc nước|Vì [Aa]n ninh Tổ quốc|Thi đua Quyết thắng|"
    r"Nông dân thi đua sản xuất|Cựu chiến binh gương mẫu|Tuổi cao\W{1,3}[Gg]ương sáng|Văn hóa công sở|Toàn dân đoàn kết xây dựng đời sống",
    re.IGNORECASE,
)
# “phát động phong trào thi đua năm 2026”: the theme follows it
ORDER = re.compile(
    r"phát động(?:(?! từ ngày| ngày \d)[^.;:“\n])*?năm (?:học )?\d{4}(?: ?[-–] ?\d{4})?(?! ?với chủ đề)", re.IGNORECASE
)


PIECE = re.compile(r"“[^”\n]{4,60}”")
# “Chỉ thị số 05/CT-UBND … về việc |phát động phong trào thi đua năm 2026|”: another document's title, and its own theme
TITLED = re.compile(r"(?:về|về việc|V/v|triển khai|thực hiện)(?: tổ chức)? $")


def edits(turn: Turn) -> Iterator[Edit]:
    """Every place of last year's theme; where there was none and one is asked for, after the order sentence."""
    old, new = turn.last.theme, turn.request.theme.strip(' “”"')
    if old and not _of_a_movement(turn, old):
        for match in turn.find(re.compile(re.escape(old))):
            span = Span(*match.span())
            if new:
                yield Edit(span, new.upper() if turn.text[slice(*span)].isupper() else new, requested=True)
            else:
                yield Edit(span, BLANK, f"Chủ đề thi đua năm {turn.new}", old)
        yield from _parts(turn, old, new)
    elif new:
        yield _added(turn, new)


def _parts(turn: Turn, old: str, new: str) -> Iterator[Edit]:
    """“Thi đua “xanh hơn” trong bảo vệ môi trường”: a piece of last year's theme is told where this year's does not have it."""
    for match in turn.find(PIECE):
        said = match[0].strip("“”").casefold()
        if said in old.casefold() and said != old.casefold() and said not in new.casefold():
            note = f"{match[0]} lấy từ chủ đề của văn bản trước: hãy sửa theo chủ đề năm nay."
            yield Edit(Span(match.start(), match.start()), "", note=note)


def _of_a_movement(turn: Turn, theme: str) -> bool:
    """Is it the name of a movement that another document launched: “Cả nước thi đua …”, quoted in what is cited?"""
    quoted = re.compile(rf"phong trào (?:thi đua )?[“\"]{re.escape(theme)}", re.IGNORECASE)
    nation = re.match(r"(?:Cả nước|Toàn dân|Vì người nghèo)(?!\w)", theme, re.IGNORECASE)
    return (
        nation is not None
        or OF_EVERY_YEAR.match(theme) is not None
        or any(quoted.search(re.split(r"\d{4}, ", one.title)[0]) for one in turn.last.citations)
    )


def _added(turn: Turn, theme: str) -> Edit:
    plan = turn.last.enclosure
    if plan:  # behind its decision
        return _in_plan(turn, plan, theme)
    preface = turn.last.preface
    orders = [
        one
        for one in ORDER.finditer(turn.text, *preface)
        if not TITLED.search(turn.text, max(0, one.start() - 40), one.start())
    ]
    if orders:
        order = orders[-1]
        return Edit(Span(order.end(), order.end()), f" với chủ đề “{theme}”", requested=True)
    end = preface.start + len(turn.text[preface.start : turn.farewell].rstrip())
    return Edit(Span(end, end), f"\n\nChủ đề thi đua năm {turn.new}: “{theme}”.", requested=True)


def _in_plan(turn: Turn, plan: Enclosure, theme: str) -> Edit:
    preface = plan.document.preface.moved(plan.by)
    written = turn.text[slice(*preface)].rstrip()
    said = f"Chủ đề thi đua năm {turn.new}: “{theme}”."
    if not written.strip():
        return Edit(Span(preface.end, preface.end), f"{said}\n\n", requested=True)
    end = preface.start + len(written)
    return Edit(Span(end, end), f"\n\n{said}", requested=True)
