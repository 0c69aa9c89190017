"""The running app and a browser to visit it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assistant import launch
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
SECONDS = 1000
PATIENCE = 90 * SECONDS
"""What a busy machine may take to draw a page; a page that is right takes none of it."""
expect.set_options(timeout=PATIENCE)
# No sandbox: CI runs as root. The rest keeps the browser from calling its maker.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def main_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page run by AppTest puts itself in the place of `__main__`, and every process spawned later would run it again."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory, sample_index: Path) -> Iterator[str]:
    """Address of the app, served for the whole run, with a home folder of its own and the samples indexed already."""
    home = tmp_path_factory.mktemp("home")
    with served(home, CHITHI_DATA=str(shutil.copytree(sample_index, home / "data"))) as url:
        yield url


@contextmanager
def served(home: Path, **settings: str) -> Iterator[str]:
    """The app with ``home`` as its home folder and these variables."""
    log = home / "app.log"
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant.cli", "app", "--port", str(port), "--no-browser"],
            cwd=ROOT,
            env={**clean_environment(home), **settings},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(process, port, log)
            yield f"http://{launch.ADDRESS}:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser a module: while playwright is open, asyncio.run fails in the same thread."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN", accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def clean_environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CHITHI_", "STREAMLIT_", "XDG_"))}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home), "PYTHONUTF8": "1"}


def wait_until_it_answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 2 * PATIENCE / SECONDS
    while not launch.answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.2)


_drafts: dict[str, str] = {}
"""What the browser kept of drafts made earlier, by what was asked: the next test goes on with it as after a reload."""
KEPT_DRAFT = "() => { const all = JSON.stringify([{...localStorage}, {...sessionStorage}]); return all.includes('chithi:draft') && all; }"
LAID = """([local, session]) => { if (sessionStorage.getItem('laid')) return;
Object.assign(localStorage, local); Object.assign(sessionStorage, session, {laid: 'yes'}); }"""


def drafted_from(page: Page, url: str, asked: str) -> None:
    """A draft made of a pasted request of the commune Nà Phai, its last section open."""
    if asked in _drafts:
        page.add_init_script(f"({LAID})({_drafts[asked]})")
        page.goto(f"{url}/soan-thao")
    else:
        _drafted(page, url, asked)
        _drafts[asked] = page.wait_for_function(KEPT_DRAFT).json_value()
    page.get_by_role("tab", name="Sửa từng phần").click()  # every section has been streamed by then
    page.get_by_label("Phần cần sửa").click()
    page.get_by_role("option", name="Tổ chức thực hiện").click()


def _drafted(page: Page, url: str, asked: str) -> None:
    page.goto(f"{url}/soan-thao")
    box = page.get_by_label("Dán yêu cầu bằng lời hoặc bảng chỉ tiêu")
    expect(box).to_be_visible()
    box.fill(asked)
    page.get_by_role("button", name="Điền vào phiếu").click()
    expect(page.get_by_label("Cơ quan ban hành")).to_have_value("Ủy ban nhân dân xã Nà Phai")
    page.get_by_role("button", name="Soạn dự thảo").click()
    expect(page.get_by_role("tab", name="Sửa từng phần")).to_be_visible()
