"""Tỷ lệ và hai con số sinh ra nó."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import COUNT, FIGURE, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
_UNIT = (
    r"tỷ đồng|triệu đồng|nghìn tỷ đồng|tỷ USD|triệu USD|nghìn lượt|triệu lượt|tấn|ha|km|lượt|người|hộ|căn|sản phẩm|xã|thôn|trường|"
    r"công trình|mô hình|lớp|cuộc|vụ|hợp tác xã|doanh nghiệp|đảng viên|đoàn viên|hội viên|học sinh|giáo viên|lao động|sáng kiến|đề tài|cây|"
    r"đơn vị máu|tập thể|cá nhân|chi bộ|hồ sơ|nhà|công tơ|thiết bị|giảng viên|phạm nhân|nhân khẩu|triệu kWh|tỷ kWh|kWh|MW|m3|m²|nghìn tấn|triệu tấn"
)
_YEAR_BASE = r"(?:là |đạt |năm \d{4}:? |năm \d{4} (?:là|đạt) )?"
# “tăng 10,48% so với cùng kỳ (10.482 tỷ đồng)”, “bằng 70,7% dự toán năm (92 tỷ đồng)”
BASED = Pattern(
    rf"(?P<way>tăng|giảm|vượt|bằng|đạt) (?P<rate>{_F})% (?P<of>(?:so|dự toán|kế hoạch|chỉ tiêu|cùng kỳ|năm|số|tổng số|dân số)[^.;,\n%()]{{0,40}}?) ?"
    rf"(?:\({_YEAR_BASE}|(?:là|đạt) )(?P<base>{_F}) "
    rf"(?P<unit>{_UNIT}|thửa đất|thửa|trạm|tổ dân phố|khu phố|bản|buôn|suất|máy|kiến nghị|ấn phẩm|vụ án|cuộc kiểm tra|phiên tòa|đơn)"
    r"(?:/(?:ngày|tháng|năm|ha|người|hộ))?(?=\)|[.;\n]| khách[.;)\n])",
    hooks=("tăng ", "giảm ", "vượt ", "bằng ", "đạt "),
)
# “118.000 giáo dân, chiếm 12% dân số (983.000 người)”
OF_ALL = Pattern(
    rf"(?:(?P<about>hơn|trên|gần|khoảng) )?(?<![\d.,/])(?P<part>{_F}) [^\W\d_]+(?: [^\W\d_]+){{0,12}}, chiếm (?P<rate>{_F})% "
    rf"(?:dân số|tổng số|số)[^.;,\n%()\d]{{0,30}} "
    rf"\((?P<whole>{_F}) [^\W\d_]+(?: [^\W\d_]+)?\)",
    hooks=(", chiếm ",),
    back=110,
)
# “nguồn vốn đạt 9.840 tỷ đồng, tăng 1.093 tỷ đồng, tương ứng 12,5% so với đầu năm”
GROWN = Pattern(
    rf"(?:đạt|là|có) (?P<amount>{_F}) (?P<unit>{_UNIT})(?: [^\W\d_]+){{0,3}}, (?P<way>tăng|giảm) (?P<change>{_F}) (?P=unit)(?: [^\W\d_]+){{0,3}}"
    rf"(?:,| và| \() ?(?:tương ứng|tương đương|bằng|(?P=way))(?: với)?(?: tỷ lệ)?(?: (?P=way))? (?P<rate>{_F})%\)? so (?:với )?(?:cùng kỳ|đầu|cuối|năm)",
    hooks=(" tương ứng ", " tương đương ", "(bằng ", "(tương ", "(tăng ", "(giảm "),
    back=110,
)
# “dư nợ đạt 8.200 tỷ đồng, trong đó cho vay nông nghiệp 5.740 tỷ đồng, chiếm 70% tổng dư nợ”
WITHIN = Pattern(
    rf"(?<![\d.,/])(?P<whole>{_F}) (?P<unit>{_UNIT})(?:,? [^\W\d_]+){{0,12}}(?:,|;) trong đó(?: có)? [^.;:\n%\d]{{0,50}}"
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
# “42 sản phẩm, tăng 8 sản phẩm so với năm 2025 (34 sản phẩm)”
BY = Pattern(
    rf"(?P<way>tăng|giảm)(?: thêm)? (?P<change>{_F}) (?P<unit>{_UNIT})(?!/) so với [^.;,\n%()]{{3,40}} \({_YEAR_BASE}(?P<base>{_F}) (?P=unit)\)",
    hooks=("tăng ", "giảm "),
)
# “đạt 10,52%, cao hơn 1,02 điểm phần trăm so với năm 2025 (9,5%)”
POINTS = Pattern(
    rf"(?<![\d.,])(?P<amount>{_F})%(?: trở lên)?,? "
    rf"(?P<way>tăng|giảm|vượt|cao hơn|thấp hơn)(?: thêm)? (?P<change>{_F}) điểm (?:phần trăm|%) so với [^.;,\n%()]{{3,40}} "
    rf"\({_YEAR_BASE}(?P<base>{_F})%\)",
    hooks=(" điểm phần trăm so với ", " điểm % so với "),
    back=len("1.234,56% trở lên, thấp hơn thêm 1.234,56"),
)
# “còn 4,2%, giảm 1,1% so với năm 2024 (5,3%)”
PERCENT_BY = Pattern(
    rf"(?<![\d.,])(?P<amount>{_F})%, (?P<way>tăng|giảm)(?: thêm)? (?P<change>{_F}) ?(?P<unit>%|điểm phần trăm|điểm %) so với [^.;,\n%()]{{3,40}}"
    rf" \({_YEAR_BASE}(?P<base>{_F})%\)",
    hooks=("%, tăng ", "%, giảm "),
    back=len("1.234,56"),
)
# “4,5 tỷ đồng, tương đương 10% tổng chi 45 tỷ đồng”
PART = Pattern(
    rf"(?<![\d.,/])(?P<part>{_F}) (?P<unit>{_UNIT}),? (?:tương đương|bằng|chiếm)(?: tỷ lệ)? (?P<rate>{_F})% "
    rf"(?:trong |trên )?tổng [^.;,\n%()\d]{{2,30}} (?P<whole>{_F}) (?P=unit)(?!\w)",
    hooks=("% tổng ", "% trong tổng ", "% trên tổng "),
    back=len("1.234.567,89 doanh nghiệp, tương đương 12,34"),
)
# “năm 2025 có 400 hộ nghèo, năm 2026 còn 320 hộ nghèo, giảm 20%”
YEARS = Pattern(
    rf"(?<![\d.,/])(?P<base>{_F}) (?P<what>(?:{_UNIT})(?: [^\W\d_]+){{0,2}}), (?:năm (?P<year>\d{{4}})|đến (?:cuối )?năm \d{{4}}|nay)"
    rf" (?:chỉ )?(?:còn|có|đạt|là|tăng lên|giảm còn) (?P<amount>{_F}) (?P=what), (?P<way>tăng|giảm) (?P<rate>{_F})%(?= ?(?:[.;)\n]|$))",
    hooks=(", năm ", ", đến năm ", ", đến cuối năm ", ", nay "),
    back=len("1.234.567 doanh nghiệp rất rất nhỏ"),
)
# “năm 2024”, read backwards from the first amount of YEARS
YEAR_BEFORE = re.compile(r"năm (?P<year>\d{4})[^.;\n\d]{0,60}$", re.IGNORECASE)
REACH = 160
COUNTED = (
    r"xã|phường|thôn|bản|xóm|ấp|khu phố|tổ dân phố|khu dân cư|trường|hộ|người|học sinh|lớp|chi bộ|đơn vị|cơ quan|doanh nghiệp|sản phẩm|hồ sơ|dự án|"
    r"công trình|nhiệm vụ|chỉ tiêu|trạm|gia đình|đảng viên|đoàn viên|hội viên|cán bộ|giáo viên|viên chức|công chức|sáng kiến|mô hình|nhà"
)
# “629/731 trường đạt chuẩn, đạt 86,1%”
SHARE = Pattern(
    rf"(?<![\d/.,])(?P<part>{COUNT})/(?P<whole>{COUNT}) (?!năm|tháng|của|và)[^\W\d_]+\b(?:[^.;\n%/\d“”]|“[^“”\n%/]{{2,60}}”){{0,60}}?"
    rf"(?:, |\(|, chiếm |, bằng )(?:đạt|chiếm|bằng|tỷ lệ)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=("/",),
    back=len("1.234.567"),
)
# “giải ngân 168/240 tỷ đồng, đạt 70% kế hoạch”: the whole is the plan
SPENT = Pattern(
    rf"(?<![\d/.,])(?P<part>{_F})/(?P<whole>{_F}) (?:tỷ|triệu|nghìn) đồng, (?:đạt|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$|kế hoạch|dự toán))",
    hooks=(" đồng, đạt ", " đồng, bằng "),
    back=len("1.234.567,89/1.234.567,89 nghìn"),
)
# “285 tỷ đồng/300 tỷ đồng, đạt 95%”, “42 hộ nghèo trong tổng số 2.100 hộ, chiếm tỷ lệ 2%”
OUT_OF = Pattern(
    rf"(?<![\d.,/])(?P<part>{_F})(?: (?P<unit>{_UNIT}|{COUNTED})(?!\w)(?: [^\W\d_]+){{0,4}}?)? ?(?:/|(?:trên|trong) tổng số) ?"
    rf"(?P<whole>{_F}) (?(unit)(?P=unit)|(?:{_UNIT}|{COUNTED}))\b"
    rf"[^.;,\n%/\d()]{{0,40}}(?:, | \()(?:đạt|chiếm|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|kế hoạch|dự toán|$))",
    hooks=("trên tổng số", "trong tổng số", " đồng/", "đồng /", "hộ/", "nghèo/"),
    back=len("1.234.567,89 doanh nghiệp vừa và nhỏ rất "),
)
# “có 18 trên 24 trường đạt chuẩn quốc gia, đạt 75%”
ON = Pattern(
    rf"(?<![\d.,/])(?P<part>{COUNT}) trên (?!\d+\.000 )(?P<whole>{COUNT}) (?:{COUNTED})\b[^.;,\n%/\d()]{{0,40}}"
    rf"(?:, | \()(?:đạt|chiếm|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=tuple(f" trên {digit}" for digit in range(1, 10)),
    back=len("1.234.567"),
)
# “trong 240 hộ được khảo sát có 228 hộ hài lòng, đạt tỷ lệ 95%”
AMONG = Pattern(
    rf"[Tt]rong (?:số |tổng số )?(?P<whole>{COUNT}) (?P<what>{COUNTED})(?: [^.;,\n%()\d]{{1,40}})?,? có (?P<part>{COUNT}) (?P=what)\b"
    rf"[^.;,\n%()\d]{{0,40}}, (?:đạt|chiếm|bằng)(?: tỷ lệ)? (?P<rate>{_F})%(?= ?(?:[.;,)\n]|$))",
    hooks=("rong số ", "rong tổng số ", *(f"rong {digit}" for digit in range(1, 10))),
    back=1,
)
# “14/16 thôn (87,5%)”, “4,5/6 km (75%)”
THEN_RATE = Pattern(
    rf"(?<![\d/.,])(?<!ngày )(?<!Ngày )(?<!tháng )(?<!số )(?P<part>{_F})/(?P<whole>{_F}) (?!năm|tháng|của|và)[^\W\d_]+"
    rf"(?:,? [^\W\d_]+){{0,5}} \((?P<rate>{_F})%\)",
    hooks=("/",),
    back=len("1.234.567,89"),
)
# “40 cá nhân; 70% số cá nhân là công nhân, tức 28 người”, “tỷ lệ cá nhân không giữ chức vụ ít nhất 60%, tức từ 12 cá nhân”
MEANS = Pattern(
    rf"(?:(?<![\d.,–-])(?P<rate>{_F})% (?:tổng )?số (?P<of>cá nhân|tập thể|hộ|học sinh|đảng viên|người|đoàn viên|hội viên)(?!\w)[^.;\n%\d()]{{0,60}}"
    rf"|(?<![\d.,–-])(?P<whole>{COUNT}) [^\W\d_]+(?: [^\W\d_]+){{0,6}}, trong đó (?:có )?(?:ít nhất |khoảng )?(?P<rate3>{_F})%"
    rf"|tỷ lệ (?P<of2>cá nhân|tập thể|hộ|học sinh|đảng viên|người)(?!\w)[^.;\n%\d()]{{0,60}} (?P<rate2>{_F})%),"
    rf" tức (?:là )?(?:từ |ít nhất |khoảng )?(?P<part>{COUNT}) (?!%|điểm|triệu|tỷ|nghìn)[^\W\d_]",
    hooks=(", tức ",),
    back=150,
)
# “đạt 105 triệu đồng/năm, gấp 1,5 lần năm 2025 (70 triệu đồng/năm)”
FOLD = Pattern(
    rf"(?<![\d.,/])(?P<amount>{_F}) (?P<unit>(?:{_UNIT})(?:/[^\W\d_]+)?),? gấp (?P<fold>{_F}) lần (?:so với )?(?:năm|cùng kỳ|đầu|cuối)[^.;,\n%()]{{0,30}}"
    rf" \((?P<base>{_F}) (?P=unit)\)",
    hooks=(" gấp ",),
    back=len("1.234.567,89 doanh nghiệp/năm,"),
)
_ABOUT = r"(?:(?:tối thiểu|ít nhất|tức|tương đương|tương ứng)(?: là| với)? )?"
# “97,5% (1.170/1.200 hồ sơ)”, “đạt từ 99% trở lên (tối thiểu 499/504 học sinh)”
IN_BRACKETS = Pattern(
    rf"(?<![\d.,–-])(?<!- )(?P<rate>{_F})% \({_ABOUT}(?P<part>{COUNT})/(?P<whole>{COUNT}) (?:{COUNTED})\b[^)\d]{{0,20}}\)",
    hooks=("% (",),
    back=len("1.234.567,89"),
)
# “98% hộ (3.120/3.184 hộ)”
OF = Pattern(
    rf"(?<![\d.,–-])(?<!- )(?P<rate>{_F})% [^.;\n%()\d]{{2,40}} \({_ABOUT}(?P<part>{COUNT})/(?P<whole>{COUNT})(?: (?:{COUNTED})\b[^)\d]{{0,20}})?\)",
    hooks=("% ",),
    back=len("1.234.567,89"),
)


class StatedRate(Rule):
    """Tỷ lệ nêu trong câu khớp với hai con số sinh ra nó: “đạt 65 tỷ đồng, bằng 70,7% dự toán (92 tỷ đồng)”.

    Chỉ xét khi cả hai con số đứng ngay trong câu, cùng đơn vị; cho phép làm tròn ở chữ số cuối.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Có 486 lao động, trong đó lao động nữ 162 người, chiếm 33,3%; 320 hộ nghèo, trong đó 240 hộ thoát nghèo, đạt 120% kế hoạch.\n",
        "Ban hành 24 kiến nghị, trong đó 14 kiến nghị phòng ngừa, 10 kiến nghị khắc phục, tăng 20% so với năm 2025 (20 kiến nghị).\n",
        "Nguồn vốn đạt 9.840 tỷ đồng, tăng 1.093 tỷ đồng, tương ứng 12,5% so với đầu năm.\n",
        "Dư nợ đạt 8.200 tỷ đồng, trong đó cho vay hộ 5.740 tỷ đồng, chiếm 70%.\n",
        "Toàn tỉnh có hơn 118.000 giáo dân, chiếm 12% dân số (983.000 người); 66/88 giảng viên có trình độ sau đại học, chiếm 75%.\n",
        "Tỷ lệ hộ nghèo còn 4,2%, giảm 1,1% so với năm 2024 (5,3%); hộ cận nghèo 4,2%, giảm 20,8% so với năm 2024 (5,3%).\n",
        "Thu ngân sách đạt 11.580 tỷ đồng, tăng 10,48% so với cùng kỳ (10.482 tỷ đồng); trồng 18 ha rừng, bằng 120% kế hoạch (15 ha).\n",
        "Có 629/731 trường đạt chuẩn quốc gia, đạt tỷ lệ 86,1%; 98% hộ (3.120/3.184 hộ) có nước sạch; 12/12 thôn đạt chuẩn.\n",
        "Chi 9 tỷ đồng, giảm 10% so với năm 2025 (10 tỷ đồng); đón 3,4 triệu lượt, bằng 97% kế hoạch (3,5 triệu lượt).\n",
        "Đến tháng 8/2026 đạt 65% kế hoạch; 15/20 thôn có nhà văn hóa, đạt 80% kế hoạch; có từ 90 - 95% hộ (19/20 hộ) đăng ký.\n",
        "Thu 0 tỷ đồng, tăng 5% so với cùng kỳ (0 tỷ đồng); thu 0 tỷ đồng, giảm 100% so với cùng kỳ (12 tỷ đồng).\n",
        "Có 42 sản phẩm, tăng 8 sản phẩm so với năm 2025 (34 sản phẩm); giải ngân 285 tỷ đồng/300 tỷ đồng, đạt 95%.\n",
        "Có 45 trên tổng số 50 đơn vị, đạt 90%; tiết kiệm 4,5 tỷ đồng, tương đương 10% tổng chi 45 tỷ đồng.\n",
        "Năm 2025 có 400 hộ nghèo, năm 2026 còn 320 hộ nghèo, giảm 20%; năm 2025 thu 88 tỷ đồng, năm 2024 đạt 80 tỷ đồng, tăng 10%.\n",
        "Giảm 5 xã so với quy hoạch (12 xã); 3 tỷ đồng trên 200 ha cây trồng, đạt 60%; 100% hộ (1.400/1.400 hộ) đăng ký.\n",
        "Xã còn 42 hộ nghèo trong tổng số 2.100 hộ, chiếm tỷ lệ 2%; 40 hộ nghèo trên tổng số 90 hộ dân tộc thiểu số, chiếm 44,4%.\n",
        "Vượt 16/15 thôn có đường, đạt 107%; có 0/0 hộ nghèo, đạt 0%.\n",
        "Khen 40 cá nhân; 70% số cá nhân là công nhân, tức 28 người; 45 cá nhân, 65% số cá nhân là nữ, tức 29 người.\n",
        "Thu nhập 105 triệu đồng/năm, gấp 1,5 lần năm 2025 (70 triệu đồng/năm); 65 triệu đồng, gấp 1,6 lần năm 2020 (41 triệu đồng).\n",
        "Ngày 5/6 họp thôn (80%); đến ngày 5/6 toàn xã (80%) xong; theo Thông báo số 5/6 họp (80%).\n",
        "Có 14/16 thôn (87,5%), 27/30 lớp (90%), 2/3 số hộ (67%); kè 4,5/6 km (75%).\n",
        "Trồng 18 ha rừng. Thu ngân sách tăng 20% so với năm 2025 (11 tỷ đồng).\n",
    )
    bad = (
        "Hỗ trợ 320 hộ phụ nữ nghèo, cận nghèo phát triển sinh kế, trong đó ít nhất 240 hộ thoát nghèo, đạt [[80%]].\n",
        "Công ty có 486 lao động, trong đó lao động nữ 162 người, chiếm [[35,3%]]; tuyển 30 giảng viên, trong đó ít nhất 18 tiến sĩ, chiếm [[40%]].\n",
        "Hồ sơ đúng hạn đạt từ 98% trở lên, tăng [[2]] điểm phần trăm so với năm 2025 (94%).\n",
        "Ban hành 24 kiến nghị, trong đó 14 kiến nghị phòng ngừa, 10 kiến nghị khắc phục, tăng [[80%]] so với năm 2025 (20 kiến nghị).\n",
        "Toàn xã còn 88 hộ, chiếm [[2,6%]] trong tổng số 5.500 hộ.\n",
        "Nguồn vốn đạt 9.840 tỷ đồng, tăng 1.093 tỷ đồng, tương ứng [[21,5%]] so với đầu năm.\n",
        "Khen thưởng 40 cá nhân, trong đó từ 28 cá nhân ([[75%]]) là người lao động trực tiếp.\n",
        "Dư nợ đạt 8.200 tỷ đồng, trong đó cho vay nông nghiệp 5.740 tỷ đồng, chiếm [[60%]] tổng dư nợ.\n",
        "Số hóa 1.960.000 thửa đất trong cơ sở dữ liệu đất đai, đạt [[89%]] tổng số thửa (2.000.000 thửa).\n",
        "Có 60/96 chi bộ, đảng bộ cơ sở đạt “Chi bộ 4 tốt”, “Đảng bộ cơ sở 4 tốt”, bằng [[65,2%]].\n",
        "Toàn tỉnh có hơn 118.000 giáo dân, chiếm [[21%]] dân số toàn tỉnh (983.000 người).\n",
        "Thay 28.000 công tơ cơ khí, đạt [[77,8%]] số công tơ cơ khí hiện có (63.000 công tơ).\n",
        "Có 66/88 giảng viên có trình độ sau đại học, chiếm [[57%]]; có 1.968/2.460 phạm nhân viết bản cam kết, đạt [[88%]].\n",
        "Tỷ lệ hộ nghèo còn 4,2%, giảm [[2,1%]] so với năm 2024 (5,3%).\n",
        "Trong 240 hộ được khảo sát có 228 hộ hài lòng, đạt tỷ lệ [[98%]]; hồ sơ đúng hạn đạt [[98,5%]] (1.170/1.200 hồ sơ).\n",
        "Có 18 trên 24 trường đạt chuẩn quốc gia, đạt [[72%]]; còn 35 hộ nghèo trên tổng số 1.400 hộ, chiếm [[3,5%]].\n",
        "Năm 2025 thu 88 tỷ đồng, năm 2024 đạt 80 tỷ đồng, tăng [[8%]].\n",
        "Thu ngân sách đạt 12 tỷ đồng, tăng [[20%]] so với năm 2025 (11 tỷ đồng).\n",
        "Có 42 sản phẩm OCOP, tăng [[9 sản phẩm]] so với năm 2025 (34 sản phẩm).\n",
        "Giải ngân 285 tỷ đồng/300 tỷ đồng, đạt [[90%]] kế hoạch; có 45 trên tổng số 50 đơn vị, đạt [[95%]].\n",
        "Thu ngân sách đạt 4.200 triệu đồng, tăng [[6%]] so với năm 2025 (4.000 triệu đồng).\n",
        "Thực hiện 42.000 vụ việc trợ giúp pháp lý, trong đó 31.500 vụ việc tham gia tố tụng, chiếm [[80%]].\n",
        "Tiết kiệm 4,5 tỷ đồng, tương đương [[12%]] tổng chi 45 tỷ đồng.\n",
        "Năm 2025 có 400 hộ nghèo, năm 2026 còn 320 hộ nghèo, giảm [[25%]].\n",
        "GRDP đạt 10,52%, cao hơn [[1,2]] điểm phần trăm so với năm 2025 (9,5%); hộ nghèo còn 3,1%, giảm 0,9 điểm phần trăm so với năm 2025 (4,0%).\n",
        "Tốc độ tăng đạt 14,2%, vượt [[0,7]] điểm phần trăm so với kế hoạch (13,7%).\n",
        "Thu hút 5,4 triệu lượt khách, tăng [[25%]] so với năm 2025 là 4,5 triệu lượt khách.\n",
        "Giới thiệu 90 đoàn viên ưu tú cho Đảng, tăng [[50%]] so với năm 2025 (100 đoàn viên); có 30/76 giáo viên có trình độ thạc sĩ, đạt [[49,3%]].\n",
        "Trồng 20 ha rừng, bằng [[120%]] kế hoạch (15 ha).\n",
        "Chi 90,5 tỷ đồng, giảm [[12%]] so với cùng kỳ (100,6 tỷ đồng).\n",
        "Có 15/20 thôn có nhà văn hóa, đạt [[80%]].\n",
        "Có 14/16 thôn ([[85,7%]]) đạt chuẩn; 18/24 khoa, phòng ([[70%]]) đạt danh hiệu; kè 4,5/6 km ([[80%]]).\n",
        "Khen 08 tập thể và 40 cá nhân; 70% số cá nhân là công nhân trực tiếp, tức [[26]] người; thu nhập 105 triệu đồng/năm, "
        "gấp [[1,7 lần]] năm 2025 (70 triệu đồng/năm).\n",
        "Giới thiệu 900 đoàn viên ưu tú cho Đảng, trong đó ít nhất 60%, tức [[450]] người, được kết nạp.\n",
        "Đón 412.000 lượt khách, tăng [[12,4%]] so với năm 2025 (360.000 lượt khách); "
        "đạt 6.600 tấn/ngày, tăng [[12%]] so với 9 tháng đầu năm (6.000 tấn/ngày).\n",
        "Khen 20 cá nhân; tỷ lệ cá nhân không giữ chức vụ chiếm ít nhất 60%, tức từ [[10]] cá nhân trở lên.\n",
        "Điện thương phẩm đạt 2.350 triệu kWh, tăng [[9,3%]] so với năm 2026 (2.170 triệu kWh).\n",
        "Có 1.520/1.600 hộ tham gia, chiếm [[96%]]; giải ngân 168/240 tỷ đồng, đạt [[72%]] kế hoạch.\n",
        "Tỷ lệ tốt nghiệp đạt từ [[99%]] trở lên (tối thiểu 489/504 học sinh).\n",
        "Phấn đấu [[98%]] hộ (3.120/3.250 hộ) có nước sạch.\n",
        "Xã còn 42 hộ nghèo trong tổng số 2.100 hộ, chiếm tỷ lệ [[2,5%]]; 63 hộ cận nghèo/2.100 hộ (chiếm [[4%]]).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in BASED.finditer(doc.text):
            told = _amount(doc.text, match)
            base = value(match["base"])
            if told is None or not base:
                continue
            amount, rate = value(told), value(match["rate"])
            others = (other for other in _nested(doc.text, match) if other != amount)
            if any(abs(_rate(match["way"], one, base) - rate) <= 4 * _half(match["rate"]) for one in others):
                continue  # of the whole told before its parts
            share = amount / base * 100
            loose = share * (_half(told) / amount + _half(match["base"]) / base) if amount else share
            yield from self._differs(match, _rate(match["way"], amount, base), loose)
        for match in THEN_RATE.finditer(doc.text):
            part, whole = value(match["part"]), value(match["whole"])
            if part and part <= whole:
                share = part / whole * 100
                yield from self._differs(
                    match, share, share * _half(match["part"]) / part if "," in match["part"] else Decimal()
                )
        for match in MEANS.finditer(doc.text):
            yield from self._means(doc.text, match)
        for match in FOLD.finditer(doc.text):
            fold = value(match["amount"]) / value(match["base"]) if value(match["base"]) else Decimal()
            if fold and abs(fold - value(match["fold"])) > 2 * _half(match["fold"]):
                told = spell(fold.quantize(Decimal("0.01")).normalize())
                yield self.finding(
                    (match.start("fold"), match.end("fold") + 4), f"Theo hai con số nêu trong câu, gấp {told} lần."
                )
        for pattern in (SHARE, OF, IN_BRACKETS, AMONG, ON, SPENT, OUT_OF, PART):
            for match in pattern.finditer(doc.text):
                part, whole = value(match["part"]), value(match["whole"])
                if whole and (part <= whole or pattern in (OF, IN_BRACKETS)):
                    yield from self._differs(match, part / whole * 100, _loose(match, part, whole))
        within = {match.span("rate"): match for match in (*WITHIN.finditer(doc.text), *PERSONS.finditer(doc.text))}
        for match in (*OF_ALL.finditer(doc.text), *within.values()):
            part, whole = value(match["part"]), value(match["whole"])
            about = part / whole * 5 if whole and match.groupdict().get("about") else Decimal()
            if whole and part <= whole:
                yield from self._differs(match, part / whole * 100, _loose(match, part, whole) + about)
        for match in GROWN.finditer(doc.text):
            change, sign = value(match["change"]), 1 if match["way"] == "tăng" else -1
            base = value(match["amount"]) - sign * change
            if base > 0 and change:
                right = change / base * 100
                yield from self._differs(
                    match, right, right * (_half(match["change"]) / change + _half(match["amount"]) / base)
                )
        for match in YEARS.finditer(doc.text):
            base, amount = value(match["base"]), value(match["amount"])
            before = YEAR_BEFORE.search(doc.text, max(0, match.start() - 70), match.start())
            if before and match["year"] and before["year"] > match["year"]:
                base, amount = amount, base
            if base:
                change = (amount - base) / base * 100
                yield from self._differs(match, change if match["way"] == "tăng" else -change, Decimal())
        yield from self._changes(doc)

    def _means(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        """The count that a share of what was counted before in the sentence makes, whole or rounded."""
        before = text[max(text.rfind("\n", 0, match.start()), match.start() - REACH) + 1 : match.start()]
        of, share = match["of"] or match["of2"], match["rate"] or match["rate2"] or match["rate3"]
        counts = [match["whole"]] if match["whole"] else re.findall(rf"(?<![\d.,/–-])({COUNT}) {of}(?!\w)", before)
        wholes = list(map(value, counts))
        rate, told = value(share), value(match["part"])
        if len(wholes) == 1 and abs(wholes[0] * rate / 100 - told) >= 1:
            right = (wholes[0] * rate / 100).quantize(Decimal("0.1")).normalize()
            yield self.finding(match.span("part"), f"{share}% của {spell(wholes[0])} là {spell(right)}.")

    def _changes(self, doc: Document) -> Iterator[Finding]:
        for match in POINTS.finditer(doc.text):
            sign = 1 if match["way"] in ("tăng", "vượt", "cao hơn") else -1
            right = (value(match["amount"]) - value(match["base"])) * sign
            if right != value(match["change"]):
                yield self.finding(match.span("change"), _told(match["way"], right, " điểm phần trăm"))
        for match in BY.finditer(doc.text):
            amount = _amount(doc.text, match)
            if amount is None:
                continue
            right = (value(amount) - value(match["base"])) * (1 if match["way"] == "tăng" else -1)
            if right != value(match["change"]):
                message = _told(f"mức {match['way']} là", right, f" {match['unit']}")
                yield self.finding((match.start("change"), match.end("unit")), message)

        for match in PERCENT_BY.finditer(doc.text):
            base = value(match["base"])
            right = (value(match["amount"]) - base) * (1 if match["way"] == "tăng" else -1)
            share = right / base * 100 if base and match["unit"] == "%" else right
            if value(match["change"]) != right and abs(value(match["change"]) - share) > 2 * _half(match["change"]):
                message = _told(f"mức {match['way']} là", right, " điểm phần trăm")
                yield self.finding((match.start("change"), match.end("unit")), message)

    def _differs(self, match: re.Match[str], right: Decimal, loose: Decimal) -> Iterator[Finding]:
        stated, half = value(match["rate"]), _half(match["rate"])
        exact = not loose and right == right.quantize(2 * half)
        # “4.200 triệu đồng, tăng 6% so với 4.000”: where it comes out even there is nothing to round off
        even = "," not in match["rate"] and loose * 5 <= half and abs(right - round(right)) * 5 <= half
        if abs(stated - right) > (0 if exact else (1 if even else 2) * half + loose):
            message = _told("tỷ lệ là", right.quantize(Decimal("0.01")).normalize(), f"%, văn bản ghi {match['rate']}%")
            yield self.finding((match.start("rate"), match.end("rate") + 1), message)


def _told(what: str, right: Decimal, unit: str) -> str:
    if right < 0:
        return "Hai con số nêu trong câu đổi theo chiều ngược lại: xem lại các con số và chữ chỉ tăng, giảm."
    return f"Theo hai con số nêu trong câu, {what} {spell(right)}{unit}."


def _amount(text: str, match: re.Match[str]) -> str | None:
    """The figure told just before in the same unit and clause."""
    _, told = _before(text, match)
    return told[-1] if told else None


def _nested(text: str, match: re.Match[str]) -> list[Decimal]:
    """The other amounts of the clause, where parts are told in it."""
    clause, told = _before(text, match)
    return list(map(value, told)) if "trong đó" in clause or "gồm" in clause else []


def _before(text: str, match: re.Match[str]) -> tuple[str, list[str]]:
    """The clause up to the match, and its figures in the unit of the match."""
    clause = re.split(r"[.;\n](?!\d)", text[max(0, match.start() - REACH) : match.start()])[-1]
    return clause, re.findall(rf"(?<![\d.,/])({_F}) {re.escape(match['unit'])}(?!\w)", clause)


def _rate(way: str, amount: Decimal, base: Decimal) -> Decimal:
    """By how many percent the amount is above or below the base, or how many of it it is."""
    share = amount / base * 100
    return {"tăng": share - 100, "vượt": share - 100, "giảm": 100 - share}.get(way, share)


def _loose(match: re.Match[str], part: Decimal, whole: Decimal) -> Decimal:
    """What rounding of both amounts hides, in percent; counts of things are whole."""
    if "," not in match["part"] + match["whole"] or not part:
        return Decimal()
    return part / whole * 100 * (_half(match["part"]) / part + _half(match["whole"]) / whole)


def _half(figure: str) -> Decimal:
    """Half of the last place: what rounding hides."""
    return Decimal(5).scaleb(-1 - len(figure.partition(",")[2]))
