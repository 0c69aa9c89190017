"""Who is given a task in the part on implementation, and whether a list of recipients covers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Span
from checks.patterns import Pattern
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

# The first words of an item: “2. Giao Sở Tài chính chủ trì …”, “Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh …”
# “Thủ trưởng các sở, ban, ngành, đoàn thể tỉnh; Chủ tịch Ủy ban nhân dân các xã, phường …”: groups before the body
_GROUPS = (
    r"(?:(?:Thủ trưởng |Người đứng đầu |Trưởng )?(?:[Cc]ác )?"
    r"(?:[Cc]ơ quan|sở|ban|phòng|ngành|đơn vị|đoàn thể|doanh nghiệp|chuyên môn)(?: (?:cấp )?(?:tỉnh|huyện|thành phố|xã|phường))?(?:, |; | và )){1,6}"
)
_TASK = Pattern(
    rf"(?:[Gg]iao |[Đđ]ề nghị |[Yy]êu cầu )?(?P<groups>{_GROUPS})?(?:(?:Giám đốc|Thủ trưởng|Chủ tịch) )?(?P<body>"
    r"(?P<department>Sở (?:Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Công Thương|Ngoại vụ|Giáo dục và Đào tạo|Khoa học và Công nghệ|"
    r"Nông nghiệp và Môi trường|Văn hóa, Thể thao và Du lịch|Dân tộc và Tôn giáo|Thông tin và Truyền thông|Kế hoạch và Đầu tư|"
    r"Giao thông vận tải|Tài nguyên và Môi trường|Lao động - Thương binh và Xã hội|Nông nghiệp và Phát triển nông thôn))"
    r"|(?P<commune>(?:Ủy ban nhân dân|UBND) (?:cấp xã|các xã|các phường|xã, phường))"
    r"|(?P<district>(?:Ủy ban nhân dân|UBND) (?:cấp huyện|các (?:huyện|quận|thị xã)))"
    r"|(?P<clusters>[Cc]ác (?:(?:[Kk]hối|[Cc]ụm)(?:,| và) )?(?:[Kk]hối|[Cc]ụm) thi đua)"
    r"|(?P<villages>(?:[Cc]ác|Trưởng(?: các)?|Tổ trưởng(?: các)?|Ban (?:quản lý|điều hành|công tác Mặt trận)(?: các| \d+)) "
    r"(?:thôn|bản|xóm|ấp|buôn|khóm|khu phố|khối phố|tổ dân phố)(?!\w))"
    r"|(?P<schools>[Cc]ác (?:trường học|nhà trường))"
    r"|(?P<front>Ủy ban (?:Mặt trận Tổ quốc|MTTQ)|Mặt trận Tổ quốc|UBMTTQ)"
    r"|(?P<stations>Công an (?:cấp xã|các xã|các phường|xã, phường))"
    r"|(?P<police>Công an (?:tỉnh|thành phố|xã|phường|huyện))"
    r"|(?P<press>Báo và (?:Đài|Phát)|Đài (?:Phát thanh|Truyền thanh)|(?:[Cc]ác )?[Cc]ơ quan (?:báo chí|thông tin))"
    r"|(?P<union>Liên đoàn Lao động)"
    r"|(?P<party>(?:Ban (?:Xây dựng Đảng|Tổ chức|Tuyên giáo và Dân vận|Tuyên giáo|Dân vận|Nội chính)|Ủy ban Kiểm tra|Văn phòng)(?: của)?"
    r" (?:Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy(?= |,|:))(?! Ủy ban)|Ban Xây dựng Đảng(?= [^\WA-ZĐ]|[,:]))"
    r"|(?P<office>Phòng (?:Văn hóa - Xã hội|Văn hóa và Thông tin|Kinh tế, Hạ tầng và Đô thị|Kinh tế và Hạ tầng|Kinh tế|Nội vụ|Tài chính - Kế hoạch|"
    r"Tổ chức - Hành chính|Tổ chức cán bộ|Giáo dục và Đào tạo))"
    r"|(?P<militia>(?:Ban Chỉ huy [Qq]uân sự|Ban CHQS) (?:các|cấp) (?:xã|phường))"
    r"|(?P<societies>Hội (?:Nông dân|Liên hiệp Phụ nữ|LHPN|Cựu chiến binh|CCB) (?:các|cấp) (?:xã|phường))"
    r"|(?P<association>Hội (?:Nông dân|Liên hiệp Phụ nữ|LHPN|Cựu chiến binh|CCB)|Đoàn (?:Thanh niên|TNCS)|Công đoàn)"
    r"|(?P<unions>[Cc]ác (?:LĐLĐ|Liên đoàn Lao động|[Cc]ông đoàn)(?! tỉnh))"
    r"|(?P<youth>[Cc]ác (?:cơ sở [Đđ]oàn|[Đđ]oàn cơ sở)(?!\w))"
    r"|(?P<teams>(?:Tổ trưởng|[Cc]ác tổ) (?:các tổ )?chuyên môn)"
    r"|(?P<cells>[Cc]ác (?:[Cc]hi bộ|[Đđ]ảng bộ|[Tt]ổ chức cơ sở đảng))"
    r"|(?P<branches>[Cc]ác (?:[Xx]í nghiệp|[Cc]hi nhánh|[Nn]hà máy|[Pp]hân xưởng|[Nn]ông trường|[Đđ]ội (?:sản xuất|quản lý)|[Cc]ửa hàng)(?!\w))"
    r"|(?P<army>(?:Bộ|Ban) Chỉ huy [Qq]uân sự)|(?P<health>Trạm Y tế))"
)
_ANOTHER = Pattern(r"[;.] (?=[A-ZĐỦ])", needs=("; ", ". "))
# “Sở Tài chính, Sở Xây dựng và Công an tỉnh phối hợp …”: another one beside the first
_BESIDE = Pattern(r"(?: (?:Việt Nam|tỉnh|xã|phường|huyện|thành phố))*(?:, và |, | và )(?=[A-ZĐỦ])")
_DOES = Pattern(
    r"[^,.;:\n]{0,40}? (?:chủ trì|phối hợp|hướng dẫn|theo dõi|tuyên truyền|tham mưu|bố trí|"
    r"tổ chức|chỉ đạo|đôn đốc|kiểm tra|cân đối|thẩm định|tổng hợp|triển khai|xây dựng|vận động)(?!\w)"
)
KINDS = (
    "department",
    "commune",
    "district",
    "clusters",
    "villages",
    "schools",
    "front",
    "stations",
    "police",
    "press",
    "union",
    "party",
    "office",
    "association",
    "unions",
    "militia",
    "societies",
    "youth",
    "teams",
    "cells",
    "army",
    "health",
    "branches",
)
OWN_HOUSE = (
    "clusters",
    "villages",
    "schools",
    "party",
    "office",
    "association",
    "unions",
    "militia",
    "societies",
    "youth",
    "teams",
    "cells",
    "army",
    "health",
    "branches",
)
"""Those near the issuer, who may get the document by hand: they are only asked for."""
# What covers a body beside its own name; folded
_EVERYONE = (
    "như điều", "như trên", "các cơ quan, đơn vị", "các đơn vị", "cơ quan, tổ chức", "các cơ quan", "khối", "cụm thi đua", "như phần", "như mục",
    "các ban, ngành", "toàn thể", "như kính gửi",
)  # fmt: skip
_COVERS = {
    "department": ("các sở", "sở, ban", "sở, ngành", "sở ban", "ban, ngành", "các sở:", "sở, ngành"),
    "commune": (
        "các xã",
        "xã, phường",
        "phường, xã",
        "các phường",
        "cấp xã",
        "địa phương",
        "xã, thị trấn",
        "phường",
    ),
    "district": (
        "các huyện",
        "huyện, ",
        ", huyện",
        "cấp huyện",
        "các quận",
        "quận, ",
        "địa phương",
        "các thị xã",
        "ubnd huyện",
    ),
    "villages": ("khu phố", "khối phố", "tổ dân phố", "tdp", "khu dân cư"),
    "schools": ("trường",),
    "front": ("mttq", "mặt trận", "ubmt", "đoàn thể"),
    "police": ("công an", "sở, ban", "ban, ngành", "các sở", "lực lượng vũ trang", "ca tỉnh"),
    "stations": (
        "công an các",
        "công an xã",
        "công an phường",
        "công an cấp",
        "xã, phường",
        "phường, xã",
        "địa phương",
        "đơn vị",
    ),
    "militia": ("ban chqs", "ban chỉ huy quân sự", "bch quân sự", "các xã", "xã, phường", "cấp xã", "địa phương"),
    "societies": ("các xã", "xã, phường", "phường, xã", "cơ sở hội", "hội cơ sở", "các cấp hội", "cấp xã", "hội các"),
    "youth": (
        "cơ sở đoàn",
        "đoàn cơ sở",
        "đoàn trực thuộc",
        "thành đoàn",
        "huyện đoàn",
        "đoàn xã",
        "đoàn các",
    ),
    "teams": (
        "tổ chuyên môn",
        "giáo viên",
        "cbgv",
        "cb,gv",
        "cb, gv",
        "toàn trường",
        "bộ phận",
        "đơn vị",
        "ttcm",
        "tcm",
    ),
    "press": (
        "báo",
        "đài",
        "truyền hình",
        "truyền thanh",
        "truyền thông",
        "ptth",
        "pt&th",
        "pt-th",
        "sở, ban",
        "các sở",
    ),
    "office": ("các phòng", "phòng, ", "phòng ban", "khoa, phòng", "đơn vị", "chuyên môn", "ban, ngành", "bộ phận"),
    "association": (
        "đoàn thể",
        "tổ chức chính trị",
        "các tổ chức",
        "các hội",
        "hội, đoàn",
        "đoàn thanh niên",
        "đoàn tn",
        "tncs",
        "đoàn trường",
        "công đoàn",
        "cđ",
        "phụ nữ",
        "lhpn",
        "cựu chiến binh",
        "ccb",
        "nông dân",
        "mttq",
        "mặt trận",
        "ban thường vụ",
        "bch",
    ),
    "party": (
        "các ban",
        "cơ quan tham mưu",
        "tham mưu, giúp việc",
        "ban đảng",
        "ban, văn phòng",
        "văn phòng và các ban",
    ),
    "unions": (
        "lđlđ huyện",
        "lđlđ các",
        "lđlđ thành phố",
        "lđlđ xã",
        "liên đoàn lao động huyện",
        "liên đoàn lao động các",
        "công đoàn ngành",
        "công đoàn cấp",
        "công đoàn cơ sở",
        "các công đoàn",
        "công đoàn các",
        "công đoàn trực thuộc",
        "công đoàn khu",
        "cấp công đoàn",
        "cđcs",
        "cđ cơ sở",
        "cđ ngành",
    ),
    "cells": (
        "chi bộ",
        "đảng bộ",
        "cơ sở đảng",
        "tổ chức đảng",
        "chi, đảng bộ",
        "cấp ủy",
        "đảng ủy cơ sở",
        "đảng ủy trực thuộc",
        "đảng ủy, chi",
    ),
    "army": ("quân sự", "chqs", "lực lượng vũ trang", "sở, ban", "ban, ngành", "đơn vị", "biên phòng"),
    "branches": ("đơn vị", "trực thuộc", "cơ sở", "bộ phận", "phòng, đội", "các đội"),
    "health": ("trạm", "y tế", "đơn vị", "ban, ngành"),
    "union": ("liên đoàn", "lđlđ", "đoàn thể", "tổ chức chính trị", "công đoàn"),
}
# A cluster has it by its members
_COVERS["clusters"] = ("khối", "cụm", *_COVERS["commune"], *_COVERS["district"])
# Short words that stand in others: “chính trị - xã hội”, “nông thôn”, “văn bản”, “cấp”
_COVERS_AS_WORD = {
    "commune": re.compile(r"(?<!\w)(?<!tác )xã(?! hội|\w)"),
    "teams": re.compile(r"(?<!\w)tổ(?! chức| quốc|\w)"),
    "villages": re.compile(r"(?<!\w)(?:(?<!nông )thôn|(?<!văn )bản|xóm|ấp|buôn|khóm)(?!\w)"),
}
_COMMITTEE = re.compile(r"(?:bch|ban chấp hành) đảng bộ")
_OWNER = re.compile(r"(?: của)? (?:tỉnh|thành|huyện|đảng) ủy$")
_SHORT = {
    "sở giáo dục và đào tạo": ("gdđt", "gd&đt", "gd và đt"),
    "sở khoa học và công nghệ": ("kh&cn", "khcn", "kh và cn"),
    "sở nông nghiệp và môi trường": ("nnmt", "nn&mt", "nn và mt"),
    "sở văn hóa, thể thao và du lịch": ("vhttdl", "vh,tt&dl", "vhtt&dl", "vhtt và dl"),
    "sở nội vụ": ("snv", "nội vụ", "nv"),
    "sở thông tin và truyền thông": ("tt&tt", "tttt"),
}


class Task(NamedTuple):
    """A body as the item names it, what kind of body it is, where it stands, and the groups that the item names before it."""

    body: str
    kind: str
    span: Span
    groups: str = ""


def tasks(doc: Document) -> Iterator[Task]:
    """The bodies that begin an item of the part on implementation."""
    part = doc.section("implementation")
    if part is None:
        return
    starts = {m.line.span.start: m.text_at for m in doc.markers}
    first, last = doc.line_at(part.span.start) + 1, doc.line_at(max(part.span.start, part.span.end - 1))
    for line in doc.lines[first : last + 1]:
        at = starts.get(line.span.start, line.span.start + len(line.text) - len(line.text.lstrip(" -–+*")))
        match = _TASK.match(doc.text, at, line.span.end)
        if match:
            yield _task(match)
            yield from _beside(doc.text, match, line.span.end)
            # “Sở Tài chính theo dõi các chỉ tiêu; Công an thành phố chủ trì phong trào …”
            for other in _ANOTHER.finditer(doc.text, match.end(), line.span.end):
                told = _TASK.match(doc.text, other.end())
                if told and told.end() <= line.span.end and _DOES.match(doc.text, told.end()):
                    yield _task(told)


def _beside(text: str, first: re.Match[str], end: int) -> Iterator[Task]:
    """Those named with the first, up to what they are to do."""
    joined = _BESIDE.match(text, first.end(), end)
    while joined:
        told = _TASK.match(text, joined.end(), end)
        if told is None:
            return
        yield _task(told)
        joined = _BESIDE.match(text, told.end(), end)


def _task(match: re.Match[str]) -> Task:
    kind = next(k for k in KINDS if match[k])
    return Task(match["body"], kind, Span(*match.span("body")), match["groups"] or "")


def covered(task: Task, recipients: str) -> bool:
    """Does a folded list of recipients name ``task.body``, or a group it belongs to?"""
    name = task.body.lower().replace("uỷ", "ủy")
    if task.kind == "cells":  # “Các đồng chí Ủy viên BCH Đảng bộ xã” are no cells
        recipients = _COMMITTEE.sub("", recipients)
    groups = f"các {task.groups.lower().removeprefix('các ')}"
    everyone = (
        words for words in _EVERYONE if words not in groups
    )  # “Các cơ quan, đơn vị, UBND các xã” tells them apart
    if any(words in recipients for words in (*everyone, *_COVERS[task.kind], name, *_SHORT.get(name, ()))):
        return True
    if task.kind in _COVERS_AS_WORD and _COVERS_AS_WORD[task.kind].search(recipients):
        return True
    if task.kind == "office":  # “Lưu: VT, VHXH”
        initials = "".join(
            word[0] for word in name.removeprefix("phòng ").replace(",", " ").split() if word not in ("và", "-")
        )
        return re.search(rf"(?<!\w){initials}(?!\w)", recipients) is not None
    if task.kind == "party":  # “Ban Xây dựng Đảng, Văn phòng Đảng ủy”
        return _OWNER.sub("", name) in recipients
    if task.kind == "branches":  # “- Xí nghiệp số 1, số 2;”
        return name.removeprefix("các ") in recipients
    return name.removeprefix("sở ") in recipients
