"""The only cache: analyses by text with all that is drawn from them, shared by all sessions of the server, bounded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis import Analysis
from analysis.model import Correction
from views.charts.network_layout import Ground
from views.page import apart
from views.page.library import bundled
from views.page.store import LARGE_CHARS, Store, Visitor, trim

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from analysis.compare import Comparison
    from views.page.page import Page
    from views.reader.data import Sheet

T = TypeVar("T")

MAX_CHARS = 2_000_000
"""
Characters of text whose analyses are kept, least lately used first out: two texts of 150,000 words, or 400 articles.

An analysis takes some 60 bytes of memory for each character of its text, what is drawn of it up to as much again.
"""

MAX_MADE = 24
"""Figures, layouts and layers kept of one analysis: a walk through all pages with two filters."""


@st.cache_resource(show_spinner=False)
def store() -> Store[Analysis]:
    """The store of this server."""
    return Store(MAX_CHARS, MAX_MADE)


@st.cache_resource(scope="session", on_release=lambda visitor: store().leave(visitor), show_spinner=False)
def _session_visitor() -> Visitor:
    return Visitor()


def _visitor() -> Visitor | None:
    """This browser session, which Streamlit releases when its connection ends; None outside of a page."""
    return _session_visitor() if get_script_run_ctx(suppress_warning=True) else None


def key_of(
    text: str,
    published: str | None = None,
    recogniser: str | None = None,
    corrections: tuple[Correction, ...] = (),
) -> str:
    """What tells one analysis from another: all that it rests on."""
    asked = repr((text, published, recogniser, corrections)).encode("utf-8", "replace")
    return blake2b(asked, digest_size=16).hexdigest()


def is_held(key: str) -> bool:
    """Whether the analysis of this key is there, so that showing it takes no time."""
    return store().get(key) is not None


def analysed(
    text: str,
    published: str | None = None,
    recogniser: str | None = None,
    corrections: tuple[Correction, ...] = (),
) -> Analysis:
    """
    The analysis of a text with a reader's corrections. Records are frozen, so one copy serves every session.

    Filtering happens outside, in `analysis.select.narrow`: a click must not fill the cache.
    """
    key, held, visitor = key_of(text, published, recogniser, corrections), store(), _visitor()

    def make() -> Analysis:
        return _worked_out(apart.read_text, text, published, recogniser, corrections)

    if len(text) >= LARGE_CHARS:
        trim()  # What drew the page before has been let go of by now.
    is_ours = any(text == article.text for article in bundled().values())
    with nullcontext() if held.get(key, visitor) else st.spinner("Reading the article …"):
        return held.get_or_make(key, make, len(text), visitor, is_lasting=is_ours)


def _worked_out(work: Callable[..., T], about: str | Analysis, *arguments: object) -> T:
    """What `work` makes of a text or its analysis: here, or for a long text in a process of its own."""
    text = about if isinstance(about, str) else about.document.text
    if len(text) < LARGE_CHARS:
        return work(about, *arguments)
    visitor = _visitor()
    wanted = (lambda: not visitor.is_gone) if visitor else (lambda: True)
    return apart.run(work, about, *arguments, is_wanted=wanted)  # type: ignore[no-any-return]


def _made(key: str, make: Callable[[], T], *name: object) -> T:
    """What `make` makes of the analysis of this key, once for each name."""
    return store().made_of(key, name, make)  # type: ignore[no-any-return]


def ground(page: Page, unit: str) -> Ground:
    """Where the names of the whole analysis of a page stand in the network."""
    from views.charts.network_layout import lay_out

    return _made(page.key, lambda: lay_out(page.whole, unit), "ground", unit)


def reader_sheet(page: Page, layer: str, *, has_pronouns: bool, voice: str, engine: str | None) -> Sheet:
    """A layer of the reader with the reason for every mark."""
    from views.reader.data import sheet_for

    options = (layer, has_pronouns, voice, engine)
    return _made(page.key, lambda: _worked_out(sheet_for, page.whole, *options), "sheet", *options)


def figure(
    page: Page, name: str, make: Callable[[], go.Figure], *options: object, is_filtered: bool = True
) -> go.Figure:
    """
    The figure of that name, drawn once for each article, filter and theme, and for each of the options it depends on.

    Opening a drawer, turning a switch beside it or coming back to the page draws nothing anew. Do not change it.
    """
    shown = f"{page.choice if is_filtered else ''} {page.colours.ink}"
    return _made(page.key, make, "figure", shown, name, repr(options))


def comparison(page: Page, other: str, a: Analysis, b: Analysis) -> Comparison:
    """What stands in one report, in the other, in both; `other` is the key of `b`."""
    from analysis.compare import compare

    return _made(page.key, lambda: compare(a, b), "comparison", other)


def again(
    whole: Analysis,
    text: str,
    published: str | None = None,
    recogniser: str | None = None,
    corrections: tuple[Correction, ...] = (),
) -> Callable[[], Analysis]:
    """A way back to `whole`, which was asked for so; it does not keep it in memory, and has it read anew if need be."""
    there = ref(whole)
    return lambda: there() or analysed(text, published, recogniser, corrections)
