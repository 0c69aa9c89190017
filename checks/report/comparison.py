"""The comparison of two years in every form: text, JSON, a page to print, and the words they share."""

from __future__ import annotations

from checks.report.comparison_json import as_json
from checks.report.comparison_page import as_html
from checks.report.comparison_text import as_text
from checks.report.comparison_words import NOTES, ROLES, STATUS, amount, change, verdict
from checks.report.digest import digest

__all__ = ["NOTES", "ROLES", "STATUS", "amount", "as_html", "as_json", "as_text", "change", "digest", "verdict"]
