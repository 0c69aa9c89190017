"""Search by meaning: measured on the office's own headings, off until that helps, silent loss of nothing when it fails."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.cli import main
from assistant.faults import ModelFault
from assistant.index import Hit, SectionRecord, Snippet
from assistant.model import embedder
from assistant.precedents import embeddings, vectors
from assistant.precedents.corpus import Corpus, shipped
from assistant.precedents.meaning import UNANSWERED, Gain, Meaning, _asked, fill, fused, measure
from assistant.precedents.precedent import records
from assistant.settings import Endpoint, Settings
from checks.errors import UserError
from tests.assistant.index.index_contract import GOAL, TARGETS, WARD
from tests.assistant.openai_stub import ECHO, Stub

FEW = (
    "tinh-son-thuy-2025",
    "tinh-son-thuy-2026",
    "xa-hai-phuoc-ke-hoach-2026",
    "tinh-ha-khe-2019",
    "tinh-phuoc-sa-2015",
)


def seeded(words: str) -> list[float]:
    chance = random.Random(words)
    return [chance.gauss(0, 1) for _ in range(24)]


def knowing(corpus: Corpus) -> Callable[[str], list[float]]:
    """A stand-in for a model that understands: a text lies where its heading lies."""
    meant = {vectors.text_of(record): _asked(record) for one in corpus.list_() for record in records(one)}
    return lambda text: seeded(meant.get(text, text))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for name in FEW:
        shutil.copytree(shipped() / name, tmp_path / "samples" / name)
    return Corpus(tmp_path / "data", tmp_path / "samples")


def settings(stub: Stub, data: Path, model: str = "vecto") -> Settings:
    endpoint = Endpoint(base_url=stub.url, api_key=SecretStr(ECHO), timeout=2, retries=0)
    return Settings(data=data, llm=endpoint, embedding=model)


def hit(record: SectionRecord) -> Hit:
    return Hit(record, 1.0, (), Snippet("", ()))


def test_both_orders_count_by_rank() -> None:
    near = {("ubnd-phuong-bai-sau-2024", 1): [1.0, 0.0], ("ubnd-tinh-lang-ha-2025", 1): [0.0, 1.0]}
    listed = fused([hit(GOAL), hit(TARGETS), hit(WARD)], [1.0, 0.0], near)
    assert [one.record for one in listed] == [GOAL, WARD, TARGETS]
    assert listed[1].score == round(1 / 63 + 1 / 61, 6)


def test_a_model_that_understands_gains_and_noise_does_not(corpus: Corpus, tmp_path: Path) -> None:
    with vectors.opened(tmp_path / "data") as held:
        knows = knowing(corpus)
        fill(corpus, held, lambda texts: [knows(text) for text in texts], "hieu")
        good = measure(corpus, held, lambda texts: [knows(text) for text in texts], "hieu")
        fill(corpus, held, lambda texts: [seeded(text) for text in texts], "nhieu")
        bad = measure(corpus, held, lambda texts: [seeded(text) for text in texts], "nhieu")
    assert (good.sure, bad.sure) == (True, False)
    assert good.with_ > good.without == bad.without > bad.with_


def test_vectors_are_made_once_and_again_for_what_changed(corpus: Corpus, tmp_path: Path) -> None:
    asked: list[str] = []

    def embed(texts: list[str]) -> list[list[float]]:
        asked.extend(texts)
        if len(asked) > 20 and not held.note("resumed"):
            raise ModelFault("closed")
        return [seeded(text) for text in texts]

    sections = sum(len(list(records(one))) for one in corpus.list_())
    with vectors.opened(tmp_path / "data") as held:
        with pytest.raises(ModelFault):
            fill(corpus, held, embed, "m")  # type: ignore[arg-type]
        before = len(held.stamps())
        held.write_note("resumed", True)
        rest = fill(corpus, held, embed, "m")  # type: ignore[arg-type]
        again = fill(corpus, held, embed, "m")  # type: ignore[arg-type]
        document = tmp_path / "samples" / FEW[0] / "document.txt"
        document.write_text(
            document.read_text("utf-8").replace("Thời gian thi đua\n", "Thời gian thi đua\nTrong năm, "), "utf-8"
        )
        changed = fill(corpus, held, embed, "m")  # type: ignore[arg-type]
        shutil.rmtree(tmp_path / "samples" / FEW[1])
        fill(corpus, held, embed, "m")  # type: ignore[arg-type]
        assert before < len(FEW)
        assert (again, rest <= sections, changed < 5) == (0, True, True)
        assert held.stamps().keys() == set(FEW) - {FEW[1]}


def test_a_text_stamped_secret_is_never_sent(corpus: Corpus, tmp_path: Path) -> None:
    sent: list[str] = []

    def embed(texts: list[str]) -> list[list[float]]:
        sent.extend(texts)
        return [seeded(text) for text in texts]

    document = tmp_path / "samples" / FEW[0] / "document.txt"
    document.write_text("MẬT\n" + document.read_text("utf-8"), "utf-8")
    stamped = {vectors.text_of(record) for record in records(corpus.show(FEW[0]))}
    with vectors.opened(tmp_path / "data") as held:
        fill(corpus, held, embed, "m")  # type: ignore[arg-type]
        meaning = Meaning(held, embed, "m")  # type: ignore[arg-type]
        meaning.ordered("MẬT: kế hoạch", [hit(GOAL)])
    assert sent
    assert not {*stamped, "MẬT: kế hoạch"} & set(sent)


def test_a_server_that_is_down_costs_the_order_and_is_told_once(corpus: Corpus, tmp_path: Path) -> None:
    words = [one.record for one in corpus.search("giảm nghèo")]
    with Stub("server") as stub, vectors.opened(tmp_path / "data") as held:
        embed = embedder(settings(stub, tmp_path), patient=False)
        assert embed
        corpus.meaning = Meaning(held, embed, "vecto")
        found = [[one.record for one in corpus.search("giảm nghèo")] for _ in range(3)]
        assert (found, corpus.notice, len(stub.asked)) == ([words] * 3, UNANSWERED, 1)


@pytest.mark.parametrize("fault", ["short", "page", "redirect", "key", "no-json", "slow"])
def test_every_fault_of_the_server_is_one_sentence_without_the_key(fault: str, tmp_path: Path) -> None:
    with Stub(fault) as stub:
        stub.slow = 0.1
        embed = embedder(settings(stub, tmp_path))
        assert embed
        with pytest.raises(ModelFault) as told:
            embed(["giảm nghèo", "trồng rừng"])
    assert ECHO not in f"{told.value} {told.value.detail}"


@pytest.mark.parametrize("url", ["http://vecto.vn/v1", "https://169.254.169.254/v1", "ftp://127.0.0.1/v1"])
def test_vectors_come_from_https_or_this_machine_only(url: str) -> None:
    with pytest.raises(UserError, match="https"):
        embedder(Settings(llm=Endpoint(base_url=url), embedding="vecto"))


def test_it_is_switched_on_by_its_own_measured_gain_alone(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    for module in ("corpus", "embeddings"):  # five samples: all of them would take a minute
        monkeypatch.setattr(f"assistant.precedents.{module}.shipped", lambda: tmp_path / "samples")
    with Stub() as stub:
        stub.vector = knowing(corpus)
        for name, value in {"DATA": str(data), "LLM__BASE_URL": stub.url, "EMBEDDING": "vecto"}.items():
            monkeypatch.setenv(f"CHITHI_{name}", value)
        assert main(["corpus", "embeddings", "on"]) == 2
        assert "embeddings measure" in capsys.readouterr().err
        assert main(["corpus", "embeddings", "measure", "--json"]) == 0
        gain = json.loads(capsys.readouterr().out)
        assert embeddings.switched_on(settings(stub, data)) is None
        assert main(["corpus", "embeddings", "on"]) == 0
        asked = len(stub.asked)
        assert main(["corpus", "search", "giảm", "nghèo"]) == 0
        assert stub.asked[asked:][0]["input"] == ["giảm nghèo"]
        capsys.readouterr()
    assert main(["corpus", "search", "giảm", "nghèo"]) == 0  # the server is gone
    assert UNANSWERED in capsys.readouterr().err
    assert main(["corpus", "embeddings", "off"]) == 0
    assert main(["corpus", "search", "giảm", "nghèo"]) == 0
    assert UNANSWERED not in capsys.readouterr().err
    assert (gain["sure"], gain["with_"] > gain["without"]) == (True, True)


def test_a_gain_that_may_be_chance_is_not_switched_on(tmp_path: Path) -> None:
    with Stub() as stub:
        office = settings(stub, tmp_path)
        with vectors.opened(tmp_path) as held:
            held.write_note(embeddings.MEASURED, list(Gain("vecto", 200, 0.80, 0.81, 0.02)))
        with pytest.raises(UserError, match=r"0,800.*0,810"):
            embeddings.switch_on(office)
        with pytest.raises(UserError, match="chưa được đo"):
            embeddings.switch_on(settings(stub, tmp_path, "khac"))
