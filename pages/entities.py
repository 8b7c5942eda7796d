"""Who is in the article, how often, and where in it they stand."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.select.narrow import without_nationalities
from analysis.show import sentences as words
from analysis.show.palette import TYPE_LABELS_ONE
from analysis.tables import article as tables
from views.charts import bars as charts
from views.drawer import drawer as evidence
from views.page import cache, options
from views.page.shell import card, nothing_here, start
from views.parts import clicks, downloads, sentence_buttons
from views.parts import table_behind as twins

page = start("Entities")
analysis = page.analysis
switches = st.container(horizontal=True, vertical_alignment="center", gap="large")
if any(mention.kind == "nationality" for entity in analysis.entities for mention in entity.mentions):
    with switches:
        counts_people = options.toggle("Count “Iranian” and “Britons” as mentions of their country", "nationalities")
    analysis = analysis if counts_people else without_nationalities(analysis)
entities, mentions = tables.entities(analysis), tables.mentions(analysis)

if entities.empty:
    nothing_here("No person, organisation or place was found here.")
    evidence.panel(page, analysis)
    st.stop()

n_shown = min(len(entities), charts.FEW)
if len(entities) > charts.FEW:
    with switches:
        n_shown = options.slider("Entities shown", "rows", 5, min(len(entities), charts.MANY), width=320)
    if len(entities) > n_shown:
        st.caption(f"The {n_shown} named most of {len(entities):,}. The table below has them all.")
top = entities.head(n_shown)
drawn_by = (n_shown, len(mentions))  # What else than the filter decides how the figures look.


def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with what a reader calls their paragraph."""
    paragraphs = page.whole.document.paragraphs
    return rows.assign(in_paragraph=[tables.paragraph_label(paragraphs, index) for index in rows["paragraph"]])


left, right = st.columns([1, 1])
takeaway = words.entities_takeaway(analysis.entities)
with left, card("How often", takeaway, colours=page.colours):
    figure = cache.figure(
        page, "entities_ranked", lambda: charts.ranked_bars(top, page.colours, page.choice.entities), *drawn_by
    )
    clicks.chart(figure, key="entities_ranked", alt=takeaway)
    st.caption("Click a bar for its sentences.")
spread = words.spread_takeaway(top, analysis)
with right, card("Where in the article", spread, colours=page.colours):
    n_chars = len(page.whole.document.text)
    figure = cache.figure(
        page, "entities_dispersion", lambda: charts.dispersion(mentions, top, n_chars, page.colours), *drawn_by
    )
    clicks.chart(
        figure,
        key="entities_dispersion",
        alt=f"Position of each mention from the start of the article to its end. {spread}",
    )
    twins.twin(
        lambda: labelled(mentions[mentions["entity"].isin(top["id"])]),
        "mentions",
        page,
        {"name": "Name", "text": "Written as", "in_paragraph": "Paragraph", "sentence": "Sentence"},
        "Every mention of the entities shown, in the order of the text.",
    )

with card("All names", colours=page.colours):
    sentence_buttons.table(
        entities.assign(type=entities["type"].map(TYPE_LABELS_ONE)),
        [f"entity:{entity}" for entity in entities["id"]],
        key="all_names",
        alt="Every entity with its type and the number of its mentions.",
        columns={
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
    downloads.table(entities, "entities", page)

evidence.panel(page, analysis)
