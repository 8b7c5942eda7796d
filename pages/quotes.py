"""Who says what: the quotes with their speakers, and what is reported in other words."""

from __future__ import annotations

import streamlit as st

from analysis.show.palette import TYPE_LABELS_ONE
from analysis.tables import speech as speech_tables
from views.charts import bars as charts
from views.drawer import drawer as evidence
from views.page import cache, options
from views.page.shell import card, nothing_here, start
from views.parts import clicks, downloads, sentence_buttons
from views.parts import quote_cards as speech
from views.parts import table_behind as twins

page = start("Quotes")
quotes = speech_tables.quotes(page.analysis)
speakers = speech_tables.speakers(quotes)

if quotes.empty and not page.analysis.reports:
    nothing_here("Nobody is quoted, and no reported speech was found.")
    evidence.panel(page)
    st.stop()

if not quotes.empty:
    left, right = st.columns([3, 2])
    takeaway = speech.takeaway(page.analysis)
    with left, card("Who speaks", takeaway, colours=page.colours):
        shown = speakers.head(charts.FEW)
        figure = cache.figure(page, "speakers", lambda: charts.speaker_bars(shown, page.colours))
        clicks.chart(figure, key="speakers", alt=takeaway)
        st.caption(
            "Words in quotation marks. Hatched: an institution; dotted: somebody who is not named. Click a bar for the "
            "quotes."
        )
        twins.twin(
            lambda: speakers,
            "speakers",
            page,
            {"speaker": "Speaker", "source_kind": "Source", "n_quotes": "Quotes", "n_words": "Words", "cues": "Verbs"},
            "Every speaker with the number of quotes and words.",
        )
    with (
        right,
        card("With which verbs", "A verb can take sides: “said” does not, “admitted” does.", colours=page.colours),
    ):
        cues = speech_tables.cues(quotes)
        if cues.empty:
            nothing_here("No verb of speech stands beside these quotes.")
        else:
            sentence_buttons.table(
                cues,
                [f"cue:{cue}" for cue in cues["cue"]],
                key="cues",
                alt="Verbs of speech with the number of quotes and the speakers.",
                columns={
                    "cue": st.column_config.TextColumn("Verb"),
                    "count": st.column_config.NumberColumn("Quotes", width=65),
                    "speakers": st.column_config.TextColumn("Speakers"),
                },
            )

    with card("What they say", speech.sources_takeaway(page.analysis), colours=page.colours):
        present = [kind for kind in speech.SOURCE_LABELS if (quotes["source_kind"] == kind).any()]
        kinds = options.pills("Kind of source", "sources", present, speech.SOURCE_LABELS, label_visibility="collapsed")
        chosen = [quote for quote in page.analysis.quotes if not kinds or quote.source_kind in kinds]
        st.html(speech.cards(page.analysis, chosen[: speech.MAX_CARDS], page.colours))
        if len(chosen) > speech.MAX_CARDS:
            st.caption(f"The first {speech.MAX_CARDS} of {len(chosen):,}; the table has them all.")

with card(
    "Reported in other words",
    "What somebody is said to have said, without quotation marks. It is second-hand.",
    colours=page.colours,
):
    if page.analysis.reports:
        st.html(speech.report_cards(page.analysis, page.analysis.reports[: speech.MAX_CARDS], page.colours))
        if len(page.analysis.reports) > speech.MAX_CARDS:
            st.caption(f"The first {speech.MAX_CARDS} of {len(page.analysis.reports):,}.")
        downloads.table(speech_tables.reports(page.analysis), "reports", page)
    else:
        nothing_here("No reported speech was found.")

if not quotes.empty:
    about = speech_tables.about(page.analysis)
    if not about.empty:
        with card("About whom", "Names inside the quotes, and who speaks of them.", colours=page.colours):
            sentence_buttons.table(
                about.assign(type=about["type"].map(TYPE_LABELS_ONE)),
                [f"about:{entity}" for entity in about["entity"]],
                key="about",
                alt="Names inside quotes with the number of their mentions and who speaks of them.",
                columns={
                    "name": st.column_config.TextColumn("Name"),
                    "type": st.column_config.TextColumn("Type"),
                    "count": st.column_config.NumberColumn("Mentions", width="small"),
                    "speakers": st.column_config.TextColumn("Spoken of by", width="large"),
                },
            )
            downloads.table(about, "about", page)
    with card("Every quote as a table", colours=page.colours):
        table = quotes.assign(who=speech_tables.speaker_name(quotes))
        sentence_buttons.table(
            table,
            [f"quote:{start}" for start in table["start"]],
            key="all_quotes",
            alt="Every quote with its speaker, verb, number of words and the rule that found the speaker.",
            columns={
                "who": st.column_config.TextColumn("Speaker"),
                "source_kind": st.column_config.TextColumn("Source", width="small"),
                "cue": st.column_config.TextColumn("Verb", width="small"),
                "text": st.column_config.TextColumn("Words", width="large"),
                "n_words": st.column_config.NumberColumn("Number", width="small"),
                "confidence": st.column_config.NumberColumn("Confidence", format="percent", width="small"),
                "rule": st.column_config.TextColumn("Rule"),
            },
        )
        downloads.table(quotes, "quotes", page)

evidence.panel(page)
