"""Dòng lưu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.lines import Line
from checks.patterns import Pattern
from checks.rule import Rule

# “- Lưu: VT, NV.”; “Lưu ý: …” is a sentence, no filing line
FILING = Pattern(r"[-–+•]?\s*Lưu(?P<colon>\s*:)?\s*(?P<what>(?:VT|Văn thư|VP|HS|NV|TH|HC|[A-ZĐ]{2,})\b.*|.{0,40})$")
# “TCCB”, “NC, TH (3b)”: whoever wrote it, not who keeps it; a school may keep it in its own files
UNIT_ONLY = re.compile(r"[A-ZĐ]{2,}")
KEEPER = re.compile(r"VT|[Vv]ăn thư|VP|HS|[Hh]ồ sơ")
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./.\n\nNơi nhận:\n- Các thôn;\n"
END = "\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"


class FilingLine(Rule):
    """Dòng cuối của nơi nhận là “- Lưu: VT, …” và kết thúc bằng dấu chấm.

    Sau chữ “Lưu” có dấu hai chấm, rồi “VT” (văn thư), đơn vị soạn thảo và số bản nếu cần; chỉ có đơn vị soạn thảo thì nên thêm “VT”.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 9 điểm d"
    apart = (
        "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
        "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
    )
    good = (HEAD + "- Lưu: VT, NV (03 bản)." + END, HEAD + "- Lưu: Văn thư, P.VHXH." + END, HEAD + "- Lưu: HSTĐ." + END)
    bad = (
        HEAD + "- Lưu[[→:]] VT." + END,
        HEAD + "- Lưu: VT[[→.]]" + END,
        HEAD + "- Lưu: VT, NV (03 bản)[[→.]]" + END,
        HEAD + "- Lưu: [[→VT, ]]TCCB." + END,
        HEAD + "- Lưu: VT, NV[[;→.]]" + END,
        HEAD.replace("- Các thôn;\n", "[[- Các thôn;]]\n") + END,
        HEAD + "[[- Lưu: VT, NV;]]\n- Các trường học." + END,
        "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
        "về phát động phong trào thi đua\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Tỉnh ủy;\n[[- Các chi bộ.]]\n\nBÍ THƯ\n\nTrần Văn Minh\n",
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc) or (None if doc.frame.recipients else "không có dòng nơi nhận nào")
        if outside is None and doc.own_form and any("Lưu" in line.bare for line in doc.frame.recipients):
            return "văn bản của Đảng, Đoàn ghi nơi nhận theo quy định riêng"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        lines = [line for line in doc.frame.recipients if line.bare.strip("-–+•;. ")]
        own = [(i, line) for i, line in enumerate(lines) if _files(line)]
        if not own:
            if lines:
                last = lines[-1]
                written = "“- Lưu …”" if doc.own_form else "“- Lưu: VT, …”"
                severity = Severity.WARNING if doc.own_form else None
                yield self.finding(last.span, f"Nơi nhận chưa có dòng lưu {written} ở cuối.", severity=severity)
            return
        i, line = own[-1]
        match = FILING.match(line.bare)
        bare_at = line.within().start
        if match and not match["colon"]:
            at = bare_at + line.bare.find("Lưu") + 3
            yield self.finding((at, at), "Thiếu dấu hai chấm sau chữ “Lưu”.", ":", safe=True, severity=Severity.WARNING)
        if match and match["colon"] and UNIT_ONLY.match(match["what"]) and not KEEPER.search(match["what"]):
            at = bare_at + match.start("what")
            message = "Bản lưu ở văn thư: sau “Lưu:” ghi “VT” rồi đến đơn vị soạn thảo."
            yield self.finding((at, at), message, "VT, ", severity=Severity.STYLE)
        if i < len(lines) - 1 and any(x.bare.startswith(("-", "–")) for x in lines[i + 1 :]):
            yield self.finding(line.span, "Dòng “Lưu” phải là dòng cuối của nơi nhận.", severity=Severity.WARNING)
        elif i == len(lines) - 1 and (line.bare[-1].isalnum() or line.bare[-1] == ")"):
            at = bare_at + len(line.bare)
            yield self.finding((at, at), "Cuối dòng “Lưu” phải là dấu chấm.", ".", safe=True, severity=Severity.STYLE)
        elif i == len(lines) - 1 and line.bare[-1] in ";,":
            at = bare_at + len(line.bare)
            yield self.finding(
                (at - 1, at), "Cuối dòng “Lưu” phải là dấu chấm.", ".", safe=True, severity=Severity.STYLE
            )


def _files(line: Line) -> bool:
    return FILING.match(line.bare) is not None and not line.bare.lstrip("-–+• ").startswith("Lưu ý")
