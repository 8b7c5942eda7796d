"""Bring a text of your own: paste it, upload a file, or give a link; see what was understood, then read it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analysis import DatelineError
from analysis.fetch import links_allowed
from analysis.readers import Draft, read
from analysis.readers.draft import FORMATS, MAX_BYTES
from analysis.readers.link import read_link
from views import markup, session_file, state, words
from views.library import from_text
from views.shell import card, nothing_here, start

DRAFTS = "drafts"
WAYS = {"paste": "Paste", "upload": "Upload", "link": "Link"}

page = start("Add a text", has_head=False)
st.html(markup.headline("Add a text", "Dateline", page.colours))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that waits to be looked over, with where it came from."""

    draft: Draft
    note: str


def gather(way: str) -> list[Waiting]:
    """What the form of `way` was given; raises DatelineError with the reason where it cannot be read."""
    if way == "paste":
        return [Waiting(d, "Pasted in this session.") for d in read(st.session_state["pasted_text"].encode("utf-8"))]
    if way == "link":
        url = st.session_state["link"].strip()
        return [Waiting(read_link(url), f"Fetched in this session from {url[:200]}")]
    uploaded = st.session_state["uploaded_file"]
    if uploaded is None:
        return []
    drafts = read(uploaded.getvalue()[: MAX_BYTES + 1], uploaded.name)
    return [Waiting(draft, "Uploaded in this session.") for draft in drafts]


with card("Where is it?", colours=page.colours):
    ways = [way for way in WAYS if way != "link" or links_allowed()]
    way = st.segmented_control(
        "Way", ways, format_func=WAYS.__getitem__, default="paste", required=True, key="add_way",
        label_visibility="collapsed",
    )  # fmt: skip
    with st.form("add_text", border=False):
        if way == "paste":
            st.text_area("An article, its headline on the first line", height=220, key="pasted_text")
        elif way == "upload":
            st.file_uploader(
                "Text, Markdown, HTML, PDF, Word, OpenDocument, mail, or a ZIP of these; up to 5 MB",
                key="uploaded_file",
            )
        else:
            st.text_input("The address of an article", placeholder="https://", key="link")
            st.caption("This needs the internet. Only public pages of text are fetched, without cookies.")
        if st.form_submit_button("Read it"):
            try:
                with st.spinner("Reading …"):
                    st.session_state[DRAFTS] = gather(way)
            except DatelineError as error:
                st.session_state[DRAFTS] = []
                st.error(str(error), icon=":material/error:")
    st.caption(
        "Texts stay in this browser session: nothing is stored on the server, and a link cannot carry them. "
        "Up to 5 MB a file, 200,000 words a text and 50 texts a session."
    )


def analyse(number: int, waiting: Waiting) -> None:
    """Keep the draft as it was edited and show it."""
    get = st.session_state.get
    try:
        title, text = get(f"draft_title_{number}", "").strip(), get(f"draft_text_{number}", "")
        published = get(f"draft_published_{number}", "").strip() or None
        whole = Draft(text, title or None).full_text
        article = from_text(whole, waiting.note, title, published)
    except DatelineError as error:
        st.session_state["draft_error"] = (number, str(error))
        return
    state.add_article(article)
    st.session_state[DRAFTS] = [other for other in st.session_state[DRAFTS] if other is not waiting]
    st.session_state["just_added"] = article.label


added = st.session_state.pop("just_added", None)
if added:
    st.success(f"“{markup.label(added)}” is read. Every page shows it now.", icon=":material/check:")
    st.page_link("dashboard.py", label="Open the overview", icon=":material/newspaper:", query_params=state.query())

failed = st.session_state.pop("draft_error", None)
for number, waiting in enumerate(st.session_state.get(DRAFTS, [])):
    draft = waiting.draft
    size = f"{words.count_of(draft.n_words, 'word')} in {words.count_of(draft.n_paragraphs, 'paragraph')}"
    counts = f"{size}, read as {FORMATS[draft.format]}"
    with card("What was understood", f"{counts}. Change what is wrong, then read it.", colours=page.colours):
        for warning in draft.warnings:
            st.warning(markup.label(warning), icon=":material/warning:")
        if failed and failed[0] == number:
            st.error(markup.label(failed[1]), icon=":material/error:")
        st.text_input("Headline", value=draft.title or "", key=f"draft_title_{number}")
        left, right = st.columns(2)
        published = draft.published.isoformat() if draft.published else ""
        left.text_input("Day of publication (year-month-day)", value=published, key=f"draft_published_{number}")
        right.text_input("Source", value=draft.source or "", key=f"draft_source_{number}", disabled=True)
        st.text_area("Text", value=draft.text, height=320, key=f"draft_text_{number}")
        st.button("Analyse this text", key=f"draft_go_{number}", on_click=analyse, args=(number, waiting))

with card("A session from a file", "Texts, corrections, filter and options that somebody saved.", colours=page.colours):
    saved = st.file_uploader("A session file (.json)", type="json", key="session_file", max_upload_size=20)
    if st.button("Open the session", disabled=saved is None) and saved is not None:
        try:
            n_texts = session_file.open_session(saved.getvalue())
        except DatelineError as error:
            st.error(markup.label(str(error)), icon=":material/error:")
        else:
            st.session_state["session_opened"] = words.count_of(n_texts, "text")
            st.rerun()
    opened = st.session_state.pop("session_opened", None)
    if opened:
        st.success(f"The session is open, with {opened} of its own.", icon=":material/check:")
        st.page_link("dashboard.py", label="Open the overview", icon=":material/newspaper:", query_params=state.query())

with card("Texts of this session", colours=page.colours):
    own = state.own_articles()
    if not own:
        nothing_here("None yet.")
    for article in own:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            key = f"rename_{article.id}"
            st.text_input("Name", value=article.label, key=key)
            st.button(
                "Rename",
                key=f"do_{key}",
                on_click=lambda a=article.id, k=key: state.rename_article(a, st.session_state[k]),
            )
            st.button("Open", key=f"open_{article.id}", on_click=state.open_article, args=(article.id,))
            st.button("Remove", key=f"remove_{article.id}", on_click=state.remove_article, args=(article.id,))
