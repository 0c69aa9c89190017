"""Phụ lục, biểu mẫu nói là kèm theo."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_NUMBERS = r"(?: số)?(?: (?:[IVX]+|\d{1,2})(?:(?:,| và| -) (?:[Pp]hụ lục )?(?:[IVX]+|\d{1,2}))*)?"
_END = r"(?= ?[).;,\n]| (?:Chỉ thị|Kế hoạch|Hướng dẫn|Công văn|Chương trình|văn bản) này|$)"
# “theo Phụ lục kèm theo.”, “(chi tiết tại Phụ lục I, II kèm theo)”, “cụ thể tại Phụ lục I;”
ANNEX = Pattern(
    rf"(?:[Cc]hi tiết |[Cc]ụ thể )?(?:tại |theo |ở |trong )?(?:[Cc]ác )?[Pp]hụ lục{_NUMBERS} (?:ban hành |gửi |đính )?kèm(?: theo)?{_END}"
    rf"|(?:[Cc]hi tiết|[Cc]ụ thể) (?:tại |theo |ở |trong )?(?:các )?[Pp]hụ lục{_NUMBERS}{_END}|\(kèm (?:theo )?(?:các )?[Pp]hụ lục\)"
    rf"|\((?:[Dd]anh sách|[Cc]hỉ tiêu|[Bb]iểu|[Mm]ẫu|[Nn]ội dung|[Xx]em)[^()\n/]{{0,50}} (?:tại|theo|ở|ghi tại) [Pp]hụ lục{_NUMBERS}\)",
    needs="hụ lục",
)
# “(có biểu mẫu kèm theo)”, “(danh sách đính kèm)”: what is told in brackets comes with the document itself
BRACKET = Pattern(
    r"\( ?(?:có |theo )?(?:các |bản )?(?:[Bb]iểu mẫu|[Mm]ẫu|[Dd]anh sách|[Dd]anh mục|[Tt]hể lệ|[Bb]ảng|[Hh]ướng dẫn|[Bb]iểu|[Kk]ế hoạch)"
    r"[^()\n/]{0,60} (?:gửi |đính )?kèm(?: theo)?\.?\)",
    needs="kèm",
)
HEAD = Pattern(r"(?m)^[\W_]*(?:PHỤ LỤC|Phụ lục|MẪU SỐ|Mẫu số|BIỂU|Biểu số|DANH SÁCH|DANH MỤC|THỂ LỆ)\b")
REST = 200
"""So many characters behind the signature are a stamp or a page number, no annex."""
BODY = "KẾ HOẠCH\nPhát động thi đua\n\nCác thôn thực hiện {what}./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
ANNEXES = "\nPHỤ LỤC\nChỉ tiêu thi đua\n"


class AnnexEnclosed(Rule):
    """Phụ lục, biểu mẫu mà văn bản nói là kèm theo nằm trong tệp, hoặc được đính kèm khi trình ký.

    Phụ lục thường là tệp riêng, nên đây chỉ là lời nhắc, một lần cho cả văn bản. Phụ lục của văn bản khác (“Phụ lục II kèm
    theo Nghị định số …”) không tính.
    """

    severity = Severity.STYLE
    scope = "document"
    needs_end = True
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III khoản 1"
    apart = ("KẾ HOẠCH\nPhát động thi đua\n\nCác thôn thực hiện theo Phụ lục kèm theo.\n",)
    good = (
        BODY.format(what="chỉ tiêu theo Phụ lục kèm theo") + ANNEXES,
        BODY.format(what="chỉ tiêu tại Phụ lục kèm theo").replace("\nNơi nhận", ANNEXES + "\nNơi nhận"),
        BODY.format(what="biểu mẫu tại Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP; nộp hồ sơ kèm theo ảnh"),
        BODY.format(what="việc báo cáo (hồ sơ gửi kèm theo)") + "\nGhi chú: " + "các chỉ tiêu giao từng thôn. " * 10,
        BODY.format(what="chỉ tiêu cụ thể, gửi kèm báo cáo (mẫu số 02/BC kèm theo)"),
    )
    bad = (
        BODY.format(what="chỉ tiêu [[theo Phụ lục kèm theo]]; báo cáo theo phụ lục kèm theo"),
        BODY.format(what="chỉ tiêu ([[chi tiết tại Phụ lục I, II đính kèm]])"),
        BODY.format(what="chỉ tiêu ([[cụ thể tại Phụ lục I]])"),
        BODY.format(what="việc chấm điểm [[(danh sách Ban Thi đua tại Phụ lục)]]"),
        BODY.format(what="và gửi báo cáo [[(có biểu mẫu kèm theo)]]"),
        BODY.format(what="[[các phụ lục kèm theo]] Kế hoạch này"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        body = doc.body
        told = [m for p in (ANNEX, BRACKET) for m in p.finditer(doc.text, body.start, body.end)]
        if not told or len(doc.text[doc.frame.end :].strip()) > REST or HEAD.search(doc.text, body.start):
            return
        message = "Phụ lục, biểu mẫu nói ở đây không có trong tệp này: nhớ đính kèm khi trình ký và khi ban hành."
        yield self.finding(min(m.span() for m in told), message)
