"""Cơ quan, đơn vị hành chính không còn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import TWO_TIER, Document
from checks.facts.citations import Citation
from checks.facts.former_units import cities, departments, is_city, provinces
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK, line_before

# Searched from its own word, the body before it is read backwards; “quận công” and “huyện đội” are none
DISTRICT = Pattern(
    r"(?<!\w)(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn)(?!\w| [uủ][yỷ]\b| ủy| đội| đoàn| lệnh| công)"
    rf"(?: [{CAPITAL}]\w*)*",
    hooks=("uyện", "uận", "hị xã", "hị trấn"),
    back=1,
)
BODY = Pattern(
    r"(?:(?:(?:(?:Ủy|Uỷ) ban|Hội đồng) nhân dân|UBND|HĐND|[Cc]ông an|Ban Chỉ huy quân sự|"
    r"Phòng (?:Nội vụ|Tài chính - Kế hoạch|Tư pháp|Y tế|Giáo dục và Đào tạo)) )?(?:các |cấp )?$"
)
CAPS_DISTRICT = Pattern(r"(?:(?:ỦY|UỶ) BAN NHÂN DÂN |UBND |PHÒNG .*)?(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)(?!\w)")
PARTY = Pattern(
    r"(?<!\w)(?P<unit>Huyện ủy|huyện ủy|Huyện uỷ|Quận ủy|Thị ủy|Huyện đoàn|Quận đoàn|Thị đoàn)(?!\w)",
    needs=("uyện ủ", "uyện uỷ", "uận ủy", "Thị ủy", "Huyện đoàn", "Quận đoàn", "Thị đoàn"),
)
DEPARTMENT = Pattern(
    r"Ủy ban Dân tộc(?! và| tỉnh)|[Nn]gành Nông nghiệp và Phát triển nông thôn|"
    r"(?:Sở|Bộ) (?:Kế hoạch và Đầu tư|Thông tin và Truyền thông|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn|"
    r"Giao thông vận tải|Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội)",
    hooks=("Sở ", "Bộ ", "Ủy ban Dân tộc", "gành Nông nghiệp"),
    back=1,
)
# Offices of a district; a commune has Phòng Văn hóa - Xã hội and Phòng Kinh tế
# “mô hình chính quyền địa phương 03 cấp”
TIERS = Pattern(r"chính quyền(?: địa phương)? (?P<tiers>3|03|ba) cấp(?!\w)", needs="chính quyền")
OFFICE = Pattern(
    r"Phòng (?:Nội vụ|Tài chính - Kế hoạch|Giáo dục và Đào tạo|Lao động - Thương binh và Xã hội|Văn hóa và Thông tin|Tài nguyên và Môi trường)"
    r"(?! (?:huyện|quận|thị xã))",
    needs="Phòng ",
)
COMMUNE = Pattern(r"(?<!tác )(?:xã|phường) [" + CAPITAL + "]")
CITY = Pattern(
    rf"(?:[Tt]hành phố|TP\.?) (?P<name>[{CAPITAL}]\w*(?: -)?(?: [{CAPITAL}]\w*)*)", needs=("hành phố ", "TP ", "TP.")
)
# “Ban Dân vận Tỉnh ủy”: one body with Ban Tuyên giáo since the first months of 2025
BOARD = Pattern(
    r"Ban (?:Tuyên giáo|Dân vận)(?= (?:Tỉnh ủy|Thành ủy|Trung ương))",
    needs=("Ban Tuyên giáo", "Ban Dân vận"),
)
# “Ban Tuyên giáo Đảng ủy”: the Party committee of a commune has one Ban Xây dựng Đảng
COMMUNE_BOARD = Pattern(
    r"Ban (?:Tuyên giáo|Dân vận|Tổ chức)(?= Đảng ủy(?: xã| phường)?(?! (?:[A-ZĐỦ]|các|tỉnh|khối)))", needs=" Đảng ủy"
)
# “Đài Phát thanh và Truyền hình Lâm Đồng” beside “Báo và phát thanh, truyền hình Lâm Đồng”: one body since 2025
STATION = Pattern(r"Đài Phát thanh(?: và|,| -) [Tt]ruyền hình(?= tỉnh| [A-ZĐ])", needs="Đài Phát thanh")
MERGED = Pattern(r"Báo và [Pp]hát thanh(?:,| và) [Tt]ruyền hình", needs="Báo và ")
PROVINCE = Pattern(rf"ỉnh (?P<party>ủy )?(?P<name>[{CAPITAL}]\w*(?: -)?(?: [{CAPITAL}]\w*)*)", needs=("tỉnh ", "Tỉnh "))
# What a sentence says when it tells of the time before
HISTORY = Pattern(
    r"\bcũ\b|"
    r"từng (?:là|có|được|bị|thuộc|công tác|làm)|sáp nhập|hợp nhất|sắp xếp|tổ chức lại|giải thể|kết thúc hoạt động|chấm dứt|bỏ cấp|không tổ chức|thời kỳ|"
    r"lịch sử|\bnguyên (?:là|phó|chủ|bí|giám|trưởng|ủy|uỷ|cán|lãnh|hiệu|chánh|viện|tổng|thứ|bộ)|"  # no “Thái Nguyên”, “tài nguyên”
    r"quê (?:ở|tại|quán|gốc|xã|huyện)|sinh (?:ra|năm|tại)|kế thừa|chuyển (?:từ|giao|về|thành)|thay (?:thế|cụm)|bãi bỏ|"
    r"thành lập .{0,40}trên cơ sở|cấp huyện (?:chưa|đã)|từ cấp huyện (?:chuyển|điều|về)|kỷ niệm|"
    r"đã (?:ban hành|phê duyệt)|đường (?:huyện|quận)|bản đồ|chuẩn quốc gia huyện"
)
# In the clause itself: “…; Mặt trận Tổ quốc tiếp nhận, phân bổ ủng hộ” tells nothing of the districts before it
HANDED = Pattern(r"[Bb]àn giao|[Tt]iếp nhận", hooks=("àn giao", "iếp nhận"), back=1)
ITEM = re.compile(rf"\s*{ITEM_MARK}\s*(?:Giao |Đề nghị |Yêu cầu )?")
FORMER = Pattern(r"\bcũ\b|trước đây|trước khi|trước sắp")
# “trước ngày 15/10/2025”, “trước ngày 20/12 hằng năm”, “trước ngày 15 tháng 7”, “trước hết”: “trước” that tells of no time before
BEFORE = Pattern(
    r"trước(?: (?:ngày )?(?P<d>\d{1,2})(?:(?:/| tháng )(?P<m>\d{1,2})(?:(?:/| năm )(?P<y>20\d\d))?|(?= hằng tháng))|(?P<other> hết| mắt| \d{1,2} giờ))?(?!\w)",
    needs="trước",
)
# “phối hợp với Huyện đoàn … nhân kỷ niệm 72 năm …”: who is asked to do something is there today
ASKED = Pattern(r"(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hối hợp với)(?: các)? $")
ORDERS = Pattern(
    r"(?:Chủ tịch|Ủy ban nhân dân|UBND|Giám đốc)[^.;\n]{0,40} (?:yêu cầu|giao) ", needs=("yêu cầu", "giao")
)
FORMERLY = Pattern(r"\bcũ\b|[Tt]rước|sáp nhập|hợp nhất|sắp xếp|đã |nguyên |bàn giao|20(?:0\d|1\d|2[0-4])")
OLD_YEAR = Pattern(r"(?:19\d\d|20[01]\d|202[0-4])")
NAMED_AFTER = Pattern(
    r"(?:đường|phố|cầu|trường|hồ|sông|núi|chợ|công viên|đồng chí|ông|bà|liệt sĩ|anh hùng) $", flags=re.IGNORECASE
)
DEPARTMENTS_MERGED = date(2025, 3, 1)
"""The first of the mergers; those of districts and provinces came four months later."""
NOTES = 40
"""A bracket behind the name within so many characters may say “(cũ)”."""
HEAD = "Thạch Giang, ngày 12 tháng 01 năm {year}\n\nCHỈ THỊ\nPhát động phong trào thi đua năm {year}\n\n1. Tổ chức thực hiện\n\n"


class AbolishedBody(Rule):
    """Từ ngày 01/7/2025 không còn cấp huyện; từ năm 2025 nhiều sở, nhiều tỉnh đã hợp nhất: không giao việc, không gửi cho cơ quan đã thôi hoạt động.

    Không tính tên cũ khi câu kể chuyện trước sắp xếp (“cũ”, “trước ngày …”, “bàn giao”), khi nêu cơ quan ban hành một
    văn bản trước đó, và tên đường, tên trường. Văn bản trước các ngày ấy không bị xét.
    """

    severity = Severity.WARNING
    scope = "text"
    tier = "luật"
    source = (
        "Nghị quyết số 203/2025/QH15 và Luật Tổ chức chính quyền địa phương ngày 16/6/2025 (từ 01/7/2025); Nghị quyết số 202/2025/QH15 (34 tỉnh, thành phố); "
        "Nghị quyết số 176/2025/QH15 (các bộ) và Nghị định số 45/2025/NĐ-CP (các sở), từ 01/3/2025"
    )
    # The tables: checks/data/units.toml, former_cities.txt
    apart = (
        "Giao Ủy ban nhân dân huyện An Lạc thực hiện.\n",
        "Sơn Thủy, ngày 12 tháng 01 năm 2019\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2019\n\n"
        "Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2019.\n",
    )
    good = (
        HEAD.format(year=2026) + "Chỉnh trang đường quận Ba và trường Huyện ủy; xem bảng | huyện | 12 |.\n",
        HEAD.format(year=2026)
        + "Ủy ban nhân dân các xã, phường tổ chức thực hiện. Kế thừa hồ sơ của Ủy ban nhân dân huyện An Lạc (cũ).\n",
        HEAD.format(year=2026)
        + "Thực hiện Kế hoạch số 12/KH-UBND ngày 12/02/2024 của Ủy ban nhân dân tỉnh Hà Giang.\n",
        HEAD.format(year=2026) + "Đồng chí Lê Văn An, nguyên Giám đốc Sở Giao thông vận tải, được tặng Bằng khen.\n",
        HEAD.format(year=2026).replace("tháng 01", "tháng 10")
        + "Ủy ban nhân dân thành phố Bắc Ninh, thành phố Huế tổ chức ra quân.\n",
        HEAD.format(year=2026) + "Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn; thăm thành phố Viêng Chăn.\n",
        HEAD.format(year=2026) + "Sửa cầu quận Nhất.\n",
        HEAD.format(year=2026) + "Đài Phát thanh và Truyền hình Hà Khê mở chuyên mục.\n",
        HEAD.format(year=2026) + "Ủy ban Dân tộc và các tổ chức.\n",
        HEAD.format(year=2026) + "Bảng: | quận | Huyện ủy | 5 |.\n",
        HEAD.format(year=2026) + "Phong trào của thị xã Bình Long năm 2024 được ghi nhận; phim “Huyện ủy viên”.\n",
        HEAD.format(year=2025).replace("tháng 01", "tháng 4")
        + "Giao Ủy ban nhân dân huyện An Lạc; đề nghị tỉnh Hà Giang, thành phố Vinh, Ban Dân vận Tỉnh ủy.\n",
        HEAD.format(year=2026) + "Trước ngày 01/7, Ủy ban nhân dân các huyện trình hồ sơ.\n",
        HEAD.format(year=2026) + "Trước ngày 01/7/2025, Phòng Nội vụ huyện đã trình hồ sơ.\n",
        HEAD.format(year=2026) + "Xã có 62 công chức, trong đó 18 người từ cấp huyện chuyển xuống.\n",
    )
    bad = (
        HEAD.format(year=2026)
        + "[[Sở Kế hoạch và Đầu tư→Sở Tài chính]], Báo và phát thanh, truyền hình Thái Nguyên tuyên truyền.\n",
        HEAD.format(year=2026) + "Vận hành hiệu quả mô hình chính quyền địa phương [[03→02]] cấp.\n",
        HEAD.format(year=2026)
        + "[[Đài Phát thanh và Truyền hình→Báo và phát thanh, truyền hình]] Hà Khê mở chuyên mục.\n\nNơi nhận:\n- Báo và phát thanh, truyền hình Hà Khê;\n",
        "ỦY BAN NHÂN DÂN\nXÃ HÀ KHÊ\n\n"
        + HEAD.format(year=2026)
        + "[[Phòng Nội vụ→Phòng Văn hóa - Xã hội]] theo dõi, đôn đốc.\n",
        HEAD.format(year=2026).replace("12 tháng 01 năm 2026", "06 tháng 10 năm 2025")
        + "[[Ủy ban nhân dân các huyện]] phát động thi đua trước ngày 15/10/2025.\n",
        "ỦY BAN NHÂN DÂN\nXÃ TÂN PHONG\n\nSố: 05/CT-UBND\n\n"
        + HEAD.format(year=2026)
        + "Đề nghị [[Ban Tuyên giáo→Ban Xây dựng Đảng]] Đảng ủy tuyên truyền.\n",
        "ỦY BAN NHÂN DÂN\nXÃ TÂN PHONG\n\nSố: 05/CT-UBND\n\n"
        + HEAD.format(year=2026)
        + "Ban Tổ chức Đảng ủy Công an tỉnh, Ban Tuyên giáo Đảng ủy các cơ quan; [[Ban Dân vận→Ban Xây dựng Đảng]] Đảng ủy xã phối hợp.\n",
        HEAD.format(year=2026) + "Giao [[Ủy ban nhân dân các huyện]] tổ chức thực hiện.\n",
        HEAD.format(year=2026)
        + "Giám đốc các sở, Chủ tịch [[Ủy ban nhân dân các huyện]] sơ kết trước ngày 15 tháng 7, tổng kết trước ngày 30 tháng 11 năm 2026.\n",
        HEAD.format(year=2026)
        + "[[Ủy ban nhân dân các huyện]] báo cáo 6 tháng trước ngày 15/6, cả năm trước ngày 05/12.\n",
        "UBND TỈNH HÀ KHÊ\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n\nSố: 05/KH-SGDĐT\n\n"
        + HEAD.format(year=2026)
        + "Phong trào được triển khai từ Sở đến các [[Phòng Giáo dục và Đào tạo]], các trường học.\n",
        HEAD.format(year=2026) + "Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị, "
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, [[Ủy ban nhân dân các huyện]] phát động.\n",
        HEAD.format(year=2026)
        + "Theo Kế hoạch số 40-KH/TU ngày 02/01/2026 của Ban Thường vụ [[Tỉnh ủy Hà Giang→Tỉnh ủy Tuyên Quang]].\n",
        HEAD.format(year=2026)
        + "Giám đốc [[Sở Giao thông vận tải→Sở Xây dựng]] phát động đợt thi đua với các nội dung sau:\n\n1. Mục tiêu\n\nChấm dứt vi phạm.\n",
        HEAD.format(year=2026)
        + "1. [[Sở Giao thông vận tải→Sở Xây dựng]] tham mưu khen thưởng theo Luật Thi đua, khen thưởng năm 2022.\n",
        HEAD.format(year=2026) + "Tỷ lệ [[thị trấn]] đạt chuẩn đạt 90%.\n",
        HEAD.format(year=2026) + "[[Sở Kế hoạch và Đầu tư→Sở Tài chính]] cân đối nguồn vốn.\n",
        HEAD.format(year=2026) + "Giao [[Ủy ban nhân dân các huyện]] hoàn thành trước ngày 20 tháng 6 năm 2026.\n",
        HEAD.format(year=2026) + "Giao [[Sở Tài nguyên và Môi trường→Sở Nông nghiệp và Môi trường]] hướng dẫn.\n",
        HEAD.format(year=2026)
        + "Phối hợp với [[ngành Nông nghiệp và Phát triển nông thôn→ngành Nông nghiệp và Môi trường]] chuyển giao tiến bộ kỹ thuật.\n",
        HEAD.format(year=2026) + "Báo cáo [[Bộ Giao thông vận tải→Bộ Xây dựng]] theo định kỳ.\n",
        HEAD.format(year=2026) + "Đề nghị Ủy ban nhân dân [[tỉnh Hà Giang→tỉnh Tuyên Quang]] phối hợp.\n",
        "ỦY BAN NHÂN DÂN\n[[HUYỆN PHÚ LÂM]]\n\nSố: 05/CT-UBND\n\n" + HEAD.format(year=2026) + "Các thôn thực hiện.\n",
        HEAD.format(year=2026) + "Tại [[Tỉnh Hà Giang→Tỉnh Tuyên Quang]] và [[tỉnh Hải Dương→thành phố Hải Phòng]].\n",
        HEAD.format(year=2026) + "[[Sở Thông tin và Truyền thông]] đăng tin.\n",
        HEAD.format(year=2026)
        + "Đề nghị [[Huyện ủy]] quan tâm chỉ đạo; phối hợp với [[Huyện đoàn]] nói chuyện nhân kỷ niệm 72 năm (07/5/1954 - 07/5/2026).\n",
        HEAD.format(year=2026)
        + "Thực hiện Kế hoạch số 15/KH-SYT ngày 10/01/2026 của Sở Y tế [[tỉnh Hà Giang→tỉnh Tuyên Quang]].\n",
        HEAD.format(year=2026)
        + "Giao [[Ủy ban nhân dân thành phố Vinh]] và các phường của [[thành phố Hạ Long]] ra quân.\n",
        HEAD.format(year=2026)
        + "Đề nghị [[Ban Dân vận→Ban Tuyên giáo và Dân vận]] Tỉnh ủy phối hợp; báo cáo [[Ủy ban Dân tộc→Bộ Dân tộc và Tôn giáo]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        if doc.as_of is None:
            return "văn bản không ghi ngày ban hành"
        return None if doc.as_of >= DEPARTMENTS_MERGED else "văn bản ban hành trước khi sắp xếp bộ máy năm 2025"

    def check(self, doc: Document) -> Iterator[Finding]:
        today = doc.as_of or date.max
        yield from self._issuer(doc)
        for span, message, right in self._named(doc, today):
            if not _history(doc, span):
                yield self.finding(span, message, right)

    def _issuer(self, doc: Document) -> Iterator[Finding]:
        for line in doc.frame.issuer if doc.two_tier else ():
            if CAPS_DISTRICT.match(line.bare):
                message = "Từ ngày 01/7/2025 không còn cấp huyện và thị trấn: xem lại tên cơ quan ban hành."
                yield self.finding(line.within(), message)

    def _named(self, doc: Document, today: date) -> Iterator[tuple[Span, str, str | None]]:
        end = len(doc.text) if doc.enclosure else doc.frame.end
        if today >= TWO_TIER:
            for match in (*DISTRICT.finditer(doc.text, 0, end), *PARTY.finditer(doc.text, 0, end)):
                body = BODY.search(doc.text, max(0, match.start() - 40), match.start())
                span = Span(body.start() if body else match.start(), match.end())
                named = doc.text[span.start : span.end]
                yield span, f"Từ ngày 01/7/2025 không còn cấp huyện và thị trấn: xem lại “{named}”.", None
            for match in TIERS.finditer(doc.text, doc.body.start, end):
                message = "Từ ngày 01/7/2025 chính quyền địa phương có 2 cấp: cấp tỉnh và cấp xã."
                yield Span(*match.span("tiers")), message, "02"
            yield from self._offices(doc, COMMUNE.search(doc.issuer) is not None)
            for match in CITY.finditer(doc.text, 0, end):
                if match["name"] in cities() and not is_city(match["name"], today):
                    body = BODY.search(doc.text, max(0, match.start() - 40), match.start())
                    span = Span(body.start() if body else match.start(), match.end())
                    named = doc.text[span.start : span.end]
                    yield span, f"Từ ngày 01/7/2025 không còn thành phố thuộc tỉnh: xem lại “{named}”.", None
            for match in BOARD.finditer(doc.text, 0, end):
                message = "Ban Tuyên giáo và Ban Dân vận đã hợp nhất thành Ban Tuyên giáo và Dân vận."
                yield Span(*match.span()), message, "Ban Tuyên giáo và Dân vận"
            name = next((match[0] for match in MERGED.finditer(doc.text, 0, end)), None)
            for match in STATION.finditer(doc.text, 0, end) if name else ():
                yield Span(*match.span()), f"Báo và đài của tỉnh nay là một cơ quan: ở chỗ khác ghi “{name}”.", name
            for match in COMMUNE_BOARD.finditer(doc.text, 0, end) if COMMUNE.search(doc.issuer) else ():
                message = f"Đảng ủy xã, phường không có {match[0]}; việc này do Ban Xây dựng Đảng."
                yield Span(*match.span()), message, "Ban Xây dựng Đảng"
            for match in PROVINCE.finditer(doc.text, 1, end):
                former = provinces().get(match["name"]) if doc.text[match.start() - 1] in "tT" else None
                if former:
                    first = doc.text[match.start() - 1]
                    right = first + former.into[1:] if former.into.startswith("tỉnh") else former.into
                    if match["party"]:
                        right = right.replace("ỉnh ", "ỉnh ủy ", 1).replace("thành phố ", "Thành ủy ", 1)
                    message = f"Tỉnh {former.name} đã hợp nhất vào {former.into} từ ngày 01/7/2025."
                    yield Span(match.start() - 1, match.end()), message, right
        for match in DEPARTMENT.finditer(doc.text, 0, end):
            # “ngành Nông nghiệp và …” goes by the name of its department
            sector = match[0][:5] if match[0][1:5] == "gành" else ""
            name = match[0].replace("Lao động, Thương", "Lao động - Thương")
            gone = departments().get(name.replace(sector, "Sở", 1) if sector else name)
            if gone and today >= gone.since:
                into = gone.into.replace("Sở", sector, 1) if sector else gone.into
                message = f"{gone.name} đã được tổ chức lại từ ngày 01/3/2025, nhiệm vụ chuyển về {gone.into}."
                yield Span(*match.span()), message, None if " (" in into else into

    def _offices(self, doc: Document, commune: bool) -> Iterator[tuple[Span, str, str | None]]:
        """Offices that only a district had: in the paper of a commune, or told of all of them (“các Phòng Giáo dục và Đào tạo”)."""
        for match in OFFICE.finditer(doc.text, doc.body.start, doc.frame.end):
            if commune:
                message = f"Từ ngày 01/7/2025 xã, phường không có {match[0]}; việc thi đua, khen thưởng do Phòng Văn hóa - Xã hội."
                yield Span(*match.span()), message, "Phòng Văn hóa - Xã hội" if match[0] == "Phòng Nội vụ" else None
            elif doc.text.endswith(("các ", "Trưởng "), 0, match.start()):
                message = f"Từ ngày 01/7/2025 không còn {match[0]}: xã, phường có Phòng Văn hóa - Xã hội."
                yield Span(*match.span()), message, None


def _history(doc: Document, span: Span) -> bool:
    """Is the name told of the time before, or part of another name?"""
    text = doc.text
    if NAMED_AFTER.search(text, max(0, span.start - 12), span.start):
        return True
    if ASKED.search(text, max(0, span.start - 20), span.start) and not FORMERLY.search(
        text, *sentence(text, span.start, clauses=False)
    ):
        return False
    around = sentence(text, span.start, clauses=False)
    told = [c for c in doc.citations if around.start <= c.span.start < around.end]
    order = _order(text, told, span)
    if order >= 0:
        around = around._replace(start=order)
        told = []
    words = text[around.start : around.end + NOTES]
    words = words[: around.end - around.start] + words[around.end - around.start :].partition("\n")[0]
    clause = sentence(text, span.start)
    opens = ITEM.fullmatch(line_before(text, span.start)) is not None
    if opens and not FORMER.search(text, *clause) and not HISTORY.search(text[slice(*clause)].lower()):
        return False  # who begins an item is given a task
    if HANDED.search(text, *sentence(text, span.start)):
        return True
    if OLD_YEAR.search(words) or " | " in words or HISTORY.search(words.lower()) or _before(words.lower()):
        return True
    # what was issued after the reform was not issued by a body that was gone by then
    if any(not (c.date and c.date >= TWO_TIER) for c in told):
        return True
    opened = max(text.rfind("“", around.start, span.start), text.rfind('"', around.start, span.start))
    return opened > text.rfind("”", around.start, span.start)


def _order(text: str, told: list[Citation], span: Span) -> int:
    """“Thực hiện Nghị định số …, Chủ tịch yêu cầu các sở, Ủy ban nhân dân các huyện …”: where the order begins; else -1.

    Who is given an order issued none of what is cited before it.
    """
    if not told or any(c.number_span.end > span.start for c in told):
        return -1
    last = max(c.number_span.end for c in told)
    found = ORDERS.search(text, last, span.start)
    return found.start() if found else -1


def _before(words: str) -> bool:
    """Does “trước” tell of the time before the reform? A deadline after it, or one without a year, does not."""
    for match in BEFORE.finditer(words):
        if match["other"] or (match["d"] and not match["m"]):
            continue
        day, month, year = (int(match[part] or 0) for part in "dmy")
        due = (year, month, day) > (TWO_TIER.year, TWO_TIER.month, TWO_TIER.day) if year else (month, day) != (7, 1)
        if not (month and due):
            return True
    return False
