"""What the page So sánh draws of a comparison."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.ui import comparison_view
from assistant.ui.nodes import Node
from checks.compare import Comparison, compare
from checks.document import Document

CORPUS = Path(__file__).parents[2] / "corpus"


def document(identifier: str) -> Document:
    return Document.parse((CORPUS / identifier / "document.txt").read_text(encoding="utf-8"), identifier)


def pairs() -> list[tuple[str, str]]:
    found = []
    for path in sorted(CORPUS.glob("*/metadata.toml")):
        about = tomllib.loads(path.read_text(encoding="utf-8"))
        if about.get("previous"):
            found.append((about["previous"], about["id"]))
    return found


def elements(nodes: list[Node]) -> Iterator[list]:  # type: ignore[type-arg]
    for one in nodes:
        if not isinstance(one, str):
            yield one
            yield from elements(one[2:])


def words(nodes: list[Node]) -> str:
    return "".join(one if isinstance(one, str) else words(one[2:]) for one in nodes)


def led_and_places(result: Comparison) -> tuple[set[str], set[str]]:
    drawn = list(elements(comparison_view.comparison(result)))
    led = {place for one in drawn for place in one[1].get("data-go", "").split()}
    return led, {one[1]["data-place"] for one in drawn if "data-place" in one[1]}


@pytest.mark.parametrize(("last", "this"), pairs())
def test_every_row_of_the_shipped_pairs_leads_to_a_place_in_the_texts(last: str, this: str) -> None:
    led, places = led_and_places(compare(document(last), document(this)))
    assert led
    assert led <= places


def test_a_left_over_in_the_head_is_led_to_as_well() -> None:
    last, this = document("tinh-son-thuy-2025"), document("tinh-son-thuy-2026")
    result = compare(last, Document.parse(this.text.replace("thi đua năm 2026\n", "thi đua năm 2025\n", 1)))
    led, places = led_and_places(result)
    assert led <= places


def test_both_texts_are_drawn_whole() -> None:
    result = compare(document("tinh-son-thuy-2025"), document("tinh-son-thuy-2026"))
    panels = {one[1]["data-panel"]: one for one in comparison_view.comparison(result) if "data-panel" in one[1]}
    drawn = "".join(words(panels["texts"][2:]).split())
    assert all("".join(entry.split()) in drawn for entry in result.current.recipients)
    assert "".join(result.current.number.split()) in drawn
    assert "".join((result.previous.signer or "").split()) in drawn


def test_the_first_sentence_tells_what_a_chief_asks() -> None:
    head = "CHỈ THỊ\nPhát động phong trào thi đua năm {}\n\n2. Chỉ tiêu\n\n"
    sides = (
        head.format(2025) + "- Trồng 20 ha chè.\n- Làm 3 km đường.\n",
        head.format(2026) + "- Trồng 15 ha chè.\n- Xây 2 nhà văn hóa.\n",
    )
    told = comparison_view.summary(compare(*map(Document.parse, sides)))
    assert told.startswith("3 chỉ tiêu: 1 thay đổi, 1 mới, 1 bỏ; 1 chỉ tiêu thấp hơn năm trước.")


def test_a_resolution_has_a_panel_of_its_own() -> None:
    head = "CHỈ THỊ\nPhát động phong trào thi đua năm {}\n\n2. Chỉ tiêu\n\n- Trồng {} ha chè.\n"
    resolution = (
        "HỘI ĐỒNG NHÂN DÂN\nXÃ ĐỒI CỌ\n\nNGHỊ QUYẾT\nVề nhiệm vụ năm 2026\n\n2. Chỉ tiêu\n\n- Trồng 25 ha chè.\n"
    )
    texts = (head.format(2025, 20), head.format(2026, 30), resolution)
    drawn = words(comparison_view.comparison(compare(*map(Document.parse, texts))))
    assert "So với nghị quyết (1 khác)" in drawn
    assert "khác nghị quyết" in drawn


def test_a_left_over_is_quoted_in_whole_words_and_recipients_as_last_year_are_one_sentence() -> None:
    last = document("tinh-son-thuy-2026")
    result = compare(
        last, Document.parse(last.text.replace("phong trào thi đua năm 2026", "phong trào thi đua năm 2027"))
    )
    panels = {one[1]["data-panel"]: one[2:] for one in comparison_view.comparison(result) if "data-panel" in one[1]}
    cut = [one for one in elements(panels["left"]) if one[1].get("class") == "quote" and one[2].startswith("… ")]
    assert cut
    assert all(f" {one[2][2:].split()[0]} " in last.text.replace("\n", " ") for one in cut)
    assert "Như năm trước: " in words(panels["facts"])


def test_what_is_new_gone_or_lower_is_named_above_the_table_of_targets() -> None:
    drawn = comparison_view.comparison(compare(document("tinh-thach-giang-2025"), document("tinh-thach-giang-2026")))
    above = words(drawn[: next(n for n, one in enumerate(drawn) if "data-panel" in one[1])])
    assert "1 mới (Tỷ trọng kinh tế số trong GRDP: 19%)" in above
    assert "1 bỏ (Xã đạt chuẩn nông thôn mới nâng cao công nhận mới: 11 xã)" in above
