"""What two parts of a directive say alike they must say with one figure: clauses with the figure left out, and counts of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal

from checks.facts.mentions import Mention, narrowed, partial, tail
from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.finding import Span
from checks.tables import words
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
# “trẻ em dưới |5| tuổi suy dinh dưỡng còn 8,2%”: no figure of its own, but two ages are two targets
_AGE = re.compile(r"(?<=dưới )\d{1,2}(?= tuổi)")
# What narrows a figure, looks back or compares, wherever in its sentence it stands: another figure of the same words
_NARROWS = re.compile(
    r"riêng|trong đó|bao gồm|gồm|đợt|quý|tháng|giai đoạn|đến ngày|đối với|(?<!tr)ở |tại |khu vực|vùng|nhóm|mỗi|\bđã\b|kết quả|so |trước|"
    r"hằng năm|thôn |xã [A-ZĐ]|khối "
)
# … and in its own clause: “30 giải học sinh giỏi cấp tỉnh, tỷ lệ đỗ tốt nghiệp đạt 98% trở lên” says nothing of a level
_NARROWS_CLAUSE = re.compile(r"cấp |bậc|loại|mức|(?<!trở )lên|(?<!trở )xuống|thêm ")
_NO_SUBJECT = ("tăng", "giảm", "vượt", "đạt", "ước", "bằng", "còn", "chiếm", "trên", "dưới", "từ", "khoảng")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
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
            opens = sentence(doc.text, start + at).start
            if not (
                _NARROWS.search(doc.text, opens, end.start()) or _NARROWS_CLAUSE.search(doc.text, start, end.start())
            ):
                place = Span(start + at, start + at + len(figure))
                found.setdefault(words, []).append(Restated(value(figure), place))
        start = end.end()
    return found


def _letters(age: re.Match[str]) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in age[0])


def _clause(text: str, own_year: re.Pattern[str]) -> tuple[str, int, str] | None:
    """The words of a clause, and where its only figure stands; None where it is no such clause."""
    if len(text) > LONGEST or " | " in text:
        return None
    plain = own_year.sub(lambda year: " " * len(year[0]), _AGE.sub(_letters, text))
    mark = _LIST.match(plain)
    figures = list(FIGURE.finditer(plain, mark.end() if mark else 0))
    if len(figures) != 1:
        return None
    at = figures[0]
    words = " ".join(f"{plain[mark.end() if mark else 0 : at.start()]}#{plain[at.end() :]}".lower().split())
    words = _OPENING.sub("", words)
    few = len(re.findall(r"[^\W\d_]+", words)) < FEWEST
    return None if few or words.startswith(_NO_SUBJECT) else (words, at.start(), at[0])


# What leads to a count without telling it from another one: “phấn đấu có 45 sáng kiến”, “triển khai 18 kỹ thuật mới”
_PLAIN = words(
    "có đạt thực hiện triển khai phấn đấu hoàn thành tổ chức bảo đảm đảm được là với ít nhất trên từ khoảng đủ còn toàn năm này cả "
    "tỉnh xã phường trường ngành công ty huyện thành phố đơn vị sử dụng hiệu quả duy trì tốt phát động hỗ trợ mới"
)
# Units that say nothing of what is counted: “900 triệu đồng”
_UNITS = words("đồng triệu tỷ người lượt giờ phút ngày lần điểm tháng năm")
_JOINS = words("cho của với mới thêm các những về")
"""Words that end what leads to a count and say nothing of what is done: “giữ việc làm |cho|”."""
SHORT = 2
"""So few words (“sáng kiến”, “lao động”) are counted for many a reason: what leads to them must be plain on both sides."""
NEAR = Decimal("0.6")
"""A count farther off is of something else."""


def recounted(doc: Document, targets: Span) -> Iterator[tuple[Mention, Mention]]:
    """The counts that part from what ``targets`` or, for the tasks, what stands before them say of the same: first that, then this."""
    yield from _recounted(doc, targets, Span(targets.end, doc.body.end))
    goal = doc.section("goal")
    if goal and goal.span.end <= targets.start:  # “phấn đấu trồng 50.000 cây xanh”, and then the targets
        yield from _recounted(doc, goal.body, targets, goal=True)
    order = doc.section("implementation")
    if order and doc.preface.end < order.span.start:
        yield from _recounted(doc, Span(doc.preface.end, order.span.start), order.body)


def _recounted(doc: Document, first: Span, again: Span, *, goal: bool = False) -> Iterator[tuple[Mention, Mention]]:
    told: dict[tuple[str, ...], list[Mention]] = {}
    for one in doc.mentions:
        if first.start <= one.span.start < first.end and _says(one) and not (goal and _looks_back(doc, one)):
            for phrase in {one.phrase, _bare(one.phrase)}:
                told.setdefault(phrase, []).append(one)
    # Two figures of one thing are of two places or groups
    known = {phrase: every for phrase, every in told.items() if len({one.value for one in every}) == 1}
    for one in doc.mentions:
        if not again.start <= one.span.start < again.end or not _says(one):
            continue
        phrases = (*_alike(one.phrase, known), *({_bare(one.phrase)} & known.keys()))
        before = next((known[phrase] for phrase in phrases), None)
        if before and _parts(one, before[0]) and not _other(doc, one, before):
            yield before[0], one


def _other(doc: Document, one: Mention, before: list[Mention]) -> bool:
    """Is either told of a part, a place, another time? Both “cho học sinh nghèo” are of the same."""
    if any(narrowed(doc, told) for told in (one, *before)):
        return True
    tails = [tail(doc, told) for told in (one, before[0])]
    words = [told.split()[:2] for told in tails]
    return words[0] != words[1] and any(map(partial, tails))


def _looks_back(doc: Document, one: Mention) -> bool:
    """“Năm học 2024 - 2025, Trường có 412 bài báo”: does its sentence tell of another year?"""
    years = _YEAR.findall(doc.text[slice(*sentence(doc.text, one.span.start, clauses=False))])
    return any(int(year) != doc.year for year in years)


def _says(one: Mention) -> bool:
    """Does the phrase say what is counted, beyond a unit?"""
    return len(one.phrase) >= SHORT and not _UNITS & set(one.phrase[:2])


def _bare(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """“đoàn viên mới” are “đoàn viên” where both are admitted."""
    return phrase[:-1] if phrase[-1:] == ("mới",) and len(phrase) > SHORT else phrase


def _alike(phrase: tuple[str, ...], known: Mapping[tuple[str, ...], object]) -> Iterator[tuple[str, ...]]:
    """The known phrases of the same: this one, or one that goes on where the other, of three words or more, ends."""
    if phrase in known:
        yield phrase
    for other in known:
        size = min(len(other), len(phrase))
        if size > SHORT and other != phrase and other[:size] == phrase[:size]:
            yield other


def _parts(one: Mention, before: Mention) -> bool:
    """Two counts near enough to be of one thing, after words that do not tell two things apart?"""
    low, high = sorted((one.value, before.value))
    if low == high or low < high * NEAR:
        return False
    if one.named and before.named:
        return True
    leads = [set(told.lead[-2:]) - _PLAIN for told in (one, before)]
    if len(one.phrase) == SHORT:
        verbs = [
            [word for word in told.lead if word not in _PLAIN][-1:] for told in (one, before)
        ]  # “trồng” and “trồng mới”
        same_verb = (
            verbs[0] == verbs[1] != [] and verbs[0][0] not in _JOINS and one.lead[-1:] != ("thêm",) != before.lead[-1:]
        )
        return not any(leads) or same_verb
    return not all(leads) or bool(leads[0] & leads[1])
