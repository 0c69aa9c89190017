"""Ai tặng Bằng khen, ai tặng Giấy khen."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import LAW_2022, Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_BODY = r"(?:Ủy ban nhân dân|UBND)"
_TO = r"(?: (?:xem xét|quyết định|khen thưởng|xét|ra quyết định|và|thành phố|phường|xã|này)|,)*"
# “đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Giấy khen”
HIGH = Pattern(
    rf"(?:Thủ tướng Chính phủ|Bộ trưởng(?: Bộ(?: [^\W\d_]+){{1,8}}?)?|(?:Chủ tịch )?{_BODY} (?:tỉnh(?: [A-ZĐ][^\W\d_]*){{0,4}}|"
    rf"thành phố (?:Hà Nội|Hải Phòng|Đà Nẵng|Huế|Cần Thơ|Hồ Chí Minh))){_TO} tặng (?:thưởng )?"
    r"(?P<award>Giấy khen|giấy khen)(?! của)",
    needs="iấy khen",
    hooks=("Thủ tướng Chính phủ", "Bộ trưởng", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND", "Ủy ban nhân dân", "UBND"),
)
# “Chủ tịch Ủy ban nhân dân xã tặng Bằng khen”, “Giám đốc Sở tặng Bằng khen”, “Hiệu trưởng tặng Bằng khen”
LOW = Pattern(
    rf"(?:Chủ tịch {_BODY} (?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu)(?: [A-ZĐ][^\W\d_]*){{0,4}}|Giám đốc Sở(?: [A-ZĐ][^\W\d_]*){{0,4}}|"
    rf"Hiệu trưởng(?: nhà trường)?|Giám đốc (?:Bệnh viện|Trung tâm|Công ty)(?: [A-ZĐ][^\W\d_]*){{0,4}}){_TO} tặng (?:thưởng )?"
    r"(?P<award>Bằng khen|bằng khen)(?! của)",
    needs="ằng khen",
    hooks=("Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND", "Giám đốc ", "Hiệu trưởng"),
)
# “xét tặng Bằng khen của Giám đốc Sở”
LOW_OF = Pattern(
    rf"(?P<award>Bằng khen|bằng khen) của (?:Chủ tịch {_BODY} (?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu)(?!\w)|"
    r"Giám đốc (?:Sở|Bệnh viện|Trung tâm|Công ty)(?!\w)|Hiệu trưởng)",
    needs="ằng khen của ",
)
# “Chủ tịch Ủy ban nhân dân tỉnh tặng Cờ thi đua của Chính phủ”: the Premier decides on it, a province proposes it
STATE = Pattern(
    rf"(?<!trình )(?:Chủ tịch {_BODY} tỉnh|Giám đốc Sở|Bộ trưởng)(?: [A-ZĐ][^\W\d_]*){{0,4}} (?:xét |quyết định )?tặng (?:thưởng )?"
    r"(?P<award>Cờ thi đua của Chính phủ|Bằng khen của Thủ tướng Chính phủ|Huân chương)",
    needs=("Cờ thi đua của Chính phủ", "Bằng khen của Thủ tướng", "Huân chương"),
)
HEAD = "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"


class AwardAuthority(Rule):
    """Bằng khen do Thủ tướng Chính phủ, Bộ trưởng, Chủ tịch Ủy ban nhân dân tỉnh tặng; Chủ tịch Ủy ban nhân dân xã, Giám đốc Sở, Hiệu trưởng tặng Giấy khen."""

    severity = Severity.WARNING
    since = LAW_2022
    alone = True
    tier = "luật"
    source = "Luật Thi đua, khen thưởng năm 2022: hình thức Bằng khen, Giấy khen và thẩm quyền quyết định"
    good = (
        HEAD
        + "Giám đốc Sở tặng Giấy khen; đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen, Thủ tướng Chính phủ tặng Bằng khen.\n",
        HEAD + "Chủ tịch Ủy ban nhân dân xã đề nghị tặng Bằng khen; người được Bộ trưởng tặng Bằng khen, Giấy khen.\n",
        HEAD
        + "Giám đốc Sở tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh; Bộ trưởng tặng Giấy khen của Công đoàn ngành.\n",
    )
    bad = (
        HEAD + "Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng [[Cờ thi đua của Chính phủ]] cho tập thể xuất sắc.\n",
        HEAD + "Kết thúc đợt thi đua, Sở xét tặng [[Bằng khen→Giấy khen]] của Giám đốc Sở cho 10 tập thể.\n",
        HEAD + "Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng [[Giấy khen→Bằng khen]] cho 02 tập thể.\n",
        HEAD
        + "Chủ tịch UBND xã Hà Tân xem xét, tặng [[Bằng khen→Giấy khen]]; Giám đốc Sở tặng [[Bằng khen→Giấy khen]]; "
        "trình Bộ trưởng Bộ Nội vụ tặng [[Giấy khen→Bằng khen]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for pattern, right, who in (
            (HIGH, "Bằng khen", "Người đứng đầu bộ, tỉnh, Chính phủ"),
            (LOW, "Giấy khen", "Thủ trưởng đơn vị, Chủ tịch Ủy ban nhân dân cấp xã"),
            (LOW_OF, "Giấy khen", "Thủ trưởng đơn vị, Chủ tịch Ủy ban nhân dân cấp xã"),
        ):
            for match in pattern.finditer(doc.text):
                yield self.finding(match.span("award"), f"{who} tặng “{right}”, không tặng “{match['award']}”.", right)
        for match in STATE.finditer(doc.text):
            message = f"“{match['award']}” do cấp Nhà nước tặng; cấp này trình, đề nghị tặng."
            yield self.finding(match.span("award"), message)
