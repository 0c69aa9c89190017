"""Kinds of bodies and people that targets count, as they are listed: “cán bộ, công chức, viên chức”, “xã, phường”."""

from __future__ import annotations

import re

_KIND = (
    r"(?:cán bộ|công chức|viên chức|người lao động|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|tỉnh|thành phố"
    r"|quận|huyện|thị xã|xã|phường|đặc khu|thị trấn|thôn|bản|làng|buôn|ấp|khóm|khu phố|tổ dân phố|khu dân cư"
    r"|sở|ban|ngành|nhóm|lớp|khoa|phòng|trường học|trường|đoàn viên|hội viên|chiến sĩ|sĩ quan"
    r"|giáo viên|nhân viên|học sinh|sinh viên|hộ gia đình|gia đình|hộ|cá nhân|tập thể|sáng kiến|giải pháp|đề tài|mô hình|hợp tác xã|tổ hợp tác)(?!\w)"
)
_KINDS = rf"{_KIND}(?:(?:, ?| và |/){_KIND})*"
_SAID_OF = re.compile(
    rf"{_KINDS} (?P<said>(?:đạt|giữ|được|có|tham gia|hoàn thành|thực hiện|sử dụng|ký|đăng ký|không)(?!\w).*)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf", ?{_KIND}", re.IGNORECASE)
_LISTED = re.compile(rf"\s(?:các )?(?:{_KIND}(?:, ?| và |/)(?={_KIND}))+", re.IGNORECASE)


def listed(text: str) -> int:
    """How far ``text`` goes on with a list of kinds, to the last of them: its commas part no targets."""
    match = _LISTED.match(text)
    return match.end() if match else 0


def goes_on(tail: str) -> bool:
    """Does ``tail`` begin with another kind: “…, giải pháp hữu ích được công nhận”?"""
    return _GOES_ON.match(tail) is not None


def kind_only(name: str) -> bool:
    """Is the name only what is counted: “thôn”, “cơ quan, trường học”?"""
    return re.fullmatch(_KINDS, name, re.IGNORECASE) is not None


def said_of_kind(name: str) -> str:
    """“đạt chuẩn văn hóa” of “hộ gia đình đạt chuẩn văn hóa”."""
    match = _SAID_OF.fullmatch(name)
    return match["said"] if match else ""
