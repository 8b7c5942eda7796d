"""
What the reader has chosen: the one file that names session keys and URL parameters.

The URL is the state. Each run reads it, each control writes it from its callback, and links between pages carry
it on. So a page change, the Back button, a reload and a link sent to a colleague all work alike. Only texts that
a reader added cannot travel in a link: they live in the session, and a link to one says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from analysis import DatelineError
from analysis.model import ENTITY_TYPES, Analysis
from analysis.narrow import Choice, valid_choice
from analysis.pipeline import check_date
from views.library import MAX_LABEL_CHARS, Article, bundled

ARTICLE, ENTITY, TYPE, PUBLISHED = "article", "entity", "type", "published"
"""The URL parameters: an article id, any number of entity ids and of entity types, a day of publication."""

OWN_ARTICLES = "own_articles"
ENGINE = "recogniser"
NOTICES = "notices"
ARTICLE_WIDGET, ENTITY_WIDGET, TYPE_WIDGET = "choose_article", "choose_entities", "choose_types"

MAX_OWN_ARTICLES = 50
"""How many added texts a session keeps; the oldest goes first."""

MAX_URL_VALUES = 50
"""How many names are read from a URL; more is no reader's choice."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The article and the choice of entities that a page shows."""

    article: Article
    choice: Choice


def articles() -> Mapping[str, Article]:
    """Every article that can be chosen in this session, by id."""
    return {**bundled(), **st.session_state.setdefault(OWN_ARTICLES, {})}


def current_article() -> Article:
    """The article of the URL; the first bundled one where the URL names none that is known."""
    known = articles()
    wanted = st.query_params.get(ARTICLE)
    if wanted is not None and wanted in known:
        return known[wanted]
    if wanted is not None:
        _notify("This link is to a text that was added in another session. Texts are not stored, so it is gone.")
        _write(None, (), ())
    return next(iter(known.values()))


def current_choice(analysis: Analysis) -> Choice:
    """The choice in the URL, without what this analysis does not have; what is dropped is said in a notice."""
    entities = st.query_params.get_all(ENTITY)[:MAX_URL_VALUES]
    types = st.query_params.get_all(TYPE)[: len(ENTITY_TYPES)]
    choice = valid_choice(analysis, entities, types)
    n_dropped = len({*entities} - {*choice.entities}) + len({*types} - {*choice.types})
    if n_dropped:
        what = "a filter value" if n_dropped == 1 else f"{n_dropped} filter values"
        _notify(f"The link held {what} that this article does not have; the rest of the filter is kept.")
        _write(st.query_params.get(ARTICLE), choice.entities, choice.types)
    return choice


def query() -> dict[str, str | list[str]]:
    """The state as URL parameters, for links to other pages."""
    return {key: st.query_params.get_all(key) for key in (ARTICLE, ENTITY, TYPE, PUBLISHED) if key in st.query_params}


def current_published() -> str | None:
    """The day of publication in the URL, in ISO form; None where there is none, or it is no date."""
    value = st.query_params.get(PUBLISHED)
    if value is None:
        return None
    try:
        return check_date(value)
    except DatelineError:
        _notify("The day of publication in this link is not a date, and was left out.")
        del st.query_params[PUBLISHED]
        return None


def publish_on(day: date | None) -> None:
    """Set the day of publication, or take it out; call it from a callback."""
    if day is None:
        st.query_params.pop(PUBLISHED, None)
    else:
        st.query_params[PUBLISHED] = day.isoformat()


def choose(choice: Choice) -> None:
    """Make `choice` the filter; call it from a callback, before the page is drawn."""
    _write(st.query_params.get(ARTICLE), choice.entities, choice.types)


def toggle_entity(entity_id: str) -> None:
    """Add an entity to the filter, or take it out; call it from a callback."""
    chosen = st.query_params.get_all(ENTITY)
    chosen = [other for other in chosen if other != entity_id] if entity_id in chosen else [*chosen, entity_id]
    _write(st.query_params.get(ARTICLE), chosen, st.query_params.get_all(TYPE))


def clear_choice() -> None:
    """Show everything again."""
    choose(Choice())


def open_article(article_id: str) -> None:
    """Show another article, unfiltered: entity ids of one text mean nothing in the next."""
    _write(article_id, (), ())


def rename_article(article_id: str, label: str) -> None:
    """Give a text of this session another name in lists; call it from a callback."""
    own = st.session_state.get(OWN_ARTICLES, {})
    if article_id in own and label.strip():
        own[article_id] = replace(own[article_id], label=" ".join(label.split())[:MAX_LABEL_CHARS])


def remove_article(article_id: str) -> None:
    """Forget a text of this session; call it from a callback."""
    st.session_state.get(OWN_ARTICLES, {}).pop(article_id, None)
    if st.query_params.get(ARTICLE) == article_id:
        _write(None, (), ())


def own_articles() -> list[Article]:
    """The texts that were added in this session, oldest first."""
    return list(st.session_state.get(OWN_ARTICLES, {}).values())


def add_article(article: Article) -> None:
    """Keep a text for this session and show it."""
    own = st.session_state.setdefault(OWN_ARTICLES, {})
    own[article.id] = article
    while len(own) > MAX_OWN_ARTICLES:
        own.pop(next(iter(own)))
    open_article(article.id)
    if article.published:
        st.query_params[PUBLISHED] = article.published


def take_notices() -> list[str]:
    """What the reader should be told once, oldest first."""
    return list(st.session_state.pop(NOTICES, []))


def _notify(message: str) -> None:
    notices = st.session_state.setdefault(NOTICES, [])
    if message not in notices:
        notices.append(message)


def _write(article_id: str | None, entities: tuple[str, ...] | list[str], types: tuple[str, ...] | list[str]) -> None:
    """Write the URL; the first bundled article is the default and is left out of it."""
    values: dict[str, str | list[str]] = {}
    if article_id is not None and article_id != next(iter(bundled())):
        values[ARTICLE] = article_id
    if entities:
        values[ENTITY] = list(entities)
    if types:
        values[TYPE] = list(types)
    if PUBLISHED in st.query_params and article_id == st.query_params.get(ARTICLE):
        values[PUBLISHED] = st.query_params[PUBLISHED]
    st.query_params.from_dict(values)
