"""
What the reader has chosen: the one file that names session keys and URL parameters.

The URL is the state. Each run reads it, each control writes it from its callback, and links between pages carry
it on. So a page change, the Back button, a reload and a link sent to a colleague all work alike. Only texts that
a reader added cannot travel in a link: they live in the session, and a link to one says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from analysis import DatelineError
from analysis.choice import Choice, valid_choice
from analysis.model import ENTITY_TYPES, Analysis
from analysis.pipeline import check_date
from views import options
from views.library import MAX_LABEL_CHARS, Article, bundled

ARTICLE, PUBLISHED = "article", "published"
"""URL parameters: an article id; a day of publication."""

ENTITY, TYPE, MATCH, WITHOUT, PARAGRAPHS, VOICE = "entity", "type", "match", "without", "paragraphs", "voice"
"""The filter in the URL: entity ids, types, "all" for every name at once, ids left out, "2-5", a voice."""

FILTER = (ENTITY, TYPE, MATCH, WITHOUT, PARAGRAPHS, VOICE)

SHOW, AT, WITH = "show", "at", "with"
"""The number that is opened; the paragraph that the reader opens at; the article that this one is compared with."""

FIX = "fix"
"""A correction, as JSON; in the order in which they were made."""

OWN_ARTICLES = "own_articles"
ENGINE = "recogniser"
NOTICES = "notices"
ARTICLE_WIDGET, ENTITY_WIDGET, TYPE_WIDGET = "choose_article", "choose_entities", "choose_types"
MATCH_WIDGET, WITHOUT_WIDGET, RANGE_WIDGET, VOICE_WIDGET = (
    "choose_match",
    "choose_without",
    "choose_paragraphs",
    "choose_voice",
)

MAX_OWN_ARTICLES = 50
"""How many added texts a session keeps; the oldest goes first."""

MAX_URL_VALUES = 50
"""How many names are read from a URL; more is no reader's choice."""

RANGE_RE = re.compile(r"(\d{0,6})-(\d{0,6})")


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
        _notify(
            "This link is to a text that was added in another session. Texts are not stored, so it is gone. "
            "Whoever sent it can send their session file instead; it is opened on the page “Add a text”."
        )
        open_article(None)
    return next(iter(known.values()))


def current_choice(analysis: Analysis) -> Choice:
    """The choice in the URL, without what this analysis does not have; what is dropped is said in a notice."""
    get_all = st.query_params.get_all
    entities, without = get_all(ENTITY)[:MAX_URL_VALUES], get_all(WITHOUT)[:MAX_URL_VALUES]
    types = get_all(TYPE)[: len(ENTITY_TYPES)]
    first, last = _range(st.query_params.get(PARAGRAPHS, ""))
    choice = valid_choice(
        analysis,
        entities,
        types,
        needs_all=st.query_params.get(MATCH) == "all",
        without=without,
        first=first,
        last=last,
        voice=st.query_params.get(VOICE, "all"),
    )
    n_dropped = len({*entities} - {*choice.entities}) + len({*types} - {*choice.types})
    n_dropped += len({*without} - {*choice.without}) + options.dropped_values()
    n_dropped += any(name in st.query_params and name not in _as_parameters(choice) for name in (PARAGRAPHS, VOICE))
    if n_dropped:
        what = "a value" if n_dropped == 1 else f"{n_dropped} values"
        _notify(f"The link held {what} that this article does not have; the rest of the link is kept.")
    if any(st.query_params.get_all(name) != _as_parameters(choice).get(name, []) for name in FILTER):
        choose(choice)
    return choice


def _range(value: str) -> tuple[int | None, int | None]:
    """The paragraphs of "2-5", either end of which may be left out; nothing where it cannot be read."""
    found = RANGE_RE.fullmatch(value)
    return (int(found[1]) if found[1] else None, int(found[2]) if found[2] else None) if found else (None, None)


def _as_parameters(choice: Choice) -> dict[str, list[str]]:
    """The choice as URL parameters; what is not chosen is left out."""
    first, last = ("" if end is None else str(end) for end in (choice.first, choice.last))
    values = {
        ENTITY: list(choice.entities),
        TYPE: list(choice.types),
        MATCH: ["all"] if choice.needs_all else [],
        WITHOUT: list(choice.without),
        PARAGRAPHS: [f"{first}-{last}"] if first or last else [],
        VOICE: [choice.voice] if choice.voice != "all" else [],
    }
    return {name: value for name, value in values.items() if value}


def query(**changes: str | list[str]) -> dict[str, str | list[str]]:
    """The state as URL parameters, for links to other pages; an opened number stays where it is."""
    names = (ARTICLE, PUBLISHED, *FILTER, WITH, FIX, *options.OPTIONS)
    return {name: st.query_params.get_all(name) for name in names if name in st.query_params} | changes


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
    parameters = _as_parameters(choice)
    _write({name: parameters.get(name, []) for name in FILTER})


def toggle_entity(entity_id: str) -> None:
    """Add an entity to the filter, or take it out; call it from a callback."""
    chosen = st.query_params.get_all(ENTITY)
    chosen = [other for other in chosen if other != entity_id] if entity_id in chosen else [*chosen, entity_id]
    _write({ENTITY: chosen})


def clear_choice() -> None:
    """Show everything again."""
    choose(Choice())


def show(subject: str | None) -> None:
    """Open the evidence for a subject, or close it; call it from a callback."""
    _write({SHOW: [subject] if subject else []})


def shown_subject() -> str | None:
    """The subject whose evidence the URL opens."""
    return st.query_params.get(SHOW)


def drop_subject() -> None:
    """Close evidence that this article does not have, and say so."""
    _notify("The link opens a number that this article does not have.")
    show(None)


def open_article(article_id: str | None) -> None:
    """Show another article, unfiltered: entity ids of one text mean nothing in the next."""
    default = article_id is None or article_id == next(iter(bundled()))
    of_one_text = (*FILTER, PUBLISHED, SHOW, AT, FIX, WITH)
    _write({name: [] for name in of_one_text} | {ARTICLE: [] if default else [str(article_id)]})


def rename_article(article_id: str, label: str) -> None:
    """Give a text of this session another name in lists; call it from a callback."""
    own = st.session_state.get(OWN_ARTICLES, {})
    if article_id in own and label.strip():
        own[article_id] = replace(own[article_id], label=" ".join(label.split())[:MAX_LABEL_CHARS])


def remove_article(article_id: str) -> None:
    """Forget a text of this session; call it from a callback."""
    st.session_state.get(OWN_ARTICLES, {}).pop(article_id, None)
    if st.query_params.get(ARTICLE) == article_id:
        open_article(None)


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


def _write(changes: Mapping[str, Sequence[str]]) -> None:
    """Change some URL parameters at once, so that the Back button undoes them at once; an empty one is taken out."""
    values = {name: st.query_params.get_all(name) for name in st.query_params}
    values |= {name: list(value) for name, value in changes.items()}
    st.query_params.from_dict({name: value for name, value in values.items() if value})
