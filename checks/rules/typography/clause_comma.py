"""Dấu phẩy trước vế chỉ kết quả, giữa hai tên kể nối nhau."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, word_before
from checks.tables import words

RESULT = Pattern(r" (?P<verb>góp phần|qua đó) (?=[^\W\d_])", needs=(" góp phần ", " qua đó "))
# “các biểu mẫu đặc biệt là tờ khai”, “12 mô hình trong đó 5 mô hình mới”
STRESS = Pattern(r"(?<=[^\W_]) (?P<what>đặc biệt là|trong đó) (?=[^\W_])", hooks=(" đặc biệt là ", " trong đó "))
APART = words("điều điểm nét và nhưng mà ở nằm bên có thời là càng rất lại chứa ngay từ của vào để một những cái")
"""What “đặc biệt là”, “trong đó” belong to: “một điều đặc biệt là”, “nằm trong đó”."""
GOAL = Pattern(r" phấn đấu (?=hoàn thành|đạt|thực hiện|giảm|tăng)", needs=" phấn đấu ")
# “phát triển kinh tế, xã hội xây dựng nông thôn mới”: the next task begins without a comma
_ENDS = (
    "xã hội, an ninh, quốc phòng, lãng phí, tham nhũng, tiêu cực, bền vững, văn minh, hiện đại, vững mạnh, kỷ cương, công vụ, sáng tạo, "
    "hiệu quả, môi trường, hành chính, chuyển đổi số, dịch bệnh, thiên tai, tội phạm"
)
TASK = Pattern(
    r"(?:(?:(?<=kinh tế, )|(?<=kinh tế - )|(?<=kinh tế – )|(?<=an sinh )|(?<=an toàn )|(?<=tệ nạn )|(?<=văn hóa, )|(?<=văn hóa - ))xã hội|"
    r"(?<!điều kiện về )an ninh(?:, trật tự)?|quốc phòng|lãng phí|tham nhũng|tiêu cực|bền vững|văn minh|hiện đại|vững mạnh|kỷ cương|công vụ|"
    r"(?<!đổi mới )sáng tạo|(?<=thiết thực, )hiệu quả|(?<=bảo vệ )môi trường|(?<=cải cách )hành chính|chuyển đổi số|dịch bệnh|thiên tai|tội phạm)"
    r"(?P<at>[ \n])(?P<verb>đẩy mạnh|tăng cường|nâng cao(?! hơn)|giữ vững|phát huy|chú trọng|phấn đấu|củng cố|cải thiện|chăm lo|huy động|"
    r"xây dựng|khắc phục|duy trì|đổi mới|tạo (?:sự|chuyển|điều kiện|động lực|khí thế|đột phá)|thúc đẩy|giải quyết (?:tốt|kịp|dứt)|làm tốt|"
    r"thực hiện (?:tốt|có|hiệu|nghiêm|thắng)|tổ chức (?:tốt|các)|hưởng ứng)(?!\w)",
    hooks=tuple(_ENDS.split(", ")),
)
# What a task begins with; where none stands before its object a body may be told: “Quỹ phòng, chống thiên tai huy động 2 tỷ đồng”
BEGINS = re.compile(
    r"(?<!\w)(?:phát triển|tập trung|bảo đảm|đảm bảo|củng cố|giữ vững|giữ gìn|đẩy mạnh|tăng cường|nâng cao|thực hành|thực hiện|phát huy|xây dựng|"
    r"tổ chức|cải thiện|triển khai|duy trì|tiếp tục|chủ động|hoàn thành|khắc phục|đấu tranh|phấn đấu|đổi mới|siết chặt|ứng dụng|thúc đẩy)(?!\w)",
    re.IGNORECASE,
)
# “trong năm 2026 cụ thể như sau:”
DETAIL = Pattern(r"\d(?P<at>) cụ thể(?: như sau)?:", hooks=(" cụ thể:", " cụ thể như sau:"), back=1)
# “Dạy tốt” “Học tốt”: two names of a list
QUOTED = Pattern(r"(?<=”)(?P<at>) +“(?=[^\W\d_])", needs=("” “", "”  “"))
# What may lead to “góp phần” without a comma: “đã góp phần”, “nhằm góp phần”, “tích cực góp phần”
LINKS = words(
    """
    luôn vẫn thông đi vượt trải bỏ đã nhằm để cực sẽ và cũng thiết thực hiệu đáng trọng lớn đấu hoặc từ đó qua sức như đua còn vừa
    phải cần nên đang muốn có được chỉ những cùng tay đều trực tiếp thời
    """
)
# “an ninh phấn đấu”: no subject strives there; a body or a place would (“12 xã phấn đấu”).
NO_SUBJECT = ("an ninh", "lĩnh vực", "xã hội", "kế hoạch", "khó khăn", "hiệu quả", "chất lượng", "môi trường")
LONG = 12
"""So many words may be a subject with its modifiers; after more of them a new clause begins."""
SHORT = 6
"""“Qua đó” has no subject before it."""


class ClauseComma(Rule):
    """Vế “góp phần …”, “phấn đấu …” sau một vế dài, nhiệm vụ kể nối nhau, hai tên trong ngoặc kép kể nối nhau được ngăn bằng dấu phẩy.

    “Phong trào thi đua góp phần …” là chủ ngữ và vị ngữ nên không có dấu phẩy; chỉ nhắc khi vế đứng trước đã đủ ý.
    """

    severity = Severity.STYLE
    alone = True
    tier = "gợi ý"
    source = "Quy tắc dấu câu tiếng Việt"
    good = (
        "Phong trào thi đua góp phần hoàn thành kế hoạch; ngành du lịch phấn đấu đạt 100 nghìn lượt khách.\n",
        "Đẩy mạnh phong trào đọc sách trong các trường học từ đầu năm học mới đến hết học kỳ hai, góp phần nâng cao dân trí.\n",
        "Mô hình của mỗi thôn, mỗi tổ trong từng xã, từng phường trên toàn tỉnh phải góp phần giải quyết việc khó.\n",
        "Nhằm cung cấp thông tin, kiến thức góp phần nâng cao nhận thức của người dân.\n",
        "bài “Đẩy mạnh phong trào đọc sách trong các trường học từ đầu năm học mới đến hết học kỳ hai góp phần nâng cao dân trí” đăng báo.\n",
        "Hoạt động đổi mới sáng tạo tạo sự chuyển biến; mạng xã hội xây dựng nếp sống mới; trật tự xây dựng; phát triển bền vững, văn minh.\n",
        "Quỹ phòng, chống thiên tai huy động 2 tỷ đồng; Ban Chỉ đạo chuyển đổi số tổ chức các lớp; Tổ bảo vệ an ninh, trật tự tổ chức tốt tuần tra; "
        "Chi cục Bảo vệ môi trường xây dựng kế hoạch.\n",
        "Phong trào | “Ao sạch” “Nhà sạch” | 5\nNội dung | Sửa lại các mẫu đơn đặc biệt là tờ khai | 5\n",
        "Điều đặc biệt là các cháu tự quản; kho sách và những gì nằm trong đó do thôn giữ; nhiều loại sách, đặc biệt là truyện, trong đó có truyện tranh.\n",
        "Phong trào đọc sách trong các trường học, các thôn và các cơ quan đã có nhiều kết quả không chỉ góp phần nâng cao dân trí.\n",
        "Phong trào đọc sách không chỉ lan rộng trong các trường học, các thôn và các cơ quan mà còn góp phần nâng cao dân trí.\n",
    )
    bad = (
        "Đẩy mạnh phong trào đọc sách trong các trường học từ đầu năm học mới đến hết học kỳ hai[[→,]] góp phần nâng cao dân trí.\n",
        "Thực hành tiết kiệm trong chi tiêu thường xuyên, trong hội họp và trong xây dựng cơ bản[[→,]] qua đó dành kinh phí cho trường học.\n",
        "Thực hành tiết kiệm, chống lãng phí[[→,]] qua đó dành kinh phí cho trường học.\n",
        "Sửa lại các mẫu đơn[[→,]] đặc biệt là tờ khai của hộ kinh doanh; lập 12 tổ tự quản[[→,]] trong đó 5 tổ ở ven sông.\n",
        "Công đoàn xã phát động phong trào thi đua năm 2026[[→,]] cụ thể như sau:\n",
        "các phong trào “Ao sạch bờ xanh”[[→,]] “Mỗi nhà một vườn rau” của thôn.\n",
        "tập trung phát triển kinh tế, xã hội[[→,]] xây dựng nông thôn mới; bảo đảm quốc phòng, an ninh[[→,]] nâng cao đời sống Nhân dân; phát huy "
        "dân chủ, sáng tạo[[→,]] tạo sự chuyển biến.\n",
        "Các xã tập trung phát\n\ntriển kinh tế, xã hội[[→,]] xây dựng nông thôn mới và giảm nghèo.\n",
        "giữ vững thành quả trên mọi lĩnh vực[[→,]] phấn đấu đạt 30 sản phẩm OCOP trong năm 2026.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in RESULT.finditer(text, doc.body.start, doc.body.end):
            at = match.start()
            least = SHORT if match["verb"] == "qua đó" else LONG
            if word_before(text, at) not in LINKS and self._long(text, at, least):
                yield from self._missing(doc, at, match["verb"])
        for match in GOAL.finditer(text, doc.body.start, doc.body.end):
            at = match.start()
            if text.endswith(NO_SUBJECT, 0, at):
                yield from self._missing(doc, at, "phấn đấu")
        for match in TASK.finditer(text, doc.body.start, doc.body.end):
            start = clause_start(text, match.start(), ".;:")
            # “…tập trung phát⏎⏎triển kinh tế, xã hội xây dựng …”: what began stands on the page before
            begun = (text[start - 1 : start] == "\n" and text[start].islower()) or BEGINS.search(
                text, start, match.start()
            )
            if begun and not (match["verb"] == "phấn đấu" and GOAL.match(text, match.start("at"))):
                yield from self._missing(doc, match.start("at"), match["verb"])
        for match in STRESS.finditer(text, doc.body.start, doc.body.end):
            if word_before(text, match.start()).lower() not in APART:
                yield from self._missing(doc, match.start(), match["what"])
        for match in DETAIL.finditer(text, doc.body.start, doc.body.end):
            yield self.finding(match.span("at"), "Nên thêm dấu phẩy trước “cụ thể”.", ",")

        for match in QUOTED.finditer(text):
            if not in_table(doc, match.start()):
                yield self.finding(match.span("at"), "Nên thêm dấu phẩy giữa hai tên kể nối nhau.", ",")

    def _missing(self, doc: Document, at: int, verb: str) -> Iterator[Finding]:
        if word_before(doc.text, at) and not in_quotes(doc.text, at) and not in_table(doc, at):
            yield self.finding((at, at), f"Nên thêm dấu phẩy trước “{verb}”.", ",")

    def _long(self, text: str, at: int, least: int) -> bool:
        return len(text[clause_start(text, at, ".;:") : at].split()) > least
