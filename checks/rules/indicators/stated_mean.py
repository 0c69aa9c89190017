"""Số bình quân và phần của mỗi người, mỗi đơn vị."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, MULTIPLES, scaled, spell, value
from checks.facts.rates import unbracketed
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# “24.000 thẻ ATM, giao cho 12 chi nhánh, bình quân 2.000 thẻ/chi nhánh”, “42,5 tỷ đồng cho 860 hộ vay, bình quân 49,4 triệu đồng/hộ”
MEAN = Pattern(
    rf",? bình quân (?P<each>{_F}) (?:(?P<scale>nghìn|triệu|tỷ) )?"
    rf"(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)/(?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,2}})(?= ?(?:[.;)\n]|$))",
    hooks=(" bình quân ",),
)
# “10 lớp xóa mù chữ cho 250 phụ nữ, bình quân 25 học viên/lớp”: who they are, then what they are there
WHO = (
    "học viên",
    "người",
    "em",
    "cháu",
    "trẻ em",
    "trẻ",
    "lao động",
    "phụ nữ",
    "hội viên",
    "đoàn viên",
    "thanh niên",
    "học sinh",
    "nông dân",
    "nhân khẩu",
    "cán bộ",
)
# “25,2 tỷ đồng của 420 hộ, bình quân mỗi hộ 60 triệu đồng”
MEAN_OF_EACH = Pattern(
    rf"(?:,? bình quân (?:mỗi|một)| \(mỗi) (?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,3}}?)(?: (?:là|đạt|có|được|ủng hộ|hỗ trợ|đóng góp|trồng|vay))? "
    rf"(?P<each>{_F}) (?:(?P<scale>nghìn|triệu|tỷ) )?(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)(?= ?(?:[.;)\n]|$))",
    hooks=(" bình quân mỗi ", " bình quân một ", " (mỗi "),
)
CHANGED = re.compile(r"(?<!\w)(?:mỗi|tăng|giảm|trong đó|riêng|thêm|còn|gồm|từ)(?!\w)", re.IGNORECASE)
# “40 con dê giống cho 20 hộ nghèo, mỗi hộ 02 con”
SHARED = Pattern(
    rf"(?<![\d.,/])(?P<all>{_F}) (?P<unit>[^\W\d_]+)(?: [^\W\d_]+){{0,4}} (?:cho|tại|ở|đến) (?P<n>{_F}) (?P<what>[^\W\d_]+)"
    rf"(?: [^\W\d_]+){{0,8}}(?:,|:) mỗi (?P=what) (?P<each>{_F}) (?P=unit)(?= ?(?:[.;)\n]|$))",
    hooks=(", mỗi ", ": mỗi "),
    back=130,
)
# “tập huấn cho 1.200 lượt hội viên, trong 24 lớp, mỗi lớp 50 người”
_PEOPLE = r"chị|người|lượt người|học viên|lượt|hội viên|đại biểu|đoàn viên|em|học sinh|công nhân|lao động|cán bộ"
CLASSES = Pattern(
    rf"(?<![\d.,/–-])(?P<all>{_F}) (?:lượt )?(?:{_PEOPLE})(?!\w)[^.;:\d\n]{{0,40}}? "
    rf"(?:trong|tại|với|ở|qua|bằng) (?P<n>{_F}) (?P<what>lớp|hội nghị|buổi|cuộc|khóa)"
    rf"(?: [^\W\d_]+){{0,4}}, mỗi (?P=what) (?:có )?(?P<each>{_F}) (?:{_PEOPLE})(?!\w)",
    hooks=(", mỗi lớp ", ", mỗi hội nghị ", ", mỗi buổi ", ", mỗi cuộc ", ", mỗi khóa "),
    back=140,
)
# “08 lớp bồi dưỡng cho 400 lượt công chức, mỗi lớp 50 người”: the classes first
CLASSES_FIRST = Pattern(
    rf"(?<![\d.,/–-])(?P<n>{_F}) (?P<what>lớp|hội nghị|buổi|cuộc|khóa)(?!\w)[^.;:\d\n]{{0,40}}? "
    rf"(?:cho|với|thu hút) (?P<all>{_F}) (?:lượt )?(?:{_PEOPLE}|công chức|viên chức)(?!\w)"
    rf"[^.;:\n]{{0,50}}?, mỗi (?P=what) (?:có )?(?P<each>{_F}) (?:{_PEOPLE})(?!\w)",
    hooks=(", mỗi lớp ", ", mỗi hội nghị ", ", mỗi buổi ", ", mỗi cuộc ", ", mỗi khóa "),
    back=170,
)
# “thành lập 09 tổ công nghệ số, mỗi tổ 05 người, tổng số 45 người”
EACH_IN_ALL = Pattern(
    rf"(?<![\d.,/–-])(?P<n>{_F}) (?P<what>[^\W\d_]+)(?: (?:[^\W\d_]+|\d+)){{0,12}}, mỗi (?P=what) (?:có |gồm )?(?P<each>{_F}) (?P<unit>[^\W\d_]+(?: đồng)?),"
    rf" (?:tổng số|tổng cộng)(?: là| có)? (?P<all>{_F}) (?P=unit)(?!\w)",
    hooks=(", mỗi ",),
    back=110,
)
# “24 lớp với 840 học sinh, bình quân 35 học sinh/lớp”
AVERAGE = Pattern(
    rf"(?<![\d.,/])(?P<n>{_F}) (?P<what>[^\W\d_]+)(?: [^\d.()\n]{{0,110}})?(?:,| với| cho| có|; thu hút|; gồm) "
    rf"(?P<all>{_F}) (?P<unit>[^\W\d_]+(?: [^\W\d_]+){{0,3}}),"
    rf" bình quân (?P<each>{_F}) (?P=unit)/(?P=what)(?!\w)",
    hooks=(", bình quân ",),
    back=200,
)
# “kết nạp 6.000 đoàn viên trong năm, bình quân 500 đoàn viên/tháng”, “thu lãi 2,4 tỷ đồng, bình quân mỗi tháng 200 triệu đồng”
MONTHLY = Pattern(
    rf"(?<![\d.,/–-])(?P<all>{_F}) (?:(?P<scale>nghìn|triệu|tỷ) )?(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)(?: trong năm| cả năm| mỗi năm|/năm)?,"
    rf" bình quân (?P<of_each>mỗi tháng )?(?P<each>{_F}) (?:(?P<each_scale>nghìn|triệu|tỷ) )?(?P=unit)(?(of_each)(?!/)|/tháng)(?!\w)",
    hooks=(", bình quân ",),
    back=60,
)
SOME_MONTHS = re.compile(r"\d+ tháng|quý|học kỳ|từ (?:ngày|tháng)|đợt|tháng \d", re.IGNORECASE)
MONTHS = 12


class StatedMean(Rule):
    """Số bình quân bằng tổng số chia cho số đơn vị: “24 lớp, 840 học sinh, bình quân 35 học sinh/lớp”, “40 con dê cho 20 hộ, mỗi hộ 02 con”."""

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Tập huấn cho 1.200 lượt hội viên, trong 24 lớp, mỗi lớp 50 người; mở rộng cho 300 người trong 10 buổi, mỗi buổi 100 người.\n",
        "Thu lãi 2,4 tỷ đồng, bình quân 200 triệu đồng/tháng; sáu tháng đầu năm kết nạp 60 đoàn viên, bình quân 10 đoàn viên.\n",
        "Tổng thu 25,2 tỷ đồng của 420 hộ, bình quân mỗi hộ 60 triệu đồng. Sĩ số bình quân 35 học sinh/lớp; bình quân mỗi hộ 60 triệu đồng.\n",
        "Tổ chức 10 lớp xóa mù chữ cho 250 phụ nữ, bình quân 25 học viên/lớp; 10 lớp cho 250 phụ nữ và 50 thanh niên, bình quân 30 học viên/lớp.\n",
        "Mở 05 lớp, gồm 02 lớp may, 03 lớp nấu ăn cho 150 lao động, bình quân 30 lao động/lớp; có 30 cụm loa tại 14 thôn, mỗi thôn 02 cụm, thôn lớn 04 cụm.\n",
        "Mỗi năm mở 06 lớp cho 150 trẻ em, bình quân 30 em/lớp; sửa 02 nhà, kinh phí 160 triệu đồng, bình quân 80 triệu đồng/nhà.\n",
        "Dư nợ 42,5 tỷ đồng cho 860 hộ vay, bình quân 49,4 triệu đồng/hộ; bàn giao 40 con dê cho 20 hộ, mỗi hộ 02 con.\n",
        "Trường có 24 lớp với 850 học sinh, bình quân 35 học sinh/lớp; 24 lớp với 850 học sinh, bình quân 35,4 học sinh/lớp.\n",
        "Trường có 0 lớp với 850 học sinh, bình quân 35 học sinh/lớp; vay 42 tỷ đồng cho 0 hộ vay, bình quân 49 triệu đồng/hộ.\n",
        "Cho vay 12 tỷ đồng và 30 tỷ đồng cho 860 hộ vay, bình quân 49,4 triệu đồng/hộ; vay 12 tỷ đồng cho 60 hộ, 80 hộ, bình quân 49 triệu đồng/hộ.\n",
    )
    bad = (
        "Tổ chức 36 buổi tuyên truyền (mỗi tháng 3 buổi), thu hút 10.800 lượt người, bình quân [[400]] lượt người/buổi; giúp 500 phụ nữ (nghèo 260, cận nghèo "
        "240) khởi nghiệp, hỗ trợ vay 15 tỷ đồng, bình quân [[40]] triệu đồng/người.\n",
        "Tổ chức 08 lớp bồi dưỡng cho 400 lượt công chức, mỗi lớp [[60]] người; tập huấn 45 lớp với 2.250 lượt người, mỗi năm 9 lớp, mỗi lớp [[40]] người.\n",
        "9 Tòa án khu vực giải quyết 12.600 vụ, bình quân mỗi Tòa án khu vực [[1.600]] vụ.\n",
        "Thành lập 09 tổ công nghệ số tại 09 khóm, mỗi tổ 05 người, tổng số [[54]] người.\n",
        "Tập huấn kỹ thuật cho 1.200 lượt hội viên, trong 24 lớp, mỗi lớp [[60]] người.\n",
        "Thu lãi 2,4 tỷ đồng, bình quân [[240]] triệu đồng/tháng; kết nạp 6.000 đoàn viên, bình quân mỗi tháng [[600]] đoàn viên.\n",
        "Toàn trường có 24 lớp, 840 học sinh; sĩ số bình quân [[45]] học sinh/lớp.\n",
        "Tổng thu 25,2 tỷ đồng của 420 hộ, bình quân mỗi hộ [[65]] triệu đồng; vận động 12 tỷ đồng của 400 doanh nghiệp, bình quân mỗi doanh nghiệp "
        "ủng hộ [[35]] triệu đồng.\n",
        "Mở 06 lớp tập huấn cho 240 học viên (mỗi lớp [[35]] học viên); toàn xã có 3.250 hộ với 12.480 nhân khẩu, bình quân [[4,8]] người/hộ.\n",
        "Tổ chức 10 lớp xóa mù chữ cho 250 phụ nữ, bình quân [[20]] học viên/lớp.\n",
        "Tổ chức 06 lớp học tình thương cho 150 trẻ em, bình quân [[35]] em/lớp; sửa 02 nhà, kinh phí 160 triệu đồng, bình quân [[60]] triệu đồng/nhà.\n",
        "Phát hành 24.000 thẻ ATM, giao cho 12 chi nhánh loại II, bình quân [[3.000]] thẻ/chi nhánh.\n",
        "Dư nợ ủy thác 42,5 tỷ đồng cho 860 hộ vay, bình quân [[94,4]] triệu đồng/hộ.\n",
        "Bàn giao 40 con dê giống cho 20 hộ nghèo, mỗi hộ [[03]] con.\n",
        "Trường có 24 lớp với 840 học sinh, bình quân [[45]] học sinh/lớp; 24 lớp với 840 học sinh, bình quân [[35,5]] học sinh/lớp.\n",
        "Mở 03 lớp tập huấn: kỹ năng số, khởi nghiệp, chăm sóc trẻ; thu hút 270 học viên, bình quân [[80]] học viên/lớp.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        averages = list(AVERAGE.finditer(doc.text))
        for match in averages:
            mean = value(match["all"]) / value(match["n"]) if value(match["n"]) else Decimal()
            clause = doc.text[sentence(doc.text, match.start()).start : match.start("each")]
            others = [value(m["figure"]) for m in _counts(clause, match["what"])]
            if any(
                n and n != value(match["n"]) and abs(value(match["all"]) / n - value(match["each"])) < 1 for n in others
            ):
                continue  # “05 lớp, gồm 02 lớp may, 03 lớp nấu ăn cho 150 lao động, bình quân 30 lao động/lớp”
            if mean and abs(mean - value(match["each"])) >= (1 if "," not in match["each"] else Decimal("0.1")):
                yield self.finding(match.span("each"), f"{match['all']} chia cho {match['n']} là {_tenths(mean)}.")
        yield from self._means(doc, {match.start("each") for match in averages})

    def _means(self, doc: Document, told: set[int]) -> Iterator[Finding]:
        """Shares of each and means, but for those at the places ``told`` already."""
        for match in MONTHLY.finditer(doc.text):
            if SOME_MONTHS.search(_clause(doc.text, match.start())) or doc.school_year:
                continue  # “6 tháng đầu năm …, bình quân …/tháng”
            scale = MULTIPLES.get(match["each_scale"], Decimal(1))
            mean = value(match["all"]) * MULTIPLES.get(match["scale"], Decimal(1)) / MONTHS / scale
            if abs(mean - value(match["each"])) > max(mean / 50, Decimal("0.6")):
                message = f"{match['all']} {match['scale'] or ''} {match['unit']} chia cho 12 tháng là {_tenths(mean)}.".replace(
                    "  ", " "
                )
                yield self.finding(match.span("each"), message)
        for pattern, wrong in ((SHARED, "each"), (EACH_IN_ALL, "all"), (CLASSES, "each"), (CLASSES_FIRST, "each")):
            for match in pattern.finditer(doc.text):
                product, everything = value(match["n"]) * value(match["each"]), value(match["all"])
                # Where other words may stand between the figures, one far off is of something else.
                near = pattern is SHARED or everything / 2 < product < everything * 2
                if product != everything and near:
                    unit = match.groupdict().get("unit", "người")
                    message = f"{match['n']} {match['what']}, mỗi {match['what']} {match['each']} {unit} là {spell(product)} {unit}."
                    yield self.finding(match.span(wrong), message, subject="product")
        for match in (*MEAN.finditer(doc.text), *MEAN_OF_EACH.finditer(doc.text)):
            clause = _clause(doc.text, match.start())
            clause = clause if "(" in match[0] else unbracketed(clause)
            alls = _counts(clause, match["unit"]) or _persons(clause, match["unit"])
            ns = _counts(clause, match["what"].split()[0] if match["unit"] == "đồng" else match["what"])
            ns = ns or (_persons(clause, match["what"]) if match["what"] == "người" else [])
            if match.start("each") in told or len(alls) != 1 or len(ns) != 1 or CHANGED.search(clause):
                continue
            n, everything, each = scaled(ns[0]), scaled(alls[0]), value(match["each"])
            scale = MULTIPLES.get(match["scale"], Decimal(1))
            each *= scale
            if n and abs(everything / n - each) > max(each / 50, everything / n / 50, Decimal("0.06")):
                message = f"{alls[0][0].strip()} chia cho {ns[0]['figure']} là {_tenths(everything / n / scale)}."
                yield self.finding(match.span("each"), message)


def _counts(clause: str, unit: str) -> list[re.Match[str]]:
    """The amounts in ``unit`` of a clause, with their scale."""
    return list(
        re.finditer(
            rf"(?<![\d.,/–-])(?P<figure>{_F}) (?P<scale>nghìn|triệu|tỷ)? ?(?:trẻ )?{re.escape(unit)}(?!\w|/)",
            clause,
        )
    )


def _clause(text: str, end: int) -> str:
    """What stands before a mean in its clause, or in the one before: “24 lớp, 840 học sinh; sĩ số bình quân …”."""
    start = sentence(text, end).start
    if not any(map(str.isdigit, text[start:end])) and text[max(0, start - 2) : start].startswith(";"):
        start = sentence(text, max(0, start - 3)).start
    return text[start:end]


def _persons(clause: str, unit: str) -> list[re.Match[str]]:
    """The persons of a clause under another name than ``unit``."""
    return [found for who in WHO if who != unit for found in _counts(clause, who)] if unit in WHO else []


def _tenths(mean: Decimal) -> str:
    return spell(mean.quantize(Decimal("0.1")).normalize())
