"""Chỗ còn để trống trong dự thảo."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “………”, “......”, “____”; three dots after a list (“kinh doanh...”) are no blank
# before a unit they are one (“đạt ...%”), and so is “XX tỷ đồng”
DOTS = Pattern(
    r"…[…. ]*…|\.{5,}|_{4,}|…(?=\s*[/%])|\[\s*(?:…|\.{3})\s*\]|(?<= )\.{3}(?=\s?(?:%|tỷ đồng|triệu đồng|ha\b|tấn\b))|"
    r"(?<![\w.])X{2,3}(?=\s?(?:%|tỷ|triệu|ha\b|tấn\b|hộ\b))|(?<=gày )…(?= ?tháng )|(?<=tháng )…(?= ?năm )",
    hooks=("…", "...", "____", "[", "XX"),
)
UNNUMBERED = Pattern(r"S[ốỐ]\s*:?[\s.…_]*(?=[/-]\s*\d{0,4}/?[A-ZĐ])")
FORMS = frozenset(
    {"Quyết định", "Quy chế", "Quy định", "Thông tư", "Nghị định", "Hướng dẫn", "Nghị quyết", "Biên bản", "Báo cáo"}
)
HEAD = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\n"
TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"


class OpenBlank(Rule):
    """Văn bản trước khi ban hành không còn chỗ để trống: số, ngày, tháng, dòng chấm “………”.

    Với dự thảo đây là việc còn phải làm nên chỉ nhắc; chạy với --final thì là lỗi. Biểu mẫu kèm theo quyết định,
    hướng dẫn có dòng chấm là bình thường.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 (các thành phần thể thức bắt buộc), Điều 15 (cấp số)"
    good = (
        f"{HEAD}Số: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n{TITLE}Đẩy mạnh sản xuất, kinh doanh... trên địa bàn xã.\n",
        f"{TITLE}Trồng rừng, chăn nuôi… trên địa bàn; xây dựng ... và sửa chữa; đầu thế kỷ XX; báo cáo trước ngày 20 tháng 11 năm 2026.\n",
        "QUYẾT ĐỊNH\nBan hành mẫu đăng ký thi đua\n\nHọ và tên: ………\n",
    )
    bad = (
        f"{HEAD}[[Số:    /CT-UBND]]\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n{TITLE}",
        f"{HEAD}[[Số: /CT-UBND]]      An Phú Tây, ngày 12 tháng 01 năm 2026\n\n{TITLE}",
        f"{HEAD}[[Số: ……/CT-UBND]]\n\nAn Phú Tây, [[ngày 12 tháng    năm 2026]]\n\n{TITLE}",
        f"{TITLE}Báo cáo trước ngày [[……]] tháng 6 năm 2026 và trước [[ngày 20 tháng    năm 2026]].\n",
        f"{HEAD}Số: 05/CT-UBND\n\nAn Phú Tây, [[ngày    tháng 01 năm 2026]]\n\n{TITLE}",
        f"{TITLE}Báo cáo trước ngày [[…]] tháng 12 năm 2026; tổng kết trong tháng [[…]] năm 2027.\n",
        f"{HEAD}Số: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n{TITLE}Thu ngân sách đạt [[………]] tỷ đồng.\n",
        f"{HEAD}Số: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n{TITLE}Báo cáo trước [[ngày   tháng 6 năm 2026]].\n",
        f"{HEAD}Số: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n{TITLE}Tỷ lệ che phủ rừng đạt [[...]]%, thu ngân sách [[XX]] tỷ đồng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        line = doc.frame.number
        if line is not None:
            match = UNNUMBERED.match(line.text.lstrip())
            if match:
                at = line.span.start + len(line.text) - len(line.text.lstrip())
                yield self.finding(
                    (at, at + len(line.text.strip())), "Số văn bản còn để trống; ghi số khi đăng ký phát hành."
                )
        stated = doc.place_date
        if stated and (stated.day is None or stated.month is None):
            yield self.finding(stated.span, "Ngày, tháng ban hành còn để trống.")
        if doc.kind in FORMS:
            return
        for stated in doc.dates:
            open_day = stated.long and (stated.day is None or stated.month is None)
            if (
                open_day
                and doc.body.start <= stated.span.start < doc.body.end
                and "…" not in doc.text[slice(*stated.span)]
            ):
                yield self.finding(stated.span, "Ngày, tháng còn để trống.")
        for match in DOTS.finditer(doc.text, doc.body.start, doc.body.end):
            yield self.finding(match.span(), "Còn chỗ để trống phải điền trước khi ban hành.")
