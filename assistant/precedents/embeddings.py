"""Whether the office searches by meaning too: measured first, switched on only where it helps, kept beside the vectors."""

from __future__ import annotations

from assistant.model import embedder
from assistant.precedents import vectors
from assistant.precedents.corpus import Corpus, Progress, shipped, unseen
from assistant.precedents.meaning import Embed, Gain, Meaning, fill
from assistant.precedents.meaning import measure as measured
from assistant.settings import Settings
from checks.errors import UserError

MEASURED, ON = "measured", "on"
UNSET = "Chưa đặt mô hình tạo vectơ ngữ nghĩa: hãy đặt biến CHITHI_EMBEDDING (tên mô hình) và CHITHI_LLM__BASE_URL."


def measure(settings: Settings, progress: Progress = unseen) -> Gain:
    """Make the vectors that are missing and measure what they gain. Raises UserError, ModelFault among them."""
    embed = _embedder(settings)
    corpus = Corpus(settings.data, shipped(), settings.index)
    with vectors.opened(settings.data) as held:
        fill(corpus, held, embed, settings.embedding, progress)
        gain = measured(corpus, held, embed, settings.embedding)
        held.write_note(MEASURED, list(gain))
        if not gain.sure:
            held.write_note(ON, None)
    return gain


def renew(settings: Settings, corpus: Corpus, progress: Progress = unseen) -> None:
    """Make the vectors of what is new, where the search uses them. Raises ModelFault."""
    if corpus.meaning is not None:
        with vectors.opened(settings.data) as held:
            fill(corpus, held, _embedder(settings), settings.embedding, progress)


def switch_on(settings: Settings) -> Gain:
    """Use vectors from now on. Raises UserError where they were not measured, or gain nothing that is sure."""
    _embedder(settings)
    with vectors.opened(settings.data) as held:
        gain = _gain(held)
        if gain is None or gain.model != settings.embedding:
            raise UserError(
                f"Mô hình “{settings.embedding}” chưa được đo trên kho này: hãy chạy “chithi corpus embeddings measure” trước."
            )
        if not gain.sure:
            raise UserError(f"Không bật: {told(gain)}")
        held.write_note(ON, settings.embedding)
    return gain


def switch_off(settings: Settings) -> None:
    """Search by words alone from now on."""
    with vectors.opened(settings.data) as held:
        held.write_note(ON, None)


def switched_on(settings: Settings) -> Meaning | None:
    """The second order of a search with the model of the settings; None where it was not switched on."""
    path = settings.data / "vectors.sqlite"
    if not path.is_file():
        return None
    held = vectors.Vectors(path)
    if held.note(ON) == settings.embedding:
        embed = embedder(settings, patient=False)
        if embed is not None:
            return Meaning(held, embed, settings.embedding)
    held.close()
    return None


def told(gain: Gain) -> str:
    """The measurement in one sentence."""
    verdict = "tìm đúng hơn" if gain.sure else "chưa chắc tìm đúng hơn, hãy cứ tìm theo từ"
    return (
        f"với {gain.queries} đề mục của kho, nDCG@10 chỉ theo từ {_decimal(gain.without)}, thêm vectơ ngữ nghĩa "
        f"{_decimal(gain.with_)} (sai số {_decimal(gain.error)}): {verdict}."
    )


def _embedder(settings: Settings) -> Embed:
    embed = embedder(settings)
    if embed is None:
        raise UserError(UNSET)
    return embed


def _gain(held: vectors.Vectors) -> Gain | None:
    noted = held.note(MEASURED)
    return Gain(*noted) if noted else None


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
