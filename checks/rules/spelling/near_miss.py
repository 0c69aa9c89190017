"""Cụm từ quen thuộc sai một chữ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language import context
from checks.language.confusions import wrong_phrases
from checks.language.context_errors import CERTAIN, WORTH_A_LOOK, agreement
from checks.language.evidence import single_words, text_of
from checks.language.lexicon import Lexicon, shipped
from checks.language.near_miss import NearMiss as NearMissed
from checks.language.near_miss import near_misses
from checks.language.syllables import KEYS
from checks.language.torn import torn_syllables
from checks.rule import Rule

NEXT = re.compile(r"[ \xa0]([^\W\d_]+)")
BEFORE = re.compile(r"[^\W\d_]+ $")
HAMLETS = frozenset({"ấp", "bản", "buôn", "khóm", "làng", "sóc", "thôn", "xóm"})
"""Words for the smallest places, each like a common word: “ấp” like “cấp”, “bản” like “ban”."""


class NearMiss(Rule):
    """Cụm từ quen thuộc được viết đúng từng chữ.

    Lỗi hay gặp nhất trong văn bản loại này là chữ sai mà vẫn là một chữ có nghĩa: “khôi, cụm thi đua”. Từ điển không thấy
    lỗi ấy; kho cụm từ thì thấy, vì chữ ấy không ghép được với chữ đứng trước và chữ đứng sau nó.
    """

    alone = True
    tier = "thông lệ"
    source = "Kho cụm từ của văn bản thi đua, khen thưởng và văn bản hành chính"
    good = (
        "Đẩy mạnh cải cách các thủ tục hành chính; hoạt động của khối, cụm thi đua.\n",
        "Chủ tịch UBND tỉnh yêu cầu các cơ quan chuyển mục đích sử dụng đất theo quy hoạch.\n",
        "Hàng năm, lực lượng võ trang xã gởi báo cáo; hằng năm, lực lượng vũ trang gửi báo cáo.\n",
        "Lễ phát động được tổ chức tại Hội trường lớn, tổ chức tại Hội Nông dân xã.\n",
        "Chấp hành viên thu cho ngân sách 31 tỷ đồng; các ấp, các ngành phối hợp.\n",
        "Liên đội trường Trung học cơ sở Kiến Giang tổ chức thi đua.\n",
        "Đề nghị Ban Chấp hành các Đoàn Viện, chi đoàn triển khai; các đoàn viện, liên chi đoàn báo cáo.\n",
        "Các ấp, các ngành triển khai thực hiện tại 09 ấp.\n",
        "ỦY BAN NHÂN DÂN\nHUYỆN THANH HÒA\n\nSố: 05/CT-UBND\n\nThanh Hòa, ngày 12 tháng 01 năm 2019\n\nCHỈ THỊ\nPhát động thi đua\n\n"
        "Huyện Thanh Hòa phát động thi đua.\n",
    )
    bad = (
        "Đẩy mạnh cải [[các→cách]] hành chính.\n",
        "Phát động phong trào thi [[đau→đua]] yêu nước.\n",
        "Hội đồng Thi đua - Khen thưởng [[tinh→tỉnh]] thẩm định hồ sơ.\n",
        "Tổ chức hoạt động [[khôi→khối]], cụm thi đua.\n",
        "Hướng dẫn của Thủ [[tưởng→tướng]] Chính phủ.\n",
        "Tạo nền [[tàng→tảng]] cho năm sau.\n",
        "Phối hợp tuần tra, kiểm [[soác→soát]] chặt đường mòn.\n",
        "Dạy học là nghề cao [[quy→quý]] nhất trong các nghề.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        return self.weigh(doc, self.suspects(doc))

    def suspects(self, doc: Document) -> Iterator[Finding]:
        """A word of two syllables, met by chance in what nobody here has read, is a suggestion until it is weighed."""
        lexicon = shipped()
        known = [(wrong.start, wrong.end) for wrong in wrong_phrases(doc.tokens, lexicon)]
        known += [(torn.start, torn.end) for torn in torn_syllables(doc.tokens, lexicon)]
        for miss in near_misses(doc.tokens, lexicon):
            if miss.end == doc.torn or any(start <= miss.start < end for start, end in known):
                continue
            of_a_word = len(miss.phrase.split()) <= 2
            if of_a_word and _a_place(doc.text, miss):
                continue
            written = doc.text[miss.start : miss.end]
            message = (
                f"“{written}” không ghép thành từ với chữ bên cạnh, chỉ khác {miss.why} với cụm từ quen thuộc "
                f"“{_whole(doc.text, miss, lexicon)}”: nên sửa thành “{miss.right}”."
            )
            severity = Severity.STYLE if of_a_word else Severity.ERROR
            yield self.finding((miss.start, miss.end), message, miss.right, severity=severity)

    def weigh(self, doc: Document, found: Iterable[Finding]) -> Iterator[Finding]:
        for one in found:
            if _in_a_name(doc.text, one.span.start, doc.own_names) or _counted(doc.text, one) or _named(doc.text, one):
                continue
            severity = self._of_a_word(doc, one) if one.severity is Severity.STYLE else one.severity
            if severity is not None:
                yield one._replace(severity=severity)

    def _of_a_word(self, doc: Document, found: Finding) -> Severity | None:
        """How sure it is: it needs a second witness."""
        lexicon, table, at = shipped(), context.in_use(), found.span.start
        right = found.fix.replacement if found.fix else ""
        score = agreement(text_of(doc.tokens, table), lexicon, table, at, right)
        unheard = doc.text[slice(*found.span)].lower()
        if score >= CERTAIN or (doc.text[at].islower() and KEYS[unheard] not in lexicon.syllables):
            return Severity.ERROR
        return Severity.WARNING if score >= WORTH_A_LOOK or doc.text[at].isupper() else None


def _whole(text: str, miss: NearMissed, lexicon: Lexicon) -> str:
    """The phrase as it is shown: “quỹ hỗ” goes on to the end of its word, “quỹ hỗ trợ”."""
    parts = miss.phrase.split()
    if len(parts) == 2:
        last = NEXT.match(text, miss.end) if parts[0] == miss.right else None
        end = last.end() if last else miss.end
        behind = NEXT.match(text, end)
        half = KEYS[parts[1].lower()]
        if behind and half not in single_words() and lexicon.stand([f"{half} {KEYS[behind[1].lower()]}"])[0]:
            return f"{miss.phrase} {behind[1]}"
    return miss.phrase


def _in_a_name(text: str, at: int, names: tuple[str, ...]) -> bool:
    """Does the word at ``at`` stand in a name of the document's own header: “Thanh Hòa” is no slip of “Thanh Hóa” there."""
    for name in names:
        first = max(0, at - len(name) + 1)
        found = text[first : at + len(name)].lower().find(name)
        if 0 <= found <= at - first:
            return True
    return False


def _counted(text: str, found: Finding) -> bool:
    """Is it a hamlet of a text that names its hamlets: “các ấp, các ngành” where “09 ấp” stands elsewhere?"""
    word = text[slice(*found.span)]
    return word in HAMLETS and re.search(rf"(?:\d|trưởng|dân) {word}(?!\w)|các {word}(?!,)(?!\w)", text) is not None


def _named(text: str, found: Finding) -> bool:
    """Is it a thing the text calls by name elsewhere: “các đoàn viện” where “các Đoàn Viện” stands?"""
    before = BEFORE.search(text, max(0, found.span.start - 12), found.span.start)
    pair = f"{before[0]}{text[slice(*found.span)]}" if before else ""
    return pair.islower() and pair.title() in text


def _a_place(text: str, miss: NearMissed) -> bool:
    """Is it “trường Kiến Giang”, “xã Hà Nang”: a small place whose name is like a great one’s? Only a province is known by name."""
    start = miss.start - miss.phrase.find(miss.right) if miss.phrase.endswith(miss.right) else miss.start
    both = text[start : start + 1].isupper() and miss.phrase.istitle()
    return both and not text.endswith(("tỉnh ", "thành phố ", "TP. ", "Tỉnh ", "Thành phố "), 0, start)
