"""Chữ không hợp với các chữ bên cạnh."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language import context
from checks.language.confusions import wrong_phrases
from checks.language.context_errors import STRICT, suspicions
from checks.language.doubled import doubled_words
from checks.language.lexicon import Lexicon, shipped
from checks.language.missing import missing_syllables
from checks.language.near_miss import near_misses
from checks.rule import Rule


class UnlikelyWord(Rule):
    """Chữ nào cũng hợp với chữ đứng trước và chữ đứng sau nó.

    Chữ sai mà vẫn có nghĩa thường đứng ở chỗ chưa ai viết chữ ấy, trong khi chữ đúng, chỉ khác một dấu hoặc một chữ cái,
    đã gặp nhiều lần ở đúng chỗ đó. Phép kiểm so với kho văn bản mẫu và kho cụm từ: rất khác thường thì báo lỗi, hơi khác
    thường thì chỉ gợi ý xem lại. Chữ viết hoa, tên riêng, lời trong ngoặc kép và tiếng nước ngoài không bị xét.
    """

    tier = "thông lệ"
    source = "Kho văn bản mẫu và kho cụm từ của văn bản hành chính"
    good = (
        "Các cơ quan, đơn vị tổ chức phát động phong trào thi đua; đưa nội dung thi đua vào kế hoạch công tác năm.\n",
        "Khuyến khích người dân dùng nước sạch, trồng rau sạch, nuôi gà đẻ trứng và giữ giống lúa quê.\n",
    )
    bad = (
        "Đôn đốc các [[ngảnh→ngành]], các địa phương chuẩn bị vật [[tu→tư]] cho mùa mưa.\n",
        "Các xã không [[đế→để]] người dân thiếu nước.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        lexicon = shipped()
        found = list(suspicions(doc.tokens, lexicon, context.load()))
        if not found:
            return
        said = list(_said(doc, lexicon))
        for one in found:
            if any(start < one.end and one.start < end for start, end in said):
                continue
            sure = one.score >= STRICT
            message = (
                f"“{one.pair}” chưa gặp lần nào trong kho văn bản, “{one.meant_pair}” gặp {one.times} lần: "
                f"{'nên sửa thành' if sure else 'nếu không cố ý thì viết'} “{one.right}”."
            )
            severity = Severity.ERROR if sure else Severity.STYLE
            yield self.finding((one.start, one.end), message, one.right, severity=severity)


def _said(doc: Document, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """What the rules that know the phrase speak of: one word gets one finding."""
    for miss in near_misses(doc.tokens, lexicon):
        yield miss.start, miss.end
    for wrong in wrong_phrases(doc.tokens, lexicon):
        yield wrong.start, wrong.end
    for doubled in doubled_words(doc.tokens, lexicon):
        yield doubled.start, doubled.end
    for missing in missing_syllables(doc.tokens, lexicon):
        yield missing.start, missing.at
