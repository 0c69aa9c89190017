"""Con số của chỉ tiêu nhắc lại ở phần khác."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from checks.document import Document
from checks.facts.mentions import GOES_ON, NAMES
from checks.facts.numbers import FIGURE
from checks.facts.restated import recounted
from checks.facts.sentences import sentence
from checks.facts.tables import tables
from checks.finding import Finding, Severity, Span
from checks.rule import Rule
from checks.surroundings import line_bounds
from checks.values import NamedTuple

_WORDS_BEHIND = re.compile(r"[ %]*(?:[^\W\d_]+ ?){0,3}")
# What narrows a figure, looks back or compares; “trước ngày 30/6/2026” may be half of it, “trước ngày 30/10” is all
_NARROWS = re.compile(
    r"riêng|trong đó|gồm|đợt|quý|tháng|giai đoạn|đến ngày|đối với|(?<!tr)ở |tại |khu vực|vùng|nhóm|mỗi|bình quân|\bđã\b|kết quả|so |năm trước|"
    r"hằng năm|(?<!trở )lên|(?<!trở )xuống|thêm|thôn [A-ZĐ]|xã [A-ZĐ]|phường [A-ZĐ]|khối|trước ngày \d{1,2}/[1-9]/"
)
_PART = re.compile(
    r"[Rr]iêng|[Tt]rong đó|[Mm]ỗi|[Tt]ừng|[Đđ]ợt|[Cc]hặng|[Gg]iai đoạn|quý [IV1-4]|thôn [A-ZĐ]|xã [A-ZĐ]|phường [A-ZĐ]|[Kk]hối|\bđã\b"
)
_YEAR = re.compile(r"[Nn]ăm (\d{4})")
_EACH = re.compile(r"[Mm]ỗi|[Tt]ừng|[Bb]ình quân|\bđã\b")
LONG = 4
"""Digits, or words: the same digits in another order are no chance then."""
REACH = 40
"""Characters around a figure in which the words stand that tell what is counted."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\nII. CHỈ TIÊU\n\n"
END = "\n\nIII. NỘI DUNG THI ĐUA\n\n{}\n\nIV. TỔ CHỨC THỰC HIỆN\n\nCác thôn thực hiện.\n"


class Counted(NamedTuple):
    """A figure with the words around it, in small letters."""

    figure: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    span: Span
    row: str = ""
    """The first words of the row that has it."""


class FigureSlip(Rule):
    """Con số của chỉ tiêu nhắc lại ở phần khác vẫn là con số ấy: “860.000 thửa đất” không thành “680.000”, “20 kỹ thuật mới” không thành “18”.

    Chỉ báo khi chữ đứng trước, đứng sau như nhau mà hai con số đảo hoặc lệch một chữ số, hoặc khi cùng đếm một cụm từ mà phần trước ghi một con
    số duy nhất, hai con số gần nhau; chỗ nói riêng một đợt, một nơi, một mốc thời gian, một năm khác, mức của mỗi đơn vị không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    apart = ("KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG THI ĐUA\n\nLàm sạch 860.000 thửa đất.\n",)
    good = (
        HEAD
        + "1. Thực hiện 20 kỹ thuật mới.\n\n2. Thành lập 15 công đoàn cơ sở mới.\n\n3. Giải quyết việc làm cho 190 lao động.\n\n"
        "4. Khoa Nội có 18 sáng kiến cải tiến; khoa Ngoại có 15 sáng kiến cải tiến."
        + END.format(
            "Mỗi khoa triển khai 18 kỹ thuật mới; quý I triển khai 16 kỹ thuật mới. Triển khai 2 kỹ thuật mới ở trạm, 20 kỹ thuật mới tại viện.\n\n"
            "Kiểm tra 12 công đoàn cơ sở mới; giữ việc làm cho 210 lao động; có 19 sáng kiến cải tiến; thu 900 triệu đồng."
        ),
        HEAD
        + "1. Làm sạch 860.000 thửa đất.\n\n2. Bê tông hóa 6,2 km đường giao thông nông thôn."
        + END.format(
            "1. Làm sạch 860.000 thửa đất; trồng 680.000 cây xanh.\n\n2. Bê tông hóa 5,2 km đường giao thông nông thôn trước ngày 30/6/2026; "
            "mỗi thôn làm sạch 680.000 thửa đất."
        ),
        HEAD
        + "1. Khen thưởng 20 tập thể, 30 cá nhân có thành tích; giúp 12 hộ thoát nghèo."
        + END.format("Khen thưởng 02 tập thể, 13 cá nhân có thành tích; giúp 21 hộ."),
        HEAD + "1. Xử lý xong 65 điểm đen." + END.format("Mỗi đội xử lý xong 56 điểm đen; mỗi năm 56 điểm."),
        HEAD.replace("Lập thành tích.", "Vừa qua, giá trị sản xuất đạt 2.180 tỷ đồng.")
        + "1. Giá trị sản xuất đạt 2.380 tỷ đồng."
        + END.format("Năm 2025 giá trị sản xuất đạt 2.280 tỷ đồng, cần giữ đà tăng."),
        HEAD
        + "1. Làm sạch 860.000 thửa đất; chặng một làm sạch 680.000 thửa đất."
        + END.format("Làm sạch 680.000 thửa đất."),
        HEAD
        + "1. Xử lý xong 65 điểm đen.\n\n2. Tỷ lệ hồ sơ đạt 65%.\n\n3. Giúp 12 hộ nghèo."
        + END.format(
            "Riêng quý I, xử lý xong 56 điểm đen; tỷ lệ hồ sơ đạt 56%. Thăm 21 hộ nghèo.\n\n"
            "TT | Việc | Ai làm\n1 | Xử lý xong 56 điểm đen | Công an"
        ),
        HEAD
        + "1. Xây dựng 65 nhà văn hóa; thành lập mới 2 tổ hợp tác.\n\n2. 65 ha chè cho thu hoạch; trồng mới 45 ha chè.\n\n"
        "3. Khen thưởng 02 tập thể theo Điều 12 Luật Thi đua, khen thưởng.\n\n4. Gieo trồng 1.520 ha lúa."
        + END.format(
            "Xây dựng 85 nhà văn phòng; thành lập mới 5 tổ hợp tác. 85 ha chè cho thu hoạch. Cải tạo 85 ha chè.\n\n"
            "Khen thưởng 20 tập thể theo Điều 21 Luật Thi đua, khen thưởng. Gieo trồng 15,20 ha lúa."
        ),
        HEAD + "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch\n1 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | 28.160\n"
        "2 | Trồng rừng | ha | 1.520\n3 | Bê tông hóa đường thôn | km | 120"
        + END.format(
            "Thu ngân sách nhà nước đã đạt 28.170 tỷ đồng. Dư nợ cho vay 28.610 tỷ đồng. Trồng rừng 1.250 ha. "
            "Bê tông hóa đường thôn 210 km."
        ),
    )
    bad = (
        HEAD.replace("Lập thành tích.", "Bước sang năm 2026, Tập đoàn giao Công ty khai thác 24.500 tấn mủ quy khô.")
        + "1. Thành lập 15 tổ."
        + END.format("Khai thác đạt và vượt [[24.050]] tấn mủ quy khô."),
        HEAD
        + "1. Thực hiện 20 kỹ thuật mới.\n\n2. Có 40 sáng kiến, cải tiến kỹ thuật.\n\n3. Sửa chữa 20 nhà “Mái ấm tình thương”, trong đó khoa Nội 5 nhà."
        + END.format(
            "Nâng cao chuyên môn: triển khai [[18]] kỹ thuật mới; phấn đấu có [[45]] sáng kiến, cải tiến kỹ thuật; "
            "bố trí kinh phí hỗ trợ [[25]] nhà “Mái ấm tình thương”."
        ),
        HEAD
        + "1. Hỗ trợ 75 suất học bổng cho học sinh nghèo; trồng 600 cây xanh."
        + END.format(
            "Trao [[80]] suất học bổng cho học sinh nghèo; ra quân “Tết trồng cây”, trồng [[500]] cây xanh theo lịch tại Phụ lục."
        ),
        HEAD.replace("II. CHỈ TIÊU", "II. MỤC TIÊU")
        + "Lập thành tích.\n\nIII. CHƯƠNG TRÌNH\n\nCó 1.500 sáng kiến được công nhận.\n\nIV. TỔ CHỨC THỰC HIỆN\n\n"
        "Các thôn đăng ký, bảo đảm đạt [[1.200]] sáng kiến.\n",
        HEAD + "1. Rà soát, làm sạch 860.000 thửa đất." + END.format("Hoàn thành làm sạch [[680.000]] thửa đất."),
        HEAD
        + "1. Bê tông hóa 6,2 km đường giao thông nông thôn."
        + END.format("Hoàn thành bê tông hóa [[5,2]] km đường giao thông nông thôn trước ngày 30/10/2026."),
        HEAD + "1. Xử lý xong 65 điểm đen." + END.format("Xử lý xong [[56]] điểm đen trong quý III năm 2026."),
        HEAD.replace("MỤC ĐÍCH", "YÊU CẦU").replace("CHỈ TIÊU", "MỤC TIÊU")
        + "1. Xử lý xong 65 điểm đen."
        + END.format("Xử lý xong [[56]] điểm đen."),
        HEAD
        + "1. Làm sạch 860.000 thửa đất."
        + END.format("Mỗi tổ phụ trách một thôn, các khối làm sạch [[680.000]] thửa đất."),
        HEAD
        + "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch\n1 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | 28.160\n2 | Trồng rừng | ha | 120"
        + END.format("Thu ngân sách nhà nước phấn đấu đạt [[28.610]] tỷ đồng."),
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if _targets(doc) else "văn bản không có phần chỉ tiêu")

    def check(self, doc: Document) -> Iterator[Finding]:
        part = _targets(doc)
        if part is None:
            return
        targets = list(_counted(doc, part))
        known: dict[str, list[Counted]] = {}
        for one in chain(targets, _of_the_year(doc, part.start), _cells(doc)):
            for key in _keys(one.figure):
                known.setdefault(key, []).append(one)
        own = {(one.figure, one.behind[:2]) for one in targets}
        elsewhere = chain(_counted(doc, Span(doc.body.start, part.start)), _counted(doc, Span(part.end, doc.body.end)))
        told: set[Span] = set()
        for one in chain(elsewhere, targets):
            # What stands before the targets tells of last year: “Năm 2025, giá trị sản xuất đạt 2.180 tỷ đồng”.
            restated = one.span.start < part.end or (one.figure, one.behind[:2]) in own
            near = (other for key in _keys(one.figure) for other in known.get(key, ()) if other.figure != one.figure)
            for other in near:
                if _of_row(doc, one, other) if other.row else not restated and _alike(doc, one, other):
                    told_in = "Phần chỉ tiêu" if other.span.start >= part.start else "Phần mở đầu"
                    where = "Bảng" if other.row else f"{told_in} (dòng {doc.line_at(other.span.start) + 1})"
                    told.add(one.span)
                    yield self.finding(
                        one.span, f"{where} ghi {other.figure}, ở đây ghi {one.figure}.", subject="figure"
                    )
                    break
        for first, again in recounted(doc, part):
            if again.span not in told:
                told.add(again.span)
                line = doc.line_at(first.span.start) + 1
                yield self.finding(
                    again.span, f"Ở trên (dòng {line}) ghi {first.figure}, ở đây ghi {again.figure}.", subject="figure"
                )


def _targets(doc: Document) -> Span | None:
    part = doc.section("targets") or doc.section("goal")
    return part.body if part else None


def _of_the_year(doc: Document, end: int) -> Iterator[Counted]:
    """The long figures before ``end`` in sentences that name the document's own year: “Bước sang năm 2026, … giao 24.500 tấn mủ”."""
    for one in _counted(doc, Span(doc.body.start, end)):
        long = len(_digits(one.figure)) >= LONG
        if long and str(doc.year) in _YEAR.findall(doc.text, *sentence(doc.text, one.span.start)):
            yield one


def _of_row(doc: Document, one: Counted, other: Counted) -> bool:
    """Are they of the same digits, and does the clause of ``one`` name the row of ``other``?"""
    return (
        _turned(one, other) and other.row in doc.text[sentence(doc.text, one.span.start).start : one.span.start].lower()
    )


def _alike(doc: Document, one: Counted, other: Counted) -> bool:
    """Do the words around both tell that the same is counted?"""
    if len(one.behind) < 2 or one.behind[:2] != other.behind[:2]:
        return False
    around = sentence(doc.text, one.span.start)
    if any(int(year) != doc.year for year in _YEAR.findall(doc.text, *around)):
        return False
    if _turned(one, other):
        short = len(_digits(one.figure)) < LONG
        same_verb = one.before[-1:] == other.before[-1:] != ()
        clause = max(around.start, doc.text.rfind(", ", around.start, one.span.start))
        part = (_PART if short else _EACH).search(doc.text, around.start if short else clause, one.span.start)
        return (same_verb or not short) and not part
    same_words = (
        _digits(one.figure) != _digits(other.figure)
        and one.behind == other.behind
        and len(one.before) > 1
        and one.before[-2:] == other.before[-2:]
    )
    places = (around, sentence(doc.text, other.span.start))
    return same_words and not any(_NARROWS.search(doc.text[slice(*place)]) for place in places)


def _counted(doc: Document, part: Span) -> Iterator[Counted]:
    """The figures of ``part`` that count or measure something, but for those in a row of a table."""
    digits, end = doc.figures, part.start
    for start, _ in digits[bisect_left(digits, (part.start, 0)) : bisect_left(digits, (part.end, 0))]:
        match = FIGURE.match(doc.text, start) if start >= end else None
        if match is None:  # “000” of “860.000”
            continue
        end = match.end()
        first, last = line_bounds(doc.text, start)
        before = doc.text[max(first, start - REACH) : start]
        if (
            end - start < 2
            or before.lower().endswith(NAMES)
            or GOES_ON.match(doc.text, end)
            or " | " in doc.text[first:last]
        ):
            continue
        behind = _WORDS_BEHIND.match(doc.text, end, min(end + REACH, last))
        yield Counted(match[0], _last(before), tuple(behind[0].lower().split()) if behind else (), Span(start, end))


def _last(before: str) -> tuple[str, ...]:
    """The last three words; none in front of what is no word."""
    words = before.replace(",", " ").lower().split()[-3:]
    first = next((i for i in range(len(words), 0, -1) if not words[i - 1].isalpha()), 0)
    return tuple(words[first:])


def _cells(doc: Document) -> Iterator[Counted]:
    """The long figures in tables, with the first words of their row."""
    for rows in tables(doc.text):
        for row in rows[1:]:
            words = next((cell.text.lower().split() for cell in row if " " in cell.text), [])
            for cell in row if len(words) >= LONG else ():
                if FIGURE.fullmatch(cell.text) and len(_digits(cell.text)) >= LONG:
                    yield Counted(cell.text, (), (), cell.span, " ".join(words[:LONG]))


def _keys(figure: str) -> Iterator[str]:
    """What it shares with figures of the same digits, and with those that differ in one digit."""
    yield _digits(figure)
    for i, digit in enumerate(figure):
        if digit.isdigit():
            yield f"{figure[:i]}#{figure[i + 1 :]}"


def _digits(figure: str) -> str:
    return "".join(sorted(filter(str.isdigit, figure)))


def _turned(one: Counted, other: Counted) -> bool:
    """Are both of the same digits, in the same form?"""
    form = [re.sub(r"\d", "#", counted.figure) for counted in (one, other)]
    padded = one.figure[0] == "0" or other.figure[0] == "0"
    return form[0] == form[1] and not padded and _digits(one.figure) == _digits(other.figure)
