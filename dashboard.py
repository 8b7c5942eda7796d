"""The overview: what the article is about, in one sentence, five numbers and three pictures."""

from __future__ import annotations

import streamlit as st

from analysis import tables
from views import atlas, charts, clicks, markup, tone_charts, words
from views.shell import card, nothing_here, start

# How many entities the overview ranks; the entities page has them all.
N_TOP = 8

page = start("Overview")
document, analysis = page.whole.document, page.analysis

st.html(markup.lead(words.summary(analysis)))
n_sentences = words.count_of(len(document.sentences), "sentence")
st.html(markup.note(f"{document.n_words:,} words in {n_sentences}. {page.article.note}", page.colours))

entities, places = tables.entities(analysis), tables.places(analysis)
paragraphs, countries = tables.paragraphs(analysis), tables.countries(analysis)

with st.grid(5, min_column_width=140):
    st.metric("People", int((entities["type"] == "PERSON").sum()), border=True)
    st.metric("Organisations", int((entities["type"] == "ORG").sum()), border=True)
    st.metric("Places", len(places), border=True, help="Countries, towns, regions and facilities, each counted once.")
    st.metric(
        "Polarity",
        "none" if analysis.overall.polarity is None else words.signed(analysis.overall.polarity),
        border=True,
        help="The mean over all words of TextBlob's lexicon that stand in the text, from −1 to +1. "
        "It says how the words sound, not whether the news is good.",
    )
    st.metric(
        "Scored words",
        len(analysis.overall.evidence),
        border=True,
        help="How many words the polarity rests on. The Tone page shows each of them.",
    )

left, right = st.columns([1, 1])
with left, card("Who is named", words.entities_takeaway(analysis.entities), colours=page.colours):
    top = entities.head(N_TOP)
    if len(top):
        figure = charts.ranked_bars(top, page.colours, page.choice.entities)
        clicks.entity_chart(figure, key="overview_entities", alt=words.entities_takeaway(analysis.entities))
    else:
        nothing_here("No names here.")
with right, card("Where", words.places_takeaway(analysis.places), colours=page.colours):
    figure = atlas.world_map(countries, places, page.colours, atlas.region_window(places), height=260)
    clicks.place_map(figure, page.whole, places, key="overview_map", alt=words.places_takeaway(analysis.places))

with card("In what tone", words.tone_takeaway(analysis), colours=page.colours):
    figure = tone_charts.tone_columns(tables.kept(paragraphs, page.kept), page.colours)
    st.plotly_chart(figure, key="overview_tone", config={"displayModeBar": False}, alt=words.tone_takeaway(analysis))
    st.caption(
        "Polarity of each paragraph, in reading order, H for the headline: above the line positive, below it negative. "
        "A dot is an exact zero. A cross marks a paragraph in which no word is in the lexicon: nothing is known of it."
    )
