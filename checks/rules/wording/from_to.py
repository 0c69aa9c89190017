"""Khoảng thời gian mở bằng “từ” được nối bằng “đến”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

FROM, FROM_DAY = ("từ ", "Từ "), ("từ ngày ", "Từ ngày ")
RANGES = (
    # Uneven blanks are told by uneven-dash.
    # “từ năm 2026 - 2030”; “từ năm học 2025 - 2026” is one year
    Pattern(
        r"(?<!\w)[Tt]ừ (?P<unit>năm )?\d{4}(?P<mark>(?: [-–] |[-–])(?:năm )?)\d{4}(?![\d/]| *(?:đến|tới))", hooks=FROM
    ),
    # “từ ngày 16 - 20/11/2026”, “từ ngày 15/12/2026 - 14/02/2027”
    Pattern(
        r"(?<!\w)[Tt]ừ (?P<unit>ngày )\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{4})?)?(?P<mark> [-–] |[-–])\d{1,2}[/.]\d{1,2}"
        r"(?:[/.]\d{4})?(?![\d/]| *(?:đến|tới))",
        hooks=FROM_DAY,
    ),
)


class FromTo(Rule):
    """Khoảng thời gian mở bằng “từ” được nối bằng “đến”: “từ năm 2026 đến năm 2030”, “từ ngày 16 đến ngày 20/11/2026”.

    Dấu gạch ngang tự nó đã đọc là “đến”, nên đứng một mình không cần “từ”: “giai đoạn 2026 - 2030”. Khoảng của con số
    (“từ 8 - 8,5%”) thường viết cả hai cách nên không xét.
    """

    severity = Severity.STYLE
    alone = True
    tier = "gợi ý"
    source = "Quy tắc dùng từ nối tiếng Việt"
    good = (
        "giai đoạn 2026 - 2030; từ năm 2026 đến năm 2030; từ 17 - 18 tiêu chí; từ ngày 16/11 đến ngày 20/11; từ ngày 16 - 18/11 đến 25/11.\n",
        "từ năm học 2025 - 2026; từ 2021 - 2022 đến 2025 - 2026; từ ngày 19-5 đến 19-8; phong trào “Từ năm 2026 - 2030”.\n",
    )
    bad = (
        "Thực hiện từ năm 2026[[ - → đến năm ]]2030; giai đoạn 1 từ 2026[[-→ đến ]]2028.\n",
        "Các thôn ra quân từ ngày 16[[-→ đến ngày ]]20/11/2026; trực từ ngày 15/12/2026[[ - → đến ngày ]]14/02/2027.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for pattern in RANGES:
            for match in pattern.finditer(doc.text, doc.body.start, doc.body.end):
                if not in_quotes(doc.text, match.start()):
                    link = f" đến {match['unit'] or ''}"
                    message = f"Đã có “từ” thì nối bằng “đến”: “{match[0].replace(match['mark'], link, 1)}”."
                    yield self.finding(match.span("mark"), message, link)
