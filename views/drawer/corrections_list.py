"""The corrections of the method page: what was changed, what came of it, a file of it all."""

from __future__ import annotations

import streamlit as st

from analysis.corrections.file import from_json_in_part, sentence, to_json
from analysis.errors import InputError
from views.drawer import corrections_url as fixes
from views.page.page import Page
from views.page.shell import card, nothing_here
from views.parts import markup

PROBLEM = "corrections_problem"


def draw(page: Page) -> None:
    """List the corrections, each with a button that takes it back; save them, or take up a file of them."""
    outcomes = page.whole.corrections
    takeaway = "What you changed, in order. It is replayed whenever the article is read."
    with card("Your corrections", takeaway, colours=page.colours):
        if not outcomes:
            nothing_here("None. Open the sentences of a name, a place or a quote to correct it there.")
        for number, outcome in enumerate(outcomes):
            with st.container(horizontal=True, vertical_alignment="center", key=f"fix_row_{number}"):
                said = sentence(outcome.correction)
                st.html(markup.note(f"{number + 1}. {said} {outcome.problem or ''}", page.colours), width="stretch")
                if outcome.problem:
                    st.badge("Does not fit", icon=":material/edit_off:", color="orange")
                st.button(
                    "Take back", key=f"take_back_{number}", type="tertiary", icon=":material/undo:",
                    help=f"Take correction {number + 1} back", on_click=_take_back, args=(number,),
                )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="bottom"):
            if outcomes:
                st.download_button(
                    "Save as a file",
                    data=to_json((outcome.correction for outcome in outcomes), page.whole.document.title),
                    file_name="dateline-corrections.json",
                    mime="application/json",
                    icon=":material/download:",
                    on_click="ignore",
                    key="save_corrections",
                )
                st.button("Take all back", icon=":material/restart_alt:", on_click=fixes.replace_all, args=((),))
            with st.popover("Open a file", icon=":material/upload_file:"):
                st.file_uploader(
                    "A file of corrections, made here or written by hand", type="json", key="corrections_file",
                    on_change=_take_up,
                )  # fmt: skip
                st.caption("They are added after those that are there. What does not fit the text is listed, not lost.")
        problem = st.session_state.pop(PROBLEM, None)
        if problem:
            st.error(markup.label(problem), icon=":material/error:")
        st.caption("On the command line:")
        st.code(
            "python -m analysis article.txt --corrections dateline-corrections.json", language=None, wrap_lines=True
        )


def _take_back(number: int) -> None:
    corrections = fixes.current()
    fixes.replace_all((*corrections[:number], *corrections[number + 1 :]))


def _take_up() -> None:
    """Add the corrections of the uploaded file; what of it cannot be read is said, and costs the others nothing."""
    uploaded = st.session_state["corrections_file"]
    if uploaded is None:
        return
    try:
        good, problems = from_json_in_part(uploaded.getvalue())
    except InputError as error:
        st.session_state[PROBLEM] = str(error)
        return
    if good:
        fixes.replace_all((*fixes.current(), *good))
    if problems:
        more = f" {len(problems) - 1} more cannot be read either." if len(problems) > 1 else ""
        kept = f" The other {len(good)} were added." if good else ""
        st.session_state[PROBLEM] = f"{problems[0]}{more}{kept}"
