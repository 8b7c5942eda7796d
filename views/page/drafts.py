"""
What the page “Add a text” does: read what was given, keep what was looked over.

It stands apart from the page because Streamlit keeps what a button calls, and a function of a page keeps the whole
page with its article in memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

import streamlit as st

from analysis import DatelineError
from analysis.readers import Draft, read
from analysis.readers.draft import MAX_BYTES
from analysis.readers.web.fetch import read_link
from views.page import state
from views.page.library import from_text

DRAFTS, ERROR, ADDED = "drafts", "draft_error", "just_added"
"""Session keys: what waits to be looked over; the id of a draft with what is wrong; the name of the text added."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that waits to be looked over, with where it came from; `id` is its own in the session."""

    draft: Draft
    note: str
    id: str = field(default_factory=lambda: uuid4().hex)


def gather(way: str) -> list[Waiting]:
    """What the form of `way` was given; raises DatelineError with the reason where it cannot be read."""
    if way == "paste":
        data = st.session_state["pasted_text"].encode("utf-8", "replace")
        return [Waiting(draft, "Pasted in this session.") for draft in read(data)]
    if way == "link":
        url = st.session_state["link"].strip()
        return [Waiting(read_link(url), f"Fetched in this session from {url[:200]}")]
    uploaded = st.session_state["uploaded_file"]
    if uploaded is None:
        return []
    drafts = read(uploaded.getvalue()[: MAX_BYTES + 1], uploaded.name)
    return [Waiting(draft, "Uploaded in this session.") for draft in drafts]


def analyse(waiting: Waiting) -> None:
    """Keep the draft as it was edited and show it; call it from a callback."""
    get = st.session_state.get
    try:
        title, text = get(f"draft_title_{waiting.id}", "").strip(), get(f"draft_text_{waiting.id}", "")
        published = get(f"draft_published_{waiting.id}", "").strip() or None
        whole = Draft(text, title or None).full_text
        article = from_text(whole, waiting.note, title, published)
        state.add_article(article)
    except DatelineError as error:
        st.session_state[ERROR] = (waiting.id, str(error))
        return
    st.session_state[DRAFTS] = [other for other in st.session_state[DRAFTS] if other is not waiting]
    st.session_state[ADDED] = article.label


def rename(article_id: str, key: str) -> None:
    """Give a text the name that stands in the field `key`; call it from a callback."""
    state.rename_article(article_id, st.session_state[key])
