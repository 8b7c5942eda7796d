"""
What the reader has chosen: the article, the filter, the number that is opened.

All of it is in the URL (see `url`). Only texts that a reader added cannot travel in a link: they live in the session,
and a link to one says so.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from analysis import DatelineError
from analysis.errors import InputError
from analysis.model import ENTITY_TYPES, Analysis
from analysis.pipeline import check_date
from analysis.select.narrow import Choice, valid_choice
from views.page import options, url
from views.page.library import MAX_LABEL_CHARS, Article, bundled, cut, saved_bytes, tidy
from views.page.limits import MAX_LINK_BYTES, MAX_OWN_ARTICLES, MAX_SESSION_BYTES

OWN_ID_RE = re.compile(r"own-[0-9a-f]{8}", re.ASCII)
"""The id of a text that a reader added, as views.library makes it."""

NOT_HERE = (
    "The text of this link is not here. Texts are not stored: it may have been added in another session, or in this "
    "window before it was loaded anew or the server was started anew. Whoever has it can save their session as a file "
    "and send that; it is opened on the page “Add a text”."
)
"""What is known of a text that the session does not have; a server that was started anew cannot know more."""

MAX_URL_VALUES = 50
"""How many names are read from a URL; more is no reader's choice."""

RANGE_RE = re.compile(r"(\d{0,6})-(\d{0,6})", re.ASCII)


def articles() -> Mapping[str, Article]:
    """Every article that can be chosen in this session, by id."""
    return {**bundled(), **st.session_state.setdefault(url.OWN_ARTICLES, {})}


def current_article() -> Article:
    """The article of the URL; the first bundled one where the URL names none that is known."""
    known = articles()
    wanted = st.query_params.get(url.ARTICLE)
    if wanted is not None and wanted in known:
        return known[wanted]
    if wanted is not None:
        url.notify(NOT_HERE if OWN_ID_RE.fullmatch(wanted) else "The article of this link is none that Dateline has.")
        open_article(None)
    return next(iter(known.values()))


def current_choice(analysis: Analysis) -> Choice:
    """The choice in the URL, without what this analysis does not have; what is dropped is said in a notice."""
    given = {name: st.query_params.get_all(name) for name in url.FILTER}
    first, last = _range("".join(given[url.PARAGRAPHS][:1]))
    choice = valid_choice(
        analysis,
        given[url.ENTITY][:MAX_URL_VALUES],
        given[url.TYPE][: len(ENTITY_TYPES)],
        needs_all=given[url.MATCH] == ["all"],
        without=given[url.WITHOUT][:MAX_URL_VALUES],
        first=first,
        last=last,
        voice="".join(given[url.VOICE][:1]) or "all",
    )
    kept = _as_parameters(choice)
    n_dropped = options.dropped_values()
    n_dropped += sum(len({*given[name]} - {*kept.get(name, [])}) for name in (url.ENTITY, url.TYPE, url.WITHOUT))
    n_dropped += sum(bool(given[name]) and name not in kept for name in (url.PARAGRAPHS, url.VOICE))
    if n_dropped:
        what = "a value" if n_dropped == 1 else f"{n_dropped} values"
        url.notify(f"The link held {what} that this article does not have; the rest of the link is kept.")
    if any(given[name] != kept.get(name, []) for name in url.FILTER):
        choose(choice)
    return choice


def _range(value: str) -> tuple[int | None, int | None]:
    """The paragraphs of "2-5", either end of which may be left out; nothing where it cannot be read."""
    found = RANGE_RE.fullmatch(value)
    first, last = (int(end) if end else None for end in found.groups()) if found else (None, None)
    return (None, None) if last is not None and last < (first or 0) else (first, last)


def range_value(first: int | None, last: int | None, end: int) -> list[str]:
    """A range of paragraphs as it stands in the URL; [] where it is all of them, up to the index `end`."""
    left, right = first or "", "" if last is None or last >= end else last
    return [f"{left}-{right}"] if (left, right) != ("", "") else []


def _as_parameters(choice: Choice) -> dict[str, list[str]]:
    """The choice as URL parameters; what is not chosen is left out."""
    values = {
        url.ENTITY: list(choice.entities),
        url.TYPE: list(choice.types),
        url.MATCH: ["all"] if choice.needs_all else [],
        url.WITHOUT: list(choice.without),
        url.PARAGRAPHS: range_value(choice.first, choice.last, sys.maxsize),
        url.VOICE: [choice.voice] if choice.voice != "all" else [],
    }
    return {name: value for name, value in values.items() if value}


def choose(choice: Choice) -> None:
    """Make `choice` the filter; call it from a callback, before the page is drawn."""
    parameters = _as_parameters(choice)
    url.write({name: parameters.get(name, []) for name in url.FILTER})


def toggle_entity(entity_id: str) -> None:
    """Add an entity to the filter, or take it out; call it from a callback."""
    filter_by([entity_id], is_on=entity_id not in st.query_params.get_all(url.ENTITY))


def filter_by(entities: Sequence[str], *, is_on: bool, needs_all: bool = False) -> None:
    """Add entities to the filter, or take them out; call it from a callback."""
    others = [entity for entity in st.query_params.get_all(url.ENTITY) if entity not in entities]
    changes = {url.ENTITY: [*others, *entities] if is_on else others}
    if is_on:
        changes[url.WITHOUT] = [one for one in st.query_params.get_all(url.WITHOUT) if one not in entities]
        changes[url.MATCH] = ["all"] if needs_all else st.query_params.get_all(url.MATCH)
    url.write(changes)


def clear_choice() -> None:
    """Show everything again."""
    choose(Choice())


def show(subject: str | None) -> None:
    """Open the sentences behind a subject of analysis.evidence, or close them; call it from a callback."""
    url.write({url.SHOW: [subject] if subject else []})


def shown_subject() -> str | None:
    """The subject whose sentences the URL opens."""
    return st.query_params.get(url.SHOW)


def query(**changes: str | list[str]) -> dict[str, str | list[str]]:
    """The state as URL parameters, for links to other pages; an opened number stays where it is."""
    names = (url.ARTICLE, url.PUBLISHED, *url.FILTER, url.WITH, url.FIX, *options.OPTIONS)
    return {name: st.query_params.get_all(name) for name in names if name in st.query_params} | changes


def current_published() -> str | None:
    """The day of publication in the URL, in ISO form; None where there is none, or it is no date."""
    value = st.query_params.get(url.PUBLISHED)
    if value is None:
        return None
    try:
        return check_date(value)
    except DatelineError:
        url.notify("The day of publication in this link is not a date, and was left out.")
        url.write({url.PUBLISHED: []})
        return None


def publish_on(day: date | None) -> None:
    """Set the day of publication, or take it out; call it from a callback."""
    url.write({url.PUBLISHED: [] if day is None else [day.isoformat()]})


def open_article(article_id: str | None) -> None:
    """
    Show another article, unfiltered: entity ids of one text mean nothing in the next.

    What was corrected and dated in the article that is left is kept in the session, and comes back with it.
    """
    default = next(iter(bundled()))
    kept: dict[str, dict[str, list[str]]] = st.session_state.setdefault(url.LEFT, {})
    kept[st.query_params.get(url.ARTICLE, default)] = {
        name: st.query_params.get_all(name) for name in (url.FIX, url.PUBLISHED)
    }
    opened = article_id or default
    of_one_text = (*url.FILTER, url.SHOW, url.AT, url.WITH, url.FIX, url.PUBLISHED)
    changes: dict[str, list[str]] = {name: [] for name in of_one_text}
    url.write(changes | kept.get(opened, {}) | {url.ARTICLE: [] if opened == default else [opened]})


def compared_with(known: Mapping[str, Article]) -> str:
    """The id of the article that the shown one is compared with: the URL's, else the first of `known`."""
    wanted = st.query_params.get(url.WITH)
    if wanted in known:
        return str(wanted)
    if wanted is not None:
        url.notify("The report that this link compares with is not in this session; another one stands in its place.")
        url.write({url.WITH: []})
    return next(iter(known))


def compare_with(article_id: str) -> None:
    """Compare with this article; call it from a callback."""
    url.write({url.WITH: [article_id]})


def rename_article(article_id: str, label: str) -> None:
    """Give a text of this session another name in lists; call it from a callback."""
    own = st.session_state.get(url.OWN_ARTICLES, {})
    if article_id in own and tidy(label):
        own[article_id] = replace(own[article_id], label=cut(tidy(label), MAX_LABEL_CHARS))


def remove_article(article_id: str) -> None:
    """Forget a text of this session; call it from a callback."""
    st.session_state.get(url.OWN_ARTICLES, {}).pop(article_id, None)
    if st.query_params.get(url.ARTICLE) == article_id:
        open_article(None)
    st.session_state.get(url.LEFT, {}).pop(article_id, None)


def own_articles() -> list[Article]:
    """The texts that were added in this session, oldest first."""
    return list(st.session_state.get(url.OWN_ARTICLES, {}).values())


def add_article(article: Article) -> None:
    """Keep a text for this session and show it; raises InputError where there is no room for it."""
    keep_articles([article])
    open_article(article.id)
    if article.published:
        url.write({url.PUBLISHED: [article.published]})


def keep_articles(articles: Sequence[Article]) -> None:
    """
    Keep texts for this session.

    Raises: InputError where they are too many or too long, beside those that are here, to be saved and opened again;
        nothing has changed then.
    """
    own = st.session_state.setdefault(url.OWN_ARTICLES, {})
    after = own | {article.id: article for article in articles}
    if len(after) > MAX_OWN_ARTICLES:
        raise InputError(
            f"This session would have {len(after)} texts; it holds up to {MAX_OWN_ARTICLES}. "
            "Save the session, then remove some of its texts below."
        )
    size, most = sum(map(saved_bytes, after.values())), MAX_SESSION_BYTES - MAX_LINK_BYTES
    if size > most:
        raise InputError(
            f"The texts of this session would have {size / 1e6:.1f} MB; up to {most / 1e6:.1f} MB can be saved and "
            "opened again. Save the session, then remove some of its texts below."
        )
    own.update({article.id: article for article in articles})


# The names that others ask this module for.
OWN_ARTICLES, ARTICLE = url.OWN_ARTICLES, url.ARTICLE
