"""Phép nhân nêu trong câu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import AMOUNT, FIGURE, amounts, money, scaled, spell, value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
_NAME = r"[^\d=x×*\n;]{0,30}?"
_FACTORS = rf"{_F}{_NAME}(?: ?[x×*] ?{_F}{_NAME}){{1,3}}"
# “05 tập thể x 3 triệu đồng = 15 triệu đồng”
PRODUCT = Pattern(
    rf"(?<![\d.,x×*/+–-] )(?<![\d.,/])(?P<factors>{_FACTORS}(?: ?\+ ?{_FACTORS}){{0,4}}) ?= ?(?P<product>{_F}) ?"
    r"(?P<unit>(?:nghìn |triệu |tỷ )?(?:đồng|USD)?)(?!\d| ?[x×*+])",
    needs="=",
)
# “tặng 20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 triệu đồng”
EACH = Pattern(
    rf"(?<![\d.,/])(?P<n>{_F}) (?:“[^”\n\d]{{3,40}}”|(?P<what>suất|phần|giải|nhà|căn|tập thể|cá nhân|hộ|học bổng|xe)(?:,? [^\W\d_]+){{0,12}}"
    rf"(?: “[^”\n\d]{{3,40}}”)?),? "
    rf"(?:mỗi|trị giá mỗi|mức hỗ trợ mỗi) (?(what)(?P=what)|(?:nhà|căn nhà|căn|mái ấm|công trình))(?: quà| trị giá| là)? "
    rf"(?P<each>{_F}(?: (?:nghìn|triệu|tỷ))?) đồng,? "
    rf"(?:với )?(?:trị giá|tổng|tổng cộng|tổng trị giá|tổng giá trị|tổng số tiền|tổng kinh phí|tổng kinh phí hỗ trợ)(?: là)? "
    rf"(?P<product>{_F}) (?P<unit>(?:nghìn |triệu |tỷ )?đồng)(?= ?(?:[.;,)\n]|$))",
    hooks=(
        " mỗi suất",
        " mỗi phần",
        " mỗi giải",
        " mỗi nhà",
        " mỗi căn",
        " mỗi tập thể",
        " mỗi cá nhân",
        " mỗi hộ",
        " mỗi học bổng",
        " mỗi xe",
        " mỗi mái ấm",
        " mỗi công trình",
    ),
    back=len(
        "1.234.567 tập thể có tất cả mười hai chữ là thành tích nghiêng, nghiêng, nghiêng, nghiêng, nghiêng, mức hỗ trợ"
    ),
)
# “mỗi thôn trồng 500 cây, 12 thôn trồng 6.000 cây”, “mỗi tháng trồng 200 cây, cả năm trồng 2.400 cây”
TIMES = Pattern(
    rf"ỗi (?P<what>thôn|bản|xã|phường|xóm|tổ|trường|chi bộ|chi đoàn|chi hội|đơn vị|lớp|khối phố|khối|cụm|huyện|khu phố|tổ dân phố|"
    rf"công đoàn cơ sở|cơ sở|chi nhánh|trạm|đội|gia đình|hộ|đoàn viên|hội viên|tháng|quý) (?P<verb>[^\W\d_]+(?: [^\W\d_]+)?) "
    rf"(?P<bound>ít nhất |tối thiểu )?(?P<each>{_F}) (?P<unit>[^\W\d_]+)(?! ?/)[^\d.;:,()\n]{{0,24}}, "
    rf"(?:(?P<n>{_F}) (?P=what) (?P=verb)(?: được)?|cả năm(?: (?P=verb))?(?: được)?) "
    rf"(?:ít nhất |tối thiểu )?(?P<product>{_F}) (?P=unit)(?: [^\W\d_]+){{0,2}}(?= ?(?:[.;,)\n]|$))",
    hooks=("ỗi ",),
)
# “24 tổ công tác, mỗi tổ 05 người, tổng số 120 người”
HEADS = Pattern(
    rf"(?<![\d.,/–-])(?P<n>{_F}) (?P<what>[^\W\d_]+)(?: [^\W\d_]+){{0,3}},? mỗi (?P=what)(?: có| gồm| được| trồng)? (?P<each>{_F}) "
    rf"(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?),? (?:với )?(?:tổng cộng|tổng số|tổng)(?: là| có)? (?P<product>{_F}) (?P=unit)(?!\w)",
    hooks=(" mỗi ",),
    back=50,
)
# “15 hộ nghèo sửa nhà, mức hỗ trợ 20 triệu đồng/hộ, tổng kinh phí 300 triệu đồng”
RATED = Pattern(
    rf"(?<![\d.,/–-])(?P<n>{_F}) (?P<what>[^\W\d_]+)(?!\w)[^.;:\n\d()]{{0,60}} (?P<each>{AMOUNT})/(?P=what)(?: quà)?,? (?:với )?"
    rf"(?:tổng(?: cộng| số tiền| kinh phí| trị giá| giá trị| số)?|trị giá)(?: là)? (?P<product>{AMOUNT})(?= ?(?:[.;,)\n]|$))",
    hooks=(" tổng ", " trị giá "),
    back=130,
)
YEARLY = {"tháng": 12, "quý": 4}
SCALED = re.compile(rf"(?P<figure>{_F}) ?(?P<scale>nghìn|triệu|tỷ)?(?P<percent> ?%)?")


class StatedProduct(Rule):
    """Phép nhân nêu trong câu phải đúng: “05 tập thể x 3 triệu đồng = 15 triệu đồng”, “20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 triệu đồng”."""

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Mỗi quý kiểm tra ít nhất 05 đơn vị, cả năm 22 đơn vị; mỗi tháng mở 02 lớp, cả năm 24 lớp.\n",
        "Hỗ trợ 5 nhà, mỗi nhà 60 triệu đồng, tổng số tiền 320 triệu đồng cả chi phí quản lý.\n",
        "Tặng 20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 triệu đồng.\n",
        "Tặng 30 suất quà, mỗi suất 500.000 đồng và 20 suất, mỗi suất 300.000 đồng, tổng trị giá 21 triệu đồng.\n",
        "Khen thưởng: 05 tập thể x 3 triệu đồng = 15 triệu đồng; 10 cá nhân x 1.500.000 đồng/người = 15.000.000 đồng.\n",
        "Nước uống: 50 người x 2 buổi x 20.000 đồng = 2.000.000 đồng; in ấn: 300 tờ x 500 đồng = 150 nghìn đồng.\n",
        "Mỗi thôn trồng 500 cây, 12 thôn trồng 6.000 cây; mỗi tháng trồng 200 cây, cả năm trồng 2.400 cây; mỗi thôn trồng ít nhất 5 ha, 3 thôn trồng 20 ha.\n",
        "Hỗ trợ 2 dự án x 1,5 tỷ đồng = 3.000 triệu đồng; đối ứng 20% x 500 triệu đồng = 100 triệu đồng.\n",
        "Giống: 50 hộ x 200 kg = 10 tấn; quà: 20 suất x 500.000 đồng = 10 triệu.\n",
        "Mỗi thôn có 3 tổ tự quản, 12 thôn có 40 tổ tự quản do thôn lớn có thêm một tổ.\n",
        "Tổng kinh phí: 15 nhà x 60 triệu đồng + 9 nhà x 30 triệu đồng = 1.170 triệu đồng.\n",
        "Kích thước 3 x 4 m; điểm = 2 x 5 + 3; 2 x 3 = 2 + 4; 2 x 2 x 2 x 2 x 2 = 32; định mức 15/2 x 4 = 30; thuê 10 máy x 2 = 20.\n",
    )
    bad = (
        "Mỗi quý kiểm tra 05 đơn vị, cả năm [[25 đơn]] vị; mỗi quý kiểm tra ít nhất 05 đơn vị, cả năm ít nhất [[18 đơn]] vị.\n",
        "Tặng 3.000 suất quà cho đoàn viên có hoàn cảnh khó khăn, mỗi suất trị giá 500.000 đồng, tổng kinh phí [[1,8 tỷ đồng]].\n",
        "Thành lập 24 tổ công tác, mỗi tổ 05 người, tổng số [[125]] người; hỗ trợ 30 nhà “Mái ấm”, mỗi nhà 40 triệu đồng, tổng kinh phí [[1,5 tỷ đồng]].\n",
        "Hỗ trợ 15 hộ nghèo sửa nhà, mức hỗ trợ 20 triệu đồng/hộ, tổng kinh phí [[350 triệu đồng]]; trao 100 suất quà trị giá 500.000 đồng/suất, "
        "tổng trị giá [[60 triệu đồng]].\n",
        "Tặng 20 suất quà, mỗi suất 500.000 đồng, tổng trị giá [[15 triệu đồng]].\n",
        "Tặng 460 suất quà cho gia đình chính sách, người có công, mỗi suất 500.000 đồng, tổng trị giá [[320 triệu đồng]].\n",
        "Khen thưởng: 05 tập thể x 3 triệu đồng = [[18 triệu đồng]].\n",
        "Mỗi thôn trồng 500 cây, 12 thôn trồng [[6.500 cây]]; mỗi tháng trồng 200 cây, cả năm trồng [[2.000 cây]].\n",
        "Mỗi khu phố trồng 50 cây xanh, 24 khu phố trồng [[1.250 cây]] xanh.\n",
        "Thuê 10 máy x 2 ca = [[30]] ca.\n",
        "Tổng kinh phí: 15 nhà x 60 triệu đồng + 9 nhà x 30 triệu đồng = [[1.270 triệu đồng]].\n",
        "Xây 15 “Mái ấm tình thương”, mỗi nhà 70 triệu đồng, tổng số tiền [[1.500 triệu đồng]].\n",
        "Dự toán 1.500.000.000 đồng/năm x 05 năm = [[7.000.000.000 đồng]].\n",
        "Nước uống: 50 người x 2 buổi x 20.000 đồng = [[1.000.000 đồng]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in PRODUCT.finditer(doc.text):
            product = sum(map(_product, match["factors"].split("+")), Decimal())
            stated = SCALED.match(f"{match['product']} {match['unit']}")
            if stated and not _same(_amount(stated), product):
                end = match.end("unit") if match["unit"] else match.end("product")
                right = money(product) if "đồng" in match["unit"] else spell(product.normalize())
                yield self.finding((match.start("product"), end), f"Phép nhân này bằng {right}.")
        for match in TIMES.finditer(doc.text):
            times = value(match["n"]) if match["n"] else Decimal(YEARLY.get(match["what"], 0))
            product = times * value(match["each"])
            enough = match["bound"] and value(match["product"]) > product
            if product and product != value(match["product"]) and not enough:
                message = f"{spell(times)} nhân {match['each']} {match['unit']} là {spell(product)} {match['unit']}."
                end = match.end("product") + len(f" {match['unit']}")
                yield self.finding((match.start("product"), end), message, subject="product")
        for match in EACH.finditer(doc.text):
            before = doc.text[sentence(doc.text, match.start()).start : match.start()].rpartition("; ")[2]
            if "mỗi " in before.lower():  # the total is of both
                continue
            each, stated = SCALED.match(match["each"]), SCALED.match(f"{match['product']} {match['unit']}")
            if each and stated and _amount(stated) != value(match["n"]) * _amount(each):
                message = f"{match['n']} nhân {match['each']} đồng là {money(value(match['n']) * _amount(each))}."
                yield self.finding((match.start("product"), match.end("unit")), message, subject="product")
        for match in RATED.finditer(doc.text):
            (rate,), (told,) = amounts(match["each"]), amounts(match["product"])
            if told != value(match["n"]) * rate:
                message = f"{match['n']} nhân {match['each']} là {money(value(match['n']) * rate)}."
                yield self.finding(match.span("product"), message, subject="product")
        for match in HEADS.finditer(doc.text):
            product = value(match["n"]) * value(match["each"])
            paid = match["unit"].endswith("đồng")
            if (
                not paid
                and product != value(match["product"])
                and abs(product - value(match["product"])) <= product / 2
            ):
                message = f"{match['n']} nhân {match['each']} {match['unit']} là {spell(product)} {match['unit']}."
                yield self.finding(match.span("product"), message, subject="product")


def _amount(match: re.Match[str]) -> Decimal:
    return scaled(match) / 100 if match["percent"] else scaled(match)


def _product(factors: str) -> Decimal:
    product = Decimal(1)
    for factor in SCALED.finditer(factors):
        product *= _amount(factor)
    return product


def _same(stated: Decimal, product: Decimal) -> bool:
    """The same, or the same but for rounding or for thousands and millions left unsaid."""
    return any(abs(stated * scale - product) <= product / 200 for scale in (1, 1000, 10**6))
