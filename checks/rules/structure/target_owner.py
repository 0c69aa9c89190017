"""Ai chịu trách nhiệm về chỉ tiêu."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.markers import Marker
from checks.patterns import Pattern
from checks.rule import Rule

# Whoever may be told to do something: a body, its head, a group of bodies
BODY = Pattern(
    r"(?<!\w)(?:[Ss]ở|[Pp]hòng|[Bb]an|[Vv]ăn phòng|Hội|[Hh]ội đồng|Ủy ban|Uỷ ban|UBND|[Cc]ông đoàn|Liên đoàn|LĐLĐ|Mặt trận|Đoàn|[Đđ]oàn thể|[Cc]hi bộ|"
    r"[Cc]hi đoàn|[Đđ]ảng ủy|[Tt]hủ trưởng|[Gg]iám đốc|[Hh]iệu trưởng|[Tt]rưởng|[Cc]hủ tịch|[Cc]hánh|[Bb]í thư|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|"
    r"[Đđ]ồng chí|[Cc]ông ty|[Tt]rung tâm|[Tt]rạm|[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hu phố|[Tt]ổ|[Kk]hoa|[Tt]rường|[Ll]ớp|[Gg]iáo viên|[Cc]ông an|[Cc]ụm|[Kk]hối|"
    r"[Cc]ác cấp|[Cc]ác ngành|[Xx]ã|[Pp]hường|[Bb]áo|[Đđ]ài)(?!\w)"
)
DUTY = Pattern(
    r"chủ trì|theo dõi|đôn đốc|kiểm tra|giám sát|tổng hợp|trách nhiệm|phụ trách|tham mưu|hướng dẫn|tổ chức|triển khai|"
    r"thực hiện|báo cáo|[Gg]iao|phân công|xây dựng|chỉ đạo|phát động|vận động|đăng ký|tuyên truyền|thẩm định|bố trí"
)
# “… 85%. Phòng Kinh tế theo dõi.”, “… 620 tỷ đồng. Chủ đầu tư: Ban QLDA.”, the last words of a target
NAMED = Pattern(
    r"(?:\. |; )[^.;\n]{0,60}?(?:theo dõi|chủ trì|phụ trách|(?:chịu )?trách nhiệm|[Cc]hủ đầu tư|[Đđ]ầu mối)[^.;\n]{0,90}[.;]?[ *]*$"
)
FEW = 3
"""With fewer targets the issuer itself may see to them."""
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Chỉ tiêu\n\n- Trồng 35 ha rừng.\n- Làm 12 km đường.\n- 90% hộ đạt gia đình văn hóa.\n\n"


class TargetOwner(Rule):
    """Phần tổ chức thực hiện nói rõ cơ quan, đơn vị nào làm và theo dõi các chỉ tiêu.

    Mọi chỉ tiêu của một danh sách đều ghi người theo dõi, một chỉ tiêu thì không: có lẽ bị sót.

    Ngoài ra chỉ nhắc khi văn bản phát động nêu từ ba chỉ tiêu mà phần tổ chức thực hiện không gọi tên một cơ quan, đơn vị, người phụ
    trách nào. Thiếu hẳn phần tổ chức thực hiện là việc của phép kiểm required-sections; từng chỉ tiêu không cần có người riêng.
    """

    severity = Severity.STYLE
    scope = "launch"
    tier = "gợi ý"
    source = "Luật Thi đua, khen thưởng năm 2022, Điều 17 khoản 1 và khoản 3 (kế hoạch, biện pháp tổ chức; kiểm tra, giám sát)"
    apart = (HEAD, "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Tổ chức thực hiện\n\nTrồng 35 ha rừng.\n")
    good = (
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n1. Trồng 35 ha rừng.\n\n2. Làm 12 km đường.\n\n3. Giảm 20 hộ.\n\n"
        "II. TỔ CHỨC THỰC HIỆN\n\n1. Các thôn đăng ký trước ngày 15/02; theo dõi chấm điểm.\n\n2. Văn phòng tổng hợp trước ngày 20/12; theo dõi chung.\n\n"
        "3. Công đoàn vận động đoàn viên đăng ký 05 công trình.\n",
        HEAD + "2. Tổ chức thực hiện\n\nCác thôn đăng ký; Văn phòng tổng hợp kết quả.\n",
        HEAD + "2. Tổ chức thực hiện\n\nPhòng Kinh tế chủ trì.\n",
        HEAD
        + "2. Ủy ban nhân dân xã xây dựng kế hoạch, phân công nhiệm vụ, tổ chức thực hiện.\n\n3. Chi bộ giám sát.\n",
    )
    bad = (
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n1. Trồng 35 ha rừng. Phòng Kinh tế theo dõi.\n\n"
        "[[2.]] Làm 12 km đường.\n\n3. 90% hộ đạt gia đình văn hóa. Phòng Văn hóa - Xã hội theo dõi.\n\n4. Giảm 20 hộ nghèo. Phòng Kinh tế theo dõi.\n\n"
        "II. TỔ CHỨC THỰC HIỆN\n\nCác thôn đăng ký; Văn phòng tổng hợp kết quả.\n",
        HEAD + "[[2. Tổ chức thực hiện]]\n\nTheo bảng phân bổ của bộ chỉ số.\n",
        HEAD + "[[2. Tổ chức thực hiện]]\n\nTriển khai nghiêm túc, thiết thực, tiết kiệm.\n",
        HEAD + "[[2. Tổ chức thực hiện]]\n\nBáo cáo trước ngày 15 tháng 12 năm 2026. Gửi về Phòng Kinh tế.\n",
    )

    def applies(self, doc: Document) -> str | None:
        from checks.facts.indicators import several

        outside = super().applies(doc)
        if outside is None and not several(doc, FEW):
            return "văn bản nêu ít chỉ tiêu bằng số"
        if outside is None and doc.section("implementation") is None:
            return "văn bản không có phần tổ chức thực hiện"
        return outside

    def _forgotten(self, doc: Document) -> Iterator[Finding]:
        """The one target of a list that names nobody, where each of the others does."""
        told = [s.span for s in doc.sections if s.level == 1 and {"targets", "content"} & set(s.roles)]
        for items in _lists(doc):
            if not any(span.start <= items[0].span.start < span.end for span in told):
                continue  # of duties, which all belong to somebody
            lines = [doc.text[m.text_at : m.line.span.end] for m in items]
            without = [
                m
                for m, line in zip(items, lines, strict=True)
                if not NAMED.search(line) and not _told(line.partition(". ")[2])
            ]
            figures = all(any(letter.isdigit() for letter in line) for line in lines)
            if len(items) >= FEW and len(without) == 1 and figures and without[0].line.bare.endswith((".", ";")):
                yield self.finding(without[0].span, "Các chỉ tiêu bên cạnh đều ghi ai theo dõi, chỉ tiêu này thì chưa.")

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._forgotten(doc)
        part = doc.section("implementation")
        bodies = [doc.text[slice(*s.body)] for s in doc.sections if "implementation" in s.roles]
        if part is None or any(_told(sentence) for body in bodies for sentence in body.split("\n")):
            return
        line = doc.lines[doc.line_at(part.span.start)]
        if line.bare.endswith(".") and _told(line.bare):  # “3. Ủy ban nhân dân xã ban hành kế hoạch …” is no heading
            return
        message = "Phần này chưa nói cơ quan, đơn vị nào thực hiện và theo dõi các chỉ tiêu."
        yield self.finding(line.within(), message)


def _lists(doc: Document) -> Iterator[list[Marker]]:
    """The numbered items of each list, in reading order."""
    parents: dict[tuple[int, int], list[Marker]] = {}
    opened = [0] * (max((m.depth for m in doc.markers), default=0) + 2)
    for i, marker in enumerate(doc.markers):
        parents.setdefault((marker.depth, opened[marker.depth - 1]), []).append(marker)
        opened[marker.depth] = i + 1
    yield from parents.values()


def _told(line: str) -> bool:
    """Does a sentence of the line give somebody something to do?"""
    return any(BODY.search(s) and DUTY.search(s) for s in line.split(". "))
