"""The overview: what the article is about, in one sentence, five numbers and three pictures."""

from __future__ import annotations

import streamlit as st

from analysis.show import sentences as words
from analysis.tables import article as tables
from views.charts import bars as charts
from views.charts import map as atlas
from views.charts import tone as tone_charts
from views.drawer import drawer as evidence
from views.page import cache
from views.page.shell import card, nothing_here, start
from views.parts import clicks, markup
from views.parts import table_behind as twins
from views.parts.tiles import Tile, tiles

# How many entities the overview ranks; the entities page has them all.
N_TOP = 8

page = start("Overview")
document, analysis = page.whole.document, page.analysis

st.html(markup.lead(words.summary(analysis)))
n_sentences = words.count_of(len(document.sentences), "sentence")
st.html(markup.note(f"{document.n_words:,} words in {n_sentences}. {page.article.note}", page.colours))

entities, places = tables.entities(analysis), tables.places(analysis)
paragraphs, countries = tables.kept(tables.paragraphs(analysis), page.kept), tables.countries(analysis)
n_people, n_bodies = (int((entities["type"] == kind).sum()) for kind in ("PERSON", "ORG"))
overall = analysis.overall

tiles(
    [
        Tile("People", str(n_people), "named in the text", "type:PERSON" if n_people else ""),
        Tile("Organisations", str(n_bodies), "named in the text", "type:ORG" if n_bodies else ""),
        Tile("Places", str(len(places)), "towns, countries, regions", "places:all" if len(places) else ""),
        Tile(
            "Polarity",
            "none" if overall.polarity is None else words.signed(overall.polarity),
            "how the words sound, from −1 to +1",
            "word:all" if overall.evidence else "",
        ),
        Tile(
            "Scored words",
            str(len(overall.evidence)),
            "that the polarity rests on",
            "word:all" if overall.evidence else "",
        ),
    ],
    key="overview_numbers",
)

left, right = st.columns([1, 1])
takeaway = words.entities_takeaway(analysis.entities)
with left, card("Who is named", takeaway, colours=page.colours):
    top = entities.head(N_TOP)
    if len(top):
        figure = cache.figure(
            page, "overview_entities", lambda: charts.ranked_bars(top, page.colours, page.choice.entities)
        )
        clicks.chart(figure, key="overview_entities", alt=takeaway)
        twins.twin(
            lambda: entities,
            "entities",
            page,
            {"name": "Name", "type": "Type", "count": "Mentions"},
            "Every name by mentions.",
        )
    else:
        nothing_here("No names here.")
takeaway = words.places_takeaway(analysis.places)
with right, card("Where", takeaway, colours=page.colours):
    figure = cache.figure(
        page,
        "overview_map",
        lambda: atlas.world_map(countries, places, page.colours, atlas.region_window(places), height=260),
    )
    clicks.place_map(figure, key="overview_map", alt=takeaway)
    if len(places):
        labels = {"name": "Place", "kind": "Kind", "country": "Country", "count": "Mentions"}
        twins.twin(lambda: places, "places", page, labels, "Every place by mentions.")

takeaway = words.tone_takeaway(analysis)
with card("In what tone", takeaway, colours=page.colours):
    figure = cache.figure(page, "tone_columns", lambda: tone_charts.tone_columns(paragraphs, page.colours), "polarity")
    clicks.chart(figure, key="overview_tone", alt=takeaway)
    st.caption(
        "Polarity of each paragraph, in reading order, H for the headline: above the line positive, below it negative. "
        "A dot is an exact zero. A cross marks a paragraph in which no word is in the lexicon: nothing is known of it."
    )
    labels = {"label": "Paragraph", "polarity": "Polarity", "n_scored": "Scored words", "text": "Text"}
    twins.twin(lambda: paragraphs, "paragraphs", page, labels, "Polarity of every paragraph.")

st.caption("Click a number, a bar, a country or a column for the sentences behind it.")
evidence.panel(page)
