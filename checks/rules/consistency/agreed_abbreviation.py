"""Tên viết tắt đã quy ước trong văn bản."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import bare
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

AGREED = Pattern(
    r"\((?:sau đây|dưới đây)?,? ?(?:gọi|viết) tắt là:? ?[“\"]?(?P<short>[^()“”\"\n;]{2,40}?)[”\"]?\)", needs="tắt là"
)


class AgreedAbbreviation(Rule):
    """Tên đã ghi “(sau đây gọi tắt là …)” thì từ đó về sau dùng tên gọi tắt.

    Chỉ nhắc một lần cho mỗi tên, ở chỗ đầu tiên quay lại tên đầy đủ.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Quy ước của chính văn bản"
    good = (
        "Ban Chỉ đạo phong trào thi đua (sau đây gọi tắt là Ban Chỉ đạo) họp hằng quý. Ban Chỉ đạo phân công nhiệm vụ.\n",
        "Ủy ban nhân dân xã (sau đây gọi tắt là UBND xã) ra quân; báo đăng bài “Cùng Ủy ban nhân dân xã giữ sạch làng bản”.\n",
        "Chương trình trồng cây phân tán (sau đây gọi tắt là CTA) bắt đầu từ mùa mưa; các thôn trồng cây phân tán.\n",
        "Hội (sau đây gọi tắt là HCTĐ xã) họp; phong trào thi đua (sau đây gọi tắt là thi đua) được sơ kết; thi đua hằng quý.\n",
    )
    bad = (
        "Ủy ban nhân dân xã (sau đây gọi tắt là UBND xã) giao nhiệm vụ. [[Ủy ban nhân dân xã→UBND xã]] kiểm tra hằng quý.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in AGREED.finditer(text, doc.body.start, doc.body.end):
            full = self._full(text[max(0, match.start() - 200) : match.start()], match["short"])
            at = text.find(full, match.end(), doc.body.end) if full else -1
            if at >= 0 and not in_quotes(text, at) and text[at - 1] == " " and not text[at + len(full)].isalnum():
                short = match["short"].strip()
                yield self.finding((at, at + len(full)), f"Văn bản đã gọi tắt là “{short}” ở phía trên.", short)

    def _full(self, before: str, short: str) -> str:
        """The words before the bracket that ``short`` stands for; empty where its letters do not spell them."""
        spelled: list[str] = []
        for word in short.split():
            spelled += list(word) if word.isupper() and len(word) > 1 else [word]
        said = [word for word in before.split("\n")[-1].split() if word not in ("-", "–")]
        tail = said[-len(spelled) :]
        if not any(len(word) == 1 for word in spelled) or len(tail) < len(spelled):
            return ""
        agree = all(
            w == s if len(s) > 1 else bare(w[0].lower()) == bare(s.lower()) for w, s in zip(tail, spelled, strict=True)
        )
        found = before.rfind(tail[0]) if agree else -1
        return before[found:].strip() if found >= 0 else ""
