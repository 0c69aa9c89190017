"""Âm tiết không có trong tiếng Việt."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language import context
from checks.language.lexicon import shipped
from checks.language.nonwords import mended
from checks.language.slips import Slip
from checks.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.language.slips import Kind

REASON: dict[Kind, str] = {
    "tone": "“{written}” đặt dấu thanh sai chữ, phải viết là “{right}”.",
    "runon": "“{written}” là nhiều chữ viết liền, phải tách thành “{right}”.",
    "camel": "“{written}” thiếu dấu cách giữa các chữ, phải viết là “{right}”.",
    "torn": "“{written}” là một chữ viết rời, phải viết liền thành “{right}”.",
    "hyphen": "“{written}” bị ngắt bằng gạch nối khi xuống dòng, phải viết liền thành “{right}”.",
    "telex": "“{written}” còn nguyên phím gõ Telex, phải viết là “{right}”.",
    "vni": "“{written}” còn nguyên phím gõ VNI, phải viết là “{right}”.",
    "nonword": "“{written}” không phải âm tiết tiếng Việt, nên sửa thành “{right}”.",
}
UNKNOWN = "“{written}” không phải âm tiết tiếng Việt, nên xem lại chữ này."
CERTAIN = frozenset({"tone", "camel", "hyphen"})


class Syllable(Rule):
    """Mọi chữ là âm tiết tiếng Việt, viết rời nhau và đặt dấu thanh đúng chỗ.

    Chữ không thành âm tiết là lỗi gõ phím hoặc lỗi của phần mềm chuyển đổi. Tên riêng, từ mượn, chữ viết tắt, ký hiệu,
    địa chỉ thư và tiếng nước ngoài không bị xét; hòa và hoà, kỹ và kĩ đều đúng. Chữ đúng được chọn theo các chữ đứng cạnh.
    """

    alone = True
    tier = "thông lệ"
    source = "Quy tắc cấu tạo âm tiết và ghi dấu thanh của chữ quốc ngữ"
    good = (
        "Ủy ban nhân dân xã Krông Pắc; đồng bào Êđê; tư tưởng của V.I. Lênin; hoà và hòa, kỹ và kĩ.\n",
        "QĐ-UBND, HĐND, tđkt, CO2, 15 m2, điểm đ, phường 3a, hộp thư bantdkt@langson.gov.vn, phần mềm Office.\n",
        "Điểm đ ở mục b, nhóm c ồ ạt; ông K ở thôn Hạ, bà H ừ một tiếng; p ý kiến.\n",
        "Lắp 12 camera an ninh, lập nhóm chat, phát 300 bộ kit xét nghiệm, mở tour du lịch.\n",
        "Cấp thẻ căn cước gắn chip; gửi link họp, scan hồ sơ, treo pano; sản xuất chip bán dẫn.\n",
    )
    bad = (
        "Bảo đảm [[nứơc→nước]] sạch cho [[tòan→toàn]] xã.\n",
        "Huy động [[nhândân→nhân dân]] cùng làm đường, tổ chức [[thựchiện→thực hiện]] theo quy định.\n",
        "Sinh hoạt câu [[laic→lạc]] bộ; giữ vững an [[ning→ninh]] trật tự, giành [[thng→thắng]] lợi.\n",
        "Nhiệm vụ phát [[trin→triển]] kinh tế; Đại hội đại [[biu→biểu]] toàn [[quc→quốc]].\n",
        "Thực hiện [[Chiếnlược→Chiến lược]] phát triển của [[Chínhphủ→Chính phủ]] tại [[Lạngsơn→Lạng Sơn]].\n",
        "Trách nhiệm [[củaTrung→của Trung]] tâm; Đảng Cộng sản [[ViệtNamChuẩn→Việt Nam Chuẩn]] bị lễ kỷ niệm.\n",
        "Hướng dẫn của [[UBNDquận→UBND quận]], [[HĐNDtỉnh→HĐND tỉnh]] và MTTQVN xã.\n",
        "Nghị quyết của [[Đảngcơ→Đảng cơ]] sở xã; ông Nguyễn Văn [[Đứcphát→Đức phát]] động thi đua.\n",
        "KẾ HOẠCH [[TỔCHỨC→TỔ CHỨC]] LỄ PHÁT ĐỘNG CHÀO MỪNG NGÀY [[QUÔC→QUỐC]] TẾ PHỤ NỮ\n",
        "KỶ NIỆM NGÀY SINH CỐ TỔNG BÍ [[THƯNGUYỄN→THƯ NGUYỄN]] VĂN CỪ\n",
        "Thể lệ hội thi dành cho kiểm sát [[viêntại→viên tại]] đây.\n",
        "Phát triển thị [[trư-ờng→trường]] lao động.\n",
        "Tổ chức [[thuwcj→thực]] hiện tại các [[tru7o7ng2→trường]] học.\n",
        "Chấp hành [[luât→luật]] pháp; rà [[soats→soát]], [[kys→ký]] kết giao ước.\n",
        "Các xã [[đ ạt→đạt]] chuẩn; đăng ký [[th i→thi]] đua; cán bộ [[phụ c→phục]] vụ nhân dân.\n",
        "Văn phòng và các Ban [[c ủ a→của]] [[Đ ả ng→Đảng]].\n",
        "Theo quy [[đònh→định]], các xã có [[nghóa→nghĩa]] vụ báo cáo.\n",
        "Khởi công xây [[ddựng→dựng]] nhà văn hóa, hoàn thành [[đúnh→đúng]] hạn trong [[ngyà→ngày]] 15 tháng 6.\n",
        "Chủ tịch Ủy [[bab→ban]] nhân dân xã chịu trách nhiệm; chi trả theo [[wuy→quy]] định.\n",
        "Liên đội [[đợc→được]] nêu [[gơng→gương]]; tình yêu [[thơng→thương]] quê [[hơng→hương]], [[nớc→nước]] nhà; xếp hàng [[thién]] vào lớp.\n",
        "Phòng Nội vụ tham [[muu→mưu]] sơ kết; các đơn vị [[duoc→được]] giao nhiệm vụ báo cáo.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for slip in mended(doc.tokens, shipped(), context.in_use()):
            if slip.end != doc.torn:
                yield self._finding(doc, slip)

    def _finding(self, doc: Document, slip: Slip) -> Finding:
        written = doc.text[slip.start : slip.end]
        reason = REASON[slip.kind] if slip.right else UNKNOWN
        message = reason.format(written=written, right=slip.right)
        severity = None if slip.right else Severity.WARNING
        return self.finding((slip.start, slip.end), message, slip.right, safe=slip.kind in CERTAIN, severity=severity)
