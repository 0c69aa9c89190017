"""Tổng nêu sau, hay trước, các phần kể liền nhau."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import AMOUNT, COUNT, FIGURE, amounts, money, spell, value
from checks.facts.sentences import clause_start
from checks.facts.units import UNIT
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = rf"(?:{FIGURE.pattern})(?![\d/]|[.,]\d| ?[-–] ?\d)"
_MORE = r"[^\d.;:,()\n]"
_NAMED = r"(?:[^\d.;:,()\n]|, (?!\d|tổng|cộng))"
# “12 dự án chuyển tiếp và 08 dự án khởi công mới, tổng cộng 20 dự án”: each part names again what is counted
SUMMED = Pattern(
    rf"(?<![\d.,/–-])(?<![-–] )(?P<parts>(?P<first>{_F}) (?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,2}}?) {_NAMED}{{2,50}}"
    rf"(?:(?:,| và|, và) {_F} (?P=what) {_NAMED}{{2,50}}){{1,5}}),? (?:tổng cộng|tổng số|cộng)(?: là| có|:)? (?P<total>{_F}) (?P=what)(?= ?[.;,)\n]| ?$)",
    hooks=(" tổng cộng", " tổng số", ", cộng"),
    back=260,
)
# “Năm 2024 trồng 30 ha, năm 2025 trồng 45 ha, hai năm trồng được 75 ha”, “6 tháng đầu năm …, 6 tháng cuối năm …, cả năm …”
_HALVES = (
    (r"năm \d{4}", r"năm \d{4}", r"(?:cả )?(?:hai|2|02) năm"),
    (r"(?:6|sáu) tháng đầu năm", r"(?:6|sáu) tháng cuối năm", r"cả năm"),
)
TIMES = Pattern(
    "|".join(
        rf"(?i:{one}) {_MORE}{{0,30}}(?P<a{n}>{_F}) (?P<unit{n}>{UNIT})(?![\w/]){_MORE}{{0,24}}(?:,| và|;) {two} {_MORE}{{0,30}}(?P<b{n}>{_F})"
        rf" (?P=unit{n})(?![\w/]){_MORE}{{0,24}}[,;] {both} {_MORE}{{0,30}}(?P<total{n}>{_F}) (?P=unit{n})(?![\w/])"
        for n, (one, two, both) in enumerate(_HALVES)
    ),
    hooks=tuple(
        f", {both} " for both in ("hai năm", "2 năm", "02 năm", "cả hai năm", "cả 2 năm", "cả 02 năm", "cả năm")
    ),
    back=220,
)
CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|thêm|bình quân|còn|từ|trên|hơn|gần|khoảng)(?!\w)")
# “ngân sách phường 900 triệu đồng, xã hội hóa 600 triệu đồng, tổng cộng 1,5 tỷ đồng”
MONEY = Pattern(
    rf"(?:: |; |\. |\n|[Kk]inh phí )(?P<parts>{_MORE}{{2,50}} {AMOUNT}(?:(?:,| và) {_MORE}{{2,50}} {AMOUNT}){{1,4}}),? "
    rf"(?:tổng cộng|tổng số tiền|tổng kinh phí|tổng số)(?: là)? (?P<total>{AMOUNT})(?!/| ?[-–x×])",
    hooks=(" tổng cộng", " tổng số", " tổng kinh phí"),
    back=320,
)
# “trục chính 4 km và đường nhánh 2,5 km, tổng cộng 6,5 km”
MEASURED = Pattern(
    rf"(?:: |; |\. |\n)(?P<parts>{_MORE}{{2,40}} {_F} (?P<unit>{UNIT})(?:(?:,| và) {_MORE}{{2,40}} {_F} (?P=unit)){{1,5}}),? "
    rf"(?:tổng cộng|tổng số)(?: là)? (?P<total>{_F}) (?P=unit)(?= ?[.;,)\n]| ?$)",
    hooks=(" tổng cộng", " tổng số"),
    back=300,
)
# “thời gian thi đua 90 ngày, giai đoạn một 40 ngày, giai đoạn hai 50 ngày”
STAGES = Pattern(
    r"(?P<total>\d{2,3}) ngày(?: đêm)?(?:,|:| \(| gồm) (?P<parts>(?P<what>giai đoạn|đợt|chặng) (?:một|1|I) \d{1,3} ngày"
    r"(?:[,;] (?P=what) (?:hai|ba|bốn|2|3|4|II|III|IV) \d{1,3} ngày){1,3})(?![\w ]*[,;] (?P=what))",
    hooks=(" ngày, ", " ngày: ", " ngày (", " ngày gồm ", " đêm, "),
    back=3,
)
# “1.240 giáo viên, trong đó mầm non 410, tiểu học 480, trung học cơ sở 350”: the parts have no unit
_NAME = r"[^\d,.;:()“”\n%]{2,40} "
BARE = Pattern(
    rf"(?:trong đó|gồm|cụ thể|:)(?: có)?:? ?(?P<parts>{_NAME}{COUNT}(?:(?:,|;| và) {_NAME}{COUNT}){{2,14}})(?=\.(?:\s|$)|[;)\n]|$)",
    hooks=("trong đó ", "trong đó: ", "gồm ", "gồm: ", "cụ thể: ", ": "),
)
# “165 công dân (nghĩa vụ quân sự 145, công an 20)”, “12 sáng kiến: cấp cơ sở 10, cấp tỉnh 02”
TWO = Pattern(
    rf"(?<![\d.,/–-])(?P<total>{COUNT}) [^\W\d_]+(?: [^\W\d_]+){{0,6}}(?: (?P<open>\()|: )(?P<parts>{_NAME}{COUNT}(?:(?:,|;| và) {_NAME}{COUNT}){{1,7}})"
    r"(?=(?(open)\)|(?:[;)\n]|\.(?:\s|$)|$)))",
)
# “08 hội chợ (05 trong nước, 03 nước ngoài)”: none is of both kinds
_KIND = (
    r"(?:(?:ở )?(?:trong|ngoài) (?:nước|tỉnh|ngành)|nước ngoài|"
    r"cấp (?:tỉnh|xã|cơ sở|bộ|huyện|trường)|xây mới|làm mới|sửa chữa|nâng cấp|chuyển tiếp|khởi công mới)"
)
KINDS = Pattern(
    rf"(?<![\d.,/–-])(?P<total>{COUNT}) [^\W\d_]+(?: [^\W\d_]+){{0,4}} \((?P<parts>{COUNT} {_KIND}(?:(?:,|;| và) {COUNT} {_KIND}){{1,3}})\)",
)
# One of them; “an ninh và giáo dục 20” is one name
PART = re.compile(rf"({_NAME})({COUNT})(?:,|;| và|$)")
# A number that names: “khối 10”, “quý 2”; a figure that is no count
NAMES = re.compile(
    r"(?<!\w)(?:khối|lớp|quý|tháng|năm|ngày|số|đợt|loại|hạng|mức|điều|khoản|mục|thứ|tổ|nhóm|cụm|khu phố|khu|thôn|ấp|tiểu khu|giờ|khóa|covid|"
    r"tăng|giảm|từ|đến|trên|dưới|còn|đạt|bằng"
    r"|điểm|hệ số|phút|trang|đường|quốc lộ|trừ|cộng|tối đa|ít nhất) *$",
    re.IGNORECASE,
)
REST = re.compile(r"[;.,] (?:[Nn]goài ra|[Cc]òn lại|[Ss]ố còn lại|và )")
WHOLE = re.compile(rf"(?<![\d.,/–-])(?P<total>{COUNT}) (?P<of>[^\W\d_]+)(?![\d/])")
# “15 tập thể và 30 cá nhân: khối chủ đầu tư 05 tập thể, 10 cá nhân; …”, “36 lớp với 1.548 học sinh: khối 10 có 12 lớp, 528 học sinh; …”
PAIR = Pattern(
    rf"(?<![\d.,/–-])(?P<one>{COUNT}) (?P<these>tập thể|lớp|vụ)(?:,| và| với) (?P<two>{COUNT}) (?P<those>cá nhân|học sinh|đối tượng)[^\d.;:()\n]{{0,40}}"
    r"(?:(?::|,? gồm:?|,? trong đó:?) |(?P<open> \())(?P<parts>[^.\n]*?;[^.\n)]*)(?(open)\))(?!\d)",
    hooks=(" tập thể", " lớp", " vụ"),
    back=len("1.234.567"),
)
# “45 em: 02 giải nhất, 08 giải nhì, 15 giải ba và 20 giải khuyến khích”
_RANK = r"giải (?:đặc biệt|nhất|nhì|ba|tư|khuyến khích)"
RANKED = Pattern(
    rf"(?<![\d.,/–-])(?P<total>{COUNT}) (?:em|học sinh|lượt|học viên|giải)(?!\w)[^\d.;:()\n]{{0,30}}(?::|, gồm:?|, trong đó:?|,? \()(?: có)? ?"
    rf"(?P<parts>{COUNT} {_RANK}(?:(?:,|;| và|, và) {COUNT} {_RANK}){{2,5}})(?!\w)",
    hooks=(" giải nhất", " giải đặc biệt", " giải nhì"),
    back=80,
)
# “11 thành viên: 01 Trưởng ban, 02 Phó Trưởng ban, 08 ủy viên”, “09 thành viên: Chủ tịch, 01 Phó Chủ tịch và 07 ủy viên”
_ROLE = (
    r"(?i:(?:phó )?(?:trưởng (?:ban|đoàn|tiểu ban|nhóm)|tổ trưởng|chủ tịch(?: hội đồng)?|chỉ huy trưởng|đội trưởng|giám đốc|hiệu trưởng)|"
    r"tổ phó|đội phó|ủy viên|"
    r"thành viên|thư ký|cán bộ quản lý|giáo viên|nhân viên|bác sĩ|điều dưỡng)(?: thường trực)?"
)
# Of whom there is one, with or without a number
_CHAIR = r"(?i:trưởng (?:ban|đoàn|tiểu ban|nhóm)|tổ trưởng|chủ tịch(?: hội đồng)?|đội trưởng)"
ROLES = Pattern(
    rf"(?<![\d.,/–-])(?P<total>{COUNT}) (?:thành viên|người|đồng chí|viên chức|cán bộ, giáo viên, nhân viên)(?:,? gồm:?|,? trong đó(?: có)?:?|:| \()(?: có)? ?"
    rf"(?P<parts>(?:(?:{COUNT} )?{_CHAIR}|{COUNT} {_ROLE})(?:(?:,|;| và|, và) {COUNT} {_ROLE}){{1,5}})(?=[.;)\n]|$)",
    hooks=(" thành viên", " người", " đồng chí", " viên chức", " cán bộ, giáo viên"),
    back=len("1.234"),
)
# “180 triệu đồng, gồm: tuyên truyền 30.000.000 đồng; hội thi 90.000.000 đồng; …”: in đồng and in millions
SPENT = Pattern(
    rf"(?P<total>(?<![\d.,/–-]){AMOUNT}),? (?:bao )?gồm:? (?P<parts>{_NAME}{AMOUNT}(?:(?:,|;| và) {_NAME}{AMOUNT}){{1,7}})(?=[.\n]|$)",
    hooks=(" gồm ", " gồm: "),
    back=len("1.234.567.890,5 nghìn triệu đồng, bao"),
)
# “120 thanh niên kiều bào, gồm 70 nam, 50 nữ”
SEXES = Pattern(
    rf"(?:gồm|trong đó)(?: có)?:? (?P<a>{COUNT}) (?:nam|nữ)(?:,| và) (?P<b>{COUNT}) (?:nam|nữ)(?!\w)",
    hooks=("gồm ", "gồm: ", "trong đó ", "trong đó: "),
)
# “06 ấn phẩm, trong đó 02 ấn phẩm tiếng Anh, 03 ấn phẩm tiếng Việt, 01 ấn phẩm song ngữ”: the noun of the total said with each part
NAMED = Pattern(
    rf"(?<![\d.,/–-])(?P<total>{COUNT}) (?P<what>[^\W\d_]+ [^\W\d_]+)(?: [^\W\d_]+){{0,5}}, (?P<form>trong đó|gồm|bao gồm):? "
    rf"(?P<parts>{COUNT} (?P=what)(?: [^\W\d_]+){{1,6}}(?:(?:,| và|, và) {COUNT} (?P=what)(?: [^\W\d_]+){{1,6}}){{1,5}})(?= ?[.;)\n]| ?$)",
    hooks=(", trong đó ", ", gồm ", ", gồm: ", ", bao gồm "),
    back=70,
)
# “10 tập thể (06 thuế cơ sở, 04 phòng)”, “24 khoa, phòng (17 khoa, 7 phòng)”: offices of different kinds in a bracket
_OFFICE = (
    r"(?:phòng giao dịch|khoa|phòng|xã|phường|thôn|trường|cụm|khối|ban|trung tâm|chi cục|trung đoàn|tiểu đoàn|đại đội|thuế cơ sở|sở|đội|tổ|xưởng|chi nhánh|"
    r"đặc khu|huyện|thành phố|thị xã|bệnh viện|công ty|hợp tác xã|văn phòng|tòa án|doanh nghiệp)(?!\w)"
)
OFFICES = Pattern(
    rf"(?<![\d.,/–-])(?P<total>{COUNT}) (?!ngày|giờ|triệu|tỷ)[^\W\d_][^\d.;:()\n]{{2,40}} "
    rf"\((?P<parts>{COUNT} {_OFFICE}[^\d();\n]{{0,30}}(?:(?:[,;]| và) {COUNT} {_OFFICE}[^\d();\n]{{0,30}}){{1,5}})\)"
)
OFFICE = re.compile(rf"(?P<n>{COUNT}) (?P<what>{_OFFICE})")
# “Sơ kết khen 20 tập thể, 50 cá nhân; tổng kết khen 30 tập thể, 90 cá nhân; cả năm khen 50 tập thể, 140 cá nhân”
HALVES = Pattern(
    r"(?P<first>[^.;:\n]{8,90}); (?P<second>[^.;:\n]{8,90}); (?:cả|toàn|tổng)(?: [^\W\d_]+){1,4}? (?P<all>\d[^.;\n]{5,60})(?=[.;\n])",
    hooks=("; cả ", "; toàn ", "; tổng "),
    back=190,
)
GIVEN = re.compile(
    rf"(?<![\d.,/–-])(?P<n>{COUNT}) (?P<what>tập thể|cá nhân|đảng viên|đoàn viên|hội viên|học sinh|lớp|giải|mô hình|công trình|nhà|cờ)(?!\w)"
)
NEAR, SLIP = Decimal("0.2"), Decimal("0.1")
"""A sum that misses by more is of something else; where no word joins the parts to their whole, by half as much."""
GROUPS = frozenset(
    ("cán bộ", "công nhân", "chiến sĩ", "nhân viên", "hội viên", "hộ dân", "người dân", "giảng viên", "phụ nữ")
)
"""People, whose groups overlap."""
REACH = 120
"""Characters before a list in which its whole stands."""


class StatedSum(Rule):
    """Tổng nêu trong câu bằng các phần kể liền trước, liền sau nó: “12 dự án chuyển tiếp và 08 dự án khởi công mới, tổng cộng 20 dự án”.

    Chỉ xét khi các phần nhắc lại cùng một thứ, cùng đơn vị, hoặc là một dãy tên và số; lệch nhiều thì không phải các phần của tổng ấy.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính câu văn"
    good = (
        "Sơ kết khen 20 tập thể, 50 cá nhân; tổng kết khen 30 tập thể, 90 cá nhân; cả năm khen 50 tập thể, 140 cá nhân.\n",
        "Giấy khen cho 10 tập thể (06 thuế cơ sở, 04 phòng); 15 xã (12 xã miền núi, 04 xã biên giới); 24 lớp (03 phòng học, 12 tổ).\n",
        "Trường có 88 cán bộ, giáo viên, nhân viên, trong đó 03 cán bộ quản lý, 79 giáo viên, 06 nhân viên; 11 thành viên: 01 Trưởng ban, 10 ủy viên.\n",
        "Học sinh giỏi 45 em: 02 giải nhất, 08 giải nhì, 15 giải ba và 20 giải khuyến khích; 120 thanh niên, gồm 70 nam, 50 nữ.\n",
        "Có 12 sáng kiến (cấp cơ sở 10, cấp tỉnh 02): loại A 3, loại B 8; 20 hộ: thôn Hạ 8, thôn Thượng 9; 15 mô hình: chăn nuôi 9, trồng trọt 7.\n",
        "Hội đồng gồm 09 thành viên: Chủ tịch, 01 Phó Chủ tịch và 07 ủy viên.\n",
        "Xuất bản 09 ấn phẩm, trong đó 02 ấn phẩm tiếng Anh, 03 ấn phẩm tiếng Việt, 02 ấn phẩm song ngữ.\n",
        "Bàn giao mặt bằng của 12 dự án chuyển tiếp và 08 dự án khởi công mới, tổng cộng 20 dự án.\n",
        "Năm 2024 trồng 30 ha, năm 2025 trồng 45 ha, hai năm trồng được 75 ha; năm 2024 tăng 3 xã, năm 2025 tăng 4 xã, hai năm có 19 xã.\n",
        "Toàn ngành có 1.240 giáo viên, trong đó mầm non 410, tiểu học 480, trung học cơ sở 350.\n",
        "Toàn ngành có 1.240 giáo viên, trong đó mầm non 410, tiểu học 480, trung học cơ sở 150.\n",
        "Kinh phí: hoa 900.000 đồng, nước 600.000 đồng, tổng cộng 1.500.000 đồng.\n",
        "Toàn hội giúp 120 hộ, trong đó vay vốn 30, giống và phân bón 40, công lao động 50.\n",
        "Toàn ngành có 1.240 giáo viên, trong đó mầm non 110, tiểu học 180, trung học cơ sở 250.\n",
        "Kinh phí: ngân sách phường 900 triệu đồng, xã hội hóa 600 triệu đồng, tổng cộng 1,5 tỷ đồng.\n",
        "Toàn ngành có 48 trường, trong đó mầm non 16, tiểu học 15, trung học cơ sở 14; ngoài ra có 3 trường liên cấp.\n",
        "Hỗ trợ 15 hộ nghèo và 10 hộ cận nghèo, tổng số 28 hộ được vay vốn cả hai năm.\n",
        "Giao 2 - 12 dự án chuyển tiếp và 08 dự án mới, tổng cộng 24 dự án.\n",
        "Năm 2024 tăng 3 xã, năm 2025 tăng 4 xã, hai năm có 8 xã. Thi đua 90 ngày, giai đoạn một 40 ngày, giai đoạn hai 35 ngày, giai đoạn ba nghỉ.\n",
        "Làm đường: trục chính thêm 4 km và đường nhánh 2,5 km, tổng cộng 7 km; năng suất: lúa 60 tạ/ha và ngô 48 tạ/ha, tổng số 110 tạ/ha.\n",
        "Làm đường: trục chính 4 km và đường nhánh 2,5 km, tổng cộng 60 km.\n",
        "Chi: tỉnh 900 triệu đồng, xã 600 triệu đồng, tổng số tiền 4 tỷ đồng; thu: thuế tăng 900 triệu đồng, phí 600 triệu đồng, tổng cộng 1,6 tỷ đồng.\n",
        "Chi: tỉnh 900 triệu đồng, xã 600 triệu đồng, tổng cộng 1,6 tỷ đồng/năm.\n",
        "Giao 15 xã thuộc 14 cụm: Vĩnh An 04, Hà Tiên Đông 03, Phước Lập 03, Cái Lân 02, Vĩnh Hà 03.\n",
        "Cụm 14 thuộc tỉnh: Vĩnh An 04, Hà Tiên Đông 03, Phước Lập 03, Cái Lân 02, Vĩnh Hà 03.\n",
        "Toàn trường có 36 lớp: khối 10, khối 11, khối 12. Thi đua 90 ngày, giai đoạn một 40 ngày, giai đoạn hai 50 ngày.\n",
        "Khen 15 tập thể và 30 cá nhân: khối xã 05 tập thể, 10 cá nhân; khối phường 06 tập thể, 12 cá nhân; khối trường 04 tập thể, 08 cá nhân.\n",
        "Giao 14 xã thuộc 05 cụm: Vĩnh An 04, Hà Tiên Đông 03, Phước Lập 03, Cái Lân 02, Vĩnh Hà 02.\n",
        "Có 120 hội viên tham gia, gồm 50 hội viên trẻ, 80 hội viên nghèo; thu 12 tỷ đồng, gồm 5 tỷ đồng phí, 8 tỷ đồng thuế.\n",
        "Giao 16 dự án trọng điểm, trong đó 06 dự án chuyển tiếp, 08 dự án mới.\nĐợt 125 có 130 em thuộc 3 xã, gồm 70 nam, 60 nữ.\n",
    )
    bad = (
        "Sơ kết khen 20 tập thể, 50 cá nhân; tổng kết năm khen 30 tập thể, 90 cá nhân; cả năm khen [[60]] tập thể, 140 cá nhân.\n",
        "Giấy khen cho [[10]] tập thể (06 thuế cơ sở, 05 phòng); [[24]] khoa, phòng (16 khoa, 7 phòng); "
        "Cờ thi đua cho [[02]] đơn vị (01 trung đoàn, 02 tiểu đoàn).\n",
        "Học sinh giỏi cấp tỉnh [[45]] em: 02 giải nhất, 08 giải nhì, 15 giải ba và 25 giải khuyến khích.\n",
        "Tổ chức 06 lớp tập huấn cho [[240]] lượt cán bộ, trong đó 150 nam, 100 nữ.\n",
        "Trại hè cho [[120]] thanh niên kiều bào từ 24 nước, gồm 70 nam, 60 nữ.\n",
        "Xuất bản [[06]] ấn phẩm, trong đó 02 ấn phẩm tiếng Anh, 03 ấn phẩm tiếng Việt, 02 ấn phẩm song ngữ.\n",
        "Bàn giao mặt bằng của 12 dự án chuyển tiếp và 08 dự án khởi công mới, tổng cộng [[21]] dự án.\n",
        "Ban Chỉ đạo gồm [[11]] thành viên: 01 Trưởng ban, 02 Phó Trưởng ban, 09 ủy viên; "
        "tổ giúp việc [[07]] người (01 tổ trưởng, 02 tổ phó, 05 thành viên).\n",
        "Hội đồng gồm [[09]] thành viên: Chủ tịch, 02 Phó Chủ tịch và 07 ủy viên.\n",
        "Tham gia [[08]] hội chợ (05 trong nước, 04 nước ngoài).\n",
        "Đón [[165]] công dân nhập ngũ (nghĩa vụ quân sự 145, công an 30).\n",
        "Có ít nhất [[12]] sáng kiến được công nhận: cấp cơ sở 10, cấp tỉnh 04.\n",
        "Có 38 hội cơ sở xã, phường và 4 hội cơ sở khối cơ quan, tổng số [[43]] hội cơ sở.\n",
        "Kinh phí [[180 triệu đồng]], gồm: tuyên truyền 30.000.000 đồng; hội thi 90.000.000 đồng; khen thưởng 70.000.000 đồng.\n",
        "Có 20 đề tài cấp cơ sở, 02 đề tài cấp tỉnh, tổng số [[24]] đề tài.\n",
        "Năm 2024 trồng 30 ha, năm 2025 trồng 45 ha, hai năm trồng được [[85]] ha.\n",
        "Kết quả 6 tháng đầu năm kết nạp 22 đảng viên, 6 tháng cuối năm kết nạp 18 đảng viên, cả năm kết nạp [[42]] đảng viên.\n",
        "6. Kinh phí: ngân sách phường 900 triệu đồng, xã hội hóa 600 triệu đồng, tổng cộng [[1,6 tỷ đồng]].\n",
        "Chi: tỉnh 900 triệu đồng, xã 600 triệu đồng, tổng cộng [[1.600 triệu đồng]].\n",
        "Chỉnh trang: trục chính 4 km và đường nhánh 2,5 km, tổng cộng [[7,5]] km.\n",
        "Thời gian thi đua [[90]] ngày, giai đoạn một 40 ngày, giai đoạn hai 60 ngày.\n",
        "Toàn ngành có [[1.240]] giáo viên, trong đó mầm non 410, tiểu học 480, trung học cơ sở 340.\n",
        "Giao [[14]] xã thuộc 05 cụm: Vĩnh An 04, Hà Tiên Đông 03, Phước Lập 03, Cái Lân 02, Vĩnh Hà 03.\n",
        "Xử lý [[06]] vụ, 08 đối tượng trở lên, trong đó ma túy 03 vụ, 04 đối tượng; buôn lậu 04 vụ, 04 đối tượng.\n",
        "Trường có 36 lớp với [[1.548]] học sinh (khối 10: 12 lớp, 528 học sinh; khối 11: 12 lớp, 516 học sinh; khối 12: 12 lớp, 540 học sinh).\n",
        "Khen 15 tập thể và [[30]] cá nhân: khối xã 05 tập thể, 10 cá nhân; khối phường 06 tập thể, 12 cá nhân; khối trường 04 tập thể, 10 cá nhân.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in SUMMED.finditer(doc.text):
            parts = re.findall(rf"(?<![\d.,])({_F}) {re.escape(match['what'])}", match["parts"])
            yield from self._compared(match, "total", parts)
        for match in TIMES.finditer(doc.text):
            which = 0 if match["total0"] else 1
            if not CHANGE.search(match[0]):
                yield from self._compared(match, f"total{which}", [match[f"a{which}"], match[f"b{which}"]])
        for match in STAGES.finditer(doc.text):
            yield from self._compared(match, "total", re.findall(r"(\d{1,3}) ngày", match["parts"]))
        for match in PAIR.finditer(doc.text):
            for count, what in (("one", "these"), ("two", "those")):
                told = [re.findall(rf"({COUNT}) {match[what]}", part) for part in match["parts"].split(";")]
                if all(len(figures) == 1 for figures in told):
                    yield from self._compared(match, count, [figures[0] for figures in told])
        for match in MEASURED.finditer(doc.text):
            parts = re.findall(rf"(?<![\d.,])({_F}) {re.escape(match['unit'])}", match["parts"])
            if "đồng" not in match["unit"] and "/" not in match["unit"] and not CHANGE.search(match["parts"]):
                yield from self._compared(match, "total", parts)
        for match in MONEY.finditer(doc.text):
            if not CHANGE.search(match["parts"]):
                yield from self._paid(match)
        for match in RANKED.finditer(doc.text):
            yield from self._compared(match, "total", re.findall(rf"({COUNT}) giải", match["parts"]))
        for match in ROLES.finditer(doc.text):
            alone = [] if match["parts"][0].isdigit() else ["1"]
            yield from self._compared(match, "total", [*alone, *re.findall(rf"({COUNT}) ", match["parts"])])
        for match in SPENT.finditer(doc.text):
            scales = {scale for scale in ("nghìn ", "triệu ", "tỷ ") if f"{scale}đồng" in match[0]}
            mixed = len(scales) + bool(re.search(r"\d đồng", match[0])) > 1  # the rest is told by sum-of-parts
            if mixed:
                yield from self._paid(match)
        for match in SEXES.finditer(doc.text):
            yield from self._sexes(doc.text, match)
        for match in NAMED.finditer(doc.text):
            parts = re.findall(rf"(?<![\d.,])({COUNT}) {re.escape(match['what'])}", match["parts"])
            known = re.fullmatch(UNIT, match["what"]) or match["what"].lower() in GROUPS
            if not known and (match["form"] != "trong đó" or sum(map(value, parts), Decimal()) > value(match["total"])):
                yield from self._compared(match, "total", parts)
        for match in HALVES.finditer(doc.text):
            yield from self._halves(match)
        for match in BARE.finditer(doc.text):
            yield from self._bare(doc.text, match)
        figures = [start for start, _ in doc.figures]
        for match in KINDS.behind(figures, 0, doc.text):
            yield from self._compared(match, "total", re.findall(rf"({COUNT}) ", match["parts"]))
        for match in OFFICES.behind(figures, 0, doc.text) if " (" in doc.text else ():
            offices = list(OFFICE.finditer(match["parts"]))
            nouns = {one["what"] for one in offices}
            counts = [value(one["n"]) for one in offices]
            off = abs(sum(counts, Decimal()) - value(match["total"]))
            if (
                len(nouns) == len(offices)
                and max(counts) <= value(match["total"])
                and off * 5 <= max(Decimal(5), value(match["total"]))
            ):
                yield from self._compared(match, "total", [one["n"] for one in offices], near=1)
        for match in TWO.behind(figures, 0, doc.text):
            yield from self._two(match)

    def _halves(self, match: re.Match[str]) -> Iterator[Finding]:
        """Two times, and then the whole: what each gave, counted in the same things."""
        told = [list(GIVEN.finditer(match[part])) for part in ("first", "second", "all")]
        kinds = [[one["what"] for one in part] for part in told]
        if not kinds[0] or kinds[0] != kinds[1] or kinds[1] != kinds[2] or re.search(r"(?<!\w)[Mm]ỗi(?!\w)", match[0]):
            return
        for first, second, whole in zip(*told, strict=True):
            total, summed = value(whole["n"]), value(first["n"]) + value(second["n"])
            if _slipped(total, summed):
                at = match.start("all")
                yield self.wrong_total((at + whole.start("n"), at + whole.end("n")), whole["n"], spell(summed))

    def _sexes(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        before = max(match.start() - REACH, *(text.rfind(mark, 0, match.start()) + 1 for mark in ("\n", "; ", ". ")))
        summed = value(match["a"]) + value(match["b"])
        wholes = [
            m
            for m in WHOLE.finditer(text, before, match.start())
            if not NAMES.search(text[before : m.start()])
            and value(m["total"]) > max(value(match["a"]), value(match["b"]))
        ]
        if not any(value(whole["total"]) == summed for whole in wholes):
            for whole in wholes[-1:]:
                yield from self._compared(whole, "total", [match["a"], match["b"]])

    def _bare(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        parts = PART.findall(match["parts"])
        if any(NAMES.search(name) for name, _ in parts) or REST.match(text, match.end()):
            return
        figures = [figure for _, figure in parts]
        before = max(match.start() - REACH, clause_start(text, match.start()))
        wholes = [m for m in WHOLE.finditer(text, before, match.start()) if not NAMES.search(text[before : m.start()])]
        counts = list(map(value, figures))
        summed, most = sum(counts, Decimal()), max(counts)
        if any(value(whole["total"]) == summed for whole in wholes):
            return
        for whole in wholes:
            total = value(whole["total"])
            if total > most and abs(total - summed) <= max(Decimal(1), total * SLIP):
                yield from self._compared(whole, "total", figures)

    def _two(self, match: re.Match[str]) -> Iterator[Finding]:
        """In a bracket right behind the total, or levels of one name (“cấp cơ sở 10, cấp tỉnh 04”)."""
        parts = PART.findall(match["parts"])
        names = [name.split()[0] for name, _ in parts]
        alike = len(set(names)) == 1 and names[0] in ("cấp", "khu", "ngành")
        if (match["open"] or alike) and not any(NAMES.search(name) for name, _ in parts):
            yield from self._compared(match, "total", [figure for _, figure in parts])

    def _paid(self, match: re.Match[str]) -> Iterator[Finding]:
        (total,), summed = amounts(match["total"]), sum(amounts(match["parts"]), Decimal())
        if _slipped(total, summed):
            yield self.wrong_total(match.span("total"), match["total"], money(summed))

    def _compared(self, match: re.Match[str], group: str, parts: list[str], *, near: int = 0) -> Iterator[Finding]:
        total, summed = value(match[group]), sum(map(value, parts), Decimal())
        if _slipped(total, summed) or 0 < abs(total - summed) <= near:
            yield self.wrong_total(match.span(group), match[group], spell(summed))


def _slipped(total: Decimal, summed: Decimal) -> bool:
    """Do the parts miss their total, by so little that they are its parts?"""
    return total != summed and abs(total - summed) <= total * NEAR
