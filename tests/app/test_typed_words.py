"""Words typed while the page is drawn anew, before a reload and right before a download, in a real browser on a slow server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from .conftest import PATIENCE, drafted_from, served

# Read by Python itself at its start: an edit takes a second, as on a busy machine.
SLOW = """
import importlib.abc, importlib.util, sys, time
class Slow(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "assistant.drafting.editing":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            edited = module.edited
            module.edited = lambda *given: (time.sleep(1), edited(*given))[1]
        spec.loader.exec_module = exec_module
        return spec
sys.meta_path.insert(0, Slow())
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("home")
    (home / "sitecustomize.py").write_text(SLOW, "utf-8")
    with served(home, PYTHONPATH=str(home)) as address:
        yield address


@pytest.fixture
def words(page: Page, url: str) -> Locator:
    """The box of the last section of a draft."""
    drafted_from(page, url, "Soạn chỉ thị cho UBND xã Nà Phai năm 2027, chủ đề “Gần dân, sát việc”.")
    found = page.get_by_role("textbox", name="Lời văn của phần này").first
    expect(found).to_have_value(re.compile("Tổ chức thực hiện"))
    return found


def append(words: Locator, sentence: str) -> None:
    words.click()
    words.press("Control+End")
    words.press_sequentially(sentence)


def test_words_saved_by_a_slow_press_are_in_the_draft_and_in_the_file(words: Locator) -> None:
    page = words.page
    append(words, " Một câu của người soạn.")
    page.get_by_role("button", name="Lưu phần này").hover()
    page.mouse.down()
    page.wait_for_timeout(300)  # the words are on their way when the press is complete
    page.mouse.up()
    expect(page.locator(".document")).to_contain_text("Một câu của người soạn.")
    append(words, " Thêm ngay trước khi tải.")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải .txt").click()
    assert "Thêm ngay trước khi tải." in Path(waiting.value.path()).read_text("utf-8")


def test_words_typed_while_the_box_is_drawn_anew_stay_in_one_piece(words: Locator) -> None:
    page = words.page
    append(words, " Câu thứ nhất.")
    page.get_by_role("button", name="Lưu phần này").click()
    append(words, " Câu thứ hai, gõ trong lúc trang vẽ lại.")
    page.get_by_role("button", name="Lưu phần này").click()
    expect(page.locator(".document")).to_contain_text("Câu thứ nhất. Câu thứ hai, gõ trong lúc trang vẽ lại.")


def test_words_not_sent_yet_survive_a_reload(words: Locator) -> None:
    page = words.page
    append(words, " Gõ dở rồi tải lại.")
    page.reload()
    expect(page.locator(".document")).to_contain_text("Gõ dở rồi tải lại.")


class Held:
    """What the server sends to the page; from the end of a run on it can be held back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting: list[str | bytes] | None = None
        self.from_next_end = False
        self.here, self.next_page = "", 0
        page.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def _connect(self, route: WebSocketRoute) -> None:
        self.route = route
        route.connect_to_server().on_message(self._sent)

    def _sent(self, message: str | bytes) -> None:
        read = ForwardMsg.FromString(message) if isinstance(message, bytes) else ForwardMsg()
        if self.from_next_end and read.HasField("script_finished"):
            self.waiting, self.from_next_end = [], False
        if self.waiting is None:
            self.here = read.new_session.page_script_hash or self.here
            self.route.send(message)
            return
        self.waiting.append(message)
        elsewhere = read.HasField("new_session") and read.new_session.page_script_hash != self.here
        self.next_page = self.next_page or (len(self.waiting) if elsewhere else 0)

    def give_until_another_page_begins(self) -> None:
        """Those that came so far and the first of another page, in one go."""
        for _ in range(PATIENCE // 50):
            if self.next_page:
                break
            self.page.wait_for_timeout(50)
        given, self.waiting = self.waiting[: self.next_page], self.waiting[self.next_page :]
        for message in given:
            self.route.send(message)

    def give_all(self) -> None:
        """Nothing is held any more."""
        given, self.waiting = self.waiting, None
        for message in given:
            self.route.send(message)


def test_a_text_stays_when_a_run_ends_between_the_press_of_a_link_and_the_other_page(page: Page, url: str) -> None:
    held = Held(page)
    page.goto(url)
    box = page.get_by_label("Dán văn bản")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    box.fill("Văn bản dán dở.")
    held.from_next_end = True
    box.blur()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "running")
    page.get_by_role("link", name="So sánh").click()
    held.give_until_another_page_begins()  # one run has ended, the next emptied the page, the address is still the old one
    expect(box).to_have_count(0)
    page.wait_for_timeout(300)
    held.give_all()
    expect(page.get_by_role("heading", level=1, name="So sánh")).to_be_visible()
    page.get_by_role("link", name="Rà soát").click()
    expect(box).to_have_value("Văn bản dán dở.")


def test_a_text_pasted_and_not_yet_checked_survives_a_reload_and_a_visit_elsewhere(page: Page, url: str) -> None:
    page.goto(url)
    box = page.get_by_label("Dán văn bản")
    expect(page.locator("html")).to_have_attribute("lang", "vi")  # the page is all there
    box.fill("Văn bản dán dở.")
    page.reload()
    expect(box).to_have_value("Văn bản dán dở.")
    page.get_by_role("link", name="So sánh").click()
    expect(page.get_by_role("heading", level=1, name="So sánh")).to_be_visible()
    page.get_by_role("link", name="Rà soát").click()
    expect(box).to_have_value("Văn bản dán dở.")
