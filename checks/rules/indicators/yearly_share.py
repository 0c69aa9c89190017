"""Số của cả giai đoạn và số của mỗi năm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# “kết nạp 600 đảng viên mới trong cả giai đoạn, bình quân mỗi năm 120 đảng viên”, “10 lớp tập huấn, mỗi năm 02 lớp”
EACH = Pattern(
    rf"(?P<total>(?<![\d.,/–-]){_F}) (?P<unit>(?:triệu đồng|tỷ đồng|[^\W\d_]+(?: [^\W\d_]+)?))(?!\w)"
    rf"(?P<between>(?:[^.;:\n\d“”]|“[^“”\n]{{2,60}}”|\d(?= năm|-20|\d)|[-–]){{0,90}}?)(?:,| \(| -) (?P<mean>bình quân )?(?:mỗi năm|hằng năm|hàng năm)"
    rf"(?P<bound> (?:ít nhất|tối thiểu|từ|trên|khoảng|không quá))?(?: [^\W\d_]+){{0,3}} (?P<each>{_F}) (?P=unit)(?!\w|/)",
    hooks=(" mỗi năm ", " hằng năm ", " hàng năm ", "(mỗi năm "),
    back=190,
)
# “làm lợi 900 tỷ đồng trong cả giai đoạn, bình quân 180 tỷ đồng/năm”
RATE = Pattern(
    rf"(?P<total>(?<![\d.,/–-]){_F}) (?P<unit>(?:triệu đồng|tỷ đồng|[^\W\d_]+(?: [^\W\d_]+)?))(?!\w|/)(?P<between>[^.;:\n\d]{{0,60}}?)(?:,| \(| -)"
    rf" (?P<mean>bình quân )(?P<bound>(?:ít nhất|tối thiểu|từ|trên|khoảng) )?(?P<each>{_F}) (?P=unit)(?: ?/ ?| mỗi | một )năm(?!\w)",
    hooks=("bình quân ",),
    back=150,
)
# “Hằng năm khen 05 tập thể, 15 đảng viên; cả giai đoạn 5 năm khen 25 tập thể, 75 đảng viên”
YEARLY = Pattern(
    r"(?:[Mm]ỗi năm|[Hh]ằng năm|[Hh]àng năm)(?P<each>[^.;:\n]{5,160}?)[;,] "
    r"(?:(?:cả|trong|toàn) giai đoạn(?: 5 năm| 05 năm)?|đến (?:hết |cuối )?năm 20\d\d hoàn thành)(?P<total>[^.;:\n]{5,160})",
    hooks=("ỗi năm", "ằng năm", "àng năm"),
    back=1,
)
COUNTED = re.compile(rf"(?<![\d.,/–-])(?P<n>{_F}) “?(?P<what>triệu đồng|tỷ đồng|[^\W\d_]+(?: [^\W\d_]+)?)(?!\w)")
# “giảm tỷ lệ hộ nghèo từ 38% năm 2025 xuống còn 13% năm 2030, bình quân mỗi năm giảm 5 điểm phần trăm”
STEADY = Pattern(
    rf"từ (?P<from>{_F})% (?:vào |của )?(?:cuối )?năm (?P<first>20\d\d) (?:xuống|lên)(?: còn)? (?P<to>{_F})% (?:vào )?(?:cuối |đến )?năm (?P<last>20\d\d),"
    rf" (?:bình quân )?(?:mỗi|hằng|hàng) năm (?:giảm|tăng) (?P<each>{_F})(?:%| điểm)(?! trở lên)",
    hooks=(" năm giảm ", " năm tăng "),
    back=len("từ 12,34% vào cuối năm 2025 xuống còn 12,34% vào cuối năm 2030, bình quân mỗi"),
)
WHOLE = re.compile(r"(?:cả|trong|toàn|mỗi) giai đoạn|05? năm|giai đoạn 20\d\d ?[-–] ?20\d\d", re.IGNORECASE)
BOUND = re.compile(r"(?:ít nhất|tối thiểu|từ|trên|khoảng|không quá|hơn|gần|bình quân) $")
CHANGED = re.compile(r"tăng|giảm|thêm|so với|còn (?=\d)|\bnăm 20\d\d")
STAGE = re.compile(r"giai đoạn (?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d)", re.IGNORECASE)
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua chuyển đổi số giai đoạn 2026 - 2030\n\nI. MỤC TIÊU\n\n"
CLOSE = 2
"""A share within so many times of what it should be is a slip; else the years are others."""


class YearlyShare(Rule):
    """Số của cả giai đoạn bằng số của mỗi năm nhân với số năm: “600 đảng viên, bình quân mỗi năm 120 đảng viên” trong 5 năm.

    Số năm lấy từ giai đoạn ở trích yếu. Câu không nói “cả giai đoạn” thì có thể tính cho ít năm hơn, nên chỉ báo khi không số năm nào
    cho ra con số ấy.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Phép nhân các con số nêu trong chính câu văn với số năm của giai đoạn"
    apart = (HEAD.replace(" giai đoạn 2026 - 2030", " năm 2026") + "Kết nạp 600 đảng viên, mỗi năm 150 đảng viên.\n",)
    good = (
        HEAD
        + "Giảm tỷ lệ hộ nghèo từ 38% năm 2025 xuống còn 13% năm 2030, bình quân mỗi năm giảm 5%; mỗi năm xây 08 nhà, đến năm 2030 hoàn thành 40 nhà.\n",
        HEAD + "Kết nạp 600 đảng viên mới trong cả giai đoạn, bình quân mỗi năm 120 đảng viên.\n",
        HEAD + "Mở 08 lớp tập huấn, mỗi năm 02 lớp; trồng 620 cây trong cả giai đoạn, mỗi năm ít nhất 120 cây.\n",
        HEAD + "Có 148 hộ nghèo, mỗi năm giảm 30 hộ; thu 100 tỷ đồng năm 2026, mỗi năm tăng 10 tỷ đồng.\n",
        HEAD + "Hằng năm khen 05 tập thể, 15 đảng viên; cả giai đoạn 5 năm khen 25 tập thể, 75 đảng viên.\n",
        HEAD + "Bình quân cả giai đoạn có 601 sáng kiến trong giai đoạn, bình quân mỗi năm 120 sáng kiến.\n",
    )
    bad = (
        HEAD + "Mỗi năm xây mới 08 “Mái ấm tình thương”, đến năm 2030 hoàn thành [[48]] mái ấm.\n",
        HEAD
        + "Giảm tỷ lệ hộ nghèo từ 38% năm 2025 xuống còn 13% năm 2030, bình quân mỗi năm giảm [[6]] điểm phần trăm.\n",
        HEAD + "Kết nạp 600 đảng viên mới trong cả giai đoạn, bình quân mỗi năm [[150]] đảng viên.\n",
        HEAD
        + "Giá trị làm lợi trong cả giai đoạn từ 900 tỷ đồng trở lên, bình quân [[190]] tỷ đồng/năm; thu 900 tỷ đồng, bình quân 180 tỷ đồng/năm.\n",
        HEAD + "Mở 12 lớp tập huấn trong giai đoạn, mỗi năm [[02]] lớp, mỗi lớp 120 người.\n",
        HEAD + "Vận động 20 tỷ đồng xây dựng Quỹ “Vì người nghèo”, bình quân mỗi năm [[3]] tỷ đồng.\n",
        HEAD
        + "Hằng năm, Đảng ủy khen 05 tập thể, 15 đảng viên tiêu biểu; cả giai đoạn 5 năm khen 25 tập thể, [[60]] đảng viên.\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if _years(doc) else "văn bản không có giai đoạn nhiều năm ở trích yếu")

    def check(self, doc: Document) -> Iterator[Finding]:
        years = _years(doc)
        for match in (*EACH.finditer(doc.text, *doc.body), *RATE.finditer(doc.text, *doc.body)):
            around = sentence(doc.text, match.start("each"))
            strict = WHOLE.search(doc.text, around.start, match.start("each")) is not None
            total, each = value(match["total"]), value(match["each"])
            if CHANGED.search(match[0]) or not each or _agree(match, years, strict):
                continue
            right = spell((total / years).quantize(Decimal("0.1")).normalize())
            message = (
                f"{match['total']} {match['unit']} chia cho {years} năm là {right}; ở đây ghi mỗi năm {match['each']}."
            )
            yield self.finding(match.span("each"), message)
        for match in YEARLY.finditer(doc.text, *doc.body):
            yield from self._awards(match, years)
        for match in STEADY.finditer(doc.text, *doc.body):
            span, change = int(match["last"]) - int(match["first"]), abs(value(match["from"]) - value(match["to"]))
            if span > 0 and abs(change / span - value(match["each"])) >= Decimal("0.1"):
                right = spell((change / span).quantize(Decimal("0.01")).normalize())
                message = f"Từ {match['from']}% đến {match['to']}% trong {span} năm là mỗi năm {right}; ở đây ghi {match['each']}."
                yield self.finding(match.span("each"), message)

    def _awards(self, match: re.Match[str], years: int) -> Iterator[Finding]:
        each = {m["what"].split()[0].lower(): m for m in COUNTED.finditer(match["each"])}
        for told in COUNTED.finditer(match["total"]):
            one = each.get(told["what"].split()[0].lower())
            if one is None or told["what"] == "năm" or BOUND.search(match["each"], 0, one.start("n")):
                continue
            right = value(one["n"]) * years
            if right != value(told["n"]) and right / CLOSE < value(told["n"]) < right * CLOSE:
                span = (match.start("total") + told.start("n"), match.start("total") + told.end("n"))
                message = f"Mỗi năm {one['n']}, {years} năm là {spell(right)}; ở đây ghi {told['n']}."
                yield self.finding(span, message)


def _years(doc: Document) -> int:
    """How many years the movement runs by its title; 0 for one that is not of several years."""
    stage = STAGE.search(doc.subject or "")
    years = int(stage["last"]) - int(stage["first"]) + 1 if stage else 0
    return years if years > 2 else 0


def _agree(match: re.Match[str], years: int, strict: bool) -> bool:
    """Can the total be reached with ``each`` a year, in all the years or, where nobody says so, in some of them?"""
    total, each = value(match["total"]), value(match["each"])
    if not total / CLOSE < each * years < total * CLOSE:
        return True
    if match["bound"]:
        return each * years <= total
    off = abs(total / years - each)
    if not off or (match["mean"] and total % years and (off < 1 or off * 20 < each)):  # a mean may be rounded
        return True
    return not strict and any(each * n == total for n in range(2, years + 1))
