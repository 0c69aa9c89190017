"""Cụm từ cố định thiếu một chữ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language import context
from checks.language.bound import left_alone
from checks.language.lexicon import shipped
from checks.language.missing import missing_syllables
from checks.rule import Rule


class MissingSyllable(Rule):
    """Cụm từ cố định và từ ghép được viết đủ chữ.

    Chữ rơi khỏi một cụm từ thì các chữ còn lại vẫn đúng chính tả: “Đại hội Thi đua yêu các cấp”, “tổ chức các hoạt thi đua”.
    Chỉ xét những cụm không bao giờ viết thiếu chữ ấy và những âm tiết không bao giờ đứng một mình (hoạt, triển, nhiệm). Chữ đề
    nghị thêm là chữ kho văn bản đã gặp giữa hai chữ bên cạnh; chưa gặp thì chỉ nêu chỗ thiếu.
    """

    alone = True
    tier = "thông lệ"
    source = "Kho cụm từ của văn bản thi đua, khen thưởng và văn bản hành chính"
    good = (
        "Đại hội Thi đua yêu nước các cấp; xây dựng thế trận an ninh nhân dân.\n",
        "Thế mạnh của xã là nông nghiệp.\n",
        "Tổ chức các hoạt động thi đua; cán bộ linh hoạt, tận tụy; phát huy hoạt chất; ông Hoạt phát biểu; nhiệm\n\nvụ.\n",
    )
    bad = (
        "Tiến tới Đại hội Thi đua [[yêu→yêu nước]] các cấp.\n",
        "Xây dựng [[thế→thế trận]] an ninh nhân dân vững chắc.\n",
        "Nhà trường tổ chức các [[hoạt→hoạt động]] thi đua trong năm học.\n",
        "Tiếp tục duy trì và [[triển→phát triển]] đảng viên mới.\n",
        "Các thôn đã [[soát]] mọi ngôi nhà cũ.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        lexicon, found = shipped(), []
        for missing in missing_syllables(doc.tokens, lexicon):
            start = max(missing.start, doc.text.rfind(" ", missing.start, missing.at) + 1)
            last = doc.text[start : missing.at]
            message = f"Sau “{last}” thiếu chữ “{missing.syllable}” của cụm từ “{missing.phrase}”."
            found.append(range(start, missing.at + 1))
            yield self.finding((start, missing.at), message, f"{last} {missing.syllable}")
        for alone in left_alone(doc.tokens, lexicon, context.in_use()):
            if alone.end == doc.torn or any(alone.start in one for one in found):
                continue
            written = doc.text[alone.start : alone.end]
            message = f"“{written}” không đứng một mình, ở đây thiếu một chữ"
            message += f": nên viết “{alone.whole}”." if alone.whole else "."
            severity = Severity.ERROR if alone.whole else Severity.WARNING
            yield self.finding((alone.start, alone.end), message, alone.whole, severity=severity)
