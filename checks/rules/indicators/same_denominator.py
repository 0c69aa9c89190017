"""Cùng một đơn vị đếm, cùng một tổng số."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule
from checks.tables import words

# “14/14 xã”, “12/13 thôn, bản”; “19/19 tiêu chí” differs from commune to commune and is no unit of ours
COUNT = Pattern(
    r"/(?P<whole>\d{1,4}) (?P<unit>xã|phường|thôn|bản|xóm|tổ dân phố|khu phố|ấp|huyện|trường|chi bộ|khu dân cư|đặc khu|công trình)"
    r"(?P<also>(?:,| và) (?:phường|thị trấn|đặc khu|xã|bản|tổ dân phố|khu phố|ấp))?(?=(?P<after>[^\n]{0,24}))",
    needs="/",
)
# “20/19 tiêu chí”, “32/30 chỉ tiêu”
CRITERIA = Pattern(
    r"(?<![\d/.,])(?P<part>\d{1,2})/(?P<whole>\d{1,2}) (?P<unit>(?:tiêu chí|chỉ tiêu))(?=(?P<after>[^\n]{0,24}))",
    hooks=(" tiêu chí", " chỉ tiêu"),
    back=len("20/19"),
)
# “Toàn xã có 12 thôn,”, “toàn bộ 12 thôn trên địa bàn”: all of them, told without a share
ALL = Pattern(
    r"(?:[Tt]oàn (?:xã|phường|đặc khu|tỉnh|huyện|thành phố|trường)(?: hiện)? có|[Tt]oàn bộ|[Tt]ất cả|tổng số|và Nhân dân|Công an|địa bàn) (?P<whole>\d{1,4})"
    r" (?P<unit>xã|phường|thôn|bản|xóm|tổ dân phố|khu phố|ấp|chi bộ|khu dân cư|lớp)(?P<also>, phường| và phường)?"
    r"(?= ?[.;)]|, (?!phường|xã|thôn|bản)| trên địa bàn| với \d| và (?:toàn thể|các|Nhân))",
    hooks=(
        "Nhân dân",
        "Công an",
        "oàn xã",
        "oàn phường",
        "oàn đặc",
        "oàn tỉnh",
        "oàn huyện",
        "oàn thành",
        "oàn trường",
        "oàn bộ",
        "ất cả",
        "tổng số",
        "địa bàn ",
    ),
    back=3,
)
_COUNTED = r" (?P<whole>\d{1,4}) (?P<unit>xã|phường|thôn|bản|xóm|tổ dân phố|khu phố|ấp|chi bộ|khu dân cư)(?P<also>, phường| và phường)?(?![\w/])"
# “Trưởng 18 khu dân cư tuyên truyền”
HEADS = Pattern(
    r"(?:[Tt]rưởng|[Bb]í thư|[Bb]an công tác Mặt trận|[Cc]hủ tịch (?:Ủy ban nhân dân|UBND))"
    + _COUNTED
    + r"(?=(?P<after>[^\n]{0,24}))",
    hooks=("rưởng ", "í thư ", "ặt trận ", "nhân dân ", "UBND "),
    back=len("Chủ tịch Ủy ban nhân "),
)
# “- 18 khu dân cư;” among the recipients
LISTED = Pattern(r"\n[-–+]" + _COUNTED + r" ?[;.]")
DOES = Pattern(r" (?:tuyên|phối|chủ|phát|cụ|vận|xây|hướng|căn|báo|chịu|rà|chỉ)(?!\w)")
SURPASSED = Pattern(r"vượt|kế hoạch|chỉ tiêu giao|ngày|lượt|so với|số ?\d")
PART = Pattern(r"(?<![\d/.,])\d{1,4}$")
# A narrower group: “12/12 xã biên giới”, “5/8 trường mầm non”
# “ở 40 xã của tỉnh”, “12 thôn bản”: not of our own ones
OTHERS = Pattern(r"lượt|tỉnh|huyện|khu vực|cả nước|trước đây|giai đoạn|liên |vượt")
YEAR = Pattern(r"năm (20\d\d)")
ACTS = words("phát triển tổ đăng thực hoàn ký báo tuyên xây ra giữ")
"""What they all do begins with one of these: “Ban điều hành 26 khu phố |phát động|”."""
NARROWER = Pattern(
    r" (?!văn h[oó][áa]\b)(?!(?:đạt|có|hoàn|được|thành lập|tham gia|duy|giữ|tổ|thực|triển|trên|trong|và|của (?:tỉnh|huyện|xã)|không|đã|"
    r"đủ|ký|đăng|ra quân|phát động|hưởng ứng|"
    r"cam kết|đều|lắp|treo|trồng|xây dựng)\b)[^\W\d_]"
)


class SameDenominator(Rule):
    """Tổng số xã, thôn, trường… nêu nhiều lần thì phải như nhau: đã ghi “14/14 xã” thì không thể có “12/13 xã”.

    Nhóm hẹp hơn (“5/5 xã biên giới”, “3/3 trường mầm non”) có tổng riêng và không bị so.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Trên địa bàn 14 thôn, tình hình ổn định. Tổ chức ngày hội tại 12 thôn; tỉnh chọn 20 thôn; lớp tập huấn cho 35 lượt thôn.\n",
        "Họp ngày 9/10 xã, 14/14 xã.\n",
        "Trồng 43/12 xã. Giao 43/42 xã, vượt kế hoạch. Cả 3/3 thôn; 4/2 thôn. Mỗi ngày 13/12 xã.\n",
        "Có 12/14 thôn, 10/12 thôn, 9/11 thôn đã chốt số liệu. Toàn xã có 14 thôn, bản. Họp tại 17/05/14 thôn.\n",
        "Họp ngày 12/8 xã, ngày 15/9 xã; có 12/3 xã; hộ 1.012/980 xã.\n",
        "Hoàn thành 14/12 xã, vượt kế hoạch tỉnh giao.\n",
        "Phổ cập giáo dục 14/14 xã. Có 12/14 xã đạt chuẩn. Xây dựng 5/5 xã biên giới vững mạnh.\n",
        "Có 07/16 xã đạt chuẩn; phổ cập giáo dục ở 17/17 xã, thị trấn.\n",
        "Toàn xã có 14 thôn, trong đó 5 thôn vùng cao; toàn xã có 12 thôn đạt chuẩn; cả 14/14 thôn có nhà văn hóa.\n",
        "Có 15/18 thôn đạt chuẩn. Trưởng 5 thôn vùng cao báo cáo; bí thư 18 chi bộ; khen:\n- 3 thôn có thành tích.\n",
        "Xã A đạt 19/19 tiêu chí, xã B đạt 17/19 tiêu chí.\n",
    )
    bad = (
        "Trên địa bàn 14 thôn, tình hình ổn định. Tổ chức ngày hội tại [[15]] thôn.\n",
        "Toàn trường có 36 lớp với 1.512 học sinh. Giáo viên chủ nhiệm [[37]] lớp triển khai kế hoạch.\n",
        "Các trường học và [[26]] khu phố, Nhân dân trên địa bàn; 24/24 khu phố ra quân tổng vệ sinh vào sáng thứ Bảy.\n",
        "Cán bộ và Nhân dân 15 thôn, quyết tâm vượt khó; có [[14/16 thôn]] đạt chuẩn.\n",
        "Phổ cập giáo dục 14/14 xã. Có 14/14 xã có bác sĩ. Xây dựng [[12/13 xã]] đạt chuẩn.\n",
        "Toàn xã có 14 thôn, 20 chi bộ. Phấn đấu [[15/15 thôn]] có nhà văn hóa.\n",
        "Duy trì 14/14 thôn có nhà văn hóa. Kiểm tra 14/14 thôn, bản vào tháng 9, 14/14 thôn trong tháng 11. Tổng kết ở toàn bộ [[13 thôn]] trên địa bàn xã.\n",
        "Có 15/18 khu dân cư đạt danh hiệu. Trưởng [[17 khu dân cư]] tuyên truyền.\n\nNơi nhận:\n- 18 khu dân cư;\n- Lưu: VT.\n",
        "Hoàn thành [[32/30]] chỉ tiêu kinh tế - xã hội.\n",
        "Hoàn thành [[20/19]] tiêu chí nông thôn mới nâng cao.\n",
        "Xây dựng [[43/42 xã]], phường có trung tâm phục vụ hành chính công.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        found: dict[str, list[tuple[Span, int]]] = {}
        for match in COUNT.finditer(doc.text):
            before = PART.search(doc.text, max(0, match.start() - 6), match.start())
            if before is None:
                continue
            part, whole = int(before[0]), int(match["whole"])
            dated = re.search(r"ngày ?$", doc.text[max(0, before.start() - 6) : before.start()])
            if part > whole and self._impossible(doc, before.start(), part, match):
                span = Span(before.start(), match.end("unit"))
                yield self.finding(span, f"{before[0]} nhiều hơn tổng số {whole} {match['unit']}.")
            if part > whole or dated or NARROWER.match(match["after"]):
                continue
            found.setdefault(match["unit"] + (match["also"] or ""), []).append(
                (Span(before.start(), match.end("unit")), whole)
            )
        for match in CRITERIA.finditer(doc.text):
            part = int(match["part"])
            if part > int(match["whole"]) > 4 and self._impossible(doc, match.start(), part, match):
                span = Span(match.start("part"), match.end("whole"))
                yield self.finding(span, f"{match['part']} nhiều hơn tổng số {match['whole']} {match['unit']}.")
        heads = (m for m in HEADS.finditer(doc.text) if DOES.match(m["after"]) or not NARROWER.match(m["after"]))
        for match in (*ALL.finditer(doc.text), *heads, *LISTED.finditer(doc.text)):
            found.setdefault(match["unit"] + (match["also"] or ""), []).append(
                (Span(match.start("whole"), match.end("unit")), int(match["whole"]))
            )
        yield from self._differ(found)
        yield from self._more(doc, found)

    def _impossible(self, doc: Document, start: int, part: int, match: re.Match[str]) -> bool:
        """“43/42 xã”: more than all of them; a plan that is surpassed, a date or a number is none."""
        told = doc.text[max(0, start - 20) : match.end("after")]
        reached = int(match["whole"]) > 3 and part < 3 * int(match["whole"])
        return reached and not SURPASSED.search(told)

    def _more(self, doc: Document, found: dict[str, list[tuple[Span, int]]]) -> Iterator[Finding]:
        """“tổ chức ngày hội tại 15 thôn” where the commune has 14: more than all of them."""
        wholes = {unit: told[0] for unit, told in found.items() if len({whole for _, whole in told}) == 1}
        for one in doc.mentions if wholes else ():
            unit = next((u for u in wholes if one.phrase[: u.count(" ") + 1] == tuple(u.split())), None)
            if unit is None or any(a <= one.span.start < b for (a, b), _ in found[unit]):
                continue
            behind = one.phrase[unit.count(" ") + 1 :]
            if behind and behind[0] not in ACTS:  # “20 thôn vùng cao của huyện”
                continue
            span, whole = wholes[unit]
            told = sentence(doc.text, one.span.start)
            another = any(int(m[1]) != doc.year for m in YEAR.finditer(doc.text, *told))
            if whole < one.value < 2 * whole and not another and not OTHERS.search(doc.text, *told):
                place = doc.line_at(span.start) + 1
                yield self.finding(one.span, f"Dòng {place} ghi tổng số {whole} {unit}, ở đây ghi {one.figure}.")

    def _differ(self, found: dict[str, list[tuple[Span, int]]]) -> Iterator[Finding]:
        for unit, told in found.items():
            counts = sorted(told)
            tally = Counter(whole for _, whole in counts)
            usual, times = tally.most_common(1)[0]
            if len(tally) < 2 or times < 2:
                if len(tally) == 2 and len(counts) == 2:
                    other = counts[0][1]
                    yield self.finding(counts[1][0], f"Tổng số {unit} ghi {counts[1][1]}, ở chỗ khác ghi {other}.")
                continue
            for span, whole in counts:
                if whole != usual:
                    yield self.finding(span, f"Tổng số {unit} ghi {whole}, ở chỗ khác ghi {usual}.")
