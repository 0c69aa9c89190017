"""Tên phong trào của chính văn bản."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.rule import Rule
from checks.surroundings import QUOTED_NAME, quotations
from checks.values import NamedTuple

LED = re.compile(
    r"(?:phong trào|đợt|thi đua|chuyên đề|chủ đề|cuộc vận động|chiến dịch|cao điểm|khẩu hiệu)[^.;:“”\n]{0,50}(?:: ?)?$",
    re.IGNORECASE,
)
THEME = re.compile(
    r"(?:(?:chủ đề|khẩu hiệu|phương châm)(?: [^\W_]+){0,8}:?|hưởng ứng phong trào(?: thi đua)?) ?[“\"]$", re.IGNORECASE
)
WORD = re.compile(r"[^\W_]+")
FEWEST = 4
"""“Gia đình văn hóa” and “Thôn văn hóa” are two things; so few words tell nothing."""
EXCHANGED_IN = 8
"""A name of so many words is the same with one word of two syllables exchanged."""
LONG, EXCHANGED = 6, 2
"""A theme of so many words in which a word of two syllables was exchanged is the same theme."""
BESIDE = 60
"""Names told so near each other are told apart: “Chi bộ 4 tốt”, “Đảng bộ 4 tốt”."""
TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua “Bệnh viện không giấy, người bệnh hài lòng”\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\n"


class Name(NamedTuple):
    """A quoted name, its words in small letters and where it stands."""

    text: str
    words: tuple[str, ...]
    span: Span


class OwnName(Rule):
    """Tên phong trào trong ngoặc kép ghi giống nhau ở trích yếu, lời phát động và các phần sau.

    Chỉ báo khi hai tên khác nhau đúng một chữ, hoặc ở giữa mất hai chữ liền nhau, và một tên là tên ở trích yếu hoặc gặp nhiều lần hơn.
    Danh hiệu, mô hình có tên gần giống nhau (“Chi bộ 4 tốt”, “Đảng bộ 4 tốt”) không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        TITLE
        + "Phong trào thi đua “Bệnh viện không giấy, người bệnh hài lòng” tiếp tục; phong trào “Cán bộ y tế làm theo lời Bác”.\n",
        TITLE.replace("Bệnh viện không giấy, người bệnh hài lòng", "Lao động giỏi, lao động sáng tạo")
        + "Phong trào “Lao động giỏi, lao động sáng tạo, tận tâm”; phong trào “Giỏi việc, lao động sáng tạo”.\n",
        TITLE + "Nhân rộng mô hình “Bệnh viện không giấy, người nhà hài lòng”.\n",
        TITLE + "Phong trào “Chi bộ bốn tốt, đảng viên tiên phong”, “Đảng bộ bốn tốt, đảng viên tiên phong”.\n",
        TITLE.replace("Bệnh viện không giấy, người bệnh hài lòng", "Dạy tốt, học tốt")
        + "Phong trào “Dạy tốt, học giỏi hơn”, phong trào “Dạy thật tốt, học tốt”.\n",
        TITLE.replace("Bệnh viện không giấy, người bệnh hài lòng", "Chi bộ bốn tốt")
        + "Phong trào “Đảng bộ bốn tốt”.\n",
        TITLE.replace("không giấy", "3 không") + "Phong trào “Bệnh viện 4 không, người bệnh hài lòng”.\n",
        TITLE + "Phong trào “Bệnh viện xanh, không giấy, người dân hài lòng” của tỉnh bạn.\n",
        TITLE
        + "Phong trào “Bệnh viện không giấy, người bệnh hài lòng”, phong trào “Trạm y tế không giấy, người bệnh hài lòng” và "
        "phong trào “Trường học không giấy, người bệnh hài lòng”.\n",
        TITLE
        + "Phong trào “Bệnh viện không giấy, người bệnh hài lòng” và phong trào “Bệnh viện không giấy, người dân hài lòng”.\n",
        TITLE
        + "Phong trào “Bệnh viện không giấy, người dân hài lòng”.\n\nTổng kết phong trào “Bệnh viện không giấy, người dân hài lòng”.\n\n"
        "Khen phong trào “Bệnh viện không giấy, người bệnh hài lòng”; phong trào “Bệnh viện không giấy, người bệnh hài lòng”.\n",
    )
    bad = (
        TITLE.replace("“", '"').replace("”", '"')
        + 'Phong trào thi đua "[[Bệnh viện không giấy, người dân hài lòng→Bệnh viện không giấy, người bệnh hài lòng]]" tiếp tục.\n',
        TITLE + "Chủ đề năm 2026 là: “Đoàn kết, kỷ cương, đổi mới, phát triển”.\n\n"
        "Vận động đoàn viên hưởng ứng phong trào thi đua “[[Đoàn kết, kỷ cương, sáng tạo, phát triển]]”.\n",
        TITLE.replace("Bệnh viện không giấy, người bệnh hài lòng", "Lao động giỏi, lao động sáng tạo")
        + "Tổ chức phong trào “[[Lao động giỏi, sáng tạo→Lao động giỏi, lao động sáng tạo]]”.\n",
        TITLE
        + "HƯỞNG ỨNG PHONG TRÀO “[[BỆNH VIỆN KHÔNG GIẤY, NGƯỜI DÂN HÀI LÒNG→BỆNH VIỆN KHÔNG GIẤY, NGƯỜI BỆNH HÀI LÒNG]]”\n",
        TITLE
        + "Chủ đề năm 2026 là: “Đoàn kết, kỷ cương, đổi mới, phát triển”.\n\nCác khoa tuyên truyền về chủ đề “[[Đoàn kết, kỷ cương, sáng tạo, phát triển]]”.\n",
        TITLE.replace("Bệnh viện không giấy, người bệnh hài lòng", "Tuổi trẻ Hà Tân tiên phong chuyển đổi số")
        + "Chủ đề: “[[Tuổi trẻ Hà Tân xung kích chuyển đổi số→Tuổi trẻ Hà Tân tiên phong chuyển đổi số]]”.\n",
        TITLE
        + "Phong trào thi đua “[[Bệnh viện không giấy, người dân hài lòng→Bệnh viện không giấy, người bệnh hài lòng]]” tiếp tục.\n",
        TITLE.replace("người bệnh", "bệnh nhân")
        + "Phong trào “[[Bệnh viện không giấy, bệnh hài lòng→Bệnh viện không giấy, bệnh nhân hài lòng]]” tiếp tục.\n",
        TITLE.replace(
            "“Bệnh viện không giấy, người bệnh hài lòng”",
            "“[[Bệnh viện ít giấy, người bệnh hài lòng→Bệnh viện không giấy, người bệnh hài lòng]]”",
        )
        + "Phong trào thi đua “Bệnh viện không giấy, người bệnh hài lòng” tiếp tục; tổng kết phong trào “Bệnh viện không giấy, người bệnh hài lòng”.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        kind = doc.frame.kind
        names = list(_names(doc, kind.span.start if kind else doc.body.start))
        often = Counter(name.words for name in names)
        for name in names:
            nearest = [other for other in names if _one_apart(name.words, other.words)]
            own = names[0] if names[0].span.start < doc.body.start else None
            if not nearest and own and _adjacent(own.words, name.words):
                nearest = [own]
            if often[name.words] > 1 or not nearest or any(_beside(doc.text, name.span, n.span) for n in nearest):
                continue
            right = max(nearest, key=lambda other: (often[other.words], -other.span.start))
            if often[right.words] > 1 or right.span.start < doc.body.start <= name.span.start:
                fix = right.text.upper() if name.text.isupper() else right.text
                yield self.finding(name.span, f"Tên phong trào ở chỗ khác ghi “{right.text}”.", fix)
        yield from self._themes(doc, names, often)

    def _themes(self, doc: Document, names: list[Name], often: Counter[tuple[str, ...]]) -> Iterator[Finding]:
        """A movement has one theme: told twice, it has the same words."""
        themes = [
            n for n in names if often[n.words] == 1 and THEME.search(doc.text, max(0, n.span.start - 70), n.span.start)
        ]
        for first, name in pairwise(themes):
            differ = [a != b for a, b in zip(first.words, name.words, strict=False)]
            near = len(first.words) == len(name.words) >= LONG and 0 < sum(differ) <= EXCHANGED
            if near and not _one_apart(first.words, name.words) and not _beside(doc.text, first.span, name.span):
                yield self.finding(name.span, f"Chủ đề ở chỗ khác ghi “{first.text}”.")


def _names(doc: Document, start: int) -> Iterator[Name]:
    for place in sorted(quotations(doc.text, start, doc.body.end)):
        if len(doc.text[slice(*place)]) not in QUOTED_NAME:
            continue
        at, name = place.start - 1, doc.text[slice(*place)]
        words = tuple(WORD.findall(name.lower()))
        led = at < doc.body.start or LED.search(doc.text, max(0, at - 80), at)
        if led and len(words) >= FEWEST:
            yield Name(name.strip(), words, place)


def _one_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do two names differ in one word that is exchanged, missing or doubled, and is no number, or in two lost within?"""
    if one == other or abs(len(one) - len(other)) > 2:
        return False
    if len(one) == len(other):
        differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        short = len(one) <= FEWEST and one[0] != other[0]
        return len(differ) == 1 and not short and not any(word.isdigit() for word in differ[0])
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(shorter) <= FEWEST:
        return False
    lost = len(longer) - len(shorter)
    # Of two lost words none is the first or the last: there they tell one name from another.
    places = range(len(longer)) if lost == 1 else range(1, len(longer) - lost)
    return any(longer[:i] + longer[i + lost :] == shorter for i in places)


def _adjacent(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Is what differs within a long name one word of two syllables: “tiên phong” for “xung kích”?"""
    if not EXCHANGED_IN <= len(one) == len(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(places) == 2 and places[1] == places[0] + 1 and places[0] > 0 and places[1] < len(one) - 1


def _beside(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return len(between) < BESIDE and "\n" not in between
