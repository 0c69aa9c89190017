"""A text that takes the checks seconds, in the browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.app.conftest import PATIENCE, ROOT

LENGTH = 260_000
"""Characters; with what it was at first it is more than a browser's small store should take."""
KEPT = "() => Object.keys(localStorage).some((key) => key.startsWith('chithi:review:') && JSON.parse(localStorage[key]).big)"


def long_text() -> str:
    documents = sorted((ROOT / "corpus").glob("*/document.txt"))
    return "\n".join(path.read_text("utf-8") for path in documents)[:LENGTH]


def test_a_long_text_is_there_after_a_reload_in_the_middle_of_its_judgement(page: Page, app_url: str) -> None:
    page.goto(app_url)
    file = {"name": "dai.txt", "mimeType": "text/plain", "buffer": long_text().encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.wait_for_function(KEPT, timeout=PATIENCE)
    page.reload()
    expect(page.locator("#name")).to_have_text("dai.txt")
    expect(page.locator(".line").first).to_be_visible()
