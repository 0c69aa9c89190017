"""Số tiền và đơn vị tiền."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
_ONE = r"người|tập thể|cá nhân|suất|hộ|học sinh|gia đình|doanh nghiệp|đơn vị|giải"
# “thu nhập bình quân 62 tỷ đồng/người/năm”
PER_PERSON = Pattern(rf"(?<![\d.,]){_F} tỷ đồng ?/ ?(?:người|lao động|nhân khẩu)(?!\w)", hooks=(" tỷ đồng",), back=16)
# “thu nhập bình quân đầu người 860 triệu đồng”: a zero too many
INCOME = Pattern(
    rf"[Tt]hu nhập bình quân(?P<head> đầu người)?(?: [^\W\d_]+){{0,5}} (?P<n>{_F}) triệu đồng(?: ?/ ?(?P<each>người|khẩu))?",
    hooks=("hu nhập bình quân",),
    back=1,
)
# “512 tỷ đồng cho 7.900 tỷ hộ vay”: the scale of the money before it stands before what is counted
SCALED = Pattern(
    r"\d (?P<extra>(?:tỷ|tỉ) )(?:hộ|hội viên|đoàn viên|đảng viên|học sinh|công trình|mô hình|lớp|buổi|căn nhà|km|xã|thôn)(?!\w)",
    hooks=(" tỷ ", " tỉ "),
    back=1,
)
RICHEST = 400
"""Millions of đồng a person and a year: no province earns near as much."""
# “mỗi tập thể 1.500.000 triệu đồng”
MILLIONS = Pattern(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,} (?:triệu|tỷ) đồng", hooks=(" triệu đồng", " tỷ đồng"), back=16)
# “thu nhập 58 triệu/người/năm”
BARE = Pattern(
    rf"(?<![\d.,]){_F} (?P<scale>triệu|tỷ)(?= ?/ ?(?:người|năm|hộ|tháng|ha|suất|nhà|căn)(?!\w))",
    hooks=(" triệu/", " tỷ/", " triệu /"),
    back=14,
)
# “80 triệu đồng/ngưới/năm”
PERSON = Pattern(r"đồng ?/ ?(?P<who>ng[ưu][oơớờởợòóọ]i)(?!\w)", hooks=("đồng/ng", "đồng /ng", "đồng / ng"))
EACH_BEFORE = Pattern(rf"(?:[Mm]ỗi|[Mm]ột) (?:{_ONE})(?: [^\W\d_]+){{0,4}} $")
EACH_BEHIND = Pattern(rf" ?(?:/ ?|mỗi |một |cho mỗi )(?:{_ONE})(?!\w)")
# “từ 55 triệu đồng lên 62 tỷ đồng”, “52 tỷ đồng, tăng 2 tỷ đồng so với năm 2024 (50 triệu đồng)”
CHANGED = Pattern(
    rf"từ (?P<a>{_F}) (?P<ua>triệu|tỷ) đồng(?:/[^\s]+)?(?: [^\d;.,\n()]{{0,20}})? (?:lên|xuống|còn|đến)(?: còn)? (?P<b>{_F}) (?P<ub>triệu|tỷ) đồng",
    hooks=(" triệu đồng", " tỷ đồng"),
    back=len("từ 1.234.567,89"),
)
# “từ 30.000 đồng lên 35.000 triệu đồng”
PLAIN = Pattern(
    r"từ \d{1,3}(?:\.\d{3})+ đồng(?:/[^\s]+)? (?:lên|xuống|còn|đến)(?: còn)? \d{1,3}(?:\.\d{3})+ (?:triệu|tỷ) đồng",
    hooks=("từ ",),
)
COMPARED = Pattern(
    rf"(?<![\d.,])(?P<a>{_F}) (?P<ua>triệu|tỷ) đồng, (?:tăng|giảm|bằng|đạt) [^;.\n()]{{2,60}} \((?:năm \d{{4}}:? ?)?(?P<b>{_F}) (?P<ub>triệu|tỷ) đồng\)",
    hooks=(" triệu đồng, ", " tỷ đồng, "),
    back=len("1.234.567,89"),
)
# “đạt 2.350 triệu kWh, tăng 8,3% so với năm 2026 (2.170 kWh)”, “1.290 kWh” among “triệu kWh”
ENERGY = Pattern(
    rf"(?<![\d.,/–-])(?P<n>{_F}) (?:(?P<scale>triệu|tỷ|nghìn) )?kWh(?!/)",
    hooks=(" kWh", " triệu kWh", " tỷ kWh", " nghìn kWh"),
    back=16,
)
SCALE = {"triệu": 1, "tỷ": 1000}
LEAST = 100_000
"""kWh: where millions of them are told, fewer are a slip of the unit."""
FAR = 100
"""One amount so many times another is no rise of it."""


class MoneyScale(Rule):
    """Đơn vị tiền hợp với con số: “62 triệu đồng/người/năm”, “1.500.000 đồng/tập thể”, không lẫn triệu với tỷ."""

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu trong chính câu văn"
    good = (
        "Điện thương phẩm đạt 2.350 triệu kWh (công nghiệp 1.290 triệu kWh); mỗi hộ dùng 180 kWh/tháng. Giá bán 2.146 đồng/kWh.\n",
        "Thu nhập 62 triệu đồng/người/năm; thưởng mỗi tập thể 1.500.000 đồng; doanh thu 1,2 tỷ đồng/hộ; thu ngân sách 1.500.000 triệu đồng.\n",
        "Vốn tăng từ 900 triệu đồng lên 1,2 tỷ đồng; thu 1,1 tỷ đồng, tăng 20% so với năm 2024 (917 triệu đồng).\n",
        "Thu nhập bình quân 62,5 triệu đồng/người/năm; thu nhập bình quân các trang trại đạt 650 triệu đồng.\n",
        "Điện thương phẩm đạt 2 triệu kWh, tiết kiệm 90.000 kWh, 0 kWh tổn thất. Bơm nước dùng 3 kWh.\n",
        "Điện dùng 12 nghìn kWh, giảm 20 kWh; thưởng 1.500.000 triệu đồng/hộp; 2 triệu đồng/nhà máy.\n",
        "Thu nhập bình quân 400 triệu đồng/người/năm; thu nhập bình quân đầu người đạt 400 triệu đồng.\n",
        "Quỹ khuyến học của thôn tăng từ 3 triệu đồng lên 350 triệu đồng.\n",
    )
    bad = (
        "Quản lý dư nợ 512 tỷ đồng cho 7.900 [[tỷ →]]hộ vay.\n",
        "Bữa ăn ca nâng [[từ 30.000 đồng lên 35.000 triệu đồng]].\n",
        "Điện thương phẩm đạt 2.350 triệu kWh, tăng 8,3% so với năm 2026 ([[2.170 kWh]]).\n",
        "Thu nhập bình quân đạt 80 triệu đồng/[[ngưới→người]]/năm.\n",
        "Thu nhập bình quân đầu người đạt 58 triệu[[→ đồng]]/người/năm.\n",
        "Thu nhập bình quân đầu người đạt [[62 tỷ đồng/người]]/năm.\n",
        "Thu nhập bình quân đầu người phấn đấu đạt [[860]] triệu đồng/người/năm.\n",
        "Thu nhập bình quân phấn đấu đạt [[860]] triệu đồng/người/năm.\nThu nhập bình quân đầu người đạt [[860]] triệu đồng.\n",
        "Thưởng mỗi tập thể [[1.500.000 triệu đồng]]; mức đóng góp [[50.000.000 triệu đồng]] mỗi doanh nghiệp.\n",
        "Nâng thu nhập bình quân đầu người [[từ 55 triệu đồng lên 62 tỷ đồng]].\n",
        "Thu ngân sách đạt [[52 tỷ đồng, tăng 2 tỷ đồng so với năm 2024 (50 triệu đồng)]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in PER_PERSON.finditer(doc.text):
            yield self.finding(match.span(), "Số tiền của một người tính bằng tỷ đồng: xem lại đơn vị.")
        for match in SCALED.finditer(doc.text):
            yield self.finding(match.span("extra"), "Chữ “tỷ” đứng trước thứ được đếm: xem lại.", "")
        for match in INCOME.finditer(doc.text):
            if (match["head"] or match["each"]) and value(match["n"]) > RICHEST:
                yield self.finding(match.span("n"), "Thu nhập bình quân đầu người cao khác thường: xem lại con số.")
        for match in BARE.finditer(doc.text):
            at = match.end()
            yield self.finding((at, at), f"Sau “{match['scale']}” thiếu chữ “đồng”.", " đồng", severity=Severity.STYLE)
        for match in PERSON.finditer(doc.text):
            if match["who"] != "người":
                yield self.finding(match.span("who"), "Đơn vị là “đồng/người”.", "người", severity=Severity.ERROR)
        for match in MILLIONS.finditer(doc.text):
            one = EACH_BEHIND.match(doc.text, match.end()) or EACH_BEFORE.search(
                doc.text, max(0, match.start() - 60), match.start()
            )
            if one:
                yield self.finding(
                    match.span(), "Con số đã viết đủ đến hàng triệu lại thêm đơn vị lớn: xem lại đơn vị."
                )
        energy = list(ENERGY.finditer(doc.text))
        for match in energy:
            told = sentence(doc.text, match.start(), clauses=False)
            beside = [m for m in energy if told.start <= m.start() < told.end and m["scale"] in ("triệu", "tỷ")]
            bare = match["scale"] is None and value(match["n"]) < LEAST
            if bare and any(
                FAR > value(match["n"]) / value(m["n"]) > Decimal(1) / FAR for m in beside if value(m["n"])
            ):
                scale = beside[0]["scale"]
                yield self.finding(match.span(), f"Các con số bên cạnh tính bằng {scale} kWh: xem lại đơn vị.")
        for match in PLAIN.finditer(doc.text):
            yield self.finding(match.span(), "Hai số tiền chênh nhau quá xa: xem lại đơn vị.")
        for match in (*CHANGED.finditer(doc.text), *COMPARED.finditer(doc.text)):
            pair = sorted(value(match[key]) * SCALE[match[f"u{key}"]] for key in ("a", "b"))
            if match["ua"] != match["ub"] and pair[1] > pair[0] * FAR > Decimal():
                yield self.finding(match.span(), "Hai số tiền chênh nhau quá xa: xem lại triệu đồng hay tỷ đồng.")
