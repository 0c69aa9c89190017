"""Cụm từ cố định thiếu một chữ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language import context
from checks.language.bound import Alone, left_alone, left_waiting
from checks.language.context_errors import SUREST, Suspicion, suspicions
from checks.language.continued import continued_syllables
from checks.language.gaps import gap_syllables
from checks.language.lexicon import shipped
from checks.language.lost import lost_syllables
from checks.language.missing import Missing, cut_phrases, missing_syllables, unfinished
from checks.language.mistyped import mistyped
from checks.language.near_miss import near_misses
from checks.language.swapped import swapped
from checks.language.syllables import KEYS, bare
from checks.language.tokens import tokens
from checks.language.waiting import waiting
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import at_edge, of_a_number

WORD = Pattern(r" (?P<word>[^\W\d_]+)")
# “lãnh, chỉ đạo”, “sơ, tổng kết”
SHARED = Pattern(r", [^\W\d_]+ (?P<last>[^\W\d_]+)")
# “kính thưa các vị đại biểu”, “thi chào hỏi, thi tiểu phẩm”
BY_ITSELF = Pattern(
    r"chuẩn đa chiều|vị (?:đại biểu|khách|lãnh đạo|chức sắc|tướng|anh hùng)|"
    r"[Tt]hi (?:chào hỏi|kiến thức|tiểu phẩm|kể chuyện|nấu|vẽ|hát|múa|viết|trắc nghiệm|ứng xử|năng khiếu|tài năng|hùng biện|văn nghệ)"
)
FALLEN_OUT = lost_syllables, gap_syllables, continued_syllables
CONTEST = Pattern(
    r"[Cc]uộc thi(?! đua)|CUỘC THI(?! ĐUA)|[Hh]ội thi(?! đua)|(?:dự|[Vv]òng) thi(?! đua)",
    hooks=("uộc thi", "UỘC THI", "ội thi", "dự thi", "òng thi"),
    back=1,
)
WAITS = 5.0
"""So much must the half of a word wait for the other before a mere suggestion: “thực tốt”, not “kịp cấy”, “xây mái ấm”."""


class MissingSyllable(Rule):
    """Cụm từ cố định và từ ghép được viết đủ chữ.

    Chữ rơi khỏi một cụm từ thì các chữ còn lại vẫn đúng chính tả: “Đại hội Thi đua yêu các cấp”, “tổ chức các hoạt thi đua”.
    Báo lỗi khi cụm từ không bao giờ viết thiếu chữ ấy, hoặc âm tiết còn lại không bao giờ đứng một mình (hoạt, triển, nhiệm);
    nhắc xem lại khi một cụm từ dài thiếu đúng một chữ và hai chữ hai bên chỗ thiếu chưa đứng cạnh nhau lần nào trong kho
    (kho đã gặp cụm ấy nhiều lần thì báo lỗi); báo lỗi, nhắc hoặc gợi ý, tùy mức chắc chắn, khi một âm tiết hầu như không bao giờ đứng
    một mình (cơ, kế, tiêu) lại đứng một mình, hay hai chữ chưa ai viết cạnh nhau, mà kho đã gặp một chữ ghép thành từ ở giữa chúng,
    hay chỗ mà gần như mọi văn bản viết tiếp bằng một chữ (“cấp có thẩm quyền phê duyệt”);
    nhắc khi một âm tiết như thế đứng cạnh một chữ chưa ai viết ở đó.
    Chữ đề nghị thêm là chữ của cụm từ, hoặc chữ kho văn bản đã gặp giữa hai chữ bên cạnh; chưa gặp thì chỉ nêu chỗ thiếu.
    """

    tier = "thông lệ"
    source = "Kho cụm từ của văn bản thi đua, khen thưởng và văn bản hành chính"
    good = (
        "Phát động phong trào thi đua yêu nứơc năm 2026.\n",
        "Đại hội Thi đua yêu nước các cấp; xây dựng thế trận an ninh nhân dân.\n",
        "Phát động phong trào thi đua nước rút 75 ngày hoàn thành nhiệm vụ thu ngân sách.\n",
        "Dân bản gieo mạ lại, kịp cấy trước rằm; gồm: xây mái ấm 3.200 triệu đồng; phòng trừ bệnh khảm lá sắn.\n",
        "Công nhận 12 tộc văn hóa. Thế mạnh của xã là nông nghiệp; trong phạm vi tỉnh; các ngày lễ lớn năm 2026.\n",
        "Số tiền thưởng là ba mươi tư tỷ, sáu mươi tư đồng chẵn.\n",
        "Tỷ lệ hộ nghèo còn 9,5%; xây 450 nhà ở cho hộ nghèo, trong đó 09 huyện mỗi huyện 50 nhà.\n",
        "Định kỳ sơ, tổng kết phong trào; tổ chức sơ, tổng kết; các lớp sơ, trung cấp lý luận chính trị; các chi, đảng bộ cơ sở.\n",
        "Các đơn vị thực hiện nghiêm Kế hoạch này; cán bộ có chức có quyền gương mẫu, không lẫn của công với của tư.\n",
        "Cấp ủy đã lãnh, chỉ đạo hoàn thành toàn diện các nhiệm vụ; tỷ lệ hộ nghèo theo chuẩn đa chiều giảm 2,5%.\n",
        "Liên đội đã phát động các phong trào thi đua như:\n- Cổng trường an toàn giao thông\n",
        "Tay đua trẻ rời đường đua; bộ đội thức cùng dân canh đê; chủ đầu tư thúc tiến độ; hiến mô, tạng; lấy tín làm đầu.\n",
        "Cuộc thi tìm hiểu pháp luật. Thời gian thi: từ ngày 14/8/2026 đến ngày 11/9/2026.\n",
        "Kính thưa các vị đại biểu, khách quý. Có 3 phần thi gồm: Thi chào hỏi, thi kiến thức và thi tiểu phẩm.\n",
        "Tổ chức các hoạt động thi đua; cán bộ linh hoạt, tận tụy; phát huy hoạt chất; ông Hoạt phát biểu; nhiệm\n\nvụ.\n",
        "Sơ kết từng tuần; tổng kết toàn đợt trước ngày 22 tháng 7 năm 2026.\n",
        "Đề nghị các sơ, ban, ngành phối hợp thực hiện.\n",
        "Bảo vệ Tổ quốc, an ninh biên giới; thực hiện theo quy định của Luật Ngân sách nhà nước.\n",
        "2      Sản lượng     6.950      Phòng Kinh\n       hải sản                  tế, Hạ tầng\n",
    )
    bad = (
        "Tiến tới Đại hội Thi đua [[yêu→yêu nước]] các cấp.\n",
        "Xây dựng [[thế→thế trận]] an ninh nhân dân vững chắc.\n",
        "Nhà trường tổ chức các [[hoạt→hoạt động]] thi đua trong năm học.\n",
        "Tiếp tục duy trì và [[triển→phát triển]] đảng viên mới.\n",
        "Tiếp tục duy trì và  [[triển→phát triển]] đoàn viên mới.\n",
        "Chăm lo [[đời→đời sống]] vật chất và tinh thần của công nhân; phổ biến, [[giáo→giáo dục]] pháp luật.\n",
        "Thực hành [[tiết→tiết kiệm]], chống lãng phí trong hội họp.\n",
        "Các thôn đã [[soát→rà soát]] mọi ngôi nhà cũ; mấy cụ già [[soát]] ngôi nhà gạch.\n",
        "Công an xã [[bo vệ]] mục tiêu suốt đợt cao điểm.\n",
        "Giá trị sản xuất công nghiệp trên [[địa→địa bàn]] tăng 9,2%.\n",
        "Đề nghị các [[cơ→cơ quan]] truyền thông mở chuyên mục.\n",
        "Thực hiện chỉ đạo của [[Thủ→Thủ tướng]] Chính phủ; thanh niên có nghĩa vụ [[vệ→bảo vệ]] Tổ quốc.\n",
        "Tập thể có [[thành→thành tích]] xuất sắc; tạo sự [[thống→thống nhất]] cao trong nhân dân.\n",
        "Mỗi giáo viên [[sử→sử dụng]] thành thạo phần mềm; công tác giải [[phóng→phóng mặt]] bằng.\n",
        "Danh sách người được [[tham→thăm]] hai lần mỗi ngày.\n",
        "Kiểm tra các nội dung liên quan đến [[động→hoạt động]] đầu tư xây dựng; phần mềm quản lý [[trị]] doanh nghiệp.\n",
        "Hồ sơ do cấp có [[thẩm→thẩm quyền]] phê duyệt; nâng cao [[chất→chất lượng]] công tác tham mưu.\n",
        "Đề nghị [[Ủy→Ủy ban]] nhân dân tỉnh xem xét; sửa đổi, bổ sung một [[số→số điều]] của Luật.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        alone = self._inside(doc, left_alone(doc.tokens, shipped(), context.in_use()))
        told: list[range] = []
        contest = CONTEST.search(doc.text) is not None
        for missing, severity in chain(self._cut(doc, alone), self._fallen_out(doc, alone, told)):
            if not any(missing.at in one for one in told) and not _whole(doc.text, missing, contest):
                start = max(missing.start, doc.text.rfind(" ", missing.start, missing.at) + 1)
                told.append(range(start, _behind(doc.text, missing) + 1))
                yield self._lacks(doc, missing, start, severity)
        for one in alone:
            if not any(one.start in other for other in told):
                yield from self._stands_alone(doc, one)
        for one in self._inside(doc, left_waiting(doc.tokens, shipped(), context.in_use())):
            if not any(one.start in other for other in told) and not self._explained(doc, one):
                yield self._lacks_half(doc, one, one.whole or one.likely)

    def _inside(self, doc: Document, alone: Iterable[Alone]) -> list[Alone]:
        """Those that no edge of a page cut off, and that are no part of a number in words."""
        return [
            one
            for one in alone
            if one.end != doc.torn
            and not at_edge(doc, one.start, one.end)
            and not of_a_number(doc.text, one.start, one.end)
        ]

    def _cut(self, doc: Document, alone: list[Alone]) -> Iterator[tuple[Missing, Severity]]:
        """What the phrases miss, and half words behind which only the other half was ever written."""
        lexicon, table = shipped(), context.in_use()
        for missing in missing_syllables(doc.tokens, lexicon):
            follows = WORD.match(doc.text, missing.at)
            # “yêu nứơc”: it is there, misspelt, and another rule tells it
            if not follows or bare(follows["word"].lower()) != bare(missing.syllable.lower()):
                yield missing, Severity.ERROR
        turned = swapped(doc.tokens, lexicon, table)
        typed = {one.start for one in mistyped(doc.tokens, lexicon, table)}
        for missing in cut_phrases(doc.tokens, lexicon, table):
            behind = _behind(doc.text, missing)
            if behind in typed or any(two.start == behind for two in turned):  # “các pháp giải” is for unlikely-word
                continue
            sure = missing.sure or any(missing.start <= one.start <= behind for one in alone)
            yield missing, Severity.ERROR if sure else Severity.WARNING
        for missing in unfinished(doc.tokens, lexicon, table):
            if missing.at != doc.torn and _behind(doc.text, missing) not in typed:
                yield missing, Severity.ERROR if missing.sure else Severity.WARNING

    def _fallen_out(self, doc: Document, alone: list[Alone], told: list[range]) -> Iterator[tuple[Missing, Severity]]:
        """What others wrote between two; beside a syllable that is ``told`` or bound and ``alone`` it may be the same gap."""
        lexicon, table = shipped(), context.in_use()
        found = [one for layer in FALLEN_OUT for one in layer(doc.tokens, lexicon, table)]
        for missing in sorted(found, key=lambda one: (one.weak, not one.sure, one.at)):
            known = told + [range(one.start, one.end) for one in alone if one.whole or not missing.sure]
            behind = _behind(doc.text, missing)
            if missing.weak and not _waits(missing):
                continue
            if missing.at != doc.torn and not any(behind in one for one in known) and not self._a_slip(doc, missing):
                unsure = Severity.STYLE if missing.weak else Severity.WARNING
                yield missing, Severity.ERROR if missing.sure else unsure

    def _stands_alone(self, doc: Document, one: Alone) -> Iterator[Finding]:
        """A bound syllable without its other half: the word it lacks, or that it or its neighbour may be a slip."""
        place, written, meant = (one.start, one.end), doc.text[one.start : one.end], self._meant(doc)
        slip = next((other for at, other in meant.items() if one.start <= at < one.end), None)
        if one.whole:
            # “các sơ, ban, ngành” is told by near-miss, “đợt cao hiểm” by unlikely-word
            surely_slip = slip is not None and slip.start == one.start and slip.score >= SUREST
            if not surely_slip and not self._known_slip(doc, one.start):
                message = f"“{written}” không đứng một mình, ở đây thiếu một chữ: nên viết “{one.whole}”."
                yield self.finding(place, message, one.whole)
            return
        beside = {one.start - 1, one.end + 1}  # “sảng tác”: the other half is there and is told
        slipped = [(other.start, other.end) for other in meant.values()]
        slipped += [(typed.start, typed.end) for typed in mistyped(doc.tokens, shipped(), context.in_use())]
        if any(not beside.isdisjoint(place) for place in slipped):
            return
        if slip is not None:
            if not slip.sure:  # else unlikely-word tells it
                told_of = doc.text[slip.start : slip.end]
                message = f"“{told_of}” không đứng một mình: thiếu một chữ, hoặc viết sai chữ “{slip.right}”."
                yield self.finding((slip.start, slip.end), message, slip.right, severity=Severity.WARNING)
        elif " " in written:
            message = f"“{written}” không thành từ: viết sai một chữ, hoặc thiếu một chữ."
            yield self.finding(place, message, severity=Severity.WARNING)
        else:
            yield self._lacks_half(doc, one, one.likely)

    def _lacks_half(self, doc: Document, one: Alone, likely: str | None) -> Finding:
        """Half of a word, which is there by itself or beside a slip."""
        lacks = f"có lẽ là “{likely}” thiếu một chữ" if likely else "thiếu một chữ"
        message = f"“{doc.text[one.start : one.end]}” không đứng một mình: {lacks}, hoặc chữ bên cạnh viết sai."
        return self.finding((one.start, one.end), message, likely, severity=Severity.WARNING)

    def _explained(self, doc: Document, one: Alone) -> bool:
        """Does another rule tell what is wrong with it, or with the word beside it?"""
        lexicon, table, meant = shipped(), context.in_use(), self._meant(doc)
        place = range(one.start - 1, one.end + 2)
        told = [(other.start, other.end) for other in meant.values()]
        told += [(other.start, other.end) for other in swapped(doc.tokens, lexicon, table)]
        told += [(other.start, other.end) for other in near_misses(doc.tokens, lexicon)]
        told += [(other.start, other.end) for other in mistyped(doc.tokens, lexicon, table)]
        return any(start in place or end in place for start, end in told)

    def _a_slip(self, doc: Document, missing: Missing) -> bool:
        """Is one of the two around the gap a slip rather: “quan lý”, “các điển hình tiến tiến”?"""
        at = doc.tokens.index(missing.start)
        two = range(missing.start, doc.tokens.span(at, at + 1)[1])
        if any(one.start in two and one.sure >= missing.sure for one in self._meant(doc).values()):
            return True
        lexicon, table = shipped(), context.in_use()
        others = [(one.start, one.end) for one in swapped(doc.tokens, lexicon, table)]
        others += [(one.start, one.end) for one in mistyped(doc.tokens, lexicon, table)]
        if any(end > missing.start and start < two.stop for start, end in others):
            return True
        words = doc.tokens.lower[max(0, at - 1) : at + 3]
        start, end = doc.tokens.span(max(0, at - 1), min(at + 2, len(doc.tokens) - 1))
        around = tokens(doc.text[start:end])
        there = missing.syllable.lower() in words  # “cơ quan cơ chức năng” has one “cơ” too many
        return there or len(set(words)) < len(words) or any(near_misses(around, shipped()))

    def _known_slip(self, doc: Document, start: int) -> bool:
        """Is it one mark away from a long phrase that is known, so that nothing is lost?"""
        return any(miss.start == start and miss.phrase.count(" ") > 1 for miss in near_misses(doc.tokens, shipped()))

    def _meant(self, doc: Document) -> dict[int, Suspicion]:
        """What else the syllables may stand for, by their beginnings."""
        return {one.start: one for one in suspicions(doc.tokens, shipped(), context.in_use())}

    def _lacks(self, doc: Document, missing: Missing, start: int, severity: Severity) -> Finding:
        """A phrase lacks a syllable behind the word from ``start`` to ``missing.at``."""
        last = doc.text[start : missing.at]
        message = f"Sau “{last}” thiếu chữ “{missing.syllable}” của cụm từ “{missing.phrase}”."
        return self.finding((start, missing.at), message, f"{last} {missing.syllable}", severity=severity)


def _whole(text: str, missing: Missing, contest: bool) -> bool:
    """“lãnh, chỉ đạo”: once for both words, behind the comma; “các vị đại biểu”, “thi chào hỏi”: a word by itself."""
    shared = SHARED.match(text, missing.at)
    starts = (text.rfind(" ", 0, missing.at) + 1, missing.at + 1)
    if contest and missing.syllable == "đua" and text[starts[0] : missing.at].lower() == "thi":
        return True  # “thời gian thi”, where the text is about a contest
    if missing.syllable == "sau" and text[starts[0] : missing.at + 1].lower() == "như:":
        return True  # “các phong trào như:” and examples of them
    if missing.syllable == "túc" and text[starts[0] : missing.at].lower() == "nghiêm":
        return True  # “thực hiện nghiêm Kế hoạch này” is as good as “nghiêm túc”
    by_itself = any(BY_ITSELF.match(text, start) for start in starts)
    return by_itself or (shared is not None and shared["last"].lower() == missing.syllable.lower())


def _behind(text: str, missing: Missing) -> int:
    """Where the word behind the gap begins, however wide the space before it."""
    place = missing.at + 1
    while text[place : place + 1].isspace():
        place += 1
    return place


def _waits(missing: Missing) -> bool:
    """Does what is left of the word hardly ever stand alone?"""
    left = [word for word in missing.phrase.lower().split() if word != missing.syllable.lower()]
    return any(waiting().get(KEYS[word], 0.0) >= WAITS for word in left)
