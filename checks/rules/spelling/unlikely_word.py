"""Chữ không hợp với các chữ bên cạnh."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language import context
from checks.language.bound import left_alone
from checks.language.confusions import wrong_phrases
from checks.language.context_errors import SUREST, WORTH_A_LOOK, Suspicion, agreement, suspicions
from checks.language.continued import continued_syllables
from checks.language.doubled import doubled_words
from checks.language.evidence import text_of
from checks.language.gaps import gap_syllables
from checks.language.lexicon import Lexicon, shipped
from checks.language.lost import lost_syllables
from checks.language.missing import cut_phrases, missing_syllables, unfinished
from checks.language.mistyped import mistyped
from checks.language.near_miss import NearMiss, near_misses
from checks.language.slips import slips
from checks.language.swapped import swapped
from checks.language.syllables import KEYS
from checks.language.tokens import DASHES, tokens
from checks.rule import Rule
from checks.surroundings import of_a_number
from checks.tables import words

AROUND = 100
"""So many characters on either side hold every phrase that a word can belong to."""
MEASURES = words("tạ tấn lít sào mẫu ca suất liều cặp chuyến mét")
ENDS = frozenset("/.,;)\n")
SURNAMES = words("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh lương mai")
UNITS = words("tỉnh huyện xã phường quận thôn bản ấp xóm phố")
"""What stands before the name of a place, and beside any name."""


class UnlikelyWord(Rule):
    """Chữ nào cũng hợp với chữ đứng trước và chữ đứng sau nó.

    Chữ sai mà vẫn có nghĩa thường đứng ở chỗ chưa ai viết chữ ấy, trong khi chữ đúng, chỉ khác một dấu hoặc một chữ cái,
    đã gặp nhiều lần ở đúng chỗ đó. Phép kiểm so với kho văn bản mẫu và kho cụm từ: rất khác thường thì báo lỗi, hơi khác
    thường thì chỉ gợi ý xem lại. Hai chữ của một từ viết đảo chỗ (dung nội), một chữ không thành từ với chữ bên cạnh mà chỉ khác
    một chữ cái với nửa kia của một từ quen thuộc (điều kiệu) cũng là lỗi.
    Chữ viết hoa, tên riêng, lời trong ngoặc kép và tiếng nước ngoài không bị xét.
    """

    tier = "thông lệ"
    source = "Kho văn bản mẫu và kho cụm từ của văn bản hành chính"
    good = (
        "Phát huy sức mạnh to lớn của tình đoàn kết, thắt chặt mối quan hệ giữa các thôn.\n",
        "Năng suất lúa đạt 55 - 60 tạ/ha.\n",
        "Giao dịch viên nói rõ, hẹn đúng, cho ghế ngồi; toàn dân chung tay dựng xây quê hương.\n",
        "Bằng chữ: ba mươi mốt tỷ, năm mươi nhăm triệu, chín mươi mốt nghìn đồng; hai mươi mốt xã.\n",
        "Các cơ quan, đơn vị tổ chức phát động phong trào thi đua; đưa nội dung thi đua vào kế hoạch công tác năm.\n",
        "Nhiều nơi đã làm, trong đó có tỉnh Tiền Phong và huyện Sơn Khê.\n",
        "Đoàn đại biểu dự hội nghị của các tổ chức quốc tế khác tại Giơ-ne-vơ.\n",
        "Các phòng tham mưu để nghị định có hiệu lực sớm; thả khỉ đuôi lợn, tê tê về rừng; bão, giông lốc; y đức và qui tắc ứng xử.\n",
        "Doanh nghiệp ven biển đảm bảo về số lượng; Kế hoạch số 69/KH-BCĐ ngày 13/2/2026 về triển khai xây dựng phong trào.\n",
        "Khuyến khích người dân dùng nước sạch, trồng rau sạch, nuôi gà đẻ trứng và giữ giống lúa quê.\n",
    )
    bad = (
        "Đôn đốc các [[ngảnh→ngành]], các địa phương chuẩn bị chu đáo cho mùa mưa.\n",
        "Các xã không [[đế→để]] người dân thiếu nước.\n",
        "Trình Giám đốc Sở Văn [[hoa→hóa]], Thể thao và Du lịch.\n",
        "Tháo gỡ khó khăn cho doanh [[hiệp→nghiệp]] ngoài nhà nước.\n",
        "Công [[chực→chức]] nộp hộ thay vì hướng dẫn người dân tự làm.\n",
        "Cả huyện chung sức, [[động→đồng]] lòng thi đua hoàn thành nhiệm vụ.\n",
        "Phong trào phải có [[dung nội→nội dung]] thiết thực.\n",
        "Chỉ tiêu phải phù hợp với điều [[kiệu→kiện]] của từng khu phố; phòng họp là đầu mối, tổng [[hợm→hợp]] kết quả.\n",
        "Nghệ sĩ [[sảng→sáng]] tác tranh cổ động; tỉnh cử cán bộ có chuyên [[mô→môn]] biệt phái về xã.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        lexicon, table = shipped(), context.in_use()
        turned = [one for one in swapped(doc.tokens, lexicon, table) if one.end != doc.torn]
        for two in turned:
            message = f"“{doc.text[two.start : two.end]}” viết đảo hai chữ, nên sửa thành “{two.right}”."
            yield self.finding((two.start, two.end), message, two.right)
        doubted = suspicions(doc.tokens, lexicon, table)
        told = {place for two in turned for place in (two.start, two.end)}
        yield from self._mistyped(doc, told.union(*((one.start, one.end) for one in doubted)))
        for one in doubted:
            if any(two.start <= one.start < two.end for two in turned):
                continue
            named = doc.text[one.start : one.end] in UNITS and doc.text[one.end + 1 : one.end + 2].isupper()
            # “Giơ-ne-vơ”: a dash without blanks ties the parts of a foreign name
            tied = not DASHES.isdisjoint(doc.text[max(0, one.start - 1) : one.start] + doc.text[one.end : one.end + 1])
            # “55 - 60 tạ/ha”: a measure behind its figure
            measured = doc.text[one.start : one.end] in MEASURES and doc.text[one.start - 2 : one.start - 1].isdigit()
            measured = measured and doc.text[one.end : one.end + 1] in ENDS
            if (
                one.end == doc.torn
                or measured
                or _leads_on(doc, one, lexicon)
                or _lets(doc, one, lexicon)
                or named
                or tied
                or of_a_number(doc.text, one.start, one.end)
                or _opens(doc, one, lexicon)
                or _said(doc, one, lexicon)
            ):
                continue
            here = f"gặp {one.here} lần trong chính văn bản này" if one.here else "thường gặp"
            met = f"gặp {one.times} lần" if one.times else here
            seldom = f"mới gặp {one.seldom} lần" if one.seldom else "chưa gặp lần nào"
            message = (
                f"“{_tight(one.pair)}” {seldom} trong kho văn bản, “{_tight(one.meant_pair)}” {met}: "
                f"{'nên sửa thành' if one.sure else 'nếu không cố ý thì viết'} “{one.right}”."
            )
            severity = Severity.ERROR if one.sure else Severity.STYLE
            right = one.right
            if doc.text[one.start : one.end] in SURNAMES and doc.text[one.end + 1 : one.end + 2].isupper():
                right = doc.text[one.start : one.end].capitalize()
                message = f"Họ của người viết hoa: “{right}”."
            yield self.finding((one.start, one.end), message, right, severity=severity)

    def _mistyped(self, doc: Document, told: set[int]) -> Iterator[Finding]:
        """What no slip of marks or sounds explains; a place that is ``told`` already is another's."""
        lexicon = shipped()
        for one in mistyped(doc.tokens, lexicon, context.in_use()):
            first = max(0, one.start - AROUND)
            around = tokens(doc.text[first : one.end + AROUND])
            others = [(other.start, other.end) for other in near_misses(around, lexicon)]
            others += [(other.start, other.end) for other in wrong_phrases(around, lexicon)]
            others += [(other.start, other.end) for other in doubled_words(around, lexicon)]
            others += [(other.start, other.end) for other in slips(around, lexicon)]
            known = any(first + start < one.end and one.start < first + end for start, end in others)
            if not known and not told.intersection((one.start, one.end)) and one.end != doc.torn:
                written = doc.text[one.start : one.end]
                message = (
                    f"“{written}” không thành từ với chữ bên cạnh, chỉ khác một chữ cái với “{one.word}”: "
                    f"nên sửa thành “{one.right}”."
                )
                yield self.finding((one.start, one.end), message, one.right)


def _tight(pair: str) -> str:
    """“ngành ,” as it is written: “ngành,”."""
    return pair.replace(" ,", ",").replace(" ;", ";").replace(" .", ".")


def _leads_on(doc: Document, word: Suspicion, lexicon: Lexicon) -> bool:
    """Is it a “về” behind a date or a whole word: “ngày 13/02/2026 về triển khai”, “đảm bảo về số lượng”?"""
    if doc.text[word.start : word.end] != "về":
        return False
    before = doc.text[max(0, word.start - AROUND) : word.start - 1]
    whole = " ".join(KEYS[part.lower()] for part in before.split()[-2:])
    return before[-1:].isdigit() or (before[-1:].isalpha() and lexicon.known[whole])


def _lets(doc: Document, word: Suspicion, lexicon: Lexicon) -> bool:
    """Is it a “để” before a whole word: “tham mưu để nghị định có hiệu lực” has no “đề nghị”?"""
    behind = doc.text[word.end : word.end + AROUND].split()[:2]
    return doc.text[word.start : word.end] == "để" and bool(
        lexicon.known[" ".join(KEYS[part.lower()] for part in behind)]
    )


def _opens(doc: Document, word: Suspicion, lexicon: Lexicon) -> bool:
    """Does a known phrase begin with the word and the two behind it: “tình đoàn kết”, of “tình đoàn kết quân dân”?"""
    behind = [part.strip(",;.:”)") for part in doc.text[word.end : word.end + AROUND].split()[:2]]
    keys = tuple(KEYS[part.lower()] for part in (doc.text[word.start : word.end], *behind))
    return len(keys) == 3 and any(phrase.keys[:3] == keys for phrase in lexicon.opening(*keys[:2]))


def _said(doc: Document, word: Suspicion, lexicon: Lexicon) -> bool:
    """Whether a rule that knows the phrase speaks of this word: one word gets one finding."""
    start, end = word.start, word.end
    first, last = max(0, start - AROUND), end + AROUND
    around = tokens(doc.text[first:last])
    table = context.in_use()
    spans = [
        (one.start, one.end)
        for one in near_misses(around, lexicon)
        if one.right.lower() == word.right.lower() or not _unbelieved(doc, first + one.start, one)
    ]
    spans += [(one.start, one.end) for one in wrong_phrases(around, lexicon)]
    spans += [(one.start, one.end) for one in doubled_words(around, lexicon)]
    spans += [(one.start, one.end) for one in slips(around, lexicon)]
    # What stands behind a syllable that a phrase never lacks is strange for that: “bảo hiểm xã hội nguyện và”.
    spans += [(one.start, one.at + 2) for one in missing_syllables(around, lexicon)]
    lost = (*cut_phrases(around, lexicon, table), *unfinished(around, lexicon, table))
    spans += [(one.start, one.at) for one in lost]
    # One that is surely lost beside it explains the place better than a slip that is not sure.
    fallen = chain.from_iterable(
        layer(around, lexicon, table) for layer in (lost_syllables, gap_syllables, continued_syllables)
    )
    spans += [(one.start, one.at + 2) for one in fallen if one.sure > word.sure]
    alone = left_alone(around, lexicon, table)
    # A syllable that never stands alone lacks its other half, unless it is itself surely a slip.
    spans += [(one.start, one.end) for one in alone if not word.sure or (one.whole and word.score < SUREST)]
    return any(first + a < end and start < first + b for a, b in spans)


def _unbelieved(doc: Document, start: int, miss: NearMiss) -> bool:
    """Is it a word of two syllables that the context has nothing for: “công chực nộp hộ”, “trực nộp” but “công chức”?"""
    if len(miss.phrase.split()) > 2 or doc.text[start].isupper():
        return False
    table = context.in_use()
    return agreement(text_of(doc.tokens, table), shipped(), table, start, miss.right) < WORTH_A_LOOK
