"""Cách trình bày từng dòng nơi nhận."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./.\n\nNơi nhận:\n"
END = "\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
BULLETS = ("-", "–", "+", "•")


class RecipientForm(Rule):
    """Mỗi nơi nhận một dòng, bắt đầu bằng gạch đầu dòng, cuối dòng là dấu chấm phẩy; không có gạch đầu dòng trống."""

    severity = Severity.WARNING
    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 9 điểm d"
    apart = (
        "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
        "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
    )
    good = (
        HEAD + "- Thường trực Đảng ủy;\n- Các trường học trên địa bàn\nvà các thôn;\n- Lưu: VT." + END,
        HEAD + "- Thường trực Đảng ủy;\n-\nThường trực HĐND xã;\n- Các thôn;\n- Lưu: VT." + END,
    )
    bad = (
        HEAD + "- Thường trực Đảng ủy;\n- Các thôn;\n[[→- ]]Lưu: VT." + END,
        HEAD + "- Thường trực Đảng ủy[[,→;]]\n- Các thôn;\n- Lưu: VT." + END,
        HEAD + "- Thường trực Đảng ủy[[→;]]\n- Các thôn;\n- Lưu: VT." + END,
        HEAD + "- Thường trực Đảng ủy[[.→;]]\n- Các thôn;\n- Lưu: VT." + END,
        HEAD + "- Thường trực Đảng ủy;\n[[→- ]]Các thôn;\n- Lưu: VT." + END,
        HEAD + "- Các thôn;\n[[- Lưu: VT.\n-→- Lưu: VT.]]" + END,
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc) or (None if doc.frame.recipients else "không có dòng nơi nhận nào")
        return outside or ("văn bản của Đảng, Đoàn ghi nơi nhận theo quy định riêng" if doc.own_form else None)

    def check(self, doc: Document) -> Iterator[Finding]:
        lines = doc.frame.recipients
        for i, line in enumerate(lines):
            text = line.text.rstrip()
            after = next((x for x in lines[i + 1 :] if x.bare.strip("-–+• ")), None)
            if not line.bare.strip("-–+•;. "):
                following = lines[i + 1].bare if i + 1 < len(lines) else ""
                if following[:1].isalnum() and line.bare in BULLETS:
                    continue  # a web page broke the line behind its dash
                before = lines[i - 1] if i else line
                kept = doc.text[before.span.start : before.span.end].rstrip() if i else ""
                end = line.span.start + len(text)
                yield self.finding(
                    (before.span.start, end),
                    "Bỏ gạch đầu dòng trống trong nơi nhận.",
                    kept,
                    safe=True,
                    severity=Severity.ERROR,
                )
                continue
            if (
                i
                and line.bare[0].isupper()
                and (text.endswith(";") or line.bare.startswith(("Lưu:", "Lưu VT")))
                and lines[i - 1].bare.startswith(("-", "–"))
                and lines[i - 1].text.rstrip().endswith(";")
                and (after is None or after.bare.startswith(("-", "–")))
            ):
                at = line.span.start + len(line.text) - len(line.text.lstrip())
                yield self.finding((at, at), "Thiếu gạch đầu dòng ở đầu dòng nơi nhận này.", "- ", safe=True)
            wrapped = after is not None and not after.bare.startswith(BULLETS)
            if after is None or wrapped or not line.bare.startswith(BULLETS):
                continue
            if text.endswith(":") and after.bare.startswith("+"):
                continue
            if text.endswith((",", ".", ":")) and not text.endswith(("...", "v.v.", "TT.", "PCT.")):
                at = line.span.start + len(text) - 1
                yield self.finding((at, at + 1), "Cuối dòng nơi nhận này phải là dấu chấm phẩy.", ";", safe=True)
            elif text[-1].isalnum() or text.endswith(")"):
                at = line.span.start + len(text)
                yield self.finding(
                    (at, at), "Cuối dòng nơi nhận này phải là dấu chấm phẩy.", ";", safe=True, severity=Severity.STYLE
                )
