"""What a prompt set is worth: sections written, what the gate refuses, what the checks find, how much is verbatim.

    python benchmarks/draft.py [--write] [--real]

Each request rolls a shipped directive forward one year and has four sections written. The scripted models know nothing:
one keeps what stands there, one copies the nearest precedent, one adds inventions, one drops obligations, one is cut
off. They measure the prompts' frame, the gate and the checks; --real asks the endpoint of CHITHI_LLM__… instead.
"""

from __future__ import annotations

import html
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.drafting.inserting import current  # noqa: E402
from assistant.drafting.prompt import Prompt  # noqa: E402
from assistant.drafting.write import Written, write_section  # noqa: E402
from assistant.faults import ModelFault  # noqa: E402
from assistant.model import Message, Model, connect  # noqa: E402
from assistant.precedents.corpus import Corpus, shipped  # noqa: E402
from assistant.precedents.retrieve import nearest  # noqa: E402
from assistant.request import Request, read_request  # noqa: E402
from assistant.rolling.rollforward import rollforward  # noqa: E402
from assistant.settings import load  # noqa: E402

TABLE = Path(__file__).with_suffix(".md")
LAST = (
    "tinh-son-thuy-2025",
    "xa-tan-phong-thuong-chi-thi-2025",
    "so-y-te-lam-chau-2023",
    "truong-thcs-van-khe-ke-hoach-2024",
)
ROLES = ("goal", "targets", "content", "implementation")
PROMPTS = ("system", "section", "repair", "resume")
INVENTIONS = (
    "Phấn đấu thu hút 37 dự án mới.",
    "Hoàn thành trước ngày 17/4/2029.",
    "Công ty Hoàng Long Phát tài trợ giải thưởng.",
    "Thực hiện Quyết định số 4321/QĐ-UBND về quy chế thi đua.",
    "Lấy khẩu hiệu “Bứt phá, dẫn đầu” làm phương châm.",
)


class Score(NamedTuple):
    """What came of one section."""

    written: bool
    sentences: int
    refused: int
    planted: int
    let_in: int
    findings: int
    verbatim: float
    length: float
    calls: int
    seconds: float


def shown(messages: Sequence[Message], number: int) -> list[str]:
    """The lines of the numbered text a prompt shows."""
    found = re.search(rf'<tai-lieu so="{number}"[^>]*>\n(.*?)\n</tai-lieu>', messages[1].content, re.DOTALL)
    return [html.unescape(line) for line in found[1].split("\n") if line.strip()] if found else []


def answer(lines: Sequence[str]) -> Iterator[str]:
    text = json.dumps({"paragraphs": list(lines) or ["………"]}, ensure_ascii=False)
    yield from (text[at : at + 40] for at in range(0, len(text), 40))


def keeping(messages: Sequence[Message], _: Mapping[str, Any] | None = None, /) -> Iterator[str]:
    yield from answer(shown(messages, 0))


def copying(messages: Sequence[Message], _: Mapping[str, Any] | None = None, /) -> Iterator[str]:
    yield from answer(shown(messages, 1))


def inventing(messages: Sequence[Message], _: Mapping[str, Any] | None = None, /) -> Iterator[str]:
    yield from answer([*shown(messages, 0), *INVENTIONS])


def learning(messages: Sequence[Message], _: Mapping[str, Any] | None = None, /) -> Iterator[str]:
    """Invents at first and does as it is told when it is asked again."""
    yield from answer([*shown(messages, 0), *(INVENTIONS if len(messages) == 2 else ())])


def softening(messages: Sequence[Message], _: Mapping[str, Any] | None = None, /) -> Iterator[str]:
    yield from answer([re.sub(r"(?<!\w)phải(?!\w)", "có thể", line) for line in shown(messages, 0)])


def cut(messages: Sequence[Message], _: Mapping[str, Any] | None = None, /) -> Iterator[str]:
    pieces = list(answer(shown(messages, 0)))
    half = pieces[: len(pieces) // 2 + 1]
    yield from half
    raise ModelFault("cut", "".join(half))


MODELS: dict[str, Model] = {
    "keeps the text": keeping, "copies a precedent": copying, "adds 5 inventions": inventing, "invents, then mends": learning,
    "phải → có thể": softening, "cut in the middle": cut,
}  # fmt: skip


def counted(model: Model, calls: list[int]) -> Model:
    def counting(messages: Sequence[Message], schema: Mapping[str, Any] | None = None, /) -> Iterator[str]:
        calls[0] += 1
        return model(messages, schema)

    return counting


def scores(model: Model, corpus: Corpus) -> Iterator[Score]:
    for identifier in LAST:
        last = corpus.show(identifier)
        request = asked(last.document.issuer, (last.year or 0) + 1, last.document.school_year)
        draft = rollforward(last.document, request, last.id)
        for role in ROLES:
            before = current(draft, role)
            if not before:
                continue
            near = [
                corpus.show(i) for i in dict.fromkeys(h.record.precedent_id for h in nearest(request, corpus, role, 4))
            ]
            others = [p for p in near if p.id != identifier]
            calls = [0]
            begun = time.process_time()
            *_, end = write_section(request, role, before, others, counted(model, calls), draft=draft)
            assert end.written is not None
            yield scored(end.written, before, calls[0], time.process_time() - begun)


def asked(issuer: str, year: int, school_year: bool) -> Request:
    return read_request(
        {"issuer": issuer, "year": year, "school_year": school_year, "theme": "Trách nhiệm, kỷ cương, vì dân"}
    )


def scored(found: Written, before: str, calls: int, seconds: float) -> Score:
    text = " ".join(p.text for p in found.paragraphs)
    said = [s.text for s in found.judged.sentences]
    lengths = [len(p.text) for p in found.paragraphs]
    share = sum(p.provenance.verbatim * n for p, n in zip(found.paragraphs, lengths, strict=True)) / max(
        1, sum(lengths)
    )
    return Score(
        bool(found.paragraphs), len(said), len(found.refused), sum(i in said for i in INVENTIONS),
        sum(i in text for i in INVENTIONS), len(found.findings), share, len(text) / max(1, len(before)), calls, seconds,
    )  # fmt: skip


def row(name: str, found: list[Score]) -> str:
    total: Callable[[str], float] = lambda field: sum(getattr(score, field) for score in found)  # noqa: E731
    kept = [score for score in found if score.written] or found
    return (
        f"| {name} | {total('written'):.0f}/{len(found)} | {total('sentences'):.0f} | {total('refused'):.0f} | "
        f"{total('planted'):.0f} / {total('let_in'):.0f} | {total('findings'):.0f} | {sum(s.verbatim for s in kept) / len(kept):.0%} | "
        f"{sum(s.length for s in kept) / len(kept):.2f} | {total('calls') / len(found):.1f} | {total('seconds') / len(found) * 1e3:.0f} |"
    )


def versions() -> str:
    return ", ".join(f"`{Prompt.load(f'model/{name}').version}`" for name in PROMPTS)


def main() -> None:
    models = dict(MODELS)
    if "--real" in sys.argv:
        real = connect(load())
        if real is None:
            sys.exit("Chưa đặt mô hình: hãy đặt CHITHI_LLM__BASE_URL và CHITHI_LLM__MODEL.")
        models = {load().llm.model: real}
    lines = [
        "# Drafting with a model",
        "",
        "`python benchmarks/draft.py --write`; `--real` asks the endpoint of the settings and is not committed.",
        "",
        f"Prompts: {versions()}. "
        f"{len(LAST)} requests × {len(ROLES)} sections, each rolled forward from a shipped directive.",
        "",
        "| model | sections written | sentences | refused | inventions planted / let in | findings | verbatim | length | calls | ms |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder), shipped())
        lines += [row(name, list(scores(model, corpus))) for name, model in models.items()]
    lines += [
        "",
        "Sentences, refused and planted: of the answer kept, after at most two repairs. Findings: of the section inside the draft, open",
        "blanks apart. Verbatim: share of words in runs of five that stand in what was given. Length: against the section",
        "rolled forward. ms: processor time of gate, checks and prompts for one section; a real model's own time is not in it.",
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        TABLE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
