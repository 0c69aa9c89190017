"""Dấu cách sau dấu câu."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import is_syllable
from checks.letters import CAPITAL, SMALL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_address, in_table, word_after, word_before
from checks.tables import words

# “chính trị,văn hóa”, “thực hiện;báo cáo”, “thi đua:Từ ngày”, “doanh nghiệp.Các ngành”
TIGHT = (
    Pattern(r",(?=[^\W\d_]{2})", needs=","),
    Pattern(r";(?=[^\W\d_]{2})", needs=";"),
    Pattern(r":(?=[^\W\d_]{2})", needs=":"),
    Pattern(r"\.(?=[^\W\d_]{2})", needs="."),
)
# “Điều 3.Quyết định này”
ARTICLE = Pattern(r"Điều \d{1,3}\.(?=[" + CAPITAL + r"][" + SMALL + r"])", hooks=("Điều ",))
# “I.MỤC ĐÍCH”, “1.Nội dung”: the number of a heading
HEADED = Pattern(r"\n[^\S\n]*(?:[IVX]{1,5}|\d{1,2})\.(?=[" + CAPITAL + r"][" + CAPITAL + SMALL + r"]+ )", hooks=("\n",))
YEAR = Pattern(r"(?:19|20)\d\d")
SHORT_FORMS = words("th ts gs pgs bs tp tx tt st mr mrs dr vol ks cn nguyen")


class SpaceAfterMark(Rule):
    """Sau dấu chấm, phẩy, hai chấm, chấm phẩy có một dấu cách.

    Số thập phân, giờ, địa chỉ trang tin và chữ viết tắt (“v.v.”, “TP.HCM”, “KT.CHỦ TỊCH”) viết liền nên không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "Lúc 7:30 ngày 02/9/2026, tại a.b@an-phu.gov.vn và https://an-phu.gov.vn/a,b; tỷ lệ 8,5%; mục 3.5.\n",
        "Tăng 12,5%; lúc 7:30; v.v. và Trang thông tin https://sonthuy.gov.vn,mục Thi đua.\n",
        "KT.CHỦ TỊCH, TP.HCM, T.Ư, các điểm a,b,c.\n| Thôn Hạ,thôn Trung | 20 |\n",
        "Gửi tệp Kế hoạch.docx; bs.Trần Thị Mai; Nxb.Trẻ; CĐCS.Trần Văn Bình; xem tr.Phụ lục; TUQ.Giám đốc.\n",
    )
    bad = (
        "phát triển kinh tế,[[→ ]]văn hóa, xã hội.\n",
        "hoàn thành chỉ tiêu được giao.[[→ ]]Các phòng, ban chủ động thực hiện.\n",
        "chào mừng Ngày thành lập Đoàn (26/3/1931 - 26/3/2026).[[→ ]]Được sự chỉ đạo của Ban Giám hiệu, Liên đội tổ chức hội thi.\n",
        "theo Nghị quyết Đại hội lần thứ XI của Đảng.[[→ ]]Cùng với việc đẩy mạnh phong trào thi đua, các xã quan tâm điển hình.\n",
        "nghị quyết của Công đoàn ngành Y tế,[[→ ]]Công đoàn Bệnh viện.\n",
        "ngày thành lập Đảng Cộng sản Việt Nam.[[→ ]]Chuẩn bị các hoạt động mừng xuân.\n",
        "Ngày Chuyển đổi số quốc gia năm 2025.[[→ ]]Với chủ đề mới, tỉnh tổ chức nhiều hoạt động.\n",
        "các thôn (5 thôn),[[→ ]]tổ dân phố tham gia.\n",
        "đăng ký thi đua;[[→ ]]tổ chức ký kết giao ước.\n",
        "Kế hoạch tổ chức kỷ niệm ngày 20/11/2026;[[→ ]]Thực hiện chỉ đạo của Hiệu trưởng.\n",
        "Căn cứ kế hoạch năm học.\nI.[[→ ]]MỤC ĐÍCH, YÊU CẦU\n1.[[→ ]]Mục đích của phong trào\n",
        "Điều 3.[[→ ]]Quyết định này thay thế Quyết định số 12/QĐ-UBND.\n",
        "đường hẹp, dốc...[[→ ]]thì xe phải đi chậm.\n",
        "trồng ngô, khoai, sắn...[[→ ]]Trong vụ xuân, các thôn thi đua gieo cấy.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pattern in TIGHT:
            for match in pattern.finditer(text):
                at = match.end()
                if self._slip(text, match.start()) and not in_address(text, at) and not in_table(doc, at):
                    yield self.finding((at, at), f"Thiếu dấu cách sau dấu “{match[0]}”.", " ", safe=True)

        for match in HEADED.finditer(text):
            if not in_table(doc, match.end()):
                yield self.finding((match.end(), match.end()), "Thiếu dấu cách sau dấu “.”.", " ", safe=True)
        for match in ARTICLE.finditer(text):
            yield self.finding((match.end(), match.end()), "Thiếu dấu cách sau dấu “.”.", " ", safe=True)

    def _slip(self, text: str, mark: int) -> bool:
        before, after = word_before(text, mark), word_after(text, mark + 1)
        if text[mark - 2 : mark] == "..":  # “xâm lược Pháp...Trong điều kiện”
            before = word_before(text, mark - 2)
            goes_on = (
                after.islower() and is_syllable(after) and text[mark - 3 : mark - 2] != "."
            )  # “che khuất tầm nhìn...thì”
            return (after.istitle() or goes_on) and len(before) > 1 and before[1:].islower()
        if text[mark] != ".":
            known = ((before.islower() or before.istitle()) and len(before) > 1) or text[mark - 1 : mark] in (")", "”")
            known = known or (text[mark] == ";" and text[mark - 1 : mark].isdigit())  # “20/11/2026;Thực hiện”
            return known and not after[1:].isupper()
        if YEAR.match(text, mark - 4) and text[mark - 5 : mark - 4] in (" ", "/", "-"):  # “năm 2025.Với chủ đề”
            return after.istitle() and is_syllable(after.lower())
        # “giao.Các”: a file name, an abbreviation or a foreign name has no small word before a capitalised one
        closed = text[mark - 1 : mark] in (")", "”")
        name = before.istitle() and not before.isascii()  # “của Đảng.Cùng với”, not “Nxb.Trẻ”
        name = name or text.endswith("Việt Nam", 0, mark)
        return after.istitle() and (
            closed or ((before.islower() or name) and len(before) > 2 and before not in SHORT_FORMS)
        )
