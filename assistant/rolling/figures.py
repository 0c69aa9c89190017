"""The net under everything else: a figure of last year that nothing has claimed becomes a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from assistant.rolling.edits import Edit, Turn, blank, keep
from checks.facts.indicators import Indicator
from checks.facts.quantities import quantities
from checks.finding import Span
from checks.letters import CAPITAL
from checks.parsing.markers import Marker, markers

FIGURE = re.compile(r"(?<![^\W_])\d+(?:[.,/]\d+)*(?:\s?[-–]\s?\d+(?:[.,/]\d+)*)?")
# Words before a number that make it a name: “Điều 5”, “Đường tỉnh 152”, “khối 9”, “giai đoạn 2”, “COVID-19”
NAMED = re.compile(
    r"(?<![^\W\d_])(?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục|[Bb]iểu|[Mm]ẫu(?: số)?|[Qq]uốc lộ|"
    r"[Đđ]ường tỉnh|[Tt]ỉnh lộ|Phòng|Vụ|[Đđ]ường huyện|[Đđ]ại lộ|[Đđ]ường|"
    r"[Ll]ớp|[Kk]hối(?: lớp| thi đua)?|[Cc]ụm(?: thi đua)?|"
    r"[Hh]ọc kỳ|[Gg]iai đoạn|mức độ|mức độ \d(?:,| và)|cấp độ|[Ll]oại|[Hh]ạng|[Vv]ùng|khu vực|[Tt]hôn|[Tt]ổ dân phố|"
    r"[Kk]hu phố|[Tt]ổ|[Kk]hóm|[Ấấ]p|[Bb]ản|"
    r"[Qq]uân (?:khu|đoàn)|[Bb]inh đoàn|[Ss]ư đoàn|[Ll]ữ đoàn|[Tt]rung đoàn|[Tt]iểu đoàn|[Đđ]ại đội|[Tt]rung đội|[Hh]ải đội|[Pp]hân xưởng|"
    r"ISO|ISO/IEC|TCVN|QCVN|TCXDVN|IATF|SVR|"
    r"[Nn]ghiệp vụ|[Cc]hi bộ|[Đđ]ợt|[Cc]hặng|[Bb]ước|COVID-|Covid-|thang(?: điểm)?|[Đđ]ề án|[Cc]hương trình|phổ thông|chỉ tiêu thứ|[Kk]m|[Cc]a)\s?(?:số )?$"
)
# “đường tỉnh 95 tỷ đồng”, “mỗi chặng 05 tập thể”: an amount all the same
AMOUNT = re.compile(
    r"(?:0\d(?!\d)(?<!Đề án 06)|"
    r"\d[\d.,]*\s?(?:%|‰|tỷ|triệu|nghìn|đồng|ha\b|km\b|m\b|tấn|ngày|giờ|tập thể|cá nhân|người|hộ|xã|thôn|học sinh|giáo viên|"
    r"(?:đảng|đoàn|hội) viên|chiến sĩ|lao động|"
    r"lượt|đàn|con|cây|nhà|đơn vị|điểm|công trình|mô hình|sản phẩm|buổi|lần|vụ))"
)
# “6 tháng đầu năm”, “5 năm 2026 - 2030”, “02 cấp”, “từ 3 sao”, “24/7”, “gian hàng 0 đồng”
FIXED = re.compile(
    r"\d+(?= (?:tháng (?:đầu|cuối)(?: năm)?|năm (?:\(|\d{4})|cấp\b|sao\b|tuổi\b|giờ mỗi ngày)|(?:\.000)+ dân)|24/7|(?<![\d.,])0(?= đồng)"
    # Holidays that every year has on the same day
    r"|(?<![\d/,.])(?:30/4|0?1/5|0?2/9|20/11|27/7|0?8/3|19/5|22/12|26/3|0?3/0?2|11/6|20/10|10/3|0?1/6|27/0?2|19/8|15/8)(?![\d/])"
    r"|(?:6|06|9|09|12)(?= tháng)|(?:(?<=/)|(?<=trên ))1(?= ?(?:đơn vị diện tích|ha\b))"
    # “07 giờ 30 phút”, “5G”
    r"|(?:(?<=trước )|(?<=lúc ))\d{1,2}(?= giờ)|(?<=cả )0?\d(?= tiêu chí)|0?1(?= vạn (?:dân|người))"
    r"|\d{1,2}(?= giờ (?:\d|đến \d))|(?<=\d giờ )\d\d(?!\d)|(?<=giờ đến )\d{1,2}(?= giờ)|\d(?=G\b)"
    # “lớp 12A1 đến 12A11”
    r"|\d{1,2}(?=[A-ZĐ]\d)"
    # Measured by them: “bác sĩ trên 01 vạn dân”, “giảm tai nạn giao thông cả 3 tiêu chí”, “đường dây nóng 24/24 giờ”
    r"|(?<=trên )0?1(?= vạn dân)|(?<=cả )0?3(?= (?:tiêu chí|mặt)(?!\w))|24/24(?= ?(?:giờ|h)(?!\w))|(?:(?<=QCVN )|(?<=TCVN ))\d+"
    r"|(?:(?<=kế hoạch )|(?<=Kế hoạch )|(?<=trung hạn ))5(?= năm)"
)
# “100% hộ dân ký cam kết”: all of them, this year too; not “tăng 100%”
ALL = re.compile(r"(?<![\d.,])100(?= ?%)")
_MORE = re.compile(r"(?:tăng|giảm|gấp|vượt|hơn|bằng|kịp)(?: thêm| khoảng| trên| gần)* $")
# “Thang điểm 100”, “tối đa 1.000 điểm, gồm:”, “trừ 10 điểm/lần”, “Tốt: từ 80 đến dưới 90 điểm”
SCALE = re.compile(
    r"[Tt]hang điểm|[Tt]ổng (?:số )?điểm|[Đđ]iểm (?:tối đa|trừ|cộng|thưởng|100)(?!\w)|tối đa(?: là)? \d[\d.]* điểm|"
    r"(?<![\d.])1(?:\.0)?00 điểm|(?:trừ|cộng)(?: tối đa)? \d[\d,]* điểm|(?:[Xx]uất sắc|[Tt]ốt|[Kk]há): (?:từ |dưới )?\d+"
)
POINTS = re.compile(
    r"(?<![\w.,/])\d+(?:[.,]\d+)?(?= điểm(?:/(?:lần|vụ|nội dung|tiêu chí|trường hợp))?(?! (?:%|phần trăm))|"
    r"[,;.:](?=\s|$)| cho phần | đến dưới \d+ điểm|%? số điểm)"
)
# “kết quả 40 điểm; mức hài lòng 25 điểm; …”
GIVEN, PARTS = re.compile(r"(?<![\w.,/])\d{1,3} điểm(?=[,;.)]|$)"), 3
_POINTED = re.compile(r"\d điểm|[Đđ]iểm")
QUOTE = re.compile(r"“[^”\n]{1,160}”")
# “1 Mục đích”: a number without its point; “3 | Thu ngân sách”: the first cell of a row
LABEL = re.compile(r"(?m)^\s*(?:\| ?)?\d{1,3}(?:\.\d{1,2})*(?= (?:\||[" + CAPITAL + r"]))")
# “theo dõi các chỉ tiêu 1, 2 và 5 Mục III”, “tại điểm 2.7”: parts of this document
REFERENCE = re.compile(
    r"(?<!\w)(?:chỉ tiêu|điểm|nội dung|nhiệm vụ|tiêu chí|khoản|mục|phần)(?: số)? (?P<first>\d{1,2}(?:\.\d{1,2})*)"
    r"(?:(?:,| và|;| đến)(?: các)?(?: (?:chỉ tiêu|điểm|nội dung|khoản|mục))? \d{1,2}(?:\.\d{1,2})*(?![\d.]*\d| ?%))*"
    r"(?=[.,;:)](?!\d)| (?:và|[Mm]ục|[Pp]hần|khoản|nêu|tại|về|của|trên|Kế|Chỉ)(?!\w)|$)",
    re.IGNORECASE | re.MULTILINE,
)
PART = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
PHONE = re.compile(r"(?:điện thoại|ĐT|đường dây nóng|số máy|Zalo)(?: số)?:? (?P<n>\d[\d. ]{6,13}\d)", re.IGNORECASE)
# “Các tiểu đoàn 1, 2, 3, 4 và các đại đội”, “các khu phố 3, 5 và 7”: each is a name
UNITS = re.compile(
    r"(?:[Tt]iểu đoàn|[Đđ]ại đội|[Tt]rung đội|[Tt]rung đoàn|[Ss]ư đoàn|[Kk]hu phố|[Tt]ổ dân phố|[Ấấ]p|[Tt]hôn|[Kk]hu vực|[Cc]hi bộ|[Kk]hối)"
    r" (?P<list>\d{1,3}(?:(?:, | và )\d{1,3}(?!\d))+)"
    r"(?=[.;:)]| và (?!\d)| (?:các|thuộc|của|trực|ký|chủ|tổ chức|phối|thi đua|đăng|phải|đạt)(?!\w)|$)",
    re.MULTILINE,
)
# “trong 10 ngày kể từ ngày ban hành”, “xử lý ổ dịch trong 48 giờ”: how soon, not how much
SOON = re.compile(
    r"(?:trong(?: vòng| thời hạn)?|chậm nhất|không quá|sau)(?: là| tối đa)? (?P<n>\d{1,2})"
    r"(?= (?:(?:ngày|giờ)(?: làm việc)? (?:kể từ|tính từ|từ khi|từ ngày|sau khi)|giờ(?:[.,;)](?!\d)|$)))",
    re.MULTILINE,
)
# “180.000.000 đồng (Một trăm tám mươi triệu đồng)”
IN_LETTERS = re.compile(
    r"(?<=đồng) ?\((?:[Bb]ằng chữ:? ?)?(?P<words>(?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)(?!\w)"
    r"[^()\d\n]{3,120}đồng(?: chẵn)?)"
)
# Levels of online services were done away with by Nghị định 42/2022/NĐ-CP; diseases come and go.
AGED = {
    "mức độ": "“{}” là của văn bản trước: hãy kiểm tra còn dùng không.",
    "COVID-": "“{}” là của văn bản trước: hãy kiểm tra còn phải nêu không.",
}
_SAID = re.compile(r"[^\W\d_]{2}|/20\d\d")
KEPT_ALL = "Giữ “100%” của văn bản trước: hãy kiểm tra."
# “ba phong trào”, “hai mô hình”: a number all the same; not “hai lần trong năm”, “hai xã cũ”
IN_WORDS = re.compile(
    r"(?<!\w)(?:[Hh]ai|[Bb]a|[Bb]ốn|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười) (?:phong trào|mô hình|công trình|phần việc|chuyên đề|tuyến|lớp|"
    r"sáng kiến|đề tài|sản phẩm|cuộc|dự án|tập thể|cá nhân|thôn|ấp|xã|hộ|nhà)(?!\w| (?:cũ|trường|nước|này|nói))"
)
KEPT_SCALE = "Giữ thang điểm của văn bản trước: hãy kiểm tra."
# “chia làm 03 chặng:” above three numbered items
COUNTED = re.compile(r"(?m)(?<![\d.,/])(?P<n>0?[2-9]|1\d)(?= [^\d\n:;.]{1,60}:$)")


def edits(turn: Turn) -> Iterator[Edit]:
    """Every figure left; numbers of lists, names and quoted titles stay."""
    last = turn.last
    below = last.lines[last.line_at(last.body.end) + 1 :]  # the plan that comes with a decision counts its parts too
    for marker in (*last.markers, *markers(below)):
        yield keep(turn, marker.span)
    for pattern in (QUOTE, FIXED, LABEL):
        for match in turn.find(pattern):
            if pattern is not QUOTE or re.search(r"\d", match[0]):
                yield keep(turn, Span(*match.span()))
    yield from _references(turn)
    for match in turn.find(UNITS):
        yield keep(turn, Span(*match.span("list")))
    yield from _counted(turn)
    yield from _whole(turn)
    yield from _in_words(turn)
    yield from _soon(turn)
    for match in turn.find(IN_LETTERS):
        yield blank(turn, Span(*match.span("words")), "Số tiền viết bằng chữ")
    yield from _scales(turn)
    named = dict(_indicators(turn))
    for match in turn.find(FIGURE):
        before = turn.text[max(0, match.start() - 24) : match.start()]
        name = NAMED.search(before)
        if name and not AMOUNT.match(turn.text, match.start()):
            told = next((told for word, told in AGED.items() if name[0].startswith(word)), "")
            yield keep(turn, Span(*match.span()))._replace(note=told.format(f"{name[0]}{match[0]}"))
        else:
            yield _opened(turn, match, named)


def _references(turn: Turn) -> Iterator[Edit]:
    """Numbers of parts of this document, which stay as they are; and of telephones."""
    parts = {".".join(map(str, (*m.prefix, m.nth))) for m in turn.last.markers}
    for match in turn.find(REFERENCE):
        if match["first"] in parts:
            for part in PART.finditer(match[0]):
                yield keep(turn, Span(*part.span()).moved(match.start()))
    for match in turn.find(PHONE):
        yield keep(turn, Span(*match.span("n")))


def _whole(turn: Turn) -> Iterator[Edit]:
    """All of them are asked for again; what the opening tells of the past year is not."""
    plan = turn.last.enclosure
    opening = max(turn.last.preface.end, plan.by + plan.document.preface.end if plan else 0)
    for match in turn.find(ALL):
        if (match.start() >= opening or turn.whole) and not _MORE.search(
            turn.text, max(0, match.start() - 20), match.start()
        ):
            yield keep(turn, Span(*match.span()))._replace(note=KEPT_ALL)


def _in_words(turn: Turn) -> Iterator[Edit]:
    """A count written out stays, for no blank of figures would read well there; that it is last year's is said."""
    for match in turn.find(IN_WORDS):
        said = f"Giữ “{match[0]}” của văn bản trước: hãy kiểm tra số này."
        yield keep(turn, Span(*match.span()))._replace(note=said)


def _soon(turn: Turn) -> Iterator[Edit]:
    stated = {one.span.start for one in turn.last.indicators}
    for match in turn.find(SOON):
        if match.start("n") not in stated and not turn.in_targets(match.start()):
            said = f"Giữ “{match[0]} {turn.text[match.end() :].split(maxsplit=1)[0].strip('.,;)')}” của văn bản trước: hãy kiểm tra."
            yield keep(turn, Span(*match.span("n")))._replace(note=said)


def _scales(turn: Turn) -> Iterator[Edit]:
    """How points are given is no target: a scale stays until somebody changes it."""
    part = Span(-1, -1)
    stated = [one.span.start for one in turn.last.indicators]
    for line in turn.last.lines:
        scale = SCALE.search(line.text) or len(GIVEN.findall(line.text)) >= PARTS
        if scale and turn.inside(line.span.start) and not turn.in_targets(line.span.start):
            around = [
                s.span for s in turn.last.sections if s.level == 1 and s.span.start <= line.span.start < s.span.end
            ]
            part = max([line.span, *around], key=lambda span: span.end)
        elif line.span.start >= part.end or not _POINTED.search(line.text):
            continue
        for match in POINTS.finditer(turn.text, *line.span):
            if match.start() not in stated or scale:
                told = KEPT_SCALE if scale else ""
                yield keep(turn, Span(*match.span()))._replace(note=told)


def _counted(turn: Turn) -> Iterator[Edit]:
    """How many items follow, where so many do."""
    for match in turn.find(COUNTED):
        after = [m for m in turn.last.markers if m.line.span.start > match.end()]
        below = after and not turn.text[turn.line_end(match.end()) : after[0].line.span.start].strip()
        if below and _length(after) == int(match["n"]):
            yield keep(turn, Span(*match.span("n")))


def _length(following: list[Marker]) -> int:
    """Of the list that the first of these markers opens."""
    depth = following[0].depth
    return sum(m.depth == depth for m in takewhile(lambda m: m.depth >= depth, following))


def _opened(turn: Turn, match: re.Match[str], named: dict[Span, str]) -> Edit:
    span = Span(*match.span())
    at = next((at for at in named if at.start <= span.start < at.end), None)
    if at:
        return blank(turn, span, f"Chỉ tiêu năm {turn.new}: {named[at]}")._replace(last=turn.text[slice(*at)])
    if cell := _cell_of(turn, span):
        return blank(turn, span, cell)
    amount = next(iter(quantities(turn.text, span.start, turn.line_end(span.end))), None)
    was = turn.text[slice(*amount.span)] if amount and amount.span.start == span.start else match[0]
    return blank(turn, span, f"Số liệu năm {turn.new} trong câu “{turn.around(span)}”")._replace(last=was)


def _cell_of(turn: Turn, span: Span) -> str:
    """Where in a table: “Cột “Thực hiện 2026”, dòng “Số giường bệnh””; empty outside tables and where no head tells."""
    at = turn.last.line_at(span.start)
    lines = turn.last.lines
    if " | " not in lines[at].text:
        return ""
    top = at
    while top and " | " in lines[top - 1].text:
        top -= 1
    column = turn.text.count(" | ", lines[at].span.start, span.start)
    head, cells = ([c.strip(" |") for c in lines[i].text.split(" | ")] for i in (top, at))
    if top == at or column >= len(head) or not head[column] or len(head) != len(cells) or _SAID.search(cells[column]):
        return ""
    named = max((c for c in cells[:column] if _SAID.search(c)), key=len, default="")
    title, row = (
        re.sub(r"20\d{2}", lambda year: str(int(year[0]) + turn.years), words) for words in (head[column], named)
    )
    return f"Cột “{title}”, dòng “{row}”" if row else ""


def _indicators(turn: Turn) -> Iterator[tuple[Span, str]]:
    for indicator in turn.last.indicators:
        yield indicator.span, _named(indicator)


def _named(indicator: Indicator) -> str:
    within = indicator.scope and not indicator.name.startswith(indicator.scope)
    return f"{indicator.scope}: {indicator.name}" if within else indicator.name
