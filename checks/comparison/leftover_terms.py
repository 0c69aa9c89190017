"""Last year's theme, terms, ordinals and citations that stand where this year's belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.comparison.past import RANGE, Years, opening, recall, sentence
from checks.comparison.words import folded
from checks.document import Document
from checks.facts.citations import Citation
from checks.facts.numbers import roman
from checks.finding import Finding, Severity, Span

# “năm cuối thực hiện Nghị quyết …”, “năm thứ ba của nhiệm kỳ”, “năm bản lề thực hiện …”
_PLACE = re.compile(
    r"(?<!\w)năm (?P<place>đầu tiên|đầu|mở đầu|thứ (?:nhất|hai|ba|tư|năm)|bản lề|cuối cùng|cuối|giữa nhiệm kỳ|giữa)(?P<what>(?: [^\s,;.]+){3,12})",
    re.IGNORECASE,
)
# “kỷ niệm 70 năm Ngày …”, “kỷ niệm lần thứ 95 Ngày …”
_ANNIVERSARY = re.compile(
    r"(?:(?P<nth>lần thứ )|(?<![\d/]))(?P<n>\d{1,4})(?(nth)| năm) (?P<what>(?:Ngày|ngày|thực hiện|Quốc khánh|thành lập|Cách mạng|truyền thống|giải phóng"
    r"|chiến thắng|ra đời)(?: [^\s,;.()]+){1,6})"
)
# “chào mừng đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030”: such a congress is held in the first year of its term
_WELCOME = re.compile(
    r"(?:chào mừng|tiến tới|hướng tới|chuẩn bị|tổ chức(?: thành công)?)\s[^.;\n]{0,20}?[đĐ]ại hội [^.;\n]{0,80}?nhiệm kỳ (?P<first>\d{4}) ?[-–] ?\d{4}",
    re.IGNORECASE,
)
_CONGRESS = re.compile(
    r"Nghị quyết (?:của )?(?P<body>[Đđ]ại hội[^,;.“”\d]{0,60}?) lần thứ (?P<n>[IVXL]+)(?P<term>,? nhiệm kỳ \d{4} ?[-–] ?\d{4})?"
)
_PAST_TERM = re.compile(
    r"(?<!\w)(?:tổng kết|sơ kết|đánh giá|kết quả|đã|tôn vinh|nhìn lại|kết thúc|thành tựu|điển hình tiên tiến|kế thừa|tiếp nối|sau)(?!\w)",
    re.IGNORECASE,
)
_TASK_YEAR = re.compile(
    r"(?:nhiệm vụ|kế hoạch|dự toán|phát động|phong trào thi đua|đăng ký thi đua|chương trình công tác)[^.;“”]{0,90}?năm (?:học )?(?P<y>\d{4})",
    re.IGNORECASE,
)
TITLE = 200
"""Characters after a citation that may be its title."""


def leftover_theme(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """Last year's theme, unless it is told as last year's."""
    theme = previous.theme
    if len(theme.split()) < 3 or (theme in previous.subject and theme in current.subject):
        return  # a movement that goes on under its own name, as both subjects say
    past = recall(current, years.last)
    pattern = re.compile(r"[\s,;*-]+".join(map(re.escape, re.findall(r"\w+", theme))), re.IGNORECASE)
    for match in pattern.finditer(current.text, opening(current), current.body.end):
        said = sentence(current.text, match.start(), match.end()).lower()
        if not past.tells(match.start()) and not re.search(r"(?<!\w)(?:năm trước|đã|năm qua)(?!\w)", said):
            yield _finding(
                "leftover-theme",
                Span(*match.span()),
                f"Đây là chủ đề của năm {years.last}; hãy thay bằng chủ đề năm {years.this}.",
            )


def leftover_terms(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """Terms, places in a term, anniversaries and congresses that are over or were last year's."""
    past = recall(current, years.last)
    body = current.body
    spans = [
        *_expired(previous, current, years),
        *_places(previous, current, years),
        *_anniversaries(previous, current, years),
        *_congresses(previous, current),
        *_welcomed(previous, current, years),
    ]
    for span, message in spans:
        if body.start <= span.start < body.end and not past.tells(span.start):
            yield _finding("leftover-term", span, message)


def _expired(previous: Document, current: Document, years: Years) -> Iterator[tuple[Span, str]]:
    """“giai đoạn 2021 - 2025” in a directive for 2026, taken over from last year and not spoken of as past."""
    before = {(m["first"], m["last"]) for m in RANGE.finditer(previous.text)}
    for match in RANGE.finditer(current.text):
        first, last = int(match["first"]), int(match["last"])
        if not 2 <= last - first <= 12 or last >= years.this or (match["first"], match["last"]) not in before:
            continue
        said = sentence(current.text, match.start(), match.end())
        if not _PAST_TERM.search(said) and "năm học" not in said[-40:]:
            yield (
                Span(*match.span()),
                f"Giai đoạn {first} - {last} đã kết thúc trước năm {years.this}; hãy kiểm tra còn đúng không.",
            )


def _places(previous: Document, current: Document, years: Years) -> Iterator[tuple[Span, str]]:
    """“năm thứ ba thực hiện …” both last year and this year."""
    before = {(m["place"].lower(), _first(m["what"])) for m in _PLACE.finditer(previous.text)}
    for match in _PLACE.finditer(current.text):
        if (match["place"].lower(), _first(match["what"])) in before:
            yield (
                Span(match.start(), match.end("place")),
                f"Năm {years.last} cũng được gọi là “năm {match['place']}”; năm {years.this} phải khác.",
            )


def _first(words: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words.split()[:5])


def _anniversaries(previous: Document, current: Document, years: Years) -> Iterator[tuple[Span, str]]:
    """“kỷ niệm 70 năm Ngày …” of the same event a year later."""
    before = {(m["n"], _first(m["what"])[:4]) for m in _ANNIVERSARY.finditer(previous.text)}
    for match in _ANNIVERSARY.finditer(current.text):
        if (match["n"], _first(match["what"])[:4]) in before and not _PAST_TERM.search(
            sentence(current.text, match.start(), match.start())
        ):
            yield (
                Span(match.start(), match.end("n")),
                f"Năm {years.last} đã là {match['n']} năm của sự kiện này; hãy tính lại cho năm {years.this}.",
            )


def _congresses(previous: Document, current: Document) -> Iterator[tuple[Span, str]]:
    """The resolution of the congress before, where this text already carries out that of the new one."""
    newest: dict[str, int] = {}
    found = list(_CONGRESS.finditer(current.text))
    for match in found:
        newest[match["body"].lower()] = max(newest.get(match["body"].lower(), 0), roman(match["n"]))
    terms = {(m["body"].lower(), m["n"]): m["term"] for m in _CONGRESS.finditer(previous.text) if m["term"]}
    for match in found:
        body = match["body"].lower()
        term = terms.get((body, match["n"]))
        other_term = (
            term is not None
            and match["term"] is not None
            and re.findall(r"\d{4}", term) != re.findall(r"\d{4}", match["term"])
        )
        if roman(match["n"]) < newest[body] or other_term:
            yield (
                Span(match.start("n"), match.end("n")),
                f"Lần thứ {match['n']} là của nhiệm kỳ trước; hãy kiểm tra số thứ tự đại hội.",
            )


def _welcomed(previous: Document, current: Document, years: Years) -> Iterator[tuple[Span, str]]:
    """A congress that is over, still awaited as last year."""
    awaited = {" ".join(match[0].lower().split()) for match in _WELCOME.finditer(previous.text)}
    for match in _WELCOME.finditer(current.text):
        over = int(match["first"]) < years.this and " ".join(match[0].lower().split()) in awaited
        if over and not _PAST_TERM.search(sentence(current.text, match.start(), match.start())):
            yield (
                Span(*match.span()),
                f"Đại hội của nhiệm kỳ bắt đầu năm {match['first']} đã tổ chức trước năm {years.this}; hãy kiểm tra lại.",
            )


def leftover_citations(previous: Document, current: Document, years: Years) -> Iterator[Finding]:
    """Documents for one year only (a resolution on its tasks, a launch from above) that were last year's."""
    this = years.this
    before = {one.identity: task_year(previous, one) for one in previous.citations}
    for one in current.citations:
        told, was = task_year(current, one), before.get(one.identity)
        last_years = one.identity in before and years.last in (was, told)
        too_old = told == this and one.date is not None and (one.date.year < this - 1)
        behind = told == years.last and one.date is not None and one.date.year >= (told or 0) and one.date.month >= 10
        if last_years or too_old or behind:
            yield _finding(
                "leftover-citation",
                one.number_span,
                f"Văn bản {one.number} là của năm trước; hãy dẫn văn bản của năm {this}.",
            )


def task_year(doc: Document, one: Citation) -> int | None:
    """The year a cited document is for, where its title says so."""
    at = one.date_span.end if one.date_span else one.number_span.end
    stop = doc.text.find("\n", at)
    tail = doc.text[at : min(stop if stop >= 0 else len(doc.text), at + TITLE)]
    tail = re.split(
        r";|\. |(?:(?<=\d{4})|,) (?:Chủ tịch|Ủy ban|Ban|Sở|Liên đoàn|Hiệu trưởng|Trường)[^;.]*? (?:phát động|ban hành|xây dựng|yêu cầu)",
        tail,
    )[0]
    following = re.search(r"(?<!\w)số \d", tail)
    match = _TASK_YEAR.search(tail[: following.start()] if following else tail)
    return int(match["y"]) if match else None


def _finding(rule: str, span: Span, message: str) -> Finding:
    return Finding(rule, Severity.WARNING, span, message)
