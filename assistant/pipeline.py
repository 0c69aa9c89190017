"""The steps pages and commands share: read, judge, compare, take in. Pure but for the corpus they are given."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reviewing import review as reviewing
from assistant.reviewing.review import Judged, Open, Review
from checks import engine
from checks.document import Document
from checks.engine import Report
from checks.errors import UserError
from checks.letters import capital
from checks.reading import Source, read_bytes
from checks.reading.source import refuse_if_larger
from checks.rules import all_rules

if TYPE_CHECKING:
    from datetime import datetime

    from assistant.draft import Draft
    from assistant.precedents.corpus import Corpus
    from assistant.precedents.intake import AddReport
    from assistant.precedents.precedent import Precedent
    from assistant.request import Request
    from checks.compare import Comparison
    from checks.comparison.pairing import Pair

UPLOAD_LIMIT = 10_000_000
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMED = 90
"""Characters of a subject that may stand for a name."""
SAMPLE = "xa-hoa-binh-dong-dot-thi-dua-2025"
"""A shipped directive with planted errors, for the first try."""

SAMPLE_PAIR = ("tinh-thach-giang-2025", "tinh-thach-giang-2026")


def read(data: bytes, name: str) -> Source:
    """An uploaded file. Raises UserError when it is too large or cannot be read."""
    from assistant.precedents.conversion import is_old

    refuse_if_larger(len(data), UPLOAD_LIMIT, name)
    if name.lower().endswith(".json"):
        raise UserError(
            f"Tệp “{name}” là bản đang làm đã xuất, không phải văn bản: phiên soát mở ở trang Rà soát, "
            "bản soạn mở ở cuối trang Soạn thảo."
        )
    return _read_old(data, name) if is_old(data, name) else read_bytes(data, name)


@lru_cache(maxsize=4)  # a page is drawn anew at every click
def _read_old(data: bytes, name: str) -> Source:
    """A .doc, .rtf or .odt: its words, not its layout, which is LibreOffice's by then."""
    from assistant.precedents.conversion import converted

    source = read_bytes(converted(data, name), name)
    note = "Tệp được đọc qua LibreOffice nên thể thức Word (phông chữ, lề, số trang) chưa được xét."
    return source._replace(format="text", layout=None, notes=(note, *source.notes))


def read_text(text: str, name: str = "Văn bản đã dán") -> Source:
    """A pasted text, cleaned as a file would be. Raises UserError when nothing is in it."""
    if not text.strip():
        raise UserError("Chưa có văn bản: hãy dán nội dung vào ô hoặc chọn tệp.")
    return read(text.encode("utf-8", "replace"), name)._replace(name=name)


def pasted(text: str) -> Source:
    """A whole document that was pasted, called by its subject: of two on one page each is to be known."""
    source = read_text(text)
    subject = document(source).subject
    return source._replace(name=f"{subject[:NAMED]} (đã dán)") if subject else source


def document(source: Source) -> Document:
    return Document.parse(source.text, source.name, source.layout)


def open_review(source: Source) -> Review:
    """A review of what was read."""
    text = Document.parse(source.text).text
    return reviewing.start(text, source.name, source.notes, source.layout)


def judge(review: Review, known: Report | None = None) -> Judged:
    """All rules over the present text; ``known`` is taken if it judged this very text."""
    if known is None or not judges(known, review):
        known = check(Document.parse(review.text, review.name, review.layout))
    return Judged(known, reviewing.undecided(review, known))


def judges(known: Report, review: Review) -> bool:
    """Is ``known`` of the very text of ``review``?"""
    return known.document.text == review.text and known.document.layout is review.layout


def undecided(review: Review) -> tuple[Open, ...]:
    return judge(review).open


def accept_safe(review: Review, known: Report | None = None) -> Review:
    """Every repair to which there is one right answer, as one step."""
    safe = [one for one in judge(review, known).open if one.finding.fix and one.finding.fix.safe]
    return reviewing.accept(review, safe) if safe else review


def take_in(corpus: Corpus, uploads: Iterable[tuple[str, bytes]]) -> AddReport:
    """Store uploaded directives in the corpus; paths in the report are the names of the uploads."""
    from assistant.precedents.intake import AddReport

    with tempfile.TemporaryDirectory(prefix="chithi-") as folder:
        # One file, one folder: two uploads may have one name.
        paths = [_laid_down(Path(folder) / str(n), name, data) for n, (name, data) in enumerate(uploads)]
        report = corpus.add(paths)
    return AddReport(
        report.added,
        tuple((Path(path.name), twin) for path, twin in report.duplicates),
        report.similar,
        tuple((Path(path.name), sentence.replace(str(path), path.name)) for path, sentence in report.unreadable),
        report.incomplete,
        report.versions,
    )


def sample() -> Source:
    """The shipped directive with planted errors."""
    return _shipped(SAMPLE, "Văn bản mẫu có cài lỗi")


def sample_pair() -> tuple[Source, Source]:
    """Two years of one shipped directive."""
    before, after = SAMPLE_PAIR
    return _shipped(before, "Văn bản mẫu, năm trước"), _shipped(after, "Văn bản mẫu, năm nay")


def of_precedent(precedent: Precedent) -> Source:
    """A directive of the corpus as if it had just been read."""
    return Source(precedent.text, precedent.title or precedent.id, "text")


def listed(corpus: Corpus) -> list[Precedent]:
    """Every directive of the corpus, newest first."""
    return corpus.list_()


def compare(
    previous: Source, current: Source, resolution: Source | None = None, pairs: Sequence[Pair] = ()
) -> Comparison:
    """Last year's directive against this year's, and against the resolution. Raises UserError for a mistaken choice."""
    from checks.compare import compare as compared
    from checks.comparison.doubts import refuse_mistakes

    before, after = document(previous), document(current)
    refuse_mistakes(before, after)
    return compared(before, after, document(resolution) if resolution else None, pairs)


def check(doc: Document) -> Report:
    """All rules over ``doc``."""
    return engine.check(doc, all_rules())


def unchecked(report: Report) -> list[str]:
    """What was not evaluated, a reason a line, in the words of the rules: “Không phải tệp Word: …; …”."""
    titles = {rule.name(): rule.title().rstrip(".") for rule in all_rules()}
    reasons: dict[str, list[str]] = {}
    for item in report.not_evaluated:
        reasons.setdefault(item.reason, []).append(titles.get(item.rule, item.rule))
    return [f"{capital(reason)}, nên chưa xét: {'; '.join(names)}." for reason, names in reasons.items()]


def draft(request: Request, previous: Source | None, corpus: Corpus) -> Draft:
    """This year's directive from last year's; without one, from section texts and the nearest precedents."""
    if previous is not None:
        from assistant.rolling.rollforward import rollforward
        from assistant.rolling.wrapped import unwrapped

        text = unwrapped(previous.text) if previous.format == "pdf" else previous.text
        return rollforward(Document.parse(text, previous.name, previous.layout), request)
    from assistant.drafting.compose import compose
    from assistant.precedents.retrieve import models

    return compose(request, models(request, corpus))


def tracked(original: bytes, review: Review, judged: Judged, now: datetime) -> bytes:
    """The officer's own Word file: every change of the review tracked, every open finding a comment."""
    from checks.word.corrected import corrected

    opens = [one.finding for one in judged.open]
    return corrected(original, review.original, review.text, opens, now, name=review.name).data


def others(original: bytes) -> list[str]:
    """What others left in a Word file, a line each: tracked changes not yet accepted, then comments; not our own."""
    from assistant.word.parts import AUTHOR
    from checks.word.revisions import LABELS, comments, pending

    changes = [f"{one.author or 'không rõ ai'} {LABELS[one.kind]}: “{one.text}”" for one in pending(original)]
    others_ = [one for one in comments(original) if one.author != AUTHOR]
    notes = [f"{one.author or 'không rõ ai'} chú thích tại “{one.quote}”: {one.text}" for one in others_]
    return changes + notes


def sheet_word(page: str) -> bytes:
    """The pre-issuance sheet as a Word file, made from its printable page."""
    from assistant.word.sheet import docx

    return docx(page)


def same_file(original: bytes, review: Review) -> bytes:
    """``original`` if the review began with it. Raises UserError when it is another file."""
    if document(read(original, review.name)).text != review.original:
        raise UserError("Tệp vừa chọn khác tệp đã soát: hãy chọn đúng tệp gốc, hoặc soát tệp này từ đầu.")
    return original


def word(draft: Draft) -> bytes:
    """The draft as a Word file."""
    from assistant.word.export import export_docx

    return export_docx(draft)


def stem(name: str) -> str:
    """The part of a file name that downloads of it begin with."""
    from assistant.precedents.precedent import slug

    return slug(Path(name).stem)[:60] or "van-ban"


def _shipped(identifier: str, name: str) -> Source:
    from assistant.precedents.corpus import shipped

    return Source((shipped() / identifier / "document.txt").read_text("utf-8"), name, "text")


def _laid_down(folder: Path, name: str, data: bytes) -> Path:
    refuse_if_larger(len(data), UPLOAD_LIMIT, name)
    folder.mkdir()
    file = folder / (Path(name).name.strip() or "van-ban")
    file.write_bytes(data)
    return file
