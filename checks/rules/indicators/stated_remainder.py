"""Số còn lại."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import COUNT, whole_number
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_NOUN = (
    r"xã, phường|xã|phường|thôn|bản|xóm|ấp|tổ dân phố|khu dân cư|trường|hộ|lớp|chi bộ|đơn vị|cơ quan|doanh nghiệp|sản phẩm|hồ sơ|dự án|công trình|"
    r"nhiệm vụ|chỉ tiêu|tiêu chí|nhà|tập thể|mô hình|nội dung"
)
_NOT_YET = r"(?:chưa|không|chuyển tiếp|đang|phải)(?!\w)"
# “…, còn lại 04 công trình chuyển tiếp”
LEFT = Pattern(
    rf"[,;] còn(?: lại)? (?P<left>{COUNT}) (?P<what>{_NOUN})(?= {_NOT_YET}|[.;\n])", hooks=(", còn ", "; còn ")
)
# “22/26 công trình …”, “trong 30 chỉ tiêu có 27 chỉ tiêu đạt và vượt …”, read backwards from there
OF = re.compile(rf"(?<![\d.,/])(?P<done>{COUNT})/(?P<all>{COUNT}) (?P<what>{_NOUN})(?!\w)[^.;\n\d()]{{0,80}}$")
AMONG = re.compile(
    rf"[Tt]rong (?:tổng số )?(?P<all>{COUNT}) (?P<what>{_NOUN})(?: [^.;,\n\d()]{{0,30}})?,? có (?P<done>{COUNT}) (?P=what)[^.;,\n\d()]{{0,40}}$"
)
REACH = 140
# “có 14 xã đạt chuẩn, … thêm 3 xã, nâng tổng số xã đạt chuẩn lên 17 xã”
RAISED = Pattern(
    rf"có (?P<before>{COUNT}) (?P<what>{_NOUN})(?!\w)[^.;\n\d()]{{0,40}}, (?:[^.;\n()]{{0,20}}năm \d{{4}} )?"
    rf"[^.;\n\d()]{{0,20}}thêm (?P<more>{COUNT}) (?P=what)"
    rf"(?!\w)[^.;\n\d()]{{0,40}}, nâng (?:tổng )?số [^.;,\n\d()]{{0,50}}lên (?P<total>{COUNT})(?: (?P=what))?(?![\d.,/])",
    needs=("nâng tổng số ", "nâng số "),
)

# “có thêm 10 xã đạt chuẩn, nâng tổng số xã đạt chuẩn lên 41 xã (năm 2015 có 31 xã)”
RAISED_FROM = Pattern(
    rf"(?:thêm|mới) (?P<more>{COUNT}) (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)(?!\w)[^.;\n\d()]{{0,40}}, nâng (?:tổng )?số [^.;,\n\d()]{{0,50}}"
    rf"lên (?P<total>{COUNT})(?: (?P=what))?"
    rf" \((?:đến )?(?:hết |cuối )?năm \d{{4}} (?:đã )?(?:có|là|đạt) (?P<before>{COUNT}) (?P=what)\)",
    needs=("nâng tổng số ", "nâng số "),
)

# “Hội có 3.240 hội viên. … Phát triển mới 120 hội viên, nâng tổng số hội viên lên 3.360 hội viên”
JOINED = Pattern(
    rf"(?:[Pp]hát triển|[Kk]ết nạp|[Tt]hành lập|[Tt]hêm|[Mm]ới|[Ll]ắp đặt)(?: mới| thêm| được)* (?P<more>{COUNT}) (?P<what>[^\W\d_]+ [^\W\d_]+)(?: mới)?, "
    rf"nâng tổng số (?P=what)(?: toàn [^\W\d_]+)? lên (?P<total>{COUNT})(?![\d.,/])",
    hooks=(" nâng tổng số ",),
    back=90,
)
# “hộ nghèo còn 96 hộ”, “còn 96 hộ nghèo”; then “giảm 200 hộ nghèo”
LIVING = Pattern(
    rf"(?:[Hh]ộ nghèo (?:chỉ )?(?:còn|là|có) (?P<a>{COUNT}) hộ|(?:còn|có) (?P<b>{COUNT}) hộ nghèo)(?!\w)",
    hooks=("ộ nghèo ", "còn ", "có "),
    back=1,
)
FALL = Pattern(rf"[Gg]iảm (?:thêm |ít nhất |tối thiểu |từ )?(?P<n>{COUNT}) hộ nghèo(?!\w)", hooks=("iảm ",), back=1)
PAST = re.compile(r"(?<!\w)(?:đã|so với|được)(?!\w)")

# “20 chỉ tiêu …, vượt kế hoạch 06 chỉ tiêu, đạt kế hoạch 12 chỉ tiêu, chưa đạt 02 chỉ tiêu”: each is in one class
CLASSES = Pattern(
    rf"(?<![\d.,-])(?<!- )(?:{COUNT}/)?(?P<all>{COUNT}) chỉ tiêu(?P<told>[^.;\n]{{10,240}})",
    hooks=(" chỉ tiêu",),
    back=len("123/123"),
)
_CLASS = r"(?:đạt và vượt|vượt|đạt|chưa đạt|không đạt)"
THREE = 3
"""Met, passed and missed."""
CLASS = re.compile(
    rf"(?<!\w)(?P<first>{_CLASS})(?: mức)?(?: kế hoạch| nghị quyết| chỉ tiêu)? (?P<a>\d+) chỉ tiêu(?!\w)"
    rf"|(?<![\d/])(?P<b>\d+) chỉ tiêu (?P<second>{_CLASS})(?!\w)"
)


class StatedRemainder(Rule):
    """Số còn lại bằng tổng số trừ số đã làm: “22/26 công trình, còn 04 công trình chuyển tiếp”; thêm 3 vào 14 là 17."""

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép trừ các con số nêu trong chính câu văn"
    good = (
        "Hội có 3.240 hội viên. Phát triển mới 120 hội viên, nâng tổng số hội viên lên 3.360 hội viên.\n",
        "Hộ nghèo còn 96 hộ. Giảm 20 hộ nghèo, hộ cận nghèo giảm 125 hộ.\n",
        "Phấn đấu giảm 200 hộ nghèo, cuối năm hộ nghèo còn 96 hộ.\n",
        "Cuối năm còn 96 hộ nghèo. Năm qua giảm 200 hộ nghèo so với đầu kỳ; xã đã giảm 200 hộ nghèo.\n",
        "Năm 2026 giảm 200 hộ nghèo.\nCuối năm còn 96 hộ nghèo.\n",
        "Đã nghiệm thu 22/26 công trình, còn lại 04 công trình chuyển tiếp sang năm 2026.\n",
        "Hoàn thành 18/20 chỉ tiêu được giao, vượt kế hoạch 06 chỉ tiêu, đạt kế hoạch 12 chỉ tiêu, chưa đạt 02 chỉ tiêu.\n",
        "Có 20 chỉ tiêu, 18 chỉ tiêu đạt và vượt, trong đó 06 chỉ tiêu vượt, 02 chỉ tiêu chưa đạt.\n",
        "Trong 24 chỉ tiêu, vượt 08 chỉ tiêu, chưa đạt 02 chỉ tiêu.\n",
        "Trong 30 chỉ tiêu có 27 chỉ tiêu đạt và vượt, còn 3 chỉ tiêu chưa đạt.\n",
        "Năm 2025 có 14 xã đạt chuẩn, năm 2026 thêm 3 xã, nâng tổng số xã đạt chuẩn lên 17 xã.\n",
        "Đã xong 18/24 công trình, còn 3 công trình chưa khởi công, 3 công trình đang thi công.\n",
        "Có 15/20 thôn đạt chuẩn, còn 2 thôn đăng ký nâng cao; đã có 22/20 công trình, còn 4 công trình chưa xong.\n",
        "Đã nghiệm thu 22/26 công trình, còn 3 xã chưa có nhà văn hóa; đã xây 26/26 nhà, còn 2 nhà chưa quyết toán; cả xã cố gắng, còn 5 hộ chưa có nhà.\n",
    )
    bad = (
        "Toàn xã có 14 chi hội với 3.240 hội viên phụ nữ. Phát triển mới 120 hội viên, nâng tổng số hội viên lên [[3.600]] hội viên.\n",
        "Hộ nghèo còn 96 hộ. Phấn đấu giảm [[200]] hộ nghèo.\n",
        "Đã nghiệm thu 22/26 công trình, còn lại [[05 công trình]] chuyển tiếp sang năm 2026.\n",
        "Có 06/10 xã, phường đạt chuẩn nông thôn mới, đô thị văn minh; còn [[05 xã, phường]] đang hoàn thiện tiêu chí.\n",
        "Hoàn thành 18/[[20 chỉ tiêu]] được giao, vượt kế hoạch 05 chỉ tiêu, đạt kế hoạch 12 chỉ tiêu, chưa đạt 02 chỉ tiêu.\n",
        "Có [[24 chỉ tiêu]], 08 chỉ tiêu vượt, 12 chỉ tiêu đạt, 03 chỉ tiêu không đạt.\n",
        "Trong 30 chỉ tiêu có 27 chỉ tiêu đạt và vượt, còn [[4 chỉ tiêu]] chưa đạt.\n",
        "Năm 2025 có 14 xã đạt chuẩn, năm 2026 thêm 3 xã, nâng tổng số xã đạt chuẩn lên [[18]] xã.\n",
        "Lắp mới 150 camera an ninh, nâng tổng số camera lên [[430]] (năm 2025 có 270 camera).\n",
        "Có thêm 10 xã đạt chuẩn, nâng tổng số xã đạt chuẩn lên [[43]] xã (năm 2025 có 31 xã).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in LEFT.finditer(doc.text):
            before = doc.text[max(0, match.start() - REACH) : match.start()]
            told = OF.search(before) or AMONG.search(before)
            if told is None or told["what"] != match["what"]:
                continue
            # “còn 3 công trình chưa khởi công, 3 công trình đang thi công”: the rest is told in two parts
            if re.match(
                rf"[^.;\n]{{0,60}}?(?:,| và) (?:{COUNT}) {match['what']}", doc.text[match.end() : match.end() + 90]
            ):
                continue
            done, whole, left = whole_number(told["done"]), whole_number(told["all"]), whole_number(match["left"])
            if done < whole and left != whole - done:
                message = f"{whole} trừ {done} còn {whole - done} {match['what']}, văn bản ghi {left}."
                yield self.finding((match.start("left"), match.end("what")), message)
        for match in JOINED.finditer(doc.text):
            known = rf"(?:có|với|là|hiện có) ({COUNT}) {re.escape(match['what'])}(?!\w)(?! mới)"
            had = {whole_number(n) for n in re.findall(known, doc.text[: match.start()])}
            more, total = whole_number(match["more"]), whole_number(match["total"])
            if len(had) == 1 and more < min(had) < total and min(had) + more != total:
                first = min(had)
                yield self.finding(
                    match.span("total"), f"{first} thêm {more} là {first + more}, văn bản ghi {match['total']}."
                )
        yield from self._poor(doc)
        for match in CLASSES.finditer(doc.text):
            classes = {m["first"] or m["second"]: whole_number(m["a"] or m["b"]) for m in CLASS.finditer(match["told"])}
            whole, summed = whole_number(match["all"]), sum(classes.values())
            # Of some classes others are told apart: “18 chỉ tiêu đạt và vượt, trong đó 05 chỉ tiêu vượt”
            nested = "trong đó" in match["told"] or "(" in match["told"]
            if len(classes) == THREE and "đạt và vượt" not in classes and not nested and summed != whole:
                message = f"Tổng số {whole} chỉ tiêu nhưng các loại cộng lại là {summed}."
                yield self.finding((match.start("all"), match.start("told")), message)
        for match in (*RAISED.finditer(doc.text), *RAISED_FROM.finditer(doc.text)):
            first, more, total = (whole_number(match[part]) for part in ("before", "more", "total"))
            if total != first + more:
                yield self.finding(match.span("total"), f"{first} thêm {more} là {first + more}, văn bản ghi {total}.")

    def _poor(self, doc: Document) -> Iterator[Finding]:
        """More households are to be raised than the text says were left before; what is left afterwards is another matter."""
        living = list(LIVING.finditer(doc.text))
        for match in FALL.finditer(doc.text) if living else ():
            told = sentence(doc.text, match.start(), clauses=False)
            most = max(whole_number(m["a"] or m["b"]) for m in living)
            if living[-1].end() <= told.start and whole_number(match["n"]) > most and not PAST.search(doc.text, *told):
                message = f"Không giảm được {match['n']} hộ nghèo: văn bản nêu còn {most} hộ."
                yield self.finding(match.span("n"), message)
