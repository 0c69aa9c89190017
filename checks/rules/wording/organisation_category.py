"""Tên các loại tổ chức."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

RIGHT = "chính trị xã hội - nghề nghiệp"
# “chính trị - xã hội, nghề nghiệp”, “chính trị - xã hội nghề nghiệp”
NAME = Pattern(r"chính trị *[,–-]? *xã hội *(?P<second>[,–-]?) *nghề nghiệp(?!\w)", needs="nghề nghiệp")


class OrganisationCategory(Rule):
    """Loại tổ chức này viết là “tổ chức chính trị xã hội - nghề nghiệp”.

    Khác với “tổ chức chính trị - xã hội” (Công đoàn, Đoàn Thanh niên …) và “tổ chức xã hội - nghề nghiệp”. Đặt gạch nối hoặc
    dấu phẩy sang chỗ khác thì thành tên của loại tổ chức không có.
    """

    severity = Severity.ERROR
    alone = True
    tier = "luật"
    source = "Luật Doanh nghiệp năm 2020, Điều 38; Luật Thi đua, khen thưởng năm 2022 (cách gọi các loại tổ chức)"
    good = (
        "các tổ chức chính trị - xã hội, tổ chức chính trị xã hội - nghề nghiệp, tổ chức xã hội - nghề nghiệp.\n",
        "các tổ chức chính trị - xã hội, xã hội - nghề nghiệp.\n",
    )
    bad = (
        "tổ chức [[chính trị - xã hội, nghề nghiệp→chính trị xã hội - nghề nghiệp]] phối hợp thực hiện.\n",
        "tổ chức [[chính trị - xã hội nghề nghiệp→chính trị xã hội - nghề nghiệp]] phối hợp thực hiện.\n",
        "tổ chức [[chính trị - xã hội - nghề nghiệp→chính trị xã hội - nghề nghiệp]] phối hợp thực hiện.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in NAME.finditer(doc.text):
            if match[0].replace("–", "-") == RIGHT or in_quotes(doc.text, match.start()):
                continue
            # Two dashes name no other kind of organisation: a slip of form only.
            severity = Severity.WARNING if match["second"] in ("-", "–") else Severity.ERROR
            yield self.finding(match.span(), f"Loại tổ chức này viết là “{RIGHT}”.", RIGHT, severity=severity)
