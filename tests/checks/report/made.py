"""Reports for the tests of their formats: one of a real text, and any a property test can think of."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from checks import engine
from checks.document import Document
from checks.engine import Report, Unevaluated
from checks.finding import Finding, Fix, Severity, Span
from checks.report import Checked, Run, Suppressed, Told, format_of
from checks.rules import all_rules
from checks.settings.fingerprint import fingerprints

CAMPAIGN = """ỦY BAN NHÂN DÂN
XÃ BÀI SẬY
Số: 7 /KH-UBND
Bài Sậy, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua năm 2026 😀 “về đích”

I. Mục tiêu
Đạt 638 hộ (396 + 132 + 111); <script>alert("x")</script> & phấn đấu.
II. Thời gian
Từ ngày ký đến hết ngày 31 tháng 12 năm 2025./

Nơi nhận:
- Các thôn;
- Lưu: VT.
"""
RULES = all_rules()
TITLES = {rule.name(): Told(rule.title(), rule.source) for rule in RULES}
ALPHABET = "ađẩệ Ư😀\n\t<>&\"'%:,;]]>{}\\\x00\x1b\u2028\ufffe"


def checked(text: str = CAMPAIGN, path: str = "thư mục/kế hoạch.txt") -> Checked:
    """``text`` judged by every rule."""
    report = engine.check(Document.parse(text), RULES)
    return Checked(path, report, ("Đã bỏ 2 ký tự.",), "ab" * 32, fingerprints(report.document, report.findings))


def told(name: str, *files: Checked, unread: tuple[tuple[str, str], ...] = (), remarks: tuple[str, ...] = ()) -> str:
    """The report in format ``name``."""
    module = format_of(name)
    return module.render([module.part(file, TITLES) for file in files], Run(RULES, TITLES, unread, remarks))


@st.composite
def any_checked(draw: st.DrawFn) -> Checked:
    """Findings of any rule anywhere in any text, some of them set aside, in a file of any name."""
    text = draw(st.text(ALPHABET, max_size=80))
    doc = Document.parse(text)
    findings = sorted(draw(st.lists(_findings(len(doc.text)), max_size=6)), key=lambda f: f.span)
    keys = fingerprints(doc, findings)
    split = draw(st.integers(0, len(findings)))
    left = draw(
        st.lists(
            st.builds(Unevaluated, st.just("recipients"), st.text(ALPHABET, min_size=1), st.booleans()), max_size=1
        )
    )
    report = Report(doc, tuple(findings[:split]), ("period-end",), tuple(left))
    reason = draw(st.text(ALPHABET))
    aside = [Suppressed(f, key, "waiver", reason) for f, key in zip(findings[split:], keys[split:], strict=True)]
    fail_on = draw(st.sampled_from(["error", "warning", "style", "never"]))
    path = draw(st.text(st.sampled_from('aĐ %:,/.<&"\n\udcff'), min_size=1, max_size=12))
    return Checked(path, report, (), "0" * 64, keys[:split], tuple(aside), draw(st.booleans()), fail_on)


def _findings(size: int) -> st.SearchStrategy[Finding]:
    spans = st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda pair: Span(*sorted(pair)))
    fixes: Any = st.none() | st.builds(Fix, st.text(ALPHABET, max_size=8), st.booleans())
    rules = st.sampled_from([rule.name() for rule in RULES] + ["leftover-year"])
    return st.builds(Finding, rules, st.sampled_from(list(Severity)), spans, st.text(ALPHABET, min_size=1), fixes)
