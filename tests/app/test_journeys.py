"""One journey through each page in a real browser, as an officer makes it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, Request, expect

from assistant import pipeline

from .conftest import PATIENCE

TEXT = """ỦY BAN NHÂN DÂN
XÃ ĐỒI CỌ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 05 /CT-UBND

Đồi Cọ, ngày 12 tháng 01 năm 2026

CHỈ THỊ
Về việc phát động phong trào thi đua năm 2026

Thực hiện nhiệm vụ năm 2026, Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua như sau:

1. Mục tiêu
Mỗi thôn 🌱 chọn một việc khó để làm cho xong trong năm.

2. Nội dung thi đua
a) Trồng 45 ha rừng, gồm 20 ha rừng sản xuất và 15 ha rừng phòng hộ.
c) Xây dựng nông thôn mới.

3. Thời gian thi đua: từ ngày ký đến hết ngày 31 tháng 12 năm 2025.

4. Tổ chức thực hiện
Các thôn, đơn vị thực hiện Chỉ thị này./

Nơi nhận:
- Như mục 4;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Đỗ Văn Thử
"""
HOSTILE = """CHỈ THỊ
Phát động phong trào thi đua năm 2026

1. Nội dung <script>window.hurt = 1</script> <img src="http://a.example/x.png" onerror="window.hurt = 2">
![anh](http://a.example/anh.png) [bấm](javascript:window.hurt=3) <style>body { display: none }</style>
a) Một; \u202eđảo chiều\u202c
c) Thời gian: đến hết ngày 31 tháng 12 năm 2025.
"""


def paste(page: Page, text: str) -> None:
    page.get_by_label("Dán văn bản").fill(text)  # the browser alone takes long over 150 KB
    page.get_by_role("button", name="Soát văn bản", exact=True).click()
    expect(page.locator("mark").first).to_be_visible()


class Visit:
    """A page that keeps what went wrong on it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.troubles: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("requestfailed", lambda request: self.troubles.append(f"failed: {request.url}"))
        page.goto(url)
        expect(page.get_by_role("button", name="Soát văn bản", exact=True)).to_be_visible()

    def go(self, name: str) -> None:
        self.page.get_by_role("link", name=name).click()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def paste(self, text: str) -> None:
        paste(self.page, text)

    def lines(self) -> list[str]:
        """The text as the review screen shows it."""
        return self.page.locator("#doc .line").all_text_contents()

    def upload(self, label: str, name: str, data: bytes) -> None:
        field = self.page.get_by_test_id("stFileUploader").filter(has_text=label).locator("input[type=file]")
        field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})

    def download(self, name: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=name).click()
        return Path(waiting.value.path()).read_bytes()

    def _said(self, message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind == "error":
            self.troubles.append(f"console: {text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.url, "blob:", "data:")):
            self.troubles.append(f"asked another host: {request.url}")


@pytest.fixture
def visit(page: Page, app_url: str) -> Iterator[Visit]:
    going = Visit(page, app_url)
    yield going
    assert going.troubles == []


def shows(visit: Visit, words: str) -> None:
    expect(visit.page.locator("#doc")).to_contain_text(words)


def shows_not(visit: Visit, words: str) -> None:
    expect(visit.page.locator("#doc")).not_to_contain_text(words)


def select(visit: Visit, message: str) -> None:
    card = visit.page.locator(".card", has_text=message)
    if "current" not in (card.get_attribute("class") or ""):
        card.locator(".head").click()
    visit.page.locator("#sheet").focus()


def test_errors_are_repaired_by_key_undone_and_found_again_after_a_reload(visit: Visit) -> None:
    page = visit.page
    visit.paste(TEXT)
    select(visit, "kết thúc ngày 31 tháng 12 năm 2026")
    page.keyboard.press("a")
    shows(visit, "31 tháng 12 năm 2026")
    select(visit, "viết liền")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("07/CT-UBND")
    page.keyboard.press("Enter")
    shows(visit, "Số: 07/CT-UBND")
    page.keyboard.press("z")
    shows(visit, "Số: 05 /CT-UBND")
    page.keyboard.press("Shift+Z")
    shows(visit, "Số: 07/CT-UBND")
    select(visit, "Tổng ghi 45 ha")
    page.keyboard.press("w")
    page.keyboard.type("Phần còn lại là rừng tự nhiên")
    page.keyboard.press("Enter")
    expect(page.locator(".card", has_text="Tổng ghi 45 ha")).to_have_count(0)
    expect(page.get_by_text("1 chỗ đã cho qua")).to_be_visible()
    page.reload()
    shows(visit, "Số: 07/CT-UBND")
    expect(page.locator(".card", has_text="Tổng ghi 45 ha")).to_have_count(0)
    page.get_by_text("Lưu trữ").click()
    exported = json.loads(visit.download("Xuất phiên soát"))
    assert exported["review"]["decisions"]["waived"][0][3] == "Phần còn lại là rừng tự nhiên"
    page.keyboard.press("Escape")
    assert "Phần còn lại là rừng tự nhiên" in visit.download("Phiếu kiểm tra").decode()
    assert "07/CT-UBND" in visit.download("Tải văn bản").decode()


def test_what_is_pressed_and_reloaded_in_the_same_breath_is_done_once(visit: Visit) -> None:
    page = visit.page
    visit.paste(TEXT)
    select(visit, "kết thúc ngày 31 tháng 12 năm 2026")
    page.keyboard.press("a")
    shows(visit, "31 tháng 12 năm 2026")
    select(visit, "Tổng ghi 45 ha")
    for key in ("i", "z", "z"):  # passed over, brought back, and the year as it was
        page.keyboard.press(key)
    assert visit.troubles == []
    page.reload()
    visit.troubles.clear()  # what the page that was left still asked for is no trouble of this one
    shows_not(visit, "31 tháng 12 năm 2026")
    page.get_by_role("button", name="Làm lại").click()
    shows(visit, "31 tháng 12 năm 2026")
    expect(page.locator(".card", has_text="Tổng ghi 45 ha")).to_have_count(1)


def test_a_press_counts_although_the_button_moves_away_under_it(visit: Visit) -> None:
    page = visit.page
    asked, refused = page.get_by_role("button", name="Soát văn bản", exact=True), page.get_by_role("alert")
    asked.click()
    expect(refused).to_be_visible()
    page.get_by_label("Dán văn bản").fill(TEXT)
    asked.hover()
    page.mouse.down()
    expect(refused).to_have_count(0)  # the text arrived, and with the sentence above it the button has moved
    page.mouse.up()
    expect(page.locator("mark").first).to_be_visible()


def test_a_fast_hand_loses_no_key(visit: Visit) -> None:
    page = visit.page
    visit.paste(TEXT)
    cards = page.locator(".card")
    before = cards.count()
    page.locator("#sheet").focus()
    page.keyboard.press("j")
    for _ in range(3):
        page.keyboard.press("i")
    expect(page.get_by_text("3 chỗ đã cho qua")).to_be_visible()
    expect(cards).to_have_count(before - 3)


def test_marks_are_reached_and_opened_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.page
    visit.paste(TEXT)
    mark = page.get_by_role("button", name="lỗi: 05 /CT-UBND")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.current")).to_contain_text("viết liền")
    page.keyboard.press("y")
    expect(page.locator(".why")).to_contain_text("Nguồn")
    page.get_by_role("button", name="Lưu trữ").press("Enter")
    expect(page.get_by_test_id("stPopoverBody")).to_be_focused()


def test_in_a_window_magnified_to_twice_its_size_the_place_and_what_to_do_are_seen_at_once(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 640, "height": 400})
    visit.paste(TEXT)
    expect(page.get_by_role("button", name="Tải văn bản")).to_be_in_viewport()  # not where the page was left
    for _ in range(4):
        page.keyboard.press("j")
        expect(page.locator("mark.current").first).to_be_in_viewport(ratio=1)
        expect(page.locator(".card.current").get_by_role("button", name="Vì sao?")).to_be_in_viewport(ratio=1)


def test_typing_rechecks_and_keeps_the_caret(visit: Visit) -> None:
    page = visit.page
    visit.paste(TEXT)
    page.get_by_role("button", name="Gõ sửa").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Đầu ")
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_enabled()
    page.keyboard.type("trang. ")
    expect(page.locator("#editor")).to_contain_text("Đầu trang. ỦY BAN")
    page.keyboard.press("Escape")
    shows(visit, "Đầu trang. ỦY BAN")
    page.locator("#sheet").focus()
    page.keyboard.press("z")
    shows_not(visit, "Đầu trang")


def test_an_input_method_composes_undisturbed(visit: Visit) -> None:
    page = visit.page
    visit.paste(TEXT)
    page.get_by_role("button", name="Gõ sửa").click()
    page.keyboard.press("Control+Home")
    session = page.context.new_cdp_session(page)
    for part in ("t", "ti", "tin", "tinh", "tỉnh"):
        session.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
        page.wait_for_timeout(200)
    session.send("Input.insertText", {"text": "tỉnh"})
    expect(page.locator("#editor")).to_contain_text("tỉnhỦY BAN")
    page.keyboard.press("Escape")
    shows(visit, "tỉnhỦY BAN")


def test_a_word_file_comes_back_with_its_changes_tracked(visit: Visit) -> None:
    page = visit.page
    data = io.BytesIO()
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(data)
    visit.upload("Hoặc chọn tệp", "chi-thi.docx", data.getvalue())
    select(visit, "viết liền")
    page.keyboard.press("a")
    shows(visit, "Số: 05/CT-UBND")
    tracked = visit.download("Word có dấu sửa")
    assert "Số: 05/CT-UBND" in pipeline.read(tracked, "lai.docx").text


def test_hostile_text_stays_text_and_loads_nothing(visit: Visit) -> None:
    page = visit.page
    visit.paste(HOSTILE)
    shows(visit, "<script>window.hurt = 1</script>")
    shows(visit, "![anh](http://a.example/anh.png)")
    page.get_by_text("Xử lý từng chỗ bằng danh sách chọn").click()
    page.get_by_text("Lưu trữ").click()
    page.get_by_label("Đặt tên").fill("![x](http://a.example/phien-ban.png)")
    page.get_by_role("button", name="Lưu phiên bản").click()
    expect(page.get_by_role("button", name="Trở về")).to_contain_text("![x](http://a.example/phien-ban.png)")
    assert page.evaluate("window.hurt") is None
    assert page.evaluate("getComputedStyle(document.body).display") == "block"


def test_two_tabs_do_not_mix(visit: Visit, browser: Browser, app_url: str) -> None:
    visit.paste(TEXT)
    other = visit.page.context.new_page()
    other.goto(app_url)
    expect(other.get_by_text("Bản đang làm dở trong trình duyệt này")).to_be_visible()
    other.get_by_label("Dán văn bản").fill(HOSTILE)
    other.get_by_role("button", name="Soát văn bản", exact=True).click()
    expect(other.locator("#doc")).to_contain_text("Một;")
    visit.page.reload()
    shows(visit, "XÃ ĐỒI CỌ")
    other.reload()
    expect(other.locator("#doc")).to_contain_text("Một;")


def test_thirty_pages_are_reviewed(visit: Visit) -> None:
    page = visit.page
    body = "\n".join(
        f"a) Thôn số {n} trồng thêm cây xanh dọc đường làng, vệ sinh ngõ xóm mỗi sáng thứ bảy." for n in range(750)
    )
    visit.paste(TEXT.replace("c) Xây dựng", f"{body}\nc) Xây dựng"))
    select(visit, "kết thúc ngày 31 tháng 12 năm 2026")
    page.keyboard.press("a")
    shows(visit, "31 tháng 12 năm 2026")


def test_two_years_are_compared(visit: Visit) -> None:
    page = visit.page
    visit.go("So sánh")
    before, after = pipeline.sample_pair()
    visit.upload("Văn bản năm trước", "2025.txt", before.text.encode())
    expect(page.get_by_text("Văn bản năm trước: 2025.txt")).to_be_visible()
    visit.upload("Văn bản năm nay", "2026.txt", after.text.encode())
    expect(page.locator("table.ledger")).to_contain_text("Thu ngân sách nhà nước trên địa bàn")
    page.get_by_role("button", name="Hai văn bản", exact=True).click()
    expect(page.locator(".pair ins").first).to_be_visible()
    assert json.loads(visit.download("Dữ liệu"))["schema"] == 1
    assert b"<script" not in visit.download("Bản in")


def compared(visit: Visit, previous: str, current: str) -> Page:
    visit.go("So sánh")
    visit.upload("Văn bản năm trước", "2025.txt", previous.encode())
    expect(visit.page.get_by_text("Văn bản năm trước: 2025.txt")).to_be_visible()
    visit.upload("Văn bản năm nay", "2026.txt", current.encode())
    expect(visit.page.locator("table.ledger")).to_be_visible()
    return visit.page


def test_a_target_leads_to_its_place_on_both_sides_and_back(visit: Visit) -> None:
    page = compared(visit, *(source.text for source in pipeline.sample_pair()))
    row = page.locator("tr[data-go*=' ']").last
    row.click()
    marks = page.locator("mark.here")
    expect(marks.first).to_be_in_viewport()
    expect(marks.last).to_be_in_viewport()
    page.get_by_role("button", name="Về chỗ vừa xem").click()
    expect(row).to_be_in_viewport()
    expect(row).to_be_focused()
    row.press("Enter")
    expect(marks.last).to_be_in_viewport()


def test_only_what_differs_is_shown_until_all_is_asked_for(visit: Visit) -> None:
    last = "CHỈ THỊ\nPhát động phong trào thi đua năm 2025\n\n1. Mục tiêu\n\nThi đua giỏi.\n\n2. Chỉ tiêu\n\n- 100% thôn có điện.\n- Trồng 20 ha chè.\n"
    page = compared(visit, last, last.replace("2025", "2026").replace("20 ha", "15 ha"))
    rows = page.locator("tr[data-tags]:visible")
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Chỉ khác biệt có nghĩa").click()
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="1 thấp hơn năm trước").click()
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Hai văn bản", exact=True).click()
    expect(page.locator(".pair.kept").first).to_be_visible()
    page.get_by_role("button", name="Chỉ khác biệt có nghĩa").click()
    expect(page.locator(".pair.kept").first).to_be_hidden()


def test_a_left_over_leads_to_its_place(visit: Visit) -> None:
    before, after = (source.text for source in pipeline.sample_pair())
    page = compared(visit, before, after.replace("31/12/2026", "31/12/2025"))
    page.locator("button.tab", has_text="Còn sót lại").click()
    page.locator(".item[data-go]").first.click()
    expect(page.locator("mark.left.here").first).to_be_in_viewport()


def test_a_directive_is_taken_in_found_and_removed(visit: Visit) -> None:
    page = visit.page
    visit.go("Kho văn bản")
    page.get_by_text("Thêm văn bản của cơ quan").click()
    visit.upload("Chọn một hoặc nhiều tệp", "chi-thi-2026.txt", TEXT.encode())
    page.get_by_role("button", name="Thêm 1 tệp vào kho").click()
    page.get_by_role("textbox", name="Cơ quan").fill("Đồi Cọ")
    page.keyboard.press("Enter")  # asked for while the file is read
    expect(page.get_by_text("1 văn bản đã thêm.")).to_be_visible()  # the first one makes the index
    page.get_by_label("Tìm trong kho").fill("moi thon chon mot viec kho")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 văn bản đã thêm.")).to_have_count(0)
    expect(page.locator(".hit, .quote").first).to_contain_text("chọn một việc khó")
    page.get_by_role("button", name="Xem ").first.click()
    expect(page.locator(".document")).to_contain_text("XÃ ĐỒI CỌ")
    page.get_by_role("link", name="Kho văn bản").click()  # back to the list, as the name says
    page.get_by_role("button", name="Xem ").first.click()
    expect(page.locator(".document")).to_contain_text("XÃ ĐỒI CỌ")
    page.get_by_text("Xóa khỏi kho").click()
    page.get_by_role("button", name="Xóa hẳn").click()
    expect(page.get_by_label("Tìm trong kho")).to_be_visible()


def test_next_years_directive_is_drafted_and_handed_to_review(visit: Visit) -> None:
    page = visit.page
    visit.go("Soạn thảo")
    _, last = pipeline.sample_pair()
    visit.upload("Văn bản năm trước", "2026.txt", last.text.encode())
    expect(page.get_by_label("Năm phát động")).to_have_value("2027")
    page.get_by_label("Chủ đề thi đua").fill("Vững bước vào kỷ nguyên mới")
    page.get_by_role("button", name="Soạn dự thảo").click()
    expect(page.locator(".document")).to_contain_text("Vững bước vào kỷ nguyên mới")
    expect(page.locator(".tag.previous").first).to_be_visible()
    page.get_by_role("tab", name="Còn phải quyết định").click()
    expect(page.get_by_role("textbox", name="Số văn bản năm 2027")).to_be_visible()
    expect(page.locator("[aria-label='Giải thích: Lời văn của phần này']")).to_have_count(
        1
    )  # for the ear, in Vietnamese too
    word = visit.download("Tải Word")
    assert "Vững bước vào kỷ nguyên mới" in pipeline.read(word, "du-thao.docx").text
    page.get_by_role("link", name="So sánh").click()
    visit.go("Soạn thảo")
    page.get_by_role("button", name="Soát và sửa dự thảo này").click()
    shows(visit, "Vững bước vào kỷ nguyên mới")
    expect(page.locator("#next")).to_contain_text("Đưa về Soạn thảo")  # the way to a Word file, not “Tải văn bản”
    page.get_by_role("button", name="Đưa về Soạn thảo").click()
    expect(page.get_by_role("button", name="Tải Word")).to_be_visible()
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_enabled()


def test_all_of_one_kind_are_previewed_and_undone_at_once(visit: Visit) -> None:
    page = visit.page
    visit.paste("Mỗi thôn , mỗi xã , mỗi cơ quan chọn một việc khó để làm cho xong trong năm.\n")
    page.locator("#sheet").focus()
    page.keyboard.press("j")
    page.keyboard.press("t")
    expect(page.locator(".preview label")).to_have_count(2)
    page.get_by_role("button", name="Sửa các chỗ đã chọn").click()
    shows(visit, "Mỗi thôn, mỗi xã, mỗi cơ quan")
    page.keyboard.press("z")
    shows(visit, "Mỗi thôn , mỗi xã , mỗi cơ quan")
    expect(page.locator("#live")).to_contain_text("Đã hoàn tác. 1 trên 2, ")
    expect(page.locator(".card.current")).to_be_visible()


def test_a_word_of_the_dictionary_is_not_marked_again(visit: Visit) -> None:
    page = visit.page
    visit.paste("Cơ quan nâng cao chất luợng phục vụ, chất luợng văn bản.\n")
    before = page.locator("mark").count()
    page.locator("#sheet").focus()
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("mark")).to_have_count(0)
    assert before == 2


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="vi-VN", has_touch=True, color_scheme="dark"
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


CONTRAST = """(button) => {
  const shade = (css) => css.match(/\\d+/g).map((part) => part / 255).map((x) => (x > 0.04 ? ((x + 0.055) / 1.055) ** 2.4 : x / 12.92));
  const [a, b] = ['color', 'backgroundColor'].map((name) => shade(getComputedStyle(button)[name]))
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
  return Math.max(a, b) / Math.min(a, b);
}"""


def test_on_a_phone_in_the_dark_a_tapped_mark_shows_what_to_do(phone: Page, app_url: str) -> None:
    phone.goto(app_url)
    paste(phone, TEXT)
    assert phone.get_by_role("button", name="chỗ chắc chắn").evaluate(CONTRAST) > 4.5
    phone.locator("mark").first.tap()
    expect(phone.locator(".card").get_by_role("button", name="Bỏ qua")).to_be_in_viewport()
    phone.get_by_role("button", name="Mở danh sách trang").tap()
    expect(phone.get_by_role("button", name="Đóng danh sách trang")).to_be_visible()
    phone.get_by_role("link", name="Kho văn bản").tap()
    expect(phone.get_by_label("Tìm trong kho")).to_be_visible()
    expect(phone.get_by_role("combobox", name="Năm")).to_be_visible()
    assert phone.get_by_role("combobox", name="Năm").evaluate("e => e.clientWidth") > 40
    assert phone.get_by_test_id("stMain").evaluate("e => e.scrollWidth <= e.clientWidth")  # nothing to the side
    expect(phone.get_by_role("button", name="Mở danh sách trang")).to_be_visible()  # the list is gone by itself
    expect(phone.get_by_role("button", name="Trang 2")).to_be_in_viewport()  # the filters leave room
    expect(phone.get_by_role("button", name="Trang sau")).to_be_visible()


IN_ENGLISH = """() => [...document.querySelectorAll('[aria-label], [placeholder], button, a')].filter((e) => e.checkVisibility())
  .flatMap((e) => [e.getAttribute('aria-label'), e.getAttribute('placeholder'), e.localName === 'section' ? '' : e.innerText])
  .filter((words) => /\\b(files?|upload|remove|add icon|open|close|link|heading|pages?|previous|next|pagination|sidebar)\\b/i.test(words || ''))"""


def test_whatever_file_is_chosen_it_is_refused_in_one_sentence_and_no_word_is_english(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/soan-tho")
    expect(page.get_by_role("dialog")).to_contain_text("Không có trang này")
    assert "Page" not in page.get_by_role("dialog").inner_text()
    page.goto(f"{app_url}/ra-soat")  # the address of the first page, as the other pages have theirs
    file = page.locator("input[type=file]")
    for name, data, reason in (
        ("anh.jpg", b"\xff\xd8\xff\xe0" + bytes(500), "là hình ảnh"),
        ("nang.pdf", b"%PDF-1.4" + bytes(10_500_000), "quá lớn"),
    ):
        file.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
        expect(page.get_by_role("alert")).to_contain_text(reason)
        assert page.evaluate(IN_ENGLISH) == []
    assert page.locator("html").get_attribute("lang") == "vi"


def test_why_a_file_is_refused_stands_beside_it_on_a_small_screen(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(app_url)
    page.locator("input[type=file]").set_input_files({"name": "trang.txt", "mimeType": "text/plain", "buffer": b" "})
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Thử với văn bản mẫu")).to_be_visible()
