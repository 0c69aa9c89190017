"""Dẫn chiếu tới một khoản, một chỉ tiêu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.parsing.markers import LETTERS
from checks.parsing.outline import Section
from checks.patterns import Pattern
from checks.rule import Rule

_LIST = r"\d{1,2}(?:(?:, | và |, và | đến )(?:(?P=what) )?\d{1,2}(?![\d.,/]*\d)){0,8}"
_WHAT = r"khoản|điểm|nội dung|nhiệm vụ|chỉ tiêu|tiêu chí|mục"
NUMBERED = ("ục I", "ục V", "ục X", "hần I", "hần V", "hần X")
"""“Mục IV”, “Phần II”."""
# “nội dung 2 và nội dung 4 Mục IV”, “khoản 3 Mục III”, “các chỉ tiêu 1, 2 và 5 Mục III”
OF_PART = Pattern(
    rf"(?P<what>{_WHAT}) (?:số |từ )?(?P<items>{_LIST}),? (?:của |tại |thuộc |ở )?(?:[Mm]ục|[Pp]hần) (?P<part>[IVX]+)(?!\w)",
    needs=NUMBERED,
)
# “các chỉ tiêu tại mục III.5”
POINTED = Pattern(r"[Mm]ục (?P<part>[IVX]+)\.(?P<items>\d{1,2})(?![\w.]*\d)", needs=("ục I", "ục V", "ục X"))
# “kinh phí nêu tại Mục VII”; of “Mục VII Kế hoạch này” internal-reference speaks
PART = Pattern(
    r"(?:tại|theo|thuộc|khoản \d|khoản \d\d|điểm [a-zđ]) (?P<told>(?:[Mm]ục|[Pp]hần) (?P<part>[IVX]+))(?!\w|\.\d|,? (?:của |tại )?(?:\w+ ){1,2}này)",
    hooks=NUMBERED,
    back=len("khoản 12 M"),
)
# “các chỉ tiêu tại mục 7” of a directive whose parts are 1 to 5
ARABIC = Pattern(
    r"(?:tại|theo) (?P<told>(?:mục|khoản) (?P<part>\d{1,2}))(?![\w/]|[.,]\d|,? (?:của |tại )?(?:\w+ ){1,2}này|,? (?:[Mm]ục|[Pp]hần|[Đđ]iều) )",
    hooks=("mục ", "khoản "),
    back=len("theo "),
)
FOREIGN = Pattern(
    r"Nghị (?:quyết|định)|Luật|Thông (?:tư|báo)|Quyết định|Chương trình|Đề án|Chỉ thị|Hướng dẫn|Phụ lục|Kế hoạch (?!này)|"
    r"Quy (?:chế|định|trình)|Công (?:văn|điện)|Báo cáo|Bộ tiêu chí|Danh mục"
)
# “theo dõi các chỉ tiêu 1, 2 và 5”, “Phòng An toàn (chỉ tiêu 7)”
TARGETS = Pattern(
    rf"(?:(?:theo dõi|thực hiện|chủ trì|phụ trách|trách nhiệm)(?: về)?(?: các)? |các |\((?:các )?)(?P<what>chỉ tiêu) (?:số |từ )?"
    rf"(?P<items>{_LIST})(?= ?[;.)\n]|, [^\d]|$)",
    hooks=("chỉ tiêu ",),
    back=len("trách nhiệm về các "),
)
# “các điểm 2.1, 2.2 và 2.4”
DECIMALS = Pattern(
    r"(?:điểm|khoản|mục|tiết|chỉ tiêu) "
    r"(?P<items>\d{1,2}\.\d{1,2}(?!\d|[.,]\d)(?:(?:, | và |, và )(?:(?:điểm|khoản|mục|chỉ tiêu) )?\d{1,2}\.\d{1,2}(?!\d|[.,]\d))*)",
    needs=("điểm ", "khoản ", "mục ", "tiết ", "tiêu "),
)
# What follows tells that another document is meant: “khoản 3 Mục II Nghị quyết số 57-NQ/TW”
OTHER = re.compile(
    r",? (?:(?:của|tại|trong|thuộc|theo|phần|mục|khoản|[Đđ]iều|Phần|Mục|Chương) (?:[IVXL\d]+,? )?(?:của )?)?(?:Nghị|Luật|Quyết|Thông tư|Chỉ thị (?!này)|"
    r"Kế hoạch (?!này)|Hướng dẫn (?!này)|Công văn|Chương trình|Đề án|Quy chế|Quy định|Bộ tiêu chí|Phụ lục|[Đđ]iều \d|văn bản số|Báo cáo)"
)
# “điểm a, điểm c khoản 3”, “các điểm a, b khoản 2 mục III”
LETTERED = Pattern(
    r"điểm (?P<letters>[a-zđ](?!\w)(?:(?:, | và |, và )(?:điểm )?[a-zđ](?!\w)){0,5}),? khoản (?P<n>\d{1,2})"
    r"(?:,? (?:của )?(?:[Mm]ục|[Pp]hần) (?P<part>[IVX]+))?(?!\w|\.\d)",
    needs="điểm ",
)
LETTER = re.compile(r"(?<!\w)[a-zđ](?!\w)")
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
FEWEST = 3
FAR = 6
"""A number further behind the last item is of another list."""
HEAD = "KẾ HOẠCH\nPhát động thi đua\n\nI. CHỈ TIÊU\n\n1. Trồng rừng.\n\n2. Làm đường.\n\n3. Giảm nghèo.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
DIRECTIVE = (
    "CHỈ THỊ\nPhát động thi đua\n\n1. Chỉ tiêu\n\n1.1. Trồng rừng.\n\n1.2. Làm đường.\n\n2. Tổ chức thực hiện\n\n"
)


class ItemReference(Rule):
    """Khoản, nội dung, chỉ tiêu được dẫn có trong phần được dẫn: “nội dung 6 Mục IV” khi Mục IV có bốn nội dung là sai.

    Thêm, bớt một mục thì số của các mục sau đổi theo, chỗ giao việc ở dưới hay bị quên. Chỉ xét danh sách đánh số liên tục từ 1; dẫn chiếu
    tới văn bản khác không bị xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "Các thôn thực hiện khoản 3 Mục I; Văn phòng theo dõi các chỉ tiêu 1, 2 và 3.\n",
        HEAD + "Thực hiện khoản 5 Mục II Nghị quyết số 57-NQ/TW; theo dõi các chỉ tiêu 5% và chỉ tiêu 12 sản phẩm.\n",
        HEAD + "Các thôn thực hiện nội dung 4 Mục II; mục 15 Mục I; chỉ tiêu 5 và nội dung 3 Mục I.\n",
        HEAD + "Kinh phí theo Mục IV Nghị quyết số 57-NQ/TW.\n\nIII. KINH PHÍ\n\nTheo Mục II.\n",
        DIRECTIVE + "Các thôn thực hiện các điểm 1.1 và 1.2; theo điểm 1.5 khoản 1 Điều 4 Quy chế.\n",
        "CHỈ THỊ\nPhát động thi đua\n\n1. Chỉ tiêu\n\nTrồng rừng.\n\n2. Tổ chức thực hiện\n\nTheo điểm 1.4 ở trên; theo dõi chỉ tiêu 4.\n",
        HEAD.replace("3. Giảm", "4. Giảm") + "Các thôn thực hiện khoản 4 Mục I; Văn phòng theo dõi chỉ tiêu 5.\n",
        HEAD.replace("I. CHỈ TIÊU", "I. MỤC ĐÍCH\n\n1. Thi đua.\n\n2. Nêu gương.\n\nII. CHỈ TIÊU").replace(
            "II. TỔ", "III. TỔ"
        )
        + "Văn phòng theo dõi chỉ tiêu 3.\n",
        HEAD + "Kinh phí nêu tại Mục III.\n",
        DIRECTIVE.replace("1.1.", "a)").replace("1.2.", "b)")
        + "Theo điểm a khoản 1; điểm c khoản 5 Điều 4 Nghị định số 152/2025/NĐ-CP.\n",
        HEAD + "Kinh phí nêu tại Mục IV Kế hoạch này.\n\nIII. KINH PHÍ\n\nTheo dự toán.\n",
        HEAD + "III. KINH PHÍ\n\nTheo dự toán.\n\nV. BÁO CÁO\n\nTheo Mục V.\n",
        DIRECTIVE.replace("1.2.", "1.3.") + "Các thôn thực hiện điểm 1.4; chỉ tiêu 2.2; điểm 1.12.\n",
        DIRECTIVE.replace("1.2. Làm đường.\n\n", "") + "Các thôn thực hiện điểm 1.2.\n",
    )
    bad = (
        HEAD + "Kinh phí nêu tại [[Mục IV]].\n\nIII. KINH PHÍ\n\nTheo dự toán.\n",
        HEAD + "Các thôn thực hiện [[điểm 4 Mục I]].\n",
        HEAD + "Văn phòng theo dõi các chỉ tiêu tại mục I.2, [[mục I.5]]; mục I.5 Phụ lục của tỉnh.\n",
        HEAD + "Các thôn thực hiện khoản 2 [[mục IV]].\n\nIII. KINH PHÍ\n\nTheo dự toán.\n",
        HEAD.replace("2. Làm đường.", "2. Làm đường\n\na) Bê tông.\n\nb) Nhựa.")
        + "Các thôn thực hiện điểm a, điểm [[c]] khoản 2 Mục I.\n",
        "CHỈ THỊ\nPhát động thi đua\n\n1. Chỉ tiêu\n\na) Trồng rừng.\n\nb) Làm đường.\n\n2. Tổ chức thực hiện\n\n"
        "Theo dõi điểm a, điểm [[d]] khoản 1; kiểm tra điểm b [[khoản 5]].\n",
        HEAD.replace("I. ", "I- ") + "Các thôn thực hiện [[điểm 4 Mục I]].\n",
        DIRECTIVE + "Phòng Kinh tế theo dõi chỉ tiêu [[1.3]].\n",
        HEAD + "Các thôn thực hiện [[khoản 4 Mục I]]; Văn phòng theo dõi các chỉ tiêu 1, 2 và [[5]].\n",
        HEAD + "Phòng Kinh tế theo dõi các chỉ tiêu từ 1 đến [[4]]; Văn phòng thực hiện chỉ tiêu 2 đến [[5]] Mục I.\n",
        HEAD + "Văn phòng (các chỉ tiêu 1, 2), Phòng Kinh tế (chỉ tiêu [[4]]).\n",
        DIRECTIVE + "Các thôn thực hiện các điểm 1.1 và [[1.4]].\n",
        "CHỈ THỊ\nPhát động thi đua\n\n1. Mục tiêu\n\nThi đua.\n\n2. Nội dung\n\nLao động.\n\n3. Thực hiện\n\nTheo dõi kết quả tại [[khoản 8]]; báo cáo.\n",
        DIRECTIVE + "2.1. Tổng hợp kết quả các chỉ tiêu tại [[mục 7]].\n\n3. Khen thưởng\n\nKhen 20 hộ.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        parts = {s.number.strip("./)-– ").rpartition(" ")[2]: s for s in doc.sections if s.level == 1}
        yield from self._of_part(doc, parts)
        yield from self._absent(doc, [number for number in parts if number])
        yield from self._targets(doc, next((s for s in parts.values() if "targets" in s.roles), None))
        yield from self._decimals(doc)
        yield from self._letters(doc, parts)

    def _of_part(self, doc: Document, parts: dict[str, Section]) -> Iterator[Finding]:
        """“nội dung 6 Mục IV”, “mục IV.6” where that part has four."""
        for pattern in (OF_PART, POINTED):
            for match in pattern.finditer(doc.text, *doc.body):
                last = _last(doc, parts.get(match["part"]))
                for span, number in _listed(doc, match):
                    if _beyond(int(number), last):
                        told = match.span() if match["items"] == number else span
                        yield self.finding(told, f"Mục {match['part']} chỉ có {last} mục, không có mục {number}.")

    def _absent(self, doc: Document, numbers: list[str]) -> Iterator[Finding]:
        """“Mục VII” where the parts are I to VI."""
        last = len(numbers)
        if last >= FEWEST and numbers == [str(n) for n in range(1, last + 1)]:
            yield from self._absent_arabic(doc, last)
        if last < FEWEST or [roman(number) for number in numbers] != list(range(1, last + 1)):
            return
        for match in PART.finditer(doc.text, *doc.body):
            around = sentence(doc.text, match.start())
            if last < roman(match["part"]) <= last + FAR and not FOREIGN.search(doc.text, *around):
                yield self.finding(
                    match.span("told"), f"Văn bản có các mục từ I đến {numbers[-1]}, không có mục {match['part']}."
                )

    def _absent_arabic(self, doc: Document, last: int) -> Iterator[Finding]:
        for match in ARABIC.finditer(doc.text, *doc.body):
            if _beyond(int(match["part"]), last) and not FOREIGN.search(doc.text, *sentence(doc.text, match.start())):
                told = f"Văn bản có các mục từ 1 đến {last}, không có mục {match['part']}."
                yield self.finding(match.span("told"), told)

    def _targets(self, doc: Document, part: Section | None) -> Iterator[Finding]:
        """“theo dõi các chỉ tiêu 1, 2 và 5” where the part of targets has three."""
        last = _last(doc, part)
        for match in TARGETS.finditer(doc.text, *doc.body) if part and last else ():
            if part and part.span.start <= match.start() < part.body.start:
                continue
            for span, number in _listed(doc, match):
                if _beyond(int(number), last):
                    yield self.finding(span, f"Phần chỉ tiêu đánh số đến {last}, không có chỉ tiêu {number}.")

    def _letters(self, doc: Document, parts: dict[str, Section]) -> Iterator[Finding]:
        """“điểm h khoản 3” where that item ends with d)."""
        tops = [number for number in parts if number]
        for match in LETTERED.finditer(doc.text, *doc.body):
            foreign = OTHER.match(doc.text, match.end()) or FOREIGN.search(doc.text, *sentence(doc.text, match.start()))
            above = parts.get(match["part"] or match["n"])
            if foreign or (match["part"] is None and tops != [str(n) for n in range(1, len(tops) + 1)]):
                continue
            if above is None:
                if match["part"] is None and _beyond(int(match["n"]), len(tops)):
                    message = f"Văn bản có các khoản từ 1 đến {len(tops)}, không có khoản {match['n']}."
                    yield self.finding((match.start("n") - len("khoản "), match.end("n")), message)
                continue
            last = _last_letter(doc, above, int(match["n"]) if match["part"] else 0)
            for letter in LETTER.finditer(match["letters"]):
                if last and LETTERS.find(letter[0]) >= last:
                    at = match.start("letters") + letter.start()
                    message = f"Khoản {match['n']} có các điểm từ a đến {LETTERS[last - 1]}, không có điểm {letter[0]}."
                    yield self.finding((at, at + 1), message)

    def _decimals(self, doc: Document) -> Iterator[Finding]:
        """“điểm 1.4” where 1.1 and 1.2 stand."""
        lasts: dict[int, int] = {}
        for marker in doc.markers:
            if marker.scheme == "decimal" and len(marker.prefix) == 1:
                known = lasts.get(marker.prefix[0], 0)
                lasts[marker.prefix[0]] = marker.nth if marker.nth == known + 1 else -FAR
        for match in DECIMALS.finditer(doc.text, *doc.body) if lasts else ():
            for span, number in _listed(doc, match):
                first, _, nth = number.partition(".")
                last = lasts.get(int(first), 0)
                if last > 1 and _beyond(int(nth), last):
                    yield self.finding(span, f"Văn bản có {first}.1 đến {first}.{last}, không có {number}.")


def _listed(doc: Document, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    """Each number of a list with its place; none where another document is meant."""
    if not OTHER.match(doc.text, match.end()):
        start = match.start("items")
        for number in NUMBER.finditer(match["items"]):
            yield Span(start + number.start(), start + number.end()), number[0]


def _beyond(nth: int, last: int) -> bool:
    return 0 < last < nth <= last + FAR


def _last_letter(doc: Document, section: Section, item: int) -> int:
    """How many points a) to … an item has, where they count without a gap and in one list; else 0."""
    inside = [m for m in doc.markers if section.body.start <= m.span.start < section.span.end]
    if item:
        heads = [i for i, m in enumerate(inside) if m.scheme == "arabic"]
        at = next((i for i in heads if inside[i].nth == item), None)
        if at is None:
            return 0
        inside = inside[at + 1 : next((i for i in heads if i > at), len(inside))]
    told = [m.nth for m in inside if m.scheme == "letter"]
    return len(told) if len(told) > 1 and told == list(range(1, len(told) + 1)) else 0


def _last(doc: Document, part: Section | None) -> int:
    """The number of the last item of a part, where its items count from 1 without a gap; else 0."""
    if part is None:
        return 0
    inside = [m for m in doc.markers if part.body.start <= m.span.start < part.span.end]
    first = inside[0] if inside else None
    if first is None or first.scheme != "arabic":
        return 0
    told = [m.nth for m in inside if m.scheme == "arabic" and m.depth == first.depth]
    return len(told) if told == list(range(1, len(told) + 1)) and len(told) > 1 else 0
