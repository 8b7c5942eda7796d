"""The only caches: analyses by text, shared by all sessions of the server, bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis import Analysis, analyze
from analysis.corrections import Correction

if TYPE_CHECKING:
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
def reader_sheet(
    _whole: Analysis, key: tuple[str | None, ...], layer: str, *, has_pronouns: bool, voice: str, engine: str | None
) -> Sheet:
    """A layer of the reader with the reason for every mark; `key` says which analysis `_whole` is."""
    from views.reader_data import sheet_of
    from views.reader_layers import layer_of

    made = layer_of(_whole, layer, has_pronouns=has_pronouns, voice=voice, engine=engine)
    return sheet_of(_whole.document, made)
