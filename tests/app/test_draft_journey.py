"""Soạn thảo in a real browser, with a model behind it: stopped, reloaded, gone on with, taken over, taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.assistant.openai_stub import Stub

from .conftest import PATIENCE, drafted_from, served

FIRST = "Mỗi cơ quan, đơn vị chọn một việc khó để làm đến cùng."
SECOND = "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm tổ chức phong trào thi đua thiết thực, tránh hình thức."
INVENTED = "Phấn đấu thu hút 17 dự án đầu tư mới."
KEPT = "words => Object.values(localStorage).some(kept => kept.includes(words))"


@pytest.fixture(scope="module")
def stub() -> Iterator[Stub]:
    with Stub(answer=json.dumps({"paragraphs": [FIRST, f"{SECOND} {INVENTED}"]}, ensure_ascii=False)) as server:
        server.held_at = "tránh"
        yield server
        server.go_on.set()


@pytest.fixture(scope="module")
def url(stub: Stub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = {"CHITHI_LLM__BASE_URL": stub.url, "CHITHI_LLM__MODEL": "thu", "CHITHI_LLM__RETRIES": "0"}
    with served(tmp_path_factory.mktemp("home"), **settings) as address:
        yield address


@pytest.fixture
def sent(page: Page) -> list[ForwardMsg]:
    """What the app has sent to the page."""
    messages: list[ForwardMsg] = []

    def keep(data: str | bytes) -> None:
        messages.append(ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode()))

    def opened(socket: WebSocket) -> None:
        socket.on("framereceived", keep)

    page.on("websocket", opened)
    return messages


@pytest.fixture
def drafted(page: Page, url: str, stub: Stub, sent: list[ForwardMsg]) -> Page:
    """A draft made from a pasted request, its last section open; from here on the model waits in its second paragraph."""
    stub.go_on.set()
    asked = "Soạn chỉ thị cho UBND xã Nà Phai năm 2027, chủ đề “Gần dân, sát việc”. Chỉ tiêu: trồng 45 ha rừng."
    drafted_from(page, url, asked)
    stub.go_on.clear()
    expect(page.get_by_role("button", name="Viết lại bằng mô hình")).to_be_visible()
    return page


def open_parts(page: Page) -> None:
    page.get_by_role("tab", name="Sửa từng phần").click()


def test_a_stream_is_stopped_gone_on_with_taken_over_and_taken_back(drafted: Page, stub: Stub) -> None:
    page = drafted
    page.get_by_role("button", name="Viết lại bằng mô hình").click()
    expect(page.get_by_text("Thủ trưởng các cơ quan, đơn vị chịu")).to_be_visible()
    page.get_by_role("button", name="Dừng").click()
    expect(page.get_by_text("Đã dừng theo yêu cầu")).to_be_visible()
    expect(page.locator("#paper").get_by_text(FIRST)).to_be_visible()
    stub.go_on.set()
    page.get_by_role("button", name="Viết tiếp").click()
    refused = page.locator("del", has_text=INVENTED)
    expect(refused.first).to_be_visible()
    page.get_by_role("button", name="Đưa vào dự thảo").click()
    page.get_by_role("tab", name="Dự thảo", exact=True).click()
    sheet = page.locator(".document")
    expect(sheet).to_contain_text(FIRST)
    expect(sheet).not_to_contain_text("17 dự án")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(sheet).not_to_contain_text(FIRST)


def test_a_reload_in_the_middle_of_a_stream_keeps_what_came(drafted: Page) -> None:
    page = drafted
    page.get_by_role("button", name="Viết lại bằng mô hình").click()
    expect(page.get_by_text("Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm")).to_be_visible()
    page.wait_for_function(KEPT, arg=FIRST, timeout=PATIENCE)
    page.reload()
    open_parts(page)
    expect(page.locator("#paper").get_by_text(FIRST)).to_be_visible()
    expect(page.get_by_role("button", name="Viết tiếp")).to_be_visible()


def test_what_was_written_by_model_and_by_hand_survives_a_reload(drafted: Page, stub: Stub) -> None:
    page = drafted
    stub.go_on.set()
    page.get_by_role("button", name="Viết lại bằng mô hình").click()
    page.get_by_role("button", name="Đưa vào dự thảo").click()
    words = page.get_by_role("textbox", name="Lời văn của phần này")
    expect(words).to_have_value(re.compile(re.escape(FIRST)))
    words.fill(f"{words.input_value()}\n\nMột câu của người soạn.")
    page.get_by_role("button", name="Lưu phần này").click()
    page.get_by_role("tab", name="Dự thảo", exact=True).click()
    sheet = page.locator(".document")
    expect(sheet).to_contain_text("Một câu của người soạn.")
    page.reload()
    expect(sheet).to_contain_text(FIRST)
    expect(sheet).to_contain_text("Một câu của người soạn.")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(sheet).not_to_contain_text("Một câu của người soạn.")


def test_every_part_is_sent_whole_never_the_name_of_one_the_browser_may_have_forgotten(
    drafted: Page, stub: Stub, sent: list[ForwardMsg]
) -> None:
    page = drafted
    stub.go_on.set()
    page.get_by_role("button", name="Viết lại bằng mô hình").click()
    page.get_by_role("button", name="Đưa vào dự thảo").click()
    page.get_by_role("button", name="Hoàn tác").click()
    page.get_by_role("tab", name="Dự thảo", exact=True).click()
    expect(page.locator(".document")).not_to_contain_text(FIRST)
    assert max(message.ByteSize() for message in sent) > 10_000
    assert [message.ref_hash for message in sent if message.ref_hash] == []


def test_a_blank_is_filled_and_the_word_file_comes_back(drafted: Page, tmp_path: Path) -> None:
    page = drafted
    page.get_by_role("tab", name="Còn phải quyết định").click()
    page.get_by_role("textbox", name="Số văn bản: “Số: ▁▁").fill("05")
    page.get_by_role("button", name="Điền vào dự thảo").first.click()
    page.get_by_role("tab", name="Dự thảo", exact=True).click()
    expect(page.locator(".document")).to_contain_text("Số: 05/CT-UBND")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải Word").click()
    file = tmp_path / "du-thao.docx"
    waiting.value.save_as(file)
    page.get_by_role("tab", name="Nhận lại tệp Word").click()
    page.get_by_test_id("stFileUploader").filter(has_text="Tệp Word đã sửa").locator(
        "input[type=file]"
    ).set_input_files(file)
    expect(page.get_by_text("Tệp giống hệt dự thảo")).to_be_visible()
