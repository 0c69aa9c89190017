"""Viết hoa sau dấu chấm phẩy, dấu phẩy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.citations import KINDS
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, word_after
from checks.tables import words

CAPITAL = Pattern(r"; +(?=[^\W\d_a-z])", needs="; ")
# “chính quyền, Phối hợp có hiệu quả”: a list of names has capitals after its commas, but no name begins so.
AFTER_COMMA = Pattern(
    r"(?<=, )(?:Căn cứ|Tình hình|Phối hợp|Phấn đấu|Đẩy mạnh|Tăng cường|Nâng cao|Góp phần|Hoàn thành|Tiếp tục|Quán triệt|Thực hiện|Hôm nay|"
    r"Sự (?:chủ động|quan tâm|nỗ lực))(?= [^\W\d_A-Z])",
    needs=", ",
)
# Words that open a clause and never a name: a body, a document or a person stays silent.
OPENERS = words(
    """
    tỷ tăng đẩy thực tổ xây nâng tiếp phấn hoàn chủ kịp triển phối kim giá thu giảm tổng diện duy các những mỗi từng
    thi phát tuyên vận hướng quán bảo đảm đổi khuyến tạo rà kiểm giám xử đề gắn chú quan cải huy khắc hỗ tham tích nghiêm
    không có là được việc trong ngoài khi nếu đồng với để theo đối số cung chuẩn sơ lập hình mở củng giữ ổn sử
    và nhưng song vì nhất riêng trên tại từ vai ưu quyết ngày chào
    làm bồi rèn chấp trao hưởng góp khơi kêu bố
    tập đấu ngăn nghiên ứng sau trước qua thúc tôn biểu lồng đăng phân cử yêu phản nhận dành đạt trồng bám nắm nêu sửa bổ sắp chăm căn
    """
)
NAMES = frozenset(
    {"Giám đốc", "Kiểm toán", "Kiểm sát", "Chủ tịch", "Chủ nhiệm", "Tổng cục", "Tổng công", "Tổng giám", "Tổng bí", "Tổng liên", "Tổng phụ", "Đối ngoại",
     "Đề án", "Bảo hiểm", "Bảo tàng", "Tuyên giáo", "Quyết định", "Ngày hội", "Ngày truyền", "Ngày thành",
     "Tập đoàn", "Tập thể", "Tập san", "Cử nhân", "Sau đại", "Biểu mẫu", "Biểu số", "Phân hiệu", "Phân viện", "Ứng Hòa", "Phản biện", "Căn cước"}
)  # fmt: skip
# “…; Hướng dẫn số 82/HD-UBND”: the kind of a document that is named
DOCUMENT = Pattern(rf"(?:{KINDS})(?: liên tịch)? số ")
SHORT = 3
"""An item of so few words may be a name."""


class CapitalAfterSemicolon(Rule):
    """Sau dấu chấm phẩy, dấu phẩy giữa dòng viết chữ thường, trừ tên riêng.

    Chữ đầu câu chỉ viết hoa sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng.
    """

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I"
    good = (
        "danh hiệu Lao động tiên tiến; Tập thể lao động xuất sắc; Thạc sĩ Trần Văn An; Cử nhân Lê Thị Bình; Nghiên cứu viên Lê Văn Cường; "
        "Biểu mẫu kèm theo số hai.\n",
        "đạt 76,4%; tỷ lệ xã đạt chuẩn 60%.\n",
        "Chủ tịch Ủy ban nhân dân tỉnh; Giám đốc Sở Nội vụ; Tổng cục Thuế; Nội vụ; Xây dựng; Tài chính; Kiểm toán nhà nước.\n",
        "lập Tổ Thi đua gồm 05 người; Tổ họp hai tuần một lần, giải quyết ngay khó khăn.\n",
        "thành phần gồm Hiệu trưởng; Tổng phụ trách Đội của các trường tiểu học và trung học cơ sở.\n",
        "Chỉ thị số 12-CT/TU của Tỉnh ủy; Hướng dẫn số 40/HD-SNV ngày 12/02/2026 của Sở Nội vụ về chấm điểm thi đua.\n",
        "đạt 76,4%;\nTỷ lệ xã đạt chuẩn 60%.\n",
        "Ủy ban nhân dân xã phát động; Mặt trận các cấp vận động hội viên; Đồng Văn Minh làm tổ phó kiêm thư ký của tổ.\n",
        "các Bộ: Tài chính, Xây dựng, Nông nghiệp và Môi trường; Sở Khoa học và Công nghệ, Các doanh nghiệp viễn thông.\n",
        "| đạt 76,4%; Tỷ lệ xã đạt chuẩn là 60% | 5 |\n",
    )
    bad = (
        "đạt 76,4%; [[Tỷ→tỷ]] lệ xã đạt chuẩn 60%.\n",
        "xây dựng gia đình văn hóa; [[Thi→thi]] đua xây dựng cơ quan xanh, sạch.\n",
        "xây dựng kế hoạch; [[Tổ→tổ]] chức tuyên truyền sâu rộng trong Nhân dân.\n",
        "quán triệt sâu sắc; [[Tăng→tăng]] cường tuyên truyền.\n",
        "hộ gia đình văn hóa đạt 88%; [[Tập→tập]] trung phòng, chống dịch bệnh.\n",
        "huy động trẻ ra lớp; [[Làm→làm]] tốt công tác xã hội hóa.\n",
        "tăng doanh thu của hợp tác xã; [[Quyết→quyết]] tâm, nỗ lực mở rộng thị trường; [[Và→và]] các nhiệm vụ được giao thêm.\n",
        "được sự quan tâm của huyện, [[Sự→sự]] chủ động của chính quyền, [[Phối→phối]] hợp có hiệu quả của các đoàn thể.\n",
        "chào mừng 88 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2018); [[Chào→chào]] mừng 35 năm Ngày thành lập trường.\n",
        "hướng tới Ngày truyền thống ngành Giáo dục, [[Hôm→hôm]] nay ngày 19 tháng 9 nhà trường phát động thi đua.\n",
        "phát quang 12 km đường; [[Ngày→ngày]] 05/3/2026, các thôn trồng 400 cây xanh.\n",
    )

    def applies(self, doc: Document) -> str | None:
        # In a text without its line breaks a legal basis ends and a paragraph begins in the middle of a line.
        return "văn bản dồn vào một dòng nên không rõ chỗ xuống dòng" if doc.parted else super().applies(doc)

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in CAPITAL.finditer(text, doc.body.start, doc.body.end):
            word = word_after(text, match.end())
            if not word.istitle() or word.lower() not in OPENERS or in_table(doc, match.start()):
                continue
            if DOCUMENT.match(text, match.end()):
                continue
            at = match.end() + len(word)
            following = word_after(text, at + 1)
            # “các sở: Nội vụ; Xây dựng; Tài chính” lists names by their first words.
            if len(re.split(r"[;.\n]", text[match.end() : at + 60])[0].split()) <= SHORT:
                continue
            # “…; Tổ họp mỗi tuần” may be the “Tổ Thi đua” named above; “Tổ chức” opens a clause.
            named = f"{word} {following}" in NAMES or (word == "Tổ" and following != "chức")
            named = named or text.startswith(" viên", at + 1 + len(following))  # “Nghiên cứu viên Lê Văn Cường”
            dated = word == "Ngày" and text[at + 1 : at + 2].isdigit()
            if text[at : at + 1] == " " and (following.islower() or dated) and not named:
                yield self.finding((match.end(), at), "Sau dấu chấm phẩy giữa dòng viết chữ thường.", word.lower())
        yield from self._after_comma(doc)

    def _after_comma(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in AFTER_COMMA.finditer(text, doc.body.start, doc.body.end):
            start, end = match.start(), match.start() + len(word_after(text, match.start()))
            if text[match.end() + 1].islower() and not in_quotes(text, start) and not in_table(doc, start):
                yield self.finding((start, end), "Sau dấu phẩy giữa dòng viết chữ thường.", text[start:end].lower())
