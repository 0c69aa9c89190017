"""Parts of the page So sánh: several years, and targets paired by hand."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from assistant import pairs
from checks.comparison.pairing import Pair


def several() -> None:
    from assistant import pipeline
    from assistant.precedents.corpus import open_corpus
    from assistant.ui.years_view import several_years

    several_years(pipeline.listed(open_corpus()))


def by_hand(folder: str) -> None:
    from pathlib import Path

    from assistant import pairs
    from assistant.ui.pairing_view import pairing
    from checks.compare import compare
    from checks.document import Document

    head = "CHỈ THỊ\nPhát động phong trào thi đua năm {}\n\n2. Chỉ tiêu\n\n"
    sides = (
        head.format(2025) + "- Trồng 20 ha chè.\n- Làm 3 km đường.\n",
        head.format(2026) + "- Mở rộng 30 ha vùng nguyên liệu.\n- Làm 4 km đường.\n",
    )
    pairing(compare(*map(Document.parse, sides), pairs=pairs.load(Path(folder))), Path(folder))


def test_three_years_are_one_table_with_charts(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHITHI_DATA", str(tmp_path))
    at = AppTest.from_function(several, default_timeout=90).run()
    at.multiselect(key="years_pick").set_value([f"tinh-son-thuy-{year}" for year in (2026, 2024, 2025)]).run()
    assert not at.exception
    assert "thứ tự năm" in at.warning[0].value.replace("\\", "")
    assert len(at.get("vega_lite_chart") or at.get("arrow_vega_lite_chart")) == 9


def test_two_offices_are_told_on_the_page(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHITHI_DATA", str(tmp_path))
    at = AppTest.from_function(several, default_timeout=90).run()
    at.multiselect(key="years_pick").set_value(["tinh-son-thuy-2026", "tinh-thach-giang-2025"]).run()
    assert "một cơ quan" in at.error[0].value


def test_two_targets_are_paired_and_parted_on_the_page(tmp_path: Path) -> None:
    at = AppTest.from_function(by_hand, args=(str(tmp_path),)).run()
    at.selectbox(key="pair_current").select_index(0).run()
    at.selectbox(key="pair_previous").select_index(0).run()
    at.button(key="pair_save").click().run()
    assert not at.exception
    (one,) = pairs.load(tmp_path)
    assert one.unit == "ha"
    at.selectbox(key="pair_part").select_index(0).run()
    at.button(key="pair_apart").click().run()
    assert pairs.load(tmp_path) == (Pair(one.current, "", "ha"),)
