"""The kinds of documents, and the line that names one."""

from __future__ import annotations

from checks.letters import CAPITAL, SMALL
from checks.parsing.lines import is_caps
from checks.patterns import Pattern

DRAFT = "DỰ THẢO "
"""What a draft prints before its kind: “DỰ THẢO KẾ HOẠCH”."""
KINDS = {
    "NGHỊ QUYẾT": "Nghị quyết", "QUYẾT ĐỊNH": "Quyết định", "CHỈ THỊ": "Chỉ thị", "QUY CHẾ": "Quy chế",
    "QUY ĐỊNH": "Quy định", "THÔNG CÁO": "Thông cáo", "THÔNG BÁO": "Thông báo", "HƯỚNG DẪN": "Hướng dẫn",
    "CHƯƠNG TRÌNH": "Chương trình", "KẾ HOẠCH": "Kế hoạch", "PHƯƠNG ÁN": "Phương án", "ĐỀ ÁN": "Đề án",
    "DỰ ÁN": "Dự án", "BÁO CÁO": "Báo cáo", "BIÊN BẢN": "Biên bản", "TỜ TRÌNH": "Tờ trình",
    "HỢP ĐỒNG": "Hợp đồng", "CÔNG VĂN": "Công văn", "CÔNG ĐIỆN": "Công điện", "BẢN GHI NHỚ": "Bản ghi nhớ",
    "BẢN THỎA THUẬN": "Bản thỏa thuận", "GIẤY ỦY QUYỀN": "Giấy ủy quyền", "GIẤY MỜI": "Giấy mời",
    "THÔNG TƯ": "Thông tư", "NGHỊ ĐỊNH": "Nghị định", "KẾT LUẬN": "Kết luận",
    "PHÁT ĐỘNG": "Phát động", "KẾ HOẠCH PHÁT ĐỘNG": "Kế hoạch", "LỜI KÊU GỌI": "Lời kêu gọi",
}  # fmt: skip
"""Kinds as printed, to their names: the 29 of Nghị định 30/2020/NĐ-CP Điều 7 that occur here, and “Phát động” of practice."""
OF_A_PERSON = "BÁO CÁO SÁNG KIẾN"
"""A teacher's paper on what was tried out: no document of an office."""
# “KẾ HOẠCH Tổ chức phong trào …”: kind and subject on one line of a web page
_OWN_SUBJECT = Pattern(r"[" + CAPITAL + r"]{2} (?:[" + CAPITAL + r"][" + SMALL + r"]|về |v/v )")


def kind_of(line: str) -> str | None:
    """The kind a line in capitals names, alone or with its subject: “CHỈ THỊ”, “KẾ HOẠCH TỔ CHỨC PHONG TRÀO …”."""
    if not line.lstrip()[:2].isupper():  # most lines, told apart at once
        return None
    plain = " ".join(line.rstrip(":.").replace("OẢ", "ỎA").split()).removeprefix(DRAFT)
    if plain in KINDS:
        return KINDS[plain]
    if plain.startswith(OF_A_PERSON):
        return None
    if not is_caps(line) and not (plain[:4].isupper() and _OWN_SUBJECT.search(plain)):
        return None
    return next((kind for name, kind in KINDS.items() if plain.startswith(name + " ")), None)
