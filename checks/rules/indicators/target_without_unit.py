"""Chỉ tiêu phải có đơn vị tính."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table

# “- Trồng rừng mới: 120”, “… đạt trên 85;” at the end of an item
BARE = Pattern(
    r"(?:đạt|trên|dưới|tối thiểu|tối đa|ít nhất|còn|xuống|lên|tăng|giảm|toàn (?:tỉnh|xã|phường|ngành) có|:) "
    r"(?P<figure>\d{1,3}(?:\.\d{3})*(?:,\d+)?)(?=[ *]*[;.]?[ *]*$)"
)
# “tỷ lệ hài lòng đạt từ 94 trở lên”: a rate is a share; “trồng rừng tập trung 255 nghìn.”, inside an item too
RATE = Pattern(
    r"[Tt]ỷ lệ (?!chọi|bản đồ|[^.;,\n]{0,60}(?:vạn dân|giới tính|trên một|bình quân|trên mỗi))"
    r"[^.;:,\n\d%()/]{4,80} (?:từ|đạt|còn|tăng lên|giảm còn|không quá|dưới|ở mức)(?: từ| trên| ít nhất)? "
    r"(?P<figure>\d{1,3}(?:,\d+)?)(?= trở lên[.;,\n]| ?[.;]\s| ?[.;]?$)"
)
SCALED = Pattern(r"(?<![\d.,/–-])(?P<figure>\d[\d.,]* (?:nghìn|triệu|tỷ))(?= ?[.;]\s| ?[.;]$)")
# “trong đó 50 số hộ đăng ký”: the sign of the share is lost
LOST_SHARE = Pattern(
    r"(?:đạt|có|trên|dưới|từ|đó|ít nhất|tối thiểu|khoảng|hơn|còn|đấu|đảm) (?P<figure>[1-9]\d?(?:,\d+)?|100)"
    r"(?= (?:tổng )?số (?:hộ|xã|thôn|bản|trường|người|đảng viên|đoàn viên|hội viên|chi bộ|cán bộ|học sinh|lao động|cơ quan|đơn vị|khu dân cư|hồ sơ)(?!\w))",
    needs=" số ",
)
# Figures that need no unit, or have it earlier in the line
NO_UNIT = Pattern(
    r"điểm|chỉ số|hệ số|vạn dân|xếp|hạng|thứ|lần|top|nhóm|"
    r"mức độ|cấp độ|loại|năm \d{4}|ngày|tháng|số \S*/|\((?:%|‰|ha|km|tấn|người|hộ|xã|[^()]*đồng|triệu[^()]*|tỷ[^()]*|đvt|đơn vị)[^()]*\)|"
    r"số (?:lượng )?(?:xã|hộ|người|trường|lớp|học sinh|thôn|bản|vụ|doanh nghiệp|hợp tác xã|lao động|giường|sản phẩm|"
    r"sáng kiến|đề tài|mô hình|cuộc|khách hàng|thuê bao)|tổng số [^\W\d_]{2}|gini|pci|papi|hdi",
    flags=re.IGNORECASE,
)
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\nVề đích.\n\n2. Chỉ tiêu\n\n"
END = "\n3. Nội dung\n\nThi đua.\n"


class TargetWithoutUnit(Rule):
    """Chỉ tiêu bằng số có đơn vị tính: “đạt 85%”, “trồng 120 ha”, không phải “đạt 85”.

    Điểm số, chỉ số, thứ hạng và chỉ tiêu đã nêu đơn vị ở đầu câu (“Số trường đạt chuẩn: 12”) không cần đơn vị.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "- Phát triển mới 6.000 khách hàng, nâng tổng số khách hàng từ 142.000 lên 148.000.\n" + END,
        HEAD
        + "- Tỷ lệ bác sĩ trên một vạn dân đạt 12.\n- Tỷ lệ hài lòng đạt từ 94% trở lên.\n- Dân số 1,2 triệu người.\n"
        + END,
        HEAD
        + "- Tỷ lệ hộ nghèo còn 3,5%;\n- Trồng mới 120 ha rừng;\n- Chỉ số cải cách hành chính đạt 88,5;\n- Số trường đạt chuẩn: 12.\n"
        + END,
    )
    bad = (
        HEAD + "- Tham gia Đề án một triệu héc-ta lúa: toàn tỉnh có [[160.000]].\n" + END,
        HEAD + "- Tỷ lệ che phủ rừng giữ ổn định ở mức [[59,01]].\n" + END,
        HEAD + "- Có từ 65% trở lên số hộ đăng ký, trong đó [[50→50%]] số hộ đăng ký đạt danh hiệu.\n" + END,
        "BÁO CÁO\nTổng kết thi đua năm 2026\n\nTỷ lệ tham gia bảo hiểm y tế đạt [[95,2]]; trường Tiểu học đạt chuẩn quốc gia.\n",
        HEAD
        + "- Thanh toán không tiền mặt đạt 80%; tỷ lệ hài lòng của người bệnh đạt từ [[94]] trở lên.\n- Trồng rừng tập trung [[255 nghìn]].\n"
        + END,
        HEAD.replace("Về đích.", "Mục tiêu chung là về đích.").replace("2. Chỉ tiêu", "2. Mục tiêu cụ thể")
        + "- Tỷ lệ che phủ rừng đạt [[60,9]]\n"
        + END,
        HEAD + "- Tỷ lệ che phủ rừng đạt [[60,9]];\n- Trồng rừng mới: [[120]].\n" + END,
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told: set[int] = set()
        for section in doc.sections if doc.launch else ():
            targets = "targets" in section.roles and section.level == 1
            if not targets and "mục tiêu cụ thể" not in section.heading.lower():
                continue
            first, last = (
                doc.line_at(section.span.start) + 1,
                doc.line_at(max(section.span.start, section.span.end - 1)),
            )
            for line in doc.lines[first : last + 1]:
                plain = line.bare and " | " not in line.text
                match = BARE.search(line.text) if plain else None
                match = None if match and NO_UNIT.search(line.text, 0, match.start("figure")) else match
                match = match or ((RATE.search(line.text) or SCALED.search(line.text)) if plain else None)
                if match:
                    span = (line.span.start + match.start("figure"), line.span.start + match.end("figure"))
                    told.add(span[0])
                    yield self.finding(span, f"Chỉ tiêu “{match['figure']}” chưa có đơn vị tính.")
        for match in LOST_SHARE.finditer(doc.text, *doc.body):
            message = f"Sau “{match['figure']}” thiếu “%”: một phần trong tổng số."
            yield self.finding(match.span("figure"), message, f"{match['figure']}%")
        for match in RATE.finditer(doc.text, *doc.body):
            if match.start("figure") not in told and not in_table(doc, match.start()):
                yield self.finding(match.span("figure"), f"Tỷ lệ “{match['figure']}” chưa có đơn vị tính (%).")
