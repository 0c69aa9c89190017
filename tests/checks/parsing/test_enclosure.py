"""A decision and the plan it brings into force, in one file: the plan is judged as a launch."""

from __future__ import annotations

from checks import engine
from checks.compare import compare
from checks.document import Document
from checks.rules import all_rules

HEAD = "SỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 41/QĐ-SNV\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n"
DECISION = (
    f"{HEAD}QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch phát động phong trào thi đua năm 2026\n\n"
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát động phong trào thi đua năm 2026.\n\n"
    "Điều 2. Các phòng thuộc Sở thực hiện Quyết định này./.\n\n"
    "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Minh\n\n"
)
TITLE = (
    "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n"
    "(Kèm theo Quyết định số 41/QĐ-SNV ngày 12 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)\n\n"
)
GOAL = "I. MỤC ĐÍCH\n\nTạo khí thế thi đua trong toàn thể công chức.\n\n"
CONTENT = "II. NỘI DUNG, CHỈ TIÊU\n\n1. 100% hồ sơ giải quyết đúng hạn.\n\n2. Tuyên truyền, nhân rộng điển hình.\n\n"
PERIOD = "III. THỜI GIAN\n\nTừ ngày phát động đến hết ngày 31 tháng 12 năm 2026.\n\n"
ORGANISE = "IV. TỔ CHỨC THỰC HIỆN\n\nVăn phòng theo dõi, tổng kết, đề nghị khen thưởng./.\n"
WHOLE = GOAL + CONTENT + PERIOD + ORGANISE


def told(text: str) -> list[tuple[str, str]]:
    doc = Document.parse(text)
    found = engine.check(doc, all_rules()).findings
    return [(f.rule, text[slice(*f.span)]) for f in found]


def test_a_whole_plan_behind_its_decision_has_no_findings() -> None:
    assert told(DECISION + TITLE + WHOLE) == []


def test_what_the_plan_lacks_is_told_at_its_own_title() -> None:
    text = DECISION + TITLE + WHOLE.replace(PERIOD, "").replace("IV.", "III.")
    found = engine.check(Document.parse(text), all_rules()).findings
    assert [(f.rule, f.span.start) for f in found] == [("required-sections", text.index("KẾ HOẠCH\n"))]


def test_the_period_of_the_plan_is_judged_in_its_place() -> None:
    text = DECISION + TITLE + WHOLE.replace("12 năm 2026.\n\nIV", "12 năm 2025.\n\nIV")
    assert ("period-end", "ngày 31 tháng 12 năm 2025") in told(text)


def test_a_repair_in_the_plan_changes_the_plan() -> None:
    text = DECISION + TITLE + WHOLE.replace("12 năm 2026.\n\nIV", "12 năm 2025.\n\nIV")
    found = engine.check(Document.parse(text), all_rules()).findings
    assert engine.apply(text, found, unsafe=True) == DECISION + TITLE + WHOLE


def test_regulations_that_come_with_a_decision_are_no_launch() -> None:
    text = (
        DECISION
        + "QUY CHẾ\nThi đua, khen thưởng\n(Kèm theo Quyết định số 41/QĐ-SNV)\n\nĐiều 1. Phạm vi\n\nTrong Sở./.\n"
    )
    assert not [rule for rule, _ in told(text) if rule in ("required-sections", "launch-elements")]


def test_the_court_of_the_decision_closes_its_year_in_the_plan() -> None:
    court = (DECISION + TITLE + WHOLE).replace("SỞ NỘI VỤ", "TÒA ÁN NHÂN DÂN TỈNH HÀ TÂN").replace("QĐ-SNV", "QĐ-TA")
    text = court.replace("GIÁM ĐỐC", "CHÁNH ÁN").replace("31 tháng 12 năm 2026.\n\nIV", "30 tháng 11 năm 2026.\n\nIV")
    assert not [rule for rule, _ in told(text) if rule == "period-end"]


def last_year(text: str) -> str:
    return text.replace("2026", "2025").replace("100%", "95%")


def test_the_targets_of_plans_behind_decisions_are_compared() -> None:
    result = compare(Document.parse(last_year(DECISION + TITLE + WHOLE)), Document.parse(DECISION + TITLE + WHOLE))
    assert [
        (str(one.previous.value), str(one.current.value)) for one in result.indicators if one.previous and one.current
    ] == [("95", "100")]


def test_an_edit_in_a_plan_stands_at_its_place_in_the_file() -> None:
    result = compare(Document.parse(last_year(DECISION + TITLE + WHOLE)), Document.parse(DECISION + TITLE + WHOLE))
    edits = [result.current.text[slice(*edit.after)] for row in result.sections for edit in row.edits]
    assert "100%" in edits


def test_what_is_left_over_in_the_plan_is_told_in_the_file() -> None:
    text = DECISION + TITLE + WHOLE.replace("tổng kết,", "tổng kết trước ngày 10/12/2025,")
    previous = Document.parse(last_year(text))
    found = compare(previous, Document.parse(text)).leftovers
    assert [text[slice(*one.span)] for one in found] == ["10/12/2025"]


def test_a_decision_is_not_cited_by_its_own_plan() -> None:
    result = compare(Document.parse(last_year(DECISION + TITLE + WHOLE)), Document.parse(DECISION + TITLE + WHOLE))
    assert result.citations == ()
