"""What every page draws from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from analysis import Analysis
from analysis.select.narrow import Choice
from analysis.show.palette import Palette
from views.page.library import Article


@dataclass(frozen=True, slots=True)
class Page:
    """
    What a page draws from: the article, its whole analysis, the filter with the paragraphs that it keeps, the
    analysis narrowed to them, the colours; `notices` is where a page says what it could not show. `key` tells one
    whole analysis from another.

    What outlives the run of the page (a drawer, a file made when it is asked for) holds `again` and not the page: a
    way back to the whole analysis that does not keep it in memory.
    """

    article: Article
    whole: Analysis
    choice: Choice
    kept: frozenset[int]
    analysis: Analysis
    colours: Palette
    notices: st.delta_generator.DeltaGenerator
    key: str
    again: Callable[[], Analysis]
