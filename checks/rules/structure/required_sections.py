"""Các phần bắt buộc của văn bản phát động."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checks.document import LAW_2022, Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nChủ tịch Ủy ban nhân dân xã phát động phong trào thi đua như sau:\n\n"
GOAL = "1. Mục tiêu\n\nHoàn thành các nhiệm vụ của xã.\n\n"
TARGETS = "2. Chỉ tiêu\n\n- Thu ngân sách đạt 12 tỷ đồng.\n\n"
CONTENT = "3. Nội dung thi đua\n\nThi đua lao động sáng tạo.\n\n"
PERIOD = "4. Thời gian thi đua: Từ ngày phát động đến hết ngày 31/12/2026.\n\n"
ORGANISE = "5. Tổ chức thực hiện\n\nVăn phòng theo dõi, đôn đốc.\n"
TASKS_ASKED = "Nhằm hoàn thành chỉ tiêu năm 2026, Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn thực hiện tốt các nội dung sau:\n\n"
TASKS_LISTED = (
    "1. Trồng 500 cây xanh.\n\n2. Giúp 12 hộ thoát nghèo.\n\n3. Giao Văn phòng theo dõi đến hết ngày 31/12/2026.\n"
)
ENDED = "Các thôn thực hiện.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
# A period told in prose: “từ ngày 01/4/2026 đến hết ngày 30/6/2026”, “trong năm 2026 và tính đến …”
PROSE_PERIOD = Pattern(
    r"từ (?:ngày|nay|tháng|đầu|tuần)[^.;\n]{0,60}? đến (?:hết |cuối |khi |ngày |nay |năm )|từ \d{1,2}/\d[\d/]* ?(?:đến|[-–]) ?\d|"
    r"đến hết (?:ngày|tháng|năm)|thời gian (?:thi đua|thực hiện|phát động)",
    flags=re.IGNORECASE,
)
# “… phong trào thi đua “Lao động sáng tạo” giai đoạn 2026 - 2030”: the name of the directive says how long it runs
NAMED_PERIOD = Pattern(
    r"(?:giai đoạn|năm học) (?:từ )?(?:năm )?\d{4} ?(?:[-–]|đến) ?(?:năm )?\d{4}", flags=re.IGNORECASE
)
PROSE_GOAL = Pattern(
    r"nhằm|mục (?:tiêu|đích)|quyết tâm|lập thành tích|(?:^|[.\n] ?)để (?:góp phần|phát huy|thực hiện|hoàn thành|tiếp tục|chào mừng|tạo|"
    r"khắc phục|đẩy mạnh|động viên|khơi dậy|phấn đấu|kịp thời|nâng cao|hưởng ứng|bảo đảm|đáp ứng|thiết thực)",
    flags=re.IGNORECASE,
)
# The aim of a directive without headings may be its first task: “phấn đấu hoàn thành vượt mức các chỉ tiêu năm 2026”
PROSE_AIM = Pattern(
    r"(?:phấn đấu|quyết tâm|thi đua)[^.;:\n]{0,30} (?:hoàn thành|đạt|thực hiện thắng lợi)[^.;:\n]{0,80}(?:mục tiêu|chỉ tiêu|nhiệm vụ|kế hoạch)",
    flags=re.IGNORECASE,
)
# A directive without headings: “… yêu cầu các đơn vị thực hiện tốt các nội dung sau:” and the numbered tasks below it
PROSE_CONTENT = Pattern(
    r"(?:nội dung|nhiệm vụ|công tác|công việc|việc|giải pháp)[^.;:\n]{0,60}?(?:sau(?: đây)?|như sau|dưới đây)? *:\s*$|yêu cầu[^.;\n]{0,400}:\s*$",
    flags=re.IGNORECASE,
)
PROSE_ORGANISE = Pattern(
    r"(?:chịu trách nhiệm|có trách nhiệm)[^.;\n]{0,80}(?:thi hành|thực hiện|triển khai|hướng dẫn|theo dõi|đôn đốc|tổ chức|kiểm tra)|"
    r"(?:\bgiao [^.;\n]{3,120}|\bchủ trì, phối hợp [^.;\n]{3,240})(?:theo dõi|đôn đốc|hướng dẫn|kiểm tra|chủ trì|tham mưu)",
    flags=re.IGNORECASE,
)
DUTIES = re.compile(r"(?:các |những |một số )?nhiệm vụ(?:,| và| trọng tâm| chủ yếu|$)")
TASKS = 3
"""So many numbered paragraphs without a heading of their own are the content of a directive."""
TARGETS_TOLD = 3
"""So many targets within the content are as good as a section of their own."""


class RequiredSections(Rule):
    """Văn bản phát động nêu mục tiêu, nội dung, thời gian và tổ chức thực hiện; nên có chỉ tiêu hoặc tiêu chí.

    Các phần được nhận ra theo chữ của đề mục ở bất kỳ cách đánh số nào (“I. MỤC ĐÍCH, YÊU CẦU”, “II. ĐỐI TƯỢNG VÀ THỜI GIAN
    THI ĐUA”, “4. Thời gian thi đua: …”). “Thời gian gửi hồ sơ khen thưởng” không phải thời gian thi đua. Công điện,
    công văn phát động không bị xét, văn bản Đảng và văn bản mới có phần mở đầu cũng vậy. Chỉ thị không chia đề mục mà liệt kê nhiệm vụ
    (“… thực hiện tốt các nội dung sau: 1. …”), hay kể nhiều chỉ tiêu mà không có đề mục nội dung, chỉ được nhắc.
    """

    scope = "launch"
    needs_whole = True
    tier = "luật"
    source = (
        "Luật Thi đua, khen thưởng năm 2022, Điều 17 khoản 1 (từ 01/01/2024); trước đó Nghị định 91/2017/NĐ-CP, Điều 5"
    )
    apart = (
        "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
        "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
        TITLE + GOAL + "2. Chỉ tiêu\n\nThu ngân sách trên địa bàn xã",
        TITLE.replace("CHỈ THỊ", "CÔNG ĐIỆN") + ENDED,
        TITLE,
    )
    good = (
        TITLE + GOAL + TARGETS + CONTENT.replace("Nội dung thi đua", "Nhiệm vụ, giải pháp") + PERIOD + ORGANISE,
        TITLE + GOAL + TARGETS + CONTENT + PERIOD + ORGANISE,
        TITLE + GOAL + TARGETS.replace("Chỉ tiêu", "Mục tiêu cụ thể") + CONTENT + PERIOD + ORGANISE,
        TITLE
        + GOAL
        + CONTENT
        + "- Phấn đấu có 70% đoàn viên lao động giỏi; mỗi năm có 1.200 sáng kiến; 85% chi đoàn vững mạnh.\n\n"
        + PERIOD
        + ORGANISE,
        TITLE
        + "I. MỤC ĐÍCH, YÊU CẦU\n\nTạo khí thế mới.\n\nII. ĐỐI TƯỢNG VÀ THỜI GIAN THI ĐUA\n\nCả năm 2026.\n\n"
        + "III. NỘI DUNG, TIÊU CHÍ THI ĐUA\n\nThi đua dạy tốt.\n\nIV. TRÁCH NHIỆM THỰC HIỆN\n\nCác phòng, ban.\n",
        TITLE + GOAL + TARGETS + CONTENT + "Thi đua từ ngày 01/4/2026 đến hết ngày 30/6/2026.\n\n" + ORGANISE,
        TITLE.replace("phong trào thi đua năm 2026", "đợt thi đua cao điểm chào mừng Quốc khánh", 1)
        + GOAL
        + CONTENT
        + PERIOD
        + ORGANISE,
    )
    bad = (
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + GOAL + TARGETS + PERIOD + ORGANISE,
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]")
        + GOAL
        + TARGETS
        + "- Trồng 35 ha rừng.\n- Làm 12 km đường.\n\n"
        + PERIOD
        + ORGANISE,
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + GOAL + TARGETS + CONTENT + PERIOD,
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + GOAL + TARGETS + CONTENT + ORGANISE,
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + TARGETS + CONTENT + PERIOD + ORGANISE,
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]") + GOAL + CONTENT + PERIOD + ORGANISE,
        TITLE.replace("CHỈ THỊ", "[[CHỈ THỊ]]").replace("năm 2026", "giai đoạn 2026 - 2030", 1)
        + GOAL
        + TARGETS
        + CONTENT
        + ORGANISE,
        "[[CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026\n\n" + TASKS_ASKED + TASKS_LISTED,
        "[[CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026\n\n"
        + TASKS_ASKED.replace("Nhằm hoàn thành chỉ tiêu năm 2026, ", "")
        + TASKS_LISTED.replace(
            "1. Trồng",
            "1. Phấn đấu hoàn thành vượt mức các chỉ tiêu năm 2026 theo nghị quyết của Hội đồng nhân dân xã, trọng tâm là trồng",
        ),
        "[[CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026\n\n" + TASKS_ASKED + GOAL + TARGETS + PERIOD + ORGANISE,
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and not (doc.sections or doc.frame.recipients_head or doc.signature):
            return "văn bản mới có phần mở đầu"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        anchor = self.anchor(doc)
        roles = {role for section in doc.sections for role in section.roles}
        body = doc.text[doc.body.start : doc.body.end]
        preface = doc.text[doc.preface.start : doc.preface.end]
        law = (
            "Điều 17 Luật Thi đua, khen thưởng năm 2022"
            if doc.as_of is None or doc.as_of >= LAW_2022
            else "quy định về tổ chức phong trào thi đua"
        )
        # What is told in prose is looked for only where no heading names it: reading the targets of a text takes long.
        parts: tuple[tuple[str, bool, Callable[[], bool]], ...] = (
            ("mục tiêu hoặc mục đích", "goal" in roles, lambda: _tells_aim(doc, preface, body)),
            (
                "nội dung thi đua",
                "content" in roles or _duties(doc),
                lambda: _lists_tasks(doc, preface) or _sets_targets(doc, roles),
            ),
            (
                "thời gian thi đua",
                "period" in roles or bool(PROSE_PERIOD.search(body)),
                lambda: bool(NAMED_PERIOD.search(doc.subject)),
            ),
            (
                "tổ chức thực hiện",
                "implementation" in roles,
                lambda: _lists_tasks(doc, preface) and bool(PROSE_ORGANISE.search(body)),
            ),
        )
        unheaded = []
        for name, present, told in parts:
            if present:
                continue
            if not told():
                yield self.finding(anchor, f"Thiếu phần {name} ({law}): không thấy đề mục nào nêu phần này.")
            else:
                unheaded.append(name)
        if unheaded:
            message = f"Chưa có đề mục riêng cho {', '.join(unheaded)} ({law}): phần lời có nói tới, xem đã đủ rõ chưa."
            # The plain form, an aim in the preface and tasks in a list, is as old as the genre
            plain = unheaded == ["mục tiêu hoặc mục đích"] or _lists_tasks(doc, preface)
            yield self.finding(anchor, message, severity=Severity.STYLE if plain else Severity.WARNING)
        named = any(word in body.lower() for word in ("chỉ tiêu", "tiêu chí", "mục tiêu cụ thể"))
        named = named or bool(roles & {"targets", "criteria"}) or doc.movement == "campaign"
        if not named and not _several(doc):
            yield self.finding(
                anchor, "Nên có phần chỉ tiêu hoặc tiêu chí thi đua để có căn cứ đánh giá.", severity=Severity.WARNING
            )


def _duties(doc: Document) -> bool:
    """“III. NHIỆM VỤ, GIẢI PHÁP”: what is to be done, by another name."""
    return any(
        DUTIES.match(one.heading.lower()) and "implementation" not in one.roles
        for one in doc.sections
        if one.level == 1
    )


def _tells_aim(doc: Document, preface: str, body: str) -> bool:
    return bool(PROSE_GOAL.search(preface)) or (_lists_tasks(doc, preface) and bool(PROSE_AIM.search(body)))


def _lists_tasks(doc: Document, preface: str) -> bool:
    """Is the directive one list of tasks, without headings?"""
    top = [section for section in doc.sections if section.level == 1]
    plain = [
        section for section in top if not section.roles or len(doc.lines[doc.line_at(section.span.start)].bare) > 90
    ]
    return len(plain) >= TASKS and len(plain) * 2 > len(top) and PROSE_CONTENT.search(preface.rstrip()) is not None


def _sets_targets(doc: Document, roles: set[str]) -> bool:
    """Does a part with targets say what is to be done?"""
    return "targets" in roles and _several(doc)


def _several(doc: Document) -> bool:
    from checks.facts.indicators import several

    return several(doc, TARGETS_TOLD)
