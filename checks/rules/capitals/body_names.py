"""Viết hoa tên cơ quan, tổ chức, danh hiệu."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import key
from checks.language.tokens import Tokens
from checks.language.word_places import meetings
from checks.parsing.lines import is_caps
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, line_bounds
from checks.tables import rows, words
from checks.values import NamedTuple

FORMER, FORMER_UNTIL = "Luật Thi đua, Khen thưởng", date(2014, 7, 1)
"""The law of 2003 as the Government wrote it until Nghị định 65/2014/NĐ-CP, also in titles that are cited today."""
# “Luật Thi đua, Khen thưởng ngày 26/11/2003”, “… năm 2003”, “… ngày 16 tháng 11 năm 2013” of its amendment
OF_2003 = Pattern(r" (?:số [\w/]+ )?(?:ngày [\d/ tháng]{4,14}(?:năm )?|năm )(?:2003|2005|2013)(?!\d)")
BESIDE = 250
"""Characters before a place in which the law of 2003 may be cited: “các văn bản hướng dẫn thi hành Luật Thi đua, Khen thưởng”."""
CUSTOMARY = frozenset({"Ban Chỉ đạo"})
"""Telegrams of the Prime Minister write “Ban chỉ đạo” throughout: a text that does so too is only advised."""

SEVERAL = words("các mỗi những từng")
GIVEN = ["quốc", "khánh"]
DAYS = words("ngày lễ mừng tết dịp")
"""“Trần Quốc Khánh” has his name of a day; “Lễ Quốc Khánh” is the day."""


class Name(NamedTuple):
    """A name with its folded syllables and the marks that stand before each of its words."""

    words: list[str]
    keys: list[str]
    marks: tuple[str, ...]
    always: bool
    strict: bool
    only_after: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


class BodyNames(Rule):
    """Tên cơ quan, tổ chức, chức danh, danh hiệu viết hoa đúng từng chữ: “Hội đồng Thi đua - Khen thưởng”.

    Viết hoa chữ đầu của các từ chỉ loại hình cơ quan, chức năng, lĩnh vực hoạt động (“Ủy ban nhân dân”, “Sở Nội vụ”,
    “Cổng Dịch vụ công”) và chữ đầu của tên luật (“Luật Đất đai”). Văn bản viết “Ban chỉ đạo” thống nhất từ đầu đến cuối
    chỉ được gợi ý. Dòng in hoa toàn bộ và chữ trong ngoặc kép không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV khoản 1 và mục V khoản 2, khoản 6"
    good = (
        "Ủy ban nhân dân tỉnh giao Sở Nội vụ (Ban Thi đua - Khen thưởng) và Hội đồng Thi đua - Khen thưởng các cấp.\n",
        "Trưởng phòng Giáo dục và Đào tạo báo cáo Sở; Phó Trưởng phòng Giáo dục và Đào tạo ký.\n",
        "ỦY BAN NHÂN DÂN TỈNH; Uỷ ban nhân dân xã; các huyện ủy; chính phủ số; lĩnh vực nội vụ.\n",
        "đăng trên cổng thông tin điện tử, Cổng thông tin điện tử tỉnh, Trang thông tin điện tử xã.\n",
        "kết luận của Huyện ủy; hội nông dân các nước.\n",
        "cơ sở y tế, cơ sở giáo dục và đào tạo, trụ sở xây dựng trái phép.\n",
        "các sở giáo dục và đào tạo, mỗi sở nội vụ chọn một đơn vị làm điểm.\n",
        "bảo vệ vững chắc Tổ quốc; kế hoạch của tổ quốc phòng; luật đất đai của các nước.\n",
        "Trưởng Ban chỉ đạo các tổ rà soát danh sách; hợp tác quốc tế phụ nữ; ngày Quốc tế Phụ nữ 8/3.\n",
        "Bộ đội học quy chế. Đoàn thanh niên, công đoàn cơ sở giúp dân gặt lúa.\n",
        "Nghị định số 42/2010/NĐ-CP ngày 15/4/2010 của Chính phủ hướng dẫn thi hành một số điều của Luật Thi đua, Khen thưởng.\n",
        "Hà Tân, ngày 12 tháng 9 năm 2016\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003 "
        "và Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 16/11/2013;\n",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 14/6/2005.\n",
        "Căn cứ Luật Thi đua, Khen thưởng ngày 26/11/2003;\nCăn cứ các văn bản hướng dẫn thi hành Luật Thi đua, Khen thưởng;\n",
        "Nghị quyết Đại hội đại biểu toàn quốc Hội Nông dân Việt Nam lần thứ VIII.\n",
        "Tiểu ban Thi đua – Khen thưởng Đại hội hướng dẫn; Luật Tổ chức HĐND và UBND ngày 26/11/2003.\n",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Quốc Khánh\n",
        "Ban cán sự đảng Ủy ban nhân dân tỉnh phối hợp với các huyện ủy.\n",
        "Bồi dưỡng cán bộ chính trị, cán bộ Tư pháp, cán bộ Y tế xã; bảo vệ nội bộ Công an tỉnh.\n",
        "Đảng bộ Công an các đơn vị; đảng bộ Y tế xã; các đảng Cộng sản và công nhân quốc tế; kỷ niệm Cách mạng Tháng Tám.\n",
    )
    bad = (
        "[[Hội đồng thi đua, khen thưởng→Hội đồng Thi đua - Khen thưởng]] xã họp mỗi quý một lần.\n",
        "đề nghị của [[Ban Thi đua Khen thưởng→Ban Thi đua - Khen thưởng]] Trung ương.\n",
        "nộp hồ sơ qua [[cổng Dịch vụ công→Cổng Dịch vụ công]] quốc gia.\n",
        "đăng trên [[cổng Thông tin điện tử→Cổng Thông tin điện tử]] tỉnh.\n",
        "kết luận của [[huyện ủy→Huyện ủy]] về công tác cán bộ.\n",
        "Căn cứ [[Luật Tổ chức Chính quyền địa phương→Luật Tổ chức chính quyền địa phương]] ngày 16 tháng 6 năm 2025;\n",
        "mít tinh mừng Lễ [[Quốc Khánh→Quốc khánh]] 2/9.\n",
        "kỷ niệm ngày [[thương binh - liệt sĩ→Thương binh - Liệt sĩ]] 27/7; thăm thương binh, liệt sĩ.\n",
        "mít tinh ngày [[quốc tế phụ nữ→Quốc tế Phụ nữ]] 8/3, ngày [[Quốc tế lao động→Quốc tế Lao động]] 1/5.\n",
        "mít tinh hưởng ứng [[Ngày pháp luật→Ngày Pháp luật]] Việt Nam 09/11.\n",
        "báo cáo [[Ban chỉ đạo→Ban Chỉ đạo]] xã trước ngày 20 hằng tháng.\n",
        "kế hoạch của [[Hội đồng đội→Hội đồng Đội]] huyện; chào mừng ngày thành lập [[quân đội nhân dân Việt Nam→Quân đội nhân dân Việt Nam]].\n",
        "giữ vững an ninh [[tổ quốc→Tổ quốc]], chủ quyền biên giới.\n",
        "phối hợp với công đoàn, [[Đoàn thanh niên→Đoàn Thanh niên]] và hội phụ nữ.\n",
        "Đảng ủy, [[Ban giám đốc→Ban Giám đốc]] [[Chi Cục→Chi cục]] Thuế thực hiện các chương trình [[mục tiêu Quốc gia→mục tiêu quốc gia]].\n",
        "ý kiến của [[Bộ Trưởng→Bộ trưởng]], [[Giám Đốc→Giám đốc]] Sở Y tế và [[Ủy ban quốc gia→Ủy ban Quốc gia]] về chuyển đổi số.\n",
        "[[Ban thường trực→Ban Thường trực]] Mặt trận, Trưởng [[Ban công tác Mặt trận→Ban Công tác Mặt trận]], [[Đảng Ủy→Đảng ủy]] xã.\n",
        "Căn cứ Nghị định số 121/2005/NĐ-CP ngày 30 tháng 9 năm 2005 của Chính phủ hướng dẫn thi hành "
        "[[Luật thi đua, Khen thưởng→Luật Thi đua, Khen thưởng]];\n",
        "Căn cứ [[Luật tổ chức HĐND và UBND→Luật Tổ chức HĐND và UBND]] ngày 26/11/2003; [[Luật tổ chức Tòa án nhân dân→Luật Tổ chức Tòa án nhân dân]].\n",
        "Giao [[sở nội vụ→Sở Nội vụ]] hướng dẫn; [[liên đoàn lao động→Liên đoàn Lao động]] tỉnh tặng Bằng khen.\n",
        "[[Ủy ban Nhân dân→Ủy ban nhân dân]] tỉnh giao [[Sở nội vụ→Sở Nội vụ]] chủ trì; lực lượng [[Cảnh sát Nhân dân→Cảnh sát nhân dân]].\n",
        "sự lãnh đạo của [[Đảng cộng sản→Đảng Cộng sản]]; thư của [[Chủ tịch Nước→Chủ tịch nước]], bảo vệ [[an ninh Quốc gia→an ninh quốc gia]].\n",
        "[[Hội Chữ Thập đỏ→Hội Chữ thập đỏ]] tỉnh phối hợp với [[ủy ban MTTQ→Ủy ban MTTQ]] xã.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens, read = doc.tokens, 0
        for place in meetings(tokens, lines()):
            if place < read:  # inside a longer name
                continue
            named = names(tokens.pairs[place])
            for name in named:
                last = place + len(name.keys)
                if tokens.keys[place:last] != name.keys:
                    continue
                read = last
                alike = (other for other in named if other.keys == name.keys)
                if not any(right(tokens, one, place) for one in alike) and self._meant(tokens, name, place, last):
                    yield from self._finding(doc, name, place, last)
                break

    def _meant(self, tokens: Tokens, name: Name, first: int, last: int) -> bool:
        before = tokens.lower[tokens.places[first] - 1] if tokens.places[first] else ""
        after = tokens.keys[last] if last < len(tokens.keys) else ""
        wanted = not name.only_after or before in name.only_after
        sub = before == "tiểu" and name.keys[0] == "ban"  # “Tiểu ban Thi đua - Khen thưởng Đại hội”
        return wanted and not sub and before not in name.not_after and after not in name.not_before

    def _finding(self, doc: Document, name: Name, first: int, last: int) -> Iterator[Finding]:
        tokens, places = doc.tokens, doc.tokens.places[first:last]
        written = [tokens.texts[place] for place in places]
        if all(word.islower() for word in written) and (not name.always or _any_of(tokens, name, places[0])):
            return
        if name.keys == GIVEN and written[1].istitle() and _surname(tokens, places[0]):
            return
        marks = ["", *("".join(tokens.texts[a + 1 : b]) for a, b in pairwise(places))]
        same_case = all(w[0].isupper() == n[0].isupper() for w, n in zip(written, name.words, strict=True))
        same_marks = not name.strict or tuple(marks) == name.marks
        shouted = any(w.isupper() and len(w) > 1 and not n.isupper() for w, n in zip(written, name.words, strict=True))
        if (same_case and same_marks) or shouted:
            return
        start, end = tokens.span(places[0], places[-1])
        torn = "\n" in doc.text[start:end] or is_caps(doc.text[slice(*line_bounds(doc.text, start))])
        # Where only the name's own words stand between two marks (“Nội vụ, Tài chính”) other marks are a list.
        if (
            torn
            or (any(marks) and not name.strict and tuple(marks) != name.marks)
            or in_quotes(doc.text, start)
            or in_table(doc, start)
            or (doc.text[start:end] == FORMER and _formerly(doc, start))
        ):
            return
        whole = spelled(name, written)
        if "Khen" in written and whole.lower() == FORMER.lower() and _formerly(doc, start):
            whole = FORMER
        wide = same_case and tuple(mark.replace("–", "-") for mark in marks) == name.marks  # Word makes “-” a “–”
        custom = whole in CUSTOMARY and whole not in doc.text
        severity = Severity.STYLE if wide or custom else self.severity
        yield self.finding((start, end), f"Tên này viết là “{whole}”.", whole, safe=same_marks, severity=severity)


def _any_of(tokens: Tokens, name: Name, at: int) -> bool:
    """Is it no one department, but any of its kind: “các sở giáo dục và đào tạo”?"""
    return name.words[0] == "Sở" and at > 0 and tokens.lower[at - 1] in SEVERAL


def _surname(tokens: Tokens, at: int) -> bool:
    """Does a surname stand before ``at``?"""
    before = tokens.texts[at - 1] if at else ""
    return before.istitle() and before.lower() not in DAYS


def _formerly(doc: Document, at: int) -> bool:
    """Is the text, the law meant, or the document whose title holds the place older than today's spelling of the law?"""
    if doc.as_of and doc.as_of < FORMER_UNTIL:
        return True
    cited_at = doc.text.rfind(FORMER, max(0, at - BESIDE), at)
    if any(OF_2003.match(doc.text, place + len(FORMER)) for place in (at, cited_at) if place >= 0):
        return True
    cited = next((c for c in reversed(doc.citations) if c.span.start < at), None)
    ends = (";", "\n", ". ")
    return (
        cited is not None
        and cited.date is not None
        and cited.date < FORMER_UNTIL
        and not any(mark in doc.text[cited.number_span.end : at] for mark in ends)
    )


def right(tokens: Tokens, name: Name, first: int) -> bool:
    """Is a name without marks written as it should be? Most are."""
    at = tokens.places[first]
    return not name.strict and tokens.texts[at : at + len(name.words)] == name.words


def spelled(name: Name, written: list[str]) -> str:
    """The name in its own capitals and marks, in the tone placement of the text (Uỷ ban)."""
    out = ""
    for word, own, mark in zip(written, name.words, name.marks, strict=True):
        cased = word[0].upper() + word[1:].lower() if own[0].isupper() else word.lower()
        cased = own if own.isupper() and len(own) > 1 else cased  # HĐND
        out += {"": " ", ",": ", ", "-": " - "}[mark] + cased
    return out.strip()


@cache
def lines() -> dict[str, list[tuple[str, ...]]]:
    """The lines of the table by the first two folded syllables of their names; a text needs few of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("names.txt"):
        one, other = _own(row[0])[:2]
        found.setdefault(f"{key(one.lower())} {key(other.lower())}", []).append(row)
    return found


@cache
def names(pair: str) -> tuple[Name, ...]:
    """The names that begin with ``pair``, the longest first."""
    return tuple(sorted(map(_name, lines()[pair]), key=lambda name: -len(name.keys)))


def _own(written: str) -> list[str]:
    """The words of a name, without its marks."""
    return [part for part in _parts(written) if part not in (",", "-")]


def _parts(written: str) -> list[str]:
    return written.replace(",", " ,").lstrip("!=~ ").split()


def _name(row: tuple[str, ...]) -> Name:
    parts, own = _parts(row[0]), _own(row[0])
    marks = tuple(
        before if before in (",", "-") else "" for before, part in zip(["", *parts], parts, strict=False) if part in own
    )
    strict = row[0][0] == "="
    keys = [key(word.lower()) for word in own]
    return Name(own, keys, marks, strict or row[0][0] == "!", strict, words(row[1]), words(row[2]), words(row[3]))
