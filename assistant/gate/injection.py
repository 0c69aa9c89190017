"""Sentences that speak to a machine and not to an office: shown to the officer, never followed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from checks.finding import Span


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{source})", re.IGNORECASE) for source in sources)


# Orders an officer may give a machine, but no precedent and no upload: “Bạn hãy viết …”, “thêm … vào dự thảo”
ORDERS = _patterns(
    # … but not the Party's body: “Ban cán sự đảng Ủy ban nhân dân tỉnh theo dõi”
    r"(?:ban|may|tro ly|mo hinh|ai|chatgpt|gpt) (?:phai|hay|can(?! su dang)|bay gio|se) [^.\n]{0,60}"
    r"(?:tra loi|viet|in ra|gui|them|chen|xoa|doi|sua)",
    r"(?:luu y|chu y|gui|loi nhan)[^.\n]{0,15}(?:cho|toi|voi|den) (?:ai|mo hinh|tro ly|may|chatgpt|llm)(?!\w)",
    r"(?:chen|them|ghi|dua)[^.\n]{0,40}(?:vao (?:cau tra loi|du thao|ban thao))",
)
# What would turn a machine against its rules, whoever says it; in Vietnamese with and without marks, and in English
TAKEOVERS = _patterns(
    r"(?:bo qua|phot lo|quen|huy bo|khong tuan theo|khong can tuan)[^.\n]{0,40}(?:huong dan|chi dan|lenh|quy tac|yeu cau|noi dung)[^.\n]{0,30}"
    r"(?:tren|truoc|o tren|truoc do|he thong|phia tren|ban dau)",
    r"(?:ban|may|tro ly|mo hinh|ai|chatgpt|gpt) (?:phai|hay|can(?! su dang)|bay gio|la mot|khong duoc|se) [^.\n]{0,60}"
    r"(?:tiet lo|dong vai|bo qua)",
    r"(?:ban|may|tro ly|mo hinh|ai|chatgpt|gpt) (?:la mot|khong duoc) [^.\n]{0,60}"
    r"(?:tra loi|viet|in ra|gui|them|chen|xoa|doi|sua)",
    r"(?:tu bay gio|ke tu bay gio|tu luc nay),? (?:ban|hay|may)",
    r"(?:in ra|tiet lo|cho biet|lap lai|hien thi)[^.\n]{0,30}(?:loi nhac|chi dan he thong|huong dan he thong|system prompt|khoa (?:api|truy cap)|mat khau)",
    r"dong vai (?:la )?(?:mot )?(?:tro ly|mo hinh|quan tri|he thong|nguoi)",
    r"ignore[^.\n]{0,40}(?:previous|above|prior|all|earlier|system)[^.\n]{0,20}(?:instruction|prompt|rule|message|direction)",
    r"disregard[^.\n]{0,40}(?:instruction|prompt|rule|above|previous)",
    r"(?:you are|act as|pretend to be) (?:now )?(?:an?|the) [^.\n]{0,40}(?:assistant|model|ai|developer|admin|system)",
    r"(?:system|developer|assistant) ?(?:prompt|message|:)",
    r"(?:reveal|print|show|repeat|output)[^.\n]{0,30}(?:system prompt|instructions|api key|password)",
    r"(?:do not|don't) follow[^.\n]{0,30}(?:instruction|rule)",
    r"from now on,? you",
    r"<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]|<</?SYS>>|</?(?:tai-lieu|system|instruction)s?\b",
    r"jailbreak|prompt injection|dan mode(?!\w)",
)


# Marks that combine, and characters of category Cf: zero-width, direction, tags
UNSEEN = re.compile(
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]+"
)


class Instruction(NamedTuple):
    """Where a text speaks to a machine, and its words."""

    span: Span
    text: str


@lru_cache(maxsize=128)
def instructions_in(text: str, *, own: bool = False) -> tuple[Instruction, ...]:
    """The instructions to a machine in ``text``, in reading order, each with its line.

    ``own``: the officer's own words, who may well say “Bạn hãy viết …”.
    """
    patterns = TAKEOVERS if own else (*ORDERS, *TAKEOVERS)
    found = []
    at = 0
    for line in text.split("\n"):
        folded = _folded(line)
        if any(pattern.search(folded) for pattern in patterns):
            lead = len(line) - len(line.lstrip())
            found.append(Instruction(Span(at + lead, at + len(line.rstrip())), line.strip()))
        at += len(line) + 1
    return tuple(found)


def _folded(line: str) -> str:
    """Without marks, invisible characters and doubled blanks, so that nothing hides by them."""
    apart = unicodedata.normalize("NFKD", line.replace("đ", "d").replace("Đ", "D"))
    return " ".join(UNSEEN.sub("", apart).split())
