"""How the numbers come about, how often they are right, what they cannot tell, and what a reader corrected."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version

import pandas as pd
import streamlit as st

from analysis.engines import ENCODER, FAST
from analysis.model import SCHEMA
from analysis.show.accuracy import MEASURED, MEASURED_ON
from views.charts.map import BORDER_SOURCE
from views.drawer import corrections_list
from views.drawer import drawer as evidence
from views.page.shell import card, start

STEPS = (
    ("Names", "Two conditional random fields label the words, trained on annotated text; a gazetteer adds places."),
    ("One name for each", "Surnames, titles, acronyms and nationalities are folded by rules. “He” is not counted."),
    ("Places", "Each name is weighed against the places called so: fame, neighbours, the dateline, what is about it."),
    ("Tone", "TextBlob and VADER as their authors made them, TextBlob mended, and event tone learned from readers."),
    ("Tone toward a name", "A small network reads each sentence that names somebody, and says how sure it is."),
    ("Quotes", "Rules tie words in quotation marks to who is said to speak them; the page names the rule."),
    ("Figures and dates", "Rules read numbers with what they count, and days from the day of publication."),
    ("Connections", "Two names in one sentence or paragraph are counted together. That is no relation by itself."),
)

ENGINES = {
    ENCODER: "This article was read by the encoder, a small network that has read before; it runs on this machine.",
    FAST: "This article was read by the fast engine, without the encoder.",
}

page = start("Method")

corrections_list.draw(page)

left, right = st.columns([1, 1])
with left, card("How the numbers come about", "Nothing is sent anywhere: all of it runs here.", colours=page.colours):
    st.table(pd.DataFrame(STEPS, columns=["Step", "How"]).set_index("Step"), border="horizontal")
    st.caption(ENGINES[page.whole.engine])
with right, card("What this cannot tell you", "Before you quote a number, read its sentences.", colours=page.colours):
    st.markdown(
        "- Some names, places and speakers are wrong: the table below says how many to expect.\n"
        "- A count says how often something is named, not how often it happened.\n"
        "- A map shows what an article names, not where something happened. Regions have no border and no point.\n"
        "- Tone depends on the instrument. Where nothing was scored nothing is known: that is not zero.\n"
        "- “Negative toward somebody” is read off sentences and wrong for about one in four.\n"
        "- Two names in one sentence need have nothing to do with one another.\n"
        "- English only. It knows nothing beyond the text: not whether a report is true, and not who wrote it why."
    )

with card(
    "How often it is right", f"Measured on {MEASURED_ON}, on text that it was not tuned on.", colours=page.colours
):
    st.dataframe(
        pd.DataFrame([asdict(row) for row in MEASURED]),
        hide_index=True,
        alt="Measured accuracy by task and text.",
        column_config={
            "what": st.column_config.TextColumn("What", width="small"),
            "text": st.column_config.TextColumn("On", width="medium"),
            "figure": st.column_config.TextColumn("Figure", width=80),
            "meaning": st.column_config.TextColumn("Which is", width="large"),
        },
    )
    st.caption(
        "F is the harmonic mean of how much of what was found is right and how much of what is there was found. The "
        "sentences for figures and dates were written by the hand that wrote the rules: on raw news expect less."
    )

with card("Versions and sources", colours=page.colours):
    packages = ("streamlit", "plotly", "pandas", "textblob", "vaderSentiment", "python-crfsuite", "networkx")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    st.caption(f"Dateline {page.whole.version}, format {SCHEMA}. {versions}.")
    st.caption(BORDER_SOURCE)

evidence.panel(page)
