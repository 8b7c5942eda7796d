"""Two reports side by side: what stands in one, in the other, in both. No score, no verdict."""

from __future__ import annotations

import streamlit as st

from analysis import compare_tables, tables
from analysis.compare import compare
from analysis.tables import paragraph_label
from views import atlas, evidence, instruments, markup, speech, state, two_maps, words
from views.cache import analysed
from views.palette import TYPE_LABELS_ONE
from views.shell import card, nothing_here, start

page = start("Compare")
known = {key: article for key, article in state.articles().items() if key != page.article.id}
other = st.selectbox(
    "Compare with", list(known), format_func=lambda key: known[key].label, key="compare_with", width=420
)
a, b = page.whole, analysed(known[other].text, known[other].published)
found = compare(a, b)
st.html(
    markup.note(
        f"A is “{page.article.label}”, B is “{known[other].label}”. The filter does not count here.", page.colours
    )
)


def passage(analysis, start_at: int, end_at: int) -> tuple[str, str]:
    """A stretch of a text with the label of its paragraph, as safe HTML."""
    document = analysis.document
    label = paragraph_label(document.paragraphs, document.paragraph_at(start_at).index)
    return label, markup.marked(document.text, start_at, end_at, [])


names = compare_tables.names(found)
n_both = int((names["where"] == "both").sum())
takeaway = f"{n_both} of {words.count_of(len(names), 'name')} stand in both reports."
with card("Who and what", takeaway, colours=page.colours):
    columns = st.columns(3)
    for column, where, title in zip(
        columns, ("only A", "both", "only B"), ("Only in A", "In both", "Only in B"), strict=True
    ):
        rows = names[names["where"] == where]
        with column:
            st.caption(title)
            if rows.empty:
                nothing_here("None.")
                continue
            shown = rows.assign(type=rows["type"].map(TYPE_LABELS_ONE)).drop(columns=["where"])
            keep = (
                ["name", "type", "count_a", "count_b"]
                if where == "both"
                else ["name", "type", f"count_{where[-1].lower()}"]
            )
            st.dataframe(
                shown[keep],
                hide_index=True,
                alt=f"{title}: names with their mentions.",
                column_config={
                    "name": st.column_config.TextColumn("Name"),
                    "type": st.column_config.TextColumn("Type", width=105),
                    "count_a": st.column_config.NumberColumn("A", width=45),
                    "count_b": st.column_config.NumberColumn("B", width=45),
                },
            )
    evidence.download(names, "compare-names", page)

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

with card("Where", "Countries and towns by the report that names them.", colours=page.colours):
    countries = two_maps.joined(tables.countries(a), tables.countries(b), "country_code")
    places = two_maps.joined(tables.places(a), tables.places(b), "name")
    if places.empty:
        nothing_here("Neither report names a place.")
    else:
        window = atlas.region_window(places.assign(count=places["count_a"] + places["count_b"]), 2.0)
        st.plotly_chart(
            two_maps.two_reports(countries, places, page.colours, window), key="compare_map", config=atlas.MAP_CONFIG,
            alt="Map of the places of both reports.",
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
    for one in found.passages[: evidence.MAX_SENTENCES]:
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
        st.dataframe(
            used,
            hide_index=True,
            alt="Words by group with how often either report uses them.",
            column_config={
                "group": st.column_config.TextColumn("For"),
                "word": st.column_config.TextColumn("Word"),
                "count_a": st.column_config.NumberColumn("A", width=45),
                "count_b": st.column_config.NumberColumn("B", width=45),
            },
        )
        evidence.download(used, "compare-words", page)
