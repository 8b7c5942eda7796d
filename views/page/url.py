"""
The names of URL parameters and session keys, and the few ways in which they are changed.

The URL is the state. Each run reads it, each control writes it from its callback, and links between pages carry it
on. So a page change, the Back button, a reload and a link sent to a colleague all work alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

ARTICLE, PUBLISHED = "article", "published"
"""An article id; a day of publication."""

ENTITY, TYPE, MATCH, WITHOUT, PARAGRAPHS, VOICE = "entity", "type", "match", "without", "paragraphs", "voice"
"""The filter: entity ids, types, "all" for every name at once, ids left out, "2-5", a voice."""

FILTER = (ENTITY, TYPE, MATCH, WITHOUT, PARAGRAPHS, VOICE)

SHOW, AT, WITH = "show", "at", "with"
"""The number that is opened; the paragraph that the reader opens at; the article that this one is compared with."""

FIX = "fix"
"""A correction, as JSON; in the order in which they were made."""

OWN_ARTICLES, LEFT, ENGINE, NOTICES = "own_articles", "left_articles", "recogniser", "notices"
"""
Session keys: texts that a reader added, what was corrected in articles that are not shown, the recogniser, notes.
"""


def write(changes: Mapping[str, Sequence[str]]) -> None:
    """Change some URL parameters at once, so that the Back button undoes them at once; an empty one is taken out."""
    values = {name: st.query_params.get_all(name) for name in st.query_params}
    values |= {name: list(value) for name, value in changes.items()}
    st.query_params.from_dict({name: value for name, value in values.items() if value})


def notify(message: str) -> None:
    """Keep a note that the reader should see once, at the head of the next page."""
    notices = st.session_state.setdefault(NOTICES, [])
    if message not in notices:
        notices.append(message)


def take_notices() -> list[str]:
    """What the reader should be told once, oldest first."""
    return list(st.session_state.pop(NOTICES, []))
