"""Who issues: names of bodies from the capitals of a header or from the order sentence, their level and province."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.letters import CAPITAL, SMALL
from checks.parsing.lines import Line
from checks.patterns import Pattern

_GENERIC = (
    "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    "BAN THI ĐUA - KHEN THƯỞNG",
    "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÔNG TRÌNH GIAO THÔNG", "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG",
    "BAN CHẤP HÀNH", "BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "VĂN PHÒNG", "LIÊN ĐOÀN LAO ĐỘNG", "HỘI LIÊN HIỆP PHỤ NỮ", "HỘI NÔNG DÂN", "TRUNG TÂM",
    "BỆNH VIỆN", "THỦ TƯỚNG CHÍNH PHỦ", "CHÍNH PHỦ", "CHỦ TỊCH", "ĐẢNG ỦY", "THƯỜNG TRỰC", "CÔNG ĐOÀN", "CHI CỤC", "THANH TRA",
    "BỘ CHỈ HUY QUÂN SỰ", "BAN CHỈ HUY QUÂN SỰ",
    "CÔNG AN", "CÔNG TY", "TỔNG CÔNG TY", "CÔNG TY CỔ PHẦN", "ĐOÀN LUẬT SƯ", "HỘI LUẬT GIA",
    "TÒA ÁN NHÂN DÂN", "TÒA ÁN NHÂN DÂN TỐI CAO", "VIỆN KIỂM SÁT NHÂN DÂN", "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO",
    "KHO BẠC NHÀ NƯỚC", "BẢO HIỂM XÃ HỘI", "CÁC KHU CÔNG NGHIỆP", "HỘI CỰU CHIẾN BINH", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY",
    "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG", "KHỐI THI ĐUA CÁC DOANH NGHIỆP", "KHỐI THI ĐUA DOANH NGHIỆP", "KHỐI THI ĐUA", "CỤM THI ĐUA",
    "TRUNG ƯƠNG", "LIÊN MINH", "NGÂN HÀNG", "HỘI CHỮ THẬP ĐỎ", "ĐÀI",
)  # fmt: skip
_UNITS = (
    "TỈNH",
    "THÀNH PHỐ",
    "HUYỆN",
    "QUẬN",
    "THỊ XÃ",
    "THỊ TRẤN",
    "XÃ",
    "PHƯỜNG",
    "ĐẶC KHU",
    "SỞ",
    "BAN",
    "PHÒNG",
    "CỤC",
    "TỔNG CỤC",
    "BỘ",
    "TRƯỜNG",
    "CÔNG AN",
)
_ADMIN = frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"})
_SMALL = frozenset({"và", "của", "về", "nhân", "dân"})
_COMMITTEES = ("BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "BAN THƯỜNG TRỰC", "BTV", "BCH")
"""What a mass organisation signs as; its own name stands on the line above."""
YOUTH_UNION = "ĐOÀN TNCS HỒ CHÍ MINH"
_COUNCILS = frozenset({"Ủy ban nhân dân", "Hội đồng nhân dân"})
_BEGUN = frozenset({"ỦY", "ỦY BAN", "ỦY BAN NHÂN", "HỘI", "HỘI ĐỒNG"})
_PARTS_OF_A_UNIT = ("Sở ", "Phòng ", "Ban ", "Văn phòng", "Thanh tra", "Trung tâm ", "Chi cục ", "Đài ")
_ABBREVIATION = Pattern(r"[BCDĐGHKLMNPQRSTVX]{2,}")  # THPT, TNTP: no vowel, no word
_PLACED = Pattern(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) [" + CAPITAL + r"]")
_FIELDS = (
    "NỘI VỤ", "GIÁO DỤC", "GIÁO DỤC VÀ ĐÀO TẠO", "TÀI CHÍNH", "Y TẾ", "XÂY DỰNG", "TƯ PHÁP", "NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "KHOA HỌC VÀ CÔNG NGHỆ",
    "NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "VĂN HÓA, THỂ THAO VÀ DU LỊCH", "VĂN HÓA - XÃ HỘI", "KINH TẾ", "DÂN TỘC VÀ TÔN GIÁO", "NGOẠI VỤ",
    "THÔNG TIN VÀ TRUYỀN THÔNG", "KẾ HOẠCH VÀ ĐẦU TƯ", "TÀI NGUYÊN VÀ MÔI TRƯỜNG", "GIAO THÔNG VẬN TẢI", "LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
    "ĐA KHOA", "TIỂU HỌC", "TRUNG HỌC CƠ SỞ", "TRUNG HỌC PHỔ THÔNG", "MẦM NON", "CAO ĐẲNG", "ĐẠI HỌC", "PHỔ THÔNG DÂN TỘC NỘI TRÚ",
    "KHAI THÁC CÔNG TRÌNH THỦY LỢI", "ĐIỆN LỰC", "HẢI QUAN", "VƯỜN QUỐC GIA",
    "THỐNG KÊ", "CẤP NƯỚC", "CẤP THOÁT NƯỚC", "MÔI TRƯỜNG ĐÔ THỊ",
    "KIỂM LÂM", "CAO SU", "PHÁT THANH VÀ TRUYỀN HÌNH", "PHÁT THANH - TRUYỀN HÌNH", "THI HÀNH ÁN DÂN SỰ",
    "CHÍNH SÁCH XÃ HỘI CHI NHÁNH", "CHÍNH SÁCH XÃ HỘI", "NHÀ NƯỚC CHI NHÁNH", "HỢP TÁC XÃ",
    "PHỤC VỤ HÀNH CHÍNH CÔNG",
)  # fmt: skip
_PROPER = {
    "đoàn lao": "đoàn Lao",
    "liên hiệp phụ": "Liên hiệp Phụ",
    "hội nông": "hội Nông",
    "Hội nông": "Hội Nông",
    " việt nam": " Việt Nam",
    "tổ quốc": "Tổ quốc",
    "thi đua - khen": "Thi đua - Khen",
    "tướng chính phủ": "tướng Chính phủ",
    "mặt trận": "Mặt trận",
    "chỉ huy quân sự": "Chỉ huy Quân sự",
    "bạc nhà nước": "bạc Nhà nước",
    "Ban quản": "Ban Quản",
    "Ban chấp": "Ban Chấp",
    "Các khu": "các khu",
    "Hội cựu": "Hội Cựu",
    "Hội chữ": "Hội Chữ",
    "Đoàn luật": "Đoàn Luật",
    "Hội luật": "Hội Luật",
    "chỉ huy bộ đội biên phòng": "Chỉ huy Bộ đội Biên phòng",
}
# “Chủ tịch Ủy ban nhân dân tỉnh Sơn Thủy phát động”, “Ủy ban nhân dân xã phát động”
_ORDER = Pattern(
    r"(?P<body>(?:Ủy|Uỷ) ban nhân dân|UBND|Sở [" + CAPITAL + r"]\S*(?: \S+){0,5}?|Hội đồng Thi đua - Khen thưởng)"
    r"(?P<unit> (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?: [" + CAPITAL + r"]\w*)*)?"
    r" (?:phát động|yêu cầu|kêu gọi|ban hành|tổ chức phát động|xây dựng kế hoạch)"
)

# What stands after the kind of unit in a header: “HUYỆN ỦY THANH HÒA”, “TRƯỜNG THCS LÊ LỢI”
OWN_NAME = Pattern(
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)(?: ỦY| UỶ)? ((?:[" + CAPITAL + r"]+ ?){2,4})"
    r"|(?:THPT|THCS|TIỂU HỌC|MẦM NON|ĐA KHOA|KHU VỰC|CÔNG TY|ĐIỆN LỰC) ((?:[" + CAPITAL + r"]+ ?){2,4})$"
)


def issuer(header: Sequence[Line], body: str, seat: str) -> str:
    """The issuing body in sentence case; from the order sentence and the place where the header is lost."""
    lines = _whole([line.bare.strip(" -–*") for line in header if line.bare.strip(" -–*")])
    if lines:
        own = sentence_case(" ".join(_own(lines)))
        if own in _COUNCILS:
            return f"{own} {_unit_of(own, body, seat)}".strip()
        if not own.startswith(_PARTS_OF_A_UNIT) or _PLACED.search(own):
            return own
        above = _unit_above(lines)
        level = next((level for level in _ADMIN if own.endswith(f" {level}") and above.startswith(f"{level} ")), "")
        return f"{own.removesuffix(level).strip()} {above}".strip()  # “THANH TRA TỈNH”
    match = _ORDER.search(body)
    if match is None:
        return ""
    name = match["body"].replace("UBND", "Ủy ban nhân dân").replace("Uỷ", "Ủy") + (match["unit"] or "")
    bare_unit = (match["unit"] or "").strip().lower() in _ADMIN
    return f"{name} {seat}".strip() if bare_unit and seat else name


def _unit_of(council: str, body: str, seat: str) -> str:
    """Whose council it is where a copy of the head has lost it: the unit the text names it with, at the seat if it can."""
    name = rf"(?P<unit>(?i:{'|'.join(sorted(_ADMIN))}) %s)(?!\w| [{CAPITAL}])"
    one = rf"(?i:{council.replace('Ủy', '[UỦ][yỷ]')}|{'UBND' if council[0] != 'H' else 'HĐND'}) "
    place = re.sub(r"^(?i:thành phố|tỉnh|huyện|quận|thị xã|xã|phường) ", "", seat)
    match = place and re.search(one + name % re.escape(place), body)
    if not match and (order := _ORDER.search(body)) and council == "Ủy ban nhân dân":
        unit = (order["unit"] or "").strip()
        return unit if unit.lower() not in _ADMIN else f"{unit} {place}".strip()
    return match["unit"][0].lower() + match["unit"][1:] if match else ""


def _whole(lines: list[str]) -> list[str]:
    """“ỦY” / “BAN NHÂN DÂN” / “TỈNH CÀ MAU”: a cell so narrow that it broke the name of the body is one line again."""
    if len(lines) > 1 and lines[0].upper().replace("UỶ", "ỦY") in _BEGUN:
        return _whole([f"{lines[0]} {lines[1]}", *lines[2:]])
    return lines


def _unit_above(lines: list[str]) -> str:
    """The unit a department belongs to: “tỉnh Sơn Thủy” of the parent body's line."""
    match = re.search(
        r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) (?!ỦY)[^,]+$", " ".join(lines[: len(lines) - len(_own(lines))])
    )
    return sentence_case(f"ỦY BAN NHÂN DÂN {match[0]}").removeprefix("Ủy ban nhân dân ") if match else ""


def _own(lines: list[str]) -> list[str]:
    """The issuer's own lines, the parent body's dropped: a body's name begins with its kind, a place line does not."""
    if len(lines) > 1 and lines[-1] == YOUTH_UNION:  # its name stands where a state paper has the motto
        lines = lines[:-1]
    at = [i for i, line in enumerate(lines) if _starts_body(line)]
    committee = next((name for name in _COMMITTEES if lines[-1].startswith(name)), None)
    if committee and len(at) > 1 and _starts_body(lines[-1].removeprefix(committee).strip()):
        # “HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP HÀNH HỘI NÔNG DÂN TỈNH LÂM CHÂU”
        return [lines[-1].removeprefix(committee).strip()]
    if committee and len(at) > 1:
        # “HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM / BAN THƯỜNG VỤ TỈNH LÂM CHÂU” is the women's union of that province.
        unit = lines[-1].removeprefix(committee).strip()
        above = lines[at[-2]]
        return [above.removesuffix(" VIỆT NAM") if unit else above, *([unit] if unit else [])]
    if not at:
        return lines
    return lines[at[-1] :]


def _starts_body(line: str) -> bool:
    upper = line.upper()
    return upper.startswith(
        (
            *_GENERIC,
            "UBND",
            "SỞ ",
            "BAN ",
            "PHÒNG ",
            "CỤC ",
            "BỘ ",
            "TRƯỜNG ",
            "TỈNH ỦY",
            "THÀNH ỦY",
            "HUYỆN ỦY",
            "CÔNG AN ",
            "CÔNG TY ",
            "HỘI ",
            "TỔNG ",
            "ĐOÀN ",
            "HĐND",
            "THỦ TƯỚNG",
            "CHÍNH PHỦ",
            "QUỐC HỘI",
            "VIỆN ",
            "ĐÀI ",
            "TÒA ÁN",
            "KHO BẠC",
            "BẢO HIỂM",
            "THUẾ ",
            "HẢI QUAN ",
        )
    )


def sentence_case(caps: str) -> str:
    """“ỦY BAN NHÂN DÂN TỈNH SƠN THỦY” → “Ủy ban nhân dân tỉnh Sơn Thủy”."""
    text = (
        re.sub(rf"(?<=[{CAPITAL}]{{2}})-(?=[{CAPITAL}]{{2}})", " - ", " ".join(caps.split()))
        .replace("UỶ BAN", "ỦY BAN")
        .replace("TOÀ ÁN", "TÒA ÁN")
        .replace("HĐND VÀ UBND", "HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN")
    )
    if text != text.upper():
        return text
    for name in sorted((*_GENERIC, *_FIELDS), key=len, reverse=True):
        at = text.find(name)
        if (
            at >= 0
            and (at + len(name) == len(text) or not text[at + len(name)].isalpha())
            and (at == 0 or not text[at - 1].isalpha())
        ):
            lowered = _field_case(name) if name in _FIELDS else name[0] + name[1:].lower()
            for small, proper in _PROPER.items():
                lowered = lowered.replace(small, proper)
            text = text[:at] + lowered + text[at + len(name) :]
    words = text.split(" ")
    out: list[str] = []
    i = 0
    while i < len(words):
        two = " ".join(words[i : i + 2])
        if two in _UNITS and out:
            out.append(two.lower() if two.lower() in _ADMIN else two[0] + two[1:].lower())
            i += 2
            continue
        word = words[i]
        if (
            word == word.upper()
            and word.isalpha()
            and word not in ("UBND", "HĐND", "UBMTTQ")
            and not _ABBREVIATION.fullmatch(word)
        ):
            if word in _UNITS:
                word = word.lower() if word.lower() in _ADMIN and out else word.capitalize()
            else:
                word = word.lower() if word.lower() in _SMALL and out else word.capitalize()
        out.append(word)
        i += 1
    return " ".join(out)


def _field_case(name: str) -> str:
    """Each field keeps its capital: “Văn hóa, Thể thao và Du lịch”, “Văn hóa - Xã hội”."""
    parts = re.split(r"(, | VÀ | - )", name)
    return "".join(part.lower() if i % 2 else part[0] + part[1:].lower() for i, part in enumerate(parts))


def own_names(header: Sequence[Line], seat: str) -> tuple[str, ...]:
    """The proper names of the header in small letters, place and issuer: “thanh hòa”."""
    found = [seat.lower()]
    for line in header:
        found += [name.strip().lower() for pair in OWN_NAME.compiled.findall(line.bare) for name in pair]
    return tuple(dict.fromkeys(name for name in found if " " in name))


def level(name: str) -> str:
    """The level of a body by its name; empty where the name does not say."""
    folded = name.lower().replace("uỷ", "ủy").replace("ubnd", "ủy ban nhân dân")
    if folded.startswith("ủy ban nhân dân"):
        unit = folded.removeprefix("ủy ban nhân dân").strip()
        for words, value in (
            (("tỉnh", "thành phố"), "province"),
            (("huyện", "quận", "thị xã"), "district"),
            (("xã", "phường", "thị trấn", "đặc khu"), "commune"),
        ):
            if unit.startswith(words):
                return value
        return ""
    for start, value in (
        (("sở ", "cục ", "thanh tra tỉnh", "ban quản lý", "chi cục"), "department"),
        (("trường ",), "school"),
        (
            ("bộ chỉ huy", "bộ đội", "thuế ", "hải quan ", "kho bạc", "bảo hiểm xã hội", "tòa án", "viện kiểm sát"),
            "department",
        ),
        (("bộ ",), "ministry"),
        (("tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "ban chấp hành đảng bộ"), "party"),
        (("thủ tướng", "chính phủ", "quốc hội"), "ministry"),
    ):
        if folded.startswith(start):
            return value
    return "office" if folded else ""


def province(header: Sequence[Line], name: str, text: str) -> str:
    """The province: of the issuer's own name, of the parent body above it, else of “tỉnh …” in the text."""
    own = re.search(r"(?:tỉnh|thành phố) ((?:[" + CAPITAL + r"]\w*(?: - )?\s?)+)", name)
    if own and name.lower().startswith(("ủy ban nhân dân tỉnh", "ủy ban nhân dân thành phố")):
        return own[1].strip()
    for line in header:
        match = re.search(r"(?:TỈNH|THÀNH PHỐ) (?!ỦY)([" + CAPITAL + r"][" + CAPITAL + r" \-]*)", line.bare)
        if match:
            return " - ".join(" ".join(word.capitalize() for word in part.split()) for part in match[1].split("-"))
    found = re.search(
        r"tỉnh ((?:[" + CAPITAL + r"][" + SMALL + r"]*)(?: [" + CAPITAL + r"][" + SMALL + r"]*){0,3})", text
    )
    return own[1].strip() if own else (found[1] if found else "")
