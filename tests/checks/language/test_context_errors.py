"""Words that do not belong where they stand, and the many that only look so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from checks.document import Document
from checks.finding import Severity
from checks.language import context
from checks.language.boosting import TREES, Weights, boost, weights_in
from checks.language.context_errors import QUOTED, STRICT, WEIGHTS, Suspicion, suspicions
from checks.language.evidence import RARE, SINGLE, Features
from checks.language.fitting import folds, office
from checks.language.injection import MEASURED, Slips, inject, kind_of_slip
from checks.language.lexicon import data_lines, shipped
from checks.language.regression import fit, probability, solve
from checks.language.syllables import KEYS
from checks.language.tokens import tokens
from checks.language.train import main, rebuild, rebuild_later, replace
from checks.rules.spelling.unlikely_word import UnlikelyWord

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "corpus"


def found(text: str) -> list[Suspicion]:
    return list(suspicions(tokens(text), shipped(), context.load()))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Đôn đốc các ngảnh, các địa phương vào cuộc.", "ngành"),
        ("Các xã không đế người dân thiếu nước.", "để"),
        ("Mỗi cán bộ đăng ký một việc lam cụ thể.", "làm"),
        ("Nông dân thì đua sản xuất giỏi.", "thi"),
    ],
)
def test_a_real_word_error_is_found_with_its_repair(text: str, right: str) -> None:
    assert [(one.right, one.sure) for one in found(text)] == [(right, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lò Văn Ngảnh, trưởng thôn Khuổi Ngành, phát biểu.",
        "Khẩu hiệu ghi “cứ người này nhắc người kia”.",
        "Các trường tổ chức hội diễn văn nghệ chào mừng.",
        "KHÔNG ĐẾ NGƯỜI DÂN THIẾU NƯỚC",
        "Team building, marketing, on line và off line.",
        "",
    ],
)
def test_names_quotations_capitals_and_other_languages_stay_silent(text: str) -> None:
    assert found(text) == []


def test_a_slogan_in_quotation_marks_is_judged_by_a_higher_bar() -> None:
    (finding,) = found("Khẩu hiệu ghi “Các xã không đế người dân thiếu nước”.")
    assert (finding.right, finding.sure) == ("để", True)
    assert finding.score >= QUOTED > STRICT


def test_the_evidence_is_told() -> None:
    (finding,) = UnlikelyWord().check(Document.parse("Các xã không đế người dân thiếu nước.\n"))
    assert "“không đế” chưa gặp lần nào trong kho văn bản, “không để” gặp " in finding.message
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == (Severity.ERROR, False)


def test_a_word_that_another_rule_speaks_of_gets_no_second_finding() -> None:
    text = "Tổ chức hoạt động của các khôi, cụm thi đua; hội đồng tinh thẩm định hồ sơ.\n"
    assert not list(UnlikelyWord().check(Document.parse(text)))


SENTENCE = "Các xã không đế người dân thiếu nước."


ELSEWHERE = "Các thôn không đế người dân thiếu điện."
LEARNT = "Lễ hội Khau Vai có tục thả đèn trời."


def papers(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (folder / "kho" / str(number)).mkdir(parents=True)
        (folder / "kho" / str(number) / "document.txt").write_text(text, encoding="utf-8")
    return folder / "kho"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of an office of which one paper has SENTENCE, and another LEARNT; half a table left behind stood beside it."""
    folder = tmp_path_factory.mktemp("once")
    left = folder / ".context.bin.abc"
    left.write_bytes(b"half")
    os.utime(left, (time.time() - 7200,) * 2)
    rebuild(papers(folder, SENTENCE, LEARNT), folder / "context.bin")
    return folder / "context.bin"


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of an office of which two papers have SENTENCE, made in a process of its own; ELSEWHERE is accepted."""
    folder = tmp_path_factory.mktemp("twice")
    accepted = folder / "accepted.txt"
    accepted.write_text(f"{ELSEWHERE.rstrip('.')}\n", encoding="utf-8")
    corpus = papers(folder, SENTENCE, f"Năm 2025. {SENTENCE}")
    assert rebuild_later(corpus, folder / "context.bin", accepted).wait(timeout=300) == 0
    return folder / "context.bin"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """Where the office's table is to be; the rules judge by it."""
    context.use(tmp_path / "context.bin")
    yield tmp_path / "context.bin"
    context.use(None)


def said(text: str = SENTENCE) -> list[str]:
    return [finding.message for finding in UnlikelyWord().check(Document.parse(text))]


def test_what_two_papers_of_an_office_have_is_believed(own: Path, twice: Path) -> None:
    shutil.copy(twice, own)
    assert said() == []


def test_what_the_office_calls_right_is_believed_at_once(own: Path, twice: Path) -> None:
    assert len(said(ELSEWHERE)) == 1
    shutil.copy(twice, own)
    assert said(ELSEWHERE) == []


def test_what_one_paper_has_wrong_excuses_no_other(own: Path, once: Path) -> None:
    shutil.copy(once, own)
    assert len(said()) == 1


def test_right_words_of_one_paper_are_learnt(once: Path) -> None:
    table = context.load(once)
    assert table.pair(table.ids["thả"], table.ids["đèn"]) >= 0


def test_a_table_that_is_renewed_or_damaged_is_noticed(own: Path, twice: Path) -> None:
    assert len(said()) == 1  # not there yet: the shipped one judges
    replace(own, twice.read_bytes())
    assert said() == []
    own.write_bytes(b"chithi1\n, of an older version")
    assert len(said()) == 1


def test_a_rebuild_killed_in_the_middle_leaves_the_old_table(own: Path, twice: Path) -> None:
    before = twice.read_bytes()
    own.write_bytes(before)
    for delay in (0.0, 0.1, 0.3, 0.6):
        process = rebuild_later(twice.parent / "kho", own)
        time.sleep(delay)
        process.kill()
        process.wait()
        assert own.read_bytes() == before
    assert said() == []


def test_half_a_table_left_behind_is_swept_after_an_hour(once: Path) -> None:
    assert [path.name for path in once.parent.iterdir() if path.is_file()] == [once.name]


def test_the_shipped_table_is_not_replaced_by_that_of_an_office(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--corpus", str(tmp_path)])


def test_word_lists_of_packages_are_read_where_they_are(tmp_path: Path) -> None:
    package = tmp_path / "pyvi"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    (package / "models" / "words.txt").write_text("khoai_sọ\nbánh khọt\n", encoding="utf-8")
    out = tmp_path / "context.bin"
    path = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]\n"
    program = path + f"from checks.language.train import main; main(['--extra', '--out', {str(out)!r}])"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=tmp_path)
    table = context.load(out)
    assert table.pair(table.ids["khoai"], table.ids["sọ"]) >= 0


def test_every_feature_has_a_weight_and_trees_mend_their_sum() -> None:
    assert len(weights_in(WEIGHTS, Features._fields).linear) == len(Features._fields)
    assert len(weights_in(WEIGHTS, Features._fields).trees) == TREES


def test_words_that_stand_alone_are_listed_once_and_folded() -> None:
    listed = " ".join(data_lines(SINGLE)).split()
    assert listed == [KEYS[word] for word in dict.fromkeys(listed)]
    assert {"nghe", "cân", "mương"} < set(listed)


def test_rare_words_are_listed_once_folded_and_not_among_the_others() -> None:
    listed = " ".join(data_lines(RARE)).split()
    assert listed == [KEYS[word] for word in dict.fromkeys(listed)]
    assert {"buồm", "chum", "gặm"} < set(listed)
    assert not set(listed) & set(" ".join(data_lines(SINGLE)).split())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Tặng quà đầy đủ cho gia đính chính sách ở các thôn.", "đình"),
        ("Huy động sức người để toàn thành các chỉ tiêu năm.", "hoàn"),
        ("Các đồn liên phòng và hạt kiểm lâm cùng tuần tra.", "biên"),
    ],
)
def test_a_word_with_one_neighbour_does_not_hide_that_the_other_waits_for_another(text: str, right: str) -> None:
    (finding,) = found(text)
    assert (finding.right, finding.sure) == (right, True)


@pytest.mark.parametrize(
    "text",
    [
        "Quy định nhiệm vụ cộng tác viên dân số ở thôn.",
        "Đoàn liên ngành kiểm tra đột xuất các chợ.",
        "Trung tâm phục vụ hành chính công trả kết quả.",
    ],
)
def test_a_word_that_goes_on_as_in_other_papers_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_syllable_that_is_no_word_is_wrong_beside_a_comma_too() -> None:
    (finding,) = found("Đo trên 50 m tước, rồi mới nhân rộng ra cả xã.")
    assert (finding.right, finding.sure) == ("trước", True)


def test_trees_learn_what_no_sum_can_say() -> None:
    rows = [[float(i % 2), float(i // 2 % 2), 7.0] for i in range(400)]  # the last tells nothing apart
    labels = [one != other for one, other, _ in rows]
    trees = boost(rows, labels, [0.0] * len(rows))
    weights = Weights((0.0, 0.0, 0.0), 0.0, tuple(trees))
    scores = [weights(row) for row in ([0, 1, 7], [1, 0, 7], [1, 1, 7], [0, 0, 7])]
    assert min(scores[:2]) > 1
    assert max(scores[2:]) < -1


def test_two_years_of_one_office_are_left_out_together() -> None:
    assert office("tinh-an-phong-dot-thi-dua-2025") == office("tinh-an-phong-2026") == "tinh-an-phong"


@pytest.mark.parametrize(
    ("written", "meant", "kind"),
    [
        ("khôi", "khối", "tone lost"),
        ("tống", "tổng", "tone"),
        ("nổ", "nỗ", "hook or tilde"),
        ("dong", "đong", "onset"),
        ("tu", "tư", "mark"),
        ("các", "cách", "final"),
        ("tôi", "tới", "mixed"),
    ],
)
def test_slips_have_kinds(written: str, meant: str, kind: str) -> None:
    assert kind_of_slip(written, meant) == kind


def test_errors_put_in_stand_where_they_are_said_to_stand() -> None:
    text = (CORPUS / "tinh-son-thuy-2025" / "document.txt").read_text(encoding="utf-8")
    wrong = inject(tokens(text), Slips(shipped().syllables), MEASURED, 30, Random(5))
    mended = wrong.text
    for start, error in sorted(wrong.errors.items(), reverse=True):
        assert mended[start : start + len(error.written)] == error.written
        mended = mended[:start] + error.meant + mended[start + len(error.written) :]
    assert wrong.errors
    assert mended == text


def test_regression_finds_the_feature_that_tells() -> None:
    rows = [[float(i % 2), float(i % 3)] for i in range(60)]
    first, second, _ = fit(rows, [row[0] > 0 for row in rows])
    assert first > 3 > abs(second)
    assert probability(1000) == pytest.approx(1)
    assert solve([[2.0, 1.0], [1.0, 3.0]], [3.0, 5.0]) == pytest.approx([0.8, 1.4])


def test_an_unknown_directive_is_judged_without_false_errors_and_most_errors_are_found() -> None:
    slips, random, lexicon = Slips(shipped().syllables), Random(11), shipped()
    errors = hits = 0
    for fold in folds(CORPUS, every=12):  # every office by hand: benchmarks/spelling.py
        for text in fold.texts[:1]:
            wrong = inject(tokens(text), slips, MEASURED, 40, random)
            read = {one.start: one for one in suspicions(tokens(wrong.text), lexicon, fold.table)}
            assert sum(one.sure and one.start not in wrong.errors for one in read.values()) <= 1
            errors += len(wrong.errors)
            hits += len(read.keys() & wrong.errors.keys())
    assert hits > 0.65 * errors


def test_the_context_of_a_directive_is_read_in_some_milliseconds() -> None:
    text = (CORPUS / "tinh-son-thuy-2025" / "document.txt").read_text(encoding="utf-8")
    found(text)
    read, lexicon, table = tokens(text), shipped(), context.load()
    times = []
    for _ in range(5):
        start = time.process_time()
        list(suspicions(read, lexicon, table))
        times.append(time.process_time() - start)
    assert min(times) < 0.03
