"""A request read by code from what an officer types, pastes or uploads; what is missing is asked for one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assistant.entry.request_form import LABELS
from assistant.entry.tables import HEAD, goals, laid
from assistant.request import Request, read_request
from assistant.rolling.wrapped import unwrapped
from checks.document import Document
from checks.errors import UserError
from checks.facts import numbers
from checks.facts.indicators import Indicator, indicators
from checks.facts.quantities import quantities
from checks.finding import Span
from checks.letters import CAPITAL
from checks.parsing.movement import theme_of
from checks.reading import Source

Slots = dict[str, Any]
"""Fields of a request as far as they are known."""


class Question(NamedTuple):
    """What to ask next. ``field`` is the field of the request; ``choices`` are offered as buttons."""

    field: str
    text: str
    choices: tuple[str, ...] = ()
    optional: bool = False


_UNIT = rf"(?:tỉnh|thành phố|xã|phường|đặc khu) [{CAPITAL}][^\s,.;:]*(?: [{CAPITAL}][^\s,.;:]*)*"
# “cho UBND xã Nà Phai”, “của Ủy ban nhân dân tỉnh Lũng Vân”
COMMITTEE = re.compile(rf"(?:Ủy ban nhân dân|Uỷ ban nhân dân|ủy ban nhân dân|UBND|ubnd) (?P<unit>{_UNIT})")
# “cho Sở Y tế Lam Châu”, “của Trường Trung học cơ sở Vân Khê”, “của Công an xã Nà Phai”
BODY = re.compile(
    rf"(?:cho|của|tại|Cơ quan ban hành:|Đơn vị:) (?P<body>(?:(?:Sở|Trường|Trung tâm|Bệnh viện|Văn phòng|Liên đoàn|Hội|Chi cục|Cục|Ban) [{CAPITAL}]"
    rf"|(?:Công an|Công đoàn|Công ty|Đảng ủy|Trạm Y tế|Thuế|Bộ Chỉ huy Quân sự|Ban Chỉ huy Quân sự) (?:{_UNIT}|[{CAPITAL}]))[^,.;:\n]*?)"
    r"(?= năm | với| từ | về | theo | trong | phát động|, |[.;:\n]|$)"
)
PLACE = re.compile(rf"(?:cho|của|tại) (?P<unit>{_UNIT})")
YEAR = re.compile(
    r"(?<!so với )(?:năm học |năm |nam |thi đua )(?P<y>20\d{2})(?: ?[-–] ?(?P<end>20\d{2}))?", re.IGNORECASE
)
THEME = re.compile(r"chủ đề(?: là)?:?\s*[“\"«]?(?P<theme>[^“”\"«».;\n]{3,150})[”\"»]?", re.IGNORECASE)
QUOTED_THEME = re.compile(r",?(?: với)? chủ đề(?: là)?:? “[^”\n]*”", re.IGNORECASE)
SIGNER = re.compile(
    rf"(?i:người ký|ký tên|do đồng chí|ký:)\s*:?\s*(?i:đồng chí |ông |bà )?(?P<name>[{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,4}})"
    r"(?:,?\s*(?P<post>(?i:(?:Phó )?(?:Chủ tịch|Giám đốc|Hiệu trưởng|Thủ trưởng|Trưởng ban))))?(?: ký(?!\w))?"
)
POST = re.compile(
    rf"(?P<post>(?i:(?:Phó )?(?:Chủ tịch|Giám đốc|Hiệu trưởng|Thủ trưởng))) (?P<name>[{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,4}}) ký"
)
PERIOD = re.compile(
    r"từ (?:ngày )?(?P<a>\d{1,2}[/.-]\d{1,2}(?P<began>[/.-]\d{4})?) (?:đến|tới) (?:hết )?(?:ngày )?(?P<b>\d{1,2}[/.-]\d{1,2}(?P<ended>[/.-]\d{4}))",
    re.IGNORECASE,
)
CAMPAIGN = re.compile(r"đợt thi đua|cao điểm|chuyên đề|ngày đêm", re.IGNORECASE)
KIND = re.compile(r"(?:soạn|viết|lập|ban hành|dự thảo)?\s*(?P<kind>chỉ thị|kế hoạch|phát động)", re.IGNORECASE)
BASE = re.compile(
    r"^(?:[-–+•]\s*)?(?P<base>(?:Căn cứ|Thực hiện|Theo) (?:Nghị quyết|Chỉ thị|Kế hoạch|Quyết định|Luật|Nghị định)[^\n;]+)",
    re.MULTILINE,
)
TARGETS = re.compile(
    r"(?:các )?(?:chỉ tiêu|mục tiêu cụ thể)(?: cụ thể| chủ yếu| như sau| năm \d{4}| thi đua)*\s*:?\s*",
    re.IGNORECASE,
)
# “…, do” before a signer who was taken out
BY = re.compile(r",?\s+(?:do|bởi)\s*(?=[.,;]|$)")
# What parts the targets from the office and the year before them
THEN = re.compile(r"\s*(?:[,:;]|(?:,\s*)?(?:với|trong đó)(?: các)?(?: (?:chỉ tiêu|mục tiêu))?:?\s)\s*")
# “xã có 17 thôn”, “toàn trường hiện có 42 lớp”, “gồm 5 ấp”: what is, not what is asked for
HAS = re.compile(
    r"(?:toàn )?(?:tỉnh|xã|phường|sở|trường|đơn vị|cơ quan|công ty)?\s?(?:hiện |đang )*(?:có|gồm|là)(?!\w)|\d+ (?:ngày|tháng|năm)(?!\w)",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# “TT Chỉ tiêu Đơn vị tính Ước TH 2026 Kế hoạch”: the header of a table without its columns
FLAT_HEAD = re.compile(r"\s*(?:S?TT\s+)?(?:Tên )?[Cc]hỉ tiêu\s+(?:Đơn vị|ĐVT|Kế hoạch)[^.;:|]*$")
PDF_TABLE = "Bảng chỉ tiêu trong tệp PDF đã mất cột nên không đọc chắc được"
QUESTIONS: tuple[Question, ...] = (
    Question("issuer", "Cơ quan nào ban hành văn bản? Ví dụ: Ủy ban nhân dân xã Nà Phai."),
    Question("year", "Phát động phong trào cho năm nào?"),
    Question("period", "Đợt thi đua bắt đầu và kết thúc ngày nào? Ví dụ: từ ngày 01/8/2027 đến ngày 30/11/2027."),
    Question("targets", "Năm nay có những chỉ tiêu nào? Dán danh sách, bảng, hoặc tải lên nghị quyết của Hội đồng nhân dân."),
    Question("theme", "Chủ đề của phong trào là gì? Chưa có thì bỏ qua.", ("Chưa có",), optional=True),
    Question("signer", "Ai ký văn bản? Ghi họ tên và chức vụ.", ("Để trống",), optional=True),
    Question("kind", "Văn bản thuộc loại nào?", ("Chỉ thị", "Kế hoạch", "Phát động"), optional=True),
)  # fmt: skip


def from_text(text: str, known: Mapping[str, Any] | None = None, asked: str = "") -> Slots:
    """``known`` with what ``text`` says; ``asked`` is the field of the question it answers. A later word wins."""
    slots: Slots = dict(known or {})
    said = dict(_said(text))
    if asked and asked not in said:
        said |= answered(asked, text)
    targets = [*slots.get("targets", ()), *said.pop("targets", ())]
    slots |= said
    if targets:
        slots["targets"] = list(_once(targets))
    return slots


class Pasted(NamedTuple):
    """Targets in the order pasted; ``unread`` are rows whose figures nobody can tell the meaning of."""

    targets: tuple[dict[str, Any] | str, ...]
    unread: tuple[str, ...] = ()


def pasted_targets(text: str, *, understood: bool = False) -> Pasted:
    """The targets of a pasted list or table; a line with a figure is kept in its own words unless only ``understood``."""
    told = laid(text)
    body = "\n\n".join(item if "|" in item else f"- {item}" for item in told.items)
    document = Document.parse(f"1. Chỉ tiêu\n\n{body}\n", "bảng đã dán")
    taken = {document.place(one.span.start)[0] for one in document.indicators}
    found: list[tuple[int, dict[str, Any] | str]] = [(one.line, target(one, document)) for one in document.indicators]
    unread = list(told.unread)
    for number, line in enumerate(document.lines, 1):
        bare = line.text.strip(" -;.")
        if understood or number in taken or number == 1 or not FIGURE.search(bare):
            continue
        if "|" not in bare:
            found.append((number, bare))
        elif not HEAD.search(bare):
            unread.append(bare)
    return Pasted(tuple(_once([one for _, one in sorted(found, key=lambda pair: pair[0])])), tuple(unread))


def from_resolution(source: Source) -> Pasted:
    """The targets a resolution of the Hội đồng nhân dân sets, read by code. Raises UserError where it sets none."""
    text = unwrapped(source.text) if source.format == "pdf" else source.text
    document = Document.parse(text, source.name)
    flat = _flat_table(document) if source.format == "pdf" else None
    found = Pasted(tuple(targets_of(document, flat)), (PDF_TABLE,) if flat else ())
    if not found.targets and not flat:
        found = Pasted(pasted_targets(text, understood=True).targets)
    if not found.targets:
        told = (
            f"{PDF_TABLE}: hãy chọn tệp Word gốc" if flat else f"Không tìm thấy chỉ tiêu nào trong “{source.name}”: hãy"
        )
        raise UserError(f"{told}{' hoặc' if flat else ''} dán riêng phần chỉ tiêu vào khung soạn.")
    return found


def _flat_table(document: Document) -> Span | None:
    """A table of targets that a PDF has left without its columns, up to the next heading."""
    head = next((line for line in document.lines if FLAT_HEAD.match(line.text)), None)
    if head is None:
        return None
    end = next((s.span.start for s in document.sections if s.span.start > head.span.start), len(document.text))
    return Span(head.span.start, end)


def targets_of(document: Document, left: Span | None = None) -> Iterator[dict[str, Any] | str]:
    """The targets of a document as fields of a request; none of what stands in ``left``.

    Where “Điều 1. Mục tiêu, chỉ tiêu” has a part “2. Các chỉ tiêu chủ yếu”, only that part sets targets.
    """
    holding = [s.span for s in document.sections if "targets" in s.roles]
    inner = [
        one for one in holding if not any(one != other and one.start <= other.start < one.end for other in holding)
    ]
    yield from _once(
        [
            target(one, document)
            for one in indicators(document)
            if (not inner or any(span.start <= one.span.start < span.end for span in inner))
            and not (left and left.start <= one.span.start < left.end)
        ]
    )


def target(one: Indicator, document: Document) -> dict[str, Any] | str:
    """A row of a table as name, figure and unit; a sentence as the clause that says it, in its own words."""
    line = document.lines[one.line - 1].text
    if "|" not in line or one.of is not None or one.previous is not None or "…" in one.comparison:
        at = one.span.start - document.lines[one.line - 1].span.start
        return _clause(line, at)
    out: dict[str, Any] = {"name": one.name, "value": numbers.spell(one.value), "unit": one.unit}
    if one.comparison:
        # “Tỷ lệ hộ nghèo giảm | % | 2,5” says it in the name
        out["name"] = re.sub(rf"\s+{re.escape(one.comparison)}$", "", one.name)
        out["comparison"] = one.comparison
    if one.upper is not None:
        out["upper"] = numbers.spell(one.upper)
    return out


def _clause(line: str, at: int) -> str:
    """The part of ``line`` between semicolons or full stops that holds ``at``, without its list mark."""
    stops = [0, *(m.end() for m in re.finditer(r";|\.(?=\s|$)", line)), len(line)]
    start = max(stop for stop in stops if stop <= at)
    end = min(stop for stop in stops if stop > at)
    return re.sub(r"^(?:[-–+•*]|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s+", "", line[start:end].strip()).strip(" ;.")


def missing(slots: Mapping[str, Any], skipped: Sequence[str] = ()) -> tuple[Question, ...]:
    """What is still to be asked, the most needed first; ``skipped`` are optional fields already passed over."""
    campaign = slots.get("movement") == "campaign"
    return tuple(
        question
        for question in QUESTIONS
        if not slots.get(question.field) and question.field not in skipped and (question.field != "period" or campaign)
    )


def request(slots: Mapping[str, Any]) -> Request:
    """The request those slots make. Raises UserError naming the field as the form does."""
    try:
        return read_request(slots, "Yêu cầu")
    except UserError as problem:
        told = str(problem)
        for name, label in LABELS.items():
            told = told.replace(f"“{name}”", f"“{label}”")
        raise UserError(told) from problem


def _said(text: str) -> Iterator[tuple[str, Any]]:
    head, targets = _parted(text)
    fields = dict(_fields(head, text))
    yield from fields.items()
    pasted = pasted_targets(targets) if targets else Pasted(tuple(_goals(_without_names(text))))
    # Lines nothing introduces are targets too, beside a year or a theme; alone they answer a question (`answered`).
    stated = _stated(head) if fields or targets else Stated([], [])
    rest = pasted_targets("\n".join(stated.lines)).targets if stated.lines else ()
    if pasted.targets or rest:
        yield "targets", [*pasted.targets, *rest]
    if pasted.unread:
        yield "unread", list(pasted.unread)
    if stated.left:
        yield "left", stated.left


def _without_names(text: str) -> str:
    """What is said of the theme and the signer is no part of the target beside it."""
    for pattern in (QUOTED_THEME, SIGNER, POST, BY):
        text = pattern.sub("", text)
    return text


def _goals(text: str) -> Iterator[str]:
    """Targets in running words: behind “phấn đấu”, or behind the office and the year in the sentence that asks for the text."""
    for sentence in SENTENCE_END.split(text):
        for line in sentence.split("\n"):
            yield from list(goals(line)) or _asked_in(line)


def _asked_in(sentence: str) -> Iterator[str]:
    """“Soạn chỉ thị năm 2027 cho UBND xã Nà Phai, thu ngân sách đạt 120 tỷ đồng, giảm 15 hộ nghèo”."""
    known = [m for pattern in (COMMITTEE, BODY, PLACE, YEAR, PERIOD) for m in pattern.finditer(sentence)]
    lead = THEN.match(sentence, max((m.end() for m in known), default=0))
    if lead is None or not KIND.search(sentence) or len(known) < 2:
        return
    for goal in goals(f"Phấn đấu {sentence[lead.end() :]}"):
        if not HAS.match(goal):
            yield goal


class Stated(NamedTuple):
    """Amounts outside a list of targets: whole ``lines``, and sentences ``left`` unread beside what was read of them."""

    lines: list[str]
    left: list[str]


def _stated(head: str) -> Stated:
    told = Stated([], [])
    for line in head.split("\n"):
        said = dict(_fields(line, line))
        if not said.keys() - {"year"}:
            told.lines.extend([line] if quantities(line, 0, len(line)) and not any(_goals(line)) else [])
        elif not said.keys() & {"legal_bases", "period", "movement"}:
            sentences = SENTENCE_END.split(line)
            told.left.extend(
                one for one in sentences if quantities(one, 0, len(one)) and not any(_goals(_without_names(one)))
            )
    return told


def _fields(head: str, text: str) -> Iterator[tuple[str, Any]]:
    """What ``head``, the words outside a list of targets, says of the request; names and bases may stand anywhere."""
    kind = KIND.search(head)
    if kind and not head[: kind.start()].rstrip().endswith(("năm trước", "căn cứ")):
        yield "kind", kind["kind"].capitalize()
    issuer = _issuer(head)
    if issuer:
        yield "issuer", issuer
    year = YEAR.search(head)
    if year:
        yield "year", int(year["y"])
        if year[0].lower().startswith("năm học"):
            yield "school_year", True
    period = PERIOD.search(head)
    if period:
        # “từ 15/3 đến 15/6/2026”
        yield "period", {"start": period["a"] + ("" if period["began"] else period["ended"]), "end": period["b"]}
        if not year:
            yield "year", int(period["ended"][1:])
    if CAMPAIGN.search(head):
        yield "movement", "campaign"
    theme = THEME.search(text)
    if theme or theme_of(head, ""):
        yield "theme", theme["theme"].strip(" ,") if theme else theme_of(head, "")
    signer = POST.search(text) or SIGNER.search(head)
    if signer:
        yield "signer", {"name": signer["name"], "post": (signer["post"] or "").upper()}
    bases = [match["base"].rstrip(" ,.") for match in BASE.finditer(text)]
    if bases:
        yield "legal_bases", bases


def _parted(text: str) -> tuple[str, str]:
    """The words of the request, and the targets that follow “chỉ tiêu …:” or stand in a table."""
    table = re.search(r"^[^\n]*(?:\t|\|)[^\n]*$", text, re.MULTILINE)
    lead = next(
        (
            m
            for m in TARGETS.finditer(text)
            if m[0].rstrip().endswith((":", "như sau")) or text[m.end() - 1 : m.end()] == "\n"
        ),
        None,
    )
    starts = [m for m in (table.start() if table else None, lead.end() if lead else None) if m is not None]
    if not starts:
        return text, ""
    at = min(starts)
    stop = re.search(rf"\n\s*\n(?=[{CAPITAL}][^\n:]*:)|\n(?=(?:Chủ đề|Người ký|Nơi nhận|Căn cứ))", text[at:])
    end = at + stop.start() if stop else len(text)
    return text[:at] + text[end:], text[at:end]


def _issuer(text: str) -> str:
    committee = COMMITTEE.search(text) or PLACE.search(text)
    if committee:
        return f"Ủy ban nhân dân {committee['unit']}"
    body = BODY.search(text)
    return body["body"].strip() if body else ""


def answered(asked: str, text: str) -> Slots:
    """A bare answer to a question: “xã Nà Phai”, “2027”, “Gần dân, sát việc”."""
    said = " ".join(text.split()).strip(" .")
    if asked == "issuer" and said:
        unit = re.fullmatch(_UNIT, said)
        return {
            "issuer": f"Ủy ban nhân dân {said}" if unit else re.sub(r"^(?:UBND|ubnd)(?= )", "Ủy ban nhân dân", said)
        }
    if asked == "year" and re.fullmatch(r"20\d{2}", said):
        return {"year": int(said)}
    if asked == "theme" and said:
        return {"theme": said.strip('“”"')}
    if asked == "targets":
        pasted = pasted_targets(text)
        return {name: list(found) for name, found in pasted._asdict().items() if found}
    if asked == "signer":
        named = re.match(rf"(?P<name>[{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,4}})(?:,? (?P<post>[^,]+))?$", said)
        return {"signer": {"name": named["name"], "post": (named["post"] or "").upper()}} if named else {}
    return {}


def _once(targets: Sequence[dict[str, Any] | str]) -> Iterator[dict[str, Any] | str]:
    """Of two targets of one name the later one holds."""
    named = {(one["name"].lower() if isinstance(one, dict) else one.lower()): one for one in targets}
    yield from named.values()
