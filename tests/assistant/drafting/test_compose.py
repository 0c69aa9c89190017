"""Composing where there is no directive of last year."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.bodies import wording
from assistant.drafting.compose import NOTED, compose
from assistant.drafting.prompt import Prompt, folder
from assistant.precedents.precedent import Precedent, from_toml
from assistant.request import read_request
from checks import engine
from checks.document import Document
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
    "Bộ Xây dựng",
    "Cục Thống kê tỉnh Lũng Vân",
    "Bệnh viện Đa khoa tỉnh Lũng Vân",
    "Trường Mầm non Nà Phai",
    "Trường Cao đẳng Lũng Vân",
    "Liên đoàn Lao động tỉnh Lũng Vân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lũng Vân",
    "Bộ Chỉ huy Quân sự tỉnh Lũng Vân",
    "Công an tỉnh Lũng Vân",
    "Công ty Cổ phần Chè Lũng Vân",
    "Đảng ủy xã Nà Phai",
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


def lent(issuer: str, theme: str) -> list[Any]:
    return [p for p in composed(issuer, theme=theme).paragraphs if p.provenance.kind == "precedent"]


def test_what_a_precedent_lends_is_on_the_subject_marked_and_states_nothing_of_its_own() -> None:
    found = lent("Ủy ban nhân dân xã Nà Phai", "Hiến đất, góp ngày công làm đường")
    assert any("hiến đất, góp ngày công" in p.text for p in found)
    assert all(p.note.startswith("Lấy nguyên văn từ") and not any(c.isdigit() for c in p.text) for p in found)


@pytest.mark.parametrize(
    ("issuer", "theme"),
    [
        ("Ủy ban nhân dân phường Lũng Hải", "Hiến đất, góp ngày công làm đường"),  # what xã write of themselves
        ("Ủy ban nhân dân xã Nà Phai", "Sáng tạo, về đích sớm"),  # on another subject
        ("Công ty Cổ phần Chè Lũng Vân", "Kiểm soát nhiễm khuẩn, vệ sinh tay"),  # what a hospital writes
    ],
)
def test_nothing_is_lent_by_another_kind_of_body_or_on_another_subject(issuer: str, theme: str) -> None:
    assert lent(issuer, theme) == []


@pytest.mark.parametrize(
    ("issuer", "signer", "said"),
    [
        ("Bệnh viện Đa khoa tỉnh Lũng Vân", {}, "Giám đốc Bệnh viện phát động"),
        ("Liên đoàn Lao động tỉnh Lũng Vân", {}, "Ban Thường vụ Liên đoàn Lao động tỉnh Lũng Vân phát động"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lũng Vân", {}, "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH"),
        ("Cục Thống kê tỉnh Lũng Vân", {}, "Cục trưởng phát động"),
        ("Công an xã Nà Phai", {}, "Trưởng Công an xã phát động"),
        ("Văn phòng Ủy ban nhân dân tỉnh Lũng Vân", {}, "Chánh Văn phòng phát động"),
        ("Viện kiểm sát nhân dân tỉnh Lũng Vân", {}, "Viện trưởng Viện kiểm sát nhân dân tỉnh phát động"),
        ("Trung đoàn 8", {}, "Trung đoàn trưởng Trung đoàn 8 phát động"),
        ("Ban Quản lý Khu kinh tế Lũng Vân", {"post": "GIÁM ĐỐC"}, "Giám đốc Ban Quản lý phát động"),
        (
            "Công ty Cổ phần Chè Lũng Vân",
            {"authority": "KT. TỔNG GIÁM ĐỐC", "post": "PHÓ TỔNG GIÁM ĐỐC"},
            "Tổng giám đốc Công ty phát động",
        ),
        ("Chi cục Kiểm lâm tỉnh Lũng Vân", {"authority": "TL. CHI CỤC TRƯỞNG", "post": "TRƯỞNG PHÒNG"}, "Chi cục trưởng phát động"),
        ("Nhà khách Lũng Vân", {}, "Thủ trưởng cơ quan phát động"),
        ("Nhà khách Lũng Vân", {}, "\n\nTHỦ TRƯỞNG CƠ QUAN\n"),
        ("Ủy ban nhân dân xã Nà Phai", {}, "\n\nCHỦ TỊCH\n"),
        ("Trường Trung học cơ sở Nà Phai", {}, "\n\nHIỆU TRƯỞNG\n"),
        ("Ủy ban nhân dân đặc khu Hòn Gió", {}, "Chủ tịch Ủy ban nhân dân đặc khu phát động"),
    ],
)  # fmt: skip
def test_a_body_speaks_of_itself_and_its_head_as_its_kind_does(issuer: str, signer: dict[str, str], said: str) -> None:
    assert said in composed(issuer, theme="Đoàn kết", **({"signer": signer} if signer else {})).document.text


def test_the_party_writes_in_its_own_form() -> None:
    text = composed("Tỉnh ủy Lũng Vân", kind="Chỉ thị").document.text
    assert text.startswith("TỈNH ỦY LŨNG VÂN\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố ………-CT/TU\n")
    assert "Căn cứ Luật" not in text
    assert "./." not in text
    assert text.rstrip().endswith("- Lưu Văn phòng Tỉnh ủy.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n………")


def test_no_body_is_told_to_ask_itself_for_support() -> None:
    text = composed("Liên đoàn Lao động tỉnh Lũng Vân").document.text
    assert "Đề nghị Công đoàn" not in text
    assert "Đề nghị các cơ quan, đơn vị, doanh nghiệp nơi có đoàn viên, người lao động" in text


def test_a_district_is_refused() -> None:
    with pytest.raises(UserError, match="không còn cấp huyện"):
        composed("Ủy ban nhân dân huyện Mường Lay")


CONTENTS = sorted(folder().glob("sections/campaign/content-*.md"))


@pytest.mark.parametrize(
    ("issuer", "theme", "made"),
    [
        ("Ủy ban nhân dân xã Nà Phai", "90 ngày chuyển đổi số", ["digital-area"]),
        ("Bệnh viện Đa khoa tỉnh Lũng Vân", "90 ngày chuyển đổi số", ["digital-hospital"]),
        ("Hội Nông dân xã Nà Phai", "Xóa nhà tạm, nhà dột nát", ["housing-association"]),
        ("Cục Thống kê tỉnh Lũng Vân", "CCHC, làm sạch dữ liệu", ["reform", "digital"]),
        ("Chi cục Kiểm lâm tỉnh Lũng Vân", "Phòng cháy, chữa cháy rừng", []),
        ("Ủy ban nhân dân xã Nà Phai", "Gần dân, sát việc", []),
    ],
)
def test_a_campaign_has_the_contents_of_its_theme_as_such_a_body_writes_them(
    issuer: str, theme: str, made: list[str]
) -> None:
    used = [version.partition("@")[0] for version in composed(issuer, movement="campaign", theme=theme).prompts]
    asked = [f"sections/campaign/content-{name}" for name in made] or ["sections/campaign/content"]
    assert [name for name in used if "/content" in name] == asked


def test_a_second_theme_adds_what_is_most_its_own_and_the_numbers_go_on() -> None:
    text = composed(ISSUERS[2], movement="campaign", theme="Xóa nhà tạm, chuyển đổi số").document.text
    assert [line[:3] for line in text.split("\n") if line.startswith("4.") and " Thi đua " in line] == [
        "4.1", "4.2", "4.3", "4.4", "4.5", "4.6",
    ]  # fmt: skip


@pytest.mark.parametrize("file", CONTENTS, ids=lambda file: file.stem)
def test_the_contents_of_a_theme_are_of_one_that_is_told_and_have_nothing_to_correct(file: Path) -> None:
    assert file.stem.split("-")[1] in {theme["name"] for theme in wording("themes")["themes"]}
    text = NOTED.sub("việc đã định", Prompt.load(f"sections/campaign/{file.stem}").render(**VALUES))
    assert engine.check(Document.parse(text), all_rules()).findings == ()


VALUES = {
    "actor": "Chủ tịch", "area": "trên địa bàn", "body": "Ủy ban", "campaign_end": "ngày cuối", "campaign_start": "ngày đầu", "close": "./.",
    "council": "Hội đồng", "decree": "Nghị định", "document": "Chỉ thị này", "end": "cuối năm", "focal": "Sở Nội vụ", "front": "Mặt trận",
    "front_duty": "Vận động đoàn viên.", "members": "hội viên",
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


def test_a_launch_called_so_does_not_say_it_twice_nor_calls_itself_a_paper() -> None:
    asked = {
        "issuer": "Công ty Cổ phần Chè Lũng Vân",
        "year": 2027,
        "kind": "Phát động",
        "movement": "campaign",
        "theme": "Búp chè sạch",
    }
    made = compose(read_request(asked)).document.text
    assert "PHÁT ĐỘNG\nĐợt thi đua “Búp chè sạch”\n" in made
    assert "Phát động này" not in made
