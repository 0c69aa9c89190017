"""Terms and plans: “năm thứ hai thực hiện Nghị quyết Đại hội … lần thứ XVIII, nhiệm kỳ 2020 - 2025”, “kế hoạch 5 năm 2021 - 2025”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.rolling.edits import Edit, Turn, blank, keep
from checks.facts.numbers import roman, to_roman
from checks.finding import Span

PAIR = re.compile(
    r"(?<![\d/.])(?P<a>(?:19|20)\d{2})\s?[-–]\s?(?P<b>(?:19|20)\d{2})(?![\d/])|từ năm (?P<c>\d{4}) đến (?:hết )?năm (?P<d>\d{4})"
)
# “vụ Đông Xuân 2024 - 2025”, “mùa khô năm 2023 - 2024”, “đợt thi đua năm 2023 - 2024”: two years of one season
SEASON = re.compile(
    r"(?:(?<!giai đoạn )năm|mùa(?: khô| mưa| lũ| cạn| vụ| du lịch)?|vụ(?: \w+){0,2}|đông[ -]xuân)\s$", re.IGNORECASE
)
ORDINALS = ("đầu", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu")
# “năm đầu”, “năm thứ ba”, “năm cuối”, “năm bản lề”
NTH = re.compile(
    r"(?P<word>[Nn]ăm (?:học )?)(?P<nth>đầu tiên|mở đầu|đầu|thứ (?:nhất|hai|ba|tư|năm|sáu)|cuối cùng|cuối|bản lề|giữa|tăng tốc|bứt phá|nước rút|về đích)"
    r"(?= (?:của |thực hiện|triển khai|thi hành|nhiệm kỳ|đưa |hoàn thành|để |vận hành|áp dụng|chương trình|kế hoạch|khối|trong |cả nước|toàn |"
    r"\d{1,3} [^\W\d_]))"
)
CONGRESS = re.compile(
    r"(?:Nghị quyết|Văn kiện)[^.;\n“”]{0,30}[Đđ]ại hội[^.;\n“”]{0,90}?lần thứ (?P<n>[IVXL]+)(?P<party> của Đảng)?(?!\w)"
)
NATIONAL = {2011: "XI", 2016: "XII", 2021: "XIII", 2026: "XIV"}
"""First year of the five in which the resolution of that national congress is carried out."""


# “năm đánh giá giữa nhiệm kỳ”, “vững bước đầu nhiệm kỳ”: true of one year of five
COURSE = re.compile(
    r"(?:giữa|đầu|cuối|nửa (?:đầu|cuối)|khởi đầu|mở đầu)(?: thuận lợi| vững chắc)?(?: cho)?(?: của)? (?:nhiệm kỳ|kế hoạch 5 năm)"
)


def edits(turn: Turn) -> Iterator[Edit]:
    """Terms that have ended become the next ones, years within a term count on."""
    for match in turn.find(COURSE):
        told = f"Kiểm tra “{match[0]}” còn đúng với năm {turn.new} không."
        yield Edit(Span(match.start(), match.start()), "", note=told)
    yield from _nth(turn)
    yield from _congresses(turn)
    yield from _pairs(turn)


def _pairs(turn: Turn) -> Iterator[Edit]:
    for match in turn.find(PAIR):
        span = Span(*match.span())
        first, last = int(match["a"] or match["c"]), int(match["b"] or match["d"])
        before = turn.text[max(0, span.start - 70) : span.start]
        if re.search(r"năm học[^.;]{0,12}$", before, re.IGNORECASE):
            continue
        if last == first + 1 and abs(first - turn.old) <= 1 and SEASON.search(before):
            moved = re.sub(r"\d{4}", lambda year: str(int(year[0]) + turn.years), match[0])
            yield Edit(span, moved, note=f"“{moved}” lấy theo “{match[0]}” của văn bản trước: hãy kiểm tra.")
        elif (
            last >= turn.new
            or last < turn.old - 1
            or any(c.span.start < span.start < c.span.end for c in turn.last.citations)
        ):
            yield keep(turn, span)
        elif next_ := _next(before, first, last):
            yield Edit(span, next_, note=f"“{match[0]}” đã hết, dự thảo ghi “{next_}”: hãy kiểm tra.")
        else:
            yield blank(turn, span, f"Giai đoạn của năm {turn.new} (giai đoạn cũ đã kết thúc), hoặc bỏ ý này")


def _next(before: str, first: int, last: int) -> str:
    """The term after this one, where terms of its kind follow one another."""
    length = last - first
    if length == 5 and re.search(r"nhiệm kỳ\W*$", before):
        return f"{last} - {last + 5}"
    if length == 4 and re.search(r"(?:[Kk]ế hoạch|nhiệm vụ)[^.;]{0,60}5 năm\W*$|5 năm\W*$", before):
        return f"{last + 1} - {last + 5}"
    return ""


def _nth(turn: Turn) -> Iterator[Edit]:
    """“năm thứ hai” becomes “năm thứ ba”; a turn of phrase for it (“năm bản lề”) is computed or left open."""
    for match in turn.find(NTH):
        span = Span(match.start("nth"), match.end("nth"))
        nth = _computed(turn, match)
        if nth:
            yield Edit(
                span, nth, note=f"Dự thảo ghi “năm {nth}” thay cho “năm {match['nth']}” của năm trước: hãy kiểm tra."
            )
        else:
            yield blank(turn, span, f"Vị trí của năm {turn.new} trong nhiệm kỳ, kế hoạch (đầu, thứ hai, …, cuối)")


def _computed(turn: Turn, match: re.Match[str]) -> str:
    stop = min((at for mark in ".;\n" if (at := turn.text.find(mark, match.end())) >= 0), default=match.end())
    clause = turn.text[match.end() : stop]
    following = NTH.search(clause)
    clause = clause[: following.start()] if following else clause
    clause = re.split(r", (?!nhiệm kỳ|giai đoạn|\(?\d{4})", clause)[0]
    pair = PAIR.search(clause)
    if pair and pair["a"]:
        first, last = int(pair["a"]), int(pair["b"])
        if last < turn.new:
            return "đầu" if turn.new == last + 1 and _next(clause[: pair.start()], first, last) else ""
        # A Party congress meets late in its first year; a plan of five years counts from its own.
        number = turn.new - first + (0 if last - first == 5 else 1)
        if turn.new == last:
            return "cuối"
        return ORDINALS[number - 1] if 1 <= number <= len(ORDINALS) else ""
    told = {"đầu tiên": 1, "mở đầu": 1, "đầu": 1, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4}.get(
        match["nth"], 0
    )
    number = told + turn.years
    if not told or (_crosses(turn) and "Đại hội" in clause):
        return ""
    return ORDINALS[number - 1] if number <= 4 else ""


def _crosses(turn: Turn) -> bool:
    """Do last year and this one lie in two terms of the Party? Congresses meet in 2020, 2025, 2030."""
    return (turn.old - 1) // 5 != (turn.new - 1) // 5


def _congresses(turn: Turn) -> Iterator[Edit]:
    """The resolution of a congress that a newer congress has followed."""
    for match in turn.find(CONGRESS):
        span = Span(match.start("n"), match.end("n"))
        if any(c.span.start < span.start < c.span.end for c in turn.last.citations):
            yield keep(turn, span)
            continue
        after = turn.text[match.end() : match.end() + 40]
        pair = re.match(rf",? (?:\()?nhiệm kỳ ({PAIR.pattern})", after)
        ended = pair is not None and int(pair["b"] or 0) < turn.new
        if match["party"] or "toàn quốc" in match[0]:
            newer = NATIONAL.get((turn.new - 1) // 5 * 5 + 1, "")
            if newer and roman(newer) > roman(match["n"]):
                yield Edit(
                    span,
                    newer,
                    note=f"Dự thảo ghi Đại hội lần thứ {newer} thay cho lần thứ {match['n']}: hãy kiểm tra.",
                )
            else:
                yield keep(turn, span)
        elif ended and roman(match["n"]) > 1:
            newer = to_roman(roman(match["n"]) + 1)
            yield Edit(
                span, newer, note=f"Dự thảo ghi Đại hội lần thứ {newer} thay cho lần thứ {match['n']}: hãy kiểm tra."
            )
        elif ended or (pair is None and _crosses(turn)):
            yield blank(turn, span, "Số thứ tự của đại hội có nghị quyết đang thực hiện", BLANK)
        else:
            yield keep(turn, span)
