"""Tên các đại hội."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman, to_roman
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

PLACE = r"(?:toàn quốc|tỉnh|huyện|xã|phường|thành phố|quận|thị xã|đặc khu|TP|các cấp|lần thứ|ngành|cấp)"
# “Đại hội toàn quốc lần thứ XIV”: “đại biểu” is missing
DELEGATES = Pattern(r"Đại hội(?= [Tt]oàn quốc lần thứ [IVXL]+)", needs="Đại hội ")
DELEGATES_CASE = Pattern(r"Đại hội (?P<wrong>Đại biểu)(?!\w)", needs="Đại hội Đại")
EMULATION_CASE = Pattern(
    rf"Đại hội (?P<wrong>thi đua [Yy]êu nước|Thi đua Yêu nước|Thi Đua [Yy]êu [Nn]ước)(?= {PLACE})", needs="Đại hội "
)
# “Đại hội Thi đua tỉnh … lần thứ IV”: “yêu nước” is missing; the first seven national ones were called without it
EMULATION = Pattern(
    rf"Đại hội Thi đua(?! toàn quốc lần thứ (?:I|II|III|IV|V|VI|VII)(?!\w))(?= {PLACE})", needs="Đại hội Thi đua"
)
# “Đại hội đại biểu Hội Nông dân lần V”: “thứ” is missing
ORDINAL = Pattern(r" lần(?= [IVXL]+(?!\w))", needs=(" lần I", " lần V", " lần X"))
# “lần thứ xiii”: an ordinal of congresses stands in capitals
SMALL = Pattern(r"(?<= lần thứ )[ivx]+(?!\w)", needs=(" lần thứ i", " lần thứ v", " lần thứ x"))
# “Đại hội đại biểu toàn quốc lần thứ 14 của Đảng”: the Party numbers its congresses in Roman figures
FIGURE = Pattern(r" lần thứ (?P<n>\d{1,2})(?![\d/])", needs=" lần thứ ")
OF_THE_PARTY = ("đại hội đại biểu toàn quốc", "đại hội đảng bộ", "đại hội đại biểu đảng bộ")
CLAUSE = 80
"""So far before its ordinal a congress is named."""
PARTY = Pattern(
    r"(?P<wrong>[Đđ]ại hội (?:đại biểu )?[Đđ]ảng bộ)(?= (?:tỉnh|huyện|thành phố|xã|phường|quận)[^.;,\n]{0,30} lần thứ)",
    hooks=("ại hội đảng bộ", "ại hội Đảng bộ", "ại hội đại biểu đảng bộ", "ại hội đại biểu Đảng bộ"),
    back=1,
)
PARTY_CASE = Pattern(r"đại hội Đảng bộ(?= (?:tỉnh|huyện|thành phố|xã|phường|quận))", needs="đại hội Đảng bộ")


class CongressNames(Rule):
    """Tên đại hội viết đủ và đúng: “Đại hội đại biểu toàn quốc lần thứ XIV của Đảng”, “Đại hội Thi đua yêu nước”.

    Hay thiếu chữ “đại biểu”, “yêu nước”, hoặc viết hoa nhầm chữ. Nói chung về đại hội các cấp thì viết thường nên không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Tên chính thức của đại hội trong văn kiện của Đảng và Luật Thi đua, khen thưởng"
    good = (
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng; Đại hội XIV của Đảng; Đại hội Đảng bộ tỉnh lần thứ XX.\n",
        "Đại hội Thi đua toàn quốc lần thứ VI; Đại hội Thi đua yêu nước tỉnh lần thứ V; đại hội đảng bộ các cấp; đại hội thi đua yêu nước các cấp.\n",
    )
    bad = (
        "tuyên truyền kết quả [[Đại hội→Đại hội đại biểu]] toàn quốc lần thứ XIV của Đảng.\n",
        "Đại hội [[Đại biểu→đại biểu]] toàn quốc lần thứ XI của Đảng.\n",
        "kết quả Đại hội [[thi đua yêu nước→Thi đua yêu nước]] xã lần thứ III.\n",
        "kết quả [[Đại hội Thi đua→Đại hội Thi đua yêu nước]] ngành lần thứ IV.\n",
        "sau [[Đại hội đảng bộ→Đại hội Đảng bộ]] phường lần thứ II.\n",
        "thực hiện Nghị quyết [[Đại hội đại biểu đảng bộ→Đại hội đại biểu Đảng bộ]] tỉnh lần thứ XVII.\n",
        "kết quả Đại hội đại biểu Hội Nông dân xã [[lần→lần thứ]] V.\n",
        "chào mừng Đại hội đại biểu toàn quốc lần thứ [[14→XIV]] của Đảng; Hội nghị lần thứ 12.\n",
        "sau Đại hội Đảng bộ phường lần thứ [[ii→II]]; Đại hội [[thi đua yêu nước→Thi đua yêu nước]] TP lần thứ V.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for start, end, right, safe in self._slips(doc.text):
            if not in_quotes(doc.text, start):
                what = "Số thứ tự" if right.isupper() else "Trong tên đại hội, chỗ này"
                yield self.finding((start, end), f"{what} viết là “{right}”.", right, safe=safe)

    def _slips(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        for pattern, right, safe in (
            (DELEGATES, "Đại hội đại biểu", False),
            (EMULATION, "Đại hội Thi đua yêu nước", False),
            (PARTY_CASE, "Đại hội Đảng bộ", True),
        ):
            for match in pattern.finditer(text):
                yield *match.span(), right, safe
        for match in SMALL.finditer(text):
            if to_roman(roman(match[0].upper())) == match[0].upper():
                yield *match.span(), match[0].upper(), True
        for match in FIGURE.finditer(text):
            if any(name in _clause(text, match.start()) for name in OF_THE_PARTY):
                yield *match.span("n"), to_roman(int(match["n"])), False
        for match in ORDINAL.finditer(text):
            if "đại hội " in _clause(text, match.start()):
                yield match.start() + 1, match.end(), "lần thứ", False
        for pattern, right in (
            (DELEGATES_CASE, "đại biểu"),
            (EMULATION_CASE, "Thi đua yêu nước"),
        ):
            for match in pattern.finditer(text):
                yield *match.span("wrong"), right, True
        for match in PARTY.finditer(text):
            right = match["wrong"].replace("đảng", "Đảng").replace("đại hội", "Đại hội", 1)
            if match["wrong"] not in (right, "đại hội Đảng bộ"):
                yield *match.span("wrong"), right, True


def _clause(text: str, at: int) -> str:
    """What stands before ``at`` in its clause, in small letters."""
    before = text[max(0, at - CLAUSE) : at].lower()
    return before[max(map(before.rfind, ".;:,\n")) + 1 :]
