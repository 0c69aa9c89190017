"""Văn bản được viện dẫn: ngày, cơ quan ban hành, tên gọi, hiệu lực."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts import wording
from checks.facts.citations import Citation
from checks.facts.dates import as_written, mentions, short, words
from checks.facts.known_documents import KnownDocument, amendments, law_names, laws, numbered, signed, slip
from checks.facts.sentences import clause_start, sentence
from checks.finding import Finding, Severity, Span
from checks.language import context
from checks.language.lexicon import shipped
from checks.language.nonwords import mended
from checks.letters import capital
from checks.patterns import Pattern
from checks.rule import Rule

# “ngày 15/5/2016 về việc tiếp tục …”: where the title begins
ABOUT = Pattern(
    r"(?: Trung ương)?(?: Đảng)?(?: \(?kh(?:óa|oá) [IVXL]+\)?)?[,:]? *[“\"]?(?P<about>(?:về|Về)(?: việc)? [“\"]?)?",
    flags=re.IGNORECASE,
)
LAW = "Luật "
LONGEST = 120
"""No name of a law in the table is longer."""
AMENDING = ("một số điều của", "một số điều", "các điều của", "bổ sung")
"""What stands before the name of a law in the name of the law that amends it."""
OWNERS = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Thủ tướng Chính phủ", "Chính phủ", "Quốc hội")
"""Issuers that are told apart; others are written in too many ways to compare."""
LAW_DATE = Pattern(r"(?: số \S+?)?(?:,? (?:năm (?P<year>\d{4})|(?:ký |thông qua )?(?=ngày)))")
# A sentence that tells of a document's end, of its review or of the time before is right to name it
HISTORY = Pattern(
    r"thay thế|bãi bỏ|hết hiệu lực|sửa đổi|bổ sung bởi|trước đây|(?:tổng kết|sơ kết|kết quả)[^.;,]{0,30}(?:thực hiện|thi hành|triển khai|\d năm)|"
    r"sau \d+ năm|\d+ năm thực hiện|theo quy định tại thời điểm|"
    r"trước ngày|từng |chuyển tiếp"
)
# “Thông tư số 02/2011/TT-BNV … về hướng dẫn Nghị định số 42/2010/NĐ-CP”: the last words of a title before the decree it explains
EXPLAINS = Pattern(
    r"(?:hướng dẫn|quy định chi tiết)(?: thi hành| thực hiện)?(?: một số (?:điều|nội dung) của)? $", flags=re.IGNORECASE
)
TITLE_END = 60
SAME_TITLE = 0.6
"""A text that follows so much of a title means that document."""


SURE = 6
"""So many words of a title tell which document of that day is meant."""


class CitedDocument(Rule):
    """Văn bản được viện dẫn ghi đúng ngày, đúng cơ quan ban hành, đúng tên gọi và còn hiệu lực vào ngày ban hành văn bản này.

    So với bảng các văn bản thường được viện dẫn về thi đua, khen thưởng. Số của văn bản Đảng được đánh lại sau mỗi nhiệm
    kỳ, số chỉ thị của Thủ tướng đánh lại mỗi năm, nên một số chỉ bị coi là ghi sai ngày khi tên gọi khớp hoặc ngày chỉ lệch một chỗ.
    Văn bản không có trong bảng là chưa kiểm chứng, không phải sai; dòng nào của bảng chưa đối chiếu với văn bản gốc thì
    chỉ nhắc nhẹ hơn một mức. Câu nói về việc thay thế, tổng kết một văn bản được
    phép nêu văn bản đã hết hiệu lực.
    """

    severity = Severity.WARNING
    tier = "luật"
    # The table, with a source for each line: checks/data/documents.toml
    source = (
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm b (số, ngày, cơ quan, trích yếu); "
        "hiệu lực của từng văn bản theo bảng tra kèm chương trình, mỗi dòng có nguồn"
    )
    good = (
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"
        "Tổng kết việc thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nBÁO CÁO\nCông tác văn thư\n\nThực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2021\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2021\n\n"
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013.\n",
        "Nghị quyết số 66/NQ-CP ngày 26/3/2025 của Chính phủ về Chương trình cắt giảm, đơn giản hoá TTHC liên quan đến hoạt động sản xuất, kinh doanh; "
        "Nghị định số 42/2010/NĐ-CP ngày 15/4/2010 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, Khen thưởng.\n",
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về việc học Bác.\n",
        "Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về phát động thi đua thực hiện thắng lợi nhiệm vụ phát triển "
        "kinh tế - xã hội hằng năm và Kế hoạch 05 năm (2021 - 2025).\n",
        "Hà Tân, ngày 12 tháng 9 năm 2015\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003; "
        "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân ngày 03 tháng 12 năm 2004; Nghị định số 42/2010/NĐ-CP ngày 15/4/2010; "
        "Quyết định số 666/QĐ-TTg ngày 02/6/2014.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nThực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của "
        "Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.\n",
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởg, đạo đức, phog cách Hồ Chí Minh.\n",
        "Luật sửa đổi, bổ sung một số điều Luật Thi đua, khen thưởng ngày 14/6/2005.\n",
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2005; Luật Viên chức ngày 15 tháng 11 năm 2001.\n",
        "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng.\n",
        "Nghị định số 152/2025/NĐ-CP của Chính phủ Quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng.\n",
        "Thông tư số 08/2017/TT-BNV ngày 27/10/2017 của Bộ Nội vụ Quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP.\n",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng một số vấn đề về tiếp tục đổi mới, sắp xếp "
        "tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả.\n",
        "Chỉ thị số 41-CT/TW ngày 26/12/2014 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác bảo vệ rừng ven sông.\n",
        "Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư về nhà ở xã hội.\n",
        "Chỉ thị số 34-CT/TW ngày 03/6/2009 của Ban Bí thư về một việc khác; Chỉ thị số 18/CT-TTg ngày 19/5/2017.\n",
        "Hà Tân, ngày 12 tháng 9 năm 2019\n\nCHỈ THỊ\nPhát động phong trào thi đua\n\nThực hiện Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ.\n",
        "Hà Tân, ngày 12 tháng 9 năm 2026\n\nKẾ HOẠCH\nTổng kết phong trào\n\nNghị định số 152/2025/NĐ-CP thay thế Nghị định số 98/2023/NĐ-CP.\n",
        "Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ về phòng, chống dịch COVID-19.\n",
        "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị 05; gắn với nhiệm vụ chính trị.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2025\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2025\n\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của "
        "Thủ tướng Chính phủ, Chỉ thị số 34-CT/TW ngày 07/4/2014 và Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị.\n",
        "Nghị định số 42/2010/NĐ-CP ngày 15/4/2010; Nghị định số 39/2012/NĐ-CP ngày 27/4/2012 và Nghị định số 65/2014/NĐ-CP ngày 01/7/2014 của "
        "Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, Khen thưởng.\n",
        "Hà Tân, ngày 12 tháng 9 năm 2018\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ Thông tư số 07/2014/TT-BNV ngày 29/8/2014 của "
        "Bộ Nội vụ hướng dẫn thi hành Nghị định số 65/2014/NĐ-CP ngày 01/7/2014 của Chính phủ;\n",
    )
    bad = (
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"
        "Căn cứ [[Luật Thi đua, khen thưởng năm 2003]];\n",
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về [[tiếp tục→đẩy mạnh]] học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.\n",
        "Kết luận số 01-KL/TW [[ngày 15/8/2021→ngày 18/5/2021]] của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016.\n",
        "Chỉ thị số [[14-CT/TW→41-CT/TW]] ngày 26/12/2024 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2016\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ [[Luật Thi đua, khen thưởng năm 2022]];\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nSơ kết, tổng kết, các thôn đề nghị khen thưởng theo "
        "[[Nghị định số 98/2023/NĐ-CP]] ngày 31/12/2023 của Chính phủ.\n",
        "Chỉ thị số 34-CT/TW [[ngày 07/4/2015→ngày 07/4/2014]] của Bộ Chính trị.\n",
        "Chỉ thị số 42-CT/TW [[ngày 14/3/2015→ngày 24/3/2015]] của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với "
        "công tác giáo dục lý tưởng cách mạng.\n",
        "Chỉ thị số 41-CT/TW ngày 26/12/2024 của [[Ban Bí thư→Bộ Chính trị]] về tăng cường sự lãnh đạo của Đảng.\n",
        "Chương trình theo Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện Chương trình tổng thể cải cách hành chính "
        "[[Nhà→nhà]] nước giai đoạn 2021 - 2030.\n",
        "Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về đẩy mạnh thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn "
        "2021 - [[2025→2030]].\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ [[Nghị định số 98/2023/NĐ-CP]] ngày 31/12/2023 của Chính phủ;\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ [[Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003]];\n",
        "Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật thi đua, khen thưởng [[ngày 16 tháng 11 năm 2014→ngày 16 tháng 11 năm 2013]];\n",
        "Hà Tân, ngày 12 tháng 9 năm 2018\n\nKẾ HOẠCH\nPhát động thi đua\n\nCăn cứ [[Nghị định số 65/2014/NĐ-CP]] ngày 01/7/2014 của Chính phủ;\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nHưởng ứng phong trào theo [[Quyết định số 666/QĐ-TTg]] "
        "ngày 02/6/2022 của Thủ tướng Chính phủ.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương [[ngày 16 tháng 6 năm 2015→ngày 16 tháng 6 năm 2025]];\n",
        "Căn cứ Luật Thi đua, khen thưởng [[ngày 14 tháng 6 năm 2005]];\n",
        "Căn cứ Luật Thi đua, khen thưởng [[ngày 15 tháng 6 năm 2023→ngày 15 tháng 6 năm 2022]];\n",
        "Căn cứ Luật Thi đua, khen thưởng [[ngày 16 tháng 5 năm 2022→ngày 15 tháng 6 năm 2022]];\n",
        "Nghị định số 91/2017/NĐ-CP [[ngày 30/7/2017→ngày 31/7/2017]] của Chính phủ.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nQuán triệt [[Chỉ thị số 34-CT/TW]] ngày 07/4/2014 của "
        "Bộ Chính trị, [[Chỉ thị số 19/CT-TTg]] ngày 16/7/2021 của Thủ tướng Chính phủ.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for citation in doc.citations:
            known = numbered(re.sub(r"\s+", "", citation.number))
            other = None if any(row.signed == citation.date for row in known) else _misnumbered(doc, citation)
            if other:
                message = f"Ngày và trích yếu này là của văn bản số {other.number}."
                yield self.finding(
                    citation.number_span, message, other.number, severity=_degree(other, Severity.WARNING)
                )
            elif known:
                yield from self._numbered(doc, citation, known)
        at = doc.text.find(LAW)
        while at >= 0:
            told = doc.text[at + len(LAW) : at + len(LAW) + LONGEST].lower()
            name = next((name for name in law_names() if told.startswith(name)), None)
            if name is not None:
                yield from self._law(doc, at, name)
            at = doc.text.find(LAW, at + len(LAW))

    def _numbered(self, doc: Document, citation: Citation, known: tuple[KnownDocument, ...]) -> Iterator[Finding]:
        titles = {row: _title(doc.text, citation, row) for row in known}
        meant = next((row for row in known if row.signed == citation.date), None)
        if meant is None and citation.date is not None:
            meant = next((row for row in known if _meant(citation, row, titles[row])), None)
            if meant is None:
                return
            if not (meant.own_number and f"/{citation.date.year}/" not in citation.number):
                yield from self._date(doc, citation, meant)
        elif meant is None:
            meant = next((row for row in known if row.own_number or titles[row].share >= SAME_TITLE), None)
        if meant is None:
            return
        yield from self._owner(doc, citation, meant)
        if not _shares_title(doc, citation):
            yield from self._title(doc, titles[meant], meant)
        if not meant.law and not _in_a_title(doc, citation):
            yield from self._in_force(doc, citation.span.start, citation.number_span.end, meant)
        if doc.launch:
            yield from self._current(doc, citation, meant)

    def _date(self, doc: Document, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
        span = words(doc.text, citation.date_span) if citation.date_span else None
        if span:
            message = f"{_head(meant)} được ban hành ngày {short(meant.signed)}."
            yield self.finding(
                span,
                message,
                as_written(doc.text[span.start : span.end], meant.signed),
                severity=_degree(meant, Severity.ERROR),
            )

    def _owner(self, doc: Document, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
        written = next((name for name in OWNERS if citation.issuer.startswith(name)), None)
        if meant.issuer not in OWNERS or written is None or written == meant.issuer or citation.date is None:
            return
        at = doc.text.find(written, citation.number_span.end, citation.span.end)
        if at >= 0:
            yield self.finding(
                (at, at + len(written)),
                f"{_head(meant)} ngày {short(meant.signed)} là của {meant.issuer}.",
                meant.issuer,
                severity=_degree(meant, Severity.WARNING),
            )

    def _title(self, doc: Document, said: wording.Comparison, meant: KnownDocument) -> Iterator[Finding]:
        if said.share < SAME_TITLE or said.matched < 4:
            return
        for difference in said.differences:
            if difference.case and doc.text.endswith("Luật Thi đua, ", 0, difference.span.start):
                continue  # how the name of the law is written is asked by body-names
            if not difference.case and _misspelt(doc, difference):
                continue  # “đại biu toàn quc”: each slip is told by its own rule
            severity = Severity.STYLE if difference.case else Severity.WARNING
            message = (
                f"Trích yếu của {_name(meant)} ở chỗ này {_how(doc.text[slice(*difference.span)], difference.right)}."
            )
            yield self.finding(difference.span, message, difference.right, severity=_degree(meant, severity))

    def _current(self, doc: Document, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
        """A launch goes by the programme of its own year."""
        today = doc.as_of
        span = (citation.span.start, citation.number_span.end)
        over = meant.over is not None and doc.year is not None and doc.year > meant.over.year
        newer = today is not None and meant.newer_since is not None and today > meant.newer_since
        if not (over or newer) or _looks_back(doc, citation.span.start):
            return
        if over and meant.over:
            yield self.finding(span, f"{_head(meant)} phát động thi đua cho thời gian đến ngày {short(meant.over)}.")
        elif newer and meant.newer_since and meant.newer not in doc.text:
            message = (
                f"Từ ngày {short(meant.newer_since)} đã có văn bản số {meant.newer} về cùng việc; nên viện dẫn thêm."
            )
            yield self.finding(span, message, severity=Severity.STYLE)

    def _law(self, doc: Document, start: int, name: str) -> Iterator[Finding]:
        end = start + len(LAW) + len(name)
        told = LAW_DATE.match(doc.text, end)
        if told is None or doc.text[max(0, start - 30) : start].rstrip().endswith(AMENDING):
            return
        versions = laws()[name]
        if told["year"]:
            meant = next((v for v in versions if v.signed.year == int(told["year"])), None)
            if meant and doc.as_of and meant.signed > doc.as_of and not _looks_back(doc, start):
                message = f"Luật {meant.title} năm {told['year']} ban hành sau văn bản này."
                yield self.finding((start, told.end()), message)
            elif meant:
                yield from self._in_force(doc, start, told.end(), meant)
            return
        stated = next(mentions(doc.text, told.end(), told.end() + 32), None)
        if stated is None or stated.span.start > told.end() + 5 or stated.date is None:
            return
        span = Span(told.end(), stated.span.end)
        near = [v for v in versions if slip(stated.date, v.signed)]
        near = near or [v for v in versions if v.signed.year == stated.date.year]  # one law of a name in one year
        if len(near) > 1 and doc.as_of:  # “16/6/2015” is like two of its days: the law that holds is meant
            near = [v for v in near if v.until is None or v.until >= doc.as_of]
        meant = next((v for v in versions if v.signed == stated.date), None)
        amended = next((k for k in amendments(name) if k.signed == stated.date), None)
        if meant:
            yield from self._in_force(doc, start, span.end, meant)
        elif amended:
            message = f"Ngày {short(amended.signed)} là ngày của {_name(amended).rpartition(' ngày ')[0]}, không phải của luật ấy."
            yield self.finding(span, message, severity=_degree(amended, Severity.WARNING))
        elif len(near) == 1:
            right = as_written(doc.text[span.start : span.end], near[0].signed)
            message = f"Luật {near[0].title} được Quốc hội thông qua ngày {short(near[0].signed)}."
            yield self.finding(span, message, right, severity=_degree(near[0], Severity.ERROR))

    def _in_force(self, doc: Document, start: int, end: int, meant: KnownDocument) -> Iterator[Finding]:
        today = doc.as_of
        if today is None or meant.until is None or today <= meant.until or start > doc.frame.end:
            return
        if _looks_back(doc, start):
            return
        instead = f", thay bằng {meant.successor}" if meant.successor else ""
        message = f"{_head(meant)} hết hiệu lực sau ngày {short(meant.until)}{instead}."
        yield self.finding((start, end), message, severity=_degree(meant, Severity.WARNING))


def _misnumbered(doc: Document, citation: Citation) -> KnownDocument | None:
    """“Chỉ thị số 14-CT/TW ngày 26/12/2024 … đối với công tác thi đua, khen thưởng”: the one of that day and title has another number."""
    if citation.date is None:
        return None
    kind = _symbol(citation.number)
    rows = [row for row in signed(citation.date) if _symbol(row.number) == kind and row.number != citation.number]
    said = [(_title(doc.text, citation, row), row) for row in rows]
    found = [row for one, row in said if one.share >= SAME_TITLE and one.matched >= SURE and not one.parted]
    return found[0] if len(found) == 1 else None


def _symbol(number: str) -> str:
    """“-CT/TW” of “41-CT/TW”."""
    return re.sub(r"\s+", "", number).lstrip("0123456789")


def _degree(known: KnownDocument, severity: Severity) -> Severity:
    """What was remembered and not read speaks one degree milder."""
    if known.checked:
        return severity
    return Severity.WARNING if severity is Severity.ERROR else Severity.STYLE


def _title(text: str, citation: Citation, known: KnownDocument) -> wording.Comparison:
    """How far the words behind the date and the issuer follow the known title."""
    start = citation.date_span.end if citation.date_span else citation.number_span.end
    if citation.issuer:
        owner = known.issuer if citation.issuer.startswith(known.issuer) else citation.issuer
        start = text.find(owner, start) + len(owner)
    elif text.startswith(f" {known.issuer} ", start):  # “ngày 31/7/2017 Chính phủ quy định …”: only “của” is lost
        start += len(known.issuer) + 1
    head = ABOUT.match(text, start)
    title = known.title
    if head is None or not title or known.law:  # the name of a law stands before its number
        return wording.Comparison((), 0.0, 0, start)
    if head["about"]:
        title = title.removeprefix("về ")
        start = head.end()
    elif title.startswith("về "):
        return wording.Comparison((), 0.0, 0, start)
    else:
        start = head.end()
    return wording.compare(text, start, min(len(text), start + len(title) + 80), title)


def _misspelt(doc: Document, difference: wording.Difference) -> bool:
    """Does a passage depart from the title by words alone that are no Vietnamese syllables?"""
    said, right = doc.text[slice(*difference.span)].split(), difference.right.split()
    if len(said) != len(right):
        return False
    wrong = {doc.text[one.start : one.end] for one in mended(doc.tokens, shipped(), context.in_use())}
    return all(one in wrong or one.lower() == other.lower() for one, other in zip(said, right, strict=True))


def _how(said: str, right: str) -> str:
    """How a passage departs from the title."""
    if said.endswith(f" {right}"):
        return f"không có “{said.removesuffix(right).strip()}”"
    if right.endswith(f" {said}"):
        return f"thiếu “{right.removesuffix(said).strip()}”"
    return f"viết đúng là “{right}”"


def _looks_back(doc: Document, at: int) -> bool:
    around = sentence(doc.text, at)
    told = doc.text[slice(*around)].replace("sửa đổi, bổ sung một số điều", "")
    return HISTORY.search(told.lower()) is not None


def _meant(citation: Citation, known: KnownDocument, said: wording.Comparison) -> bool:
    """Is a citation with another date nevertheless this document?"""
    if known.own_number:
        return True
    other = said.parted or (any(not one.case for one in said.differences) and not _slipped(citation, known))
    if said.share >= SAME_TITLE and said.matched >= 4:
        return not other
    owner = not citation.issuer or citation.issuer.startswith(known.issuer)
    if citation.title or not owner or citation.date is None:
        return False
    # The Prime Minister's numbers begin anew each year: the same day of another year may be another directive.
    same_run = known.number.endswith("/TW") or citation.date.year == known.signed.year
    return same_run and _slipped(citation, known)


def _in_a_title(doc: Document, citation: Citation) -> bool:
    """Does the title of a document cited before it name this one? A title stays as it was given."""
    at = citation.span.start
    if not EXPLAINS.search(doc.text, max(0, at - TITLE_END), at):
        return False
    start = clause_start(doc.text, at)
    return any(start <= other.span.start < at for other in doc.citations)


def _shares_title(doc: Document, citation: Citation) -> bool:
    """“Nghị định số 39/2012/NĐ-CP và Nghị định số 65/2014/NĐ-CP … quy định chi tiết …”: one title for all, which none of them has."""
    place = doc.citations.index(citation)
    before = doc.citations[place - 1] if place else None
    return (
        before is not None
        and not before.title
        and not before.issuer
        and doc.text[before.span.end : citation.span.start].strip(" ,;") in ("", "và")
    )


def _slipped(citation: Citation, known: KnownDocument) -> bool:
    return citation.date is not None and slip(citation.date, known.signed)


def _name(known: KnownDocument) -> str:
    return f"Luật {known.title} ngày {short(known.signed)}" if known.law else f"văn bản số {known.number}"


def _head(known: KnownDocument) -> str:
    """The same at the beginning of a sentence."""
    name = _name(known)
    return capital(name)
