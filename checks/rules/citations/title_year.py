"""Năm trong trích yếu của văn bản được viện dẫn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.dates import words
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “… về phát động phong trào thi đua năm 2026”
LAUNCH = Pattern(
    r"về (?:việc )?(?:(?:tổ chức )?phát động (?:[Pp]hong trào )?|tổ chức [Pp]hong trào )[Tt]hi đua[^.;:\n\d]{0,60}(?P<told>năm (?P<year>20\d\d))(?! ?[-–]|\d)",
    needs="hi đua",
)
# “… về nhiệm vụ phát triển kinh tế - xã hội năm 2026”
TASKS = Pattern(
    r"về (?:việc )?(?:phương hướng,? |mục tiêu,? |định hướng,? )*(?:nhiệm vụ|kế hoạch)(?: phát triển)? kinh tế - xã hội[^.;:\n\d]{0,60}"
    r"(?P<told>năm (?P<year>20\d\d))(?! ?[-–]|\d)",
    needs="kinh tế - xã hội",
)
# “… về việc triển khai nhiệm vụ trọng tâm công tác năm 2026”
WORK = Pattern(
    r"về (?:việc )?(?:giao |triển khai |thực hiện )?(?:các |một số )?"
    r"(?:nhiệm vụ(?:, giải pháp)? (?:trọng tâm|chủ yếu)|kế hoạch (?:sản xuất|kinh doanh|công tác|hoạt động))[^.;:\n\d]{0,60}"
    r"(?P<told>năm (?P<year>20\d\d))(?! ?[-–]|\d)",
    needs=("nhiệm vụ", "kế hoạch"),
)
# “… về phát động phong trào thi đua năm 2025” of a December
NEXT = Pattern(
    r"về (?:việc )?(?:phát động |tổ chức )?phong trào [Tt]hi đua (?:yêu nước |Quyết thắng )?(?P<told>năm (?P<year>20\d\d))(?! ?[-–]|\d)",
    needs="phong trào",
)
# “… về nhiệm vụ chủ yếu năm học 2016 - 2017”
SCHOOL = Pattern(r"nhiệm vụ[^.;:\n\d]{0,40}(?P<told>năm học (?P<year>20\d\d)(?: ?[-–] ?20\d\d)?)", needs="năm học")
# “căn cứ Kế hoạch giáo dục nhà trường năm học 2024 - 2025”
OWN_SCHOOL = Pattern(
    r"Kế hoạch (?:giáo dục|đào tạo|dạy học|thời gian năm học)[^.;:\n\d]{0,40}(?P<told>năm học (?P<year>20\d\d) ?[-–] ?20\d\d)",
    needs="năm học",
)
# “… về tổ chức phong trào thi đua năm học 2026 - 2027”
SCHOOL_LAUNCH = Pattern(
    r"về (?:việc )?(?:tổ chức |phát động |triển khai )*(?:phong trào |công tác )?thi đua[^.;:\n\d]{0,40}(?P<told>năm học (?P<year>20\d\d)(?: ?[-–] ?20\d\d)?)",
    needs="năm học",
)
# “… về đẩy nhanh giải ngân những tháng cuối năm 2026”, “… về phong trào thi đua quý IV năm 2026”
LATE = Pattern(
    r"về (?:việc )?(?:nhiệm vụ|phát động|phong trào|tổ chức|đẩy nhanh|tăng cường|triển khai|tập trung|cao điểm|một số giải pháp)"
    r"[^.;:\n\d]{0,80}(?:(?:6|sáu|những|các|03|ba|3) tháng cuối |quý (?:III|IV) |quý (?:III|IV), )(?P<told>năm (?P<year>20\d\d))(?! ?[-–]|\d)",
    needs=("tháng cuối ", "quý "),
)
# “… về tổ chức Tháng Công nhân năm 2026” of a plan of February 2027; a plan may also sum up, check or reward last year
PLAN = Pattern(
    r"về (?!(?:[^.;:\n]*?(?:tổng kết|kết quả|báo cáo|đánh giá|khen thưởng|quyết toán|kiểm|xếp loại|công bố|xét|khắc phục|chuyển|kéo dài|chỉ số)))"
    r"[^.;:\n\d]{4,160}(?P<told>năm (?P<year>20\d\d))(?! ?[-–]|\d)",
    needs=" năm 20",
)
MARCH = 3
YEARS = Pattern(r"20\d\d ?[-–] ?20\d\d")
JULY, DECEMBER = 7, 12
WINTER, MAY = 2, 5
SPRING, AUTUMN = 6, 11
"""A movement is launched until the middle of its year; the councils decide on the tasks of the next year from November on."""
HEAD = "Sơn Khê, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"


class TitleYear(Rule):
    """Năm trong trích yếu của văn bản được viện dẫn hợp với ngày ban hành văn bản ấy.

    Nghị quyết tháng 12 năm 2025 “về nhiệm vụ phát triển kinh tế - xã hội năm 2025”, chỉ thị tháng 01 năm 2026 “về phát động phong
    trào thi đua năm 2025” thường là trích yếu còn sót từ năm trước.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu ngày ban hành và trích yếu nêu trong chính văn bản"
    good = (
        HEAD
        + "Thực hiện Kế hoạch số 35/KH-TLĐ ngày 02/02/2026 của Tổng Liên đoàn Lao động Việt Nam về kiểm tra thu, chi tài chính năm 2025.\n",
        HEAD
        + "Thực hiện Nghị quyết số 19/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân xã về nhiệm vụ phát triển kinh tế - xã hội năm 2026.\n",
        HEAD
        + "Thực hiện Nghị quyết số 19/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân xã về kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030.\n",
        HEAD
        + "Thực hiện Chỉ thị số 04/CT-UBND ngày 20/12/2025 của Chủ tịch Ủy ban nhân dân xã về phát động phong trào thi đua năm 2026.\n",
        HEAD + "Theo Kế hoạch số 09/KH-UBND ngày 15/11/2025 về phát động thi đua cao điểm cuối năm 2025.\n",
        HEAD
        + "Nghị quyết số 19/NQ-HĐND ngày 20/12/2025 về điều chỉnh dự toán; sơ kết nhiệm vụ phát triển kinh tế - xã hội năm 2025.\n",
        HEAD + "Thực hiện Kế hoạch số 09/KH-UBND ngày 20/12/2025 về kế hoạch kinh tế - xã hội năm 2025.\n",
        HEAD + "Nghị quyết số 09/NQ-HĐND ngày 20/7/2025 về nhiệm vụ phát triển kinh tế - xã hội năm 2025.\n",
        HEAD + "Theo Báo cáo số 19/BC-UBND ngày 20/01/2026 về phát động phong trào thi đua năm 2025.\n",
        HEAD + "Nghị quyết số 19/NQ-HĐND về nhiệm vụ phát triển kinh tế - xã hội năm 2025.\n",
        HEAD
        + "Theo Chỉ thị số 04/CT-UBND ngày 20/01/2026, Chỉ thị số 03/CT-UBND ngày 10/01/2025 về phát động phong trào thi đua năm 2025.\n",
        HEAD + "Theo Công văn số 04/UBND ngày 20/7/2025 về kết quả nhiệm vụ 6 tháng cuối năm 2024.\n",
        HEAD + "Theo Kế hoạch số 04/KH-UBND ngày 20/01/2026 về phát động phong trào thi đua năm 2025 - 2030.\n",
        HEAD + "Theo Nghị quyết số 04/NQ-HĐND ngày 20/12/2025 về nhiệm vụ kinh tế - xã hội năm 2025 - 2026.\n",
    )
    bad = (
        HEAD
        + "Thực hiện Kế hoạch số 365/KH-SYT [[ngày 30/01/2025]] của Sở Y tế về phát động phong trào thi đua ngành Y tế năm 2026.\n",
        HEAD
        + "Căn cứ Kế hoạch số 56/KH-UBND [[ngày 25/8/2024]] của Ủy ban nhân dân xã về nhiệm vụ giáo dục năm học 2025 - 2026.\n",
        HEAD
        + "Thực hiện Kế hoạch số 35/KH-TLĐ ngày 02/02/2026 của Tổng Liên đoàn Lao động Việt Nam về tổ chức Tháng Công nhân [[năm 2025→năm 2026]].\n",
        HEAD
        + "Theo Nghị quyết số 03/NQ-HĐTV ngày 05/01/2026 của Hội đồng thành viên về kế hoạch sản xuất, kinh doanh [[năm 2025→năm 2026]].\n",
        HEAD + "Theo Kế hoạch số 08/KH-TLĐ ngày 22/01/2026 về tổ chức phong trào thi đua [[năm 2025→năm 2026]].\n",
        HEAD
        + "Theo Kế hoạch số 1832/KH-SGDĐT ngày 07/9/2025 về tổ chức phong trào thi đua [[năm học 2024 - 2025→năm học 2025 - 2026]].\n",
        HEAD
        + "Theo Kế hoạch số 198/KH-UBND ngày 12/8/2025 về đẩy nhanh giải ngân vốn đầu tư công những tháng cuối [[năm 2024→năm 2025]]; "
        "Công văn số 7215/KBNN-VP ngày 29/9/2025 về phong trào thi đua quý IV [[năm 2024→năm 2025]].\n",
        HEAD + "Theo Kế hoạch số 188/KH-UBND ngày 25/12/2025 về phát động phong trào thi đua [[năm 2025→năm 2026]].\n",
        HEAD
        + "Theo Chỉ thị số 3031/CT-BGDĐT ngày 26/8/2016 về nhiệm vụ chủ yếu [[năm học 2015 - 2016→năm học 2016 - 2017]] của ngành.\n",
        HEAD.replace("thi đua năm 2026", "thi đua năm học 2025 - 2026")
        + "Căn cứ Kế hoạch giáo dục nhà trường [[năm học 2024 - 2025→năm học 2025 - 2026]], nhà trường phát động thi đua:\n\nI. NỘI DUNG\n\nThi đua.\n",
        HEAD
        + "Thực hiện Chỉ thị số 01/2026/CT-CA ngày 02/01/2026 về việc triển khai nhiệm vụ trọng tâm công tác [[năm 2025→năm 2026]].\n",
        HEAD
        + "Nghị quyết số 09/NQ-HĐND ngày 20/11/2025 về nhiệm vụ phát triển kinh tế - xã hội [[năm 2025→năm 2026]].\n",
        HEAD + "Kế hoạch số 09/KH-UBND ngày 05/6/2026 về phát động thi đua [[năm 2025→năm 2026]].\n",
        HEAD.replace("2026", "2027")
        + "Nghị quyết số 88/NQ-HĐND ngày 11/12/2025 của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội [[năm 2027→năm 2026]].\n",
        HEAD
        + "Thực hiện Nghị quyết số 19/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân xã về nhiệm vụ phát triển kinh tế - xã hội [[năm 2025→năm 2026]].\n",
        HEAD
        + "Thực hiện Chỉ thị số 04/CT-UBND ngày 20/01/2026 của Chủ tịch Ủy ban nhân dân xã về phát động phong trào thi đua [[năm 2025→năm 2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        cited = list(doc.citations)
        seen: set[tuple[int, int]] = set()
        for i, citation in enumerate(cited):
            if (
                citation.date is None
                or citation.date_span is None
                or citation.kind not in ("Nghị quyết", "Chỉ thị", "Kế hoạch", "Công văn", "Hướng dẫn")
            ):
                continue
            end = sentence(doc.text, citation.date_span.end).end
            end = min(end, *(other.span.start for other in cited[i + 1 : i + 2])) if cited[i + 1 :] else end
            for pattern, right in (
                (LAUNCH, citation.date.year if citation.date.month <= SPRING else 0),
                (PLAN, citation.date.year if citation.date.month <= MARCH and citation.kind == "Kế hoạch" else 0),
                (NEXT, citation.date.year + 1 if citation.date.month == DECEMBER else 0),
                (SCHOOL, citation.date.year if citation.date.month >= JULY else 0),
                (SCHOOL_LAUNCH, citation.date.year if citation.date.month >= JULY else 0),
                (LATE, citation.date.year if MAY <= citation.date.month <= AUTUMN else 0),
                (WORK, citation.date.year if citation.date.month <= WINTER else 0),
                (
                    TASKS,
                    citation.date.year + 1 if citation.date.month >= AUTUMN and citation.kind == "Nghị quyết" else 0,
                ),
            ):
                told = pattern.search(doc.text, citation.date_span.end, end) if right else None
                # “Kế hoạch … ngày 30/01/2025 … về phát động phong trào thi đua năm 2026”: the date is last year's
                dated = (
                    pattern in (LAUNCH, SCHOOL, SCHOOL_LAUNCH) and told is not None and int(told["year"]) == right + 1
                )
                if told and dated and citation.date_span not in seen:
                    seen.add(citation.date_span)
                    message = f"Trích yếu ghi {told['told']}, ngày ban hành lại là {citation.date:%d/%m/%Y}."
                    yield self.finding(words(doc.text, citation.date_span) or citation.date_span, message)
                    continue
                # “Nghị quyết … ngày 11/12/2025 … về kế hoạch phát triển kinh tế - xã hội năm 2027”: two years ahead
                ahead = pattern is TASKS and told is not None and int(told["year"]) == right + 1
                if told and (int(told["year"]) == right - 1 or ahead):
                    message = (
                        f"Văn bản này ban hành ngày {citation.date:%d/%m/%Y}, có lẽ cho năm {right}; "
                        f"trích yếu lại ghi năm {told['year']}."
                    )
                    school = f"năm học {right} - {right + 1}"
                    if told.span("told") in seen:
                        continue
                    seen.add(told.span("told"))
                    yield self.finding(
                        told.span("told"), message, school if pattern in (SCHOOL, SCHOOL_LAUNCH) else f"năm {right}"
                    )
        yield from self._school(doc)

    def _school(self, doc: Document) -> Iterator[Finding]:
        """The plan of lessons in the preface is that of the school year in the subject."""
        own = YEARS.search(doc.subject) if doc.school_year else None
        if own is None:
            return
        for match in OWN_SCHOOL.finditer(doc.text, *doc.preface):
            if int(match["year"]) == int(own[0][:4]) - 1:
                message = f"Trích yếu ghi năm học {own[0]}, căn cứ lại nêu {match['told']}."
                yield self.finding(match.span("told"), message, f"năm học {own[0]}")
