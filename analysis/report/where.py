"""Where it happens: a map of the region, the world beside it, countries, places, and what is on no map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Place
from analysis.report.atlas import draw, is_seen
from analysis.report.map_names import Steps
from analysis.report.material import Material
from analysis.report.projection import View, region_view, world_view
from analysis.report.who import MAX_ROWS, left_out
from analysis.show.markup import Html, element, figure, joined, none, note, section, table
from analysis.show.sentences import count_of, countries_takeaway, listed, places_takeaway, short
from analysis.tables.article import countries, places

WIDE, HIGH = 760, 520
INSET = 380

BORDERS = (
    "Borders: UN Geodata and Natural Earth, as shipped with plotly.js (MIT); they imply no opinion on the status of "
    "any territory. Places: GeoNames (CC BY 4.0)."
)


def where(material: Material) -> Html:
    """The section on places."""
    found = material.shown.places
    if not found:
        return section("where", "Where", none("No place was found."))
    return section("where", "Where", maps(material), place_table(material), note(BORDERS))


def maps(material: Material) -> Html:
    """The map with its legend; beside it the world, where the map shows a part of it, and the lists."""
    found = material.shown.places
    by_country = countries(material.shown)
    takeaway = f"{countries_takeaway(by_country)} On the map: {places_takeaway(found)}"
    lists = joined([country_table(material), off_the_map(found)])
    if by_country.empty and not any(place.latitude is not None for place in found):
        return joined([element("p", takeaway), lists])
    region = region_view(found, WIDE, HIGH)
    world = world_view(WIDE) if region is None else world_view(INSET, region)
    label = f"Map of the {'world' if region is None else 'region'} with most mentions: countries filled by mentions, "
    main = draw(region or world, by_country, found, f"{label}towns as pins. {takeaway}")
    legend = Steps(int(by_country["count"].max()) if len(by_country) else 1).legend()
    left = figure(main, takeaway, legend)
    right = [lists]
    if region is not None:
        outside = outside_sentence(found, region)
        picture = draw(world, by_country, found, f"Map of the world. {outside}", frame=region, has_names=False)
        right.insert(0, figure(picture, outside))
    return element("div", joined([left, element("div", joined(right))]), class_="pair map")


def outside_sentence(found: Sequence[Place], region: View) -> str:
    """Which places the map of the region leaves out."""
    outside = [place for place in found if place.latitude is not None and not is_seen(region, place)]
    if not outside:
        return "The frame is what the larger map shows; everything on the map lies in it."
    names = [f"{short(place.name)} ({place.count:,})" for place in outside[:4]]
    more = f" and {count_of(len(outside) - 4, 'other place')}" if len(outside) > 4 else ""
    return f"The frame is what the larger map shows. Outside it: {', '.join(names)}{more}."


def country_table(material: Material) -> Html:
    """Countries by mentions: of themselves and of places in them."""
    frame = countries(material.shown)
    rows = [
        (row.country, f"{row.count:,}", f"{row.n_country:,}", f"{row.n_inside:,}")
        for row in frame.head(MAX_ROWS).itertuples(index=False)
    ]
    return table(
        "Countries: mentions in all, of the country itself, and of places inside it",
        ("Country", "All", "Itself", "Inside"), rows,
        "No mention points to a country.", {1, 2, 3},
    )  # fmt: skip


def off_the_map(found: tuple[Place, ...]) -> Html:
    """Regions, which have no point, and names that were not placed."""
    regions = [place for place in found if place.kind == "region"]
    lost = [place for place in found if place.latitude is None and place.kind != "region"]
    rows = []
    if regions:
        rows.append(f"Regions, which are never a point: {named(regions)}.")
    if lost:
        rows.append(f"Not placed, as no entry of the gazetteer fits: {named(lost)}.")
    return joined(element("p", row, class_="note") for row in rows)


def named(found: list[Place], most: int = 12) -> str:
    """Places with their counts in running text."""
    shown = [f"{short(place.name)} ({place.count:,})" for place in found[:most]]
    return listed([*shown, f"{len(found) - most:,} more"] if len(found) > most else shown)


def place_table(material: Material) -> Html:
    """Every place: what it is, how it is meant, how sure its spot is, where it stands."""
    found = material.shown.places
    frame = places(replace(material.shown, places=found[:MAX_ROWS]))
    links = [material.links(m.paragraph for m in place.mentions) for place in found[:MAX_ROWS]]
    rows = [
        (
            short(row.name), row.kind, row.country if isinstance(row.country, str) and row.kind != "country" else "",
            f"{row.count:,}", f"{row.location:,}", f"{row.actor:,}", f"{row.nationality:,}", f"{row.in_name:,}",
            f"{row.confidence:.0%}" if row.latitude == row.latitude or row.kind == "region" else "not placed", link,
        )
        for row, link in zip(frame.itertuples(index=False), links, strict=True)
    ]  # fmt: skip
    heads = (
        "Place", "Kind", "In", "Mentions", "As location", "As actor", "Nationality", "Inside a name", "How sure",
        "In paragraphs",
    )  # fmt: skip
    made = table("Every place, the most mentioned first", heads, rows, "No place was found.", {3, 4, 5, 6, 7, 8})
    return joined([made, left_out(len(found), "place")])
