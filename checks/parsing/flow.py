"""A text as its paragraphs: what a PDF or a mail broke into lines is read as the sentences it was.

The result is as long as the text: a break inside a sentence becomes a blank, a page number blanks. So every place found
in it is a place of the text as written.
"""

from __future__ import annotations

from itertools import pairwise

from checks.parsing.foot import ANNEX, AUTHORITY
from checks.parsing.kinds import KINDS, kind_of
from checks.parsing.lines import GAP, MOTTO, RECIPIENTS, is_caps
from checks.parsing.markers import MARKER
from checks.parsing.parting import parted
from checks.parsing.structure import HEAD_LINES, NUMBER_LINE, PLACE_DATE
from checks.patterns import Pattern
from checks.reading.stamps import stamped

LONG = 40
"""Shorter lines are headings, recipients and cells; they tell nothing of how wide the page was."""
HEAD = 60
"""A line of the national motto is shorter; a longer one speaks of the Republic in a sentence."""
PAGE = 600
"""Characters of a text that may be a copied page."""
BROKEN = 0.2
"""A text is broken into lines where this share of its long lines goes on in lower case. Of whole paragraphs under 2 % do."""
FULL = 0.8
"""A line ends where the next word did not fit; letters differ in width, so nearly the usual width is full."""
PAGE_APART = 12
"""Lines between two page numbers, at least."""
_ENDED = Pattern(r"[.;:!?…/][”\"’)\]*\s]*$")
_WORD = Pattern(r"\S+")
_OPENS = ("Căn cứ ", "Kính gửi", "Về việc ", "V/v", "Thực hiện ", "Xét đề nghị", "Theo đề nghị")
_CLOSES = ("Trên đây là ", "Trong quá trình thực hiện", "Trong quá trình triển khai", "Trong quá trình tổ chức")
"""The last paragraph of a directive, where the item above it has ended."""
_HANGS = Pattern(r"(?:(?<=\s)|^)(?:ngày|tháng|năm|số|quý|kỳ|lần thứ|từ|đến|của|và|các)$")
"""No line that is a whole ends with such a word: a web page may break a line well before its width."""
# “Sơn / La, ngày 11 tháng 3 / năm 2020”: a cell so narrow that the place is broken
_SEAT = Pattern(r"[^\W\d_]+, ngày \d")
# “1.” / “Khơi dậy ý chí …”: a number that Word wrote has a line of its own in some copies
_LONE = Pattern(r"(?:[IVXL]{1,5}\.|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–+•])$")
# “Ban Chấp hành Trung ương Đảng khóa” / “XIII.”, “khoản 4 mục” / “III.”: the number a word waits for is no item
_COUNTS = Pattern(
    r"(?:(?<=\s)|^)(?:khóa|khoá|mục|phần|Mục|Phần|khoản|điểm|Điều|thứ|quý|đợt|giai đoạn|học kỳ|Phụ lục|hạng|cấp)$"
)
_COUNTED = Pattern(r"(?:[IVXL]{1,5}|\d{1,2})[.,;:)]*$|[IVXL]{1,5}[,;:)]? [a-zà-ỹđ(“]")
_SEATED = Pattern(r", ngày [\d.…]+ tháng [\d.…]+ năm$")
_YEAR = Pattern(r"\d{4}$")
# “Cà Mau, ngày 10” / “tháng 11 năm 2020”: a narrow cell of a head, which no sentence resembles
_YEAR_GOES_ON = Pattern(r"(?:19|20)\d\d(?:[;,]| [a-zà-ỹđ])")
_DAY_ENDS = Pattern(r"[^\W\d_][\w .-]*, ngày [\d.…]*$")
_MONTH = Pattern(r"tháng [\d.…]+ năm [\d.…]+$")
# “phát triển kinh tế / - xã hội”: a hyphen inside a word that the line broke
_DASH = Pattern(r"[-–] [a-zà-ỹđ]")


def flowing(text: str) -> str:
    """``text`` with its sentences whole; the same text where nothing breaks them."""
    text = parted(text)
    lines = text.split("\n")
    stamps = stamped(text)
    for i in stamps:
        lines[i] = " " * len(lines[i])
    narrow = _narrow(lines)
    width = _width(lines)
    if width == 0:
        return _headed(lines, narrow) if stamps or narrow else text
    numbers = _page_numbers(lines)
    for i in numbers:
        lines[i] = " " * len(lines[i])
    spaced = text.count("\n\n") * 12 >= text.count("\n")
    tail = _tail(lines)
    kind = next((i for i, line in enumerate(lines[:HEAD_LINES]) if kind_of(line.strip())), -1)
    title = next((i for i in range(kind + 1, len(lines)) if kind >= 0 and lines[i].strip()), -1)
    breaks = ["\n"] * len(lines)
    for i in narrow:
        breaks[i + 1] = " "
    last = 0  # the last line with words
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        paged = any(last < number < i for number in numbers)
        lone = breaks[last] != " " and last < i <= last + 2
        if (lone and _LONE.match(lines[last].strip()) and _may_be_item(line.strip())) or (
            last < i
            and i not in tail
            and (paged or i == last + 1)
            and not (last == title and _begins(line))
            and _continues(lines[last], line, width, spaced=spaced, paged=paged)
        ):
            breaks[last + 1 : i + 1] = [" "] * (i - last)
        last = i
    return lines[0] + "".join(mark + line for mark, line in zip(breaks[1:], lines[1:], strict=True))


def _narrow(lines: list[str]) -> list[int]:
    """Lines of the head that a narrow cell broke: “QUYẾT” / “ĐỊNH”, “Cà Mau, ngày 10” / “tháng 11 năm 2020”."""
    pairs = [(i, a.strip(), b.strip()) for i, (a, b) in enumerate(pairwise(lines[:HEAD_LINES]))]
    return [
        i
        for i, a, b in pairs
        if (a.isupper() and " " not in a and f"{a} {b}" in KINDS) or (_DAY_ENDS.match(a) and _MONTH.match(b))
    ]


def _headed(lines: list[str], narrow: list[int]) -> str:
    """The text of ``lines`` with the lines of its head whole."""
    return "".join(line + (" " if i in narrow else "\n") for i, line in enumerate(lines))[:-1]


def breaks_off(text: str) -> int:
    """Where the last line of a page ends; -1 for what is short: it was typed so and ends where it ends."""
    end = len(text.rstrip())
    line = text.rfind("\n", 0, end) + 1
    return end if end >= PAGE and end - line >= HEAD else -1


def _width(lines: list[str]) -> int:
    """The usual width of a broken line; 0 where a line is a paragraph."""
    long = [line for line in lines if len(line) >= LONG]
    broken = [
        len(a.strip())
        for a, b in pairwise(lines)
        if len(a) >= LONG and b.lstrip()[:1].islower() and not _ENDED.search(a) and not MARKER.match(b.strip())
    ]
    if len(broken) < 2 or len(broken) < BROKEN * len(long):
        return 0
    return sorted(broken)[len(broken) * 4 // 5]


def _tail(lines: list[str]) -> range:
    """Recipients and signature, up to the plan or annex that follows them."""
    start = next((i for i, line in enumerate(lines) if RECIPIENTS.match(line.strip()) and len(line) < 60), len(lines))
    ends = (i for i in range(start, len(lines)) if kind_of(lines[i].strip()) or ANNEX.match(lines[i].strip()))
    return range(start, next(ends, len(lines)))


def _may_be_item(bare: str) -> bool:
    """May a line be what a number or bullet above it numbers?"""
    return not (_LONE.match(bare) or AUTHORITY.match(bare) or RECIPIENTS.match(bare))


def _begins(line: str) -> bool:
    """Does prose begin below a title of one line, “Năm 2025, toàn ngành …”? A title goes on line by line anyway."""
    return line.lstrip()[:1].isupper()


def _page_numbers(lines: list[str]) -> list[int]:
    """Lines that hold a page number and nothing else: they count up from 1 or 2, a page apart."""
    found: list[int] = []
    number = 0
    for i, line in enumerate(lines):
        bare = line.strip(" -–—")
        if not (bare.isascii() and bare.isdigit()) or len(bare) > 3:
            continue
        value = int(bare)
        if (not found and value in (1, 2)) or (found and value == number + 1 and i - found[-1] >= PAGE_APART):
            found.append(i)
            number = value
    return found


def _bracketed(end: str, start: str) -> bool:
    """Does a line close the bracket the one before opened: “(02/9/1945 / - 02/9/2025)”?"""
    opened = end.rfind("(")
    return opened > end.rfind(")") and len(end) - opened < LONG and 0 <= start.find(")") < LONG


def _continues(before: str, line: str, width: int, *, spaced: bool, paged: bool) -> bool:
    """Does ``line`` go on with the sentence of the line ``before``?"""
    start, end = line.lstrip(), before.strip()
    if _COUNTS.search(end) and _COUNTED.match(start):
        return True
    if not end or _apart(before, line):
        return False
    if _SEATED.search(end) and _YEAR.match(start):  # “Tân Phong Thượng, ngày 28 tháng 01 năm / 2026”
        return True
    if end.endswith(" năm") and _YEAR_GOES_ON.match(start):  # “Chỉ thị số 23/CT-TTg ngày 02 tháng 9 năm / 2021 của …”
        return True
    ended = _ENDED.search(end) is not None
    if PLACE_DATE.search(end) and len(end) < LONG + 20 and not ended and not start[0].islower():
        return False
    if not paged and _unfinished(end, start):
        return True
    word = _WORD.match(start)
    full = len(end) + 1 + len(word[0] if word else "") >= FULL * width
    if ended and start.startswith(_CLOSES):
        return False
    if start.startswith(_OPENS) or _item(start, wraps=full and not ended and not paged):
        return False
    if paged:
        return not start[0].isupper() and not ended
    return _wraps(end, start, ended=ended, full=full, spaced=spaced)


def _apart(before: str, line: str) -> bool:
    """Is one of two lines a row of a table, a title, or a line of the head or foot, so that no sentence crosses them?"""
    start, end = line.lstrip(), before.strip()
    return (
        " | " in line
        or " | " in before
        or any(GAP in one or is_caps(one) for one in (start, end))
        or any(p.match(start) for p in (RECIPIENTS, AUTHORITY, NUMBER_LINE))
        or (len(end) < HEAD and MOTTO.search(end) is not None)
    )


def _unfinished(end: str, start: str) -> bool:
    """Do words stand on both lines that no line that is a whole parts: “ngày / 12”, “(02/9/1945 / - 02/9/2025)”?"""
    # “chuyển đổi số” may end a line
    hangs = _HANGS.search(end) and not MARKER.match(start) and (not end.endswith("số") or start[0].isdigit())
    return bool(hangs or _bracketed(end, start) or (_SEAT.match(start) and end.istitle()))


def _item(start: str, *, wraps: bool) -> bool:
    """Does a marker begin the line, and no letter of a list in a sentence that ``wraps``: “lĩnh vực / y, dược”?"""
    marker = MARKER.match(start)
    return marker is not None and not (marker["letter_form"] == "," and wraps)


def _wraps(end: str, start: str, *, ended: bool, full: bool, spaced: bool) -> bool:
    """Did the next word not fit on the line? What begins with a small letter goes on from any line that did not end."""
    if _DASH.match(start):
        return full and not ended
    if start[0] in "-–+•*#|":
        return False
    if start[0].islower():
        return not ended or full
    return full and (not ended or (spaced and end.endswith((".", ";"))))
