"""Chữ viết tắt chưa được giải thích."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.word_places import word_places
from checks.letters import CAPITAL
from checks.parsing.lines import is_caps
from checks.patterns import Pattern, occurrences
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, line_bounds
from checks.tables import rows

# Beside these it is a piece of a number, a symbol or a longer word: “12/QĐ-CĐS”, “TN&MT”, “NTM.vn”
PART = Pattern(r"[\w/&_-]|\.(?=\w)")
# “Trường ĐHSP TDTT”, “CB.CNVC”: the second half of what is shortened
LONGER = Pattern(rf"(?<!\w)[{CAPITAL}]{{2,}}[ .]$")
LONGEST = 9
# “hợp tác xã (HTX)”, “(sau đây viết tắt là HTX)”, “HTX (hợp tác xã)”
# and “phổ cập giáo dục, xóa mù chữ (PCGD XMC)”, two of them in one bracket
OPENED, SHUT = re.compile(r"\((?:[^()\n]{0,40}[ “\"])?\Z"), re.compile(rf"(?:,? [{CAPITAL}]{{2,}})?[”\"]?\)")
SHORTENED = re.compile(r"tắt(?: là)?:? ?[“\"]?\Z")
BEGINS, MEANS = re.compile(r"(?<!\w)"), re.compile(r" ?[(=]")
# “TĐKT - Sáng 12/10, …”: the mark of a paper or a station at the head of its news
AGENCY = re.compile(r"[.,]? [-–—] (?=[A-ZĐ])")
REACH = len("( “") + 40
BODIES = ("Sở ", "Phòng ", "Bộ ", "Ngành ", "Ban ", "Vụ ", "Hội đồng ", "Nông nghiệp và ")
NAMED = {"TĐKT": "Thi đua - Khen thưởng"}
"""What reads otherwise in the name of a body: “Ban TĐKT tỉnh”."""


BEFORE = "Các thôn tổ chức thực hiện.\n"


class AbbreviationUndefined(Rule):
    """Chữ viết tắt được giải thích trong ngoặc đơn ở lần dùng đầu tiên.

    Những chữ ai cũng đọc được như UBND, HĐND, GRDP không cần giải thích. Phần nơi nhận, tiêu đề in hoa, ký hiệu văn bản
    và bảng biểu không xét.
    """

    severity = Severity.WARNING
    tier = "thông lệ"
    source = "Cách soạn thảo chung: lần đầu viết đầy đủ, chữ viết tắt đặt trong ngoặc đơn ngay sau; Nghị định 30/2020/NĐ-CP không quy định"
    good = (
        BEFORE + "Duy trì hoạt động của 05 hợp tác xã (HTX); thành lập mới 01 HTX.\n",
        BEFORE + "Kiểm tra công nhận đạt chuẩn phổ cập giáo dục, xóa mù chữ (PCGD XMC); hồ sơ PCGD.\n",
        BEFORE + "UBND xã, HĐND xã, GRDP tăng 8%, sản phẩm OCOP.\n",
        BEFORE + "Quyết định số 12/QĐ-CĐS ngày 05/01/2026.\n",
        BEFORE + "TĐKT - Sáng 12/10, Nhà máy Z3 phát động đợt thi đua.\n",
        BEFORE + "Công đoàn Trường ĐHSP TDTT phát động phong trào trong CB.CNVC toàn trường.\n",
    )
    bad = (
        BEFORE + "Mỗi trạm y tế có góc tư vấn cho bà mẹ có con [[SDD→suy dinh dưỡng]].\n",
        BEFORE + "Phòng [[GDĐT→Giáo dục và Đào tạo]] huyện tổng hợp kết quả.\n",
        BEFORE
        + "Ban [[TĐKT→Thi đua - Khen thưởng]] tỉnh và Sở Nông nghiệp và [[PTNT→Phát triển nông thôn]] thẩm định.\n",
        BEFORE + "hồ sơ gửi thư ký [[HĐTĐKT→Hội đồng Thi đua - Khen thưởng]] xã trước ngày 15 tháng 11.\n",
    )

    def applies(self, doc: Document) -> str | None:
        # LibreOffice sends a paragraph at a time; where the word was explained is in another.
        if "\n" not in doc.text.strip():
            return "chỉ có một đoạn nên không rõ chữ viết tắt đã được giải thích ở đoạn trước hay chưa"
        return super().applies(doc)

    def check(self, doc: Document) -> Iterator[Finding]:
        known = meanings()
        present = word_places(doc.tokens)
        for short in sorted(short for small, short in small_forms() if small in present):
            at = self._first(doc, short)
            if at >= 0 and not introduced(doc.text, short):
                named = doc.text.endswith(BODIES, 0, at)
                whole = NAMED.get(short) or as_name(known[short]) if named else known[short]
                message = f"“{short}” chưa được giải thích; lần đầu viết đầy đủ “{whole}”."
                yield self.finding((at, at + len(short)), message, whole)

    def _first(self, doc: Document, short: str) -> int:
        """The first place in running text; -1 where there is none."""
        text, at = doc.text, doc.body.start - 1
        while (at := text.find(short, at + 1, doc.body.end)) >= 0:
            if PART.fullmatch(text[max(0, at - 1) : at]) or PART.match(text, at + len(short)):
                continue
            if LONGER.search(text, max(0, at - LONGEST), at):
                continue
            first, last = line_bounds(text, at)
            headline = is_caps(text[first:last]) or (at == first and AGENCY.match(text, at + len(short)) is not None)
            if not headline and not in_quotes(text, at) and not in_table(doc, at):
                return at
        return -1


def as_name(meaning: str) -> str:
    """“giáo dục và đào tạo” in the name of a body: “Giáo dục và Đào tạo”."""
    return re.sub(r"(?:^|(?<= và )|(?<=, ))\w", lambda first: first[0].upper(), meaning)


def introduced(text: str, short: str) -> bool:
    """Does “(HTX)”, “(sau đây viết tắt là HTX)” or “HTX (hợp tác xã)” stand anywhere?"""
    return any(
        (SHUT.match(text, at + len(short)) and OPENED.search(text, max(0, at - REACH), at))
        or SHORTENED.search(text, max(0, at - REACH), at)
        or (MEANS.match(text, at + len(short)) and BEGINS.match(text, at))
        for at in occurrences(short, text)
    )


@cache
def small_forms() -> tuple[tuple[str, str], ...]:
    """Each abbreviation in small letters, and as it is written."""
    return tuple((short.lower(), short) for short in meanings())


@cache
def meanings() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("abbreviations.txt")}
