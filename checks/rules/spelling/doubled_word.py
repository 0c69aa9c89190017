"""Chữ hoặc cụm từ viết lặp hai lần."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.language import context
from checks.language.doubled import ALONE, begun_twice, clauses_twice, doubled_words
from checks.language.lexicon import shipped
from checks.parsing.lines import GAP
from checks.patterns import Pattern, occurrences
from checks.rule import Rule
from checks.surroundings import line_bounds

# “sáng tạo, an toàn, an toàn, hiệu quả”
AGAIN = Pattern(
    r"[,;“(:][^\S\n]*(?P<words>[^\W\d_]++(?: ++[^\W\d_]++)++)(?=[^\S\n]*,[^\S\n]*(?P<again>(?P=words))[^\S\n]*[,”).;])"
)
OPENS = (",", ";", "“", "(", ":")
# “3. Phòng Tổ chức cán bộ, Phòng Tổ chức cán bộ:”: who an item is for
WHO = Pattern(
    r"\n(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))? ?(?P<words>[^\W\d_]++(?: ++[^\W\d_]++){2,}+)(?=(?:,| và) (?P<again>(?P=words))[,:;.])"
)
# “trước ngày 10 tháng 4 năm 2024 năm 2024”; a head row of a table repeats “Năm 2024” with a capital
DATE = Pattern(
    r"(?P<once>(?<!\w)(?:năm|tháng|ngày) \d{1,4}(?:/\d+)*) (?P=once)(?![\w/])", hooks=("năm ", "tháng ", "ngày ")
)
# “trực 24/24 giờ giờ trong mùa khô”: the unit of a figure
UNIT = Pattern(
    r"\d (?P<twice>(?P<once>giờ|ngày|tháng|năm|ha|km|tấn|người|hộ|đồng|lượt|cây|điểm|mô hình|công trình|sản phẩm|học sinh|đơn vị) (?P=once))"
    r"(?= ?[.,;)\n]| (?:trong|của|và|từ|đến|trở|đạt|so|được|tại|cho) )"
)
STILL = re.compile(
    r"(?i:từng|càng|ngày|mãi|vẫn|rất|cố|đoàn kết|thi đua|học(?! t))\b"
)  # said twice for its weight, “học, học nữa”

# “TRƯỜNG THCS Hà Khê Hà Khê, ngày 20 tháng 9”: the issuer and the place, in one line
PLACED = Pattern(r", ngày (?:\d|[.… ]|tháng)")

NAME = 5
"""So many words that begin with a capital are the name of a body."""


class DoubledWord(Rule):
    """Không chữ nào, cụm từ nào bị viết lặp.

    Tiếng Việt có nhiều chỗ lặp đúng (“hành vi vi phạm”, “Luật Luật sư”, “trực tiếp tiếp nhận”) nên chỉ báo ba loại không
    ngữ pháp nào cho phép: hư từ lặp, cả cụm từ lặp, và một chữ thừa trong cụm từ cố định.
    """

    alone = True
    tier = "thông lệ"
    source = "Chính tả tiếng Việt"
    good = (
        "Ủy viên Thường trực Hội đồng, Thường trực Hội đồng, các Ủy viên thực hiện.\n",
        "Viện kiểm sát kiểm sát việc tạm giữ; đoàn kiểm tra kiểm tra đột xuất; Ban Chỉ đạo chỉ đạo các xã.\n",
        "Từng bước, từng bước vươn lên; an toàn, an toàn hơn nữa; hộ nghèo, hộ cận nghèo.\n",
        "Xử lý hành vi vi phạm; Luật Luật sư; sử dụng dụng cụ; cán bộ trực tiếp tiếp nhận hồ sơ; Đảng ủy Ủy ban nhân dân.\n",
        "ĐẠI DIỆN KHỐI          ĐẠI DIỆN CỤM\nHiệu trưởng          Hiệu trưởng\n",
        "SỞ TƯ PHÁP SỞ NỘI VỤ\nGIÁM ĐỐC GIÁM ĐỐC\n",
        "TỔNG CỤC HẢI QUAN CỤC HẢI QUAN TỈNH LÃNG KHÊ\n",
        "Liên đội trường THCS Hà Khê Hà Khê, ngày 20 tháng 9 năm 2026 KẾ HOẠCH ủng hộ tủ sách.\n",
        "Kết quả quả là đáng mừng; phân khu khu vực phòng thủ; nhân viên chữa bệnh bệnh nhân tâm thần.\n",
        "Cụm loa xã biên tập tập “Chuyện làng”.\n",
        "Nhà nhà thi đua, người người, ngành ngành thi đua; học, học nữa, học mãi; | Năm 2025 | Năm 2025 |; làm ăn từ từ, bền vững.\n",
        "Trồng su su; rừng ràng ràng mít; hai việc song song; thôn thôn ra quân, bản bản hưởng ứng; bộ đội đội mưa tuần tra; mã số số 12.\n",
        "Các tổ chức chính trị - xã hội, tổ chức chính trị - xã hội - nghề nghiệp; Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam, "
        "Chủ tịch Tổng Liên đoàn Lao động Việt Nam.\n",
        "Nhiệm vụ của cấp ủy, của chính quyền, nhiệm vụ của cấp ủy và của đoàn thể; từ thôn đến xã, từ xã đến huyện, từ huyện đến tỉnh.\n",
        "Thực hiện từng bước, từng bước một; ngày ngày phấn đấu; mã số số 12; nghệ nhân nhân dân.\n",
    )
    bad = (
        "Chủ đề “Kỷ cương, sáng tạo, [[an toàn, an toàn→an toàn]], hiệu quả”.\n",
        "[[BỆNH BỆNH→BỆNH]] VIỆN ĐA KHOA HÀ KHÊ\n",
        "Bố trí [[các các→các]] nguồn kinh phí, giải ngân 486 [[tỷ tỷ→tỷ]] đồng.\n",
        "Ủy ban [[nhân nhân→nhân]] dân xã tổ chức thực hiện.\n",
        "Bộ phận một cửa [[tiếp nhận tiếp nhận→tiếp nhận]] hồ sơ.\n",
        "Nhà trường tổ [[chức chức→chức]] “Ngày hội đọc sách”; kinh tế phát [[triển triển→triển]].\n",
        "Tổ chức lễ phát động trước ngày 10 tháng 4 [[năm 2026 năm 2026→năm 2026]].\n",
        "Lãnh đạo xã; [[trưởng thôn, trưởng thôn→trưởng thôn]], người có uy tín.\n",
        "Thi đua dạy tốt, [[học tốt, học tốt→học tốt]], phục vụ tốt.\n",
        "Giảm ít nhất 5% số [[vụ vụ→vụ]] tai nạn giao thông; sáng kiến được công [[nhận nhận→nhận]] và áp dụng.\n",
        "Với sự [[lãnh lãnh→lãnh]] đạo của cấp ủy; trạm y tế đạt chuẩn, nâng cao chất [[lượng lượng→lượng]] phong trào.\n",
        "Các [[cơ quan cơ→cơ quan]] chức năng kiểm tra, xử lý theo thẩm quyền.\n",
        "Trực 24/24 [[giờ giờ→giờ]] trong mùa khô; trồng 1.200 [[cây cây→cây]].\n",
        "Vận động 650 đơn vị [[máu máu→máu]] an toàn; đăng trên mạng xã [[hội hội→hội]] của cơ quan.\n",
        "Báo cáo trước [[ngày ngày→ngày]] 15 tháng 12.\n",
        "Đại hội đánh giá kết quả thực hiện mục tiêu, nhiệm vụ của phong trào thi đua và công tác [[đánh giá kết quả thực hiện "
        "mục tiêu, nhiệm vụ của phong trào thi đua và công tác]] khen thưởng.\n",
        "KẾ HOẠCH\nPhát động thi đua\n\n1. Các phòng thực hiện.\n2. [[Phòng Kế hoạch, Phòng Kế hoạch→Phòng Kế hoạch]]: theo dõi chỉ tiêu.\n",
        "Thi đua trong các khu công nghiệp [[tỉnh Hà Tân Tỉnh Hà Tân]] có 8 khu công nghiệp.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._listed(doc)
        for match in DATE.finditer(doc.text, doc.body.start):
            yield self._twice(match.span(), match["once"])
        units = set()
        for match in UNIT.behind((end - 1 for _, end in doc.figures), 0, doc.text):
            units.add(match.end("twice"))
            yield self._twice(match.span("twice"), match["once"])
        for doubled in doubled_words(doc.tokens, shipped()):
            once = doc.text[doubled.start - len(doubled.words) : doubled.start]
            span = Span(doubled.start - len(once), doubled.end)
            if doubled.end in units or _set_apart(doc.text, span, once):
                continue
            if " " in once and doubled.words[0].isupper() and (once[0].islower() or _title(once)):
                message = f"“{once}” viết hai lần liền nhau: bỏ một, hoặc ngắt câu ở giữa."
                yield self.finding(span, message, severity=Severity.WARNING)
            else:
                yield self._twice(span, once, safe=once == doubled.words and once in ALONE)
        for doubled in clauses_twice(doc.text):
            words = doubled.words.split()
            message = (
                f"Đoạn từ “{' '.join(words[:3])}” đến “{' '.join(words[-2:])}” viết hai lần liền nhau, nên bỏ một."
            )
            yield self.finding((doubled.start, doubled.end), message, severity=Severity.WARNING)
        for doubled in begun_twice(doc.tokens, shipped(), context.in_use()):
            again = doc.text[doubled.start : doubled.end].split()[-1]
            message = f"Sau “{doubled.words}” thừa chữ “{again}”, nên bỏ."
            yield self.finding((doubled.start, doubled.end), message, doubled.words)

    def _twice(self, span: tuple[int, int], once: str, *, safe: bool = False) -> Finding:
        return self.finding(span, f"“{once}” bị viết hai lần liền nhau, nên bỏ một.", once, safe=safe)

    def _listed(self, doc: Document) -> Iterator[Finding]:
        """One item of a list twice, between commas of its own."""
        tokens, texts = doc.tokens, doc.tokens.texts
        marks = sorted(at for mark in OPENS for at in tokens.word_places.get(mark, ()) if at + 1 < len(texts))
        alike = [one for one, other in pairwise(marks) if texts[other] == "," and texts[one + 1] == texts[other + 1]]
        for match in AGAIN.behind(map(tokens.start, alike), 0, doc.text):
            words = match["words"]
            if not STILL.match(words):
                message = f"“{words}” kể hai lần liền nhau, nên bỏ một."
                yield self.finding((match.start("words"), match.end("again")), message, words)
        for match in WHO.behind(occurrences("\n", doc.text, *doc.body), 0, doc.text):
            if not STILL.match(match["words"]):
                message = f"“{match['words']}” kể hai lần liền nhau, nên bỏ một."
                yield self.finding((match.start("words"), match.end("again")), message, match["words"])


def _set_apart(text: str, span: Span, once: str) -> bool:
    """Do the two stand in columns side by side, as posts or as bodies?"""
    words = text[span.start : span.end]
    above = once.isupper() and text[: span.start].endswith("TỔNG ")  # the body above and the issuer, in one line
    placed = words[-1:].isalpha() and PLACED.match(text, span.end) and once[0].isupper()
    return GAP in words or above or bool(placed) or _two_posts(text, span)


def _title(once: str) -> bool:
    """Is it a title, and the sentence below it begins with the same words, pasted in one line?"""
    return len(once.split()) >= NAME and once[0].isupper()


def _two_posts(text: str, span: Span) -> bool:
    """Is it a line of its own in capitals, “GIÁM ĐỐC GIÁM ĐỐC”, where two posts sign side by side?"""
    words = text[span.start : span.end]
    return words.isupper() and words.count(" ") > 1 and text[slice(*line_bounds(text, span.start))].strip(" *") == words
