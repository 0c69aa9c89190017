"""Three lines for the first visit, gone for the session once read."""

from __future__ import annotations

import streamlit as st


def explain() -> None:
    """Say what this page does, until dismissed."""
    if st.session_state.get("welcomed"):
        return
    with st.container(border=True, key="welcome", gap="xsmall"):
        st.text("1. Dán văn bản hoặc chọn tệp. Văn bản chỉ ở trên máy này, không gửi đi đâu.")
        st.text("2. Đi qua từng chỗ được đánh dấu: sửa, sửa khác, bỏ qua, hoặc giữ nguyên kèm lý do.")
        st.text("3. Tải văn bản đã sửa và phiếu kiểm tra để trình ký.")
        st.button("Đã hiểu", key="welcomed_button", type="tertiary", on_click=_dismiss)


def _dismiss() -> None:
    st.session_state.welcomed = True
