"""Ai phát động phong trào."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import LAW_2022, Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

# “Ủy ban nhân dân tỉnh Sơn Thủy” before “phát động phong trào thi đua”, read backwards from there
LAUNCH = Pattern(r"phát động (?=[^.;\n]{0,40}thi đua)", needs="phát động ")
WHO = Pattern(
    rf"(?P<chair>Chủ tịch )?(?P<who>(?:Ủy|Uỷ) ban nhân dân|UBND)(?: (?:tỉnh|thành phố|huyện|xã|phường|đặc khu))?(?: [{CAPITAL}]\w*)* (?:tổ chức )?$"
)
BY = Pattern(r"(?:do|của|được|theo) $")
REACH = 70
CHAIR = "Chủ tịch "
HEAD = "Thạch Giang, ngày 12 tháng 01 năm {year}\n\nCHỈ THỊ\nPhát động phong trào thi đua năm {year}\n\n"
END = "\n\nNơi nhận:\n- Các xã;\n- Lưu: VT.\n\n{sign}CHỦ TỊCH\n\nTrần Văn Minh\n"


class WhoLaunches(Rule):
    """Từ năm 2024, người có thẩm quyền phát động thi đua ở địa phương là Chủ tịch Ủy ban nhân dân; lời phát động và phần ký nên ghi như vậy.

    Nhiều văn bản vẫn viết “Ủy ban nhân dân tỉnh phát động”; cách ghi này quen dùng và không làm sai nội dung nên chỉ là gợi ý.
    """

    severity = Severity.STYLE
    scope = "launch"
    tier = "luật"
    source = "Luật Thi đua, khen thưởng năm 2022, Điều 18 khoản 3 (từ 01/01/2024); phần ký: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 7"
    since = LAW_2022
    apart = (
        "Sơn Thủy, ngày 12 tháng 01 năm 2019\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2019\n\n"
        "Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2019.\n",
    )
    good = (
        HEAD.format(year=2026)
        + "Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2026."
        + END.format(sign=""),
        HEAD.format(year=2026)
        + "Hưởng ứng phong trào do Ủy ban nhân dân tỉnh phát động thi đua. Ủy ban nhân dân tỉnh phát động ngày hội đọc sách."
        + END.format(sign=""),
        HEAD.format(year=2026)
        + "Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2026. Ủy ban nhân dân tỉnh phát động thi đua trong các xã."
        + END.format(sign=""),
        HEAD.format(year=2026) + "Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2026.\n",
        HEAD.format(year=2026).replace("CHỈ THỊ", "KẾ HOẠCH")
        + "Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2026."
        + END.format(sign="TM. ỦY BAN NHÂN DÂN\n"),
    )
    bad = (
        HEAD.format(year=2026)
        + "[[Ủy→Chủ tịch Ủy]] ban nhân dân tỉnh phát động phong trào thi đua năm 2026."
        + END.format(sign=""),
        HEAD.format(year=2026)
        + "[[Ủy→Chủ tịch Ủy]] ban nhân dân tỉnh phát động phong trào thi đua năm 2026."
        + END.format(sign="TM. ỦY BAN NHÂN DÂN\n"),
        HEAD.format(year=2026)
        + "Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua."
        + END.format(sign="[[TM. ỦY BAN NHÂN DÂN]]\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        chair, board = False, None
        for match in LAUNCH.finditer(doc.text, doc.body.start, doc.body.end):
            who = WHO.search(doc.text, max(doc.body.start, match.start() - REACH), match.start())
            if who is None or BY.search(doc.text, max(0, who.start() - 6), who.start()):
                continue
            chair = chair or bool(who["chair"])
            board = board or (None if who["chair"] else who)
        if board is not None and not chair:
            first = board["who"].split()[0]
            span = (board.start("who"), board.start("who") + len(first))
            yield self.finding(span, "Người có thẩm quyền phát động là Chủ tịch Ủy ban nhân dân.", CHAIR + first)
        sign = doc.signature
        if chair and sign is not None and doc.kind == "Chỉ thị" and sign.authority[0].bare.startswith("TM."):
            line = sign.authority[0]
            message = "Lời phát động là của Chủ tịch, phần ký lại thay mặt Ủy ban nhân dân; nên thống nhất."
            yield self.finding(line.span, message)
