"""Where it happens: a map of the world and of the region in the article, and what is on no map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import tables
from views import atlas, clicks, evidence, words
from views.shell import card, is_phone, nothing_here, start

page = start("Places")
places, countries = tables.places(page.analysis), tables.countries(page.analysis)

if places.empty:
    nothing_here("No place is named here.")
    st.stop()


def name_table(frame: pd.DataFrame, empty: str, alt: str) -> None:
    """A small table of names and their mentions, or the words that say there are none."""
    if frame.empty:
        nothing_here(empty)
        return
    st.dataframe(
        frame,
        hide_index=True,
        alt=alt,
        column_config={
            "name": st.column_config.TextColumn("Name"),
            "country": st.column_config.TextColumn("Country"),
            "count": st.column_config.NumberColumn("Mentions", width=75),
            "n_inside": st.column_config.NumberColumn("In it", width=55, help="How many name a place in the country."),
        },
    )


# Width over height of the drawing: beside the ranking, or alone on a phone.
ASPECT = 0.85 if is_phone() else 1.5
HEIGHT = 430

takeaway = words.places_takeaway(page.analysis.places)
left, right = st.columns([2, 1])
with left, card("On the map", takeaway, colours=page.colours):
    view = st.segmented_control(
        "Map",
        ["region", "world"],
        format_func={"region": "Region in the article", "world": "World"}.__getitem__,
        default="region",
        required=True,
        key="map_view",
        label_visibility="collapsed",
    )
    window = atlas.WORLD if view == "world" else atlas.region_window(places, ASPECT)
    figure = atlas.world_map(countries, places, page.colours, window, HEIGHT)
    clicks.place_map(figure, page.whole, places, key=f"places_map_{view}", alt=words.countries_takeaway(countries))
    st.caption(
        "A country is filled by how often it, its people or a place in it is named; a diamond is a town or a facility. "
        "Countries too small to see are ringed. Click one to filter every page by it."
    )
    st.caption(atlas.BORDER_SOURCE)
with right:
    with card("Countries", "Mentions of each, and of places in it.", colours=page.colours):
        name_table(countries[["country", "count", "n_inside"]], "No country is named here.", "Countries by mentions.")
    with card("Regions", "They have no border, so they are never a point.", colours=page.colours):
        name_table(places.loc[places["kind"] == "region", ["name", "count"]], "No region is named here.", "Regions.")
    with card("Not placed", "No entry of the gazetteer fits these names.", colours=page.colours):
        is_unplaced = (places["kind"] != "region") & places["latitude"].isna()
        name_table(
            places.loc[is_unplaced, ["name", "count"]], "Every other place was placed.", "Places not on the map."
        )

with card("All places", words.countries_takeaway(countries), colours=page.colours):
    shown = places.drop(columns=["entity", "geonames_id", "country_code", "latitude", "longitude"])
    st.dataframe(
        shown,
        hide_index=True,
        alt="Every place with its kind, country, coordinates and the number of its mentions by role.",
        column_config={
            "name": st.column_config.TextColumn("Place", width="medium"),
            "kind": st.column_config.TextColumn("Kind", width="small"),
            "country": st.column_config.TextColumn("Country"),
            "count": st.column_config.NumberColumn("Mentions", width="small"),
            "confidence": st.column_config.NumberColumn("Confidence", format="percent", width="small"),
            "location": st.column_config.NumberColumn("Location", width="small", help="Where something is"),
            "actor": st.column_config.NumberColumn("Actor", width="small", help="“Iran vowed”: the state acts"),
            "nationality": st.column_config.NumberColumn("Nationality", width="small", help="“Iranian”"),
            "in_name": st.column_config.NumberColumn("In a name", width="small", help="“US Embassy in Iraq”"),
        },
    )
    evidence.download(places, "places", page)

evidence.place_list(page)
