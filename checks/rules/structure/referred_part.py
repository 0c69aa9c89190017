"""Phần được dẫn chiếu và điều dẫn chiếu nói tới."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.outline import Section
from checks.patterns import Pattern
from checks.rule import Rule

# “các chỉ tiêu tại mục II Kế hoạch này”
REFERENCE = Pattern(
    r"(?P<what>[Cc]hỉ tiêu|[Kk]inh phí|[Nn]ội dung thi đua|[Tt]iêu chí|[Tt]hời gian thi đua|[Nn]hiệm vụ)(?: thi đua)?"
    r"(?: (?:đã )?(?:nêu|quy định|được nêu|đề ra))? "
    r"(?:tại|ở|trong) (?:(?:khoản|điểm) \d{1,2}(?:(?:,| và) (?:(?:khoản|điểm) )?\d{1,2}){0,4} )?"
    r"(?P<part>(?:[Mm]ục|[Pp]hần) (?P<n>[IVX]+)(?:,? (?:của )?(?:Chỉ thị|Kế hoạch|Hướng dẫn)(?= này))?)(?!\w)"
    r"(?!,? (?:(?:của|phần) )?(?:Nghị|Luật|Quyết|Thông tư|Chỉ thị|Kế hoạch|Hướng dẫn|Chương trình|Đề án|Quy|Phụ lục|Công văn)(?! này))",
    hooks=("hỉ tiêu ", "inh phí ", "ội dung thi đua ", "iêu chí ", "hời gian thi đua ", "hiệm vụ "),
    back=1,
)
# “cụ thể hóa nội dung tại mục III thành nhiệm vụ hằng tháng”
TOLD = Pattern(
    r"(?:[Cc]ụ thể h[oó][áa]|[Tt]hực hiện|[Tt]riển khai|[Bb]ám sát|[Cc]ăn cứ)(?: tốt| đầy đủ)?(?: các)? nội dung (?:nêu )?(?:tại|ở|trong) "
    r"(?P<part>[Mm]ục (?P<n>[IVX]+))(?![\w.,]*\d)",
    hooks=("ụ thể h", "hực hiện", "riển khai", "ám sát", "ăn cứ"),
    back=1,
)
OTHER = Pattern(r"(?:THỜI GIAN|KHEN THƯỞNG|KINH PHÍ|MỤC ĐÍCH|TỔ CHỨC THỰC HIỆN)(?!.*NỘI DUNG)", flags=re.IGNORECASE)
ROLES = {
    "chỉ tiêu": ("chỉ tiêu", "mục tiêu", "nội dung"),
    "nội dung thi đua": ("nội dung",),
    "tiêu chí": ("tiêu chí", "tiêu chuẩn", "chỉ tiêu", "khen thưởng", "chấm điểm"),
    "thời gian thi đua": ("thời gian",),
    "kinh phí": ("kinh phí",),
    "nhiệm vụ": ("nhiệm vụ", "nội dung", "giải pháp", "phân công", "trách nhiệm", "tổ chức thực hiện"),
}
"""What a heading says where the thing may stand."""
PLAN = "KẾ HOẠCH\nPhát động thi đua\n\nI. MỤC ĐÍCH\n\nThi đua.\n\nII. CHỈ TIÊU\n\nTrồng 20 ha rừng.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"
END = "\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"


class ReferredPart(Rule):
    """“Chỉ tiêu tại mục II Kế hoạch này” chỉ đúng phần nêu chỉ tiêu.

    Thêm, bớt một phần thì số của các phần sau đổi theo, dẫn chiếu hay bị quên. Chỉ xét khi đề mục được dẫn nói về việc khác và một đề
    mục khác mang đúng tên ấy.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        PLAN + "Các chỉ tiêu tại mục II Kế hoạch này là căn cứ chấm điểm." + END,
        PLAN + "Nhiệm vụ nêu tại phần III Kế hoạch này giao các thôn; tiêu chí tại mục I Kế hoạch này." + END,
        PLAN
        + "Bám sát các chỉ tiêu tại mục I Nghị quyết số 15-NQ/TU; chỉ tiêu tại mục II được giao cho các thôn."
        + END,
        PLAN + "Các chỉ tiêu tại mục V Kế hoạch này là căn cứ chấm điểm." + END,
        PLAN + "Các thôn cụ thể hóa nội dung tại mục I thành việc hằng tháng." + END,
        PLAN.replace("II. CHỈ TIÊU", "II. NỘI DUNG")
        + "Các thôn triển khai nội dung tại mục II, thực hiện nội dung tại mục V, căn cứ nội dung tại mục I.1."
        + END,
        PLAN.replace("III. TỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN NỘI DUNG, CHỈ TIÊU")
        + "Các thôn thực hiện nội dung tại mục III; kinh phí tại mục III."
        + END,
        PLAN + "Bám sát chỉ tiêu tại mục I của Chương trình số 15-CTr/TU; chỉ tiêu tại phần I, Phụ lục kèm theo." + END,
    )
    bad = (
        PLAN + "Phòng Kinh tế đưa các chỉ tiêu nêu tại [[Mục I]] vào giao ban hằng tuần." + END,
        PLAN.replace("III. TỔ", "III. KINH PHÍ\n\nTừ quỹ khen thưởng.\n\nIV. TỔ")
        + "Kế toán bố trí kinh phí nêu tại [[Mục II]]; theo dõi."
        + END,
        PLAN.replace("II. CHỈ TIÊU", "II. NỘI DUNG, CHỈ TIÊU")
        + "Các thôn cụ thể hóa nội dung tại [[mục I]] thành việc hằng tháng."
        + END,
        PLAN + "Các chỉ tiêu tại [[mục III Kế hoạch]] này là căn cứ chấm điểm." + END,
        PLAN + "Phòng Kinh tế chủ trì các chỉ tiêu tại khoản 1 và khoản 2 [[Mục III của Kế hoạch]] này." + END,
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        parts = {section.number.strip("./)-– "): section for section in doc.sections if section.level == 1}
        for match in REFERENCE.finditer(doc.text, doc.body.start, doc.body.end):
            what, part = match["what"].lower(), parts.get(match["n"])
            right = next((n for n, section in parts.items() if _says(section, (what,))), None)
            if part and right and not _says(part, ROLES[what]):
                message = f"Mục {match['n']} là “{part.heading}”; “{what}” ở mục {right}."
                yield self.finding(match.span("part"), message)
        for match in TOLD.finditer(doc.text, doc.body.start, doc.body.end):
            part = parts.get(match["n"])
            right = next((n for n, section in parts.items() if _says(section, ("nội dung",))), None)
            if part and right and OTHER.match(part.heading):
                message = f"Mục {match['n']} là “{part.heading}”; nội dung thi đua ở mục {right}."
                yield self.finding(match.span("part"), message)


def _says(section: Section, names: tuple[str, ...]) -> bool:
    return any(name in section.heading.lower() for name in names)
