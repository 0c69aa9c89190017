"""Câu thiếu vế chính trước lời phát động."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_bounds

ISSUER = (
    r"(?:Chủ tịch|Giám đốc|Hiệu trưởng|Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Ban|Bộ|Cục|Viện|Phòng|Trường|Nhà trường|Bệnh viện|Trung tâm|Công ty|"
    r"Công đoàn|Liên đoàn|Liên đội|Đoàn|Hội|Đảng ủy|Đảng uỷ|Chi bộ|Tòa án|Toà án|LĐLĐ) "
)
# “… trước hạn. Ủy ban nhân dân xã phát động”, “… năm 2026. Ngày 05/10/2026, UBND xã ban hành Kế hoạch”
ORDER = Pattern(
    r"\. (?=(?P<day>Ngày \d[\d/-]+,? )?" + ISSUER + r"[^.;\n]{0,90}?"
    r"(?:phát động|kêu gọi|(?:ban hành|xây dựng|lập) (?:Chỉ thị|[Kk]ế hoạch|Hướng dẫn)))"
)
# “Thực hiện Kế hoạch … của tỉnh.⏎Ủy ban nhân dân xã báo cáo”: the preface is a paragraph of its own
ORDER_BELOW = Pattern(
    r"\.\n+(?=(?:Nay )?" + ISSUER + r"[^.;\n]{0,90}?"
    r"(?:phát động|kêu gọi|báo cáo|(?:ban hành|xây dựng|lập) (?:Chỉ thị|[Kk]ế hoạch|Hướng dẫn)))"
)
# “Căn cứ Luật …, Ủy ban nhân dân xã ban hành”: the main clause follows
# and “từ Tết năm 2023, Hội Chữ thập đỏ Việt Nam triển khai Phong trào”
ORDERED = Pattern(
    r", " + ISSUER + r"[^.;\n]{0,90}?(?:phát động|kêu gọi|ban hành|xây dựng|lập|triển khai|tổ chức|đã) ", needs=", "
)
# “… các gương điển hình. Đặc biệt là người trực tiếp sản xuất”: what it stresses stands in the sentence before.
APART = Pattern(
    r"\. (?:Đặc biệt là|Nhất là|Trong đó có) (?=[^\W\d_])", needs=(". Đặc biệt là ", ". Nhất là ", ". Trong đó có ")
)
# “Với sự quan tâm của cấp ủy, sự ủng hộ của người dân. Phong trào đã …”: help and no deed
HELP = Pattern(r"(?<!\w)Với (?P<help>sự [^.;:\n]{20,300})\. (?=[" + CAPITAL + r"])", hooks=("Với sự ",))
HELPERS = ("sự ", "cùng sự ", "cùng với sự ", "và sự ")
DEEDS = Pattern(r" (?:đã|đang|sẽ|là|có|đạt|được|phải|cần|hoàn thành|vượt|trở thành|tạo) ")
OPENINGS = (
    "Để ",
    "Nhằm ",
    "Với tinh thần ",
    "Trên tinh thần đó, ",
    "Với quyết tâm ",
    "Với mục tiêu ",
    "Hướng tới ",
    "Phát huy ",
    "Tiếp nối ",
)
# “Hằng năm căn cứ vào kế hoạch của cấp trên”: a ground alone, of one piece
GROUND = re.compile(r"(?:H[àằ]ng năm,? c|C)ăn cứ(?: vào)? [^,]{5,120}")
# “những kết quả đạt được”, “để đạt các mục tiêu”: no deed of the preface
# “những kết quả đã đạt được, …”, “nhiệm vụ được giao năm 2026”: said of results and tasks, no main clause
TO_REACH = re.compile(r"(?:kết quả|thành tích|mục tiêu)(?: đã)? đạt được|để đạt(?: được)? ")
DONE = re.compile(r" đã (?:đạt được|đề ra)(?=[,;]|$| năm \d{4}$)|(?: đã)? được giao(?=[ ,;]|$)")
GROUNDS = ("Căn cứ ", "Thực hiện ", "Hưởng ứng ", "Trên cơ sở ")
"""What a preface goes by; elsewhere “Thực hiện …” is an order of its own."""
TOLD = (" đã ", " đạt ", " cần ", " phải ", " được ")
GOALS = (", quyết tâm ", ", ra sức ", ", phấn đấu ", "; quyết tâm ")
MAIN_CLAUSE = (
    " yêu cầu ",
    " đề nghị ",
    " cần ",
    " phải ",
    " phát động ",
    " kêu gọi ",
    " ban hành ",
    " giao ",
    " đã ",
    " là ",
)


class SentenceFragment(Rule):
    """Phần mở đầu “Để …”, “Với tinh thần …”, “Phát huy …, quyết tâm …” nối với vế chính bằng dấu phẩy, không tách thành câu riêng.

    Dấu chấm trước “Ủy ban nhân dân … phát động” làm phần đứng trước thành câu không có vế chính.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Quy tắc đặt câu tiếng Việt"
    good = (
        "Để hoàn thành kế hoạch năm 2026, Ủy ban nhân dân xã phát động phong trào thi đua.\n",
        "Để hoàn thành kế hoạch, các đơn vị cần chủ động. Ủy ban nhân dân xã phát động phong trào thi đua.\n",
        "Năm 2025 đạt nhiều kết quả. Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua.\n",
        "Thực hiện Chỉ thị của Tỉnh ủy, các thôn đã làm xong 4 tuyến đường. Ủy ban nhân dân xã phát động đợt thi đua mới.\n",
        "Căn cứ Kế hoạch số 12/KH-UBND, Ủy ban nhân dân xã ban hành Kế hoạch năm. Ban Công tác Mặt trận phát động thi đua.\n",
        "Với sự nỗ lực của thầy và trò, trường đã đạt chuẩn. Ủy ban nhân dân xã khen thưởng.\n",
        "Với sự quan tâm của huyện, sự đồng lòng của người dân, xã có thêm 4 tuyến đường. Các thôn làm tốt là thôn 2 và thôn 5.\n",
        "Căn cứ Hướng dẫn số 35/HD-HCTĐ của Trung ương Hội, từ Tết năm 2026, Hội Chữ thập đỏ huyện triển khai phong trào “Tết Nhân ái”. "
        "Ban Thường vụ Hội Chữ thập đỏ huyện ban hành Hướng dẫn thực hiện như sau.\n",
        "Căn cứ Luật Thi đua, khen thưởng năm 2022.\nỦy ban nhân dân xã ban hành Kế hoạch như sau.\n",
        "I. MỤC TIÊU\n\nHoàn thành kế hoạch.\n\nII. NỘI DUNG\n\nThực hiện Kế hoạch chuyển đổi số. Trường học phát động tuần lễ đọc sách.\n",
    )
    bad = (
        "Tập trung tuyên truyền các gương điển hình[[. Đ→, đ]]ặc biệt là người trực tiếp lao động, sản xuất.\n",
        "Phát huy truyền thống quê hương, quyết tâm về đích nông thôn mới trước hạn[[.→,]] Ủy ban nhân dân xã phát động đợt cao điểm.\n",
        "Căn cứ Chỉ thị số 12-CT/TU của Tỉnh ủy về phong trào thi đua[[.→,]] UBND xã ban hành Kế hoạch thực hiện như sau.\n",
        "Trên cơ sở các kết quả đạt được, để đạt mục tiêu năm 2026 của Kế hoạch số 12/KH-UBND[[.→,]] UBND xã ban hành Kế hoạch như sau.\n",
        "Thực hiện Kế hoạch số 52/KH-TLĐ của Tổng Liên đoàn về hội nghị điển hình tiên tiến[[.→,]]\nLĐLĐ huyện báo cáo kết quả như sau.\n",
        "Thực hiện nhiệm vụ năm học 2025 - 2026[[. N→; n]]hằm chào mừng ngày thành lập Đội[[.→,]] Liên đội xây dựng kế hoạch hoạt động.\n",
        "Nhằm hoàn thành vượt mức các chỉ tiêu, nhiệm vụ đã đề ra năm 2026[[.→,]] Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua.\n",
        "Để về đích nông thôn mới trong năm 2026[[. N→, n]]gày 05/10/2026, UBND xã phát động đợt ra quân làm đường.\n",
        "Trên tinh thần đó, nhằm giữ vững những kết quả đã đạt được, hoàn thành kế hoạch được giao năm 2026[[.→,]] Ban Giám đốc Công ty phát động thi đua.\n",
        "Năm qua nhiều thôn làm tốt. Hằng năm căn cứ vào hướng dẫn của cấp trên[[.→,]] Đảng ủy xã đã xây dựng và ban hành Kế hoạch học tập.\n",
        "Với sự chỉ đạo của cấp ủy, chính quyền, sự ủng hộ của người dân và sự giúp đỡ của các hội, doanh nghiệp[[.]] Phong trào lan rộng khắp 12 thôn.\n",
        "Để hoàn thành kế hoạch năm 2026[[. V→; v]]ới tinh thần “Kỷ cương, sáng tạo”[[.→,]] Chủ tịch Ủy ban nhân dân tỉnh phát động "
        "phong trào thi đua.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in ORDER.finditer(text, doc.body.start, doc.body.end):
            dot, last = match.start(), True
            while (start := sentence_start(text, dot)) is not None and self._fragment(doc, start, dot):
                message = "Câu này chưa có vế chính; nối với vế sau bằng dấu phẩy."
                if last and match["day"]:
                    yield self.finding((dot, dot + 3), message, f", {text[dot + 2].lower()}")
                elif last:
                    yield self.finding((dot, dot + 1), message, ",")
                else:
                    yield self.finding(
                        (dot, dot + 3), message.replace("phẩy", "chấm phẩy"), f"; {text[dot + 2].lower()}"
                    )
                if text[start - 2 : start] != ". ":
                    break
                dot, last = start - 2, False
        for match in ORDER_BELOW.finditer(text, doc.preface.start, doc.preface.end):
            dot = match.start()
            start = sentence_start(text, dot)
            # “Căn cứ Luật ….” stands in a list of grounds, each on its line.
            if start is not None and not text.startswith("Căn cứ ", start) and self._fragment(doc, start, dot):
                yield self.finding((dot, dot + 1), "Đoạn này chưa có vế chính; nối với đoạn sau bằng dấu phẩy.", ",")
        for match in HELP.finditer(text, doc.body.start, doc.body.end):
            told = match["help"]
            # “của cấp ủy, chính quyền”: the end of a part, not a part
            parts = [part for part in told.split(", ") if len(part.split()) > 2]
            if all(part.startswith(HELPERS) for part in parts) and told.count("sự ") > 1 and not DEEDS.search(told):
                at = match.end() - 2
                yield self.finding((at, at + 1), "Câu này chưa có vế chính; nối với câu sau bằng dấu phẩy.")
        for match in APART.finditer(text, doc.body.start, doc.body.end):
            at = match.start()
            message = "Câu này chưa có vế chính; nối với câu trước bằng dấu phẩy."
            yield self.finding((at, at + 3), message, f", {text[at + 2].lower()}")

    def _fragment(self, doc: Document, start: int, dot: int) -> bool:
        sentence = doc.text[start:dot].lstrip()
        if sentence.startswith(GROUNDS) and start < doc.preface.end:
            told = TO_REACH.sub("", sentence)
            return ORDERED.search(sentence) is None and not any(word in told for word in TOLD)
        if GROUND.fullmatch(sentence):
            return not any(word in sentence for word in TOLD)
        return fragment(sentence)


def sentence_start(text: str, dot: int) -> int | None:
    """Where the sentence that ends at ``dot`` begins in its paragraph."""
    line = line_bounds(text, dot)[0]
    before = text.rfind(". ", line, dot)
    start = before + 2 if before >= 0 else line
    return start if start < dot else None


def fragment(sentence: str) -> bool:
    """An opening without a main clause; “Phát huy …” also opens orders, so it must name its goal."""
    said = DONE.sub("", sentence)
    if not said.startswith(OPENINGS) or any(verb in said for verb in MAIN_CLAUSE):
        return False
    return not sentence.startswith(("Phát huy ", "Tiếp nối ")) or any(goal in sentence for goal in GOALS)
