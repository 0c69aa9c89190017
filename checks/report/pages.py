"""A rule's page, for ``chithi explain``, and all of them as docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import cleandoc

from checks import examples
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


def page(rule: Rule) -> str:
    """Markdown of one rule: what, why, source, wrong and right."""
    first, *rest = cleandoc(type(rule).__doc__ or "").split("\n", 1)
    parts = [f"## {rule.name()}", f"**{first}**"]
    if rest and rest[0].strip():
        parts.append(rest[0].strip())
    parts.append(f"Mức độ: {rule.severity.label}. Nguồn ({rule.tier}): {rule.source}.")
    parts += ["Sai:", _quote(_worst(rule)), "Đúng:", _quote(rule.good[0])]
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
