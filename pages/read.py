"""The article itself, its entities marked by type."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from views import markup, teaching, words
from views.shell import card, nothing_here, start

page = start("Read")
document = page.whole.document
kept = page.kept

if st.toggle("Teaching mode", key="teaching", help="Guess before the machine answers; the result is a file."):
    teaching.draw(page)
    if not st.session_state[teaching.REVEALED]:
        with card("The article", colours=page.colours):
            st.html(markup.article(document, replace(page.analysis, entities=()), kept, (), page.colours))
        st.stop()

takeaway = words.reader_takeaway(page.analysis)
with card("The article", takeaway, colours=page.colours):
    if page.analysis.entities:
        st.html(markup.legend([entity.type for entity in page.analysis.entities], page.colours))
    else:
        nothing_here("No name was found in this text.")
    has_pronouns = any(reference.entity for reference in page.analysis.references)
    shows_pronouns = has_pronouns and st.toggle(
        "Show whom “he”, “she” and “the general” mean", key="show_references", help="Only where a rule is sure."
    )
    references = page.analysis.references if shows_pronouns else ()
    st.html(markup.article(document, page.analysis, kept, page.choice.entities, page.colours, references))
