"""In what tone each paragraph is written, and which words made the score."""

from __future__ import annotations

import streamlit as st

from analysis import tables
from views import charts, evidence, markup, words
from views.shell import card, start

page = start("Tone")
paragraphs, scored = tables.paragraphs(page.analysis), tables.words(page.analysis)
kept = tables.kept(paragraphs, page.analysis, page.choice)

measure = st.segmented_control(
    "Measure",
    ["polarity", "subjectivity"],
    format_func={"polarity": "Polarity", "subjectivity": "Subjectivity"}.__getitem__,
    default="polarity",
    required=True,
    key="tone_measure",
    label_visibility="collapsed",
)
takeaway = words.tone_takeaway(page.analysis)
with card("Paragraph by paragraph", takeaway, colours=page.colours):
    figure = charts.tone_columns(kept, page.colours, measure)
    st.plotly_chart(figure, key="tone_columns", config={"displayModeBar": False}, alt=takeaway)
    st.caption(
        "H is the headline. Polarity runs from −1 (negative) to +1 (positive), subjectivity from 0 (plain fact) to "
        "1 (opinion). A dot is an exact zero. A cross marks a paragraph in which no word is in the lexicon: nothing "
        "is known of it."
    )

with card("The text beside its score", words.silence_takeaway(page.analysis, len(kept)), colours=page.colours):
    st.html(markup.tone_rows(page.whole.document, kept, page.analysis.tones, page.colours))

left, right = st.columns([1, 1])
with left, card("The words that made it", words.words_takeaway(scored), colours=page.colours):
    tally = tables.word_tally(scored)
    st.dataframe(
        tally,
        hide_index=True,
        alt="Every scored word with its polarity, subjectivity and the number of times it stands in the text.",
        column_config={
            "text": st.column_config.TextColumn("Word"),
            "count": st.column_config.NumberColumn("Times", width="small"),
            "polarity": st.column_config.NumberColumn("Polarity", format="%+.2f", width="small"),
            "subjectivity": st.column_config.NumberColumn("Subjectivity", format="%.2f", width="small"),
        },
    )
    evidence.download(tally, "words", page)
with right, card("What this cannot tell you", colours=page.colours):
    st.markdown(
        "The numbers are TextBlob's. Its lexicon holds about 1,500 word forms, nearly all of them adjectives. It does "
        "not know *war*, *attack* or *murder*, so a grave report can score zero. It takes words singly: *many* counts "
        "as praise, and so does *Supreme* in a title.\n\n"
        "A score is the mean over the words that were found. In a short paragraph one word decides it, so look at the "
        "words before you quote a number. Whether the news is good or bad, and what the writer thinks of anyone, it "
        "cannot say. Words in quotation marks are the speaker's, and are counted all the same."
    )
with card("Every paragraph as a table", colours=page.colours):
    shown = kept[["label", "polarity", "subjectivity", "n_scored", "n_words", "text"]]
    st.dataframe(
        shown,
        hide_index=True,
        alt="Polarity and subjectivity of every paragraph.",
        column_config={
            "label": st.column_config.TextColumn("Paragraph", width="small"),
            "polarity": st.column_config.NumberColumn("Polarity", format="%+.2f", width="small"),
            "subjectivity": st.column_config.NumberColumn("Subjectivity", format="%.2f", width="small"),
            "n_scored": st.column_config.NumberColumn("Scored words", width="small"),
            "n_words": st.column_config.NumberColumn("Words", width="small"),
            "text": st.column_config.TextColumn("Text", width="large"),
        },
    )
    evidence.download(shown, "paragraphs", page)
