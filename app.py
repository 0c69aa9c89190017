"""The pages of the app; each is one script in assistant/ui."""

from __future__ import annotations

import logging

import streamlit as st

from assistant.ui import typed
from assistant.ui.pages import pages
from assistant.ui.skin import ICON, skin
from assistant.ui.whole import begin_at_the_top, callbacks_run_whole

callbacks_run_whole()
begin_at_the_top()
st.set_page_config(page_title="Chỉ thị thi đua", page_icon=ICON, layout="wide")
page = st.navigation(pages(), position="top")
st.set_page_config(page_title=f"{page.title} – Chỉ thị thi đua")  # which tab of the browser is which
skin()
unplaced = st.container()
try:
    page.run()
except Exception:  # the officer gets a sentence, the terminal the traceback
    logging.getLogger("chithi").exception("page %s", page.url_path)
    st.error("Trang này gặp sự cố. Hãy tải lại trang; bản đang làm vẫn được lưu trong trình duyệt.")
with unplaced:
    typed.left()
