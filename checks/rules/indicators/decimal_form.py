"""Dấu phẩy thập phân, dấu chấm hàng nghìn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import spell
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# Searched from the mark, the figure before it is read backwards
# “13,455.5”: both marks the English way; “1,909 hộ”: nobody counts thousandths of a household
COMMA = Pattern(
    r",\d{3}(?:,\d{3})*(?:\.\d{1,2}(?![\d.,])|(?= (?:hộ|người|lao động|học sinh|sinh viên|xã|thôn|bản|trường|doanh nghiệp|hợp tác xã|"
    r"hội viên|đoàn viên|đảng viên|lượt|cuộc|hồ sơ|căn nhà|căn|nhà|hộ kinh doanh|công nhân|sản phẩm|mô hình|con|cây|"
    r"giường|cán bộ|tập thể|cá nhân|văn bản|thủ tục)\b)|(?<=00)(?= ?(?:đồng|VNĐ|VND|đ)\b))",
    needs=",",
)
# “8.5%”, “12.5 tỷ đồng”; three digits behind the point are thousands
POINT = Pattern(
    r"\.\d{1,2}(?=\s?[%‰]| (?:tỷ|triệu|nghìn|ha|km|m2|m²|m3|m³|tấn|tạ|kg|điểm phần trăm|giường|lần(?! lượt| thứ| đầu))(?!\w))",
    needs=(
        "%",
        "‰",
        " m2",
        " m²",
        " m3",
        " m³",
        " tỷ",
        " triệu",
        " nghìn",
        " ha",
        " km",
        " tấn",
        " tạ",
        " kg",
        " điểm",
        " giường",
        " lần",
    ),
)
# “4.0000 ha”, “13.455.5 tấn”: groups behind a point have three digits
TORN = Pattern(
    r"\.(?:\d{4,6}|\d{3}(?:\.\d{3})*\.\d{1,2}|\d{1,2}(?:\.\d{3})+)"
    r"(?= (?:tỷ|triệu|nghìn|ngàn|đồng|ha|km|tấn|tạ|kg|hộ|người|lao động|nhà|căn|cây|lượt|hội viên|đoàn viên|học sinh)\b)",
    needs=(
        " tỷ",
        " triệu",
        " nghìn",
        " ngàn",
        " đồng",
        " cây",
        " lượt",
        " hội viên",
        " đoàn viên",
        " học sinh",
        " ha",
        " km",
        " tấn",
        " tạ",
        " kg",
        " hộ",
        " người",
        " lao động",
        " nhà",
        " căn",
    ),
)
# “12000 hộ”; four figures that are no year
LONG = Pattern(
    r"(?<![\d.,/:-])(?!(?:19|20)\d\d )(?P<whole>[1-9]\d{3,8})(?= (?:ha|hộ|người|lao động|tấn|tỷ đồng|triệu đồng|nghìn đồng|đồng|lượt|học sinh|"
    r"doanh nghiệp|hội viên|đoàn viên|cây|căn|nhà)\b)"
)
WHOLE = Pattern(r"(?<![\d.,/])\d{1,3}$")
SWAP = str.maketrans(".,", ",.")


class DecimalForm(Rule):
    """Phần thập phân viết sau dấu phẩy, hàng nghìn tách bằng dấu chấm: “13.455,5 tấn”, “1.909 hộ”, “8,5%”."""

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Cách viết số trong chứng từ kế toán, hóa đơn: Luật Kế toán năm 2015, Điều 11; dùng thống nhất trong văn bản hành chính"
    good = (
        "Sản lượng 13.455,5 tấn; 1.909 hộ; tăng 8,5%; theo mục 3.5 của Kế hoạch; bán kính 0,455 km; năm 2026 người dân; số 1234/KH.\n",
        "Chi 22,656 tỷ đồng, thu 22,600 tỷ đồng, tổng mức 1.364.329.243 đồng/năm; bình quân 0,455 lượt khám.\n",
    )
    bad = (
        "Sản lượng đạt [[13,455.5→13.455,5]] tấn.\n",
        "Diện tích nhà ở bình quân đạt [[27.5→27,5]] m² sàn/người.\n",
        "Tăng thêm [[1,909→1.909]] hộ.\n",
        "Tỷ lệ hộ nghèo còn [[0.5→0,5]]%.\n",
        "Tỷ lệ hộ nghèo còn [[8.5→8,5]]%.\n",
        "Năng suất lúa đạt [[58.5→58,5]] tạ/ha.\n",
        "Thưởng [[300,000→300.000]] đồng cho mỗi tập thể.\n",
        "Trồng mới [[5000→5.000]] ha rừng cho [[12000→12.000]] hộ.\n",
        "Tặng quà trị giá [[36.500.00]] ngàn đồng; trồng [[1.20.000]] cây.\n",
        "Xóa [[2,340→2.340]] nhà tạm; trồng mới [[4.0000]] ha rừng; sản lượng [[13.455.5]] tấn.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for pattern in (COMMA, POINT):
            for match in pattern.finditer(doc.text):
                whole = WHOLE.search(doc.text, max(0, match.start() - 5), match.start())
                if whole is not None and not (pattern is COMMA and whole[0] == "0"):
                    yield self._form(doc, whole.start(), match.end())
        long = (start for start, end in doc.figures if end - start > 3)
        for match in LONG.behind(long, 0, doc.text):
            right = spell(Decimal(match["whole"]))
            message = f"Hàng nghìn tách bằng dấu chấm: “{right}”."
            yield self.finding(match.span(), message, right, severity=Severity.STYLE)
        for match in TORN.finditer(doc.text):
            whole = WHOLE.search(doc.text, max(0, match.start() - 5), match.start())
            if whole is not None:
                message = "Các nhóm chữ số sau dấu chấm có ba chữ số: xem lại con số này."
                yield self.finding((whole.start(), match.end()), message)

    def _form(self, doc: Document, start: int, end: int) -> Finding:
        right = doc.text[start:end].translate(SWAP)
        return self.finding((start, end), f"Số này viết là “{right}”.", right)
