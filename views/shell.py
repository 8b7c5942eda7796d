"""
The frame around every page: settings, navigation, the choice of article, the entity filter, errors.

A page starts with one call, `page = start("Title", ...)`, whichever page the browser opens first: with a `pages/`
folder, a deep link runs that page's script alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from analysis import Analysis, DatelineError
from analysis.choice import Choice, kept_paragraphs
from analysis.engines import OWN, PREFIX, installed_pipelines
from analysis.narrow import narrow
from views import markup, state, words
from views.cache import analysed
from views.library import Article
from views.palette import TYPE_LABELS, Palette, palette

PAGES = (
    ("dashboard.py", "Overview", ":material/newspaper:"),
    ("pages/entities.py", "Entities", ":material/groups:"),
    ("pages/tone.py", "Tone", ":material/contrast:"),
    ("pages/places.py", "Places", ":material/public:"),
    ("pages/quotes.py", "Quotes", ":material/format_quote:"),
    ("pages/facts.py", "Facts", ":material/numbers:"),
    ("pages/read.py", "Read", ":material/article:"),
    ("pages/compare.py", "Compare", ":material/compare:"),
)
"""The pages in the order of the navigation: file, name, icon."""

ADD_PAGE = "pages/add.py"
"""Where a text is added; it stands by the choice of article and not among the questions."""


ICON = Path(__file__).parent.parent / "static" / "icon.png"
"""A Material icon as page icon would be fetched from the internet."""


@dataclass(frozen=True, slots=True)
class Page:
    """
    What a page draws from: the article, its whole analysis, the filter with the paragraphs that it keeps, the
    analysis narrowed to them, the colours; `notices` is where a page says what it could not show.
    """

    article: Article
    whole: Analysis
    choice: Choice
    kept: frozenset[int]
    analysis: Analysis
    colours: Palette
    notices: st.delta_generator.DeltaGenerator


def start(title: str, *, has_head: bool = True) -> Page:
    """
    Begin a page and return what it shows; without `has_head` the article's headline is left out.

    Stops the script, with a message and a way on, where the article cannot be analysed or the filter leaves
    nothing. Call it first; draw after it.
    """
    st.set_page_config(
        page_title=f"{title} · Dateline", page_icon=str(ICON), layout="wide", initial_sidebar_state="auto"
    )
    colours = palette(st.context.theme.type == "dark")
    with st.sidebar:
        navigation = st.container(gap="xxsmall")
        chooser = st.container()
        filters = st.container()
    article = state.current_article()
    with chooser:
        _choose_article(article)
        _choose_engine()
    try:
        whole = analysed(article.text, state.current_published(), st.session_state.get(state.ENGINE))
    except DatelineError as error:
        _show_links(navigation)
        st.error(str(error), icon=":material/error:")
        st.stop()
    choice = state.current_choice(whole)
    with filters:
        _choose_entities(whole, choice)
    _show_links(navigation)
    kept = kept_paragraphs(whole, choice)
    page = Page(article, whole, choice, kept, narrow(whole, choice), colours, st.container())
    if has_head:
        _head(page, title)
    return page


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
    known = state.articles()
    st.session_state[state.ARTICLE_WIDGET] = article.id
    st.selectbox(
        "Article",
        list(known),
        format_func=lambda article_id: known[article_id].label,
        key=state.ARTICLE_WIDGET,
        on_change=lambda: state.open_article(st.session_state[state.ARTICLE_WIDGET]),
    )
    with suppress(StreamlitPageNotFoundError):
        st.page_link(ADD_PAGE, label="Add a text", icon=":material/add:", query_params=state.query(), width="stretch")


def _choose_engine() -> None:
    """Other recognisers, where any is installed; the choice holds for the session."""
    pipelines = installed_pipelines()
    if not pipelines:
        return
    engines = [OWN, *(PREFIX + name for name in pipelines)]
    chosen = st.selectbox("Names found by", engines, key="choose_engine", help="What follows stays the same.")
    st.session_state[state.ENGINE] = None if chosen == OWN else chosen


def _choose_entities(whole: Analysis, choice: Choice) -> None:
    by_id = {entity.id: entity for entity in whole.entities}
    present = [kind for kind in TYPE_LABELS if any(entity.type == kind for entity in whole.entities)]

    def label_of(entity_id: str) -> str:
        return f"{by_id[entity_id].name} ({by_id[entity_id].count})"

    st.session_state[state.TYPE_WIDGET] = list(choice.types)
    st.session_state[state.ENTITY_WIDGET] = list(choice.entities)
    st.multiselect(
        "Filter by name",
        list(by_id),
        format_func=label_of,
        key=state.ENTITY_WIDGET,
        on_change=_filter_changed,
        placeholder="All names" if by_id else "No names in this text",
        disabled=not by_id,
        help="Keeps the paragraphs that mention any of these names. Everything on every page is counted in them.",
    )
    st.pills(
        "Filter by type",
        present,
        format_func=TYPE_LABELS.__getitem__,
        selection_mode="multi",
        key=state.TYPE_WIDGET,
        on_change=_filter_changed,
        disabled=not present,
        help="Lists these types only. With no name chosen, keeps the paragraphs that mention one of them.",
    )
    if choice:
        st.button("Clear the filter", icon=":material/filter_alt_off:", on_click=state.clear_choice, width="stretch")


def _filter_changed() -> None:
    chosen = Choice(tuple(st.session_state[state.ENTITY_WIDGET]), tuple(st.session_state[state.TYPE_WIDGET]))
    state.choose(chosen)


def _head(page: Page, title: str) -> None:
    """The article's headline on every page, what the filter shows, and a way back where it shows nothing."""
    for notice in state.take_notices():
        page.notices.warning(notice, icon=":material/link_off:")
    document = page.whole.document
    st.html(markup.headline(document.title or page.article.label, title, page.colours))
    if not page.choice:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(markup.note(words.filter_sentence(page.whole, page.choice, page.kept), page.colours), width="content")
        st.button("Show everything", key="show_everything", type="tertiary", on_click=state.clear_choice)
