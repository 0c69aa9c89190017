"""What last year's opening says of the year before it: an evaluation, to be written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.rolling.edits import Edit, Turn, shortened
from checks.finding import Span
from checks.letters import CAPITAL
from checks.parsing.outline import Section

SENTENCE = re.compile(r"[^\s].*?(?:[.!?…](?=\s+[" + CAPITAL + r"“])|$)", re.DOTALL)
# “Căn cứ …”, “Để hoàn thành …”, “… phát động phong trào thi đua … như sau:”
OPENING = re.compile(r"(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Phát huy|Hưởng ứng|Quán triệt)\s")
ORDER = re.compile(
    r"^(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám) là,|[Pp]hong trào (?:thi đua )?(?:này )?được phát động từ|như sau|sau đây|dưới đây|sau:|với (?:chủ đề|khẩu hiệu)"
    r"|(?<!\w)(?:tin tưởng|mong rằng|mong muốn|kính chúc)(?!\w)"
    r"|(?:[Cc]hủ tịch(?! Hồ)|Ủy ban nhân dân|UBND|Giám đốc|Hiệu trưởng|Sở|Trường|Văn phòng|Trung tâm|Ban Thường vụ)"
    r"[^.;:]{0,60}(?:phát động|(?<!Lời )kêu gọi|ban hành|xây dựng [Kk]ế hoạch|tổ chức phát động)"
)
# “Năm 2026 là năm …”, “Năm 2020 có nhiều sự kiện”, “Năm học 2025 - 2026 là năm học …”
MEANING = re.compile(
    r"Năm (?:học )?(?P<y>\d{4})(?: ?[-–] ?\d{4})?,? ?(?:là|có nhiều|diễn ra|kỷ niệm|mở đầu|cả nước|toàn dân|toàn Đảng)|(?:Đây )?là năm"
)
# “Bước sang năm 2026, Tập đoàn giao …”, “Với tinh thần “…”, thực hiện thắng lợi kế hoạch năm 2023; …”
OWN_YEAR = re.compile(
    r"(?:Bước (?:sang|vào) năm|Với (?:tinh thần|quyết tâm|mục tiêu|phương châm|chủ đề)|Trong năm)(?!\w)"
)
LACK = re.compile(
    r"(?:[Tt]uy nhiên|[Tt]uy vậy|Song|[Bb]ên cạnh (?:đó|kết quả|những)|[Hh]ạn chế|Những (?:việc )?(?:hạn chế|chưa)|Đó là)"
)
PAST = re.compile(
    r"(?<!\w)(?:đã|vừa qua|năm qua|thời gian qua|tháng qua|bước đầu|hạn chế|còn thiếu|còn thấp|chưa đều|kết quả|"
    r"tháng đầu năm|những năm qua|sau (?:hơn )?(?:một|hai|ba|sáu|\d+) (?:năm|tháng))(?!\w)",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
# “I. ĐẶC ĐIỂM TÌNH HÌNH”, “1. Vì sao phát động”, “I. Nhìn lại năm học 2025 - 2026”
SITUATION = re.compile(
    r"(?:đặc điểm |khái quát )?tình hình|bối cảnh|thực trạng|hiện trạng|nhìn lại|vì sao|sự cần thiết"
    r"|kết quả (?:năm|phong trào|công tác|đạt được|thi đua|và )"
    r"|đánh giá (?:tình hình|khái quát|chung|kết quả|năm|phong trào|thực trạng|công tác)"
)
LONGEST_TITLE = 70


def edits(turn: Turn) -> Iterator[Edit]:
    """One blank for each run of evaluating sentences in a paragraph of the opening or of a section on the situation."""
    told = False
    for paragraph in _paragraphs(turn, turn.last.preface):
        for span in _reviews(turn, paragraph):
            yield _blank(turn, span, first=not told)
            told = True
    for paragraph in _situations(turn):
        telling = [s for s in SENTENCE.finditer(turn.text, *paragraph) if not _means(turn, s[0])]
        if telling:
            yield _blank(
                turn,
                Span(telling[0].start(), telling[-1].end()),
                first=not told,
                own=_of_its_own_year(turn, telling[0][0]),
            )
            told = True


def _situations(turn: Turn) -> Iterator[Span]:
    """Paragraphs of the sections that say how things stand, which come before the purpose: all was so a year ago."""
    end = 0
    for section in turn.last.sections:
        situation = SITUATION.match(section.heading.casefold())
        if section.roles and not situation:
            return
        if situation and not section.roles and section.span.start >= end and _fills_its_line(turn, section):
            end = section.span.end
            yield from _paragraphs(turn, section.span)


def _fills_its_line(turn: Turn, section: Section) -> bool:
    """Is it a title above paragraphs, not the first words of one?"""
    rest = turn.text[section.body.start : turn.line_end(section.body.start)]
    return not rest.strip(" *:") and len(section.heading) <= LONGEST_TITLE and not section.heading.endswith(";")


def _paragraphs(turn: Turn, part: Span) -> Iterator[Span]:
    """Paragraphs without their numbers; neither titles nor the rows of tables."""
    texts = {m.line.span.start: m.text_at for m in turn.last.markers}
    titles = {s.span.start for s in turn.last.sections if s.heading and _fills_its_line(turn, s)}
    for line in turn.last.body_lines:
        at = line.span.start
        if part.start <= at < part.end and line.bare and " | " not in line.bare and at not in titles:
            yield Span(texts.get(at, at), line.span.end)


def _reviews(turn: Turn, paragraph: Span) -> Iterator[Span]:
    start = end = -1
    for match in SENTENCE.finditer(turn.text, *paragraph):
        sentence = match[0]
        review = not _orders(turn, sentence) and (start >= 0 or LACK.match(sentence) or _looks_back(turn, match))
        if review:
            start, end = (match.start() if start < 0 else start), match.end()
        elif start >= 0:
            yield Span(start, end)
            start = -1
    if start >= 0:
        yield Span(start, end)


def _orders(turn: Turn, sentence: str) -> bool:
    """Does the sentence say what this year means or what is to be done? Then it is no evaluation."""
    if MEANING.match(sentence):
        return _means(turn, sentence)
    if LACK.match(sentence) or _of_the_year_before(turn, sentence):
        return False
    if (
        OWN_YEAR.match(sentence)
        and str(turn.old) in sentence
        and str(turn.old - 1) not in sentence
        and not PAST.search(sentence)
    ):
        return True  # “Bước sang năm 2026, Tập đoàn giao Công ty khai thác 24.500 tấn”
    if ORDER.search(sentence):
        return True
    return OPENING.match(sentence) is not None and not PAST.search(sentence)


def _of_the_year_before(turn: Turn, sentence: str) -> bool:
    """“Năm 2025, hưởng ứng các phong trào do Chủ tịch … phát động, Nhân dân đã đoàn kết”: told, whoever launched what."""
    return re.match(rf"Năm (?:học )?{turn.old - 1}(?!\d)", sentence) is not None and PAST.search(sentence) is not None


def _means(turn: Turn, sentence: str) -> bool:
    """“Năm 2026 là năm …” of last year's directive of 2026: said of its own year, not of the one before."""
    meaning = MEANING.match(sentence)
    return meaning is not None and (meaning["y"] is None or int(meaning["y"]) >= turn.old)


def _looks_back(turn: Turn, match: re.Match[str]) -> bool:
    if str(turn.old - 1) in match[0] or PAST.search(match[0]):
        return True
    dated = [d.span for d in turn.last.dates] + [c.number_span for c in turn.last.citations]
    return any(
        not any(a <= match.start() + f.start() < b for a, b in dated)
        for f in FIGURE.finditer(
            re.sub(r"[Nn]ăm (?:học )?\d{4}(?: ?[-–] ?\d{4})?", lambda m: " " * len(m[0]), match[0])
        )
    )


def _of_its_own_year(turn: Turn, sentence: str) -> bool:
    """“Năm học 2026 - 2027, nhà trường có 30 lớp” in the plan for that school year."""
    return re.match(rf"Năm (?:học )?{turn.old}(?!\d)", sentence) is not None


def _blank(turn: Turn, span: Span, *, first: bool, own: bool = False) -> Edit:
    last = shortened(turn.text[slice(*span)])
    if turn.campaign:
        return Edit(span, f"{BLANK}.", "Tình hình trước đợt thi đua này, việc phải tập trung giải quyết", last)
    told = turn.new if own else turn.new - 1
    year = f"năm học {told} - {told + 1}" if turn.last.school_year else f"năm {told}"
    what = (
        f"Đặc điểm tình hình {year}"
        if own
        else f"Đánh giá phong trào thi đua {year}: kết quả nổi bật, hạn chế, nguyên nhân"
    )
    lead = f"{year[0].upper()}{year[1:]}, " if first else ""
    return Edit(span, f"{lead}{BLANK}.", what, last)
