"""Chữ hoa trong một tên gọi viết một kiểu trong cùng văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL, SMALL, capital
from checks.patterns import Pattern, occurrences
from checks.rule import Rule
from checks.surroundings import in_quotes, word_before

PAIRS = (
    ("Cụm thi đua", "Cụm Thi đua"),
    ("Khối thi đua", "Khối Thi đua"),
    ("Sở, ngành", "Sở, Ngành"),
    ("Sở, ban, ngành", "Sở, Ban, Ngành"),
    ("Thanh Hóa", "Thanh Hoá"),
    ("Khánh Hòa", "Khánh Hoà"),
    ("Hòa Bình", "Hoà Bình"),
    ("Biên Hòa", "Biên Hoà"),
    ("Tuy Hòa", "Tuy Hoà"),
)
"""Two ways of writing one name; where they stand equally often the first is kept."""
# “tặng Bằng khen cho 25 tập thể”, “; Cờ thi đua cho 08 đơn vị”: the award that is given here
AWARD = Pattern(
    r"(?:[Tt]ặng|[Tt]rao|thưởng|[;,]|và) (?P<award>(?:[Bb]ằng|[Gg]iấy) khen|[Cc]ờ thi đua)(?= (?:của|cho|và thưởng)(?!\w))",
    hooks=("ằng khen", "iấy khen", "ờ thi đua"),
    back=len("thưởng B"),
)
# “cán bộ, Đảng viên gương mẫu”: inside a sentence
MEMBERS = Pattern(
    rf"(?:(?<=[{SMALL}] )|(?<=[{SMALL}], ))(?P<member>[ĐđHh](?:ảng|oàn|ội) viên)(?= [{SMALL}]|[,;.])",
    hooks=("ảng viên", "oàn viên", "ội viên"),
    back=1,
)
# “Phòng Chính trị”, “Đoàn Thanh niên”: the name of a body, told in full somewhere
NAME = Pattern(
    rf"(?:Phòng|Ban|Đội|Khoa|Trung tâm|Cảng vụ|Đoàn|Hội) [{CAPITAL}][{SMALL}]+ [{SMALL}]+(?! [{CAPITAL}])(?!\w)",
    hooks=("Phòng ", "Ban ", "Đội ", "Khoa ", "Trung tâm ", "Cảng vụ ", "Đoàn ", "Hội "),
)
# “chịu trách nhiệm thi hành quyết định này”: the decision itself
ITSELF = Pattern(
    r"(?:thi hành|hiện|theo|tại|trong|với|của) (?P<kind>quyết định|chỉ thị) này(?!\w)",
    hooks=("quyết định này", "chỉ thị này"),
    back=10,
)
VERBS = frozenset(
    ("tổ chức", "xây dựng", "kiểm tra", "hướng dẫn", "quản lý", "chỉ đạo", "tuyên truyền", "vận động", "giáo dục", "thanh tra", "phát triển", "chuyên môn",
     "nghiệp vụ", "tham mưu", "phối hợp", "thực hiện")
)  # fmt: skip
"""“phòng tổ chức thực hiện”: what a body does, or any of its kind."""
ANY = ("các", "những", "mỗi", "từng", "một")
LEVELS = (" các cấp", " hai cấp")
"""“với hội khuyến học các cấp”: any of its kind."""
TO = ("về", "gửi", "qua", "với")
"""“gửi về phòng kinh doanh”: a body of its own; in “công đoàn, đoàn thanh niên” any of its kind is meant."""
CLEAR = 2
"""The usual way stands so many times as often as the other one."""
ROOM = 2
"""A document that mixes both ways everywhere is told of it so often, no more."""


class OneCapital(Rule):
    """Một tên gọi trong văn bản viết một kiểu: “Cụm thi đua” hoặc “Cụm Thi đua”, “Thanh Hóa” hoặc “Thanh Hoá”.

    Cả hai kiểu đều gặp; chỉ nhắc khi cùng một văn bản dùng lẫn, ở kiểu ít gặp hơn.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nChỉ thị này gửi các thôn; thực hiện quyết định này, xã trồng 5 ha.\n",
        "Tặng Giấy khen cho 60 tập thể; được tặng bằng khen của bộ, đề nghị tặng giấy khen của tỉnh. Đảng viên gương mẫu, đảng viên trẻ.\n",
        "Hội Khuyến học tỉnh ký kết, phối hợp với hội khuyến học các cấp.\n",
        "Đoàn Thanh niên cơ quan ra quân; chi bộ, công đoàn, đoàn thanh niên quan tâm đời sống người lao động.\n",
        "Phòng Tổ chức theo dõi; các phòng tổ chức thực hiện; Phòng Chính trị tổng hợp từ các phòng chính trị.\n",
        "Cụm Thi đua số 2; các đơn vị thuộc Cụm Thi đua; tỉnh Thanh Hoá; nhạc phẩm “Quê hương Thanh Hóa”; yêu hòa bình, tỉnh Hoà Bình.\n",
    )
    bad = (
        "QUYẾT ĐỊNH\nKhen thưởng phong trào thi đua\n\nĐiều 1. Ban hành kèm theo Quyết định này danh sách khen thưởng.\n\n"
        "Điều 2. Các thôn chịu trách nhiệm thi hành [[quyết định→Quyết định]] này.\n",
        "Tặng Giấy khen cho 60 tập thể; tặng [[bằng khen→Bằng khen]] cho 25 tập thể; tặng Cờ thi đua của tỉnh cho 04 đơn vị.\n",
        "Kết nạp nhiều đảng viên mới; mỗi đảng viên nêu gương; cán bộ, [[Đảng viên→đảng viên]] gương mẫu.\n",
        "Phòng Tín dụng hướng dẫn; Phòng Kế toán phối hợp với [[phòng Tín dụng→Phòng Tín dụng]].\n",
        "Gửi báo cáo về [[Phòng chính trị→Phòng Chính trị]]; Phòng Chính trị tổng hợp, gửi [[đoàn thanh niên→Đoàn Thanh niên]]; Đoàn Thanh niên tham gia.\n",
        "Cụm thi đua số 2 gồm 8 đơn vị; Trưởng Cụm thi đua luân phiên; quy chế [[Cụm Thi đua→Cụm thi đua]].\n",
        "Khối Thi đua các trường; Trưởng Khối Thi đua; chấm điểm trong [[Khối thi đua→Khối Thi đua]].\n",
        "Đoàn công tác tỉnh Thanh Hóa; Ủy ban nhân dân tỉnh [[Thanh Hoá→Thanh Hóa]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._names(doc)
        for match in ITSELF.finditer(doc.text):
            if doc.kind and match["kind"] == doc.kind.lower() and f"{doc.kind} này" in doc.text:
                yield self.finding(match.span("kind"), f"Chỗ khác trong văn bản viết “{doc.kind} này”.", doc.kind)
        yield from self._forms(doc, list(AWARD.finditer(doc.text)), "award", large=True)
        # Where all is one line, “lập nghiệp Đoàn viên nông thôn thi đua …” may be a heading and what stands below it.
        members = () if doc.parted else tuple(MEMBERS.finditer(doc.text))
        for what in ("đảng viên", "đoàn viên", "hội viên"):
            named = [match for match in members if match["member"].lower() == what]
            yield from self._forms(doc, named, "member", large=False)
        for pair in PAIRS:
            if not all(name in doc.text for name in pair):
                continue
            places = {name: [at for at in occurrences(name, doc.text) if not in_quotes(doc.text, at)] for name in pair}
            kept, left = pair if len(places[pair[0]]) >= len(places[pair[1]]) else pair[::-1]
            for at in places[left][:ROOM]:
                yield self.finding((at, at + len(left)), f"Chỗ khác trong văn bản viết “{kept}”.", kept)

    def _forms(self, doc: Document, found: list[re.Match[str]], name: str, *, large: bool) -> Iterator[Finding]:
        """The few that are written otherwise than the others: large where all are to be large, or the other way round."""
        odd = [match for match in found if match[name][0].isupper() != large]
        if len(odd) * CLEAR > len(found) - len(odd):
            return
        for match in odd[:ROOM]:
            right = capital(match[name]) if large else match[name].lower()
            if not in_quotes(doc.text, match.start(name)):
                yield self.finding(match.span(name), f"Chỗ khác trong văn bản viết “{right}”.", right)

    def _names(self, doc: Document) -> Iterator[Finding]:
        names = dict.fromkeys(match[0] for match in NAME.finditer(doc.text))
        small = doc.text.lower() if names else ""
        for name in names:
            if " ".join(name.split(" ")[-2:]).lower() in VERBS:
                continue
            for at in occurrences(name.lower(), small):
                end = at + len(name)
                written, before = doc.text[at:end], word_before(doc.text, at - 1)
                whole = not doc.text[end : end + 1].isalnum() and not doc.text[at - 1 : at].isalnum()
                general = (
                    before in ANY or doc.text.startswith(LEVELS, end) or (written[0].islower() and before not in TO)
                )
                if whole and _lowered(written, name) and not general and not in_quotes(doc.text, at):
                    yield self.finding((at, end), f"Chỗ khác trong văn bản viết “{name}”.", name)


def _lowered(written: str, name: str) -> bool:
    """Is it ``name`` with a small letter at its head, or in the word before its last?"""
    small = written.split(" ")[-2].islower() or written == name[0].lower() + name[1:]
    return small and written != name
