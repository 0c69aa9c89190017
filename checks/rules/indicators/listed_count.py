"""Số cụm, số xã, số tập thể nêu trước một dãy tên."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.counts import COUNT, against, counted, stated
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

# “chia thành bốn cụm: cụm biển, cụm chợ, …”: each item says again what it is
_GROUPS = (
    "khối", "cụm", "nhóm", "tổ", "đội", "mũi", "khâu", "khu vực", "giai đoạn", "đợt", "mức", "hội thi", "bước", "vùng", "tuyến", "trục",
    "đột phá", "phong trào", "cuộc vận động", "đoàn kiểm tra", "đoàn công tác", "đoàn", "tổ công tác", "tiểu ban",
)  # fmt: skip
REPEATED = Pattern(
    COUNT
    + rf"(?P<what>{'|'.join(_GROUPS)}))(?=[ :])[^\n.;:,]{{0,24}}?(?::| gồm:?| là:?) ?(?P<list>(?i:(?P=what)) (?:[^.\n()]|\([^()\n]*\))+)",
)
# “chọn 2 xã làm điểm là xã Hồng Phong, xã Minh Sơn”
PLACES = Pattern(
    COUNT + r"(?P<what>xã|phường|thôn|bản))(?=[ :])[^\n.;:,]{0,24}?(?::| gồm:?| là:?) ?(?P<list>(?P=what) [^.\n()]+)",
)
# “phong trào “3 tốt”: học tập tốt, kỷ luật tốt, lao động tốt”
SLOGAN = Pattern(
    r"“(?P<count>(?P<n>\d|hai|ba|bốn|năm|sáu) (?P<what>[^\W\d_]+))”(?: gồm)?: ?(?P<list>[^.;:\n()“”]+)(?=[.;\n])",
    needs="”",
)
# “ba phong trào: “Dạy tốt”, “Học tốt” và “Trường học xanh””: nothing but names in quotation marks
QUOTED = Pattern(
    COUNT
    + r"(?P<what>phong trào|cuộc vận động|mô hình|chương trình|hội thi|chiến dịch|đội hình|câu lạc bộ|danh hiệu))(?=[ :])[^\n.;:,“”]{0,40}?"
    r"(?::| gồm:?| là:?) ?(?P<list>“[^“”\n]+”(?:(?:,|;|,? và) “[^“”\n]+”)+)(?=[.;\n])",
)
# “04 sự kiện: Lễ hội Xuân, Giải đua ngựa, Tuần văn hóa vùng cao”
_EVENT = r"(?:Lễ|Giải|Tuần|Tháng|Hội (?:thi|thao|chợ|xuân|trại|diễn|nghị)|Ngày hội|Liên hoan|Cuộc thi|Festival|Triển lãm)(?!\w)"
EVENTS = Pattern(
    COUNT
    + rf"(?P<what>sự kiện|lễ hội|hoạt động))(?=[ :])[^\n.;:,]{{0,40}}?(?::| gồm:?| là:?) ?(?P<list>{_EVENT}[^.\n();“”…]+)(?=[.;\n])",
)
# “05 cá nhân: ông Nguyễn Văn Hải, bà Trần Thị Lụa, …”
_NAMED = rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Tt]hầy) [{CAPITAL}]"
PERSONS = Pattern(
    COUNT
    + rf"(?P<what>cá nhân|đồng chí|học sinh|giáo viên|đảng viên))(?=[ :])[^\n.;:,]{{0,40}}: ?(?P<list>{_NAMED}[^\n.()…]+)(?=[.\n])",
)
# “03 tập thể: Công an xã, Trạm Y tế, Đoàn Thanh niên”, “ba danh hiệu: Lao động tiên tiến, …”: each item begins as such a name does
_HEADS = (
    "Sở|Ban|Phòng|Văn phòng|Công an|Đoàn|Hội|Ủy ban|UBND|Trạm|Trường|Trung tâm|Chi cục|Chi bộ|Liên đoàn|Công đoàn|Báo|Đài|Bệnh viện|"
    "Công ty|Mặt trận|Kho bạc|Thuế|Hạt|Thanh tra|Bảo hiểm|Ngân hàng|Thôn|thôn|Xã|xã|Phường|phường|Bản|bản|Bộ Chỉ huy|Bưu điện|Tòa án|Viện|Lao động tiên tiến|"
    "Chiến sĩ thi đua|Tập thể|Đơn vị|Cờ thi đua|Gia đình văn hóa|Bằng khen|Giấy khen|Huân chương"
)
BODIES = Pattern(
    COUNT
    + rf"(?P<what>tập thể|cơ quan|đơn vị|danh hiệu|trường|phòng|ban|sở))(?=[ :])[^\n.;:,]{{0,24}}?(?::| gồm:?| là:?) ?(?P<list>(?:{_HEADS})(?!\w)[^.\n();…]+)"
    r"(?=[.;\n])",
)
NEXT = re.compile(rf"(?:, | và |, và )(?=(?:{_HEADS})(?!\w))")
# “02 xã về đích: Mường Chanh và Nà Lốc”: nothing but names
_NAME = rf"[{CAPITAL}]\w*(?: [{CAPITAL}]\w*){{0,3}}"
NAMES = Pattern(
    COUNT
    + rf"(?P<what>xã|phường|thôn|bản|xóm|ấp|huyện))(?=[ :])[^\n.;:,\d]{{0,40}}?: ?(?P<list>{_NAME}(?:, {_NAME})*(?:,? và {_NAME})?)(?=[.;)\n])",
)
# “06 đơn vị: Ban Chỉ huy quân sự các xã Sơn Hà, Sơn Tây và phường An Phú”: who they are is said once, before the names
_UNIT = "xã|phường|thôn|bản|khu phố|đặc khu"
SHARED = Pattern(
    COUNT
    + rf"(?P<what>đơn vị|cơ quan|tập thể|địa phương))(?=[ :])[^\n.;:,\d]{{0,30}}?(?::| gồm:?| là:?) ?[^.\n;:,()\d]{{0,60}}(?:các|những) (?:{_UNIT}) "
    rf"(?P<list>{_NAME}(?:,(?: và)?(?: (?:{_UNIT}))? {_NAME})*(?:,? và(?: (?:{_UNIT}))? {_NAME}))(?=[ .;,\n])",
)
# “giảm cả ba tiêu chí: số vụ, số người chết, số người bị thương”
COUNTS = Pattern(
    COUNT + r"(?P<what>tiêu chí|mặt))(?=[ :])[^\n.;:,]{0,24}?(?::| về| gồm:?) ?\(?(?P<list>số [^.\n();]+)(?=[.;)\n])",
)
# “gồm 04 môn: bóng đá, bóng chuyền, cầu lông, kéo co”: short items and nothing else
SHORT = Pattern(
    COUNT + r"(?P<what>môn|nghề|bộ môn))(?=[ :])[^\n.;:,]{0,24}?(?::| gồm:?| là:?) ?(?P<list>[^.;:\n()\d“”…]+)(?=[.;])",
)
# “đồng chí Hải và hai đồng chí ở thôn Thượng”
# “xã A, xã B và xã C của huyện cũ, phía Bắc giáp xã D”: the list may end with what “và” joins to it
_ENDED = re.compile(r"[^;]*? và [^,;]+(?=,)")
BRACKETED = re.compile(r" \([^()]*\)")
NAME = re.compile(r"“[^“”\n]*”")
SOME = re.compile(r"(?:^|[,;] |và )(?:hai|ba|bốn|năm|\d{1,2}|các|một số) ")
WORDS = 4
HEAD_OF = r"(?! trưởng| phó| viên)"
"""“tổ trưởng” is no second group."""


class ListedCount(Rule):
    """Số cụm, số xã, số tập thể nêu trước khớp với số tên kể ra ngay sau đó: “bốn cụm: cụm biển, cụm chợ, …”.

    Chỉ xét khi mỗi phần kể ra nhắc lại tên gọi, hoặc cả dãy là tên riêng, tên cơ quan, tên người. Dãy có “hai trường học”, “các xã
    khác” không bị xét.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Phát huy lợi thế ba vùng: vùng núi, vùng cao và biên giới; ba phong trào: “Dạy tốt”, “Học tốt” và các phong trào khác; “3 cùng”: cùng ăn, ở, "
        "làm, nói tiếng đồng bào.\n"
        "Tổ chức 03 sự kiện: Lễ hội Xuân, văn nghệ, đua ngựa; hai phong trào: phong trào “Dạy tốt, học tốt”, phong trào “Đọc sách”.\n",
        "Biểu dương 04 tập thể: Công an xã, Trạm Y tế, Trường Mầm non Sơn Ca, Đoàn Thanh niên.\n"
        "Giao 02 cơ quan gồm Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ.\n"
        "Hoàn thành 02 xã về đích: Mường Chanh và Nà Lốc; giảm cả ba tiêu chí: số vụ, số người chết, số người bị thương.\n"
        "Khen 03 tập thể: Công an xã, Trạm Y tế và hai trường học; chọn 03 xã: Mường Chanh, Nà Lốc và xã khác.\n",
        "Địa bàn có 03 khu vực: khu vực trung tâm, khu vực vùng cao và ven sông. Biểu dương 04 đồng chí: đồng chí Hải, đồng chí Lụa và hai đồng chí khác.\n"
        "Khen 02 cá nhân: ông Nguyễn Văn Hải, Trưởng thôn Hạ; bà Lý Thị Mẩy.\n"
        "Thực hiện “3 nhất”: kỷ luật nghiêm nhất, chất lượng tốt nhất, hiệu quả cao nhất; “3 sạch” gồm: nhà sạch, bếp và ngõ sạch.\n",
        "Chia thành ba khối: khối nội, khối ngoại, khối văn phòng; khối trưởng luân phiên. Có hai tổ: tổ một.\n",
        "Thực hiện “3 tốt”: học tập, rèn luyện, kỷ luật, lao động tốt; giảm hai tiêu chí: số vụ, người chết và bị thương.\n",
        "Xã lập từ 03 xã cũ gồm xã Lai Hà, xã Vũ Sơn và xã Cộng Hòa của huyện, phía Bắc giáp xã Nam Trung. Chọn 03 xã là xã Bắc và xã Nam, xã Đông.\n",
        "Giao 03 cơ quan gồm Sở Nội vụ, Kho Lưu trữ tỉnh, Sở Tài chính.\n",
    )
    bad = (
        "Cụm thi đua gồm [[05 đơn vị]]: Ban Chỉ huy quân sự các xã Sơn Hà, Sơn Tây, Trà Tân và phường An Phú tổ chức ký kết giao ước.\n",
        "Thành lập [[04 đoàn kiểm tra]]: Đoàn kiểm tra số 1 phụ trách vùng biển; Đoàn kiểm tra số 2 phụ trách vùng núi.\n",
        "Phát huy lợi thế của [[ba vùng]]: vùng cao nguyên, vùng biển, vùng trung du, vùng biên giới; thực hiện “[[3 cùng]]”: cùng ăn, cùng ở, "
        "cùng làm, cùng nói tiếng đồng bào.\n",
        "Phát động [[ba phong trào]]: phong trào “Dạy tốt, học tốt”, phong trào “Lao động giỏi” (công đoàn chủ trì), phong trào “Trường học xanh” và "
        "phong trào “Đọc sách”.\n",
        "Thực hiện [[ba phong trào]] thi đua: “Dạy tốt - Học tốt”, “Giỏi việc nước, đảm việc nhà”, “Đọc sách” và “Trường học xanh”.\n",
        "Tổ chức [[05 sự kiện]]: Lễ hội Xuân, Lễ hội Hoa mận, Giải đua ngựa và Tuần văn hóa vùng cao.\n",
        "Hội thao gồm [[05 môn]]: bóng đá, bóng chuyền, cầu lông và kéo co; hội thi thợ giỏi [[03 nghề]]: hàn, tiện, lái xe nâng, thợ cơ khí.\n",
        "Biểu dương [[03 tập thể]]: Công an xã, Trạm Y tế, Trường Mầm non Sơn Ca, Đoàn Thanh niên.\n",
        "Xét tặng [[02 danh hiệu]]: Lao động tiên tiến, Chiến sĩ thi đua cơ sở, Tập thể lao động tiên tiến.\n",
        "Hoàn thành [[03 xã]] về đích nông thôn mới: Mường Chanh và Nà Lốc.\n",
        "Giảm tai nạn giao thông trên cả [[hai tiêu chí]]: số vụ, số người chết, số người bị thương.\n",
        "Địa bàn chia thành [[04 khu vực]]: khu vực trung tâm, khu vực vùng cao, khu vực ven sông.\n",
        "Chọn [[2 xã]] làm điểm là xã Hồng Phong, xã Minh Sơn, xã An Bình.\n",
        "Tặng Giấy khen cho [[05 cá nhân]]: ông Nguyễn Văn Hải, bà Trần Thị Lụa, ông Hoàng Văn Páo và bà Lý Thị Mẩy.\n",
        "Thi đua thực hiện “[[3 tốt]]”: học tập tốt, rèn luyện tốt, kỷ luật tốt, lao động tốt.\n",
        "Các khu phố chia thành [[04 cụm]]: Cụm 1 (khu phố 1, 2, 3), Cụm 2 (khu phố 4, 5), Cụm 3 (khu phố 6).\n",
        "Chia làm [[hai bước]]: bước 1 rà soát, bình xét; bước 2 thi công; bước 3 nghiệm thu.\n",
        "Địa bàn chia thành [[bốn cụm]] thi đua: cụm biển, cụm chợ và cụm đồng muối.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        grouped = counted(REPEATED, doc)
        for match in (*grouped, *counted(PLACES, doc)):
            again = re.compile(rf"{match['what']}(?!\w){HEAD_OF}", re.IGNORECASE)
            listed = NAME.sub("“”", BRACKETED.sub("", match["list"]))
            ended = _ENDED.match(listed)
            if ended and len(_items(ended[0])) == stated(match):
                continue
            items = _items(listed)
            named = sum(again.match(item) is not None for item in items)
            # “khu vực trung tâm, khu vực vùng cao và ven sông” are three
            if named == len(items) or named > stated(match):
                yield from self._compared(match, named)
        yield from self._names(doc)
        for match in SLOGAN.finditer(doc.text, doc.body.start, doc.body.end):
            items = _items(match["list"].strip())
            if all(item.endswith(f" {match['what']}") for item in items) or all(
                item.startswith(f"{match['what']} ") for item in items
            ):
                yield from self._compared(match, len(items))
        for match in counted(QUOTED, doc):
            yield from self._compared(match, match["list"].count("“"))
        for match in counted(PERSONS, doc):
            named = len(re.findall(rf"(?:^|[,;] |và ){_NAMED}", match["list"]))
            if SOME.search(match["list"]):
                continue
            yield from self._compared(match, named)

    def _names(self, doc: Document) -> Iterator[Finding]:
        for match in counted(BODIES, doc):
            items = NEXT.split(match["list"])
            # A comma left in an item may be of its name (“Sở Văn hóa, Thể thao và Du lịch”) or part another one
            if not any(", " in item or SOME.search(item) for item in items):
                yield from self._compared(match, len(items))
        for match in counted(SHARED, doc):
            yield from self._compared(match, len(_items(match["list"])))
        for match in counted(NAMES, doc):
            yield from self._compared(match, len(_items(match["list"])))
        for match in counted(EVENTS, doc):
            items = _items(match["list"])
            if all(re.match(_EVENT, item, re.IGNORECASE) for item in items):
                yield from self._compared(match, len(items))
        for match in counted(COUNTS, doc):
            items = _items(match["list"])
            if all(item.startswith("số ") for item in items):
                yield from self._compared(match, len(items))

        for match in counted(SHORT, doc):
            items = _items(match["list"])
            if all(len(item.split()) <= WORDS for item in items) and not SOME.search(match["list"]):
                yield from self._compared(match, len(items))

    def _compared(self, match: re.Match[str], told: int) -> Iterator[Finding]:
        if message := against(match, told):
            yield self.finding(match.span("count"), message)


def _items(listed: str) -> list[str]:
    return [item for item in re.split(r"[,;] (?:và )?| và ", listed) if item.strip()]
