"""Dấu phẩy sau phần mở đầu câu."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import opens_sentence, word_after, word_before
from checks.tables import words

# “Tuy nhiên do”, “Trong đó chú trọng”, “Năm 2026 bên cạnh”
CONNECTIVES = tuple(
    Pattern(rf"{word} (?=[^\W\d_])", needs=f"{word} ")
    for word in ("Tuy nhiên", "Bên cạnh đó", "Ngoài ra", "Mặt khác", "Nhìn chung")
)
THEREIN = Pattern(r"Trong đó (?=chú trọng|tập trung|ưu tiên|trọng tâm|quan tâm|đẩy mạnh|lưu ý)", needs="Trong đó ")
YEAR = Pattern(r"Năm 2\d{3} (?=bên cạnh|mặc dù|tuy |dưới sự|cùng với|trong bối cảnh|với sự|phát huy)", needs="Năm 2")
# “Trước thành tích đó Chủ tịch Ủy ban nhân dân xã phát động …”
ACHIEVED = Pattern(
    r"(?:Trước|Với|Phát huy|Từ) (?:những |các )?(?:thành tích|kết quả|thực tế|tình hình|kết quả và thành tích)(?: đã)?(?: đạt được)?"
    r"(?: đó| trên| nêu trên| này)? "
    r"(?=Chủ tịch|Ủy ban nhân dân|UBND|Ban Thường vụ|Ban Chấp hành|Giám đốc|Hiệu trưởng|Hội đồng Thi đua)",
    hooks=("Trước ", "Với ", "Phát huy ", "Từ "),
)
ABOVE_ALL = Pattern(r" nhất là ", needs=" nhất là ")
AS_FOLLOWS = Pattern(r" cụ thể (?=như sau|là)", needs=" cụ thể ")
# Before “nhất là” a noun wants the comma; an adjective does not (“quan trọng nhất là”).
NOUNS = words("viên chức bộ dân đội vị phương vực chính quyền nghiệp niên sinh xã tỉnh huyện ngành thôn giới phận sở")
NOT_NOUNS = words("tiến thú tốt cao đúng")


class IntroductoryComma(Rule):
    """Sau phần mở đầu câu và trước “nhất là” có dấu phẩy.

    “Tuy nhiên, …”, “Trong đó, chú trọng …”, “Năm 2026, bên cạnh …”, “giáo viên, nhất là giáo viên mới”.
    """

    severity = Severity.STYLE
    alone = True
    tier = "gợi ý"
    source = "Quy tắc dấu câu tiếng Việt"
    good = (
        "Trước thành tích đó, Chủ tịch Ủy ban nhân dân xã biểu dương các thôn; phát huy kết quả trên địa bàn.\n",
        "Tuy nhiên, do mưa lũ kéo dài. Trong đó, chú trọng cải cách hành chính.\n",
        "Điều quan trọng nhất là sự đồng lòng, cách làm thống nhất là đăng ký từ đầu năm; năm 2026 bên cạnh thuận lợi còn khó khăn.\n",
        "tập huấn cho giáo viên, nhất là giáo viên mới; cách làm tiến bộ nhất là tự quản; với nội dung cụ thể như sau:\n",
        "Trong đó thành phần chính là thiếc. Năm 2020 là năm có ý nghĩa quan trọng. Ngoài ra UBND xã giao các thôn.\n"
        "Phát huy những kết quả đã đạt được và để phong trào lan rộng. Với kết quả Chủ tịch Ủy ban nhân dân xã nêu, các thôn đăng ký.\n",
    )
    bad = (
        "Trước thành tích đó[[→,]] Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua.\n",
        "Tuy nhiên[[→,]] do mưa lũ kéo dài, vụ hè thu gieo muộn 15 ngày.\n",
        "Đẩy mạnh tuyên truyền. Trong đó[[→,]] chú trọng gương người tốt, việc tốt.\n",
        "Năm 2025[[→,]] mặc dù giá vật tư tăng, các công trình vẫn đúng tiến độ.\n",
        "tập huấn cho giáo viên[[→,]] nhất là giáo viên mới.\n",
        "với chủ đề “Đoàn kết, sáng tạo”[[→,]] cụ thể như sau:\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pattern in (*CONNECTIVES, THEREIN, YEAR):
            for match in pattern.finditer(text):
                if opens_sentence(text, match.start()) and word_after(text, match.end()).islower():
                    yield self._missing(match.end() - 1, match[0].strip())
        for match in ACHIEVED.finditer(text):
            if opens_sentence(text, match.start()) and match[0].split()[-1] in ("đó", "trên", "này", "được"):
                yield self._missing(match.end() - 1, match[0].strip())
        for match in ABOVE_ALL.finditer(text):
            word = word_before(text, match.start())
            pair = word_before(text, match.start() - len(word) - 1)
            if word in NOUNS and pair not in NOT_NOUNS:
                at = match.start()
                yield self.finding((at, at), "Nên thêm dấu phẩy trước “nhất là”.", ",")
        for match in AS_FOLLOWS.finditer(text):
            at = match.start()
            if text[at - 1 : at] in ("”", ")"):
                yield self.finding((at, at), "Nên thêm dấu phẩy trước “cụ thể”.", ",")

    def _missing(self, at: int, words: str) -> Finding:
        return self.finding((at, at), f"Nên thêm dấu phẩy sau “{words}”.", ",")
