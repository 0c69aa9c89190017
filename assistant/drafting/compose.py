"""A directive where there is none of last year: section texts, the request, and what precedents may lend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from assistant import form
from assistant.draft import BLANK, Draft, Origin, Provenance, Run, assemble
from assistant.drafting.bodies import Body, body_of, kindred
from assistant.drafting.contents import contents
from assistant.drafting.prompt import Prompt
from assistant.index.tokens import fold, syllables
from assistant.precedents.precedent import Precedent
from assistant.request import Request, Target
from assistant.rolling.changes import cited_on, wordings
from assistant.rolling.localities import refuse_ended_level
from checks.facts import dates
from checks.facts.numbers import to_roman
from checks.letters import CAPITAL, SMALL

ANNUAL = ("goal", "targets", "content", "period", "implementation")
CAMPAIGN = ("goal", "period", "targets", "content", "reward", "implementation")
NOTED = re.compile(r"\{\{(?P<what>[^{}]+)\}\}")
LENT = 3
"""At most so many paragraphs are borrowed from precedents."""
MORE = 2
"""Items that a second theme adds to those of the first."""
TOUCHING = 2
"""Pairs of syllables that a borrowed paragraph has in common with the theme and the targets."""
PARENTLESS = ("province", "commune", "district", "ministry")
PARENT = "Chưa có cơ quan chủ quản: nếu có, ghi tên cơ quan đó phía trên tên cơ quan ban hành."
FRESH = 3
"""Years after which a precedent's concerns are those of another time."""
# What may stand in any directive: no figure, no quoted name, nothing said of one place or one year, of units merged.
LOCAL = re.compile(
    r"[\d“”\"]|(?:xã|phường|huyện|tỉnh|thôn) cũ|[Ss]ắp xếp (?:tổ chức|đơn vị|bộ máy)|[Ss]áp nhập|[A-ZĐ]{2,}"
    rf"|[{SMALL},;:]\s(?:[{CAPITAL}][{SMALL}]+\s){{1,3}}[{CAPITAL}][{SMALL}]+"
)
KNOWN = re.compile(
    r"Nhân dân|Nhà nước|Đảng|Tổ quốc|Hội đồng Thi đua - Khen thưởng|Mặt trận Tổ quốc(?: Việt Nam)?|Ủy ban|Hội đồng|Chủ tịch|Bác Hồ|Bác"
)


class Parts(NamedTuple):
    """What the section texts are filled with."""

    request: Request
    kind: str
    body: Body
    values: dict[str, str]


def compose(request: Request, precedents: Sequence[Precedent] = ()) -> Draft:
    """The draft; ``precedents`` are the nearest first. Raises UserError for a body the law has ended."""
    refuse_ended_level(request, request.as_of)
    parts = _parts(request)
    used: list[str] = []
    runs = list(_runs(parts, precedents, used))
    return assemble(runs, f"dự thảo {request.year}", tuple(dict.fromkeys(used)))


def _parts(request: Request) -> Parts:
    kind = request.kind or ("Chỉ thị" if request.level in ("province", "commune", "district") else "Kế hoạch")
    body = body_of(request)
    year, school = request.year, request.school_year
    name = f"năm học {year} - {year + 1}" if school else f"năm {year}"
    end = dates.spell(request.period.end if request.period else _year_end(request))
    asked = request.period
    values = {
        **body.names,
        "period_name": name,
        "period_start": f"{name[0].upper()}{name[1:]}",
        "period_kind": "năm học" if school else "năm",
        "period_before": f"năm học {year - 1} - {year}" if school else f"năm {year - 1}",
        "theme": request.theme or "{{Chủ đề thi đua}}",
        "end": end,
        "campaign_start": dates.spell(asked.start) if asked else "ngày {{Ngày bắt đầu đợt thi đua}}",
        "campaign_end": dates.spell(asked.end) if asked else "ngày {{Ngày kết thúc đợt thi đua}}",
        "document": "nội dung phát động này" if kind == "Phát động" else f"{kind} này",
        "targets": "\n".join(_targets(request)),
    }
    return Parts(request, kind, body, values)


def _year_end(request: Request) -> date:
    """The year ends on 31 December, the school year on 31 May."""
    return date(request.year + 1, 5, 31) if request.school_year else date(request.year, 12, 31)


def _targets(request: Request) -> Iterator[str]:
    if not request.targets:
        yield "- {{Các chỉ tiêu thi đua, mỗi chỉ tiêu một dòng}}."
    for target in request.targets:
        text = target.text if isinstance(target, Target) else form.bare(target)
        yield f"- {text[0].upper()}{text[1:]}."


def _runs(parts: Parts, precedents: Sequence[Precedent], used: list[str]) -> Iterator[Run]:
    request = parts.request
    yield from _head(parts)
    yield from _bases(parts, used)
    folder = f"sections/{request.movement}"
    yield from _section(parts, Prompt.load(f"{folder}/opening"), used, 0)
    roles = ANNUAL if request.movement == "annual" else CAMPAIGN
    for number, role in enumerate(roles, 1):
        if role == "content":
            yield from _contents(parts, precedents, used, number)
        else:
            yield from _section(parts, Prompt.load(f"{folder}/{role}"), used, number)
    yield from _section(parts, Prompt.load(f"{folder}/closing"), used, 0)
    yield from _tail(parts)


def _head(parts: Parts) -> Iterator[Run]:
    request = parts.request
    above, *below = form.issuer_lines(request.issuer, request.parent)
    own = bool(request.parent) or request.level in PARENTLESS or request.issuer.startswith(("Tỉnh ủy", "Thành ủy"))
    yield _line(above, "request")._replace(note="" if own else PARENT)
    for line in below:
        yield _line(line, "request")
    yield _line("")
    for line in form.motto(request.issuer):
        yield _line(line)
    yield _line("")
    number = form.number_line(request, form.sign(parts.kind, request.issuer))
    yield _line(number, "request" if request.number else "section-text", what="Số văn bản")
    yield _line("")
    place = form.seat(request)
    year = request.as_of.year if request.period else request.year
    dated = form.place_line(request, place, year)
    yield _line(
        dated,
        "request" if request.date else "section-text",
        what=f"{'Ngày' if place else 'Địa danh; ngày'}, tháng ban hành",
    )
    yield _line("")
    yield _line(parts.kind.upper(), "request")
    name = parts.values["period_name"]
    annual = f"phong trào thi đua {name}"
    campaign = f"đợt thi đua “{request.theme}”" if request.theme else f"đợt thi đua {BLANK} {name}"
    launched = annual if request.movement == "annual" else campaign
    # Below “PHÁT ĐỘNG” the word would be said twice.
    title = f"{launched[0].upper()}{launched[1:]}" if parts.kind == "Phát động" else f"Phát động {launched}"
    yield _line(request.subject or title, "request", what="Tên đợt thi đua")
    yield _line("")


def _bases(parts: Parts, used: list[str]) -> Iterator[Run]:
    """Those of the request; else the law and the decree of the day, and a blank for what is the office's own."""
    asked = parts.request.legal_bases
    if asked:
        lines = [base.rstrip(";,. ") for base in asked]
        for i, base in enumerate(lines):
            opened = base if form.LEGAL_BASE.match(base) else f"Căn cứ {base}"
            yield _line(f"{opened}{',' if i == len(lines) - 1 else ';'}\n", "request")
        return
    law, decree = cited_on(parts.request.as_of)
    prompt = Prompt.first(f"sections/bases-{parts.body.manner}", "sections/bases")
    used.append(prompt.version)
    text = prompt.render(**parts.values, law=law, decree=decree)
    for line in text.strip().split("\n\n"):
        yield from _blanked(f"{line}\n\n", Provenance("section-text", prompt.version, "Căn cứ", 1.0))


def _section(parts: Parts, prompt: Prompt, used: list[str], number: int, item: int = 0, most: int = 0) -> Iterator[Run]:
    """Headings numbered as the kind of document has it: “1.” and “1.1.” in a chỉ thị, else “I.” and “1.”.

    ``most``: so many items of it, without the heading of the section.
    """
    used.append(prompt.version)
    directive, heading = parts.kind == "Chỉ thị", ""
    blocks = prompt.render(**parts.values).strip().split("\n\n")
    for block in blocks[1 : 1 + 2 * most] if most else blocks:
        origin: Origin = "request" if parts.values["targets"] == block and parts.request.targets else "section-text"
        if block.startswith("## "):
            item += 1
            text = f"{number}.{item}. {block[3:]}" if directive else f"{item}. {block[3:]}"
        elif block.startswith("# "):
            heading = block[2:]
            text = f"{number}. {heading}" if directive else f"{to_roman(number)}. {heading.upper()}"
        else:
            text = block
        id_ = "" if origin == "request" else prompt.version
        yield from _blanked(f"{text}\n\n", Provenance(origin, id_, heading, 1.0))


def _contents(parts: Parts, precedents: Sequence[Precedent], used: list[str], number: int) -> Iterator[Run]:
    """Those of the first theme whole, of another what is most its own, which its text says first; then what is lent."""
    found = contents(parts.request, parts.body)
    first, *others = found.texts
    yield from _section(parts, first, used, number)
    item = first.text.count("\n## ")
    for other in others:
        yield from _section(parts, other, used, number, item, MORE)
        item += MORE
    lent = list(_lent(parts, precedents, "\n".join((*found.words, *(prompt.text for prompt in found.texts)))))
    if lent:
        yield from _section(parts, Prompt.load("sections/lent"), used, number, item)
    yield from lent


def _blanked(text: str, provenance: Provenance) -> Iterator[Run]:
    """``{{what}}`` becomes a blank that says what belongs there."""
    at = 0
    for match in NOTED.finditer(text):
        if match.start() > at:
            yield Run(text[at : match.start()], provenance, kept=True)
        yield Run(BLANK, provenance, what=match["what"])
        at = match.end()
    yield Run(text[at:], provenance, kept=True)


def _lent(parts: Parts, precedents: Sequence[Precedent], own: str) -> Iterator[Run]:
    """Paragraphs of the nearest bodies of its kind on what this request is about, one a body, word by word.

    None says anything of its own place or year, nor what ``own``, the section texts, say already.
    """
    request = parts.request
    targets = [form.bare(target) if isinstance(target, str) else target.name for target in request.targets]
    asked = _pairs(" ".join((request.theme, *targets))) - _pairs(own)
    kind = kindred(request.issuer, request.level)
    said = [frozenset(syllables(fold(own)))]
    lenders: set[str] = set()
    for precedent in precedents:
        if (
            kindred(precedent.issuer, precedent.level) != kind
            or _old(precedent, request)
            or precedent.issuer in lenders
        ):
            continue
        section = precedent.document.section("content")
        if section is None:
            continue
        lines = precedent.document.text[slice(*section.body)].split("\n")
        general = (text for line in lines if _general(text := _unnumbered(line), parts))
        shared, near = max(((len(_pairs(text) & asked), text) for text in general), default=(0, ""))
        words = frozenset(syllables(fold(near)))
        if shared < TOUCHING or any(len(words & other) > 0.8 * len(words) for other in said):
            continue
        said.append(words)
        lenders.add(precedent.issuer)
        note = f"Lấy nguyên văn từ văn bản của {precedent.issuer or precedent.id}, {precedent.year or 'không rõ năm'}: giữ, sửa hoặc bỏ."
        yield Run(f"{near}\n\n", Provenance("precedent", precedent.id, section.heading, 1.0), kept=True, note=note)
        if len(said) > LENT:
            return


def _unnumbered(line: str) -> str:
    return re.sub(r"^(?:\d+(?:\.\d+)*\.|[a-zđ]\)|[-–+])\s*", "", line.strip())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Syllables side by side: “hộ nghèo”, “ngân sách”."""
    return frozenset(pairwise(syllables(text.lower())))


def _old(precedent: Precedent, request: Request) -> bool:
    return precedent.year is None or not 0 <= request.year - precedent.year <= FRESH


def _general(text: str, parts: Parts) -> bool:
    """A whole sentence or more that could stand in any directive of the level, and is not overtaken by a law."""
    if not 80 <= len(text) <= 500 or not text.endswith(".") or not text[0].isupper() or text.startswith("Thứ "):
        return False
    if LOCAL.search(KNOWN.sub("x", text)) or " | " in text:
        return False
    return not any(w.match.search(text) for w in wordings() if w.since <= parts.request.as_of)


def _tail(parts: Parts) -> Iterator[Run]:
    request, names = parts.request, parts.body.names
    yield _line("Nơi nhận:")
    asked, party = bool(request.recipients), form.is_party(request.issuer)
    mark = "," if party else ";"
    for line in form.recipient_lines(request.recipients or parts.body.recipients, names["filing"], mark):
        note = "" if asked or not form.FILED.match(form.bare(line)) else "Nơi nhận lấy theo mẫu: hãy kiểm tra."
        yield _line(line, "request" if asked else "section-text")._replace(note=note)
    yield _line("")
    signer = request.signer
    plan = (parts.kind != "Chỉ thị" or party) and names["collective"]
    default = (names["collective"], names["head"]) if plan else (names["head"],)
    above = (signer.authority, signer.post) if signer and signer.post else default
    *posts, name = form.signature_lines(above, signer.name if signer else "")
    for post in posts:
        yield _line(post, "request" if signer else "section-text")
    yield _line("")
    yield _line(name, "request" if signer else "section-text", what="Họ và tên người ký")


def _line(text: str, origin: Origin = "section-text", what: str = "") -> Run:
    return Run(f"{text}\n", Provenance(origin, "", "", 1.0), BLANK not in text, what)
