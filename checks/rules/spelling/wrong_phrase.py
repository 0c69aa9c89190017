"""Từ hay bị viết lẫn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding
from checks.language.confusions import wrong_phrases
from checks.language.lexicon import shipped
from checks.parsing.lines import GAP
from checks.rule import Rule


class WrongPhrase(Rule):
    """Các từ hay lẫn được viết đúng: xử lý, bổ sung, bứt phá, tham quan.

    Đây là những chữ sai mà người viết tưởng là đúng, phần lớn do lẫn s với x, tr với ch, d với gi, l với n; mỗi từ chỉ
    có một cách viết đúng.
    """

    alone = True
    tier = "thông lệ"
    source = "Chính tả tiếng Việt"
    good = (
        "Xử lý, bổ sung, sử dụng, sắp xếp, chẩn đoán, tham quan, bứt phá, sáp nhập.\n",
        "Theo dõi chủ chương trình; khả năng xuất khẩu; thành tựu chung của cả nước; thăm quan hệ đối tác.\n",
        "Bạn Sẻ nuôi chim sẻ; dân chia sẻ, nước vẩn đục, vở diễn đả kích thói xấu, vất vả.\n",
        "1     Sở Công          xuất khẩu     Tấn     5.000\n",
    )
    bad = (
        "Kịp thời [[sử lý→xử lý]] và [[bổ xung→bổ sung]] kinh phí.\n",
        "Tạo bước [[bức phá→bứt phá]] trong năm 2026.\n",
        "Tổ chức cho điển hình tiên tiến đi [[thăm quan→tham quan]] học tập.\n",
        "Đơn vị nào chậm [[sẻ→sẽ]] bị nhắc; nhiều hộ [[đả→đã]] hiến đất, dân chủ [[vả→và]] đúng quy trình.\n",
        "Xã mới sau [[sát nhập→sáp nhập]] [[dành thắng lợi→giành thắng lợi]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for wrong in wrong_phrases(doc.tokens, shipped()):
            written = doc.text[wrong.start : wrong.end]
            if GAP in written:
                continue  # the last word of one cell and the first of the next
            message = f"“{written}” là cách viết lẫn, chỉ có “{wrong.right}” là đúng."
            exchanged = len(wrong.right.split()) == len(written.split())  # which word is lost is not certain
            yield self.finding((wrong.start, wrong.end), message, wrong.right, safe=exchanged)
