"""Two reports side by side: what stands in one, in the other, in both. No score, no verdict."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import Analysis
from analysis.show import sentences as words
from analysis.show.palette import TYPE_LABELS_ONE
from analysis.tables import article as tables
from analysis.tables import compare as compare_tables
from analysis.tables.article import paragraph_label
from views.charts import map as atlas
from views.charts import map as two_maps
from views.charts import tone as instruments
from views.drawer import drawer as evidence
from views.page import cache, state
from views.page.shell import card, choose_among, nothing_here, start
from views.parts import clicks, downloads, markup, sentence_buttons
from views.parts import quote_cards as speech
from views.parts import table_behind as twins

MAX_PASSAGES = 200
"""How many shared sentences are listed; two copies of one long text share more."""

page = start("Compare")
known = {key: article for key, article in state.articles().items() if key != page.article.id}
other = state.compared_with(known)
choose_among("Compare with", known, other, "compare_with", state.compare_with, width=420)
asked = (known[other].text, known[other].published)
a, b = page.whole, cache.analysed(*asked)
found = cache.comparison(page, cache.key_of(*asked), a, b)
st.html(
    markup.note(
        f"A is “{page.article.label}”, B is “{known[other].label}”. The filter does not count here.", page.colours
    )
)


def passage(analysis: Analysis, start_at: int, end_at: int) -> tuple[str, str]:
    """A stretch of a text with the label of its paragraph, as safe HTML."""
    document = analysis.document
    label = paragraph_label(document.paragraphs, document.paragraph_at(start_at).index)
    return label, markup.marked(document.text, start_at, end_at, [])


names = compare_tables.names(found)
n_both = int((names["where"] == "both").sum())
takeaway = f"{n_both} of {words.count_of(len(names), 'name')} stand in both reports."
with card("Who and what", takeaway, colours=page.colours):
    columns = st.columns([1, 1.35, 1])
    for column, where, title in zip(
        columns, ("only A", "both", "only B"), ("Only in A", "In both", "Only in B"), strict=True
    ):
        rows = names[names["where"] == where]
        with column:
            st.caption(title)
            if rows.empty:
                nothing_here("None.")
                continue
            sides = ["a", "b"] if where == "both" else [where[-1].lower()]
            sentence_buttons.counts(
                rows.assign(type=rows["type"].map(TYPE_LABELS_ONE)),
                {f"count_{side}": [f"{side}~entity:{entity}" for entity in rows[f"entity_{side}"]] for side in sides},
                key=f"names_{where}",
                alt=f"{title}: names with their mentions.",
                columns={
                    "name": st.column_config.TextColumn("Name"),
                    "type": st.column_config.TextColumn("Type", width=100),
                }
                | {f"count_{side}": side.upper() for side in sides},
            )
    downloads.table(names, "compare-names", page)

with card(
    "Figures that differ",
    "Figures for one noun that cannot both be right, if they count the same.",
    colours=page.colours,
):
    if not found.figures:
        nothing_here("No figure for one noun differs between the two.")
    for clash in found.figures:
        st.html(markup.lead(f"{clash.noun[:1].upper()}{clash.noun[1:]}"))
        rows = []
        for letter, analysis, figures in (("A", a, clash.in_a), ("B", b, clash.in_b)):
            for figure in figures:
                sentence = analysis.document.sentence_at(figure.start)
                mark = markup.Mark(figure.start, figure.end, page.colours.accent, "solid", "", is_strong=True)
                shown = markup.marked(analysis.document.text, sentence.start, sentence.end, [mark])
                rows.append((f"{letter} · {passage(analysis, figure.start, figure.end)[0]}", shown))
        st.html(markup.numbered(rows, page.colours))


def both_places() -> pd.DataFrame:
    """The places of both reports."""
    return two_maps.joined(tables.places(a), tables.places(b), "name")


there = both_places()["where"]
takeaway = f"{int((there == 'both').sum())} of {words.count_of(len(there), 'place')} stand in both reports."
with card("Where", takeaway, colours=page.colours):
    if there.empty:
        nothing_here("Neither report names a place.")
    else:

        def drawn() -> go.Figure:
            """Both reports on one map."""
            countries, places = two_maps.joined(tables.countries(a), tables.countries(b), "country_code"), both_places()
            window = atlas.region_window(places.assign(count=places["count_a"] + places["count_b"]), 2.0)
            return two_maps.two_reports(countries, places, page.colours, window)

        figure = cache.figure(page, "compare_map", drawn, cache.key_of(*asked), is_filtered=False)
        clicks.place_map(figure, key="compare_map", alt=f"Map of the places of both reports. {takeaway}")
        twins.twin(both_places, "compare-places", page,
            {"name": "Place", "kind": "Kind", "country": "Country", "count_a": "A", "count_b": "B"},
            "Every place of both reports by mentions.",
        )  # fmt: skip
        st.caption(atlas.BORDER_SOURCE)

with card("Said in one only", "Quotes that the other report does not have.", colours=page.colours):
    left, right = st.columns(2)
    for column, letter, analysis, indices in ((left, "A", a, found.quotes_a), (right, "B", b, found.quotes_b)):
        with column:
            st.caption(f"Only in {letter}")
            if indices:
                st.html(speech.cards(analysis, [analysis.quotes[at] for at in indices], page.colours))
            else:
                nothing_here("None.")

with card(
    "Shared passages", "Sentences that are the same or nearly so, as in copy from one agency.", colours=page.colours
):
    if not found.passages:
        nothing_here("No sentence is alike in both.")
    rows = []
    for one in found.passages[:MAX_PASSAGES]:
        for letter, analysis, span in (("A", a, (one.start_a, one.end_a)), ("B", b, (one.start_b, one.end_b))):
            label, shown = passage(analysis, *span)
            rows.append((f"{letter} · {label}", shown))
    if rows:
        st.html(markup.numbered(rows, page.colours))

left, right = st.columns(2)
with left, card("Tone", "Each instrument over the whole text. None is a verdict.", colours=page.colours):
    tones = compare_tables.tones(a, b)
    st.dataframe(
        tones.assign(instrument=tones["instrument"].map(instruments.LABELS)),
        hide_index=True,
        alt="Tone of both reports by instrument.",
        column_config={
            "instrument": st.column_config.TextColumn("Instrument"),
            "a": st.column_config.NumberColumn("A", format="%+.2f"),
            "b": st.column_config.NumberColumn("B", format="%+.2f"),
        },
    )
with right, card("Word choice", "Words for one thing among which a writer chooses.", colours=page.colours):
    used = compare_tables.words(found)
    if used.empty:
        nothing_here("None of the words that are looked for.")
    else:
        sentence_buttons.counts(
            used,
            {
                f"count_{side}": [
                    f"{side}~text:{row.word}" if getattr(row, f"count_{side}") else "" for row in used.itertuples()
                ]
                for side in "ab"
            },
            key="word_choice",
            alt="Words by group with how often either report uses them.",
            columns={
                "group": st.column_config.TextColumn("For"),
                "word": st.column_config.TextColumn("Word"),
                "count_a": "A",
                "count_b": "B",
            },
        )
        downloads.table(used, "compare-words", page)

evidence.two_reports(page, {"a": (page.article, page.again), "b": (known[other], cache.again(b, *asked))})
