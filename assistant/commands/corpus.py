"""`chithi corpus add|list|search|show|doubts|accept|remove|embeddings|rebuild`."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands.corpus_print import (
    facts,
    hit_as_data,
    labelled,
    marked,
    precedent_line,
    print_json,
    print_report,
    print_step,
)
from assistant.precedents.levels import LEVELS
from checks.errors import UserError
from checks.letters import capital

if TYPE_CHECKING:
    from assistant.index import Filters
    from assistant.precedents.corpus import Corpus, Step
    from assistant.precedents.intake import AddReport
    from assistant.precedents.precedent import Precedent

LARGEST = 1_000_000
"""No year, and no number of results or processes, is larger."""
READ_AGAIN = 200
"""New precedents whose spelling is looked at at once, 50 ms each; more would keep the terminal silent for minutes."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `corpus` and what it can do; each sets `run`, which takes the arguments and gives the exit code."""
    corpus = subparsers.add_parser("corpus", help="kho văn bản: nhập, liệt kê, tìm, xem, xóa")
    actions = corpus.add_subparsers(dest="action", required=True, metavar="VIỆC")

    add = actions.add_parser("add", help="nhập văn bản đã ban hành của cơ quan vào kho")
    add.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="TỆP|THƯ_MỤC",
        help="tệp .txt, .md, .docx, .pdf, .doc, .rtf, .odt hoặc thư mục",
    )
    add.add_argument(
        "--processes", type=_positive, default=0, metavar="N", help="số tiến trình đọc tệp (mặc định: số nhân máy)"
    )
    _finish(add, run_add)

    listing = actions.add_parser("list", help="liệt kê văn bản trong kho, mới nhất trước")
    _filters(listing)
    _finish(listing, run_list)

    search = actions.add_parser("search", help="tìm mục văn bản; gõ không dấu cũng được")
    search.add_argument("query", nargs="+", metavar="TỪ", help="các từ cần tìm")
    search.add_argument("--limit", type=_positive, default=10, metavar="N", help="số kết quả nhiều nhất (mặc định 10)")
    _filters(search)
    _finish(search, run_search)

    show = actions.add_parser("show", help="xem một văn bản")
    show.add_argument("id", metavar="MÃ", help="mã văn bản, như “chithi corpus list” in ra")
    _finish(show, run_show)

    doubts = actions.add_parser("doubts", help="những chỗ có lẽ sai chính tả trong văn bản cơ quan đã nhập")
    doubts.set_defaults(run=run_doubts)

    accept = actions.add_parser("accept", help="xác nhận những cụm từ trong “corpus doubts” là đúng")
    accept.add_argument("phrases", nargs="+", metavar="CỤM_TỪ", help="cụm từ như văn bản viết, đặt trong ngoặc kép")
    accept.set_defaults(run=run_accept)

    remove = actions.add_parser("remove", help="xóa văn bản do cơ quan đã nhập")
    remove.add_argument("ids", nargs="+", metavar="MÃ", help="mã văn bản, như “chithi corpus list” in ra")
    remove.set_defaults(run=run_remove)

    embeddings = actions.add_parser(
        "embeddings", help="tìm cả theo nghĩa: đo trên kho của cơ quan, bật khi có lợi, tắt"
    )
    embeddings.add_argument(
        "choice", choices=("measure", "on", "off"), metavar="measure|on|off", help="đo, bật hoặc tắt"
    )
    _finish(embeddings, run_embeddings)

    rebuild = actions.add_parser("rebuild", help="lập lại chỉ mục tìm kiếm từ các tệp trong kho")
    rebuild.set_defaults(run=run_rebuild)


def run_add(options: argparse.Namespace) -> int:
    """0: every file is in the corpus; 2: some could not be read (the others are in)."""

    def progress(step: Step) -> None:
        if not options.json:
            for identifier in step.added:
                print(f"Đã nhập {identifier}.", flush=True)
        print_step(step)

    with _opened() as corpus:
        report = corpus.add(options.paths, progress, options.processes)
        few = report.added if len(report.added) <= READ_AGAIN else ()
        doubted = [line for identifier in few for line in _doubted(corpus.show(identifier))]
        _renew_vectors(corpus)
    if report.added:
        _renew()
    if options.json:
        print_json({**_plain(report), "doubts": len(doubted) if few == report.added else None})
    else:
        print_report(report)
        if few != report.added:
            print("Nhập nhiều văn bản một lần nên chưa soát chính tả của chúng: xem bằng “chithi corpus doubts”.")
        if doubted:
            print(f"{len(doubted)} chỗ có lẽ sai chính tả, không được lấy làm mẫu: xem bằng “chithi corpus doubts”.")
    return 2 if report.unreadable else 0


def run_embeddings(options: argparse.Namespace) -> int:
    """0: done; 1: measured, and the vectors gain nothing that is sure."""
    from assistant.precedents import embeddings
    from assistant.settings import load

    settings = load()
    if options.choice == "off":
        embeddings.switch_off(settings)
        print("Từ nay chỉ tìm theo từ.")
        return 0
    gain = embeddings.measure(settings, print_step) if options.choice == "measure" else embeddings.switch_on(settings)
    if options.json:
        print_json({**gain._asdict(), "sure": gain.sure})
    else:
        sentence = embeddings.told(gain)
        print(capital(sentence))
        advice = (
            "Bật bằng “chithi corpus embeddings on”." if options.choice == "measure" else "Từ nay tìm cả theo nghĩa."
        )
        print(advice if gain.sure else "Tìm kiếm vẫn chỉ theo từ.")
    return 0 if gain.sure else 1


def run_list(options: argparse.Namespace) -> int:
    """0, also when nothing meets the filters; 2 when a precedent is damaged."""
    with _opened() as corpus, corpus.unchanged():
        found, damaged = corpus.list_(_chosen(options)), corpus.damaged()
    if options.json:
        print_json([facts(precedent) for precedent in found])
    else:
        for precedent in found:
            print(precedent_line(precedent))
        print(f"{len(found)} văn bản.")
    for sentence in damaged:
        print(f"Lỗi: {sentence}", file=sys.stderr)
    return 2 if damaged else 0


def run_search(options: argparse.Namespace) -> int:
    """0: something found; 1: nothing."""
    with _opened() as corpus:
        hits = corpus.search(" ".join(options.query), _chosen(options), options.limit)
        titles = {hit.record.precedent_id: corpus.show(hit.record.precedent_id) for hit in hits}
        if corpus.notice:
            print(f"Lưu ý: {corpus.notice}", file=sys.stderr)
    if options.json:
        print_json([hit_as_data(hit, titles[hit.record.precedent_id]) for hit in hits])
        return 0 if hits else 1
    for hit in hits:
        print(precedent_line(titles[hit.record.precedent_id]))
        reasons = f"  ({', '.join(hit.why)})" if hit.why else ""
        print(f"    {hit.record.heading}{reasons}")
        print(f"    {marked(hit.snippet, colour=sys.stdout.isatty())}\n")
    if not hits:
        print("Không tìm thấy mục nào: hãy thử ít từ hơn hoặc bỏ bớt điều kiện lọc.")
    return 0 if hits else 1


def run_show(options: argparse.Namespace) -> int:
    """Metadata, then the text."""
    with _opened() as corpus:
        precedent = corpus.show(options.id)
    if options.json:
        print_json({**facts(precedent), "text": precedent.text})
        return 0
    for label, value in labelled(precedent):
        print(f"{label + ':':<20} {value}")
    print(f"\n{precedent.text.rstrip()}")
    return 0


def run_remove(options: argparse.Namespace) -> int:
    """0: all removed. The first that cannot be removed stops with its sentence."""
    with _opened() as corpus:
        for identifier in options.ids:
            corpus.remove(identifier)
            print(f"Đã xóa {identifier}.")
    _renew()
    return 0


def run_doubts(options: argparse.Namespace) -> int:  # noqa: ARG001 every command takes them
    """0: nothing to look at; 1: something."""
    with _opened() as corpus:
        found = [line for precedent in corpus.list_() if precedent.provenance == "own" for line in _doubted(precedent)]
    print("\n".join((*found, f"{len(found)} chỗ có lẽ sai chính tả.")))
    if found:
        print('Chỗ nào đúng như vậy thì xác nhận bằng “chithi corpus accept "cụm từ"”; chỗ sai không được lấy làm mẫu.')
    return 1 if found else 0


def run_accept(options: argparse.Namespace) -> int:
    """0: noted; the office's table is renewed in the background."""
    from assistant.own_table import accept

    accept(options.phrases)
    _renew()
    print(f"Đã ghi nhận {len(options.phrases)} cụm từ là đúng.")
    return 0


def _doubted(precedent: Precedent) -> list[str]:
    from assistant.own_table import doubts_of

    text = precedent.text
    return [
        f"{precedent.id}: “{doubt.around}”, có lẽ “{text[doubt.start : doubt.end]}” là “{doubt.right}”"
        for doubt in doubts_of(text)
    ]


def _renew_vectors(corpus: Corpus) -> None:
    """What is new is found by meaning too, where the office has switched that on."""
    if corpus.meaning is not None:
        from assistant.precedents import embeddings
        from assistant.settings import load

        try:
            embeddings.renew(load(), corpus)
        except UserError as problem:
            print(f"Lưu ý: văn bản mới tạm thời chỉ tìm được theo từ. {problem}", file=sys.stderr)


def _renew() -> None:
    """The office's context table follows its corpus, in the background."""
    from assistant.folders import data_folder
    from assistant.own_table import renew

    renew(data_folder())


def run_rebuild(options: argparse.Namespace) -> int:  # noqa: ARG001 every command takes them
    """0: the index is what the files say."""
    with _opened() as corpus:
        print(f"Đã lập lại chỉ mục: {corpus.rebuild(print_step)} mục văn bản.")
    return 0


class _opened:  # noqa: N801 used as a function
    """The corpus of the settings, closed at the end."""

    def __enter__(self) -> Corpus:
        from assistant.precedents.corpus import open_corpus

        self._corpus = open_corpus()
        return self._corpus

    def __exit__(self, *_: object) -> None:
        self._corpus.close()


def _filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--issuer", metavar="TÊN", help="cơ quan ban hành, có thể chỉ một phần tên")
    parser.add_argument("--level", metavar="CẤP", help=f"cấp: {', '.join(LEVELS.values())}")
    parser.add_argument("--province", metavar="TỈNH", help="tỉnh, thành phố")
    parser.add_argument("--year", type=_positive, metavar="NĂM", help="năm của phong trào")
    parser.add_argument("--kind", metavar="LOẠI", help="loại văn bản: chỉ thị, kế hoạch, phát động…")


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def _chosen(options: argparse.Namespace) -> Filters:
    from assistant.index import Filters

    return Filters(
        issuer=options.issuer,
        level=_level(options.level) if options.level else None,
        province=options.province,
        year=options.year,
        kind=options.kind,
    )


def _level(typed: str) -> str:
    from assistant.index.tokens import fold

    for name, label in LEVELS.items():
        if fold(typed) in (name, fold(label)):
            return name
    raise UserError(f"Không có cấp “{typed}”: hãy chọn một trong {', '.join(LEVELS.values())}.")


def _positive(text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < value <= LARGEST:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là số nguyên từ 1 đến {LARGEST}")
    return value


def _plain(report: AddReport) -> dict[str, Any]:
    return dataclasses.asdict(report)
