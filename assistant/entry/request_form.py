"""The request as an officer fills it in: words in fields, last year's targets beside this year's; no browser here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.request import Request, read_request
from checks.document import Document
from checks.errors import UserError
from checks.facts.indicators import Indicator
from checks.letters import capital
from checks.report.comparison import amount

Values = Mapping[str, str]
LABELS = {
    "issuer": "Cơ quan ban hành",
    "parent": "Cơ quan chủ quản",
    "year": "Năm phát động",
    "movement": "Loại phong trào",
    "kind": "Loại văn bản",
    "theme": "Chủ đề thi đua",
    "number": "Số văn bản",
    "place": "Địa danh",
    "date": "Ngày ban hành",
    "start": "Ngày bắt đầu đợt thi đua",
    "end": "Ngày kết thúc đợt thi đua",
    "authority": "Quyền hạn ký",
    "post": "Chức vụ người ký",
    "name": "Họ và tên người ký",
    "legal_bases": "Căn cứ của năm nay, mỗi căn cứ một dòng",
    "recipients": "Nơi nhận, mỗi nơi một dòng",
    "targets": "Chỉ tiêu khác, mỗi chỉ tiêu một dòng",
}
MOVEMENTS = {"annual": "Cả năm", "school": "Năm học", "campaign": "Đợt, cao điểm có thời gian riêng"}
KINDS = ("Chỉ thị", "Kế hoạch", "Phát động")
FIGURE = re.compile(r"\d[\d.,]*")
FIGURES = re.compile(r"[\d.,/ –-]+")
RANGE = re.compile(rf"({FIGURE.pattern})\s*[-–]\s*({FIGURE.pattern})")


def filled_from(last: Document) -> dict[str, str]:
    """What last year's directive tells of this year's; its theme and figures are not among it."""
    movement = "school" if last.school_year else ("campaign" if last.movement == "campaign" else "annual")
    return {
        "issuer": last.issuer,
        "year": str(last.year + 1) if last.year else "",
        "movement": movement,
    }


def target_label(one: Indicator) -> str:
    """“Thu ngân sách nhà nước trên địa bàn (tỷ đồng)”."""
    unit = one.unit.removeprefix("x/x ")
    name = capital(one.name)
    return f"{name} ({unit})" if unit else name


def last_amount(one: Indicator) -> str:
    """“Năm trước: đạt 76,2 tỷ đồng”."""
    return f"Năm trước: {amount(one)}"


def request(values: Values, targets: Sequence[tuple[Indicator, str]] = ()) -> Request:
    """The request those fields make; ``targets``: last year's with what was typed for this year.

    Raises UserError, naming the field as the form does.
    """
    try:
        return read_request(dict(_given(values, targets)), "Phiếu yêu cầu")
    except UserError as problem:
        problem.args = (_as_labelled(str(problem)),)
        raise


def _as_labelled(sentence: str) -> str:
    for name, label in {**LABELS, "period": "Thời gian của đợt", "signer": "Người ký"}.items():
        sentence = re.sub(rf"“(?:period, |signer, )?{name}(?: \d+)?(?:, \w+)?”", f"“{label}”", sentence)
    sentence = re.sub(r"có trường (“[^”]+”) không được để trống", r"còn để trống ô \1: hãy điền rồi soạn lại", sentence)
    return sentence.replace("có trường", "có ô").replace(" theo mẫu “chithi draft --template”", "")


def _given(values: Values, targets: Sequence[tuple[Indicator, str]]) -> Iterator[tuple[str, Any]]:
    def said(name: str) -> str:
        return values.get(name, "").strip()

    yield "issuer", said("issuer")
    yield "year", int(said("year")) if said("year").isdigit() else said("year")
    yield "movement", "campaign" if said("movement") == "campaign" else "annual"
    yield "school_year", said("movement") == "school"
    for name in ("parent", "kind", "theme", "number", "place", "date"):
        if said(name):
            yield name, said(name)
    for name in ("legal_bases", "recipients"):
        if said(name):
            yield name, _lines(said(name))
    if said("start") or said("end"):
        yield "period", {"start": said("start"), "end": said("end")}
    if any(said(name) for name in ("authority", "post", "name")):
        yield "signer", {name: said(name) for name in ("authority", "post", "name")}
    asked = [_target(one, typed.strip()) for one, typed in targets if typed.strip()] + _lines(said("targets"))
    if asked:
        yield "targets", asked


def _target(one: Indicator, typed: str) -> dict[str, str] | str:
    """A table where a figure was typed, else the words themselves."""
    comparison = "" if "…" in one.comparison else one.comparison
    if FIGURE.fullmatch(typed) and not one.unit.startswith("x/x"):
        return {"name": one.name, "comparison": comparison, "value": typed, "unit": one.unit}
    both = RANGE.fullmatch(typed)
    if both and not one.unit.startswith("x/x"):
        return {"name": one.name, "comparison": comparison, "value": both[1], "upper": both[2], "unit": one.unit}
    unit = one.unit.removeprefix("x/x ")
    # “07/16” needs its unit, “cao hơn năm 2026” does not.
    ends = "" if not unit or not FIGURES.fullmatch(typed) else unit if unit == "%" else f" {unit}"
    return " ".join(f"{one.name} {comparison} {typed}{ends}".split())


def _lines(text: str) -> list[str]:
    return [line.strip().lstrip("-•+ ").strip() for line in text.splitlines() if line.strip("-•+ \t")]
