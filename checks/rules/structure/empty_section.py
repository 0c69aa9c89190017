"""Đề mục không có nội dung."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.lines import is_caps
from checks.parsing.outline import Section
from checks.rule import Rule

TITLE = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"
ROLES = frozenset(
    {
        "goal",
        "targets",
        "content",
        "period",
        "scope",
        "criteria",
        "means",
        "implementation",
        "reward",
        "review",
        "inspection",
        "requirement",
        "meaning",
        "budget",
    }
)
TITLE_WORDS = 16
"""A numbered line with more words states something itself."""


class EmptySection(Rule):
    """Dưới mỗi đề mục có nội dung hoặc mục con; không để lại đề mục trống.

    Đề mục trống thường còn sót khi xóa nội dung của văn bản mẫu. Dòng đánh số tự nó là một việc (“1. Rà soát hồ sơ.”)
    không phải đề mục.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = (
        "Đối chiếu trong chính văn bản; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 (bố cục nội dung)"
    )
    good = (
        TITLE + "I. MỤC ĐÍCH\n\nTạo khí thế mới.\n\nII. NỘI DUNG\n\n1. Thi đua lao động.\n\n2. Thi đua học tập.\n",
        TITLE + "1. Mục đích\n\nLập thành tích.\n\n2. Yêu cầu\n",
        TITLE
        + "1. Mục tiêu\n\nLập thành tích.\n\n2. Thời gian: từ nay đến hết ngày 31/12/2026.\n\n3. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",
        TITLE
        + "1. Mục tiêu\n\nLập thành tích.\n\n2. Khen thưởng hộ giỏi;\n\n3. Chấm điểm theo tiêu chí.\n\n4. Trồng rừng\n\n"
        "5. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",
        TITLE
        + "1. Mục tiêu\n\nLập thành tích.\n\n2. Tổ chức thực hiện tốt nội dung thi đua của xã\n\n3. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",
        TITLE + "I. MỤC ĐÍCH\n\n1. TRỒNG RỪNG\n\n2. Chăn nuôi\n\na) Nội dung\n\nb) Các thôn nuôi trâu.\n\n"
        "II. CÁC THÔN, TỔ DÂN PHỐ TRÊN ĐỊA BÀN XÃ ĐĂNG KÝ THI ĐUA TRƯỚC NGÀY HỘI ĐẠI ĐOÀN KẾT TOÀN DÂN\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác thôn thực hiện.\n",
        TITLE
        + "I.\nMỤC ĐÍCH, YÊU CẦU:\n1. Mục đích\n\nLập thành tích.\n\nII.\nTỔ CHỨC THỰC HIỆN\n\nCác thôn thực hiện.\n",
        TITLE + "1. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\nLập thành tích.\n\n2. Yêu cầu\n\nLàm thật.\n",
        TITLE
        + "I. MỤC ĐÍCH, YÊU CẦU\n\nMục đích:\n\nLập thành tích.\n\nYêu cầu:\n\nLàm thật.\n\nII. NỘI DUNG\n\nThi đua.\n",
        TITLE + "1. Mục tiêu\n\n2. Chỉ tiêu\n\n3. Nội dung\n\n4. Khen thưởng\n\nKhen hộ giỏi.\n",
    )
    bad = (
        TITLE
        + "I. ĐẶC ĐIỂM\n\nXã mới thành lập.\n\n[[II. TÌNH HÌNH]]\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nTrần Văn Bình\n",
        TITLE + "1. Mục đích\n\nLập thành tích.\n\n[[2. Yêu cầu:]]\n\n3. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",
        TITLE
        + "I. MỤC ĐÍCH\n\nTạo khí thế mới.\n\n[[II. NỘI DUNG]]\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác thôn thực hiện.\n",
        TITLE + "1. Mục tiêu\n\nLập thành tích.\n\n[[2. Chỉ tiêu]]\n\n3. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        titled = [section for section in doc.sections if _titled(doc.text, section)]
        empty = [not doc.text[s.body.start : s.span.end].strip(" *.:\n") for s in titled]
        same = Counter(section.level for section in titled)
        filled = same - Counter(section.level for section in compress(titled, empty))
        for section in compress(titled, empty):
            if section is doc.sections[-1] and doc.open_ended:
                continue  # what was copied only so far
            if _restarted(doc, section):
                continue
            if filled[section.level] < 2 and same[section.level] > 2:
                continue  # a list of short lines that only look like headings
            line = doc.lines[doc.line_at(section.span.start)]
            yield self.finding(line.within(), f"Đề mục “{line.bare}” không có nội dung ở dưới.")


def _restarted(doc: Document, section: Section) -> bool:
    """“1. MỤC ĐÍCH” above “1. Mục đích” or “Mục đích:”: a number was lost, and what follows belongs to the heading."""
    after = next((other for other in doc.sections if other.span.start > section.span.start), None)
    return (
        after is not None
        and is_caps(section.heading)
        and not is_caps(after.heading)
        and after.level == section.level
        and after.number.strip(" .)-") in ("1", "")
    )


def _titled(text: str, section: Section) -> bool:
    """A title: capitals, or the words of a role and nothing that states something."""
    heading = section.heading
    if not section.number:  # a number on a line of its own stands before it, and what follows is not its own
        return False
    # “2. Khen thưởng hộ giỏi.” is a task; the full stop is no part of the heading
    if heading.endswith((";", ",")) or text.startswith(".", section.body.start) or len(heading.split()) > TITLE_WORDS:
        return False
    named = bool(ROLES & set(section.roles)) and len(heading.split()) <= 6
    return (is_caps(heading) and section.level == 1) or (section.level <= 2 and named)
