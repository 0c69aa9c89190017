"""Ngày, tháng của các ngày lễ lớn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

DAYS = (
    (3, 2, "thành lập Đảng", r"(?: Cộng sản Việt Nam)?"),
    (27, 2, "Thầy thuốc Việt Nam", ""),
    (3, 3, "ống Bộ đội Biên phòng", ""),
    (3, 3, "lập Bộ đội Biên phòng", ""),
    (8, 3, "Quốc tế Phụ nữ", ""),
    (26, 3, "gày thành lập Đoàn", r"(?: (?:Thanh niên Cộng sản|TNCS) Hồ Chí Minh| Thanh niên)?"),
    (30, 4, "iải phóng", r" (?:hoàn toàn )?miền Nam(?:, thống nhất đất nước)?"),
    (1, 5, "Quốc tế Lao động", ""),
    (7, 5, "hiến thắng", r" (?:lịch sử )?Điện Biên Phủ"),
    (15, 5, "thành lập Đội Thiếu niên Tiền phong", r"(?: Hồ Chí Minh)?"),
    (19, 5, "inh Chủ tịch Hồ Chí Minh", ""),
    (19, 5, "inh của Chủ tịch Hồ Chí Minh", ""),
    (19, 5, "inh nhật Bác", r"(?: Hồ)?"),
    (1, 6, "Quốc tế Thiếu nhi", ""),
    (11, 6, "ruyền thống thi đua yêu nước", ""),
    (21, 6, "Báo chí", r" [Cc]ách mạng Việt Nam"),
    (28, 6, "gày Gia đình Việt Nam", ""),
    (27, 7, "Thương binh", r" ?[-–,] Liệt s[ĩỹ]"),
    (28, 7, "thành lập Công đoàn Việt Nam", ""),
    (19, 8, "ách mạng tháng Tám", r"(?: thành công)?"),
    (2, 9, "Quốc khánh", r"(?: nước Cộng hòa xã hội chủ nghĩa Việt Nam)?"),
    (13, 10, "gày Doanh nhân Việt Nam", ""),
    (14, 10, "thành lập Hội Nông dân Việt Nam", ""),
    (20, 10, "thành lập Hội", r" (?:Liên hiệp Phụ nữ|LHPN) Việt Nam"),
    (20, 10, "gày Phụ nữ Việt Nam", ""),
    (9, 11, "gày Pháp luật", r"(?: nước Cộng hòa xã hội chủ nghĩa)? Việt Nam"),
    (20, 11, "Nhà giáo Việt Nam", ""),
    (22, 12, "lập Quân đội nhân dân", r"(?: Việt Nam)?"),
    (22, 12, "hội Quốc phòng toàn dân", ""),
)
"""Day and month, how directives name the day: a beginning and the rest of it."""
_DAY = (
    r"(?P<day>(?P<d>0?[1-9]|[12]\d|3[01])(?:/|-|–| tháng )(?P<m>1[0-2]|0?[1-9]))"
    r"(?:(?P<year>[/-](?:18|19|20)\d\d| năm \d{4})|(?! ?[-–] ?\d{1,2}/))(?![\d/%]|[.,]\d)"
)
# “Ngày Nhà giáo Việt Nam 20/11”, “Quốc khánh (02/9/1945 - 02/9/2026)”
NAMED = Pattern(
    "(?:" + "|".join(f"(?P<n{n}>{name}{rest})" for n, (_, _, name, rest) in enumerate(DAYS)) + ")"
    rf"(?P<between>,? \(?|,? (?:vào )?ngày ){_DAY}",
    hooks=tuple({name for _, _, name, _ in DAYS}),
)
HEAD = "Lập thành tích chào mừng "


class HolidayDate(Rule):
    """Ngày lễ ghi đúng ngày, tháng: “Ngày Nhà giáo Việt Nam 20/11”, “Ngày Quốc tế Lao động 01/5”.

    Chỉ xét ngày ghi ngay sau tên ngày lễ, có hoặc không có ngoặc đơn. Ngày ghi đủ năm mà không trong ngoặc có thể là ngày tổ chức nên không xét.
    """

    severity = Severity.ERROR
    alone = True
    tier = "gợi ý"
    source = "Các ngày lễ, ngày kỷ niệm của Việt Nam"
    good = (
        HEAD
        + "Ngày Nhà giáo Việt Nam 20/11, Quốc khánh 2-9, Ngày Quốc tế Lao động (01/5/1886 - 01/5/2026), Cách mạng tháng Tám và Quốc khánh 02/9.\n",
        "Tổ chức Lễ kỷ niệm Ngày Nhà giáo Việt Nam ngày 18/11/2026; họp mặt Ngày Thầy thuốc Việt Nam 27-02; 8/3 là Ngày Quốc tế Phụ nữ 8 tháng 3.\n",
        "Kỷ niệm Ngày thành lập Đảng 03/02, Ngày Thầy thuốc Việt Nam 27/02, Ngày truyền thống Bộ đội Biên phòng 03/3, "
        "Ngày thành lập Bộ đội Biên phòng 03/3, Ngày Quốc tế Phụ nữ 08/3, Ngày thành lập Đoàn 26/3, Chiến thắng Điện Biên Phủ 07/5, "
        "Ngày thành lập Đội Thiếu niên Tiền phong 15/5, ngày sinh Chủ tịch Hồ Chí Minh 19/5, ngày sinh của Chủ tịch Hồ Chí Minh 19/5, "
        "sinh nhật Bác 19/5, Ngày Quốc tế Thiếu nhi 01/6, Ngày truyền thống thi đua yêu nước 11/6, Ngày Báo chí cách mạng Việt Nam 21/6, "
        "Ngày Gia đình Việt Nam 28/6, Ngày Thương binh - Liệt sĩ 27/7, Ngày thành lập Công đoàn Việt Nam 28/7, "
        "Cách mạng tháng Tám 19/8, Quốc khánh 02/9, Ngày Doanh nhân Việt Nam 13/10, Ngày thành lập Hội Nông dân Việt Nam 14/10, "
        "Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam 20/10, Ngày Phụ nữ Việt Nam 20/10, Ngày Pháp luật Việt Nam 09/11, "
        "Ngày Nhà giáo Việt Nam 20/11, Ngày thành lập Quân đội nhân dân Việt Nam 22/12, Ngày hội Quốc phòng toàn dân 22/12.\n",
        HEAD + "Ngày giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5; Ngày thành lập Đảng bộ tỉnh 19/4.\n",
    )
    bad = (
        HEAD
        + "Ngày Nhà giáo Việt Nam [[20/10→20/11]], Ngày Quốc tế Lao động [[30/4→01/5]], Chiến thắng Điện Biên Phủ ([[05/7]]/1954 - 05/7/2024), "
        "Ngày thành lập Quân đội nhân dân Việt Nam ngày [[20/12→22/12]].\n",
        HEAD + "Ngày Thầy thuốc Việt Nam [[28/02→27/02]], Ngày Quốc tế Phụ nữ [[3/8→08/3]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in NAMED.finditer(doc.text):
            day, month = next((day, month) for n, (day, month, _, _) in enumerate(DAYS) if match[f"n{n}"])
            if (int(match["d"]), int(match["m"])) == (day, month) or (match["year"] and "(" not in match["between"]):
                continue
            right = f"{day:02}/{month:02}" if month < 3 else f"{day:02}/{month}"
            yield self.finding(
                match.span("day"), f"Ngày lễ nêu ở đây là ngày {right}.", None if match["year"] else right
            )
