"""Who is in the article, how often, and where in it they stand."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis import tables
from analysis.narrow import without_nationalities
from views import charts, clicks, evidence, words
from views.palette import TYPE_LABELS_ONE
from views.shell import card, nothing_here, start

page = start("Entities")
analysis = page.analysis
if any(mention.kind == "nationality" for entity in analysis.entities for mention in entity.mentions):
    counts_people = st.toggle(
        "Count “Iranian” and “Britons” as mentions of their country", value=True, key="count_nationalities"
    )
    analysis = analysis if counts_people else without_nationalities(analysis)
entities, mentions = tables.entities(analysis), tables.mentions(analysis)

if entities.empty:
    nothing_here("No person, organisation or place was found in this text.")
    st.stop()

n_most = len(entities)
n_shown = n_most
if n_most > evidence.FEW:
    n_shown = st.slider("Entities shown", 5, min(n_most, evidence.MANY), evidence.FEW, key="entities_shown")
    if n_most > n_shown:
        st.caption(f"The {n_shown} named most of {n_most:,}. The table below has them all.")
top = entities.head(n_shown)

left, right = st.columns([1, 1])
takeaway = words.entities_takeaway(analysis.entities)
with left, card("How often", takeaway, colours=page.colours):
    clicks.entity_chart(
        charts.ranked_bars(top, page.colours, page.choice.entities), key="entities_ranked", alt=takeaway
    )
with right, card("Where in the article", words.spread_takeaway(top, analysis), colours=page.colours):
    clicks.entity_chart(
        charts.dispersion(mentions, top, len(page.whole.document.text), page.colours),
        key="entities_dispersion",
        alt="Position of each mention from the start of the article to its end.",
    )
st.caption("Click a bar or a mark to filter every page by that name; click it again to take it out.")

if page.choice.entities:
    evidence.mention_list(replace(page, analysis=analysis))

with card("All names", colours=page.colours):
    st.dataframe(
        entities.assign(type=entities["type"].map(TYPE_LABELS_ONE)).drop(columns=["id"]),
        hide_index=True,
        alt="Every entity with its type and the number of its mentions.",
        column_config={
            "name": st.column_config.TextColumn("Name", width="medium"),
            "type": st.column_config.TextColumn("Type", width=110),
            "count": st.column_config.ProgressColumn(
                "Mentions", format="%d", min_value=0, max_value=int(entities["count"].max()), width="small"
            ),
            "n_paragraphs": st.column_config.NumberColumn("Paragraphs", width="small"),
            "first_paragraph": st.column_config.TextColumn("First in", width="small"),
            "written_as": st.column_config.TextColumn("Written as", width="large"),
        },
    )
    evidence.download(entities, "entities", page)
