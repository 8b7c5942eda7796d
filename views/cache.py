"""The only caches: analyses by text, shared by all sessions of the server, bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis import Analysis, analyze
from analysis.corrections import Correction
from views.network_layout import Ground

if TYPE_CHECKING:
    from collections.abc import Callable

    import plotly.graph_objects as go

    from analysis.compare import Comparison
    from views.page import Page
    from views.reader_data import Sheet


@st.cache_resource(max_entries=24, show_spinner="Reading the article …")
def analysed(
    text: str,
    published: str | None = None,
    recogniser: str | None = None,
    corrections: tuple[Correction, ...] = (),
) -> Analysis:
    """
    The analysis of a text with a reader's corrections. Records are frozen, so one copy serves every session.

    Filtering happens outside, in `analysis.narrow`: a click must not fill the cache.
    """
    return analyze(text, published=published, recogniser=recogniser, corrections=corrections)


@st.cache_resource(max_entries=24, show_spinner=False)
def ground(fingerprint: str, unit: str, _whole: Analysis) -> Ground:
    """Where the names of a whole analysis stand in the network; `fingerprint` is that of views.network_layout."""
    from views.network_layout import lay_out

    return lay_out(_whole, unit)


@st.cache_resource(max_entries=24, show_spinner=False)
def reader_sheet(
    _whole: Analysis, key: str, layer: str, *, has_pronouns: bool, voice: str, engine: str | None
) -> Sheet:
    """A layer of the reader with the reason for every mark; `key` says which analysis `_whole` is."""
    from views.reader_data import sheet_of
    from views.reader_layers import layer_of

    made = layer_of(_whole, layer, has_pronouns=has_pronouns, voice=voice, engine=engine)
    return sheet_of(_whole.document, made)


def figure(
    page: Page, name: str, make: Callable[[], go.Figure], *options: object, is_filtered: bool = True
) -> go.Figure:
    """
    The figure of that name, drawn once for each article, filter and theme, and for each of the options it depends on.

    Opening a drawer, turning a switch beside it or coming back to the page draws nothing anew. Do not change it.
    """
    shown = f"{page.choice if is_filtered else ''} {page.colours.ink}"
    return _figure(page.key, shown, name, repr(options), make)


@st.cache_resource(max_entries=80, show_spinner=False)
def _figure(key: str, shown: str, name: str, options: str, _make: Callable[[], go.Figure]) -> go.Figure:
    return _make()


@st.cache_resource(max_entries=8, show_spinner=False)
def comparison(key_a: str, key_b: str, _a: Analysis, _b: Analysis) -> Comparison:
    """What stands in one report, in the other, in both; the keys say which the analyses are."""
    from analysis.compare import compare

    return compare(_a, _b)
