"""Phần của một tổng và tỷ lệ của nó."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts import rates
from checks.facts.numbers import COUNT, FIGURE, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# “629/731 trường đạt chuẩn, đạt 86,1%”
SHARE = Pattern(
    rf"(?<![\d/.,])(?P<part>{COUNT})/(?P<whole>{COUNT}) (?!năm|tháng|của|và)(?P<what>[^\W\d_]+)\b(?:[^.;\n%/\d“”]|“[^“”\n%/]{{2,60}}”){{0,60}}?"
    rf"(?:, |\(|, chiếm |, bằng )(?:đạt|chiếm|bằng|tỷ lệ)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|(?:tổng )?số (?P=what)(?!\w)|$))",
    hooks=("/",),
    back=len("1.234.567"),
)
# “14/16 thôn (87,5%)”, “4,5/6 km (75%)”
THEN_RATE = Pattern(
    rf"(?<![\d/.,])(?<!ngày )(?<!Ngày )(?<!tháng )(?<!số )(?P<part>{_F})/(?P<whole>{_F}) (?!năm|tháng|của|và)[^\W\d_]+"
    rf"(?:,? [^\W\d_]+){{0,9}} \((?P<rate>{_F})%\)",
    hooks=("/",),
    back=len("1.234.567,89"),
)
_ABOUT = r"(?:(?:tối thiểu|ít nhất|tức|tương đương|tương ứng)(?: là| với)? )?"
# “98% hộ (3.120/3.184 hộ)”
OF = Pattern(
    rf"(?<![\d.,–-])(?<!- )(?P<rate>{_F})% [^.;\n%()\d]{{2,40}} \({_ABOUT}(?P<part>{COUNT})/(?P<whole>{COUNT})(?: (?:{rates.COUNTED})\b[^)\d]{{0,20}})?\)",
    hooks=("% ",),
    back=len("1.234.567,89"),
)
# “97,5% (1.170/1.200 hồ sơ)”, “đạt từ 99% trở lên (tối thiểu 499/504 học sinh)”
IN_BRACKETS = Pattern(
    rf"(?<![\d.,–-])(?<!- )(?P<rate>{_F})% \({_ABOUT}(?P<part>{COUNT})/(?P<whole>{COUNT}) (?:{rates.COUNTED})\b[^)\d]{{0,20}}\)",
    hooks=("% (",),
    back=len("1.234.567,89"),
)
# “trong 240 hộ được khảo sát có 228 hộ hài lòng, đạt tỷ lệ 95%”
AMONG = Pattern(
    rf"[Tt]rong (?:số |tổng số )?(?P<whole>{COUNT}) (?P<what>{rates.COUNTED})(?: [^.;,\n%()\d]{{1,40}})?,? có (?P<part>{COUNT}) (?P=what)\b"
    rf"[^.;,\n%()\d]{{0,40}}, (?:đạt|chiếm|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=("rong số ", "rong tổng số ", *(f"rong {digit}" for digit in range(1, 10))),
    back=1,
)
# “có 18 trên 24 trường đạt chuẩn quốc gia, đạt 75%”
ON = Pattern(
    rf"(?<![\d.,/])(?P<part>{COUNT}) trên (?!\d+\.000 )(?P<whole>{COUNT}) (?:{rates.COUNTED})\b[^.;,\n%/\d()]{{0,40}}"
    rf"(?:, | \()(?:đạt|chiếm|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=tuple(f" trên {digit}" for digit in range(1, 10)),
    back=len("1.234.567"),
)
# “thụ lý 14.820 vụ, việc, giải quyết 14.376 vụ, việc, đạt 97%”, “tiếp nhận 1.200 hồ sơ, đã giải quyết 1.176 hồ sơ, đạt 98%”
HANDLED = Pattern(
    rf"(?:thụ lý|tiếp nhận|nhận|được giao|phải giải quyết)(?: và)? (?P<whole>{COUNT}) (?P<what>[^\W\d_]+(?:,? [^\W\d_]+)?)(?:,? [^\W\d_]+){{0,5}}?[,;] "
    rf"(?:đã )?(?:giải quyết|xử lý|hoàn thành|trả)(?: được| xong| đúng hạn)? (?P<part>{COUNT}) (?P=what)(?!\w)[^.;\n%\d]{{0,30}}?"
    rf"(?:, | \()(?:đạt|bằng|chiếm|tỷ lệ)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=("thụ lý ", "nhận ", "được giao ", "phải giải quyết "),
    back=len("tiếp "),
)
# “giải ngân 168/240 tỷ đồng, đạt 70% kế hoạch”: the whole is the plan
SPENT = Pattern(
    rf"(?<![\d/.,])(?P<part>{_F})/(?P<whole>{_F}) (?:tỷ|triệu|nghìn) đồng, (?:đạt|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$|kế hoạch|dự toán))",
    hooks=(" đồng, đạt ", " đồng, bằng "),
    back=len("1.234.567,89/1.234.567,89 nghìn"),
)
# “285 tỷ đồng/300 tỷ đồng, đạt 95%”, “42 hộ nghèo trong tổng số 2.100 hộ, chiếm tỷ lệ 2%”
OUT_OF = Pattern(
    rf"(?<![\d.,/])(?P<part>{_F})(?: (?P<unit>{rates.UNIT}|{rates.COUNTED})(?!\w)(?: [^\W\d_]+){{0,4}}?)? ?(?:/|(?:trên|trong) tổng số) ?"
    rf"(?P<whole>{_F}) (?(unit)(?P=unit)|(?:{rates.UNIT}|{rates.COUNTED}))\b"
    rf"[^.;,\n%/\d()]{{0,40}}(?:, | \()(?:đạt|chiếm|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|kế hoạch|dự toán|$))",
    hooks=("trên tổng số", "trong tổng số", " đồng/", "đồng /", "hộ/", "nghèo/"),
    back=len("1.234.567,89 doanh nghiệp vừa và nhỏ rất "),
)
# “4,5 tỷ đồng, tương đương 10% tổng chi 45 tỷ đồng”
PART = Pattern(
    rf"(?<![\d.,/])(?P<part>{_F}) (?P<unit>{rates.UNIT}),? (?:tương đương|bằng|chiếm)(?: tỷ lệ)? (?P<rate>{_F})% "
    rf"(?:trong |trên )?tổng [^.;,\n%()\d]{{2,30}} (?P<whole>{_F}) (?P=unit)(?!\w)",
    hooks=("% tổng ", "% trong tổng ", "% trên tổng "),
    back=len("1.234.567,89 doanh nghiệp, tương đương 12,34"),
)
# “118.000 giáo dân, chiếm 12% dân số (983.000 người)”
OF_ALL = Pattern(
    rf"(?:(?P<about>hơn|trên|gần|khoảng) )?(?<![\d.,/])(?P<part>{_F}) [^\W\d_]+(?: [^\W\d_]+){{0,12}}, chiếm (?P<rate>{_F})% "
    rf"(?:dân số|tổng số|số)[^.;,\n%()\d]{{0,30}} "
    rf"\((?P<whole>{_F}) [^\W\d_]+(?: [^\W\d_]+)?\)",
    hooks=(", chiếm ",),
    back=110,
)
# “dư nợ đạt 8.200 tỷ đồng, trong đó cho vay nông nghiệp 5.740 tỷ đồng, chiếm 70% tổng dư nợ”
WITHIN = Pattern(
    rf"(?<![\d.,/])(?P<whole>{_F}) (?P<unit>{rates.UNIT})(?:,? [^\W\d_]+){{0,12}}(?:,|;) trong đó(?: có)? [^.;:\n%\d]{{0,50}}"
    rf"(?P<part>{_F}) (?P=unit)(?: [^\W\d_]+){{0,5}}"
    rf"(?:, (?:chiếm|tỷ lệ|đạt|đạt tỷ lệ|chiếm tỷ lệ) | \()(?P<rate>{_F})%(?: tổng [^.;,\n%()\d]{{2,30}})?(?= ?(?:[.;,)\n]|$))",
    hooks=(" trong đó ",),
    back=100,
)
# “486 lao động, trong đó lao động nữ 162 người, chiếm 33,3%”, “30 giảng viên, trong đó ít nhất 18 tiến sĩ, chiếm 60%”
_WHO = "người|lao động|giảng viên|giáo viên|viên chức|công chức|cán bộ|đảng viên|đoàn viên|hội viên|học sinh|sinh viên|đại biểu|nhân viên|bác sĩ"
PERSONS = Pattern(
    rf"(?<![\d.,/–-])(?P<whole>{COUNT}) (?:{_WHO})(?!\w)(?:,? [^\W\d_]+){{0,6}}(?:,|;) trong đó(?: có)?(?: ít nhất| tối thiểu)?(?: [^\W\d_]+){{0,4}} "
    rf"(?P<part>{COUNT}) (?:{_WHO}|đồng chí|nữ|tiến sĩ|thạc sĩ)(?!\w)(?: [^\W\d_]+){{0,5}}(?:, (?:chiếm|tỷ lệ|chiếm tỷ lệ) | \()"
    rf"(?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=(" trong đó ",),
    back=100,
)
# “đạt 65% kế hoạch, tương ứng 7.800 triệu đồng trên tổng số 12.000 triệu đồng”
RATE_FIRST = Pattern(
    rf"(?<![\d.,–-])(?P<rate>{_F})%[^.;\n%\d]{{0,30}}(?:,|\() ?(?:tương ứng|tương đương|tức)(?: là| với)? (?P<part>{_F}) (?P<unit>{rates.UNIT}|{rates.COUNTED})"
    rf"(?:/| (?:trên|trong)(?: tổng số)? )(?P<whole>{_F}) (?P=unit)(?!\w)",
    hooks=("%",),
    back=len("1.234,56"),
)
# “100% thủ tục được cung cấp trực tuyến, 131/131 thủ tục”
ALL = Pattern(
    rf"(?<![\d.,–-])(?P<rate>100)% (?P<what>[^\W\d_]+)(?: [^\W\d_]+){{1,16}},? \(?(?P<part>{COUNT})/(?P<whole>{COUNT}) (?P=what)(?!\w)",
    needs="100% ",
)
SHARES = (
    RATE_FIRST,
    HANDLED,
    ALL,
    SHARE,
    THEN_RATE,
    OF,
    IN_BRACKETS,
    AMONG,
    ON,
    SPENT,
    OUT_OF,
    PART,
    OF_ALL,
    WITHIN,
    PERSONS,
)
EXCEEDED = (OF, IN_BRACKETS)
"""Where the whole is a plan that may be exceeded."""


class StatedShare(Rule):
    """Tỷ lệ của một phần trong tổng khớp với hai con số sinh ra nó: “60/96 chi bộ, bằng 62,5%”.

    Chỉ xét khi cả hai con số đứng ngay trong câu, cùng đơn vị; cho phép làm tròn ở chữ số cuối.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Có 486 lao động, trong đó lao động nữ 162 người, chiếm 33,3%; 320 hộ nghèo, trong đó 240 hộ thoát nghèo, đạt 120% kế hoạch.\n",
        "Dư nợ đạt 8.200 tỷ đồng, trong đó cho vay hộ 5.740 tỷ đồng, chiếm 70%.\n",
        "Toàn tỉnh có hơn 118.000 giáo dân, chiếm 12% dân số (983.000 người); 66/88 giảng viên có trình độ sau đại học, chiếm 75%.\n",
        "Có 629/731 trường đạt chuẩn quốc gia, đạt tỷ lệ 86,1%; 98% hộ (3.120/3.184 hộ) có nước sạch; 12/12 thôn đạt chuẩn.\n",
        "Đến tháng 8/2026 đạt 65% kế hoạch; 15/20 thôn có nhà văn hóa, đạt 80% kế hoạch; có từ 90 - 95% hộ (19/20 hộ) đăng ký.\n",
        "Giải ngân 285 tỷ đồng/300 tỷ đồng, đạt 95%.\n",
        "Có 45 trên tổng số 50 đơn vị, đạt 90%; tiết kiệm 4,5 tỷ đồng, tương đương 10% tổng chi 45 tỷ đồng.\n",
        "Giảm 5 xã so với quy hoạch (12 xã); 3 tỷ đồng trên 200 ha cây trồng, đạt 60%; 100% hộ (1.400/1.400 hộ) đăng ký.\n",
        "Xã còn 42 hộ nghèo trong tổng số 2.100 hộ, chiếm tỷ lệ 2%; 40 hộ nghèo trên tổng số 90 hộ dân tộc thiểu số, chiếm 44,4%.\n",
        "Vượt 16/15 thôn có đường, đạt 100%; có 0/0 hộ nghèo, đạt 0%.\n",
        "Ngày 5/6 họp thôn (80%); đến ngày 5/6 toàn xã (80%) xong; theo Thông báo số 5/6 họp (80%).\n",
        "Có 14/16 thôn (87,5%), 27/30 lớp (90%), 2/3 số hộ (67%); kè 4,5/6 km (75%).\n",
        "Toàn tỉnh có hơn 110.000 giáo dân, chiếm 11,5% dân số (983.000 người); giải ngân 7,5/10 tỷ đồng, đạt 77% kế hoạch.\n",
    )
    bad = (
        "Tòa án hai cấp thụ lý 14.820 vụ, việc, giải quyết 14.376 vụ, việc, đạt [[95%]]; tiếp nhận 1.200 hồ sơ, đã giải quyết 1.176 hồ sơ, đạt 98%.\n",
        "Hỗ trợ 320 hộ phụ nữ nghèo, cận nghèo phát triển sinh kế, trong đó ít nhất 240 hộ thoát nghèo, đạt [[80%]].\n",
        "Công ty có 486 lao động, trong đó lao động nữ 162 người, chiếm [[35,3%]]; tuyển 30 giảng viên, trong đó ít nhất 18 tiến sĩ, chiếm [[40%]].\n",
        "Toàn xã còn 88 hộ, chiếm [[2,6%]] trong tổng số 5.500 hộ.\n",
        "Khen thưởng 40 cá nhân, trong đó từ 28 cá nhân ([[75%]]) là người lao động trực tiếp.\n",
        "Dư nợ đạt 8.200 tỷ đồng, trong đó cho vay nông nghiệp 5.740 tỷ đồng, chiếm [[60%]] tổng dư nợ.\n",
        "Có 60/96 chi bộ, đảng bộ cơ sở đạt “Chi bộ 4 tốt”, “Đảng bộ cơ sở 4 tốt”, bằng [[65,2%]].\n",
        "Toàn tỉnh có hơn 118.000 giáo dân, chiếm [[21%]] dân số toàn tỉnh (983.000 người).\n",
        "Có 66/88 giảng viên có trình độ sau đại học, chiếm [[57%]]; có 1.968/2.460 phạm nhân viết bản cam kết, đạt [[88%]].\n",
        "Trong 240 hộ được khảo sát có 228 hộ hài lòng, đạt tỷ lệ [[98%]]; hồ sơ đúng hạn đạt [[98,5%]] (1.170/1.200 hồ sơ).\n",
        "Có 18 trên 24 trường đạt chuẩn quốc gia, đạt [[72%]]; còn 35 hộ nghèo trên tổng số 1.400 hộ, chiếm [[3,5%]].\n",
        "Giải ngân 285 tỷ đồng/300 tỷ đồng, đạt [[90%]] kế hoạch; có 45 trên tổng số 50 đơn vị, đạt [[95%]].\n",
        "Thực hiện 42.000 vụ việc trợ giúp pháp lý, trong đó 31.500 vụ việc tham gia tố tụng, chiếm [[80%]].\n",
        "Tiết kiệm 4,5 tỷ đồng, tương đương [[12%]] tổng chi 45 tỷ đồng.\n",
        "Có 30/76 giáo viên có trình độ thạc sĩ, đạt [[49,3%]].\n",
        "Giải ngân đạt [[65%]] kế hoạch, tương ứng 7.800 triệu đồng trên tổng số 10.200 triệu đồng; "
        "[[100%]] thủ tục được cung cấp trực tuyến, 131/141 thủ tục.\n",
        "Có 15/20 thôn có nhà văn hóa, đạt [[80%]]; 62/133 xã đạt chuẩn nông thôn mới nâng cao, bằng [[56,6%]] số xã.\n",
        "Có 14/16 thôn ([[85,7%]]) đạt chuẩn; 18/24 khoa, phòng ([[70%]]) đạt danh hiệu; kè 4,5/6 km ([[80%]]).\n",
        "Có 1.520/1.600 hộ tham gia, chiếm [[96%]]; giải ngân 168/240 tỷ đồng, đạt [[72%]] kế hoạch.\n",
        "Tỷ lệ tốt nghiệp đạt từ [[99%]] trở lên (tối thiểu 489/504 học sinh).\n",
        "Phấn đấu [[98%]] hộ (3.120/3.250 hộ) có nước sạch.\n",
        "Xã còn 42 hộ nghèo trong tổng số 2.100 hộ, chiếm tỷ lệ [[2,5%]]; 63 hộ cận nghèo/2.100 hộ (chiếm [[4%]]).\n",
        "Vận động đạt [[95%]] kế hoạch (1.260/1.200 hộ); có 12/12 thôn có nhà văn hóa, đạt [[90%]].\n",
        "Toàn tỉnh có 110.000 giáo dân, chiếm [[11,5%]] dân số (983.000 người).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told = {match.span("rate"): (pattern, match) for pattern in SHARES for match in pattern.finditer(doc.text)}
        for pattern, match in told.values():
            part, whole = value(match["part"]), value(match["whole"])
            if not whole or (part > whole and pattern not in EXCEEDED):
                continue
            share = part / whole * 100
            # “4,5/6 km”: the whole is planned and so it is
            rounded = [match["part"]] if pattern is THEN_RATE else [match["part"], match["whole"]]
            loose = rates.hidden(share, rounded)
            if pattern is OF_ALL and match["about"]:
                loose += share / 20
            if rates.differs(match["rate"], share, loose):
                span = (match.start("rate"), match.end("rate") + len("%"))
                yield self.finding(span, rates.against(match["rate"], share))
