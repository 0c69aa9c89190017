"""Tỷ lệ quá 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

OVER = Pattern(r"(?<![\d.,])(?P<figure>[1-9]\d{2,3}(?:,\d+)?)\s?%$")
# “tử vong trẻ em dưới 1 tuổi còn 1200‰”: more than all of them
PER_MILLE = Pattern(
    r"(?<![\d.,])(?P<figure>[1-9]\d{3}|[1-9](?:\d{0,2})\.\d{3})(?:,\d+)?\s?‰", hooks=("‰",), back=len("1.234,56 ")
)
SHARE = Pattern(
    r"độ che phủ|t[ỷỉ] lệ (?:số )?(?:trả|đúng hạn|trước hạn|hài lòng|giải ngân|bao phủ|tham gia|đô thị hóa|thu gom|số hóa|chuyên cần|tốt nghiệp|lên lớp|"
    r"hộ|dân|người|xã|thôn|bản|trường|học sinh|trẻ|hồ sơ|che phủ|lao động|cơ quan|đơn vị|gia đình|khu dân cư|cán bộ|công chức|đảng viên|"
    r"đoàn viên|hội viên|văn bản|thủ tục|rác|chất thải|nước|giáo viên|sinh viên|bệnh nhân|trạm|doanh nghiệp|cơ sở|công trình)",
    flags=re.IGNORECASE,
)
# “trên 105% hộ gia đình”: those a share is of, right behind it
# “xử lý sự cố dưới 2 giờ đạt 980%”: the comma of 98,0 was lost
REACHED = Pattern(r"(?:đạt|còn|là|chiếm)(?: trên| từ)? $")
# “hộ nghèo còn 96 hộ (chiếm tỷ lệ 141%)”: a part takes up no more than the whole
TAKES_UP = Pattern(r"chiếm(?: tỷ lệ| khoảng)? $")
# “giảm 500% số vụ”: nothing falls by more than all of it
LESS = Pattern(r"(?:[Gg]iảm|[Tt]iết kiệm)(?: ít nhất| tối thiểu| trên| từ| khoảng)? $")
FAR = 400
DAYS, MONTHS = 31, 12
OF_THEM = Pattern(
    r" (?:số |các |tổng số )?(?:hộ|gia đình|người dân|dân số|thôn|bản|xã|học sinh|giáo viên|cán bộ|công chức|đảng viên|đoàn viên|hội viên|cơ quan|trường|hồ sơ|"
    r"chi bộ|khu dân cư|sinh viên|giảng viên|viên chức|người lao động|học phần|lớp|khoa|phòng|đơn vị|doanh nghiệp|nhà máy|"
    r"công đoàn cơ sở|chi đoàn|tổ công đoàn|văn bản|thủ tục)(?!\w)|(?: trở lên)? (?:trong|trên) tổng số"
)
# “57/33 em”: more of them than there are
PART = Pattern(
    r"(?<![\d.,/–-])(?P<part>\d{1,4}(?:\.\d{3})?)/(?P<whole>\d{1,4}(?:\.\d{3})?) "
    r"(?P<what>em|cháu|trẻ|học sinh|hộ|thôn|bản|xóm|ấp|khu phố|tổ dân phố|khu dân cư|xã|phường|trường|chi bộ)(?!\w)",
    hooks=("/",),
    back=len("1.234"),
)
# A number of a house, of a paper, a class, a day
NO_PART = re.compile(r"(?:số|nhà|ngõ|ngách|hẻm|kiệt|đường|lớp|ngày|dịp|đến|lịch|tờ|thửa)(?: số)? $", re.IGNORECASE)
# A share of a plan, of last year, of a norm may pass a hundred; so may growth
OF_PLAN = Pattern(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|so với|cùng kỳ|tăng|vượt|bằng|gấp|công suất|định mức|lương|mức(?! độ)|giá|bình quân|"
    r"nghị quyết|tổng số giao|nhu cầu)(?!\w)",
    flags=re.IGNORECASE,
)
# More of them than a plan asked for
OF_NUMBER = re.compile(
    r"(?<!\w)(?:kế hoạch|dự kiến|chỉ tiêu|so với|cùng kỳ|tăng|vượt|bằng|nghị quyết|giao|nhu cầu|đăng ký)(?!\w)",
    re.IGNORECASE,
)


class PercentageOverHundred(Rule):
    """Tỷ lệ của một phần trong tổng thể không quá 100%, 1.000‰; so với kế hoạch, với cùng kỳ thì có thể quá."""

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Tỷ lệ hộ dùng nước sạch đạt 100%; thu ngân sách đạt 112% dự toán; sản lượng tăng 150%; độ mặn 1,2‰, tử vong trẻ em 12‰.\n",
        "Tỷ lệ hồ sơ giải quyết trực tuyến đạt 120% kế hoạch.\n",
        "Hệ số sử dụng đất đạt 150%; trả 500% tiền công ngày Tết.\n",
        "Tỷ lệ hộ dân bị thiếu nước còn 0,125%; tỷ lệ người mắc lao còn 0,1250‰, dưới 1.000‰.\n",
        "Xóa 57/33 hộ nghèo so với kế hoạch; đạt 45/45 thôn; nhà số 57/33 khu phố 2; ngày 30/6 xã họp; kết nạp 65/60 đảng viên; dịp 20/10 hộ.\n",
    )
    bad = (
        "Có tổng cộng [[57/33]] em đạt danh hiệu “Hoa Vàng”; vận động [[148/142]] trẻ ra lớp; [[46/45]] thôn có nhà văn hóa.\n",
        "Giảm [[500%]] số vụ tai nạn hàng hải so với năm 2019; tiết kiệm [[110%]] chi thường xuyên.\n",
        "Thu ngân sách bằng 112% dự toán, hộ nghèo còn 96 hộ (chiếm tỷ lệ [[141%]]).\n",
        "Ít nhất [[130%]] học phần có bài giảng điện tử; [[101%]] doanh nghiệp tổ chức đối thoại.\n",
        "Khen người trực tiếp lao động đạt từ [[160%]] trở lên trong tổng số khen thưởng của mỗi đơn vị.\n",
        "Phấn đấu trên [[105%]] hộ gia đình đạt chuẩn gia đình văn hóa.\n",
        "Có [[600%]] hồ sơ nộp trực tuyến mức độ 3, mức độ 4.\n",
        "[[110%]] cán bộ, giáo viên, nhân viên tham gia.\n",
        "Tỷ lệ hộ dân dùng nước hợp vệ sinh đạt [[103%]].\n",
        "Giảm tỷ suất tử vong trẻ em dưới 1 tuổi còn [[1200‰]].\n",
        "Xử lý sự cố trong 2 giờ đạt [[980%]]; công tơ đo xa đạt [[1000%]].\n",
        "Tỷ lệ trường học đạt chuẩn quốc gia: [[182,5%]];\n",
        "Nâng độ che phủ rừng lên [[472%]]; tỷ lệ trả hồ sơ trước và đúng hạn đạt [[109%]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for told in PER_MILLE.finditer(doc.text):
            if value(told["figure"]) > 1000:
                yield self.finding(told.span(), f"Tỷ lệ {told[0]} quá 1.000‰.")
        for part in PART.finditer(doc.text):
            n, of = value(part["part"]), value(part["whole"])
            if (
                n <= of
                or (n <= DAYS and of <= MONTHS)
                or NO_PART.search(doc.text, max(0, part.start() - 12), part.start())
            ):
                continue
            if not OF_NUMBER.search(doc.text, *sentence(doc.text, part.start())):
                yield self.finding(
                    (part.start(), part.end("whole")),
                    f"{part['part']} nhiều hơn tất cả {part['whole']} {part['what']}.",
                )
        at = doc.text.find("%")
        while at >= 0:
            match = OVER.search(doc.text, max(0, at - 9), at + 1)
            at = doc.text.find("%", at + 1)
            if match is None or value(match["figure"]) <= 100:
                continue
            around = sentence(doc.text, match.start())
            shared = SHARE.search(doc.text, around.start, match.start()) or OF_THEM.match(doc.text, match.end())
            far = value(match["figure"]) >= FAR and REACHED.search(doc.text, around.start, match.start())
            if TAKES_UP.search(doc.text, around.start, match.start()):
                yield self.finding(match.span(), f"Phần chiếm {match[0]}, quá 100%.")
            elif LESS.search(doc.text, around.start, match.start()):
                yield self.finding(match.span(), f"Không thể giảm {match[0]}, quá 100%.")
            elif (shared or far) and not OF_PLAN.search(doc.text, *around):
                yield self.finding(match.span(), f"Tỷ lệ {match[0]} quá 100%.")
