"""A LanguageTool server of the office's own, asked beside our rules: ``chithi check --languagetool URL``.

Its matches are findings of one kind, suggestions at most; where ours speak, it is silent. Texts go to the named server
and nowhere else: https or this machine, no redirect, nothing stamped secret beyond this machine.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from checks.document import Document
from checks.engine import Report, Unevaluated
from checks.errors import UserError
from checks.finding import Finding, Fix, Severity, Span
from checks.hosts import is_loopback
from checks.parsing.secrecy import stamp
from checks.settings.config import LANGUAGETOOL
from checks.values import NamedTuple

TITLE = "Nhận xét của máy chủ LanguageTool của cơ quan, chỉ để tham khảo"
SOURCE = "máy chủ LanguageTool mà cơ quan nêu tên"
CODES = ("vi-VN", "vi")
SECONDS = 20
LARGEST_ANSWER = 20_000_000
SUGGESTIONS = 3


class Server(NamedTuple):
    """Where it is, and which of its language codes is Vietnamese."""

    base: str
    language: str


class _NotAskedError(Exception):
    """Why there is no answer: the end of a sentence."""


def base_of(url: str) -> str:
    """The address before “/check”. Raises UserError for one that may not be asked."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UserError(f"“{url}” không phải địa chỉ máy chủ LanguageTool: hãy ghi như http://127.0.0.1:8081/v2.")
    if parts.username or parts.password:
        raise UserError("Địa chỉ máy chủ LanguageTool không được chứa tên hay mật khẩu: hãy bỏ phần trước dấu “@”.")
    if parts.scheme == "http" and not is_here(url):
        raise UserError(f"Văn bản không được gửi qua http tới {parts.hostname}: hãy dùng địa chỉ https.")
    base = url.rstrip("/")
    return base if base.endswith("/v2") else f"{base}/v2"


def is_here(url: str) -> bool:
    """Is it a server on this machine?"""
    return is_loopback(urlsplit(url).hostname or "")


def with_matches(report: Report, base: str, severity: Severity = Severity.STYLE) -> Report:
    """``report`` and what the server says beside it; a server that does not answer is “not evaluated”."""
    doc = report.document
    try:
        if not is_here(base) and (secret := stamp(doc.text)):
            raise _NotAskedError(f"văn bản có dấu “{secret}” không được gửi ra khỏi máy này")
        matches = _check(_server(base), doc.text)
    except _NotAskedError as problem:
        left = Unevaluated(LANGUAGETOOL, str(problem), crashed=True)
        return report._replace(not_evaluated=(*report.not_evaluated, left))
    theirs = _beside(report.findings, _findings(doc, matches, severity))
    found = sorted((*report.findings, *theirs), key=lambda f: (f.span, f.severity.rank, f.rule))
    return report._replace(findings=tuple(found), evaluated=(*report.evaluated, LANGUAGETOOL))


@lru_cache(maxsize=4)
def _answer_or_problem(base: str) -> Server | str:
    """Asked once a process: a server that is down would cost its time-out for each file."""
    try:
        listed = _json(f"{base}/languages")
        codes = {str(item.get("longCode")) for item in listed} | {str(item.get("code")) for item in listed}
    except _NotAskedError as problem:
        return str(problem)
    except (AttributeError, TypeError):
        return f"{base} không phải máy chủ LanguageTool"
    language = next((code for code in CODES if code in codes), "")
    return Server(base, language) if language else f"máy chủ LanguageTool ở {base} không có tiếng Việt (lang-vi)"


def _server(base: str) -> Server:
    found = _answer_or_problem(base)
    if isinstance(found, str):
        raise _NotAskedError(found)
    return found


def _check(server: Server, text: str) -> list[dict[str, Any]]:
    form = urlencode({"language": server.language, "text": text}).encode("ascii")
    answer = _json(f"{server.base}/check", form)
    matches = answer.get("matches") if isinstance(answer, dict) else None
    if not isinstance(matches, list):
        raise _NotAskedError(f"máy chủ LanguageTool ở {server.base} trả lời không đúng dạng")
    return [match for match in matches if isinstance(match, dict)]


def _json(url: str, form: bytes | None = None) -> Any:
    try:
        with _opener(here=is_here(url)).open(urllib.request.Request(url, form), timeout=SECONDS) as answer:  # noqa: S310
            body = answer.read(LARGEST_ANSWER + 1)
        if len(body) > LARGEST_ANSWER:
            raise _NotAskedError(f"câu trả lời của {url} quá dài")
        return json.loads(body)
    except urllib.error.HTTPError as refused:
        with refused:
            said = " ".join(refused.read(200).decode("utf-8", "replace").split())
        raise _NotAskedError(f"{url} trả lời {refused.code}: {said}") from None
    except OSError as problem:
        reason = getattr(problem, "reason", problem)
        raise _NotAskedError(f"máy chủ LanguageTool ở {url} không trả lời ({reason})") from None
    except (ValueError, RecursionError):
        raise _NotAskedError(f"{url} không phải máy chủ LanguageTool") from None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What is sent to one server must not be carried to another."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(*, here: bool) -> urllib.request.OpenerDirector:
    handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
    if here:
        handlers.append(urllib.request.ProxyHandler({}))
    return urllib.request.build_opener(*handlers)


def _findings(doc: Document, matches: Iterable[dict[str, Any]], severity: Severity) -> Iterator[Finding]:
    units = doc.text.encode("utf-16-le", "surrogatepass")
    for match in matches:
        offset, length, given = match.get("offset"), match.get("length"), match.get("replacements")
        if type(offset) is not int or type(length) is not int or offset < 0 or length < 1:
            continue
        if (offset + length) * 2 > len(units):
            continue
        start = len(units[: offset * 2].decode("utf-16-le", "replace"))
        end = start + len(units[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace"))
        replacements = given if isinstance(given, list) else []
        values = [str(item["value"]) for item in replacements if isinstance(item, dict) and "value" in item]
        fix = Fix(values[0], safe=False) if values else None
        yield Finding(LANGUAGETOOL, severity, Span(start, end), _message(match, values), fix)


def _message(match: dict[str, Any], values: list[str]) -> str:
    rule = match.get("rule")
    number = f" ({rule['id']})" if isinstance(rule, dict) and rule.get("id") else ""
    said = " ".join(str(match.get("message") or "").split())
    others = f" Gợi ý khác: {', '.join(values[1:SUGGESTIONS])}." if len(values) > 1 else ""
    return f"LanguageTool{number}: {said}{others}"


def _beside(ours: Iterable[Finding], theirs: Iterable[Finding]) -> Iterator[Finding]:
    """Theirs where ours are silent, each place once."""
    taken = [f.span for f in ours]
    seen: set[Span] = set()
    for finding in theirs:
        if finding.span not in seen and not any(_meet(finding.span, span) for span in taken):
            seen.add(finding.span)
            yield finding


def _meet(theirs: Span, ours: Span) -> bool:
    """Do the two overlap? What we insert has no width and meets the word at its side."""
    if ours.start == ours.end:
        return theirs.start <= ours.start <= theirs.end
    return theirs.meets(ours)
