"""Composing where there is no directive of last year."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.compose import compose
from assistant.drafting.prompt import Prompt, folder
from assistant.precedents.precedent import Precedent, from_toml
from assistant.request import read_request
from checks import engine
from checks.errors import UserError
from checks.finding import Severity
from checks.rules import all_rules

CORPUS = Path(__file__).parents[3] / "corpus"
ISSUERS = (
    "Ủy ban nhân dân tỉnh Lũng Vân",
    "Ủy ban nhân dân thành phố Lũng Hải",
    "Ủy ban nhân dân xã Nà Phai",
    "Ủy ban nhân dân đặc khu Hòn Gió",
    "Sở Tư pháp tỉnh Lũng Vân",
    "Trường Trung học cơ sở Nà Phai",
    "Trung tâm Khuyến nông Lũng Vân",
)


def precedents() -> list[Precedent]:
    folders = sorted((p.parent for p in CORPUS.glob("*/metadata.toml")), reverse=True)
    return [from_toml(tomllib.loads((f / "metadata.toml").read_text("utf-8")), f, "sample") for f in folders]


def composed(issuer: str, **values: Any) -> Any:
    return compose(read_request({"issuer": issuer, "year": 2027, "place": "Lũng Vân", **values}), precedents())


@pytest.mark.parametrize("movement", ["annual", "campaign"])
@pytest.mark.parametrize("issuer", ISSUERS)
def test_a_composed_draft_has_no_error(issuer: str, movement: str) -> None:
    draft = composed(issuer, movement=movement, theme="Gần dân, sát việc")
    found = engine.check(draft.document, all_rules()).findings
    assert [f"{f.rule}: {f.message}" for f in found if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("year", [2021, 2024, 2026])
def test_the_law_of_the_day_is_cited(year: int) -> None:
    law = "26 tháng 11 năm 2003" if year == 2021 else "15 tháng 6 năm 2022"
    assert f"Luật Thi đua, khen thưởng ngày {law};" in composed(ISSUERS[0], year=year).document.text


def test_a_school_year_ends_in_may() -> None:
    text = composed(ISSUERS[5], school_year=True).document.text
    assert "Phát động phong trào thi đua năm học 2027 - 2028" in text
    assert "đến hết ngày 31 tháng 5 năm 2028" in text


def test_every_paragraph_knows_its_section_text() -> None:
    draft = composed(ISSUERS[0])
    goal = next(p for p in draft.paragraphs if p.text == "1. Mục tiêu")
    assert goal.provenance.id == Prompt.load("sections/annual/goal").version
    assert goal.provenance.id in draft.prompts


def test_targets_come_from_the_request() -> None:
    target = next(p for p in composed(ISSUERS[0], targets=["Trồng 20 ha rừng"]).paragraphs if "20 ha" in p.text)
    assert (target.text, target.provenance.kind) == ("- Trồng 20 ha rừng.", "request")


def test_what_a_precedent_lends_is_marked_and_states_nothing_of_its_own() -> None:
    lent = [p for p in composed(ISSUERS[0]).paragraphs if p.provenance.kind == "precedent"]
    assert lent
    assert all(p.note.startswith("Lấy nguyên văn từ") and not any(c.isdigit() for c in p.text) for p in lent)


def test_a_district_is_refused() -> None:
    with pytest.raises(UserError, match="không còn cấp huyện"):
        composed("Ủy ban nhân dân huyện Mường Lay")


VALUES = {
    "actor": "Chủ tịch", "area": "trên địa bàn", "body": "Ủy ban", "campaign_end": "ngày cuối", "campaign_start": "ngày đầu",
    "council": "Hội đồng", "decree": "Nghị định", "document": "Chỉ thị này", "end": "cuối năm", "focal": "Sở Nội vụ", "front": "Mặt trận",
    "law": "Luật", "media": "Báo", "people": "Nhân dân", "period_before": "năm trước", "period_kind": "năm", "period_name": "năm nay",
    "period_start": "Năm nay", "targets": "- Chỉ tiêu.", "theme": "Chủ đề", "units": "Các đơn vị",
}  # fmt: skip
PROMPTS = sorted(str(p.relative_to(folder()).with_suffix("")) for p in folder().glob("sections/**/*.md"))
STORED = Path(__file__).parent / "prompts"


@pytest.mark.parametrize("name", PROMPTS)
def test_every_prompt_renders_as_stored(name: str) -> None:
    stored = STORED / f"{name.replace('/', '-')}.md"
    assert Prompt.load(name).render(**VALUES) == stored.read_text("utf-8")


def test_a_place_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        Prompt("x", "$actor").render()
