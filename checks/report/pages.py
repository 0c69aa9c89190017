"""A rule's page, for ``chithi explain``, and all of them as docs/rules.md."""

from __future__ import annotations

import json
from collections.abc import Iterable
from inspect import cleandoc

from checks import examples
from checks.engine import check
from checks.rule import Rule

HEAD = """# Các phép kiểm

Trang này được sinh từ chính các phép kiểm (`chithi rules --markdown > docs/rules.md`); không sửa tay.

Mức độ: **lỗi** (không được ban hành), **nên xem lại**, **gợi ý**. Nguồn: *luật* (văn bản pháp luật quy định),
*thông lệ* (cách làm chung của các cơ quan), *gợi ý* (đối chiếu trong chính văn bản).
"""
FOLDERS = {
    "form": "Thể thức", "structure": "Bố cục", "numbering": "Đánh số mục", "period": "Thời gian", "recipients": "Nơi nhận",
    "signature": "Chữ ký", "spelling": "Chính tả", "indicators": "Số liệu", "citations": "Viện dẫn", "capitals": "Viết hoa",
    "typography": "Dấu câu", "consistency": "Thống nhất trong văn bản", "wording": "Từ ngữ, câu văn",
    "staleness": "Nội dung đã cũ", "layout": "Trình bày trong tệp Word",
}  # fmt: skip


def page(rule: Rule, *, all_examples: bool = True) -> str:
    """Markdown of one rule: what, why, source, wrong and right; ``all_examples`` judges them, which takes a while."""
    first, *rest = cleandoc(type(rule).__doc__ or "").split("\n", 1)
    parts = [f"## {rule.name()}", f"**{first}**"]
    if rest and rest[0].strip():
        parts.append(rest[0].strip())
    parts.append(f"Mức độ: {rule.severity.label}. Nguồn ({rule.tier}): {rule.source}.")
    parts += ["Sai:", _quote(_worst(rule)), "Đúng:", _quote(rule.good[0])]
    if not all_examples:
        return "\n\n".join(parts) + "\n"
    told = list(dict.fromkeys(line for marked in rule.bad for line in _told(rule, marked)))
    parts += ["Các ví dụ:", "\n".join(told)]
    return "\n\n".join(parts) + "\n"


def pages(rules: Iterable[Rule]) -> str:
    """docs/rules.md."""
    grouped: dict[str, list[Rule]] = {}
    for rule in rules:
        grouped.setdefault(type(rule).__module__.split(".")[-2], []).append(rule)
    out = [HEAD]
    for folder, title in FOLDERS.items():
        if folder in grouped:
            out.append(f"# {title}\n")
            out += [page(rule) for rule in grouped[folder]]
    return "\n".join(out)


def listed(rules: Iterable[Rule]) -> str:
    """All rules as data, for who fills a dashboard or a configuration from them."""
    told = [
        {
            "rule": rule.name(),
            "title": rule.title(),
            "explanation": cleandoc(type(rule).__doc__ or "").partition("\n")[2].strip(),
            "group": FOLDERS[type(rule).__module__.split(".")[-2]],
            "severity": rule.severity.value,
            "tier": rule.tier,
            "source": rule.source,
            "scope": rule.scope,
            "since": rule.since.isoformat() if rule.since else None,
        }
        for rule in rules
    ]
    return json.dumps({"schema": 1, "rules": told}, ensure_ascii=False, indent=1) + "\n"


def _told(rule: Rule, marked: str) -> list[str]:
    """What each marked place of an example is called, and whether “chithi fix” repairs it unasked."""
    example = examples.read(marked)
    report = check(examples.document(example.text), [rule])
    out = []
    for finding in report.findings:
        wrong = _short(example.text[slice(*finding.span)]) or "(thiếu)"
        right = "" if finding.fix is None else f" → {_short(finding.fix.replacement) or '(bỏ)'}"
        how = ", tự sửa" if finding.fix and finding.fix.safe else ""
        out.append(f"- {wrong}{right} ({finding.severity.label}{how})")
    return out


def _short(words: str) -> str:
    """On one line, its blanks visible: “tế- xã”."""
    told = words.replace("\n", "⏎")
    told = f"{told[:60]}…" if len(told) > 60 else told
    return f"`{told}`" if told else ""


def _worst(rule: Rule) -> str:
    marked = rule.bad[0]
    return examples.MARK.sub(
        lambda m: (
            f"**{m['wrong'] or '(thiếu)'}**" + (f" → **{m['right'] or '(bỏ)'}**" if m["right"] is not None else "")
        ),
        marked,
    )


def _quote(text: str) -> str:
    lines = [line for line in text.strip().split("\n") if line.strip()]
    return "\n>\n".join(f"> {line}" for line in lines)
