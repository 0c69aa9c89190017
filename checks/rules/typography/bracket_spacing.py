"""Dấu cách quanh ngoặc."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import is_syllable
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_address, in_quotes, in_table, line_bounds, word_after, word_before

INSIDE = (
    Pattern(r"\( +(?=\w)", needs="( "),
    Pattern(r" \)", needs=" )"),
    Pattern(r"“ +(?=\w)", needs="“ "),
    Pattern(r" ”(?!\w)", needs=" ”"),
)
# “tỉnh(qua Sở Nội vụ)”, “giải bóng đá.(có thể lệ kèm theo)”, “(theo mẫu)gửi về”
BEFORE = Pattern(r"\((?=[^\W\d_]{2})", needs="(")
# “Đảng Cộng sản Việt Nam(3/2/1930 - 3/2/2026)”
BEFORE_DATE = Pattern(r"\((?= ?\d{1,2}[/-]\d)", needs="(")
# “cuộc vận động“Vì người nghèo””; a text in two lines has no blank there either
BEFORE_QUOTE = Pattern(r"“(?=\w)", needs="“")
# “mục tiêu " Toàn thể cán bộ …"”: a straight mark with blanks on both sides
STRAIGHT = Pattern(r'(?<=\w) +(?P<mark>") +(?=\w)', hooks=(' "',))
AFTER = (Pattern(r"\)(?=[^\W\d_]{2})", needs=")"), Pattern(r"”(?=[^\W\d_]{2})", needs="”"))


class BracketSpacing(Rule):
    """Ngoặc đơn, ngoặc kép viết liền với chữ bên trong, cách chữ bên ngoài một dấu cách."""

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ), phong trào “Dân vận khéo”.\n",
        "chủ đề năm 2026 ”Đoàn kết”.\n",
        "đạt (……… ) hộ; chọn một (hoặc nhiều) phương án a) hoặc b).\n",
        "Chọn một: đồng ý ( ), không đồng ý ( ). Theo quy định hiện hành(1), các thôn(*) báo cáo (theo mẫu)1.\n",
        "- Lưu: VT, TSS(Phân tích), CN(2b)THH; phương án a(nếu có); phong trào “Dân vận khéo”2.\n",
        "Xem https://tanthanh.example/thi-dua(nam)moi và bảng:\nChỉ tiêu | Kế hoạch(tỷ đồng) | ( ước) và (tỷ đồng)cả năm\n",
    )
    bad = (
        "báo cáo Ủy ban nhân dân tỉnh ([[ →]]qua Sở Nội vụ).\n",
        "tỷ lệ hộ nghèo (giảm 2%[[ →]]), thu nhập (tăng (so với 2025)[[ →]]).\n",
        "phong trào “Dân vận khéo[[ →]]” trên địa bàn.\n",
        "báo cáo Ủy ban nhân dân tỉnh[[→ ]](qua Sở Nội vụ).\n",
        "ngày thành lập Hội Nông dân Việt Nam[[→ ]](14/10/1930 - 14/10/2026).\n",
        "kỷ niệm Ngày Nhà giáo Việt Nam[[→ ]]([[ →]]20/11/1982 - 20/11/2026).\n",
        "Tổ chức giải bóng đá nam.[[→ ]](có thể lệ kèm theo)\n",
        "hưởng ứng cuộc vận động[[→ ]]“Vì người nghèo” trong tháng cao điểm.\n",
        'Chủ đề năm học "[[ →]]Trung thực, trách nhiệm" của trường; thực hiện “mục tiêu kép[[ →]]" trong năm.\n',
        "Nhớ lời dạy “Không thầy đố mày làm nên.”[[→ ]]Lời ấy còn mãi.\n",
        "(theo mẫu gửi kèm)[[→ ]]trước ngày 30 tháng 11.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pattern in INSIDE:
            for match in pattern.finditer(text):
                opening = match[0][0] != " "
                start, end = (match.start() + 1, match.end()) if opening else (match.start(), match.end() - 1)
                beside = text[end] if opening else text[start - 1 : start]
                if (beside.isalnum() or beside in ("%", ")", ".")) and not in_table(doc, end):
                    yield self.finding((start, end), "Thừa dấu cách ở trong ngoặc.", "", safe=True)
        for match in BEFORE.finditer(text):
            at = match.start()
            word = word_before(text, at - 1 if text[at - 1 : at] in (".", ";", ",") else at)
            if len(word) > 1 and word.islower() and not in_address(text, at) and not in_table(doc, at):
                yield self.finding((at, at), "Thiếu dấu cách trước dấu mở ngoặc.", " ", safe=True)
        for match in BEFORE_DATE.finditer(text):
            at = match.start()
            word = word_before(text, at)
            if len(word) > 1 and (word.islower() or word.istitle()) and not in_table(doc, at):
                yield self.finding((at, at), "Thiếu dấu cách trước dấu mở ngoặc.", " ", safe=True)
        for match in BEFORE_QUOTE.finditer(text):
            at = match.start()
            if text[at - 1 : at].isalpha() and at and not in_table(doc, at):
                yield self.finding((at, at), "Thiếu dấu cách trước dấu mở ngoặc kép.", " ", safe=True)
        for match in STRAIGHT.finditer(text):
            at = match.start("mark")
            opens = text.count('"', line_bounds(text, at)[0], at) % 2 == 0 and not in_quotes(text, at)
            if not in_table(doc, at):
                span = (at + 1, match.end()) if opens else (match.start(), at)
                yield self.finding(span, "Thừa dấu cách ở trong ngoặc.", "")
        for match in (m for mark in AFTER for m in mark.finditer(text)):
            at = match.end()
            behind = word_after(text, at)
            closed = match[0] == "”" and not text[match.start() - 1].isspace()
            said = closed and behind.istitle() and is_syllable(behind.lower())  # “… yêu mến thầy.”Hay
            if (behind.islower() or said) and not in_address(text, at) and not in_table(doc, at):
                yield self.finding((at, at), "Thiếu dấu cách sau dấu đóng ngoặc.", " ", safe=True)
