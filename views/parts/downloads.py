"""Files to take away: the table above a button, exactly as it is shown, with what it rests on in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analysis.export import about, to_csv, to_geojson, to_table_json
from analysis.select.narrow import narrow, narrow_places
from analysis.show import sentences as words
from views.page import options
from views.page.page import Page


def table(frame: pd.DataFrame, name: str, page: Page) -> None:
    """Buttons that save exactly this table, as CSV and as JSON."""
    said = about_page(page)
    with st.container(horizontal=True, gap="xsmall"):
        _button("CSV", lambda: to_csv(frame, said), f"{name}.csv", "text/csv", page)
        _button("JSON", lambda: to_table_json(frame, said), f"{name}.json", "application/json", page)


def geojson(page: Page, roles: Sequence[str], kinds: Sequence[str]) -> None:
    """A button that saves exactly the places shown, those of some roles and kinds, as GeoJSON."""
    said, again, choice = about_page(page), page.again, page.choice
    _button(
        "GeoJSON",
        lambda: to_geojson(narrow_places(narrow(again(), choice), roles, kinds), said),
        "places.geojson",
        "application/geo+json",
        page,
    )


def _button(form: str, make: Callable[[], str], file: str, mime: str, page: Page) -> None:
    filtered = "filtered-" if page.choice else ""
    st.download_button(
        form, data=lambda: make().encode("utf-8"), file_name=f"dateline-{filtered}{file}", mime=mime, type="tertiary",
        icon=":material/download:", on_click="ignore", key=f"download_{file}", help=f"Save this table as {form}",
    )  # fmt: skip


def about_page(page: Page) -> dict[str, object]:
    """What a file says of the page that it was saved from; call it while the page is drawn, where the URL is known."""
    sentence = words.filter_sentence(page.whole, page.choice, page.kept) if page.choice else ""
    return about(page.whole, page.choice, sentence, options.set_here())
