"""Chữ thường sau “về việc”, “chào mừng”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.citations import Citation
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, word_after, word_before

_WORK = (
    r"(?P<word>Tổ|Phát|Thực|Tăng|Triển|Ban|Đẩy|Phê|Hướng|Xây|Tiếp|Điều|Sửa|Thành|Kiện|Công|Giao|Phân|Nâng|Bổ|Thay|Quy) "
    r"(?:chức|động|hiện|cường|khai|hành|mạnh|duyệt|dẫn|dựng|tục|chỉnh|đổi|lập|toàn|bố|công|cao|sung|thế|định|nhiệm vụ)(?!\w)"
)
# “về việc Tổ chức đại hội”, “V/v Phát động phong trào”, “về Phát động đợt thi đua”
ABOUT = Pattern(rf"(?:về việc|V/v|về) {_WORK}", hooks=("về ", "V/v "))
# “thi đua lập thành tích chào mừng Kỷ niệm 75 năm”
OCCASION = Pattern(
    r"(?P<before>chào mừng|nhân dịp|hướng tới|dịp) (?P<word>Kỷ|Kỉ) niệm(?!\w)", hooks=("Kỷ niệm", "Kỉ niệm"), back=10
)
# “Công văn số 10/CĐN của Công đoàn ngành Về việc tổ chức …”
INSIDE = Pattern(r"(?<=[^\W\d_] )(?P<word>Về) việc (?=[^\W\d_])", hooks=("Về việc ",))
# “của Chính phủ Quy định chi tiết”, “của Ủy ban nhân dân tỉnh Phê duyệt Đề án”: the title behind its issuer
BEGUN = Pattern(r" (?P<word>Quy|Ban|Phê|Sửa|Hướng) (?:định|hành|duyệt|đổi|dẫn)(?= [^\W\d_])")
# “ban hành Chỉ thị số 15/CT-UBND Về thực hiện nhiệm vụ”
BARE = Pattern(r",? (?P<word>Về)(?= [^\W\d_A-ZĐ])")
NAMES = frozenset({"Tổ", "Ban", "Công", "Hướng", "Quy", "Điều"})
"""What a name may begin with: “Tổ chức Y tế thế giới”, “Ban Tổ chức”."""

EVENTS = frozenset({"Đại", "Lễ", "Cuộc", "Hội"})
"""What is organised has its capital too: “về việc Tổ chức Đại hội Đoàn các cấp”."""


class AboutCase(Rule):
    """Sau “về”, “về việc”, “V/v”, “chào mừng”, “nhân dịp” viết tiếp bằng chữ thường: “về việc tổ chức …”, “chào mừng kỷ niệm …”.

    Trích yếu khi viện dẫn, cả sau cơ quan ban hành (“của Chính phủ quy định chi tiết”), là phần tiếp của câu; chữ hoa của trích
    yếu in riêng một dòng không mang theo. Tên riêng (“về Tổ chức Thương mại thế giới”), tên văn bản (“về Hướng dẫn số …”) và dòng
    in hoa không xét.
    """

    severity = Severity.STYLE
    alone = True
    tier = "gợi ý"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II (những trường hợp viết hoa không có trường hợp này)"
    good = (
        "Chỉ thị số 12-CT/TU của Tỉnh ủy về tổ chức phong trào; bài viết về Tổ chức Y tế thế giới; ý kiến về Hướng dẫn số 40/HD-SNV.\n",
        "chào mừng kỷ niệm 50 năm; Ban Tổ chức Kỷ niệm 50 năm ngày thành lập xã; nhân dịp “Kỷ niệm xưa”.\n",
        "đợt thi đua “Tuổi trẻ hướng tới Kỷ niệm 50 năm”; dòng “V/v Phát động phong trào” của công văn.\n",
        "VỀ VIỆC PHÁT ĐỘNG PHONG TRÀO THI ĐUA; ý kiến về Công đoàn, về Ban Tổ chức.\n",
        "Kế hoạch số 06-KH/BCĐ ngày 14/8/2026 “Về tổ chức phong trào”; Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân xã ban hành "
        "Quy định về khen thưởng; theo Nghị quyết số 07-NQ/ĐU của Đảng ủy. Quy định này có hiệu lực.\n",
    )
    bad = (
        "Kế hoạch của Thành đoàn về việc [[Tổ→tổ]] chức đại hội đoàn các cấp; về việc [[Tổ→tổ]] chức Lễ phát động.\n",
        "Công văn số 10/CĐN-TĐ ngày 20/02/2026 của Công đoàn ngành [[Về→về]] việc tổ chức các hoạt động tháng 3.\n",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ [[Quy→quy]] định về phân cấp trong lĩnh vực thi đua, khen thưởng;\n",
        "Quyết định số 605/QĐ-UBND ngày 16/3/2026 của Ủy ban nhân dân tỉnh [[Phê→phê]] duyệt Đề án Chính quyền số.\n",
        "ban hành Chỉ thị số 15/CT-UBND [[Về→về]] thực hiện một số nhiệm vụ chủ yếu năm học 2026 - 2027.\n",
        "Kế hoạch của huyện về việc [[Tổ→tổ]] chức “Ngày hội trồng rừng” xuân Bính Ngọ.\n",
        "Kế hoạch của huyện về việc [[Thực→thực]] hiện Nghị quyết số 07-NQ/HU của Huyện ủy.\n",
        "thi đua lập thành tích chào mừng [[Kỷ→kỷ]] niệm 50 năm ngày thành lập huyện.\n",
        "Kế hoạch số 74/KH-UBND của Ủy ban nhân dân huyện về [[Phát→phát]] động đợt thi đua cao điểm.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in ABOUT.finditer(text):
            following = word_after(text, match.end() + 1)
            word = match["word"]
            # What follows in quotation marks is organised, no part of a name: “về việc Tổ chức “Tết trồng cây””
            quotes = text.startswith(("“", '"'), match.end() + 1)
            may_name = word in NAMES and not following.islower() and following not in EVENTS and not quotes
            named = following == "số" or may_name
            if named or in_quotes(text, match.start()):
                continue
            work = text[match.start("word") : match.end()].lower()
            message = f"Sau “{match[0][: -len(work)].strip()}” viết chữ thường: “{work}”."
            yield self.finding(match.span("word"), message, word.lower())
        for citation in doc.citations:
            yield from self._title(text, citation)
        for match in INSIDE.finditer(text):
            if word_before(text, match.start() - 1).islower() and not in_quotes(text, match.start()):
                yield self.finding(match.span("word"), "“Về việc” giữa câu viết chữ thường.", "về")
        for match in OCCASION.finditer(text):
            if not in_quotes(text, match.start()):
                small = match["word"].lower()
                yield self.finding(
                    match.span("word"), f"Sau “{match['before']}” viết chữ thường: “{small} niệm”.", small
                )

    def _title(self, text: str, citation: Citation) -> Iterator[Finding]:
        """The title of a cited document goes on with its sentence."""
        start, end = citation.number_span.end, citation.span.end
        if citation.issuer:
            start = text.find(citation.issuer, start) + len(citation.issuer)
        elif citation.date_span:
            start = citation.date_span.end
        about = BARE.match(text, start, end)
        begun = BEGUN.match(text, start) if citation.issuer and not citation.title else None
        match = about or begun
        if match is None or text.startswith("Về việc", match.start("word")) or in_quotes(text, match.start()):
            return
        message = "Trích yếu của văn bản được viện dẫn nối tiếp câu nên viết thường chữ đầu."
        yield self.finding(match.span("word"), message, match["word"].lower())
