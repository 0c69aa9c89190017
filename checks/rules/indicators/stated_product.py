"""Phép nhân nêu trong câu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import AMOUNT, FIGURE, MULTIPLES, amounts, money, spell, value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_before

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
    rf"(?<![\d.,/])(?P<n>{_F}) (?:“[^”\n\d]{{3,40}}”|(?P<what>suất|phần|giải|nhà|căn|tập thể|cá nhân|hộ|học bổng|xe)(?:,? [^\W\d_]+){{0,12}}),? "
    rf"(?:mỗi|trị giá mỗi|mức hỗ trợ mỗi) (?(what)(?P=what)|(?:nhà|căn nhà|căn|mái ấm|công trình))(?: quà| trị giá| là)? "
    rf"(?P<each>{_F}(?: (?:nghìn|triệu|tỷ))?) đồng,? "
    rf"(?:với )?(?:tổng|tổng cộng|tổng trị giá|tổng giá trị|tổng số tiền|tổng kinh phí|tổng kinh phí hỗ trợ)(?: là)? "
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
    rf"(?P<each>{_F}) (?P<unit>[^\W\d_]+)(?! ?/)[^\d.;:,()\n]{{0,24}}, "
    rf"(?:(?P<n>{_F}) (?P=what)|cả năm) (?P=verb)(?: được)? (?P<product>{_F}) (?P=unit)(?: [^\W\d_]+){{0,2}}(?= ?(?:[.;,)\n]|$))",
    hooks=("ỗi ",),
)
# “24.000 thẻ ATM, giao cho 12 chi nhánh, bình quân 2.000 thẻ/chi nhánh”, “42,5 tỷ đồng cho 860 hộ vay, bình quân 49,4 triệu đồng/hộ”
MEAN = Pattern(
    rf",? bình quân (?P<each>{_F}) (?:(?P<scale>nghìn|triệu|tỷ) )?"
    rf"(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)/(?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,2}})(?= ?(?:[.;)\n]|$))",
    hooks=(" bình quân ",),
)
CHANGED = re.compile(r"(?<!\w)(?:mỗi|tăng|giảm|trong đó|riêng|thêm|còn|gồm|từ)(?!\w)", re.IGNORECASE)
# “40 con dê giống cho 20 hộ nghèo, mỗi hộ 02 con”
SHARED = Pattern(
    rf"(?<![\d.,/])(?P<all>{_F}) (?P<unit>[^\W\d_]+)(?: [^\W\d_]+){{0,4}} (?:cho|tại|ở|đến) (?P<n>{_F}) (?P<what>[^\W\d_]+)"
    rf"(?: [^\W\d_]+){{0,8}}(?:,|:) mỗi (?P=what) (?P<each>{_F}) (?P=unit)(?= ?(?:[.;)\n]|$))",
    hooks=(", mỗi ", ": mỗi "),
    back=130,
)
# “03 tập thể, 12 cá nhân; mức thưởng tập thể 1.000.000 đồng, cá nhân 500.000 đồng, tổng số tiền 9 triệu đồng”
REWARDS = Pattern(
    rf"(?<![\d.,/])(?P<n>{_F}) tập thể(?:,| và) (?P<m>{_F}) cá nhân(?P<rest>[^\n]{{5,160}})",
    hooks=(" tập thể, ", " tập thể và "),
    back=len("1.234"),
)
OF_A_GROUP = re.compile(rf"tập thể (?P<a>{AMOUNT})(?:/tập thể)?(?:,|;| và) cá nhân (?P<b>{AMOUNT})")
IN_ALL = re.compile(rf"tổng (?:cộng |số tiền |kinh phí |tiền thưởng )?(?:là )?(?P<total>{AMOUNT})(?= ?(?:[.;,()\n]|$))")
# “01 giải Nhất 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng; tổng 65 triệu đồng”
_PRIZE = rf"{_F} giải (?!thưởng)[^\W\d_]+(?: [^\W\d_]+)?,? (?:(?:mỗi giải|trị giá|mức thưởng) )*{AMOUNT}(?:/giải)?"
PRIZES = Pattern(
    rf"(?P<parts>{_PRIZE}(?:(?:,|;| và) {_PRIZE}){{1,5}})[,;] tổng (?:cộng |số tiền |giá trị |giải thưởng )?(?:là )?(?P<total>{AMOUNT})(?!/giải)",
    hooks=(" giải ",),
    back=len("1.234"),
)
PRIZE = re.compile(rf"(?P<n>{_F}) giải [^\d]*?(?P<each>{AMOUNT})")
# “20 tập thể (10 triệu đồng/tập thể), 100 cá nhân (3 triệu đồng/cá nhân)”, “20 nhà xây mới (mỗi nhà 60 triệu đồng)”
_PRICED = (
    rf"{_F} (?!triệu|tỷ|nghìn|đồng)[^\W\d_]+(?: [^\W\d_]+){{0,4}} "
    rf"\((?:mỗi (?:[^\W\d_]+ ){{1,2}}{AMOUNT}|{AMOUNT}/[^\W\d_]+(?: [^\W\d_]+)?)\)"
)
_PRICES = rf"{_PRICED}(?:(?:,|;| và|, và) {_PRICED}){{1,4}}"
GIVEN = Pattern(
    r"[Tt]ổng (?:cộng |số tiền |số tiền thưởng |tiền thưởng |kinh phí |trị giá |giá trị )?(?:là )?"
    rf"(?P<total>{AMOUNT})(?![/\d])(?:,? (?:bao )?gồm:? (?P<parts>{_PRICES})(?= ?(?:[.;\n]|$)))?",
    hooks=("ổng ",),
    back=1,
)
GIVEN_BEFORE = re.compile(rf"(?P<parts>{_PRICES})[,;:]? (?:với )?$")
PRICE = re.compile(rf"(?P<n>{_F}) [^(\d]+\((?:mỗi [^\d]+)?(?P<each>{AMOUNT})")
YEARLY = {"tháng": 12, "quý": 4}
# “24 lớp với 840 học sinh, bình quân 35 học sinh/lớp”
AVERAGE = Pattern(
    rf"(?<![\d.,/])(?P<n>{_F}) (?P<what>[^\W\d_]+)(?: [^\d.()\n]{{0,110}})?(?:,| với| cho| có|; thu hút|; gồm) "
    rf"(?P<all>{_F}) (?P<unit>[^\W\d_]+(?: [^\W\d_]+){{0,3}}),"
    rf" bình quân (?P<each>{_F}) (?P=unit)/(?P=what)(?!\w)",
    hooks=(", bình quân ",),
    back=200,
)
SCALED = re.compile(rf"(?P<figure>{_F}) ?(?P<scale>nghìn|triệu|tỷ)?(?P<percent> ?%)?")


class StatedProduct(Rule):
    """Phép nhân, phép chia nêu trong câu phải đúng: “05 tập thể x 3 triệu đồng = 15 triệu đồng”, “24 lớp, 840 học sinh, bình quân 35 học sinh/lớp”."""

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Mở 05 lớp, gồm 02 lớp may, 03 lớp nấu ăn cho 150 lao động, bình quân 30 lao động/lớp; có 30 cụm loa tại 14 thôn, mỗi thôn 02 cụm, thôn lớn 04 cụm.\n",
        "Khen 03 tập thể, 12 cá nhân; mức thưởng tập thể 2 triệu đồng, cá nhân 1 triệu đồng, tổng kinh phí 20 triệu đồng gồm cả chi tổ chức.\n",
        "Mỗi năm mở 06 lớp cho 150 trẻ em, bình quân 30 em/lớp; sửa 02 nhà, kinh phí 160 triệu đồng, bình quân 80 triệu đồng/nhà.\n",
        "Dư nợ 42,5 tỷ đồng cho 860 hộ vay, bình quân 49,4 triệu đồng/hộ; bàn giao 40 con dê cho 20 hộ, mỗi hộ 02 con.\n",
        "Trao 01 giải Nhất 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng; tổng 65 triệu đồng.\n",
        "Khen thưởng 03 tập thể, 12 cá nhân; mức thưởng tập thể 1 triệu đồng, cá nhân 0,5 triệu đồng, tổng số tiền 9 triệu đồng.\n",
        "Hỗ trợ 5 nhà, mỗi nhà 60 triệu đồng, tổng số tiền 320 triệu đồng cả chi phí quản lý.\n",
        "Tặng 20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 triệu đồng.\n",
        "Thưởng 12 gia đình, mỗi gia đình 1 triệu đồng, 20 tập thể (10 triệu đồng/tập thể), 50 cá nhân (2 triệu đồng/cá nhân), tổng 312 triệu đồng.\n",
        "Thưởng 20 tập thể (10 triệu đồng/tập thể), 100 cá nhân (3 triệu đồng/cá nhân), tổng số tiền thưởng 0,5 tỷ đồng.\n",
        "Tặng 30 suất quà, mỗi suất 500.000 đồng và 20 suất, mỗi suất 300.000 đồng, tổng trị giá 21 triệu đồng.\n",
        "Khen thưởng: 05 tập thể x 3 triệu đồng = 15 triệu đồng; 10 cá nhân x 1.500.000 đồng/người = 15.000.000 đồng.\n",
        "Nước uống: 50 người x 2 buổi x 20.000 đồng = 2.000.000 đồng; in ấn: 300 tờ x 500 đồng = 150 nghìn đồng.\n",
        "Mỗi thôn trồng 500 cây, 12 thôn trồng 6.000 cây; mỗi tháng trồng 200 cây, cả năm trồng 2.400 cây; mỗi thôn trồng ít nhất 5 ha, 3 thôn trồng 20 ha.\n",
        "Trường có 24 lớp với 850 học sinh, bình quân 35 học sinh/lớp; 24 lớp với 850 học sinh, bình quân 35,4 học sinh/lớp.\n",
        "Trường có 0 lớp với 850 học sinh, bình quân 35 học sinh/lớp; vay 42 tỷ đồng cho 0 hộ vay, bình quân 49 triệu đồng/hộ.\n",
        "Khen 03 tập thể, 12 cá nhân và 5 hộ; mức thưởng tập thể 2 triệu đồng, cá nhân 1 triệu đồng, tổng số tiền 20 triệu đồng cả 5 hộ.\n",
        "Cho vay 12 tỷ đồng và 30 tỷ đồng cho 860 hộ vay, bình quân 49,4 triệu đồng/hộ; vay 12 tỷ đồng cho 60 hộ, 80 hộ, bình quân 49 triệu đồng/hộ.\n",
        "Hỗ trợ 2 dự án x 1,5 tỷ đồng = 3.000 triệu đồng; đối ứng 20% x 500 triệu đồng = 100 triệu đồng.\n",
        "Giống: 50 hộ x 200 kg = 10 tấn; quà: 20 suất x 500.000 đồng = 10 triệu.\n",
        "Mỗi thôn có 3 tổ tự quản, 12 thôn có 40 tổ tự quản do thôn lớn có thêm một tổ.\n",
        "Tổng kinh phí: 15 nhà x 60 triệu đồng + 9 nhà x 30 triệu đồng = 1.170 triệu đồng.\n",
        "Kích thước 3 x 4 m; điểm = 2 x 5 + 3; 2 x 3 = 2 + 4; 2 x 2 x 2 x 2 x 2 = 32; định mức 15/2 x 4 = 30; thuê 10 máy x 2 = 20.\n",
    )
    bad = (
        "Tặng 3.000 suất quà cho đoàn viên có hoàn cảnh khó khăn, mỗi suất trị giá 500.000 đồng, tổng kinh phí [[1,8 tỷ đồng]].\n",
        "Tổ chức 06 lớp học tình thương cho 150 trẻ em, bình quân [[35]] em/lớp; sửa 02 nhà, kinh phí 160 triệu đồng, bình quân [[60]] triệu đồng/nhà.\n",
        "Phát hành 24.000 thẻ ATM, giao cho 12 chi nhánh loại II, bình quân [[3.000]] thẻ/chi nhánh.\n",
        "Dư nợ ủy thác 42,5 tỷ đồng cho 860 hộ vay, bình quân [[94,4]] triệu đồng/hộ.\n",
        "Bàn giao 40 con dê giống cho 20 hộ nghèo, mỗi hộ [[03]] con.\n",
        "Khen thưởng 03 tập thể, 12 cá nhân; mức thưởng tập thể 1.000.000 đồng, cá nhân 500.000 đồng, tổng số tiền [[90 triệu đồng]].\n",
        "Trao 01 giải Nhất 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng, 06 giải Ba mỗi giải 10 triệu đồng; tổng [[145 triệu đồng]].\n",
        "Tặng 20 suất quà, mỗi suất 500.000 đồng, tổng trị giá [[15 triệu đồng]].\n",
        "Tặng 460 suất quà cho gia đình chính sách, người có công, mỗi suất 500.000 đồng, tổng trị giá [[320 triệu đồng]].\n",
        "Tặng Giấy khen cho 20 tập thể (10 triệu đồng/tập thể), 100 cá nhân (3 triệu đồng/cá nhân), tổng số tiền thưởng [[550 triệu đồng]].\n",
        "Hỗ trợ 40 nhà với tổng số tiền [[1.800 triệu đồng]], gồm 20 nhà xây mới (mỗi nhà 50 triệu đồng) và 20 nhà sửa chữa (mỗi nhà 30 triệu đồng).\n",
        "Khen thưởng: 05 tập thể x 3 triệu đồng = [[18 triệu đồng]].\n",
        "Mỗi thôn trồng 500 cây, 12 thôn trồng [[6.500 cây]]; mỗi tháng trồng 200 cây, cả năm trồng [[2.000 cây]].\n",
        "Mỗi khu phố trồng 50 cây xanh, 24 khu phố trồng [[1.250 cây]] xanh.\n",
        "Trường có 24 lớp với 840 học sinh, bình quân [[45]] học sinh/lớp; 24 lớp với 840 học sinh, bình quân [[35,5]] học sinh/lớp.\n",
        "Thuê 10 máy x 2 ca = [[30]] ca.\n",
        "Tổng kinh phí: 15 nhà x 60 triệu đồng + 9 nhà x 30 triệu đồng = [[1.270 triệu đồng]].\n",
        "Xây 15 “Mái ấm tình thương”, mỗi nhà 70 triệu đồng, tổng số tiền [[1.500 triệu đồng]].\n",
        "Mở 03 lớp tập huấn: kỹ năng số, khởi nghiệp, chăm sóc trẻ; thu hút 270 học viên, bình quân [[80]] học viên/lớp.\n",
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
            if product and product != value(match["product"]):
                message = f"{spell(times)} nhân {match['each']} {match['unit']} là {spell(product)} {match['unit']}."
                end = match.end("product") + len(f" {match['unit']}")
                yield self.finding((match.start("product"), end), message)
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
        yield from self._rewards(doc)
        for match in EACH.finditer(doc.text):
            before = doc.text[sentence(doc.text, match.start()).start : match.start()].rpartition("; ")[2]
            if "mỗi " in before.lower():  # the total is of both
                continue
            each, stated = SCALED.match(match["each"]), SCALED.match(f"{match['product']} {match['unit']}")
            if each and stated and _amount(stated) != value(match["n"]) * _amount(each):
                message = f"{match['n']} nhân {match['each']} đồng là {money(value(match['n']) * _amount(each))}."
                yield self.finding((match.start("product"), match.end("unit")), message)

    def _means(self, doc: Document, told: set[int]) -> Iterator[Finding]:
        """Shares of each and means, but for those at the places ``told`` already."""
        for match in SHARED.finditer(doc.text):
            n, each, everything = value(match["n"]), value(match["each"]), value(match["all"])
            if n * each != everything:
                message = f"{match['n']} {match['what']}, mỗi {match['what']} {match['each']} {match['unit']} là {spell(n * each)} {match['unit']}."
                yield self.finding(match.span("each"), message)
        for match in MEAN.finditer(doc.text):
            clause = doc.text[sentence(doc.text, match.start()).start : match.start()]
            alls = _counts(clause, match["unit"])
            ns = _counts(clause, match["what"].split()[0] if match["unit"] == "đồng" else match["what"])
            if match.start("each") in told or len(alls) != 1 or len(ns) != 1 or CHANGED.search(clause):
                continue
            n, everything, each = _scaled(ns[0]), _scaled(alls[0]), value(match["each"])
            scale = MULTIPLES.get(match["scale"], Decimal(1))
            each *= scale
            if n and abs(everything / n - each) > max(each / 50, everything / n / 50, Decimal("0.06")):
                message = f"{alls[0][0].strip()} chia cho {ns[0]['figure']} là {_tenths(everything / n / scale)}."
                yield self.finding(match.span("each"), message)

    def _rewards(self, doc: Document) -> Iterator[Finding]:
        for match in REWARDS.finditer(doc.text):
            each, total = OF_A_GROUP.search(match["rest"]), IN_ALL.search(match["rest"])
            if each and total and not re.search(r"\d+ (?:tập thể|cá nhân|gia đình|hộ|giải)", match["rest"]):
                paid = value(match["n"]) * _dong(each["a"]) + value(match["m"]) * _dong(each["b"])
                yield from self._paid(match.start("rest"), total, paid)
        for match in PRIZES.finditer(doc.text):
            paid = sum((value(p["n"]) * _dong(p["each"]) for p in PRIZE.finditer(match["parts"])), Decimal())
            yield from self._paid(0, match, paid)
        for match in GIVEN.finditer(doc.text):
            before = line_before(doc.text, match.start())
            told = match if match["parts"] else GIVEN_BEFORE.search(before)
            more = told and told is not match and "đồng" in re.split(r"[.;] ", before[: told.start()])[-1]
            if told and not more:  # “12 suất mỗi suất 2 triệu đồng, 20 tập thể (…), tổng …”: the total is of all
                paid = sum((value(p["n"]) * _dong(p["each"]) for p in PRICE.finditer(told["parts"])), Decimal())
                yield from self._paid(0, match, paid)

    def _paid(self, start: int, total: re.Match[str], paid: Decimal) -> Iterator[Finding]:
        if paid != _dong(total["total"]):
            span = (start + total.start("total"), start + total.end("total"))
            yield self.finding(
                span, f"Các mức cộng lại là {spell(paid.normalize())} đồng, văn bản ghi {total['total']}."
            )


def _counts(clause: str, unit: str) -> list[re.Match[str]]:
    """The amounts in ``unit`` of a clause, with their scale."""
    return list(
        re.finditer(
            rf"(?<![\d.,/–-])(?P<figure>{_F}) (?P<scale>nghìn|triệu|tỷ)? ?(?:trẻ )?{re.escape(unit)}(?!\w|/)",
            clause,
        )
    )


def _dong(told: str) -> Decimal:
    """“1,5 triệu đồng” in đồng."""
    (amount,) = amounts(told)
    return amount


def _scaled(match: re.Match[str]) -> Decimal:
    return value(match["figure"]) * MULTIPLES.get(match["scale"], Decimal(1))


def _amount(match: re.Match[str]) -> Decimal:
    return _scaled(match) / 100 if match["percent"] else _scaled(match)


def _tenths(mean: Decimal) -> str:
    return spell(mean.quantize(Decimal("0.1")).normalize())


def _product(factors: str) -> Decimal:
    product = Decimal(1)
    for factor in SCALED.finditer(factors):
        product *= _amount(factor)
    return product


def _same(stated: Decimal, product: Decimal) -> bool:
    """The same, or the same but for rounding or for thousands and millions left unsaid."""
    return any(abs(stated * scale - product) <= product / 200 for scale in (1, 1000, 10**6))
