"""Bring a text of your own: paste it, upload a file, or give a link; see what was understood, then read it."""

from __future__ import annotations

import streamlit as st

from analysis import DatelineError
from analysis.pipeline import MAX_WORDS
from analysis.readers.draft import FORMATS
from analysis.readers.web.fetch import links_allowed
from analysis.show import sentences as words
from views.page import drafts, session_file, state
from views.page.limits import ARTICLE_MB, MAX_OWN_ARTICLES, MAX_UPLOAD_MB
from views.page.shell import card, nothing_here, start
from views.parts import markup

MAX_PROBLEMS = 5
"""Parts of a session file that could not be used, named one by one."""

WAYS = {"paste": "Paste", "upload": "Upload", "link": "Link"}

page = start("Add a text", has_head=False)
st.html(markup.headline("Add a text", "Dateline", page.colours))


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
                f"Text, Markdown, HTML, PDF, Word, OpenDocument, mail, or a ZIP of these; up to {ARTICLE_MB} MB",
                key="uploaded_file",
                max_upload_size=ARTICLE_MB,
            )
        else:
            st.text_input("The address of an article", placeholder="https://", key="link")
            st.caption("This needs the internet. Only public pages of text are fetched, without cookies.")
        if st.form_submit_button("Read it"):
            try:
                with st.spinner("Reading …"):
                    st.session_state[drafts.DRAFTS] = drafts.gather(way)
            except DatelineError as error:
                st.session_state[drafts.DRAFTS] = []
                st.error(str(error), icon=":material/error:")
    st.caption(
        "Texts stay in this browser session: nothing is stored on the server, and a link cannot carry them. "
        f"Up to {ARTICLE_MB} MB a file, {MAX_WORDS:,} words a text and {MAX_OWN_ARTICLES} texts a session."
    )


added = st.session_state.pop(drafts.ADDED, None)
if added:
    st.success(f"“{markup.label(added)}” is read. Every page shows it now.", icon=":material/check:")
    st.page_link("dashboard.py", label="Open the overview", icon=":material/newspaper:", query_params=state.query())

failed = st.session_state.pop(drafts.ERROR, None)
for waiting in st.session_state.get(drafts.DRAFTS, []):
    draft = waiting.draft
    size = f"{words.count_of(draft.n_words, 'word')} in {words.count_of(draft.n_paragraphs, 'paragraph')}"
    counts = f"{size}, read as {FORMATS[draft.format]}"
    with card("What was understood", f"{counts}. Change what is wrong, then read it.", colours=page.colours):
        for warning in draft.warnings:
            st.warning(markup.label(warning), icon=":material/warning:")
        if failed and failed[0] == waiting.id:
            st.error(markup.label(failed[1]), icon=":material/error:")
        st.text_input("Headline", value=draft.title or "", key=f"draft_title_{waiting.id}")
        left, right = st.columns(2)
        published = draft.published.isoformat() if draft.published else ""
        left.text_input("Day of publication (year-month-day)", value=published, key=f"draft_published_{waiting.id}")
        right.text_input("Source", value=draft.source or "", key=f"draft_source_{waiting.id}", disabled=True)
        st.text_area("Text", value=draft.text, height=320, key=f"draft_text_{waiting.id}")
        st.button("Analyse this text", key=f"draft_go_{waiting.id}", on_click=drafts.analyse, args=(waiting,))

with card("A session from a file", "Texts, corrections, filter and options that somebody saved.", colours=page.colours):
    saved = st.file_uploader(
        f"A session file (.json), up to {MAX_UPLOAD_MB} MB", type="json", key="session_file",
        max_upload_size=MAX_UPLOAD_MB,
    )  # fmt: skip
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
    problems = st.session_state.pop(session_file.PROBLEMS, [])
    for problem in problems[:MAX_PROBLEMS]:
        st.warning(markup.label(problem), icon=":material/warning:")
    if len(problems) > MAX_PROBLEMS:
        st.warning(
            f"{len(problems) - MAX_PROBLEMS:,} more parts of the file could not be used.", icon=":material/warning:"
        )

with card("Texts of this session", colours=page.colours):
    own = state.own_articles()
    if not own:
        nothing_here("None yet.")
    for article in own:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            key = f"rename_{article.id}"
            st.text_input("Name", value=article.label, key=key)
            st.button("Rename", key=f"do_{key}", on_click=drafts.rename, args=(article.id, key))
            st.button("Open", key=f"open_{article.id}", on_click=state.open_article, args=(article.id,))
            st.button("Remove", key=f"remove_{article.id}", on_click=state.remove_article, args=(article.id,))
