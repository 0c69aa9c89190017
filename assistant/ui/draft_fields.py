"""Phiếu yêu cầu: the fields of the request, last year's targets beside this year's."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assistant.entry import request_form
from assistant.entry.quick_entry import TARGET as TARGETS
from assistant.entry.request_form import KINDS, LABELS, MOVEMENTS
from assistant.ui.pressed import ask
from assistant.ui.safely import plain
from checks.facts.indicators import Indicator


def form(targets: tuple[Indicator, ...], name: str) -> None:
    """The form; when it is sent, ``name`` is asked for."""
    with st.form("draft_form"):
        issuer, year, movement = st.columns([3, 1, 2])
        with issuer:
            _field("issuer", placeholder="Ủy ban nhân dân tỉnh Sơn Thủy")
        with year:
            _field("year", placeholder="2027")
        with movement:
            st.selectbox(
                LABELS["movement"],
                list(MOVEMENTS),
                key="draft_movement",
                format_func=MOVEMENTS.__getitem__,
                persist_state="session",
            )
        _field("theme", placeholder="Không cần dấu ngoặc kép")
        if targets:
            with st.expander(
                f"Chỉ tiêu năm nay ({len(targets)} chỉ tiêu của năm trước; bỏ trống thì thành chỗ phải điền)",
                expanded=True,
            ):
                _targets(targets)
        _lines("targets", placeholder="Tạo việc làm mới cho 19.500 lao động")
        with st.expander("Ngày tháng, người ký, nơi nhận, căn cứ (bỏ trống thì giữ như năm trước hoặc để chỗ điền)"):
            _optional()
        st.form_submit_button("Soạn dự thảo", type="primary", key="draft_make", on_click=ask, args=(name,))


def _field(name: str, **more: Any) -> None:
    st.text_input(LABELS[name], key=f"draft_{name}", persist_state="session", **more)


def _lines(name: str, **more: Any) -> None:
    st.text_area(LABELS[name], key=f"draft_{name}", height=120, persist_state="session", **more)


def _targets(targets: tuple[Indicator, ...]) -> None:
    for row in range(0, len(targets), 3):
        for n, cell in enumerate(st.columns(3, vertical_alignment="bottom"), row):
            if n < len(targets):
                cell.text_input(
                    plain(request_form.target_label(targets[n])), key=f"draft_{TARGETS}{n}", persist_state="session",
                    placeholder=request_form.last_amount(targets[n]),
                )  # fmt: skip


def _optional() -> None:
    left, middle, right = st.columns(3)
    with left:
        st.selectbox(LABELS["kind"], ["", *KINDS], key="draft_kind", persist_state="session",
                     format_func=lambda kind: kind or "Như năm trước")  # fmt: skip
        _field("number", placeholder="02")
        _field("place", placeholder="Sơn Thủy")
    with middle:
        _field("date", placeholder="12/01/2027")
        _field("start", placeholder="03/9/2027")
        _field("end", placeholder="31/12/2027")
    with right:
        _field("authority", placeholder="KT. CHỦ TỊCH")
        _field("post", placeholder="PHÓ CHỦ TỊCH")
        _field("name")
    _field("parent")
    bases, recipients = st.columns(2)
    with bases:
        _lines("legal_bases")
    with recipients:
        _lines("recipients")
