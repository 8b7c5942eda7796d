"""
The map of a report, drawn as SVG: countries filled by mentions, towns as pins, regions never a point.

Countries too small to see are ringed. Names are written where there is room, those with most mentions first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, radians

import pandas as pd

from analysis.gazetteer.lookup import country_name
from analysis.model import Place
from analysis.report.bars import box, chart, words
from analysis.report.borders import alpha2_of, borders, rings_of
from analysis.report.labels import Label
from analysis.report.map_names import RING, Steps, diamond, names, reach
from analysis.report.outlines import Line, outlines, path, size
from analysis.report.projection import EARTH_RADIUS_KM, View
from analysis.show.markup import Html, element, joined
from analysis.show.sentences import count_of

SMALL = 60.0
"""Square units below which a country is ringed: Kuwait on the map of the world."""

MANY_PINS = 60
"""From more pins on they are small, so that there is still a map below them."""


def draw(
    view: View, countries: pd.DataFrame, places: Sequence[Place], label: str, *, frame: View | None = None,
    has_names: bool = True,
) -> Html:  # fmt: skip
    """
    Draw `tables.countries` as fills and the places with a point as pins.

    `frame` is another map whose extent is marked on this one.
    """
    counts = {str(row.country_code): int(row.count) for row in countries.itertuples(index=False)}
    steps = Steps(max(counts.values(), default=1))
    lands: list[Line] = []
    named: dict[str, list[Line]] = {}
    context: dict[str, list[Line]] = {}
    for long, rings in borders().items():
        code = alpha2_of().get(long, "")
        least = {"least_side": 0.0} if code in counts else {}
        lines = outlines(rings, view, **least)
        if not lines:
            continue
        if code in counts:
            named[code] = lines
        else:
            lands += lines
            if code:
                context[code] = lines
    parts = [box(0, 0, view.width, view.height, "sea"), element("path", "", class_="land", d=path(lands))]
    parts += [
        element("path", title(code, counts[code]), class_=steps.shade(counts[code]), d=path(lines))
        for code, lines in named.items()
    ]
    points = {p.country_code: p for p in places if p.kind == "country" and p.country_code}
    rings_drawn = ringed(view, counts, named, points)
    spots = [(place, *spot) for place in places if (spot := spot_of(view, place)) is not None]
    if frame is not None:  # What the other map shows large would only be a blot on this one.
        rings_drawn = {c: spot for c, spot in rings_drawn.items() if c in points and not is_seen(frame, points[c])}
        spots = [spot for spot in spots if not is_seen(frame, spot[0])]
    parts += [
        element(
            "circle", title(code, counts[code]), class_=f"ring {steps.shade(counts[code])}", cx=f"{x:.1f}",
            cy=f"{y:.1f}", r=f"{RING if has_names else RING / 2}",
        )
        for code, (x, y) in rings_drawn.items()
    ]  # fmt: skip
    if frame is not None:
        parts.append(extent(view, frame))
    is_fine = not has_names or len(spots) > MANY_PINS
    parts += [pin(place, x, y, is_fine=is_fine) for place, x, y in sorted(spots, key=lambda p: -p[0].count)]
    if has_names:
        parts += [written(one) for one in names(view, counts, named, context, rings_drawn, spots)]
    return chart(joined(parts), "atlas", view.height, label, int(view.width))


def title(code: str, count: int) -> Html:
    """What a hover says of a country."""
    return element("title", f"{country_name(code)}: {count_of(count, 'mention')}, those of places in it included")


def ringed(
    view: View, counts: Mapping[str, int], named: Mapping[str, list[Line]], points: Mapping[str, Place]
) -> dict[str, tuple[float, float]]:
    """Where countries lie that are too small to see, or that the map has no shape for."""
    found = {}
    for code in counts:
        lines = named.get(code)
        if lines and is_small(view, code):
            wide, high = size(lines[0])
            found[code] = (min(x for x, _ in lines[0]) + wide / 2, min(y for _, y in lines[0]) + high / 2)
        elif not lines and code in points and (spot := spot_of(view, points[code], is_pin=False)):
            found[code] = spot
    return {code: (x, y) for code, (x, y) in found.items() if 0 <= x <= view.width and 0 <= y <= view.height}


def is_small(view: View, code: str) -> bool:
    """Whether a whole country is too small to be seen, not only what the picture shows of it."""
    main = rings_of(code)[0]
    stretch = 1.0 if view.is_world else 1 / cos(radians((main.south + main.north) / 2))
    return main.area_km2 * (view.scale / EARTH_RADIUS_KM * stretch) ** 2 < SMALL


def spot_of(view: View, place: Place, *, is_pin: bool = True) -> tuple[float, float] | None:
    """Where a pin stands in the picture; None for a country, for a place without a point, and outside."""
    if place.latitude is None or place.longitude is None or (is_pin and place.kind == "country"):
        return None
    longitude = view.near(place.longitude)
    return view.at(longitude, place.latitude) if view.holds(longitude, place.latitude) else None


def is_seen(view: View, place: Place) -> bool:
    """Whether a map shows the point of a place, or any part of a country."""
    rings = rings_of(place.country_code) if place.kind == "country" and place.country_code else ()
    if outlines(rings, view, least_side=0.0):
        return True
    if place.latitude is None or place.longitude is None:
        return False
    return view.holds(view.near(place.longitude), place.latitude)


def pin(place: Place, x: float, y: float, *, is_fine: bool) -> Html:
    """A diamond, larger with more mentions."""
    hint = element("title", f"{place.name}: {count_of(place.count, 'mention')}, about {place.confidence:.0%} sure")
    return element("path", hint, class_="pin", d=diamond(x, y, reach(place, is_fine=is_fine)))


def extent(view: View, frame: View) -> Html:
    """The outline of another map's extent, as it lies on this one."""
    west, east, south, north = frame.bounds
    middle = view.near((west + east) / 2)
    west, east = middle - (east - west) / 2, middle + (east - west) / 2
    sides = [(west + (east - west) * at / 8, north) for at in range(9)]
    sides += [(east - (east - west) * at / 8, south) for at in range(9)]
    corners = [view.at(*side) for side in sides]
    return element("path", "", class_="window", d="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z")


def written(label: Label) -> Html:
    """A name on the map."""
    name = f"{label.name} minor" if label.is_minor else label.name
    return words(label.text, label.x, label.y, name, label.anchor)
