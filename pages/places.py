"""Where it happens: a map of the world and of the region in the article, and what is on no map."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.evidence.find import place_key
from analysis.places.focus import focus
from analysis.select.narrow import narrow_places
from analysis.show import sentences as words
from analysis.tables import article as tables
from views.charts import map as atlas
from views.drawer import drawer as evidence
from views.page import cache, options
from views.page.shell import card, is_phone, nothing_here, start
from views.parts import clicks, downloads, markup, sentence_buttons

page = start("Places")
if not page.analysis.places:
    nothing_here("No place is named here.")
    evidence.panel(page)
    st.stop()

KIND_LABELS = {
    "country": "Countries",
    "admin": "Provinces, states",
    "city": "Towns",
    "facility": "Facilities",
    "water": "Waters",
    "terrain": "Mountains, deserts, islands",
    "region": "Regions",
    "unknown": "Not placed",
}
ROLE_LABELS = {
    "location": "Where things are",
    "actor": "Acting (“Iran vowed”)",
    "nationality": "Nationality (“Iranian”)",
    "name": "Inside a name (“US Embassy”)",
}

with st.container(horizontal=True):
    roles = options.pills(
        "Role of the name in its sentence",
        "roles",
        [role for role in ROLE_LABELS if any(m.role == role for p in page.analysis.places for m in p.mentions)],
        ROLE_LABELS,
        width="content",
        help="A country's name can stand for the land, for its government, for its people, or be part of another "
        "name. Nothing chosen means all.",
    )
    kinds = options.pills(
        "Kind of place",
        "kinds",
        [kind for kind in KIND_LABELS if any(place.kind == kind for place in page.analysis.places)],
        KIND_LABELS,
        width="content",
    )
shown_analysis = narrow_places(page.analysis, roles, kinds)
places, countries = tables.places(shown_analysis), tables.countries(shown_analysis)

if places.empty:
    nothing_here("No place matches both switches. Take one of them back.")
    evidence.panel(page, shown_analysis)
    st.stop()


def subject_of(row: Any) -> str:
    """The subject of a place's sentences."""
    return f"place:{place_key(row.name, row.geonames_id)}"


def name_table(frame: pd.DataFrame, subjects: list[str], key: str, empty: str, alt: str) -> None:
    """A small table of names and their mentions, or the words that say there are none."""
    if frame.empty:
        nothing_here(empty)
        return
    columns = {
        "name": st.column_config.TextColumn("Name"),
        "country": st.column_config.TextColumn("Country"),
        "count": st.column_config.NumberColumn("Mentions", width=68),
        "n_inside": st.column_config.NumberColumn("In it", width=45, help="How many name a place in the country."),
    }
    sentence_buttons.table(frame, subjects, key, alt, {name: columns[name] for name in columns if name in frame})


# Width over height of the drawing: beside the ranking, or alone on a phone.
ASPECT = 0.85 if is_phone() else 1.15
HEIGHT = 430 if is_phone() else 560

takeaway = words.places_takeaway(shown_analysis.places)
left, right = st.columns([2, 1])
with left, card("On the map", takeaway, colours=page.colours):
    view = options.segmented("Map", "map", {"region": "Region in the article", "world": "World"})

    def drawn() -> go.Figure:
        """The map of the places shown, in the chosen window."""
        window = atlas.WORLD if view == "world" else atlas.region_window(places, ASPECT)
        return atlas.world_map(countries, places, page.colours, window, HEIGHT)

    figure = cache.figure(page, "places_map", drawn, view, roles, kinds, HEIGHT)
    clicks.place_map(figure, key=f"places_map_{view}", alt=words.countries_takeaway(countries))
    st.caption(
        "A country is filled by how often it, its people or a place in it is named; a diamond is a town or a facility. "
        "Countries too small to see are ringed. Click one for its sentences."
    )
    st.caption(atlas.BORDER_SOURCE)
with right:
    found = focus(page.whole.document, shown_analysis.places)
    with card("What it is about", colours=page.colours):
        st.html(markup.lead(words.focus_sentence(found.about, "No country stands out.")))
        if found.mentioned:
            st.html(markup.note(f"Only mentioned: {words.focus_sentence(found.mentioned, '')}.", page.colours))
    with card("Countries", "Mentions of each, and of places in it.", colours=page.colours):
        name_table(
            countries[["country", "count", "n_inside"]],
            [f"country:{code}" for code in countries["country_code"]],
            "countries",
            "No country is named here.",
            "Countries by mentions.",
        )
    for key, title, why, rows, empty in (
        (
            "regions",
            "Regions",
            "They have no border, so they are never a point.",
            places[places["kind"] == "region"],
            "No region is named here.",
        ),
        (
            "unplaced",
            "Not placed",
            "No entry of the gazetteer fits these names.",
            places[(places["kind"] != "region") & places["latitude"].isna()],
            "Every other place was placed.",
        ),
    ):
        with card(title, why, colours=page.colours):
            name_table(rows[["name", "count"]], [subject_of(row) for row in rows.itertuples()], key, empty, f"{title}.")

with card("All places", words.countries_takeaway(countries), colours=page.colours):
    sentence_buttons.table(
        places,
        [subject_of(row) for row in places.itertuples()],
        key="all_places",
        alt="Every place with its kind, country, and the number of its mentions by role.",
        columns={
            "name": st.column_config.TextColumn("Place", width=150),
            "kind": st.column_config.TextColumn("Kind", width=65),
            "country": st.column_config.TextColumn("Country", width=115),
            "count": st.column_config.NumberColumn("Mentions", width="small"),
            "confidence": st.column_config.NumberColumn("Confidence", format="percent", width="small"),
            "location": st.column_config.NumberColumn("Location", width="small", help="Where something is"),
            "actor": st.column_config.NumberColumn("Actor", width="small", help="“Iran vowed”: the state acts"),
            "nationality": st.column_config.NumberColumn("Nationality", width="small", help="“Iranian”"),
            "in_name": st.column_config.NumberColumn("In a name", width="small", help="“US Embassy in Iraq”"),
        },
    )
    with st.container(horizontal=True, gap="xsmall"):
        downloads.table(places, "places", page)
        downloads.geojson(page, roles, kinds)

evidence.panel(page, shown_analysis)
