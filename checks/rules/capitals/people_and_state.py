"""Viết hoa Nhân dân, Nhà nước."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import DECREE_30, Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, word_before
from checks.tables import words

# The people of other countries are no one’s Nhân dân: “nhân dân thế giới”, “nhân dân hai nước”.
PEOPLE = Pattern(
    r"nhân dân(?!\w| tệ| tự vệ| thế giới| các nước| hai nước| tiến bộ| Lào| Cuba| Campuchia| Trung Quốc)",
    needs="nhân dân",
)
STATE = Pattern(r"nhà nước(?!\w)", needs="nhà nước")
# “chính sách khen thưởng của nhà nước”
OWNED = Pattern(r"(?:pháp luật|chính sách|chủ trương|quy định|chế độ)[^,;.\n]{0,30} của $")
ATTRIBUTE = Pattern(r"Nhà nước(?!\w)", needs="Nhà nước")
# What “nhân dân” follows as a noun of its own; after another noun it is part of a name (hội đồng nhân dân, công an nhân dân).
FREE = words(
    "lớp sống và của với cho vì vụ vận khỏe khoẻ toàn giúp dựa phục tuyên dục gìn đến trong để bởi ích mà tin là nguyện mọi"
)
# “vận động đoàn viên, hội viên, nhân dân tham gia”
LISTED = Pattern(r"(?:đoàn viên|hội viên|đảng viên|công chức|viên chức|doanh nghiệp), $")
NOT_FREE = words("quần đoàn sĩ vũ an quốc công quân tòa toà viện sát ủy uỷ hội giáo thầy nghệ trận")
# Where the document writes Nhân dân elsewhere, so does a clause of its own: “những việc nhân dân đang cần”
ACTING = Pattern(
    r"nhân dân(?= (?:đang|đã|sẽ|cần|phải|được|có|biết|bàn|làm|tham gia|đóng góp|hưởng ứng|ủng hộ|đồng tình|quan tâm|"
    r"trên địa bàn|trong (?:xã|phường|tỉnh|thành phố|thôn)|địa phương)(?!\w))",
    needs="nhân dân",
)
CAPITAL = Pattern(r"(?<=[\w,;] )Nhân dân(?!\w)", needs="Nhân dân")
USUAL = 2
"""So often the document must write “Nhân dân” for one small “nhân dân” to be a slip of its own."""
# What makes a name with “nhân dân”: “tòa án nhân dân”, “đối ngoại nhân dân”, “tổ nhân dân tự quản”
NAMES = words(
    "đồng ban án sát đội an ninh trang chúng thể sĩ sỹ dụng tra tranh thẩm chủ thuốc giáo nhân trận tổ ngoại quyền hội viện báo nước"
)
# “quản lý nhà nước”: the attribute stays small, Nghị định 30 itself writes it so.
BEFORE_ATTRIBUTE = ("quản lý", "ngân sách", "hành chính", "cơ quan", "doanh nghiệp", "bí mật", "công chức", "biên chế")


class PeopleAndState(Rule):
    """“Nhân dân”, “Nhà nước” viết hoa khi đứng riêng; “quản lý nhà nước”, “ngân sách nhà nước”, “Hội đồng nhân dân” viết thường.

    Áp dụng cho văn bản ban hành từ ngày 05/3/2020. Chỗ khó phân định như “quần chúng nhân dân” không xét; “việc nhân dân đang
    cần” chỉ báo khi văn bản ở những chỗ khác đều viết “Nhân dân”.
    """

    severity = Severity.WARNING
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 1, hiệu lực từ 05/3/2020"
    since = DECREE_30
    apart = (
        "Sơn Thủy, ngày 12 tháng 01 năm 2019\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2019\n\n"
        "Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2019.\n",
    )
    good = (
        "các tầng lớp Nhân dân; chính sách, pháp luật của Nhà nước; quản lý nhà nước; ngân sách nhà nước.\n",
        "Hội đồng nhân dân, công an nhân dân, quần chúng nhân dân, lực lượng vũ trang nhân dân, nghệ sĩ nhân dân.\n",
        "Làm những việc nhân dân đang cần. Tổ nhân dân tự quản.\n",
        "Vận động Nhân dân hiến đất; bảo đảm để Nhân dân giám sát; công an nhân dân đang học; các tổ nhân dân có quy ước.\n",
        "Vận động Nhân dân hiến đất; bảo đảm để Nhân dân giám sát; truyền thống nhân dân ta; cán bộ, chiến sĩ và nhân dân trên đảo.\n",
        "Nhân dân hiến đất.\nNhân dân giám sát.\nLàm những việc nhân dân đang cần.\n",
        "Cuộc thi “Tất cả vì nhân dân”, “Tìm hiểu pháp luật của nhà nước”, “Đổi mới quản lý Nhà nước”; tài sản của nhà nước.\n",
        "Ngân hàng Nhà nước, Kho bạc Nhà nước, 500 nhân dân tệ, với nhân dân các nước, chế độ dân chủ nhân dân.\n",
    )
    bad = (
        "Vận động đoàn viên, hội viên, [[nhân dân→Nhân dân]] tham gia.\n",
        "trong các tầng lớp [[nhân dân→Nhân dân]].\n",
        "Vận động Nhân dân hiến đất; chọn làm những việc [[nhân dân→Nhân dân]] đang cần, để Nhân dân giám sát.\n",
        "lắng nghe tâm tư, nguyện vọng của [[nhân dân→Nhân dân]].\n",
        "thực hiện chính sách khen thưởng của [[nhà nước→Nhà nước]] trong năm qua.\n",
        "lòng tin với Đảng và [[nhà nước→Nhà nước]].\n",
        "chủ trương của Đảng, pháp luật của [[nhà nước→Nhà nước]].\n",
        "nâng cao hiệu quả quản lý [[Nhà nước→nhà nước]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in PEOPLE.finditer(text):
            word = word_before(text, match.start() - 1)
            pair = word_before(text, match.start() - len(word) - 2)
            free = word in FREE and pair not in NOT_FREE
            free = free or LISTED.search(text, max(0, match.start() - 16), match.start()) is not None
            if (free or _acting(doc, match.start(), word)) and not in_quotes(text, match.start()):
                yield self.finding(match.span(), "“Nhân dân” đứng riêng được viết hoa.", "Nhân dân")
        for match in STATE.finditer(text):
            before = text[max(0, match.start() - 48) : match.start()]
            if (OWNED.search(before) or before.endswith(("Đảng và ", "Đảng, "))) and not in_quotes(text, match.start()):
                yield self.finding(match.span(), "“Nhà nước” đứng riêng được viết hoa.", "Nhà nước")
        for match in ATTRIBUTE.finditer(text):
            before = text[max(0, match.start() - 14) : match.start() - 1]
            if before.endswith(BEFORE_ATTRIBUTE) and not in_quotes(text, match.start()):
                yield self.finding(match.span(), "“nhà nước” trong cụm này viết thường.", "nhà nước")


def _acting(doc: Document, at: int, word: str) -> bool:
    """Does “nhân dân” do something here, in a document that writes “Nhân dân” elsewhere?"""
    if word in NAMES or ACTING.match(doc.text, at) is None:
        return False
    return sum(1 for _ in CAPITAL.finditer(doc.text)) >= USUAL
