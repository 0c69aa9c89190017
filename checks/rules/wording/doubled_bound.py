"""Hai từ cùng giới hạn một con số."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern, occurrences
from checks.rule import Rule

LEAST = ("ít nhất", "tối thiểu")
_LEAST, _MOST = "|".join(LEAST), "tối đa|nhiều nhất"
# “ít nhất tối thiểu 01 sáng kiến”, “không quá tối đa 05 ngày”, “khoảng gần 300 hội viên”
TWICE = Pattern(
    rf"(?P<first>{_LEAST}|không dưới|không ít hơn) (?P<again>{_LEAST}|không dưới|không ít hơn) (?=\d)"
    rf"|(?P<most>{_MOST}|không quá|không vượt quá) (?P<most_again>{_MOST}|không quá|không vượt quá) (?=\d)"
    r"|(?:khoảng|ước) (?:gần|hơn|trên|dưới) (?=\d)|(?:hơn trên|trên hơn|dưới gần|gần dưới) (?=\d)"
)
BOUNDS = ("nhất ", "thiểu ", "dưới ", "hơn ", "đa ", "quá ", "trên ", "gần ")
"""What a figure has before it that is bound."""
LONGEST = len("không vượt quá không vượt quá ")
# “trên 90 điểm trở lên”: what is above leaves the 90 out, “trở lên” takes it in; “trên 50 em khá trở lên” goes on from a grade
UPWARDS = Pattern(
    r"(?P<word>[Tt]rên|[Hh]ơn|[Dd]ưới|[Tt]ối thiểu|[Íí]t nhất) (?P<figure>\d[\d.]*(?:,\d+)?(?: ?[%‰])?)"
    r"(?P<counted>(?: (?!khá|tốt|giỏi|đạt)[^\W\d_]+)?) trở (?P<way>lên|xuống)"
)
REACH = 50
"""Characters before “trở lên” in which the bound stands."""


class DoubledBound(Rule):
    """Một con số chỉ có một lời giới hạn: “tối thiểu 01 sáng kiến”, “từ 95% trở lên”.

    “Ít nhất tối thiểu” nói hai lần một ý; “tối thiểu 95% trở lên” cũng vậy; “trên 95% trở lên” vừa loại vừa nhận chính mức 95%.
    """

    severity = Severity.STYLE
    alone = True
    tier = "gợi ý"
    source = "Cách diễn đạt chung"
    good = (
        "Mỗi đơn vị có ít nhất 01 sáng kiến; giải quyết không quá 05 ngày; trên 95% cán bộ từ cấp xã trở lên được tập huấn; từ 95% trở lên.\n",
        "Trên 300 đại biểu có trình độ đại học trở lên; hơn 20 đảng viên được 30 năm tuổi Đảng trở lên; khoảng 300 hội viên.\n",
        "Trên 80% khá trở lên; trên 50 em đạt khá trở lên; hơn 40 học sinh giỏi trở lên; còn dưới 10 thôn trở lên; hơn 30 xã trở xuống.\n",
    )
    bad = (
        "Mỗi đơn vị có [[ít nhất tối thiểu→tối thiểu]] 01 sáng kiến; trả lời [[không quá tối đa→tối đa]] 05 ngày làm việc.\n",
        "Thu tiền điện đạt [[tối thiểu 99,8% trở lên→từ 99,8% trở lên]].\n",
        "Huy động [[khoảng gần]] 300 hội viên tham gia.\n",
        "Có [[hơn trên]] 500 đại biểu dự.\n",
        "Phấn đấu [[trên 95% trở lên→từ 95% trở lên]] hồ sơ giải quyết đúng hạn.\n",
        "[[Trên 95% trở lên→Từ 95% trở lên]] hộ đăng ký.\n",
        "Chấm [[trên 90 điểm trở lên→từ 90 điểm trở lên]]; hộ nghèo còn [[dưới 2% trở xuống→từ 2% trở xuống]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        bound = (start for start, _ in doc.figures if doc.text.endswith(BOUNDS, 0, start))
        for match in (one for at in bound for one in TWICE.finditer(doc.text, max(0, at - LONGEST), at + 1)):
            kept = match["again"] or match["most_again"]
            span = (match.start(), match.end() - 1)
            yield self.finding(span, f"“{doc.text[slice(*span)]}” giới hạn con số này hai lần.", kept)
        ends = sorted(at for end in (" trở lên", " trở xuống") for at in occurrences(end, doc.text))
        for match in UPWARDS.behind((at - 1 for at in ends), REACH, doc.text):
            word, upwards = match["word"].lower(), match["way"] == "lên"
            if (word == "dưới") == upwards:
                continue
            start = "Từ" if match["word"][0].isupper() else "từ"
            right = f"{start} {match['figure']}{match['counted']} trở {match['way']}"
            if word in LEAST:
                yield self.finding(
                    match.span(), f"“{match['word']}” và “trở {match['way']}” cùng một ý: chọn một.", right
                )
                continue
            message = f"“{match['word']}” không kể chính mức {match['figure']}, “trở {match['way']}” thì kể: chọn một."
            yield self.finding(match.span(), message, right)
