"""Mỗi đơn vị và tất cả."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import AMOUNT, COUNT, amounts, money, spell, value, whole_number
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Mỗi chi bộ có 02 hạt nhân chuyển đổi số, toàn Đảng bộ có 192 hạt nhân”
EACH = Pattern(
    rf"[Mm]ỗi (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)(?P<rest>[^.;:\n\d]{{0,40}}?) "
    rf"(?P<bound>(?:ít nhất|tối thiểu|từ) )?(?P<each>{COUNT}) (?P<unit>[^\W\d_]+ [^\W\d_]+)(?!\w)"
    rf"[^.:\n\d]{{0,70}}[,;] (?:toàn|cả) [^.;,:\n\d]{{2,40}} (?:ít nhất |tối thiểu |từ |tổng số )?(?P<all>{COUNT}) (?P=unit)(?!\w)",
    hooks=("ỗi ",),
    back=1,
)
# “mỗi đợt không quá 40 tập thể và 80 cá nhân, cả 03 đợt không quá 120 tập thể và 240 cá nhân”
WAVES = Pattern(
    r"[Mm]ỗi (?P<what>đợt|chặng|giai đoạn|quý|học kỳ)(?P<each>[^.;:\n]{5,90}?)[,;] "
    r"(?:cả|trong|tổng)(?: năm(?: học)?)?(?: có| chia| gồm)? (?P<n>\d{1,2}) (?P=what)(?P<total>[^.;:\n]{5,90})",
    hooks=("ỗi đợt", "ỗi chặng", "ỗi giai đoạn", "ỗi quý", "ỗi học kỳ"),
    back=1,
)
# “kinh phí mỗi đợt 2.400.000 đồng, cả năm học 7.200.000 đồng” of 03 đợt
SPENT = Pattern(
    rf"[Mm]ỗi (?P<what>đợt|quý|học kỳ|chặng|giai đoạn)(?: là| chi)? (?P<each>{AMOUNT}), (?:cả|toàn|tổng)(?: [^\W\d_]+){{1,5}} (?P<all>{AMOUNT})(?![/\d])",
    hooks=("ỗi đợt", "ỗi quý", "ỗi học kỳ", "ỗi chặng", "ỗi giai đoạn"),
    back=1,
)
# “bản hoàn” of “mỗi bản hoàn thành ít nhất 01 công trình”: the place, then what it does
PLACE = re.compile(
    r"(?P<what>xã|phường|thôn|bản|xóm|ấp|khoa|trường|lớp) (?:có|hoàn|xây|trồng|thực|đăng|vận|giúp|làm|đạt|giới|phát|hỗ|mở|duy|đảm|nhận)$"
)
# “mỗi tháng ít nhất 04 tin, bài, cả năm ít nhất 48 tin, bài”
MONTHLY = Pattern(
    rf"[Mm]ỗi (?P<what>tháng|quý)(?: [^\W\d_]+){{0,6}}? (?P<each>{COUNT}) (?P<unit>[^\W\d_]+(?:,? [^\W\d_]+){{0,2}})[,;] cả năm(?: [^\W\d_]+){{0,4}}? "
    rf"(?P<all>{COUNT}) (?P=unit)(?!\w)",
    hooks=("ỗi tháng", "ỗi quý"),
    back=1,
)
# “Trồng 2.800 cây xanh dọc các tuyến đường, bình quân mỗi thôn 250 cây”
AVERAGE = Pattern(
    rf"(?<![\d.,/–-])(?P<all>{COUNT}) (?P<unit>[^\W\d_]+)(?!\w)[^.;:\n\d()]{{0,50}}[,(:] ?(?:bình quân |trung bình |tức )?[Mm]ỗi "
    rf"(?P<what>thôn|bản|xóm|ấp|khu phố|tổ dân phố|xã|phường|trường|khoa|chi bộ|chi đoàn|chi hội|thuế cơ sở|phòng giao dịch|chi nhánh|cụm|xưởng|"
    r"công đoàn cơ sở|tháng|quý)(?: (?:ít nhất|tối thiểu|trồng|có|là|từ|thu|tổ chức|mở|giúp|xây dựng))* "
    rf"(?P<each>{COUNT}) (?P=unit)(?!\w|/)",
    hooks=(" mỗi ", "(mỗi ", "(Mỗi "),
    back=100,
)
# “Mỗi đội có ít nhất 03 sáng kiến, mỗi phòng có ít nhất 02 sáng kiến, toàn Công ty có ít nhất 58 sáng kiến”
_ONE_OF = r"[Mm]ỗi (?P<{a}>[^\W\d_]+(?: [^\W\d_]+){{0,3}}?)(?: (?:có|đạt|đăng ký|thực hiện|hoàn thành|ít nhất|tối thiểu|trồng))* (?P<{n}>{count}) "
EACH_OF_TWO = Pattern(
    _ONE_OF.format(a="a", n="n", count=COUNT)
    + r"(?P<unit>[^\W\d_]+ [^\W\d_]+)[^.;:\n\d]{0,30}[,;] "
    + _ONE_OF.format(a="b", n="m", count=COUNT)
    + rf"(?P=unit)[^.;:\n\d]{{0,30}}[,;] (?:toàn|cả) [^.;,:\n\d]{{2,40}} (?P<all>{COUNT}) (?P=unit)(?!\w)",
    hooks=("ỗi ",),
    back=1,
)
APART = re.compile(r"(?<!\w)(?:trong đó|ít nhất|riêng|mỗi|bình quân|còn lại|gồm|tối thiểu)(?!\w)")
COUNTED = re.compile(r"(?<![\d.,/–-])(?P<n>\d[\d.]*) (?P<of>[^\W\d_]+ [^\W\d_]+)")
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC TIÊU\n\nCó 60/96 chi bộ đạt “Chi bộ bốn tốt”; 96 chi bộ đăng ký thi đua.\n\n"
PERIODS = {"tháng": 12, "quý": 4}
CLOSE = 2
"""A total within so many times of the product is a slip; else other units are counted."""


class EachAndAll(Rule):
    """Số chung bằng số của mỗi đơn vị nhân với số đơn vị: 96 chi bộ, “mỗi chi bộ có 02 hạt nhân, toàn Đảng bộ có 192 hạt nhân”.

    Số đơn vị lấy ở chỗ khác của văn bản (“60/96 chi bộ”, “96 chi bộ”); chỉ báo khi không số nào ở đó cho ra con số ấy. “Mỗi đơn vị ít nhất
    01” thì số chung nhiều hơn là đúng.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Phép nhân các con số nêu trong chính văn bản"
    good = (
        HEAD.replace("96 chi bộ đăng ký", "14 đội, 8 phòng đăng ký")
        + "Mỗi đội có ít nhất 03 sáng kiến, mỗi phòng có ít nhất 02 sáng kiến, toàn Công ty có ít nhất 58 sáng kiến.\n",
        HEAD.replace("96 chi bộ", "4 xưởng")
        + "Có 80 sáng kiến, mỗi xưởng 15 sáng kiến, khối văn phòng 20 sáng kiến; trồng 900 cây, mỗi xưởng 200 cây, trong đó ít nhất 50 cây ăn quả.\n",
        HEAD.replace("96 chi bộ", "14 thôn")
        + "Trồng 3.500 cây xanh dọc các tuyến đường, bình quân mỗi thôn 250 cây; đào 60 hố rác, mỗi thôn ít nhất 4 hố rác; có 300 hộ, mỗi thôn 2 hộ.\n",
        HEAD + "Mỗi chi bộ có 02 hạt nhân chuyển đổi số, toàn Đảng bộ có 192 hạt nhân chuyển đổi số.\n",
        HEAD + "Mỗi chi bộ có ít nhất 01 sáng kiến hay, toàn Đảng bộ có 110 sáng kiến hay.\n",
        HEAD
        + "Mỗi thôn trồng 500 cây xanh, toàn xã trồng 7.000 cây xanh; mỗi chi bộ có 02 buổi họp, toàn phường có 12 buổi họp.\n",
    )
    bad = (
        HEAD.replace("96 chi bộ đăng ký", "14 đội, 8 phòng đăng ký")
        + "Mỗi đội có ít nhất 03 sáng kiến, mỗi phòng có ít nhất 02 sáng kiến, toàn Công ty có ít nhất [[52]] sáng kiến.\n",
        HEAD.replace("96 chi bộ", "4 xưởng") + "Trồng [[1.200]] cây xanh: mỗi xưởng 200 cây, khối văn phòng 200 cây.\n",
        HEAD
        + "Thu hồi nợ đọng [[1.600]] tỷ đồng, mỗi quý thu 450 tỷ đồng; tổ chức [[96]] phiên tòa trực tuyến, mỗi tháng 9 phiên.\n",
        HEAD.replace("96 chi bộ", "14 thôn")
        + "Trồng [[2.800]] cây xanh dọc các tuyến đường, bình quân mỗi thôn 250 cây.\n",
        HEAD
        + "Có 21/21 bản có nhà văn hóa; mỗi bản hoàn thành ít nhất 01 công trình/năm, cả xã hoàn thành ít nhất [[20]] công trình/năm.\n",
        HEAD + "Năm học chia 03 đợt thi đua; kinh phí mỗi đợt 2.400.000 đồng, cả năm học [[7.500.000 đồng]].\n",
        HEAD + "Mỗi chi bộ có 02 hạt nhân chuyển đổi số, toàn Đảng bộ có [[129]] hạt nhân.\n",
        HEAD + "Mỗi chi bộ có ít nhất 01 sáng kiến được công nhận; toàn Đảng bộ có ít nhất [[80]] sáng kiến.\n",
        HEAD + "Đài xã mỗi tháng phát ít nhất 04 tin, bài, cả năm ít nhất [[36]] tin, bài.\n",
        HEAD
        + "Mỗi đợt, Giám đốc tặng Giấy khen cho 03 tập thể và 10 cá nhân; cả năm 03 đợt gồm 09 tập thể và [[33]] cá nhân.\n",
        HEAD
        + "Khen thưởng mỗi đợt không quá 40 tập thể và 80 cá nhân, cả 03 đợt không quá [[100]] tập thể và 240 cá nhân.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in WAVES.finditer(doc.text, *doc.body):
            yield from self._waves(match)
        for match in AVERAGE.finditer(doc.text, *doc.body):
            yield from self._average(doc, match)
        for match in EACH_OF_TWO.finditer(doc.text, *doc.body):
            yield from self._two(doc, match)
        for match in SPENT.finditer(doc.text, *doc.body):
            yield from self._spent(doc, match)
        for match in MONTHLY.finditer(doc.text, *doc.body):
            times = 12 if match["what"] == "tháng" else 4
            right, stated = value(match["each"]) * times, value(match["all"])
            if not doc.school_year and right / CLOSE < stated < right:
                message = f"Mỗi {match['what']} {match['each']} {match['unit']}, cả năm là {spell(right)}; ở đây ghi {match['all']}."
                yield self.finding(match.span("all"), message, subject="product")
        for match in EACH.finditer(doc.text, *doc.body):
            units = _units(doc.text, match)
            each, told = value(match["each"]), value(match["all"])
            products = {each * n for n in units}
            if not products or told in products:
                continue
            right = max(products)
            if (match["bound"] and told > min(products)) or not right / CLOSE < told < right * CLOSE:
                continue
            message = f"Mỗi {match['what']} {match['each']}, {spell(right / each)} {match['what']} là {spell(right)}; ở đây ghi {match['all']}."
            yield self.finding(match.span("all"), message, subject="product")

    def _two(self, doc: Document, match: re.Match[str]) -> Iterator[Finding]:
        """Both counts told in one way alone: “14 đội, 8 phòng”."""
        counts = [
            {
                whole_number(n)
                for n in re.findall(
                    rf"(?<![\d.,/–-])({COUNT}) {re.escape(match[what])}(?!\w)", doc.text[slice(*doc.body)]
                )
            }
            for what in ("a", "b")
        ]
        if any(len(told) != 1 for told in counts):
            return
        first, second = (min(told) for told in counts)
        right, stated = first * value(match["n"]) + second * value(match["m"]), value(match["all"])
        least = re.search(r"ít nhất|tối thiểu", match[0])
        if right / CLOSE < stated < right * CLOSE and (stated < right or (stated > right and not least)):
            message = f"{first} {match['a']} và {second} {match['b']} là {spell(right)}; ở đây ghi {match['all']}."
            yield self.finding(match.span("all"), message, subject="product")

    def _average(self, doc: Document, match: re.Match[str]) -> Iterator[Finding]:
        units, each, told = _units(doc.text, match), value(match["each"]), value(match["all"])
        if match["what"] in PERIODS:
            units = {PERIODS[match["what"]]} if doc.movement == "annual" and not doc.school_year else set()
        right = each * next(iter(units)) if len(units) == 1 else each * 0
        rest = doc.text[match.end() : sentence(doc.text, match.end()).end]
        more = re.findall(rf"(?<![\d.,/–-])({COUNT}) {re.escape(match['unit'])}(?!\w)", rest)
        if more and APART.search(rest):
            return
        right += sum(map(value, more)) if right else 0  # “mỗi xưởng 15 sáng kiến, khối văn phòng 20 sáng kiến”
        enough = told > right and re.search(r"ít nhất|tối thiểu|từ", match[0])
        if told != right and not enough and right / CLOSE < told < right * CLOSE:
            n = next(iter(units))
            beside = f", thêm {' và '.join(more)}" if more else ""
            message = f"Mỗi {match['what']} {match['each']}, {n} {match['what']}{beside} là {spell(right)}; ở đây ghi {match['all']}."
            yield self.finding(match.span("all"), message, subject="product")

    def _spent(self, doc: Document, match: re.Match[str]) -> Iterator[Finding]:
        told = {
            whole_number(m[1])
            for m in re.finditer(rf"(?<![\d.,/–-])(\d{{1,2}}) {match['what']}(?!\w)", doc.text[slice(*doc.body)])
        }
        times = told if match["what"] != "quý" else {4}
        (each,), (stated,) = amounts(match["each"]), amounts(match["all"])
        if (
            len(times) == 1
            and (n := min(times)) > 1
            and each * n != stated
            and each * n / CLOSE < stated < each * n * CLOSE
        ):
            message = f"Mỗi {match['what']} {match['each']}, {n} {match['what']} là {money(each * n)}; ở đây ghi {match['all']}."
            yield self.finding(match.span("all"), message, subject="product")

    def _waves(self, match: re.Match[str]) -> Iterator[Finding]:
        each = {m["of"]: m["n"] for m in COUNTED.finditer(match["each"])}
        for told in COUNTED.finditer(match["total"]):
            one = each.get(told["of"])
            right = value(one or "0") * int(match["n"])
            if one and right != value(told["n"]) and right / CLOSE < value(told["n"]) < right * CLOSE:
                at = match.start("total")
                message = f"Mỗi {match['what']} {one} {told['of']}, {match['n']} {match['what']} là {spell(right)}; ở đây ghi {told['n']}."
                yield self.finding((at + told.start("n"), at + told.end("n")), message)


def _units(text: str, match: re.Match[str]) -> set[int]:
    """How many of them there are, by what the text says elsewhere; a part of them told alone is none."""
    verb = PLACE.match(match["what"])  # “mỗi bản hoàn thành …”
    what = verb["what"] if verb else match["what"]
    if not re.search(rf"\d {re.escape(what)}(?!\w)", text):  # “mỗi khối chọn …”
        what = what.split()[0]
    of = rf"{re.escape(what)}(?!\w)"
    wholes = {whole_number(m[1]) for m in re.finditer(rf"/({COUNT}) {of}", text)}
    alone = [
        m for m in re.finditer(rf"(?<![\d.,/–-])({COUNT}) {of}", text) if not match.start() <= m.start() < match.end()
    ]
    return wholes or {whole_number(m[1]) for m in alone}
