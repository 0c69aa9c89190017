"""Tổng và các phần."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.facts.totals import Total, totals
from checks.facts.units import UNIT, normal
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “638 = 396 + 132 + 110”
EQUATION = Pattern(
    rf"(?P<left>{FIGURE.pattern})(?P<u1>[ %‰]*{UNIT}?) ?= ?(?P<right>{FIGURE.pattern}(?: ?{UNIT})?(?: ?\+ ?{FIGURE.pattern}(?: ?{UNIT})?)+)",
    hooks=("=",),
    back=len("1.234.567,89 nghìn tỷ đồng "),
)
# “Chấm theo thang 100 điểm: học tập 50 điểm, nền nếp 30 điểm, phong trào 20 điểm”
SCALE = Pattern(
    r"(?:[Tt]hang (?:điểm )?|[Tt]ổng (?:số )?điểm:?(?: tối đa)?(?: là)? )(?P<total>\d{2,3})(?: điểm)?"
    r"(?:, (?:gồm|trong đó)| gồm|:)(?: có)?:? (?P<parts>[^\n.]+ điểm)(?= ?[.;,\n])",
    hooks=("hang ", "ổng "),
    back=1,
)
BONUS = Pattern(r"điểm (?:thưởng|cộng|trừ)|(?:cộng|trừ) (?:thêm|điểm|tối đa)|xếp loại|trở lên|từ \d|dưới|đạt \d")
"""What stands with points that are no part of the scale."""
# “187 viên chức, trong đó khối điều trị 92 người, khối dự phòng 38 người”: blocks of one staff do not overlap
STAFF = Pattern(r", trong đó(?: có)?:? (?P<parts>khối [^\n.;]+)", needs=", trong đó khối ")
HEADCOUNT = Pattern(r"(?P<total>(?<![\d.,])\d{1,3}(?:\.\d{3})*|\d+) (?P<who>[^\W\d_][^\d,;.\n]{3,60})$")
# “khen thưởng 12 tập thể, trong đó có 15 tập thể tiêu biểu”
OVER = Pattern(
    rf"(?P<whole>(?<![\d.,/–-])\d{{1,3}}(?:\.\d{{3}})*) (?P<unit>{UNIT})(?!\w)[^\n.;()\d]{{0,60}}?,?"
    rf" trong đó(?: có)?:? (?:(?:ít nhất|tối thiểu|trên|từ) )?(?P<part>\d{{1,3}}(?:\.\d{{3}})*) (?P=unit)(?!\w|/)",
    hooks=(" trong đó",),
    back=90,
)
# “giúp 30 hộ thoát nghèo trong tổng số 20 hộ nghèo hiện có”
AMONG = Pattern(
    rf"(?P<part>(?<![\d.,/–-])\d{{1,3}}(?:\.\d{{3}})*) (?P<unit>{UNIT})(?!\w|/)[^\n.;:()\d]{{0,60}}? (?:trong|trên)(?: tổng)? số "
    rf"(?P<whole>\d{{1,3}}(?:\.\d{{3}})*) (?P=unit)(?!\w)",
    hooks=(" trong tổng số ", " trên tổng số ", " trong số "),
    back=100,
)
# “18 giáo viên dự thi, phấn đấu 20 giáo viên đạt giải”
WINNERS = Pattern(
    rf"(?P<whole>(?<![\d.,/–-])\d{{1,3}}) (?P<unit>{UNIT}) (?:dự thi|tham dự|tham gia thi)[^\n.;:\d]{{0,40}} (?P<part>\d{{1,3}}) (?P=unit) đạt(?: giải)?(?!\w)",
    hooks=(" dự thi", " tham dự", " tham gia thi"),
    back=len("123 cán bộ, công chức, viên chức"),
)
# “5.000 nhà, trong đó năm 2019 là 2.200 nhà, năm 2020 là 2.800 nhà”
_YEAR = r"năm 20\d\d(?: là|:)? (?P<{}>(?<![\d.,])\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?) (?P=unit)"
BY_YEAR = Pattern(
    rf"(?P<whole>(?<![\d.,/–-])\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?) (?P<unit>{UNIT})(?!\w)[^\n.;()\d]{{0,60}},? "
    r"trong đó:? "
    + _YEAR.format("first")
    + r"(?:,|;| và) "
    + _YEAR.format("second")
    + r"(?:(?:,|;| và) "
    + _YEAR.format("third")
    + r")?(?!\w|/|,? (?:và )?năm 20)",
    hooks=(" trong đó",),
    back=90,
)
# “hoàn thành 17/19 chỉ tiêu, trong đó có 11 chỉ tiêu vượt và 06 chỉ tiêu đạt kế hoạch”
MET = Pattern(
    r"(?P<total>(?<![\d.,/–-])\d{1,3})(?:/\d{1,3})? chỉ tiêu(?!\w)[^.;\n\d]{0,60}?,? trong đó(?: có)?:? "
    r"(?P<over>\d{1,3}) chỉ tiêu vượt[^.;\n\d]{0,30}(?:,| và) (?P<met>\d{1,3}) chỉ tiêu (?:hoàn thành|đạt)[^.;,\n\d]{0,30}(?=[.;\n])",
    needs=" chỉ tiêu vượt",
)
EACH = Pattern(r"(?:mỗi|thêm|tăng|giảm|bình quân)(?: [^\W\d_]+){0,3} $", flags=re.IGNORECASE)
NEAR, NEARER = Decimal("0.1"), Decimal("0.05")
"""“Trong đó” may name some parts only: a sum that misses the total by more than a tenth accuses nobody."""
MANY = 3
FAR = Decimal("0.2")
"""A list of so many parts that stands in brackets or behind a colon is all of the total: it may miss it by more."""
WHO = re.compile(r"(?<!\w)(?:người|trẻ|phụ nữ|học sinh|hộ|nghèo|cận nghèo|nữ|nam|dân tộc)(?!\w)")
ALSO = re.compile(r"(?<!\w)(?:do|được|đã|đang)(?!\w)")
PEOPLE = frozenset(
    (
        "người", "nhân khẩu", "học sinh", "hộ", "gia đình", "lượt", "lượt người", "cán bộ", "công chức", "viên chức", "lao động", "giáo viên",
        "đảng viên", "đoàn viên", "hội viên", "thanh niên", "đại biểu", "trẻ em", "trẻ", "cháu", "em", "đồng chí", "sinh viên", "học viên",
    )
)  # fmt: skip
"""Groups of people overlap (women, members, minorities), so their parts need not add up."""


class SumOfParts(Rule):
    """Tổng bằng tổng các phần: “đạt 638 triệu USD. Trong đó: … 396 triệu USD; … 132 triệu USD; … 110 triệu USD”.

    Chỉ báo khi các phần cùng đơn vị với tổng, có ít nhất hai phần và con số lệch ít (gõ nhầm một chữ số) hoặc văn bản
    nói “gồm”, “bao gồm”. Các phần có thể ở trong ngoặc, sau dấu hai chấm, hay mỗi phần một dòng ở dưới. Nhóm người có thể trùng nhau
    nên không bị cộng, trừ khi tên các nhóm loại trừ nhau (“nam …, nữ …”, “khối …, khối …”).
    """

    alone = True
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính câu văn"
    good = (
        "Hoàn thành 17/19 chỉ tiêu, trong đó có 11 chỉ tiêu vượt và 06 chỉ tiêu đạt kế hoạch; trồng 24 ha rừng, trong đó xã Hạ 14 ha, các xã còn lại 10 ha.\n",
        "Đạt 42 giải, trong đó ít nhất 30 giải Nhì, 10 giải Ba; có 05 giải pháp, trong đó 02 giải pháp số.\n",
        "Kinh phí 118 triệu đồng, từ nguồn ngân sách phường 80 triệu đồng; tổng kinh phí 2.160 triệu đồng, phân bổ như sau:\n\n"
        "- Năm 2026: 980 triệu đồng;\n- Năm 2027: 760 triệu đồng;\n- Năm 2028: 420 triệu đồng.\n",
        "Có 20 công trình, trong đó 12 công trình giao thông, 10 công trình do xã làm chủ đầu tư; "
        "khám cho 500 lượt người, trong đó người cao tuổi 200 lượt, trẻ em 180 lượt, người nghèo 150 lượt.\n",
        "Trồng 12 ha rau, trong đó rau trái vụ 5 ha; chăm sóc 10 ha; giúp 20 hộ thoát nghèo trong tổng số 30 hộ nghèo.\n",
        "Trong số 25 sáng kiến có 10 sáng kiến cấp tỉnh, 20 sáng kiến đã được áp dụng; "
        "trong số 25 đảng viên có 10 đảng viên cấp phó, 20 đảng viên cấp trưởng cũ. "
        "Mỗi cụm 2 trường, trong đó có 3 trường dự thi; mỗi năm thêm 5 xã, trong đó có 7 xã vùng cao đã đạt chuẩn.\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n"
        "- Trồng 100 ha rừng. Trong đó: tăng 60 ha rừng sản xuất, trên 30 ha rừng phòng hộ.\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n"
        "- Khởi công 20 công trình. Trong đó: 05 công trình giao thông, 04 trường học, 03 công trình thủy lợi.\n",
        "Kim ngạch đạt 638 triệu USD. Trong đó: xuất khẩu 396 triệu USD; nhập khẩu đạt 132 triệu USD; hàng giám sát 110 triệu USD.\n",
        "Trồng 100 ha cây, gồm 60 ha rừng, 40 ha chè, 10 ha chè mới; trồng 10,5 ha quế, trong đó có 8 ha quế giống mới.\n",
        "Sửa chữa 5.000 nhà, trong đó năm 2019 là 2.200 nhà, năm 2020 là 2.800 nhà; xây 90 nhà, trong đó năm 2019 là 20 nhà, năm 2020 là 30 nhà.\n",
        "Thu 60 tạ lúa, trong đó 62 tạ/ha ở thôn Một.\n",
        "Khen 187 viên chức, trong đó khối điều trị 92 người, khối dự phòng 95 người.\n"
        "Có 190 viên chức, trong đó khối điều trị 92 người.\nCó 180 viên chức, trong đó khối điều trị 92 người, nữ 60 người.\n",
        "Vốn đầu tư 200 tỷ đồng, trong đó vốn ngân sách 40 tỷ đồng, vốn xã hội hóa 15 tỷ đồng.\n",
        "Kết nạp 40 đảng viên, trong đó 22 đảng viên nữ, 19 đảng viên là đoàn viên; có 62 hộ nghèo, trong đó 30 hộ neo đơn, 28 hộ có người ốm đau.\n",
        "Kết nạp 120 người, trong đó nữ 70 người, dân tộc thiểu số 65 người.\n",
        "Trồng 38 ha (40 ha), trong đó xã Trung 18 ha, xã Hạ 20 ha.\n",
        "Giải ngân 95% vốn (7.200 tỷ đồng), trong đó vốn trung ương 3.100 tỷ đồng, vốn địa phương 4.100 tỷ đồng.\n",
        "Có 20 sản phẩm OCOP, trong đó 15 sản phẩm 3 sao, 04 sản phẩm 4 sao.\n",
        "Có 64 chi bộ với 1.300 đảng viên, trong đó 38 chi bộ nông thôn và 24 chi bộ cơ quan.\n",
        "Tổng: 638 = 396 + 132 + 110.\n",
        "Trồng 100 ha rừng (năm 2025: 60 ha, năm 2026: 45 ha); giao 12 xã (kế hoạch 7 xã, thực hiện 6 xã).\n",
        "Sửa 86 nhà (xây mới 52 nhà, sửa chữa 34 nhà); kết nạp 40 đảng viên (nữ 22 đảng viên, trẻ 19 đảng viên).\n",
        "Trồng 310 ha vụ đông, trong đó ngô 140 ha, khoai 95 ha và nhiều loại rau khác; sản lượng 90 ha, ngô 50 ha, chè 45 ha.\n",
        "Làm 18 km đường, trong đó:\n- Đường thôn: 7 km;\n- Đường xóm: 5 km;\n- Các tuyến khác do thôn tự làm.\n",
        "Năng suất 60 tạ/ha, gồm lúa 62 tạ/ha, ngô 48 tạ/ha; tăng 12%, trong đó lúa tăng 7%, ngô 6%.\n",
        "Chấm theo thang 100 điểm: học tập, rèn luyện 50 điểm, nền nếp 30 điểm, phong trào 20 điểm; điểm thưởng không quá 5 điểm.\n",
        "Thang điểm 100 gồm: xuất sắc từ 90 điểm, tốt từ 70 điểm; thang 10, trong đó môn chính 6 điểm.\n",
        "Số hóa 573 dự án còn lại, nâng tổng số lên 986 dự án, gồm 413 dự án cũ và 573 dự án mới.\n",
        "Hoàn thành 12 công trình, gồm 05 công trình giao thông, 04 trường học, 01 công trình thủy lợi và 02 trạm y tế.\n",
    )
    bad = (
        "Hỗ trợ xây dựng, sửa chữa [[20 nhà]] “Mái ấm Công đoàn”, trong đó xây mới 12 nhà, sửa chữa 09 nhà.\n",
        "Điểm thi đua: công tác quân sự 40 điểm, công tác chính trị 30 điểm, điểm thưởng 20 điểm; tổng cộng [[100 điểm]].\n",
        "Tuần tra [[960 lượt]]: Hạt khu vực 1 tuần tra 320 lượt, Hạt khu vực 2 tuần tra 280 lượt, Hạt khu vực 3 tuần tra 390 lượt; "
        "huấn luyện [[24 đại đội]] dân quân: khu vực 1 có 08 đại đội, khu vực 2 có 09 đại đội, khu vực 3 có 05 đại đội.\n",
        "Có [[12 sáng kiến]], Tiểu đoàn 1 có 03 sáng kiến, Tiểu đoàn 2 có 05 sáng kiến, Tiểu đoàn 3 có 05 sáng kiến.\n",
        "Cứng hóa [[24 km]] đường bản, nội đồng, trong đó bản Cang 6 km, bản Nà Vạc 5,5 km, bản Pá Kạch 7 km, các bản còn lại 6,5 km.\n",
        "Hoàn thành [[17]]/19 chỉ tiêu kinh tế - xã hội, trong đó có 13 chỉ tiêu vượt và 06 chỉ tiêu đạt kế hoạch.\n",
        "Bàn giao [[24 nhà]] nghĩa tình, gồm 12 nhà xây mới và 10 nhà sửa chữa, trị giá mỗi nhà từ 80 triệu đồng trở lên.\n",
        "Có ít nhất [[42 giải]] trong kỳ thi học sinh giỏi, trong đó có ít nhất 01 giải Nhất, 10 giải Nhì, 14 giải Ba và 19 giải Khuyến khích.\n",
        "Toàn ngành có [[624 cơ sở giáo dục]], trong đó có 210 trường mầm non, 205 trường tiểu học, 168 trường THCS, 36 trường THPT và 03 trung tâm.\n",
        "Tổng kinh phí [[2.160 triệu đồng]], từ quỹ phát triển hoạt động sự nghiệp của Bệnh viện, phân bổ như sau:\n\n"
        "- Năm 2026: 980 triệu đồng;\n- Năm 2027: 780 triệu đồng;\n- Năm 2028: 420 triệu đồng.\n",
        "Rà soát [[18.600 thửa đất]], trong đó chặng 1 hoàn thành 6.200 thửa, chặng 2 hoàn thành 7.500 thửa, chặng 3 hoàn thành 5.400 thửa.\n",
        "Kinh phí [[118 triệu đồng]], từ nguồn ngân sách phường 80 triệu đồng và nguồn xã hội hóa 28 triệu đồng; bố trí thành [[14 quầy]], "
        "gồm 08 quầy đăng ký và 04 quầy thu viện phí.\n",
        "Thu ngân sách đạt [[7.400 tỷ đồng]], trong đó thu nội địa 6.200 tỷ đồng, thu từ hoạt động xuất nhập khẩu 1.300 tỷ đồng.\n",
        "Thu dung [[1.800 lượt]] bệnh nhân, trong đó bộ đội 700 lượt, bảo hiểm y tế 910 lượt, dịch vụ 200 lượt.\n",
        "Tặng [[2.000 suất quà]] cho công nhân, trong đó Liên đoàn Lao động tỉnh 500 suất, công đoàn cấp trên cơ sở 1.600 suất.\n",
        "Tổng vốn [[45 tỷ đồng]] (ngân sách xã 15 tỷ đồng, tỉnh hỗ trợ 20 tỷ đồng, Nhân dân đóng góp 15 tỷ đồng).\n",
        "Tổng điểm [[100]], gồm: huấn luyện 35 điểm; xây dựng chính quy 25 điểm; công tác đảng 20 điểm; hậu cần 15 điểm.\n",
        "Có [[09 trường học]] (03 trường mầm non, 03 trường tiểu học, 02 trường trung học cơ sở).\n",
        "Giúp [[30 hộ]] thoát nghèo trong tổng số 20 hộ nghèo hiện có.\n",
        "Sản lượng đạt [[14,3 triệu tấn]], tăng 10% so với năm 2019 (13 triệu tấn), trong đó hàng lỏng 4,2 triệu tấn, hàng khô 10,4 triệu tấn.\n",
        "Sửa [[45 căn nhà]] tạm, trong đó xây mới 30 căn, sửa chữa 25 căn.\n",
        "Đưa [[08 người]] đi cai nghiện, gồm 05 người nghiện heroin, 04 người nghiện ma túy tổng hợp, 02 người tái nghiện.\n",
        "Khen thưởng 12 tập thể, trong đó có [[15 tập thể]] tiêu biểu được đề nghị tặng Bằng khen.\n",
        "Kết nạp 45 đảng viên mới, trong đó ít nhất [[50 đảng viên]] là học sinh, sinh viên.\n",
        "Có 18 giáo viên dự thi, phấn đấu [[20 giáo viên]] đạt giải.\n",
        "Sửa chữa [[5.000 nhà]] ở cho hộ nghèo, trong đó năm 2019 là 2.300 nhà, năm 2020 là 2.800 nhà.\n",
        "Tổng số [[850 đoàn viên]], trong đó nam 400 đoàn viên, nữ 350 đoàn viên.\n",
        "Trong số [[25 sáng kiến]] có 10 sáng kiến cấp tỉnh, 20 sáng kiến cấp cơ sở.\n",
        "Kim ngạch đạt [[638 triệu USD]]. Trong đó: xuất khẩu 396 triệu USD; nhập khẩu đạt 132 triệu USD; hàng giám sát 120 triệu USD.\n",
        "Hoàn thành [[12 công trình]], gồm: 05 công trình giao thông, 04 công trình thủy lợi, 02 công trình trường học.\n",
        "Thu 300 tỷ đồng, gồm thuế 200 tỷ đồng, phí 100 tỷ đồng; chi [[250 tỷ đồng]], gồm lương 150 tỷ đồng, sửa chữa 90 tỷ đồng.\n",
        "Xóa [[468 nhà]] tạm trước ngày 30/6/2026, gồm 297 nhà xây mới và 161 nhà sửa chữa.\n",
        "Có [[45 giải pháp]] được công nhận, trong đó 15 giải pháp về vật liệu, 18 giải pháp về tổ chức, 10 giải pháp về số hóa.\n",
        "Chấm theo thang [[100]] điểm, gồm: chuyên môn 60 điểm; cải cách hành chính 20 điểm; sáng kiến 10 điểm.\n",
        "Có thêm [[09 sản phẩm]] OCOP, gồm 07 sản phẩm 3 sao và 03 sản phẩm 4 sao.\n",
        "Giải ngân kế hoạch vốn năm 2026 ([[7.200 tỷ đồng]]), trong đó vốn trung ương 3.100 tỷ đồng, vốn địa phương 4.200 tỷ đồng.\n",
        "Giao quân [[1.350 thanh niên]] (quân đội 1.100 thanh niên, công an 350 thanh niên).\n",
        "Có [[186 hộ]] di dời, trong đó 120 hộ thuộc khu phố 3, 56 hộ thuộc khu phố 5.\n",
        "Có [[05 trường học]] đạt chuẩn, gồm 02 trường mầm non, 03 trường tiểu học và 01 trường trung học cơ sở.\n",
        "Kinh phí là [[12,4 tỷ đồng]], trong đó giai đoạn 2026 - 2028 là 7,4 tỷ đồng, giai đoạn 2029 - 2030 là 5,2 tỷ đồng.\n",
        "Có [[64 công đoàn cơ sở]] với 1.300 đoàn viên, trong đó 38 công đoàn cơ sở nhà nước và 27 công đoàn cơ sở doanh nghiệp.\n",
        "Tổng: [[638]] = 396 + 132 + 120.\n",
        "Sửa [[86 nhà]] (xây mới 52 nhà, sửa chữa 35 nhà).\n",
        "Khen [[24 tập thể]]: 09 tập thể khối nội chính, 08 tập thể khối kinh tế, 08 tập thể khối văn hóa.\n",
        "Có [[960 học sinh]], trong đó khối 10 có 350 học sinh, khối 11 có 320 học sinh, khối 12 có 300 học sinh.\n",
        "Dân số [[12.480 người]], trong đó nam 6.310 người, nữ 6.270 người.\n",
        "Trồng [[20.000 cây xanh]], khối thôn 12.000 cây, khối trường học 9.000 cây.\n",
        "Quý I trồng 30 ha, quý II trồng 45 ha, tổng cộng [[85 ha]].\n",
        "Làm [[18 km]] đường, trong đó:\n- Đường thôn: 7 km;\n- Đường xóm: 6 km;\n- Đường đồng: 6 km.\n",
        "Sản lượng đạt [[40.210 tấn]], trong đó lúa 31.500 tấn, ngô 8.700 tấn; diện tích chè đạt 860 ha.\n",
        "Đối tượng: [[187 viên chức và người lao động]], trong đó khối điều trị 92 người, khối dự phòng 38 người, khối trạm 59 người.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        seen = set()
        for total in totals(doc.text):
            if total.span not in seen and _doubtful(total):
                seen.add(total.span)
                stated, summed = (f"{n} {total.unit}" for n in (total.figure, spell(sum(total.parts, Decimal()))))
                sure = total.form in ("gồm", "trong đó") and not _over(total)
                severity = Severity.ERROR if sure else Severity.WARNING
                yield self.wrong_total(total.span, stated, summed, severity=severity)
        for match in (*OVER.finditer(doc.text), *AMONG.finditer(doc.text), *WINNERS.finditer(doc.text)):
            whole, part = value(match["whole"]), value(match["part"])
            each = EACH.search(doc.text, max(0, match.start() - 30), match.start())
            if part > whole and not each:
                span = (match.start("part"), match.end("part") + len(f" {match['unit']}"))
                yield self.finding(span, f"Phần này nhiều hơn tổng {match['whole']} {match['unit']}.")
        for match in BY_YEAR.finditer(doc.text):
            whole = value(match["whole"])
            of_years = sum((value(match[part]) for part in ("first", "second", "third") if match[part]), Decimal())
            if of_years != whole and abs(of_years - whole) <= whole * NEAR:
                stated, made = (f"{n} {match['unit']}" for n in (match["whole"], spell(of_years)))
                yield self.wrong_total((match.start("whole"), match.end("unit")), stated, made)
        for match in MET.finditer(doc.text):
            met = value(match["over"]) + value(match["met"])
            if met != value(match["total"]):
                message = f"Ghi {match['total']} chỉ tiêu nhưng số vượt và số đạt cộng lại là {spell(met)}."
                yield self.finding(match.span("total"), message)
        for match in STAFF.finditer(doc.text):
            start = max(0, match.start() - 80)
            for told in list(HEADCOUNT.finditer(doc.text[start : match.start()]))[-1:]:
                yield from self._staff(told, start, match["parts"].split(", "))
        for match in SCALE.finditer(doc.text):
            yield from self._scale(match)
        for match in EQUATION.finditer(doc.text):
            parts = [value(figure) for figure in re.findall(rf"(?<!\w){FIGURE.pattern}", match["right"])]
            if sum(parts) != value(match["left"]):
                summed = spell(sum(parts, Decimal()))
                yield self.wrong_total(match.span("left"), match["left"], summed, of="các số")

    def _staff(self, told: re.Match[str], start: int, parts: list[str]) -> Iterator[Finding]:
        counts = [FIGURE.findall(part) for part in parts]
        if len(parts) < 2 or not all(p.startswith("khối ") and len(c) == 1 for p, c in zip(parts, counts, strict=True)):
            return
        total = sum((value(c[0]) for c in counts), Decimal())
        if total != value(told["total"]):
            span = start + told.start("total"), start + told.end("who")
            yield self.wrong_total(span, told["total"], spell(total), of="các khối")

    def _scale(self, match: re.Match[str]) -> Iterator[Finding]:
        parts = [part for part in re.split(r"[;,] ", match["parts"]) if not BONUS.search(part)]
        points = [value(m[1]) for part in parts if (m := re.search(r"(\d+(?:,\d+)?) điểm$", part.strip()))]
        if len(points) >= 2 and sum(points) != value(match["total"]):
            told = spell(sum(points, Decimal()))
            message = f"Thang {match['total']} điểm nhưng điểm các phần cộng lại là {told}."
            yield self.finding(match.span("total"), message, severity=Severity.WARNING)


def _visits(total: Total) -> bool:
    """Are visits counted, each of one kind? Members of several groups are one person, visits are not."""
    told = total.unit.lower().startswith("lượt") and len(total.parts) >= MANY
    return told and not any(WHO.search(name) for name in total.names)


def _over(total: Total) -> bool:
    """Are the parts more than the whole, by too much for a slip of one figure?"""
    stated, summed = value(total.figure), sum(total.parts, Decimal())
    counted = normal(total.unit) not in PEOPLE or _visits(total) or (total.form == "gồm" and len(total.parts) >= MANY)
    return (
        counted and not total.parted and total.form in ("gồm", "trong đó") and stated * (1 + NEAR) < summed < stated * 2
    )


def _doubtful(total: Total) -> bool:
    """Do the parts miss the total, by so little that it is a slip or where the text says that they are all of it?"""
    stated, summed, parts = value(total.figure), sum(total.parts, Decimal()), total.parts
    people = normal(total.unit) in PEOPLE and not _visits(total)
    if stated in (summed, parts[0]):
        return False
    # “20 công trình, trong đó 12 công trình giao thông, 10 công trình do xã làm chủ đầu tư”: one may be both
    if (
        total.form == "trong đó"
        and summed > stated
        and not total.apart
        and any(ALSO.search(name) for name in total.names)
    ):
        return False
    # A part is told again by its own parts: “100 ha, gồm 60 ha rừng, 40 ha chè, trong đó chè mới 10 ha, chè cũ 30 ha”
    named = all(not other.startswith(name) for i, name in enumerate(total.names) for other in total.names[i + 1 :])
    whole = total.form == "gồm" and named and not total.parted
    if any(stated in (sum(parts[:i]), sum(parts[i:])) for i in range(1, len(parts))) and not whole:
        return False
    if total.form == "trong số" and people:
        return False
    if total.apart and summed > stated and total.form in ("gồm", "trong đó", "trong số"):
        return summed < stated * 2
    off, all_of_it = abs(summed - stated), total.form in ("gồm", "dòng", "cộng")
    if _over(total):
        return True
    if people and not total.apart:
        near = {"trong đó": Decimal(), "ngoặc": Decimal(), "kể": NEARER}.get(total.form, NEAR)
        return off <= stated * near
    if (
        total.form in ("ngoặc", "kể") and len(parts) >= MANY and off <= max(Decimal(1), stated * FAR)
    ):  # “09 trường (03 …, 03 …, 02 …)”
        return True
    return off <= stated * NEAR or (all_of_it and summed < stated * 2)
