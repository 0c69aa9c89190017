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
    r"(?:[Tt]ỷ lệ|[Tt]ốc độ tăng(?: trưởng)?|[Nn]ợ (?:quá hạn|xấu)) (?!chọi|bản đồ|[^.;,\n]{0,60}(?:vạn dân|giới tính|trên một|bình quân|trên mỗi))"
    r"[^.;:,\n\d%()/]{4,80} (?:từ|đạt|còn|tăng lên|giảm còn|không quá|dưới|ở mức)(?: từ| trên| ít nhất)? "
    r"(?P<figure>\d{1,3}(?:,\d+)?)(?= trở lên[.;,\n]| ?[.;]\s| ?[.;]?$|, (?!\d))",
    hooks=("ỷ lệ ", "ốc độ tăng ", "ợ quá hạn ", "ợ xấu "),
    back=1,
)
SCALED = Pattern(r"(?<![\d.,/–-])(?P<figure>\d[\d.,]* (?:nghìn|triệu|tỷ))(?= ?[.;]\s| ?[.;]$)")
# “trong đó 50 số hộ đăng ký”: the sign of the share is lost
LOST_SHARE = Pattern(
    r"(?:đạt|có|trên|dưới|từ|đó|ít nhất|tối thiểu|khoảng|hơn|còn|đấu|đảm|quá) (?P<figure>[1-9]\d?(?:,\d+)?|100)"
    r"(?= (?:tổng )?số (?:hộ|xã|thôn|bản|trường|người|đảng viên|đoàn viên|hội viên|chi bộ|cán bộ|học sinh|lao động|cơ quan|đơn vị|khu dân cư|hồ sơ|"
    r"cá nhân|tập thể)(?!\w))",
    hooks=(" số ", " tổng số "),
    back=len("ít nhất 12,34"),
)
# “giải ngân 100 vốn đầu tư”, “giảm 10 thời gian chờ”: what nobody counts one by one
LOST_PART = Pattern(
    r"(?:[Gg]iảm|[Tt]ăng|[Đđ]ạt|[Gg]iải ngân|[Xx]ử lý|đủ|[Dd]uy trì|[Bb]ảo đảm|[Rr]út ngắn|cho|ít nhất|tối thiểu|trên|[;:,]|\n[-–+]) "
    r"(?P<figure>[1-9]\d?(?:,\d+)?|100)(?= (?:vốn đầu tư|vốn được|vốn kế hoạch|kế hoạch vốn|diện tích|quân số|thời gian|dân số|nước thải|rác thải|"
    r"chất thải|chi phí|kinh phí)(?!\w))",
    hooks=(
        " vốn ",
        " kế hoạch vốn",
        " diện tích",
        " quân số",
        " thời gian",
        " dân số",
        " nước thải",
        " rác thải",
        " chất thải",
        " chi phí",
        " kinh phí",
    ),
    back=len("giải ngân 12,34"),
)
# “từ 1% đến 1,5 theo chuẩn mới”
LOST_END = Pattern(
    r"\d% ?(?:đến|[-–]) ?(?P<figure>\d{1,3}(?:,\d+)?)(?=[;.]\s| (?!điểm|lần|%|‰|phần|tỷ|triệu|năm|người|hộ|ha)[^\W\d_])",
    hooks=("%",),
    back=1,
)
# “Tốt 92%, Khá 7, Đạt 1%”
LOST_AMONG = Pattern(
    r"\d%, [^\W\d_]+(?: [^\W\d_]+)? (?P<figure>\d{1,2}(?:,\d+)?)(?=, [^\W\d_]+(?: [^\W\d_]+)? \d[\d,]*%)",
    hooks=("%, ",),
    back=1,
)
# “tăng 12 so với năm 2025”
LOST_RISE = Pattern(
    r"(?:[Tt]ăng|[Gg]iảm)(?: từ| trên| ít nhất)? (?P<figure>\d{1,3}(?:,\d+)?)(?= so với (?:năm|cùng kỳ|kế hoạch|dự toán))",
    hooks=(" so với ",),
    back=len("giảm ít nhất 123,45"),
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
        HEAD.replace(
            "Về đích.",
            "Thôn 5 diện tích 20 ha; tăng 12 bậc so với năm 2025; giảm 6 ngày so với quy định; tăng từ 5% đến 10 điểm phần trăm.",
        )
        + "- Giảm 30 vụ so với năm 2025.\n"
        + END,
        HEAD + "- Phát triển mới 6.000 khách hàng, nâng tổng số khách hàng từ 142.000 lên 148.000.\n" + END,
        HEAD
        + "- Tỷ lệ bác sĩ trên một vạn dân đạt 12.\n- Tỷ lệ hài lòng đạt từ 94% trở lên.\n- Dân số 1,2 triệu người.\n"
        + END,
        HEAD
        + "- Tỷ lệ hộ nghèo còn 3,5%;\n- Trồng mới 120 ha rừng;\n- Chỉ số cải cách hành chính đạt 88,5;\n- Số trường đạt chuẩn: 12.\n"
        + END,
    )
    bad = (
        HEAD.replace(
            "Về đích.",
            "Giải ngân [[100→100%]] vốn đầu tư công; giảm [[10→10%]] thời gian chờ; rèn luyện: Tốt 92%, Khá [[7→7%]], Đạt 1%.",
        )
        + "- Tỷ lệ hộ nghèo giảm từ 1% đến [[1,5→1,5%]] theo chuẩn mới; khách du lịch tăng [[20→20%]] so với năm 2025.\n"
        + END,
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
        for pattern in (LOST_SHARE, LOST_PART, LOST_END, LOST_AMONG, LOST_RISE):
            for match in pattern.finditer(doc.text, *doc.body):
                told.add(match.start("figure"))
                message = f"Sau “{match['figure']}” thiếu “%” hoặc đơn vị tính."
                yield self.finding(match.span("figure"), message, f"{match['figure']}%")
        for match in RATE.finditer(doc.text, *doc.body):
            if match.start("figure") not in told and not in_table(doc, match.start()):
                yield self.finding(match.span("figure"), f"Tỷ lệ “{match['figure']}” chưa có đơn vị tính (%).")
