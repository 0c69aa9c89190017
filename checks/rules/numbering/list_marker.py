"""Dấu sau chữ cái đánh điểm."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\n2. Chỉ tiêu\n\n"

BULLET = Pattern(r"[-–+] [^\W_]")
# “-Tạo không khí thi đua”, among others that have their blank
TIGHT = Pattern(r"[-–+](?=[^\W\d_]{2})")


class ListMarker(Rule):
    """Điểm được đánh bằng chữ cái thường và dấu đóng ngoặc đơn: “a)”, không phải “a,”; mục và khoản có dấu chấm: “I.”, “1.”.

    Dấu phẩy sau chữ cái là thói quen gõ tay, dễ lẫn với câu văn. Gạch đầu dòng không có nội dung thì bỏ.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm đ"
    good = (
        "TỈNH ỦY SƠN THỦY\n*\nSố 26-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Thủy, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\n"
        "thực hiện phong trào thi đua “Dân vận khéo”\n\nI- MỤC ĐÍCH\n\n1- Nâng cao nhận thức của cấp ủy.\n\nII- NỘI DUNG\n\n1- Vận động nhân dân.\n",
        TITLE + "-Thu ngân sách đạt 12 tỷ đồng.\n-Thu nhập đạt 60 triệu đồng.\n",
        TITLE + "1) Nội dung\n\n1. Tuyên truyền.\n",
        TITLE + "a) Các chỉ tiêu kinh tế\n\nb) Các chỉ tiêu xã hội\n",
        TITLE + "Chi tiết nêu tại Phụ lục II Nghị quyết\n214/NQ-CP của Chính phủ.\n",
    )
    bad = (
        TITLE.replace("2. Chỉ", "[[I/.]] Chỉ") + "[[1/-]] Các chỉ tiêu kinh tế\n\n2/- Các chỉ tiêu xã hội\n",
        TITLE + "[[a,→a)]] Các chỉ tiêu kinh tế\n\n[[b,→b)]] Các chỉ tiêu xã hội\n",
        TITLE + "- Thu ngân sách đạt 12 tỷ đồng.\n-[[→ ]]Thu nhập đạt 60 triệu đồng.\n",
        TITLE + "- Thu ngân sách đạt 12 tỷ đồng.[[\n-→]]\n- Thu nhập đạt 60 triệu đồng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for marker in doc.markers:
            if marker.scheme == "letter" and marker.form in (",", "/"):
                right = f"{marker.label[0]})"
                yield self.finding(
                    marker.span, f"Điểm đánh là “{right}”, không phải “{marker.label}”.", right, safe=True
                )
        if not doc.own_form:  # “I-”, “1-” are the custom of the Party
            yield from self._closed(doc)
        spaced = any(BULLET.match(line.bare) for line in doc.body_lines)
        for line in doc.body_lines:
            tight = TIGHT.match(line.bare) if spaced else None
            if tight and not doc.parted:
                at = line.within(1).start
                message = "Sau gạch đầu dòng có một dấu cách, như các dòng khác."
                yield self.finding((at, at), message, " ", safe=True, severity=Severity.STYLE)
            if line.bare in ("-", "–", "+", "•") and line.span.start > doc.body.start:
                span = (line.span.start - 1, line.span.start + len(line.text.rstrip()))
                yield self.finding(span, "Bỏ gạch đầu dòng trống.", "", safe=True)

    def _closed(self, doc: Document) -> Iterator[Finding]:
        """“I/.”, “1/-”: the first of a kind is pointed out, the others follow it."""
        told: set[str] = set()
        for marker in doc.markers:
            if marker.scheme not in ("roman", "arabic", "upper") or marker.scheme in told:
                continue
            start, end = marker.span
            while doc.text[end : end + 1] in tuple(".-–"):
                end += 1
            if marker.form in (".", ")", "") and end == marker.span.end:
                continue
            if not doc.text[end : end + 1].isspace():  # “214/NQ-CP” at the head of a broken line
                continue
            told.add(marker.scheme)
            right = f"{marker.label.rstrip(' ./-–)')}."
            message = f"Số thứ tự viết là “{right}”, một kiểu trong cả văn bản."
            yield self.finding((start, end), message, severity=Severity.STYLE)
