"""How many and when: every figure with what it counts, and every date with what it rests on."""

from __future__ import annotations

import streamlit as st

from analysis.figures.conflicts import conflicts
from analysis.tables import facts as fact_tables
from views.charts import timeline as facts
from views.drawer import drawer as evidence
from views.page import cache
from views.page.shell import card, nothing_here, start
from views.parts import clicks, downloads, markup, sentence_buttons

page = start("Facts")
analysis = page.analysis
published = page.whole.document.published
clashes = conflicts(analysis.figures)

with card("Figures", facts.figures_takeaway(analysis, clashes), colours=page.colours):
    figures = fact_tables.figures(analysis)
    if figures.empty:
        nothing_here("No figure stands in this text.")
    else:
        texts = ["unit", "noun", "hedge", "claimed_by"]
        shown = figures.assign(value=[facts.value_text(figure) for figure in analysis.figures])
        shown[texts] = shown[texts].fillna("")
        sentence_buttons.table(
            shown,
            [f"figure:{start}" for start in shown["start"]],
            key="figures",
            alt="Every figure with its value, unit, counted noun, hedge, whose claim it is, and its sentence.",
            columns={
                "text": st.column_config.TextColumn("As written"),
                "value": st.column_config.TextColumn("Value", width=120),
                "unit": st.column_config.TextColumn("Unit", width="small"),
                "noun": st.column_config.TextColumn("Counted", width="small"),
                "hedge": st.column_config.TextColumn("Hedge", width="small", help="How surely: “about”, “at least”"),
                "claimed_by": st.column_config.TextColumn(
                    "Claim of", width=120, help="Who is quoted with it; else the paper"
                ),
                "sentence": st.column_config.TextColumn("Sentence", width="large"),
            },
        )
        downloads.table(figures, "figures", page)

if clashes:
    with card(
        "Counted differently",
        "Different figures for one noun. They may count different things: only the sentences can tell.",
        colours=page.colours,
    ):
        for clash in clashes:
            st.html(markup.lead(facts.conflict_sentence(clash)))
            rows = [(f.paragraph, f.start, f.end) for f in clash.figures]
            st.html(markup.sentences(page.whole.document, rows, page.colours))

with card("Dates", facts.dates_takeaway(analysis.dates), colours=page.colours):
    facts.publication_day(published)
    if not published and analysis.dates:
        st.caption("Without a day of publication, dates such as “on Friday” stay open. Set it above.")
    if any(mention.is_resolved for mention in analysis.dates):
        line = cache.figure(page, "timeline", lambda: facts.timeline(analysis.dates, published, page.colours))
        clicks.chart(line, key="timeline", alt=facts.dates_takeaway(analysis.dates))
    dates = fact_tables.dates(analysis)
    if dates.empty:
        nothing_here("No date stands in this text.")
    else:
        sentence_buttons.table(
            dates.fillna({"first": "", "last": ""}),
            [f"date:{start}" for start in dates["start"]],
            key="dates",
            alt="Every date with the days it means, the assumption behind it, and its sentence.",
            columns={
                "text": st.column_config.TextColumn("As written"),
                "first": st.column_config.TextColumn("From", width="small"),
                "last": st.column_config.TextColumn("To", width="small"),
                "assumption": st.column_config.TextColumn("Read so", width="medium"),
                "sentence": st.column_config.TextColumn("Sentence", width="large"),
            },
        )
        downloads.table(dates, "dates", page)

evidence.panel(page)
