"""One document chosen by upload, from the corpus or pasted; it stays chosen when the officer visits another page."""

from __future__ import annotations

import streamlit as st

from assistant import pipeline
from assistant.precedents.precedent import Precedent
from assistant.ui.pressed import forgive, press, refused
from assistant.ui.safely import plain, problems
from checks.reading import Source

UPLOAD_MB = 100
"""What a page takes in, of any kind: a larger or unreadable file is refused when it is read, in our words, not Streamlit's."""


def choose(label: str, key: str, precedents: list[Precedent]) -> Source | None:
    """The chosen document, or None as long as there is none; why an upload cannot be read is told beside it."""
    kept: Source | None = st.session_state.get(f"{key}_source")
    with st.container(border=kept is None, key=f"{key}_box"):
        if kept is not None:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(f"{label}: {kept.name}")
                st.button("Chọn văn bản khác", key=f"{key}_again", on_click=_forget, args=(key,), type="tertiary")
            return kept
        upload = st.file_uploader(label, key=f"{key}_upload", max_upload_size=UPLOAD_MB)
        by_id = {precedent.id: precedent for precedent in precedents}
        picked = st.selectbox(
            "hoặc lấy từ kho", list(by_id), index=None, key=f"{key}_pick", placeholder="Gõ tên cơ quan hoặc năm để tìm",
            format_func=lambda identifier: named(by_id[identifier]),
        )  # fmt: skip
        with st.expander("hoặc dán toàn văn"):
            st.text_area("Toàn văn", key=f"{key}_paste", height=160, label_visibility="collapsed",
                         on_change=forgive, args=(f"{key}_pasted",))  # fmt: skip
            refused(f"{key}_pasted")
            st.button("Dùng văn bản này", key=f"{key}_pasted", on_click=press, args=(f"{key}_pasted", _paste, key))
        with problems():
            if upload is not None:
                return _keep(key, pipeline.read(upload.getvalue(), upload.name))
            if picked is not None:
                return _keep(key, pipeline.of_precedent(by_id[picked]))
    return None


def named(precedent: Precedent) -> str:
    """“Ủy ban nhân dân tỉnh Sơn Thủy, 2026: Chỉ thị về việc … (số 02/CT-UBND, ngày 12/01/2026)”: two of one title look unlike."""
    sample = " (mẫu)" if precedent.provenance == "sample" else ""
    return f"{precedent.issuer or precedent.id}, {precedent.year or 'không rõ năm'}: {precedent.title}{_told_apart(precedent)}{sample}"


def _told_apart(precedent: Precedent) -> str:
    issued = f"ngày {precedent.issued:%d/%m/%Y}" if precedent.issued else ""
    said = ", ".join(part for part in (f"số {precedent.number}" if precedent.number else "", issued) if part)
    return f" ({said})" if said else ""


def damaged(sentences: list[str]) -> None:
    """Precedents that could not be read are named, not passed over."""
    for sentence in sentences:
        st.warning(plain(sentence))


def _paste(key: str) -> None:
    st.session_state[f"{key}_source"] = pipeline.pasted(st.session_state[f"{key}_paste"])


def _keep(key: str, source: Source) -> Source:
    st.session_state[f"{key}_source"] = source
    st.rerun()


def _forget(key: str) -> None:
    del st.session_state[f"{key}_source"]
    for part in ("upload", "pick", "paste"):
        st.session_state.pop(f"{key}_{part}", None)
