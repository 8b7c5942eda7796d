"""
The frame around every page: settings, navigation, the choice of article, the entity filter, errors.

A page starts with one call, `page = start("Title", ...)`, whichever page the browser opens first: with a `pages/`
folder, a deep link runs that page's script alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from analysis import Analysis, DatelineError
from analysis.engines import OWN, PREFIX, installed_pipelines
from analysis.model import Correction
from analysis.select.narrow import kept_paragraphs, narrow
from analysis.show.palette import Palette, palette
from views.drawer import corrections_url as fixes
from views.page import cache, filtering, state, uploads, url
from views.page import save_menu as takeaway
from views.page.library import Article
from views.page.page import Page
from views.parts import markup
from views.parts.alike import distinct

PAGES = (
    ("dashboard.py", "Overview", ":material/newspaper:"),
    ("pages/entities.py", "Entities", ":material/groups:"),
    ("pages/tone.py", "Tone", ":material/contrast:"),
    ("pages/places.py", "Places", ":material/public:"),
    ("pages/quotes.py", "Quotes", ":material/format_quote:"),
    ("pages/connections.py", "Connections", ":material/hub:"),
    ("pages/facts.py", "Facts", ":material/numbers:"),
    ("pages/read.py", "Read", ":material/article:"),
    ("pages/compare.py", "Compare", ":material/compare:"),
    ("pages/method.py", "Method", ":material/rule:"),
)
"""The pages in the order of the navigation: file, name, icon."""

ADD_PAGE = "pages/add.py"
"""Where a text is added; it stands by the choice of article and not among the questions."""


ARTICLE_WIDGET = "choose_article"

LONG_CHARS = 30_000
"""A text of this length, some 5,000 words, takes a fifth of a second to read: long enough to be seen."""

__all__ = ("ADD_PAGE", "PAGES", "Page", "card", "is_phone", "nothing_here", "start")

ICON = Path(__file__).parents[2] / "static" / "icon.png"
"""A Material icon as page icon would be fetched from the internet."""


def start(title: str, *, has_head: bool = True) -> Page:
    """
    Begin a page and return what it shows; without `has_head` the article's headline is left out.

    Stops the script, with a message and a way on, where the article cannot be analysed or the filter leaves
    nothing. Call it first; draw after it.
    """
    st.set_page_config(
        page_title=f"{title} · Dateline", page_icon=str(ICON), layout="wide", initial_sidebar_state="auto"
    )
    uploads.watched()
    colours = palette(st.context.theme.type == "dark")
    with st.sidebar:
        navigation = st.container(gap="xxsmall")
        chooser = st.container()
        filters = st.container()
        leave = st.container()
    article = state.current_article()
    with chooser:
        _choose_article(article)
        _choose_engine()
    asked = (article.text, state.current_published(), st.session_state.get(url.ENGINE), fixes.current())
    try:
        whole = _read(*asked)
    except DatelineError as error:
        _show_links(navigation)
        st.error(str(error), icon=":material/error:")
        st.stop()
    choice = state.current_choice(whole)
    with filters:
        filtering.controls(whole, choice)
    _show_links(navigation)
    kept = kept_paragraphs(whole, choice)
    key, again = cache.key_of(*asked), cache.again(whole, *asked)
    page = Page(article, whole, choice, kept, narrow(whole, choice), colours, st.container(), key, again)
    with leave:
        takeaway.menu(page)
    if has_head:
        _head(page, title)
    return page


def _read(text: str, published: str | None, recogniser: str | None, corrections: tuple[Correction, ...]) -> Analysis:
    """The analysis of a text; while a long one is read, the outline of the page is shown."""
    is_slow = len(text) > LONG_CHARS and not cache.is_held(cache.key_of(text, published, recogniser, corrections))
    with st.skeleton(height=420) if is_slow else nullcontext():
        return cache.analysed(text, published, recogniser, corrections)


def is_phone() -> bool:
    """Whether the browser says that it is a phone's; figures cannot know how wide they will be."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


@contextmanager
def card(title: str, takeaway: str = "", *, colours: Palette | None = None) -> Iterator[None]:
    """A bordered box: a title, one sentence on what is to be seen, then what the block draws."""
    with st.container(border=True, height="stretch"):
        st.subheader(title, anchor=False)
        if takeaway and colours is not None:
            st.html(markup.note(takeaway, colours))
        yield


def nothing_here(what: str) -> None:
    """Say that nothing is there to be shown, and why that may be."""
    st.caption(f":material/search_off: {what}")


def _show_links(container: st.delta_generator.DeltaGenerator) -> None:
    with container:
        st.html(f'<p style="font-family:{markup.SERIF};font-size:1.7rem;font-weight:700;margin:0">Dateline</p>')
        for file, name, icon in PAGES:
            # A page that is run by itself (`streamlit run pages/tone.py`) has no others to link to.
            with suppress(StreamlitPageNotFoundError):
                st.page_link(file, label=name, icon=icon, query_params=state.query(), width="stretch")


def _choose_article(article: Article) -> None:
    choose_among("Article", state.articles(), article.id, ARTICLE_WIDGET, state.open_article)
    with suppress(StreamlitPageNotFoundError):
        st.page_link(ADD_PAGE, label="Add a text", icon=":material/add:", query_params=state.query(), width="stretch")


def choose_among(
    label: str,
    known: Mapping[str, Article],
    chosen: str,
    key: str,
    on_choice: Callable[[str], None],
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """A list of articles by their labels; `on_choice` gets the id of the one that is chosen."""
    labels = distinct({article_id: article.label for article_id, article in known.items()})
    st.session_state[key] = chosen
    st.selectbox(
        label, list(labels), format_func=labels.__getitem__, key=key, width=width,
        on_change=lambda: on_choice(st.session_state[key]),
    )  # fmt: skip


def _choose_engine() -> None:
    """Other recognisers, where any is installed; the choice holds for the session."""
    pipelines = installed_pipelines()
    if not pipelines:
        return
    engines = [OWN, *(PREFIX + name for name in pipelines)]
    chosen = st.selectbox("Names found by", engines, key="choose_engine", help="What follows stays the same.")
    st.session_state[url.ENGINE] = None if chosen == OWN else chosen


def _head(page: Page, title: str) -> None:
    """The article's headline on every page, what the filter shows, and a way back where it shows nothing."""
    for notice in url.take_notices():
        page.notices.warning(notice, icon=":material/link_off:")
    misfits = sum(outcome.problem is not None for outcome in page.whole.corrections)
    if misfits:
        which = "A correction does" if misfits == 1 else f"{misfits} corrections do"
        said = f"{which} not fit this text any more; the page “Method” says why."
        page.notices.warning(said, icon=":material/edit_off:")
    document = page.whole.document
    st.html(markup.headline(document.title or page.article.label, title, page.colours))
    filtering.chips(page)
