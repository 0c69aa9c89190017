"""LanguageTool's requests: what a client asks, read from its bytes; what LanguageTool refuses is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qs

from assistant.annotated import Annotated, from_json, plain

LONGEST = 100_000
"""Most code points of one text; an office's longest directive has a quarter of that."""
ACCEPTED = ("vi", "vi-vn", "auto")
LEVELS = (
    "default", "picky", "academic", "clarity", "professional", "creative", "customer", "jobapp", "objective", "elegant",
)  # fmt: skip
"""What LanguageTool 6.6 takes; all but “picky” ask for rules that we do not have."""
MOST_FIELDS = 50
# “text=Xử lý R&D&disabledRules=A&level=picky&language=vi”
OPTIONS = re.compile(rb"(?:&(?:(?:en|dis)abled(?:Rules|Categories)|enabledOnly|level|motherTongue)=[\w,+%.-]*)+$")


class RefusedError(Exception):
    """A request that cannot be answered: an HTTP status and LanguageTool's plain “Error: …”."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Query(NamedTuple):
    """What a client asks."""

    annotated: Annotated
    language: str
    disabled_rules: frozenset[str]
    enabled_rules: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_categories: frozenset[str]
    enabled_only: bool
    picky: bool
    token: str


def fields(body: bytes) -> dict[str, str]:
    """The form fields of a body, percent-encoded or raw as LibreOffice 7.4 sends it.

    A raw body is known by bytes that an encoded one cannot hold. Its text runs from ``text=`` to the last
    ``&language=``, or to the options of a hand-written request before that: “&”, “+” and “%20” in it are the author's own.
    """
    encoded = all(byte > 0x20 and byte < 0x7F for byte in body)
    if not encoded and body.startswith((b"text=", b"data=")):
        name, _, rest = body.partition(b"=")
        text, cut, tail = rest.rpartition(b"&language=")
        if not cut:
            return {name.decode(): rest.decode("utf-8", "replace")}
        options = OPTIONS.search(text)
        own = text[: options.start()] if options else text
        return {name.decode(): own.decode("utf-8", "replace"), **fields(text[len(own) + 1 :] + b"&language=" + tail)}
    try:
        parsed = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise RefusedError(400, f"More than {MOST_FIELDS} fields") from None
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
    level = form.get("level", "").lower() or "default"
    if level not in LEVELS:
        raise RefusedError(
            400, f"Unknown value '{level[:40]}' for parameter 'level'. Valid values: {', '.join(LEVELS)}"
        )
    _refuse_variants(form)
    annotated = _annotated(form)
    if len(annotated.sent) > LONGEST or len(annotated.text) > LONGEST:
        length = max(len(annotated.sent), len(annotated.text))
        raise RefusedError(413, f"Your text exceeds the limit of {LONGEST} characters (it's {length} characters)")
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
        annotated=annotated,
        language=form["language"],
        disabled_rules=asked["disabledRules"],
        enabled_rules=asked["enabledRules"],
        disabled_categories=asked["disabledCategories"],
        enabled_categories=asked["enabledCategories"],
        enabled_only=enabled_only,
        picky=level == "picky",
        token=form.get("apiKey", ""),
    )


def _annotated(form: Mapping[str, str]) -> Annotated:
    if "text" in form:
        return plain(form["text"])
    try:
        return from_json(form["data"])
    except ValueError as error:
        raise RefusedError(400, str(error)) from error


def _refuse_variants(form: Mapping[str, str]) -> None:
    """“preferredVariants” means nothing to one language, but a mistake in it is told as LanguageTool tells it."""
    variants = form.get("preferredVariants", "")
    if variants and form["language"].lower() != "auto":
        raise RefusedError(400, "You specified 'preferredVariants' but you didn't specify 'language=auto'")
    for variant in filter(None, variants.split(",")):
        if "-" not in variant:
            raise RefusedError(
                400, f"Invalid format for 'preferredVariants', expected a dash as in 'en-GB': '{variant[:40]}'"
            )
