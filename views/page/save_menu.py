"""What a reader takes away from any page: a report, all of it as JSON, the session, a link or why there is none."""

from __future__ import annotations

import json

import streamlit as st

from analysis import Analysis
from analysis.select.narrow import Choice, narrow
from views.page import session_file
from views.page.library import bundled
from views.page.page import Page
from views.parts import downloads


def menu(page: Page) -> None:
    """Draw the menu in the sidebar; files are made when they are asked for, not before."""
    filtered = "-filtered" if page.choice else ""
    # A file is made outside the run of the page, where neither the URL nor the session is known.
    said, session = downloads.about_page(page), session_file.current()
    again, choice = page.again, page.choice
    with st.popover("Save and share", icon=":material/ios_share:", width="stretch"):
        st.download_button(
            "Report to read and print", data=lambda: _report(again(), choice),
            file_name=f"dateline-report{filtered}.html", mime="text/html",
            icon=":material/description:", on_click="ignore", key="save_report", width="stretch",
            help="One HTML file with charts, tables, the article, method and limits. It opens offline.",
        )  # fmt: skip
        st.download_button(
            "Everything as JSON", data=lambda: _json(again(), choice, said),
            file_name=f"dateline-analysis{filtered}.json", mime="application/json",
            icon=":material/data_object:", on_click="ignore", key="save_json",
            width="stretch", help="Every name, place, quote, figure and score with its characters, as filtered.",
        )  # fmt: skip
        st.download_button(
            "The whole session", data=lambda: session_file.to_json(session).encode("utf-8"), key="save_session",
            file_name="dateline-session.json", mime="application/json", icon=":material/inventory_2:",
            on_click="ignore", width="stretch",
            help="Your texts, corrections, filter and options. Open it on the page “Add a text”.",
        )  # fmt: skip
        if page.article.id in bundled():
            st.caption("The address of this page is a link to what you see: article, filter, options, corrections.")
        else:
            st.caption(
                "A link cannot carry a text that you added: it stays in this browser session and is gone after a "
                "reload. Save the session to keep it or to pass it on."
            )


def _report(whole: Analysis, choice: Choice) -> bytes:
    from analysis.report import to_html

    return str(to_html(whole, choice=choice)).encode("utf-8")


def _json(analysis: Analysis, choice: Choice, said: dict[str, object]) -> bytes:
    whole = narrow(analysis, choice).to_dict() | {"about": said}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
