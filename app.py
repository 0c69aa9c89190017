"""The pages of the app; each is one script in assistant/ui."""

from __future__ import annotations

import streamlit as st

from assistant.ui.pages import pages
from assistant.ui.skin import ICON, skin

st.set_page_config(page_title="Chỉ thị thi đua", page_icon=ICON, layout="wide")
page = st.navigation(pages(), position="top")
skin()
page.run()
