"""Fields of a request picked out by a model from what an officer wrote; what does not stand there word by word is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.drafting.answer import bare
from assistant.drafting.prompt import Prompt
from assistant.drafting.write import data
from assistant.entry.reading import Slots, answered
from assistant.entry.request_form import KINDS, LABELS
from assistant.faults import ModelFault
from assistant.model import Message, Model

FIELDS = ("issuer", "kind", "year", "theme", "start", "end", "name", "post", "legal_bases", "recipients", "targets")
MANY = ("legal_bases", "recipients", "targets")
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        name: {"type": "array", "items": {"type": "string"}} if name in MANY else {"type": "string"} for name in FIELDS
    },
    "required": list(FIELDS),
    "additionalProperties": False,
}
BODIES = (("ubnd", "ủy ban nhân dân"), ("uỷ ban", "ủy ban"), ("hđnd", "hội đồng nhân dân"))
# A target ends where its clause ends: “thu 12” is not all of “thu 12 tỷ đồng”.
CLAUSE_END = re.compile(r"\s*(?:[,;.](?!\d)|\n|$|và\s)")
# “không giao chỉ tiêu | xóa 12 nhà tạm”: words before a value, in its clause, that turn it about
DENIED = re.compile(r"(?<!\w)(?:không(?! (?:những|chỉ|ngừng))|chưa|đừng|bỏ|thôi|khỏi)(?!\w)[^,;:.\n]*\Z")


class Picked(NamedTuple):
    """``slots`` stand in the text; ``dropped`` are sentences about what did not."""

    slots: Slots
    dropped: tuple[str, ...] = ()


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)
    issuer: str = ""
    kind: str = ""
    year: str | int = ""
    theme: str = ""
    start: str = ""
    end: str = ""
    name: str = ""
    post: str = ""
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def pick(text: str, wanted: Sequence[str], model: Model) -> Picked:
    """The ``wanted`` fields of the request in ``text``. Raises ModelFault, and UserError for a text that may not be sent."""
    fields = "\n".join(f"- {name}: {_asked(name)}" for name in wanted)
    told = Prompt.load("model/slots").render(fields=fields)
    messages = [Message("system", told), Message("user", data(1, "lời của người soạn", text))]
    received = "".join(model(messages, SCHEMA))
    try:
        answer = _Answer.model_validate_json(bare(received))
    except ValidationError as error:
        raise ModelFault("broken", received) from error
    slots: Slots = {}
    dropped: list[str] = []
    for name in wanted:
        said = getattr(answer, name)
        for value in said if isinstance(said, tuple) else (str(said),):
            kept, why = _judged(name, " ".join(value.split()), text)
            if why:
                dropped.append(f"“{value}” ({LABELS[name].partition(', mỗi')[0]}) {why}: đã bỏ.")
            elif kept:
                slots |= {name: [*slots.get(name, ()), kept] if name in MANY else kept}
    return Picked(dict(_arranged(slots)), tuple(dropped))


def _asked(name: str) -> str:
    return f"{LABELS[name].partition(', mỗi')[0]}{' (danh sách)' if name in MANY else ''}"


def _judged(name: str, value: str, text: str) -> tuple[str, str]:
    """The value as it may enter, or why it may not."""
    if not value or value == "………":
        return "", ""
    found = list(_places(value, text))
    if not found:
        return "", "không có nguyên văn trong lời anh, chị viết"
    folded = _folded(text)
    if all(DENIED.search(folded[:start]) for start, _ in found):
        return "", "đi sau một từ phủ định"
    if name == "targets" and not any(CLAUSE_END.match(folded, end) for _, end in found):
        return "", "không phải trọn một chỉ tiêu"
    if name == "kind":
        return next(
            ((kind, "") for kind in KINDS if kind.lower() == value.lower()), ("", "không phải loại văn bản ở đây")
        )
    if name == "issuer":
        return str(answered(name, value)["issuer"]), ""
    if name == "year":
        return (value, "") if re.fullmatch(r"20\d\d", value) else ("", "không phải là một năm")
    return value, ""


def _places(value: str, text: str) -> Iterator[tuple[int, int]]:
    """Where ``value`` stands in the folded text as whole words and whole figures."""
    words = r"\s+".join(re.escape(word) for word in _folded(value).split())
    pattern = rf"(?<![\w])(?<!\d[.,/-]){words}(?![\w]|[.,/-]\d)"
    yield from ((m.start(), m.end()) for m in re.finditer(pattern, _folded(text)))


def _folded(text: str) -> str:
    plain = re.sub(r"[ \t]+", " ", text.casefold())
    for short, long in BODIES:
        plain = plain.replace(short, long)
    return plain


def _arranged(slots: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """As the parsers give them."""
    for name, value in slots.items():
        if name not in ("start", "end", "name", "post"):
            yield name, int(value) if name == "year" else value
    if slots.get("start") and slots.get("end"):
        yield "period", {"start": slots["start"], "end": slots["end"]}
    if slots.get("name") or slots.get("post"):
        yield "signer", {"name": slots.get("name", ""), "post": str(slots.get("post", "")).upper()}


def unread(slots: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields code has not read; none where it has read all that matters."""
    if all(slots.get(name) for name in ("issuer", "year", "theme", "targets", "signer")):
        return ()
    read = {*slots, *(("start", "end") if "period" in slots else ()), *(("name", "post") if "signer" in slots else ())}
    return tuple(name for name in FIELDS if name not in read)
