"""Văn bản hỏng chữ hàng loạt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

WORD = re.compile(r"[^\W\d_]+")
# “CH TNCH H I NG B TRƯ NG”: letters with marks were lost, what is left of their syllables is no syllable
_REST = r"[bcdđghklmnpqrstvx]|n?gh|n[gh]|[ptck]h|tr"
REST = re.compile(rf"(?<=[ \n])(?:{_REST})(?=[ \n])", re.IGNORECASE)
SIGNS = (" h ", " t ", " th ", " nh ", " H ", " T ", " TH ", " NH ")
"""Rests that stand in every page which lost letters; nothing else is counted where there are few of them."""
FEW = 3
FEWEST = 20
"""Different damaged places at least: a text with ten or fifteen slips of a hand keeps each of them."""
SHARE = 50
"""One word in so many at least. Of 400 typed texts none had more than one in 200, pages recognised from a scan one in 40."""
HOPELESS = 8
"""Where one word in so many is spoilt, the places found are too few of the places that are: they are held back."""
CUT = (
    "CH TNCH [[H]] I NG B TRƯ NG\n\nt nh d n u toàn qu c là hai mươi nghìn ng, t nh d n u khu v c là mư i lăm nghìn ng. "
    "Ti n thư ng theo c c a th trư ng ngành và ban Nhân dân các t nh kèm theo c b ng ti n m i h ng năm. "
    "M c thư ng thi ua c a H i ng cho các t nh, thành ph , c thư ng luân lưu c a H i ng cho các ơn v d n u.\n"
)


class DamagedText(Rule):
    """Văn bản đọc được từng chữ: không hỏng hàng loạt do quét, nhận dạng hoặc chuyển đổi tệp.

    Trang giấy quét rồi nhận dạng kém, phông chữ cũ chuyển đổi hỏng thì cứ vài chục chữ lại sai một chữ, và máy chỉ thấy khoảng
    một nửa số chữ sai ấy: từng chỗ vẫn được nêu, kèm lời khuyên quét lại. Hỏng nặng, cứ 8 chữ sai một chữ, thì liệt kê từng chỗ
    không giúp gì và dễ làm người đọc tưởng phần còn lại đã đúng, nên chỉ báo một lần; các phép kiểm chính tả ghi là chưa kiểm, kèm số
    chỗ nghi sai. Muốn xem từng chỗ thì bỏ qua phép kiểm này (`--ignore damaged-text`). Chỉ báo khi có ít nhất 20 chỗ sai khác nhau và
    cứ 50 chữ có một chữ sai; lỗi dính chữ, rời chữ không tính vì sửa được chắc chắn.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Tỷ lệ chữ hỏng đếm trong chính văn bản"
    sums_up = "spelling"
    good = (
        "Phát động phong trào thi đua năm 2026; khối 1, khối 2 h ọp ngày 05 tháng 3.\n",
        "Các lớp 5 b, 5 c, 5 d, 5 h; nhóm t , nhóm h , nhóm k và nhóm m đăng ký thi đua.\n",
        "Tỷ lệ h và t tính theo bảng: t là số tập thể, h là số hộ, th là số thôn, nh là số nhà.\n"
        + "Thi đua yêu nước. " * 20,
    )
    bad = (CUT,)

    def check(self, doc: Document) -> Iterator[Finding]:  # noqa: ARG002 - nothing is said before all have spoken
        return iter(())

    def sum_up(self, doc: Document, found: Sequence[Finding]) -> tuple[list[Finding], str]:
        spoilt = [f.span for f in found if not _spaced(doc.text, f)]
        different = {doc.text[slice(*span)].lower() for span in spoilt}
        rests = [m.span() for m in REST.finditer(doc.text)] if _cut(doc.text) else []
        damaged = len(different) + len(rests)
        if damaged < FEWEST:
            return [], ""
        words = sum(1 for _ in WORD.finditer(doc.text))
        if damaged * SHARE < words:
            return [], ""
        told = f"Văn bản hỏng do quét, nhận dạng hoặc chuyển đổi: ít nhất {max(round(100 * damaged / words), 1)}% số chữ sai, "
        first = min((*spoilt, *rests))
        if (len(spoilt) + len(rests)) * HOPELESS < words:
            return [self.finding(first, told + "có thể còn nhiều chỗ chưa thấy; nên quét lại hoặc lấy bản gốc.")], ""
        told += "nên lỗi chính tả chưa được nêu từng chỗ; hãy quét lại hoặc lấy bản gốc rồi kiểm tra lại."
        left = f"văn bản hỏng do quét, nhận dạng hoặc chuyển đổi; {len(found)} chỗ nghi sai chính tả chưa được nêu"
        return [self.finding(first, told, severity=Severity.ERROR)], left


def _spaced(text: str, found: Finding) -> bool:
    """Are only blanks amiss: “Chínhphủ”, “phụ c vụ”? That is repaired for certain."""
    return found.fix is not None and found.fix.replacement.replace(" ", "") == text[slice(*found.span)].replace(" ", "")


def _cut(text: str) -> bool:
    """Can the text have lost letters? Asked of every text, so by the quickest means."""
    return sum(map(text.count, SIGNS)) > FEW
