"""
A session as a file: the texts that a reader added, what was corrected in each, and what the link holds.

It carries what a link cannot. The file is a stranger's: every text is checked as a pasted one is, every value of the
link as one in a link is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from analysis.errors import InputError
from analysis.pipeline import VERSION
from views import options, state, url
from views.library import Article, from_text

SCHEMA = "dateline-session/1"

MAX_BYTES = 20_000_000
"""A file this long holds fifty texts of the greatest length that is read; more is no session of ours."""

MAX_VALUES, MAX_VALUE_CHARS = 500, 16_000
PARAMETERS = (url.ARTICLE, url.PUBLISHED, *url.FILTER, url.WITH, url.FIX, *options.OPTIONS)


def current() -> dict[str, Any]:
    """The session as it is now: plain values, and the articles as they are."""
    return {
        "schema": SCHEMA,
        "made by": f"Dateline {VERSION}",
        "link": {name: st.query_params.get_all(name) for name in PARAMETERS if name in st.query_params},
        "left": dict(st.session_state.get(url.LEFT, {})),
        "articles": state.own_articles(),
    }


def to_json(session: Mapping[str, Any]) -> str:
    """What `current` took, as the text of a file."""
    whole = {**session, "articles": [asdict(article) for article in session["articles"]]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def open_session(data: bytes) -> int:
    """
    Take up a session from its file, beside the texts that are here already; return the number of texts it held.

    Raises: InputError with what is wrong and where; nothing has changed then.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"This file has {len(data):,} bytes; a session has at most {MAX_BYTES:,}.")
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError("This is not a session file: it is not JSON.") from error
    if not isinstance(whole, dict) or whole.get("schema") != SCHEMA:
        raise InputError(f"This is not a session file: it must say “schema”: “{SCHEMA}”.")
    rows = whole.get("articles")
    if not isinstance(rows, list) or len(rows) > state.MAX_OWN_ARTICLES:
        raise InputError(f"“articles” of a session file must be a list of at most {state.MAX_OWN_ARTICLES} texts.")
    articles = [_article(number, row) for number, row in enumerate(rows, 1)]
    # A text's id follows from the text, whatever the file says.
    ids = {row.get("id"): article.id for row, article in zip(rows, articles, strict=True)}
    link, left = _parameters(whole.get("link")), whole.get("left")
    for name in (url.ARTICLE, url.WITH):
        if name in link:
            link[name] = [ids.get(value, value) for value in link[name][:1]]
    for article in articles:
        state.keep_article(article)
    st.session_state.setdefault(url.LEFT, {}).update(
        {
            ids.get(key, key[:100]): _parameters(value, (url.FIX, url.PUBLISHED))
            for key, value in list(left.items() if isinstance(left, dict) else ())[:100]
        }
    )
    st.query_params.from_dict(link)
    return len(articles)


def _article(number: int, row: Any) -> Article:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(f"Text {number} of this session file has no “text”.")
    label, note, published = (row.get(name) for name in ("label", "note", "published"))
    try:
        return from_text(
            row["text"],
            str(note)[:300] if note else "From a session file.",
            str(label) if label else "",
            str(published) if published else None,
        )
    except InputError as error:
        raise InputError(f"Text {number} of this session file: {error}") from error


def _parameters(value: Any, names: tuple[str, ...] = PARAMETERS) -> dict[str, list[str]]:
    """What of a file can be parameters of a link; whether this article has them is checked when they are read."""
    if not isinstance(value, Mapping):
        return {}
    kept = {}
    for name in names:
        values = value.get(name)
        if isinstance(values, list):
            good = [one for one in values[:MAX_VALUES] if isinstance(one, str) and len(one) <= MAX_VALUE_CHARS]
            if good:
                kept[name] = good
    return kept
