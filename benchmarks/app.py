"""How long an officer waits in the app: first load, first findings, and one decision at 20, 100 and 300 findings.

    python benchmarks/app.py [--write]

A real browser visits the app on this machine. A decision is timed from the key to the server's answer being drawn; the
finding itself disappears at once. Needs chromium and playwright. ``--write`` renews benchmarks/app.md.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant import launch, programs  # noqa: E402

SIZES = (20, 100, 300)
DECISIONS = 8
# Asked at every frame; an expectation of playwright looks only every 100 to 1000 ms.
DRAWN = """open => [...document.querySelectorAll('*')].some(
    (host) => host.shadowRoot?.getElementById('app')?.dataset.open === open)"""
LINE = "Thôn số {n} trồng thêm cây xanh dọc đường làng , vệ sinh ngõ xóm mỗi sáng thứ bảy hằng tuần.\n"


def main() -> None:
    rows = []
    with served() as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=programs.find("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(2):  # the first visit also starts the server's imports
            page = chromium.new_page()
            began = time.perf_counter()
            page.goto(url)
            expect(page.get_by_role("button", name="Soát văn bản", exact=True)).to_be_visible(timeout=60_000)
            load = time.perf_counter() - began
        for size in SIZES:
            page = chromium.new_page()
            page.goto(url)
            rows.append(measured(page, size))
        chromium.close()
    table = rendered(load, rows)
    print(table)
    if "--write" in sys.argv:
        (ROOT / "benchmarks" / "app.md").write_text(table, "utf-8")


def measured(page: Page, size: int) -> tuple[int, int, float, float, float]:
    """Findings, characters, seconds to the first findings, median and longest seconds of a decision."""
    text = "".join(LINE.format(n=n) for n in range(size))
    page.get_by_label("Dán văn bản").fill(text)
    began = time.perf_counter()
    page.get_by_role("button", name="Soát văn bản", exact=True).click()
    expect(page.locator("mark").first).to_be_visible(timeout=60_000)
    first = time.perf_counter() - began
    app = page.locator("#app")
    page.locator("#sheet").focus()
    page.keyboard.press("j")
    waits = []
    found = int(app.get_attribute("data-open") or 0)
    for n in range(1, DECISIONS + 1):
        page.wait_for_timeout(300)
        began = time.perf_counter()
        page.keyboard.press("ai"[n % 2])
        page.wait_for_function(DRAWN, arg=str(found - n), timeout=60_000)
        waits.append(time.perf_counter() - began)
    return found, len(text), first, statistics.median(waits), max(waits)


def rendered(load: float, rows: list[tuple[int, int, float, float, float]]) -> str:
    lines = [
        "# Waiting in the app",
        "",
        "`python benchmarks/app.py --write`",
        "",
        f"First load of a page in a running app: {load:.1f} s. Seconds on {os.cpu_count()} cores, in Chromium:",
        "",
        "| findings | characters | first findings | one decision, median | longest |",
        "|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {found} | {size:,} | {first:.2f} | {median:.2f} | {longest:.2f} |"
        for found, size, first, median, longest in rows
    ]
    return "\n".join(
        [*lines, "", "The finding decided upon disappears at once; these are the times until the text is redrawn.", ""]
    )


@contextmanager
def served() -> Iterator[str]:
    """The app on a free port, with a home folder of its own."""
    with socket.socket() as probe:
        probe.bind((launch.ADDRESS, 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "assistant.cli", "app", "--port", str(port), "--no-browser"]
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "HOME": home}, stdout=subprocess.DEVNULL)
        try:
            while not launch.answers(port):
                time.sleep(0.2)
            yield f"http://{launch.ADDRESS}:{port}"
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
