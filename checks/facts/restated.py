"""Clauses that state one figure, with the figure left out: what two parts of a directive say alike they must say with one figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from decimal import Decimal

from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.finding import Span
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

# “…; thu nhập bình quân đầu người đạt 62 triệu đồng/năm.”
_END = re.compile(r"[;:,]\s|\.(?=\s|$)|\n|$")
_LIST = re.compile(r"\s*(?:\d+[.)]|[a-zđ]\)|[-–+•*])\s*")
# “phấn đấu trong năm tỷ lệ hộ nghèo còn 2,3%” and “tỷ lệ hộ nghèo còn 2,3%” are one target
_OPENING = re.compile(
    r"^(?:(?:phấn đấu|thi đua|quyết tâm|tập trung|tiếp tục|tham mưu|trong|đến cuối|đến hết|đến|để|có) )+"
)
# What narrows a figure, looks back or compares: another figure of the same words
_NARROWS = re.compile(
    r"riêng|trong đó|bao gồm|gồm|đợt|quý|tháng|giai đoạn|đến ngày|đối với|ở |tại |khu vực|vùng|cấp |bậc|loại|mức|nhóm|mỗi|\bđã\b|kết quả|so |trước|"
    r"hằng năm|lên|xuống|thôn |xã [A-ZĐ]|khối |thêm "
)
_NO_SUBJECT = ("tăng", "giảm", "vượt", "đạt", "ước", "bằng", "còn", "chiếm", "trên", "dưới", "từ", "khoảng")
FEWEST = 4
"""Words: “trồng mới … ha rừng” names a target, “đạt … tỷ đồng” does not."""
LONGEST = 160


class Restated(NamedTuple):
    """The figure of such a clause and its place."""

    value: Decimal
    span: Span


def figures_by_clause(doc: Document, span: Span) -> Mapping[str, list[Restated]]:
    """What the clauses of ``span`` with one figure state, by their words with “#” for the figure and without the document's year."""
    own_year = re.compile(rf"(?:trong |đến (?:hết |cuối )?)?năm {doc.year or 'nay'}(?!\d)")
    found: dict[str, list[Restated]] = {}
    start, figures = span.start, doc.figures
    for end in _END.finditer(doc.text, *span):
        first = bisect_left(figures, (start, start))
        has_one = first < len(figures) and figures[first][0] < end.start()
        told = _clause(doc.text[start : end.start()], own_year) if has_one else None
        if told:
            words, at, figure = told
            if not _NARROWS.search(doc.text, sentence(doc.text, start + at).start, end.start()):
                place = Span(start + at, start + at + len(figure))
                found.setdefault(words, []).append(Restated(value(figure), place))
        start = end.end()
    return found


def _clause(text: str, own_year: re.Pattern[str]) -> tuple[str, int, str] | None:
    """The words of a clause, and where its only figure stands; None where it is no such clause."""
    if len(text) > LONGEST or " | " in text:
        return None
    plain = own_year.sub(lambda year: " " * len(year[0]), text)
    mark = _LIST.match(plain)
    figures = list(FIGURE.finditer(plain, mark.end() if mark else 0))
    if len(figures) != 1:
        return None
    at = figures[0]
    words = " ".join(f"{plain[mark.end() if mark else 0 : at.start()]}#{plain[at.end() :]}".lower().split())
    words = _OPENING.sub("", words)
    few = len(re.findall(r"[^\W\d_]+", words)) < FEWEST
    return None if few or words.startswith(_NO_SUBJECT) else (words, at.start(), at[0])
