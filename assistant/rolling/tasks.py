"""Works and jobs that last year's text names: they may be done by now, and no figure gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.rolling.edits import Edit, Turn
from checks.finding import Span
from checks.letters import CAPITAL, SMALL
from checks.surroundings import line_bounds

WORK = re.compile(
    r"(?:khởi công|khánh thành|thông xe|hoàn thành|khắc phục xong|đưa vào (?:sử dụng|khai thác|hoạt động)|nghiệm thu|bàn giao)"
    r"[^.;\n]{0,40}?(?:(?<!yêu )cầu|đường|hạ tầng|công trình|dự án|trụ sở|trường|trạm|nhà|khu|hồ|bệnh viện)",
)
# “Năm 2026, Sở Công Thương là Trưởng Khối”: it passes on from year to year
TURNS = re.compile(
    r"[Nn]ăm \d{4}[^.;\n]{0,80}(?:làm|là) (?:[Cc]ụm|[Kk]hối)?\s?(?:[Tt]rưởng|[Pp]hó)(?: [Tt]rưởng)? ?(?:[Cc]ụm|[Kk]hối)?"
    r"|(?:[Cc]ụm|[Kk]hối) (?:trưởng|phó)(?!\w)[^.;\n|]{0,60}năm \d{4}:"
)
_NAME = rf"[{CAPITAL}][{SMALL}]+(?: [{CAPITAL}][{SMALL}]+){{1,4}}"
# “Bà Trần Thị Thu, Phó Chủ tịch”, “TS. Lê Quang Vĩnh, điện thoại …”; not “đồng chí Hoàng Văn Thụ” of history
PERSON = re.compile(
    rf"(?<!\w)(?:(?:(?:PGS\.|GS\.)?\s?TS|ThS|CN|KS|BS(?:CKI{{1,2}})?)\.? {_NAME}|"
    rf"(?:(?:[Bb]ác sĩ|[Dd]ược sĩ|[Tt]iến sĩ|[Tt]hạc sĩ|[Kk]ỹ sư)(?: ?CK ?I{{1,2}})?|"
    rf"[Đđ]ại tá|[Tt]hượng tá|[Tt]rung tá|[Tt]hiếu tá|[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|[Tt]hầy|[Cc]ô) {_NAME}"
    r"(?=(?:,| -| –)? (?:\()?(?:Phó|Chủ tịch|Bí thư|Trưởng|Giám đốc|Hiệu trưởng|Chủ nhiệm|Chánh|Viện trưởng|Chỉ huy|Chính ủy|điện thoại|ĐT|số điện thoại)))"
)
OF_YEAR = re.compile(r"năm (?:học )?20\d{2}")
NAMES = re.compile(rf"[{CAPITAL}][^|\d]{{5,}}")
# “| Hiến máu | Đ/c Quàng Thị Mai | 20/9 |”
IN_A_CELL = re.compile(
    rf"(?<=\| )(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô) {_NAME}(?= *(?:\||$))", re.MULTILINE
)
HALF = re.compile(r"(?:0?6|[Ss]áu|0?9|[Cc]hín) tháng (?:cuối|đầu) năm")
TURNS_NOTE = "Cụm trưởng, khối trưởng nêu ở đây là của văn bản trước: hãy kiểm tra theo phân công luân phiên năm nay."
NOTE = "Đoạn này nêu công trình, việc cụ thể của văn bản trước: giữ việc còn làm tiếp, thay việc đã xong."


def edits(turn: Turn) -> Iterator[Edit]:
    """One note for each paragraph outside the targets that names a work."""
    seen: set[int] = set()
    for match in turn.find(WORK):
        start = line_bounds(turn.text, match.start())[0]
        if start not in seen and not turn.in_targets(start):
            seen.add(start)
            yield Edit(Span(match.start(), match.start()), "", note=NOTE)  # none within what is opened as a whole
    for match in turn.find(TURNS):
        yield Edit(Span(match.start(), match.start()), "", note=TURNS_NOTE)
    yield from _columns_of_the_year(turn)
    for match in (*turn.find(PERSON), *turn.find(IN_A_CELL)):
        note = f"“{match[0]}” là người nêu trong văn bản trước: hãy kiểm tra năm nay còn đúng không."
        yield Edit(Span(match.start(), match.start()), "", note=note)
    for match in turn.find(re.compile(rf"lần thứ (?:[IVXL]+|\d+)(?=[^.;\n“”]{{0,30}}(?<!\d){turn.old}(?!\d))")):
        if not re.search(r"[Đđ]ại hội[^.;\n]{0,90}$", turn.text[max(0, match.start() - 100) : match.start()]):
            note = f"“{match[0]}” là của văn bản trước, cùng năm {turn.old}: hãy kiểm tra số thứ tự năm nay."
            yield Edit(Span(match.start(), match.start()), "", note=note)
    yield from _half_years(turn)


def _columns_of_the_year(turn: Turn) -> Iterator[Edit]:
    """“| Cụm trưởng năm 2026 |”: whoever stands below it was named for that year."""
    head: list[str] = []
    for line in turn.last.lines:
        cells = [cell.strip(" |") for cell in line.text.split(" | ")]
        if len(cells) < 2 or not turn.inside(line.span.start):
            head = []
        elif not head:
            head = cells
        elif len(cells) == len(head):
            told = [
                h
                for h, cell in zip(head, cells, strict=True)
                if OF_YEAR.search(h) and str(turn.old) in h and NAMES.match(cell)
            ]
            for title in told:
                note = f"Cột “{title.replace(str(turn.old), str(turn.new))}” giữ theo văn bản trước: hãy kiểm tra tên năm nay."
                yield Edit(Span(line.span.start, line.span.start), "", note=note)


def _half_years(turn: Turn) -> Iterator[Edit]:
    """Last year's was for half a year, this one is asked for the whole of it: what still says so is told."""
    asked, old = turn.request.subject, HALF.search(turn.last.subject)
    if not asked or not old or HALF.search(asked):
        return
    for match in turn.find(HALF):
        note = f"“{match[0]}” lấy theo văn bản trước, trích yếu năm nay không ghi như vậy: hãy sửa cho khớp."
        yield Edit(Span(match.start(), match.start()), "", note=note)
