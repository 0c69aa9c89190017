"""Each page's logic, without a browser."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from assistant import pipeline
from assistant.reviewing import review as reviewing
from assistant.reviewing import review_file

PAGES = Path(__file__).parents[2] / "assistant" / "ui"
TEXT = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Thời gian: đến hết ngày 31 tháng 12 năm 2025.\n"


@pytest.fixture(scope="module")
def word_file() -> bytes:
    document = docx.Document()
    for line in pipeline.sample().text.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample_index: Path) -> None:
    monkeypatch.setenv("CHITHI_DATA", str(shutil.copytree(sample_index, tmp_path, dirs_exist_ok=True)))


def opened(name: str) -> AppTest:
    return AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=90).run()


def pasted(text: str = TEXT) -> AppTest:
    at = opened("review")
    at.text_area(key="pasted").set_value(text)
    return at.button(key="check_pasted").click().run()


def review_of(at: AppTest) -> reviewing.Review:
    review: reviewing.Review = at.session_state["review"]
    return review


def chosen(at: AppTest, rule: str) -> AppTest:
    mark = next(one.mark for one in pipeline.undecided(review_of(at)) if one.finding.rule == rule)
    at.selectbox(key="one").set_value(mark)
    return at


def texts(at: AppTest) -> str:
    return "\n".join(str(element.value) for element in at.text)


@pytest.mark.parametrize("name", ["review", "draft", "compare", "corpus"])
def test_a_page_opens_without_a_problem(name: str) -> None:
    at = opened(name)
    assert not at.exception
    assert not at.error


def test_nothing_pasted_is_one_sentence() -> None:
    at = pasted("  ")
    assert len(at.error) == 1
    assert not at.exception


def test_a_pasted_text_is_reviewed() -> None:
    assert review_of(pasted()).text == TEXT


def test_a_long_text_is_judged_beside_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.ui.judged.LONG", 10)
    at = pasted()
    while "judging" in at.session_state:
        assert at.button(key="fix_safe").disabled
        at.session_state["judging"].report()
        at.run()
    assert pipeline.undecided(review_of(at)) == pipeline.judge(review_of(at), at.session_state["report"]).open
    assert not at.exception


def test_accepting_by_button_changes_the_text_and_undo_brings_it_back() -> None:
    at = chosen(pasted(), "period-end")
    at.button(key="one_accept").click().run()
    assert "2025" not in review_of(at).text
    at.button(key="undo").click().run()
    assert review_of(at).text == TEXT
    at.button(key="redo").click().run()
    assert "2025" not in review_of(at).text


def test_words_typed_beside_a_finding_replace_it() -> None:
    at = chosen(pasted(), "period-end")
    at.text_input(key="one_words").set_value("ngày 15 tháng 12 năm 2026")
    at.button(key="one_accept").click().run()
    assert "ngày 15 tháng 12 năm 2026" in review_of(at).text


def test_ignoring_by_button_leaves_the_text() -> None:
    at = chosen(pasted(), "period-end")
    at.button(key="one_ignore").click().run()
    assert review_of(at).text == TEXT
    assert "period-end" not in [one.finding.rule for one in pipeline.undecided(review_of(at))]


def test_keeping_a_place_asks_for_the_reason() -> None:
    at = chosen(pasted(), "period-end")
    at.button(key="one_waive").click().run()
    assert not review_of(at).decisions.waived
    at = chosen(at, "period-end")
    at.text_input(key="one_words").set_value("Theo Nghị quyết của tỉnh")
    at.button(key="one_waive").click().run()
    assert review_of(at).decisions.waived[0].reason == "Theo Nghị quyết của tỉnh"


def test_all_certain_repairs_are_one_click() -> None:
    at = opened("review")
    at.button(key="try_sample").click().run()
    before = review_of(at).text
    at.button(key="fix_safe").click().run()
    assert review_of(at).text != before
    at.button(key="undo").click().run()
    assert review_of(at).text == before


def test_what_was_not_checked_is_said() -> None:
    assert "nên chưa xét: " in texts(pasted("Một câu thôi."))


def test_an_uploaded_word_file_is_reviewed_and_can_be_given_back(word_file: bytes) -> None:
    at = opened("review")
    at.file_uploader(key="upload").set_value(("chi-thi.docx", word_file, pipeline.WORD)).run()
    assert review_of(at).name == "chi-thi.docx"
    assert at.get("download_button")


@pytest.mark.parametrize(("name", "leads"), [("chi-thi.docx", "word"), ("chi-thi.txt", "download")])
def test_an_office_leaves_with_a_file_of_the_kind_it_came_with(word_file: bytes, name: str, leads: str) -> None:
    at = opened("review")
    clean = pipeline.sample_pair()[1].text.encode()
    at.file_uploader(key="upload").set_value((name, word_file if leads == "word" else clean, "")).run()
    labels = {one.proto.label for one in at.get("download_button")}
    assert ("Word có dấu sửa" in labels) == ("Tải .txt" in labels) == (leads == "word")


def test_a_broken_word_file_is_one_sentence() -> None:
    at = opened("review")
    at.file_uploader(key="upload").set_value(("hong.docx", b"PK\x03\x04 hong", pipeline.WORD)).run()
    assert len(at.error) == 1
    assert not at.exception


def test_a_file_name_full_of_markdown_stays_words() -> None:
    at = opened("review")
    at.file_uploader(key="upload").set_value(("![x](http://a.example/b).docx", b"PK\x03\x04 hong", pipeline.WORD)).run()
    assert "![" not in at.error[0].value


def test_an_exported_review_is_opened_again() -> None:
    review = reviewing.keep_version(reviewing.start(TEXT, "thử"), "một")
    at = opened("review")
    at.file_uploader(key="upload").set_value(
        ("phien.json", review_file.to_json(review).encode(), "application/json")
    ).run()
    assert review_of(at) == review


def test_a_version_is_kept_and_returned_to() -> None:
    at = pasted()
    at.text_input(key="version_name").set_value("Trước khi trình")
    at.button(key="save_version").click().run()
    at = chosen(at, "period-end")
    at.button(key="one_accept").click().run()
    at.button(key="version_0").click().run()
    assert review_of(at).text == TEXT


def test_two_samples_are_compared() -> None:
    at = opened("compare")
    at.button(key="compare_sample").click().run()
    assert _has(at, "compare_swap")
    assert not at.exception


def test_two_years_in_the_wrong_order_are_told_and_changed_over() -> None:
    at = opened("compare")
    before, after = pipeline.sample_pair()
    at.session_state["compare_previous_source"], at.session_state["compare_current_source"] = after, before
    at.run()
    assert "đổi thứ tự" in at.error[0].value
    at.button(key="compare_swap").click().run()
    assert not at.error
    assert not at.exception


def test_the_samples_are_listed_and_one_is_shown() -> None:
    at = opened("corpus")
    at.text_input(key="corpus_issuer").set_value("Thạch Giang").run()
    at.button(key="open_tinh-thach-giang-2026").click().run()
    assert at.query_params["xem"] == "tinh-thach-giang-2026"
    at.button(key="corpus_back").click().run()
    assert at.text_input(key="corpus_issuer").value == "Thạch Giang"  # the list as it was left
    assert not at.exception


def test_no_two_buttons_of_the_list_are_called_the_same() -> None:
    labels = [button.label for button in opened("corpus").button if button.key.startswith("open_")]
    assert len(labels) > 1
    assert len(set(labels)) == len(labels)


def test_a_search_without_marks_finds_a_section() -> None:
    at = opened("corpus")
    at.text_input(key="corpus_query").set_value("chi tieu thu ngan sach").run()
    assert _has(at, "open_hit_0")


def test_an_own_directive_is_added_and_removed() -> None:
    text = pipeline.sample_pair()[0].text.replace("THẠCH GIANG", "ĐỒI CỌ").replace("Thạch Giang", "Đồi Cọ")
    at = opened("corpus")
    at.file_uploader(key="corpus_files_0").set_value([("chi-thi.txt", text.encode(), "text/plain")]).run()
    at.button(key="corpus_add").click().run()
    [identifier] = at.session_state["corpus_reports"][0].added
    at.query_params["xem"] = identifier
    at.run()
    at.button(key="corpus_remove").click().run()
    assert not _has(at, f"open_{identifier}")
    at.query_params["xem"] = identifier  # the browser's way back
    assert "không còn trong kho" in at.run().warning[0].value
    assert not at.exception


def test_two_directives_alike_are_opened_from_the_report_until_one_is_removed() -> None:
    text = pipeline.sample_pair()[0].text.replace("THẠCH GIANG", "ĐỒI CỌ").replace("Thạch Giang", "Đồi Cọ")
    files = [(f"{n}.txt", text.replace("ngày làm", f"ngày {n} làm").encode(), "text/plain") for n in "ab"]
    at = opened("corpus")
    at.file_uploader(key="corpus_files_0").set_value(files).run()
    at.button(key="corpus_add").click().run()
    first, second = (button.key for button in at.button if button.key.startswith("doubt_"))
    at.button(key=first).click().run()
    at.button(key="corpus_remove").click().run()
    assert not _has(at, first)
    assert _has(at, second)
    assert not at.exception


def test_a_draft_is_made_from_last_years_and_survives_another_run() -> None:
    at = opened("draft")
    at.selectbox(key="draft_previous_pick").set_value("tinh-thach-giang-2026").run()
    assert at.text_input(key="draft_issuer").value == "Ủy ban nhân dân tỉnh Thạch Giang"
    at.text_input(key="draft_theme").set_value("Vững bước")
    at.button(key="draft_make").click().run()
    assert "Vững bước" in at.session_state["draft"].document.text
    at.run()
    assert at.text_input(key="draft_theme").value == "Vững bước"


@pytest.mark.parametrize(("name", "field"), [("draft", "draft_previous"), ("compare", "compare_previous")])
def test_a_file_that_cannot_be_read_is_one_sentence_and_the_page_goes_on(name: str, field: str) -> None:
    at = opened(name)
    whole = [button.key for button in at.button]
    at.file_uploader(key=f"{field}_upload").set_value(("hong.docx", b"PK\x03\x04 hong", pipeline.WORD)).run()
    assert len(at.error) == 1
    assert [button.key for button in at.button] == whole
    assert not at.exception


def test_a_mistake_in_the_form_names_its_field() -> None:
    at = opened("draft")
    at.text_input(key="draft_issuer").set_value("Ủy ban nhân dân xã Đồi Cọ")
    at.text_input(key="draft_year").set_value("hai nghìn")
    at.button(key="draft_make").click().run()
    assert "Năm phát động" in at.error[0].value


def _has(at: AppTest, key: str) -> bool:
    return any(button.key == key for button in at.button)


def test_the_sheet_is_to_be_had_as_a_word_file_too() -> None:
    from assistant import pipeline

    made = pipeline.sheet_word("<html><body><h1>Phiếu kiểm tra trước khi ban hành</h1><p>0 lỗi</p></body></html>")
    assert made[:2] == b"PK"


def test_what_others_left_in_a_word_file_is_told() -> None:
    from assistant import pipeline
    from tests.checks.reading import make

    told = pipeline.others(make.directive(year=2026, marked_up=True))
    assert any("thêm" in line for line in told)
    assert any("chú thích" in line for line in told)
