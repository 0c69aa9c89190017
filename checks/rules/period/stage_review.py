"""Ngày sơ kết từng giai đoạn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.finding import Finding, Severity
from checks.rule import Rule

HEAD = (
    "KẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2026\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\nII. THỜI GIAN THI ĐUA\n\n"
    "- Giai đoạn 1: Từ ngày 05/5/2026 đến ngày 30/6/2026.\n- Giai đoạn 2: Từ ngày 01/7/2026 đến ngày 31/12/2026.\n"
)
ORDER = HEAD + "\nIII. TỔ CHỨC THỰC HIỆN\n\n"


class StageReview(Rule):
    """Một giai đoạn, một đợt được sơ kết, tổng kết, báo cáo kết quả khi giai đoạn ấy sắp hết hoặc đã hết.

    Hạn báo cáo sớm hơn ngày kết thúc giai đoạn hơn mười ngày thường do gõ nhầm tháng, hoặc còn sót khi giai đoạn đã dời. Năm công
    tác được tổng kết trong tháng 12 của chính năm ấy là thường nên không xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "Lập thành tích.\n",
        ORDER
        + "Các thôn gửi báo cáo kết quả giai đoạn 1 trước ngày 20/6/2026, sơ kết giai đoạn 1 trước ngày 31/6/2026.\n",
        ORDER + "Báo cáo kết quả giai đoạn 3 trước ngày 05/5/2026; tổng kết giai đoạn 2 trước ngày 10/12/2026.\n",
        HEAD.replace("31/12/2026.", "31/12/2026. Tổng kết trước ngày 10/12/2026."),
        HEAD.replace("30/6/2026.", "30/6/2026. Sơ kết trước ngày 20/6/2026."),
        HEAD.replace("30/6/2026.", "30/6. Sơ kết trước ngày 20/5/2026."),
        ORDER.replace("ngày 05/5/2026 đến ngày 30/6/2026", "tháng 5/2026 đến tháng 6/2026")
        + "Sơ kết giai đoạn 1 trước ngày 10/6/2026.\n",
        ORDER.replace("30/6/2026", "30/6") + "Sơ kết giai đoạn 1 trước ngày 10/6/2026.\n",
    )
    bad = (
        ORDER + "Các thôn gửi báo cáo kết quả giai đoạn 1 [[trước ngày 19/6/2026]].\n",
        HEAD.replace("30/6/2026.", "30/6/2026. Sơ kết [[trước ngày 19/6/2026]]."),
        HEAD.replace("31/12/2026.", "31/12/2026. Tổng kết [[trong tháng 11/2026]]."),
        HEAD.replace("31/12/2026.", "31/12/2026. Sơ kết [[trước ngày 10/12/2026]]."),
        HEAD.replace("31/12/2026.", "20/12/2026. Tổng kết [[trước ngày 05/12/2026]]."),
        HEAD.replace("ngày 05/5/2026", "ngày phát động").replace(
            "30/6/2026.", "30/6/2026. Sơ kết [[trước ngày 15/5/2026]]."
        ),
        HEAD.replace("Giai đoạn 1: ", "Chặng 1 (57 ngày): ")
        + "\nIII. TỔNG KẾT\n\nSơ kết chặng 1: [[Ngày 02/6/2026]].\n",
        HEAD.replace("30/6/2026.", "30/6/2026. Sơ kết giai đoạn 1 [[trước ngày 15/5/2026]]."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for stage in reviews.early(doc.text, doc.body, doc.periods):
            yield self.finding(stage.span, f"{stage.stage} kết thúc ngày {short(stage.end)}, sau hạn này.")
