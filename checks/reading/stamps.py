"""Lines that others put on the page of a finished document: what a digital signature shows, the stamp of who received it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.patterns import Pattern

TOP = 30
"""The stamp of incoming mail stands within so many lines."""
AROUND = 6
"""Lines that one signature or one stamp has."""
UNREAD = "Dòng của chữ ký số, dấu “Đến” của nơi nhận không phải nội dung văn bản nên không được kiểm tra."
_SIGNS = ("gười ký", "ý bởi", "ý số bởi", "igitally signed by", "ignature ")
# “Ký bởi: Ủy ban nhân dân xã An Phú Tây”, then “Ngày ký: 05/01/2026 08:15:22”
_SIGNED = Pattern(
    r"(?:(?:Được )?[Kk]ý (?:số )?bởi ?:|Digitally signed by\b|Signature (?:Not Verified|Valid)\b|(?P<signer>Người ký ?:))"
)
_OF_SIGNED = Pattern(
    r"(?:Email|Cơ quan|Tổ chức|Chức vụ|Lý do|Vị trí|(?:Ngày|Giờ|Thời gian)(?: ký)?|Date|Reason|Location|DN) ?: ?\S"
)
_RECEIVED = Pattern(r"(?:(?:CÔNG VĂN|VĂN BẢN) )?ĐẾN(?: +(?:Số|Ngày|Giờ)[ :.…\d/]*)?$")
_OF_RECEIVED = Pattern(
    r"(?:(?:Số|Giờ|Ngày|Chuyển|Kính chuyển|Lưu hồ sơ(?: số)?|Số và ký hiệu HS)[ :.…_\d]*(?:/[ .…\d]*){0,2}|"
    r"(?:Ngày|Giờ)[ :.…\d]+tháng[ .…\d]+năm[ .…\d]+)$"
)


def stamped(text: str) -> set[int]:
    """The numbers of those lines of ``text``."""
    found: set[int] = set()
    if any(sign in text for sign in _SIGNS):
        found.update(_signed(text.split("\n")))
    if "ĐẾN" in text:
        found.update(_received(text.split("\n", TOP)))
    return found


def _signed(lines: Sequence[str]) -> Iterator[int]:
    for i, line in enumerate(lines):
        sign = _SIGNED.match(line.strip())
        about = list(_below(lines, i, _OF_SIGNED)) if sign else []
        if sign and (about or not sign["signer"]):  # a form may ask for “Người ký:”
            yield from (i, *about)


def _received(lines: Sequence[str]) -> Iterator[int]:
    for i, line in enumerate(lines[:TOP]):
        if _RECEIVED.match(line.strip()):
            yield from (i, *_below(lines, i, _OF_RECEIVED))
            # “SỞ NỘI VỤ” over “ĐẾN”, before anything of the document itself: who received it
            above = [n for n in range(i) if lines[n].strip()]
            if len(above) == 1 and lines[above[0]].isupper() and not lines[above[0]].lstrip().startswith("CỘNG"):
                yield above[0]


def _below(lines: Sequence[str], at: int, own: Pattern) -> Iterator[int]:
    for i in range(at + 1, min(at + AROUND, len(lines))):
        bare = lines[i].strip()
        if bare and not own.match(bare):
            return
        if bare:
            yield i
