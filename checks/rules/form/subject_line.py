"""Trích yếu nội dung."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding
from checks.parsing.kinds import kind_of
from checks.parsing.lines import is_caps
from checks.rule import Rule

HEAD = "Số: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n"
BODY = (
    "\n\nPhong trào thi đua của xã có chuyển biến rõ, các thôn, các trường học hăng hái tham gia, nhiều chỉ tiêu vượt kế hoạch."
    "\n\nCác thôn thực hiện./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
)
PROSE = 90
"""A subject is a phrase; a longer line that ends a sentence is the first paragraph."""


class SubjectLine(Rule):
    """Dưới tên loại có trích yếu nói ngắn gọn văn bản về việc gì; chỉ một tên loại đứng đầu văn bản."""

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 5"
    apart = (HEAD + "Kính gửi: Các thôn." + BODY,)
    good = (
        HEAD + "CHỈ THỊ\nPhát động phong trào thi đua năm 2026." + BODY,
        HEAD + "QUYẾT ĐỊNH\nVỀ\nVIỆC TẶNG GIẤY KHEN" + BODY,
        HEAD + "QUYẾT ĐỊNH\nQUY ĐỊNH MỨC CHI TIỀN THƯỞNG CỦA XÃ" + BODY,
        HEAD + "CHỈ THỊ\nPhát động phong trào thi đua năm 2026" + BODY,
        HEAD
        + "KẾ HOẠCH\nTổ chức các hoạt động kỷ niệm 96 năm Ngày thành lập Đảng. Chuẩn bị đón xuân Bính Ngọ và các ngày lễ trong quý I.\n\n"
        + "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh;"
        + BODY,
        HEAD + "KẾ HOẠCH\nPHÁT ĐỘNG\nPHONG TRÀO THI ĐUA NĂM 2026" + BODY,
        HEAD
        + "KẾ HOẠCH\nTHỰC HIỆN ĐỀ ÁN “PHÁT TRIỂN VĂN HÓA ĐỌC TRONG CÁC TRƯỜNG HỌC, CÁC THÔN GIAI ĐOẠN 2026 - 2030” CỦA XÃ AN PHÚ TÂY."
        + BODY,
    )
    bad = (
        HEAD + "[[CHỈ THỊ]]\n\nI. NỘI DUNG" + BODY,
        HEAD + "[[CHỈ THỊ]]" + BODY,
        HEAD + "CHỈ THỊ\n[[KẾ HOẠCH]]\nPhát động phong trào thi đua năm 2026" + BODY,
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.frame.kind else "văn bản không có tên loại")

    def check(self, doc: Document) -> Iterator[Finding]:
        kind = doc.frame.kind
        if kind is None:
            return
        own = doc.frame.subject
        second = next(
            (
                line
                for i, line in enumerate(own)
                if kind_of(line.bare)
                and kind_of(line.bare) != doc.kind
                and len(line.bare) < 16
                and not (i + 1 < len(own) and line.bare == "PHÁT ĐỘNG" and is_caps(own[i + 1].bare))  # a broken subject
            ),
            None,
        )
        if second is not None:
            message = f"Văn bản ghi hai tên loại: “{kind.bare}” và “{second.bare}”."
            yield self.finding(second.span, message)
        elif not doc.subject or (
            len(doc.subject) > PROSE
            and doc.frame.subject
            and doc.frame.subject[0].bare.endswith((".", ";"))
            and not doc.frame.subject[0].bare.isupper()
            and not doc.text[doc.body.start :].lstrip().startswith(("Căn cứ", "Thực hiện"))
        ):
            at = kind.span.start + kind.text.find(kind.bare)
            yield self.finding((at, at + len(kind.bare)), f"{doc.kind} chưa có trích yếu nội dung ở dưới tên loại.")
