"""What may not leave the machine: texts stamped MẬT, TỐI MẬT or TUYỆT MẬT."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from checks.errors import UserError

# The stamp as printed: “MẬT”, “TỐI MẬT”, “M Ậ T”, “(TUYỆT MẬT)”; also “Độ mật: Mật”
STAMP = re.compile(r"(?<!\w)(?:T ?U ?Y ?Ệ ?T +|T ?Ố ?I +)?M ?Ậ ?T(?!\w)")
LEVEL = re.compile(r"(?<!\w)(?:độ|mức độ|cấp độ) mật *[:\-–] *(?P<level>\w+(?: mật)?)", re.IGNORECASE)
# “BẢO VỆ BÍ MẬT NHÀ NƯỚC”, “AN TOÀN, BẢO MẬT THÔNG TIN”, “MẬT MÃ” are words of a heading, no stamps
WORD_BEFORE = re.compile(r"(?:BÍ|BẢO|CƠ|THÂN|CÔNG AN|ONG|ĐƯỜNG) *$")
WORD_AFTER = re.compile(r" *(?:MÃ|ĐỘ|ONG|THIẾT|VỤ)(?!\w)")
NONE = ("không", "thường", "chưa")


def stamp(text: str) -> str:
    """The stamp a text carries, “TỐI MẬT”; empty where it carries none."""
    plain = " ".join(unicodedata.normalize("NFKC", text).replace("\u200b", "").split())
    for match in STAMP.finditer(plain):
        title = WORD_BEFORE.search(plain, 0, match.start()) or WORD_AFTER.match(plain, match.end())
        strongest = match[0].startswith("T")
        if strongest or not title:
            squeezed = match[0].replace(" ", "")
            return {"MẬT": "MẬT", "TỐIMẬT": "TỐI MẬT"}.get(squeezed, "TUYỆT MẬT")
    told = LEVEL.search(plain)
    return told["level"].upper() if told and not told["level"].lower().startswith(NONE) else ""


def refuse(texts: Iterable[str]) -> None:
    """Raises UserError if one of ``texts`` is stamped: such a text goes to no model."""
    for text in texts:
        found = stamp(text)
        if found:
            raise UserError(
                f"Văn bản có dấu “{found}” không được gửi tới mô hình: hãy soạn trên máy này, không dùng mô hình."
            )
