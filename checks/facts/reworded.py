"""What a clause says of a rate or an amount, in whatever words: “hồ sơ giải quyết đúng hạn đạt 98%”, “tỷ lệ hồ sơ trả đúng và trước hạn từ 95%”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from checks.facts.numbers import FIGURE, MULTIPLES, value
from checks.facts.rates import unbracketed
from checks.facts.sentences import clause_start, sentence
from checks.facts.tables import Cell, tables
from checks.finding import Span
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

_F = FIGURE.pattern
# “98%”, “62.500 tỷ đồng”, “13,5 triệu đồng/người/tháng”, “52.000 tấn”
_SAID = re.compile(
    rf"(?P<figure>{_F})(?![\d/]|[.,]\d| ?[-–] ?\d) ?(?:(?P<scale>nghìn|triệu|tỷ) )?"
    r"(?P<unit>%|đồng|USD|tấn|ha|lượt khách|lượt|căn|kWh|MW|m²|m2|km)(?P<per>(?:/[^\W\d_]+)*)(?!\w)"
)
_INSIDE = tuple("0123456789.,/–-")
_RANGE = re.compile(r"\d ?[–-] $")
# Where what is said of it begins and ends
_BEGINS = re.compile(r".*(?:[;:|(]|\.(?=\s)|,(?=\s)|\n|\s[-–+•*]\s)", re.DOTALL)
_ENDS = re.compile(r"[;:,.()|\n]|\s(?:năm|vào|trong|trước|theo|tính|và|để|cho|với|nhằm|qua|bằng|tại|ở)\s")
# A change, a condition, another time: no level of the whole
_NO_LEVEL = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|thêm|bằng|chiếm|(?<!trở )lên|(?<!trở )xuống|so với|cùng kỳ|mỗi|từng|đã|hằng|thưởng|xét|đề nghị|tối đa|còn lại|hoặc|nếu|"
    r"khi|trường hợp|trước (?:ngày|tháng)|quý|tháng(?= \d)|đợt|hết|ở |tại |đến ngày)(?!\w)"
)
# What its clause, and what the whole sentence narrows it by, further off
_PART = re.compile(r"(?<!\w)(?:[Tt]rong đó|[Gg]ồm|[Mm]ỗi|[Tt]ừng|đã)(?!\w)")
_NARROWS = re.compile(
    r"(?<!\w)(?:[Rr]iêng|[Đđ]ối với|[Kk]hối|[Cc]ụm|[Nn]hóm|[Qq]uý|[Đđ]ợt|[Cc]hặng|[Kk]hu vực|(?<!trả )[Kk]ết quả|"
    r"[Tt]iêu chuẩn (?:xét|khen)|[Đđ]iều kiện|"
    r"[Tt]ập thể|[Cc]á nhân|[Hh]ọc kỳ|[Tt]háng \d|[Đđ]ịa bàn xã|thôn [A-ZĐ\d]|xã [A-ZĐ]|phường [A-ZĐ]|[Cc]ùng kỳ|[Đđ]ến ngày)(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# One thing in other words
_SAME = tuple(
    (re.compile(rf"(?<!\w)(?:{told})(?!\w)"), same)
    for told, same in (
        (r"[“”\"]", " "),
        (r"thủ tục hành chính|tthc|hồ sơ(?: công việc| hành chính| công dân)?", "hồ_sơ"),
        (r"hồ_sơ hồ_sơ", "hồ_sơ"),
        (
            r"đúng(?:,| và| hoặc)? trước hạn|đúng hạn(?:,| và| hoặc) trước hạn|trước(?: hạn)?(?:,| và| hoặc)? đúng hạn|đúng hẹn|đúng thời hạn",
            "đúng_hạn",
        ),
        (r"đúng hạn", "đúng_hạn"),
        (r"(?:được )?(?:trả kết quả|trả|xử lý|giải quyết)", "giải_quyết"),
        (r"bhyt", "bảo hiểm y tế"),
        (r"bhxh", "bảo hiểm xã hội"),
        (r"(?:độ )?bao phủ bảo hiểm|(?:dân số |người dân )?tham gia bảo hiểm", "bao_phủ bảo_hiểm"),
        (r"hộ gia đình", "hộ"),
        (r"(?:được )?(?:nộp|tiếp nhận) trực tuyến", "trực_tuyến"),
        (r"(?:được )?(?:sử dụng|dùng) nước", "dùng_nước"),
        (r"(?:sản lượng|sản xuất)(?: sản phẩm)?", "sản_lượng_ra"),
        (r"thu ngân sách(?: nhà nước)?", "thu_ngân_sách"),
        (r"tổng doanh thu|doanh thu", "tổng_doanh_thu"),
        (r"phế phẩm|sản phẩm hỏng|hàng hỏng|sản phẩm lỗi", "tỷ_phế_phẩm"),
        (r"bệnh nhân", "người bệnh"),
        (r"hài lòng|mức độ hài lòng", "sự_hài_lòng"),
        (r"thu nhập bình quân (?:của )?(?:người lao động|cán bộ, công nhân viên|cbcnv)", "thu nhập bình quân"),
        (r"tốc độ tăng(?: trưởng)?", "tốc_độ_tăng"),
        (r"tổng sản phẩm|grdp", "tổng_sản_phẩm"),
        (r"văn hoá", "văn hóa"),
        (r"sau (?:tốt nghiệp )?(?:\d+ )?tháng(?: tốt nghiệp)?", "sau_tốt_nghiệp"),
        # What says nothing of what is meant
        (
            r"phấn đấu|đạt|từ|trên địa bàn|trên|trở lên|tỷ lệ|số|được|mức|ít nhất|tối thiểu|không quá|duy trì|giữ vững|nâng|các|của|và|có|là|"
            r"(?:toàn|cả) (?:tỉnh|xã|phường|ngành|huyện|thành phố|đơn vị|trường|viện|công ty|đảng bộ|năm)|(?:trong )?năm(?: nay)?|"
            r"bảo đảm|đảm bảo|thi đua|quyết tâm|"
            r"hoàn thành|chỉ tiêu|đến cuối|cuối|để|cho|việc|tổng|vận động|thực hiện|còn|dưới|khoảng|gần|kế hoạch|tập trung|tiếp tục|danh hiệu|tiêu chuẩn|"
            r"theo quy (?:chuẩn|định)|với|về|sự|ước|dự toán|trở xuống|hằng năm",
            " ",
        ),
    )
)
SHORT = 2
"""So few words (“hộ-nghèo”) are said of many things."""
LONGEST, TAIL = 130, 60


class Claim(NamedTuple):
    """What is told, as a bag of words, of which years, in which unit; the amount and where it stands."""

    about: frozenset[str]
    years: frozenset[str]
    unit: str
    amount: Decimal
    figure: str
    span: Span


def claims(doc: Document, part: Span) -> Iterator[Claim]:
    """The rates and amounts that sentences of ``part`` tell of the whole."""
    text, own, figures = doc.text, str(doc.year), doc.figures
    for start, _ in figures[bisect_left(figures, (part.start, 0)) : bisect_left(figures, (part.end, 0))]:
        match = None if text[max(0, start - 1) : start] in _INSIDE else _SAID.match(text, start)
        if match is None or _RANGE.search(text, max(0, start - 4), start):
            continue
        line = text.rfind("\n", 0, start) + 1
        around = sentence(text, start, clauses=False)
        if " | " in text[line : match.end() + 1] or _NARROWS.search(text, around.start, start):
            continue
        if _PART.search(text, clause_start(text, start), start):
            continue
        lead = unbracketed(text[max(around.start, start - LONGEST) : start])
        begins = _BEGINS.match(lead)
        stop = min(around.end, match.end() + LONGEST)
        ends = _ENDS.search(text, match.end(), stop)
        before = normal(lead[begins.end() :] if begins else lead)
        behind = normal(text[match.end() : ends.start() if ends else stop])
        tail = re.split(r"[,;(]", text[match.end() : min(stop, match.end() + TAIL)], maxsplit=1)[0]
        if _NO_LEVEL.search(f"{before} {behind} ") or _NO_LEVEL.search(tail):
            continue
        about = bag(before)
        about = about if weight(about) > SHORT else about | bag(behind)
        years = frozenset(_YEAR.findall(unbracketed(text[around.start : start]) + tail)) - {own}
        yield _claim(about, years, match, Span(start, match.end("figure")))


def rows(doc: Document) -> Iterator[Claim]:
    """What the rows of tables tell of the document's own year, or in the only column of figures."""
    for table in tables(doc.text):
        heads = table[0]
        unit_at = next(
            (i for i, head in enumerate(heads) if re.fullmatch(r"đơn vị(?: tính)?|đvt", head.text, re.IGNORECASE)), -1
        )
        years = [
            i
            for i, head in enumerate(heads)
            if str(doc.year) in head.text and "%" not in head.text and "so" not in head.text.lower()
        ]
        if unit_at < 0:
            continue
        for row in table[1:]:
            named = next((cell for cell in row[:unit_at] if " " in cell.text and cell.text[0].isalpha()), None)
            figures = [cell for cell in row[unit_at + 1 :] if cell.amount is not None]
            told = [row[i] for i in years if row[i].amount is not None] or figures
            if named and len(told) == 1 and not _NO_LEVEL.search(normal(named.text)):
                yield from _row(bag(normal(named.text)), told[0], row[unit_at].text)


def _row(about: frozenset[str], cell: Cell, unit: str) -> Iterator[Claim]:
    match = _SAID.fullmatch(f"{cell.text} {unit}")
    if match:
        yield _claim(about, frozenset(), match, cell.span)


def _claim(about: frozenset[str], years: frozenset[str], match: re.Match[str], span: Span) -> Claim:
    amount = value(match["figure"]) * MULTIPLES.get(match["scale"], Decimal(1))
    per = "/".join(part for part in match["per"].split("/") if part != "năm")
    return Claim(about, years, f"{match['unit']}{per}", amount, f"{match['figure']}", span)


@lru_cache(maxsize=512)
def normal(told: str) -> str:
    """What is told, each thing in one form of words."""
    told = told.lower()
    for pattern, same in _SAME:
        told = pattern.sub(same, told)
    return told


def bag(told: str) -> frozenset[str]:
    """The words of what is told in one form, in no order."""
    return frozenset(re.findall(r"[^\W\d]+", told))


def weight(about: frozenset[str]) -> int:
    """Syllables."""
    return sum(word.count("_") + 1 for word in about)
