"""The reader on the page: the layer from the cache, what the filter leaves of it, and what a click on a name does."""

from __future__ import annotations

import streamlit as st

from analysis.evidence import find as evidence
from analysis.show import sentences as words
from views.components import component
from views.page import state, url
from views.page.cache import reader_sheet
from views.page.page import Page
from views.reader.data import paragraph_of, reader_data

KEY = "reader"


def draw(page: Page, layer: str, *, has_pronouns: bool = False) -> None:
    """The whole article with the marks of `layer`; "plain" for none."""
    document = page.whole.document
    voice = page.choice.voice if layer == "tone" else "all"
    engine = st.session_state.get(url.ENGINE)
    sheet = reader_sheet(page, layer, has_pronouns=has_pronouns, voice=voice, engine=engine)
    data = reader_data(
        sheet,
        page.analysis,
        page.choice,
        page.kept,
        page.colours,
        outlines=_shown(page) if layer != "plain" else (),
        opened_at=paragraph_of(st.query_params.get(url.AT), document),
    )
    component("reader")(key=KEY, data=data, on_toggle_change=_toggle)


def outlined_sentence(page: Page) -> str:
    """What is outlined, in words; "" for nothing."""
    subject = state.shown_subject()
    found = evidence.find(page.analysis, subject) if subject else None
    if found is None:
        return ""
    return f"Outlined: the {words.count_of(found.count, found.unit)} behind the number that you opened."


def _shown(page: Page) -> tuple[tuple[int, int], ...]:
    """The words behind the number that is opened."""
    subject = state.shown_subject()
    found = evidence.find(page.analysis, subject) if subject else None
    return tuple(mark for line in found.lines for mark in line.marks) if found else ()


def _toggle() -> None:
    """A name was clicked: into the filter with it, or out of it."""
    entity = st.session_state[KEY].get("toggle")
    if isinstance(entity, str):
        state.toggle_entity(entity)
