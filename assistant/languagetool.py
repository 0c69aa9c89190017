"""LanguageTool's protocol as values: a request read from its bytes, an answer made of findings.

Offsets are UTF-16 code units, as every client of LanguageTool counts. Only rules that judge a text are asked: through
this protocol comes a paragraph at a time, which has no recipients and no signature to miss.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from checks import engine
from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

LONGEST = 100_000
"""Most code points of one text; an office's longest directive has a quarter of that."""
LANGUAGES = (
    {"name": "Vietnamese", "code": "vi", "longCode": "vi-VN"},
    {"name": "Vietnamese", "code": "vi", "longCode": "vi"},
)
ACCEPTED = ("vi", "vi-vn", "auto")
CONTEXT = 40
"""Characters shown on either side of a match."""
SUGGESTIONS = 10

# Folder of a rule: category id and name, issue type of ITS 2.0
KINDS: Mapping[str, tuple[str, str, str]] = {
    "spelling": ("TYPOS", "Chính tả", "misspelling"),
    "typography": ("TYPOGRAPHY", "Dấu câu", "typographical"),
    "capitals": ("CASING", "Viết hoa", "typographical"),
    "terms": ("CONFUSED_WORDS", "Thuật ngữ", "terminology"),
    "consistency": ("STYLE", "Thống nhất cách viết", "inconsistency"),
    "indicators": ("SEMANTICS", "Số liệu", "numbers"),
    "citations": ("SEMANTICS", "Viện dẫn", "inconsistent-entities"),
    "staleness": ("SEMANTICS", "Nội dung đã cũ", "non-conformance"),
}
OTHER = ("MISC", "Khác", "non-conformance")


SOFTWARE = {"name": "chithi", "buildDate": "", "apiVersion": 1, "premium": False, "premiumHint": "", "status": ""}


class RefusedError(Exception):
    """A request that cannot be answered: an HTTP status and LanguageTool's plain “Error: …”."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Query(NamedTuple):
    """What a client asks. ``text`` is NFC; answers count in ``raw``, which need not be."""

    text: str
    language: str
    disabled_rules: frozenset[str]
    enabled_rules: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_categories: frozenset[str]
    enabled_only: bool
    picky: bool
    token: str
    raw: str
    """The text as the client sent it: its offsets are what must be answered."""


def fields(body: bytes) -> dict[str, str]:
    """The form fields of a body, percent-encoded or raw as LibreOffice 7.4 sends it.

    A raw body is known by bytes that an encoded one cannot hold. Its text runs from ``text=`` to the last
    ``&language=``: “&”, “+” and “%20” in it are the author's own.
    """
    encoded = all(byte > 0x20 and byte < 0x7F for byte in body)
    if not encoded and body.startswith((b"text=", b"data=")):
        name, _, rest = body.partition(b"=")
        text, cut, tail = rest.rpartition(b"&language=")
        if not cut:
            return {name.decode(): rest.decode("utf-8", "replace")}
        out = {name.decode(): text.decode("utf-8", "replace")}
        out.update(fields(b"language=" + tail))
        return out
    parsed = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
    return {name: values[-1] for name, values in parsed.items()}


def query(form: Mapping[str, str]) -> Query:
    """The request behind the form. Raises RefusedError for what LanguageTool refuses."""
    if "text" in form and "data" in form:
        raise RefusedError(400, "Set only 'text' or 'data' parameter, not both")
    if "text" not in form and "data" not in form:
        raise RefusedError(400, "Missing 'text' or 'data' parameter")
    if not form.get("language"):
        raise RefusedError(400, "Missing 'language' parameter, e.g. 'language=vi' or 'language=auto'")
    if form["language"].lower() not in ACCEPTED:
        raise RefusedError(
            400, f"'{form['language'][:40]}' is not a language code known to this server: use vi, vi-VN or auto"
        )
    raw = form["text"] if "text" in form else _annotated(form["data"])
    if len(raw) > LONGEST:
        raise RefusedError(413, f"Your text exceeds the limit of {LONGEST} characters (it's {len(raw)} characters)")
    enabled_only = form.get("enabledOnly", "").lower() in ("true", "yes")
    asked = {
        name: frozenset(part.strip() for part in form.get(name, "").split(",") if part.strip())
        for name in ("disabledRules", "enabledRules", "disabledCategories", "enabledCategories")
    }
    if enabled_only and (asked["disabledRules"] or asked["disabledCategories"]):
        raise RefusedError(400, "You cannot specify disabled rules or categories using enabledOnly=true")
    if enabled_only and not (asked["enabledRules"] or asked["enabledCategories"]):
        raise RefusedError(400, "You must specify enabled rules or categories when using enabledOnly=true")
    return Query(
        text=unicodedata.normalize("NFC", raw),
        language=form["language"],
        disabled_rules=asked["disabledRules"],
        enabled_rules=asked["enabledRules"],
        disabled_categories=asked["disabledCategories"],
        enabled_categories=asked["enabledCategories"],
        enabled_only=enabled_only,
        picky=form.get("level", "default").lower() == "picky",
        token=form.get("apiKey", ""),
        raw=raw,
    )


def _annotated(data: str) -> str:
    """The text of ``data``: markup counts in the offsets, what it is read as does not, so it becomes blanks."""
    try:
        value = json.loads(data)
        if isinstance(value.get("text"), str):
            return str(value["text"])
        parts = [(part.get("text"), part.get("markup"), part.get("interpretAs", "")) for part in value["annotation"]]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RefusedError(
            400, "Could not parse the 'data' parameter: it must be JSON with 'text' or 'annotation'"
        ) from error
    out = []
    for text, markup, read_as in parts:
        if isinstance(text, str):
            out.append(text)
        elif isinstance(markup, str):
            # A line end in markup parts paragraphs; anything else is a blank of the same length.
            end = "\n" in str(read_as) or "\n" in markup
            out.append("".join("\n" if end and c == "\n" else " " for c in markup) if markup else "")
        else:
            raise RefusedError(400, "Each 'annotation' needs a 'text' or a 'markup'")
    return "".join(out)


def rule_id(name: str) -> str:
    """“near-miss” is ``VI_NEAR_MISS`` among the rules of other languages."""
    return "VI_" + name.upper().replace("-", "_")


def kind(rule: Rule) -> tuple[str, str, str]:
    """Category id, its name and the issue type of a rule."""
    return KINDS.get(type(rule).__module__.split(".")[-2], OTHER)


def chosen(asked: Query, rules: Iterable[Rule]) -> list[Rule]:
    """The rules of text that the client has not switched off."""
    out = []
    for rule in rules:
        if rule.scope != "text":
            continue
        name, category = rule_id(rule.name()), kind(rule)[0]
        wanted = name in asked.enabled_rules or category in asked.enabled_categories
        if asked.enabled_only and not wanted:
            continue
        if not wanted and (name in asked.disabled_rules or category in asked.disabled_categories):
            continue
        out.append(rule)
    return out


def answer(
    asked: Query, rules: Sequence[Rule], version: str, known_words: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """LanguageTool's JSON. ``known_words`` are the office's own, folded: nothing within them is a spelling error."""
    report = engine.check(Document.parse(asked.text), chosen(asked, rules))
    by_name = {rule.name(): rule for rule in rules}
    places = _Utf16(asked)
    matches = [
        _match(asked.text, finding, by_name[finding.rule], places)
        for finding in report.findings
        if (asked.picky or finding.severity is not Severity.STYLE)
        and not _known(asked.text, finding, by_name, known_words)
    ]
    found = {"name": "Tiếng Việt", "code": "vi-VN"}
    return {
        "software": {**SOFTWARE, "version": version},
        "warnings": {"incompleteResults": report.crashed},
        "language": {**found, "detectedLanguage": {**found, "confidence": 1.0, "source": "chithi"}},
        "matches": matches,
        "sentenceRanges": [],
    }


def _known(text: str, finding: Finding, rules: Mapping[str, Rule], words: frozenset[str]) -> bool:
    return bool(words) and kind(rules[finding.rule])[0] == "TYPOS" and text[slice(*finding.span)].casefold() in words


def _match(text: str, finding: Finding, rule: Rule, places: _Utf16) -> dict[str, Any]:
    start, end = finding.span
    category, category_name, issue = kind(rule)
    # An insertion has no width: the word before it carries the mark and is repeated in the repair.
    if start == end:
        while start > 0 and not text[start - 1].isspace():
            start -= 1
    repair = [] if finding.fix is None else [text[start : finding.span.start] + finding.fix.replacement]
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before, after = "..." if left else "", "..." if right < len(text) else ""
    shown = text[left:right].replace("\n", " ")
    sentence = text[max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1 : right].split("\n")[0].strip()
    return {
        "message": finding.message,
        "shortMessage": category_name,
        "replacements": [{"value": value} for value in repair[:SUGGESTIONS]],
        "offset": places.at(start),
        "length": places.at(end) - places.at(start),
        "context": {
            "text": f"{before}{shown}{after}",
            "offset": len(before) + utf16(text[left:start]),
            "length": utf16(text[start:end]),
        },
        "sentence": sentence,
        "type": {"typeName": "Hint" if finding.severity is Severity.STYLE else "Other"},
        "rule": {
            "id": rule_id(finding.rule),
            "description": rule.title(),
            "issueType": issue if finding.severity is not Severity.STYLE else "style",
            "category": {
                "id": category if finding.severity is not Severity.STYLE or category == "TYPOS" else "STYLE",
                "name": category_name,
            },
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class _Utf16:
    """Offsets of the NFC text as offsets of what the client sent, in UTF-16 code units."""

    def __init__(self, asked: Query) -> None:
        self._same = asked.raw == asked.text
        self._text = asked.text
        self._raw = asked.raw

    def at(self, offset: int) -> int:
        if self._same:
            return utf16(self._text[:offset])
        return utf16(self._raw[: self._raw_offset(offset)])

    def _raw_offset(self, offset: int) -> int:
        """The shortest prefix of the raw text that composes to the first ``offset`` code points."""
        low, high = offset, len(self._raw)
        while low < high:
            middle = (low + high) // 2
            if len(unicodedata.normalize("NFC", self._raw[:middle])) >= offset:
                high = middle
            else:
                low = middle + 1
        while low < len(self._raw) and unicodedata.combining(self._raw[low]):
            low += 1
        return low
