"""Who is named beside whom, and with which verbs between them."""

from __future__ import annotations

import streamlit as st

from analysis.pairs import co_mentions, lists_in
from analysis.show import pair_words
from analysis.tables.pairs import number_of_units, pair_rows, with_verbs
from views.charts.matrix import matrix
from views.charts.network import edge_subject, label_sides, network
from views.drawer import drawer as evidence
from views.page import options, state
from views.page.cache import ground
from views.page.shell import card, is_phone, nothing_here, start
from views.parts import clicks, downloads, sentence_buttons
from views.parts import pair_controls as connecting

page = start("Connections")
analysis = page.analysis

with st.container(horizontal=True):
    unit = options.segmented("Named together", "unit", pair_words.UNIT_LABELS)
    view = options.segmented("Drawn as", "view", pair_words.VIEW_LABELS)

found, n_lists = co_mentions(analysis, unit), lists_in(analysis, unit)
if not found:
    nothing_here(pair_words.none_sentence(len(analysis.entities), n_lists, unit))
    evidence.panel(page)
    st.stop()

layout = ground(page, unit)
rows = with_verbs(pair_rows(analysis, unit, found, page.kept), found, layout.verbs)
entities = connecting.names_of(analysis)
takeaway = pair_words.takeaway(rows, unit)

with card("Who is named beside whom", takeaway, colours=page.colours):
    least, n_edges = connecting.sliders(rows, unit, view, is_small=is_phone())
    strong = rows[rows["count"] >= least]
    drawn = strong.head(n_edges)
    if view == "network":
        names = entities[entities["id"].isin({*drawn["a"], *drawn["b"]})]
        figure = network(drawn, names, layout, page.colours, unit, page.choice.entities, state.shown_subject())
    else:
        names = connecting.strongest_names(drawn, entities, is_small=is_phone())
        drawn = strong[strong["a"].isin(names["id"]) & strong["b"].isin(names["id"])]
        figure = matrix(drawn, names, layout, page.colours, unit, is_small=is_phone())
    clicks.chart(figure, key=f"connections_{view}", alt=pair_words.alt(len(drawn), len(names), view, takeaway))
    n_bare = list(label_sides(names, layout).values()).count("") if view == "network" else 0
    st.caption(pair_words.shown_note(len(drawn), len(rows), len(entities) - len(names), n_bare, least, unit))
    if n_lists:
        st.caption(pair_words.lists_note(n_lists, unit))
    st.caption(pair_words.HOW_TO_READ[view].format(unit=unit))

with card("The strongest pairs", pair_words.verbs_takeaway(rows), colours=page.colours):
    sentence_buttons.table(
        rows.drop(columns=["a", "b"]),
        [edge_subject(unit, a, b) for a, b in zip(rows["a"], rows["b"], strict=True)],
        key="pairs",
        behind=2,
        alt=f"Every pair of names with the number of {unit}s that they share. {takeaway}",
        columns={
            "name_a": st.column_config.TextColumn("Name", width=95 if is_phone() else 165),
            "name_b": st.column_config.TextColumn("Named with", width=95 if is_phone() else 165),
            "count": st.column_config.ProgressColumn(
                f"Shared {unit}s",
                format="%d",
                min_value=0,
                max_value=int(rows["count"].max()),
                width=70 if is_phone() else 125,
            ),
            "expected": st.column_config.NumberColumn("By chance", format="%.2g", width=80),
            "verbs": st.column_config.TextColumn("Verbs between them", width=250),
        },
    )
    downloads.table(rows, "pairs", page)
    st.caption(pair_words.chance_note(unit, number_of_units(analysis, unit, page.kept)))
    st.caption(pair_words.VERBS_NOTE)
    st.caption(pair_words.NO_RELATION)

evidence.panel(page)
