"""In what tone each paragraph is written, and which words made the score."""

from __future__ import annotations

import streamlit as st

from analysis.show import sentences as words
from analysis.tables import article as tables
from views.charts import bars as charts
from views.charts import tone as instruments
from views.charts import tone as tone_charts
from views.drawer import drawer as evidence
from views.page import cache, filtering, options
from views.page.shell import card, nothing_here, start
from views.parts import clicks, downloads, markup, sentence_buttons
from views.parts import table_behind as twins

page = start("Tone")
paragraphs, scored = tables.paragraphs(page.analysis), tables.words(page.analysis)
kept = tables.kept(paragraphs, page.kept)

report = page.analysis.tone_report
names = {entity.id: entity.name for entity in page.whole.entities}

if report is not None:
    agreement = instruments.takeaway(page.whole, report)
    with card("Three instruments", agreement, colours=page.colours):
        filtering.voice_control(page.choice, "tone_voice")
        strip = cache.figure(page, "tone_strip", lambda: instruments.strip(page.whole, report, page.kept, page.colours))
        clicks.chart(strip, key="tone_strip", alt=agreement)
        twins.twin(
            lambda: instruments.strip_table(page.whole, report, page.kept),
            "instruments",
            page,
            {"paragraph": "Paragraph", **instruments.LABELS},
            "The score of every paragraph by each instrument.",
        )
        st.caption(
            "Word polarity is TextBlob with three failings mended: contracted negation, words inside names, and words "
            "of quantity such as “many”. VADER is a lexicon for social media, taken by sentence. Event tone is learned "
            "from how people judged sentences of news, and knows words such as “killed”. A gap means that nothing "
            "was scored. Click a cell for its sentences."
        )
    left, right = st.columns([3, 2])
    clear = instruments.toward_takeaway(report, names)
    with left, card("Toward whom", clear, colours=page.colours):
        if report.toward:
            toward = cache.figure(page, "toward_chart", lambda: instruments.toward_chart(report, names, page.colours))
            clicks.chart(toward, key="toward_chart", alt=clear)
            twins.twin(
                lambda: instruments.toward_table(report, names),
                "toward",
                page,
                {
                    "name": "Name",
                    "label": "Tone",
                    "mean": "Mean",
                    "low": "From",
                    "high": "To",
                    "n_sentences": "Sentences",
                },
                "Tone toward every name with the ends of its interval.",
            )
            st.caption(
                "What a sentence does to the one it names, not whether its news is good: bad news about somebody is no "
                "ill will toward them, though the machine mixes the two at times. A ring is unclear or too thin; the "
                "line is a 95 % interval; the number is that of sentences. Click one to see them."
            )
        else:
            nothing_here("No name stands here toward which a tone could be read.")
    with right, card("Most telling words", "What moved the event tone.", colours=page.colours):
        for is_evaluative, title in ((True, "They judge"), (False, "They name what happened")):
            found = instruments.telling_words(report.event_words, is_evaluative=is_evaluative).head(charts.FEW)
            st.caption(title)
            if found.empty:
                nothing_here("None here.")
                continue
            sentence_buttons.table(
                found,
                [f"event:{word}" for word in found["text"]],
                key=f"telling_{is_evaluative}",
                alt=f"{title}: words with their tone and number.",
                columns={
                    "text": st.column_config.TextColumn("Word"),
                    "count": st.column_config.NumberColumn("Times", width=60),
                    "tone": st.column_config.NumberColumn("Tone", format="%+.2f", width=70),
                },
            )

st.html(markup.note("TextBlob's own numbers, as its authors made them:", page.colours))
measure = options.segmented("Measure", "measure", {"polarity": "Polarity", "subjectivity": "Subjectivity"})
takeaway = words.tone_takeaway(page.analysis)
with card("Paragraph by paragraph", takeaway, colours=page.colours):
    figure = cache.figure(page, "tone_columns", lambda: tone_charts.tone_columns(kept, page.colours, measure), measure)
    clicks.chart(figure, key="tone_columns", alt=takeaway)
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
    sentence_buttons.table(
        tally,
        [f"word:{row.polarity}|{row.subjectivity}|{row.text}" for row in tally.itertuples()],
        key="word_tally",
        alt="Every scored word with its polarity, subjectivity and the number of times it stands in the text.",
        columns={
            "text": st.column_config.TextColumn("Word"),
            "count": st.column_config.NumberColumn("Times", width="small"),
            "polarity": st.column_config.NumberColumn("Polarity", format="%+.2f", width="small"),
            "subjectivity": st.column_config.NumberColumn("Subjectivity", format="%.2f", width="small"),
        },
    )
    downloads.table(tally, "words", page)
with right, card("What this cannot tell you", colours=page.colours):
    st.markdown(
        "TextBlob's lexicon holds about 1,500 word forms, nearly all of them adjectives. It does "
        "not know *war*, *attack* or *murder*, so a grave report can score zero. It takes words singly: *many* counts "
        "as praise, and so does *Supreme* in a title.\n\n"
        "A score is the mean over the words that were found. In a short paragraph one word decides it, so look at the "
        "words before you quote a number. Whether the news is good or bad, and what the writer thinks of anyone, it "
        "cannot say.\n\n"
        "The event tone follows how people judged sentences of American news; elsewhere it is less at home. Tone "
        "toward somebody is right for about seven sentences in ten of such news, and for more than eight in ten of "
        "those it is surest of."
    )
with card("Every paragraph as a table", colours=page.colours):
    shown = kept[["label", "polarity", "subjectivity", "n_scored", "n_words", "text"]]
    sentence_buttons.table(
        shown,
        [f"paragraph:{row.index}" if row.n_scored else "" for row in kept.itertuples(index=False)],
        key="paragraphs",
        alt="Polarity and subjectivity of every paragraph.",
        columns={
            "label": st.column_config.TextColumn("Paragraph", width="small"),
            "polarity": st.column_config.NumberColumn("Polarity", format="%+.2f", width="small"),
            "subjectivity": st.column_config.NumberColumn("Subjectivity", format="%.2f", width="small"),
            "n_scored": st.column_config.NumberColumn("Scored words", width="small"),
            "n_words": st.column_config.NumberColumn("Words", width="small"),
            "text": st.column_config.TextColumn("Text", width="large"),
        },
    )
    downloads.table(shown, "paragraphs", page)

evidence.panel(page)
