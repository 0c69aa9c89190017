"""Where a text may rightly speak of the past: citations, results told in the preface, periods over years, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checks.comparison.blocks import paragraphs
from checks.document import Document
from checks.facts.dates import DateMention
from checks.finding import Span

YEAR = re.compile(r"(?<![\w/.,])(?:19|20)\d{2}(?![\d/])")
# “- Năm 2026: 5 tỷ đồng;”, “Đến hết năm 2027, …”
LINE_OF_YEAR = re.compile(r"(?m)^[-–+•]?\s*(?:Đến (?:hết )?n|N)ăm (?P<year>20\d{2})(?=[:,])")
# “2016 - 2020”, “(04/11/1909 - 04/11/2019)”, “từ năm 2021 đến năm 2025”
RANGE = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d{2}) ?(?:[-–]|đến(?: năm)?) ?(?:\d{1,2}/\d{1,2}/)?(?P<last>(?:19|20)\d{2})(?!\d)"
)
# “Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022”, “Luật … năm 2022”
_LAW = re.compile(
    r"(?:Luật|Hiến pháp|Pháp lệnh|Điều lệ|Quy chế)\s(?:(?!trước|trong|đến|xong|hết|quý|từ ngày|sang)[^;.()\d]){0,60}$"
)
# “so với năm 2025”, “cuối năm 2025”, “khởi công năm 2025”, “chưa đạt của năm 2025”
_LOOKS_BACK = re.compile(
    r"(?:so với|cùng kỳ|cuối|từ|kể từ|trước|sau|khởi công|thành lập|ban hành|công nhận|kết quả|tổng kết|đã có|đạt được|còn lại|hơn|tham gia|"
    r"ra đời|hình thành|tôn vinh|phát sinh|lần thứ [IVXL\d]+,?)"
    r"\s(?:(?:cùng kỳ|cả|cuối|các|những)\s)?năm\s(?:học\s)?$",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:so với|khởi công|tổng kết|kết quả sản xuất, kinh doanh|kết quả|chưa đạt|đạt được|(?<!\w)đã|(?<!\w)vừa|kinh nghiệm|tồn tại|hạn chế|còn lại|cùng kỳ|"
    r"ban hành|kể từ|cách (?:tính|làm|chấm))(?:(?!trong\snăm)[^,;.]){0,30}\snăm\s(?:học\s)?$",
    re.IGNORECASE,
)
# “Năm 2025, …” tells; “Năm 2025 là năm đầu …” sets the year
_TELLS = re.compile(r"(?:^|[\n.] ?)Năm\s$")
# “Thực hiện năm 2026” above a column, “Ước thực hiện năm 2026”; of a PDF “Đơn vị tính Thực hiện / năm 2026”
_COLUMN = re.compile(
    r"(?:(?:^|[\n\t|])\s*(?:[Ưư]ớc\s|[Đđ]ã )?(?:[Tt]hực\shiện|[Ưư]ớc|TH|[Kk]ết\squả)|(?:tính|vị|ĐVT|\d{4})\s+(?:Ước\sthực\shiện|Thực\shiện|Ước|TH))"
    r"\s+(?:cả )?(?:năm\s)?$"
)
# “(năm 2025 là 48 phút)”, “(năm 2025: 31 vụ)”: a figure beside this year's
_BESIDE = re.compile(r"\((?:thực hiện |cùng kỳ |kết quả )?năm (?:học )?$", re.IGNORECASE)
_BESIDE_AFTER = re.compile(r":| (?:là|đạt|còn|có|mới|chỉ|thực hiện|tăng|giảm) ")
# “I. ĐẶC ĐIỂM TÌNH HÌNH”, “1. Kết quả năm học trước”
_SITUATION = re.compile(
    r"(?:khái quát |đặc điểm )?tình hình|bối cảnh|nhìn lại|kết quả|đánh giá|thực trạng", re.IGNORECASE
)
_HAPPENED = re.compile(r"(?<!\w)(?:đã|vừa|được tổ chức|qua|vận hành|có hiệu lực|thành lập)(?!\w)", re.IGNORECASE)
# “nợ phát sinh trước ngày …”, “sau sắp xếp từ ngày …”
_SINCE = re.compile(
    r"(?:phát sinh|tồn đọng|tiếp nhận|xảy ra|sắp xếp|sáp nhập|hợp nhất|hoạt động|ký kết|ban hành|cấp|tuyển dụng)"
    r"\s(?:trước|từ|sau|kể từ|đến hết|đến)(?: ngày)?\s*$",
    re.IGNORECASE,
)
_ORDER = re.compile(r"phát động (?:phong trào|đợt|cuộc) thi đua")
# “04/11/1909 - ” before a date, “ - 04/11/2019” behind it
_BEGUN = re.compile(r"(?P<year>\d{4}) ?[-–] ?$")
_ENDED = re.compile(r" ?[-–] ?(?:\d{1,2}/\d{1,2}/)?(?P<year>\d{4})")
_SENTENCE = re.compile(r"[.;](?=\s)|\n")


class Years(NamedTuple):
    """The year last year's directive is for, and the year this one is for."""

    last: int
    this: int


def years_of(previous: Document, current: Document) -> Years | None:
    """None where the two do not follow one another. A subject that still has last year's year is told by the day of issue."""
    if previous.year is None or current.year is None:
        return None
    this = current.year
    if this == previous.year and previous.issued and current.issued:
        this += current.issued.year - previous.issued.year
    return Years(previous.year, this) if this > previous.year else None


class Recall(NamedTuple):
    """Paragraphs of the preface that tell last year's results, and the places of citations."""

    told: tuple[Span, ...]
    cited: tuple[Span, ...]

    def tells(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.told)

    def cites(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.cited)


@lru_cache(maxsize=8)
def recall(doc: Document, last: int) -> Recall:
    """What ``doc`` tells of the year ``last`` and cites."""
    cited = []
    for one in doc.citations:
        end = one.date_span.end if one.date_span else one.number_span.end
        cited.append(Span(one.span.start, end))
    before = [s.span for s in doc.sections if not s.roles and _SITUATION.match(s.heading)]
    told = [
        span
        for part in (doc.preface, *before)
        for span in paragraphs(doc, part)
        if _tells(doc.text[slice(*span)], last)
    ]
    return Recall(tuple(told), tuple(cited))


def _tells(paragraph: str, last: int) -> bool:
    """Does a paragraph of the preface tell what was: “Năm 2025, …”, but not “Năm 2025 là năm đầu thực hiện …”?"""
    first = YEAR.search(paragraph)
    if first is None or int(first[0]) != last or _ORDER.search(paragraph):
        return False
    return not re.match(rf"Năm {last} là năm ", paragraph) or _HAPPENED.search(paragraph) is not None


def looks_back(text: str, at: int) -> bool:
    """Do the words around a year say that it is past?"""
    before = text[max(0, at - 60) : at]
    if _TELLS.search(before):
        return not text.startswith(" là năm ", at + 4)
    if _COLUMN.search(before) or beside(text, at):
        return True
    return _LOOKS_BACK.search(before) is not None or _RESULT.search(before) is not None


def beside(text: str, at: int) -> bool:
    """Is the year at ``at`` that of a figure told beside this year's: “35 phút (năm 2025 là 48 phút)”?"""
    return bool(_BESIDE.search(text, max(0, at - 30), at) and _BESIDE_AFTER.match(text, at + 4))


def of_a_law(text: str, at: int) -> bool:
    """Is the date or year at ``at`` that of a law cited without a number?"""
    return _LAW.search(text[max(0, at - 110) : at]) is not None


def of_an_event(text: str, mention: DateMention) -> bool:
    """Did something happen on that day?"""
    return _HAPPENED.search(sentence(text, mention.span.start, mention.span.start)) is not None


def since(text: str, mention: DateMention) -> bool:
    """Does the date only say since or until when something is so: “nợ phát sinh trước ngày …”?"""
    return _SINCE.search(text[max(0, mention.span.start - 40) : mention.span.start]) is not None


def beyond(lines: Sequence[re.Match[str]], year: int) -> bool:
    """Do these ``LINE_OF_YEAR`` tell a plan year by year, to one after ``year``?"""
    told = [int(line["year"]) for line in lines]
    return len(told) > 1 and told == list(range(told[0], told[0] + len(told))) and told[-1] > year


def years_across(text: str, mention: DateMention) -> int:
    """Of the range that begins or ends with a date: 110 in “(04/11/1909 - 04/11/2019)”; 0 where it stands alone."""
    start, end = mention.span
    first = _BEGUN.search(text, max(0, start - 14), start)
    last = _ENDED.match(text, end)
    return max(mention.year - int(first["year"]) if first else 0, int(last["year"]) - mention.year if last else 0)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence before and around ``text[start:end]``."""
    first = max((m.end() for m in _SENTENCE.finditer(text, max(0, start - 400), start)), default=max(0, start - 400))
    stop = _SENTENCE.search(text, end, min(len(text), end + 300))
    return text[first : stop.start() if stop and end > start else max(end, start)]


def opening(doc: Document) -> int:
    """From the subject on: the header's own number and date are for other rules."""
    return doc.frame.subject[0].span.start if doc.frame.subject else doc.body.start
