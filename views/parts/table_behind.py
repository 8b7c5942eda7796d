"""The table behind a chart: the same numbers for those who cannot, or would rather not, read a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from views.page.page import Page
from views.parts import downloads


def twin(make: Callable[[], pd.DataFrame], name: str, page: Page, labels: Mapping[str, str], alt: str) -> None:
    """
    A button that opens the table; `make` makes it when it is opened.

    `labels` maps the columns to show to their headings. The files hold every column.
    """
    opener = st.popover("As a table", icon=":material/table:", type="tertiary", key=f"twin_{name}", on_change="rerun")
    if not opener.open:
        return
    frame = make()
    with opener:
        st.dataframe(
            frame[list(labels)],
            hide_index=True,
            alt=alt,
            column_config={column: st.column_config.Column(label) for column, label in labels.items()},
        )
        downloads.table(frame, name, page)
