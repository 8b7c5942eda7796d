"""The only caches: analyses by text, shared by all sessions of the server, bounded."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis, analyze


@st.cache_resource(max_entries=24, show_spinner="Reading the article …")
def analysed(text: str, published: str | None = None, recogniser: str | None = None) -> Analysis:
    """
    The analysis of a text. Records are frozen, so one copy serves every session.

    Filtering happens outside, in `analysis.narrow`: a click must not fill the cache.
    """
    return analyze(text, published=published, recogniser=recogniser)
