"""Con số trong bảng, phụ lục và trong lời văn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, MULTIPLES, spell, value
from checks.facts.sentences import clause_start, sentence
from checks.facts.table_rows import parted
from checks.facts.tables import Cell, tables
from checks.finding import Finding, Severity, Span
from checks.rule import Rule
from checks.surroundings import line_bounds
from checks.values import NamedTuple

_NAME_HEAD = re.compile(
    r"(?:các |tên )?(?:chỉ tiêu|nội dung|hạng mục|tiêu chí|danh mục)(?: thi đua| chủ yếu)?", re.IGNORECASE
)
_UNIT_HEAD = re.compile(r"đơn vị tính|đơn vị|đvt", re.IGNORECASE)
_TOTAL = re.compile(r"tổng(?: cộng| số)?|cộng|cả giai đoạn", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# “Số xã đạt chuẩn”, “Tổng số căn nhà (căn)”: the words that stand behind the figure in a sentence
_COUNTED = re.compile(r"^(?:tổng )?số (?:lượng )?", re.IGNORECASE)
_BRACKET = re.compile(r" ?\([^()]*\)")
# What narrows a figure to a part, a place, another time
_NARROWS = re.compile(
    r"(?<!\w)(?:riêng|trong đó|mỗi|từng|bình quân|trung bình|quý|tháng|đợt|chặng|giai đoạn|khối|cụm|thôn|đã|còn lại|cùng kỳ|so với|thêm \d|lên|xuống|từ)(?!\w)"
)
_NEXT = re.compile(r"\s*(?:[.,;:)\n]|$|(?:và|trong|năm|vào|theo|cho|để|được|trên|do|hoàn thành)(?!\w))")
# What may narrow it behind: “40 căn nhà ở xã hội cho công nhân” of 50
_PART = re.compile(r"\s*(?:cho|do|trên|vào|trong (?!năm))(?!\w)")
# “kim ngạch xuất khẩu | năm 2026 đạt 440 triệu USD”, “kinh phí thực hiện | phong trào thi đua là 2 tỷ đồng”
_SAID = re.compile(
    r"(?: (?:trên địa bàn|toàn (?:tỉnh|xã|ngành|huyện|thành phố)|(?:trong |cả )*năm(?: 20\d\d)?|phong trào|đợt|kế hoạch|thi đua))*,? (?:đạt|là|còn) "
    rf"(?:ít nhất )?(?P<figure>{FIGURE.pattern})(?![\d/]|[.,]\d| ?[-–] ?\d) ?(?P<unit>[^\d.;,()\n]{{0,30}})"
)
_GROWN = re.compile(
    rf"(?: trên địa bàn| cả năm| năm 20\d\d)? (?P<way>tăng|giảm) (?P<rate>{FIGURE.pattern})%"
    r"(?: (?:so với|so) (?:thực hiện )?(?:năm (?P<year>20\d\d)|năm trước)|(?=[,;.\n]))"
)
_BEFORE = re.compile(rf"(?<![\d.,/–-])(?P<figure>{FIGURE.pattern}) $")
# “thu hút 1,2 tỷ USD vốn đầu tư trực tiếp nước ngoài”: an amount of money and what is told around it
_MONEY = re.compile(
    rf"(?<![\d.,/–-])(?P<figure>{FIGURE.pattern})(?![\d/]|[.,]\d| ?[-–] ?\d) ?(?P<scale>nghìn|triệu|tỷ) (?P<of>đồng|USD)(?![\w/])"
)
# “Chiều dài (m)”, “Kinh phí (triệu đồng)”
_MEASURED = re.compile(r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,3}) \((?P<unit>m|km|ha|m²|triệu đồng|tỷ đồng|đồng|tấn)\)")
SLIP = Decimal("0.1")
"""A total farther off is of something else."""
FEWEST = 4
"""Syllables: a shorter name (“Số xã”) is said of many things."""
AROUND = 70
"""Characters beside an amount in which its name stands."""
NEAR = Decimal("0.4")
"""A figure farther off is of something else."""
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\nVề đích.\n\n2. Chỉ tiêu\n\n"
TABLE = (
    "\n\nTT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026\n1 | Kim ngạch xuất khẩu | triệu USD | 400 | 440\n"
    "2 | Số xã đạt chuẩn nông thôn mới tăng thêm | xã | 5 | 6\n3 | Trồng rừng | ha | 80 | 90\n"
)
ANNEX = "\n\nCụm | Số xã | Số căn nhà ở xã hội | Kinh phí (triệu đồng)\nCụm số 1 | 4 | 20 | 900\nCụm số 2 | 5 | 30 | 1.100\nTổng cộng | 9 | 50 | 2.000\n"
END = "\n3. Nội dung\n\nThi đua.\n"


class Told(NamedTuple):
    """What a table says of this year or in all: its name as a sentence says it, the amount, its unit and what else stands beside it."""

    name: str
    counted: bool
    amount: Decimal
    unit: str
    cell: Cell
    others: frozenset[Decimal]
    before: Decimal | None
    """The amount of the year before, where the table has it."""


class TableAndText(Rule):
    """Con số nêu trong lời văn bằng con số của bảng, phụ lục trong cùng văn bản, kể cả dòng cộng và mức tăng.

    Chỉ so khi tên chỉ tiêu trong câu giống hệt tên ở dòng hoặc ở đầu cột, cùng đơn vị, cùng năm. Số của một cụm, một đợt, một năm khác
    đứng trong chính bảng ấy không bị coi là sai.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "- Xóa 12 điểm ngập; quý I xóa 06 điểm ngập; xóa 40 điểm ngập trong cả nhiệm kỳ.\n- Báo cáo tổng kết năm trước ngày 15/12/2026, năm 2025 trước ngày "
        "10/12/2025.\n\nTT | Nội dung | Chỉ tiêu\n1 | Xóa điểm ngập | 12 điểm\n2 | Báo cáo tổng kết năm | Trước ngày 15/12/2026\n3 | Tổ dân phố tự quản | 8\n"
        + END,
        HEAD
        + "- Có 6 xã đạt chuẩn nông thôn mới tăng thêm.\n- Kim ngạch xuất khẩu tăng 10% so với năm 2025, đạt 440 triệu USD."
        + TABLE
        + END,
        HEAD
        + "- Hoàn thành 50 căn nhà ở xã hội; cụm số 2 hoàn thành 30 căn nhà ở xã hội.\n- Có 7 xã về đích."
        + ANNEX
        + END,
        HEAD + "- Mỗi cụm hoàn thành ít nhất 20 căn nhà ở xã hội; đã hoàn thành 45 căn nhà ở xã hội." + ANNEX + END,
        HEAD + "- Trồng rừng 70 ha; kim ngạch xuất khẩu hàng thủy sản đạt 300 triệu USD." + TABLE + END,
        HEAD + "- Trồng rừng đạt 91 ha; kim ngạch xuất khẩu đạt 44 triệu USD." + TABLE + END,
        HEAD
        + "- Năm 2025, kim ngạch xuất khẩu đạt 430 triệu USD; sáu tháng, kim ngạch xuất khẩu đạt 400 triệu USD."
        + TABLE
        + END,
        HEAD + "- Kim ngạch xuất khẩu đạt 11.000 tỷ đồng, kim ngạch xuất khẩu tăng 30% so với năm 2020." + TABLE + END,
        HEAD
        + "- Kim ngạch xuất khẩu tăng 10% so với năm trước.\n\nViệc | Ghi chú\nThu | kim ngạch xuất khẩu đạt 450 triệu USD\n"
        + TABLE
        + END,
        HEAD + "- Trường chuẩn mức độ 2 đạt 6 trường; tỷ lệ hộ gia đình văn hóa tăng 8% so với năm 2025.\n\n"
        "Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026\nTrường chuẩn mức độ 2 | trường | 4 | 5\nTỷ lệ hộ gia đình văn hóa | % | 80 | 88\n"
        + END,
        HEAD
        + "- Kim ngạch xuất khẩu tăng 12% so với năm 2025, đạt 450 triệu USD."
        + TABLE.replace("Đơn vị tính", "Cơ quan theo dõi")
        + END,
        HEAD + "- Kim ngạch xuất khẩu đạt 450 triệu USD." + TABLE.replace("Năm 2025", "Quý I năm 2026") + END,
        HEAD + "- Kim ngạch xuất khẩu đạt 450 triệu USD." + TABLE.replace("Năm 2026", "Năm 2026 - 2027") + END,
        HEAD + "- Kim ngạch xuất khẩu tăng 12% so với năm 2025." + TABLE.replace("Năm 2025", "Năm 2024") + END,
        HEAD + "- Kim ngạch xuất khẩu tăng 11%." + TABLE.replace("440", "443") + END,
        HEAD + "- Hoàn thành 60 căn nhà ở xã hội." + ANNEX.replace("Cụm số 2 |", "Tổng số |") + END,
        HEAD + "- Hoàn thành 60 căn nhà ở xã hội." + ANNEX.replace("ở xã hội", "ở xã hội năm 2025") + END,
        HEAD + "- Hoàn thành 30 căn nhà ở xã hội; hoàn thành 40 căn nhà ở xã hội cho công nhân." + ANNEX + END,
    )
    bad = (
        HEAD
        + "- Xóa [[15]] điểm ngập, 08 điểm đen về rác thải; vẽ tranh bích họa 300 mét tường.\n- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: không quá "
        "[[20]]% tổng số tập thể.\n- Các thôn gửi báo cáo sơ kết 6 tháng đầu năm trước [[ngày 20 tháng 7 năm 2026]], tổng kết năm trước ngày [[10/12/2026]]."
        "\n- [[90]]% trường học đạt chuẩn quốc gia.\n\nTT | Nội dung | Chỉ tiêu, thời hạn\n0 | Trường học đạt chuẩn quốc gia | 92%\n"
        "1 | Xóa điểm ngập | 12 điểm\n2 | Xóa điểm đen về rác thải | 08 điểm\n"
        "3 | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh (tập thể) | Không quá 15%\n4 | Báo cáo sơ kết 6 tháng | Trước ngày 20/6/2026\n"
        "5 | Báo cáo tổng kết năm | Trước ngày 15/12/2026\n" + END,
        HEAD + "- Hoàn thành 50 căn nhà ở xã hội, tổng kinh phí [[2.200]] triệu đồng." + ANNEX + END,
        HEAD
        + "- Thu hút [[1,2 triệu USD]] vốn đầu tư nước ngoài; dự án 1,2 triệu USD đã cấp phép."
        + TABLE
        + "4 | Vốn đầu tư nước ngoài thu hút mới | tỷ USD | 1,0 | 1,2\n"
        + END,
        HEAD
        + "- Có [[7]] xã đạt chuẩn nông thôn mới tăng thêm.\n- Kim ngạch xuất khẩu đạt [[450]] triệu USD."
        + TABLE
        + END,
        HEAD + "- Kim ngạch xuất khẩu tăng [[15%]] so với năm 2025." + TABLE + END,
        HEAD + "- Trồng mới 20 ha chè; kim ngạch xuất khẩu tăng 10%, đạt [[404]] triệu USD." + TABLE + END,
        HEAD + "- Kim ngạch xuất khẩu giảm [[5%]] so với năm trước." + TABLE.replace("440", "360") + END,
        HEAD + "- Hoàn thành [[60]] căn nhà ở xã hội; kinh phí đạt 2 tỷ đồng." + ANNEX + END,
        HEAD
        + "- Tổng kinh phí thực hiện phong trào là [[2,4]] tỷ đồng.\n\nNội dung | Đơn vị tính | Cụm số 1 | Cụm số 2 | Tổng cộng\n"
        + "Kinh phí thực hiện | triệu đồng | 900 | 1.100 | 2.000\nSáng kiến | sáng kiến | 4 | 5 | 9\n"
        + END,
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told = list(self._named(doc))
        yield from told
        for row, span in parted(doc):
            if not any(finding.span.meets(span) for finding in told):
                place = doc.line_at(row.cell.span.start) + 1
                said = doc.text[slice(*span)] + ("%" if row.unit == ("%",) else "")
                yield self.finding(span, f"Bảng ở dòng {place} ghi “{row.cell.text}”, ở đây ghi {said}.")

    def _named(self, doc: Document) -> Iterator[Finding]:
        """Rows and columns with a unit of their own, the growth and the total of them."""
        found: list[Told] = []
        for rows in tables(doc.text):
            found += _told(rows, doc.year)
            yield from self._scales(doc, rows)
            yield from self._totals(doc, rows)
        if not found:
            return
        text = doc.text.lower()
        for told in found:
            at = text.find(told.name, doc.preface.end)
            while at >= 0:
                end = at + len(told.name)
                line = Span(text.rfind("\n", 0, at) + 1, max(text.find("\n", end), end))
                if not (text[at - 1].isalpha() or text[end : end + 1].isalpha()) and not _tabled(text, line):
                    yield from self._said(doc, text, told, at, end, line)
                at = text.find(told.name, end)

    def _totals(self, doc: Document, rows: list[list[Cell]]) -> Iterator[Finding]:
        """“tổng chiều dài 3.540 m” where the last row of the table tells 3.450 below “Chiều dài (m)”."""
        totals = [row for row in rows[1:] if any(_TOTAL.fullmatch(cell.text) for cell in row[:2])]
        for column, head in enumerate(rows[0]) if len(totals) == 1 else ():
            named = _MEASURED.fullmatch(head.text)
            right = totals[0][column].amount if named and column < len(totals[0]) else None
            if named is None or right is None:
                continue
            told = re.compile(
                rf"[Tt]ổng {re.escape(named['name'].lower())}(?: là| đạt|:)? (?P<figure>{FIGURE.pattern}) ?{re.escape(named['unit'])}(?![\w/²])"
            )
            wholes = list(told.finditer(doc.text, *doc.body))
            for match in wholes if len(wholes) == 1 else ():
                stated = value(match["figure"])
                if stated != right and abs(stated - right) <= right * SLIP:
                    place, text = doc.line_at(totals[0][column].span.start) + 1, totals[0][column].text
                    message = f"Bảng ở dòng {place} ghi {text} {named['unit']}, ở đây ghi {match['figure']}."
                    yield self.finding(match.span("figure"), message)

    def _scales(self, doc: Document, rows: list[list[Cell]]) -> Iterator[Finding]:
        """One figure, “1,2 tỷ USD” in the text and “1,2” in “triệu USD” in the row of that name."""
        unit = next((i for i, head in enumerate(rows[0]) if _UNIT_HEAD.fullmatch(head.text)), -1)
        money = {i: row[unit].text.split() for i, row in enumerate(rows) if i and 0 <= unit < len(row)}
        money = {i: words for i, words in money.items() if len(words) == 2 and words[1] in ("đồng", "USD")}
        said = [m for at, _ in doc.figures if (m := _MONEY.match(doc.text, at))] if money else []
        for i, words in money.items():
            if words[0] in MULTIPLES:
                cells = {cell.text for cell in rows[i][unit + 1 :]}
                named = max(rows[i][:unit], key=lambda cell: len(cell.text), default=rows[i][unit]).text.lower()
                yield from self._rescaled(doc, said, words, cells, named, rows[i][unit])

    def _rescaled(
        self, doc: Document, said: list[re.Match[str]], unit: list[str], cells: set[str], named: str, cell: Cell
    ) -> Iterator[Finding]:
        for match in said:
            if match["figure"] not in cells or match["of"] != unit[1] or match["scale"] == unit[0]:
                continue
            line = Span(*line_bounds(doc.text, match.start()))
            clause = sentence(doc.text, match.start())
            told = doc.text[max(clause.start, match.start() - AROUND) : min(clause.end, match.end() + AROUND)].lower()
            if not _tabled(doc.text, line) and any(run in told for run in _runs(named)):
                place = doc.line_at(cell.span.start) + 1
                message = (
                    f"Bảng ở dòng {place} ghi {match['figure']} {' '.join(unit)}, ở đây ghi {match[0]}: xem lại đơn vị."
                )
                yield self.finding(match.span(), message)

    def _said(self, doc: Document, text: str, told: Told, at: int, end: int, line: Span) -> Iterator[Finding]:
        start = max(clause_start(text, at), line.start)
        before = _BEFORE.search(text, start, at) if told.counted else None
        part = before and value(before["figure"]) < told.amount and _PART.match(text, end)
        if before and _NEXT.match(text, end) and not part:
            yield from self._judged(doc, told, before, start, told.amount)
        behind = _SAID.match(text, end, line.end)
        grown = _GROWN.match(text, end, line.end)
        if grown and told.before and told.unit not in ("%", "‰"):
            yield from self._growth(doc, told, told.before, grown)
            behind = behind or _SAID.match(text, grown.end(), line.end)
        scale = _scale(behind["unit"], told.unit) if behind and not told.counted else None
        if behind and scale:
            yield from self._judged(doc, told, behind, start, told.amount * scale)

    def _judged(self, doc: Document, told: Told, match: re.Match[str], start: int, right: Decimal) -> Iterator[Finding]:
        stated = value(match["figure"])
        told_of = doc.text[start : match.start("figure")].lower()
        years = {int(year) for year in _YEAR.findall(told_of)}
        if stated == right or stated in told.others or _NARROWS.search(told_of) or years - {doc.year}:
            return
        if abs(stated - right) <= max(stated, right) * NEAR:
            place = doc.line_at(told.cell.span.start) + 1
            inside = f"{told.cell.text} {told.unit}".rstrip()
            message = f"Bảng ở dòng {place} ghi {inside}, ở đây ghi {match['figure']}."
            yield self.finding(match.span("figure"), message)

    def _growth(self, doc: Document, told: Told, before: Decimal, match: re.Match[str]) -> Iterator[Finding]:
        if match["year"] and doc.year and int(match["year"]) != doc.year - 1:
            return
        rate = (told.amount - before) / before * 100
        stated = value(match["rate"]) * (1 if match["way"] == "tăng" else -1)
        last = Decimal(1).scaleb(-len(match["rate"].partition(",")[2]))
        if abs(rate - stated) > last:
            way, right = "giảm" if rate < 0 else "tăng", spell(abs(rate).quantize(Decimal("0.1")).normalize())
            message = f"Theo bảng ở dòng {doc.line_at(told.cell.span.start) + 1}, mức {way} là {right}%."
            yield self.finding((match.start("rate"), match.end("rate") + 1), message)


def _runs(name: str) -> list[str]:
    """The runs of four words of a name."""
    words = name.split()
    return [" ".join(words[i : i + FEWEST]) for i in range(len(words) - FEWEST + 1)]


def _told(rows: list[list[Cell]], year: int | None) -> Iterator[Told]:
    heads, body = rows[0], rows[1:]
    names = [i for i, head in enumerate(heads) if _NAME_HEAD.fullmatch(head.text)]
    if len(names) == 1:
        yield from _of_rows(heads, body, names[0], year)
    totals = [row for row in body if any(_TOTAL.fullmatch(cell.text) for cell in row[:2])]
    for column, head in enumerate(heads) if len(totals) == 1 else ():
        amount = totals[0][column].amount
        if amount is not None and _COUNTED.match(head.text):
            others = frozenset(a for row in body if row is not totals[0] and (a := row[column].amount) is not None)
            yield from _entry(head.text, amount, "", totals[0][column], others, None)


def _of_rows(heads: list[Cell], body: list[list[Cell]], name: int, year: int | None) -> Iterator[Told]:
    unit = next((i for i, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head.text)), -1)
    years = {
        int(m[0]): i
        for i, head in enumerate(heads)
        if len(_YEAR.findall(head.text)) == 1 and (m := _YEAR.search(head.text))
    }
    total = [i for i, head in enumerate(heads) if _TOTAL.fullmatch(head.text)]
    column = total[0] if len(total) == 1 else years.get(year or 0, -1) if not total else -1
    if column < 0 or unit < 0 or (not total and sum(str(year) in head.text for head in heads) != 1):
        return
    former = years.get((year or 0) - 1, -1) if not total else -1
    for row in body:
        amount = row[column].amount
        if amount is None:
            continue
        others = frozenset(a for i, cell in enumerate(row) if i != column and (a := cell.amount) is not None)
        yield from _entry(
            row[name].text, amount, row[unit].text, row[column], others, row[former].amount if former >= 0 else None
        )


def _entry(
    name: str, amount: Decimal, unit: str, cell: Cell, others: frozenset[Decimal], before: Decimal | None
) -> Iterator[Told]:
    plain = " ".join(_BRACKET.sub("", name).lower().split())
    counted = _COUNTED.match(plain)
    words = plain[counted.end() :] if counted else plain
    if len(words.split()) >= FEWEST and not any(map(str.isdigit, words)):
        yield Told(words, counted is not None, amount, " ".join(unit.lower().split()), cell, others, before)


def _scale(said: str, unit: str) -> Decimal | None:
    """By what an amount of the table is multiplied to be in the unit of the text; None where they are of different kinds."""
    said = " ".join(said.split())
    if not unit or said.startswith(unit):
        return Decimal(1) if unit else None
    money = [next((MULTIPLES[m] for m in MULTIPLES if words.startswith(f"{m} đồng")), None) for words in (said, unit)]
    return money[1] / money[0] if money[0] and money[1] else None


def _tabled(text: str, line: Span) -> bool:
    return "\t" in text[line.start : line.end] or " | " in text[line.start : line.end]
