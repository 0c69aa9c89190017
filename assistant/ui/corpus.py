"""Kho văn bản: the office's own directives and the samples: search, read, add, remove."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant import pipeline
from assistant.folders import data_folder
from assistant.index import Filters
from assistant.own_table import renew
from assistant.precedents.corpus import Corpus, open_corpus
from assistant.precedents.intake import AddReport
from assistant.precedents.levels import LEVELS
from assistant.precedents.precedent import Precedent
from assistant.ui import corpus_view as shown
from assistant.ui import pages
from assistant.ui.choose import UPLOAD_MB
from assistant.ui.paper import paper
from assistant.ui.pressed import ask, asked, drop, once
from assistant.ui.safely import plain, problems
from assistant.ui.whole import unbroken
from checks.errors import UserError

state = st.session_state
ADD = "corpus"
SHOWN = "xem"
"""In the address, so that the browser's own way back leads to the list."""
PAGE = 12
DOUBTS = 8  # pairs that are opened from the report; more are looked for in the list
# Uploads stored between two moves of the progress bar. No string below it: Streamlit would print that on the page.
AT_ONCE = 8


def page(corpus: Corpus) -> None:
    asked_for = st.query_params.get(SHOWN)
    if asked_for:
        with suppress(UserError):
            one(corpus.show(asked_for))
            return
    st.title("Kho văn bản", anchor=False)
    if asked_for:
        st.warning("Văn bản ở địa chỉ này không còn trong kho hoặc không đọc được.")
    add(corpus)
    query = st.text_input(
        "Tìm trong kho", key="corpus_query", placeholder="Ví dụ: chi tieu thu ngan sach, không cần gõ dấu",
        persist_state="session",
    )  # fmt: skip
    with corpus.unchanged():
        filters = chosen(corpus)
        if query.strip():
            found(corpus, query, filters)
        else:
            listed(corpus, filters)
        for sentence in corpus.damaged():
            st.warning(plain(sentence))


def chosen(corpus: Corpus) -> Filters:
    known = corpus.choices()
    with st.container(key="corpus_filters"):
        issuer, level, year, kind = st.columns([3, 1, 1, 1])
    return Filters(
        issuer=issuer.text_input("Cơ quan", key="corpus_issuer", placeholder="Một phần tên cũng được", persist_state="session").strip() or None,
        level=level.selectbox("Cấp", list(LEVELS), index=None, key="corpus_level", placeholder="Mọi cấp", format_func=LEVELS.__getitem__,
                              persist_state="session"),
        year=year.selectbox("Năm", known.years, index=None, key="corpus_year", placeholder="Mọi năm", persist_state="session"),
        kind=kind.selectbox("Loại", known.kinds, index=None, key="corpus_kind", placeholder="Mọi loại", persist_state="session"),
    )  # fmt: skip


def found(corpus: Corpus, query: str, filters: Filters) -> None:
    with st.spinner("Đang tìm… Lần đầu máy phải đọc cả kho, mất ít giây."):
        hits = corpus.search(query, filters, limit=10)
    if corpus.notice:
        st.warning(plain(corpus.notice))
    if not hits:
        st.text("Không tìm thấy mục nào: hãy thử ít từ hơn hoặc bỏ bớt điều kiện lọc.")
    for n, hit in enumerate(hits):
        with st.container(border=True, key=f"hit_{n}"):
            precedent = corpus.show(hit.record.precedent_id)
            paper(f"hit_paper_{n}", shown.hit(hit, precedent))
            opener(precedent, f"open_hit_{n}")


def listed(corpus: Corpus, filters: Filters) -> None:
    total = corpus.count(filters)
    pages = max(1, math.ceil(total / PAGE))
    st.text(f"{total} văn bản")
    at = st.pagination(pages, key="corpus_page", persist_state="session") if pages > 1 else 1
    for precedent in corpus.list_(filters, (at - 1) * PAGE, PAGE):
        with st.container(horizontal=True, vertical_alignment="center", key=f"row_{precedent.id}"):
            paper(f"row_paper_{precedent.id}", shown.row(precedent))
            opener(precedent, f"open_{precedent.id}")


def opener(precedent: Precedent, key: str) -> None:
    """What it opens is beside it for the eye; the bold words of the label are for the ear alone (skin.py)."""
    label = f"Xem **{plain(f'{precedent.title}, {precedent.issuer}')}**"
    st.button(label, key=key, on_click=show, args=(precedent.id,))


def show(identifier: str) -> None:
    """A callback."""
    st.query_params[SHOWN] = identifier


def one(precedent: Precedent) -> None:
    source = pipeline.of_precedent(precedent)
    with st.container(horizontal=True):
        st.button("Về danh sách", icon=":material/arrow_back:", key="corpus_back", on_click=st.query_params.clear)
        st.button("Soạn văn bản năm sau", icon=":material/edit_document:", key="corpus_draft", type="primary",
                  on_click=pages.open_page, args=("draft",), kwargs={"draft_previous_source": source})  # fmt: skip
        st.button("Soát văn bản này", icon=":material/fact_check:", key="corpus_review",
                  on_click=pages.open_page, args=("review",), kwargs={"review_next": source})  # fmt: skip
        st.download_button(
            "Tải .txt",
            precedent.text,
            f"{precedent.id}.txt",
            "text/plain; charset=utf-8",
            on_click="ignore",
            key="corpus_download",
        )
        if precedent.provenance == "own":
            with st.popover("Xóa khỏi kho", icon=":material/delete:"):
                st.text("Văn bản sẽ bị xóa hẳn khỏi kho trên máy này.")
                st.button("Xóa hẳn", key="corpus_remove", on_click=remove, args=(precedent.id,))
    paper("corpus_facts", shown.facts(precedent))
    paper("corpus_text", shown.text(precedent.document))


def remove(identifier: str) -> None:
    st.query_params.clear()
    with problems():
        open_corpus().remove(identifier)
        renew(data_folder())


def add(corpus: Corpus) -> None:
    if state.get("corpus_query"):
        state.pop("corpus_reports", None)  # read by now; what is asked for should not stand below it
    with st.expander("Thêm văn bản của cơ quan", icon=":material/add:", expanded=bool(state.get("corpus_reports"))):
        files = st.file_uploader(
            "Chọn một hoặc nhiều tệp; chương trình tự đọc cơ quan, số, ngày, năm, người ký trong văn bản",
            accept_multiple_files=True,
            key=f"corpus_files_{state.get('corpus_round', 0)}",
            max_upload_size=UPLOAD_MB,
        )
        if files:
            st.button(f"Thêm {len(files)} tệp vào kho", type="primary", key="corpus_add", on_click=begin_adding)
            if asked(ADD):
                with once(ADD):
                    take_in(corpus, files)
                st.rerun()
        if state.get("corpus_reports"):
            paper("corpus_report", *shown.added(state.corpus_reports))
            doubts(corpus, state.corpus_reports)


def doubts(corpus: Corpus, reports: Sequence[AddReport]) -> None:
    """Which of two is to be removed is seen when they are open; one that was removed is not offered again."""
    alike = [(new, old) for report in reports for new, old in report.similar]
    twins = [*alike, *((new, old) for report in reports for new, old, _ in report.versions)]
    for identifier in dict.fromkeys(one for pair in twins[:DOUBTS] for one in pair):
        with suppress(UserError):
            st.button(plain(f"Xem {corpus.show(identifier).id}"), key=f"doubt_{identifier}", type="tertiary", icon=":material/open_in_new:",
                      on_click=show, args=(identifier,))  # fmt: skip


def begin_adding() -> None:
    state.corpus_reports = []
    ask(ADD)


def take_in(corpus: Corpus, files: Sequence[UploadedFile]) -> None:
    """Batch by batch; a run that was broken off is gone on with where it was."""
    reports: list[AddReport] = state.corpus_reports
    st.button("Dừng", key="corpus_stop", on_click=stop_adding)
    bar = st.progress(0.0, "Đang đọc…")
    for start in range(len(reports) * AT_ONCE, len(files), AT_ONCE):
        batch = [(file.name, file.getvalue()) for file in files[start : start + AT_ONCE]]
        reports.append(pipeline.take_in(corpus, batch))  # no look at the session between the two
        done = min(len(files), start + AT_ONCE)
        bar.progress(done / len(files), f"Đã đọc {done}/{len(files)} tệp")
    renew(data_folder())
    with unbroken():
        state.corpus_round = state.get("corpus_round", 0) + 1
        drop(ADD)


def stop_adding() -> None:
    """What has come in stays, and its spelling is learnt."""
    drop(ADD)
    if state.corpus_reports:
        renew(data_folder())


with problems():
    opened = open_corpus()
    try:
        page(opened)
    finally:
        opened.close()
