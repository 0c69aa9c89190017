"""`chithi draft`: this year's directive from last year's and a request, as Word or text."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError

if TYPE_CHECKING:
    from assistant.draft import Draft
    from assistant.request import Request
    from checks.document import Document

FORMS = (".docx", ".txt")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `draft`; it sets `run`, which takes the arguments and gives the exit code."""
    draft = subparsers.add_parser(
        "draft",
        help="soạn văn bản năm nay từ văn bản năm trước và tệp yêu cầu",
        description="Soạn văn bản năm nay từ văn bản năm trước và tệp yêu cầu; điều chưa quyết định để trống, kèm số năm trước.",
    )
    draft.add_argument(
        "--previous", metavar="TỆP|MÃ", help="văn bản năm trước: tệp .docx, .pdf, .txt hoặc mã trong kho"
    )
    draft.add_argument("--request", type=Path, metavar="TỆP", help="tệp yêu cầu (.toml), xem --template")
    draft.add_argument("--out", "--output", type=Path, metavar="TỆP", help="tệp kết quả: .docx hoặc .txt")
    draft.add_argument("--force", action="store_true", help="ghi đè tệp kết quả đã có")
    draft.add_argument("--template", action="store_true", help="in mẫu tệp yêu cầu để điền")
    draft.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: written; what is wrong with the input is a UserError, and nothing is written."""
    from assistant.request import load_request, template

    if args.template:
        sys.stdout.write(template())
        return 0
    if args.request is None or args.out is None:
        raise UserError("Cần cả --request và --out: hãy in mẫu yêu cầu bằng “chithi draft --template” rồi điền.")
    _refuse_out(args.out, force=args.force)

    def issuer(named: str) -> str:
        previous = args.previous or _beside(args.request, named)
        return load_previous(previous)[0].issuer if previous else ""

    request = load_request(args.request, issuer)
    draft = make(request, args.previous or _beside(args.request, request.previous))
    _save(draft, args.out, force=args.force)
    _report(draft, args.out)
    return 0


def make(request: Request, previous: str) -> Draft:
    """The draft from ``previous`` (a path or an id of the corpus), or composed where there is none."""
    from assistant.drafting.compose import compose
    from assistant.precedents.corpus import open_corpus
    from assistant.precedents.retrieve import models
    from assistant.rolling.rollforward import rollforward

    if previous:
        return rollforward(*_ordered(load_previous(previous), request))
    corpus = open_corpus()
    try:
        return compose(request, models(request, corpus))
    finally:
        corpus.close()


def load_previous(reference: str) -> tuple[Document, str]:
    """Last year's document and what to call it. Raises UserError where neither file nor id is found."""
    from assistant.precedents.corpus import open_corpus
    from assistant.precedents.precedent import ID
    from assistant.rolling.wrapped import unwrapped
    from checks.document import Document
    from checks.reading import read

    path = Path(reference)
    if ID.fullmatch(reference) and not path.exists():
        corpus = open_corpus()
        try:
            return corpus.show(reference).document, reference
        finally:
            corpus.close()
    source = read(path)
    text = unwrapped(source.text) if source.format == "pdf" else source.text
    return Document.parse(text, source.name, source.layout), source.name


def _ordered(previous: tuple[Document, str], request: Request) -> tuple[Document, Request, str]:
    document, name = previous
    return document, request, name


def _beside(request: Path, previous: str) -> str:
    """A path in a request counts from where the request lies."""
    beside = request.parent / previous
    return str(beside) if previous and not Path(previous).exists() and beside.is_file() else previous


def _refuse_out(out: Path, *, force: bool) -> None:
    from checks.reading.source import quoted

    shown = quoted(str(out))
    if out.suffix.lower() not in FORMS:
        raise UserError(f"Tệp kết quả {shown} phải có đuôi .docx hoặc .txt.")
    if out.is_dir() or not out.parent.is_dir():
        raise UserError(f"Không ghi được {shown}: hãy chọn một tệp trong thư mục đang có.")
    if out.exists() and not force:
        raise UserError(f"Tệp {shown} đã có: hãy chọn tên khác hoặc thêm --force để ghi đè.")


def _save(draft: Draft, out: Path, *, force: bool) -> None:
    """Written beside and moved into place: a full disk leaves no half file."""
    from assistant.word.export import export_docx, export_text
    from checks.reading.source import quoted

    data = export_docx(draft) if out.suffix.lower() == ".docx" else export_text(draft).encode()
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=".chithi-", delete=False) as file:
            part = Path(file.name)
            file.write(data)
        part.chmod(0o644)
        if force:
            part.replace(out)
        else:
            os.link(part, out) if hasattr(os, "link") else part.rename(out)
            part.unlink(missing_ok=True)
    except FileExistsError as error:
        part.unlink(missing_ok=True)
        raise UserError(f"Tệp {quoted(str(out))} đã có: hãy chọn tên khác hoặc thêm --force để ghi đè.") from error
    except OSError as error:
        raise UserError(
            f"Không ghi được tệp {quoted(str(out))}: hãy kiểm tra quyền ghi và chỗ trống trên đĩa."
        ) from error


def _report(draft: Draft, out: Path) -> None:
    """What came from where, what is to be decided, what the checks still say."""
    from assistant.draft import told
    from checks import engine
    from checks.rules import all_rules

    print(f"Đã ghi {out}.")
    for label, count in _shares(draft):
        print(f"  {label}: {count} đoạn")
    open_ = dict.fromkeys((draft.document.place(b.span.start)[0], b.what, b.last) for b in draft.blanks)
    if open_:
        print(f"\nCòn phải quyết định ({len(open_)} chỗ để trống “………”):")
        for line, what, last in open_:
            print(f"  dòng {line}: {told(what, last)}")
    notes = [(span, p.note) for span, p in draft.paragraph_spans() if p.note]
    if notes:
        print(f"\nCần xem lại ({len(notes)} đoạn):")
        for span, note in notes:
            print(f"  dòng {draft.document.place(span.start)[0]}: {note}")
    findings = [f for f in engine.check(draft.document, all_rules()).findings if f.rule != "open-blank"]
    print(
        f"\nPhép kiểm còn nêu {len(findings)} điều ngoài các chỗ để trống."
        if findings
        else "\nNgoài các chỗ để trống, phép kiểm không nêu điều gì."
    )
    for f in findings:
        print(f"  dòng {draft.document.place(f.span.start)[0]}: {f.severity.label}: {f.message} [{f.rule}]")


def _shares(draft: Draft) -> list[tuple[str, int]]:
    kinds = [p.provenance for p in draft.paragraphs]
    counts = [
        ("giữ nguyên văn bản năm trước", sum(k.kind == "previous" and k.verbatim == 1 for k in kinds)),
        ("theo văn bản năm trước, có thay đổi", sum(k.kind == "previous" and k.verbatim < 1 for k in kinds)),
        ("theo yêu cầu", sum(k.kind == "request" for k in kinds)),
        ("lấy từ văn bản khác trong kho", sum(k.kind == "precedent" for k in kinds)),
        ("theo mẫu có sẵn", sum(k.kind == "section-text" for k in kinds)),
        ("mô hình viết", sum(k.kind == "model" for k in kinds)),
    ]
    return [(label, count) for label, count in counts if count]
